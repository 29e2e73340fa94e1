"""Who was forgotten, daily counts, judged answers, the canary; a question keeps its answer."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0005"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go forward; the way back is the backup made just before."""
    op.create_table(
        "forgotten",
        sa.Column("id", _ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forgotten")),
        sa.UniqueConstraint("channel", "chat_id", "at", name="uq_forgotten_channel_chat_id_at"),
    )
    op.create_table(
        "tally",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "kind", "name", name=op.f("pk_tally")),
    )
    op.create_table(
        "judgement",
        sa.Column("id", _ID, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("question_id", _ID, nullable=True),
        sa.Column("good", sa.Boolean(), nullable=True),
        sa.Column("judged_by", _ID, nullable=True),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name=op.f("fk_judgement_question_id_question"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sa.UniqueConstraint("week", "question_id", name="uq_judgement_week_question_id"),
    )
    op.create_table(
        "canary",
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("question", name=op.f("pk_canary")),
    )
    with op.batch_alter_table("chat") as chat:
        chat.add_column(sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("question") as question:
        question.add_column(sa.Column("answer", sa.Text(), nullable=False, server_default=""))
        question.create_index("ix_question_chat", ["channel", "chat_id", "asked_at"])
