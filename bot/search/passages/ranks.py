"""Prizes by their rank: what a text tells of the winner is nothing of the second."""

import re

_NUMBERS = {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5}
_NUMBER = f"(?:ที่)? ?([1-9๑-๙](?![0-9๐-๙,.])|{'|'.join(_NUMBERS)})"
_RUNNER_UP = f"รอง(?:ชนะ(?:เลิศ)?|แชมป์|(?=อันดับ|ลำดับ))(?: ?(?:อันดับ|ลำดับ)?{_NUMBER})?"
_TOLD = re.compile(f"{_RUNNER_UP}|(?<!ชิง)ชนะเลิศ|รางวัล(?:ที่|อันดับ){_NUMBER}")
_ASKED = re.compile(f"{_RUNNER_UP}|(?<!ชิง)ชนะ|แชมป์|(?:ได้|รางวัล|อันดับ){_NUMBER}")


def is_of_other_rank(text: str, place: int, question: str) -> bool:
    """Whether a paragraph tells, up to a place, of another rank than a normalised question asks."""
    asked = _ASKED.search(question)
    if asked is None:
        return False
    paragraph = text[:place].rpartition("\n")[2]
    told = list(_TOLD.finditer(paragraph))
    return bool(told) and _rank(told[-1]) != _rank(asked)


def _rank(found: re.Match[str]) -> int:
    """From 1, the winner; the first behind the winner is 2."""
    number = next((one for one in found.groups() if one), "")
    if found[0].startswith("รอง"):
        return 1 + (_NUMBERS.get(number) or int(number or 1))
    return _NUMBERS.get(number) or int(number or 1)
