"""A question left with an officer, from both sides, in a group with topics and in one without."""

from typing import Any

import pytest

from tests.support.bot_api_messages import Message
from tests.support.fake_bot_api import FakeBotApi
from tests.support.served_face import ROOM, ServedFace
from tests.support.telegram_people import Person

UNKNOWN = "ทุนเรียนต่อปริญญาเอกที่ดาวอังคารเปิดรับเมื่อไหร่"


@pytest.fixture(params=[True, False], ids=["topics", "threads"])
def forum(request: pytest.FixtureRequest) -> bool:
    """Whether the staff room has topics."""
    return bool(request.param)


@pytest.fixture
def settings(officer: Person) -> dict[str, Any]:
    """With a staff room, in which the officer is."""
    return {"staff_room_id": officer.chat["id"]}


@pytest.fixture(autouse=True)
def _seen(served: ServedFace, api: FakeBotApi) -> None:
    api.wait_for(lambda: api.named("getChat"), "a look at the room")


def place(officer: Person, card: Message) -> dict[str, Any]:
    """What puts a message in the case's topic, or makes it a reply to its card."""
    topic = card.raw.get("message_thread_id")
    if topic:
        return {"message_thread_id": topic, "is_topic_message": True}
    return {"reply_to_message": officer.api.rules.shown(card)}


def answers(officer: Person, card: Message, text: str) -> int:
    """The officer writes in the case's thread; the number of the message."""
    return officer.says(text, **place(officer, card))


def leaves_a_question(citizen: Person, officer: Person) -> Message:
    """Ask what the bot cannot answer and leave it; the card in the room."""
    citizen.says(UNKNOWN)
    citizen.presses(citizen.hear(), "ถามเจ้าหน้าที่")
    citizen.presses(citizen.hear(), "ฝากคำถามนี้")
    assert "ถาม-25" in citizen.hear().text
    return officer.sees(lambda message: "ดาวอังคาร" in message.text)


def begins_a_question(citizen: Person) -> None:
    """Ask for a person: what is written next is left with one."""
    citizen.says("ขอคุยกับเจ้าหน้าที่")
    citizen.presses(citizen.hear(), "พิมพ์คำถามใหม่")
    citizen.hear()


def test_an_officer_answers_and_the_bot_learns(
    api: FakeBotApi, other: Person, citizen: Person, officer: Person, forum: bool
) -> None:
    """Left, taken, answered, asked back, taught, closed: the citizen only ever sees one bot."""
    card = leaves_a_question(citizen, officer)
    assert forum is bool(api.named("createForumTopic"))
    officer.presses(card, "รับเรื่อง")
    assert "กำลังหาคำตอบ" in citizen.hear().text

    answers(officer, card, "// ใครรู้บ้าง")
    answers(officer, card, "ยังไม่มีทุนไปดาวอังคารค่ะ")
    told = citizen.hear()
    assert "ยังไม่มีทุนไปดาวอังคาร" in told.text
    receipt = officer.sees(lambda message: "ส่งคำตอบ" in message.text)

    citizen.says("แล้วดวงจันทร์ล่ะ โทรกลับ 081-234-5678")
    passed = officer.sees(lambda message: "ดวงจันทร์" in message.text)
    assert "081" not in passed.text
    assert "โทรกลับไม่ได้" in citizen.hear().text
    assert passed.raw.get("message_thread_id") == card.raw.get("message_thread_id")
    assert forum or passed.reply_to == card.message_id

    citizen.presses(told, "กลับไปคุยกับบอต")
    assert "บอตเป็นผู้ตอบ" in citizen.hear().text
    citizen.says("ขอเบอร์กระทรวง อว.")
    assert "0 2333 3700" in citizen.hear().text
    assert "จำคำตอบ" in officer.toast(officer.presses(receipt, "ให้บอตจำ"))
    other.says(UNKNOWN)
    assert "ยังไม่มีทุนไปดาวอังคาร" in other.hear().text

    officer.presses(receipt, "ปิดเรื่อง")
    assert "ปิดเรื่อง" in citizen.hear().text
    citizen.says("/mystatus")
    assert "ปิดเรื่องแล้ว" in citizen.hear().text
    assert "ใครรู้บ้าง" not in "".join(message.text for message in citizen.seen())


def test_a_question_whose_case_was_closed_is_left_again(
    api: FakeBotApi, citizen: Person, officer: Person, forum: bool
) -> None:
    """In its old thread, with the buttons of one that waits; who takes it is told of anew."""
    citizen.says(UNKNOWN)
    citizen.presses(citizen.hear(), "ถามเจ้าหน้าที่")
    offer = citizen.hear()
    citizen.presses(offer, "ฝากคำถามนี้")
    citizen.hear()
    card = officer.sees(lambda message: "ดาวอังคาร" in message.text)
    officer.presses(card, "รับเรื่อง")
    assert "กำลังหาคำตอบ" in citizen.hear().text
    officer.presses(card, "ปิดเรื่อง")
    assert "ปิดเรื่อง" in citizen.hear().text

    citizen.presses(offer, "ฝากคำถามนี้")
    assert "ส่งถึงเจ้าหน้าที่แล้ว" in citizen.hear().text
    again = officer.sees(lambda message: "อีกครั้ง" in message.text)
    assert again.raw.get("message_thread_id") == card.raw.get("message_thread_id")
    assert forum is bool(api.named("reopenForumTopic"))
    officer.presses(again, "รับเรื่อง")
    assert "กำลังหาคำตอบ" in citizen.hear().text


def test_a_stranger_in_the_room_answers_nobody(
    api: FakeBotApi, citizen: Person, officer: Person
) -> None:
    """Who is not on the list of staff is told so, and nothing reaches the citizen."""
    stranger = Person(api, 2011, group=ROOM)
    stranger.chat = officer.chat
    card = leaves_a_question(citizen, officer)
    heard = len(citizen.seen())
    answers(stranger, card, "โอนเงินมาก่อน")
    assert "ไม่อยู่ในรายการเจ้าหน้าที่" in officer.hear().text
    outsider = Person(api, 2012)
    for data in ("c.c.1.", "c.a.1.", "c.t.1.", "c.r.1."):
        assert "ใช้ไม่ได้" in outsider.toast(outsider.presses_data(data))
    assert heard == len(citizen.seen())


def test_a_question_in_words_of_its_own(other: Person, citizen: Person, officer: Person) -> None:
    """Asking for a person leads to one; nobody else's question can be left or handed back."""
    begins_a_question(citizen)
    citizen.says("ขอคำปรึกษาเรื่องห้องทดลองที่บ้าน")
    assert "ถาม-25" in citizen.hear().text
    assert "ห้องทดลอง" in officer.sees(lambda m: "ห้องทดลอง" in m.text).text
    other.says("/mystatus")
    assert "ยังไม่มีเรื่อง" in other.hear().text
    assert "ใช้ไม่ได้" in other.toast(other.presses_data("c.b.1."))


def talks(citizen: Person, officer: Person) -> Message:
    """A question that is left and answered: from now on the officer listens. The card."""
    card = leaves_a_question(citizen, officer)
    answers(officer, card, "เล่าเพิ่มหน่อยค่ะ")
    assert "เล่าเพิ่ม" in citizen.hear().text
    return card


def test_what_the_citizen_changes_reaches_the_officer(citizen: Person, officer: Person) -> None:
    """The officer reads the words as they are now, and the bot says nothing."""
    talks(citizen, officer)
    number = citizen.says("นัดวันที่ 5")
    officer.sees(lambda message: "พิมพ์ว่า" in message.text and "นัดวันที่ 5" in message.text)
    citizen.edits(number, "นัดวันที่ 6")
    officer.sees(lambda message: "แก้ข้อความเป็น" in message.text and "นัดวันที่ 6" in message.text)
    citizen.says("/mystatus")
    assert "ถาม-25" in citizen.hear().text


def test_what_an_officer_corrects_reaches_the_citizen(citizen: Person, officer: Person) -> None:
    """A wrong number is put right by changing the message; asides stay among officers."""
    card = leaves_a_question(citizen, officer)
    number = answers(officer, card, "โทร 1212 ค่ะ")
    assert "โทร 1212" in citizen.hear().text
    aside = answers(officer, card, "// แน่ใจไหม")
    below = place(officer, card)
    officer.edits(aside, "// แน่ใจแล้ว", **below)
    officer.edits(number, "โทร 1313 ค่ะ", **below)
    corrected = citizen.hear()
    assert ("แก้คำตอบ" in corrected.text, "1313" in corrected.text) == (True, True)


def test_who_shows_an_officer_a_picture_learns_that_only_words_arrive(
    citizen: Person, officer: Person
) -> None:
    """Or the citizen would wait for somebody who has never seen it."""
    talks(citizen, officer)
    citizen.sends(photo=[{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}],
                  caption="ป้ายนี้ของหน่วยไหน")  # fmt: skip
    officer.sees(lambda message: "ป้ายนี้" in message.text)
    assert "เฉพาะข้อความ" in citizen.hear().text


def test_a_question_written_for_an_officer_is_changed_for_the_officer(
    citizen: Person, officer: Person
) -> None:
    """The bot, which was never asked, does not answer the change."""
    begins_a_question(citizen)
    number = citizen.says("ขอคำปรึกษาเรื่องห้องทดลอง")
    assert "ถาม-25" in citizen.hear().text
    citizen.edits(number, "ขอคำปรึกษาเรื่องห้องมืด")
    officer.sees(lambda message: "แก้ข้อความเป็น" in message.text and "ห้องมืด" in message.text)
    citizen.says("/mystatus")
    assert "ฝาก" in citizen.hear().text


def test_who_is_in_danger_reads_the_numbers_whoever_else_listens(
    citizen: Person, officer: Person
) -> None:
    """The officer reads it as well, but perhaps tomorrow."""
    talks(citizen, officer)
    citizen.says("ไฟไหม้บ้านช่วยด้วย")
    assert "199" in citizen.hear().text
    officer.sees(lambda message: "ไฟไหม้บ้าน" in message.text)


def test_a_long_answer_arrives_whole(citizen: Person, officer: Person) -> None:
    """In as many messages as it needs beside its heading."""
    card = leaves_a_question(citizen, officer)
    answers(officer, card, "คำตอบยาวมากค่ะ " * 270 + "จบแล้ว")
    citizen.sees(lambda message: "จบแล้ว" in message.text)


def test_a_command_ends_the_wait_for_a_question(citizen: Person, officer: Person) -> None:
    """Who looks around instead asks the bot again, not an officer."""
    begins_a_question(citizen)
    citizen.says("/contact")
    citizen.hear()
    citizen.says("ขอเบอร์กระทรวง อว.")
    assert "0 2333 3700" in citizen.hear().text


def test_an_officer_learns_that_nobody_waits_any_more(
    api: FakeBotApi, citizen: Person, officer: Person
) -> None:
    """Whoever asked was forgotten: the room reads it, and an answer that comes too late is told."""
    card = leaves_a_question(citizen, officer)
    citizen.says("/forgetme")
    question = citizen.hear()
    citizen.presses(question, "ลบทั้งหมด")
    api.wait_for(lambda: "ลบเรียบร้อย" in question.text, "the end")
    officer.sees(lambda message: "ไม่มีผู้รอคำตอบ" in message.text)
    answers(officer, card, "คำตอบที่มาช้า")
    officer.sees(lambda message: "ไม่พบเรื่องนี้แล้ว" in message.text)
