"""Reads and writes of the outbox: what is to be sent, until it is known to have arrived."""

import json
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    update,
)
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.store.cases import keeps_its_call
from bot.store.statements import delete_some, insert_new
from bot.store.tables import OPEN_CALLS, BigId, Outbox, OutboxState

RESULT_OF = "made_by"  # in a payload: stands for what the call with this key made
_OPEN = (OutboxState.PENDING, OutboxState.SENDING)


@dataclass(frozen=True, slots=True)
class ClaimedCall:
    """A call to make."""

    id: int
    attempts: int
    chat_id: int
    method: str
    payload: dict[str, Any]  # without chat_id
    priority: int
    asked_at: datetime | None  # when the update came that this answers


_SENT = (
    update(Outbox)
    .where(col(Outbox.id) == bindparam("row"), col(Outbox.attempts) == bindparam("attempt"))
    .where(col(Outbox.state) == OutboxState.SENDING)
    .values(state=OutboxState.SENT, payload="", error="", lease_until=None)
    .values(
        sent_at=bindparam("now", type_=UTCDateTime), tg_message_id=bindparam("made", type_=BigId)
    )
)
_WAITING = select(Outbox.id).where(OPEN_CALLS, col(Outbox.chat_id) == bindparam("chat")).limit(1)


def add(session: Session, row: dict[str, Any]) -> int | None:
    """Insert a row unless its `dedup` is known; the id of the new row."""
    return next(iter(insert_new(session, Outbox, [row])), None)


def claim(
    session: Session,
    now: datetime,
    lease_until: datetime,
    limit: int,
    except_chats: Collection[int],
    *,
    bulk_from: int,
    bulk: bool,
) -> list[ClaimedCall]:
    """Lease up to `limit` due rows, answers first, at most one of each chat at a time.

    A chat's rows leave in order. Those of priority `bulk_from` and above form a line of their
    own behind the others, so that nobody waits for an answer behind a broadcast; without
    `bulk` they stay.
    """
    given = {"now": now, "until": lease_until, "most": limit, "resting": list(except_chats)}
    rows = session.connection().execute(_claim(bulk_from, bulk), given).all()
    payloads = [_with_results(session, json.loads(row.payload)) for row in rows]
    calls = [
        ClaimedCall(**row._asdict() | {"payload": payload})
        for row, payload in zip(rows, payloads, strict=True)
    ]
    return sorted(calls, key=lambda call: (call.priority, call.id))


@cache
def _claim(bulk_from: int, bulk: bool) -> ReturningUpdate[Any]:
    """What `claim` says, again and again: put together once."""
    until = bindparam("until", type_=UTCDateTime)
    return (
        update(Outbox)
        .where(col(Outbox.id).in_(_due(bulk_from, bulk)))
        .values(state=OutboxState.SENDING, attempts=Outbox.attempts + 1, lease_until=until)
        .returning(*(getattr(Outbox, one.name) for one in fields(ClaimedCall)))
    )


def _due(bulk_from: int, bulk: bool) -> SelectOfScalar[int]:
    resting: BindParameter[int] = bindparam("resting", expanding=True)
    query = (
        select(Outbox.id)
        .where(OPEN_CALLS, Outbox.state == OutboxState.PENDING)
        .where(col(Outbox.next_at) <= bindparam("now", type_=UTCDateTime))
        .where(col(Outbox.chat_id).not_in(resting), ~_one_before(bulk_from))
        .order_by(col(Outbox.priority), col(Outbox.id))
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
    )
    return query if bulk else query.where(Outbox.priority < bulk_from)


def _one_before(bulk_from: int) -> ColumnElement[bool]:
    """Whether another open row of the chat is under way or has to leave first."""
    other = aliased(Outbox)
    first = case((col(other.priority) >= bulk_from, 1), else_=0)
    second = case((col(Outbox.priority) >= bulk_from, 1), else_=0)
    earlier = or_(first < second, and_(first == second, col(other.id) < col(Outbox.id)))
    return (
        exists()
        .where(OPEN_CALLS, col(other.chat_id) == col(Outbox.chat_id))
        .where(or_(col(other.state) == OutboxState.SENDING, earlier))
    )


def _with_results(session: Session, payload: dict[str, Any]) -> dict[str, Any]:
    """The payload with what earlier calls made; a part that needs what none made is left out."""
    filled = {name: _filled(session, value) for name, value in payload.items()}
    return {name: value for name, value in filled.items() if value is not None}


def _filled(session: Session, value: Any) -> Any:
    if not isinstance(value, dict) or not value:
        return value
    if set(value) == {RESULT_OF}:
        made = select(Outbox.tg_message_id).where(Outbox.dedup == value[RESULT_OF])
        return session.exec(made).first()
    filled = _with_results(session, value)
    return filled if len(filled) == len(value) else None


def held(session: Session, row_id: int, attempt: int) -> Outbox | None:
    """The row, locked, if this attempt at sending it is still the current one."""
    row = session.exec(select(Outbox).where(Outbox.id == row_id).with_for_update()).first()
    mine = row and row.state == OutboxState.SENDING and row.attempts == attempt
    return row if mine else None


def sent(
    session: Session, row_id: int, attempt: int, message_id: int | None, now: datetime
) -> bool:
    """Mark the row as sent and erase it, if this attempt at sending it is still the current one."""
    given = {"row": row_id, "attempt": attempt, "made": message_id, "now": now}
    return session.connection().execute(_SENT, given).rowcount == 1


def waiting(session: Session, chat_id: int) -> bool:
    """Whether the chat has a call that is still to be made."""
    return session.connection().execute(_WAITING, {"chat": chat_id}).first() is not None


def close(row: Outbox, state: OutboxState, error: str) -> None:
    """Give up a row that was not sent, or nobody knows whether."""
    row.state = state
    row.lease_until = None
    row.error = error


def reopen(row: Outbox, next_at: datetime) -> None:
    """Put the row back to be sent at `next_at`."""
    row.state = OutboxState.PENDING
    row.lease_until = None
    row.next_at = next_at


def abandoned(session: Session, now: datetime | None) -> list[Outbox]:
    """Rows whose sender died: leases over at `now`, or every lease when it is None."""
    query = select(Outbox).where(OPEN_CALLS, Outbox.state == OutboxState.SENDING)
    if now is not None:
        query = query.where(col(Outbox.lease_until) <= now)
    return list(session.exec(query.with_for_update(skip_locked=True)).all())


def close_chat(session: Session, chat_id: int, error: str) -> None:
    """Fail everything still to be sent to a chat that cannot be reached."""
    waiting = update(Outbox).where(OPEN_CALLS, col(Outbox.chat_id) == chat_id)
    session.exec(waiting.values(state=OutboxState.FAILED, error=error, lease_until=None))


def move_chat(session: Session, old: int, new: int) -> None:
    """Readdress everything still to be sent to a group that became a supergroup."""
    session.exec(update(Outbox).where(OPEN_CALLS, col(Outbox.chat_id) == old).values(chat_id=new))


def purge(session: Session, before: datetime, limit: int) -> int:
    """Delete some closed rows created before the given moment, but for those of cases; how many."""
    closed = (col(Outbox.state).not_in(_OPEN), col(Outbox.created_at) < before)
    return delete_some(session, Outbox, limit, *closed, ~keeps_its_call())


def overdue(session: Session, now: datetime, below: int) -> datetime | None:
    """Since when the first of all chats' next rows below this priority could have left."""
    older = aliased(Outbox)
    heads = select(func.min(older.id)).where(OPEN_CALLS).group_by(col(older.chat_id))
    query = select(func.min(Outbox.next_at)).where(
        OPEN_CALLS,
        Outbox.state == OutboxState.PENDING,
        Outbox.priority < below,
        Outbox.next_at <= now,
        col(Outbox.id).in_(heads),
    )
    return session.exec(query).one()


def sent_since(session: Session, since: datetime) -> list[tuple[int, str, datetime]]:
    """Chat, method and time of what was sent lately, in order."""
    query = (
        select(Outbox.chat_id, Outbox.method, Outbox.sent_at)
        .where(Outbox.state == OutboxState.SENT, col(Outbox.sent_at) >= since)
        .where(col(Outbox.created_at) >= since - timedelta(days=1))
        .order_by(col(Outbox.sent_at))
    )
    return [(chat, method, at) for chat, method, at in session.exec(query).all() if at]


def count(session: Session) -> dict[str, int]:
    """How many rows there are in each state."""
    query = select(Outbox.state, func.count()).group_by(Outbox.state)
    return dict(session.exec(query).all())
