"""What staff do in Telegram: hand in releases, put drafts right, publish, withdraw, undo."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from difflib import get_close_matches
from typing import Any

from telegram import Document, Message
from telegram.error import BadRequest, TelegramError

from bot.desk.editorial.changes import CompletedChange
from bot.desk.editorial.drafts import Preview, Step, Submission
from bot.desk.editorial.publishing import Publishing
from bot.desk.errors import InvalidInputError, RefusedError
from bot.desk.messaging.chat_memory import TELEGRAM
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.draft_cards import DraftCards
from bot.telegram_ui.drawing.presses import DraftStep, EntryStep, OnDraft, OnEntry, TakeBack
from bot.telegram_ui.drawing.render import Renderer

_RELEASE = 400  # letters; a citizen's question is never so long
_HEADLINE = 300
_ANNOUNCES = 3  # lines; nobody asks a question in so many
_CUT = 3_500  # a pasted text longer than this may go on in the next message
_CUT_MID_LINE = 4_090  # Telegram's own limit is 4,096
_GOES_ON = timedelta(seconds=10)  # between the pieces, by Telegram's clock
_ALIKE = 0.85  # "เบอโทร" is meant for "เบอร์โทร"
_LABEL = re.compile(r"[^\d:/]{2,30}:(?!//)")  # no hour and no address
_MOST_BYTES = 20 * 1024 * 1024  # what a bot may download
_PATIENCE = 20.0  # seconds for one download
_Expected = Mapping[str, Any] | None  # what the message is for that could not be taken
_log = logging.getLogger(__name__)


class Staff:
    """Handlers for staff. Whoever routes here has checked the right of this very action.

    Decisions are transactions of their own and idempotent; only what is said about them goes
    into the exchange's unit of work. A file is fetched while its message is handled: if the bot
    dies meanwhile, the message is handled again and makes the same draft.
    """

    def __init__(self, publishing: Publishing, renderer: Renderer) -> None:
        self._publishing = publishing
        self._drafts = publishing.drafts
        self._cards = DraftCards(renderer, publishing.drafts)

    def draft(self, exchange: Exchange) -> None:
        """The next message is a release; what follows the command is one already."""
        message = exchange.message
        _, _, text = ((message.text if message else "") or "").partition("\n")
        if message and text.strip():
            self._take_text(exchange, message, text)
            return
        exchange.expect("draft", step="release")
        rows, usable = [self._cards.cancel_row()], " ".join(self._drafts.endings)
        exchange.tell("staff.send_release", rows, usable=usable)

    def drafts(self, exchange: Exchange) -> None:
        """Everything that is not finished."""
        listed = self._drafts.listed()
        key = "staff.drafts" if listed else "staff.no_drafts"
        rows = self._cards.listing(listed[:20], EntryStep.OPEN)
        exchange.tell(key, rows, count=len(listed))

    def edit(self, exchange: Exchange) -> None:
        """Open an entry, named by its id or by words of it."""
        self._choose(exchange, EntryStep.OPEN)

    def withdraw(self, exchange: Exchange) -> None:
        """Take an entry out of service, once it is confirmed."""
        self._choose(exchange, EntryStep.ASK)

    def undo(self, exchange: Exchange) -> None:
        """The last change, with a button that takes it back."""
        latest = self._publishing.changes.latest(exchange.at)
        if not latest:
            exchange.tell("staff.nothing_to_undo")
            return
        change, row = self._cards.change(latest[0]), self._cards.undo_row(latest[0].change_id)
        exchange.tell("staff.last_change", row, change=change)

    def version(self, exchange: Exchange) -> None:
        """What is served now."""
        now = self._publishing.serving()
        exchange.say(exchange.renderer.text(self._cards.serving(now)))

    def takes(self, exchange: Exchange, message: Message, said: str) -> bool:
        """Whether this message is for a draft: a file, a release, a correction, a question."""
        if exchange.update.edited_message:
            return False
        if message.document:
            self._take_file(exchange, message, message.document)
            return True
        return bool(said) and self._takes_words(exchange, message, said)

    def hint(self, exchange: Exchange, said: str) -> None:
        """How an announcement that was answered as a question becomes a draft."""
        lines = [line for line in said.split("\n") if line.strip()]
        if len(lines) >= _ANNOUNCES and not exchange.update.edited_message:
            exchange.tell("staff.draft_hint")

    def on_draft(self, exchange: Exchange, press: OnDraft) -> None:
        """A button under a draft."""
        exchange.acknowledge()
        step = Step(press.draft, press.version, exchange.visitor.user_id, exchange.at)
        with self._refusing(exchange, press):
            match press.step:
                case DraftStep.CANCEL:
                    exchange.expect_nothing()
                    exchange.tell("staff.cancelled")
                case DraftStep.FIELD:
                    self._ask_for_field(exchange, press)
                case DraftStep.TRY:
                    exchange.expect("draft", step="try", draft=press.draft)
                    exchange.tell("staff.ask_now", [self._cards.cancel_row()])
                case DraftStep.SHOW | DraftStep.FIELDS:
                    self._show(exchange, press)
                case _:
                    exchange.expect_nothing()
                    self._decide(exchange, press, step)

    def on_entry(self, exchange: Exchange, press: OnEntry) -> None:
        """A button that names an entry."""
        exchange.acknowledge()
        entry_id = self._drafts.of_key(press.entry)
        self._with_entry(exchange, press.step, entry_id)

    def take_back(self, exchange: Exchange, press: TakeBack) -> None:
        """The button that undoes a change."""
        exchange.acknowledge()
        with self._refusing(exchange):
            by, at = exchange.visitor.user_id, exchange.at
            done = self._publishing.changes.undo(press.change, by, at)
            exchange.drop_buttons()
            exchange.tell("staff.undone", title=done.title)

    def _takes_words(self, exchange: Exchange, message: Message, said: str) -> bool:
        replied, named = _replied_to(exchange, message), self._named(said)
        if replied and named:
            self._correct(exchange, replied, named)
            return True
        if self._takes_expected(exchange, message, said):
            return True
        if _is_release(said):
            self._take_text(exchange, message, said)
            return True
        if replied:
            exchange.tell("staff.which_label")
        return replied is not None

    def _take_file(self, exchange: Exchange, message: Message, document: Document) -> None:
        if (document.file_size or 0) > _MOST_BYTES:
            exchange.tell("staff.file_too_large")
            return
        try:
            data = exchange.fetched(_download(document))
        except TelegramError as error:
            _log.warning("a file could not be fetched: %s", type(error).__name__)
            exchange.tell("staff.file_not_fetched")
            return
        with self._refusing(exchange):
            handed, name = self._handed(exchange, message), document.file_name or ""
            preview = self._drafts.submit_file(handed, name, data)
            exchange.expect_nothing()
            exchange.say(self._cards.card(preview))

    def _take_text(
        self, exchange: Exchange, message: Message, text: str, again: _Expected = None
    ) -> None:
        with self._refusing(exchange, again=again):
            preview = self._drafts.submit_text(self._handed(exchange, message), text)
            exchange.say(self._cards.card(preview))
            self._expect_more(exchange, message, preview)

    def _expect_more(self, exchange: Exchange, message: Message, preview: Preview) -> None:
        """A long text that was pasted comes in several messages."""
        if len(message.text or "") >= _CUT:
            exchange.expect(
                "draft",
                step="more",
                draft=preview.draft_id,
                version=preview.version,
                sent=message.date.isoformat(),
                seamless=len(message.text or "") >= _CUT_MID_LINE,
            )

    def _takes_expected(self, exchange: Exchange, message: Message, said: str) -> bool:
        expected = exchange.awaited("draft")
        if expected is None:
            return False
        exchange.expect_nothing()
        match expected["step"]:
            case "release":
                self._take_text(exchange, message, said, expected)
            case "more":
                return self._take_more(exchange, expected, message, said)
            case "field":
                press = OnDraft(
                    DraftStep.FIELD, expected["draft"], expected["version"], expected["field"]
                )
                self._correct(exchange, press, {expected["name"]: _emptied(said)}, expected)
            case "try":
                self._try(exchange, expected["draft"], said)
        return True

    def _take_more(
        self, exchange: Exchange, expected: Mapping[str, Any], message: Message, said: str
    ) -> bool:
        if message.date - datetime.fromisoformat(expected["sent"]) > _GOES_ON:
            return False
        by = exchange.visitor.user_id
        step = Step(expected["draft"], expected["version"], by, exchange.at)
        seamless = bool(expected["seamless"])
        try:
            preview = self._drafts.extend(step, said, seamless=seamless)
        except RefusedError:  # somebody has touched the draft already: this is something else
            return False
        exchange.say(self._cards.card(preview))
        self._expect_more(exchange, message, preview)
        return True

    def _ask_for_field(self, exchange: Exchange, press: OnDraft) -> None:
        preview = self._drafts.preview(press.draft, exchange.at)
        if press.field >= len(preview.fields):
            return
        field = preview.fields[press.field]
        exchange.expect(
            "draft",
            step="field",
            draft=press.draft,
            version=press.version,
            field=press.field,
            name=field.name,
        )
        key = "staff.type_lines" if field.long else "staff.type_value"
        label, now = self._cards.label(field.name), field.text or exchange.texts("staff.empty")
        cancel = [self._cards.cancel_row()]
        exchange.tell(key, cancel, label=label, now=now)

    def _correct(
        self, exchange: Exchange, press: OnDraft, values: Mapping[str, str], again: _Expected = None
    ) -> None:
        step = Step(press.draft, press.version, exchange.visitor.user_id, exchange.at)
        with self._refusing(exchange, press, again):
            exchange.say(self._cards.card(self._drafts.correct(step, values)))

    def _try(self, exchange: Exchange, draft_id: int, question: str) -> None:
        """What a citizen would read, and a way to ask once more."""
        with self._refusing(exchange):
            tried = self._drafts.try_question(draft_id, question, exchange.at)
            exchange.tell("staff.tried_found" if tried.found else "staff.tried_other")
            exchange.say(exchange.renderer.shown(tried.reply))
            exchange.tell("staff.try_again", self._cards.back_row(draft_id))
            exchange.expect("draft", step="try", draft=draft_id)

    def _show(self, exchange: Exchange, press: OnDraft) -> None:
        preview = self._drafts.preview(press.draft, exchange.at)
        fields = press.step is DraftStep.FIELDS
        exchange.say(self._cards.fields(preview) if fields else self._cards.card(preview))

    def _decide(self, exchange: Exchange, press: OnDraft, step: Step) -> None:
        match press.step:
            case DraftStep.PUBLISH:
                done = self._publishing.publish(step)
                exchange.drop_buttons()
                self._report_published(exchange, done)
            case DraftStep.KEEP:
                self._publishing.keep(step)
                exchange.drop_buttons()
                exchange.tell("staff.kept")
            case DraftStep.DISCARD:
                gone = self._publishing.discard(step)
                exchange.drop_buttons()
                rows = self._cards.undo_row(gone.change_id) if gone else None
                exchange.tell("staff.discarded", rows)

    def _report_published(self, exchange: Exchange, done: CompletedChange) -> None:
        """Say that it serves, show what citizens read now, and offer to take it back."""
        _log.info("entry %s published", done.entry_id)
        example = self._publishing.example_of(done.entry_id, exchange.at)
        asked = example.question if example else done.title
        exchange.tell("staff.published", title=done.title, path=done.path, question=asked)
        if example:
            undo = self._cards.undo_row(done.change_id)
            exchange.say(exchange.renderer.shown(example.reply, undo))

    def _choose(self, exchange: Exchange, step: EntryStep) -> None:
        """The entry that the words after the command mean, or a few to choose from."""
        words = exchange.argument
        if not words:
            key = "staff.edit_what" if step is EntryStep.OPEN else "staff.withdraw_what"
            exchange.tell(key)
            return
        found = self._drafts.find(words, exchange.at)
        if len(found) == 1 and found[0].entry_id == words:
            self._with_entry(exchange, step, words)
            return
        key = "staff.which_entry" if found else "staff.no_such_entry"
        exchange.tell(key, self._cards.listing(found, step))

    def _with_entry(self, exchange: Exchange, step: EntryStep, entry_id: str) -> None:
        by, at = exchange.visitor.user_id, exchange.at
        with self._refusing(exchange):
            if step is EntryStep.OPEN:
                exchange.say(self._cards.card(self._drafts.open(entry_id, by, at)))
            elif step is EntryStep.ASK:
                entry, _ = self._drafts.file_of(entry_id)
                rows = self._cards.withdraw_rows(entry_id)
                exchange.tell("staff.really_withdraw", rows, title=entry.title)
            else:
                done = self._publishing.withdraw(entry_id, by, at)
                exchange.drop_buttons()
                rows = self._cards.undo_row(done.change_id)
                exchange.tell("staff.withdrawn", rows, title=done.title)

    def _named(self, said: str) -> dict[str, str]:
        """Fields typed as "ชื่อช่อง: ค่า", each going on until the next; {} when none is.

        "เพิ่ม" and "ลบ" before the label of a list change some of its lines. A label that nothing
        else can be, as in the first line and below a field of one line, may be misspelt; one that
        is no field spoils the rest: rather ask than take it for the end of the value above.
        """
        labels = self._cards.labels()
        values: dict[str, str] = {}
        name = ""
        for line in said.split("\n"):
            label, colon, value = line.partition(":")
            goes_on = name in self._drafts.lined
            cutoff = 1.0 if goes_on else _ALIKE
            near = get_close_matches(label.strip(), labels, 1, cutoff) if colon else []
            if near:
                name = labels[near[0]]
                values[name] = _emptied(value.strip())
            elif name and (goes_on or not _LABEL.match(line)):
                values[name] += f"\n{line}"
            elif colon:
                return {}
        return values

    @contextmanager
    def _refusing(
        self, exchange: Exchange, press: OnDraft | None = None, again: _Expected = None
    ) -> Iterator[None]:
        """Say why something was refused.

        A reply to that corrects the draft as it was seen; what does not do as it was written, and
        is awaited `again`, may just be written anew.
        """
        try:
            yield
        except RefusedError as error:
            rows = self._cards.back_row(press.draft, press.version) if press and press.draft else []
            once_more = again if isinstance(error, InvalidInputError) else None
            if once_more:
                exchange.expect("draft", **once_more)
                rows = [*rows, self._cards.cancel_row()]
            key = "staff.refused_once" if once_more else "staff.refused"
            exchange.tell(key, rows or None, why=error)

    @staticmethod
    def _handed(exchange: Exchange, message: Message) -> Submission:
        key = f"{TELEGRAM}:{exchange.visitor.chat_id}:{message.message_id}"
        return Submission(key, exchange.visitor.user_id, exchange.at)


def _replied_to(exchange: Exchange, message: Message) -> OnDraft | None:
    """The draft whose card this message replies to, in the version it showed."""
    card = message.reply_to_message
    keyboard = card.reply_markup.inline_keyboard if card and card.reply_markup else ()
    data = (str(button.callback_data or "") for row in keyboard for button in row)
    presses = (exchange.renderer.press_of(one) for one in data)
    return next((one for one in presses if isinstance(one, OnDraft) and one.draft), None)


def _is_release(text: str) -> bool:
    """Whether a text has the length and the headline of a press release."""
    headline, _, rest = text.strip().partition("\n")
    return len(text) >= _RELEASE and len(headline) <= _HEADLINE and bool(rest.strip())


def _emptied(value: str) -> str:
    """What was typed; a single dash empties the field."""
    return "" if re.fullmatch(r"\s*[-–—]\s*", value) else value


async def _download(document: Document) -> bytes:
    """The file's bytes; one more try when the line fails. Raises TelegramError."""
    for last in (False, True):
        try:
            file = await document.get_file(read_timeout=_PATIENCE)
            return bytes(await file.download_as_bytearray(read_timeout=_PATIENCE))
        except TelegramError as error:
            if last or isinstance(error, BadRequest):
                raise
    raise AssertionError
