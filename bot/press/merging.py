"""Three-way merge of an entry that is imported again: what a person changed in it stays."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import pairwise, zip_longest
from operator import attrgetter
from typing import Any, NamedTuple

from bot.knowledge.entries import Contact, Entry, Event
from bot.knowledge.forms import FORM, field_text
from bot.texts import Texts

_OWN = ("id", "path", "status")  # never merged
_TOLD_ELSEWHERE = ("kind", "body", "questions")
_AROUND = 24  # characters shown before and behind a difference
_EMPTY: dict[str, Any] = {"event": Event(), "contact": Contact()}


@dataclass(frozen=True, slots=True)
class Merged:
    """The entry after a three-way merge, and the fields both sides changed (ours was kept)."""

    entry: Entry
    conflicts: tuple[str, ...] = ()


class _Sides(NamedTuple):
    """A value in the source then, in the entry, and in the source today."""

    base: Any
    ours: Any
    theirs: Any


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """Paragraphs `start` to `end` of a body, and what one side wrote in their place."""

    start: int
    end: int
    paragraphs: tuple[str, ...]

    def meets(self, later: "_Edit") -> bool:
        """Whether a later edit overlaps, or begins where this one does."""
        return later.start < self.end or later.start == self.start


def merge(base: Entry, ours: Entry, theirs: Entry) -> Merged:
    """Take from `theirs` (the source today) what changed since `base` (the source then).

    Fields that a person changed in `ours` are kept; event, contact, facts and review are
    merged one by one inside, the body by paragraphs.
    """
    conflicts: list[str] = []
    values = {
        name: _merge(name, _Sides(*map(attrgetter(name), (base, ours, theirs))), conflicts)
        for name in _names(ours)
        if name not in _OWN
    }
    return Merged(replace(ours, **values), tuple(conflicts))


def differences(before: Entry, after: Entry) -> tuple[str, ...]:
    """The changes of the source as lines of a diff for a clerk: "- …" before, "+ …" after.

    Fields have their Thai labels; of a changed paragraph only the place of the change is shown.
    """
    lines: list[str] = []
    for name in (name for name in FORM if name not in _TOLD_ELSEWHERE):
        if (old := field_text(before, name)) != (new := field_text(after, name)):
            lines += [f"- {_field(name, old)}", f"+ {_field(name, new)}"]
    return (*lines, *_differences(before.body.split("\n\n"), after.body.split("\n\n")))


def _field(name: str, text: str) -> str:
    texts = Texts.load()
    told = " · ".join(text.split("\n")) if text else texts("staff.empty")
    return f"{texts(f'staff.fields.{name}')}: {told}"


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        for old, new in zip_longest(before[start:end], after[first:last], fillvalue=""):
            if old != new:
                yield from (f"{sign} {told}" for sign, told in _differing(old, new) if told)


def _differing(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The places at which two paragraphs differ, as both have them, with words around."""
    for place, other in _spans(old.split(" "), new.split(" ")):
        pairs = enumerate(zip(old[place.start :], new[other.start :], strict=False))
        same = next((number for number, (one, its) in pairs if one != its), 0)
        yield "-", _excerpt(old, range(place.start + same, place.stop))
        yield "+", _excerpt(new, range(other.start + same, other.stop))


def _spans(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[range, range]]:
    """The spans of characters that differ; places a few words apart are one."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(1):
        changed = [code for code in group if code[0] != "equal"]
        (_, start, _, first, _), (_, _, end, _, last) = changed[0], changed[-1]
        yield _span(old, start, end), _span(new, first, last)


def _span(words: Sequence[str], start: int, end: int) -> range:
    """The span of words `start` to `end` in the text that they make, joined by blanks."""
    first = len(" ".join([*words[:start], ""]))
    return range(first, first + len(" ".join(words[start:end])))


def _excerpt(text: str, place: range) -> str:
    """The text at `place` with the words around it, and "…" for what is left out."""
    start = text.rfind(" ", 0, max(place.start - _AROUND, 0)) + 1
    end = text.find(" ", min(place.stop + _AROUND, len(text)))
    told = text[start : end if end >= 0 else None]
    return f"{'…' if start else ''}{told}{'…' if end >= 0 else ''}" if told else ""


def _merge(name: str, sides: _Sides, conflicts: list[str]) -> Any:
    base, ours, theirs = sides
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if name == "body" and (merged := _merged_paragraphs(base, ours, theirs)):
        return merged
    parts = [_EMPTY.get(name) if side is None else side for side in sides]
    tables = [part for part in parts if isinstance(part, Mapping)]
    if len(tables) == len(parts):
        return _merge_tables(name, tables, conflicts)
    if name in _EMPTY:
        within = [{key: getattr(part, key) for key in _names(part)} for part in parts]
        return replace(_EMPTY[name], **_merge_tables(name, within, conflicts))
    conflicts.append(name)
    return ours


def _merged_paragraphs(base: str, ours: str, theirs: str) -> str:
    """A body in which the sides changed different paragraphs; "" where they changed the same."""
    before = base.split("\n\n")
    edits = sorted({*_edits(before, ours.split("\n\n")), *_edits(before, theirs.split("\n\n"))})
    if any(first.meets(second) for first, second in pairwise(edits)):
        return ""
    merged, place = [], 0
    for edit in edits:
        merged += [*before[place : edit.start], *edit.paragraphs]
        place = edit.end
    return "\n\n".join([*merged, *before[place:]])


def _edits(before: Sequence[str], after: Sequence[str]) -> Iterator[_Edit]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for code, start, end, first, last in matcher.get_opcodes():
        if code == "replace" and end - start == last - first:  # one by one
            yield from (
                _Edit(start + n, start + n + 1, (after[first + n],)) for n in range(end - start)
            )
        elif code != "equal":
            yield _Edit(start, end, tuple(after[first:last]))


def _merge_tables(
    name: str, tables: Sequence[Mapping[str, Any]], conflicts: list[str]
) -> dict[str, Any]:
    _, ours, theirs = tables
    keys = dict.fromkeys((*ours, *theirs))
    merged = {
        key: _merge(f"{name}.{key}", _Sides(*(table.get(key) for table in tables)), conflicts)
        for key in keys
    }
    return {key: value for key, value in merged.items() if value is not None or name in _EMPTY}


def _names(one: object) -> tuple[str, ...]:
    return tuple(field.name for field in fields(one)) if is_dataclass(one) else ()
