"""The immutable index: every entry's letters, and the postings of its words and grams."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import Kind, KnowledgeBase
from bot.knowledge.spreading import Spread, in_turn
from bot.search.cutting import segmenter, words_of
from bot.search.folding import fold
from bot.search.grams import Codes, Keys, encode, gram_keys, sound_keys, word_keys
from bot.search.pieces import Pieces, passages_of
from bot.search.postings import Packed, Postings, later, pack
from bot.search.ranking import Part, Passage
from bot.search.soundalikes import Soundalikes
from bot.thai.layout import LayoutModel
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.segment import Segmenter

BLOCK = 32  # letters; the grain of evidence windows
_BEHIND = np.zeros(2, np.uint8)  # so that a sound starts at the last letter too
_BATCH = 25  # entries whose words and letters are held at once
Ints = NDArray[np.int64]
Slots = NDArray[np.uint16]
ASKED = frozenset({Part.TITLE, Part.QUESTION, Part.TAUGHT})


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where things stand in the letters of all passages, laid end to end.

    Passage p is `slots[passages[p]:passages[p + 1]]` and fills whole blocks of `BLOCK` letters,
    at least one of them blank; the passages of entry e are `entries[e]` to `entries[e + 1]`,
    title first.
    """

    slots: Slots  # (letters,) the slot of the sound that starts at each letter
    passages: Ints  # (passages + 1,) offsets in slots
    entries: Ints  # (entries + 1,) offsets in passages


def slot(sounds: Keys) -> Slots:
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

    digest: str  # of the knowledge
    ids: tuple[str, ...]
    kinds: tuple[Kind, ...]  # of each entry
    pieces: Pieces
    layout: Layout
    terms: Postings  # of the entries
    asks: Asks
    segmenter: Segmenter
    soundalikes: Soundalikes
    keyboard: LayoutModel

    @classmethod
    def build(cls, knowledge: KnowledgeBase, spread: Spread = in_turn) -> "Index":
        """Index the entries in the order of their ids."""
        ids = sorted(knowledge.entries)

        def read(first: int) -> _Batch:
            return _read([_cut(knowledge, name) for name in ids[first : first + _BATCH]], first)

        batches = list(spread(read, range(0, len(ids), _BATCH)))
        words = Counter[str]()
        for batch in batches:
            words.update(batch.words)
        index = cls.restore(
            knowledge,
            layout=_layout(batches),
            terms=Postings.merge([batch.terms for batch in batches], len(ids)),
            asks=_asks(batches),
            soundalikes=Soundalikes.among(words, Names.load().forms),
        )
        del batches
        hand_back()
        return index

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
        pieces = Pieces.of(passage for name in ids for passage in _cut(knowledge, name))
        return cls(
            digest=knowledge.digest,
            ids=ids,
            kinds=tuple(knowledge.entries[i].kind for i in ids),
            pieces=pieces,
            layout=layout,
            terms=terms,
            asks=asks,
            segmenter=segmenter(),
            soundalikes=soundalikes,
            keyboard=LayoutModel.learn(pieces[number][1] for number in range(len(pieces))),
        )

    def sounds_of(self, passage: int) -> Codes:
        """The letters of a passage as they sound."""
        return encode(fold(squeeze(normalise(self.pieces[passage][1]))))

    def part(self, passage: int) -> Part:
        """The part of an entry that a passage was taken from."""
        return self.pieces[passage][0]


def hand_back() -> None:
    """Give the system the memory that building took, which the C library else keeps."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _cut(knowledge: KnowledgeBase, entry_id: str) -> list[Passage]:
    return passages_of(knowledge.entries[entry_id], knowledge.taught.get(entry_id, ()))


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some entries as read for the index, so that only numbers of them are kept."""

    slots: Slots  # of all passages, end to end
    lengths: list[int]  # of each passage in slots
    passages: list[int]  # of each entry
    asks: list[int]  # of each entry
    words: Counter[str]
    terms: Packed  # of the entries by their numbers
    asked: Packed  # … of the asks, counted from the first of the batch


def _read(entries: Sequence[Sequence[Passage]], first: int) -> _Batch:
    """`first` is the number of the first entry."""
    heard: list[Keys] = []
    grams: list[Keys] = []
    slots: list[Slots] = []
    words = Counter[str]()
    for passages in entries:
        for spoken in words_of([passage.text for passage in passages]):
            squeezed = squeeze("".join(spoken))
            sound = fold(squeezed)
            words.update(spoken)
            heard.append(np.concatenate([word_keys(spoken), sound_keys(encode(sound))]))
            grams.append(gram_keys(encode(squeezed)))
            slots.append(_slots(sound))
    sizes = [len(passages) for passages in entries]
    owner = np.arange(first, first + len(entries)).repeat(sizes)
    asked = np.array([p.part in ASKED for passages in entries for p in passages], np.bool_)
    chosen = np.flatnonzero(asked).tolist()
    return _Batch(
        slots=_joined(slots, np.uint16),
        lengths=[len(part) for part in slots],
        passages=sizes,
        asks=np.bincount(owner[asked] - first, minlength=len(entries)).tolist(),
        words=words,
        terms=_packed([*heard, *grams], np.tile(owner, 2)),
        asked=_packed([heard[number] for number in chosen], np.arange(len(chosen))),
    )


def _slots(sound: str) -> Slots:
    """The slots of a passage, padded to whole blocks."""
    codes = encode(sound.ljust((len(sound) // BLOCK + 1) * BLOCK, "\0"))
    return slot(sound_keys(np.append(codes, _BEHIND)))


def _packed(cut: Sequence[Keys], owner: Ints) -> Packed:
    return pack(_joined(cut, np.uint32), owner.repeat([len(part) for part in cut]))


def _joined(parts: Sequence[NDArray[Any]], kind: type[np.unsignedinteger[Any]]) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, kind), *parts])


def _layout(batches: Sequence[_Batch]) -> Layout:
    """The letters of all passages, laid end to end."""
    return Layout(
        slots=_joined([batch.slots for batch in batches], np.uint16),
        passages=_starts(batch.lengths for batch in batches),
        entries=_starts(batch.passages for batch in batches),
    )


def _asks(batches: Sequence[_Batch]) -> Asks:
    starts = _starts(batch.asks for batch in batches)
    before = starts[:-1:_BATCH].tolist()  # each batch
    moved = [later(batch.asked, by) for batch, by in zip(batches, before, strict=True)]
    return Asks(starts, Postings.merge(moved, int(starts[-1])))


def _starts(counts: Iterable[Sequence[int]]) -> Ints:
    return np.cumsum([0, *chain.from_iterable(counts)])
