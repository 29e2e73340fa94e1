"""Alembic's entry: runs on the connection, and in the transaction, of the caller."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.store import (  # noqa: F401  every module that holds a table
    cases,
    drafts,
    figures,
    follows,
    job_runs,
    pauses,
    people,
    privacy,
    reminders,
    tables,
)

_PLAIN = {
    tables.CleanText: "sa.Text()",
    tables.BigId: 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")',
    UTCDateTime: "sa.DateTime(timezone=True)",
}


def _render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Our column types as SQLAlchemy's, so that old migrations outlive our modules."""
    return _PLAIN.get(type(item), False) if kind == "type" else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=_render,
)
context.run_migrations()
