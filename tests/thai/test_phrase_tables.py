"""What a clerk may write into a table of phrases, and what comes of it."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.intents.emergencies import EMERGENCIES
from bot.dialogue.message.cues import CUES
from bot.dialogue.message.phrases import PHRASES
from bot.dialogue.message.utterances import SAID
from bot.dialogue.presentation.contacts import WAYS
from bot.thai import tables
from bot.thai.phrase_tables import phrase_table
from bot.thai.questions import ASKED

HEAD = "# หมายเหตุ\nคำพูด\n\n<บอต>: คำที่เรียกบอต\nบอท|บอต\n\n"
SHIPPED = [
    (PHRASES, "dialogue", "phrases.csv"),
    (CUES, "dialogue", "cues.csv"),
    (EMERGENCIES, "dialogue", "emergencies.csv"),
    (WAYS, "dialogue", "contacts.csv"),
    (SAID, "dialogue", "utterances.csv"),
    (ASKED, "thai", "questions.csv"),
]
BOT = Path(__file__).parents[2] / "bot"


@dataclass(frozen=True)
class _Said:
    said: re.Pattern[str]
    part: str
    around: frozenset[str]


Reading = Callable[..., _Said]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Reads a table with these lines in its lists."""
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)

    def _read(*said: str, part: str = "ก", around: str = "นะ|คะ") -> _Said:
        lists = {"ทัก> said": "\n".join(said), "ส่วน> part": part, "รอบ> around": around}
        text = "\n\n".join(f"<{name}: ใช้ทำอะไร, เมื่อใด\n{lines}" for name, lines in lists.items())
        (tmp_path / "data" / "said.csv").write_text(f"{HEAD}{text}\n", "utf-8")
        return phrase_table(_Said, "bot.thai", "said.csv")

    return _read


@pytest.mark.parametrize(
    ("line", "said", "not_said"),
    [
        ("ช่างแอร์", ["ช่างแอร์"], ["ช่าง", "ช่างแอ"]),
        ("หวัดดี|ดีจ้า", ["หวัดดี", "ดีจ้า"], ["หวัด"]),
        ("คุย(กับ|กะ)คน", ["คุยกับคน", "คุยกะคน"], ["คุยคน", "คุยกับกะคน"]),
        ("คุย[กับ|กะ]คน", ["คุยกับคน", "คุยคน"], ["คุยกับกะคน"]),
        ("5(5|ห)+", ["55", "5ห5"], ["5"]),
        ("จริง[ๆ|จัง]+", ["จริง", "จริงๆ", "จริงจังๆ"], ["จิง"]),
        ("<บอต>ชื่ออะไร", ["บอทชื่ออะไร", "บอตชื่ออะไร"], ["ชื่ออะไร"]),
        ("ดี{ก่อน ค่ะ|<บอต>}(ค่ะ|ๆ|บอต)", ["ดีค่ะ", "ดีบอต"], ["ดีๆ"]),
        ("ดี{ไม่ก่อน ใจ}(ใจ|มาก)", ["ดีมาก"], ["ดีใจ"]),
        ("[ผ้า|กัน]{ไม่หลัง ผ้า|เส้น}ไหม", ["ไหม", "กันไหม"], ["ผ้าไหม"]),
        ("[ไป|ดี]{หลัง ไป|ดี}ไหม", ["ไปไหม", "ดีไหม"], ["ไหม"]),
        ("ดี(มาก|{จบ})", ["ดี", "ดีมาก"], ["ดีจ้า"]),
        ("{ต้น}ดี", ["ดี"], []),
        ("แจ้ง{เว้น 3}ที่", ["แจ้งที่", "แจ้งไฟที่"], ["แจ้งเหตุที่", "แจ้ง ที่"]),
        ("(ก|ข|คง)", ["ก", "ข", "คง"], ["ค"]),
        ("ก{ก่อน {จบ}|5|ๆ}[5|ข]", ["ก", "ก5"], ["กข"]),
        ("พ.ศ.", ["พ.ศ."], ["พxศ."]),
    ],
)
def test_a_phrase_is_read_as_its_notation_says(
    read: Reading, line: str, said: list[str], not_said: list[str]
) -> None:
    pattern = read(line).said
    assert [one for one in said if pattern.fullmatch(one)] == said
    assert [one for one in not_said if pattern.fullmatch(one)] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("คุยกับ(คน|มนุษย์", "ไม่มี ) ปิด"),
        ("คุยกับ คน)", "ใช้เครื่องหมาย ) ตรงนี้ไม่ได้"),
        ("เวลา: กี่โมง", "ใช้เครื่องหมาย : ตรงนี้ไม่ได้"),
        ("คุย[กับ|]คน", "มีที่ว่างข้าง |"),
        ("คุย|", "มีที่ว่างข้าง |"),
        ("<คน>ตอบ", "ไม่มีรายการชื่อ <คน> ในไฟล์นี้"),
        ("<บอต", "ไม่มี > ปิด"),
        ("<ทัก>จ้า", "<ทัก> วนกลับมาที่เดิม"),
        ("ดี{หน้า ค่ะ}", "ไม่รู้จัก {หน้า"),
        ("ดี{ก่อน ค่ะ", "ไม่มี } ปิด"),
        ("ดี{เว้น มาก}", "ไม่รู้จัก {เว้น มาก"),
        ("{ไม่หลัง ผ้า[เส้น]}ไหม", "หลัง และ ไม่หลัง รับเฉพาะคำ"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_left_out(
    read: Reading, caplog: pytest.LogCaptureFixture, line: str, told: str
) -> None:
    with caplog.at_level(logging.WARNING):
        pattern = read("หวัดดี", line, "ดีจ้า").said
    assert ["หวัดดี", "ดีจ้า"] == pattern.findall("หวัดดี ดีจ้า")
    assert f"bot/thai/data/said.csv บรรทัด 9: {told}" in caplog.text


def test_a_list_of_words_takes_words_alone(read: Reading, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        words = read("ดี", around="นะ|<บอต>\nครับ[ผม]\n<รอบ>\nคะ").around
    assert {"นะ", "บอท", "บอต", "คะ"} == words
    assert "บรรทัด 16: <รอบ> วนกลับมาที่เดิม" in caplog.text
    assert "บรรทัด 15: รายการนี้รับเฉพาะคำ" in caplog.text


def test_the_longer_of_two_ways_is_meant_wherever_it_stands(read: Reading) -> None:
    pattern = read("ดี", "ดีจ้า", "สวัสดี[จ้า]+", "สวัสดีตอนเช้า").said
    assert ["ดีจ้า", "สวัสดีตอนเช้า"] == pattern.findall("ดีจ้า สวัสดีตอนเช้า")


def test_a_list_as_a_part_may_be_put_into_a_pattern(read: Reading) -> None:
    assert re.fullmatch(f"{read('ดี', part='ก|ข').part}*ค", "กขค")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("", "บรรทัด 1: ไม่มีรายการที่หัวเขียนว่า said"),
        ("<ทัก said: ทักทาย\nดี", "บรรทัด 13: หัวของรายการเขียนไม่ถูก"),
    ],
)
def test_a_list_without_its_heading_says_nothing(
    tmp_path: Path, read: Reading, caplog: pytest.LogCaptureFixture, lines: str, told: str
) -> None:
    """Nor do its lines get into the list above."""
    read("ดี")
    table = tmp_path / "data" / "said.csv"
    text = table.read_text("utf-8").replace("<ทัก> said: ใช้ทำอะไร, เมื่อใด\nดี\n", "")
    table.write_text(f"{text}{lines}\n", "utf-8")
    with caplog.at_level(logging.WARNING):
        said = phrase_table(_Said, "bot.thai", "said.csv")
    assert said.said.search("ดี") is None
    assert {"นะ", "คะ"} == said.around
    assert told in caplog.text


@pytest.mark.parametrize(("lists", "package", "name"), SHIPPED)
def test_every_list_that_is_shipped_is_used(lists: Any, package: str, name: str) -> None:
    """By another list or by the program, which asks for none that is missing."""
    text = (BOT / package / "data" / name).read_text("utf-8")
    headings = dict(re.findall("^<([^<>]+)> ?([a-z_]*) *:", text, re.MULTILINE))
    code = "\n".join(path.read_text("utf-8") for path in BOT.rglob("*.py"))
    assert {one.name for one in fields(lists)} == {field for field in headings.values() if field}
    assert [] == [
        name
        for name, field in headings.items()
        if not (field or f"<{name}>" in text.replace(f"\n<{name}>:", ""))
    ]
    assert [] == [one for one in headings.values() if one and f".{one}" not in code]


@pytest.mark.parametrize(("lists", "package", "name"), SHIPPED)
def test_no_line_that_is_shipped_is_at_fault(
    lists: Any, package: str, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert phrase_table(type(lists), f"bot.{package}", name) == lists
    assert "" == caplog.text
