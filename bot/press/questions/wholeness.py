"""Whether a phrase stands whole in a text, or its noun phrase goes on behind it everywhere."""

import re
from collections.abc import Sequence

from bot.knowledge.words import places_of
from bot.press.facts.headlines import opens_another, title_words

_LISTED = re.compile(  # "ระบบวิทยาศาสตร์ วิจัยและนวัตกรรม", "การสร้างความรู้ ความเข้าใจ"
    r" (?P<next>[ก-๙]{2,24} ?และ[ก-๙]{3,}|ความ(?!ร่วมมือ)[ก-๙]{3,})"
)
_COUNTED = re.compile(r"(?:ที่)? ?(?:หนึ่ง|สอง|สาม|สี่|แรก|ละ)(?![ก-๎]*ๆ)|ที่ [0-9]")
_LONGEST = 40  # letters that tell what opens behind a name
_SAME = 8  # letters behind a name that are its own where each telling goes on with them
_FOLLOWS = re.compile("(?<=[ก-๎])(?:(?=[ก-๙])| ?(?=[A-Z]))")
_LETTER = re.compile("(?!s(?![A-Za-z]))[A-Za-z0-9]")  # behind which it is no plural


def goes_on(name: str, text: str) -> bool:
    """Whether it is half a name wherever the text has it; a text may be cut inside one."""
    ends = [place + len(name) for place in places_of(name, text)] if name else []
    cut = any(_cuts_a_word(text, end) for end in ends)
    return bool(ends) and (
        _is_always_more(text, ends)
        or all(_is_inside(text, end) or (cut and text.startswith("\n", end)) for end in ends)
    )


def _is_always_more(text: str, ends: Sequence[int]) -> bool:
    """Whether every telling, several at least, goes on with the same, which no sentence does."""
    title = text.partition("\n")[0]
    told = {text[end : end + _SAME] for end in ends}
    begun = _FOLLOWS.match(text, ends[0])
    if len(told) > 1 or not begun or "\n" in "".join(told) or text.count(title, len(title)):
        return False
    rest = text[begun.end() : begun.end() + _LONGEST]
    free = title_words().ends_free.match(text, ends[0])
    return len(ends) > 1 and not (free or opens_another(rest))


def _is_inside(text: str, end: int) -> bool:
    """Whether a noun phrase goes on there: a list, a number of its kind, a word, a cut text."""
    more = lists_on(text, end) or _COUNTED.match(text, end)
    return bool(end == len(text) or _cuts_a_word(text, end) or more)


def _cuts_a_word(text: str, end: int) -> bool:
    return text[end - 1].isascii() and _LETTER.match(text, end) is not None


def lists_on(text: str, end: int) -> bool:
    """Whether what comes behind the blank is the rest of a list, and no deed, aim or place."""
    found = None if text[end - 1].isascii() else _LISTED.match(text, end)
    return found is not None and not opens_another(found["next"])


def told_in_one(phrase: str, text: str) -> int:
    """The letters of the longest piece of the phrase that the text has."""
    longest = start = 0
    while start + longest < len(phrase):
        if phrase[start : start + longest + 1] in text:
            longest += 1
        else:
            start += 1
    return longest
