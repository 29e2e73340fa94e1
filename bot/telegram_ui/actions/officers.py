"""Citizens leave questions with officers; officers answer from the staff room."""

from telegram import Message

from bot.desk.conversation.asking import Asking
from bot.desk.conversation.cases import STEPS, Cases, CaseView
from bot.desk.errors import RefusedError
from bot.desk.staff.people import People, Role
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.case_messages import FROM_ROOM, leaving_rows
from bot.telegram_ui.drawing.presses import CaseStep, OnCase

_ASIDE = "//"  # begins what officers say among themselves


class Officers:
    """Handlers of both sides. Steps are transactions of their own and may be repeated safely."""

    def __init__(self, cases: Cases, asking: Asking, people: People) -> None:
        self._cases = cases
        self._asking = asking
        self._people = people

    def is_room(self, message: Message) -> bool:
        """Whether the message was written in the staff room."""
        return message.chat.id == self._cases.room

    # Citizens

    def takes(self, exchange: Exchange, message: Message, text: str) -> bool:
        """Whether this private message is for an officer alone; passes it on if so.

        What reports a danger is also answered: an officer may read it tomorrow.
        """
        taken = self._passed_on(exchange, message, text)
        if not taken:
            return False
        return not self._asking.reports_danger(text)

    def _passed_on(self, exchange: Exchange, message: Message, text: str) -> bool:
        edit = _edit_of(message)
        if exchange.awaited("case") is not None:
            exchange.expect_nothing()
            case = self._cases.write(exchange.visitor, message.message_id, text, exchange.at)
            self._opened(exchange, case)
            self._tell_words_only(exchange, message)
            return True
        heard = self._cases.overhear(
            exchange.visitor, message.message_id, text, exchange.at, edit=edit
        )
        if heard and not edit:
            if self._cases.hides(text):
                exchange.tell("officer.masked")
            self._tell_words_only(exchange, message)
        return heard

    def _tell_words_only(self, exchange: Exchange, message: Message) -> None:
        """Of a picture or a file only what was written below it was passed on."""
        if message.text is None:
            exchange.tell("officer.words_only")

    def status(self, exchange: Exchange) -> None:
        """`/mystatus`: the questions this chat left with officers, and their states."""
        found = self._cases.of_chat(exchange.visitor)
        if not found:
            exchange.tell("officer.none", leaving_rows(exchange.renderer))
            return
        lines = [self._line(exchange, case) for case in found]
        exchange.say(exchange.renderer.text("\n\n".join([exchange.texts("officer.yours"), *lines])))

    def press(self, exchange: Exchange, press: OnCase) -> None:
        """A button of a case; the right to it is asked for here."""
        if press.step.name.lower() in STEPS:
            self._officer_presses(exchange, press)
        elif press.step is CaseStep.WRITE:
            exchange.acknowledge()
            exchange.expect("case")
            exchange.tell("officer.write_now")
        elif press.step is CaseStep.LEAVE:
            self._leave(exchange, press.question)
        else:
            self._back(exchange, press.case)

    def _leave(self, exchange: Exchange, question: str) -> None:
        case = self._cases.leave(exchange.visitor, question, exchange.at)
        if case is None:
            exchange.stale()
            return
        exchange.acknowledge()
        self._opened(exchange, case)

    def _back(self, exchange: Exchange, case_id: int) -> None:
        known = self._cases.hand_back(exchange.visitor, case_id, exchange.at)
        if known:
            exchange.acknowledge()
        else:
            exchange.stale()

    def _opened(self, exchange: Exchange, case: CaseView) -> None:
        asked = case.question[:300]
        exchange.tell("officer.opened", ticket=case.ticket, question=asked)

    def _line(self, exchange: Exchange, case: CaseView) -> str:
        state = exchange.texts(f"officer.state.{case.state}")
        return f"{case.ticket} · {state} · {case.since}\n«{case.question[:200]}»"

    # Officers

    def answers(self, exchange: Exchange, message: Message) -> bool:
        """Whether a message in the room belongs to a case; passes it on unless it is an aside."""
        topic = message.message_thread_id if message.is_topic_message else None
        answered = message.reply_to_message
        reply_to = answered.message_id if answered else None
        case_id = self._cases.find(topic, reply_to)
        if case_id is None:
            return False
        text = message.text or ""
        if text.startswith(_ASIDE):
            return True
        if message.sender_chat:
            exchange.tell("officer.room.unnamed")
        elif not self._is_officer(exchange):
            exchange.tell("officer.room.not_an_officer")
        elif not text.strip():
            exchange.tell("officer.room.only_text")
        else:
            edit = _edit_of(message)
            origin = f"{FROM_ROOM}{message.message_id}" + (f"e{edit}" if edit else "")
            self._cases.reply(case_id, exchange.visitor.user_id, origin, text, exchange.at)
        return True

    def _officer_presses(self, exchange: Exchange, press: OnCase) -> None:
        in_room = exchange.visitor.chat_id == self._cases.room
        if not in_room or not self._is_officer(exchange):
            exchange.stale()
            return
        by, at, step = exchange.visitor.user_id, exchange.at, press.step.name.lower()
        try:
            self._cases.step(step, press.case, by, at)
        except RefusedError as error:
            exchange.acknowledge(str(error))
        else:
            exchange.acknowledge(exchange.texts(f"officer.done.{step}"))

    def _is_officer(self, exchange: Exchange) -> bool:
        return self._people.role_of(exchange.visitor.user_id) >= Role.STAFF


def _edit_of(message: Message) -> int:
    """The number of the change that this message is; 0 as it was said at first."""
    return int(message.edit_date.timestamp()) if message.edit_date else 0
