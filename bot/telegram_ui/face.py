"""The bot's face in Telegram: everything that receives, handles and sends, wired together."""

import asyncio
import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from telegram.error import InvalidToken, TelegramError

from bot.desk.messaging.unit_of_work import OutgoingCall, Priority
from bot.desk.review.reviewing import Announce
from bot.desk.use_cases import Desk
from bot.dialogue.replies import Reply
from bot.telegram_ui.drawing.renderers import Renderers
from bot.telegram_ui.handlers import Handlers
from bot.telegram_ui.inline import Inline
from bot.telegram_ui.profile import Profile
from bot.telegram_ui.transport.application import ApiAccess, make_bot
from bot.telegram_ui.transport.pacing import Backoff
from bot.telegram_ui.transport.receiver import Receiver, RefusedByTelegramError, TokenRefusedError
from bot.telegram_ui.transport.sender import Sender
from bot.telegram_ui.transport.wakeup import Wakeup, wait_for
from bot.telegram_ui.transport.webhook import Hook, Webhook
from bot.telegram_ui.transport.worker import Worker

_LAST_WORK = 4.0  # seconds for updates in hand at the end
_SHRINK_EVERY = 60  # rounds
_ROUND = 60.0  # seconds between two rounds of housekeeping
_log = logging.getLogger(__name__)


class TelegramFace:
    """Serves one bot until told to stop."""

    def __init__(
        self,
        access: ApiAccess,
        desk: Desk,
        renderers: Renderers,
        clock: Callable[[], datetime],
        hook: Hook | None = None,
    ) -> None:
        self._mailbox = desk.mailbox
        self._cases = desk.cases
        self._clock = clock
        self._bot = bot = make_bot(access)
        self.handlers = Handlers(desk, renderers)
        inbox, outbox = threading.Event(), Wakeup()
        self._profile = Profile(bot, self.handlers, renderers, desk.people)
        self._inline = Inline(bot=bot, asking=desk.asking, renderers=renderers, clock=clock)
        divert = self._inline.divert
        self.webhook = (
            Webhook(bot, desk.mailbox, clock, inbox, hook, divert=divert) if hook else None
        )
        self._receiver = self.webhook or Receiver(bot, desk.mailbox, clock, inbox, divert=divert)
        self._worker = Worker(
            bot=bot,
            handle=self.handlers.handle,
            mailbox=desk.mailbox,
            new_work=desk.new_work,
            clock=clock,
            inbox_wakeup=inbox,
            outbox_wakeup=outbox,
        )
        self._sender = Sender(bot, desk.mailbox, clock, outbox, read_file=desk.editions.attachment)

    def fault(self, at: datetime) -> str:
        """Why updates may not be coming in; empty when all is well."""
        return self._receiver.fault(at)

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop` is set, then end within eight seconds with nothing lost.

        Raises `RefusedByTelegramError` when Telegram does not know the token or will not
        deliver to the hook. With a `hook`, its `webhook` must be served meanwhile.
        """
        if not await self._connect(stop):
            return
        try:
            await asyncio.to_thread(self._mailbox.recover, self._clock())
            await self._serve(stop)
        finally:
            await self._bot.shutdown()

    async def _connect(self, stop: asyncio.Event) -> bool:
        """Introduce ourselves to Telegram, however long it takes; False when told to stop."""
        backoff = Backoff()
        while not stop.is_set():
            try:
                await self._bot.initialize()
            except InvalidToken as error:
                raise TokenRefusedError from error
            except TelegramError as error:
                _log.warning("cannot reach Telegram yet: %s", type(error).__name__)
                await wait_for(stop, backoff.pause())
            else:
                return True
        return False

    async def _serve(self, stop: asyncio.Event) -> None:
        handled = asyncio.Event()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._receive_and_handle(stop, handled))
                tasks.create_task(self._sender.run(handled))
                tasks.create_task(self._keep_house(stop))
                tasks.create_task(self._introduce())
                tasks.create_task(self._inline.run(stop))
        except* RefusedByTelegramError as refused:
            raise refused.exceptions[0] from refused

    async def _introduce(self) -> None:
        """See the staff room, set names and menus; people are answered without all this."""
        try:
            await self._look_at_room()
            await self._profile.apply()
        except Exception as error:  # the database; the next start tries again
            _log.warning("the bot cannot introduce itself: %s", type(error).__name__)

    async def _look_at_room(self) -> None:
        """Find out whether the staff room has topics; if it cannot be seen, it has none."""
        if self._cases is None:
            return
        try:
            room = await self._bot.get_chat(self._cases.room)
        except TelegramError as error:
            _log.warning("the staff room cannot be seen: %s", error.message)
        else:
            self._cases.messages.forum = bool(room.is_forum)

    async def _receive_and_handle(self, stop: asyncio.Event, handled: asyncio.Event) -> None:
        """The receiver ends at once, then the worker, and only then the sender.

        A worker that fails takes the receiver with it: nobody would notice what is only received.
        """
        receiving = asyncio.ensure_future(self._receiver.run(stop))
        working = asyncio.ensure_future(self._worker.run(stop))
        try:
            await asyncio.wait({receiving, working}, return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                working.result()
            await receiving
            await asyncio.wait({working}, timeout=_LAST_WORK)
        finally:
            receiving.cancel()
            working.cancel()
            handled.set()

    async def _keep_house(self, stop: asyncio.Event) -> None:
        """Resend what nobody reported on; shrink the database's log every hour."""
        turn = 0
        while not stop.is_set():
            try:
                await asyncio.to_thread(self._mailbox.recover_expired, self._clock())
                if turn % _SHRINK_EVERY == 0:
                    await asyncio.to_thread(self._mailbox.shrink)
            except Exception as error:  # the database; the next turn tries again
                _log.warning("housekeeping failed: %s", type(error).__name__)
            turn += 1
            await wait_for(stop, _ROUND)


def announcer(renderers: Renderers) -> Announce:
    """Draws what people read who wanted to know; judging it bad opens their question again."""

    def announce(chat_id: int, key: str, question: str, reply: Reply) -> Sequence[OutgoingCall]:
        renderer = renderers.of_chat(chat_id)
        asked = question[:300] or renderer.texts("desk.as_you_asked")
        intro = renderer.sentence("desk.answered", question=asked)
        payloads = intro + renderer.reply(reply, key)
        return [OutgoingCall(chat_id, "sendMessage", one, Priority.NOTICE) for one in payloads]

    return announce
