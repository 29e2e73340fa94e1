"""What can be done with an entry besides reading it: calendar, map, contact card, pictures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.matching.series import Series
from bot.dialogue.presentation.contacts import vcard_of
from bot.dialogue.presentation.labels import shorten
from bot.dialogue.replies import (
    ANSWERED,
    Attached,
    Block,
    Choice,
    File,
    Outcome,
    Paragraph,
    Pin,
    Reply,
)
from bot.knowledge.entries import Entry, Event, KnowledgeBase
from bot.texts import Texts

_TITLE = 40  # characters of a title on a button
_HOST = "tham-wit-1313"


class EntryActions:
    """Offers the buttons under a reply, and does what they say."""

    def __init__(self, knowledge: KnowledgeBase, texts: Texts, series: Series) -> None:
        self._entries = knowledge.entries
        self._texts = texts
        self._series = series

    def with_buttons(self, reply: Reply, today: date) -> Reply:
        """A reply that tells of an entry, with buttons for what the entry has."""
        entry = self._entries.get(reply.entry or "")
        if entry is None or reply.outcome not in ANSWERED:
            return reply
        known = {choice.action for choice in reply.choices}
        new = [one for one in self._choices(entry, today) if one.action not in known]
        return replace(reply, choices=(*reply.choices, *new))

    def _choices(self, entry: Entry, today: date) -> Iterator[Choice]:
        days = entry.days if entry.event else None
        has = {
            Verb.CALENDAR: days and not entry.is_over(today),
            Verb.REMIND: days and days[0] > today,
            Verb.MAP: _point(entry),
            Verb.SAVE: entry.contact and entry.contact.phones,
            Verb.PHOTOS: entry.photos,
            Verb.FILES: entry.files,
        }
        for verb in filter(has.get, has):
            label = self._texts(f"button.{verb.name.lower()}")
            yield Choice(label, Action(verb, entry.id))
        if similar := self._series.next_like(entry, today):
            label = self._texts("extras.similar", title=shorten(similar.title, _TITLE))
            yield Choice(label, Action(Verb.SHOW, similar.id))

    def perform(self, action: Action, at: datetime) -> Reply:
        """What a button of `with_buttons` asks for; an entry that has it no more says so."""
        entry = self._entries.get(action.argument)
        blocks = tuple(self._makers()[action.verb](entry, at)) if entry else ()
        if not blocks or entry is None:
            return Reply(Outcome.SMALLTALK, (Paragraph(self._texts("answer.gone")),))
        # No entry in the reply: the same buttons are not offered once more.
        return Reply(Outcome.ANSWER, blocks, conversation=Conversation(topic=entry.id))

    def _makers(self) -> Mapping[Verb, Callable[[Entry, datetime], Iterator[Block]]]:
        return {
            Verb.CALENDAR: self._calendar,
            Verb.REMIND: self._reminder,
            Verb.MAP: self._map,
            Verb.SAVE: self._card,
            Verb.PHOTOS: lambda entry, _: (
                Attached(one, True, entry.title) for one in entry.photos
            ),
            Verb.FILES: lambda entry, _: (Attached(one, False, entry.title) for one in entry.files),
        }

    def _calendar(self, entry: Entry, at: datetime) -> Iterator[Block]:
        if entry.event and entry.event.start:
            yield _calendar_file(entry, entry.event, self._texts, at)

    def _reminder(self, entry: Entry, at: datetime) -> Iterator[Block]:
        """Where nobody can be written to later: the calendar reminds instead."""
        yield Paragraph(self._texts("extras.no_reminders_here"))
        yield from self._calendar(entry, at)

    def _map(self, entry: Entry, at: datetime) -> Iterator[Block]:
        point, event, contact = _point(entry), entry.event, entry.contact
        if point and event and event.map:
            yield Pin(event.venue or entry.title, event.province, point)
        elif point and contact:
            yield Pin(entry.title, contact.address, point)

    def _card(self, entry: Entry, at: datetime) -> Iterator[Block]:
        if entry.contact and entry.contact.phones:
            yield vcard_of(entry.title, entry.contact)


def _point(entry: Entry) -> tuple[float, float] | None:
    """Where it is on the map, if somebody wrote that down."""
    if entry.event and entry.event.map:
        return entry.event.map
    return entry.contact.map if entry.contact else None


def _calendar_file(entry: Entry, event: Event, texts: Texts, at: datetime) -> File:
    """The event as whole days; the printed hours stand in its description, never guessed.

    `event.start` must be known.
    """
    from icalendar import Calendar  # noqa: PLC0415  slow to load, and seldom needed
    from icalendar import Event as Appointment  # noqa: PLC0415

    start = event.start or date.min
    appointment = Appointment()
    appointment.add("uid", f"{entry.id}@{_HOST}")
    appointment.add("dtstamp", at.astimezone(UTC))
    appointment.add("summary", entry.title)
    appointment.add("dtstart", start)
    appointment.add("dtend", (event.end or start) + timedelta(days=1))
    appointment.add("location", " ".join(filter(None, (event.venue, event.province))))
    appointment.add("description", "\n".join(_described(entry, event, texts)))
    if entry.source.url:
        appointment.add("url", entry.source.url)
    calendar = Calendar()
    calendar.add("prodid", f"-//{_HOST}//TH")
    calendar.add("version", "2.0")
    calendar.add_component(appointment)
    caption = texts("extras.calendar", title=entry.title)
    return File(f"event-{start:%Y%m%d}.ics", calendar.to_ical(), caption)


def _described(entry: Entry, event: Event, texts: Texts) -> Iterator[str]:
    if event.time:
        yield texts("extras.time", time=event.time)
    if event.organizer:
        yield texts("answer.organizer", organizer=event.organizer)
    if event.cost:
        yield texts("answer.cost", cost=event.cost)
    if entry.source.title:
        yield texts("answer.source", source=entry.source.title)
