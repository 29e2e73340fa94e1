"""The last question asked anew: of another year or place, of the one before, of another subject."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.dialogue.labels import days_of
from bot.dialogue.phrases import COURTESIES, made_of, words
from bot.knowledge.entries import Entry
from bot.thai.dates import ERA, find_dates, without_dates
from bot.thai.names import Names
from bot.thai.normalise import squeeze

_MOST_WORDS = 6  # of the last question that are exchanged in turn
_YEAR_AFTER, _YEAR_BEFORE = (
    re.compile("ปี(?:ถัดไป|ถัดมา|ต่อมา|ต่อไป)"),
    re.compile("ปีก่อนหน้า(?:นี้|นั้น)?"),
)
_OTHERS = re.compile("(?:ข่าว|เรื่อง|งาน|อัน|ตัว|ข้อ|ปี|แบบ|ที่)?อื่น")
_AROUND = words("แล้ว ล่ะ ละ มี ไหม มั้ย อีก บ้าง ของ ขอ ดู จัด งาน ข่าว เรื่อง อะไร ไร")


def named_year(clean: str, topic: Entry) -> str:
    """ "ปี 2565" for "ปีก่อนหน้า" of an event of 2566; "" where a message says more or less."""
    days, letters = days_of(topic), squeeze(clean)
    for step, said in ((1, _YEAR_AFTER), (-1, _YEAR_BEFORE)):
        if days and made_of(letters, said, _AROUND):
            return f"ปี {days[0].year + ERA + step}"
    return ""


def wants_others(clean: str) -> bool:
    """Whether a normalised message asks for whatever else there was: "ข่าวอื่นล่ะ"."""
    return made_of(squeeze(clean), _OTHERS, _AROUND | COURTESIES)


def of_another(question: str, more: str, today: date) -> str:
    """A question with its years and places taken out, and those of `more` put behind it."""
    bare = without_dates(question, find_dates(question, today))
    for form, _ in Names.load().places_in(bare):
        bare = bare.replace(form, " ", 1)
    return f"{' '.join(bare.split())} {more}"


def in_turn(question: str, own: Sequence[str], more: str) -> Iterator[str]:
    """A question with `more` behind it, then in the place of each word that names something."""
    yield f"{question} {more}"
    yield from (question.replace(word, more, 1) for word in own[:_MOST_WORDS])
