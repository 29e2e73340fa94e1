"""Evidence against the slow and obvious count."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.evidence import Race, gather, heard, nearly_said
from bot.search.grams import distinct, encode, sound_keys
from bot.search.index import Layout

WIDE, CLOSE = 200, 56  # letters
LETTERS = st.text("กขคง", max_size=120)
ENTRIES = st.lists(st.lists(LETTERS, min_size=1, max_size=5), min_size=1, max_size=4)

Worth = dict[str, float]


GAIN = np.array([1.0, 0.5])


def everybody(entries: int) -> Race:
    """A race that nobody is to win: all are looked into."""
    return np.zeros(entries), np.zeros(2), -1


def ended(text: str) -> str:
    """A passage with the blank that ends it."""
    return f"{text}\0"


def layout(entries: list[list[str]]) -> Layout:
    """The passages of entries laid end to end."""
    passages = [ended(text) for entry in entries for text in entry]
    starts = np.cumsum([0, *map(len, passages)])
    return Layout(encode("".join(passages)), starts, np.cumsum([0, *map(len, entries)]))


def sound_at(text: str, at: int) -> str:
    """The three letters from a place on; a blank ends a sound."""
    return text[at : at + 3].partition("\0")[0]


def best(text: str, width: int, worth: Worth) -> float:
    """What the best stretch of so many letters of a text is worth."""
    told = [sound_at(text, at) for at in range(len(text))]
    inside = ({*told[start : start + width]} for start in range(len(text)))
    return max(sum(worth.get(sound, 0.0) for sound in sounds) for sounds in inside)


@settings(max_examples=60, deadline=None)
@given(ENTRIES, LETTERS)
def test_the_best_windows_are_found(entries: list[list[str]], question: str) -> None:
    """Of all stretches of so many letters those that hold most of what the question is worth."""
    sounds = sorted({question[at : at + 3] for at in range(len(question) - 2)})
    alone = {sound: float(5**place % 17) for place, sound in enumerate(sounds)}
    within = {sound: float(3**place % 7) for place, sound in enumerate(sounds)}
    keys = np.concatenate([np.zeros(0, np.uint32), *(sound_keys(encode(s)) for s in sounds)])
    weights = np.array([[*alone.values()], [*within.values()]])
    chosen = [*range(len(entries))][::-1]
    evidence = gather(layout(entries), keys, weights, np.array(chosen), everybody(len(chosen)))
    for place, entry in enumerate(chosen):
        text = "".join(map(ended, entries[entry]))
        windows = [best(text, WIDE, alone), best(text, CLOSE, within)]
        assert windows == evidence.shares[place].tolist()


@pytest.mark.parametrize("passage", range(4))
def test_the_best_passage_holds_what_was_sought(passage: int) -> None:
    """Wherever in an entry the words of a question stand, their passage is shown."""
    entry = ["ก" * 150 for _ in range(4)]
    entry[passage] = "ก" * 60 + "ขคงจฉ" + "ก" * 60
    keys = np.sort(sound_keys(encode("ขคงจฉ")))
    told = layout([["ง" * 90], entry])
    evidence = gather(told, keys, np.ones((2, 3)), np.array([1]), everybody(1))
    assert evidence.best.tolist() == [1 + passage]


@settings(max_examples=60, deadline=None)
@given(ENTRIES, LETTERS, st.data())
def test_a_race_is_won_by_whoever_wins_when_all_are_looked_into(
    entries: list[list[str]], question: str, data: st.DataObject
) -> None:
    """What is left out makes no difference to the row that is to win."""
    keys = distinct(sound_keys(encode(question)))
    weights, numbers = np.ones((2, len(keys))), np.arange(len(entries))
    ahead = np.array([float(data.draw(st.integers(0, 20))) for _ in entries])
    wanted = data.draw(st.sampled_from(range(len(entries))))
    scores = []
    for race in (everybody(len(entries)), (ahead, GAIN, wanted)):
        shares = gather(layout(entries), keys, weights, numbers, race).shares
        scores.append(ahead + shares @ GAIN)
    full, raced = scores
    assert raced[wanted] == full[wanted]
    assert (raced > raced[wanted]).any() == (full > full[wanted]).any()


@given(st.lists(LETTERS, min_size=2, max_size=5), st.lists(LETTERS, max_size=5))
def test_words_are_heard_by_their_sounds(passages: list[str], words: list[str]) -> None:
    """The share of a word's sounds that stand in a text, and in the beginning of it."""
    edges = np.cumsum([0, len(ended(passages[0])), sum(map(len, map(ended, passages[1:])))])
    text = "".join(map(ended, passages))
    found = heard(encode(text), edges, encode("".join(f"{word}\0" for word in words)))
    for row, end in enumerate(edges[1:].tolist()):
        told = {sound_at(text, at) for at in range(end)}
        for word, share in zip(words, found[row].tolist(), strict=True):
            said = {word[at : at + 3] for at in range(len(word) - 2)}
            assert len(said & told) / max(len(said), 1) == share


def five(text: str, at: int) -> set[str]:
    """Five letters of a text without an inner one, whichever that is."""
    letters = text[at : at + 5]
    return {letters[:inner] + letters[inner + 1 :] for inner in (1, 2, 3)}


def stretches(text: str) -> set[str]:
    """Every four letters of a text, and every five without an inner one."""
    fours = {text[at : at + 4] for at in range(len(text) - 3)}
    return fours.union(*(five(text, at) for at in range(len(text) - 4)))


def nearly(title: str, asked: str) -> set[str]:
    """The sounds of a title that lie in letters which a question says but for one."""
    said, found = stretches(asked), set[str]()
    for at in range(len(title) - 3):
        found |= (
            {title[at : at + 3], title[at + 1 : at + 4]} if title[at : at + 4] in said else set()
        )
    for at in range(len(title) - 4):
        alike = five(title, at) & said
        found |= {title[at + n : at + n + 3] for n in range(3)} if alike else set()
    return found - {asked[at : at + 3] for at in range(len(asked) - 2)}


def nearly_told(titles: list[str], asked: str, worth: Worth) -> list[float]:
    """What the kernel says that titles tell nearly, where each sound is worth so much."""
    laid = layout([[title, "กขค"] for title in titles])
    keys = np.concatenate([np.zeros(0, np.uint32), *(sound_keys(encode(s)) for s in worth)])
    order = keys.argsort()
    told = np.array([*worth.values()], np.float32)[order]
    said = distinct(sound_keys(encode(asked)))
    entries = np.arange(len(titles))
    where = laid.letters, laid.passages, laid.entries
    found: list[float] = nearly_said(
        where, entries, encode(asked), said, (keys[order], told)
    ).tolist()
    return found


@settings(deadline=None)
@given(st.lists(st.text("กขคง", max_size=20), min_size=1, max_size=4), st.text("กขคง", max_size=20))
def test_what_of_a_title_is_said_but_for_a_letter(titles: list[str], asked: str) -> None:
    """Its sounds that the question lacks and that lie in letters which it has but for one."""
    sounds = sorted({sound_at(t, at) for t in [*titles, "กขค"] for at in range(len(t) - 2)})
    worth = {sound: float(1 + 5**place % 17) for place, sound in enumerate(sounds)}
    expected = [sum(worth[sound] for sound in nearly(title, asked)) for title in titles]
    assert expected == nearly_told(titles, asked, worth)


@pytest.mark.parametrize("asked", ["กขxงจ", "กขงจ", "กขคxงจ", "กคขงจ"])
def test_a_letter_may_be_wrong_missing_added_or_moved(asked: str) -> None:
    """Every sound of the title is then said, or nearly."""
    worth = {"กขค": 1.0, "ขคง": 1.0, "คงจ": 1.0}
    assert nearly_told(["กขคงจ"], asked, worth) == [sum(sound not in asked for sound in worth)]
