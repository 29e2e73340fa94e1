"""What is said that needs no search: the lists of data/phrases.csv, and what is made of them.

Patterns are matched against squeezed text: lower case, letters, marks and digits only.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.thai.lattice import path_ends
from bot.thai.phrase_tables import phrase_table
from bot.thai.questions import TRANSIT


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The lists of data/phrases.csv, where each says what it is for."""

    courtesies: frozenset[str]
    greeting: re.Pattern[str]
    greeted: frozenset[str]
    will_ask: re.Pattern[str]
    doubting: re.Pattern[str]
    doubting_fillers: frozenset[str]
    thanks: re.Pattern[str]
    thanks_fillers: frozenset[str]
    sorry: re.Pattern[str]
    agree: re.Pattern[str]
    acknowledge: re.Pattern[str]
    closing: str
    still_asking: str
    closing_fillers: frozenset[str]
    bye: re.Pattern[str]
    menu: re.Pattern[str]
    help: re.Pattern[str]
    of_the_bot: re.Pattern[str]
    help_fillers: frozenset[str]
    privacy: re.Pattern[str]
    officer: re.Pattern[str]
    officer_fillers: frozenset[str]
    who: re.Pattern[str]
    laughter: re.Pattern[str]
    feelings: re.Pattern[str]
    feelings_fillers: frozenset[str]
    abuse: re.Pattern[str]
    abuse_fillers: frozenset[str]
    complaint: re.Pattern[str]
    instructions: re.Pattern[str]
    whose_number: re.Pattern[str]
    whose_fillers: frozenset[str]
    private_ways: str
    ministry_names: frozenset[str]
    other_ministries: frozenset[str]
    contact: re.Pattern[str]
    contact_fillers: frozenset[str]
    open_now: re.Pattern[str]
    hours: re.Pattern[str]
    open_fillers: frozenset[str]
    what_it_is: re.Pattern[str]
    office_fillers: frozenset[str]
    a_hotline: re.Pattern[str]
    hotline: re.Pattern[str]
    still: re.Pattern[str]
    hotline_fillers: frozenset[str]
    fair_has: str
    fair_parts: str
    which_parts: str
    fair_held: str
    fair_ends: str
    part_of: str
    in_which_event: str
    events: re.Pattern[str]
    news: re.Pattern[str]
    news_then: re.Pattern[str]
    news_about: re.Pattern[str]
    listing_fillers: frozenset[str]
    is_over: re.Pattern[str]
    is_over_fillers: frozenset[str]
    lists_asked: str
    list_asked: str
    ordinal_of: str
    ordinal_last: str
    ordinal_fillers: frozenset[str]
    reject: re.Pattern[str]
    more: re.Pattern[str]
    more_fillers: frozenset[str]


PHRASES = phrase_table(_Phrases, "bot.dialogue", "phrases.csv")

CONTACT = re.compile(  # the way there as well
    f"(?:อยู่|ใกล้|แถว|ลง|นั่ง|ขึ้น|ต่อ)*{TRANSIT}(?:ไป|ลง)?|{PHRASES.contact.pattern}"
)
CLOSING = re.compile(f"{PHRASES.closing}(?!.*{PHRASES.still_asking})")
PRIVATE_NUMBER = re.compile(f"{PHRASES.private_ways}[ก-๙a-z]{{0,20}}ส่วนตัว")
PROGRAMME = re.compile(  # of a fair, or everywhere
    f"(?:{PHRASES.fair_has}(?P<what>{PHRASES.fair_parts}){PHRASES.which_parts}|{PHRASES.fair_held})"
    f"{PHRASES.fair_ends}*$"
)
PART_OF = re.compile(  # something was part
    f"{PHRASES.part_of}[ก-๙ ]{{0,12}}?{PHRASES.in_which_event}"
)
ASKS_FOR_LIST = re.compile(f"มี.*{PHRASES.lists_asked}|{PHRASES.list_asked}")

ORDINALS = {"แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "บน": 1, "บนสุด": 1}
_NUMBER = "|".join(sorted(ORDINALS, key=len, reverse=True))
ORDINAL = re.compile(
    f"{PHRASES.ordinal_of}?(?:ที่)?(?P<digit>[1-9])(?![0-9])"
    f"|{PHRASES.ordinal_of}(?:ที่)?(?P<word>{_NUMBER}|{PHRASES.ordinal_last})"
)
_LONGEST = 24  # letters of a word that is passed by


def consists_of(text: str, core: re.Pattern[str], fillers: Iterable[str] = ()) -> bool:
    """Whether `text` is nothing but matches of `core`, at least one, and courtesies or `fillers`.

    `text` is squeezed. A message with any word of its own is therefore never taken.
    """
    known = PHRASES.courtesies | frozenset(fillers)

    def parts_from(start: int) -> Iterator[tuple[int, bool]]:
        for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
            if text[start:end] in known:
                yield end, False
        if found := core.match(text, start):
            yield found.end(), True

    return path_ends(len(text), parts_from).get(len(text), False)


def ordinal_of(text: str) -> int | None:
    """Which of a list squeezed `text` points at, from 1; -1 for the last, None for none."""
    found = ORDINAL.search(text)
    if not found:
        return None
    return int(found["digit"]) if found["digit"] else ORDINALS.get(found["word"], -1)
