"""In the chat: what is kept, how it is forgotten, and how the admins hear how it goes."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.desk.review.lessons import LessonKind
from bot.desk.review.reviewing import Decision
from bot.store.figures import Judgement
from bot.store.tables import Audit, Chat, Question
from tests.support.databases import rows_of
from tests.support.fake_bot_api import FakeBotApi
from tests.support.mail import Clock
from tests.support.served_face import ADMIN, ServedFace
from tests.support.telegram_people import Person

NUMBER = "081-234-5678"
ASKED = "วทน. สัญจร จัดที่ไหน"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(clock: Clock) -> dict[str, Any]:
    return {"clock": clock}


def test_a_citizen_sees_and_erases_everything(
    served: ServedFace, api: FakeBotApi, citizen: Person
) -> None:
    """A plea not to send numbers, a file with all that is kept, and an end of it."""
    citizen.says(f"{ASKED} โทรกลับ {NUMBER}")
    assert "ไม่ต้องส่งเลขบัตร" in citizen.hear().text
    citizen.says("/mydata")
    citizen.hear()
    (sent,) = api.named("sendDocument")
    told = sent.parameters["document"].decode("utf-8-sig")
    assert (True, True, False) == ("[เบอร์โทรศัพท์]" in told, ASKED in told, NUMBER in told)

    citizen.says("/forgetme")
    question = citizen.hear()
    citizen.presses(question, "ไม่ลบ")
    api.wait_for(lambda: "ไม่ได้ลบ" in question.text, "nothing to happen")
    citizen.says("/forgetme")
    question = citizen.hear()
    citizen.presses(question, "ลบทั้งหมด")
    api.wait_for(lambda: "ลบเรียบร้อย" in question.text, "the end")
    with served.app.database.read() as session:
        assert [] == list(session.exec(select(Chat).where(Chat.chat_id == citizen.id)).all())
        assert {"gone"} == {row.channel for row in session.exec(select(Question)).all()}

    citizen.says("/mydata")
    citizen.hear()
    again = api.named("sendDocument")[-1].parameters["document"].decode("utf-8-sig")
    assert "คำถามที่ถาม 0 ข้อ" in again


def test_in_company_nothing_is_shown_or_erased(served: ServedFace, api: FakeBotApi) -> None:
    """A group's questions are not one person's."""
    member = Person(api, 3002, group=-3003)
    for command in ("/mydata", "/forgetme"):
        member.says(command)
        assert "แชตส่วนตัว" in member.hear().text
    assert [] == api.named("sendDocument")


def test_the_figures_reach_the_admins(
    served: ServedFace, api: FakeBotApi, clock: Clock, citizen: Person, admin: Person
) -> None:
    """A picture on demand, a digest each morning, a week's answers to judge one by one."""
    admin.says("/start")
    admin.hear()
    for said in (ASKED, "ขั้นตอนจดทะเบียนสมรส"):
        citizen.says(said)
        citizen.hear()
    admin.says("/stats")
    picture = admin.hear()
    assert "ถาม 2 ข้อ · ตอบได้ 50 %" in picture.text
    assert api.named("sendPhoto")[0].parameters["photo"].startswith(b"\x89PNG")
    citizen.says("/stats")
    assert "ไม่มีคำสั่งนี้" in citizen.hear().text

    served.app.schedule.run_due(clock())
    clock.skip(24 * 3600)
    served.app.schedule.run_due(clock())
    digest = admin.sees(lambda message: "สรุปของวันที่" in message.text)
    assert "ถาม 2 ข้อ" in digest.text
    assert ["ดูคำถามค้าง"] == [button["text"] for button in digest.buttons]


def test_answers_are_judged_one_by_one(
    served: ServedFace, api: FakeBotApi, citizen: Person, admin: Person
) -> None:
    """The next card stands in the place of the last one; a citizen's press does nothing."""
    now = served.app.clock()
    admin.says("/start")
    admin.hear()
    citizen.says(ASKED)
    citizen.hear()
    with served.app.database.write() as session:
        row = session.exec(select(Question)).one()
        row.asked_at = now - timedelta(days=now.weekday() + 1)  # last Sunday
    served.app.schedule.run_due(now - timedelta(days=7))
    served.app.schedule.run_due(now)
    invitation = admin.sees(lambda message: "ช่วยตรวจคำตอบ" in message.text)
    admin.presses(invitation, "ตรวจคำตอบ")
    card = admin.sees(lambda message: ASKED in message.text)
    assert "นครสวรรค์" in card.text
    citizen.presses_data(card.buttons[0]["callback_data"])
    admin.presses(card, "ถูก")
    api.wait_for(lambda: "ตรวจครบแล้ว" in card.text, "the end of the list")
    (judged,) = rows_of(served.app.database, Judgement)
    looks = [row.who for row in rows_of(served.app.database, Audit) if row.what.endswith(".read")]
    assert (True, ADMIN) == (judged.good, judged.judged_by)
    assert [ADMIN] == looks  # whoever is shown a citizen's words is noted
    admin.says("/stats")
    assert "ถูก 100 %" in admin.sees(lambda message: "ความเชื่อมั่น" in message.text).text


def test_an_old_button_leads_to_what_was_taught_meanwhile(
    served: ServedFace, citizen: Person
) -> None:
    """Who wants to know reads the answer at once, and no question is left for anybody."""
    review = served.app.desk.review
    citizen.says("เช่าเรือดำน้ำของกระทรวงวันละกี่บาท")
    asked = citizen.hear()
    at = served.app.clock()
    served.app.desk.editions.reload(at)
    (item,) = review.queue.pending(at)
    review.teach(
        Decision(item.id, item.version, ADMIN, at), LessonKind.ANSWER, "กระทรวงไม่มีเรือดำน้ำให้เช่าค่ะ"
    )
    citizen.presses(asked, "แจ้งฉัน")
    assert "ไม่มีเรือดำน้ำให้เช่า" in citizen.hear().text
    assert 0 == review.queue.count()
