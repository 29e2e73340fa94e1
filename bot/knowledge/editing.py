"""Editing an entry's file so that only the lines of changed fields change."""

import json
import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from bot.knowledge.decoding import decode
from bot.knowledge.entries import Entry
from bot.knowledge.files import parse_entry
from bot.knowledge.flow_style import changed_list, changed_table
from bot.knowledge.reading import ENTRY_KEYS
from bot.knowledge.writing import entry_text, front_matter, yaml_text

_FENCE = "---"
_TABLES = ("event", "contact", "facts", "source", "review")
_KEY = re.compile(r"(?P<key>\"[^\"]+\"|'[^']+'|[^\s#\"'\[{-][^:#]*?)\s*:(?:\s|$)")
_ITEM = re.compile(" *- ")
_INSIDE = re.compile(r"[ \t\-\]}]")  # how lines of a value begin
_REMARK = re.compile(r"\0|\s*(?:#|$)")  # or nothing at all
_OUTDENTED = "\0"  # marks such a line that is indented less than the table in which it stands
_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")


def edited_bytes(data: bytes, after: Entry) -> bytes:
    """The file `data` changed to say `after`; all other lines keep their bytes.

    Line ends of the other kind, invisible characters and the mark at the beginning stay too. A file
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
    whole = entry_text(after)
    return edited if again is not None and entry_text(again) == whole else whole


def _rewritten(
    head: list[str], before: Mapping[str, Any], after: Mapping[str, Any], order: Sequence[str]
) -> list[str]:
    """The lines of a table, those of changed values rewritten; nested tables likewise."""
    for key in order:
        old: Any = before.get(key)
        new: Any = after.get(key)
        if old == new:
            continue
        inside = _block_under(head, key) if key in _TABLES and old and new else None
        if inside:
            start, end, indent = inside
            lines = [_dedented(line, indent) for line in head[start:end]]
            lines = _rewritten(lines, old, new, list(dict.fromkeys((*new, *old))))
            head = [*head[:start], *(_indented(line, indent) for line in lines), *head[end:]]
        else:
            head = _with(head, key, (old, new), order)
    return head


def _block_under(head: list[str], key: str) -> tuple[int, int, int] | None:
    """First line, end and indentation of a table in block style under its key; else None."""
    opens = re.compile(rf"{key}:\s*(?:#.*)?")
    start = next((n for n, line in enumerate(head, 1) if opens.fullmatch(line)), 0)
    end = _end(head, start - 1) if start else 0
    told = [line for line in head[start:end] if not _REMARK.match(line)]
    indents = {len(line) - len(line.lstrip(" ")) for line in told}
    return (start, end, min(indents)) if told and min(indents) > 0 else None


def _dedented(line: str, indent: int) -> str:
    return line[indent:] if line.startswith(" " * indent) else _OUTDENTED + line


def _indented(line: str, indent: int) -> str:
    return line[1:] if line.startswith(_OUTDENTED) else " " * indent + line


def _with(head: list[str], key: str, change: tuple[Any, Any], order: Sequence[str]) -> list[str]:
    value = change[1]
    block = yaml_text({key: value}).rstrip("\n").split("\n") if value is not None else []
    found = ((n, _KEY.match(line)) for n, line in enumerate(head))
    places = {one["key"].strip("\"'"): n for n, one in found if one}
    if key in places:
        start, end = places[key], _end(head, places[key])
        return [*head[:start], *_laid_out(head[start:end], change, block), *head[end:]]
    later = order[order.index(key) + 1 :]
    place = min((places[one] for one in later if one in places), default=len(head))
    return [*head[:place], *block, *head[place:]]


def _laid_out(lines: list[str], change: tuple[Any, Any], block: list[str]) -> list[str]:
    """`block`, a changed value, in the layout of `lines`."""
    line: str | None = None
    match change:
        case (list() as old, list() as new) if len(lines) == 1:
            line = changed_list(lines[0], old, new)
        case (dict() as old, dict() as new) if len(lines) == 1:
            line = changed_table(lines[0], old, new)
        case (list() as old, list() as new) if new:
            return _with_kept_items(lines, old, new, block)
    return [line] if line is not None else block


def _with_kept_items(
    lines: list[str], old: Sequence[Any], new: Sequence[Any], block: list[str]
) -> list[str]:
    """`block`, the list `new`, but with the lines of unchanged items and all remarks kept."""
    written, rest = _items(lines[1:])
    fresh, _ = _items(block[1:])
    if not written or len(written) != len(old) or len(fresh) != len(new):
        return block
    dash = written[0].indent
    kept = [lines[0]]
    texts, others = ([json.dumps(one, default=str) for one in items] for items in (old, new))
    same = SequenceMatcher(None, texts, others, autojunk=False)
    for what, start, stop, first, last in same.get_opcodes():
        for item in written[start:stop]:
            kept += [*item.remarks, *(item.lines if what == "equal" else ())]
        for item in fresh[first:last] if what != "equal" else ():
            kept += [dash + line[len(item.indent) :] for line in item.lines]
    return kept + rest


class _Item(NamedTuple):
    """An item of a list: the remarks above it, its lines, and the blanks before its dash."""

    remarks: list[str]
    lines: list[str]
    indent: str


def _items(lines: list[str]) -> tuple[list[_Item], list[str]]:
    """The items written on these lines, and the remarks behind the last."""
    items: list[_Item] = []
    remarks: list[str] = []
    for line in lines:
        found = _ITEM.match(line)
        indent = found[0][:-2] if found else ""
        if _REMARK.match(line):
            remarks.append(line)
        elif found and (not items or indent == items[0].indent):
            items.append(_Item(remarks, [line], indent))
            remarks = []
        elif items:
            items[-1].lines.extend([*remarks, line])
            remarks = []
    return items, remarks


def _end(head: list[str], start: int) -> int:
    """The line after the value that begins on line `start`, with the remarks between its lines."""
    end = start + 1
    for number in range(end, len(head)):
        if _INSIDE.match(head[number]):
            end = number + 1
        elif not _REMARK.match(head[number]):
            break
    return end
