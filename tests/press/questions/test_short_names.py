"""How long names are said: by their head and the first that tells which is meant."""

import pytest

from bot.press.questions.short_names import short_of


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("การประชุมเชิงปฏิบัติการช่างต่อเรือใบ ประจำปี 2565", "ประชุมช่างต่อเรือใบ"),
        ("ระบบซ่อมเรือไฟฟ้าชายฝั่งแบบครบวงจร", "ระบบซ่อมเรือไฟฟ้าชายฝั่ง"),
        ("โครงการคู่เรือใบดูแลทะเล ก้าวสู่ชาวเกาะคุณภาพ", "โครงการคู่เรือใบดูแลทะเล"),
        ("สัมมนาเรือใบไทยในยุคใหม่: Sailing Boats", "สัมมนาเรือใบไทยในยุคใหม่"),
        ("แอปพลิเคชันเรือใบ", "แอปเรือใบ"),
    ],
)
def test_a_long_name_is_said_by_its_head(name: str, said: str) -> None:
    assert said == short_of(name)


@pytest.mark.parametrize(
    "name",
    [
        "เครื่องซ่อมใบเรือ",
        "โครงการพัฒนาและส่งเสริมเรือใบของชาวเกาะ",
        "ประชุมคณะกรรมการเรือใบและเรือประมงชายฝั่งไทย",
    ],
)
def test_nothing_is_cut_that_leaves_too_little(name: str) -> None:
    """A short name, one whose head says nothing, and that of a body."""
    assert name == short_of(name)
