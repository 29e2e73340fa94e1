"""Questions a citizen would ask about an imported entry, for its editor to take or leave.

What `asking` can ask is sifted: no two alike, of each shape of question only so many as do not
read like a form, and only what search finds again is kept.
"""

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from bot.knowledge.entries import Entry
from bot.knowledge.problems import LOST_LETTER
from bot.knowledge.words import shipped_lists
from bot.press.questions.asking import Asker
from bot.press.questions.wording import Asked

MOST = 8
ENOUGH = 5  # questions, from which on common ones are left out
_FEW = 2  # from which on the last ones are
_MOST_TRIED = 40
_MOST_OF_A_THING = 2  # and of others that have it in their names, or stand in it
_LONGEST = 110
_POLITE = {0: ("คะ", "ค่ะ"), 1: ("ครับ", "ครับ")}  # turn → behind a question, behind a wish
_TURNS = 7
_WISHES = ("อยากรู้", "ขอ", "สนใจ")
_TWICE = ("ขอ", "คืออะไร", "มีอะไร", "what")  # on different things; others: once
_MOST_OF = dict.fromkeys(_TWICE, 2) | {"เยือน": 3}  # others: once
_LONG_NAME = 24  # letters
_SHORT_NAME = 16  # letters of what is named once more
_OPENING = 7  # letters that two questions would begin with
_THING = "@"  # before what questions are about
_ENDINGS = ("คะ", "ค่ะ", "ครับ")


@dataclass(frozen=True, slots=True)
class Proposed:
    """Questions not yet tried, the most telling first, no two alike.

    `common` ones (who was where on which day) fit any release, and only make up the number; the
    `last` ask for the news as it stands, where there is next to nothing else.
    `shapes` are what each has in common with others, of which only so many are kept, and `longer`
    ask the same as some by longer names.
    """

    telling: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    shapes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    longer: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def that_finds(self, question: str, finds: Callable[[str], bool]) -> str:
        """The question, or the first of its longer ones, that `finds`; "" where none does."""
        return next(filter(finds, (question, *self.longer.get(question, ()))), "")


def propose_questions(entry: Entry) -> Proposed:
    """Up to forty telling questions, and a few others.

    The same entry always gives the same questions.
    """
    asker, alike = Asker(entry), set[str]()
    telling = tuple(islice(_once(asker.questions(), alike), _MOST_TRIED))
    common = tuple(_once(asker.common(), alike))
    last = tuple(_once(asker.last(), alike))
    asked = (*telling, *common, *last)
    polite = {one.text: _polite(entry.id, one.text) for one in asked}
    return Proposed(
        tuple(polite[one.text] for one in telling),
        tuple(polite[one.text] for one in common),
        tuple(polite[one.text] for one in last),
        {polite[one.text]: _shapes_of(one) for one in asked},
        {polite[one.text]: one.longer for one in asked if one.longer},
    )


def _once(asked: Iterable[Asked], alike: set[str]) -> Iterator[Asked]:
    """Those that fit a line and ask what none of `alike` does."""
    for one in asked:
        letters = one.text.replace(" ", "").lower().replace("เมื่อไหร่", "วันไหน")
        if len(one.text) <= _LONGEST and LOST_LETTER not in one.text and letters not in alike:
            alike.add(letters)
            yield one


def _polite(entry_id: str, question: str) -> str:
    """With the polite word that some people end on."""
    turn = zlib.crc32(f"{entry_id}{question}".encode()) % _TURNS
    if turn not in _POLITE or question.endswith(_ENDINGS):
        return question
    asking, wishing = _POLITE[turn]
    apart = "" if question[-1] > "\u0e00" and question[-1] != "ฯ" else " "
    return f"{question}{apart}{wishing if question.startswith(_WISHES) else asking}"


def that_find(
    entry_id: str, proposed: Proposed, finds: Callable[[str], str | None]
) -> tuple[str, ...]:
    """The first eight for which `finds` (question → id found first) gives the entry.

    Common ones only until there are five, the last until there are two; of each shape only so many.
    """
    kept: list[str] = []
    used: Counter[str] = Counter()
    wanted = ((proposed.telling, MOST), (proposed.common, ENOUGH), (proposed.last, _FEW))
    for question, most in ((one, most) for asked, most in wanted for one in asked):
        shapes = proposed.shapes.get(question, ())
        new = all(used[shape] < _most_of(shape) and not _is_worn(shape, used) for shape in shapes)
        if len(kept) < most and new:
            found = proposed.that_finds(question, lambda one: finds(one) == entry_id)
            kept += [found] if found else []
            used.update(shapes if found else ())
    return tuple(kept)


def _most_of(shape: str) -> int:
    """How many of it are kept: of what is about one thing three, of most others one."""
    if shape.startswith(_THING):
        return _MOST_OF_A_THING + (len(shape) <= _SHORT_NAME)
    return _MOST_OF.get(shape, 1)


def _is_worn(shape: str, used: Mapping[str, int]) -> bool:
    """Whether enough is asked of things whose names hold this one's, or stand in it."""
    if not shape.startswith(_THING):
        return False
    thing = shape[1:]
    others = ((one[1:], times) for one, times in used.items() if one.startswith(_THING))
    alike = sum(times for other, times in others if _is_within(other, thing))
    return alike >= _MOST_OF_A_THING + (len(thing) < _SHORT_NAME)


def _is_within(one: str, other: str) -> bool:
    """Whether one stands in the other, and is so long that nobody would say it over and over."""
    long = min(len(one), len(other)) >= _LONG_NAME
    return one == other or (long and (one in other or other in one))


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, tuple[str, ...]]:
    """The name of a form → what it asks like, by data/question_shapes.yaml."""
    found: dict[str, tuple[str, ...]] = {}
    for shape, asks in shipped_lists("question_shapes").items():
        for ask in asks:
            found[ask] = (*found.get(ask, ()), shape)
    return found


def _shapes_of(one: Asked) -> tuple[str, ...]:
    """What it asks and of what; what may come twice does so of another thing, begun otherwise."""
    shapes = _shapes().get(one.ask, (one.ask.rpartition("_")[2],))
    name = one.thing.lower()
    thing = (f"{_THING}{name}",) if name else ()
    twice = [shape for shape in shapes if shape in _TWICE]
    begins = one.form.partition("{")[0]
    opening = (f"{begins}…",) if len(begins) >= _OPENING else ()
    again = (f"{shape} {name or one.form}" for shape in twice)
    return (*shapes, *thing, *again, *opening, one.form)
