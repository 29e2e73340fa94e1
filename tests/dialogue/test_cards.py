"""An entry as blocks."""

from datetime import date

from bot.dialogue.cards import paragraphs
from bot.knowledge.entries import Entry, Event, Kind


def test_what_stands_beside_that_it_is_over_is_told() -> None:
    """The card says itself that an event is over, and nothing else of that paragraph."""
    day = date(2023, 7, 8)
    body = "งานเปิดบูธ\n\nงานนี้ผ่านไปแล้ว วันจบของทั้งงาน เราไม่มีข้อมูล"
    event = Entry("e", "งานบูธ", body, Kind.EVENT, event=Event(day, day))
    assert ["งานเปิดบูธ", "วันจบของทั้งงาน เราไม่มีข้อมูล"] == paragraphs(event)
    bare = Entry("e", "งานบูธ", "งานเปิดบูธ\n\nงานนี้ผ่านไปแล้ว", Kind.EVENT, event=Event(day, day))
    assert ["งานเปิดบูธ"] == paragraphs(bare)
