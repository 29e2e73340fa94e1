"""The word lists of data/, which a clerk may extend, and patterns made of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, TypeVar, get_origin

from ruamel.yaml import YAML

Lists = dict[str, Any]  # of one file, by their keys
_Table = TypeVar("_Table")


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """Lists of data/release_words.yaml that are looked up; of the others see `release_pattern`."""

    honorifics: str  # this and the next as alternatives of a pattern
    roles: str
    provinces: Mapping[str, str]  # as written → the province's name
    agencies: Mapping[str, Sequence[str]]  # label → ways to write it
    topics: Mapping[str, Sequence[str]]  # label → words that show it

    def agency_names(self) -> list[str]:
        """Every way to write any of the agencies."""
        return [name for names in self.agencies.values() for name in names]


@cache
def release_words() -> ReleaseWords:
    """The words as shipped."""
    lists = shipped_lists("release_words")
    return ReleaseWords(
        any_of(lists["honorifics"]),
        any_of(lists["roles"]),
        {name: name for name in lists["provinces"]} | lists["province_names"],
        lists["agencies"],
        lists["topics"],
    )


def release_pattern(
    form: str, file: str = "release_words", *, ignore_case: bool = False
) -> Callable[[], re.Pattern[str]]:
    """A pattern in which `%(name)s` is any word of that list of data/`file`.yaml.

    `provinces` includes their by-names. It is compiled when it is first called for.
    """

    @cache
    def compiled() -> re.Pattern[str]:
        lists = shipped_lists(file)
        if "provinces" in lists:
            lists = lists | {"provinces": release_words().provinces}
        return re.compile(form % _Alternatives(lists), re.IGNORECASE if ignore_case else 0)

    return compiled


@cache
def any_listed(name: str) -> re.Pattern[str]:
    """Any word of that list of data/release_words.yaml."""
    return release_pattern(f"%({name})s")()


@cache
def shipped_lists(name: str) -> Lists:
    """The lists of the file data/`name`.yaml by their keys."""
    source = files("bot.knowledge").joinpath("data", f"{name}.yaml")
    lists: Lists = YAML(typ="safe").load(source.read_text("utf-8"))
    return lists


def country_forms() -> Iterator[str]:
    """How releases write the countries, all the ways of each."""
    return chain.from_iterable(shipped_lists("countries").values())


def pattern(form: str = "", *, ignore_case: bool = False) -> Any:
    """A field of a `table_of` lists: a pattern in which `%(name)s` is any of the words of a list.

    Without a form it is any of the words of its own list.
    """

    def made(lists: Lists, name: str) -> re.Pattern[str]:
        told = (form or f"%({name})s") % _Alternatives(lists)
        return re.compile(told, re.IGNORECASE if ignore_case else 0)

    return field(metadata={"made": made})


def derived(make: Callable[[Lists], object]) -> Any:
    """A field of a `table_of` lists that is made of several of them."""
    return field(metadata={"made": lambda lists, _: make(lists)})


def table_of(kind: type[_Table], name: str) -> _Table:
    """A dataclass filled with the lists of data/`name`.yaml as its fields say.

    A field without a `pattern` is the list of its name, in its own type.
    """
    lists = shipped_lists(name)
    values = {}
    for one in fields(kind):  # type: ignore[arg-type]  # every table is a dataclass
        made = one.metadata.get("made")
        plain = get_origin(one.type) if get_origin(one.type) in {frozenset, tuple} else None
        listed = None if made else lists[one.name]
        values[one.name] = made(lists, one.name) if made else plain(listed) if plain else listed
    return kind(**values)


class _Alternatives(dict[str, str]):
    """The alternatives of a pattern by the name of their list, made on demand."""

    def __init__(self, lists: Lists) -> None:
        super().__init__()
        self._lists = lists

    def __missing__(self, name: str) -> str:
        return any_of(self._lists[name])


def places_of(written: str, text: str) -> Iterator[int]:
    """Where `written` begins in the text, each time."""
    place = text.find(written)
    while place >= 0:
        yield place
        place = text.find(written, place + len(written))


def last_place(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of the pattern begins; -1 where there is none."""
    return max((one.start() for one in pattern.finditer(text)), default=-1)


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first.

    Words of one first letter are one alternative, so that each letter is compared once.
    """
    ways = _by_first_letter(words)
    return "|".join(one[0] if len(one) == 1 else f"(?:{'|'.join(one)})" for one in ways.values())


def any_apart(words: Iterable[str]) -> str:
    """The same where no letter precedes; tested behind the first letter, which is faster."""
    ways = _by_first_letter(words)
    rests = {first: "|".join(one.removeprefix(first) for one in ways[first]) for first in ways}
    return "|".join(f"{one}(?<![ก-๙A-Za-z]{one})(?:{rest})" for one, rest in rests.items())


def _by_first_letter(words: Iterable[str]) -> dict[str, list[str]]:
    """Escaped words, longest first, by their first letters."""
    ways: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        ways.setdefault(re.escape(word[:1]), []).append(re.escape(word))
    return ways
