"""How long names are said: by their head and the first that tells which is meant."""

import pytest

from bot.press.questions.short_names import is_bare, is_typed, short_of


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("การประชุมเชิงปฏิบัติการช่างต่อเรือใบ ประจำปี 2565", "ประชุมช่างต่อเรือใบ"),
        ("ระบบซ่อมเรือไฟฟ้าชายฝั่งแบบครบวงจร", "ระบบซ่อมเรือไฟฟ้าชายฝั่ง"),
        ("โครงการคู่เรือใบดูแลทะเล ก้าวสู่ชาวเกาะคุณภาพ", "โครงการคู่เรือใบดูแลทะเล"),
        ("สัมมนาเรือใบไทยในยุคใหม่: Sailing Boats", "สัมมนาเรือใบไทยในยุคใหม่"),
        ("แอปพลิเคชันเรือใบ", "แอปเรือใบ"),
        ("ระบบซ่อมใบเรือน้อยและเสากระโดงของเรือไทย", "ระบบซ่อมใบเรือน้อยและเสากระโดงของเรือไทย"),
        ("เสวนาเรือใบกับเกาะและชายฝั่งทะเลไทย", "เสวนาเรือใบกับเกาะและชายฝั่งทะเลไทย"),
        ("ประกวดเรือใบประจำเกาะ อบต. ชายฝั่ง", "งานประกวดเรือใบประจำเกาะ อบต."),
        ("ประชุม Sailing Boats Forum", "งาน Sailing Boats Forum"),
        ("เสวนาเรือใบไทย อว. กับชาวเกาะชายฝั่ง", "เสวนาเรือใบไทย อว. กับชาวเกาะชายฝั่ง"),
        ("บรรยายโลกเรือใบในสายตาของชาวเกาะไทย", "บรรยายโลกเรือใบในสายตาของชาวเกาะไทย"),
        ("โครงการหนึ่งเกาะชายฝั่ง หนึ่งเรือใบ", "โครงการหนึ่งเกาะชายฝั่ง หนึ่งเรือใบ"),
        ("งานเรือใบ 2025 - มหกรรมชาวเกาะ 2568", "งานเรือใบ 2025"),
        ("มหกรรมเรือใบฝั่งทะเล ระดับภูมิภาคอย่างยิ่งใหญ่", "มหกรรมเรือใบฝั่งทะเล ระดับภูมิภาค"),
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
        "เสวนาเรือใบไทยจากท้องทะเลสู่อนาคตชาวเกาะ",
        "ประชุมเทคโนโลยีดิจิทัลเพื่อชาวเรือ",
    ],
)
def test_nothing_is_cut_that_leaves_too_little(name: str) -> None:
    """A short name, one whose head says nothing, and that of a body."""
    assert name == short_of(name)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("งานวันคล้ายวันสถาปนา", True),
        ("งานแถลงข่าวความร่วมมือทางวิชาการ", True),
        ("เครื่องใหม่", True),
        ("พิธีวางพุ่มดอกไม้", True),
        ("งานวันเรือใบ", False),
        ("งานแถลงข่าวเรือใบ", False),
    ],
)
def test_a_name_of_general_words_says_nothing(name: str, *, bare: bool) -> None:
    assert is_bare(name) is bare


def test_a_name_that_nobody_would_type_is_cut_where_its_phrase_goes_on() -> None:
    """As late as may be, and late; not where what follows is of both, says whose or of what."""
    name = "เสวนาเรือใบไทยกับการสร้างศักยภาพใบเรือของชาวเกาะชายฝั่งทะเลไทย"
    assert short_of(name) == "เสวนาเรือใบไทยกับการสร้างศักยภาพใบเรือ"
    name = "ประชุมการแข่งเรือใบและการต่อเรือใบในท้องทะเลของชาวเกาะกับช่างต่อเรือ"
    assert short_of(name) == "ประชุมการแข่งเรือใบและการต่อเรือใบ"
    name = "ประชุมการแข่งเรือใบและการต่อเรือใบระหว่างชาวเกาะกับช่างต่อเรือ"
    assert short_of(name) == name
    name = "เสวนาเรือใบไทยกับการสร้างศักยภาพด้านความมั่นคงทางทะเลของชาวเกาะ"
    assert short_of(name) == name
    name = "การแล่นเรือใบของชาวเกาะน้อยใหญ่ที่อยู่ห่างไกลจากชายฝั่งทะเล"
    assert short_of(name) == name


def test_a_long_english_name_is_copied() -> None:
    name = "Sailing for Sustainable Island Development"
    assert is_typed(name)
    assert not is_typed("ก" * len(name))
    assert not is_typed(f"{name} {name}")


def test_a_name_is_not_cut_inside_a_list() -> None:
    name = "ประชุมการพัฒนาเรือใบ ทะเลและชายฝั่ง"
    assert name == short_of(name)


def test_a_cut_name_of_general_words_is_bare() -> None:
    assert is_bare("งานวันคล้ายวันสถาปนาฯ")
