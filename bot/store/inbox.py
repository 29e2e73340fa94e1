"""Reads and writes of the inbox: what Telegram sent, until it is done."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, func, or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col, delete, select
from sqlmodel.sql.expression import SelectOfScalar
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.store.tables import ADMITTED, NEW_UPDATES, Inbox, InboxState


def insert_new(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    """Insert the rows that break no unique key; how many were new."""
    if not rows:
        return 0
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    statement = insert.values(list(rows)).on_conflict_do_nothing().returning(table.id)  # type: ignore[attr-defined]
    return len(session.exec(statement).all())


def known(session: Session, update_ids: Collection[int]) -> set[int]:
    """Which of these update ids were stored before."""
    query = select(Inbox.update_id).where(col(Inbox.update_id).in_(update_ids))
    return {number for number in session.exec(query).all() if number is not None}


def admitted(session: Session, user_id: int, until: datetime, limit: int) -> list[datetime]:
    """When this person wrote on the day before `until`: the last `limit` that were let in."""
    query = (
        select(Inbox.sent_at)
        .where(ADMITTED, Inbox.user_id == user_id)
        .where(col(Inbox.sent_at) <= until, col(Inbox.sent_at) > until - timedelta(days=1))
        .order_by(col(Inbox.sent_at).desc())
        .limit(limit)
    )
    return sorted(moment for moment in session.exec(query).all() if moment is not None)


def claim_next(session: Session, now: datetime, lease_until: datetime) -> Inbox | None:
    """Lease the oldest new row whose chat has no older new one; None when nothing is due.

    A row waiting for its next try holds back the later ones of its chat.
    """
    row = session.exec(_next(), params={"now": now}).first()
    if row:
        row.lease_until = lease_until
        row.claims += 1
        session.add(row)
    return row


@cache
def _next() -> SelectOfScalar[Inbox]:
    """What `claim_next` asks, several times for each message: put together once."""
    now = bindparam("now", type_=UTCDateTime)
    older = aliased(Inbox)
    heads = select(func.min(older.id)).where(NEW_UPDATES).group_by(col(older.chat_id))
    return (
        select(Inbox)
        .where(Inbox.state == InboxState.NEW, col(Inbox.id).in_(heads), col(Inbox.next_at) <= now)
        .where(or_(col(Inbox.lease_until).is_(None), col(Inbox.lease_until) <= now))
        .order_by(col(Inbox.id))
        .limit(1)
        .with_for_update(skip_locked=True, of=Inbox)
    )


def held(session: Session, row_id: int, claim: int) -> Inbox | None:
    """The row, locked, if it is still new and this claim is its latest."""
    query = select(Inbox).where(Inbox.id == row_id).with_for_update()
    row = session.exec(query).first()
    return row if row and row.state == InboxState.NEW and row.claims == claim else None


def close(row: Inbox, state: InboxState, now: datetime) -> None:
    """Mark the row done or dead; a done one is erased at once."""
    row.state = state
    row.lease_until = None
    row.done_at = now
    if state == InboxState.DONE:
        row.raw = None


def release_all(session: Session) -> None:
    """Drop every lease: at a start, nobody else can hold one."""
    session.exec(
        update(Inbox)
        .where(NEW_UPDATES, col(Inbox.lease_until).is_not(None))
        .values(lease_until=None)
    )


def purge(session: Session, done_before: datetime, dead_before: datetime) -> int:
    """Delete done and dead rows older than the given moments; how many."""
    done = col(Inbox.state).in_((InboxState.DONE, InboxState.THROTTLED))
    old = done & (col(Inbox.done_at) < done_before)
    gone = (col(Inbox.state) == InboxState.DEAD) & (col(Inbox.done_at) < dead_before)
    return int(session.exec(delete(Inbox).where(or_(old, gone))).rowcount)


def oldest(session: Session) -> datetime | None:
    """When the oldest update came that is still to be handled."""
    return session.exec(select(func.min(Inbox.received_at)).where(NEW_UPDATES)).one()


def count(session: Session) -> dict[str, int]:
    """How many rows stand in each state."""
    query = select(Inbox.state, func.count()).group_by(Inbox.state)
    return dict(session.exec(query).all())
