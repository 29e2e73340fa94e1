"""How each field of an imported entry was found in its source, and whether that is certain."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One field (dotted, as in `Place`), how it was found (Thai), and whether it is sure.

    What is not sure stands in the entry's `review` until a person has looked at it.
    """

    field: str
    how: str
    sure: bool = True


def to_review(findings: Iterable[Finding]) -> dict[str, str]:
    """What a person should look at: field → how it was found."""
    return {one.field: one.how for one in findings if not one.sure}
