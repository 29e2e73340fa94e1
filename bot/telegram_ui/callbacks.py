"""What a button carries: at most 64 bytes, never trusted when they come back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.conversation import Action, Verb

LIMIT = 64  # bytes
_ENTRY_VERBS = {Verb.SHOW, Verb.PICK}
_VERBS = {str(verb) for verb in Verb}
_KEY = re.compile("[A-Z2-7]{16}")
_NUMBER = re.compile("[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Do:
    """A citizen's action; `question` is the key of the question the button stands under."""

    action: Action
    question: str = ""


@dataclass(frozen=True, slots=True)
class Judge:
    """A vote on the answer to a question."""

    question: str
    good: bool


@dataclass(frozen=True, slots=True)
class Want:
    """Tell me when this question is answered."""

    question: str


class Step(StrEnum):
    """What an admin does with an unanswered question."""

    USE = "u"  # the entry answers it
    WRITE = "w"  # my next message is the answer
    DISMISS = "d"
    UNDO = "z"
    NEXT = "n"
    CANCEL = "c"


@dataclass(frozen=True, slots=True)
class Teach:
    """An admin's step on a review item; `version` is the item's when the button was drawn."""

    step: Step
    review: int = 0
    version: int = 0
    entry: str = ""  # entry id


Press = Do | Judge | Want | Teach


class Codec:
    """Writes and reads button data; entries travel under their short keys."""

    def __init__(
        self, entry_key: Callable[[str], str], entry_of: Callable[[str], str | None]
    ) -> None:
        self._entry_key = entry_key
        self._entry_of = entry_of

    def write(self, press: Press) -> str:
        """The data of a button; "" when it does not fit, so that no such button is drawn."""
        match press:
            case Do(Action(verb, argument), question):
                shown = self._entry_key(argument) if verb in _ENTRY_VERBS else argument
                data = f"a.{verb}.{question}.{shown}"
            case Judge(question, good):
                data = f"{'g' if good else 'b'}.{question}"
            case Want(question):
                data = f"w.{question}"
            case Teach(step, review, version, entry):
                data = f"r.{step}.{review}.{version}.{self._entry_key(entry) if entry else ''}"
        return data if len(data.encode("utf-8", "surrogatepass")) <= LIMIT else ""

    def read(self, data: str) -> Press | None:
        """What was pressed; None for anything this version would not have written."""
        kind, _, rest = data.partition(".")
        match kind:
            case "a":
                return self._read_action(rest)
            case "g" | "b" if _KEY.fullmatch(rest):
                return Judge(rest, good=kind == "g")
            case "w" if _KEY.fullmatch(rest):
                return Want(rest)
            case "r":
                return self._read_step(rest)
        return None

    def _read_action(self, rest: str) -> Do | None:
        parts = rest.split(".", 2)
        if (
            len(parts) != 3
            or parts[0] not in _VERBS
            or not (not parts[1] or _KEY.fullmatch(parts[1]))
        ):
            return None
        verb, argument = Verb(parts[0]), parts[2]
        entry = self._entry_of(argument) if verb in _ENTRY_VERBS else argument
        return None if entry is None else Do(Action(verb, entry), parts[1])

    def _read_step(self, rest: str) -> Teach | None:
        parts = rest.split(".")
        if len(parts) != 4 or parts[0] not in {str(step) for step in Step}:
            return None
        if not all(_NUMBER.fullmatch(number) for number in parts[1:3]):
            return None
        entry = self._entry_of(parts[3]) if parts[3] else ""
        return None if entry is None else Teach(Step(parts[0]), int(parts[1]), int(parts[2]), entry)
