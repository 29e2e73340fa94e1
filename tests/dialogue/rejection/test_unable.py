"""What cannot answer is not offered, whatever it shares with the question."""

from datetime import date

import pytest

from bot.dialogue.rejection.unable import is_unable
from bot.knowledge.entries import Contact, Entry, Event
from bot.search.ranking import Query
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of

LESSON = Entry(
    "l",
    "สอนทำสบู่ให้ครู",
    "สอนทำสบู่ให้ครู ณ หอดูดาวบางน้ำ ค่าที่พักครูคืนละ 500 บาท",
    event=Event(date(2020, 2, 17), venue="หอดูดาวบางน้ำ"),
)
TOWER = Entry("t", "หอดูดาวบางน้ำ", "หอดูดาวบางน้ำ", contact=Contact(hours="ทุกวัน 09.00-16.00 น."))


def _query(text: str) -> Query:
    clean = normalise(text)
    return Query(text, clean, terms=tuple(Names.load().cut(clean)), aspect=aspect_of(clean))


@pytest.mark.parametrize(
    ("entry", "question", "unable"),
    [
        (LESSON, "หอดูดาวบางน้ำเปิดกี่โมง", True),
        (TOWER, "หอดูดาวบางน้ำเปิดกี่โมง", False),
        (LESSON, "ค่าเทอมครูสบู่กี่บาท", True),
        (LESSON, "ค่าที่พักครูสอนสบู่กี่บาท", False),
        (LESSON, "ค่าไฟครูสบู่กี่บาท", True),
        (LESSON, "ค่าใบรับรองครูสบู่กี่บาท", True),
        (LESSON, "ครูเลี้ยงช้างเผือกยังไง", True),
        (LESSON, "ครูสอนทำสบู่ยังไง", False),
    ],
)
def test_some_cannot_answer(entry: Entry, question: str, *, unable: bool) -> None:
    """No hours of a place where something was held once, no other fee, no single word in common."""
    assert unable == is_unable(entry, _query(question))
