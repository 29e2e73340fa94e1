"""Matters that citizens ask about, in the few words they have for them: data/matters.yaml."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.entries import Entry
from bot.knowledge.words import places_of, shipped_lists
from bot.press.facts.headlines import title_words
from bot.press.questions.phrases import BODY, kind_of_topic
from bot.press.questions.repeated import repeated_in
from bot.thai.matching import Lookup

_LEAD = 500
RITE = "rite"  # a kind, of which nobody speaks
PEOPLE, TOOL, TROUBLE, STATE, _FIELD = "people", "tool", "trouble", "state", "field"  # other kinds
_OFTEN = 2  # times that the rest tells of what neither title nor lead does
_MOST = 8
_NEAR = 130  # letters
_BEFORE = 60  # letters before a matter, that may be of an office's name
_LATIN = re.compile("[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Matter:
    """`said` is how people say it, `written` how the entry does; `titled` if its title does."""

    said: str
    kind: str
    written: str
    titled: bool = False


def matters_of(entry: Entry) -> list[Matter]:
    """Those of the title in its order, then those that the body comes back to most often."""
    title, body = entry.title, entry.body[:BODY]
    titled = sorted(_found(title, titled=True), key=lambda one: title.index(one.written))
    titled += _of_no_table(entry, titled)
    known = {one.said for one in titled}
    told = [one for one in _found(body) if one.said not in known]
    weighing = [
        one for one in told if body.count(one.written) >= _OFTEN or one.written in body[:_LEAD]
    ]
    weighing.sort(key=lambda one: -body.count(one.written))
    return _apart([*titled, *weighing])[:_MOST]


def _of_no_table(entry: Entry, known: Sequence[Matter]) -> Iterator[Matter]:
    """What the title tells of in few words of its own."""
    for phrase in repeated_in(entry):
        if not any(one.written in phrase or phrase in one.written for one in known):
            kind = kind_of_topic(phrase)
            yield Matter(phrase, kind if kind in (PEOPLE, TROUBLE) else _FIELD, phrase, titled=True)


def is_matter(thing: str) -> bool:
    """Whether it is how people say one of the table."""
    return thing in _said()


def matters_in(speech: str, title: str, body: str = "") -> list[Matter]:
    """Those that a speech comes back to, and those it has with the title; most often first.

    The `body` that it is a part of tells more of some.
    """
    matters = _apart(_found(speech))
    own = [
        one
        for one in matters
        if one.written in title or (one.kind != RITE and _comes_back(one.written, speech, body))
    ]
    return sorted(own, key=lambda one: -speech.count(one.written))


def _comes_back(written: str, speech: str, body: str) -> bool:
    """Whether a speech tells of it thrice, or twice what the rest tells of as well."""
    times = times_in(speech, written)
    return times > _OFTEN or (times == _OFTEN and body.count(written) > _OFTEN + 1)


def times_in(text: str, written: str) -> int:
    """How often it stands there, but for where an office's name goes on with it."""
    ends = (text[max(0, place - _BEFORE) : place] for place in places_of(written, text))
    return sum(not _in_a_name().search(before) for before in ends)


def between(one: str, other: str, text: str) -> Iterator[str]:
    """What stands between both, wherever they are close together in one line of the text."""
    places, others = list(places_of(one, text)), list(places_of(other, text))
    for here in places:
        for there in others:
            part = text[min(here, there) : max(here, there)]
            if len(part) <= _NEAR and "\n" not in part:
                yield part


def _apart(matters: Iterable[Matter]) -> list[Matter]:
    """Without those whose words stand in another's."""
    matters = list(matters)
    return [
        one
        for one in matters
        if not any(one is not other and one.written in other.written for other in matters)
    ]


def _found(text: str, *, titled: bool = False) -> Iterator[Matter]:
    """Those that stand there, in the order of the table."""
    table, lines_of = _table(), _lines_of()
    standing = {one for one in _written().inside(text) if _stands(one, text)}
    for number in sorted({number for one in standing for number in lines_of[one]}):
        said, kind, forms = table[number]
        yield Matter(said, kind, next(filter(standing.__contains__, forms)), titled)


def _stands(written: str, text: str) -> bool:
    """Whether it is a word of its own there, where it is no Thai."""
    if not written[-1].isascii():
        return True
    start = text.find(written)
    end = start + len(written)
    return not _LATIN.search(text[max(0, start - 1) : start] + text[end : end + 1])


@lru_cache(maxsize=1)
def _in_a_name() -> re.Pattern[str]:
    """An office's name so far, as of "สำนักงานมาตรฐานสินค้าเกษตร", or a word before a place."""
    return re.compile(rf"(?:{title_words().bodies.pattern})[ก-๙]*$|(?:ณ|ที่|ที่ตั้ง) ?$")


@lru_cache(maxsize=1)
def _written() -> Lookup:
    """Finds every way to write any of the table."""
    return Lookup(_lines_of())


@lru_cache(maxsize=1)
def _lines_of() -> Mapping[str, Sequence[int]]:
    """Each way to write any of the table → the lines where it stands."""
    lines: dict[str, list[int]] = {}
    for number, (_, _, forms) in enumerate(_table()):
        for one in forms:
            lines.setdefault(one, []).append(number)
    return lines


@lru_cache(maxsize=1)
def _said() -> frozenset[str]:
    return frozenset(said for said, _, _ in _table())


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """How people say it, its kind, and how it is written."""
    kinds: Mapping[str, Mapping[str, list[str]]] = shipped_lists("matters")
    return tuple(
        (said, kind, tuple(forms))
        for kind, matters in kinds.items()
        for said, forms in matters.items()
    )
