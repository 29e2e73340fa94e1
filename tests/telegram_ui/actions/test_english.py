"""A chat that asked for English hears it everywhere: officers, subjects, broadcasts, inline."""

from typing import Any

import pytest

from tests.support.bot_api_messages import Message
from tests.support.fake_bot_api import FakeBotApi
from tests.support.served_face import ServedFace
from tests.support.telegram_people import Person

UNKNOWN = "Where is the best pizza in town?"


@pytest.fixture
def settings(officer: Person) -> dict[str, Any]:
    """With a staff room, in which the officer is."""
    return {"staff_room_id": officer.chat["id"]}


@pytest.fixture
def visitor(served: ServedFace, api: FakeBotApi) -> Person:
    person = Person(api, 7001, "Ann")
    person.says("/lang en")
    assert "Answering in English" in person.hear().text
    return person


def test_the_bot_presents_itself_in_both_languages(served: ServedFace, api: FakeBotApi) -> None:
    """Thai for everybody, English for those whose Telegram speaks it."""
    api.wait_for(lambda: "default::en" in api.commands, "the English menu")
    thai, english = api.commands["default::"], api.commands["default::en"]
    assert [one["command"] for one in thai] == [one["command"] for one in english]
    assert {"ข่าวล่าสุด", "Latest news"} <= {one["description"] for one in thai + english}
    assert "ถามวิทย์" in api.profile["name", ""]
    assert "Tham Wit" in api.profile["name", "en"]
    assert "science ministry" in api.profile["short_description", "en"]
    assert "/lang en" in api.profile["description", "en"]


def test_a_question_left_with_an_officer(visitor: Person, officer: Person) -> None:
    """The citizen's side is English, the room's stays Thai."""
    visitor.says(UNKNOWN)
    visitor.presses(visitor.hear(), "Ask an officer")
    visitor.presses(visitor.hear(), "Leave this question")
    assert "Its number is" in visitor.hear().text
    card = officer.sees(lambda message: "pizza" in message.text)
    assert "คำถามใหม่" in card.text
    officer.presses(card, "รับเรื่อง")
    assert "An officer has taken" in visitor.hear().text
    officer.says("At the market.", reply_to_message=officer.api.rules.shown(card))
    told = visitor.hear()
    assert "An officer answers" in told.text
    assert "At the market." in told.text
    visitor.presses(told, "Back to the bot")
    assert "the bot answers again" in visitor.hear().text
    visitor.says("/mystatus")
    assert "answered" in visitor.hear().text


def test_following_and_broadcasts(served: ServedFace, visitor: Person, clerk: Person) -> None:
    """What is told unasked comes in the language of each chat."""
    visitor.says("/follow สงขลา")
    begun = visitor.hear()
    assert "You now follow สงขลา" in begun.text
    visitor.presses(begun, "Stop following สงขลา")
    assert "no longer follow" in visitor.hear().text
    clerk.says("/broadcast")
    clerk.hear()
    clerk.says("ปิดปรับปรุงวันศุกร์")
    clerk.hear()
    clerk.presses(clerk.hear(), "ส่งถึง")
    clerk.hear()
    for seconds in (0, 30):
        served.passes(seconds=seconds)
    told = visitor.sees(lambda message: "ปิดปรับปรุง" in message.text)
    assert "Announcement of the ministry" in told.text
    visitor.presses(told, "No more announcements")
    assert "no more announcements" in visitor.hear().text
    assert "ประกาศจากกระทรวง" in clerk.sees(_is_told).text


def _is_told(message: Message) -> bool:
    return message.method == "sendMessage" and "ประกาศจาก" in message.text


def test_inline_mode(visitor: Person, api: FakeBotApi) -> None:
    """Labels in the language that the person chose in the chat with the bot."""
    (first, *_) = visitor.finds(visitor.looks_up("วทน. สัญจร จัดที่ไหน"))
    assert "Source:" in first["input_message_content"]["message_text"]
    assert "Ask Tham Wit" in first["reply_markup"]["inline_keyboard"][0][0]["text"]
    (answered,) = api.named("answerInlineQuery")
    assert "Ask on" in answered.parameters["button"]["text"]
    other = Person(api, 7002)
    (first, *_) = other.finds(other.looks_up("วทน. สัญจร จัดที่ไหน"))
    assert "ที่มา:" in first["input_message_content"]["message_text"]


def test_ones_own_data(visitor: Person, api: FakeBotApi) -> None:
    """The file, and the question before everything is deleted."""
    visitor.says(UNKNOWN)
    visitor.hear()
    visitor.says("/mydata")
    (call,) = api.wait_for(lambda: api.named("sendDocument"), "the file")
    assert "This file holds" in call.parameters["caption"]
    assert "said that there is no answer yet" in call.parameters["document"].decode()
    visitor.says("/forgetme")
    asked = visitor.sees(lambda message: "Do you want everything deleted" in message.text)
    visitor.presses(asked, "Delete everything")
    api.wait_for(lambda: "Everything is deleted" in asked.text, "the end")
