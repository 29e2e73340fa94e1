"""Lists of words and phrases for tests, several on a line."""

import re


def words(listed: str) -> list[str]:
    """The words of a list, in its order, with blanks between."""
    return listed.split()


def phrases(listed: str) -> list[str]:
    """The phrases of a list, each on a line of its own or with " | " between."""
    return [one.strip() for one in re.split(r" \| |\n", listed) if one.strip()]


def pairs(listed: str) -> list[tuple[str, str]]:
    """What stands before and behind the " → " of each phrase of a list."""
    return [(before, behind) for before, behind in (one.split(" → ") for one in phrases(listed))]


def marked(text: str) -> tuple[str, str]:
    """A text without ⟨ and ⟩, and what stands between them; "" where it has none."""
    before, _, rest = text.partition("⟨")
    inside, _, behind = rest.partition("⟩")
    return f"{before}{inside}{behind}", inside
