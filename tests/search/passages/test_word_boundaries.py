"""No piece of a text begins or ends inside a word."""

import pytest

from bot.knowledge.entries import Entry
from bot.search.passages.word_boundaries import without_tail
from tests.search.passages.base import fact_of


def test_no_place_begins_inside_a_word() -> None:
    """There is no ลาน in เวลานั้น."""
    entry = Entry("x", "ดาวเทียม", "ผู้ว่าการในเวลานั้นปล่อยดาวเทียม")
    assert "" == fact_of(entry, "ปล่อยดาวเทียมจากที่ไหน")


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("5 เป้าหมายใหญ่ของ", "5 เป้าหมายใหญ่"),
        ("วัดบ้านดอน และใน ", "วัดบ้านดอน"),
        ("50 ประเทศทั่วโลก", "50 ประเทศทั่วโลก"),
        ("ของ", "ของ"),
    ],
)
def test_no_fact_ends_in_what_leads_on(said: str, whole: str) -> None:
    """Whatever it leads to was cut off; something is always left."""
    assert whole == without_tail(said)
    body = "ประชุมแล้วตั้ง 5 เป้าหมายใหญ่ของ ประเทศ"
    assert "5 เป้าหมายใหญ่" == fact_of(Entry("g", "ประชุม", body), "ตั้งกี่เป้าหมาย")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("สอนทำปลาเค็มที่ศูนย์ปลาทูเพื่อการศึกษา ตอนเย็น", "ศูนย์ปลาทูเพื่อการศึกษา"),
        ("สอนทำปลาเค็มที่ศูนย์ปลาทูเพื่อให้เด็กเล่นได้", "ศูนย์ปลาทู"),
        ("สอนทำปลาเค็มที่ศูนย์ปลาทู เพื่อการศึกษา", "ศูนย์ปลาทู"),
    ],
)
def test_a_name_goes_on_with_what_it_is_for(body: str, place: str) -> None:
    """What is done there is no part of it."""
    assert place == fact_of(Entry("k", "สอนทำปลาเค็ม", body), "สอนทำปลาเค็มที่ไหน")
