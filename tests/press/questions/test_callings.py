"""Of whom people ask, and what they call them."""

import pytest

from bot.knowledge.entries import Entry, Person
from bot.press.questions.callings import called

OURS = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"
ENTRY = Entry("a", "ข่าวเรือใบ", "ดี")


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (f"รัฐมนตรีว่าการ{OURS}", "รัฐมนตรีแดง"),
        ("รองนายกรัฐมนตรี", "รองนายกแดง"),
        (f"ปลัด{OURS}", "ปลัด อว."),
        (f"เลขานุการรัฐมนตรีว่าการ{OURS} (อว.)", "เลขารัฐมนตรี อว."),
        ("รองโฆษกประจำสำนักนายกรัฐมนตรี", "รองโฆษกรัฐบาล"),
        ("ผู้อำนวยการสำนักงานนวัตกรรมแห่งชาติ (องค์การมหาชน) หรือ NIA", "ผอ.NIA"),
        ("ผู้อำนวยการสำนักงานพัฒนาวิทยาศาสตร์และเทคโนโลยีแห่งชาติ (สวทช.) กระทรวง อว.", "ผอ.สวทช."),
        ("อธิบดีกรมวิชาการเดินเรือใบและการประมงชายฝั่งทะเลตะวันตก", ""),
        ("เจ้าหน้าที่", ""),
    ],
)
def test_ministers_are_called_by_name_and_heads_by_their_office(role: str, said: str) -> None:
    """Nobody asks for anybody else, nor for an office with a long name."""
    assert said == called(Person("นายแดง ใจดี", role), ENTRY)


def test_whom_the_title_names_is_called_by_name() -> None:
    """But by no whole one: "คุณแดง ใจดี"."""
    entry = Entry("a", "แดง แล่นเรือใบ", "ดี")
    assert called(Person("ดร.แดง ใจดี", "เจ้าหน้าที่"), entry) == "ดร.แดง"
    assert called(Person("นายแดง ใจดี", "เจ้าหน้าที่"), entry) == ""
