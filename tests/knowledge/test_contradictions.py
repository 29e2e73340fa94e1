"""Answers compared as whole facts of the kind that a question asks for."""

import pytest

from bot.knowledge.contradictions import comparable_aspect, contradict
from bot.thai.questions import Aspect


@pytest.mark.parametrize(
    ("question", "one", "other", "apart"),
    [
        ("จัดวันไหน", "1 ธันวาคม 2569", "9 ธันวาคม 2569", True),
        ("จัดวันไหน", "1 ธันวาคม 2569", "1 ธ.ค. 69 09.00 น.", False),
        ("จัดวันไหน", "1-5 ธันวาคม 2569", "5/12/2569", False),
        ("จัดวันไหน", "5 ธันวาคม", "5 ธันวาคม 2569", False),
        ("จัดวันไหน", "5 ธันวาคม", "6 ธันวาคม 2569", True),
        ("จัดวันไหน", "31 ธันวาคม 2569 - 2 มกราคม 2570", "1 มกราคม", False),
        ("จัดเมื่อไร", "ธันวาคม 2569", "9 ธันวาคม 2569", False),
        ("จัดปีไหนบ้าง", "2552 2555 2567 และ 2569", "12-14 มกราคม 2567", False),
        ("ปิดวันไหน", "ปิดวันจันทร์ (ข้อมูล ณ ธันวาคม 2562)", "22 ธันวาคม 2561", False),
        ("เปิดกี่โมง", "09.00-16.00 น.", "9:00 น.", False),
        ("เปิดกี่โมง", "09.00-16.00 น.", "10.00-18.00 น.", True),
        ("ค่าเข้าเท่าไร", "1,000 บาท", "๑๐๐๐ บาทต่อคน", False),
        ("ค่าเข้าเท่าไร", "1 พันบาท", "1,000.00 บาท", False),
        ("ค่าเข้าเท่าไร", "เด็ก 50 บาท ผู้ใหญ่ 100 บาท", "100 บาท", False),
        ("ค่าเข้าเท่าไร", "100 บาท", "200 บาท", True),
        ("ค่าเข้าเท่าไร", "ฟรี", "200 บาท", True),
        ("ค่าเข้าเท่าไร", "ฟรี", "ไม่เสียค่าใช้จ่าย", False),
        ("มีกี่แห่ง", "140 แห่ง (ข้อมูล ณ กรกฎาคม 2560)", "140 แห่ง ใน 70 จังหวัด", False),
        ("มีกี่แห่ง", "140 แห่ง (ข้อมูล ณ ปี 2560)", "150 แห่ง (ข้อมูล ณ ปี 2560)", True),
        ("เบอร์อะไร", "0 2333 3700 ต่อ 12", "02-333-3700", False),
        ("เบอร์อะไร", "0 2333 3700", "0 2577 9000", True),
        ("เบอร์อะไร", "0 2323 1672-80", "0 2323 1675", False),
        ("เบอร์อะไร", "1313 (ข้อมูล ณ ปี 2563)", "1111 (ข้อมูล ณ ปี 2563)", True),
        ("เบอร์อะไร", "ยังไม่มี", "0 2577 9000", False),
    ],
)
def test_whole_facts(question: str, one: str, other: str, *, apart: bool) -> None:
    """Either way round; a figure in common, such as a year or a 0, is not enough."""
    kind = comparable_aspect(question)
    assert kind is not None
    assert (apart, apart) == (contradict(one, other, kind), contradict(other, one, kind))


def test_nothing_to_compare() -> None:
    """Where somebody is said to be, or who they are, has no one spelling."""
    assert comparable_aspect("จัดที่ไหน") is None
    assert not contradict("1", "2", Aspect.WHO)
