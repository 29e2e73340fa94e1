"""The decode ladder: BOM, strict UTF-8, plainly Thai cp874, else rejected with the offset."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.decoding import clean, decode
from bot.knowledge.problems import UnreadableError

TEXT = "---\ntitle: ศูนย์วิทยาศาสตร์ “น้ำ” – ๑\n---\nกระทรวงเปิดให้เข้าชมฟรี ที่ปทุมธานี\n"


def attempt(data: bytes) -> str | UnreadableError:
    try:
        return decode(data)
    except UnreadableError as fault:
        return fault


def refused(data: bytes) -> UnreadableError:
    fault = attempt(data)
    assert isinstance(fault, UnreadableError)
    return fault


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "cp874"),
    ],
)
def test_every_honest_encoding_gives_the_same_text(bom: bytes, encoding: str) -> None:
    """UTF-8, UTF-16 and UTF-32 with BOM, and windows-874 read alike."""
    assert decode(bom + TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "cp874", "utf-16-le"])
def test_a_truncated_file_is_the_beginning_or_a_fault(encoding: str) -> None:
    """Cut anywhere, a file gives a prefix of its text or is rejected; never other letters."""
    bom = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    data = bom + TEXT.encode(encoding)
    for length in range(len(data)):
        read = attempt(data[:length])
        assert TEXT.startswith(read) if isinstance(read, str) else read.code == "encoding"


def test_bytes_of_no_known_encoding_are_rejected_with_their_offset() -> None:
    """Neither UTF-8 nor Thai: the first bad byte and its line are named."""
    fault = refused(b"line one\nna\xefve caf\xe9 au lait")
    assert ("encoding", 2) == (fault.code, fault.line)
    assert "11" in fault.message


def test_a_byte_that_cp874_does_not_know_is_rejected() -> None:
    """0xFC has no meaning in windows-874, however Thai the rest is."""
    assert "ไบต์ที่ 0" in refused("ภาษาไทยล้วน ๆ".encode("cp874") + b"\xfc").message


def test_utf16_without_bom_is_named_as_not_text() -> None:
    """NUL bytes are the sign of a file that is no text in any encoding of ours."""
    assert "nul-byte" == refused("abc".encode("utf-16-le")).code


@pytest.mark.parametrize("wrong", ["cp874", "latin-1"])
def test_text_once_read_in_the_wrong_encoding_is_detected(wrong: str) -> None:
    """UTF-8 opened as cp874 or Latin-1 and saved again is told, not served."""
    garbled = "".join(
        bytes([byte]).decode(wrong, "replace") for byte in "กระทรวงวิทยาศาสตร์".encode()
    )
    fault = refused(f"---\ntitle: {garbled}\n".encode())
    assert ("mojibake", 2) == (fault.code, fault.line)


def test_windows_874_once_read_as_latin_is_detected() -> None:
    """Old Thai pages copied from a browser that did not know their encoding; German is honest."""
    garbled = "สำนักงานพัฒนาวิทยาศาสตร์ เปิดรับสมัคร ครูและนักเรียนทั่วประเทศ ร่วมค่าย ดาราศาสตร์ ที่เชียงใหม่ สามวัน"
    assert "ภาษาต่างดาว" in refused(garbled.encode("cp874").decode("latin-1").encode()).message
    assert "Übermäßig" in decode(("Übermäßig größer, œuvre déjà été " * 20).encode())


def test_thai_full_of_the_same_letters_is_not_mojibake() -> None:
    """เธอ, เนื้อ and เน้น occur in honest Thai."""
    assert decode(("เธอเน้นเนื้อหา " * 20).encode()).startswith("เธอ")


def test_invisible_signs_and_foreign_line_ends_go() -> None:
    """Direction overrides and zero-width signs could mislead; CR and U+2028 are line ends."""
    assert "a\nb\nc\nนํ้า" == clean("a\r\nb\rc\u2028\u202eนํ้า\u200b\ufeff")


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """`clean` is idempotent on any text."""
    assert clean(text) == clean(clean(text))


@given(st.binary())
def test_any_bytes_give_text_or_a_fault(data: bytes) -> None:
    """Nothing but `UnreadableError` is raised, whatever the bytes."""
    read = attempt(data)
    assert read == clean(read) if isinstance(read, str) else read.line >= 1
