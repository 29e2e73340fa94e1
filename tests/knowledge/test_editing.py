"""A file is edited where something changed; all that staff wrote beside it stays."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import Any

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

ONE_LINE = "---\ntitle: ชื่อ\n{}\nquestions:\n- ถาม\n---\n\nเนื้อหา\n"
FILE = """---
# หมายเหตุบน
kind: event
title: 'ชื่อ'   # หมายเหตุข้าง
keywords: [ก,
  ข]
questions:
- "ถามหนึ่ง"  # ข้อแรก
- ถามสอง

event: {start: 2026-01-01, end: 2026-01-02}
---

เนื้อหา
"""


def difference(text: str, edited: str) -> list[str]:
    found = unified_diff(text.split("\n"), edited.split("\n"), n=0, lineterm="")
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]


def read(text: str) -> Entry:
    entry, _ = parse_entry(text, "a", "a.md")
    assert entry
    return entry


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        (lambda one: {"questions": (*one.questions, "ง ไหม")}, "+  - ง ไหม"),
        (lambda one: {"questions": ("ง ไหม", *one.questions)}, "+  - ง ไหม"),
        (lambda one: {"questions": one.questions[1:]}, '-  - "ก วันไหน"   # คนถามมากสุด'),
        (lambda one: {"questions": one.questions[:2]}, "-  - ค\n-    ใคร"),
        (
            lambda one: {"questions": (one.questions[0], "ง", one.questions[2])},
            "-  - 'ข ที่ไหน'\n+  - ง",
        ),
        (lambda one: {"people": (*one.people, Person("จ", "ฉ"))}, "+- name: จ\n+  role: ฉ"),
        (lambda one: {"people": one.people[:1]}, "-- {name: ค ง}"),
        (
            lambda one: {"facts": {**one.facts, "ค่าเข้า": "30 บาท"}},
            "-  ค่าเข้า: '20 บาท'\n+  ค่าเข้า: 30 บาท",
        ),
        (lambda one: {"facts": {**one.facts, "ที่": "ลาน"}}, "+  ที่: ลาน"),
        (lambda one: {"event": replace(one.event, venue="ลาน")}, "-  venue: สวน\n+  venue: ลาน"),
    ],
)
def test_remarks_of_staff_stay_where_they_are(
    changed: Callable[[Entry], dict[str, Any]], lines: str
) -> None:
    """In a list, beside items, between the lines of a table; quotes and gaps as well."""
    after = replace(read(LISTED), **changed(read(LISTED)))
    edited = edited_text(LISTED, after)
    assert lines.split("\n") == difference(LISTED, edited)
    assert after == read(edited)


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ('{start: 2570-01-05, venue: ⟨"ห้อง, ใหญ่"→"ลาน: กลาง"⟩}  # รอ', {"venue": "ลาน: กลาง"}),
        (
            "{ start: 5 ม.ค. 2570, venue: 'ห้อง ''ก'''⟨→, province: ลพบุรี, cost: ฟรี⟩ }",
            {"cost": "ฟรี", "province": "ลพบุรี"},
        ),
        (
            "{start: 2570-01-05, ⟨end: 2570-01-06, venue: it's→end: 2027-01-07⟩}",
            {"venue": "", "end": date(2027, 1, 7)},
        ),
        ("{start: 2570-01-05, map: [⟨13.7→13.8⟩, 100.5]}", {"map": (13.8, 100.5)}),
    ],
)
def test_a_table_on_one_line_stays_on_it(line: str, changes: dict[str, Any]) -> None:
    """Its other parts as they were written, days too."""
    whole = ONE_LINE.format(f"event: {line}")
    before, after = (re.sub("⟨(.*)→(.*)⟩", part, whole) for part in (r"\1", r"\2"))
    entry = read(before)
    assert entry.event
    assert after == edited_text(before, replace(entry, event=replace(entry.event, **changes)))


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
    entry = read(text)
    place = data.draw(st.integers(0, len(items)))
    more = (*entry.questions[:place], "ใหม่ไหม", *entry.questions[place:])
    edited = edited_text(text, replace(entry, questions=more))
    assert [f"+{indent}- ใหม่ไหม"] == difference(text, edited)
    fewer = tuple(one for number, one in enumerate(entry.questions) if number != place)
    if fewer and place < len(items):
        (gone,) = difference(text, edited_text(text, replace(entry, questions=fewer)))
        assert (gone[0], f"ถาม {place}" in gone) == ("-", True)


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"title": "ใหม่"}, "title: 'ชื่อ'   # หมายเหตุข้าง", "title: ใหม่"),
        ({"questions": ("ถามสาม",)}, '- "ถามหนึ่ง"  # ข้อแรก\n- ถามสอง\n', "- ถามสาม\n"),
        ({"questions": ("ถามหนึ่ง", "ถาม: สาม")}, "- ถามสอง\n", "- 'ถาม: สาม'\n"),
        ({"keywords": ("ค",)}, "keywords: [ก,\n  ข]", "keywords:\n  - ค"),
        ({"summary": "สรุป"}, "questions:\n", "summary: สรุป\nquestions:\n"),
        ({"body": "เนื้อหาใหม่"}, "\nเนื้อหา\n", "\nเนื้อหาใหม่\n"),
        ({"event": None}, "event: {start: 2026-01-01, end: 2026-01-02}\n", ""),
    ],
)
def test_an_edit_changes_only_its_lines(changes: dict[str, Any], before: str, after: str) -> None:
    """Remarks, quotes and layout of all other lines stay as a person wrote them."""
    entry = replace(read(FILE), **changes)
    edited = edited_text(FILE, entry)
    assert (entry, ()) == parse_entry(edited, "a", "a.md")
    if "summary" not in changes:
        assert FILE.replace(before, after) == edited


@pytest.mark.parametrize(
    ("line", "words", "edited"),
    [
        ('keywords: ["ก.", "ข"]', ("ก.", 'ค "ง"'), 'keywords: ["ก.", "ค \\"ง\\""]'),
        ("keywords: [ก, ข]", ("ก", "ข", "ค"), "keywords: [ก, ข, ค]"),
        ("keywords: [ก]", ("ก", "ข: ค"), 'keywords: ["ก", "ข: ค"]'),
        ("keywords: [ก]  # ไว้ค้น", ("ก", "ข"), "keywords: [ก, ข]  # ไว้ค้น"),
        ("keywords: [ ก ,'ข']", ("ค", "ข"), "keywords: [ ค, 'ข']"),
    ],
)
def test_a_list_on_one_line_stays_on_it(line: str, words: tuple[str, ...], edited: str) -> None:
    """Quoted as the others are, or where a word needs it; a remark behind it stays."""
    text = ONE_LINE.format(line)
    assert ONE_LINE.format(edited) == edited_text(text, replace(read(text), keywords=words))


def test_every_shipped_file_can_be_edited_in_place() -> None:
    """Saying the same changes no byte; a new title, or another keyword, changes one line."""
    for path in sorted((Path(__file__).parents[2] / "knowledge").rglob("*.md")):
        text = path.read_text("utf-8")
        entry, _ = parse_entry(text, path.stem, path.name)
        if entry:
            assert text == edited_text(text, entry), path
            lines = text.split("\n")
            for changed in (
                replace(entry, title=f"{entry.title} ฉบับแก้"),
                replace(entry, keywords=(*entry.keywords, "คำใหม่")),
            ):
                edited = edited_text(text, changed).split("\n")
                assert len(lines) == len(edited), path
                assert 1 == sum(one != two for one, two in zip(lines, edited, strict=True)), path
            asked = edited_text(text, replace(entry, questions=(*entry.questions, "ใหม่ไหม")))
            kept = asked.split("\n")
            assert len([line for line in lines if line not in kept]) <= 1, path
