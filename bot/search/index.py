"""The immutable index: every entry's letters, and the postings of its words and grams."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import Kind, KnowledgeBase
from bot.knowledge.spreading import Spread, in_turn
from bot.search.folding import fold
from bot.search.grams import Codes, Keys, encode, gram_keys, sound_keys, word_keys
from bot.search.pieces import passages_of
from bot.search.postings import Packed, Postings, pack
from bot.search.ranking import Part, Passage
from bot.search.soundalikes import Soundalikes
from bot.thai.layout import LayoutModel
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.segment import Segmenter

BLOCK = 32  # letters; the grain of evidence windows
_NO_LETTERS = np.zeros(2, np.uint8)  # so that a sound starts at the last letter too
_BATCH = 50  # entries that are read at once
_PIECE = 1 << 20  # letters whose sounds are numbered at once
_BETWEEN = "\t"  # no word holds it
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

    codes: Codes  # (letters,) as they sound
    passages: Ints  # (passages + 1,) offsets in codes
    entries: Ints  # (entries + 1,) offsets in passages
    slots: NDArray[np.uint16]  # (letters,) the slot of the sound that starts at each letter

    @classmethod
    def of_codes(cls, codes: Codes, passages: Ints, entries: Ints) -> "Layout":
        """The layout of letters already laid end to end."""
        more = np.append(codes, _NO_LETTERS)
        pieces = (more[at : at + _PIECE + 2] for at in range(0, len(codes), _PIECE))
        slots = [slot(sound_keys(piece)) for piece in pieces]
        return cls(codes, passages, entries, np.concatenate([np.zeros(0, np.uint16), *slots]))

    def of(self, passage: int) -> Codes:
        """The letters of a passage, without what fills its last block."""
        codes = self.codes[self.passages[passage] : self.passages[passage + 1]]
        return codes[: int(np.count_nonzero(codes))]


def slot(sounds: Keys) -> NDArray[np.uint16]:
    """A short number for each sound; few sounds share one."""
    return (sounds ^ (sounds >> np.uint32(11))).astype(np.uint16)


@dataclass(frozen=True, slots=True, eq=False)
class Asks:
    """Titles, questions and taught phrasings: what a whole question can be compared with.

    The asks of entry e are `starts[e]` to `starts[e + 1]`; there is always a title.
    """

    starts: Ints  # (entries + 1,)
    terms: Postings  # words and sounds of each


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """What is searched; never changes after `build`."""

    ids: tuple[str, ...]
    kinds: tuple[Kind, ...]  # of each entry
    passages: tuple[Passage, ...]
    layout: Layout
    terms: Postings  # of the entries
    asks: Asks
    segmenter: Segmenter
    soundalikes: Soundalikes
    keyboard: LayoutModel

    @classmethod
    def build(cls, knowledge: KnowledgeBase, spread: Spread = in_turn) -> "Index":
        """Index the entries in the order of their ids."""
        passages, entries = _cut(knowledge)
        size = len(entries) - 1
        asked = np.array([passage.part in ASKED for passage in passages], np.bool_)
        asks = np.append(0, asked.cumsum())
        owner = np.arange(size).repeat(np.diff(entries))

        def read(edges: tuple[int, int]) -> _Batch:
            first, last = edges
            return _read(passages[first:last], owner[first:last], asks[first : last + 1])

        batches = list(spread(read, list(pairwise(_edges(entries)))))
        counts = Counter[str]()
        for batch in batches:
            counts.update(batch.words)
        return cls.restore(
            knowledge,
            layout=_layout([sound for batch in batches for sound in batch.sounds], entries),
            terms=Postings.merge([batch.terms for batch in batches], size),
            asks=Asks(
                starts=asks[entries],
                terms=Postings.merge([batch.asks for batch in batches], int(asks[-1])),
            ),
            soundalikes=Soundalikes.among(counts, Names.load().forms),
        )

    @classmethod
    def restore(
        cls,
        knowledge: KnowledgeBase,
        *,
        layout: Layout,
        terms: Postings,
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
            terms=terms,
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
def _cut_words(text: str) -> str:
    """The words of a text, with `_BETWEEN` between them."""
    return _BETWEEN.join(_segmenter().words(normalise(text)))


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some hundred entries as read for the index, so that only numbers of them are kept."""

    sounds: list[str]  # of each passage
    words: Counter[str]
    terms: Packed
    asks: Packed


def _edges(entries: Ints) -> list[int]:
    """The passages at which batches of whole entries begin and end."""
    return [*entries[:-1:_BATCH].tolist(), int(entries[-1])]


def _read(passages: Sequence[Passage], owner: Ints, asks: Ints) -> _Batch:
    """`owner` is the entry of each passage, `asks` how many asks come before it and the next."""
    cut = [_cut_words(passage.text) for passage in passages]
    words = [text.split(_BETWEEN) if text else [] for text in cut]
    squeezed = [squeeze(text) for text in cut]
    sounds = [fold(text) for text in squeezed]
    heard = [
        np.concatenate([word_keys(spoken), sound_keys(encode(sound))])
        for spoken, sound in zip(words, sounds, strict=True)
    ]
    grams = [gram_keys(encode(text)) for text in squeezed]
    chosen = np.flatnonzero(np.diff(asks))
    return _Batch(
        sounds=sounds,
        words=Counter(chain.from_iterable(words)),
        terms=_packed([*heard, *grams], np.tile(owner, 2)),
        asks=_packed([heard[n] for n in chosen.tolist()], asks[chosen]),
    )


def _packed(cut: Sequence[Keys], owner: Ints) -> Packed:
    keys = np.concatenate([np.zeros(0, np.uint32), *cut])
    return pack(keys, owner.repeat([len(part) for part in cut]))


def _layout(sounds: Sequence[str], entries: Ints) -> Layout:
    """Each text is padded with separators to whole blocks."""
    padded = [text.ljust((len(text) // BLOCK + 1) * BLOCK, "\0") for text in sounds]
    codes = [encode(text) for text in padded]
    passages = np.cumsum([0, *map(len, codes)])
    return Layout.of_codes(np.concatenate([np.zeros(0, np.uint8), *codes]), passages, entries)
