"""Whose limits an update counts against, and how long an answer took."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0010"

_OPEN = sa.text("state IN ('pending', 'sending')")
_ADMITTED = sa.text("state <> 'throttled'")


def upgrade() -> None:
    """Go forward; the way back is the backup made just before."""
    user_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("inbox", sa.Column("user_id", user_id, nullable=True))
    op.add_column("inbox", sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("outbox", sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_inbox_admitted",
        "inbox",
        ["user_id", "sent_at"],
        sqlite_where=_ADMITTED,
        postgresql_where=_ADMITTED,
    )
    op.create_index(
        "ix_outbox_next",
        "outbox",
        ["priority", "id"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
