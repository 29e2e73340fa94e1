"""Probability thresholds for answering and for offering, and how they were found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from bot.knowledge.entries import Kind
from bot.search.ranking import Verdict

_STANDING = frozenset((Kind.SERVICE, Kind.CONTACT, Kind.FAQ))
_LET_THROUGH = 0.05  # of what is out of scope and asks for something: a tenth of that of all
_KNOWN = 0.95  # as sure as that, the base really answers what others could not
_ABOVE = 0.005


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The thresholds of the verdicts, for one scorer and one knowledge base."""

    scorer: str  # version of the model
    knowledge: str  # digest of the knowledge base
    sure: float  # for entries that tell of something that happened
    standing: float  # for services, contacts and common questions, which many questions resemble
    unsure: float  # of the chance that one of the first four is right, for them to be offered
    tried: int = 0  # messages nobody can answer that the base was asked
    answered: int = 0  # … that are answered all the same

    def needed(self, kind: Kind) -> float:
        """The probability from which an entry of this kind answers."""
        return self.standing if kind in _STANDING else self.sure

    def verdict(self, probability: float, among: float, kind: Kind) -> Verdict:
        """What may be done when the first entry is of this kind.

        `probability` is that it is right, `among` that one of the first four is.
        """
        if probability >= self.needed(kind):
            return Verdict.SURE
        return Verdict.UNSURE if among >= self.unsure else Verdict.NONE

    def tried_on(self, knowledge: str, found: Sequence[tuple[float, Kind]]) -> "Thresholds":
        """Thresholds for another base, of which `found` is what it gave to out-of-scope messages.

        Never lower than these; high enough to answer at most one message in twenty.
        """
        asked = [(probability, kind) for probability, kind in found if probability < _KNOWN]
        allowed = int(_LET_THROUGH * len(asked))
        raised = replace(
            self,
            knowledge=knowledge,
            sure=_above(self.sure, [p for p, kind in asked if kind not in _STANDING], allowed),
            standing=_above(self.standing, [p for p, kind in asked if kind in _STANDING], allowed),
        )
        answered = sum(probability >= raised.needed(kind) for probability, kind in found)
        return replace(raised, tried=len(found), answered=answered)


def _above(least: float, probabilities: Sequence[float], allowed: int) -> float:
    """`least`, or more where it takes more to let only so many through."""
    highest = sorted(probabilities, reverse=True)[allowed : allowed + 1]
    return max([least, *(round(one + _ABOVE, 4) for one in highest)])


@lru_cache(maxsize=1)
def out_of_scope_messages() -> tuple[str, ...]:
    """Messages that no ministry can answer; nothing was learned from them."""
    text = (Path(__file__).parent / "data" / "out_of_scope.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
