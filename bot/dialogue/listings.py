"""Lists of events and news: which are asked for, and how a page of them is shown."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.dialogue import phrases
from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.followups import letters_of
from bot.dialogue.labels import days_of, event_days, label_of
from bot.dialogue.replies import Block, Choice, Heading, Note, Outcome, Paragraph, Reply
from bot.knowledge.entries import Entry, Kind, KnowledgeBase
from bot.texts import Texts
from bot.thai.dates import Precision, find_dates, thai_date, thai_range
from bot.thai.names import Names
from bot.thai.normalise import squeeze

PAGE = 5  # entries of an open list in one reply
_READ = 4_000  # characters of a release that are looked through for days
SHOWN = 10  # entries of a narrowed list, which has no pages


class Listing(StrEnum):
    """What is listed."""

    EVENTS = "events"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which of them: a window of days, both included, a province, and a subject."""

    listing: Listing
    first: date | None = None
    last: date | None = None
    province: str = ""
    about: bool = False  # the message also names a subject, which only a search can judge

    @property
    def is_open(self) -> bool:
        """Whether nothing narrows the list."""
        return self.first is None and not self.province

    def holds(self, entry: Entry) -> bool:
        """Whether the entry's days touch the window and its place is the province."""
        if self.province not in (entry.event.province if entry.event else ""):
            return False
        if self.first is None or self.last is None:
            return True
        days = days_of(entry)
        return days is not None and days[0] <= self.last and self.first <= days[1]

    def may_hold(self, entry: Entry) -> bool:
        """The same for a release without event fields: the days and the province it names."""
        if entry.event and entry.event.start:
            return self.holds(entry)
        return squeeze(self.province) in letters_of(entry) and self._is_named_in(entry)

    def _is_named_in(self, entry: Entry) -> bool:
        first, last = self.first, self.last
        if first is None or last is None:
            return True
        named = find_dates(entry.body[:_READ], entry.published or first)
        days = [span for span in named if span.precision is Precision.DAY]
        return any(span.first <= last and first <= span.last for span in days)


def scope_of(clean: str, today: date) -> Scope | None:
    """The list that a normalised message asks for; None when it asks for none."""
    if not (phrases.EVENTS.search(clean) or phrases.NEWS.search(clean)):
        return None
    spans = find_dates(clean, today)
    rest = clean
    for span in reversed(spans):
        rest = f"{rest[: span.start]} {rest[span.end :]}"
    provinces = Names.load().provinces_in(rest)
    letters = squeeze(rest)
    for listing, core in ((Listing.EVENTS, phrases.EVENTS), (Listing.NEWS, phrases.NEWS)):
        if core.search(letters):
            fillers = phrases.LISTING_FILLERS | _forms(provinces)
            about = not phrases.made_of(letters, core, fillers)
            if about and not ((spans or provinces) and phrases.ASKS_FOR_LIST.search(letters)):
                continue
            first, last = (spans[0].first, spans[-1].last) if spans else (None, None)
            return Scope(listing, first, last, next(iter(provinces), ""), about)
    return None


def _forms(provinces: tuple[str, ...]) -> frozenset[str]:
    """Every way to write these provinces, squeezed."""
    known = Names.load().provinces
    return frozenset(squeeze(form) for form, name in known.items() if name in provinces)


class Lists:
    """Draws lists of the entries of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase, texts: Texts) -> None:
        self._texts = texts
        Names.load().provinces_in("")  # so that the first citizen does not wait for the dictionary
        entries = sorted(knowledge.entries.values(), key=lambda entry: entry.id)
        self._events = [one for one in entries if one.event and one.event.start]
        self._events.sort(key=lambda one: days_of(one) or (date.max, date.max))
        news = [one for one in entries if one.kind in (Kind.NEWS, Kind.EVENT) and one.published]
        self._news = sorted(news, key=lambda one: one.published or date.min, reverse=True)

    def within(self, scope: Scope) -> list[Entry]:
        """The entries of a narrowed list, in the order in which they are shown."""
        listed = self._events if scope.listing is Listing.EVENTS else self._news
        return [entry for entry in listed if scope.holds(entry)]

    def show(self, scope: Scope, today: date, page: int = 1) -> Reply:
        """The list asked for, with buttons for each entry; says so when it is empty."""
        if scope.listing is Listing.NEWS:
            return self._news_list(scope, page)
        if scope.is_open:
            return self._events_ahead(today, page)
        found = self.within(scope)
        if not scope.first:
            found = [*_ahead(found, today), *reversed(_over(found, today))]
        if not found:
            return self._no_events(scope, today)
        return self._narrowed(self._title(scope), found)

    def of(self, scope: Scope, entries: Sequence[Entry]) -> Reply:
        """A narrowed list of the given entries."""
        return self._narrowed(self._title(scope), entries)

    def _events_ahead(self, today: date, page: int) -> Reply:
        ahead = _ahead(self._events, today)
        if ahead:
            return self._paged(self._texts("events.upcoming"), ahead, page, Verb.EVENTS)
        over = list(reversed(_over(self._events, today)))
        said = Paragraph(self._texts("events.none_upcoming"))
        if not over:
            return Reply(Outcome.EVENTS, (said,))
        return self._paged(self._texts("events.recent"), over, page, Verb.EVENTS, said)

    def _news_list(self, scope: Scope, page: int) -> Reply:
        found = self.within(scope)
        if not found:
            return Reply(Outcome.MENU, (Paragraph(self._texts("news.none")),))
        return self._paged(self._texts("news.heading"), found, page, Verb.NEWS)

    def _no_events(self, scope: Scope, today: date) -> Reply:
        said = Paragraph(self._texts(f"events.none{_key(scope)}", **self._values(scope)))
        near = _ahead(self._events, today)[:3] or list(reversed(_over(self._events, today)))[:3]
        if not near:
            return Reply(Outcome.EVENTS, (said,))
        heading = "events.upcoming" if _ahead(self._events, today) else "events.recent"
        return self._narrowed(self._texts(heading), near, said, single=False)

    def _narrowed(
        self, title: str, entries: Sequence[Entry], *before: Block, single: bool = True
    ) -> Reply:
        shown = entries[:SHOWN]
        blocks = [*before, Heading(title), *self._items(shown, 1)]
        if more := len(entries) - len(shown):
            blocks.append(Note(self._texts("events.more", count=more)))
        only = shown[0].id if single and len(shown) == 1 else None
        talk = Conversation(topic=only or "", offered=tuple(one.id for one in shown))
        return Reply(Outcome.EVENTS, tuple(blocks), _picks(shown), talk, entry=only)

    def _paged(
        self, title: str, entries: Sequence[Entry], page: int, verb: Verb, *before: Block
    ) -> Reply:
        pages = -(-len(entries) // PAGE)
        page = min(max(page, 1), pages)
        shown = entries[(page - 1) * PAGE : page * PAGE]
        blocks = [*before, Heading(title), *self._items(shown, 1)]
        if pages > 1:
            blocks.append(Note(self._texts("events.page", page=page, pages=pages)))
        choices = (*_picks(shown), *self._turns(page, pages, verb))
        outcome = Outcome.EVENTS if verb is Verb.EVENTS else Outcome.MENU
        talk = Conversation(offered=tuple(one.id for one in shown))
        return Reply(outcome, tuple(blocks), choices, talk)

    def _turns(self, page: int, pages: int, verb: Verb) -> tuple[Choice, ...]:
        back = Choice(self._texts("button.previous_page"), Action(verb, str(page - 1)))
        on = Choice(self._texts("button.next_page"), Action(verb, str(page + 1)))
        return (*((back,) if page > 1 else ()), *((on,) if page < pages else ()))

    def _items(self, entries: Sequence[Entry], start: int) -> list[Block]:
        return [
            Paragraph(f"{number}. {entry.title}\n{self._when_and_where(entry)}".rstrip())
            for number, entry in enumerate(entries, start)
        ]

    def _when_and_where(self, entry: Entry) -> str:
        days = event_days(entry) or (thai_date(entry.published) if entry.published else "")
        event = entry.event
        places = (event.venue, event.province) if event else ()
        return " · ".join(part for part in (days, *places) if part)

    def _title(self, scope: Scope) -> str:
        return self._texts(f"events.in{_key(scope)}", **self._values(scope))

    def _values(self, scope: Scope) -> dict[str, str]:
        return {"window": self._window(scope), "province": scope.province}

    def _window(self, scope: Scope) -> str:
        first, last = scope.first, scope.last
        if first is None or last is None:
            return ""
        if first == last:
            return self._texts("events.window_day", days=thai_date(first))
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        if whole and (first.year, first.month) == (last.year, last.month):
            return self._texts("events.window_month", month=thai_date(first).split(" ", 1)[1])
        return self._texts("events.window_days", days=thai_range(first, last))


def _key(scope: Scope) -> str:
    if scope.first and scope.province:
        return "_window_and_province"
    return "_window" if scope.first else "_province"


def _ahead(events: Sequence[Entry], today: date) -> list[Entry]:
    return [one for one in events if (days := days_of(one)) and days[1] >= today]


def _over(events: Sequence[Entry], today: date) -> list[Entry]:
    return [one for one in events if (days := days_of(one)) and days[1] < today]


def _picks(entries: Sequence[Entry]) -> tuple[Choice, ...]:
    return tuple(Choice(label_of(entry), Action(Verb.PICK, entry.id)) for entry in entries)
