"""What can be wrong with the knowledge, told so that a clerk can cure it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

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

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} → {self.hint}"


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
    """Collects the problems of one entry."""

    def __init__(self, place: Place, into: list[Problem]) -> None:
        self._place = place
        self._into = into

    def error(self, name: str, code: str, message: str, hint: str) -> None:
        """Note a fault of the field `name`."""
        self._add(self._place.line(name), Severity.ERROR, code, message, hint)

    def warn(self, name: str, code: str, message: str, hint: str, below: int = 0) -> None:
        """Note something to look at, `below` lines after the field's first."""
        self._add(self._place.line(name) + below, Severity.WARNING, code, message, hint)

    def _add(self, line: int, severity: Severity, code: str, message: str, hint: str) -> None:
        self._into.append(Problem(self._place.path, line, severity, code, message, hint))


class UnreadableError(ValueError):
    """Why a file cannot be read at all; becomes one `Problem` of that file."""

    def __init__(self, code: str, message: str, hint: str, line: int = 1) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line

    def of(self, path: str) -> Problem:
        """The same as a problem of the file at `path`."""
        return Problem(path, self.line, Severity.ERROR, self.code, self.message, self.hint)


def cut(text: str, most: int) -> str:
    """A text named in a message: of more than `most` signs its beginning, and "…".

    It ends at a blank, if one stands in the second half; Thai may go on for long without.
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
