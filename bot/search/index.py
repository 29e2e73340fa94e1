"""The immutable index: every entry's letters, and the postings of its words and grams."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

import numpy as np

from bot.knowledge.entries import Kind, KnowledgeBase
from bot.knowledge.parallel import Mapper, serially
from bot.search.folding import encode_heard
from bot.search.grams import Codes, Ints, Keys, distinct, encode, gram_keys, sound_keys, word_keys
from bot.search.pieces import Pieces, passages_of
from bot.search.postings import Packed, Postings, joined, later, pack
from bot.search.ranking import Part, Passage
from bot.search.soundalikes import Soundalikes
from bot.thai.layout import LayoutModel
from bot.thai.names import Names
from bot.thai.normalise import normalised, squeezed
from bot.thai.segment import Segmenter

_BATCH = 25  # entries whose words and letters are held at once
_TELLING, _FEW = 0.2, 20  # grams in a larger share of the entries, and not few, tell too little
PHRASINGS = frozenset({Part.TITLE, Part.QUESTION, Part.TAUGHT})


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where things stand in the letters of all passages, laid end to end.

    Passage p is `letters[passages[p]:passages[p + 1]]`, the last of them blank; the passages of
    entry e are `entries[e]` to `entries[e + 1]`, title first.
    """

    letters: Codes  # (letters,) as they sound; 0 for a blank
    passages: Ints  # (passages + 1,) offsets in letters
    entries: Ints  # (entries + 1,) offsets in passages

    def passage(self, number: int) -> Codes:
        """The letters of a passage as they sound."""
        first, behind = self.passages[number : number + 2].tolist()
        letters = self.letters[first:behind]
        return letters[: np.count_nonzero(letters)]


@dataclass(frozen=True, slots=True, eq=False)
class Phrasings:
    """Titles, questions and taught phrasings: what a whole question can be compared with.

    The phrasings of entry e are `starts[e]` to `starts[e + 1]`; there is always a title.
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
    phrasings: Phrasings
    segmenter: Segmenter
    soundalikes: Soundalikes
    keyboard: LayoutModel

    @classmethod
    def build(
        cls, knowledge: KnowledgeBase, mapper: Mapper = serially, telling: float = _TELLING
    ) -> "Index":
        """Index the entries in the order of their ids.

        Sounds and grams that stand in a larger share of them than `telling` are not listed.
        """
        ids = sorted(knowledge.entries)

        def read(first: int) -> _Batch:
            return _read([_cut(knowledge, name) for name in ids[first : first + _BATCH]], first)

        batches = list(mapper(read, range(0, len(ids), _BATCH)))
        pieces = Pieces.joined([batch.pieces for batch in batches])
        index = cls.of(
            knowledge,
            pieces=pieces,
            layout=_layout(batches),
            terms=_terms(batches, len(ids), telling),
            phrasings=_phrasings(batches),
            soundalikes=_soundalikes(batches),
            keyboard=LayoutModel.learn(pieces.texts()),
        )
        del batches
        trim_memory()
        return index

    @classmethod
    def of(
        cls,
        knowledge: KnowledgeBase,
        *,
        pieces: Pieces,
        layout: Layout,
        terms: Postings,
        phrasings: Phrasings,
        soundalikes: Soundalikes,
        keyboard: LayoutModel,
    ) -> "Index":
        """The index of a base of which these parts were made."""
        ids = tuple(sorted(knowledge.entries))
        return cls(
            digest=knowledge.digest,
            ids=ids,
            kinds=tuple(knowledge.entries[i].kind for i in ids),
            pieces=pieces,
            layout=layout,
            terms=terms,
            phrasings=phrasings,
            segmenter=Names.load().segmenter(),
            soundalikes=soundalikes,
            keyboard=keyboard,
        )

    def holders(self, forms: Iterable[str]) -> frozenset[str] | None:
        """The ids of the entries that may hold one of some squeezed texts; None where any may.

        Each has all grams of one, as far as grams are listed; a short text has none.
        """
        held = [self.terms.holding(distinct(gram_keys(encode(form)))) for form in forms]
        sure = [documents for documents in held if documents is not None]
        if len(sure) < len(held):
            return None
        return frozenset(self.ids[number] for numbers in sure for number in numbers.tolist())


def trim_memory() -> None:
    """Return to the system the memory that building took, which the C library would keep."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _cut(knowledge: KnowledgeBase, entry_id: str) -> list[Passage]:
    return passages_of(knowledge.entries[entry_id], knowledge.taught.get(entry_id, ()))


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some entries as read for the index, so that only arrays of them are kept."""

    letters: Codes  # of all passages, end to end
    lengths: list[int]  # of each passage in letters
    passages: list[int]  # of each entry
    phrasings: list[int]  # of each entry
    words: Counter[str]
    pieces: Pieces
    terms: Packed  # of the entries by their numbers
    phrased: Packed  # … of the phrasings, counted from the first of the batch


def _read(entries: Sequence[Sequence[Passage]], first: int) -> _Batch:
    """`first` is the number of the first entry; all its passages are cut together."""
    passages = [*chain.from_iterable(entries)]
    sizes = [len(of_one) for of_one in entries]
    owner = np.arange(first, first + len(entries)).repeat(sizes)
    is_phrasing = np.array([passage.part in PHRASINGS for passage in passages])
    texts = (normalised([passage.text for passage in of_one]) for of_one in entries)
    words = Names.load().segmenter().words_of_each([*chain.from_iterable(texts)])
    bare = "".join(f"{text}\0" for text in squeezed(["".join(of_one) for of_one in words]))
    letters, written = encode_heard(bare), encode(bare)
    sounds, sounds_in = _within(sound_keys(letters), letters)
    grams, grams_in = _within(gram_keys(written), written)
    heard = np.concatenate([word_keys(chain.from_iterable(words)), sounds])
    heard_in = np.append(np.arange(len(words)).repeat([*map(len, words)]), sounds_in)
    phrased = is_phrasing[heard_in]
    return _Batch(
        letters=letters,
        lengths=np.diff(np.flatnonzero(letters == 0), prepend=-1).tolist(),
        passages=sizes,
        phrasings=np.bincount(owner[is_phrasing] - first, minlength=len(entries)).tolist(),
        words=Counter(chain.from_iterable(words)),
        pieces=Pieces.of(passages),
        terms=pack(np.append(heard, grams), owner[np.append(heard_in, grams_in)]),
        phrased=pack(heard[phrased], np.cumsum(is_phrasing)[heard_in[phrased]] - 1),
    )


def _within(keys: Keys, letters: Codes) -> tuple[Keys, Ints]:
    """Of the grams at all letters, a blank behind each passage, those of one passage, and which."""
    is_blank = letters == 0
    behind = np.cumsum(is_blank)  # how many passages end up to each letter
    first, last = (behind - is_blank)[: len(keys)], behind[len(letters) - len(keys) :]
    of_one = first == last
    return keys[of_one], first[of_one]


def _layout(batches: Sequence[_Batch]) -> Layout:
    """The letters of all passages, laid end to end."""
    return Layout(
        letters=joined([batch.letters for batch in batches], np.uint8),
        passages=_starts(batch.lengths for batch in batches),
        entries=_starts(batch.passages for batch in batches),
    )


def _terms(batches: Sequence[_Batch], count: int, telling: float) -> Postings:
    """The terms of so many entries."""
    most = int(max(telling * count, _FEW))
    return Postings.merge([batch.terms for batch in batches], count, most)


def _soundalikes(batches: Sequence[_Batch]) -> Soundalikes:
    words = Counter[str]()
    for batch in batches:
        words.update(batch.words)
    return Soundalikes.among(words, Names.load().forms)


def _phrasings(batches: Sequence[_Batch]) -> Phrasings:
    starts = _starts(batch.phrasings for batch in batches)
    before = starts[:-1:_BATCH].tolist()  # each batch
    moved = [later(batch.phrased, by) for batch, by in zip(batches, before, strict=True)]
    return Phrasings(starts, Postings.merge(moved, int(starts[-1])))


def _starts(counts: Iterable[Sequence[int]]) -> Ints:
    return np.cumsum([0, *chain.from_iterable(counts)])
