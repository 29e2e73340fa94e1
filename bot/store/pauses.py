"""When the bot was paused, by whom, and with which notice to the public."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from bot.store.tables import BigId, CleanText


class Pause(SQLModel, table=True):
    """One pause; it lasts until somebody ended it."""

    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    notice: str = Field(sa_type=CleanText)
    begun_by: int = Field(sa_type=BigId)
    begun_at: datetime
    ended_by: int | None = Field(default=None, sa_type=BigId)
    ended_at: datetime | None = None


_LAST = select(Pause).order_by(col(Pause.id).desc()).limit(1)


def current(session: Session) -> Pause | None:
    """The pause that lasts; None while the bot answers."""
    last = session.exec(_LAST).first()
    return last if last and last.ended_at is None else None
