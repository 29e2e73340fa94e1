"""Messages to everybody: staff write one, look at it as citizens will, send it and stop it."""

from telegram import Message

from bot.desk.subscriptions import Broadcasts
from bot.desk.work import Outgoing, Priority
from bot.telegram_ui.attachments import Payload
from bot.telegram_ui.awaiting import Awaiting
from bot.telegram_ui.exchange import Exchange
from bot.telegram_ui.markup import Run
from bot.telegram_ui.presses import Broadcasting, BroadcastStep, OnBroadcast
from bot.telegram_ui.render import Button, Renderer


class Broadcaster:
    """`/broadcast` for staff: write, look at it as citizens will, send, stop."""

    def __init__(self, broadcasts: Broadcasts, awaiting: Awaiting, renderer: Renderer) -> None:
        self._broadcasts = broadcasts
        self._awaiting = awaiting
        self._renderer = renderer
        self._texts = renderer.texts

    def begin(self, exchange: Exchange) -> None:
        """Ask for the text."""
        self._awaiting.ask(exchange, "broadcast.text")
        exchange.say(self._renderer.told("broadcast.write_now"))

    def takes(self, exchange: Exchange, message: Message, text: str) -> bool:
        """Whether this message is the text of a broadcast; shows it with its audience if so.

        Changing the message that was shown shows it anew.
        """
        purpose = "broadcast.send" if exchange.update.edited_message else "broadcast.text"
        if self._awaiting.awaited(exchange, purpose) is None:
            return False
        number = message.message_id
        self._awaiting.ask(exchange, "broadcast.send", text=text, message=number)
        audience = self._broadcasts.audience()
        exchange.say(self._payloads(text))
        send = OnBroadcast(BroadcastStep.SEND, number)
        cancel = OnBroadcast(BroadcastStep.CANCEL, number)
        rows = [
            self._renderer.labelled("broadcast.button.send", send, count=audience),
            self._renderer.labelled("broadcast.button.cancel", cancel),
        ]
        exchange.say(self._renderer.told("broadcast.preview", rows, count=audience))
        return True

    def press(self, exchange: Exchange, press: OnBroadcast) -> None:
        """Send it, put it aside, or stop it; `number` is the message's, then the broadcast's."""
        exchange.acknowledge()
        match press.step:
            case BroadcastStep.SEND:
                self._send(exchange, press.number)
            case BroadcastStep.CANCEL:
                self._awaiting.end(exchange)
                exchange.say(self._renderer.told("broadcast.cancelled"))
            case BroadcastStep.STOP:
                self._stop(exchange, press.number)

    def answer(self, exchange: Exchange, press: Broadcasting) -> None:
        """A citizen wants no more of them, or wants them again."""
        self._broadcasts.welcome(exchange.visitor, press.wanted, exchange.at)
        exchange.acknowledge()
        key = "broadcast.wanted" if press.wanted else "broadcast.declined"
        row = self._welcome_button(wanted=not press.wanted)
        exchange.say(self._renderer.told(key, [row]))

    def draw(self, chat_id: int, text: str) -> list[Outgoing]:
        """A broadcast as one chat gets it."""
        payloads = self._payloads(text)
        return [Outgoing(chat_id, "sendMessage", one, Priority.BROADCAST) for one in payloads]

    def _payloads(self, text: str) -> list[Payload]:
        runs = [Run(self._texts("broadcast.heading") + "\n\n", "b"), Run(text)]
        return self._renderer.message(runs, [self._welcome_button(wanted=False)])

    def _welcome_button(self, *, wanted: bool) -> list[Button]:
        key = f"broadcast.button.{'want' if wanted else 'decline'}"
        return self._renderer.labelled(key, Broadcasting(wanted))

    def _send(self, exchange: Exchange, message_id: int) -> None:
        noted = self._awaiting.noted(exchange, "broadcast.send")
        if noted is None or noted["message"] != message_id:  # another was written meanwhile
            exchange.say(self._renderer.told("telegram.stale_button"))
            return
        self._awaiting.end(exchange)
        text = str(noted["text"])
        origin = f"{exchange.visitor.chat_id}:{message_id}"
        by = exchange.visitor.user_id
        number = self._broadcasts.order(text, origin, by, exchange.at)
        stop = OnBroadcast(BroadcastStep.STOP, number)
        row = self._renderer.labelled("broadcast.button.stop", stop)
        exchange.say(self._renderer.told("broadcast.ordered", [row]))

    def _stop(self, exchange: Exchange, number: int) -> None:
        by = exchange.visitor.user_id
        sent = self._broadcasts.stop(number, by, exchange.at)
        if sent is None:
            exchange.say(self._renderer.told("telegram.stale_button"))
            return
        key = f"broadcast.state.{sent.state}"
        exchange.say(self._renderer.told(key, told=sent.told, count=sent.audience))
