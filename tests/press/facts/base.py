"""What a release tells of its event, as tests compare it."""

from dataclasses import dataclass
from datetime import date

from bot.knowledge.entries import Event
from bot.press.facts.events import find_event
from bot.press.findings import to_review
from bot.thai.dates import thai_date, thai_range

PUBLISHED = date(2020, 3, 12)


@dataclass(frozen=True)
class Told:
    """The fields of an event; `unsure` are those that a person should look at."""

    days: str  # as releases print them; "" for none, "… -" where the last is not known
    time: str
    venue: str
    province: str
    cost: str
    unsure: list[str]


def read(*paragraphs: str, title: str = "ข่าว", published: date | None = PUBLISHED) -> Told:
    found = find_event(title, paragraphs, published)
    event = found.event or Event()
    unsure = [*to_review(found.findings)]
    return Told(_days(event), event.time, event.venue, event.province, event.cost, unsure)


def _days(event: Event) -> str:
    if not event.start:
        return ""
    return thai_range(event.start, event.end) if event.end else f"{thai_date(event.start)} -"
