"""Editing a YAML list or table in flow style (in brackets on one line); unchanged parts stay."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

_HEAD = re.compile(r"(?P<before>[^\s#][^:#]{0,80}:\s+)(?P<bracket>[\[{])")
_BEHIND = re.compile(r"\s*(?:\s#.*)?")
_KEY = re.compile(r"(?P<key>\"[^\"]*\"|'[^']*'|[^\"'\[{][^:]*?)\s*:(?:\s+|$)")
_BARE = re.compile("(?!(?:null|true|false)$)[ก-๙A-Za-z](?:[ก-๙A-Za-z0-9. ]*[ก-๙A-Za-z0-9.])?")
_CLOSING = {"[": "]", "{": "}"}


class _Line(NamedTuple):
    """`before`, the parts between commas, `behind` with the closing bracket."""

    before: str
    parts: list[str]
    behind: str


def changed_list(line: str, old: Sequence[Any], new: Sequence[Any]) -> str | None:
    """The line with the items `new` in place of `old`; None for another layout."""
    found = _split(line, "[")
    if not found or len(found.parts) != len(old) or not new:
        return None
    there = dict(zip(map(_canonical, old), found.parts, strict=True))
    fresh = [one for one in new if _canonical(one) not in there]
    quoted = '"' in line or any(_written(one).startswith('"') for one in fresh)
    if quoted and '"' not in line and "'" not in line:
        there = {}  # all are quoted, or none
    parts = (there.get(_canonical(one)) or _written(one, quoted=quoted) for one in new)
    return f"{found.before}{', '.join(parts)}{found.behind}"


def changed_table(line: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str | None:
    """The line with the values `new`; those that `old` has too stay as written, or unwritten."""
    found = _split(line, "{")
    keys = [_KEY.match(part) for part in found.parts] if found else []
    if not found or not new or not all(keys):
        return None
    written = {
        key["key"].strip("\"'"): (key, part)
        for key, part in zip(keys, found.parts, strict=True)
        if key
    }
    return f"{found.before}{', '.join(_members(written, old, new))}{found.behind}"


def _members(
    written: Mapping[str, tuple[re.Match[str], str]], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[str]:
    for name, (key, part) in written.items():
        if name in new and old.get(name) == new[name]:
            yield part
        elif name in new:
            quoted = part[key.end() :].startswith(('"', "'"))
            yield f"{key[0].rstrip()} {_written(new[name], quoted=quoted)}"
    for name, value in new.items():
        if name not in written and old.get(name) != value:
            yield f"{_written(name)}: {_written(value)}"


def _split(line: str, bracket: str) -> _Line | None:
    head = _HEAD.match(line)
    if not head or head["bracket"] != bracket:
        return None
    cuts = list(_cuts(line, head.end()))
    if not cuts or line[cuts[-1]] != _CLOSING[bracket] or not _BEHIND.fullmatch(line, cuts[-1] + 1):
        return None
    starts = [head.end(), *(cut + 1 for cut in cuts)]
    raw = [line[start:end] for start, end in zip(starts, cuts, strict=False)]
    first, last = raw[0], raw[-1]
    before = line[: head.end()] + first[: len(first) - len(first.lstrip())]
    behind = last[len(last.rstrip()) :] + line[cuts[-1] :]
    parts = [part.strip() for part in raw]
    return _Line(before, parts, behind) if all(parts) else None


def _cuts(line: str, start: int) -> Iterator[int]:
    """Where the commas between parts stand, and last the closing bracket."""
    depth, place, begins = 0, start, True
    while place < len(line):
        char = line[place]
        if begins and char in "\"'":
            place = _quote_end(line, place)
        elif char in "[{":
            depth += 1
        elif char in "]}" and depth:
            depth -= 1
        elif char in ",]}" and not depth:
            yield place
            if char != ",":
                return
        elif char == "#" and line[place - 1].isspace():
            return
        begins = char in "[{,:" or (begins and char.isspace())
        place += 1


def _quote_end(line: str, start: int) -> int:
    """Where the quotation that opens at `start` ends; \\" and a doubled quote are inside it."""
    inside = r'(?:[^"\\]|\\.)*"' if line[start] == '"' else "(?:[^']|'')*'"
    found = re.compile(inside).match(line, start + 1)
    return found.end() - 1 if found else len(line)


def _canonical(value: Any) -> str:
    return json.dumps(value, default=str, sort_keys=True)


def _written(value: Any, *, quoted: bool = False) -> str:
    """A value inside brackets; quoted if wanted or needed."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_written(key)}: {_written(value[key])}" for key in value) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if not isinstance(value, str):
        return str(value)
    bare = not quoted and _BARE.fullmatch(value)
    return value if bare else json.dumps(value, ensure_ascii=False)
