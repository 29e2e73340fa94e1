"""The audit trail: who did what, and who looked at what citizens wrote."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot.store.statements import delete_some
from bot.store.tables import Audit


def add(
    session: Session,
    who: int,
    what: str,
    subject: str,
    at: datetime,
    *,
    before: str = "",
    after: str = "",
) -> None:
    """Add a line to the trail."""
    session.add(Audit(at=at, who=who, what=what, subject=subject, before=before, after=after))


def trail(session: Session, before: int | None, limit: int, who: int | None) -> Sequence[Audit]:
    """Lines of the trail, newest first, with ids below `before`; of one person if given."""
    query = select(Audit)
    if before is not None:
        query = query.where(Audit.id < before)
    if who is not None:
        query = query.where(Audit.who == who)
    return session.exec(query.order_by(col(Audit.id).desc()).limit(limit)).all()


def purge(session: Session, before: datetime, limit: int) -> int:
    """Delete some lines older than the moment; how many."""
    return delete_some(session, Audit, limit, col(Audit.at) < before)
