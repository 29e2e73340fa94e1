"""Entry → the text of its file, in the house style."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from io import StringIO
from typing import Any

from ruamel.yaml import YAML

from bot.knowledge.entries import UNKNOWN_DAY, Contact, Entry, Event, Person, Source
from bot.knowledge.nodes import REST, SIGNS, THAI
from bot.knowledge.reading import ENTRY_KEYS

_UNFOLDED = 1_000_000  # Thai has few blanks: a folded line would break inside a sentence
# What YAML takes for nothing but a text; a number in several groups is a telephone's.
_PLAIN = re.compile(
    r"(?!(?:true|false|null|yes|no|on|off|y|n)$)"
    rf"(?:(?:[{THAI}A-Za-z“(]|[0-9](?=.*[{THAI}])){REST}"
    r"|(?![0-9]{4}-[0-9]+-)[0-9]{1,7}(?:(?: | - |-)[0-9]{1,7})+)",
    re.IGNORECASE,
)
# What it would take for something else, so that it stands in quotes.
_QUOTED = re.compile(
    rf"(?=[\"\[\]{{}}#&*!|>%@`]|- |.*(?:: | #|:$))[{SIGNS}\"?,\[\]{{}}:#]*[{SIGNS}\"]|[0-9]{{1,7}}"
)


class _NotPlainError(Exception):
    """A value that may need another style."""


def entry_text(entry: Entry) -> str:
    """The file of an entry; reading it back gives an equal entry (but for `path`)."""
    return f"---\n{yaml_text(front_matter(entry))}---\n\n{entry.body.strip()}\n"


def yaml_text(values: Mapping[str, Any]) -> str:
    """A table as YAML in the house style: two blanks for tables, dashes indented."""
    try:
        return "".join(f"{line}\n" for line in _lines(values))
    except _NotPlainError:
        return _by_yaml(values)


def _by_yaml(values: Mapping[str, Any]) -> str:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = _UNFOLDED
    yaml.representer.ignore_aliases = lambda _: True  # one date in two fields is no anchor
    stream = StringIO()
    yaml.dump(values, stream)
    return stream.getvalue()


def _lines(values: Mapping[str, Any]) -> list[str]:
    """The same line by line, thirty times as fast; odd values are left to YAML."""
    return [line for key, value in values.items() for line in _field(_scalar(key), value)]


def _field(key: str, value: object) -> Iterator[str]:
    match value:
        case Mapping() if value:
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(value))
        case list() if value:
            yield f"{key}:"
            for item in value:
                first, *rest = _lines(item) if isinstance(item, Mapping) else [_scalar(item)]
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        case _:
            yield f"{key}: {_scalar(value)}"


def _scalar(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    if isinstance(value, str) and _QUOTED.fullmatch(value):
        return f"'{value}'"
    raise _NotPlainError


def front_matter(entry: Entry) -> dict[str, Any]:
    """The front matter of an entry's file, in the order of the house."""
    return _filled({name: getattr(entry, name) for name in ENTRY_KEYS if name != "id"})


def _filled(values: Mapping[str, object]) -> dict[str, Any]:
    """The values that are not empty, as YAML has them."""
    plain = {key: _plain(value) for key, value in values.items()}
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})}


def _plain(value: object) -> object:
    match value:
        case StrEnum():
            return str(value)
        case tuple():
            return [_plain(one) for one in value]
        case Mapping():
            return dict(value)
        case Event(start=date(), end=None):
            return _filled(asdict(value) | {"end": UNKNOWN_DAY})
        case Event() | Contact() | Person() | Source():
            return _filled(asdict(value))
    return value
