"""Questions a citizen would ask about an imported entry, for its editor to take or leave.

Only what search finds again is kept.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot.knowledge.asker import Asker
from bot.knowledge.entries import Entry
from bot.knowledge.problems import LOST_LETTER
from bot.thai.normalise import normalise, squeeze, strip_frames

MOST = 8
_LEAST = 5
_MOST_TRIED = 22
_LONGEST = 110
_WHEN = re.compile("เมื่อไหร่|ตอนไหน")


@dataclass(frozen=True, slots=True)
class Proposed:
    """Questions not yet tried, the most telling first, no two alike.

    `common` ones (who was where on which day) fit any release, and only make up the number.
    """

    telling: tuple[str, ...] = ()
    common: tuple[str, ...] = ()


def propose_questions(entry: Entry) -> Proposed:
    """Up to twenty-two telling questions, and a few others.

    The same entry always gives the same questions.
    """
    asker, asked = Asker(entry), set[str]()
    telling = islice(_once(asker.questions(), asked), _MOST_TRIED)
    return Proposed(tuple(telling), tuple(_once(asker.common(), asked)))


def _once(questions: Iterable[str], asked: set[str]) -> Iterator[str]:
    """Those that fit a line and ask what none of `asked` does."""
    for question in questions:
        letters = _WHEN.sub("วันไหน", squeeze(strip_frames(normalise(question))))
        if len(question) <= _LONGEST and LOST_LETTER not in question and letters not in asked:
            asked.add(letters)
            yield question


def that_find(
    entry_id: str, proposed: Proposed, finds: Callable[[str], str | None]
) -> tuple[str, ...]:
    """The first eight for which `finds` (question → id found first) gives the entry.

    Common ones only until there are five.
    """
    telling = list(islice((one for one in proposed.telling if finds(one) == entry_id), MOST))
    others = (one for one in proposed.common if finds(one) == entry_id)
    return (*telling, *islice(others, max(0, _LEAST - len(telling))))
