"""Which office is meant, and whether it is open now or on a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.dialogue.intents.canned_replies import MINISTRY, CannedReplies
from bot.dialogue.intents.opening_hours import (
    OpeningHours,
    OpenState,
    holiday_on,
    parse_hours,
    state_of,
)
from bot.dialogue.lists.scopes import forms_of
from bot.dialogue.presentation.agencies import agencies_of
from bot.dialogue.presentation.cards import Cards
from bot.dialogue.presentation.contacts import Detail
from bot.dialogue.presentation.dates import format_day
from bot.dialogue.replies import Block, Note, Outcome, Reply
from bot.knowledge.entries import Entry, Kind, KnowledgeBase
from bot.knowledge.phones import numbers_in
from bot.texts import Texts
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect

_A_YEAR = timedelta(days=365)
_TIME = "%H.%M"


class Offices:
    """Answers "ตอนนี้เปิดไหม" from the hours that an entry prints, and from nothing else."""

    def __init__(self, knowledge: KnowledgeBase, texts: Texts, canned: CannedReplies) -> None:
        self._entries = knowledge.entries
        self._texts = texts
        self._canned = canned
        self._cards = Cards(texts)
        contacts = (one for one in knowledge.entries.values() if one.contact)
        self._contacts = sorted(contacts, key=_rank)

    def contact_of(self, agency: str) -> Entry | None:
        """The entry that tells best how to reach an office; those with hours come first.

        Of two cards the one that has the office among its keywords is its own.
        """
        tell = [one for one in self._contacts if agency in agencies_of(one)[:1]]
        tell.sort(key=lambda one: (*_rank(one)[:2], agency not in one.keywords))
        return next(iter(tell), None)

    def card_of(self, agency: str) -> Entry | None:
        """The card of an office, which has it among its keywords."""
        cards = (one for one in self._contacts if one.kind is Kind.CONTACT)
        return next((one for one in cards if agency in one.keywords), None)

    def card_named(self, text: str) -> Entry | None:
        """The card of the office whose name normalised text is; None if it says more, or none."""
        names = Names.load()
        named = names.agencies_in(text)
        alone = squeeze(text) in forms_of(names.agencies.items(), named)
        return self.card_of(named[0]) if alone else None

    def owner_of_number(self, number: str) -> tuple[Entry, str] | None:
        """Whose telephone number of these digits is, and how it is written there.

        The card of an office comes before a service that is reached by it, and before the cards
        that say whose it is: "(กลาง สวทช. ต้นสังกัด)".
        """
        told = (
            (one, place, phone)
            for one in self._contacts
            if one.contact
            for place, phone in enumerate(one.contact.phones)
            if number in numbers_in(phone)
        )
        entry, _, phone = min(told, key=_ownership_order, default=(None, 0, ""))
        return (entry, phone) if entry else None

    def with_hours(self, entry: Entry) -> Entry | None:
        """The entry, or what tells the hours of the same office where it tells none.

        None for what is no office where nobody tells them: a loan that is open has no hours.
        """
        if entry.contact and entry.contact.hours:
            return entry
        own = (self.contact_of(agency) for agency in agencies_of(entry)[:1])
        unknown = entry if entry.kind is Kind.CONTACT else None
        return next((one for one in own if one and one.contact and one.contact.hours), unknown)

    def is_open(self, entry: Entry | None, at: datetime, day: date | None) -> Reply:
        """Whether the office of the entry, or else the ministry, is open now or on the day."""
        entry = entry or self._entries.get(MINISTRY)
        hours = parse_hours(entry.contact.hours) if entry and entry.contact else None
        if entry is None or entry.contact is None or hours is None:
            return self._unknown(entry, day or at.date())
        fact = self._on(hours, day) if day else self._now(hours, at)
        fact = self._as_of(entry, fact, at.date())
        lead, *card = self._cards.contact(entry, fact, at.date())
        blocks = (lead, *self._warning(hours, day or at.date()), *card)
        return Reply.about(entry.id, Outcome.CONTACT, blocks, fact, Aspect.CONTACT)

    def _unknown(self, entry: Entry | None, day: date) -> Reply:
        """The hours are not known: said so, with the holiday that everybody knows."""
        reply = self._canned.office(entry.id if entry else MINISTRY, Detail.HOURS, day)
        holiday = holiday_on(day)
        if not holiday:
            return reply
        note = Note(
            self._texts("opening.holiday", day=format_day(day, self._texts), holiday=holiday)
        )
        return replace(reply, blocks=(reply.blocks[0], note, *reply.blocks[1:]))

    def _as_of(self, entry: Entry, told: str, today: date) -> str:
        """What is told, with the day on which it was known if that is long ago."""
        known = entry.published or entry.verified
        if known is None or today - known < _A_YEAR:
            return told
        return self._texts("opening.as_of", told=told, date=format_day(known, self._texts))

    def _now(self, hours: OpeningHours, at: datetime) -> str:
        state = state_of(hours, at)
        if hours.always:
            return self._texts("opening.always")
        until = f"{state.until:{_TIME}}" if state.until else ""
        if state.is_open:
            return self._texts("opening.open", time=until)
        if state.resting:
            return self._texts("opening.resting", time=until)
        return self._closed(state, until)

    def _closed(self, state: OpenState, until: str) -> str:
        if state.until is None:
            return self._texts("opening.closed")
        day = format_day(state.until.date(), self._texts)
        return self._texts("opening.closed_until", day=day, time=until)

    def _on(self, hours: OpeningHours, day: date) -> str:
        told, open_at = format_day(day, self._texts), hours.times_on(day)
        if hours.always:
            return self._texts("opening.always")
        if not open_at:
            return self._texts("opening.closed_on", day=told)
        times = " ".join(f"{opens:{_TIME}}-{closes:{_TIME}}" for opens, closes in open_at)
        return self._texts("opening.open_on", day=told, times=times)

    def _warning(self, hours: OpeningHours, day: date) -> Iterator[Block]:
        """A public holiday, and whether the printed hours say anything of it."""
        holiday = holiday_on(day)
        if holiday and not hours.always:
            known = hours.holidays is not None
            key = "opening.holiday" if known else "opening.holiday_unsure"
            yield Note(self._texts(key, day=format_day(day, self._texts), holiday=holiday))


def _ownership_order(told: tuple[Entry, int, str]) -> tuple[bool, bool, bool, bool, str]:
    """Sorts the owner of a number first: an entry, the place of the number in it, and its text."""
    entry, place, phone = told
    lent = place > 0 or bool(Names.load().agencies_in(normalise(phone)))
    extension = "ต่อ" in phone.partition("(")[0]
    return entry.kind is not Kind.CONTACT, lent, extension, entry.id != MINISTRY, entry.id


def _rank(entry: Entry) -> tuple[bool, bool, str]:
    """Entries with hours first, then contacts before others."""
    has_hours = bool(entry.contact and parse_hours(entry.contact.hours))
    return not has_hours, entry.kind is not Kind.CONTACT, entry.id
