"""Lists of events and news, page by page, with buttons to narrow them and to read each entry."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.lists.facets import Facets
from bot.dialogue.lists.scopes import Listing, Scope
from bot.dialogue.matching.entry_words import missing_words, word_variants
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import is_named_by_all
from bot.dialogue.presentation.cards import Cards
from bot.dialogue.presentation.dates import event_days, format_day, format_days, format_month
from bot.dialogue.presentation.labels import pick_buttons
from bot.dialogue.replies import Block, Choice, Heading, Note, Outcome, Paragraph, Reply
from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search.index import Index
from bot.texts import Texts
from bot.thai.names import Names
from bot.thai.normalise import squeeze

_PAGE = 5  # entries of an open list in one reply
SHOWN = 10  # entries of a narrowed list in one reply
_LEAD = 300  # letters at the beginning of a body, which say what it is about
_NEAR = 3  # entries shown when there is none of those asked for


class Lists:
    """Draws lists of the entries of one knowledge base."""

    def __init__(
        self, knowledge: KnowledgeBase, index: Index, texts: Texts, stories: Stories
    ) -> None:
        self._index = index
        self._texts = texts
        self._stories = stories
        self._cards = Cards(texts)
        Names.load().provinces_in("")  # so that the first citizen does not wait for the names
        entries = sorted(knowledge.entries.values(), key=lambda one: (not one.verified, one.id))
        self._events = [one for one in entries if one.event and one.event.start]
        self._events.sort(key=lambda one: one.days or (date.max, date.max))
        news = [one for one in entries if one.is_dated and one.published]
        self._news = sorted(news, key=lambda one: one.published or date.min, reverse=True)
        self._facets = Facets([*self._events, *self._news], texts)

    def entries_in(self, scope: Scope) -> list[Entry]:
        """The entries of a list, events by their days, news from the newest.

        What several entries tell again is told by one, which a person has read if there is one.
        """
        listed = self._events if scope.listing is Listing.EVENTS else self._news
        return list(self._stories.one_per_story(entry for entry in listed if scope.includes(entry)))

    def _all_events(self) -> list[Entry]:
        return self.entries_in(Scope(Listing.EVENTS))

    def without_empty_window(self, scope: Scope) -> Scope:
        """The scope; without its loose window if nothing is inside."""
        return scope if not scope.loose or self.entries_in(scope) else scope.at_any_time()

    def containing(self, scope: Scope, words: Sequence[str], most: int) -> list[Entry]:
        """The first of the list that contain all the words, those that are about them first."""
        found: dict[int, list[Entry]] = {0: [], 1: [], 2: []}  # by how much in passing
        for one in self._near(scope, words):
            if not missing_words(one, words):
                found[_in_passing(one, words)].append(one)
            if len(found[0]) == most:
                break
        return [*chain.from_iterable(found.values())][:most]

    def _near(self, scope: Scope, words: Sequence[str]) -> Iterator[Entry]:
        """Those of the list that may contain all the words, as far as the index tells."""
        told = zip(words, word_variants(tuple(words)), strict=True)
        held = [self._index.holders((squeeze(word), *ways)) for word, ways in told]
        sure = [holders for holders in held if holders is not None]
        return (one for one in self.entries_in(scope) if all(one.id in holders for holders in sure))

    def for_button(self, verb: Verb, argument: str, today: date) -> Reply:
        """The list, or the menu to narrow it, that a button asks for."""
        if verb is Verb.NARROW:
            within = self.entries_in(self._facets.scope_of_menu(argument))
            return self._facets.menu(argument, within, today)
        scope, page = self._facets.read(Listing(verb.value), argument)
        return self.show(scope, today, page)

    def show(self, scope: Scope, today: date, page: int = 1) -> Reply:
        """The list asked for, with buttons for each entry; says so when it is empty."""
        found = self._in_order(scope, today)
        if not found:
            return self._empty_list(scope, today)
        if scope.listing is Listing.NEWS or not scope.is_open:
            return self._paged(scope, self._title(scope), found, today, page)
        ahead = _ahead(found, today)
        if ahead:
            return self._paged(scope, self._texts("events.upcoming"), ahead, today, page)
        said = Paragraph(self._texts("events.none_upcoming"))
        return self._paged(scope, self._texts("events.recent"), found, today, page, said)

    def next_page(self, scope: Scope, shown: Sequence[str], today: date) -> Reply | None:
        """The page behind the entries shown, by id; None where these were the last."""
        found = [one.id for one in self._in_order(scope, today)]
        last = found.index(shown[-1]) if shown and shown[-1] in found else len(found)
        page = last // _size(scope) + 1
        if page * _size(scope) >= len(found):
            return None
        return self.show(scope, today, page + 1)

    def list_of(self, scope: Scope, entries: Sequence[Entry], today: date) -> Reply:
        """A list of the given entries under the title of the scope, without pages."""
        blocks = (Heading(self._title(scope)), *self._items(entries, today))
        talk = Conversation(offered=tuple(one.id for one in entries))
        return Reply(_outcome(scope), blocks, pick_buttons(entries, self._texts), talk)

    def over_or_ahead(
        self, entries: Sequence[Entry], talk: Conversation, today: date
    ) -> Reply | None:
        """Whether the events among the entries are over, and which ones are still to come."""
        events = [one for one in entries if one.event and one.event.start]
        if not events:
            return None
        ahead, still = _ahead(events, today), _ahead(self._all_events(), today)
        key = "yet" if ahead else "all_over" if len(events) > 1 else ""
        said = Paragraph(self._texts(f"events.{key}") if key else self._over_sentence(events[0]))
        shown = (ahead or still)[:_PAGE]
        if not shown:
            none = Paragraph(self._texts("events.none_upcoming"))
            return Reply(Outcome.EVENTS, (said, none), conversation=talk)
        heading = Heading(self._texts("events.upcoming"))
        after = replace(talk, topic="", offered=tuple(one.id for one in shown))
        blocks = (said, heading, *self._items(shown, today))
        return Reply(Outcome.EVENTS, blocks, pick_buttons(shown, self._texts), after)

    def _over_sentence(self, entry: Entry) -> str:
        """What is told of one event that has begun, and is over as far as anybody told."""
        event = entry.event
        if event and event.start and not event.end:
            return self._texts("events.one_begun", date=format_day(event.start, self._texts))
        return self._texts("events.one_over", days=event_days(entry, self._texts))

    def _in_order(self, scope: Scope, today: date) -> list[Entry]:
        """News from the newest; events of a window by their days, else what is ahead first."""
        found = self.entries_in(scope)
        if scope.listing is Listing.NEWS or scope.first:
            return found
        return [*_ahead(found, today), *reversed(_over(found, today))]

    def _empty_list(self, scope: Scope, today: date) -> Reply:
        said = Paragraph(self._texts(f"listing.none.{scope.listing}", filters=self._filters(scope)))
        all_of_it = Scope(scope.listing)
        if scope.listing is Listing.NEWS:
            near, title = self.entries_in(all_of_it)[:_NEAR], self._title(all_of_it)
        else:
            known = self._all_events()
            ahead = _ahead(known, today)[:_NEAR]
            near = ahead or list(reversed(_over(known, today)))[:_NEAR]
            title = self._texts("events.upcoming" if ahead else "events.recent")
        listed = (Heading(title), *self._items(near, today)) if near else ()
        talk = Conversation(offered=tuple(one.id for one in near))
        choices = (*pick_buttons(near, self._texts), *self._facets.choices(scope, ()))
        return Reply(_outcome(scope), (said, *listed), choices, talk)

    def _paged(
        self,
        scope: Scope,
        title: str,
        entries: Sequence[Entry],
        today: date,
        page: int,
        *before: Block,
    ) -> Reply:
        size = _size(scope)
        pages = -(-len(entries) // size)
        page = min(max(page, 1), pages)
        shown = entries[(page - 1) * size : page * size]
        blocks = [*before, Heading(title), *self._items(shown, today)]
        if len(entries) == 1 and not scope.is_open:
            blocks += self._cards.lead(shown[0], today)
        elif len(entries) > 1:
            key = "events.page" if pages > 1 else "events.pick"
            blocks.append(Note(self._texts(key, page=page, pages=pages)))
        turns = self._page_buttons(scope, page, pages)
        choices = (*pick_buttons(shown, self._texts), *turns, *self._facets.choices(scope, entries))
        only = entries[0].id if _is_one(entries) and not scope.is_open else None
        talk = Conversation(topic=only or "", offered=tuple(one.id for one in shown))
        return Reply(_outcome(scope), tuple(blocks), choices, talk, entry=only)

    def _page_buttons(self, scope: Scope, page: int, pages: int) -> tuple[Choice, ...]:
        verb = Verb(scope.listing)
        steps = (("button.previous_page", page - 1), ("button.next_page", page + 1))
        return tuple(
            Choice(self._texts(key), Action(verb, scope.as_argument(to)))
            for key, to in steps
            if 1 <= to <= pages
        )

    def _items(self, entries: Sequence[Entry], today: date) -> list[Block]:
        return [
            Paragraph(f"{number}. {entry.title}\n{self._when_and_where(entry, today)}".rstrip())
            for number, entry in enumerate(entries, 1)
        ]

    def _when_and_where(self, entry: Entry, today: date) -> str:
        event, day = entry.event, entry.published
        days = event_days(entry, self._texts) or (format_day(day, self._texts) if day else "")
        places = (event.venue, event.province) if event else ()
        over = self._texts("events.over") if event and _over([entry], today) else ""
        return " · ".join(part for part in (days, *places, over) if part)

    def _title(self, scope: Scope) -> str:
        if scope.is_open:
            return self._texts(f"listing.open.{scope.listing}")
        return self._texts(f"listing.narrowed.{scope.listing}", filters=self._filters(scope))

    def _filters(self, scope: Scope) -> str:
        """What narrows the list, in words: "เดือนธันวาคม 2569 ที่จังหวัดเลย"."""
        said = [self._window(scope.first, scope.last)] if scope.first and scope.last else []
        said += [self._texts(f"filters.{kind}", name=name) for kind, name in scope.named.items()]
        return " ".join(said)

    def _window(self, first: date, last: date) -> str:
        if first == last:
            return self._texts("filters.day", days=format_day(first, self._texts))
        if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31)):
            return self._texts("filters.year", year=format_month(first, self._texts).split()[-1])
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        if whole and (first.year, first.month) == (last.year, last.month):
            return self._texts("filters.month", month=format_month(first, self._texts))
        return self._texts("filters.days", days=format_days(first, last, self._texts))


def _in_passing(entry: Entry, words: Sequence[str]) -> int:
    """0 where all the words name an entry, 1 where its first sentences say them, 2 further down."""
    if is_named_by_all(entry, words):
        return 0
    lead = replace(entry, questions=(), body=f"{entry.summary}\n{entry.body[:_LEAD]}", people=())
    return 1 if not missing_words(lead, words) else 2


def _size(scope: Scope) -> int:
    return _PAGE if scope.is_open else SHOWN


def _outcome(scope: Scope) -> Outcome:
    return Outcome.EVENTS if scope.listing is Listing.EVENTS else Outcome.MENU


def _ahead(events: Sequence[Entry], today: date) -> list[Entry]:
    return [one for one in events if one.days and not one.is_over(today)]


def _over(events: Sequence[Entry], today: date) -> list[Entry]:
    return [one for one in events if one.is_over(today)]


def _is_one(entries: Sequence[Entry]) -> bool:
    """Whether a list holds one event, though perhaps told by several entries."""
    return len({(one.days, one.event.province if one.event else "") for one in entries}) == 1
