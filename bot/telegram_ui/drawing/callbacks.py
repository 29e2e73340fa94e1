"""What a button carries: at most 64 bytes, never trusted when they come back.

The letter of the kind, then each field of the press in order, parted by dots. A new kind needs
a dataclass and a letter in `presses`, and a line in the table of presses in `handlers`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any, get_type_hints

from bot.desk.editions import entry_key
from bot.dialogue.conversation import ABOUT_AN_ENTRY, Action, Verb
from bot.telegram_ui.drawing.presses import (
    KINDS,
    EntryKey,
    MaybeEntry,
    MaybeMark,
    MaybeQuestion,
    Press,
    QuestionKey,
)

LIMIT = 64  # bytes
_LETTERS = {kind: letter for letter, kind in KINDS.items()}
_HINTS = {kind: get_type_hints(kind, include_extras=True) for kind in KINDS.values()}  # in order


@dataclass(frozen=True, slots=True)
class Form:
    """How one type of field is written, and read again; `read` raises ValueError for a forgery."""

    write: Callable[[Any], tuple[str, ...]]
    read: Callable[..., Any]
    parts: int = 1


def kind_of(data: str) -> type[Press] | None:
    """The kind of press some button data claims to be."""
    return KINDS.get(data.partition(".")[0])


class Codec:
    """Writes and reads button data; entries travel under their short keys."""

    def __init__(self, entry_of: Callable[[str], str | None]) -> None:
        """`entry_of` gives the entry id behind a short key; None for one that is not served."""
        self._entry_of = entry_of
        self._forms: dict[Any, Form] = {
            QuestionKey: _text("[A-Z2-7]{16}"),
            MaybeQuestion: _text("(?:[A-Z2-7]{16})?"),
            MaybeMark: _text("(?:[A-Z2-7]{5})?"),
            MaybeEntry: Form(self._entry_part, lambda part: self._entry(part) if part else ""),
            EntryKey: _text("[A-Z2-7]{13}"),
            int: _text("[0-9]{1,15}", int),
            bool: Form(lambda yes: (str(int(yes)),), lambda part: ("0", "1").index(part) == 1),
            Action: Form(self._action_parts, self._action, parts=2),
        }

    def write(self, press: Press) -> str:
        """The data of a button; "" when it does not fit, so that no such button is drawn."""
        parts = [
            part
            for name, form in self._fields(type(press))
            for part in form.write(getattr(press, name))
        ]
        data = ".".join((_LETTERS[type(press)], *parts))
        fits = len(data.encode("utf-8", "surrogatepass")) <= LIMIT
        return data if fits and not any("." in part for part in parts) else ""

    def read(self, data: str) -> Press | None:
        """What was pressed; None for anything this version would not have written."""
        kind = kind_of(data)
        parts = iter(data.split(".")[1:])
        if kind is None:
            return None
        try:
            values = [form.read(*islice(parts, form.parts)) for _, form in self._fields(kind)]
        except (ValueError, TypeError):  # forged, or too few parts
            return None
        return kind(*values) if next(parts, None) is None else None

    def _fields(self, kind: type[Press]) -> Iterator[tuple[str, Form]]:
        for name, hint in _HINTS[kind].items():
            is_enum = isinstance(hint, type) and issubclass(hint, StrEnum)
            yield name, Form(lambda value: (value,), hint) if is_enum else self._forms[hint]

    def _entry_part(self, entry_id: str) -> tuple[str, ...]:
        return (entry_key(entry_id) if entry_id else "",)

    def _entry(self, key: str) -> str:
        entry_id = self._entry_of(key)
        if entry_id is None:
            raise ValueError(key)
        return entry_id

    def _action_parts(self, action: Action) -> tuple[str, ...]:
        named = entry_key(action.argument) if action.verb in ABOUT_AN_ENTRY else ""
        return (action.verb, named or action.argument)

    def _action(self, verb: str, argument: str) -> Action:
        meant = Verb(verb)
        return Action(meant, self._entry(argument) if meant in ABOUT_AN_ENTRY else argument)


def _text(pattern: str, made: Callable[[str], Any] = str) -> Form:
    """A field that is written as it is, and read where it is of such letters alone."""

    def read(part: str) -> Any:
        if not re.fullmatch(pattern, part):
            raise ValueError(part)
        return made(part)

    return Form(lambda value: (str(value),), read)
