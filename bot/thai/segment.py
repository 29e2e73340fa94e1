"""Thai word segmentation with the ministry's own words, bounded for hostile input."""

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from threading import Lock

from bot.thai.dictionary import Trie, pos_tag, thai_words, word_tokenize
from bot.thai.normalise import normalise

_OPENING = 2  # letters
_CHUNK = 1_000  # characters; newmm takes about 2 ms for as many hostile ones
_FOREIGN = re.compile("[0-9a-z]")


class Segmenter:
    """Cuts normalised text into words: the Thai dictionary plus `words` of one's own."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        own = frozenset(normalise(word) for word in words)
        self._trie = _trie(own - {""})

    def words(self, text: str) -> list[str]:
        """The words of `text` in order, punctuation included, blanks left out. Never raises."""
        return [word for chunk in _chunks(text) for word in self._cut(chunk)]

    def _cut(self, chunk: str) -> Iterator[str]:
        # join_broken_num=True would be quadratic on long numbers.
        cut = word_tokenize(
            chunk,
            custom_dict=self._trie,
            engine="newmm",
            keep_whitespace=True,
            join_broken_num=False,
        )
        return (part for word in cut for piece in word.split() for part in _unbracketed(piece))


def _unbracketed(word: str) -> Iterator[str]:
    """`(nasa)` as `(`, `nasa` and `)`: newmm leaves signs at foreign words and numbers."""
    if word.isalnum() or not _FOREIGN.search(word):
        yield word
        return
    core = word.strip(string.punctuation)
    start = word.find(core)
    yield from filter(None, (word[:start], core, word[start + len(core) :]))


def word_classes(words: Sequence[str]) -> list[str]:
    """The class of each word in the sentence that `words` are, as Universal Dependencies name it.

    Right about nine times in ten ("NOUN", "VERB", "ADP" …); good for choosing, not for knowing.
    """
    return [tag for _, tag in pos_tag(list(words), engine="perceptron", corpus="orchid_ud")]


class _GrowingTrie:
    """Takes in the words of an opening when text with that opening first comes.

    Most of the dictionary is never asked for, and to take in all of it is half a second.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._waiting: dict[str, list[str]] = {}  # words by their opening
        for word in words:
            self._waiting.setdefault(word[:_OPENING], []).append(word)
        short = [opening for opening in self._waiting if len(opening) < _OPENING]
        self._grown = Trie(chain.from_iterable(map(self._waiting.pop, short)))
        self._growth = Lock()  # several threads cut at once

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that `text` goes on with at `start`; all that newmm asks of a dictionary."""
        opening = text[start : start + _OPENING]
        if opening in self._waiting:
            self._grow(opening)
        found: list[str] = self._grown.prefixes(text, start)
        return found

    def _grow(self, opening: str) -> None:
        with self._growth:
            for word in self._waiting.get(opening, ()):
                self._grown.add(word)
            self._waiting.pop(opening, None)  # the others may walk there only now


@lru_cache(maxsize=4)
def _trie(own: frozenset[str]) -> _GrowingTrie:
    return _GrowingTrie(thai_words() | own)


def _chunks(text: str) -> Iterator[str]:
    """Pieces of at most `_CHUNK` characters, cut at a blank where there is one."""
    start = 0
    while len(text) - start > _CHUNK:
        blank = text.rfind(" ", start + 1, start + _CHUNK)
        end = blank if blank > 0 else start + _CHUNK
        yield text[start:end]
        start = end
    yield text[start:]
