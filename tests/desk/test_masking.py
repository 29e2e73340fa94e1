"""Personal numbers leave a question before it is stored; the ministry's own and years stay."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk.masking import EMAIL, LONGEST, mask
from bot.desk.personal_numbers import CARD, CITIZEN_ID, PHONE
from bot.thai.fillers import without_asides
from bot.thai.normalise import gate, normalise
from tests.desk.masking_corpus import PUBLIC, Sample, generated, written

MASKED = r"[(@]?\[[ก-๙]+\][)]?"  # a bracket or sign that stood outside may stay


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


def failures(samples: list[Sample], *, personal: bool) -> list[str]:
    """The samples that hold something personal (or nothing) and were masked wrongly."""
    wrong = []
    for sample in samples:
        expected = "".join(MASKED if gone else re.escape(part) for part, gone in sample.parts)
        masked = mask(sample.text, PUBLIC)
        if bool(sample.personal) is personal and not re.fullmatch(expected, masked):
            wrong.append(f"{sample.text} → {masked}")
    return wrong


def test_the_written_corpus_is_masked_to_the_letter() -> None:
    """Sentences as people type them: all of the marked goes, all of the rest stays."""
    samples = written()
    assert [] == failures(samples, personal=True)
    assert [] == failures(samples, personal=False)


def test_recall_and_wrong_masks_over_generated_sentences() -> None:
    """At least 99 % of the personal numbers go whole; at most 1 % of the harmless ones change."""
    samples = list(generated(4_000, seed=1313))
    missed, wrong = failures(samples, personal=True), failures(samples, personal=False)
    kept = sum(1 for sample in samples if sample.personal)
    assert len(missed) <= 0.01 * kept, missed[:5]
    assert len(wrong) <= 0.01 * (len(samples) - kept), wrong[:5]


@pytest.mark.parametrize(
    "nasty",
    [
        "1",
        "๑ ",
        "08-",
        "a",
        "a.",
        "a@",
        "ไลน์ ",
        "passport ",
        "บัญชี",
        "1,000",
        "0 ",
        "(at)",
        ".",
        "\u200b1",
    ],
)
def test_long_nasty_texts_are_no_harder_than_others(nasty: str) -> None:
    """Nothing multiplies: a text of any length is cut at the limit and masked."""
    assert len(mask(nasty * 20_000)) <= 2 * LONGEST


THICK = st.text(alphabet="0123456789๐๑๒ -.,/()+@aZไลน์บัญชี:\u200b", max_size=200)


@settings(max_examples=100)
@given(st.text(max_size=300) | THICK, st.sampled_from([(), PUBLIC]))
def test_masking_twice_is_masking_once(text: str, public: frozenset[str]) -> None:
    """Any text, also where hints, gaps and digits stand thick."""
    once = mask(text, public)
    assert once == mask(once, public)


def test_what_is_cut_off_around_a_message_hides_nothing_from_masking() -> None:
    """A message is kept without its asides; no word by which a number is known may be one."""
    shown = []
    for sample in (*written(), *generated(4_000, seed=1314)):
        whole = normalise(gate(sample.text))
        kept, masked = mask(without_asides(whole), PUBLIC), mask(whole, PUBLIC)
        personal = [normalise(one).strip() for one in sample.personal]
        shown += [sample.text for one in personal if one in kept and one not in masked]
    assert [] == shown
