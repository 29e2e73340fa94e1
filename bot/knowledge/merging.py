"""Importing a release again: what a person changed stays, what the source changed is taken."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from bot.knowledge.entries import Contact, Entry, Event

_OWN = ("id", "path", "status")  # never merged
_EMPTY: dict[str, Any] = {"event": Event(), "contact": Contact()}


@dataclass(frozen=True, slots=True)
class Merged:
    """The entry after a three-way merge, and the fields both sides changed (ours was kept)."""

    entry: Entry
    conflicts: tuple[str, ...] = ()


def merge(base: Entry, ours: Entry, theirs: Entry) -> Merged:
    """Take from `theirs` (the source today) what changed since `base` (the source then).

    Fields that a person changed in `ours` are kept; event, contact, facts and review are
    merged one by one inside.
    """
    conflicts: list[str] = []
    sides = (base, ours, theirs)
    values = {
        name: _merge(name, tuple(getattr(side, name) for side in sides), conflicts)
        for name in _names(ours)
        if name not in _OWN
    }
    return Merged(replace(ours, **values), tuple(conflicts))


def differences(before: Entry, after: Entry) -> tuple[str, ...]:
    """What differs in the source, as lines of a diff: "- …" before, "+ …" after."""
    lines: list[str] = []
    for name in _names(before):
        old, new = getattr(before, name), getattr(after, name)
        if name not in (*_OWN, "body") and old != new:
            lines += [f"- {name}: {_told(old)}", f"+ {name}: {_told(new)}"]
    told = difflib.ndiff(before.body.split("\n\n"), after.body.split("\n\n"))
    return (*lines, *(line for line in told if line[0] in "-+"))


def _merge(name: str, sides: tuple[Any, ...], conflicts: list[str]) -> Any:
    """The value that base, ours and theirs (`sides`) make together."""
    base, ours, theirs = sides
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    parts = [_EMPTY.get(name) if side is None else side for side in sides]
    tables = [part for part in parts if isinstance(part, Mapping)]
    if len(tables) == len(parts):
        return _merge_tables(name, tables, conflicts)
    if name in _EMPTY:
        within = [{key: getattr(part, key) for key in _names(part)} for part in parts]
        return replace(_EMPTY[name], **_merge_tables(name, within, conflicts))
    conflicts.append(name)
    return ours


def _merge_tables(
    name: str, tables: Sequence[Mapping[str, Any]], conflicts: list[str]
) -> dict[str, Any]:
    _, ours, theirs = tables
    keys = dict.fromkeys((*ours, *theirs))
    merged = {
        key: _merge(f"{name}.{key}", tuple(table.get(key) for table in tables), conflicts)
        for key in keys
    }
    return {key: value for key, value in merged.items() if value is not None or name in _EMPTY}


def _names(one: object) -> tuple[str, ...]:
    return tuple(field.name for field in fields(one)) if is_dataclass(one) else ()


def _told(value: Any) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        shown = _shown({name: getattr(value, name) for name in _names(value)})
        return ", ".join(f"{key} {one}" for key, one in shown)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {one}" for key, one in _shown(value))
    if isinstance(value, tuple):
        return " | ".join(_told(one) for one in value)
    return "" if value is None else str(value)


def _shown(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((key, _told(value)) for key, value in table.items() if value)
