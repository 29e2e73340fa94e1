"""Entry → the text of its file, in the house style."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from io import StringIO
from typing import Any

from ruamel.yaml import YAML

from bot.knowledge.entries import UNKNOWN_DAY, Contact, Entry, Event, Person, Source
from bot.knowledge.nodes import REST, SIGNS, THAI

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
    return _filled(
        kind=str(entry.kind),
        title=entry.title,
        summary=entry.summary,
        questions=entry.questions,
        keywords=entry.keywords,
        published=entry.published,
        event=_event(entry.event) if entry.event else None,
        contact=_part(entry.contact) if entry.contact else None,
        people=[_part(person) for person in entry.people],
        facts=dict(entry.facts),
        source=_part(entry.source),
        verified=entry.verified,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        status=str(entry.status),
        files=entry.files,
        photos=entry.photos,
        review=dict(entry.review),
    )


def _event(event: Event) -> dict[str, Any]:
    return _part(event, end=event.end or (UNKNOWN_DAY if event.start else None))


def _part(part: Event | Contact | Person | Source, **instead: object) -> dict[str, Any]:
    """The fields of a part of an entry that are filled."""
    told = {one.name: getattr(part, one.name) for one in fields(part)}
    return _filled(**told | instead)


def _filled(**values: Any) -> dict[str, Any]:
    listed = {key: list(one) if isinstance(one, tuple) else one for key, one in values.items()}
    return {key: value for key, value in listed.items() if value not in (None, "", [], {})}
