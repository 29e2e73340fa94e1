"""What a citizen says and what is remembered between two messages."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from pydantic import TypeAdapter

from bot.knowledge.entries import Entry

_REMEMBERED = timedelta(minutes=10)  # how long a message may refer to the one before
_EARLIER = 3  # topics that may be gone back to


class Verb(StrEnum):
    """What a button does; its argument is in brackets."""

    SHOW = "show"  # [entry id] show the whole entry
    PICK = "pick"  # [entry id] one of the offered choices
    NONE_OF_THESE = "none"  # none of the offered choices
    MENU = "menu"
    NEWS = "news"  # [page and filters]
    EVENTS = "events"  # [page and filters]
    NARROW = "by"  # [facet and list] show by what a list can be narrowed
    CONTACT = "contact"
    HELP = "help"
    PRIVACY = "privacy"
    OFFICER = "officer"  # how to reach a person
    CALENDAR = "cal"  # [entry id] the event as a calendar file
    REMIND = "remind"  # [entry id] tell me the day before
    MAP = "map"  # [entry id] where it is
    SAVE = "save"  # [entry id] the contact card
    PHOTOS = "photos"  # [entry id]
    FILES = "files"  # [entry id]


# What can be done with an entry besides reading it; the argument is its id.
EXTRAS = frozenset((Verb.CALENDAR, Verb.REMIND, Verb.MAP, Verb.SAVE, Verb.PHOTOS, Verb.FILES))
ABOUT_AN_ENTRY = EXTRAS | {Verb.SHOW, Verb.PICK}  # verbs whose argument is an entry id


@dataclass(frozen=True, slots=True)
class Action:
    """A button's meaning, free of any transport."""

    verb: Verb
    argument: str = ""


@dataclass(frozen=True, slots=True)
class PreviousTopic:
    """A topic that was talked about before the one of now."""

    topic: str  # entry id
    question: str = ""  # the question that was searched for it


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the next message may refer to; small and serialisable."""

    topic: str = ""  # entry id last answered from
    offered: tuple[str, ...] = ()  # entry ids of the last choices, in order
    nearest: bool = False  # those offered are no choices, only the nearest to what nothing answers
    question: str = ""  # the last question that was searched
    follow_up: str = ""  # what was asked since of those offered, and names none: "จัดวันไหน"
    list_request: str = ""  # what asked for the list that was just shown
    numbers_of: str = ""  # whose numbers were just told, of no entry: a danger, or the ministry's
    previous: tuple[PreviousTopic, ...] = ()  # the topics before, newest first
    updated_at: datetime | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of those offered that a message may be about without pointing at one."""
        return () if self.nearest else self.offered

    @property
    def is_under_way(self) -> bool:
        """Whether a message may refer to anything that was said."""
        return bool(self.topic or self.choices or self.question)

    def with_history(self, before: Self, *, answered: bool = True) -> Self:
        """The same, remembering what `before` was about and had been about.

        So is the question that the topic was told to, where none since was `answered`.
        """
        last = PreviousTopic(before.topic, before.question)
        untold = not last.topic or any(one.topic == last.topic for one in before.previous)
        now = () if untold else (last,)
        past = {one.topic: one for one in reversed((*now, *before.previous))}
        if answered or self.question == before.question:
            past.pop(self.topic, None)
        return replace(self, previous=tuple(reversed(past.values()))[:_EARLIER])

    def with_text_changed(self, change: Callable[[str], str]) -> Self:
        """The same with everything that somebody typed changed."""
        previous = (replace(one, question=change(one.question)) for one in self.previous)
        return replace(
            self,
            question=change(self.question),
            follow_up=change(self.follow_up),
            list_request=change(self.list_request),
            previous=tuple(previous),
        )

    def is_fresh(self, at: datetime) -> bool:
        """Whether a message at `at` may still refer to it."""
        return self.updated_at is not None and at - self.updated_at <= _REMEMBERED

    def to_dict(self) -> dict[str, Any]:
        """The same as plain values that JSON can hold."""
        plain: dict[str, Any] = _PLAIN.dump_python(self, mode="json")
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "Conversation":
        """What `to_dict` gave; missing or unknown keys do no harm."""
        return _PLAIN.validate_python(plain)


_PLAIN = TypeAdapter(Conversation)


@dataclass(frozen=True, slots=True)
class Question:
    """A citizen's message with the moment and the conversation it stands in."""

    text: str
    asked_at: datetime  # aware
    conversation: Conversation = Conversation()

    @property
    def today(self) -> date:
        """The day on which it is asked."""
        return self.asked_at.date()


def known_entries(entries: Mapping[str, Entry], ids: Iterable[str]) -> list[Entry]:
    """The entries with these ids that there still are: people talk on while files change."""
    return [entries[one] for one in ids if one in entries]
