"""What the bot says, as blocks a face can draw; no markup, no transport."""

from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.conversation import Action, Conversation
from bot.search.ranking import Ranking
from bot.thai.questions import Aspect


class Outcome(StrEnum):
    """What kind of reply was given."""

    ANSWER = "answer"
    CHOICES = "choices"
    NO_ANSWER = "no_answer"
    SMALLTALK = "smalltalk"
    MENU = "menu"
    EVENTS = "events"
    CONTACT = "contact"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Fact:
    """The short direct answer; stands first and is drawn bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A title."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to call, with what answers there."""

    number: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """An address or venue; a map point where known, degrees."""

    name: str
    address: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An https link."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Note:
    """Small print: source, date, age of the information."""

    text: str


Block = Fact | Heading | Paragraph | Phone | Place | Link | Note


@dataclass(frozen=True, slots=True)
class Choice:
    """A button."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Reply:
    """Everything a face needs to draw one reply."""

    outcome: Outcome
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    conversation: Conversation = Conversation()
    answer: str | None = None  # the text of the Fact
    entry: str | None = None  # id of the entry answered from
    aspect: Aspect = Aspect.TOPIC
    ranking: Ranking | None = None  # None when nothing was searched


def plain_text(reply: Reply) -> str:
    """The blocks as lines of text, a blank line before each paragraph and heading; no buttons."""
    lines: list[str] = []
    for block in reply.blocks:
        if lines and isinstance(block, Heading | Paragraph):
            lines.append("")
        lines.append(_line(block))
    return "\n".join(lines)


def _line(block: Block) -> str:
    match block:
        case Phone(number, label):
            return f"{label}: {number}" if label else number
        case Place(name, address):
            return f"{name}: {address}" if address else name
        case Link(label, url):
            return f"{label}: {url}"
        case _:
            return block.text
