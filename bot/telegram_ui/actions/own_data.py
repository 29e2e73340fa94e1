"""What citizens can do about what is kept of them: `/mydata` and `/forgetme`."""

from bot.desk.conversation.asking import Asking
from bot.desk.conversation.cases import Cases
from bot.desk.messaging.unit_of_work import inline_file
from bot.desk.privacy import OWN_DATA, Privacy
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.presses import Forget


class OwnData:
    """Only between us: in company nobody's data is shown, and a group's is not one person's."""

    def __init__(self, privacy: Privacy, asking: Asking, cases: Cases | None) -> None:
        self._privacy = privacy
        self._cases = cases
        self._asking = asking

    def mydata(self, exchange: Exchange) -> None:
        """Everything that is kept, as a file to read."""
        if not exchange.private:
            exchange.tell("mydata.private")
            return
        text = self._privacy.copy_for(exchange.work, exchange.visitor, exchange.at)
        file = inline_file(OWN_DATA, text.encode("utf-8-sig"))
        caption = exchange.texts("mydata.caption")
        exchange.call("sendDocument", {"document": file, "caption": caption})

    def forgetme(self, exchange: Exchange) -> None:
        """Ask whether they mean it."""
        if not exchange.private:
            exchange.tell("mydata.private")
            return
        rows = [
            exchange.renderer.labelled("forgetme.button.yes", Forget(sure=True)),
            exchange.renderer.labelled("forgetme.button.no", Forget(sure=False)),
        ]
        exchange.tell("forgetme.ask", rows)

    def press(self, exchange: Exchange, press: Forget) -> None:
        """The answer to that."""
        if not exchange.private:
            exchange.acknowledge(exchange.texts("mydata.private"))
            return
        exchange.acknowledge()
        if press.sure:
            if self._cases:
                self._cases.forget(exchange.visitor, exchange.at)
            self._asking.forget(exchange.visitor)
            self._privacy.forget(exchange.work, exchange.visitor, exchange.at)
        key = "forgetme.done" if press.sure else "forgetme.kept"
        (message,) = exchange.renderer.sentence(key)
        shown = exchange.query.message if exchange.query else None
        if shown:
            exchange.call("editMessageText", message | {"message_id": shown.message_id})
