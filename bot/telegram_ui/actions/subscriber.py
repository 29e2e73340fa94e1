"""Following an office, a province or a topic."""

from collections.abc import Sequence

from bot.desk.messaging.unit_of_work import OutgoingCall, Priority
from bot.desk.notifications.subscriptions import MOST, NewEntry, Subscriptions
from bot.dialogue.conversation import Action, Verb
from bot.dialogue.lists.scopes import button_code
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.markup import shortened
from bot.telegram_ui.drawing.presses import Do, FollowStep, OnFollow
from bot.telegram_ui.drawing.render import Button, Renderer, Rows, pairs
from bot.telegram_ui.drawing.renderers import Renderers

_TITLE = 45  # characters of a title on a button


class Subscriber:
    """`/follow`, and the buttons under what it says."""

    def __init__(self, subscriptions: Subscriptions, renderers: Renderers) -> None:
        self._subscriptions = subscriptions
        self._renderers = renderers

    def follow(self, exchange: Exchange) -> None:
        """`/follow` shows what is followed, `/follow เชียงใหม่` begins to follow it."""
        if not exchange.private:
            exchange.tell("follow.private_only")
            return
        if not exchange.argument:
            self._show(exchange)
            return
        subject = self._subscriptions.named(exchange.argument[:100])
        if subject is None:
            rows = self._suggestions(exchange.renderer)
            exchange.tell("follow.unknown", rows)
        else:
            self._begin(exchange, subject)

    def press(self, exchange: Exchange, press: OnFollow) -> None:
        """Begin or end to follow."""
        exchange.acknowledge()
        if press.step is FollowStep.NOTHING:
            self._subscriptions.unfollow(exchange.visitor)
            exchange.tell("follow.nothing")
            return
        subject = self._subject(exchange, press.subject)
        if subject is None:
            exchange.tell("telegram.stale_button")
        elif press.step is FollowStep.BEGIN:
            self._begin(exchange, subject)
        else:
            self._subscriptions.unfollow(exchange.visitor, subject)
            exchange.tell("follow.ended", subject=subject)

    def draw(
        self, chat_id: int, novelties: Sequence[NewEntry], subjects: Sequence[str]
    ) -> list[OutgoingCall]:
        """The notice of new entries: a button to each, and one to stop each subject."""
        renderer, named = self._renderers.of_chat(chat_id), " · ".join(subjects)
        rows = [
            renderer.button(shortened(one.title, _TITLE), Do(Action(Verb.SHOW, one.entry_id)))
            for one in novelties
        ]
        rows += [_stop(renderer, subject) for subject in subjects]
        payloads = renderer.sentence("follow.news", rows, subjects=named)
        return [OutgoingCall(chat_id, "sendMessage", one, Priority.NOTICE) for one in payloads]

    def _show(self, exchange: Exchange) -> None:
        followed = self._subscriptions.followed(exchange.visitor)
        rows = self._suggestions(exchange.renderer, followed)
        if followed:
            renderer = exchange.renderer
            nothing = renderer.labelled("follow.button.nothing", OnFollow(FollowStep.NOTHING))
            rows = [*(_stop(renderer, one) for one in followed), nothing, *rows]
        key = "follow.yours" if followed else "follow.none"
        exchange.tell(key, rows, subjects=" · ".join(followed))

    def _begin(self, exchange: Exchange, subject: str) -> None:
        begun = self._subscriptions.follow(exchange.visitor, subject, exchange.at)
        key = "follow.begun" if begun else "follow.too_many"
        rows = [_stop(exchange.renderer, subject)] if begun else None
        exchange.tell(key, rows, subject=subject, most=MOST)

    def _subject(self, exchange: Exchange, marked: str) -> str | None:
        """The subject of a mark: one that is followed, or one that entries are about."""
        followed = self._subscriptions.followed(exchange.visitor)
        own = next((one for one in followed if button_code(one) == marked), None)
        return own or self._subscriptions.subject_of(marked)

    def _suggestions(self, renderer: Renderer, without: Sequence[str] = ()) -> Rows:
        buttons: list[Button] = []
        for subject in self._subscriptions.suggested():
            if subject not in without:
                press = OnFollow(FollowStep.BEGIN, button_code(subject))
                buttons += renderer.labelled("follow.button.begin", press, subject=subject)
        return pairs(buttons)


def _stop(renderer: Renderer, subject: str) -> list[Button]:
    end = OnFollow(FollowStep.END, button_code(subject))
    return renderer.labelled("follow.button.end", end, subject=subject)
