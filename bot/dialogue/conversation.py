"""What a citizen says and what is remembered between two messages."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verb(StrEnum):
    """What a button does; its argument is in brackets."""

    SHOW = "show"  # [entry id] show the whole entry
    PICK = "pick"  # [entry id] one of the offered choices
    NONE_OF_THESE = "none"  # none of the offered choices
    MENU = "menu"
    NEWS = "news"  # [page]
    EVENTS = "events"  # [page]
    CONTACT = "contact"
    HELP = "help"
    PRIVACY = "privacy"
    OFFICER = "officer"  # how to reach a person


@dataclass(frozen=True, slots=True)
class Action:
    """A button's meaning, free of any transport."""

    verb: Verb
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the next message may refer to; small and serialisable."""

    topic: str = ""  # entry id last answered from
    offered: tuple[str, ...] = ()  # entry ids of the last choices, in order
    question: str = ""  # the last question that was searched
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A citizen's message with the moment and the conversation it stands in."""

    text: str
    asked_at: datetime  # aware
    conversation: Conversation = Conversation()
