"""Thai word segmentation with the ministry's own words, bounded for hostile input."""

import re
import string
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise

import numpy as np

from bot.compiled import compiled, filled, given, i64, inner, u16, u32
from bot.thai.dictionary import thai_words
from bot.thai.letters import Kinds, Letters, kind_table, letters_of
from bot.thai.matching import Matcher, Places
from bot.thai.normalise import normalise

_CHUNK = 1_000  # characters that are looked at together
_FOREIGN, _SIGN, _BLANK = 1, 2, 4
_LAST_BLANK = 0x3000
_NO_WORDS = frozenset({"บอ"})  # … of the dictionary, for who has it by itself? บอกว่า was บอ|กว่า
_ABBREVIATION = re.compile(r"(?<![ก-๙.])[ก-ฮ]{3,6}\.(?![ก-ฮ]{1,5}\.)")


class Segmenter:
    """Cuts normalised text into words: the Thai dictionary plus `words` of one's own."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        own = frozenset(normalise(word) for word in words)
        self._matcher = _matcher(own - {""})

    def words(self, text: str) -> list[str]:
        """The words of `text` in order, punctuation included, blanks left out. Never raises."""
        if len(text) <= _CHUNK:
            return self._cut(text)
        return [word for chunk in _chunks(text) for word in self._cut(chunk)]

    def words_of_each(self, texts: Sequence[str]) -> list[list[str]]:
        """The words of each of some texts without line breaks, all cut in one go."""
        lines = [[*_chunks(text)] for text in texts]
        whole = "\n".join(chain.from_iterable(lines))
        starts, ends = self._spans(whole)
        words = [whole[start:end] for start, end in zip(starts, ends, strict=True)]
        behind = accumulate(len(text) + len(line) for text, line in zip(texts, lines, strict=True))
        places = [0, *(bisect_left(starts, end) for end in behind)]
        return [words[first:last] for first, last in pairwise(places)]

    def ambiguous(self, words: Sequence[str]) -> list[bool]:
        """Which of the words, but the last, are with the next one two other words as well."""
        ends = np.fromiter(accumulate(map(len, words)), np.int64)
        flags: list[bool] = self._matcher.ambiguous(letters_of("".join(words)), ends).tolist()
        return flags

    def _cut(self, chunk: str) -> list[str]:
        starts, ends = self._spans(chunk)
        return [chunk[start:end] for start, end in zip(starts, ends, strict=True)]

    def _spans(self, chunk: str) -> tuple[list[int], list[int]]:
        """Where words start and where they end."""
        letters = letters_of(chunk)
        starts, ends = _parts(letters, self._matcher.ends(letters), _KINDS).tolist()
        return _whole_abbreviations(chunk, starts, ends) if "." in chunk else (starts, ends)


def word_spans(text: str, words: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """The words of `text`, in its order, each with where it starts and where it ends."""
    end = 0
    for word in words:
        start = text.index(word, end)
        end = start + len(word)
        yield word, start, end


def _whole_abbreviations(
    chunk: str, starts: list[int], ends: list[int]
) -> tuple[list[int], list[int]]:
    """Where words start and end, an unknown abbreviation in one piece: no ศ|ปส. in ศปส."""
    inside: set[int] = set()
    begun, ended = frozenset(starts), frozenset(ends)
    for run in _ABBREVIATION.finditer(chunk):
        first, last = run.span()
        within = ended.intersection(range(first + 1, last))
        if first in begun and last in ended and within - {last - 1}:
            inside |= within
    if not inside:
        return starts, ends
    return (
        [start for start in starts if start not in inside],
        [end for end in ends if end not in inside],
    )


_KINDS = kind_table(
    {
        _FOREIGN: "[0-9a-z]",
        _SIGN: f"[{re.escape(string.punctuation)}]",
        _BLANK: r"\s",
    },
    _LAST_BLANK + 1,
)


@inner
def _kinds_of(letters: Letters, kind_of: Kinds) -> Kinds:
    kinds = np.zeros(len(letters), np.uint16)
    for place in range(len(letters)):
        if letters[place] < len(kind_of):
            kinds[place] = kind_of[letters[place]]
    return kinds


@compiled(filled(i64, 2), given(u32), given(i64), given(u16))
def _parts(letters: Letters, ends: Places, kind_of: Kinds) -> Places:
    """Where words start and end, (2, words): without blanks, signs apart from foreign words.

    `(nasa)` is `(`, `nasa` and `)`.
    """
    parts, kinds = np.empty((2, len(letters)), np.int64), _kinds_of(letters, kind_of)
    count = start = 0
    for end in ends:
        while start < end:
            behind, is_foreign = start, False
            while behind < end and kinds[behind] != _BLANK:
                is_foreign |= kinds[behind] == _FOREIGN
                behind += 1
            first, last = start, behind
            while is_foreign and kinds[first] == _SIGN:
                first += 1
            while is_foreign and kinds[last - 1] == _SIGN:
                last -= 1
            for one_end in (first, last, behind):
                if one_end > start:
                    parts[0, count], parts[1, count] = start, one_end
                    start = one_end
                    count += 1
            start = behind + 1 if behind < end else end
    return parts[:, :count].copy()


@lru_cache(maxsize=4)
def _matcher(own: frozenset[str]) -> Matcher:
    return Matcher((thai_words() | own) - _NO_WORDS)


def _chunks(text: str) -> Iterator[str]:
    """Pieces of at most `_CHUNK` characters, cut at a blank where there is one."""
    start = 0
    while len(text) - start > _CHUNK:
        blank = text.rfind(" ", start + 1, start + _CHUNK)
        end = blank if blank > 0 else start + _CHUNK
        yield text[start:end]
        start = end
    yield text[start:]
