"""The messages of a case: to the citizen, and into a topic or thread of the staff room."""

from collections.abc import Sequence
from typing import Any

from bot.desk.conversation.cases import CaseView, is_edit
from bot.desk.messaging.unit_of_work import OutgoingCall, Priority, result_of
from bot.telegram_ui.drawing.attachments import Payload
from bot.telegram_ui.drawing.markup import Run, shortened
from bot.telegram_ui.drawing.presses import CaseStep, OnCase
from bot.telegram_ui.drawing.render import Renderer, Rows
from bot.telegram_ui.drawing.renderers import Renderers

FROM_ROOM = "o"  # begins the origin of words that the room has read already
_TOPIC_NAME = 120  # characters; Telegram takes 128


class TelegramCaseMessages:
    """Draws what the desk's `Cases` say, to citizens in their language and to the room in Thai.

    `forum` is set once the room is known to have topics.
    """

    def __init__(self, room: int, renderers: Renderers) -> None:
        self.forum = False
        self._room = room
        self._renderers = renderers
        self._renderer = renderers.thai
        self._texts = self._renderer.texts

    def opened(self, case: CaseView) -> Sequence[OutgoingCall]:
        """A new case: its topic where there are topics, and the question with its buttons."""
        name = shortened(f"{case.ticket} {case.question}", _TOPIC_NAME)
        topic = OutgoingCall(
            self._room, "createForumTopic", {"name": name}, dedup=f"{case.thread}topic"
        )
        runs = [
            Run(self._texts("officer.room.opened", ticket=case.ticket), "b"),
            Run(f"\n\n{case.question}\n\n"),
            Run(self._texts("officer.room.how"), "i"),
        ]
        rows = self._rows(case.id, CaseStep.TAKE, CaseStep.CLOSE)
        card = self._renderer.message(runs, rows)
        if not self.forum:
            return _calls(self._room, card, f"{case.thread}root")
        return [topic, *self._to_room(case, card, f"{case.thread}root")]

    def left_again(self, case: CaseView) -> Sequence[OutgoingCall]:
        """A case that was closed waits once more, in its old topic."""
        told = self._texts("officer.room.left_again", ticket=case.ticket)
        card = self._renderer.text(told, self._rows(case.id, CaseStep.TAKE, CaseStep.CLOSE))
        key = f"{case.thread}again:{_moment(case)}"
        return [*self._topic(case, "reopenForumTopic", key), *self._to_room(case, card, key)]

    def from_citizen(self, case: CaseView, text: str, origin: str) -> Sequence[OutgoingCall]:
        """The citizen's words, into the case's thread."""
        key = "officer.room.edited" if is_edit(origin) else "officer.room.citizen"
        said = self._texts(key, ticket=case.ticket)
        payloads = self._renderer.message([Run(f"{said}\n", "b"), Run(text)])
        return self._to_room(case, payloads, f"{case.thread}{origin}")

    def to_citizen(self, case: CaseView, text: str, origin: str) -> Sequence[OutgoingCall]:
        """An officer's words to the citizen, and a receipt with the next steps to the room."""
        citizens = self._renderers.of_chat(case.chat_id)
        key = "officer.corrects" if is_edit(origin) else "officer.answers"
        heading = Run(citizens.texts(key, ticket=case.ticket) + "\n\n", "b")
        how = Run("\n\n" + citizens.texts("officer.talk_on"), "i")
        back = case_rows(citizens, [OnCase(CaseStep.BACK, case.id)])
        told = citizens.message([heading, Run(text), how], back)
        passed_on = self._texts("officer.room.passed_on", ticket=case.ticket)
        receipt = self._renderer.text(
            passed_on if origin.startswith(FROM_ROOM) else f"{passed_on}\n\n{text}",
            self._rows(case.id, CaseStep.TEACH, CaseStep.RELEASE, CaseStep.CLOSE),
        )
        return [
            *_calls(case.chat_id, told, f"{case.thread}{origin}:citizen"),
            *self._to_room(case, receipt, f"{case.thread}{origin}:receipt"),
        ]

    def taken(self, case: CaseView) -> Sequence[OutgoingCall]:
        """To the citizen: somebody looks for the answer."""
        told = self._told(case, "officer.taken")
        return _calls(case.chat_id, told, f"{case.thread}taken:{_moment(case)}")

    def handed_back(self, case: CaseView) -> Sequence[OutgoingCall]:
        """To both: the bot answers again."""
        key = f"{case.thread}back:{_moment(case)}"
        told = self._told(case, "officer.handed_back")
        room = self._renderer.sentence("officer.room.handed_back", ticket=case.ticket)
        return [
            *_calls(case.chat_id, told, f"{key}:citizen"),
            *self._to_room(case, room, f"{key}:room"),
        ]

    def closed(self, case: CaseView) -> Sequence[OutgoingCall]:
        """To both: closed; the topic too."""
        told = self._told(case, "officer.closed")
        return [
            *_calls(case.chat_id, told, f"{case.thread}closed:{_moment(case)}:citizen"),
            *self._ended(case, "officer.room.closed"),
        ]

    def forgotten(self, case: CaseView) -> Sequence[OutgoingCall]:
        """To the room: nobody waits any more; the topic is closed."""
        return self._ended(case, "officer.room.forgotten")

    def _ended(self, case: CaseView, key: str) -> list[OutgoingCall]:
        told = self._renderer.sentence(key, ticket=case.ticket)
        closing = f"{case.thread}closed:{_moment(case)}"
        return [
            *self._to_room(case, told, f"{closing}:room"),
            *self._topic(case, "closeForumTopic", closing),
        ]

    def _topic(self, case: CaseView, method: str, key: str) -> list[OutgoingCall]:
        """Close the topic of the case, or open it again; nothing where there are no topics."""
        topic = {"message_thread_id": result_of(f"{case.thread}topic")}
        call = OutgoingCall(self._room, method, topic, Priority.NOTICE, f"{key}:topic")
        return [call] if self.forum else []

    def _told(self, case: CaseView, key: str) -> list[Payload]:
        citizens = self._renderers.of_chat(case.chat_id)
        return citizens.sentence(key, ticket=case.ticket)

    def _to_room(self, case: CaseView, payloads: Sequence[Payload], key: str) -> list[OutgoingCall]:
        place = self._place(case)
        return _calls(self._room, [payload | place for payload in payloads], key)

    def _place(self, case: CaseView) -> dict[str, Any]:
        if self.forum:
            return {"message_thread_id": result_of(f"{case.thread}topic")}
        first = result_of(f"{case.thread}root:0")
        return {"reply_parameters": {"message_id": first, "allow_sending_without_reply": True}}

    def _rows(self, case_id: int, *steps: CaseStep) -> Rows:
        return case_rows(self._renderer, [OnCase(step, case_id) for step in steps])


def case_rows(renderer: Renderer, presses: Sequence[OnCase]) -> Rows:
    """A button for each step, one under the other."""
    return [
        renderer.labelled(f"officer.button.{press.step.name.lower()}", press) for press in presses
    ]


def leaving_rows(renderer: Renderer, question: str = "") -> Rows:
    """Buttons to leave a question with an officer: the one just asked, or another."""
    steps = [CaseStep.LEAVE, CaseStep.WRITE] if question else [CaseStep.WRITE]
    return case_rows(renderer, [OnCase(step, 0, question) for step in steps])


def _moment(case: CaseView) -> str:
    """When the case came into the state it is in, for keys: it may come into it again."""
    return f"{case.changed_at:%Y%m%d%H%M%S%f}"


def _calls(chat_id: int, payloads: Sequence[Payload], key: str) -> list[OutgoingCall]:
    return [
        OutgoingCall(chat_id, "sendMessage", payload, dedup=f"{key}:{number}")
        for number, payload in enumerate(payloads)
    ]
