"""Questions that are still somebody's are found without walking over all that are nobody's."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Go forward; the way back is the backup made just before."""
    kept = sa.text("channel <> 'gone'")
    op.create_index(
        "ix_question_kept", "question", ["asked_at"], sqlite_where=kept, postgresql_where=kept
    )
