"""Questions left with an officer."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go forward; the way back is the backup made just before."""
    op.create_table(
        "officer_case",
        sa.Column("id", _ID, nullable=False),
        sa.Column("question_key", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("talking", sa.Boolean(), nullable=False),
        sa.Column("officer", _ID, nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer_case")),
        sa.UniqueConstraint("question_key", name=op.f("uq_officer_case_question_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("officer_case", schema=None) as batch_op:
        batch_op.create_index("ix_officer_case_chat", ["channel", "chat_id"], unique=False)
        batch_op.create_index(
            "ix_officer_case_open",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state != 'closed'"),
            postgresql_where=sa.text("state != 'closed'"),
        )
    op.create_table(
        "case_message",
        sa.Column("id", _ID, nullable=False),
        sa.Column("case_id", _ID, nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("officer", _ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["officer_case.id"],
            name=op.f("fk_case_message_case_id_officer_case"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_message")),
        sa.UniqueConstraint("case_id", "origin", name=op.f("uq_case_message_case_id_origin")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_message", ["chat_id", "tg_message_id"], unique=False)
