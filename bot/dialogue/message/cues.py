"""What a message shows by its form: that it is a follow-up, points, rejects, asks yes or no."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.dialogue.message.phrases import ORDINALS, PHRASES
from bot.search.passages.locations import location_asked
from bot.search.query import Query
from bot.thai.normalise import cleaned, squeeze
from bot.thai.phrase_tables import phrase_table
from bot.thai.questions import NOW, WHAT_OF, Aspect, wants_yes_or_no

LIMIT = 70  # letters; a longer message stands on its own
SHORT_QUESTION, BRIEF_QUESTION = 35, 25  # letters, without courtesies
FEW_WORDS = 2  # that name something; who says no more may mean many things
SHORT_WORD, WHOLE_WORD = 3, 4  # letters; less may be a piece of what was misspelt


@dataclass(frozen=True, slots=True)
class _Cues:
    """The lists of data/cues.csv, where each says what it is for."""

    function: frozenset[str]
    attributes: frozenset[str]
    documents: frozenset[str]
    applying: frozenset[str]
    last_day: frozenset[str]
    guests: frozenset[str]
    pays: frozenset[str]
    all_of_it: frozenset[str]
    sum: frozenset[str]
    seen: frozenset[str]
    told: frozenset[str]
    full_name: frozenset[str]
    once: frozenset[str]
    first: frozenset[str]
    occasion: frozenset[str]
    won: frozenset[str]
    leaning: str
    described: str
    one_of_them: str
    before_pointing: str
    pointing: str
    rejecting: re.Pattern[str]
    leading: str
    led_by: str
    before_number: str
    numbered: str
    told_by_word: str
    alone: str
    the_last: str
    before_name: str
    after_name: str
    what_it_is: str
    before_still: str
    still: str
    next_time: re.Pattern[str]
    kinds: frozenset[str]
    year_after: re.Pattern[str]
    year_before: re.Pattern[str]
    same_year: re.Pattern[str]
    last_year: re.Pattern[str]
    others: re.Pattern[str]
    before_them: re.Pattern[str]
    after_them: re.Pattern[str]
    which_ones: re.Pattern[str]
    other_one: str
    asks_name: frozenset[str]
    around_which: frozenset[str]
    no_list: frozenset[str]
    around: frozenset[str]
    bodies: frozenset[str]
    kinds_of_body: frozenset[str]
    kinds_named: frozenset[str]
    done_to_any: frozenset[str]
    letter_names: frozenset[str]
    not_sold: frozenset[str]
    gatherings: frozenset[str]
    titles: frozenset[str]
    around_noun: frozenset[str]
    around_same: frozenset[str]
    tell_nothing_apart: frozenset[str]


CUES = phrase_table(_Cues, "bot.dialogue", "cues.csv")

_NUMBERED = re.compile(  # no round and no day
    r"^(?:(?:แล้ว|งั้น|ส่วน)\s*)*"
    r"(?P<noun>(?!ครั้ง|วัน|รุ่น|รอบ|ระยะ|ปี|เฟส|อันดับ|รางวัล)[ก-๙]{3,12}?)ที่ ?(?P<digit>[1-9])"
    rf"(?![0-9])\s*(?:(?:คือ|มี|เป็น|ชื่อ|ทำ).{{0,20}}|{WHAT_OF})?$"
)
LAST = -1  # the place of the last of several
_TAKES = "เอา"
_LEANING = re.compile(f"{CUES.leaning}|(?:^|[ ก-๙]){CUES.described}ที่")
_POINTING = re.compile(rf"^(?:{CUES.before_pointing}\s*)*{CUES.pointing}\s*")
_LEADING = re.compile(rf"^(?:{CUES.leading}\s*)+{CUES.led_by}?\s*")
_POINTED_AT = re.compile(
    rf"^(?:{CUES.before_number}\s*)*(?:{CUES.numbered}(?:ที่)? ?(?P<digit>[1-9])(?![0-9.:])"
    rf"|{CUES.told_by_word}(?:ที่)?(?P<word>แรก|(?:สอง|สาม|สี่|ห้า)(?=\s|{CUES.alone}))"
    rf"|(?P<last>{CUES.the_last})(?:นี้|นั้น)?)\s*(?P<rest>.+)"
)
_WHAT_IT_IS = re.compile(
    f"(?:{CUES.before_name} *)*(?P<name>[ก-๙a-z0-9][ก-๙a-z0-9 .&/-]{{1,30}}?)"
    f" *(?:{CUES.after_name} *)*{CUES.what_it_is}"
)
_STILL = re.compile(f"(?:{CUES.before_still}|{NOW}| )*{CUES.still}")
_NOW = re.compile(NOW)
_HAS_LETTER = re.compile("[ก-ฮa-z0-9]")
_KIND = "|".join(sorted(CUES.kinds, key=len, reverse=True))
_POINTER = re.compile(
    "(?:(?:เกี่ยวกับ|ของ) ?)?(?:การ|ตัว)?"
    f"(?P<kind>(?:(?<!โรง)(?<!ทีม)(?<!พนัก)(?<!แรง)(?:{_KIND}))+)(?:อัน|ตัว|ครั้ง)? ?(?:นี้|นั้น|ดังกล่าว)"
)
_LEAST_ASKED = 4  # letters
_BETWEEN_THAI = re.compile("(?<=[ก-๙]) (?=[ก-๙])(?![ก-ฮ]{1,6}[.])")  # an abbreviation stands apart


def content_words(terms: Iterable[str]) -> list[str]:
    """The words of a question that name a subject; none of them is a question word."""
    return [*_content(tuple(terms))]


@lru_cache(maxsize=256)
def _content(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in terms if _HAS_LETTER.search(word) and not _asks_only(word))


def attribute_words(terms: Iterable[str]) -> list[str]:
    """The words for attributes that any subject may have: "เอกสาร", "เงื่อนไข"."""
    return [word for word in terms if word in CUES.attributes]


def attributes_asked(query: Query) -> list[str]:
    """The attributes that a question asks for, which have to be told; how has many names."""
    if query.aspect is Aspect.TOPIC and query.wants_yes_or_no:
        return [word for word in attribute_words(query.terms) if word not in CUES.applying]
    if query.aspect is Aspect.WHEN:  # a last day is told in many words
        return [
            word
            for word in attribute_words(query.terms)
            if word not in CUES.applying | CUES.last_day
        ]
    if query.aspect is Aspect.WHERE and location_asked(query):
        return []  # "ส่งไปเมืองไหน" is told by other words
    loose = query.aspect in (Aspect.HOW, Aspect.CONTACT, Aspect.TOPIC)
    return (
        sorted(one for one in CUES.documents if one in query.clean)
        if loose
        else attribute_words(query.terms)
    )


def asks_to_apply(terms: Iterable[str]) -> bool:
    """Whether one of the words asks to take part: "สมัครที่ไหน"."""
    return not CUES.applying.isdisjoint(terms)


def document_words(terms: Iterable[str]) -> list[str]:
    """The words for documents, which an entry names if it tells of them: "เอกสาร"."""
    return [word for word in terms if word in CUES.documents]


@lru_cache(maxsize=4_096)
def _asks_only(word: str) -> bool:
    """Whether a word is of `CUES.function`, or made of two or more of them: "ใช้ได้"."""
    if len(word) > LIMIT:
        return False
    starts = (end for end in range(1, len(word)) if word[:end] in CUES.function)
    return word in CUES.function or any(_asks_only(word[end:]) for end in starts)


def is_follow_up(clean: str) -> bool:
    """Whether a normalised message shows by its form that it goes on from the last one.

    "เอาขนมเข้าได้ไหม" picks nothing.
    """
    asks = clean.startswith(_TAKES) and wants_yes_or_no(clean)
    return not asks and len(squeeze(clean)) <= LIMIT and bool(_LEANING.search(clean))


def describes_one(clean: str) -> bool:
    """Whether it describes one of several: "อันที่ไปลาว"."""
    return len(squeeze(clean)) <= LIMIT and bool(_POINTING.match(clean))


def ordinal_reference(clean: str) -> tuple[int, str] | None:
    """Which of several a question is about, from 0, and what it asks: "อันแรกเอาไว้ทำอะไร".

    `LAST` of "อันหลังอยู่ที่ไหน".
    """
    found = _POINTED_AT.match(clean)
    if not found or len(squeeze(clean)) > LIMIT:
        return None
    if found["last"]:
        return LAST, found["rest"]
    return int(found["digit"] or ORDINALS[found["word"]]) - 1, found["rest"]


def numbered_thing(clean: str) -> tuple[str, int] | None:
    """The thing that a message asks for by number, and its place from 0: "กล่องที่ 3 คืออะไร"."""
    found = _NUMBERED.match(clean)
    return (found["noun"], int(found["digit"]) - 1) if found else None


def name_to_define(clean: str) -> str:
    """The name whose meaning is asked: "cwie" in "แล้ว cwie มันคืออะไรหรอ"; "" for none."""
    found = _WHAT_IT_IS.match(clean) if len(squeeze(clean)) <= LIMIT else None
    return found["name"] if found else ""


def only_asks_if_still(clean: str) -> bool:
    """Whether a message only asks if something is so to this day: "ยังรับอยู่ไหม".

    It begins with that, and so is of what is talked about: "กองทุนนี้ยังรับอยู่ไหม" names something.
    """
    return bool(_STILL.match(clean)) and wants_yes_or_no(clean)


def asks_next_time(text: str) -> bool:
    """Whether a text speaks of the next time of a recurring event: "ครั้งหน้า", "รอบถัดไป"."""
    return CUES.next_time.search(text) is not None


def asks_now(clean: str) -> bool:
    """Whether the present state of something is asked: "ตอนนี้ล่ะ ค่าเข้าเท่าไหร่"."""
    return bool(_NOW.search(clean))


def rejects_answer(clean: str) -> bool:
    """Whether it turns down what was answered and says more: "ไม่ใช่อันนี้ ที่ตรังอ่ะ"."""
    return bool(CUES.rejecting.match(clean))


def without_lead_in(clean: str) -> str:
    """A follow-up, or what points at one of several, without the words that say so."""
    rest = CUES.rejecting.sub("", clean).strip()
    rest = _POINTING.sub("", rest, count=1)
    return _LEADING.sub("", rest).strip() or clean


def join_words(words: Sequence[str]) -> str:
    """Words as they are typed: nothing stands between Thai ones, but before "วว."."""
    return _BETWEEN_THAI.sub("", " ".join(words))


def without_demonstratives(text: str) -> str:
    """A message without the words that point: "ยังเปิดอยู่ไหม" of "โครงการนี้ยังเปิดอยู่ไหม".

    As it is where hardly anything would be left, "แล้วโครงการนี้ล่ะ", where it is long, and where it
    turns down what it points at.
    """
    clean = cleaned(text)
    if len(squeeze(clean)) > LIMIT or rejects_answer(clean) or not _POINTER.search(clean):
        return text
    rest = " ".join(_POINTER.sub(" ", clean).split())
    said = [one for one in rest.split() if squeeze(one) not in PHRASES.courtesies]
    return rest if len(squeeze("".join(said))) >= _LEAST_ASKED else text


def demonstrative_nouns(clean: str) -> str:
    """The nouns behind which a message says "นี้" or "นั้น"; "" for none."""
    return " ".join(found["kind"] for found in _POINTER.finditer(clean))
