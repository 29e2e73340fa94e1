"""What a clerk may do to a table without stopping the bot."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.thai import tables

HEAD = "# หมายเหตุ\nคำที่คนใช้,คำทางการ,เฉพาะเมื่อมีคำ,ไม่ใช้เมื่อมีคำ\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    tables.rows_of.cache_clear()
    yield folder / "everyday.csv"
    tables.rows_of.cache_clear()


@pytest.mark.parametrize(
    ("line", "read", "told"),
    [
        ("ปลาทอง,สัตว์น้ำสวยงาม", ("ปลาทอง", "สัตว์น้ำสวยงาม", "", ""), ""),
        ("ปลาทอง", None, "บรรทัด 3: ช่องที่ 1 ถึง 2 ต้องไม่ว่าง"),
        ("ก,ข,ค,ง,จ", None, "บรรทัด 3: มี 5 ช่อง แต่หัวตารางมี 4"),
        ('"ก,ข', None, "บรรทัด 3: ช่องที่ 1 ถึง 2 ต้องไม่ว่าง"),
    ],
)
def test_a_line_out_of_shape_is_told_and_the_rest_goes_on(
    table: Path,
    caplog: pytest.LogCaptureFixture,
    line: str,
    read: tuple[str, ...] | None,
    told: str,
) -> None:
    """Cells left out at the end are empty; what cannot be read is named with its line."""
    table.write_text(f"{HEAD}{line}\nหมอ,แพทย์,,\n", "utf-8")
    with caplog.at_level(logging.WARNING):
        rows = list(tables.rows_of("everyday.csv"))
    assert [*([read] if read else []), ("หมอ", "แพทย์", "", "")] == rows
    assert told in caplog.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874"])
def test_a_table_is_read_as_spreadsheets_save_it(table: Path, encoding: str) -> None:
    table.write_bytes(f"{HEAD}หมอ,แพทย์,,\r\n".encode(encoding))
    assert (("หมอ", "แพทย์", "", ""),) == tables.rows_of("everyday.csv")


def test_a_fault_of_a_table_is_told_once(table: Path, caplog: pytest.LogCaptureFixture) -> None:
    """However many ask for the table."""
    table.write_text(f"{HEAD}ปลาทอง\nหมอ,แพทย์,,\n", "utf-8")
    with caplog.at_level(logging.WARNING):
        assert tables.rows_of("everyday.csv") == tables.rows_of("everyday.csv")
    assert len(caplog.records) == 1
