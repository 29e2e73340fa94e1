"""Prizes: who won, and that what a text tells of the winner is nothing of the second."""

import re

from bot.knowledge.entries import Entry
from bot.thai.numbers import number_of

_NUMBER = "(?:ที่)? ?([1-9๑-๙](?![0-9๐-๙,.])|หนึ่ง|สอง|สาม|สี่|ห้า)"
_RUNNER_UP = f"รอง(?:ชนะ(?:เลิศ)?|แชมป์|(?=อันดับ|ลำดับ))(?: ?(?:อันดับ|ลำดับ)?{_NUMBER})?"
_TOLD = re.compile(f"{_RUNNER_UP}|(?<!ชิง)ชนะเลิศ|รางวัล(?:ที่|อันดับ){_NUMBER}")
_ASKED = re.compile(f"{_RUNNER_UP}|(?<!ชิง)ชนะ|แชมป์|(?:ได้|รางวัล|อันดับ){_NUMBER}")
_WON = "ชนะ|แชมป์|ที่ ?(?:1|หนึ่ง)(?![0-9])|(?:รับ)?(?:รางวัล|เหรียญ|ถ้วย)|คว้า(?!น)"
_WHO_WON = (
    "ใคร|(?:ทีม|โรงเรียน|วิทยาลัย|มหาวิทยาลัย|มหาลัย|คน|กลุ่ม|บริษัท|ผลงาน|จังหวัด|ประเทศ) ?(?:ไหน|ใด|อะไร)"
)
_ASKS_WINNER = re.compile(
    f"(?:{_WHO_WON}) ?(?:เป็น|ผู้|คน|ที่(?! ?[1ห])|จะ|ได้|เคย){{0,4}}(?:{_WON})"
    f"|(?:ชนะ|แชมป์|รางวัล).{{0,40}}(?:คือ|เป็น|ได้แก่) ?(?:{_WHO_WON}|ทีม)"
)
_WINNER = re.compile("^(?:ผู้|ทีม)?(?:ที่)?(?:ได้)?(?:รางวัล)?(?:ชนะ|แชมป์)")
_SECOND = re.compile("รอง|(?:ที่|อันดับ) ?[2-9]")


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
    number = number_of(next(filter(None, found.groups()), "")) or 1
    return 1 + number if found[0].startswith("รอง") else number


def asks_winner(question: str) -> bool:
    """Whether a normalised question wants who won: "ทีมไหนได้แชมป์"."""
    return bool(_ASKS_WINNER.search(question))


def winner_stated(entry: Entry, clean: str) -> str:
    """Whom staff named as the winner, to who asks that and not for the second."""
    if not asks_winner(clean) or _SECOND.search(clean):
        return ""
    return next((value for label, value in entry.facts.items() if _WINNER.search(label)), "")
