"""Reminders of events: the button that asks for one, and the message that gives it."""

from bot.desk.messaging.unit_of_work import OutgoingCall, Priority
from bot.desk.notifications.reminders import Reminders
from bot.dialogue.presentation.dates import format_day
from bot.dialogue.replies import Reply
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.presses import Remind
from bot.telegram_ui.drawing.renderers import Renderers


class Reminding:
    """Handlers of the buttons, and the drawing of the reminders."""

    def __init__(self, reminders: Reminders, renderers: Renderers) -> None:
        self._reminders = reminders
        self._renderers = renderers

    def press(self, exchange: Exchange, press: Remind) -> None:
        """Remind me, or do not."""
        exchange.acknowledge()
        if not press.wanted:
            self._reminders.forget(exchange.work, press.entry, exchange.visitor)
            exchange.tell("reminders.forgotten")
            return
        due = self._reminders.remind(exchange.work, press.entry, exchange.visitor, exchange.at)
        if due is None:
            exchange.tell("reminders.too_late")
            return
        day = format_day(due.date(), exchange.texts)
        forget = Remind(press.entry, wanted=False)
        undo = exchange.renderer.labelled("reminders.button.forget", forget)
        time = f"{due:%H.%M}"
        exchange.tell("reminders.promised", [undo], day=day, time=time)

    def draw(self, chat_id: int, lead: str, reply: Reply | None) -> list[OutgoingCall]:
        """A reminder: a line, then the event as it is today."""
        renderer = self._renderers.of_chat(chat_id)
        calls = [("sendMessage", one) for one in renderer.sentence(lead)]
        if reply:
            calls += renderer.calls(reply)
        return [OutgoingCall(chat_id, method, one, Priority.NOTICE) for method, one in calls]
