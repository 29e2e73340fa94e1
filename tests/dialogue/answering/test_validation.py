"""An entry may answer of which no fact is sure."""

import pytest

from bot.dialogue.answering.validation import is_wrong_place, may_stand_first
from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Entry, Event, Kind
from bot.search.passages.facts import FoundFact
from bot.thai.questions import Aspect
from tests.dialogue.base import ENTRIES, Talk, over
from tests.search.passages.base import searched

REEF = Entry(
    "reef",
    "ปลูกปะการังกับชาวบ้าน",
    "ปีนี้ชาวบ้านปลูกปะการังไปแล้ว 400 กอ กรมทรัพยากรทางทะเลเตรียมกิ่งปะการังไว้ให้\n\nเชือกที่ใช้ผูกเหลือจากอวนเก่า",
    Kind.SERVICE,
    questions=("เชือกผูกปะการังเอามาจากที่ไหน",),
)


@pytest.mark.parametrize(
    "question", ["กิ่งปะการังได้มาจากไหน", "ใครให้กิ่งปะการัง", "ใครเป็นคนเตรียมกิ่งปะการัง", "เชือกเอามาจากที่ไหน"]
)
def test_whence_something_comes_is_told_by_whoever_stands_beside_it(question: str) -> None:
    """Or where the entry lists a question with all the words: it is not denied."""
    talk = Talk(over((*ENTRIES, REEF)))
    assert "reef" == talk.say("ปลูกปะการังกับชาวบ้าน").entry
    assert (Outcome.ANSWER, "reef") == ((told := talk.say(question)).outcome, told.entry)


def test_what_nothing_stands_beside_is_not_told() -> None:
    """A word of the entry that no organisation is named by, nor any question lists."""
    talk = Talk(over((*ENTRIES, REEF)))
    assert "reef" == talk.say("ปลูกปะการังกับชาวบ้าน").entry
    assert Outcome.NO_ANSWER == talk.say("อวนได้มาจากไหน").outcome


def test_whoever_is_named_is_not_who_did_not_come() -> None:
    """ "ใครไม่มา" is told nobody first; who may not is no such question."""
    told = FoundFact("นายดิน ลมเย็น", Aspect.WHO, 1.0, stated=True)
    asked = ("ประชุมว่าวใครไม่มา", "ประชุมว่าวใครมา")
    assert [may_stand_first(told, searched(one), strict=False) for one in asked] == [False, True]


@pytest.mark.parametrize(("number", "first"), [("15 ตัว", False), ("15 ตัว จาก 6 จังหวัด", True)])
def test_one_number_is_half_an_answer_to_who_asks_for_two(number: str, *, first: bool) -> None:
    """Both together are told first."""
    told = FoundFact(number, Aspect.HOWMANY, 1.0)
    asked = searched("งานว่าวมีว่าวกี่ตัว จากกี่จังหวัด")
    assert first is may_stand_first(told, asked, strict=False)


@pytest.mark.parametrize("question", ["ครั้งต่อไปวันไหน", "รอบหน้าเมื่อไหร่"])
def test_the_day_of_the_news_is_not_that_of_the_next_time(question: str) -> None:
    talk = Talk()
    assert "news-bamboo" == talk.say("จักรยานไม้ไผ่ฝีมือนักวิจัย").entry
    assert Outcome.NO_ANSWER is talk.say(question).outcome


def test_a_city_that_stands_behind_what_was_held_is_told() -> None:
    """Though the title names neither; what was not held there is not."""
    met = Entry(
        "met",
        "ปลัดเกาะไผ่ไปพบผู้ทำว่าวจีน",
        "ในระหว่างการประชุม World Kite Forum ครั้งที่ 1 ณ นครฉงชิ่ง ปลัดได้พบผู้ทำว่าว และสนใจตลาดปลาทู",
        Kind.NEWS,
        event=Event(venue="นครฉงชิ่ง"),
    )
    brain = over((*ENTRIES, met))
    assert "นครฉงชิ่ง" == Talk(brain).say("World Kite Forum ครั้งที่ 1 จัดเมืองไหน").answer
    told = FoundFact("นครฉงชิ่ง", Aspect.WHERE, 0.9, stated=True)
    assert is_wrong_place(told, met, searched("ตลาดปลาทูเมืองไหน"))
