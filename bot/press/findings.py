"""How each field of an imported entry was found in its source, and whether that is certain."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.texts import sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One field (dotted, as in `Place`), how it was found (Thai), and whether it is sure.

    What is not sure stands in the entry's `review` until a person has looked at it.
    """

    field: str
    how: str
    sure: bool = True


def finding(field: str, how: str, /, *, sure: bool = True, **values: object) -> Finding:
    """A finding in the words that the texts have for `how` under `findings`."""
    return Finding(field, sentence(f"findings.{how}", **values), sure)


def to_review(findings: Iterable[Finding]) -> dict[str, str]:
    """What a person should look at: field → how it was found."""
    return {one.field: one.how for one in findings if not one.sure}
