"""Reads and writes of the review queue, its lessons, and the people who wait."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.store.statements import in_chat
from bot.store.tables import (
    SENSITIVE,
    Feedback,
    Lesson,
    Question,
    Review,
    ReviewState,
    Waiter,
)

_LIVE = (ReviewState.OPEN, ReviewState.DISMISSED)


def live_by_cluster(session: Session, cluster: str) -> Review | None:
    """The open or dismissed item of exactly this cluster."""
    query = select(Review).where(Review.cluster == cluster, col(Review.state).in_(_LIVE))
    return session.exec(query).first()


def live(session: Session, review_id: int) -> Review | None:
    """The item if it is open or dismissed."""
    review = session.get(Review, review_id)
    return review if review and review.state in _LIVE else None


def taught(session: Session, question: Question) -> Review | None:
    """The item of the question if it was answered with a lesson."""
    review = session.get(Review, question.review_id) if question.review_id else None
    return review if review and review.state == ReviewState.TAUGHT else None


def newest(session: Session) -> int:
    """The highest id; 0 when there is none."""
    return session.exec(select(func.max(Review.id))).one() or 0


def live_wordings(session: Session, limit: int, after: int = 0) -> Sequence[tuple[int, str, str]]:
    """(id, cluster, meanings) of the items asked about last, with ids above `after`."""
    query = (
        select(Review.id, Review.cluster, Review.wordings)
        .where(col(Review.state).in_(_LIVE))
        .order_by(col(Review.last_at).desc())
        .limit(limit)
    )
    return session.exec(query.where(Review.id > after) if after else query).all()


def items(session: Session, state: ReviewState, limit: int) -> Sequence[Review]:
    """Items in a state, most asked first, then newest."""
    query = (
        select(Review)
        .where(Review.state == state)
        .order_by(col(Review.count).desc(), col(Review.last_at).desc(), col(Review.id))
        .limit(limit)
    )
    return session.exec(query).all()


def count_open(session: Session) -> int:
    """How many items are open."""
    query = select(func.count()).select_from(Review).where(Review.state == ReviewState.OPEN)
    return session.exec(query).one()


def samples(session: Session, review_id: int, limit: int) -> list[str]:
    """Different wordings of one item, newest first, masked; none that is sensitive."""
    query = (
        select(Question.text)
        .where(Question.review_id == review_id, col(Question.sensitive).is_(False))
        .group_by(Question.text)
        .order_by(func.max(Question.asked_at).desc())
        .limit(limit)
    )
    return list(session.exec(query).all())


def sample_of(question: Question) -> str:
    """The words an item may be known by: none of a sensitive question."""
    return "" if question.sensitive else question.text


def sensitive_keys(session: Session, review_id: int, limit: int) -> Sequence[str]:
    """Keys of the sensitive questions of an item, newest first."""
    query = select(Question.key).where(Question.review_id == review_id, SENSITIVE)
    return session.exec(query.order_by(col(Question.id).desc()).limit(limit)).all()


def outcomes(session: Session, review_id: int) -> dict[str, int]:
    """What the bot did with the questions of an item, and how often."""
    query = select(Question.outcome, func.count()).where(Question.review_id == review_id)
    return dict(session.exec(query.group_by(col(Question.outcome))).all())


def faults(session: Session, review_id: int) -> dict[str, int]:
    """What people found wrong with the answers of an item, and how often."""
    query = select(Feedback.reason, func.count()).join(
        Question, col(Feedback.question_id) == col(Question.id)
    )
    query = query.where(Question.review_id == review_id, Feedback.reason != "")
    return dict(session.exec(query.group_by(col(Feedback.reason))).all())


def asked_since(
    session: Session, review_ids: Collection[int], since: datetime, until: datetime | None = None
) -> dict[int, int]:
    """How often each of these items was asked about in this time."""
    query = select(Question.review_id, func.count())
    query = query.where(col(Question.review_id).in_(review_ids), Question.asked_at >= since)
    if until:
        query = query.where(Question.asked_at < until)
    rows = session.exec(query.group_by(col(Question.review_id))).all()
    return {review_id: count for review_id, count in rows if review_id is not None}


def waiting(session: Session, review_ids: Collection[int]) -> dict[int, int]:
    """How many chats still wait for each of these items."""
    query = select(Waiter.review_id, func.count()).where(col(Waiter.told_at).is_(None))
    query = query.where(col(Waiter.review_id).in_(review_ids)).group_by(col(Waiter.review_id))
    return dict(session.exec(query).all())


def dismissed_samples(session: Session, at: datetime, limit: int) -> list[str]:
    """What was asked in the items that are dismissed now, newest first."""
    query = select(Review.sample).where(Review.state == ReviewState.DISMISSED, Review.sample != "")
    query = query.where(col(Review.until).is_(None) | (col(Review.until) > at))
    return list(session.exec(query.order_by(col(Review.last_at).desc()).limit(limit)).all())


def move_questions(session: Session, source: int, target: int) -> None:
    """The questions of one item belong to another."""
    statement = update(Question).where(col(Question.review_id) == source)
    session.exec(statement.values(review_id=target))


def move_waiters(
    session: Session, source: int, target: int, keys: Collection[str] | None = None
) -> None:
    """Those who wait for one item wait for another; only those of these questions if given."""
    there = {(one.channel, one.chat_id) for one in _all_waiters(session, target)}
    for one in _all_waiters(session, source):
        if keys is not None and one.question_key not in keys:
            continue
        if (one.channel, one.chat_id) in there:
            session.delete(one)
        else:
            one.review_id = target
            session.add(one)


def _all_waiters(session: Session, review_id: int) -> Sequence[Waiter]:
    return session.exec(select(Waiter).where(Waiter.review_id == review_id)).all()


def waiters(session: Session, review_id: int) -> Sequence[Waiter]:
    """Chats that want to know and were not notified yet."""
    query = select(Waiter).where(Waiter.review_id == review_id, col(Waiter.told_at).is_(None))
    return session.exec(query.order_by(col(Waiter.id))).all()


def wait_again(session: Session, review_id: int) -> None:
    """Let everybody who was notified wait again."""
    statement = update(Waiter).where(col(Waiter.review_id) == review_id)
    session.exec(statement.values(told_at=None))


def waiter_of(session: Session, review_id: int, channel: str, chat_id: int) -> Waiter | None:
    """This chat's wish to know about this item."""
    query = select(Waiter).where(Waiter.review_id == review_id, in_chat(Waiter, channel, chat_id))
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
