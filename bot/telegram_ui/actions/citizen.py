"""What citizens do in Telegram: ask, choose, judge, look around."""

import re
from collections.abc import Callable
from typing import Any

from telegram import Message, MessageEntity

from bot.desk.conversation.asking import Answered, Asking, IncomingMessage
from bot.desk.messaging.chat_memory import TELEGRAM, ChatMemory
from bot.dialogue.conversation import Action, Verb
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.callbacks import kind_of
from bot.telegram_ui.drawing.case_messages import leaving_rows
from bot.telegram_ui.drawing.presses import Blame, Do, Judge, Language, Press, Speak, Want
from bot.telegram_ui.drawing.render import Rows

_DEEP_LINK = re.compile("e_([A-Z2-7]{13})")
_LINKED = {"news": Verb.NEWS, "events": Verb.EVENTS, "contact": Verb.CONTACT, "help": Verb.HELP}
_KEYS = (("news", "events"), ("contact", "help"), ("hide",))
_CONTENT = ("sticker", "photo", "voice", "video", "document", "location", "contact", "poll")
_ALBUMS = 1_000  # remembered at once
_SAME_AS = {"audio": "voice", "video_note": "video", "animation": "sticker", "venue": "location"}


class Citizen:
    """Handlers that only read and add to the exchange's unit of work."""

    def __init__(self, asking: Asking, *, staffed: bool) -> None:
        """`staffed` says that questions can be left with officers."""
        self._staffed = staffed
        self._asking = asking
        self._albums: dict[str, int] = {}  # each with the message of it that was told

    def start(self, exchange: Exchange) -> None:
        """Welcome, or what a deep link names; a link to nothing is an ordinary start."""
        linked = self._linked(exchange.argument)
        if linked:
            self.act(exchange, linked)
            return
        menu = self._perform(exchange, Action(Verb.MENU))
        rows = exchange.renderer.choices(menu.reply.choices)
        exchange.tell("menu.welcome", rows)
        ChatMemory.mark_notice_shown(exchange.work, exchange.visitor, exchange.at)

    def act(self, exchange: Exchange, action: Action, question: str = "") -> None:
        """Carry out the action of a command or a button."""
        answered = self._perform(exchange, action, question)
        self._reply(exchange, answered, left=question)

    def choose_language(self, exchange: Exchange) -> None:
        """`/lang en` changes the language, `/lang` offers what there is."""
        words = (exchange.message.text or "").lower().split() if exchange.message else []
        chosen = next((one for one in Language if one in words), None)
        if chosen:
            self._speak(exchange, chosen)
            return
        buttons = [exchange.renderer.labelled(f"language.{one}", Speak(one)) for one in Language]
        exchange.tell("language.choose", buttons)

    def on_speak(self, exchange: Exchange, press: Speak) -> None:
        """A button that names a language."""
        exchange.acknowledge()
        self._speak(exchange, press.language)

    def _speak(self, exchange: Exchange, language: Language) -> None:
        """Answer this chat in the language from now on; each says so in its own words."""
        ChatMemory.set_language(exchange.work, exchange.visitor, language, exchange.at)
        exchange.tell(f"language.now_{language}")

    def keyboard(self, exchange: Exchange) -> None:
        """Large buttons in place of the letters; each one types its own words."""
        if not exchange.private:
            exchange.tell("keyboard.private_only")
            return
        rows = [[exchange.texts(f"keyboard.{name}") for name in row] for row in _KEYS]
        (payload,) = exchange.renderer.sentence("keyboard.shown")
        payload["reply_markup"] = {
            "keyboard": [[{"text": text} for text in row] for row in rows],
            "is_persistent": True,
            "resize_keyboard": True,
            "input_field_placeholder": exchange.texts("keyboard.placeholder"),
        }
        exchange.say([payload])

    def _hides_keyboard(self, exchange: Exchange, text: str) -> bool:
        """Whether the message is the key that takes the large buttons away; does so if it is."""
        if text != exchange.texts("keyboard.hide"):
            return False
        (payload,) = exchange.renderer.sentence("keyboard.hidden")
        exchange.say([payload | {"reply_markup": {"remove_keyboard": True}}])
        return True

    def privacy(self, exchange: Exchange) -> None:
        """What is kept of people; between us also the number that this person is known by."""
        answered = self._perform(exchange, Action(Verb.PRIVACY))
        number = exchange.visitor.user_id
        own = exchange.texts("telegram.your_number", number=number) if exchange.private else ""
        self._reply(exchange, answered, own)

    def text(self, exchange: Exchange, message: Message) -> None:
        """A question in free words, new or edited."""
        said = spoken_text(message)
        if self._hides_keyboard(exchange, said):
            return
        answered = self._asking.ask(exchange.work, self._incoming(exchange, message, said))
        self._reply(exchange, answered, self._notice(exchange))

    def unsupported(self, exchange: Exchange, message: Message) -> None:
        """A sticker, a photo, a voice message …: say what works instead, once for an album."""
        if self._is_told(message):
            return
        kind = _kind_of(message)
        exchange.tell(f"telegram.unsupported.{kind}")

    def _is_told(self, message: Message) -> bool:
        """Whether another part of the same album was."""
        album, own = message.media_group_id, message.message_id
        if len(self._albums) > _ALBUMS:
            self._albums.clear()
        return album is not None and self._albums.setdefault(album, own) != own

    def do(self, exchange: Exchange, press: Do) -> None:
        """A choice, or another action of a button."""
        exchange.acknowledge()
        self.act(exchange, press.action, press.question)

    def _reply(
        self, exchange: Exchange, answered: Answered, notice: str = "", left: str = ""
    ) -> None:
        """Say the reply; `left` is the question that may be left with an officer under it."""
        more: Rows = []
        if self._staffed and answered.reply.to_a_person and exchange.private:
            more = leaving_rows(exchange.renderer, left)
        calls = exchange.renderer.calls(answered.reply, answered.question_key, notice, more)
        if answered.answer_message_id and [method for method, _ in calls] == ["sendMessage"]:
            changed = calls[0][1] | {"message_id": answered.answer_message_id}
            exchange.call("editMessageText", changed, question=answered.question_key)
        else:
            exchange.deliver(calls, question=answered.question_key)

    def _perform(self, exchange: Exchange, action: Action, question: str = "") -> Answered:
        return self._asking.perform(exchange.work, action, exchange.visitor, exchange.at, question)

    def judge(self, exchange: Exchange, vote: Judge) -> None:
        """A vote; after a bad one it is asked what is wrong, and offered to tell of a better."""
        keep, thanks = self._asking.judge, exchange.texts("telegram.thanks")
        known = self._kept(exchange, vote, thanks, keep, vote.question, vote.good)
        if known and not vote.good:
            rows = exchange.renderer.fault_rows(vote.question)
            rows += exchange.renderer.wait_row(vote.question)
            exchange.tell("telegram.disliked", rows)

    def blame(self, exchange: Exchange, press: Blame) -> None:
        """What was wrong with the answer, for its reviewers."""
        keep, thanks = self._asking.judge, exchange.texts("telegram.thanks")
        self._kept(exchange, press, thanks, keep, press.question, press.fault)

    def want(self, exchange: Exchange, wish: Want) -> None:
        """Promise to tell when the question is answered, or do if it is by now."""
        asked = (wish.question, exchange.visitor, exchange.at)
        answered = self._asking.taught_since(*asked)
        if answered:
            exchange.acknowledge()
            self._without_buttons(exchange, Want)
            self._reply(exchange, answered)
        elif self._kept(exchange, wish, "", self._asking.want_to_know, wish.question):
            exchange.tell("telegram.will_tell")

    def _kept(
        self, exchange: Exchange, press: Press, thanks: str, keep: Callable[..., bool], *of: object
    ) -> bool:
        """Keep what a press says `of` an answer; whether that answer is still known."""
        known = keep(exchange.work, *of, exchange.visitor, exchange.at)
        if known:
            exchange.acknowledge(thanks)
            self._without_buttons(exchange, type(press))
        else:
            exchange.stale()
        return known

    def _without_buttons(self, exchange: Exchange, kind: type[Press]) -> None:
        """Take used buttons off the message they stood under."""
        pressed = exchange.pressed
        if pressed is None or not pressed.reply_markup:
            return
        rows = pressed.reply_markup.to_dict()["inline_keyboard"]
        kept = _rows_without(rows, kind)
        if kept != rows:
            payload = {"message_id": pressed.message_id, "reply_markup": {"inline_keyboard": kept}}
            exchange.call("editMessageReplyMarkup", payload)

    def _notice(self, exchange: Exchange) -> str:
        """The privacy notice, once, for people who never saw the start message; else ""."""
        if not (exchange.private and exchange.chat.notice_due):
            return ""
        ChatMemory.mark_notice_shown(exchange.work, exchange.visitor, exchange.at)
        return exchange.texts("telegram.notice")

    def _linked(self, payload: str) -> Action | None:
        """What `?start=` asks for: an entry by its key, or a list by its name."""
        if payload in _LINKED:
            return Action(_LINKED[payload])
        found = _DEEP_LINK.fullmatch(payload)
        entry = self._asking.entry_of(found[1]) if found else None
        return Action(Verb.SHOW, entry) if entry else None

    @staticmethod
    def _incoming(exchange: Exchange, message: Message, text: str) -> IncomingMessage:
        return IncomingMessage(
            channel=TELEGRAM,
            chat_id=exchange.visitor.chat_id,
            user_id=exchange.visitor.user_id,
            message_id=message.message_id,
            text=text,
            at=exchange.at,
            edited=exchange.update.edited_message is not None,
        )


def spoken_text(message: Message) -> str:
    """What was said, text or caption, without the mention that addressed the bot."""
    text = message.text or message.caption or ""
    name = message.get_bot().username
    return re.sub(rf"@{re.escape(name)}(?![A-Za-z0-9_])", " ", text, flags=re.IGNORECASE).strip()


def is_addressed(message: Message) -> bool:
    """Whether a message in a group speaks to the bot: names it, or replies to it."""
    bot = message.get_bot()
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == bot.id:
        return True
    named = message.parse_entities([MessageEntity.MENTION]) | message.parse_caption_entities(
        [MessageEntity.MENTION]
    )
    return f"@{bot.username}".lower() in {name.lower() for name in named.values()}


def _kind_of(message: Message) -> str:
    for name in (*_SAME_AS, *_CONTENT):
        if getattr(message, name):
            return _SAME_AS.get(name, name)
    return "other"


def _rows_without(rows: list[list[dict[str, Any]]], kind: type[Press]) -> Rows:
    kept = [
        [button for button in row if kind_of(button.get("callback_data", "")) is not kind]
        for row in rows
    ]
    return [row for row in kept if row]
