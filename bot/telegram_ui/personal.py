"""What citizens can do about what is kept of them: `/mydata` and `/forgetme`."""

from bot.desk.asking import Asking
from bot.desk.cases import Cases
from bot.desk.privacy import OWN_DATA, Privacy
from bot.desk.work import enclosed
from bot.telegram_ui.exchange import Exchange
from bot.telegram_ui.presses import Forget
from bot.telegram_ui.render import Renderer


class Personal:
    """Only between us: in company nobody's data is shown, and a group's is not one person's."""

    def __init__(
        self, privacy: Privacy, asking: Asking, cases: Cases | None, renderer: Renderer
    ) -> None:
        self._privacy = privacy
        self._cases = cases
        self._asking = asking
        self._renderer = renderer
        self._texts = renderer.texts

    def mydata(self, exchange: Exchange) -> None:
        """Everything that is kept, as a file to read."""
        if not exchange.private:
            exchange.say(self._renderer.told("mydata.private"))
            return
        text = self._privacy.copy_for(exchange.work, exchange.visitor, exchange.at)
        file = enclosed(OWN_DATA, text.encode("utf-8-sig"))
        caption = self._texts("mydata.caption")
        exchange.call("sendDocument", {"document": file, "caption": caption})

    def forgetme(self, exchange: Exchange) -> None:
        """Ask whether they mean it."""
        if not exchange.private:
            exchange.say(self._renderer.told("mydata.private"))
            return
        rows = [
            self._renderer.labelled("forgetme.button.yes", Forget(sure=True)),
            self._renderer.labelled("forgetme.button.no", Forget(sure=False)),
        ]
        exchange.say(self._renderer.told("forgetme.ask", rows))

    def press(self, exchange: Exchange, press: Forget) -> None:
        """The answer to that."""
        if not exchange.private:
            exchange.acknowledge(self._texts("mydata.private"))
            return
        exchange.acknowledge()
        if press.sure:
            if self._cases:
                self._cases.forget(exchange.visitor, exchange.at)
            self._asking.forget(exchange.visitor)
            self._privacy.forget(exchange.work, exchange.visitor, exchange.at)
        key = "forgetme.done" if press.sure else "forgetme.kept"
        (message,) = self._renderer.told(key)
        shown = exchange.query.message if exchange.query else None
        if shown:
            exchange.call("editMessageText", message | {"message_id": shown.message_id})
