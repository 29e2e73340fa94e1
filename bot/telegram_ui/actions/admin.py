"""What admins do in Telegram: look through unanswered questions and teach."""

import logging
from datetime import timedelta

from bot.desk.errors import RefusedError
from bot.desk.review.lessons import LessonKind
from bot.desk.review.review_queue import ReviewItem
from bot.desk.review.reviewing import Decision, Reviewing, Taught
from bot.desk.staff.console import Console
from bot.dialogue.intents.emergencies import Danger
from bot.dialogue.replies import Reply
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.attachments import Payload
from bot.telegram_ui.drawing.markup import Run, shortened
from bot.telegram_ui.drawing.presses import OnAlarm, Teach, TeachStep
from bot.telegram_ui.drawing.render import Renderer, Rows

_CARDS = 5  # shown by one /review
_FOR_NOW = timedelta(days=30)  # what "not now" means for a dismissal
_log = logging.getLogger(__name__)


class Admin:
    """Handlers for `/review`. Whoever routes here has checked the right of this very action.

    A lesson is a transaction of its own and idempotent; only what is said about it goes into
    the exchange's unit of work.
    """

    def __init__(self, review: Reviewing, console: Console, renderer: Renderer) -> None:
        self._review = review
        self._console = console
        self._renderer = renderer
        self._texts = renderer.texts

    def console(self, exchange: Exchange) -> None:
        """A link into the web console, for this person alone."""
        link = self._console.invite(exchange.work, exchange.visitor.user_id, exchange.at)
        exchange.tell("console.link", address=link.address, code=link.code)

    def review(self, exchange: Exchange) -> None:
        """The unanswered questions, most asked first, a card with buttons for each."""
        items = self._review.queue.pending(exchange.at, _CARDS)
        count = self._review.queue.count()
        if not items:
            exchange.tell("admin.nothing_open")
            return
        seen = ",".join(str(item.id) for item in items)
        exchange.work.audit(exchange.visitor.user_id, "review.read", seen, exchange.at)
        for item in items:
            exchange.say(self._card(item))
        if count > len(items):
            row = self._row("admin.button.next", TeachStep.NEXT)
            exchange.tell("admin.more", row, count=count - len(items))

    def press(self, exchange: Exchange, teach: Teach) -> None:
        """A button under a card."""
        exchange.acknowledge()
        match teach.step:
            case TeachStep.NEXT:
                self.review(exchange)
            case TeachStep.WRITE:
                self._ask_for_words(exchange, teach, LessonKind.ANSWER)
            case TeachStep.TELL:
                self._ask_for_words(exchange, teach, LessonKind.TOLD)
            case TeachStep.SAVE:
                self._save(exchange, teach)
            case TeachStep.ALARM:
                self._ask_for_danger(exchange, teach)
            case TeachStep.CANCEL:
                exchange.expect_nothing()
                exchange.tell("admin.cancelled")
            case TeachStep.USE:
                decision = self._decision(exchange, teach.review, teach.version)
                self._teach(exchange, decision, LessonKind.PHRASING, teach.entry)
            case _:
                self._decide(exchange, teach)

    def alarm(self, exchange: Exchange, press: OnAlarm) -> None:
        """A button that names the danger."""
        decision = self._decision(exchange, press.review, press.version)
        exchange.acknowledge()
        self._teach(exchange, decision, LessonKind.EMERGENCY, press.danger)

    def takes(self, exchange: Exchange, text: str) -> bool:
        """Whether this message is what an admin was asked to write; shows it as citizens will.

        Nothing is taught before the admin has seen it and pressed save.
        """
        expected = exchange.awaited("review")
        if expected is None:
            return False
        exchange.expect_nothing()
        decision = self._decision(exchange, expected["review"], expected["version"])
        kind = LessonKind(expected["kind"])
        try:
            shown = self._review.preview(decision, kind, text)
        except RefusedError as error:
            self._refuse(exchange, error, decision, kind)
        else:
            number = exchange.message.message_id if exchange.message else None
            self._expect_words(exchange, decision, kind, draft=text, message=number)
            self._preview(exchange, decision, kind, shown)
        return True

    def _card(self, item: ReviewItem) -> list[Payload]:
        runs = [Run(self._texts("admin.question") + "\n"), Run(item.sample, "b")]
        others = [sample for sample in item.samples if sample != item.sample]
        if others:
            runs.append(Run("".join(f"\n• {sample}" for sample in others)))
        asked = self._texts("admin.asked", count=item.count, waiting=item.waiting)
        reason = self._texts(f"admin.reason.{item.reason}")
        runs.append(Run(f"\n\n{asked}\n{reason}"))
        if item.faults:
            runs.append(Run("\n" + self._faults(item)))
        if item.nearest:
            titles = "".join(f"\n{at}. {near.title}" for at, near in enumerate(item.nearest, 1))
            runs.append(Run("\n\n" + self._texts("admin.nearest") + titles))
        return self._renderer.message(runs, self._card_rows(item))

    def _faults(self, item: ReviewItem) -> str:
        """What people said was wrong with the answer."""
        told = (f"{self._texts(f'telegram.fault.{one}')} {n}" for one, n in item.faults.items())
        return self._texts("admin.faults", faults=" · ".join(told))

    def _card_rows(self, item: ReviewItem) -> Rows:
        rows = [
            self._renderer.labelled(
                "admin.button.use",
                Teach(TeachStep.USE, item.id, item.version, near.entry_id),
                number=at,
                title=shortened(near.title, 40),
            )
            for at, near in enumerate(item.nearest, 1)
        ]
        rows += self._row("admin.button.write", TeachStep.WRITE, item.id, item.version)
        if item.waiting:
            rows += self._row("admin.button.tell", TeachStep.TELL, item.id, item.version)
        dismiss = self._row("admin.button.dismiss", TeachStep.DISMISS, item.id, item.version)
        later = self._row("admin.button.later", TeachStep.LATER, item.id, item.version)
        rows.append([*dismiss[0], *later[0]])
        rows += self._row("admin.button.alarm", TeachStep.ALARM, item.id, item.version)
        return [row for row in rows if row]

    def _row(self, key: str, step: TeachStep, review: int = 0, version: int = 0) -> Rows:
        return [self._renderer.labelled(key, Teach(step, review, version))]

    def _ask_for_words(self, exchange: Exchange, teach: Teach, kind: LessonKind) -> None:
        item = self._review.queue.item(teach.review, exchange.at)
        if item is None:
            exchange.tell("admin.gone")
            return
        decision = self._decision(exchange, teach.review, teach.version)
        self._expect_words(exchange, decision, kind)
        key = "admin.write_now" if kind is LessonKind.ANSWER else "admin.tell_now"
        cancel = self._row("admin.button.cancel", TeachStep.CANCEL)
        exchange.tell(key, cancel, question=shortened(item.sample, 300))

    def _expect_words(
        self, exchange: Exchange, decision: Decision, kind: LessonKind, **last: str | int | None
    ) -> None:
        """The next message is for this item; `last` is the message before and what it said."""
        of = {"review": decision.review_id, "version": decision.version}
        exchange.expect("review", **of, kind=kind, **last)

    def _preview(
        self, exchange: Exchange, decision: Decision, kind: LessonKind, shown: Reply
    ) -> None:
        """What citizens would read, and the buttons that decide about it."""
        exchange.tell("admin.preview")
        save = "admin.button.save" if kind is LessonKind.ANSWER else "admin.button.send"
        rows = self._row(save, TeachStep.SAVE, decision.review_id, decision.version)
        rows += self._row("admin.button.cancel", TeachStep.CANCEL)
        exchange.say(self._renderer.shown(shown, rows))

    def _save(self, exchange: Exchange, teach: Teach) -> None:
        """Teach, or send, what was previewed last; an old preview is refused."""
        expected = exchange.noted("review") or {}
        if (expected.get("review"), expected.get("version")) != (teach.review, teach.version):
            exchange.tell("admin.gone")
            return
        exchange.expect_nothing()
        decision = self._decision(exchange, teach.review, teach.version)
        self._teach(exchange, decision, LessonKind(expected["kind"]), expected["draft"])

    def _ask_for_danger(self, exchange: Exchange, teach: Teach) -> None:
        rows = [
            self._renderer.labelled(
                f"review.danger.{danger}", OnAlarm(danger, teach.review, teach.version)
            )
            for danger in Danger
        ]
        exchange.tell("admin.which_danger", rows)

    def _teach(self, exchange: Exchange, decision: Decision, kind: LessonKind, what: str) -> None:
        """Carry a lesson out, and report it."""
        self._report(exchange, self._review.teach(decision, kind, what))
        exchange.drop_buttons()

    def _decide(self, exchange: Exchange, teach: Teach) -> None:
        decision = self._decision(exchange, teach.review, teach.version)
        if teach.step in {TeachStep.DISMISS, TeachStep.LATER}:
            until = decision.at + _FOR_NOW if teach.step is TeachStep.LATER else None
            self._review.dismiss(decision, "", until)
            undo = self._row("admin.button.undo", TeachStep.UNDO, teach.review)
            exchange.tell("admin.dismissed", undo)
        else:
            self._review.undo(teach.review, exchange.visitor.user_id, exchange.at)
            exchange.tell("admin.undone")
        exchange.drop_buttons()

    def _report(self, exchange: Exchange, taught: Taught) -> None:
        """Say that it serves, show what citizens read now, and offer to take it back."""
        _log.info("review item %s taught as entry %s", taught.review_id, taught.entry_id)
        key = "admin.taught_and_told" if taught.told else "admin.taught"
        if not taught.entry_id:
            key = "admin.told"
        exchange.tell(key, told=taught.told)
        undo = self._row("admin.button.undo", TeachStep.UNDO, taught.review_id)
        exchange.say(self._renderer.shown(taught.reply, undo))

    def _refuse(
        self, exchange: Exchange, error: RefusedError, decision: Decision, kind: LessonKind
    ) -> None:
        """Say why, and wait for better words for the same question."""
        self._expect_words(exchange, decision, kind)
        cancel = self._row("admin.button.cancel", TeachStep.CANCEL)
        exchange.tell("admin.try_again", cancel, why=error)

    @staticmethod
    def _decision(exchange: Exchange, review: int, version: int) -> Decision:
        return Decision(review, version, exchange.visitor.user_id, exchange.at)
