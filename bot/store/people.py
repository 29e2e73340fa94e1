"""Who was given which role, and the ways into the console: links and the sessions they open."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Executable, Index, bindparam, func, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.store.tables import BigId, CleanText


class Appointment(SQLModel, table=True):
    """The role somebody was given; role 0 is one that was taken away."""

    user_id: int = Field(primary_key=True, sa_type=BigId)
    role: int
    given_by: int = Field(sa_type=BigId)
    given_at: datetime


class Invitation(SQLModel, table=True):
    """A link into the console; only the hash of its token is kept."""

    __table_args__ = (Index("ix_invitation_user_id", "user_id", "made_at"),)

    token_hash: str = Field(primary_key=True, sa_type=CleanText)
    user_id: int = Field(sa_type=BigId)
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = None


class BrowserSession(SQLModel, table=True):
    """A browser that is signed in; only the hash of its cookie is kept."""

    __tablename__ = "stay"
    __table_args__ = (Index("ix_stay_user_id", "user_id"),)

    token_hash: str = Field(primary_key=True, sa_type=CleanText)
    user_id: int = Field(sa_type=BigId)
    began_at: datetime
    seen_at: datetime
    ended_at: datetime | None = None


_ROLE: Executable = select(Appointment.role).where(col(Appointment.user_id) == bindparam("person"))


def role_given(session: Session, user_id: int) -> int:
    """The role the person was given; 0 is none."""
    return session.connection().execute(_ROLE, {"person": user_id}).scalar() or 0


def appointments(session: Session) -> Sequence[Appointment]:
    """Everybody who was ever given a role, in order of their ids."""
    return session.exec(select(Appointment).order_by(col(Appointment.user_id))).all()


def invited_since(session: Session, user_id: int, since: datetime) -> int:
    """How many links the person asked for since then."""
    query = select(func.count()).select_from(Invitation)
    query = query.where(Invitation.user_id == user_id, Invitation.made_at >= since)
    return session.exec(query).one()


def open_invitation(session: Session, token_hash: str, at: datetime) -> Invitation | None:
    """The link with this token, while it can be used."""
    row = session.get(Invitation, token_hash)
    return row if row and row.used_at is None and at < row.ends_at else None


def use_invitation(session: Session, token_hash: str, at: datetime) -> bool:
    """Mark the link as used; False when somebody else just did or it ran out."""
    statement = (
        update(Invitation)
        .where(col(Invitation.token_hash) == token_hash, col(Invitation.used_at).is_(None))
        .where(col(Invitation.ends_at) > at)
        .values(used_at=at)
    )
    return session.exec(statement).rowcount == 1


def browser_session(session: Session, token_hash: str) -> BrowserSession | None:
    """The browser with this cookie, unless it was ended."""
    row = session.get(BrowserSession, token_hash)
    return row if row and row.ended_at is None else None


def touch_browser_session(session: Session, token_hash: str, at: datetime) -> None:
    """The browser asked for a page."""
    statement = (
        update(BrowserSession)
        .where(col(BrowserSession.token_hash) == token_hash)
        .values(seen_at=at)
    )
    session.exec(statement)


def end_browser_session(session: Session, token_hash: str, at: datetime) -> None:
    """Sign one browser out."""
    _end(session, at, token_hash=token_hash)


def end_browser_sessions(session: Session, user_id: int, at: datetime) -> int:
    """Sign every browser of the person out; how many there were."""
    return _end(session, at, user_id=user_id)


def _end(session: Session, at: datetime, **which: object) -> int:
    statement = (
        update(BrowserSession).filter_by(**which).where(col(BrowserSession.ended_at).is_(None))
    )
    return session.exec(statement.values(ended_at=at)).rowcount
