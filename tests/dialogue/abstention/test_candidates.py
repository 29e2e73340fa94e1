"""What cannot answer is not offered, whatever it shares with the question."""

from datetime import date

import pytest

from bot.dialogue.abstention.candidates import is_unable, with_thing_wanted
from bot.knowledge.entries import Contact, Entry, Event
from tests.search.passages.base import searched

LESSON = Entry(
    "l",
    "สอนทำสบู่ให้ครู",
    "สอนทำสบู่ให้ครู ณ หอดูดาวบางน้ำ ค่าที่พักครูคืนละ 500 บาท",
    event=Event(date(2020, 2, 17), venue="หอดูดาวบางน้ำ"),
)
TOWER = Entry("t", "หอดูดาวบางน้ำ", "หอดูดาวบางน้ำ", contact=Contact(hours="ทุกวัน 09.00-16.00 น."))


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
    assert unable == is_unable(entry, searched(question))


def test_the_thing_wanted_comes_before_what_only_shares_words() -> None:
    """Who wants soap is not offered a tower; where nothing is called so, all may be meant."""
    offered = [TOWER, LESSON]

    assert [LESSON] == with_thing_wanted(offered, searched("มีสบู่ของหอดูดาวบางน้ำไหม"))
    assert [LESSON] == with_thing_wanted(offered, searched("หอดูดาวบางน้ำ อยากได้สบู่"))
    assert offered == with_thing_wanted(offered, searched("มีเทียนของหอดูดาวบางน้ำไหม"))
    assert offered == with_thing_wanted(offered, searched("หอดูดาวบางน้ำไม่มีสบู่หรือ"))
