"""Constraints: the years, places and agencies in a question, by which similar entries differ.

Each is one word of many, so an entry of another year can score as well as the right one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, filled, flag, given, i64, inner, several, u8
from bot.knowledge.entries import DATED_KINDS
from bot.search.folding import encode_heard
from bot.search.grams import Codes
from bot.search.index import Index
from bot.search.query import ANY_YEAR, Query
from bot.thai.names import Names
from bot.thai.normalise import letters_in
from bot.thai.short_words import stands_free
from bot.thai.written_dates import MONTHS, SHORT_MONTHS

OFFICE_HEADS = re.compile(
    "กระทรวง|กรม|สำนัก|สถาบัน|มหาวิทยาลัย|องค์การ|ศูนย์|สภา|ธนาคาร|กองทุน|บริษัท|คณะ|สมาคม|มูลนิธิ|หน่วย"
)
_OURS = ("กระทรวงวิทยาศาสตร์", "กระทรวงการอุดมศึกษา")
EVERY_YEAR = ("ของทุกปี", "ในทุกปี", "ประจำทุกปี")  # what is said of a day that comes again
_MONTH = re.compile(rf"(?P<month>{'|'.join(MONTHS)}) (?P<year>2[45][0-9]{{2}})$")
_SHORT = dict(zip(MONTHS, SHORT_MONTHS, strict=True))
_SHORTEST = 2  # letters of an abbreviation
_NICKNAME = 4  # letters; a shorter one may be a piece of another word

Places = NDArray[np.int64]
Constraints = tuple[tuple[str, ...], ...]  # for each the ways to write it, squeezed


def constraints_in(clean: str, terms: Sequence[str]) -> Constraints:
    """The years, provinces, regions and agencies in a normalised question of these words."""
    years = ((year,) for year in ANY_YEAR.findall(clean))
    places = (place_names(*named) for named in Names.load().places_among(terms))
    constraints = (*years, *places, *regions_in(clean), *_agencies(clean, terms))
    return tuple(map(_squeezed, constraints))


def constraints_of(query: Query) -> Constraints:
    """Those of a question, with the months of its years: "มกราคม 2565" as printed behind a day.

    Not a month without a year: the next "5 มีนาคม" is only what it may mean.
    """
    text = query.dated
    months = (found for found in map(_MONTH.search, query.variants) if found)
    printed = (_printed(one["month"], one["year"]) for one in months if one["year"] in text)
    return (*constraints_in(text, query.terms), *map(_squeezed, printed))


def contradicted(
    index: Index, entries: Places, constraints: Constraints, *, day: bool = False
) -> NDArray[np.bool_]:
    """Which of the entries violate a constraint: they write it in none of its ways, as they sound.

    See `unmet`.
    """
    return np.logical_not(_meeting(index, entries, constraints, day=day).all(axis=1))


def unmet(index: Index, entry: int, constraints: Constraints, *, day: bool = False) -> Constraints:
    """The constraints that an entry, by its number, writes in none of their ways.

    Where a `day` is asked for, a standing entry that gives one for every year meets any year.
    """
    told = _meeting(index, np.array([entry]), constraints, day=day)[0] if constraints else ()
    return tuple(ways for ways, is_told in zip(constraints, told, strict=True) if not is_told)


def _meeting(
    index: Index, entries: Places, constraints: Constraints, *, day: bool
) -> NDArray[np.bool_]:
    """Which entries meet which constraints: (entries, constraints)."""
    told = _written_in(index, entries, constraints)
    if day:
        stands = np.array([index.kinds[entry] not in DATED_KINDS for entry in entries.tolist()])
        every_year = stands & _written_in(index, entries, (EVERY_YEAR,))[:, 0]
        told |= np.outer(every_year, [bool(ANY_YEAR.search(ways[0])) for ways in constraints])
    return told


def _written_in(index: Index, entries: Places, constraints: Constraints) -> NDArray[np.bool_]:
    """Which entries write which constraints in one of their ways: (entries, constraints)."""
    ways, layout = np.frombuffer(b"".join(map(_sounds, constraints)), np.uint8), index.layout
    return _told((layout.letters, layout.passages, layout.entries), entries, ways, len(constraints))


def _printed(month: str, year: str) -> tuple[str, ...]:
    return tuple(f"{one}{of}" for one in (month, _SHORT[month]) for of in (year, year[2:]))


@lru_cache(maxsize=512)
def _squeezed(ways: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(letters_in(one) for one in ways)


@lru_cache(maxsize=512)
def _sounds(ways: tuple[str, ...]) -> bytes:
    """The ways of a constraint as they sound: a blank behind each, and another behind all."""
    heard = (encode_heard(one).tobytes() for one in ways)
    return b"\0".join([*filter(None, heard), b"", b""])


@lru_cache(maxsize=512)
def place_names(form: str, official: str) -> tuple[str, ...]:
    """How an entry may write a province that is asked for by one of its names."""
    known = Names.load().provinces
    others = (one for one, province in known.items() if province == official)
    return (form, official, *(one for one in others if len(one) > _NICKNAME or "." in one))


def regions_in(clean: str) -> list[tuple[str, ...]]:
    """The regions that a text names, each by all the ways to write it."""
    named = Names.load().regions_in(clean) if "ภาค" in clean else ()
    return [_region_names(one) for one in named]


@lru_cache(maxsize=16)
def _region_names(region: str) -> tuple[str, ...]:
    return tuple(form for form, name in Names.load().regions.items() if name == region)


def _agencies(clean: str, terms: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The organisations that stand in a question by their abbreviations.

    Inside a run of letters one may be a piece of a misspelt word, as มข in "สเตมของ"; two letters
    have to stand alone.
    """
    for short, *full in filter(None, map(_abbreviated().get, terms)):
        if stands_free(short, clean, longest_piece=_SHORTEST):
            yield (short, *full)


@lru_cache(maxsize=1)
def _abbreviated() -> dict[str, tuple[str, ...]]:
    """Each organisation by its abbreviation, with its last dot or without: that and its names.

    But for the ministry itself: all entries are of it.
    """
    found = {}
    for form, meanings in Names.load().meanings.items():
        full = [word for meaning in meanings for word in meaning.words]
        ours = any(word.startswith(_OURS) for word in full)
        if form.endswith(".") and any(map(OFFICE_HEADS.match, full)) and not ours:
            found[form] = found[form[:-1]] = (form[:-1], *full)
    return found


@inner
def _stands(way: Codes, letters: Codes) -> bool:
    """Whether letters contain a way to write something.

    First all positions are asked for three letters of it, without a branch: that takes a few steps
    of the processor for hundreds of positions, and more is seldom needed.
    """
    middle, last, places = len(way) // 2, len(way) - 1, len(letters) - len(way) + 1
    if places <= 0:
        return False
    one, two, three = way[0], way[middle], way[last]
    firsts, middles, lasts = letters[:places], letters[middle:], letters[last:]
    near = False
    for at in range(places):
        near |= (firsts[at] == one) & (middles[at] == two) & (lasts[at] == three)
    for at in range(places if near else 0):
        same = 0
        while same < len(way) and letters[at + same] == way[same]:
            same += 1
        if same == len(way):
            return True
    return False


@compiled(filled(flag, 2), several(given(u8), given(i64), given(i64)), given(i64), given(u8), i64)
def _told(
    layout: tuple[Codes, Places, Places], entries: Places, ways: Codes, constraints: int
) -> NDArray[np.bool_]:
    """See `_written_in`; `ways` are those of so many constraints, end to end."""
    letters, passages, starts = layout
    told = np.zeros((len(entries), constraints), np.bool_)
    constraint = start = 0
    for end in range(len(ways)):
        if ways[end]:
            continue
        for row, entry in enumerate(entries if end > start else entries[:0]):
            first, behind = passages[starts[entry]], passages[starts[entry + 1]]
            if not told[row, constraint]:
                told[row, constraint] = _stands(ways[start:end], letters[first:behind])
        constraint += end == start
        start = end + 1
    return told
