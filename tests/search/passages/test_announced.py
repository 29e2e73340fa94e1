"""A fair is not held where, nor on the day on which, somebody was told of it."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Kind
from bot.search.passages.quoting import quote
from bot.search.ranking import Query
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of

_DAY, _HALL = date(2026, 8, 9), "ตึกลมเย็น"
_TITLE = "รัฐมนตรีว่าวเข้าพบนายกฯ เพื่อประชาสัมพันธ์งานมหกรรมว่าวโลก"
_BODY = (
    "วันที่ 9 สิงหาคม 2569 ณ ตึกลมเย็น รัฐมนตรีว่าวเข้าพบนายกรัฐมนตรี\n\n"
    "งานมหกรรมว่าวโลกจัดขึ้นระหว่างวันที่ 13 - 21 สิงหาคม 2569"
)


def _told(title: str, question: str, end: date = _DAY) -> str:
    event, clean = Event(_DAY, end, venue=_HALL), normalise(question)
    entry = Entry("e", title, _BODY, kind=Kind.EVENT, event=event, published=_DAY)
    fact = quote(entry, Query(question, clean, aspect=aspect_of(clean)), _DAY).fact
    return fact.text if fact else ""


@pytest.mark.parametrize("question", ["งานจัดวันไหนถึงวันไหน", "มหกรรมว่าวโลกจัดวันไหน"])
def test_a_fair_is_on_its_own_days(question: str) -> None:
    """Which the text tells behind the day of the visit."""
    assert "13 - 21 สิงหาคม" in _told(_TITLE, question)


def test_a_fair_has_a_place_of_its_own() -> None:
    """That a text need not tell."""
    assert not _told(_TITLE, "งานจัดที่ไหน")


@pytest.mark.parametrize(
    ("title", "question"),
    [
        (_TITLE, "ที่ไหน"),
        (_TITLE, "เข้าพบที่ไหนก่อนมีงาน"),
        ("รัฐมนตรีว่าวเปิดงานมหกรรมว่าวโลก", "งานจัดที่ไหน"),
    ],
)
def test_a_visit_was_where_it_was(title: str, question: str) -> None:
    """And so is a fair of which nobody was only told."""
    assert _HALL in _told(title, question)


def test_what_goes_on_for_days_is_the_fair() -> None:
    """Whoever tells the press that all is ready names its days."""
    assert _HALL in _told("กรมลมแถลงความพร้อมจัดงานมหกรรมว่าวโลก", "งานจัดที่ไหน", date(2026, 8, 21))
