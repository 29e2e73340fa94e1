"""A raw message → what to search for: cleaned, repaired, expanded and cut into terms."""

from dataclasses import dataclass

import numpy as np

from bot.search.folding import fold
from bot.search.grams import Codes, Keys, encode, grams, word_keys
from bot.search.index import Index
from bot.search.ranking import Query
from bot.thai.normalise import gate, normalise, squeeze, strip_frames
from bot.thai.questions import aspect_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A question ready for the index: the query people can read and its terms as numbers.

    `letters` are those of the squeezed question without its variants, which the keys include.
    """

    query: Query
    squeezed: str
    letters: Codes
    words: Keys
    grams3: Keys
    grams4: Keys
    folded: Keys


def understand(index: Index, text: str) -> Asked:
    """Read a message as typed; never raises, bounded by the text gate."""
    repaired, repairs = index.keyboard.repair(gate(text))
    clean = normalise(repaired)
    core = strip_frames(clean)
    words = index.segmenter.words(core)
    squeezed = squeeze(core)
    letters = encode(squeezed)
    query = Query(
        text=text, clean=clean, terms=tuple(words), aspect=aspect_of(clean), repairs=repairs
    )
    return Asked(
        query=query,
        squeezed=squeezed,
        letters=letters,
        words=np.unique(word_keys(words)),
        grams3=grams(letters, 3),
        grams4=np.unique(grams(letters, 4)),
        folded=np.unique(grams(encode(fold(squeezed)), 4)),
    )
