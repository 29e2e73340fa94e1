"""Names and everyday words: what a question says, and what releases say for the same thing.

The tables in `data/` are for a clerk to extend; nothing here replaces a word, it only adds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import TypeVar

from bot.thai.dictionary import thai_words
from bot.thai.lattice import path_ends
from bot.thai.normalise import normalise
from bot.thai.numbers import number_variants, year_variants
from bot.thai.segment import Segmenter
from bot.thai.tables import rows_of

_MOST_VARIANTS = 32
_LONG_NAME = 14  # characters; a shorter one is a common noun, whose abbreviation says nothing
_YES = "ใช่"
_PLACED = re.compile(r"ม\.[^.]{3,}$")  # ม.ขอนแก่น stays two words: the place is sought too
_ABBREVIATION = re.compile(r"[ก-ฮ.]+")
_OFFICE = re.compile("(?:สำนักงาน|สถาบัน|กรม|ศูนย์|องค์การ|หน่วยบริหาร|อุทยานวิทยาศาสตร์|กองทุน)")
_PROVINCE_MARKS = frozenset({"จังหวัด", "จ.", "จว.", "จว", "เมือง"})
# Behind "ที่เลย", what is asked of that place: no "หาที่ตาก", "ที่แพร่ในอากาศ", "ที่เลยวันสมัคร".
_AT = frozenset({"ที่", "พื้นที่"})
_ASKS_OF_PLACE = frozenset({"เมื่อไหร่", "เมื่อไร", "กี่", "ใคร", "จัด"})
_ASKS_WHICH = re.compile("(?:วัน|ปี)(?:ไหน|อะไร|ใด)|วันที่เท่า(?:ไหร่|ไร)")


_Meant = TypeVar("_Meant")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form stands for, and the words that must or must not stand in the same text."""

    words: tuple[str, ...]
    only_with: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()

    def fits(self, text: str, tokens: frozenset[str]) -> bool:
        """Whether the rest of the text allows this meaning."""
        if not (self.not_with or self.only_with):
            return True
        if any(_stands(word, text, tokens) for word in self.not_with):
            return False
        return not self.only_with or any(_stands(word, text, tokens) for word in self.only_with)


class Forms(dict[str, _Meant]):
    """What forms stand for, and how these begin: few words of a text begin any.

    `within` tells where in some words which form stands: the longest ones, side by side.
    """

    def __init__(self, meant: Mapping[str, _Meant]) -> None:
        super().__init__(meant)
        self.beginnings = frozenset(form[:end] for form in meant for end in range(1, len(form) + 1))
        # Each part of an answer asks for the same words.
        self.within = lru_cache(maxsize=256)(lambda tokens: tuple(_forms(tokens, self)))


@dataclass(frozen=True, slots=True)
class Names:
    """The tables, by form: normalised and without blanks, as the words of a text are joined."""

    meanings: Forms[tuple[Sense, ...]]
    provinces: Forms[str]
    agencies: Forms[str]  # → the abbreviation that the office is known by today
    regions: Mapping[str, str]
    lying_in: Mapping[str, frozenset[str]]  # the provinces of each region
    marked_only: frozenset[str]  # provinces that are ordinary words without "จังหวัด" before them
    forms: frozenset[str]  # names, nicknames and provinces as people write them
    words: frozenset[str]  # that the segmenter must know: abbreviations, nicknames, provinces

    @classmethod
    def load(cls) -> "Names":
        """The tables that come with the bot; read once."""
        return _load()

    def segmenter(self) -> Segmenter:
        """What cuts entries and questions alike: the dictionary and these words; made once."""
        return _segmenter(self.words)

    def cut(self, text: str) -> list[str]:
        """The words of a text, those of the tables whole."""
        return list(_cut(self.words, text))

    def tokens(self, text: str) -> Iterator[tuple[str, bool]]:
        """The words of a text, forms of several words as one, and whether each is a name.

        เมืองทอง is one word and a name, as is every province.
        """
        tokens = self.cut(text)
        ends = {start: end for start, end, _ in self.meanings.within(tuple(tokens))}
        at = 0
        while at < len(tokens):
            end = ends.get(at, at + 1)
            word = "".join(tokens[at:end])
            yield word, end - at > 1 or word in self.provinces
            at = end

    def variants(self, text: str, words: Sequence[str] = ()) -> tuple[str, ...]:
        """What a normalised text may also say: full names, official words, other numbers and years.

        `words` are those of the text as cut by `cut`.
        """
        tokens = words or self.cut(text)
        given, joined = frozenset(tokens), "".join(tokens)
        meant = (
            word
            for form in self._meant_by(tokens)
            for meaning in self.meanings[form]
            if meaning.fits(text, given)
            for word in meaning.words
        )
        added = chain(meant, year_variants(text), number_variants(text))
        new = (word for word in dict.fromkeys(added) if word.replace(" ", "") not in joined)
        return tuple(islice(new, _MOST_VARIANTS))

    def _meant_by(self, tokens: Sequence[str]) -> list[str]:
        """The forms in a text; those within a phrase count too, but a name is one thing."""
        found = self.meanings.within(tuple(tokens))
        phrases = (tokens[at:end] for at, end, form in found if form not in self.forms)
        within = (_forms(part, self.meanings) for one in phrases for part in (one[:-1], one[1:]))
        return [form for _, _, form in chain(found, *within)]

    def stand_for(self, tokens: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The forms in a text, without blanks, and what each stands for."""
        return {form: self._senses_of(form) for form in self._meant_by(tokens)}

    def senses(self, tokens: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """What each token stands for, alone or with those beside it: "โอเพ่น" in "โอเพ่นเฮ้าส์"."""
        return {
            token: self._senses_of(form)
            for start, end, form in self.meanings.within(tuple(tokens))
            for token in tokens[start:end]
        }

    def _senses_of(self, form: str) -> tuple[str, ...]:
        meanings = self.meanings[form]
        if len(meanings) == 1:
            return meanings[0].words
        return tuple([word for meaning in meanings for word in meaning.words])

    def provinces_in(self, text: str) -> tuple[str, ...]:
        """Official names of the provinces that normalised text names, in order, each once."""
        return tuple(dict.fromkeys(official for _, official in self.places_in(text)))

    def places_in(self, text: str) -> tuple[tuple[str, str], ...]:
        """… each with the form by which it is named: ("ศาลายา", "นครปฐม")."""
        return self.places_among(self.cut(text))

    def places_among(self, tokens: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """… of a text that is cut into words already."""
        return tuple(
            (form, self.provinces[form])
            for at, end, form in self.provinces.within(tuple(tokens))
            if form not in self.marked_only or _is_marked(tokens, at, end)
        )

    def regions_in(self, text: str) -> tuple[str, ...]:
        """Names of the regions that normalised text names, in order, each once."""
        found = _any_of(tuple(self.regions)).finditer(text)  # by letters: no กลางปี in ภาคกลางปี 68
        return tuple(dict.fromkeys(self.regions[one[0]] for one in found))

    def agencies_in(self, text: str) -> tuple[str, ...]:
        """The offices that normalised text names, by today's abbreviation, in order, each once."""
        tokens = self.cut(text)
        found = (self.agencies[form] for _, _, form in self.agencies.within(tuple(tokens)))
        return tuple(dict.fromkeys(found))


def _is_marked(tokens: Sequence[str], at: int, end: int) -> bool:
    """Whether words that may be a province are one by what stands around them."""
    before, behind = tokens[max(0, at - 1) : at], tokens[end : end + 2]
    asked = not _ASKS_OF_PLACE.isdisjoint(behind[:1]) or _ASKS_WHICH.match("".join(behind))
    placed = not _AT.isdisjoint(before) and asked
    return bool(placed) or not _PROVINCE_MARKS.isdisjoint(before)


def _stands(word: str, text: str, tokens: frozenset[str]) -> bool:
    return word in tokens or (len(word) > 3 and word in text)


def _forms(tokens: Sequence[str], table: Forms[_Meant]) -> Iterator[tuple[int, int, str]]:
    """Where in the tokens which form of the table stands: the longest ones, side by side."""
    behind = 0
    for at in [at for at, token in enumerate(tokens) if token in table.beginnings]:
        if at < behind:
            continue
        best = form = ""
        for end in range(at + 1, len(tokens) + 1):
            form += tokens[end - 1]
            if form not in table.beginnings:
                break
            if form in table:
                best, behind = form, end
        if best:
            yield at, behind, best


@lru_cache(maxsize=2)
def _any_of(regions: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these regions, but for one that goes on, as ภาคตะวันออกเฉียงใต้ does."""
    forms = sorted(map(re.escape, regions), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(forms)})(?!เฉียง)")


@lru_cache(maxsize=2)
def _segmenter(words: frozenset[str]) -> Segmenter:
    return Segmenter(words)


@lru_cache(maxsize=2_048)  # each part of an answer or of an import asks for the same texts
def _cut(words: frozenset[str], text: str) -> tuple[str, ...]:
    return tuple(_segmenter(words).words(text))


@lru_cache(maxsize=1)
def _load() -> Names:
    names, provinces, regions = list(_names()), list(_provinces()), list(_regions())
    meanings: dict[str, list[Sense]] = {}
    for form, meaning in chain(names, _province_names(provinces), _everyday()):
        meanings.setdefault(_key(form), []).append(meaning)
    forms = {form for form, _ in names} | {form for row in provinces for form in row.forms}
    return Names(
        meanings=Forms({form: tuple(found) for form, found in meanings.items()}),
        provinces=Forms({_key(form): row.name for row in provinces for form in row.forms}),
        agencies=Forms({_key(form): label for form, label in _agencies()}),
        regions={_key(form): row.name for row in regions for form in row.forms},
        lying_in={
            row.name: frozenset(one.name for one in provinces if one.region in row.parts)
            for row in regions
        },
        marked_only=frozenset(_key(row.forms[0]) for row in provinces if row.marked_only),
        forms=frozenset(forms),
        words=_own_words(forms),
    )


@dataclass(frozen=True, slots=True)
class _Province:
    name: str
    nicknames: tuple[str, ...]
    region: str
    english: str
    marked_only: bool

    @property
    def forms(self) -> tuple[str, ...]:
        return (normalise(self.name), normalise(self.english), *self.nicknames)


@dataclass(frozen=True, slots=True)
class _Region:
    name: str
    nicknames: tuple[str, ...]
    parts: tuple[str, ...]  # regions of the table of provinces

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.nicknames)


def _names() -> Iterator[tuple[str, Sense]]:
    """Every form of every name with what it adds; a full name adds its main abbreviation.

    So does a Thai form whose main one is Latin: releases print AI for เอไอ, and no full name.
    """
    for full, forms, now, only_with, not_with, _ in rows_of("names.csv", needed=1):
        short = _list(forms)
        context = (_list(only_with), _list(not_with))
        for form in dict.fromkeys(twin for name in short for twin in _undotted(name)):
            main = short[:1] if short[0].isascii() and not form.isascii() else ()
            yield form, Sense((full.lower(), *_list(now), *main), *context)
        if short and len(full) >= _LONG_NAME and not any(context):
            yield normalise(full), Sense((short[0], *_list(now)))


def _agencies() -> Iterator[tuple[str, str]]:
    """Every form of an office that means nothing else, with its main abbreviation today."""
    named = (row for row in rows_of("names.csv", needed=1) if row[1] and not any(row[3:5]))
    plain = [row for row in named if _OFFICE.match(row[0])]
    main = {normalise(full): _list(forms)[0] for full, forms, *_ in reversed(plain)}
    for full, forms, now, *_ in plain:
        name = normalise(full)
        label = next((main[one] for one in _list(now) if one in main), main[name])
        label = label.upper()  # Latin abbreviations; Thai letters have no case
        for form in (name, *_list(forms)):
            yield from ((twin, label) for twin in _undotted(form))


def _provinces() -> Iterator[_Province]:
    for name, nicknames, region, english, marked in rows_of("provinces.csv", needed=1):
        yield _Province(name, _list(nicknames), region, english, marked == _YES)


def _regions() -> Iterator[_Region]:
    for name, nicknames, more in rows_of("regions.csv", needed=1):
        yield _Region(name, _list(nicknames), (name, *_list(more)))


def _province_names(provinces: list[_Province]) -> Iterator[tuple[str, Sense]]:
    for row in provinces:
        yield from ((form, Sense((row.name,))) for form in row.forms[1:])


def _everyday() -> Iterator[tuple[str, Sense]]:
    for said, official, only_with, not_with in rows_of("everyday.csv"):
        meaning = Sense(_list(official), _list(only_with), _list(not_with))
        yield from ((form, meaning) for form in _list(said))


def _list(cell: str) -> tuple[str, ...]:
    parts = map(str.strip, normalise(cell).split("|")) if cell else ()
    return tuple(part for part in parts if part)


def _key(form: str) -> str:
    """Normalised `form` as the words of a text are joined."""
    return form.replace(" ", "")


def _undotted(form: str) -> Iterator[str]:
    """`สวทช.` is also typed `สวทช`; two letters alone are too few, unless the table says so."""
    yield form
    bare = form.replace(".", "")
    if _ABBREVIATION.fullmatch(form) and len(bare) > 2 and bare not in thai_words():
        yield bare


def _own_words(forms: Iterable[str]) -> frozenset[str]:
    """The forms that are words of their own rather than phrases of known words.

    So is what is typed of an abbreviation without its dot: สอวช is no สอ and วช.
    """
    known, listed = set(thai_words()), frozenset(forms)
    own = set()
    for form in sorted(listed, key=lambda form: (len(form), form)):
        if len(form) < 2 or " " in form or _PLACED.match(form):
            continue
        if "." in form or f"{form}." in listed or not _is_phrase(form, known):
            own.add(form)
            known.add(form)
    return frozenset(own)


def _is_phrase(form: str, known: set[str]) -> bool:
    """Whether `form` can be cut into known words of two letters and more."""

    def words_from(start: int) -> Iterator[tuple[int, bool]]:
        ends = range(start + 2, len(form) + 1)
        return ((end, False) for end in ends if form[start:end] in known)

    return len(form) in path_ends(len(form), words_from)
