"""The program in conversation with staff: from a file that was sent to a citizen's answer."""

import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.bot_api_messages import Message
from tests.support.fake_bot_api import FakeBotApi
from tests.support.releases import RELEASE, TITLE, word_bomb
from tests.support.running_bot import ADMIN, CLERK, SECOND_CLERK, RunningBot
from tests.support.small_knowledge import ENTRIES
from tests.support.telegram_people import Person

pytestmark = pytest.mark.process

ASKED = "เปิดบ้านสถานีดาวเทียมศรีราชาจัดที่ไหน"
# How a file is broken, what is told of it, and what is still answered from it.
SPOILT: dict[str, tuple[Callable[[bytes], bytes], str, str, str]] = {
    "events/camp-chiangmai.md": (
        lambda good: good.replace(b'title: "', "title: งาน: ".encode(), 1),
        "เครื่องหมายคำพูด", "ค่ายดาราศาสตร์เยาวชนที่เชียงใหม่จัดวันไหน", "1-3 มีนาคม 2568",
    ),
    "events/camp-songkhla.md": (
        lambda good: good[: good.index(b"event:")],
        "ไฟล์อาจบันทึกไม่ครบ", "ค่ายดาราศาสตร์เยาวชนที่สงขลาจัดวันไหน", "1-3 เมษายน 2568",
    ),
    "events/moon-fair.md": (
        lambda _: word_bomb()[:5000],
        "UTF-8", "งานชมจันทร์แห่งศตวรรษจัดที่ไหน", "ลานหอดูดาว",
    ),
    "services/food-contact-test.md": (
        lambda good: good.decode().encode("utf-8").decode("cp874", "replace").encode(),
        "ภาษาต่างดาว", "ตรวจวัสดุสัมผัสอาหารได้ที่ไหน", "กรมวิทยาศาสตร์บริการ",
    ),
}  # fmt: skip


@pytest.fixture
def clerk(bot: RunningBot, api: FakeBotApi) -> Person:
    """Somebody of the staff who has read everything so far."""
    person = Person(api, CLERK, "ธุรการ")
    person.read = len(person.seen())
    return person


def labels(message: Message) -> list[str]:
    return [button["text"] for button in message.buttons]


def replying_to(api: FakeBotApi, message: Message) -> dict[str, object]:
    with api.locked():
        return {"reply_to_message": api.rules.shown(message)}


def files(bot: RunningBot) -> dict[str, bytes]:
    found = (path for path in Path(bot.knowledge).rglob("*.md") if path.name != "CHANGES.md")
    return {path.relative_to(bot.knowledge).as_posix(): path.read_bytes() for path in found}


def drafts(bot: RunningBot) -> int:
    """How many there ever were."""
    with sqlite3.connect(bot.database) as rows:
        return int(rows.execute("SELECT count(*) FROM draft").fetchone()[0])


def test_a_file_becomes_an_answer_and_is_taken_back(
    bot: RunningBot, api: FakeBotApi, clerk: Person, person: Person
) -> None:
    """Send, look, correct by reply, try, publish; a citizen asks; undo restores every byte."""
    before, citizen = files(bot), person
    clerk.sends_file("ข่าวเปิดบ้าน.txt", RELEASE.encode("cp874"), caption="ข่าวใหม่ค่ะ")
    card = clerk.hear()
    assert TITLE in card.text
    assert "วันเริ่มงาน: 12 ธันวาคม 2569" in card.text
    assert ["เผยแพร่", "แก้ช่อง", "ลองถาม", "เก็บเป็นฉบับร่าง", "ทิ้ง"] == labels(card)

    clerk.says("สถานทีจัด: หอดูดาวเทียม\nชั้น 2\nค่าใช้จาย: ฟรี", **replying_to(api, card))
    card = clerk.hear()
    third = next(line for line in card.text.split("\n") if line.startswith("3. "))[3:]
    clerk.says("ลบคำถาม: 99", **replying_to(api, card))
    refused = clerk.hear()
    assert '"99"' in refused.text
    clerk.says("ช่องที่ไม่มี: ก\nค่าใช้จ่าย: 900 บาท", **replying_to(api, card))
    assert "จะแก้ช่องไหน" in clerk.hear().text
    clerk.says("ค่าใช้จ่าย: 900 บาท\nเวลาที่จัด: 9 โมง", **replying_to(api, card))
    assert "จะแก้ช่องไหน" in clerk.hear().text  # and not "900 บาท เวลาที่จัด: 9 โมง"
    many = "\n".join(f"ชั้น {number} ของสถานีดาวเทียมศรีราชามีอะไรให้ดู" for number in range(1, 19))
    asked = f"ลบคำถาม: ๓\nเพิ่มคำถาม: {ASKED}คะ\n{many}"
    clerk.says(asked, **replying_to(api, refused))
    card = clerk.hear()
    assert third not in card.text
    assert f". {ASKED}คะ" in card.text
    assert "หอดูดาวเทียม ชั้น 2" in card.text
    assert "ค่าใช้จ่าย: ฟรี" in card.text
    assert "20. ชั้น" in card.text
    assert "และอีก" in card.text

    clerk.presses(card, "ลองถาม")
    assert "พิมพ์คำถาม" in clerk.hear().text
    clerk.says(ASKED)
    tried = clerk.hears(3)
    assert "พาไปถึงเรื่องนี้" in tried[0].text
    assert "หอดูดาวเทียม ชั้น 2" in tried[1].text
    citizen.says(ASKED)
    assert "หอดูดาวเทียม" not in citizen.hear().text

    clerk.presses(card, "เผยแพร่")
    told, shown = clerk.hears(2)
    assert "เผยแพร่แล้ว" in told.text
    assert "หอดูดาวเทียม ชั้น 2" in shown.text or "12-13 ธันวาคม 2569" in shown.text
    clerk.says(ASKED)
    assert "หอดูดาวเทียม ชั้น 2" in clerk.hear().text  # a question again, and no trial
    citizen.says(ASKED)
    assert "หอดูดาวเทียม ชั้น 2" in citizen.hear().text
    assert 1 == len(files(bot)) - len(before)
    api.wait_for(lambda: not card.buttons, "the buttons to go")

    clerk.says("/undo")
    last = clerk.hear()
    assert TITLE in last.text
    clerk.presses(last, "เลิกทำ")
    assert "เลิกทำแล้ว" in clerk.hear().text
    citizen.says(ASKED)
    assert "หอดูดาวเทียม" not in citizen.hear().text
    assert before == files(bot)
    log = (Path(bot.knowledge) / "CHANGES.md").read_text("utf-8")
    assert 2 == log.count(f"เจ้าหน้าที่ {CLERK}")


def test_a_pasted_release_is_a_draft_in_as_many_messages_as_it_needs(
    bot: RunningBot, clerk: Person
) -> None:
    """Telegram cuts a long paste; the second half joins the draft of the first."""
    long = RELEASE.replace("ศรีราชา", "ลำตะคอง").replace(
        "\n\nผู้สนใจ", "\n\n" + "การชมภาพถ่ายดาวเทียมช่วยให้เข้าใจการเปลี่ยนแปลงของป่าไม้ " * 80 + "\n\nผู้สนใจ"
    )
    assert 4096 < len(long) < 8192
    moment = int(datetime(2026, 11, 28, tzinfo=UTC).timestamp())
    clerk.says(long[:4096], date=moment)
    first = clerk.hear()
    clerk.says(long[4096:], date=moment + 1)
    card = clerk.hear()
    assert "เบอร์โทร" not in first.text
    assert "เบอร์โทร: 0 3831 0001" in card.text
    clerk.presses(first, "เผยแพร่")
    assert "มีคนแก้" in clerk.hear().text
    clerk.presses(card, "เก็บเป็นฉบับร่าง")
    assert "/drafts" in clerk.hear().text
    clerk.says("/drafts")
    listing = clerk.hear()
    clerk.presses(listing, "ลำตะคอง")
    card = clerk.sees(lambda message: "ลำตะคอง" in message.text and "ทิ้ง" in labels(message))
    clerk.presses(card, "ทิ้ง")
    assert "ทิ้งฉบับร่างแล้ว" in clerk.hear().text
    assert not any("ลำตะคอง" in name for name in files(bot))


def test_an_announcement_answered_as_a_question_gets_a_hint(clerk: Person, person: Person) -> None:
    """It is too short for a release; of a citizen it is a question and nothing more."""
    said = "ขอเชิญร่วมงานวันเด็ก\nวันที่ 9 มกราคม 2570\nณ หอดูดาวภูเก็ต"
    clerk.says(said)
    assert "/draft" in clerk.sees(lambda message: "ฉบับร่าง" in message.text).text
    for one in (person, clerk):
        one.says(said if one is person else "หอดูดาวอยู่ที่ไหน\nบอกหน่อย")
        one.hear()
        assert not any("/draft" in message.text for message in one.seen()[one.read - 1 :])


def test_an_entry_is_edited_field_by_field_and_withdrawn(
    bot: RunningBot, api: FakeBotApi, clerk: Person, person: Person
) -> None:
    """Buttons lead to the field; a value that cannot be read is refused with its cure."""
    path = Path(bot.knowledge) / "events" / "camp-songkhla.md"
    before = path.read_bytes()
    clerk.says("/edit ค่ายดาราศาสตร์เยาวชน สงขลา")
    clerk.presses(clerk.hear(), "สงขลา")
    card = clerk.hear()
    assert "กำลังแก้เรื่องที่ใช้ตอบอยู่" in card.text
    clerk.presses(card, "แก้ช่อง")
    chooser = clerk.hear()
    clerk.presses(chooser, "สถานที่จัด")
    assert "หอดูดาวสงขลา" in clerk.hear().text
    clerk.says("หอประชุมเมืองสงขลา")
    card = clerk.hear()
    clerk.says("วันเริ่มงาน: 32 มีนาคม 2568", **replying_to(api, card))
    assert "32 มีนาคม" in clerk.hear().text
    clerk.says("ที่ไหนดี", **replying_to(api, card))
    assert "ขึ้นต้นด้วยชื่อช่อง" in clerk.hear().text
    clerk.presses(card, "เผยแพร่")
    clerk.hears(2)
    person.says("ค่ายดาราศาสตร์เยาวชนที่สงขลาจัดที่ไหน")
    assert "หอประชุมเมืองสงขลา" in person.hear().text

    clerk.says("/withdraw camp-songkhla")
    sure = clerk.hear()
    clerk.presses(sure, "ถอน")
    gone = clerk.hear()
    assert "ถอนแล้ว" in gone.text
    clerk.presses(gone, "เลิกทำ")
    assert "เลิกทำแล้ว" in clerk.hear().text
    clerk.says("/undo")
    clerk.presses(clerk.hear(), "เลิกทำ")
    clerk.hear()
    assert before == path.read_bytes()


def test_files_that_cannot_be_used_get_a_reason(bot: RunningBot, clerk: Person) -> None:
    """Nothing of them is kept, and the bot goes on."""
    tries = [
        ("bomb.docx", word_bomb(), None, "ไฟล์ Word ผิดปกติ"),
        ("big.pdf", b"%PDF", 21 * 1024 * 1024, "เกิน 20 MB"),
        ("รูป.jpg", b"\xff\xd8", None, "ยังอ่านไฟล์ชนิด .jpg ไม่ได้"),
        ("ว่าง.docx", b"", None, "ไฟล์ว่าง"),
        ("../../x.txt", b" ", None, "ไฟล์ว่าง"),
    ]
    before = drafts(bot)
    for name, data, size, why in tries:
        clerk.sends_file(name, data, size=size)
        assert why in clerk.hear().text
    clerk.sends(document={"file_id": "gone", "file_unique_id": "gone", "file_size": 5})
    assert "ดาวน์โหลดไฟล์จาก Telegram ไม่ได้" in clerk.hear().text
    assert before == drafts(bot)


def test_a_file_in_hand_at_a_crash_makes_one_draft(
    bot: RunningBot, api: FakeBotApi, clerk: Person
) -> None:
    """The message is handled again after the start; nothing is lost, nothing twice."""
    api.trouble(method="getFile", delay=3.0)
    clerk.sends_file("ข่าว.txt", RELEASE.replace("ศรีราชา", "ภูเก็ต").encode())
    api.wait_for(lambda: api.pending == 0, "the update to be confirmed")
    bot.kill()
    bot.start()
    assert "ภูเก็ต" in clerk.hear().text
    clerk.says("/drafts")
    assert 1 == sum("ภูเก็ต" in label for label in labels(clerk.hear()))


def test_version_tells_what_is_served(clerk: Person) -> None:
    """Edition, entries, digest, when; and the faults of the folder."""
    clerk.says("/version")
    told = clerk.hear().text
    assert f"{len(ENTRIES)} เรื่อง" in told
    assert "ผิด 0 ข้อ" in told


def test_a_file_broken_by_hand_keeps_its_last_good_version(
    bot: RunningBot, api: FakeBotApi, clerk: Person, person: Person
) -> None:
    """As staff break them: a colon in the title, half a file, a Word file, the wrong encoding."""
    admin = Person(api, ADMIN, "แอดมิน")
    admin.says("/start")
    admin.sees(lambda message: "/privacy" in message.text)
    good = files(bot)
    broken = {name: spoil(good[name]) for name, (spoil, _, _, _) in SPOILT.items()}
    for name, data in broken.items():
        (bot.knowledge / name).write_bytes(data)
    told = admin.sees(lambda message: all(f"{name}:" in message.text for name in SPOILT)).text
    clerk.says("/version")
    version = clerk.hear().text
    for name, (_, fault, question, answer) in SPOILT.items():
        (line,) = [line for line in told.splitlines() if f"{name}:" in line]
        assert fault in line
        assert f"{name}:" in version
        person.says(question)
        assert answer in person.hear().text
    for name in SPOILT:
        (bot.knowledge / name).write_bytes(good[name])
    clean_version(bot, clerk)


def clean_version(bot: RunningBot, clerk: Person) -> None:
    """Ask until the watcher has seen that the folder is whole again."""
    for _ in range(60):
        clerk.says("/version")
        if "ผิด 0 ข้อ" in clerk.hear().text:
            return
        time.sleep(0.2)
    raise AssertionError(bot.log())


def test_a_clerk_gets_a_menu_of_their_own(api: FakeBotApi, person: Person) -> None:
    """Once they have written; whoever is nobody's clerk gets none."""
    clerk = Person(api, SECOND_CLERK, "ธุรการ")
    for one in (person, clerk):
        one.says("/start")
        one.hear()
    api.wait_for(lambda: f"chat:{SECOND_CLERK}:" in api.commands, "the clerk's menu")
    menu = {one["command"] for one in api.commands[f"chat:{SECOND_CLERK}:"]}
    assert {"draft", "drafts", "edit", "withdraw", "undo", "version"} <= menu
    assert "review" not in menu
    assert f"chat:{person.id}:" not in api.commands
