"""What tells something of a person that the law protects most, and what only speaks of it."""

import json
from pathlib import Path

import pytest

from bot.thai.sensitive import is_sensitive
from tests.support.phrases import phrases

OWN = Path(__file__).parents[2] / "benchmarks" / "data" / "release-questions.jsonl"


@pytest.mark.parametrize(
    "text",
    phrases("""
        แม่หนูเป็นมะเร็งเต้านม ขอทุนรักษาได้ไหมคะ | ผมติดเชื้อ HIV หรือเอชไอวี สมัครทุนได้ไหม
        ลูกชายเป็นออทิสติก มีค่ายวิทยาศาสตร์ที่รับไหม | ดิฉัน ตั้ง ครรภ์ เข้าห้องแล็บได้หรือเปล่า
        เคยติดคุกมาก่อน สมัครงานกระทรวงได้มั้ย | ป่วยเป็นโรคไตมาสามปี | ผมเป็นมุสลิม ในงานมีที่ละหมาดไหม
        เพื่อนผมโดนจับคดียา ยังรับทุนต่อได้ไหม | หนูเป็นซึมเศร้า อยากคุยกับใครสักคน | พ่อผมเป็นเบาหวานนนนน กินยาอยู่
        แฟนเป็นกะเทยค่ะ เข้าค่ายชายหรือหญิง
    """),
)
def test_what_is_told_of_a_person_is_marked(text: str) -> None:
    """Spoken, spaced or drawn out."""
    assert is_sensitive(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "กระทรวงมีงานวิจัยเรื่องมะเร็งไหม",
        "ตรวจน้ำดื่มหาเชื้อโรคที่ไหน",
        "มหาวิทยาลัยแม่โจ้จัดอบรมเมื่อไหร่",
        "หุ่นยนต์ช่วยผ่าตัดของ สวทช. ชื่ออะไร",
        "ผมอยากรู้ว่างานมหกรรมวิทย์จัดวันไหน",
        "ห้องปฏิบัติการตรวจดีเอ็นเอมีที่ไหนบ้าง",
        "งานที่ชุมชนชาวมุสลิมปัตตานีจัดเมื่อไร",
        "นวัตกรรมเพื่อคนพิการมีอะไรบ้าง",
    ],
)
def test_what_only_speaks_of_the_subject_is_not(text: str) -> None:
    """Research, offices and places with such words in their names."""
    assert not is_sensitive(text)


def test_questions_about_releases_are_not() -> None:
    """At most one of a hundred ordinary questions is kept from the lists without need."""
    asked = [json.loads(line)["question"] for line in OWN.read_text("utf-8").splitlines()]
    marked = [text for text in asked if is_sensitive(text)]
    assert len(marked) <= len(asked) / 100, marked
