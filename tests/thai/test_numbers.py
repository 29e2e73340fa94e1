import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.thai.dictionary import num_to_thaiword
from bot.thai.numbers import digits_of, number_of, number_variants, year_variants
from tests.support.phrases import pairs
from tests.thai.strategies import message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("สองร้อย", 200),
        ("สิบเอ็ด", 11),
        ("ยี่สิบ", 20),
        ("1313", 1313),
        ("หมื่น", 10_000),
        ("หมื่นห้า", 15_000),
        ("สองหมื่นห้า", 20_005),
        ("พันสองร้อย", 1_200),
        ("พันเอ็ด", 1_001),
        ("ปลา", None),
        ("", None),
    ],
)
def test_numbers_are_read_in_digits_and_words(text: str, value: int | None) -> None:
    """A number in either spelling has one value; other words have none."""
    assert number_of(text) == value


@given(st.integers(1, 10_000_000))
def test_what_is_written_in_words_is_read_back(value: int) -> None:
    """Words and digits say the same number."""
    assert number_of(num_to_thaiword(value)) == value


@pytest.mark.parametrize(
    ("text", "twins"),
    [
        ("ผู้เข้าร่วมสองร้อยคน", ("200",)),
        ("200 คน", ("สองร้อย",)),
        ("1,250 ราย", ("1250",)),
        ("3 หมื่น บาท", ("30000",)),
        ("โทร 0 2333 3700", ()),
        ("ปี 2560", ()),
        ("สองคน", ()),
        ("ร้อยเอ็ด", ()),
        ("พันธุ์ข้าวสองพันธุ์", ()),
        ("สิบห้าแห่ง", ("15",)),
        ("ค่าสมัครร้อยห้าสิบบาท", ("150",)),
        ("1.5 ล้านบาท", ("1500000",)),
        ("ครึ่งล้าน", ("500000",)),
    ],
)
def test_numbers_have_twins(text: str, twins: tuple[str, ...]) -> None:
    """Round numbers are sought in words too, spoken ones in digits; phones and years are not."""
    assert number_variants(text) == twins


@pytest.mark.parametrize(
    ("text", "twins"),
    [
        ("งานปี 2560", ("2017",)),
        ("startup thailand 2019", ("2562",)),
        ("ปี 60", ("2560", "2017")),
        ("21 พ.ย. 62", ("2562", "2019")),
        ("tcas 66 สมัครวันไหน", ("2566", "2023")),
        ("tcas66 รอบ 3", ("2566", "2023")),
        ("วันเด็ก 69 ถนนสายเต่าทอง", ("2569", "2026")),
        ("อว.แฟร์ 70 มีไหม", ("2570", "2027")),
        ("วันเด็ก 60 แห่ง", ()),
        ("เดือนมิย63", ("2563", "2020")),
        ("5ก.ค. 61 งานไหน", ("2561", "2018")),
        ("มกราคม 63 คนเยอะไหม", ("2563", "2020")),
        ("มหาวิทยาลัย 80 แห่ง", ()),
        ("ผู้ป่วย 45 ราย", ()),
        ("นักเรียน 60 คน", ()),
        ("สมาคม 45 แห่ง", ()),
        ("ทีมไทย 50 คน", ()),
        ("90 คน", ()),
        ("1,2560", ()),
    ],
)
def test_years_have_a_twin_in_the_other_era(text: str, twins: tuple[str, ...]) -> None:
    """People count in either era, and leave out the century."""
    assert year_variants(text) == twins


@given(message)
def test_twins_are_never_empty(text: str) -> None:
    """Any text can be asked for twins, and none of them is empty."""
    assert all(number_variants(text))
    assert all(year_variants(text))


@pytest.mark.parametrize(
    ("text", "written"),
    pairs("""
        หนึ่งสามหนึ่งสามเสียตังไหม → 1313เสียตังไหม | สิบสามสิบสามเสียตังไหม → 1313เสียตังไหม
        สิบสอง เก้าสิบหกโทรได้ไหม → 1296โทรได้ไหม | สิบสามสิบสี่คน → สิบสามสิบสี่คน | หนึ่งสองสามเริ่ม → หนึ่งสองสามเริ่ม
        โทร หนึ่ง สอง เก้า หก ได้ไหม → โทร 1296 ได้ไหม | สองสามวัน → สองสามวัน
    """),
)
def test_a_hotline_may_be_said_in_words(text: str, written: str) -> None:
    """Its digits one by one; no other number is meant by them."""
    assert written == digits_of(text, ("1313", "1296"))
