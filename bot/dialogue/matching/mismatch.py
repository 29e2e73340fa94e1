"""Whether an entry is of another year, day, place or office than a question."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

from bot.dialogue.matching.entry_words import entry_letters
from bot.dialogue.matching.mentions import names_mentioned
from bot.dialogue.matching.places import is_counted_elsewhere, is_held_in, places_asked
from bot.dialogue.matching.subjects import (
    contradicts,
    is_named_by,
    is_office_name,
    is_titled_of_other_year,
    years_in,
)
from bot.dialogue.message.cues import BRIEF_QUESTION, FEW_WORDS, asks_next_time, content_words
from bot.dialogue.message.phrases import PHRASES
from bot.dialogue.presentation.contacts import split_phone
from bot.knowledge.entries import Contact, Entry, Kind
from bot.knowledge.words import any_of, country_forms
from bot.search.constraints import OFFICE_HEADS
from bot.search.passages.people.roles import ROLE
from bot.search.query import Query
from bot.thai.dates import ERA
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.questions import Aspect

_THESE_DAYS = re.compile("(?:วัน|คืน|เช้า|เย็น|พรุ่ง)นี้|มะรืน|เมื่อ(?:วาน|คืน|เช้า|กี้|ตะกี้|(?:สัก)?ครู่)")
_NEAR_DAY = timedelta(days=7)
_INSTITUTION = re.compile(
    "โรงพยาบาล|รพ\\.?|ธนาคาร|แบงก์|บริษัท|มหาวิทยาลัย|มหาลัย|โรงเรียน|เทศบาล|โรงแรม|สถานีตำรวจ"
)
_BESIDE = 80  # characters before a number
_NATIONAL = "แห่งชาติ"
_HELD = frozenset((Aspect.WHEN, Aspect.WHERE))
_MINISTRY = "กระทรวง"
_OF_A_ROLE = ("ว่าการ", "ช่วย", "ช่วยว่าการ")
_REACHING = frozenset((Aspect.CONTACT, Aspect.WHERE, Aspect.WHEN))


def is_of_another_day(first: Entry, query: Query, today: date) -> bool:
    """Whether a question is about these days, "วันนี้", and the entry about long ago or ahead."""
    days = first.days
    if days is None or not _THESE_DAYS.search(query.clean):
        return False
    return not (days[0] - _NEAR_DAY <= today <= days[1] + _NEAR_DAY)


def is_mismatch(first: Entry, query: Query, today: date) -> bool:
    """Whether an entry is of another year, place, office or nation than the question, or over."""
    return (
        contradicts(first, query)
        or (first.is_dated and asks_next_time(query.clean) and first.is_over(today))
        or is_of_another_office(first, query)
        or is_titled_of_other_year(first, query)
        or is_counted_elsewhere(first, query)
        or is_held_in(first, places_asked(query)) is False
        or is_of_another_year(first, query)
        or is_of_another_nation(first, query)
        or is_number_of_another(first, query)
    )


def is_of_another_office(entry: Entry, query: Query) -> bool:
    """Whether it is asked how to reach a body that the tables know and the entry never names.

    A word of its name is no name: "ม.เกษตร" is not an office for เกษตร. What belongs to it, and is
    called by what else the question says, is asked itself: "รถเข็นสตรีทฟู้ดของ สวทช.".
    """
    bodies = [one for one in query.variants if OFFICE_HEADS.match(one)]
    if query.aspect is not Aspect.CONTACT or not bodies or names_mentioned(entry, query):
        return False
    body = "" if entry.kind is Kind.CONTACT else entry.body  # a card is of nobody it mentions
    told = letters_in(f"{entry.name_text} {body}")
    return not (any(squeeze(one) in told for one in bodies) or _is_called_beside(entry, query))


def _is_called_beside(entry: Entry, query: Query) -> bool:
    """Whether an entry tells of the body that a question names, and is called by the rest of it.

    Or has as much of it in a question that it lists.
    """
    words = content_words(query.terms)
    bodies = [word for word in words if is_office_name(word)]
    letters = entry_letters(entry)
    if not any(squeeze(word.rstrip(".")) in letters for word in bodies):
        return False
    things = [one for one in words if one not in bodies and not OFFICE_HEADS.fullmatch(one)]
    listed = (letters_in(one) for one in entry.questions)
    much = any(sum(squeeze(word) in one for word in things) >= FEW_WORDS for one in listed)
    return much or is_named_by(entry, things)


def is_of_another_year(first: Entry, query: Query) -> bool:
    """Whether of an event of one year is asked when or where it was in another it mentions.

    Who says little more than its name and a year asks no less. News of no day are of the year that
    their title names, if that is one.
    """
    named = query.aspect is Aspect.TOPIC and len(query.core) <= BRIEF_QUESTION
    years = set(query.years) if named or query.aspect in _HELD else set()
    titled = years_in(first.title)
    if not (first.event and first.event.start):
        return bool(years) and len(titled) == 1 and years.isdisjoint(titled)
    told = {str(day.year + ERA) for day in first.days or ()}
    return bool(years) and years.isdisjoint(told | titled)


def is_number_of_another(entry: Entry, query: Query) -> bool:
    """Whether nothing but the number of an institution is asked, and an entry has another or none.

    What was tested in a hospital has the number of who tested it.
    """
    words = content_words(query.terms)
    at = next((at for at, one in enumerate(words) if _INSTITUTION.fullmatch(one)), len(words))
    name = words[at + 1 :]
    if query.aspect is not Aspect.CONTACT or entry.kind is Kind.CONTACT or at or not name:
        return False
    if len(name) > FEW_WORDS:
        return False
    contact = entry.contact or Contact()
    told = " ".join(chain(contact.phones, _before_numbers(entry, contact)))
    return not any(word in told for word in name)


def _before_numbers(entry: Entry, contact: Contact) -> Iterator[str]:
    """What stands in the text before each number, where it is told whose that is."""
    for number in (split_phone(phone)[0] for phone in contact.phones):
        at = entry.body.find(number)
        yield entry.body[max(0, at - _BESIDE) : max(0, at)].rpartition("\n")[2]


def is_of_another_nation(first: Entry, query: Query) -> bool:
    """Whether a title names what is national elsewhere, and a question what is so here.

    "หอดูดาวแห่งชาติ" alone is the one of Thailand, not that of Laos.
    """
    if _NATIONAL not in query.clean:
        return False
    abroad = _national_abroad().search(normalise(first.title))
    return abroad is not None and abroad[1] not in query.clean


@lru_cache(maxsize=1)
def _national_abroad() -> re.Pattern[str]:
    country = any_of(country_forms())
    return re.compile(f"{_NATIONAL} ?(?:ของ)?(?:ประเทศ|สปป\\.?)? ?({country})")


def is_of_another_ministry(query: Query) -> bool:
    """Whether it is asked how to reach a ministry that is none of ours, or who heads it.

    What our entries tell of it, a room where somebody met its minister, is no answer.
    """
    words = content_words(query.terms)
    of_head = query.aspect is Aspect.WHO
    rest = [one for one in words if not (of_head and (ROLE.match(one) or one in _OF_A_ROLE))]
    said = "".join(map(squeeze, rest))
    named = said.startswith(_MINISTRY) and said.removeprefix(_MINISTRY) in PHRASES.other_ministries
    return named and (query.aspect in _REACHING or len(rest) < len(words))
