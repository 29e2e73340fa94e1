"""What admins do in Telegram: look through unanswered questions and teach."""

import asyncio
import logging
from datetime import datetime, timedelta

from bot.desk.console import Console
from bot.desk.memory import Memory
from bot.desk.queue import ReviewItem
from bot.desk.review import Decision, Review, Taught
from bot.desk.work import RefusedError
from bot.telegram_ui.attachments import Payload
from bot.telegram_ui.exchange import Exchange
from bot.telegram_ui.markup import Run, shortened
from bot.telegram_ui.presses import Step, Teach
from bot.telegram_ui.render import Renderer, Rows
from bot.texts import Texts

_CARDS = 5  # shown by one /review
_WAITS = timedelta(minutes=30)  # how long the next message counts as the answer
_log = logging.getLogger(__name__)


class Admin:
    """Handlers for `/review`. Whoever routes here has checked the right of this very action.

    A lesson is a transaction of its own and idempotent; only what is said about it goes into
    the exchange's Work.
    """

    def __init__(
        self, review: Review, console: Console, memory: Memory, renderer: Renderer, texts: Texts
    ) -> None:
        self._review = review
        self._console = console
        self._memory = memory
        self._renderer = renderer
        self._texts = texts

    async def console(self, exchange: Exchange) -> None:
        """A link into the web console, for this person alone."""
        user_id, at = exchange.visitor.user_id, exchange.at
        try:
            link = await asyncio.to_thread(self._console.invite, exchange.work, user_id, at)
        except RefusedError as error:
            exchange.say(self._renderer.text(str(error)))
            return
        text = self._texts("console.link", address=link.address, code=link.code)
        exchange.say(self._renderer.text(text))

    async def review(self, exchange: Exchange) -> None:
        """The unanswered questions, most asked first, a card with buttons for each."""
        items = await asyncio.to_thread(self._review.pending, exchange.at, _CARDS)
        count = await asyncio.to_thread(self._review.count)
        if not items:
            exchange.say(self._renderer.text(self._texts("admin.nothing_open")))
            return
        for item in items:
            exchange.say(self._card(item))
        if count > len(items):
            left = self._texts("admin.more", count=count - len(items))
            exchange.say(self._renderer.text(left, self._row("admin.button.next", Step.NEXT)))

    async def press(self, exchange: Exchange, teach: Teach) -> None:
        """A button under a card."""
        match teach.step:
            case Step.NEXT:
                exchange.acknowledge()
                await self.review(exchange)
            case Step.WRITE:
                await self._ask_for_answer(exchange, teach)
            case Step.CANCEL:
                exchange.acknowledge()
                self.forget(exchange)
                exchange.say(self._renderer.text(self._texts("admin.cancelled")))
            case _:
                await self._decide(exchange, teach)

    async def takes(self, exchange: Exchange, text: str) -> bool:
        """Whether this message is the answer an admin was asked to write; teaches it if so."""
        expected = await asyncio.to_thread(self._memory.expecting, exchange.visitor)
        if not expected or "review" not in expected or exchange.update.edited_message:
            return False
        self.forget(exchange)
        if exchange.at - datetime.fromisoformat(expected["at"]) > _WAITS:
            return False
        decision = self._decision(exchange, expected["review"], expected["version"])
        try:
            taught = await asyncio.to_thread(self._review.teach_answer, decision, text)
        except RefusedError as error:
            self._refuse(exchange, error, decision)
        else:
            self._report(exchange, taught)
        return True

    def forget(self, exchange: Exchange) -> None:
        """The next message is an ordinary one again."""
        self._memory.expect(exchange.work, exchange.visitor, None, exchange.at)

    def _card(self, item: ReviewItem) -> list[Payload]:
        runs = [Run(self._texts("admin.question") + "\n"), Run(item.sample, "b")]
        others = [sample for sample in item.samples if sample != item.sample]
        if others:
            runs.append(Run("".join(f"\n• {sample}" for sample in others)))
        asked = self._texts("admin.asked", count=item.count, waiting=item.waiting)
        reason = self._texts(f"admin.reason.{item.reason}")
        runs.append(Run(f"\n\n{asked}\n{reason}"))
        if item.nearest:
            titles = "".join(f"\n{at}. {near.title}" for at, near in enumerate(item.nearest, 1))
            runs.append(Run("\n\n" + self._texts("admin.nearest") + titles))
        return self._renderer.message(runs, self._card_rows(item))

    def _card_rows(self, item: ReviewItem) -> Rows:
        rows = [
            self._renderer.button(
                self._texts("admin.button.use", number=at, title=shortened(near.title, 40)),
                Teach(Step.USE, item.id, item.version, near.entry_id),
            )
            for at, near in enumerate(item.nearest, 1)
        ]
        rows += self._row("admin.button.write", Step.WRITE, item.id, item.version)
        rows += self._row("admin.button.dismiss", Step.DISMISS, item.id, item.version)
        return [row for row in rows if row]

    def _row(self, key: str, step: Step, review: int = 0, version: int = 0) -> Rows:
        return [self._renderer.button(self._texts(key), Teach(step, review, version))]

    async def _ask_for_answer(self, exchange: Exchange, teach: Teach) -> None:
        exchange.acknowledge()
        item = await asyncio.to_thread(self._review.item, teach.review, exchange.at)
        if item is None:
            exchange.say(self._renderer.text(self._texts("admin.gone")))
            return
        self._expect_answer(exchange, teach.review, teach.version)
        prompt = self._texts("admin.write_now", question=shortened(item.sample, 300))
        exchange.say(self._renderer.text(prompt, self._row("admin.button.cancel", Step.CANCEL)))

    def _expect_answer(self, exchange: Exchange, review: int, version: int) -> None:
        expected = {"review": review, "version": version, "at": exchange.at.isoformat()}
        self._memory.expect(exchange.work, exchange.visitor, expected, exchange.at)

    async def _decide(self, exchange: Exchange, teach: Teach) -> None:
        decision = self._decision(exchange, teach.review, teach.version)
        exchange.acknowledge()
        try:
            await self._carry_out(exchange, teach, decision)
        except RefusedError as error:
            exchange.say(self._renderer.text(str(error)))
            return
        exchange.drop_buttons()

    async def _carry_out(self, exchange: Exchange, teach: Teach, decision: Decision) -> None:
        if teach.step is Step.USE:
            taught = await asyncio.to_thread(self._review.teach_phrasing, decision, teach.entry)
            self._report(exchange, taught)
        elif teach.step is Step.DISMISS:
            await asyncio.to_thread(self._review.dismiss, decision)
            undo = self._row("admin.button.undo", Step.UNDO, teach.review)
            exchange.say(self._renderer.text(self._texts("admin.dismissed"), undo))
        else:
            await asyncio.to_thread(
                self._review.undo, teach.review, exchange.visitor.user_id, exchange.at
            )
            exchange.say(self._renderer.text(self._texts("admin.undone")))

    def _report(self, exchange: Exchange, taught: Taught) -> None:
        """Say that it serves, show what citizens read now, and offer to take it back."""
        _log.info("review item %s taught as entry %s", taught.review_id, taught.entry_id)
        key = "admin.taught_and_told" if taught.told else "admin.taught"
        exchange.say(self._renderer.text(self._texts(key, told=taught.told)))
        shown = self._renderer.reply(taught.reply)
        shown[-1]["reply_markup"] = {
            "inline_keyboard": self._row("admin.button.undo", Step.UNDO, taught.review_id)
        }
        exchange.say(shown)

    def _refuse(self, exchange: Exchange, error: RefusedError, decision: Decision) -> None:
        """Say why, and wait for a better answer to the same question."""
        self._expect_answer(exchange, decision.review_id, decision.version)
        cancel = self._row("admin.button.cancel", Step.CANCEL)
        exchange.say(self._renderer.text(self._texts("admin.try_again", why=error), cancel))

    @staticmethod
    def _decision(exchange: Exchange, review: int, version: int) -> Decision:
        return Decision(review, version, exchange.visitor.user_id, exchange.at)
