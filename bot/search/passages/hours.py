"""The hours of one of several places that a text tells the opening hours of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.search.passages.acts import WEEKDAY
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import CLOSED_DAY, HOUR

_CLOSED = "(?:ปิด|หยุด)(?:ให้)?(?:บริการ|ทำการ)?"
ASKS_OPEN = re.compile(f"(?:เปิด|ปิด)(?:ให้)?(?:บริการ|ทำการ|เข้าชม)? ?(?:{HOUR})|เวลา(?:เปิด|ทำการ)")
_ASKS_CLOSED = re.compile(CLOSED_DAY)
_TELLS = re.compile(
    "(?:เปิด(?:ให้)?(?:บริการ|ทำการ|เข้าชม)?|เวลาทำการ)\\s*"
    f"(?P<hours>(?:{_CLOSED}|{WEEKDAY}|ทุก|วัน|และ|หยุด|นักขัตฤกษ์|ราชการ|ตั้งแต่|เวลา|ถึง|เว้น|น\\."
    "|[0-9๐-๙.:()–-]|\\s)+)"
)
_HAS_HOURS = re.compile(f"[0-9๐-๙][.:][0-9๐-๙]|{WEEKDAY}|ทุกวัน")
_FROM_TO = re.compile(r"[0-9๐-๙][.:][0-9๐-๙]{2} ?(?:น\.)? ?(?:-|–|ถึง) ?[0-9๐-๙]")
_NAME_LETTERS, _WORD = 80, 3  # before the hours stands whose they are; letters of its words
_NOT_NAMED = False, 0


@dataclass(frozen=True, slots=True)
class _Opening:
    whose: str  # squeezed
    hours: str


def hours_of_site(text: str, question: str) -> str:
    """The hours of the place that a question names, where a text tells those of several.

    "" where it names none of them, or does not ask for hours or the day on which it is closed.
    """
    if not (ASKS_OPEN.search(question) or _ASKS_CLOSED.search(question)):
        return ""
    told = list(_openings(text))
    asked = _ASKS_CLOSED.sub("", ASKS_OPEN.sub("", question))
    words = [word for word in map(squeeze, Names.load().cut(asked)) if len(word) >= _WORD]
    scored = [_naming(one.whose, words) for one in told]
    best = max(scored, default=_NOT_NAMED)
    alone = len(told) > 1 and best > _NOT_NAMED and scored.count(best) == 1
    return told[scored.index(best)].hours if alone else ""


def _naming(whose: str, words: Sequence[str]) -> tuple[bool, int]:
    """How surely words name whose hours are told: by what stands right before these, by others.

    Before the first of several stands what all of them are part of: "งาน … ในร่มเปิด …".
    """
    return any(map(whose.endswith, words)), sum(word in whose for word in words)


def tells_hours(text: str) -> bool:
    """Whether a text tells from when to when something is open, or takes place."""
    return bool(_FROM_TO.search(text)) or any(_openings(text))


def _openings(text: str) -> Iterator[_Opening]:
    end = 0
    for found in _TELLS.finditer(text):
        hours = found["hours"].strip()
        if _HAS_HOURS.search(hours):
            before = text[max(end, found.start() - _NAME_LETTERS) : found.start()]
            whose = squeeze(normalise(before.rpartition("\n")[2]))
            yield _Opening(whose, hours.removesuffix("และ").strip())
            end = found.end()
