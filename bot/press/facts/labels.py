"""Lines that are labels of the next one, as posters and page builders set them."""

import re
from collections.abc import Sequence

from bot.knowledge.words import release_pattern
from bot.thai.written_dates import MONTHS

_LONGEST_LABEL = 25
_DAY_LINE = re.compile(r"(?:ภายใน|ตั้งแต่|ระหว่าง|ถึง)?\s?วัน[ก-๙]{0,10}(?:ที่)?\s*[0-9๐-๙].{0,120}")
_YEAR = re.compile("(?:พ\\.ศ\\.\\s?)?(?:25[0-9]{2}|๒๕[๐-๙]{2})")
_MONTH_END = re.compile(rf"(?:{'|'.join(MONTHS)}|[ก-ฮ]{{1,2}}\.\s?[ก-ฮ]\.)$")
_invitation = release_pattern(r"(?:%(invitations)s)\s*[.:：!]*")
_label = release_pattern(r"(?:%(labels)s)\s*[.:：!]*")
# A label above a day that is no day of the release: "ประกาศผล", "มอบรางวัล".
_deadline = release_pattern(r"\W{0,4}(?:%(day_labels)s|(?!ประกาศ$)(?:%(other_days)s))\S{0,20}$")


def with_labels(lines: Sequence[str]) -> list[str]:
    """The lines, each label joined with its value, and a year with its month.

    A first line that only invites is joined with what it invites to.
    """
    joined = list(lines[:1])
    for number, line in enumerate(lines[1:]):
        invited = number == 1 and len(joined) == 1 and line.startswith("และ")
        if invited or _is_labelled(joined, line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _is_labelled(above: Sequence[str], line: str) -> bool:
    """Whether the last of the lines above is a label of this one."""
    last = above[-1]
    if len(above) == 1:
        return _invitation().fullmatch(last) is not None
    if _YEAR.fullmatch(line):
        return _MONTH_END.search(last) is not None
    if len(last) > _LONGEST_LABEL or _label().fullmatch(line):
        return False
    told = _DAY_LINE.fullmatch(line) and _deadline().match(last)
    return bool(told or _label().fullmatch(last))
