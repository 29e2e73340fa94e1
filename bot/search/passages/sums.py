"""Of what a sum of money is by the words before it: lent, spent, earned, saved or lost."""

import re
from functools import lru_cache
from itertools import chain

from bot.knowledge.words import any_of, shipped_lists

_BEFORE = 48  # letters before a sum
_NUMBER = re.compile("[0-9๐-๙]")  # what stands before another is of that


def is_of_sum(text: str, start: int, asked: str) -> bool | None:
    """Whether a sum that begins at a place is of the `asked` kind; None if either is of none.

    "เงินกู้ 1 ล้านล้านบาท" is not what was earned, "สร้างมูลค่าเท่าไหร่".
    """
    number = _NUMBER.search(text, start) if asked else None
    before = text[max(0, start - _BEFORE) : number.start() if number else start]
    told = kind_of_sum(_NUMBER.split(before.rpartition("\n")[2])[-1]) if number else ""
    return told == asked if told else None


def kind_of_sum(text: str) -> str:
    """The kind of sum of which the last word of a text for any tells; "" for none."""
    found = _words().findall(text)
    kinds = shipped_lists("sums").items()
    return next((kind for kind, words in kinds if found and found[-1] in words), "")


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(any_of(chain.from_iterable(shipped_lists("sums").values())))
