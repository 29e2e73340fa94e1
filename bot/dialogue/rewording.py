"""The last question asked anew: of another year or place, of the one before, of another subject."""

import re
from collections.abc import Sequence
from datetime import date

from bot.dialogue.labels import days_of
from bot.dialogue.phrases import COURTESIES, made_of, words
from bot.knowledge.entries import Entry
from bot.thai.dates import ERA, find_dates, without_dates
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze, strip_frames

_MOST_WORDS = 4  # of the last question that are exchanged in turn
_YEAR_AFTER, _YEAR_BEFORE = (
    re.compile("ปี(?:ถัดไป|ถัดมา|ต่อมา|ต่อไป)"),
    re.compile("ปีก่อนหน้า(?:นี้|นั้น)?"),
)
_SHORT_YEAR = re.compile("[56][0-9]")  # "มหกรรมวิทย์ 61"
_GOES_ON = "แล้ว"
_BETWEEN_THAI = re.compile("(?<=[ก-๙]) (?=[ก-๙])")
_OTHERS = re.compile("(?:ข่าว|เรื่อง|งาน|อัน|ตัว|ข้อ|ปี|แบบ|ที่)?อื่น")
_AROUND = words("แล้ว ล่ะ ละ มี ไหม มั้ย อีก บ้าง ของ ขอ ดู จัด งาน ข่าว เรื่อง อะไร ไร")


def named_year(clean: str, topic: Entry) -> str:
    """ "ปี 2565" for "ปีก่อนหน้า" of an event of 2566; "" where a message says more or less."""
    days, letters = days_of(topic), squeeze(clean)
    for step, said in ((1, _YEAR_AFTER), (-1, _YEAR_BEFORE)):
        if days and made_of(letters, said, _AROUND):
            return f"ปี {days[0].year + ERA + step}"
    return ""


def of_other_years(clean: str) -> bool:
    """Whether the others that a message asks for are of other years."""
    return "ปี" in squeeze(clean)


def wants_others(clean: str) -> bool:
    """Whether a normalised message asks for whatever else there was: "ข่าวอื่นล่ะ"."""
    return made_of(squeeze(clean), _OTHERS, _AROUND | COURTESIES)


def of_another(question: str, more: str, today: date) -> str:
    """A question with its years and places taken out, and those of `more` put behind it."""
    clean = normalise(question)
    words = Names.load().cut(without_dates(clean, find_dates(clean, today)))
    places = {form for form, _ in Names.load().places_among(words)}
    bare = (word for word in words if word not in places and not _SHORT_YEAR.fullmatch(word))
    return f"{''.join(bare).strip()} {more}".strip()


def in_turn(words: Sequence[str], own: Sequence[str], more: str) -> list[str]:
    """A question's words with `more` behind them, then in the place of each that names something.

    Each once; `own` are those words.
    """
    bare = strip_frames(more).removeprefix(_GOES_ON)
    beside = f"{_joined(words)} {bare}"
    exchanged = (
        _joined([bare if one == word else one for one in words]) for word in own[:_MOST_WORDS]
    )
    return list(dict.fromkeys((beside, *exchanged)))


def _joined(words: Sequence[str]) -> str:
    """Words as they are typed: nothing stands between Thai ones."""
    return _BETWEEN_THAI.sub("", " ".join(words))
