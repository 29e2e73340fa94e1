"""What a press of a button means. Every press is a frozen dataclass of simple fields."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from bot.desk.conversation.asking import Fault
from bot.dialogue.conversation import Action
from bot.dialogue.intents.emergencies import Danger

QuestionKey = Annotated[str, "question"]  # 16 characters [A-Z2-7]
MaybeQuestion = Annotated[str, "question or nothing"]
MaybeMark = Annotated[str, "mark of a subject or nothing"]  # 5 characters [A-Z2-7]
MaybeEntry = Annotated[str, "entry or nothing"]  # an entry id, "" for none
EntryKey = Annotated[str, "key of an entry"]  # 13 characters [A-Z2-7]


class Press:
    """What all of them are."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Do(Press):
    """A citizen's action; `question` is the key of the question the button stands under."""

    action: Action
    question: MaybeQuestion = ""


@dataclass(frozen=True, slots=True)
class Judge(Press):
    """A vote on the answer to a question."""

    question: QuestionKey
    good: bool


@dataclass(frozen=True, slots=True)
class Blame(Press):
    """What is wrong with the answer to a question."""

    question: QuestionKey
    fault: Fault


@dataclass(frozen=True, slots=True)
class Want(Press):
    """Tell me when this question is answered."""

    question: QuestionKey


class TeachStep(StrEnum):
    """What an admin does with an unanswered question."""

    USE = "u"  # the entry answers it
    WRITE = "w"  # my next message is the answer
    TELL = "t"  # my next message is for those who wait, and teaches nothing
    SAVE = "s"  # what was previewed is right
    ALARM = "a"  # which danger does it report?
    DISMISS = "d"
    LATER = "l"  # dismiss for thirty days
    UNDO = "z"
    NEXT = "n"
    CANCEL = "c"


@dataclass(frozen=True, slots=True)
class Teach(Press):
    """An admin's step on a review item; `version` is the item's when the button was drawn."""

    step: TeachStep
    review: int = 0
    version: int = 0
    entry: MaybeEntry = ""


@dataclass(frozen=True, slots=True)
class OnAlarm(Press):
    """The wording of a review item reports this danger."""

    danger: Danger
    review: int
    version: int


class CaseStep(StrEnum):
    """What is done about a question left with an officer."""

    LEAVE = "l"  # the citizen: leave this question
    WRITE = "w"  # the citizen: my next message is the question
    BACK = "b"  # the citizen: talk with the bot again
    TAKE = "t"  # an officer: I look for the answer
    RELEASE = "r"  # an officer: the bot answers again
    CLOSE = "c"  # an officer
    TEACH = "a"  # an officer: what I wrote last answers this question from now on


@dataclass(frozen=True, slots=True)
class OnCase(Press):
    """A step in a case; LEAVE and WRITE name a question instead."""

    step: CaseStep
    case: int = 0
    question: MaybeQuestion = ""


class FollowStep(StrEnum):
    """What is done about following a subject."""

    BEGIN = "b"
    END = "e"
    NOTHING = "n"  # end all


@dataclass(frozen=True, slots=True)
class OnFollow(Press):
    """Follow a subject, or no longer."""

    step: FollowStep
    subject: MaybeMark = ""


class BroadcastStep(StrEnum):
    """What staff do with a message to everybody."""

    SEND = "s"
    CANCEL = "c"
    STOP = "x"


@dataclass(frozen=True, slots=True)
class OnBroadcast(Press):
    """A step of staff; `number` is the text's message, or the broadcast to stop."""

    step: BroadcastStep
    number: int = 0


@dataclass(frozen=True, slots=True)
class Broadcasting(Press):
    """A citizen wants messages to everybody, or no more of them."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class Remind(Press):
    """Remind me of an event the day before, or do not."""

    entry: MaybeEntry
    wanted: bool


class DraftStep(StrEnum):
    """What staff do with a draft."""

    SHOW = "s"
    PUBLISH = "p"
    FIELDS = "f"  # which field is to be corrected?
    FIELD = "e"  # my next message is the value of this one
    TRY = "t"  # my next message is a question to it
    KEEP = "k"
    DISCARD = "x"
    CANCEL = "c"


@dataclass(frozen=True, slots=True)
class OnDraft(Press):
    """A step with a draft; `version` is the draft's when the button was drawn."""

    step: DraftStep
    draft: int = 0
    version: int = 0
    field: int = 0  # its place in the form


class EntryStep(StrEnum):
    """What staff do with an entry, served or not."""

    OPEN = "o"  # to be edited
    ASK = "a"  # really withdraw it?
    WITHDRAW = "w"


@dataclass(frozen=True, slots=True)
class OnEntry(Press):
    """A step with an entry of the knowledge folder."""

    step: EntryStep
    entry: EntryKey


@dataclass(frozen=True, slots=True)
class TakeBack(Press):
    """Undo a change of the knowledge folder."""

    change: int


@dataclass(frozen=True, slots=True)
class Forget(Press):
    """The answer to whether everything about this chat shall be forgotten."""

    sure: bool


class Language(StrEnum):
    """What the bot can answer in."""

    TH = "th"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Speak(Press):
    """Answer me in this language."""

    language: Language


class GradeStep(StrEnum):
    """What an admin makes of a drawn answer."""

    RIGHT = "r"
    WRONG = "w"
    NEXT = "n"  # show me one


@dataclass(frozen=True, slots=True)
class Grade(Press):
    """A judgement of one of the answers drawn for the week."""

    verdict: GradeStep
    judgement: int = 0


# The letter that a button's data begins with. A letter is never given to another kind: buttons
# of years ago are still pressed.
KINDS: dict[str, type[Press]] = {
    "a": Do,
    "j": Judge,
    "b": Blame,
    "w": Want,
    "r": Teach,
    "h": OnAlarm,
    "c": OnCase,
    "f": OnFollow,
    "x": OnBroadcast,
    "y": Broadcasting,
    "d": OnDraft,
    "e": OnEntry,
    "u": TakeBack,
    "m": Remind,
    "l": Speak,
    "z": Forget,
    "q": Grade,
}
