"""Tone marks put back into what was typed without any: "เมือไหร" is เมื่อไหร่."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log

from bot.thai.dictionary import thai_words, word_freqs
from bot.thai.lattice import cheapest_path
from bot.thai.names import Names
from bot.thai.tables import rows_of, words

_TONES = re.compile("[็-๎]")
_THAI = re.compile("[ก-๎]+")
_LEAST, _MOST = 10, 200  # letters of a message: some of so many would have a tone
_LONGEST = 24  # letters of a word
_ASKED = 9.0  # price of what is asked most, as of a word that one in 8,000 is
_MISSPELT = words("ไคร ครัย รัย ไหร ใหน คับ คัย กะ มัย ตัง รางวัน")  # needing no tone, as typed
_LOST = 2.0  # price of a word without its tones, in powers of e


def with_tones(text: str) -> str:
    """A text with the tones of its words, if it has none at all; any other as it is.

    Between blanks the likeliest words are read, and what is not all of words stays.
    """
    letters = sum(map(len, _THAI.findall(text)))
    if not _LEAST <= letters <= len(text) <= _MOST or _TONES.search(text):
        return text
    return _THAI.sub(lambda run: _read(run[0]), text)


def without_tones(text: str) -> str:
    """A text without its tone marks and those that silence or shorten."""
    return _TONES.sub("", text)


def _read(letters: str) -> str:
    """The likeliest words of letters, with their tones; the letters where not all are of words."""

    def words_from(start: int) -> Iterator[tuple[int, float, str]]:
        for end in range(start + 1, min(start + _LONGEST, len(letters)) + 1):
            yield from ((end, price, word) for price, word in _ways(letters[start:end]))

    likeliest = cheapest_path(len(letters), words_from)
    return "".join(likeliest[1]) if likeliest else letters


def _ways(typed: str) -> Iterator[tuple[float, str]]:
    """The words that letters may be, and what each costs."""
    prices = _prices()
    if typed in prices:
        yield prices[typed], typed
    for word in _toned().get(typed, ()):
        yield prices[word] + _LOST, word


@lru_cache(maxsize=1)
def _prices() -> dict[str, float]:
    """How rare each word is, as a negative logarithm."""
    times = dict(word_freqs())
    whole = log(sum(times.values()))
    known = thai_words() | Names.load().words
    prices = {word: whole - log(1 + times.get(word, 0)) for word in known if len(word) <= _LONGEST}
    asked = (question for question, *_ in rows_of("bare_questions.csv", needed=1))
    return prices | dict.fromkeys((*asked, *_MISSPELT), _ASKED)


@lru_cache(maxsize=1)
def _toned() -> dict[str, tuple[str, ...]]:
    """The words that have tones, by their letters without them."""
    ways: dict[str, list[str]] = {}
    for word in sorted(_prices()):
        bare = without_tones(word)
        if bare != word and len(bare) > 1:  # ก is no ก็
            ways.setdefault(bare, []).append(word)
    return {bare: tuple(words) for bare, words in ways.items()}
