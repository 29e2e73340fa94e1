"""What was planned is no number of what there is."""

from dataclasses import replace

import pytest

from bot.knowledge.entries import Entry
from tests.search.passages.base import fact_of

CENTRES = Entry(
    "centres",
    "ศูนย์ว่าวประจำเกาะ",
    "มีแผนตั้งศูนย์ว่าวประจำเกาะ 8 แห่ง\n\nต่อมานับว่าตั้งแล้ว 5 แห่งในปี 2560",
    facts={"จำนวนตามแผน": "8 แห่ง ทั่วทุกเกาะ", "จำนวนที่ข่าวปี 2560 ระบุ": "5 แห่ง"},
)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("ศูนย์ว่าวมีกี่แห่ง", "5 แห่ง"),
        ("ศูนย์ว่าวเปิดจริงกี่แห่ง", "5 แห่ง"),
        ("ศูนย์ว่าวตั้งไปแล้วกี่แห่ง", "5 แห่ง"),
        ("ศูนย์ว่าวตามแผนมีกี่แห่ง", "8 แห่ง ทั่วทุกเกาะ"),
    ],
)
def test_what_came_of_a_plan_is_told_before_it(question: str, fact: str) -> None:
    """Unless the plan is asked for."""
    assert fact == fact_of(CENTRES, question)


def test_a_plan_alone_is_told_but_not_as_what_really_is() -> None:
    """Neither by a fact nor by the text."""
    planned = replace(
        CENTRES,
        body="มีแผนตั้งศูนย์ว่าวประจำเกาะ 8 แห่ง",
        facts={"จำนวนตามแผน": "8 แห่ง ทั่วทุกเกาะ"},
    )
    assert "8 แห่ง ทั่วทุกเกาะ" == fact_of(planned, "ศูนย์ว่าวมีกี่แห่ง")
    assert "" == fact_of(planned, "ศูนย์ว่าวเปิดจริงกี่แห่ง")
