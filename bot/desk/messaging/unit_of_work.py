"""Everything one incoming message causes, gathered first and written in one transaction."""

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Self

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from bot.store import audit, outbox, questions
from bot.store.database import Database


class Priority(IntEnum):
    """What is sent first when there is a queue."""

    ANSWER = 0
    NOTICE = 1
    BROADCAST = 2


def inline_file(name: str, content: bytes) -> dict[str, str]:
    """A small generated file as a parameter of a call: `{"photo": inline_file("stats.png", …)}`.

    It waits in the database, so keep it below a megabyte; the sender uploads it.
    """
    return {"name": name, "file": base64.b64encode(content).decode("ascii")}


def read_inline_file(value: object) -> tuple[str, bytes] | None:
    """Name and content of what `inline_file` made; None for any other parameter."""
    if not isinstance(value, dict) or set(value) != {"name", "file"}:
        return None
    return str(value["name"]), base64.b64decode(str(value["file"]))


def result_of(dedup: str) -> dict[str, str]:
    """In a payload: the id of what an earlier call to the same chat makes.

    A chat's calls leave in order, so it is known when this one does; what made nothing is left out.
    """
    return {outbox.RESULT_OF: dedup}


@dataclass(frozen=True, slots=True)
class OutgoingCall:
    """One call to the Bot API that is to be made.

    `payload` holds the method's JSON parameters without `chat_id`, which the sender adds
    (from `chat_id`, the place the order is kept for) to methods that take one. A group that
    moves can so be readdressed. `dedup` makes the call unique for ever; empty means one of
    its own. `question` is the key of the question this message answers, so that an edited
    question can edit its answer.
    """

    chat_id: int
    method: str
    payload: Mapping[str, object]
    priority: Priority = Priority.ANSWER
    dedup: str = ""
    question: str = ""


class UnitOfWork:
    """Collects writes and outgoing calls; nothing happens before it is applied.

    Handlers only ever add to it. The mailbox applies a Telegram update's unit of work together
    with closing that update; any other caller uses `commit`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writes: list[Callable[[Session], None]] = []
        self._outgoing: list[OutgoingCall] = []

    def write(self, change: Callable[[Session], None]) -> None:
        """Add a change of the database; changes run in the order they were added."""
        self._writes.append(change)

    def audit(self, who: int, what: str, subject: str, at: datetime) -> None:
        """Note that somebody was shown what citizens wrote; `subject` says which."""
        self.write(lambda session: audit.add(session, who, what, subject, at))

    def send(self, outgoing: OutgoingCall) -> None:
        """Add a call; calls to one chat leave in the order they were added."""
        self._outgoing.append(outgoing)

    @contextmanager
    def committed(self, at: datetime) -> Iterator[Self]:
        """What the block adds is applied when it ends, and nothing of it if it raises."""
        yield self
        self.commit(at)

    def commit(self, at: datetime) -> None:
        """Apply everything in a transaction of its own; its calls need keys of their own.

        On PostgreSQL somebody else may write the same at the same moment, such as a first
        question of its meaning: then it is found the second time.
        """
        if not all(outgoing.dedup for outgoing in self._outgoing):
            raise ValueError("a call without a key could be queued twice")
        try:
            self._commit(at)
        except IntegrityError:
            self._commit(at)

    def _commit(self, at: datetime) -> None:
        with self._database.write() as session:
            self.apply(session, "", at)

    def apply(
        self, session: Session, origin: str, at: datetime, asked_at: datetime | None = None
    ) -> None:
        """Run the changes, then queue the calls, inside the caller's transaction.

        `origin`, unique for ever, begins the keys of calls that have none; `asked_at` is when the
        update came that is answered by this.
        """
        for change in self._writes:
            change(session)
        enqueue_all(session, self._outgoing, origin, at, asked_at)


def enqueue_all(
    session: Session,
    calls: Iterable[OutgoingCall],
    origin: str,
    at: datetime,
    asked_at: datetime | None = None,
) -> None:
    """Add calls to the outbox, those without a key as `<origin>:<number>`."""
    for number, call in enumerate(calls):
        enqueue(session, call, f"{origin}:{number}", at, asked_at)


def enqueue(
    session: Session,
    outgoing: OutgoingCall,
    dedup: str,
    at: datetime,
    asked_at: datetime | None = None,
) -> None:
    """Add one call to the outbox unless its dedup key is known."""
    row_id = outbox.add(
        session,
        {
            "dedup": outgoing.dedup or dedup,
            "chat_id": outgoing.chat_id,
            "method": outgoing.method,
            "payload": json.dumps(dict(outgoing.payload), ensure_ascii=True),
            "priority": int(outgoing.priority),
            "next_at": at,
            "created_at": at,
            "asked_at": asked_at if outgoing.priority is Priority.ANSWER else None,
        },
    )
    if row_id and outgoing.question:
        questions.link_answer(session, outgoing.question, row_id)
