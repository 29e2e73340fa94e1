"""A question after cleaning and repair, with what it says by itself."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from bot.search.folding import fold
from bot.thai.fillers import strip_fillers
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.patterns import predicate, says
from bot.thai.questions import (
    ASKED,
    BEST,
    HOUR,
    SEVERAL,
    SHORT,
    STILL,
    WHETHER,
    Aspect,
    as_written,
    aspect_of,
    focus_of,
    wants_advice,
)

_Read = TypeVar("_Read")
ANY_YEAR = re.compile(r"(?<![0-9])2[45][0-9]{2}(?![0-9])")  # of the Buddhist era


@dataclass(frozen=True)
class Query:
    """A question after cleaning and repair.

    What else it says is read when it is first asked for, and kept: here what the language tells, in
    the modules of each subject, as a `reading`, what takes their knowledge.
    """

    text: str  # as typed
    clean: str  # normalised and repaired, as a person would read it
    variants: tuple[str, ...] = ()  # expansions appended, never replacing
    terms: tuple[str, ...] = ()  # words searched for
    aspect: Aspect = Aspect.TOPIC
    repairs: tuple[tuple[str, str], ...] = ()  # (before, after): layout slips, digits
    readings: dict[Callable[["Query"], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    # How it is said.

    wants_yes_or_no = says(WHETHER)

    @cached_property
    def letters(self) -> str:
        """Its letters, marks and digits with nothing between."""
        return squeeze(self.clean)

    @cached_property
    def bare(self) -> str:
        """What is asked, without fillers."""
        return strip_fillers(self.clean)

    @cached_property
    def core(self) -> str:
        """Its letters without fillers."""
        return squeeze(self.bare)

    @cached_property
    def sounds(self) -> str:
        """How it sounds without fillers, and the years that it means and does not say."""
        meant = (year for year in self.years if year not in self.clean)
        return "|".join((fold(self.core), *meant))

    @cached_property
    def as_written(self) -> str:
        """The question with "yes or no" as it is written, not as it is said: "ฟรีไหม" for "ฟรีมั้ย"."""
        return as_written(self.clean)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All its words; those searched for are its `terms`."""
        return tuple(Names.load().cut(self.clean))

    @cached_property
    def is_short_yes_no_question(self) -> bool:
        """Whether it is short and wants yes or no: "มีเลยไหม"."""
        return self.wants_yes_or_no and len(self.letters) <= SHORT

    # What it names.

    @cached_property
    def senses(self) -> Mapping[str, Sequence[str]]:
        """What names among its words stand for, by the word."""
        return Names.load().senses(self.words)

    @cached_property
    def places(self) -> Sequence[tuple[str, str]]:
        """The provinces that it names: the form that it says, and the official name."""
        return Names.load().places_in(self.clean)

    @cached_property
    def dated(self) -> str:
        """The question with the years it means in full: 2569 for "ปีนี้", 2567 for "ปี 67"."""
        return " ".join((self.clean, *filter(ANY_YEAR.fullmatch, self.variants)))

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years that it means, of the Buddhist era and in full, in its order."""
        return tuple(ANY_YEAR.findall(self.dated))

    # What it asks for.

    asks_hour = says(HOUR)  # "กี่โมง"
    speaks_of_today = says(ASKED.today)  # "ตอนนี้", "วันนี้"
    wants_newest = says(ASKED.newest)  # the last of several: "ปีล่าสุด", "ครั้งหลังสุด"
    wants_several = says(SEVERAL)  # all there is: "มีวันไหนบ้าง"

    @cached_property
    def focus(self) -> str:
        """The letters by which it says what it asks for, see `focus_of`."""
        return focus_of(self.clean)

    @cached_property
    def asks_something(self) -> bool:
        """Whether it asks for a kind of fact, or is short and wants yes or no."""
        return self.aspect is not Aspect.TOPIC or self.is_short_yes_no_question

    @cached_property
    def asks_still(self) -> bool:
        """Whether it asks if something goes on: "ยังเปิดอยู่ไหม", "ยังมีหรือเปล่า"."""
        return STILL.search(self.as_written) is not None

    @cached_property
    def asks_best(self) -> bool:
        """Whether it ends by asking for the best of several: "ไหนถูกที่สุด"."""
        return BEST.search(self.bare) is not None

    @cached_property
    def wants_advice(self) -> bool:
        """Whether it asks what had best be chosen: "ยี่ห้อไหนดี", "ที่ไหนถูกสุด", "ทำไงดี"."""
        return wants_advice(self.bare)

    @cached_property
    def wants_day(self) -> bool:
        """Whether it names a year and wants a day, which an entry of every year has too."""
        return bool(self.years) and aspect_of(self.clean) is Aspect.WHEN


def reading(read: Callable[[Query], _Read]) -> Callable[[Query], _Read]:
    """A reading of a question that is kept with it."""

    @wraps(read)
    def kept(query: Query) -> _Read:
        if read not in query.readings:
            query.readings[read] = read(query)
        said: _Read = query.readings[read]
        return said

    return kept


def asks_for(form: str | re.Pattern[str]) -> Callable[[Query], bool]:
    """A reading: whether a pattern matches anywhere in the question."""
    test = predicate(form)
    return reading(lambda query: test(query.clean))
