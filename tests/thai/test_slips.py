"""English words typed on the Thai layout, against the slow and obvious look at every slip."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.thai.slips import SHORTEST, TO_THAI, Slips
from tests.thai.strategies import message

WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzABC019-", min_size=1, max_size=9), max_size=6)


def listed(slips: Slips) -> dict[str, str]:
    letters = "".join(map(chr, slips.letters.tolist()))
    spans = pairwise(slips.ends.tolist())
    return {letters[slice(*span)]: slips.words[number] for number, span in enumerate(spans)}


@given(WORDS, message)
def test_every_slip_of_a_text_is_found(words: list[str], text: str) -> None:
    """Each where it stands, of those that begin at one letter the longest first."""
    slips = Slips.of(words)
    text = f"{text}{''.join(words).translate(TO_THAI)}{text}"
    expected = [
        (start, start + len(slip), word)
        for start in range(len(text))
        for slip, word in sorted(listed(slips).items(), key=lambda pair: -len(pair[0]))
        if text.startswith(slip, start)
    ]
    assert expected == list(slips.inside(text))


@given(WORDS)
def test_a_word_is_known_by_what_its_keys_give(words: list[str]) -> None:
    """In the case it was written in and in others; words of a letter or two are not."""
    found = listed(Slips.of(words))
    for word in words:
        typed = word.translate(TO_THAI)
        assert (typed in found) == (len(typed) >= SHORTEST)
    assert set(found.values()) <= set(words)
