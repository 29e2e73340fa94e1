"""Reads and writes of the review queue, its lessons, and the people who wait."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.store.tables import Audit, Lesson, Question, Review, ReviewState, Waiter

_LIVE = (ReviewState.OPEN, ReviewState.DISMISSED)


def live_by_cluster(session: Session, cluster: str) -> Review | None:
    """The open or dismissed item of exactly this cluster."""
    query = select(Review).where(Review.cluster == cluster, col(Review.state).in_(_LIVE))
    return session.exec(query).first()


def live_clusters(session: Session, limit: int) -> Sequence[tuple[int, str]]:
    """(id, cluster) of the items asked about last, newest first."""
    query = (
        select(Review.id, Review.cluster)
        .where(col(Review.state).in_(_LIVE))
        .order_by(col(Review.last_at).desc())
        .limit(limit)
    )
    return session.exec(query).all()


def open_items(session: Session, limit: int) -> Sequence[Review]:
    """Open items, most asked first, then newest."""
    query = (
        select(Review)
        .where(Review.state == ReviewState.OPEN)
        .order_by(col(Review.count).desc(), col(Review.last_at).desc(), col(Review.id))
        .limit(limit)
    )
    return session.exec(query).all()


def count_open(session: Session) -> int:
    """How many items are open."""
    query = select(func.count()).select_from(Review).where(Review.state == ReviewState.OPEN)
    return session.exec(query).one()


def samples(session: Session, review_id: int, limit: int) -> list[str]:
    """Different wordings of one item, newest first, masked."""
    query = (
        select(Question.text)
        .where(Question.review_id == review_id)
        .group_by(Question.text)
        .order_by(func.max(Question.asked_at).desc())
        .limit(limit)
    )
    return list(session.exec(query).all())


def waiters(session: Session, review_id: int) -> Sequence[Waiter]:
    """Chats that want to know and were not told yet."""
    query = select(Waiter).where(Waiter.review_id == review_id, col(Waiter.told_at).is_(None))
    return session.exec(query.order_by(col(Waiter.id))).all()


def waiter_of(session: Session, review_id: int, channel: str, chat_id: int) -> Waiter | None:
    """This chat's wish to know about this item."""
    query = select(Waiter).where(
        Waiter.review_id == review_id, Waiter.channel == channel, Waiter.chat_id == chat_id
    )
    return session.exec(query).first()


def step(session: Session, row: Review, version: int, state: ReviewState) -> bool:
    """Move the item to `state` if nobody changed it since `version`; whether it moved."""
    statement = (
        update(Review)
        .where(col(Review.id) == row.id, col(Review.version) == version)
        .values(state=state, version=version + 1, closed_by=None, closed_at=None)
    )
    return session.exec(statement).rowcount == 1


def standing_lesson(session: Session, review_id: int) -> Lesson | None:
    """The last lesson of the item that was not undone."""
    query = select(Lesson).where(Lesson.review_id == review_id, col(Lesson.undone_at).is_(None))
    return session.exec(query.order_by(col(Lesson.id).desc())).first()


def audit(
    session: Session,
    who: int,
    what: str,
    subject: str,
    at: datetime,
    *,
    before: str = "",
    after: str = "",
) -> None:
    """Add a line to the audit trail."""
    session.add(Audit(at=at, who=who, what=what, subject=subject, before=before, after=after))
