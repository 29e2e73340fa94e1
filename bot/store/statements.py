"""Statements that fit any table: adding what is not there yet, deleting a few rows at a time."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, inspect, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import Session, SQLModel, delete, select


def insert_new(
    session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]
) -> Sequence[int]:
    """Insert the rows, all of the same fields, that break no unique key; the ids of the new."""
    if not rows:
        return ()
    statement = _insert(table, session.get_bind().dialect.name)
    return session.connection().execute(statement, list(rows)).scalars().all()


def in_chat(table: Any, channel: str, chat_id: int) -> ColumnElement[bool]:
    """Whether a row of a table with a channel and a chat belongs to this chat."""
    return and_(table.channel == channel, table.chat_id == chat_id)


def delete_some(session: Session, table: type[SQLModel], limit: int, *where: Any) -> int:
    """Delete up to `limit` rows that these conditions fit; how many there were."""
    keys = inspect(table).primary_key
    some = select(*keys).where(*where).limit(limit)
    return int(session.exec(delete(table).where(tuple_(*keys).in_(some))).rowcount)


@cache
def _insert(table: type[SQLModel], dialect: str) -> ReturningInsert[Any]:
    """What `insert_new` says; with the values apart from it, it is put together once."""
    insert = insert_into(table, dialect).on_conflict_do_nothing()
    statement: ReturningInsert[Any] = insert.returning(table.id)  # type: ignore[attr-defined]
    return statement


def insert_into(table: type[SQLModel], dialect: str) -> sqlite.Insert | postgresql.Insert:
    """An insert that can say what to do with a row that is there already."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
