"""A talk remembers the topics before the one of now, and messages may go back to them."""

import pytest

from bot.dialogue.conversation import Conversation, PreviousTopic
from bot.dialogue.replies import Outcome
from bot.dialogue.rewriting.topic_return import returned_topic
from tests.dialogue.base import AT, ENTRIES, Talk

CAMP, ROBOTS, BIKE = "camp-moon-loei", "fair-robot-trang", "news-bamboo"
KNOWN = {one.id: one for one in ENTRIES if one.id in (CAMP, ROBOTS, BIKE)}
TWO = Conversation(ROBOTS, question="หุ่นยนต์", previous=(PreviousTopic(CAMP, "ค่าย"),), updated_at=AT)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("แล้วอันก่อน", ""),
        ("อันก่อนหน้านี้ล่ะคะ", ""),
        ("อันก่อนหน้านี้ล่ะ ฟรีไหม", "ฟรีไหม"),
        ("กลับไปเรื่องก่อนหน้านี้ เบอร์โทรอะไร", "เบอร์โทรอะไร"),
        ("ไม่เอาอันนี้ เอาอันก่อน จัดที่ไหน", "จัดที่ไหน"),
        ("เรื่องที่ถามก่อนหน้านี้ ใครจัด", "ใครจัด"),
        ("ขอเบอร์ของอันก่อนหน้านี้หน่อยค่ะ", "ขอเบอร์"),
    ],
)
def test_a_message_goes_back_to_the_topic_before(text: str, asked: str) -> None:
    """With whatever it asks of that."""
    then = Conversation(CAMP, question="ค่าย", updated_at=AT)
    assert returned_topic(text, TWO, KNOWN) == (then, asked)


@pytest.mark.parametrize(
    "text",
    [
        "ปีก่อนหน้านี้ล่ะ",
        "คนก่อนคือใคร",
        "งานก่อนเปิดเทอมมีอะไรบ้าง",
        "อันก่อนปี 2560 ล่ะ",
        "ต้องสมัครก่อนไหม",
        "เรื่องก่อนหน้านี้ที่กระทรวงแถลงไว้เมื่อสัปดาห์ก่อนเรื่องค่ายดูดวงจันทร์ที่ภูกระดึงสรุปว่าอย่างไรบ้าง",
    ],
)
def test_other_messages_go_back_to_nothing(text: str) -> None:
    """A year, a person, what is done first, and what says so much that it stands on its own."""
    assert returned_topic(text, TWO, KNOWN) is None


def test_a_topic_is_gone_back_to_by_its_name() -> None:
    """However long ago it was, as far as it is remembered; another name is a new question."""
    talk = Conversation(
        BIKE, previous=(PreviousTopic(ROBOTS, "ยาง"), PreviousTopic(CAMP, "ค่าย")), updated_at=AT
    )
    then = Conversation(CAMP, question="ค่าย", updated_at=AT)
    assert returned_topic("กลับไปเรื่องค่าย ใครเปิด", talk, KNOWN) == (then, "ใครเปิด")
    assert returned_topic("ย้อนกลับไปที่เรื่องค่ายดูดวงจันทร์", talk, KNOWN) == (then, "")
    assert returned_topic("ขอกลับมาเรื่องค่าย ใครเปิด", talk, KNOWN) == (then, "ใครเปิด")
    assert returned_topic("กลับไปเรื่องปลาทู ใครเปิด", talk, KNOWN) is None


def test_a_topic_is_gone_back_to_by_its_year_or_its_question() -> None:
    """Though the topic may stay, and another thing was asked in vain meanwhile."""
    talk = Conversation(
        CAMP, question="ใครเป็น รมว.", previous=(PreviousTopic(CAMP, "ค่ายกางเต็นท์ปีนี้"),)
    )
    then = Conversation(CAMP, question="ค่ายกางเต็นท์ปีนี้")
    assert returned_topic("กลับมางานกางเต็นท์เมื่อกี้ ใครเปิด", talk, KNOWN) == (then, "ใครเปิด")
    two = Conversation(CAMP, question="ค่าย", previous=(PreviousTopic(ROBOTS, "ยาง"),))
    assert returned_topic("กลับมาเรื่องปี58 จัดที่ไหน", two, KNOWN) == (
        Conversation(ROBOTS, question="ยาง"),
        "จัดที่ไหน",
    )
    assert returned_topic("กลับมาเรื่องปี61 จัดที่ไหน", two, KNOWN) is None
    assert returned_topic("เมื่อกี้ปี 58 จัดที่ไหน", two, KNOWN) == (
        Conversation(ROBOTS, question="ยาง"),
        "จัดที่ไหน",
    )
    assert returned_topic("เมื่อกี้ปีใหม่ จัดที่ไหน", two, KNOWN) is None


def test_what_was_answered_is_remembered_over_what_was_not() -> None:
    """However often the topic was asked another thing in vain."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    for text in ("เครื่องบินเจ็ตสีชมพู", "ปลาหมึกสีฟ้า"):
        talk.say(text)
    assert PreviousTopic(CAMP, "ค่ายดูดวงจันทร์จัดวันไหน") in talk.memory.previous
    assert talk.say("อันก่อนหน้านี้จัดที่ไหน").entry == CAMP


def test_topics_are_gone_back_to_in_turn() -> None:
    """The one left for it is then the one before."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    talk.say("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน")
    assert talk.say("อันก่อนหน้านี้จัดที่ไหน").entry == CAMP
    assert talk.say("ใครเปิดค่าย").entry == CAMP
    assert talk.say("แล้วอันก่อนล่ะ").entry == ROBOTS


def test_a_topic_is_remembered_over_what_found_nothing() -> None:
    """And over thanks; of a gone entry the topic before that is meant."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    talk.say("ไมโครเวฟเสียแล้วซ่อมที่ร้านไหนในซอยดีล่ะ")
    talk.say("ขอบคุณค่ะ")
    assert talk.say("เรื่องก่อนหน้านี้จัดที่ไหน").entry == CAMP
    gone = Conversation(previous=(PreviousTopic("gone"), PreviousTopic(CAMP)))
    assert returned_topic("อันก่อน", gone, KNOWN) == (Conversation(CAMP), "")


def test_without_one_before_the_topic_itself_is_meant() -> None:
    """It is what came before the message; with no topic at all it is a message like any other."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert talk.say("เรื่องก่อนหน้านี้จัดที่ไหน").entry == CAMP
    assert returned_topic("อันก่อนหน้านี้ล่ะ", Conversation(), KNOWN) is None
    assert talk.say("เมนู").outcome is Outcome.MENU
    assert talk.memory.previous == ()


def test_only_so_many_topics_are_remembered() -> None:
    """Each once, the newest first, with its question."""
    talk = Conversation()
    for name in "abcabdef":
        talk = Conversation(name, question=f"of {name}").with_history(talk)
    assert talk.previous == (
        PreviousTopic("e", "of e"),
        PreviousTopic("d", "of d"),
        PreviousTopic("b", "of b"),
    )


def test_all_that_was_typed_can_be_changed() -> None:
    """As masking does before any of it is written down."""
    talk = Conversation(
        "a", question="q", follow_up="f", list_request="l", previous=(PreviousTopic("b", "e"),)
    )
    hidden = talk.with_text_changed(lambda typed: f"*{typed}")
    assert hidden == Conversation(
        "a", question="*q", follow_up="*f", list_request="*l", previous=(PreviousTopic("b", "*e"),)
    )
