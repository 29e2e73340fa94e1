import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.thai import normalise as module
from bot.thai.normalise import gate, normalise, normalised, remembered, squeeze, squeezed
from tests.support.phrases import phrases
from tests.thai.strategies import message

HOSTILE = [
    "1" * 4096,
    "ก" * 4096,
    "\u0e48" * 4096,
    "\u0301" * 4096,
    "หน่อย" * 819,
    "นะ" * 2048,
    "ครับ" * 1024,
    "ขอถาม " * 682,
    "\ud800" * 4096,
    "\u200b" * 4096,
]


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("น\u0e4d\u0e49า", "น้ำ"),
        ("น\u0e49\u0e4dา", "น้ำ"),
        ("ทําเเล้ว", "ทำแล้ว"),
        ("กำาลัง", "กำลัง"),
        ("ก\u0e48\u0e35", "กี่"),
        ("ขา\u0e49ว", "ข้าว"),
        ("เด\u0e47\u0e47ก", "เด็ก"),
        ("มากกกกก ค่าาาา ครับบบ", "มาก ค่า ครับ"),
        ("ขขขอเบอร์ ฟฟฟฟ", "ขอเบอร์ ฟ"),
        ("เบอร์วว ครับบ", "เบอร์วว ครับ"),  # what is silent ends a word
        ("รอออออ", "รอ"),
        ("เร็ว ๆ ๆ", "เร็วๆ"),
        ("๐ ๒๓๓๓ ๓๗๐๐", "0 2333 3700"),
        ("GISTDA\u200b  คือ\u00a0อะไร", "gistda คือ อะไร"),
        ("\uf70aวิทย\uf70e", "่วิทย์"),
        ("１３１３", "1313"),
        ("02–333", "02-333"),
        ("พ\u0e45", "พา"),
    ],
)
def test_one_spelling_for_what_looks_the_same(typed: str, canonical: str) -> None:
    """Every way to type a word ends in one spelling."""
    assert normalise(typed) == canonical


@pytest.mark.parametrize(
    "text",
    phrases("""
        สสส. กับ ททท | ระบบบริการ | ขอออกจากกลุ่ม | ต่อออนไลน์ | ฤๅษี | www.most.go.th | 1000000 บาท
        ธรรมสรรค์ กก สร้างสรร
    """),
)
def test_right_spellings_stay(text: str) -> None:
    assert normalise(text) == text


@given(message)
@example("\u0300ะ\u0300ะ\uf705")
def test_normalise_is_idempotent(text: str) -> None:
    """What is normal stays as it is, so that entries and questions can be compared."""
    once = normalise(text)
    assert normalise(once) == once


@given(message)
@example("\u0300ะ\u0e48")
def test_gate_is_idempotent_and_bounded(text: str) -> None:
    """Whatever is received, what passes the gate is short, encodable and passes again unchanged."""
    passed = gate(text, 20)
    assert len(passed) <= 20
    assert passed.encode().decode() == passed
    assert gate(passed, 20) == passed


@given(st.lists(message.map(normalise), max_size=5))
def test_words_are_squeezed_each_for_itself(words: list[str]) -> None:
    """Whether any of them holds a sign or none does."""
    assert [*map(squeeze, words)] == [*squeezed(words)]


@example(["\nก", "ๆ"])
@given(st.lists(message | st.text("กำๆํ้เaA“\n\r ", max_size=6), max_size=5))
def test_texts_are_normalised_each_for_itself(texts: list[str]) -> None:
    """Whether one is ill formed, or has lines of its own."""
    assert [*map(normalise, texts)] == normalised(texts)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_runs_are_capped(text: str) -> None:
    """A message of one repeated character comes out short or bounded, at any length."""
    assert len(gate(text)) <= 1_000


@given(message | st.text("กขรบาะำเแใ์่ิุั้ํๅๆ 0ax_\n\r", max_size=40), st.booleans())
def test_a_look_at_each_letter_misses_nothing(text: str, is_long: bool) -> None:
    """What a text does not seem to need would not have changed it."""
    text *= 35 if is_long else 1
    found = gate(text), normalise(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_faults", lambda *_: -1)
        assert (gate(text), normalise(text)) == found


def test_only_what_is_made_of_short_texts_is_remembered() -> None:
    """The body of each release would take more room than the index."""
    made: list[str] = []

    @remembered
    def work(text: str) -> str:
        made.append(text)
        return text.upper()

    short, long = "ab", "ab" * 400
    assert [short.upper(), long.upper()] * 2 == [work(one) for one in (short, long) * 2]
    assert [short, long, long] == made
