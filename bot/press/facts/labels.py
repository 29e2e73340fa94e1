"""Lines that name what stands in the next one, as posters and page builders set them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.knowledge.words import any_of, release_words, shipped_lists
from bot.thai.written_dates import MONTHS

_LONGEST_LABEL = 25
_DAY_LINE = re.compile(r"(?:ภายใน|ตั้งแต่|ระหว่าง|ถึง)?\s?วัน[ก-๙]{0,10}(?:ที่)?\s*[0-9๐-๙].{0,120}")
_YEAR = re.compile("(?:พ\\.ศ\\.\\s?)?(?:25[0-9]{2}|๒๕[๐-๙]{2})")
_MONTH_END = re.compile(rf"(?:{'|'.join(MONTHS)}|[ก-ฮ]{{1,2}}\.\s?[ก-ฮ]\.)$")


def with_labels(lines: Sequence[str]) -> list[str]:
    """The lines, each label in one with what it names, and a year with its month.

    A first line that only invites is one with what it invites to.
    """
    joined = list(lines[:1])
    for number, line in enumerate(lines[1:]):
        invited = number == 1 and len(joined) == 1 and line.startswith("และ")
        if invited or _is_named(joined, line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _is_named(above: Sequence[str], line: str) -> bool:
    """Whether the last of the lines above says what this one is."""
    last = above[-1]
    if len(above) == 1:
        return _lists("invitations").fullmatch(last) is not None
    if _YEAR.fullmatch(line):
        return _MONTH_END.search(last) is not None
    if len(last) > _LONGEST_LABEL or _lists("labels").fullmatch(line):
        return False
    told = _DAY_LINE.fullmatch(line) and _deadlines().match(last)
    return bool(told or _lists("labels").fullmatch(last))


@lru_cache(maxsize=2)
def _lists(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(shipped_lists('post_words')[name])})\s*[.:：!]*")


@lru_cache(maxsize=1)
def _deadlines() -> re.Pattern[str]:
    """What begins a label above a day that is no day of the release: "ประกาศผล", "มอบรางวัล"."""
    told = any_of(shipped_lists("post_words")["day_labels"])
    return re.compile(
        rf"\W{{0,4}}(?:{told}|(?!ประกาศ$)(?:{release_words().other_days}))\S{{0,20}}$"
    )
