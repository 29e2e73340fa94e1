"""Reads and writes of citizens' questions and their votes."""

from sqlalchemy import update
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
