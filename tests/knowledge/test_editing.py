"""A file is edited where something changed; all that staff wrote beside it stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from difflib import unified_diff

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.editing import edited_text
from bot.knowledge.entries import Entry, Person
from bot.knowledge.files import parse_entry

LISTED = """---
kind: event
title: งาน
event:   # รอยืนยัน
  start: 5 ม.ค. 2570   # จากโปสเตอร์
# สถานที่ยังไม่แน่

  venue: สวน
questions:
  - "ก วันไหน"   # คนถามมากสุด
  # ข้อต่อไปของฝ่ายสาม

  - 'ข ที่ไหน'
# ท้ายรายการ
  - ค
    ใคร
  # จบ
people:
- name: "ก ข"   # ผู้จัด
  # ตำแหน่งเดิม
  role: ผอ.
- {name: ค ง}
facts:
  "อายุ": 5 ปี   # ขึ้นไป
  # ราคาเก่า
  ค่าเข้า: '20 บาท'
---
เนื้อหา
"""


def difference(text: str, edited: str) -> list[str]:
    found = unified_diff(text.split("\n"), edited.split("\n"), n=0, lineterm="")
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        (lambda one: replace(one, questions=(*one.questions, "ง ไหม")), "+  - ง ไหม"),
        (lambda one: replace(one, questions=("ง ไหม", *one.questions)), "+  - ง ไหม"),
        (lambda one: replace(one, questions=one.questions[1:]), '-  - "ก วันไหน"   # คนถามมากสุด'),
        (lambda one: replace(one, questions=one.questions[:2]), "-  - ค\n-    ใคร"),
        (
            lambda one: replace(one, questions=(one.questions[0], "ง", one.questions[2])),
            "-  - 'ข ที่ไหน'\n+  - ง",
        ),
        (
            lambda one: replace(one, people=(*one.people, Person("จ", "ฉ"))),
            "+- name: จ\n+  role: ฉ",
        ),
        (lambda one: replace(one, people=one.people[:1]), "-- {name: ค ง}"),
        (
            lambda one: replace(one, facts={**one.facts, "ค่าเข้า": "30 บาท"}),
            "-  ค่าเข้า: '20 บาท'\n+  ค่าเข้า: 30 บาท",
        ),
        (lambda one: replace(one, facts={**one.facts, "ที่": "ลาน"}), "+  ที่: ลาน"),
        (
            lambda one: replace(one, event=replace(one.event, venue="ลาน")),
            "-  venue: สวน\n+  venue: ลาน",
        ),
    ],
)
def test_remarks_of_staff_stay_where_they_are(
    changed: Callable[[Entry], Entry], lines: str
) -> None:
    """In a list, beside items, between the lines of a table; quotes and gaps as well."""
    entry, _ = parse_entry(LISTED, "a", "a.md")
    assert entry
    edited = edited_text(LISTED, changed(entry))
    assert lines.split("\n") == difference(LISTED, edited)
    assert parse_entry(edited, "a", "a.md")[0] == changed(entry)


@pytest.mark.parametrize(
    ("line", "changes", "edited"),
    [
        (
            'event: {start: 2570-01-05, venue: "ห้อง, ใหญ่"}  # รอยืนยัน',
            {"venue": "ลาน: กลาง"},
            'event: {start: 2570-01-05, venue: "ลาน: กลาง"}  # รอยืนยัน',
        ),
        (
            "event: { start: 5 ม.ค. 2570, venue: 'ห้อง ''ก''' }",
            {"cost": "ฟรี", "province": "ลพบุรี"},
            "event: { start: 5 ม.ค. 2570, venue: 'ห้อง ''ก''', province: ลพบุรี, cost: ฟรี }",
        ),
        (
            "event: {start: 2570-01-05, end: 2570-01-06, venue: it's}",
            {"venue": "", "end": date(2027, 1, 7)},
            "event: {start: 2570-01-05, end: 2027-01-07}",
        ),
        (
            "event: {start: 2570-01-05, map: [13.7, 100.5]}",
            {"map": (13.8, 100.5)},
            "event: {start: 2570-01-05, map: [13.8, 100.5]}",
        ),
    ],
)
def test_a_table_on_one_line_stays_on_it(
    line: str, changes: dict[str, object], edited: str
) -> None:
    """Its other parts as they were written, days too."""
    text = f"---\ntitle: ชื่อ\n{line}\nquestions:\n- ถาม\n---\n\nเนื้อหา\n"
    entry, _ = parse_entry(text, "a", "a.md")
    assert entry
    assert entry.event
    after = replace(entry, event=replace(entry.event, **changes))  # type: ignore[arg-type]
    assert text.replace(line, edited) == edited_text(text, after)


_ITEM_LINES = st.sampled_from(
    [
        "- {}",
        "- '{}'",
        '- "{}"   # ข้าง',
        "# บน\n- {}",
        "\n    # บน\n- {}  # ข้าง",
        "# ก\n# ข\n- '{}'",
    ]
)


@settings(deadline=None)
@given(
    st.lists(_ITEM_LINES, min_size=1, max_size=6), st.sampled_from(["", "  ", "    "]), st.data()
)
def test_every_line_that_is_not_changed_keeps_its_bytes(
    layouts: list[str], indent: str, data: st.DataObject
) -> None:
    """Whatever remarks, quotes and gaps a list has, one more question is one more line."""
    items = [one.format(f"ถาม {number}") for number, one in enumerate(layouts)]
    lines = [f"{indent}{line}" if line else "" for one in items for line in one.split("\n")]
    text = "\n".join(["---\ntitle: ก\nquestions:", *lines, "source: ข\n---\nเนื้อหา\n"])
    entry, _ = parse_entry(text, "a", "a.md")
    assert entry
    place = data.draw(st.integers(0, len(items)))
    more = (*entry.questions[:place], "ใหม่ไหม", *entry.questions[place:])
    edited = edited_text(text, replace(entry, questions=more))
    assert [f"+{indent}- ใหม่ไหม"] == difference(text, edited)
    fewer = tuple(one for number, one in enumerate(entry.questions) if number != place)
    if fewer and place < len(items):
        (gone,) = difference(text, edited_text(text, replace(entry, questions=fewer)))
        assert (gone[0], f"ถาม {place}" in gone) == ("-", True)
