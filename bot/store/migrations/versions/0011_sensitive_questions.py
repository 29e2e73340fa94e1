"""Questions that tell something sensitive of a person are marked; they leave earlier."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0007"


def upgrade() -> None:
    """Go forward; the way back is the backup made just before."""
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("sensitive", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.create_index(
            "ix_question_sensitive",
            ["asked_at"],
            sqlite_where=sa.text("sensitive"),
            postgresql_where=sa.text("sensitive"),
        )
