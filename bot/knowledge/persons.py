"""Who a release names, with the role they have in it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.knowledge.entries import Person
from bot.knowledge.places import balanced
from bot.knowledge.words import release_words

_MOST = 8
_LONGEST_ROLE = 110
_GLUED = r"(?<=[ก-๙]\.)(?:กล่าว|เปิดเผย|เผย|ระบุ|และ|พร้อม)|(?<=นายกรัฐมนตรี)ได้"
_AND = "และ(?!นวัตกรรม)"  # with which the ministry's name ends


_NO_NAME = "(?!นายก(?:ฯ|รัฐมนตรี|เทศมนตรี|สมาคม|สภา|องค์การ|อบ|เมือง))"


def people_in(paragraphs: Sequence[str]) -> tuple[Person, ...]:
    """The people named with a role, in reading order, each once, eight at most."""
    found: dict[str, Person] = {}
    for paragraph in paragraphs:
        for named in _named().finditer(paragraph):
            name = " ".join(named["name"].split())
            role = _role(named["role"])
            if role and untitled(name) not in found:
                found[untitled(name)] = Person(name, role)
    return tuple(found.values())[:_MOST]


def given_name(name: str) -> str:
    """A person's name without titles and surname: "เอนก" of "ศ.(พิเศษ) ดร.เอนก เหล่าธรรมทัศน์"."""
    return untitled(name).partition(" ")[0]


def untitled(name: str) -> str:
    """A person's name without the titles before it: "เอนก เหล่าธรรมทัศน์"."""
    return re.sub(rf"^{_titles().pattern}", "", name.replace("(พิเศษ)", "").strip())


def _role(text: str) -> str:
    end = _ends().search(text)
    role = balanced(text[: end.start()] if end else text).strip(" ,")
    return role if len(role) <= _LONGEST_ROLE else ""


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    """Titles one behind the other; none is the beginning of a name, as นาย is of นายิกา."""
    return re.compile(rf"(?:(?:{release_words().honorifics})(?![ัิ-ฺ็-๎])\s*)+")


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    words = release_words()
    return re.compile(
        rf"(?<![ก-๙]){_NO_NAME}(?P<name>{_titles().pattern}[ก-๙]{{2,25}}\s(?:ณ\s)?(?!กล่าว)[ก-๙]{{2,25}})\s+"
        rf"(?=(?P<role>(?:{words.roles})[^\n]{{0,{_LONGEST_ROLE + 30}}}))"
    )


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    """Where a role ends: at a verb, a comma, or the next person's title."""
    words = release_words()
    ends = rf"\s(?:{words.role_ends}|{_AND})|\s[“\"\ufffd]|\s(?:{words.honorifics})(?=[ก-๙\s])"
    return re.compile(rf"{_GLUED}|{ends}|,|\s\s")
