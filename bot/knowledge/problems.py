"""What can be wrong with the knowledge, in words that let a clerk cure it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from bot.texts import sentence

LOST_LETTER = "\ufffd"  # stands where a file does not say which letter it shows


class Severity(StrEnum):
    """An error keeps its entry from being served; a warning only asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. `path` is relative to the knowledge folder, `line` counts from 1.

    `code` is a stable English slug for tools; `message` and `hint` (the cure) are Thai.
    """

    path: str
    line: int
    severity: Severity
    code: str
    message: str
    hint: str

    @classmethod
    def of(cls, path: str, line: int, severity: Severity, key: str, /, **values: object) -> Self:
        """A problem in the words that the texts have for it under `problems`.

        `key` is its code, or the code and which of its sentences: "yaml.tab".
        """
        return cls(path, line, severity, *_told(key, values))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.told}"

    @property
    def told(self) -> str:
        """What is wrong and its cure, in one line."""
        return f"{self.message} → {self.hint}"


def _told(key: str, values: Mapping[str, object]) -> tuple[str, str, str]:
    """Code, message and hint."""
    message, hint = (sentence(f"problems.{key}.{part}", **values) for part in ("message", "hint"))
    return key.partition(".")[0], message, hint


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: its file (relative to the root) and the lines of its fields.

    Fields are named with dots: "title", "event.start", "questions.2", "body".
    """

    path: str
    lines: Mapping[str, int] = field(default_factory=dict)

    def line(self, name: str) -> int:
        """The line of a field, or of the nearest field around it."""
        while name not in self.lines and "." in name:
            name = name.rpartition(".")[0]
        return self.lines.get(name, 1)

    def section(self, line: int) -> str:
        """The outermost field that a line belongs to."""
        begun = [name for name in self.lines if "." not in name and self.lines[name] <= line]
        return max(begun, key=lambda name: self.lines[name], default="")


class Notes:
    """Collects the `problems` of one entry's fields; keys and values are those of `Problem.of`."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.problems: list[Problem] = []

    def error(self, name: str, key: str, /, **values: object) -> None:
        """Add an error of the field `name`."""
        self._add(self._place.line(name), Severity.ERROR, key, values)

    def warn(self, name: str, key: str, /, below: int = 0, **values: object) -> None:
        """Add a warning, `below` lines after the field's first."""
        self._add(self._place.line(name) + below, Severity.WARNING, key, values)

    def _add(self, line: int, severity: Severity, key: str, values: Mapping[str, object]) -> None:
        self.problems.append(Problem.of(self._place.path, line, severity, key, **values))


class UnreadableError(ValueError):
    """Why a file cannot be read at all; becomes one `Problem` of that file.

    `key` and `values` are those of `Problem.of`.
    """

    def __init__(self, key: str, line: int = 1, /, **values: object) -> None:
        self.key, self.line, self.values = key, line, values
        self.code, self.message, self.hint = _told(key, values)
        super().__init__(self.message)

    @property
    def told(self) -> str:
        """What is wrong and its cure, in one line."""
        return f"{self.message} → {self.hint}"

    def of(self, path: str) -> Problem:
        """The same as a problem of the file at `path`."""
        return Problem(path, self.line, Severity.ERROR, self.code, self.message, self.hint)


def cut(text: str, most: int) -> str:
    """The text; if it has more than `most` characters, its beginning and "…".

    It is cut at a blank if there is one in the second half; Thai may have none for long.
    """
    if len(text) <= most:
        return text
    blank = text.rfind(" ", most // 2, most)
    return f"{text[: blank if blank > 0 else most]} …"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """As a clerk works through them: file by file, from the top down."""
    return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.code)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them is more than a warning."""
    return any(problem.severity is Severity.ERROR for problem in problems)
