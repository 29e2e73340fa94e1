"""How alike two squeezed texts are, for finding questions that say the same."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

_LONGEST = 200


def most_alike(text: str, others: Sequence[str], at_least: float = 0.9) -> int | None:
    """The position of the text in `others` most like `text`; None when all differ too much.

    Texts come squeezed (letters, marks and digits only); `at_least` is a share, 0..1, of
    letters in common after the fewest insertions and deletions.
    """
    found = process.extractOne(
        text[:_LONGEST],
        [other[:_LONGEST] for other in others],
        scorer=fuzz.ratio,
        score_cutoff=100 * at_least,
    )
    return found[2] if found else None
