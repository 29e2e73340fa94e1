"""What an index keeps of its texts: the same texts, the same words, in little memory."""

from hypothesis import given
from hypothesis import strategies as st

from bot.search.pieces import Pieces
from bot.search.ranking import Part, Passage
from tests.thai.strategies import message

TEXTS = st.lists(message, max_size=6)


@given(TEXTS, st.sampled_from(Part))
def test_passages_come_back_as_they_were(texts: list[str], part: Part) -> None:
    """Whatever alphabet, an empty text too."""
    pieces = Pieces.of(Passage("some", part, text) for text in texts)
    assert [(part, text) for text in texts] == [pieces[n] for n in range(len(pieces))]


@given(st.lists(TEXTS, max_size=4))
def test_joined_they_are_as_if_made_at_once(several: list[list[str]]) -> None:
    """Of nothing too, and each text still at its place."""
    passages = [[Passage("some", Part.BODY, text) for text in texts] for texts in several]
    joined = Pieces.joined([Pieces.of(some) for some in passages])
    whole = Pieces.of(passage for some in passages for passage in some)
    assert [joined[n] for n in range(len(joined))] == [whole[n] for n in range(len(whole))]
    assert joined.ends.tolist() == whole.ends.tolist()


def test_thai_takes_one_byte_a_letter() -> None:
    """… and a letter of another alphabet makes only its own passage longer."""
    texts = ("กระทรวง ๑๓๑๓", "“นาโน” – 2562", "ดาวเทียม 卫星")
    pieces = Pieces.of(Passage("some", Part.BODY, text) for text in texts)
    sizes = [len(texts[0]), len(texts[1]), len(texts[2].encode())]
    assert [sum(sizes[: n + 1]) for n in range(len(texts))] == pieces.ends.tolist()
