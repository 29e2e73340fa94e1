"""A sentence that tells a day, over the lines on which a site or a writer broke it.

Bodies keep such lines as they are; only what is looked for behind the day is read over them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.knowledge.words import release_pattern

_LONGEST_LINE = 180  # signs of one that was broken, with a place that stood on the next
_MOST_LINES = 12
_SPEAKS = re.compile("กล่าว|เผย|ระบุ|ชี้แจง")
_continues = release_pattern("%(sentence_goes_on)s")
_honorific = release_pattern("%(honorifics)s")


def lines_from(near: str, paragraphs: Sequence[str]) -> Sequence[str]:
    """From the paragraph on that ends with what stands behind a day; none where that is nothing."""
    ends = (n for n, one in enumerate(paragraphs) if near and one.endswith(near))
    return paragraphs[next(ends, len(paragraphs)) :]


def over_lines(near: str, paragraphs: Sequence[str]) -> str:
    """What stands behind a day up to the end of its paragraph, and the lines that go on with it."""
    for above, line in pairwise(lines_from(near, paragraphs)[:_MOST_LINES]):
        if not _goes_on(above, line):
            break
        near = f"{near} {line}"
    return near


def _goes_on(above: str, line: str) -> bool:
    """Whether a line goes on with a sentence: in words that do, or below another short line."""
    if _continues().match(line):
        return True
    speaks = _honorific().match(line) and _SPEAKS.search(line)
    return not speaks and max(len(above), len(line)) <= _LONGEST_LINE
