"""Reads and writes of citizens' questions and their votes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, bindparam, func, update
from sqlmodel import Session, col, select

from bot.store.statements import insert_new
from bot.store.tables import BigId, Feedback, Outbox, Question

_DISORDER = 1000  # how far ids and times of questions may be out of step
_LAST = 2**62


@dataclass(frozen=True, slots=True)
class Original:
    """What a question is known again by."""

    message_id: int
    text: str  # masked
    asked_at: datetime


_LAST_ORIGINAL: Executable = (
    select(*(getattr(Question, one.name) for one in fields(Original)))
    .where(col(Question.channel) == bindparam("of"))
    .where(col(Question.chat_id) == bindparam("number"), col(Question.repeated).is_(False))
    .order_by(col(Question.id).desc())
    .limit(1)
)
_LINK_ANSWER = (
    update(Question)
    .where(col(Question.key) == bindparam("asked"))
    .values(answer_outbox=bindparam("answered", type_=BigId))
)


def by_key(session: Session, key: str) -> Question | None:
    """The question with this key."""
    return session.exec(select(Question).where(Question.key == key)).first()


def of_chat(session: Session, channel: str, chat_id: int, key: str) -> Question | None:
    """The question with this key; None when it is not this chat's."""
    question = by_key(session, key) if key else None
    own = question and (question.channel, question.chat_id) == (channel, chat_id)
    return question if own else None


def add(session: Session, values: dict[str, Any]) -> bool:
    """Keep a question; False when it is there already."""
    return bool(insert_new(session, Question, [values]))


def last_original(session: Session, channel: str, chat_id: int) -> Original | None:
    """The chat's newest question that did not repeat the one before it."""
    given = {"of": channel, "number": chat_id}
    row = session.connection().execute(_LAST_ORIGINAL, given).first()
    return Original(*row) if row else None


def link_answer(session: Session, key: str, outbox_id: int) -> None:
    """Remember which outgoing message answers the question."""
    session.connection().execute(_LINK_ANSWER, {"asked": key, "answered": outbox_id})


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
    after: int | None = None,
    outcome: str = "",
    entry: str = "",
    channel: str = "",
    words: str = "",
    disliked: bool = False,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Sequence[Question]:
    """Questions, newest first, with ids from `after` to below `before`.

    What is empty asks for any.
    """
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
        first = first_since(session, since) - _DISORDER
        query = query.where(Question.asked_at >= since, Question.id >= first)
    if until:
        before = min(before or _LAST, first_since(session, until) + _DISORDER)
        query = query.where(Question.asked_at < until)
    if after is not None:
        query = query.where(Question.id >= after)
    if before is not None:
        query = query.where(Question.id < before)
    return session.exec(query.order_by(col(Question.id).desc()).limit(limit)).all()


def first_since(session: Session, moment: datetime) -> int:
    """The id of the first question asked since then; ids grow with time, or nearly so."""
    query = select(Question.id).where(Question.asked_at >= moment)
    found = session.exec(query.order_by(col(Question.asked_at)).limit(1)).first()
    return newest(session) + 1 if found is None else found


def newest(session: Session) -> int:
    """The highest id; 0 when nothing was asked."""
    return session.exec(select(func.max(Question.id))).one() or 0


def votes(session: Session, question_ids: Sequence[int]) -> Mapping[int, bool]:
    """What people thought of these answers, by question; a bad vote outweighs a good one."""
    query = select(Feedback.question_id, Feedback.good)
    rows = session.exec(query.where(col(Feedback.question_id).in_(question_ids))).all()
    return {one: all(good for other, good in rows if other == one) for one, _ in rows}


def times_used(session: Session, since: datetime) -> Mapping[str, int]:
    """How often each entry was answered from since then."""
    first = first_since(session, since)
    query = (
        select(Question.entry, func.count())
        .where(col(Question.entry).is_not(None), Question.id >= first)
        .group_by(col(Question.entry))
    )
    return {entry: count for entry, count in session.exec(query).all() if entry}
