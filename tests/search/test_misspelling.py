"""Letters read as a row of known words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.misspelling import Vocabulary

WORDS = Vocabulary(
    ("ใคร", "ไป", "บ้าง", "เปิด", "โมง", "ข่าว"), ("กี่โมง", "ใครไปบ้าง", "ฟรีไหม", "ฟรีไหน")
)


@pytest.mark.parametrize(
    ("letters", "words", "wrong"),
    [
        ("เปิดกี่โมง", ("เปิด", "กี่โมง"), 0),
        ("เปิดกีโมง", ("เปิด", "กี่โมง"), 0),
        ("ใครไปบาง", ("ใครไปบ้าง",), 0),
        ("เปิดด2", ("เปิด", "2"), 1),
        ("ใคไป", ("ใคร", "ไป"), 1),
        ("คใรไป", ("ใคร", "ไป"), 1),
    ],
)
def test_the_nearest_words_are_read(letters: str, words: tuple[str, ...], wrong: int) -> None:
    read = WORDS.read(letters)
    assert read is not None
    assert (words, wrong) == (read.words, read.wrong)


@pytest.mark.parametrize("letters", ["ปลาทู", "ขาวโมง", "ไปปลา", "x"])
def test_what_is_far_from_all_words_is_not_read(letters: str) -> None:
    """Neither is what is another word as it stands: ขาว is no ข่าว."""
    assert WORDS.read(letters) is None


@given(st.lists(st.sampled_from(["ใคร", "ไป", "เปิด", "กี่โมง"]), min_size=1, max_size=4))
def test_what_is_spelt_right_is_read_as_written(words: list[str]) -> None:
    read = WORDS.read("".join(words))
    assert read is not None
    assert read.is_as_written
    assert "".join(read.words) == "".join(words)
