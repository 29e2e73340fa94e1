"""Texts cut into words, remembered in little: the next base differs in a few entries."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.segment import Segmenter

_REMEMBERED = 5_000  # entries
_LONGEST = 255  # letters of a word, so that its length is one byte
_NEXT = b"\0"  # between two texts, for no word is empty


@lru_cache(maxsize=1)
def segmenter() -> Segmenter:
    """What cuts entries and questions alike: the dictionary and the names of the tables."""
    return Segmenter(Names.load().words())


def words_of(texts: Sequence[str]) -> list[list[str]]:
    """The words of each text of one entry, as spelt after `normalise`.

    Cutting is most of the work of an index, so the lengths of the words are remembered for the
    entries seen last.
    """
    plain = [normalise(text) for text in texts]
    key = hash(tuple(plain))
    if known := _lengths.get(key):
        pairs = zip(plain, known.split(_NEXT), strict=True)
        return [list(_sliced(text, lengths)) for text, lengths in pairs]
    words = [segmenter().words(text) for text in plain]
    if all(len(word) <= _LONGEST for part in words for word in part):
        if len(_lengths) >= _REMEMBERED:
            _lengths.clear()  # in one step, for several threads may cut
        _lengths[key] = _NEXT.join(bytes(map(len, part)) for part in words)
    return words


_lengths: dict[int, bytes] = {}


def _sliced(text: str, lengths: bytes) -> Iterator[str]:
    """The words of so many letters each, with blanks between some."""
    start = 0
    for length in lengths:
        start += text[start] == " "
        yield text[start : start + length]
        start += length
