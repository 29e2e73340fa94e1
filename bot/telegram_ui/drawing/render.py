"""A Reply as Telegram messages: HTML text and buttons, as payloads without a chat."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.desk.conversation.asking import Fault
from bot.dialogue.conversation import Action, Verb
from bot.dialogue.replies import (
    Attachment,
    Block,
    Choice,
    Fact,
    Heading,
    Link,
    Note,
    Outcome,
    Paragraph,
    Phone,
    Place,
    Reply,
    numbered_labels,
)
from bot.telegram_ui.drawing.attachments import Call, Payload, calls_of
from bot.telegram_ui.drawing.callbacks import Codec
from bot.telegram_ui.drawing.markup import Run, link, messages, sendable, shortened
from bot.telegram_ui.drawing.presses import Blame, Do, Judge, Press, Remind, Want
from bot.texts import Texts

Button = dict[str, Any]
Rows = list[list[Button]]

_LABEL = 60  # characters of a button; phones show about half of it
_COPIES = 2  # copy buttons under one reply
_COPIED = 256  # characters Telegram lets a button copy
_STANDALONE = {Verb.SHOW, Verb.PICK, Verb.NONE_OF_THESE}  # long labels, a row of their own
_CLOSE = ((Phone, Link, Place), (Note,))  # blocks of a kind that stand close together
_MAP = "https://www.google.com/maps/search/?api=1&query={0:.6f},{1:.6f}"


class Renderer:
    """Draws what the desk says; the same words every time for the same reply."""

    def __init__(self, texts: Texts, codec: Codec) -> None:
        self.texts = texts
        self._codec = codec

    def calls(
        self, reply: Reply, question: str = "", notice: str = "", more: Rows | None = None
    ) -> list[Call]:
        """Everything a reply sends: its messages, then its attachments; as for `reply`."""
        payloads = self.reply(reply, question, notice, more)
        said = [("sendMessage", payload) for payload in payloads]
        sent = calls_of(reply.blocks)
        rows = self.choices(reply.choices, question)
        if sent and not said and rows:
            sent[-1][1]["reply_markup"] = {"inline_keyboard": rows}
        return [*said, *sent]

    def reply(
        self, reply: Reply, question: str = "", notice: str = "", more: Rows | None = None
    ) -> list[Payload]:
        """The messages of a reply; `question` is the key its buttons refer to.

        `notice` is small print under it, `more` are buttons below its own.
        """
        rows = self.choices(reply.choices, question)
        rows += pairs(self._copies(reply.blocks))
        rows += self._follow_up(reply, question) + (more or [])
        blocks = (*reply.blocks, Note(notice)) if notice else reply.blocks
        return self.message(list(self._runs(blocks)), rows)

    def shown(self, reply: Reply, rows: Rows | None = None) -> list[Payload]:
        """The messages of a reply for who looks at it: with these buttons in place of its own."""
        return self.message(list(self._runs(reply.blocks)), rows)

    def text(self, text: str, rows: Rows | None = None) -> list[Payload]:
        """Plain words as messages."""
        return self.message([Run(text)], rows)

    def sentence(self, key: str, rows: Rows | None = None, /, **values: object) -> list[Payload]:
        """The sentence of this key as messages."""
        return self.text(self.texts(key, **values), rows)

    def message(self, runs: Sequence[Run], rows: Rows | None = None) -> list[Payload]:
        """Styled words as messages, the buttons under the last one."""
        payloads: list[Payload] = [
            {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
            for text in messages(runs)
        ]
        if payloads and rows:
            payloads[-1]["reply_markup"] = {"inline_keyboard": rows}
        return payloads

    def button(self, label: str, press: Press) -> list[Button]:
        """A button; none when its meaning does not fit into one."""
        data = self._codec.write(press)
        label = shortened(" ".join(sendable(label).split()), _LABEL)
        return [{"text": label, "callback_data": data}] if data and label else []

    def press_of(self, data: str) -> Press | None:
        """What was pressed, by the data of a button; None for anything we would not have drawn."""
        return self._codec.read(data)

    def labelled(self, key: str, press: Press, /, **values: object) -> list[Button]:
        """A button with the sentence of this key."""
        return self.button(self.texts(key, **values), press)

    def choices(self, choices: Sequence[Choice], question: str = "") -> Rows:
        """Choices as rows: titles one by one and numbered, short words in pairs."""
        alone: list[Button] = []
        short: list[Button] = []
        for label, choice in zip(numbered_labels(choices), choices, strict=True):
            button = self.button(label, _press(choice.action, question))
            (alone if choice.action.verb in _STANDALONE else short).extend(button)
        return [[button] for button in alone] + pairs(short)

    def fault_rows(self, question: str) -> Rows:
        """What may be wrong with an answer, in pairs."""
        labels = ((self.texts(f"telegram.fault.{fault}"), fault) for fault in Fault)
        return pairs(
            [one for label, fault in labels for one in self.button(label, Blame(question, fault))]
        )

    def wait_row(self, question: str) -> Rows:
        """Buttons to be told later and to ask a person, one under the other."""
        officer = Do(Action(Verb.OFFICER), question)
        buttons = self.labelled("telegram.button.want", Want(question))
        buttons += self.labelled("button.officer", officer)
        return [[button] for button in buttons]

    def _follow_up(self, reply: Reply, question: str) -> Rows:
        if not question:
            return []
        if reply.outcome is Outcome.ANSWER:
            good = self.labelled("telegram.button.good", Judge(question, good=True))
            return [good + self.labelled("telegram.button.bad", Judge(question, False))]
        if reply.outcome is Outcome.NO_ANSWER:
            rows = self.wait_row(question)
            known = any(choice.action.verb is Verb.OFFICER for choice in reply.choices)
            return rows[:1] if known else rows
        return []

    def _copies(self, blocks: Sequence[Block]) -> list[Button]:
        """Buttons that copy the first numbers and the first address."""
        numbers = dict.fromkeys(block.number for block in blocks if isinstance(block, Phone))
        labelled = [
            (self.texts("telegram.button.copy", number=number), number)
            for number in list(numbers)[:_COPIES]
        ]
        addresses = [block.address for block in blocks if isinstance(block, Place)]
        labelled += [(self.texts("telegram.button.copy_address"), one) for one in addresses[:1]]
        return [
            {"text": shortened(label, _LABEL), "copy_text": {"text": sendable(copied)[:_COPIED]}}
            for label, copied in labelled
            if sendable(copied).strip()
        ]

    def _runs(self, blocks: Sequence[Block]) -> Iterator[Run]:
        before: Block | None = None
        for block in blocks:
            if isinstance(block, Attachment):
                continue
            if before is not None:
                close = any(isinstance(before, k) and isinstance(block, k) for k in _CLOSE)
                yield Run("\n" if close else "\n\n")
            yield from self._block(block)
            before = block

    def _block(self, block: Block) -> Iterator[Run]:
        match block:
            case Fact(text) | Heading(text):
                yield Run(text, "b")
            case Paragraph(text):
                yield Run(text)
            case Note(text):
                yield Run(text, "i")
            case Phone(number, label):
                yield Run(f"{label}: " if label else "")
                yield Run(number, "b")
            case Link(label, url):
                yield from link(label, url)
            case Place(name, address, point):
                yield Run("\n".join(part for part in (name, address) if part))
                if point:
                    yield Run("\n")
                    yield from link(self.texts("contact.map"), _MAP.format(*point))


def _press(action: Action, question: str) -> Press:
    """What a button of the dialogue does here, where people can be written to later."""
    if action.verb is Verb.REMIND:
        return Remind(action.argument, wanted=True)
    return Do(action, question)


def pairs(buttons: Sequence[Button]) -> Rows:
    """Two buttons to a row."""
    return [list(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
