"""An event as a calendar file."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from bot.dialogue.replies import File
from bot.knowledge.entries import Entry, Event
from bot.texts import Texts

_HOST = "tham-wit-1313"


def calendar_file(entry: Entry, event: Event, texts: Texts, at: datetime) -> File:
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


def _described(entry: Entry, event: Event, texts: Texts) -> Iterable[str]:
    if event.time:
        yield texts("extras.time", time=event.time)
    if event.organizer:
        yield texts("answer.organizer", organizer=event.organizer)
    if event.cost:
        yield texts("answer.cost", cost=event.cost)
    if entry.source.title:
        yield texts("answer.source", source=entry.source.title)
