"""Numbers that a release tells, each with what it counts: "กล้าพริก 2,000 ต้น", "3 แผนงาน"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.entries import Entry
from bot.knowledge.words import pattern, table_of
from bot.press.questions.deeds import is_asked_about
from bot.thai.names import Names

_LEAD = 1_500  # letters that tell the figures a release is about
_BEFORE = 60  # letters before a number
_LISTED = (7, 32)  # letters of what is listed
_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)? ?(?:ล้าน|แสน|หมื่น|พัน)?(?: ?กว่า)?"
_COUNTS = f"{_NUMBER} ?(?P<unit>%(units)s)(?!%(no_units)s)"


@dataclass(frozen=True, slots=True)
class Figure:
    """What somebody did `verb` to, counted by `unit`; `titled` if the title says so."""

    verb: str
    thing: str
    unit: str
    titled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _FigureWords:
    counted: re.Pattern[str] = pattern(f" ?(?:%(about)s| )* ?{_COUNTS}")
    counts: re.Pattern[str] = pattern(_COUNTS)  # what each of them ends on, asked first
    verbs: Mapping[str, str]
    listed: re.Pattern[str] = pattern(
        "(?<![0-9,./-])(?P<counted>(?:[2-9]|1[0-9]) (?:%(listed)s))[ก-๙]*"
    )
    listing: re.Pattern[str] = pattern()


def figures_of(entry: Entry, titled: Sequence[str]) -> Iterator[Figure]:
    """How many of something were given, planted, helped …, in the order told.

    `titled` are the pieces of the title.
    """
    told: set[str] = set()
    texts = ((True, " ".join(titled)), (False, entry.body[:_LEAD]))
    for in_title, text in texts:
        for found in _words().counted.finditer(text) if _words().counts.search(text) else ():
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            figure = _figure(before, found["unit"], titled=in_title)
            if figure and figure.thing not in told:
                told.add(figure.thing)
                yield figure


def counted() -> re.Pattern[str]:
    """A number with the `unit` that it counts, and the words before it ("อีกกว่า")."""
    return _words().counted


def _figure(before: str, unit: str, *, titled: bool) -> Figure | None:
    """Read from the last piece before the number, from its last verb on."""
    chunk = before.rpartition("\n")[2].split(" ")[-1]
    words = Names.load().cut(chunk) if chunk else []
    verbs = _words().verbs
    start = next((n for n in range(len(words) - 1, -1, -1) if words[n] in verbs), -1)
    thing = "".join(words[start + 1 :])
    if start < 0 or not is_asked_about(thing):
        return None
    return Figure(verbs[words[start]], thing, unit, titled)


def listed_in(entry: Entry) -> Iterator[str]:
    """What the title counts and the body lists: "3 แผนงาน", "5 เป้าหมายใหญ่ของประเทศ"."""
    words = _words()
    if not words.listing.search(entry.body):
        return
    for found in words.listed.finditer(entry.title):
        fits = _LISTED[0] <= len(found[0]) <= _LISTED[1]
        if fits and found["counted"] in entry.body:
            yield found[0]


@lru_cache(maxsize=1)
def _words() -> _FigureWords:
    return table_of(_FigureWords, "figures")
