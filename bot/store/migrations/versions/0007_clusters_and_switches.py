"""Clusters by meaning, dismissals that end, the switch that pauses the bot, the log's indexes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0008"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go forward; the way back is the backup made just before."""
    with op.batch_alter_table("question") as batch_op:
        batch_op.add_column(sa.Column("meaning", sa.Text(), nullable=False, server_default=""))
        batch_op.create_index("ix_question_outcome", ["outcome", "id"])
        batch_op.create_index("ix_question_entry", ["entry", "id"])
    with op.batch_alter_table("review") as batch_op:
        batch_op.add_column(sa.Column("wordings", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("until", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "pause",
        sa.Column("id", _ID, nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("begun_by", _ID, nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", _ID, nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
        sqlite_autoincrement=True,
    )
