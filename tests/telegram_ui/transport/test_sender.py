"""What leaves the outbox arrives once, in order, at Telegram's pace; else its fate is recorded."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot

from bot.desk.messaging.unit_of_work import Priority, inline_file
from bot.dialogue.replies import Attached, Block, Card, File, Pin
from bot.telegram_ui.drawing.attachments import calls_of
from bot.telegram_ui.drawing.markup import Run, messages
from bot.telegram_ui.transport.pacing import GROUP, IN_ONE_SECOND, Pace
from bot.telegram_ui.transport.receiver import TokenRefusedError
from bot.telegram_ui.transport.sender import Sender
from bot.telegram_ui.transport.wakeup import Wakeup
from tests.support.fake_bot_api import FakeBotApi
from tests.support.mail import ADMIN, Mail, until
from tests.support.telegram_html import parse
from tests.support.telegram_people import Person
from tests.telegram_ui.transport.test_pacing import most_within

FILES = {"photos/a.jpg": b"\xff\xd8picture a"}  # the knowledge folder


class Noted(Pace):
    """A pace that notes what left when: on a busy machine arrivals lie closer together."""

    def __init__(self) -> None:
        super().__init__()
        self.broadcast: list[float] = []

    def count(self, chat_id: int, method: str, now: float, *, broadcast: bool = False) -> None:
        super().count(chat_id, method, now, broadcast=broadcast)
        if broadcast:
            self.broadcast.append(now)


class Sending:
    """A sender at work."""

    def __init__(self, bot: Bot, mail: Mail) -> None:
        self._mail = mail
        self.wakeup = Wakeup()
        self.pace = Noted()
        self.stop = asyncio.Event()
        self.sender = Sender(
            bot, mail.box, mail.clock, self.wakeup, read_file=FILES.__getitem__, pace=self.pace
        )
        self.task = asyncio.ensure_future(self.sender.run(self.stop))

    def post(
        self, chat_id: int, text: str | None = "x", method: str = "sendMessage", **more: Any
    ) -> None:
        """Put a call into the outbox and wake the sender."""
        words: dict[str, Any] = {"text": text} if text and method != "answerCallbackQuery" else {}
        self._mail.post(chat_id, method, **words, **more)
        self.wakeup.wake()

    def later(self, seconds: float) -> None:
        """Let time pass and wake the sender."""
        self._mail.clock.skip(seconds)
        self.wakeup.wake()


@pytest.fixture
async def sending(bot: Bot, mail: Mail, api: FakeBotApi) -> AsyncIterator[Sending]:
    for user in (7, 8, 9, ADMIN):
        Person(api, user).says("สวัสดี")
    started = Sending(bot, mail)
    yield started
    started.stop.set()
    await asyncio.wait([started.task])


def texts(api: FakeBotApi, chat_id: int) -> list[str]:
    return [call.parameters["text"] for call in api.named("sendMessage") if call.chat_id == chat_id]


async def test_a_chat_gets_its_messages_in_order(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """One after the other, each with Telegram's id noted and its text erased."""
    for number in range(3):
        sending.post(7, f"ข้อความ {number}")
    await until(lambda: mail.states() == ["sent"] * 3)

    assert ["ข้อความ 0", "ข้อความ 1", "ข้อความ 2"] == texts(api, 7)
    assert [c.message_id for c in api.named("sendMessage")] == [
        row.tg_message_id for row in mail.outbox()
    ]
    assert {""} == {row.payload for row in mail.outbox()}
    assert api.violations == []


async def test_f14_flood_control_of_one_chat_is_its_own_affair(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """The refused chat waits as long as told; the others go on."""
    api.trouble(chat_id=7, status=429, description="retry", parameters={"retry_after": 1})
    sending.post(7)
    await until(lambda: mail.outbox()[0].state == "pending" and mail.outbox()[0].attempts)
    sending.post(8)
    await until(lambda: mail.states() == ["sent"] * 2)

    refused, arrived = [call for call in api.calls if call.chat_id == 7]
    assert (429, 200) == (refused.status, arrived.status)
    assert arrived.at - refused.at >= 1.0


async def test_f16_a_lost_reply_is_sent_again_and_counted(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """Not losing outranks not doubling."""
    api.trouble(chat_id=7, hang_up="after")
    sending.post(7, "คำตอบ")
    await until(lambda: mail.outbox()[0].resend == 1)
    sending.later(2)
    await until(lambda: mail.states() == ["sent"])

    assert ["คำตอบ", "คำตอบ"] == texts(api, 7)


async def test_f16_after_three_resends_the_fate_is_unknown_and_admins_hear_of_it(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """Nobody gets the same message for ever."""
    api.trouble(chat_id=7, hang_up="after", times=99)
    sending.post(7)
    for resend in range(1, 4):
        await until(lambda resend=resend: mail.outbox()[0].resend == resend)  # type: ignore[misc]
        sending.later(10)
    await until(lambda: mail.outbox()[0].state == "unknown")
    await until(lambda: texts(api, ADMIN))

    assert 4 == len(texts(api, 7))


@pytest.mark.parametrize(
    "trouble", [{"status": 500, "description": ""}, {"status": 502, "description": "Bad Gateway"}]
)
async def test_what_surely_did_not_arrive_is_sent_once(
    sending: Sending, mail: Mail, api: FakeBotApi, trouble: dict[str, Any]
) -> None:
    """A server that says it failed did not deliver; there is no limit to trying again."""
    api.trouble(chat_id=7, times=3, **trouble)
    sending.post(7, "คำตอบ")
    for attempt in range(1, 4):
        await until(lambda attempt=attempt: mail.outbox()[0].attempts == attempt)  # type: ignore[misc]
        await until(lambda: mail.states() != ["sending"])
        sending.later(40)
    await until(lambda: mail.states() == ["sent"])

    assert 1 == len([m for (c, _), m in api.rules.messages.items() if (c, m.text) == (7, "คำตอบ")])
    assert 0 == mail.outbox()[0].resend


async def test_f17_whoever_blocked_is_left_alone(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """Everything for somebody who blocked the bot is closed at once."""
    api.rules.blocked[7] = "bot was blocked by the user"
    sending.post(7)
    sending.post(7)
    await until(lambda: mail.states() == ["failed"] * 2)

    assert 1 == len([call for call in api.calls if call.chat_id == 7])


async def test_f18_a_group_that_moved_is_followed(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """Its waiting messages arrive under the new id."""
    Person(api, 7, group=-5).says("สวัสดี")
    Person(api, 7, group=-10012345678901).says("สวัสดี")
    api.rules.moved[-5] = -10012345678901
    sending.post(-5, "หนึ่ง")
    sending.post(-5, "สอง")
    await until(lambda: mail.states() == ["sent"] * 2)

    assert ["หนึ่ง", "สอง"] == texts(api, -10012345678901)


async def test_f21_wrong_markup_is_sent_as_plain_text(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """The words arrive even if their form is refused, and the admins hear of the fault."""
    sending.post(7, "<b>ก &lt; ข", parse_mode="HTML")
    await until(lambda: mail.states() == ["sent", "sent"])

    assert ["<b>ก &lt; ข", "ก < ข"] == texts(api, 7)
    assert "an't parse entities" in texts(api, ADMIN)[0]


async def test_f21_a_caption_becomes_plain_too(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """Whatever carries the words."""
    api.trouble(chat_id=7, status=400, description="can't parse entities: x")
    sending.post(
        7, method="sendPhoto", text=None, photo="id", caption="<b>ก</b>", parse_mode="HTML"
    )
    await until(lambda: mail.states()[0] == "sent")

    (_, sent) = api.named("sendPhoto")
    assert ("ก", None) == (sent.parameters["caption"], sent.parameters.get("parse_mode"))


async def test_broadcasts_leave_room_for_whoever_asks_meanwhile(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """At most 15 a second; an answer passes the broadcast that waits for the same chat."""
    for user in range(1000, 1024):
        Person(api, user).says("สวัสดี")
        sending.post(user, "ข่าว", priority=Priority.BROADCAST)
    sending.post(1023, "คำตอบ")
    await until(lambda: mail.states() == ["sent"] * 25)

    assert most_within(sending.pace.broadcast, 0.999) <= 15
    assert ["คำตอบ", "ข่าว"] == texts(api, 1023)


async def test_what_left_before_a_restart_counts(bot: Bot, mail: Mail, api: FakeBotApi) -> None:
    """A group that just got its 18 messages gets no more before the minute is over."""
    for person in (Person(api, 7), Person(api, 7, group=-5)):
        person.says("สวัสดี")
    for _ in range(GROUP):
        mail.post(-5, text="x")
        (call,) = mail.box.claim(mail.clock())
        mail.box.sent(call, 1, mail.clock())
    again = Sending(bot, mail)
    again.post(-5, "ต่อ")
    again.post(7, "อื่น")
    await until(lambda: mail.states()[-1] == "sent")
    again.stop.set()
    await asyncio.wait([again.task])

    assert [] == texts(api, -5)


async def test_a_reply_to_a_deleted_message_is_sent_without_it(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """The answer matters more than where it hangs."""
    sending.post(7, "คำตอบ", reply_parameters={"message_id": 1})
    await until(lambda: mail.states() == ["sent"])

    assert "reply_parameters" not in api.named("sendMessage")[-1].parameters


async def test_f19_f20_nothing_to_change_is_success_and_a_late_press_is_forgotten(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """ "message is not modified" and "query is too old" trouble nobody."""
    sending.post(7, "x")
    await until(lambda: mail.states() == ["sent"])
    message_id = mail.outbox()[0].tg_message_id
    sending.post(7, method="editMessageText", text="x", message_id=message_id)
    sending.post(7, method="answerCallbackQuery", callback_query_id="gone")
    await until(lambda: mail.states() == ["sent", "sent", "failed"])

    assert message_id == mail.outbox()[1].tg_message_id
    assert texts(api, ADMIN) == []


async def test_what_telegram_will_never_take_is_reported(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """It fails once and an admin is told why."""
    sending.post(7, "ก" * 5000)
    await until(lambda: mail.outbox()[0].state == "failed")
    await until(lambda: texts(api, ADMIN))

    assert "essage is too long" in texts(api, ADMIN)[0]


async def test_calls_under_way_at_the_end_are_finished(
    bot: Bot, sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """A clean stop leaves no doubt behind."""
    api.latency = 0.4
    sending.post(7)
    await until(lambda: mail.states() == ["sending"])
    sending.stop.set()
    await asyncio.wait([sending.task])

    assert ["sent"] == mail.states()


async def test_a_revoked_token_ends_the_sender_and_loses_nothing(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """The message waits for a valid token."""
    api.trouble(method="sendMessage", status=401, description="")
    sending.post(7)
    with pytest.raises(TokenRefusedError):
        await asyncio.wait_for(asyncio.shield(sending.task), 10)

    assert ["pending"] == mail.states()


async def test_never_more_arrive_in_a_second_than_telegram_allows(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """Even where the machine is so busy that calls arrive closer together than they left."""
    for user in range(1000, 1060):
        Person(api, user).says("สวัสดี")
        sending.post(user)
    await until(lambda: mail.states() == ["sent"] * 60)

    arrived = [call.at for call in api.named("sendMessage")]
    assert 60 == len(arrived)
    assert most_within(arrived, 0.999) <= IN_ONE_SECOND


async def test_a_generated_file_is_uploaded_and_then_erased(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """The bytes that were put into the outbox are the bytes Telegram gets; no copy stays."""
    content = bytes(range(256))
    photo = inline_file("สถิติ.png", content)
    mail.post(7, "sendPhoto", photo=photo, caption="สถิติ")
    sending.wakeup.wake()
    await until(lambda: mail.states() == ["sent"])
    (call,) = api.named("sendPhoto")
    assert (content, "สถิติ") == (call.parameters["photo"], call.parameters["caption"])
    assert "" == mail.outbox()[0].payload
    assert [] == api.violations


async def test_a_small_file_travels_in_the_outbox(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """Its bytes wait as JSON and leave as an upload; a line of text goes with it."""
    for method, payload in calls_of([File("event.ics", b"BEGIN:VCALENDAR", "ลงปฏิทิน")]):
        mail.post(7, method, **payload)
    sending.wakeup.wake()
    await until(lambda: mail.states() == ["sent"])

    (call,) = api.named("sendDocument")
    assert b"BEGIN:VCALENDAR" == call.parameters["document"]
    assert "ลงปฏิทิน" == call.parameters["caption"]
    assert api.violations == []


async def test_pictures_make_an_album(sending: Sending, mail: Mail, api: FakeBotApi) -> None:
    """By address or from the knowledge folder; a single one goes alone, documents apart."""
    blocks: list[Block] = [
        Attached("https://www.mhesi.go.th/a.jpg", True, "งาน"),
        Attached("photos/a.jpg", True, "งาน"),
        Attached("https://www.mhesi.go.th/b.pdf", False, "งาน"),
        Pin("อาคารพระจอมเกล้า", "ถนนพระราม 6", (13.76, 100.53)),
        Card("กระทรวง อว.", "+6623333700", "BEGIN:VCARD"),
    ]
    for method, payload in calls_of(blocks):
        mail.post(7, method, **payload)
    sending.wakeup.wake()
    await until(lambda: mail.states() == ["sent"] * 4)

    (album,) = api.named("sendMediaGroup")
    assert "https://www.mhesi.go.th/a.jpg" == album.parameters["media"][0]["media"]
    assert album.parameters["media"][1]["media"].startswith("attach://")
    assert ["sendMediaGroup", "sendDocument", "sendVenue", "sendContact"] == [
        call.method for call in api.calls if call.method.startswith("send")
    ]
    assert api.violations == []


async def test_a_picture_that_is_gone_is_told_and_stops_nothing(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """The admins learn which file is missing; the next message leaves."""
    for method, payload in calls_of([Attached("photos/gone.jpg", True, "งาน")]):
        mail.post(7, method, **payload)
    sending.post(7, "ต่อไป")
    await until(lambda: mail.states()[:2] == ["failed", "sent"])

    await until(lambda: "photos/gone.jpg" in "".join(texts(api, ADMIN)))


async def test_f15_flood_control_everywhere_stops_everybody(
    sending: Sending, mail: Mail, api: FakeBotApi
) -> None:
    """Three chats refused within seconds: nothing is tried for anybody before the time is over."""
    for chat in (7, 8, 9):
        api.trouble(chat_id=chat, status=429, description="retry", parameters={"retry_after": 2})
        sending.post(chat)
    await until(lambda: [row.attempts for row in mail.outbox()] == [1, 1, 1])
    await until(lambda: mail.states() == ["pending"] * 3)
    sending.post(ADMIN, "x")
    await until(lambda: mail.states() == ["sent"] * 4)

    calls = api.named("sendMessage")
    refused, sent = (
        [c.at for c in calls if c.status == 429],
        [c.at for c in calls if c.status == 200],
    )
    assert min(sent) - max(refused) >= 1.9


@pytest.mark.parametrize("text", ["ข้อความยาว " * 800, "่" * 9_000, "😀" * 5000])
async def test_f22_too_long_is_cut_and_all_of_it_arrives(
    sending: Sending, mail: Mail, api: FakeBotApi, text: str
) -> None:
    """Cut between words or clusters, tags opened again, nothing refused, nothing dropped."""
    pieces = messages([Run(text, tag="b")])
    for piece in pieces:
        sending.post(7, piece, parse_mode="HTML")
    await until(lambda: mail.states() == ["sent"] * len(pieces))

    shown = "".join(parse(one)[0] for one in texts(api, 7))
    assert text.replace(" ", "") == shown.replace(" ", "")
    assert [] == api.violations
