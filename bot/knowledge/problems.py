"""What can be wrong with the knowledge, told so that a clerk can cure it."""

from collections.abc import Iterable
from dataclasses import dataclass
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
