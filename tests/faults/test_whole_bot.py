"""Faults of the catalogue that concern the bot as a whole, over a real line to a fake Telegram."""

import random
from collections.abc import Iterator

import pytest

from bot.store.tables import Review
from tests.support.databases import rows_of
from tests.support.fake_bot_api import FakeBotApi
from tests.support.served_face import ADMIN, ServedFace
from tests.support.telegram_people import Person

HOTLINE = "ขอเบอร์กระทรวง อว."
NUMBER = "0 2333 3700"


@pytest.fixture(scope="module")
def bot(api: FakeBotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedFace]:
    """The whole bot as Telegram paces it."""
    with ServedFace(api, tmp_path_factory.mktemp("home"), per_second=1.0) as running:
        yield running


def inbox(bot: ServedFace, state: str) -> int:
    """How many updates are in this state."""
    return bot.app.desk.mailbox.depth().get(f"inbox.{state}", 0)


def reviews(bot: ServedFace) -> list[Review]:
    """The questions that wait for a person."""
    return rows_of(bot.app.database, Review)


def test_f05_a_bad_update_beside_a_good_one(bot: ServedFace, api: FakeBotApi) -> None:
    """The good one is answered, the bad one set aside, the admin told."""
    admin, person = Person(api, ADMIN), Person(api, 2005)
    admin.says("/start")
    admin.hear()
    with api.locked():
        for body in ({"chat": "nowhere"}, {"message_id": 1, "chat": None, "date": "today"}):
            api.push("message", body)
        person.says(HOTLINE)
    assert NUMBER in person.hear().text
    admin.sees(lambda message: "จัดการข้อความที่ได้รับไม่สำเร็จ" in message.text)
    bot.until(lambda: inbox(bot, "dead") == 2)


def test_f06_an_unknown_kind_is_done_without_a_word(bot: ServedFace, api: FakeBotApi) -> None:
    """Telegram grows; nobody needs to be woken for that."""
    dead, done = inbox(bot, "dead"), inbox(bot, "done")
    api.push_raw(
        api.next_update_id,
        "message",
        {"update_id": api.next_update_id, "future_kind": {"from": {"id": 5}, "hologram": [1]}},
    )
    api.next_update_id += 1
    bot.until(lambda: inbox(bot, "done") > done)
    assert dead == inbox(bot, "dead")


def test_f08_shuffled_between_chats_ordered_within(bot: ServedFace, api: FakeBotApi) -> None:
    """Each chat reads its answers in the order of its questions, edits in between or not."""
    chance = random.Random(8)  # noqa: S311
    people = [Person(api, 2080 + number) for number in range(8)]
    turns = [person for person in people for _ in range(3)]
    chance.shuffle(turns)
    asked = dict.fromkeys(people, 0)
    words = ("วทน. สัญจร จัดที่ไหน", HOTLINE, "/help")  # what takes longest first
    signs = ("นครสวรรค์", NUMBER, "/news")
    with api.locked():
        for person in turns:
            said = person.says(words[asked[person]])
            asked[person] += 1
            if chance.random() < 0.3:
                api.push("edited_message", {"message_id": said, "chat": "odd"})
    for person in people:
        heard = [message.text for message in person.hears(3)]
        assert all(sign in text for sign, text in zip(signs, heard, strict=True)), heard


def test_f23_a_button_pressed_twice_and_late(bot: ServedFace, api: FakeBotApi) -> None:
    """The second press changes nothing; one ten minutes late still has its effect."""
    person = Person(api, 2230)
    person.says("ทุนเรียนต่อปริญญาเอกที่ดาวอังคารเปิดรับเมื่อไหร่")
    unknown = person.hear()
    data = next(b["callback_data"] for b in unknown.buttons if "แจ้งฉัน" in b["text"])
    for _ in range(2):
        person.presses_data(data, unknown)
        person.hear()
    person.presses_data(data, unknown)
    api.skip(600)
    assert person.hear().text
    answers = api.named("answerCallbackQuery")
    assert answers
    (waiting,) = [one for one in reviews(bot) if "ดาวอังคาร" in one.sample]
    assert 1 == waiting.count


@pytest.mark.parametrize(
    "bomb",
    ["9" * 4096, "๙" * 4096, "่" * 4096, "ำ" * 4096, "ก" * 4096, "\u202e" * 4096, "😀" * 2048,
     "ทุน\ud83d", " ", "</b><script>&"],
    ids=["digits", "thai digits", "marks", "am", "one letter", "bidi", "emoji", "half a character",
         "blank", "markup"],
)  # fmt: skip
def test_f24_a_message_that_would_freeze_others(
    bot: ServedFace, api: FakeBotApi, bomb: str
) -> None:
    """It is answered like any other, and so is whoever comes after it."""
    attacker, person = Person(api, 2400 + len(bomb) % 97), Person(api, 2500)
    with api.locked():
        attacker.says(bomb)
        person.says("/help")
    assert person.hear().text
    assert attacker.hear().text


def test_f25_a_flood_from_one_person(bot: ServedFace, api: FakeBotApi) -> None:
    """Twenty are taken in, one notice is sent, the same question counts once, nobody else waits."""
    flooder, person = Person(api, 2250), Person(api, 2251)
    question = "อยากซื้อตั๋วคอนเสิร์ตวงเกาหลีต้องไปที่ไหน"
    with api.locked():
        for _ in range(100):
            flooder.says(question)
        person.says(HOTLINE)
    assert NUMBER in person.hear().text
    assert 80 == inbox(bot, "throttled")
    flooder.sees(lambda message: "เร็วเกินไป" in message.text)
    assert 1 == sum("เร็วเกินไป" in message.text for message in flooder.seen())
    (waiting,) = [one for one in reviews(bot) if "คอนเสิร์ต" in one.sample]
    assert 1 == waiting.count


def test_f36_mutated_buttons_and_links_do_nothing(bot: ServedFace, api: FakeBotApi) -> None:
    """Whatever the bytes: a polite word, no dead update, no change of anybody's rights."""
    chance = random.Random(36)  # noqa: S311
    dead, states = inbox(bot, "dead"), [(one.id, one.state) for one in reviews(bot)]
    seeds = ("r.d.1.1.", "w.ABCDEFGH234567AB", "g.ABCDEFGH234567AB", "a.show..AAAAAAAAAAAAA")
    people = [Person(api, 36_000 + number) for number in range(40)]
    for person in people:
        letters = list(chance.choice(seeds))
        letters[chance.randrange(len(letters))] = chr(chance.randrange(1, 0xD7FF))
        person.presses_data("".join(letters)[:60])
        person.says("/start e_" + "".join(letters)[:30])
    for person in people:
        assert person.hear().text
    assert dead == inbox(bot, "dead")
    assert states == [(one.id, one.state) for one in reviews(bot)]
