"""What an index keeps of its texts: the same texts, the same words, in little memory."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.entries import Contact, Entry, Event, Person
from bot.search.pieces import Pieces, passages_of, windows
from bot.search.ranking import Part, Passage
from tests.thai.strategies import message

TEXTS = st.lists(message, max_size=6)


@given(TEXTS, st.sampled_from(Part))
def test_passages_come_back_as_they_were(texts: list[str], part: Part) -> None:
    """Whatever alphabet, an empty text too."""
    pieces = Pieces.of(Passage("some", part, text) for text in texts)
    assert [(part, text) for text in texts] == [pieces[n] for n in range(len(pieces))]
    assert texts == [*pieces.texts()]


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


@given(st.text("กขเา \n.0", max_size=2_000), st.integers(10, 300))
def test_windows_lose_nothing_and_keep_the_limit(text: str, limit: int) -> None:
    """Pieces hold every letter of the text in order, none longer than the limit."""
    pieces = list(windows(text, limit))
    assert all(len(piece) <= limit for piece in pieces)
    assert "".join(text.split()) == "".join("".join(pieces).split())


def test_windows_hold_as_many_phrases_as_fit() -> None:
    """Of a phrase that is too long, its letters up to the limit."""
    assert ["กก ขข", "คคค", "งงงงง", "ง จจ"] == windows("- กก ขข  คคค\n\nงงงงงง จจ", 5)


def test_an_entry_is_cut_into_all_its_parts() -> None:
    """Title first, then what people ask, keywords, facts, event, contact, people and body."""
    entry = Entry(
        id="x",
        title="ชื่อ",
        body="เนื้อ",
        questions=("ถาม",),
        keywords=("คำ", "สำคัญ"),
        facts={"ผู้เปิด": "นางดี"},
        event=Event(start=date(2012, 3, 26), end=date(2012, 3, 28), venue="โรงแรม"),
        contact=Contact(phones=("1313",)),
        people=(Person("นายเอ", "พิธีกร"),),
    )
    pieces = passages_of(entry, ("สอน",))
    assert [
        Part.TITLE,
        Part.QUESTION,
        Part.TAUGHT,
        Part.KEYWORD,
        Part.FACT,
        Part.FACT,
        Part.FACT,
        Part.FACT,
        Part.BODY,
    ] == [piece.part for piece in pieces]
    assert "จัดวันที่ 26-28 มีนาคม 2555 สถานที่ โรงแรม" == pieces[5].text
