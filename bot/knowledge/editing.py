"""Changing an entry's file so that only the lines of what changed are touched."""

import re
from collections.abc import Mapping
from typing import Any

from bot.knowledge.entries import Entry
from bot.knowledge.files import parse_entry
from bot.knowledge.reading import ENTRY_KEYS
from bot.knowledge.writing import entry_text, front_matter, yaml_text

_FENCE = "---"
_KEY = re.compile(r"(?P<key>[A-Za-z_]+)\s*:")
_INSIDE = re.compile(r"[ \t\-\]}]")  # how lines of a value begin


def edited_text(text: str, after: Entry) -> str:
    """The file `text` changed to say `after`; other lines, remarks too, stay as they are.

    A file whose layout does not allow it is written anew in the house style.
    """
    before, _ = parse_entry(text, after.id, after.id)
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE][:2]
    if before is None or len(fences) < 2:
        return entry_text(after)
    head = lines[fences[0] + 1 : fences[1]]
    for key, value in _changed(front_matter(before), front_matter(after)).items():
        head = _with(head, key, value)
    rest = lines[fences[1] + 1 :] if before.body == after.body else ["", after.body.strip(), ""]
    edited = "\n".join([*lines[: fences[0] + 1], *head, _FENCE, *rest])
    again, _ = parse_entry(edited, after.id, after.id)
    return edited if again is not None and _same(again, after) else entry_text(after)


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    keys = (key for key in ENTRY_KEYS if before.get(key) != after.get(key))
    return {key: after.get(key) for key in keys}


def _with(head: list[str], key: str, value: Any) -> list[str]:
    block = yaml_text({key: value}).rstrip("\n").split("\n") if value is not None else []
    places = {found["key"]: n for n, line in enumerate(head) if (found := _KEY.match(line))}
    if key in places:
        start = places[key]
        return [*head[:start], *block, *head[_end(head, start) :]]
    later = ENTRY_KEYS[ENTRY_KEYS.index(key) + 1 :]
    place = min((places[one] for one in later if one in places), default=len(head))
    return [*head[:place], *block, *head[place:]]


def _end(head: list[str], start: int) -> int:
    """The line after the value that begins on line `start`."""
    end = start + 1
    while end < len(head) and _INSIDE.match(head[end]):
        end += 1
    return end


def _same(one: Entry, other: Entry) -> bool:
    return entry_text(one) == entry_text(other)
