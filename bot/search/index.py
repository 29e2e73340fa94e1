"""The immutable index: every entry's letters, and the postings of its words and grams."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import Kind, KnowledgeBase
from bot.search.folding import fold
from bot.search.grams import Codes, Keys, encode, grams, word_keys
from bot.search.pieces import passages_of
from bot.search.postings import Postings
from bot.search.ranking import Part, Passage
from bot.search.soundalikes import Soundalikes
from bot.thai.layout import LayoutModel
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.segment import Segmenter

BLOCK = 32  # letters; the grain of evidence windows
SOUNDS = 3  # letters of a gram as it sounds
GRAMS = 4  # letters of a gram as it is written
# Passages whose words are remembered: the next index differs in a few, and cutting is the work.
_REMEMBERED = 20_000
Ints = NDArray[np.int64]
ASKED = frozenset({Part.TITLE, Part.QUESTION, Part.TAUGHT})


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where things stand in the letters of all passages, laid end to end.

    Passage p is `codes[passages[p]:passages[p + 1]]`, separator included, and fills whole blocks
    of `BLOCK` codes; the passages of entry e are `entries[e]` to `entries[e + 1]`, title first.
    """

    codes: Codes  # (letters,)
    passages: NDArray[np.int64]  # (passages + 1,) offsets in codes
    entries: NDArray[np.int64]  # (entries + 1,) offsets in passages

    def of(self, passage: int) -> Codes:
        """The letters of a passage, without what fills its last block."""
        codes = self.codes[self.passages[passage] : self.passages[passage + 1]]
        return codes[: int(np.count_nonzero(codes))]


@dataclass(frozen=True, slots=True, eq=False)
class Asks:
    """Titles, questions and taught phrasings: what a whole question can be compared with.

    The asks of entry e are `starts[e]` to `starts[e + 1]`; there is always a title.
    """

    passages: NDArray[np.int64]  # (asks,) the passage of each
    starts: NDArray[np.int64]  # (entries + 1,)
    words: Postings
    sounds: Postings


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """What is searched; never changes after `build`."""

    ids: tuple[str, ...]
    kinds: tuple[Kind, ...]  # of each entry
    passages: tuple[Passage, ...]
    layout: Layout
    words: Postings
    sounds: Postings
    grams: Postings
    asks: Asks
    segmenter: Segmenter
    soundalikes: Soundalikes
    keyboard: LayoutModel

    @classmethod
    def build(cls, knowledge: KnowledgeBase) -> "Index":
        """Index the entries in the order of their ids."""
        passages, entries = _cut(knowledge)
        clean = [_clean(passage.text) for passage in passages]
        squeezed = [squeeze(text) for text in clean]
        sounds = [fold(text) for text in squeezed]
        words = [_words_of(_segmenter(), text) for text in clean]
        keys = [word_keys(cut) for cut in words]
        size = len(entries) - 1
        owner = np.repeat(np.arange(size), np.diff(entries))
        return cls.restore(
            knowledge,
            layout=_layout(sounds, entries),
            words=_postings(keys, owner, size),
            sounds=_gram_postings(sounds, owner, size, SOUNDS),
            grams=_gram_postings(squeezed, owner, size, GRAMS),
            asks=_asks(passages, keys, sounds, entries),
            soundalikes=Soundalikes.among(words),
        )

    @classmethod
    def restore(
        cls,
        knowledge: KnowledgeBase,
        *,
        layout: Layout,
        words: Postings,
        sounds: Postings,
        grams: Postings,
        asks: Asks,
        soundalikes: Soundalikes,
    ) -> "Index":
        """The index of which these parts were made from the same knowledge before."""
        ids = tuple(sorted(knowledge.entries))
        passages, _ = _cut(knowledge)
        return cls(
            ids=ids,
            kinds=tuple(knowledge.entries[i].kind for i in ids),
            passages=passages,
            layout=layout,
            words=words,
            sounds=sounds,
            grams=grams,
            asks=asks,
            segmenter=_segmenter(),
            soundalikes=soundalikes,
            keyboard=LayoutModel.learn(passage.text for passage in passages),
        )

    def entry_of(self, passage: int) -> int:
        """The number of the entry a passage belongs to."""
        return int(np.searchsorted(self.layout.entries, passage, "right")) - 1


def _cut(knowledge: KnowledgeBase) -> tuple[tuple[Passage, ...], Ints]:
    """All passages, and where those of each entry start, shape (entries + 1,)."""
    ids = sorted(knowledge.entries)
    cut = [passages_of(knowledge.entries[i], knowledge.taught.get(i, ())) for i in ids]
    return tuple(chain.from_iterable(cut)), np.cumsum([0, *map(len, cut)])


@lru_cache(maxsize=1)
def _segmenter() -> Segmenter:
    return Segmenter(Names.load().words())


@lru_cache(maxsize=_REMEMBERED)
def _clean(text: str) -> str:
    return normalise(text)


@lru_cache(maxsize=_REMEMBERED)
def _words_of(segmenter: Segmenter, clean: str) -> tuple[str, ...]:
    return tuple(sys.intern(word) for word in segmenter.words(clean))


def _layout(sounds: Sequence[str], entries: NDArray[np.int64]) -> Layout:
    """Each text is padded with separators to whole blocks."""
    padded = [text.ljust((len(text) // BLOCK + 1) * BLOCK, "\0") for text in sounds]
    return Layout(
        codes=encode("".join(padded)),
        passages=np.cumsum([0, *(len(encode(text)) for text in padded)]),
        entries=entries,
    )


def _gram_postings(
    squeezed: Sequence[str], owner: NDArray[np.int64], size: int, letters: int
) -> Postings:
    return _postings([grams(encode(text), letters) for text in squeezed], owner, size)


def _asks(
    passages: Sequence[Passage], words: Sequence[Keys], sounds: Sequence[str], entries: Ints
) -> Asks:
    asked = np.array([passage.part in ASKED for passage in passages], np.bool_)
    chosen = np.flatnonzero(asked)
    owner = np.arange(len(chosen))
    return Asks(
        passages=chosen,
        starts=np.append(0, np.cumsum(asked))[entries],
        words=_postings([words[n] for n in chosen.tolist()], owner, len(chosen)),
        sounds=_gram_postings([sounds[n] for n in chosen.tolist()], owner, len(chosen), SOUNDS),
    )


def _postings(cut: Sequence[Keys], owner: NDArray[np.int64], size: int) -> Postings:
    keys = np.concatenate([np.zeros(0, np.uint32), *cut])
    return Postings.build(keys, np.repeat(owner, [len(part) for part in cut]), size)
