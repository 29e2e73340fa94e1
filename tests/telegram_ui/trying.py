"""People of every role who try things on one served bot whose messages stay where they are queued.

The sender rests, so that what was queued can be read, and a chat's pace holds nobody up.
"""

import asyncio
import hashlib
import itertools
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel, col, select

from bot.desk.conversation.asking import IncomingMessage
from bot.desk.conversation.cases import CaseView
from bot.desk.editorial.drafts import Preview, Step, Submission
from bot.desk.messaging.chat_memory import Visitor
from bot.desk.review.lessons import LessonKind
from bot.desk.review.reviewing import Decision
from bot.desk.staff.people import Role
from bot.store.figures import Judgement
from bot.store.tables import Inbox, InboxState, Outbox, Question, Review
from bot.texts import Texts
from tests.support.fake_bot_api import BOT, FakeBotApi
from tests.support.served_face import ADMIN, OFFICER, ROOM, ServedFace
from tests.support.small_knowledge import small_knowledge
from tests.support.telegram_people import Person

GROUP = -7700
ENTRY = "moon-fair"
KNOWN = "ขอเบอร์กระทรวง อว."
_REFUSALS = (
    "telegram.unknown_command", "telegram.stale_button", "mydata.private",
    "follow.private_only", "keyboard.private_only", "officer.room.not_an_officer",
)  # fmt: skip
_AS_GROUP = ("anonymous", "unnamed")  # who writes as the group itself
_PASSING = {"inbox", "outbox", "chat", "job_run", "alembic_version"}
_THINGS = (
    "เรือดำน้ำ", "จานดาวเทียมมือสอง", "เครื่องวัดฝุ่น", "หุ่นยนต์เก็บขยะ", "เตาเผาเซรามิก", "แผนที่โบราณ",
    "โดรนพ่นยา", "กล้องส่องพระ", "ตู้ฟักไข่", "ลูกโป่งตรวจอากาศ", "รถไฟจำลอง", "นาฬิกาแดด", "ขวดแก้วทนไฟ",
    "เสื้อเกราะ", "สระว่ายน้ำ", "เครื่องปั้นด้าย", "ยางลบไฟฟ้า", "กระดานโต้คลื่น", "เปียโน", "ว่าวจุฬา",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in a place, under the name the tables of rights know them by."""

    name: str
    person: Person

    @property
    def visitor(self) -> Visitor:
        """How the desk knows them."""
        return Visitor("telegram", self.person.chat_id, self.person.id)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one update caused: how it ended, and the texts that were queued by it."""

    actor: str
    state: str
    methods: tuple[str, ...]
    texts: tuple[str, ...]
    refused: bool  # nothing was said, or nothing but that it cannot be done


class Ground:
    """A bot that is served, and the things that people try their rights on."""

    def __init__(self, served: ServedFace, api: FakeBotApi) -> None:
        self.app, self.desk, self.api = served.app, served.app.desk, api
        self._served = served
        self._serial = itertools.count(60_000)
        self._things = itertools.cycle(_THINGS)
        self._spares = iter(sorted(one for one in self.app.desk.editions.current.knowledge.entries
                                   if one.startswith("loan-")))  # fmt: skip
        languages = (self.app.texts, Texts.load("en"))
        self._refusals = {texts(key) for key in _REFUSALS for texts in languages}

    def actor(self, name: str) -> Actor:
        """Somebody of this name; citizens are strangers each time."""
        number = next(self._serial)
        if name == "former":
            for role in (Role.ADMIN, Role.CITIZEN):
                self.desk.people.appoint(number, role, ADMIN, self.app.clock())
        places: dict[str, tuple[int, int | None]] = {
            "staff": (OFFICER, None), "admin": (ADMIN, None), "company": (ADMIN, GROUP),
            "anonymous": (number, GROUP), "unnamed": (number, ROOM),
            "room": (OFFICER, ROOM), "guest": (number, ROOM),
        }  # fmt: skip
        user, group = places.get(name, (number, None))
        person = Person(self.api, user, name, group)
        person.user["is_bot"] = name in _AS_GROUP
        person.chat["is_forum"] = False
        return Actor(name, person)

    def says(self, actor: Actor, text: str, **more: Any) -> None:
        """Write; in company the bot is addressed."""
        if actor.person.chat_id < 0 and "reply_to_message" not in more:
            command, space, rest = text.partition(" ")
            name = f"@{BOT['username']}"
            text = f"{command}{name}{space}{rest}" if text[0] == "/" else f"{name} {text}"
        as_group = {"sender_chat": actor.person.chat} if actor.name in _AS_GROUP else {}
        actor.person.says(text, **as_group, **more)

    def outcomes(self, actors: Sequence[Actor], act: Callable[[Actor], object]) -> list[Outcome]:
        """What each of them caused by doing it, all at once."""
        sent: dict[int, Actor] = {}
        for actor in actors:
            sent[self.api.next_update_id] = actor
            act(actor)
        self._served.until(lambda: len(self._handled(sent)) == len(sent))
        return [self._outcome(sent[row.update_id or 0], row) for row in self._handled(sent)]

    def state(self, without: Iterable[str] = ()) -> str:
        """A mark of all that is kept, in the database and in the folder of knowledge."""
        mark = hashlib.blake2b()
        with self.app.database.read() as session:
            for table in SQLModel.metadata.sorted_tables:
                if table.name not in _PASSING.union(without):
                    every = f'SELECT * FROM "{table.name}"'  # noqa: S608 -- our own table
                    rows = session.connection().exec_driver_sql(every).all()
                    mark.update(repr((table.name, rows)).encode())
        for path in sorted(self.app.settings.knowledge_dir.rglob("*.*")):
            mark.update(str(path).encode() + path.read_bytes())
        return mark.hexdigest()

    def awaited(self, actor: Actor) -> tuple[str, str] | None:
        """What the chat's next message is for: the kind of thing, and the step."""
        expected = self.desk.memory.recall(actor.visitor).expecting
        if not expected:
            return None
        return (expected["for"], expected.get("step", expected.get("kind", "")))

    def expect(self, *actors: Actor, **what: Any) -> None:
        """Let the chats' next message be for this; for nothing, when it is nothing."""
        at = self.app.clock()
        expected = {"at": at.isoformat(), **what} if what else None
        with self.desk.new_work().committed(at) as work:
            for actor in actors:
                self.desk.memory.expect(work, actor.visitor, expected, at)

    # Things to try one's rights on

    def question(self, actor: Actor, text: str = "") -> str:
        """The key of a question they asked, which has no answer unless `text` has one."""
        thing, number = next(self._things), next(self._serial)
        who, at = actor.visitor, self.app.clock()
        text = text or f"{thing}รุ่น{number}ยืมไปใช้ที่บ้านได้กี่วัน"
        said = IncomingMessage("telegram", who.chat_id, who.user_id, number, text, at)
        with self.desk.new_work().committed(at) as work:
            return self.desk.asking.ask(work, said).question_key

    def item(self) -> tuple[int, int]:
        """Number and version of an open item of the review queue."""
        number, at = next(self._serial), self.app.clock()
        words = f"{next(self._things)}รุ่น{number}ยืมไปใช้ที่บ้านได้กี่วัน"
        review = Review(cluster=words, sample=words, reason="no_answer", first_at=at, last_at=at)
        with self.app.database.write() as session:
            session.add(review)
            session.flush()
            return review.id, review.version

    def dismissed(self) -> tuple[int, int]:
        """An item that was dismissed."""
        number, version = self.item()
        self.desk.review.dismiss(Decision(number, version, ADMIN, self.app.clock()))
        return number, version + 1

    def previewed(self, actor: Actor) -> tuple[int, int]:
        """An item whose answer this person has written and looked at."""
        number, version = self.item()
        words = f"ยืมไม่ได้ค่ะ เรื่องที่ {number}"
        about = {"for": "review", "review": number, "version": version}
        self.expect(actor, **about, kind=LessonKind.ANSWER, draft=words)
        return number, version

    def spare(self) -> str:
        """An entry nobody has touched yet."""
        return next(self._spares)

    def draft(self) -> Preview:
        """A draft of an entry nobody has opened yet."""
        return self.desk.publishing.drafts.open(self.spare(), OFFICER, self.app.clock())

    def pasted(self) -> Preview:
        """A draft of a release that was pasted just now."""
        number = next(self._serial)
        text = f"ห้องสมุดเปิดใหม่ที่ {number}\n\nเปิดให้ยืม{next(self._things)}แล้ววันนี้ค่ะ"
        handed = Submission(f"paste:{number}", OFFICER, self.app.clock())
        return self.desk.publishing.drafts.submit_text(handed, text)

    def corrected(self) -> Preview:
        """A draft that would change what is served."""
        draft, at = self.draft(), self.app.clock()
        step = Step(draft.draft_id, draft.version, OFFICER, at)
        return self.desk.publishing.drafts.correct(step, {"title": f"{draft.title} ฉบับใหม่"})

    @cached_property
    def looked_at(self) -> Preview:
        """A draft for those who only look."""
        return self.draft()

    def change(self) -> int:
        """A change of the knowledge folder that can be undone."""
        return self.desk.publishing.withdraw(self.spare(), OFFICER, self.app.clock()).change_id

    def case(self, actor: Actor, *, answered: bool = False) -> CaseView:
        """A question this person left with an officer."""
        assert self.desk.cases
        at, number = self.app.clock(), next(self._serial)
        text = f"{next(self._things)}{number}ขอยืมไปออกงานวัดได้ไหม"
        case = self.desk.cases.write(actor.visitor, number, text, at)
        if answered:
            case = self.desk.cases.reply(case.id, OFFICER, f"r{number}", "ยืมได้หนึ่งวันค่ะ", at)
        return case

    def card_of(self, case: CaseView) -> dict[str, Any]:
        """The card of a case in the room, as Telegram shows it to whoever replies to it."""
        number = next(self._serial)
        with self.app.database.write() as session:
            key = col(Outbox.dedup).startswith(f"case:{case.id}:")
            rows = session.exec(select(Outbox).where(key, Outbox.chat_id == ROOM)).all()
            card = next(row for row in rows if row.method == "sendMessage")
            card.tg_message_id = number
        return {"message_id": number, "date": 0, "chat": {"id": ROOM, "type": "supergroup"}}

    def reminded(self, actor: Actor) -> str:
        """The event this person asked to be reminded of."""
        at = self.app.clock()
        with self.desk.new_work().committed(at) as work:
            assert self.desk.reminders.remind(work, ENTRY, actor.visitor, at)
        return ENTRY

    def judgement(self) -> int:
        """An answer drawn for judging."""
        key, at = self.question(self.actor("citizen"), KNOWN), self.app.clock()
        with self.app.database.write() as session:
            asked = session.exec(select(Question).where(Question.key == key)).one()
            drawn = Judgement(week=at.date(), question_id=asked.id)
            session.add(drawn)
            session.flush()
            return drawn.id

    def broadcast(self) -> int:
        """A message to everybody that is under way."""
        number, at = next(self._serial), self.app.clock()
        return self.desk.broadcasts.order("น้ำไม่ไหลวันนี้", f"b{number}", OFFICER, at)

    def _handled(self, updates: Iterable[int]) -> Sequence[Inbox]:
        with self.app.database.read() as session:
            query = select(Inbox).where(col(Inbox.update_id).in_(list(updates)))
            return session.exec(query.where(Inbox.state != InboxState.NEW)).all()

    def _outcome(self, actor: Actor, row: Inbox) -> Outcome:
        with self.app.database.read() as session:
            key = col(Outbox.dedup).startswith(f"u{row.id}:")
            calls = session.exec(select(Outbox).where(key).order_by(col(Outbox.id))).all()
        payloads = [json.loads(call.payload) for call in calls]
        texts = [text for one in payloads if (text := one.get("text", one.get("caption", "")))]
        methods = tuple(call.method for call in calls)
        refused = set(texts) <= self._refusals and bool(texts) == bool(methods)
        return Outcome(actor.name, row.state, methods, tuple(texts), refused)


def lending(folder: Path) -> Path:
    """The small knowledge with two dozen more entries, for tests that change one each."""
    (folder / "services").mkdir(parents=True)
    for number in range(24):
        thing = f"{_THINGS[number % len(_THINGS)]}รุ่นที่ {number}"
        front = f'---\nkind: service\ntitle: "บริการให้ยืม{thing}"\n---\n'
        text = f"{front}มาติดต่อขอยืม{thing}ที่อาคาร {number}\n"
        (folder / "services" / f"loan-{number:02}.md").write_text(text, "utf-8")
    return small_knowledge(folder)


async def rest(_sender: object, stop: asyncio.Event) -> None:
    """What the sender does instead of sending."""
    await stop.wait()
