"""What is known: entries, and the knowledge base that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What an entry is about; also the folder it usually lives in."""

    NEWS = "news"
    EVENT = "event"
    CONTACT = "contact"
    SERVICE = "service"
    FAQ = "faq"


DATED_KINDS = frozenset((Kind.NEWS, Kind.EVENT))  # what happens once, on its days


class Status(StrEnum):
    """Only published entries are served."""

    PUBLISHED = "published"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


UNKNOWN_DAY = "ไม่ทราบ"  # in a file, if the last day of an event is not known


@dataclass(frozen=True, slots=True)
class Event:
    """Where and when something takes place.

    `end` equals `start` for one day; None with a start means that it is not known.
    """

    start: date | None = None
    end: date | None = None
    time: str = ""
    venue: str = ""
    province: str = ""
    organizer: str = ""
    cost: str = ""
    map: tuple[float, float] | None = None  # of the venue; latitude, longitude in degrees

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day, as far as is known; None without a first."""
        return (self.start, self.end or self.start) if self.start else None


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach an office; every field as a citizen should read it."""

    phones: tuple[str, ...] = ()
    fax: str = ""
    email: str = ""
    address: str = ""
    hours: str = ""
    website: str = ""
    map: tuple[float, float] | None = None  # latitude, longitude in degrees


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named by an entry, with the role they have in it."""

    name: str
    role: str = ""

    @property
    def name_and_role(self) -> str:
        """The name with the role behind it."""
        return f"{self.name} {self.role}".strip()


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry's facts come from."""

    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the bot can answer about: one file, whose stem is the id."""

    id: str
    title: str
    body: str
    kind: Kind = Kind.NEWS
    summary: str = ""
    questions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    event: Event | None = None
    contact: Contact | None = None
    people: tuple[Person, ...] = ()
    source: Source = Source()
    published: date | None = None
    verified: date | None = None  # the day a person last saw that it is true
    valid_from: date | None = None
    valid_until: date | None = None
    status: Status = Status.PUBLISHED
    files: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    review: Mapping[str, str] = field(default_factory=dict)  # field → why a person should look
    path: Path | None = None

    @property
    def name_text(self) -> str:
        """What it is called by: its title and keywords."""
        return " ".join((self.title, *self.keywords))

    @property
    def is_dated(self) -> bool:
        """Whether it tells of what happens once, on its days, and does not stand all the year."""
        return self.kind in DATED_KINDS

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day it is about: the event's, else the day of publication."""
        if self.event and self.event.start:
            return self.event.days
        return (self.published, self.published) if self.published else None

    def is_over(self, today: date) -> bool:
        """Whether its last day is known, and gone by."""
        return self.days is not None and self.days[1] < today


EMERGENCY = "emergency."  # and the kind of danger: what taught wordings of an alarm belong to


def is_emergency(key: str) -> bool:
    """Whether taught wordings under this key report a danger rather than ask for an entry."""
    return key.startswith(EMERGENCY)


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Everything that is served: published entries and taught phrasings, by entry id.

    Phrasings of emergencies are under `EMERGENCY` and the kind of danger.

    `digest` is a hex string that changes whenever anything served changes.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    taught: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    digest: str = ""
