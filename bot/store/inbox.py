"""Reads and writes of the inbox: what Telegram sent, until it is done."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Integer, bindparam, func, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.store.statements import delete_some, insert_new
from bot.store.tables import ADMITTED, NEW_UPDATES, BigId, Inbox, InboxState


@dataclass(frozen=True, slots=True)
class ClaimedUpdate:
    """An update to handle; its `id` is unique for ever, `claims` counts how often it was taken."""

    id: int
    claims: int
    update_id: int | None
    chat_id: int | None
    raw: str | None
    received_at: datetime

    @property
    def update(self) -> dict[str, Any]:
        """The update as Telegram sent it."""
        update: dict[str, Any] = json.loads(self.raw or "{}")
        return update


# Statements that are said again and again, put together once.
_NOW = bindparam("now", type_=UTCDateTime)
_UNTIL = bindparam("until", type_=UTCDateTime)
_MOST = bindparam("most", type_=Integer)
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_KNOWN = select(Inbox.update_id).where(col(Inbox.update_id).in_(_IDS))
_ADMITTED = (
    select(Inbox.sent_at)
    .where(ADMITTED, col(Inbox.user_id) == bindparam("user"))
    .where(col(Inbox.sent_at) <= _UNTIL)
    .where(col(Inbox.sent_at) > bindparam("since", type_=UTCDateTime))
    .order_by(col(Inbox.sent_at).desc())
    .limit(_MOST)
)
_OLDER = aliased(Inbox)
_HEADS = select(func.min(_OLDER.id)).where(NEW_UPDATES).group_by(col(_OLDER.chat_id))
_DUE = (
    select(Inbox.id)
    .where(Inbox.state == InboxState.NEW, col(Inbox.id).in_(_HEADS), col(Inbox.next_at) <= _NOW)
    .where(or_(col(Inbox.lease_until).is_(None), col(Inbox.lease_until) <= _NOW))
    .order_by(col(Inbox.id))
    .limit(_MOST)
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(Inbox)
    .where(col(Inbox.id).in_(_DUE))
    .values(claims=Inbox.claims + 1, lease_until=_UNTIL)
    .returning(*(getattr(Inbox, one.name) for one in fields(ClaimedUpdate)))
)
_DONE = (
    update(Inbox)
    .where(col(Inbox.id) == bindparam("row"), col(Inbox.claims) == bindparam("claim"))
    .where(col(Inbox.state) == InboxState.NEW)
    .values(state=InboxState.DONE, raw=None, lease_until=None, done_at=_NOW)
)
_WAITING = (
    select(Inbox.id)
    .where(NEW_UPDATES, col(Inbox.chat_id).is_not_distinct_from(bindparam("chat", type_=BigId)))
    .limit(1)
)


def add(session: Session, rows: Sequence[dict[str, Any]]) -> int:
    """Keep the updates, but for those whose ids are known; how many are new."""
    return len(insert_new(session, Inbox, rows))


def known(session: Session, update_ids: Collection[int]) -> set[int]:
    """Which of these update ids were stored before."""
    numbers = session.connection().execute(_KNOWN, {"ids": list(update_ids)}).scalars()
    return {number for number in numbers if number is not None}


def admitted(session: Session, user_id: int, until: datetime, limit: int) -> list[datetime]:
    """When this person wrote on the day before `until`: the last `limit` that were let in."""
    since = until - timedelta(days=1)
    given = {"user": user_id, "until": until, "since": since, "most": limit}
    moments = session.connection().execute(_ADMITTED, given).scalars()
    return sorted(moment for moment in moments if moment is not None)


def claim(
    session: Session, now: datetime, lease_until: datetime, limit: int
) -> list[ClaimedUpdate]:
    """Lease up to `limit` of the oldest new rows whose chat has no older new one.

    A row waiting for its next try holds back the later ones of its chat.
    """
    given = {"now": now, "until": lease_until, "most": limit}
    rows = session.connection().execute(_CLAIM, given).all()
    return sorted((ClaimedUpdate(*row) for row in rows), key=lambda row: row.id)


def done(session: Session, row_id: int, claim: int, now: datetime) -> bool:
    """Mark the row as done and erase it, if it is still new and this claim is its latest."""
    given = {"row": row_id, "claim": claim, "now": now}
    return session.connection().execute(_DONE, given).rowcount == 1


def waiting(session: Session, chat_id: int | None) -> bool:
    """Whether the chat has an update that is not done."""
    return session.connection().execute(_WAITING, {"chat": chat_id}).first() is not None


def held(session: Session, row_id: int, claim: int) -> Inbox | None:
    """The row, locked, if it is still new and this claim is its latest."""
    query = select(Inbox).where(Inbox.id == row_id).with_for_update()
    row = session.exec(query).first()
    return row if row and row.state == InboxState.NEW and row.claims == claim else None


def mark_dead(row: Inbox, error: str, now: datetime) -> None:
    """Give the row up; it stays to be looked at."""
    row.state = InboxState.DEAD
    row.error = error
    row.lease_until = None
    row.done_at = now


def release_all(session: Session) -> None:
    """Drop every lease: at a start, nobody else can hold one."""
    session.exec(
        update(Inbox)
        .where(NEW_UPDATES, col(Inbox.lease_until).is_not(None))
        .values(lease_until=None)
    )


def purge(session: Session, before: datetime, limit: int, *, dead_before: datetime) -> int:
    """Delete some done rows older than `before`, and dead ones than `dead_before`; how many."""
    done = col(Inbox.state).in_((InboxState.DONE, InboxState.THROTTLED))
    old = done & (col(Inbox.done_at) < before)
    gone = (col(Inbox.state) == InboxState.DEAD) & (col(Inbox.done_at) < dead_before)
    return delete_some(session, Inbox, limit, or_(old, gone))


def overdue(session: Session, now: datetime) -> datetime | None:
    """Since when the first of all chats' next updates could have been handled."""
    query = select(func.min(Inbox.next_at)).where(
        NEW_UPDATES, col(Inbox.id).in_(_HEADS), col(Inbox.next_at) <= now
    )
    return session.exec(query).one()


def count(session: Session) -> dict[str, int]:
    """How many rows there are in each state."""
    query = select(Inbox.state, func.count()).group_by(Inbox.state)
    return dict(session.exec(query).all())
