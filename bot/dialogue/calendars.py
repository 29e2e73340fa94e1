"""An event as a calendar file, and the next one like it."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from bot.dialogue.labels import days_of
from bot.dialogue.replies import File
from bot.knowledge.entries import Entry, Event
from bot.texts import Texts
from bot.thai.normalise import squeeze

_COMMON = 0.2  # of all events; a keyword of more of them does not make two alike
_WORD = 3  # letters without which a keyword says nothing
_NUMBERS = re.compile("[0-9๐-๙]+")  # the year or the count of an event: its likes have others
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


class Series:
    """Which events are alike: they share a keyword that few others have."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._events = [one for one in entries if one.event and one.event.start]
        words = {one.id: _keywords(one) for one in self._events}
        counted = Counter(word for told in words.values() for word in told)
        most = max(2.0, _COMMON * len(self._events))
        rare = {word for word, count in counted.items() if count <= most}
        self._rare = {entry_id: told & rare for entry_id, told in words.items()}

    def next_like(self, entry: Entry, today: date) -> Entry | None:
        """The next event like one that is over, or the last one after it; None for neither."""
        days = days_of(entry)
        if not entry.event or days is None or days[1] >= today:
            return None
        after = [one for one in self._events if _start(one) > days[1] and one.id != entry.id]
        alike = [(self._alike(entry, one), one) for one in after]
        later = [(score, one) for score, one in alike if score]
        if not later:
            return None
        ahead = [(score, one) for score, one in later if _start(one) >= today]
        if ahead:
            return max(ahead, key=lambda found: (found[0], -_start(found[1]).toordinal()))[1]
        return max(later, key=lambda found: (found[0], _start(found[1]).toordinal()))[1]

    def _alike(self, one: Entry, other: Entry) -> int:
        return len(self._rare.get(one.id, frozenset()) & self._rare[other.id])


def _start(entry: Entry) -> date:
    days = days_of(entry)
    return days[0] if days else date.min


def _keywords(entry: Entry) -> frozenset[str]:
    event = entry.event
    places = (squeeze(event.province), squeeze(event.organizer)) if event else ()
    words = (squeeze(_NUMBERS.sub("", word)) for word in entry.keywords)
    return frozenset(word for word in words if len(word) >= _WORD) - frozenset(places)
