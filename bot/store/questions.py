"""Reads and writes of citizens' questions and their votes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.store.tables import Feedback, Outbox, Question


def by_key(session: Session, key: str) -> Question | None:
    """The question with this key."""
    return session.exec(select(Question).where(Question.key == key)).first()


def last_original(session: Session, channel: str, chat_id: int) -> Question | None:
    """The chat's newest question that did not repeat the one before it."""
    query = (
        select(Question)
        .where(Question.channel == channel, Question.chat_id == chat_id)
        .where(col(Question.repeated).is_(False))
        .order_by(col(Question.id).desc())
        .limit(1)
    )
    return session.exec(query).first()


def link_answer(session: Session, key: str, outbox_id: int) -> None:
    """Remember which outgoing message answers the question."""
    session.exec(update(Question).where(col(Question.key) == key).values(answer_outbox=outbox_id))


def answer_message(session: Session, key: str) -> int | None:
    """Telegram's id of the message that answered the question, once it was sent."""
    query = (
        select(Outbox.tg_message_id)
        .join(Question, col(Question.answer_outbox) == col(Outbox.id))
        .where(Question.key == key)
    )
    return session.exec(query).first()


def vote_of(session: Session, question_id: int, user_id: int) -> Feedback | None:
    """What this person thought of this answer."""
    query = select(Feedback).where(Feedback.question_id == question_id, Feedback.user_id == user_id)
    return session.exec(query).first()


def of_review(session: Session, review_id: int) -> Sequence[Question]:
    """The questions of a review item, oldest first."""
    query = select(Question).where(Question.review_id == review_id).order_by(col(Question.id))
    return session.exec(query).all()


def log(
    session: Session,
    before: int | None,
    limit: int,
    *,
    outcome: str = "",
    entry: str = "",
    channel: str = "",
    words: str = "",
    disliked: bool = False,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Sequence[Question]:
    """Questions, newest first, with ids below `before`; what is empty asks for any."""
    query = select(Question)
    for column, value in ((Question.outcome, outcome), (Question.entry, entry),
                          (Question.channel, channel)):  # fmt: skip
        if value:
            query = query.where(column == value)
    if words:
        query = query.where(col(Question.text).contains(words, autoescape=True))
    if disliked:
        bad = select(Feedback.question_id).where(col(Feedback.good).is_(False))
        query = query.where(col(Question.id).in_(bad))
    if since:
        query = query.where(Question.asked_at >= since)
    if until:
        query = query.where(Question.asked_at < until)
    if before is not None:
        query = query.where(Question.id < before)
    return session.exec(query.order_by(col(Question.id).desc()).limit(limit)).all()


def votes(session: Session, question_ids: Sequence[int]) -> Mapping[int, bool]:
    """What people thought of these answers, by question; a bad vote outweighs a good one."""
    query = select(Feedback.question_id, Feedback.good)
    rows = session.exec(query.where(col(Feedback.question_id).in_(question_ids))).all()
    return {one: all(good for other, good in rows if other == one) for one, _ in rows}


def times_used(session: Session, since: datetime) -> Mapping[str, int]:
    """How often each entry was answered from since then."""
    query = (
        select(Question.entry, func.count())
        .where(col(Question.entry).is_not(None), Question.asked_at >= since)
        .group_by(col(Question.entry))
    )
    return {entry: count for entry, count in session.exec(query).all() if entry}
