"""Changing an entry's file so that only the lines of what changed are touched."""

import json
import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from bot.knowledge.decoding import decode
from bot.knowledge.entries import Entry
from bot.knowledge.files import parse_entry
from bot.knowledge.reading import ENTRY_KEYS
from bot.knowledge.writing import entry_text, front_matter, yaml_text

_FENCE = "---"
_TABLES = ("event", "contact", "source")  # their keys are fixed words
_KEY = re.compile(r"(?P<key>[A-Za-z_]+)\s*:")
_ITEM = re.compile(r" *- ")
_ON_ONE_LINE = re.compile(r"(?P<before>[A-Za-z_]+\s*:\s*\[\s*)[^#]*\]\s*")
_BARE = re.compile("[ก-๙A-Za-z][ก-๙A-Za-z0-9. ]*")
_INSIDE = re.compile(r"[ \t\-\]}]")  # how lines of a value begin
_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")


def edited_bytes(data: bytes, after: Entry) -> bytes:
    """The file `data` changed to say `after`; all other lines keep their bytes.

    Line ends of the other kind, invisible signs and the mark at the beginning stay too. A file
    that is not UTF-8 becomes UTF-8. Raises `UnreadableError` as `decode` does.
    """
    before = decode(data)
    edited = edited_text(before, after).split("\n")
    try:
        kept = _LINE.findall(data.decode())
    except UnicodeDecodeError:
        return "\n".join(edited).encode()
    end = "\r\n" if b"\r\n" in data else "\n"
    ended = [*(line + end for line in edited[:-1]), edited[-1]]
    lines: list[str] = []
    same = SequenceMatcher(None, before.split("\n"), edited, autojunk=False)
    for what, start, stop, first, last in same.get_opcodes():
        lines += kept[start:stop] if what == "equal" else ended[first:last]
    return "".join(lines).encode()


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
    head = _rewritten(head, front_matter(before), front_matter(after), ENTRY_KEYS)
    rest = lines[fences[1] + 1 :] if before.body == after.body else ["", after.body.strip(), ""]
    edited = "\n".join([*lines[: fences[0] + 1], *head, _FENCE, *rest])
    again, _ = parse_entry(edited, after.id, after.id)
    return edited if again is not None and _same(again, after) else entry_text(after)


def _rewritten(
    head: list[str], before: Mapping[str, Any], after: Mapping[str, Any], order: Sequence[str]
) -> list[str]:
    """The lines of a table, those of changed values anew; a table inside likewise."""
    for key in order:
        old: Any = before.get(key)
        new: Any = after.get(key)
        if old == new:
            continue
        inside = _inside(head, key) if key in _TABLES and old and new else None
        if inside:
            start, end, indent = inside
            lines = [line[indent:] for line in head[start:end]]
            lines = _rewritten(lines, old, new, list(dict.fromkeys((*new, *old))))
            head = [*head[:start], *(" " * indent + line for line in lines), *head[end:]]
        else:
            head = _with(head, key, (old, new), order)
    return head


def _inside(head: list[str], key: str) -> tuple[int, int, int] | None:
    """First line, end and indentation of a table written out under its key; else None."""
    start = next((n for n, line in enumerate(head, 1) if line.rstrip() == f"{key}:"), 0)
    end = _end(head, start - 1) if start else 0
    indents = {len(line) - len(line.lstrip(" ")) for line in head[start:end]}
    return (start, end, min(indents)) if start < end and min(indents) else None


def _with(head: list[str], key: str, change: tuple[Any, Any], order: Sequence[str]) -> list[str]:
    old, value = change
    block = yaml_text({key: value}).rstrip("\n").split("\n") if value is not None else []
    places = {found["key"]: n for n, line in enumerate(head) if (found := _KEY.match(line))}
    if key in places:
        start, end = places[key], _end(head, places[key])
        if isinstance(old, list) and isinstance(value, list):
            block = _with_kept_items(head[start:end], old, value, block)
        return [*head[:start], *block, *head[end:]]
    later = order[order.index(key) + 1 :]
    place = min((places[one] for one in later if one in places), default=len(head))
    return [*head[:place], *block, *head[place:]]


def _with_kept_items(
    lines: list[str], old: Sequence[Any], new: Sequence[Any], block: list[str]
) -> list[str]:
    """`block`, the list `new`, laid out as `lines` are.

    Where each item is a line, what `old` has too keeps its own; where all are on one, they stay so.
    """
    texts = new and all(isinstance(one, str) for one in new)
    if texts and len(lines) == 1 and (found := _ON_ONE_LINE.fullmatch(lines[0])):
        return [f"{found['before']}{', '.join(_in_flow(new, lines[0]))}]"]
    written, fresh = lines[1:], block[1:]
    each_a_line = len(written) == len(old) and all(_ITEM.match(line) for line in written)
    if not (texts and each_a_line and len(fresh) == len(new)):
        return block
    there = dict(zip(old, written, strict=True))
    dash = written[0][: written[0].index("-")]
    items = zip(new, fresh, strict=True)
    return [lines[0], *(there.get(one) or f"{dash}{line.lstrip()}" for one, line in items)]


def _in_flow(items: Sequence[str], line: str) -> list[str]:
    """The items as they stand in brackets; quoted if the line has quotes, or one needs them."""
    if '"' not in line and all(map(_BARE.fullmatch, items)):
        return list(items)
    return [json.dumps(item, ensure_ascii=False) for item in items]


def _end(head: list[str], start: int) -> int:
    """The line after the value that begins on line `start`."""
    end = start + 1
    while end < len(head) and _INSIDE.match(head[end]):
        end += 1
    return end


def _same(one: Entry, other: Entry) -> bool:
    return entry_text(one) == entry_text(other)
