"""What a clerk is asked to type for a draft, and may type again."""

from pathlib import Path

from tests.support.fake_bot_api import FakeBotApi
from tests.support.releases import RELEASE
from tests.support.served_face import ServedFace
from tests.support.telegram_people import Person


def test_a_value_that_cannot_be_read_may_be_typed_anew(clerk: Person) -> None:
    """It is still the field's, and no question of a citizen."""
    clerk.sends_file("ข่าว.txt", RELEASE.encode())
    clerk.presses(clerk.hear(), "แก้ช่อง")
    clerk.presses(clerk.hear(), "วันเริ่มงาน")
    clerk.hear()
    clerk.says("31 กุมภาพันธ์ 2570")
    refused = clerk.hear()
    assert "ไม่มีในปฏิทิน" in refused.text
    assert ["ดูฉบับร่าง", "ยกเลิก"] == [button["text"] for button in refused.buttons]
    clerk.says("11 ธันวาคม 2569")
    assert "วันเริ่มงาน: 11 ธันวาคม 2569" in clerk.hear().text
    clerk.says("ค่ายดาราศาสตร์เยาวชนที่สงขลาจัดวันไหน")
    assert "1-3 เมษายน 2568" in clerk.hear().text


def test_a_release_of_nothing_may_be_sent_anew(clerk: Person) -> None:
    """A file will do as well, and what comes after it is a question."""
    clerk.says("/draft")
    clerk.hear()
    clerk.says("เปิดบ้าน")
    assert "ไม่มีเนื้อข่าว" in clerk.hear().text
    clerk.sends_file("ข่าว.txt", RELEASE.encode())
    assert "ฉบับร่าง" in clerk.hear().text
    clerk.says("ค่ายดาราศาสตร์เยาวชนที่สงขลาจัดวันไหน")
    assert "1-3 เมษายน 2568" in clerk.hear().text


def test_a_draft_that_was_changed_meanwhile_takes_nothing_more(
    api: FakeBotApi, clerk: Person
) -> None:
    """What is typed after that refusal is an ordinary message."""
    clerk.sends_file("ข่าว.txt", RELEASE.encode())
    card = clerk.hear()
    clerk.presses(card, "แก้ช่อง")
    fields = clerk.hear()
    with api.locked():
        shown = {"reply_to_message": api.rules.shown(card)}
    clerk.says("ค่าใช้จ่าย: ฟรี", **shown)
    clerk.hear()
    clerk.presses(fields, "วันเริ่มงาน")
    clerk.hear()
    clerk.says("11 ธันวาคม 2569")
    assert "มีคนแก้" in clerk.hear().text
    clerk.says("ค่ายดาราศาสตร์เยาวชนที่สงขลาจัดวันไหน")
    assert "1-3 เมษายน 2568" in clerk.hear().text


def test_more_faults_than_a_message_holds_are_counted(
    served: ServedFace, clerk: Person, tmp_path: Path
) -> None:
    """And a clerk is told where the others stand."""
    for number in range(8):
        (tmp_path / "knowledge" / f"broken-{number}.md").write_text("---\ntitle: ก: ข\n---\nค\n")
    served.app.desk.editions.reload(served.app.clock())
    clerk.says("/version")
    told = clerk.hear().text
    assert "ผิด 8 ข้อ" in told
    assert "broken-5.md" in told
    assert "broken-6.md" not in told
    assert "และอีก 2 ข้อ ดูที่หน้า ความรู้" in told
