"""What people can do about what is kept of them: see it, and have it forgotten.

A wish to be forgotten is also a line in a journal outside the database, beside the backups. A
database brought back from a backup, in whatever way, so forgets the same people again.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from bot.desk.messaging.chat_memory import TELEGRAM, Visitor, language_of
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.dialogue.presentation.dates import format_day
from bot.store import cases, chats, follows, privacy
from bot.store.cases import Case
from bot.store.database import Database
from bot.texts import Texts

JOURNAL = "forgotten.jsonl"
OWN_DATA = "my-data.txt"  # how people get what is kept of them


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """Somebody asked, at a moment, to be forgotten."""

    who: Visitor
    at: datetime  # aware

    def to_line(self) -> str:
        """The wish as a line of the journal."""
        who = self.who
        return json.dumps([who.channel, who.chat_id, who.user_id, self.at.isoformat()]) + "\n"

    @classmethod
    def from_line(cls, line: str) -> "ErasureRequest":
        """A line of the journal. Raises `ValueError`."""
        channel, chat_id, user_id, at = json.loads(line)
        return cls(Visitor(str(channel), int(chat_id), int(user_id)), datetime.fromisoformat(at))


class Privacy:
    """`journal` is the file of wishes; its folder is made when the first one comes."""

    def __init__(self, database: Database, journal: Path) -> None:
        self._database = database
        self._journal = journal

    def copy_for(self, work: UnitOfWork, visitor: Visitor, at: datetime) -> str:
        """All that is kept of the chat and its person, for them to read; noted in the audit."""
        work.audit(visitor.user_id, "privacy.copy", str(visitor.chat_id), at)
        with self._database.read() as session:
            return "\n".join(self._told(session, visitor, at)) + "\n"

    def forget(self, work: UnitOfWork, visitor: Visitor, at: datetime) -> None:
        """Erase it when the work is applied; add nothing about the chat after this."""
        wish = ErasureRequest(visitor, at)

        def carry_out(session: Session) -> None:
            self._write_down(wish)  # first: a wish that is only in the journal is still kept
            privacy.forget(session, visitor.channel, visitor.chat_id, visitor.user_id, at)

        work.write(carry_out)

    def replay(self) -> int:
        """Carry out every wish of the journal this database does not know; how many."""
        done = 0
        for wish in self._wishes():
            who = wish.who
            with self._database.write() as session:
                if not privacy.is_forgotten(session, who.channel, who.chat_id, wish.at):
                    privacy.forget(session, who.channel, who.chat_id, who.user_id, wish.at)
                    done += 1
        return done

    def purge_journal(self, before: datetime) -> None:
        """Drop wishes from the journal and the database that no backup is old enough to undo."""
        kept = [wish.to_line() for wish in self._wishes() if wish.at >= before]
        if self._journal.exists():
            part = self._journal.with_name(self._journal.name + ".part")
            _write_through(part, "".join(kept), "w")
            part.replace(self._journal)
        with self._database.write() as session:
            privacy.purge_forgotten(session, before)

    def _write_down(self, wish: ErasureRequest) -> None:
        self._journal.parent.mkdir(parents=True, exist_ok=True)
        _write_through(self._journal, wish.to_line(), "a")

    def _wishes(self) -> Iterator[ErasureRequest]:
        """The journal's wishes; a line cut short by a crash was not yet promised to anybody."""
        if not self._journal.exists():
            return
        for line in self._journal.read_text("utf-8").splitlines():
            try:
                yield ErasureRequest.from_line(line)
            except ValueError:
                continue

    def _told(self, session: Session, who: Visitor, at: datetime) -> Iterator[str]:
        chat = chats.find(session, who.channel, who.chat_id)
        say = Texts.load(language_of(chat))
        yield say("mydata.heading", date=_moment(at, at, say))
        named = "mydata.numbers" if who.channel == TELEGRAM else "mydata.browser"
        yield say(named, chat=who.chat_id, user=who.user_id)
        if chat:
            yield say("mydata.seen", date=_moment(chat.seen_at, at, say))
        for kind, kept in _kept(session, who, say).items():
            yield ""
            yield say(f"mydata.{kind}", count=len(kept))
            yield from (f"- {_moment(one.at, at, say)}: {one.told}" for one in kept)
        yield ""
        yield say("mydata.rest")


@dataclass(frozen=True, slots=True)
class _Kept:
    """One thing that is kept of somebody, as they read it."""

    at: datetime
    told: str


def _kept(session: Session, who: Visitor, say: Texts) -> dict[str, list[_Kept]]:
    """All of it, by the kind that a text names."""
    chat, number = (who.channel, who.chat_id), who.chat_id
    result, good, bad = say("mydata.outcome"), say("mydata.good"), say("mydata.bad")
    kept = {
        "questions": [
            _Kept(row.asked_at, f"{row.text}\n  {result}: {say(f'outcomes.{row.outcome}')}")
            for row in privacy.questions_of(session, *chat)
        ],
        "votes": [
            _Kept(vote.voted_at, f"{good if vote.good else bad}: {text}")
            for vote, text in privacy.votes_of(session, who.user_id)
        ],
        "waits": [_Kept(wait.asked_at, text) for wait, text in privacy.waits_of(session, *chat)],
        "follows": [_Kept(one.since, one.subject) for one in follows.of_chat(session, number)],
        "reminders": [
            _Kept(one.due_at, one.entry) for one in privacy.reminders_of(session, number)
        ],
        "cases": [
            _Kept(case.opened_at, "\n".join([case.question, *_written(session, case, say)]))
            for case in privacy.cases_of(session, *chat)
        ],
    }
    return kept if who.channel == TELEGRAM else kept | {"follows": [], "reminders": []}


def _written(session: Session, case: Case, say: Texts) -> Iterator[str]:
    """What both sides wrote in a case."""
    you, officer = say("mydata.you"), say("mydata.officer")
    for message in cases.messages(session, case.id):
        yield f"  {officer if message.officer else you}: {message.text}"


def _moment(moment: datetime, now: datetime, say: Texts) -> str:
    """Day and time in the zone of `now`."""
    local = moment.astimezone(now.tzinfo)
    return say("mydata.moment", day=format_day(local.date(), say), time=f"{local:%H:%M}")


def _write_through(path: Path, text: str, mode: str) -> None:
    with path.open(mode, encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
