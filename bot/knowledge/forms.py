"""An entry as a form: each field as text that a clerk can read and edit."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.knowledge.decoding import clean
from bot.knowledge.entries import UNKNOWN_DAY, Entry, Kind
from bot.knowledge.files import parse_entry
from bot.knowledge.problems import Problem, UnreadableError
from bot.knowledge.writing import front_matter, yaml_text
from bot.texts import Texts
from bot.thai.dates import thai_date
from bot.thai.letters import DIGITS

FORM = (
    "title",
    "kind",
    "summary",
    "published",
    "event.start",
    "event.end",
    "event.time",
    "event.venue",
    "event.province",
    "event.organizer",
    "event.cost",
    "contact.phones",
    "contact.fax",
    "contact.email",
    "contact.address",
    "contact.hours",
    "contact.website",
    "people",
    "facts",
    "questions",
    "keywords",
    "source.title",
    "source.url",
    "verified",
    "valid_from",
    "valid_until",
    "files",
    "body",
)
LONG = frozenset({"contact.phones", "people", "facts", "questions", "keywords", "files", "body"})
"""Fields of several lines, one value on each (the body: of any text)."""

MORE, LESS = "+", "-"
_KEY = re.compile(
    r'(?:(?<=ช่อง )|(?<=ช่อง "))[a-z_]+(?!:)|(?:published|verified|valid_from|valid_until)(?= \()'
)
_BETWEEN_NUMBERS = re.compile("ข้อ(?:ที่)?|และ|กับ|,")  # as in "ข้อ 2, 3 และ 5"
_BETWEEN = " | "  # a person and the role
_KINDS = {
    "ข่าว": Kind.NEWS,
    "กิจกรรม": Kind.EVENT,
    "งาน": Kind.EVENT,
    "ติดต่อ": Kind.CONTACT,
    "ช่องทางติดต่อ": Kind.CONTACT,
    "บริการ": Kind.SERVICE,
    "ถามตอบ": Kind.FAQ,
    "คำถามที่พบบ่อย": Kind.FAQ,
}


def field_text(entry: Entry, name: str) -> str:
    """The value of a field of the `FORM` as a clerk would type it; "" where it has none."""
    value: Any = entry
    for part in name.split("."):
        value = getattr(value, part, None)
    match value:
        case None:
            is_untold = name == "event.end" and entry.event and entry.event.start
            return UNKNOWN_DAY if is_untold else ""
        case date():
            return thai_date(value)
        case Mapping():
            return "\n".join(f"{key}: {one}" for key, one in value.items())
        case tuple() if name == "people":
            told = (_BETWEEN.join(part for part in (one.name, one.role) if part) for one in value)
            return "\n".join(told)
        case tuple():
            return "\n".join(value)
    return str(value)


def in_form_words(problem: Problem) -> Problem:
    """The problem in the words of the form: the labels of its fields, and a feasible cure."""
    texts, cure = Texts.load(), f"problems.{problem.code}.in_form"
    kinds = ", ".join(texts(f"staff.kinds.{kind}") for kind in Kind)
    names = {name.rpartition(".")[2]: name for name in reversed(FORM)}

    def label(found: re.Match[str]) -> str:
        name = names.get(found[0])
        return texts(f"staff.fields.{name}") if name else found[0]

    hint = texts(cure, kinds=kinds) if cure in texts else problem.hint
    return replace(problem, message=_KEY.sub(label, problem.message), hint=hint)


def with_fields(
    entry: Entry, texts: Mapping[str, str], path: str
) -> tuple[Entry | None, tuple[Problem, ...]]:
    """The entry with the texts of fields, read as its file would be; None when one is wrong.

    An empty text empties the field. For a `LONG` field, its name with `MORE` adds lines and with
    `LESS` removes those typed again or numbered. What was typed needs no review any more. `path`
    only names the file in problems. Raises KeyError for a name that is not in the `FORM`.
    """
    try:
        texts = _complete(entry, texts)
        if unknown := set(texts) - set(FORM):
            raise KeyError(*unknown)
        looked_at = {key: how for key, how in entry.review.items() if key not in texts}
        values = front_matter(replace(entry, review=looked_at))
        for name, text in _with_last_day(entry, texts).items():
            if name != "body":
                _set(values, name, _READ.get(name, _line)(clean(text)))
    except UnreadableError as fault:
        return None, (fault.of(path),)
    body = clean(texts.get("body", entry.body)).strip()
    return parse_entry(f"---\n{yaml_text(values)}---\n\n{body}\n", entry.id, path)


def _complete(entry: Entry, texts: Mapping[str, str]) -> dict[str, str]:
    """The full texts of the fields, also of lists to which lines are only added or removed.

    Removals come first: their numbers are those that were seen.
    """
    whole = {name: text for name, text in texts.items() if name[-1] not in (MORE, LESS)}
    for sign, change in ((LESS, _removed), (MORE, _added)):
        for name, text in ((one[:-1], texts[one]) for one in texts if one.endswith(sign)):
            lines = _lines(whole.get(name, field_text(entry, name)))
            whole[name] = "\n".join(change(lines, _lines(text)))
    return whole


def _added(lines: list[str], typed: list[str]) -> Iterable[str]:
    return dict.fromkeys((*lines, *typed))


def _removed(lines: list[str], typed: list[str]) -> Iterable[str]:
    """The lines without those typed again or numbered. Raises `UnreadableError` for others."""
    numbered = {str(number): line for number, line in enumerate(lines, 1)}
    said = typed if set(typed) & set(lines) else _BETWEEN_NUMBERS.sub(" ", " ".join(typed)).split()
    gone = {numbered.get(one.translate(DIGITS), one) for one in said}
    if unknown := gone.difference(lines):
        raise UnreadableError("no-such-line", line=min(unknown))
    return (line for line in lines if line not in gone)


def _with_last_day(entry: Entry, texts: Mapping[str, str]) -> Mapping[str, str]:
    """An event of one day stays one when its day is moved."""
    event = entry.event
    one_day = event is not None and event.start is not None and event.start == event.end
    moved = "event.start" in texts and one_day
    if moved and texts.get("event.end", field_text(entry, "event.end")) == field_text(
        entry, "event.end"
    ):
        return {**texts, "event.end": ""}  # untyped, it is the day of the start
    return texts


def _set(values: dict[str, Any], name: str, value: Any) -> None:
    """Set a field, named with dots; an empty one goes, and so does the table it leaves empty."""
    outer, _, inner = name.rpartition(".")
    table = values.setdefault(outer, {}) if outer else values
    if value:
        table[inner] = value
    else:
        table.pop(inner, None)
    if outer and not table:
        del values[outer]


def _line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> list[str]:
    return [line for line in map(_line, text.split("\n")) if line]


def _words(text: str) -> list[str]:
    return _lines(re.sub(r",\s+", "\n", text))


def _kind(text: str) -> str:
    return str(_KINDS.get(_line(text), _line(text)))


def _people(text: str) -> list[dict[str, str]]:
    told = (line.partition("|") for line in _lines(text))
    named = ({"name": name.strip(), "role": role.strip()} for name, _, role in told)
    return [{key: value for key, value in one.items() if value} for one in named]


def _facts(text: str) -> dict[str, str]:
    told = {line: [part.strip() for part in line.partition(":")] for line in _lines(text)}
    for line, (name, _, value) in told.items():
        if not (name and value):
            raise UnreadableError("half-fact", line=line)
    return {name: value for name, _, value in told.values()}


_READ: Mapping[str, Callable[[str], object]] = {
    "kind": _kind,
    "people": _people,
    "facts": _facts,
    "questions": _lines,
    "keywords": _words,
    "contact.phones": _lines,
    "files": _lines,
}
