"""Personal numbers leave a question before it is stored; the ministry's own and years stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.masking import CARD, CITIZEN_ID, EMAIL, PHONE, mask

PUBLIC = frozenset({"023333700", "pr@most.go.th"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("โทร 081-234-5678 ครับ", f"โทร {PHONE} ครับ"),
        ("โทร0812345678นะ", f"โทร{PHONE}นะ"),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", PHONE),
        ("+66 81 234 5678", PHONE),
        ("+66812345678", PHONE),
        ("66812345678", PHONE),
        ("บ้าน 02-123-4567", f"บ้าน {PHONE}"),
        ("โทร 0812345678 2 ครั้ง", f"โทร {PHONE} 2 ครั้ง"),
        ("(08) 1234 5678", f"({PHONE}"),
        ("1-2345-67890-12-3", CITIZEN_ID),
        ("เลข ๑๒๓๔๕๖๗๘๙๐๑๒๓ ค่ะ", f"เลข {CITIZEN_ID} ค่ะ"),
        ("1 2345 67890 12 3", CITIZEN_ID),
        ("บัตร 4111 1111 1111 1111", f"บัตร {CARD}"),
        ("ส่งที่ somchai.k+x@gmail.com ค่ะ", f"ส่งที่ {EMAIL} ค่ะ"),
        ("08\u200b1234\u200b5678", PHONE),
    ],
)
def test_personal_data_is_masked(text: str, expected: str) -> None:
    """Every common way of writing them, Thai digits and hidden blanks included."""
    assert expected == mask(text, PUBLIC)


@pytest.mark.parametrize(
    "text",
    [
        "1313 กับ 1296 ต่างกันอย่างไร",
        "เบอร์ 02 333 3700 ใช่ไหม",
        "0 2333 3700",
        "เขียนถึง PR@most.go.th",
        "26-28 มีนาคม 2555",
        "ปี 2555 2556 2557 และ 2558",
        "งบ 12,345,678,900 บาท",
        "วันที่ 26/03/2555 เวลา 09.00-16.30 น.",
        "",
    ],
)
def test_public_numbers_stay(text: str) -> None:
    """Years, dates, money, short numbers and the ministry's own are not personal."""
    assert text == mask(text, PUBLIC)


@given(st.integers(600_000_000, 999_999_999), st.text("กขค ", max_size=20), st.sampled_from("- ."))
def test_no_mobile_number_survives(number: int, around: str, gap: str) -> None:
    """Whatever stands around it, a mobile number is gone."""
    digits = f"0{number}"
    written = f"{digits[:3]}{gap}{digits[3:6]}{gap}{digits[6:]}"
    masked = mask(f"{around}{written}{around}")
    assert not any(part in masked for part in (digits, written))


@given(st.text(max_size=300))
def test_any_text_is_masked_without_fault_and_twice_the_same(text: str) -> None:
    """Masking never fails, and masking again changes nothing."""
    once = mask(text)
    assert once == mask(once)
