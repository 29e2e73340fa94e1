"""A question after cleaning and repair, with what it says by itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from bot.search.folding import fold
from bot.thai.fillers import strip_fillers
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.patterns import predicate
from bot.thai.questions import (
    ASKED,
    BEST,
    HOUR,
    SEVERAL,
    STILL,
    WHETHER,
    Aspect,
    as_written,
    aspect_of,
    focus_of,
    is_short_yes_no_question,
    wants_advice,
)

_Read = TypeVar("_Read")
ANY_YEAR = re.compile(r"(?<![0-9])2[45][0-9]{2}(?![0-9])")  # of the Buddhist era


def _kept(read: Callable[["Query"], _Read]) -> cached_property[_Read]:
    """A property that is worked out once, of the type of what is read."""
    return cached_property(read)


def _says(form: str | re.Pattern[str]) -> cached_property[bool]:
    """The same: whether a pattern matches anywhere in the question."""
    test = predicate(form)
    return _kept(lambda query: test(query.clean))


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
    bare = _kept(lambda q: strip_fillers(q.clean))
    letters = _kept(lambda q: squeeze(q.clean))  # with nothing between
    core = _kept(lambda q: squeeze(q.bare))  # its letters without fillers
    words = _kept(lambda q: tuple(Names.load().cut(q.clean)))  # all, not only its terms
    as_written = _kept(lambda q: as_written(q.clean))  # "ฟรีไหม" for "ฟรีมั้ย"
    wants_yes_or_no = _says(WHETHER)
    is_short_yes_no_question = _kept(lambda q: is_short_yes_no_question(q.clean))  # "มีเลยไหม"

    # What it names; years are of the Buddhist era and in full: 2569 for "ปีนี้", 2567 for "ปี 67".
    senses = _kept(lambda q: Names.load().senses(q.words))  # what names stand for
    places = _kept(lambda q: Names.load().places_in(q.clean))  # the form, and the province
    dated = _kept(lambda q: " ".join((q.clean, *filter(ANY_YEAR.fullmatch, q.variants))))
    years = _kept(lambda q: tuple(map(str, ANY_YEAR.findall(q.dated))))
    sounds = _kept(  # without fillers, and with the years that it means and does not say
        lambda q: "|".join((fold(q.core), *(y for y in q.years if y not in q.clean)))
    )

    # What it asks for.
    focus = _kept(lambda q: focus_of(q.clean))
    asks_hour = _says(HOUR)  # "กี่โมง"
    asks_still = _kept(lambda q: STILL.search(q.as_written) is not None)  # "ยังเปิดอยู่ไหม"
    asks_best = _kept(lambda q: BEST.search(q.bare) is not None)  # "… ไหนถูกที่สุด"
    asks_something = _kept(  # a kind of fact, or briefly yes or no
        lambda q: q.aspect is not Aspect.TOPIC or q.is_short_yes_no_question
    )
    speaks_of_today = _says(ASKED.today)  # "ตอนนี้", "วันนี้"
    wants_advice = _kept(lambda q: wants_advice(q.bare))  # "ยี่ห้อไหนดี", "ทำไงดี"
    wants_newest = _says(ASKED.newest)  # the last of several: "ปีล่าสุด", "ครั้งหลังสุด"
    wants_several = _says(SEVERAL)  # all there is: "มีวันไหนบ้าง"
    wants_day = _kept(  # of a year that it names; an entry of every year has it too
        lambda q: bool(q.years) and aspect_of(q.clean) is Aspect.WHEN
    )


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
