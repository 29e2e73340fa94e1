"""A raw message → what to search for: cleaned, repaired, expanded and cut into terms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from bot.search.folding import fold
from bot.search.grams import Codes, Keys, encode, grams, word_keys
from bot.search.index import GRAMS, SOUNDS, Index
from bot.search.ranking import Query
from bot.thai.dates import Precision, find_dates, thai_date
from bot.thai.names import Names
from bot.thai.normalise import gate, normalise, squeeze, strip_frames
from bot.thai.questions import aspect_of
from bot.thai.segment import Segmenter

_MAY_HOLD_DATE = re.compile("[0-9]|เดือน")


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one phrase as sorted distinct numbers, one array for each kind."""

    words: Keys
    sounds: Keys  # grams of letters as they sound
    grams: Keys  # grams of letters as they are written


@dataclass(frozen=True, slots=True)
class Asked:
    """A question ready for the index: what people can read and what is looked up.

    `letters` are those of the bare question as it sounds; `variants` are other ways to say parts
    of it.
    """

    query: Query
    letters: Codes
    terms: Terms
    variants: tuple[Terms, ...]


def understand(index: Index, text: str, today: date) -> Asked:
    """Read a message as typed on the day `today`; never raises, bounded by the text gate."""
    repaired, repairs = index.keyboard.repair(gate(text))
    clean = normalise(repaired)
    core = strip_frames(clean)
    words = tuple(index.segmenter.words(core))
    alike = index.soundalikes.meant(words)
    variants = (*Names.load().variants(core, words), *_dates(core, today), *alike)
    squeezed = squeeze(core)
    letters = encode(fold(squeezed))
    query = Query(
        text=text,
        clean=clean,
        variants=variants,
        terms=words,
        aspect=aspect_of(clean),
        repairs=repairs,
    )
    return Asked(
        query=query,
        letters=letters,
        terms=_terms(words, squeezed, letters),
        variants=tuple(_variant(variant, index.segmenter) for variant in variants),
    )


def _dates(text: str, today: date) -> Iterator[str]:
    """Days and months as releases print them: `20 มิย ๖๓` is also `20 มิถุนายน 2563`."""
    if not _MAY_HOLD_DATE.search(text):
        return
    for span in find_dates(text, today):
        if span.precision is Precision.DAY and span.first == span.last:
            yield thai_date(span.first)
        elif span.precision is Precision.MONTH:
            yield thai_date(span.first).partition(" ")[2]


@lru_cache(maxsize=4_096)
def _variant(phrase: str, segmenter: Segmenter) -> Terms:
    squeezed = squeeze(phrase)
    return _terms(tuple(segmenter.words(phrase)), squeezed, encode(fold(squeezed)))


def _terms(words: tuple[str, ...], squeezed: str, letters: Codes) -> Terms:
    return Terms(
        words=np.unique(word_keys(words)),
        sounds=np.unique(grams(letters, SOUNDS)),
        grams=np.unique(grams(encode(squeezed), GRAMS)),
    )
