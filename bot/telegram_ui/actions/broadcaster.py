"""Messages to everybody: staff write one, look at it as citizens will, send it and stop it."""

from telegram import Message

from bot.desk.messaging.unit_of_work import OutgoingCall, Priority
from bot.desk.notifications.subscriptions import Broadcasts
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.attachments import Payload
from bot.telegram_ui.drawing.markup import Run
from bot.telegram_ui.drawing.presses import Broadcasting, BroadcastStep, OnBroadcast
from bot.telegram_ui.drawing.render import Button, Renderer
from bot.telegram_ui.drawing.renderers import Renderers


class Broadcaster:
    """`/broadcast` for staff: write, look at it as citizens will, send, stop."""

    def __init__(self, broadcasts: Broadcasts, renderers: Renderers) -> None:
        self._broadcasts = broadcasts
        self._renderers = renderers

    def begin(self, exchange: Exchange) -> None:
        """Ask for the text."""
        exchange.expect("broadcast.text")
        exchange.tell("broadcast.write_now")

    def takes(self, exchange: Exchange, message: Message, text: str) -> bool:
        """Whether this message is the text of a broadcast; shows it with its audience if so.

        Changing the message that was shown shows it anew.
        """
        purpose = "broadcast.send" if exchange.update.edited_message else "broadcast.text"
        if exchange.awaited(purpose) is None:
            return False
        number = message.message_id
        exchange.expect("broadcast.send", text=text, message=number)
        audience = self._broadcasts.audience()
        exchange.say(_payloads(exchange.renderer, text))
        send = OnBroadcast(BroadcastStep.SEND, number)
        cancel = OnBroadcast(BroadcastStep.CANCEL, number)
        rows = [
            exchange.renderer.labelled("broadcast.button.send", send, count=audience),
            exchange.renderer.labelled("broadcast.button.cancel", cancel),
        ]
        exchange.tell("broadcast.preview", rows, count=audience)
        return True

    def press(self, exchange: Exchange, press: OnBroadcast) -> None:
        """Send it, put it aside, or stop it; `number` is the message's, then the broadcast's."""
        exchange.acknowledge()
        match press.step:
            case BroadcastStep.SEND:
                self._send(exchange, press.number)
            case BroadcastStep.CANCEL:
                exchange.expect_nothing()
                exchange.tell("broadcast.cancelled")
            case BroadcastStep.STOP:
                self._stop(exchange, press.number)

    def answer(self, exchange: Exchange, press: Broadcasting) -> None:
        """A citizen wants no more of them, or wants them again."""
        self._broadcasts.set_wanted(exchange.visitor, press.wanted, exchange.at)
        exchange.acknowledge()
        key = "broadcast.wanted" if press.wanted else "broadcast.declined"
        row = _welcome_button(exchange.renderer, wanted=not press.wanted)
        exchange.tell(key, [row])

    def draw(self, chat_id: int, text: str) -> list[OutgoingCall]:
        """A broadcast as one chat gets it."""
        payloads = _payloads(self._renderers.of_chat(chat_id), text)
        return [OutgoingCall(chat_id, "sendMessage", one, Priority.BROADCAST) for one in payloads]

    def _send(self, exchange: Exchange, message_id: int) -> None:
        noted = exchange.noted("broadcast.send")
        if noted is None or noted["message"] != message_id:  # another was written meanwhile
            exchange.tell("telegram.stale_button")
            return
        exchange.expect_nothing()
        text = str(noted["text"])
        origin = f"{exchange.visitor.chat_id}:{message_id}"
        by = exchange.visitor.user_id
        number = self._broadcasts.order(text, origin, by, exchange.at)
        stop = OnBroadcast(BroadcastStep.STOP, number)
        row = exchange.renderer.labelled("broadcast.button.stop", stop)
        exchange.tell("broadcast.ordered", [row])

    def _stop(self, exchange: Exchange, number: int) -> None:
        by = exchange.visitor.user_id
        sent = self._broadcasts.stop(number, by, exchange.at)
        if sent is None:
            exchange.tell("telegram.stale_button")
            return
        key = f"broadcast.state.{sent.state}"
        exchange.tell(key, told=sent.told, count=sent.audience)


def _payloads(renderer: Renderer, text: str) -> list[Payload]:
    runs = [Run(renderer.texts("broadcast.heading") + "\n\n", "b"), Run(text)]
    return renderer.message(runs, [_welcome_button(renderer, wanted=False)])


def _welcome_button(renderer: Renderer, *, wanted: bool) -> list[Button]:
    key = f"broadcast.button.{'want' if wanted else 'decline'}"
    return renderer.labelled(key, Broadcasting(wanted))
