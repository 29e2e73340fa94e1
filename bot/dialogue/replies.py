"""What the bot says, as blocks a face can draw; no markup, no transport."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.dialogue.conversation import Action, Conversation, Verb
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
    PAUSED = "paused"  # nothing is answered for now


ANSWERED = frozenset((Outcome.ANSWER, Outcome.CONTACT, Outcome.EVENTS))
UNANSWERED = frozenset((Outcome.NO_ANSWER, Outcome.CHOICES))


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


@dataclass(frozen=True, slots=True)
class Pin:
    """A point on the map, degrees."""

    name: str
    address: str
    point: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Card:
    """A contact to keep: a name, a number as a phone dials it, and all of it as a vCard."""

    name: str
    number: str
    vcard: str


@dataclass(frozen=True, slots=True)
class File:
    """A small file made for the reader."""

    name: str  # ASCII
    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture or document of an entry: an address, or a name inside the knowledge folder."""

    where: str
    picture: bool
    title: str  # of the entry

    @property
    def is_ours(self) -> bool:
        """Whether it lies in the knowledge folder."""
        return not self.where.startswith(("https://", "http://"))


Attachment = Pin | Card | File | Attached
Block = Fact | Heading | Paragraph | Phone | Place | Link | Note | Attachment


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
    to_a_person: bool = False  # tells how to reach a person: a face may know more ways

    @classmethod
    def about(
        cls,
        entry_id: str,
        outcome: Outcome,
        blocks: tuple[Block, ...],
        fact: str = "",
        aspect: Aspect = Aspect.TOPIC,
    ) -> "Reply":
        """A reply from an entry, which is the topic from then on; `fact` is the direct answer."""
        talk = Conversation(topic=entry_id)
        return cls(outcome, blocks, (), talk, fact or None, entry_id, aspect)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known to the message."""
        return self.outcome is Outcome.NO_ANSWER and not self.entry

    def with_ranking(self, ranking: Ranking) -> "Reply":
        """The same, as it was found and for what was asked."""
        return replace(self, aspect=ranking.query.aspect, ranking=ranking)

    def with_question(self, question: str) -> "Reply":
        """The same, after which the next message may refer to `question`."""
        return replace(self, conversation=replace(self.conversation, question=question))

    def with_follow_up(self, question: str) -> "Reply":
        """The same, after which what is picked is asked `question`, which names nothing itself."""
        return replace(self, conversation=replace(self.conversation, follow_up=question))

    def with_topic(self, topic: str) -> "Reply":
        """The same, after which the talk is about that entry, by id; whoever told or did not."""
        return replace(self, conversation=replace(self.conversation, topic=topic))

    def within_talk(self, talk: Conversation) -> "Reply":
        """The same, after which the talk goes on as it stood if this is about no entry."""
        return self if self.conversation.topic else replace(self, conversation=talk)

    def with_list_request(self, asked: str) -> "Reply":
        """The same, after which the next message may narrow the list that was `asked` for."""
        return replace(self, conversation=replace(self.conversation, list_request=asked))

    def with_offered(self, entries: tuple[str, ...]) -> "Reply":
        """The same, after which one of these entries, by id, may still be picked."""
        return replace(self, conversation=replace(self.conversation, offered=entries))


def numbered_labels(choices: Sequence[Choice]) -> list[str]:
    """The labels as they are drawn; what can be picked by its number carries it."""
    offered = [one for one in choices if one.action.verb is Verb.PICK]
    if len(offered) < 2:
        return [one.label for one in choices]
    return [
        f"{offered.index(one) + 1}. {one.label}" if one in offered else one.label for one in choices
    ]


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
        case Pin() | Card() | File() | Attached():
            return _attachment_line(block)
        case _:
            return block.text


def _attachment_line(attachment: Attachment) -> str:
    match attachment:
        case Pin(name, address, (latitude, longitude)):
            return f"{name}: {address} ({latitude:.6f}, {longitude:.6f})"
        case Card(name, number):
            return f"{name}: {number}"
        case File(name, _, caption):
            return f"{caption} ({name})"
        case Attached(where, _, title):
            return f"{title}: {where}"
