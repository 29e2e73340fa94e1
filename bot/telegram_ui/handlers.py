"""One table of commands: it makes the handlers, the command menu and the list in /help."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.desk.errors import RefusedError
from bot.desk.staff.people import Role
from bot.desk.use_cases import Desk
from bot.dialogue.conversation import Action, Verb
from bot.telegram_ui.actions.admin import Admin
from bot.telegram_ui.actions.broadcaster import Broadcaster
from bot.telegram_ui.actions.citizen import Citizen, is_addressed, spoken_text
from bot.telegram_ui.actions.exchange import Exchange, Handling, exchange_as_group, exchange_of
from bot.telegram_ui.actions.officers import Officers
from bot.telegram_ui.actions.own_data import OwnData
from bot.telegram_ui.actions.reminding import Reminding
from bot.telegram_ui.actions.reports import Reports
from bot.telegram_ui.actions.staff import Staff
from bot.telegram_ui.actions.subscriber import Subscriber
from bot.telegram_ui.drawing import presses
from bot.telegram_ui.drawing.presses import Press
from bot.telegram_ui.drawing.renderers import Renderers
from bot.texts import Texts

Handle = Callable[[Exchange], None]
HandlePress = Callable[[Exchange, Any], None]
_STAYS = {"member", "administrator", "creator", "restricted"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command; its description is the text `bot.commands.<name>`."""

    name: str
    handle: Handle
    role: Role = Role.CITIZEN  # whoever has less never learns that it exists


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a kind of button does."""

    kind: type[Press]
    handle: HandlePress
    role: Role = Role.CITIZEN  # for whoever has less the button is an old one


class Handlers:
    """Routes updates to what citizens and admins can do; asks for rights at every admin step."""

    def __init__(self, desk: Desk, renderers: Renderers) -> None:
        cases, drawn = desk.cases, renderers.thai
        self._memory = desk.memory
        self._people = desk.people
        self._renderers = renderers
        citizen = self._citizen = Citizen(desk.asking, staffed=cases is not None)
        staff = self._staff = Staff(desk.publishing, drawn)
        admin = self._admin = Admin(desk.review, desk.console, drawn)
        broadcaster = self.broadcaster = Broadcaster(desk.broadcasts, renderers)
        subscriber = self.subscriber = Subscriber(desk.subscriptions, renderers)
        reminding = self.reminding = Reminding(desk.reminders, renderers)
        reports = self.reports = Reports(desk.figures, desk.sampling, drawn)
        own_data = OwnData(desk.privacy, desk.asking, cases)
        # None without a staff room
        officers = self._officers = Officers(cases, desk.asking, desk.people) if cases else None
        thai = self._spoken_in_thai
        self.commands = (
            Command("start", self._start),
            Command("help", self._help),
            Command("menu", partial(citizen.act, action=Action(Verb.MENU))),
            Command("news", partial(citizen.act, action=Action(Verb.NEWS))),
            Command("events", partial(citizen.act, action=Action(Verb.EVENTS))),
            Command("contact", partial(citizen.act, action=Action(Verb.CONTACT))),
            Command("follow", subscriber.follow),
            *((Command("mystatus", officers.status),) if officers else ()),
            Command("keyboard", citizen.keyboard),
            Command("lang", citizen.choose_language),
            Command("privacy", citizen.privacy),
            Command("broadcast", broadcaster.begin, Role.STAFF),
            Command("draft", thai(staff.draft), Role.STAFF),
            Command("drafts", thai(staff.drafts), Role.STAFF),
            Command("edit", thai(staff.edit), Role.STAFF),
            Command("withdraw", thai(staff.withdraw), Role.STAFF),
            Command("undo", thai(staff.undo), Role.STAFF),
            Command("version", thai(staff.version), Role.STAFF),
            Command("mydata", own_data.mydata),
            Command("forgetme", own_data.forgetme),
            Command("stats", thai(reports.stats), Role.ADMIN),
            Command("review", thai(admin.review), Role.ADMIN),
            Command("console", thai(admin.console), Role.STAFF),
        )
        self.presses = (
            Pressed(presses.Do, citizen.do),
            Pressed(presses.Judge, citizen.judge),
            Pressed(presses.Blame, citizen.blame),
            Pressed(presses.Want, citizen.want),
            Pressed(presses.OnDraft, thai(staff.on_draft), Role.STAFF),
            Pressed(presses.OnEntry, thai(staff.on_entry), Role.STAFF),
            Pressed(presses.TakeBack, thai(staff.take_back), Role.STAFF),
            Pressed(presses.Forget, own_data.press),
            Pressed(presses.Grade, thai(reports.grade), Role.ADMIN),
            Pressed(presses.Teach, thai(admin.press), Role.ADMIN),
            Pressed(presses.OnAlarm, thai(admin.alarm), Role.ADMIN),
            Pressed(presses.OnFollow, subscriber.press),
            Pressed(presses.OnBroadcast, broadcaster.press, Role.STAFF),
            Pressed(presses.Broadcasting, broadcaster.answer),
            Pressed(presses.Remind, reminding.press),
            Pressed(presses.Speak, citizen.on_speak),
            *((Pressed(presses.OnCase, officers.press),) if officers else ()),
        )
        self._kinds = self._all()

    def handle(self, update: Update, handling: Handling) -> None:
        """Everything an update causes, added to its unit of work; in a thread that may wait."""
        for kind, handle in self._kinds:
            if kind.check_update(update) not in (None, False):
                self._handle(handle, update, handling)
                return

    def menu(self, role: Role, texts: Texts) -> list[dict[str, str]]:
        """The commands as `setMyCommands` takes them."""
        return [
            {"command": command.name, "description": texts(f"bot.commands.{command.name}")}
            for command in self.commands
            if command.role <= role
        ]

    def _all(self) -> list[tuple[BaseHandler[Any, Any, Any], Handle]]:
        """What the library calls a handler tells what an update is; what is done, is ours."""
        new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
        words = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
        kinds = new & ~filters.TEXT & ~filters.StatusUpdate.ALL
        membership = ChatMemberHandler.MY_CHAT_MEMBER
        commands: list[tuple[BaseHandler[Any, Any, Any], Handle]] = [
            (CommandHandler(command.name, _unused, filters=new), self._ordered(command))
            for command in self.commands
        ]
        return [
            *commands,
            (MessageHandler(new & filters.COMMAND, _unused), self._unknown),
            (MessageHandler((new | edited) & words, _unused), self._text),
            (MessageHandler(kinds, _unused), self._unsupported),
            (CallbackQueryHandler(_unused), self._press),
            (ChatMemberHandler(_unused, membership), self._membership),
        ]

    def _handle(self, handle: Handle, update: Update, handling: Handling) -> None:
        message = update.message
        exchange = exchange_of(update, handling, self._people, self._memory, self._renderers)
        if exchange is not None:
            self._answer(handle, exchange)
        elif message and message.sender_chat == message.chat:  # a group's anonymous admin
            exchange = exchange_as_group(update, message, handling, self._renderers.thai)
            self._answer(self._answered_in_case, exchange)

    def _answer(self, handle: Callable[[Exchange], object], exchange: Exchange) -> None:
        """Handle it, or say why it was refused."""
        try:
            handle(exchange)
        except RefusedError as error:
            exchange.say(exchange.renderer.text(str(error)))

    def _ordered(self, command: Command) -> Handle:
        """A command with its rights; to anybody with fewer it does not exist."""

        def handle(exchange: Exchange) -> None:
            if command.role > exchange.role:
                self._unknown(exchange)
                return
            if exchange.private:
                exchange.expect_nothing()
            command.handle(exchange)

        return handle

    def _in_thai(self, exchange: Exchange) -> Exchange:
        """The exchange of somebody who works here: the same, in Thai whatever their chat speaks."""
        return replace(exchange, renderer=self._renderers.thai)

    def _spoken_in_thai(self, handle: Callable[..., None]) -> Callable[..., None]:
        return lambda exchange, *press: handle(self._in_thai(exchange), *press)

    def _start(self, exchange: Exchange) -> None:
        """Welcome; a command menu of one's own can only be set once one has written."""
        if exchange.role > Role.CITIZEN:
            scope = {"type": "chat", "chat_id": exchange.visitor.chat_id}
            menu = self.menu(exchange.role, exchange.texts)
            exchange.call("setMyCommands", {"commands": menu, "scope": scope})
        self._citizen.start(exchange)

    def _help(self, exchange: Exchange) -> None:
        """How to ask, and every command this person has."""
        lines = [
            f"/{command['command']} – {command['description']}"
            for command in self.menu(exchange.role, exchange.texts)
        ]
        text = "\n\n".join((exchange.texts("menu.help"), "\n".join(lines)))
        exchange.say(exchange.renderer.text(text))

    def _text(self, exchange: Exchange) -> None:
        message = exchange.message
        if message is None or self._answered_in_case(exchange):
            return
        if not (exchange.private or is_addressed(message)):
            return
        said = spoken_text(message)
        thai = self._in_thai(exchange)
        if exchange.admin and self._admin.takes(thai, said):
            return
        if exchange.staff and self.broadcaster.takes(exchange, message, said):
            return
        if exchange.staff and self._staff.takes(thai, message, said):
            return
        officers = self._officers if exchange.private else None
        if officers and officers.takes(exchange, message, said):
            return
        self._citizen.text(exchange, message)
        if exchange.staff and exchange.private:
            self._staff.hint(thai, said)

    def _answered_in_case(self, exchange: Exchange) -> bool:
        message, officers = exchange.message, self._officers
        if message is None or officers is None or not officers.is_room(message):
            return False
        return officers.answers(self._in_thai(exchange), message)

    def _unsupported(self, exchange: Exchange) -> None:
        message = exchange.message
        if message is None or self._answered_in_case(exchange):
            return
        if exchange.staff and self._staff.takes(self._in_thai(exchange), message, ""):
            return
        if exchange.private or is_addressed(message):
            self._citizen.unsupported(exchange, message)

    def _unknown(self, exchange: Exchange) -> None:
        """A command that is not there, or not for this person; in a group it is another bot's."""
        message = exchange.message
        named = message is not None and f"@{message.get_bot().username}" in (message.text or "")
        if exchange.private or named:
            exchange.tell("telegram.unknown_command")

    def _press(self, exchange: Exchange) -> None:
        """A button of ours, an old one, or something that pretends to be one."""
        query = exchange.query
        press = exchange.renderer.press_of(query.data or "") if query else None
        for one in self.presses:
            if isinstance(press, one.kind) and exchange.role >= one.role:
                one.handle(exchange, press)
                return
        exchange.stale()

    def _membership(self, exchange: Exchange) -> None:
        """The bot was blocked, or thrown out of a group: nothing more is sent there."""
        change = exchange.update.my_chat_member
        if change and change.new_chat_member.status not in _STAYS:
            self._memory.mark_unreachable(exchange.work, exchange.visitor)


async def _unused(*_: object) -> None:
    """The library wants a function to call; it is not asked to call anything."""
