"""Which events or news a list holds: asked for in words, or chosen by buttons."""

import re
from base64 import b32encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b

from bot.dialogue.matching.entry_words import entry_letters
from bot.dialogue.message.cues import BRIEF_QUESTION, content_words
from bot.dialogue.message.phrases import ASKS_FOR_LIST, PART_OF, PHRASES, consists_of
from bot.dialogue.presentation.agencies import agencies_of
from bot.knowledge.entries import Entry
from bot.thai.dates import DateSpan, Precision, find_dates, without_dates
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze

_OF_ALL = re.compile("กระทรวง|อว|ทั้งหมด|ทุก")
_READ = 4_000  # characters of a release that are looked through for days
_DAY = "%Y%m%d"
_THESE_DAYS = re.compile("(?:ช่วง|ตอน|เวลา)นี้|เร็ว ?ๆ? ?นี้|กำลังจัด")
_SOON, _HALF_A_YEAR = timedelta(days=30), timedelta(days=183)
_WRITTEN = re.compile(
    r"(?P<page>[0-9]{1,3})(?:_(?P<first>[0-9]{8})-(?P<last>[0-9]{8}))?"
    r"(?:_p(?P<place>[A-Z2-7]{5}))?(?:_a(?P<agency>[A-Z2-7]{5}))?(?:_t(?P<topic>[A-Z2-7]{5}))?"
)


class Listing(StrEnum):
    """What is listed."""

    EVENTS = "events"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which of them: a window of days, both included, a place, an office, a keyword."""

    listing: Listing
    first: date | None = None
    last: date | None = None
    place: str = ""  # a province or a region
    agency: str = ""  # abbreviation
    topic: str = ""  # a keyword of the entries
    about: bool = False  # the message also names a subject, which only a search can judge
    loose: bool = False  # the window is what "these days" may mean, and may be left out

    @property
    def is_open(self) -> bool:
        """Whether nothing narrows the list."""
        return self.first is None and not (self.place or self.agency or self.topic)

    @property
    def province(self) -> str:
        """The place if it is a province, else ""."""
        return "" if self.region else self.place

    @property
    def region(self) -> str:
        """The place if it is a region, else ""."""
        return self.place if self.place in Names.load().lying_in else ""

    @property
    def named(self) -> dict[str, str]:
        """What is named of it beside the days, by what that is: "province", "agency"."""
        kinds = {
            "province": self.province,
            "region": self.region,
            "agency": self.agency,
            "topic": self.topic,
        }
        return {kind: name for kind, name in kinds.items() if name}

    def at_any_time(self) -> "Scope":
        """The same without its window."""
        return replace(self, first=None, last=None, loose=False)

    def includes(self, entry: Entry) -> bool:
        """Whether the entry's days touch the window, and its place, office and keywords fit."""
        province = entry.event.province if entry.event else ""
        if self.place and not any(one in province for one in self._provinces()):
            return False
        if self.agency and self.agency not in agencies_of(entry):
            return False
        if self.topic and self.topic not in entry.keywords:
            return False
        if self.first is None or self.last is None:
            return True
        days = entry.days
        return days is not None and days[0] <= self.last and self.first <= days[1]

    def may_include(self, entry: Entry) -> bool:
        """The same for a release without event fields: the days and the place it names."""
        if entry.event and entry.event.start:
            return self.includes(entry)
        return squeeze(self.place) in entry_letters(entry) and self._is_named_in(entry)

    def _provinces(self) -> Iterable[str]:
        return Names.load().lying_in.get(self.place, (self.place,))

    def _is_named_in(self, entry: Entry) -> bool:
        first, last = self.first, self.last
        if first is None or last is None:
            return True
        named = find_dates(entry.body[:_READ], entry.published or first)
        days = [span for span in named if span.precision is Precision.DAY]
        return any(span.first <= last and first <= span.last for span in days)

    def as_argument(self, page: int = 1) -> str:
        """The scope and a page of it as the argument of a button, in ASCII."""
        window = f"_{self.first:{_DAY}}-{self.last:{_DAY}}" if self.first and self.last else ""
        marks = (("p", self.place), ("a", self.agency), ("t", self.topic))
        narrowed = "".join(f"_{letter}{button_code(name)}" for letter, name in marks if name)
        return f"{page}{window}{narrowed}"


@lru_cache(maxsize=4_096)
def button_code(name: str) -> str:
    """Five characters [A-Z2-7] that stand for a name in a button."""
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=3).digest()
    return b32encode(digest).decode("ascii").rstrip("=")


def parse_scope(listing: Listing, argument: str, named: Callable[[str], str]) -> tuple[Scope, int]:
    """What `Scope.as_argument` wrote; `named` tells a name by its code, "" for one that is gone.

    Anything else is the first page of the open list.
    """
    found = _WRITTEN.fullmatch(argument)
    if not found:
        return Scope(listing), 1
    try:
        first, last = (_day(found[name]) for name in ("first", "last"))
    except ValueError:
        first = last = None
    place, agency, topic = (named(found[name] or "") for name in ("place", "agency", "topic"))
    return Scope(listing, first, last, place, agency, topic), int(found["page"])


def _day(digits: str | None) -> date | None:
    return date.fromisoformat(digits) if digits else None


def scope_of(clean: str, today: date) -> Scope | None:
    """The list that a normalised message asks for; None when it asks for none."""
    listed = PHRASES.events.search(clean) or PHRASES.news.search(clean)
    if not listed or PART_OF.search(clean):
        return None
    spans = find_dates(clean, today)
    rest = without_dates(clean, spans)
    names = Names.load()
    places = names.provinces_in(rest) or names.regions_in(rest)
    agencies = names.agencies_in(rest)
    fillers = PHRASES.listing_fillers
    fillers |= forms_of((*names.provinces.items(), *names.regions.items()), places)
    fillers |= forms_of(names.agencies.items(), agencies)
    letters = squeeze(rest)
    for listing, core in ((Listing.EVENTS, PHRASES.events), (Listing.NEWS, PHRASES.news)):
        if core.search(letters):
            about = not consists_of(letters, core, fillers)
            if about and not _asks_for_list(listing, letters, bool(spans or places)):
                continue
            place, agency = next(iter(places), ""), next(iter(agencies), "")
            first, last = _window(clean, spans, listing, today)
            loose = listing is Listing.EVENTS and not spans and bool(_THESE_DAYS.search(clean))
            if loose:
                first, last = today, today + _SOON
            return Scope(listing, first, last, place, agency, about=about, loose=loose)
    return None


def scope_of_office(scope: Scope, letters: str, question: str) -> Scope:
    """An open list that squeezed `letters` ask for, of the office the last question only names.

    "มีกิจกรรมอะไรบ้าง" behind "อพวช." is asked of it; "ข่าวล่าสุด" or the ministry is not.
    """
    names, clean = Names.load(), normalise(question)
    agencies = names.agencies_in(clean)
    asks = ASKS_FOR_LIST.search(letters) and not _OF_ALL.search(letters)
    if not (asks and scope.is_open and len(agencies) == 1):
        return scope
    forms = forms_of(names.agencies.items(), agencies)
    rest = (word for word, _ in names.tokens(clean) if squeeze(word) not in forms)
    return scope if content_words(rest) else replace(scope, agency=agencies[0])


def _window(
    clean: str, spans: Sequence[DateSpan], listing: Listing, today: date
) -> tuple[date, date] | tuple[None, None]:
    """The days that a message names; of news a month without a year is one that has been.

    "เดือนหน้า" is none of these, and has no other year.
    """
    if spans and listing is Listing.NEWS and spans[0].first > today:
        before = find_dates(clean, today - _HALF_A_YEAR)
        same = before and before[0].first.month == spans[0].first.month
        spans = before if same else spans
    return (spans[0].first, spans[-1].last) if spans else (None, None)


def _asks_for_list(listing: Listing, letters: str, narrowed: bool) -> bool:
    """Whether a message with words of its own may want several entries."""
    if narrowed and ASKS_FOR_LIST.search(letters):
        return True
    curt = len(letters) <= BRIEF_QUESTION  # "ข่าวดาวเทียม"
    about = PHRASES.news_then if narrowed or curt else PHRASES.news_about
    return listing is Listing.NEWS and bool(about.match(letters))


def forms_of(known: Iterable[tuple[str, str]], names: tuple[str, ...]) -> frozenset[str]:
    """Every way to write these names, squeezed."""
    return frozenset(squeeze(form) for form, name in known if name in names)


def without_names(clean: str, said: Scope) -> str:
    """A text without its places if the scope has one, and without its offices if it has one."""
    names = Names.load()
    away = {
        form
        for known, other in (
            (names.provinces, said.place),
            (names.regions, said.place),
            (names.agencies, said.agency),
        )
        for form in (known if other else ())
    }
    return "".join(word for word, _ in names.tokens(clean) if word not in away)
