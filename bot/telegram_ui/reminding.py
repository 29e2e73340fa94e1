"""Reminders of events: the button that asks for one, and the message that gives it."""

from bot.desk.reminders import Reminders
from bot.desk.work import Outgoing, Priority
from bot.dialogue.labels import told_day
from bot.dialogue.replies import Reply
from bot.telegram_ui.exchange import Exchange
from bot.telegram_ui.presses import Remind
from bot.telegram_ui.render import Renderer


class Reminding:
    """Handlers of the buttons, and the drawing of what is told unasked."""

    def __init__(self, reminders: Reminders, renderer: Renderer) -> None:
        self._reminders = reminders
        self._renderer = renderer
        self._texts = renderer.texts

    def press(self, exchange: Exchange, press: Remind) -> None:
        """Remind me, or do not."""
        exchange.acknowledge()
        if not press.wanted:
            self._reminders.forget(exchange.work, press.entry, exchange.visitor)
            exchange.say(self._renderer.told("reminders.forgotten"))
            return
        due = self._reminders.remind(exchange.work, press.entry, exchange.visitor, exchange.at)
        if due is None:
            exchange.say(self._renderer.told("reminders.too_late"))
            return
        day = told_day(due.date(), self._texts)
        undo = self._renderer.labelled("reminders.button.forget", Remind(press.entry, wanted=False))
        time = f"{due:%H.%M}"
        exchange.say(self._renderer.told("reminders.promised", [undo], day=day, time=time))

    def draw(self, chat_id: int, lead: str, reply: Reply | None) -> list[Outgoing]:
        """What reminds: a line, then the event as it stands today."""
        calls = [("sendMessage", one) for one in self._renderer.told(lead)]
        if reply:
            calls += self._renderer.calls(reply)
        return [Outgoing(chat_id, method, one, Priority.NOTICE) for method, one in calls]
