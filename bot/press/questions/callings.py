"""Of whom people would ask what they said or did, and what they would call them."""

import re

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.press.questions.spoken import PLAINLY, in_words, said_name
from bot.press.questions.words import asking_words

_SPEAKS = "โฆษก"  # who tells of others and goes nowhere themselves
_KNOWN = re.compile(
    "(?<!เลขานุการ)(?<!ที่ปรึกษา)(?<!ผู้ช่วย)(?<!นายก)รัฐมนตรี"
    "|(?<!ที่ปรึกษา)(?<!ที่ปรึกษา )(?<!เลขานุการ)(?<!เลขานุการ )(?<!ก)รมว"
    "|(?<!นคร)(?<!สำนัก)(?<!เลขาธิการ)นายก(?!สมาคม|สภา|อบ|เทศ)"
)
_OFFICE = 26  # letters of an office by which its holder is called
_BESIDE_OFFICE = re.compile(
    r" ?\([^)]*\)| ?(?:หรือ |(?<=\.) กระทรวง|(?<=\)) กระทรวง|ประธาน|หัวหน้า|ในฐานะ).*"
)


def is_known(role: str) -> bool:
    """Whether everybody knows who holds the office."""
    return _KNOWN.search(role) is not None


def tells_of_others(person: Person) -> bool:
    """Whether somebody speaks for others, and was nowhere themselves."""
    return _SPEAKS in person.role


def called(person: Person, entry: Entry) -> str:
    """As people ask for somebody: by name if all know it or the title has it, else by the office.

    "" where nobody asks for them: people have no name for them but the whole one ("คุณ…"), and
    they head no office, or one with a long name.
    """
    name = said_name(person)
    titled = given_name(person.name) in entry.title and not name.startswith(PLAINLY)
    if titled or is_known(person.role):
        return name
    role = person.role if asking_words().chiefs.match(person.role) else ""
    office = _BESIDE_OFFICE.sub("", in_words(role)).strip()
    return office if len(office) <= _OFFICE else ""
