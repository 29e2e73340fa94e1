"""The data of one person: reading and erasing it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, UniqueConstraint, cast, exists, literal, or_, update
from sqlmodel import Field, Session, SQLModel, col, delete, select

from bot.store import reviews
from bot.store.cases import Case, CaseState, thread_of
from bot.store.follows import Follow
from bot.store.reminders import Reminder
from bot.store.statements import delete_some, in_chat, insert_new
from bot.store.tables import (
    KEPT_QUESTIONS,
    SENSITIVE,
    TELEGRAM,
    BigId,
    Chat,
    CleanText,
    Feedback,
    Inbox,
    InboxState,
    Outbox,
    OutboxState,
    Question,
    Review,
    ReviewState,
    Waiter,
)

GONE = "gone"  # the channel of questions that belong to nobody any more
_ERASED = "(ลบตามคำขอ)"


class Forgotten(SQLModel, table=True):
    """A person who asked to be forgotten; kept as long as a backup could bring them back."""

    __table_args__ = (UniqueConstraint("channel", "chat_id", "at"), {"sqlite_autoincrement": True})

    id: int = Field(default=None, primary_key=True, sa_type=BigId)
    channel: str = Field(sa_type=CleanText)
    chat_id: int = Field(sa_type=BigId)
    user_id: int = Field(sa_type=BigId)
    at: datetime


def questions_of(session: Session, channel: str, chat_id: int) -> Sequence[Question]:
    """Everything the chat asked, oldest first."""
    query = select(Question).where(in_chat(Question, channel, chat_id))
    return session.exec(query.order_by(col(Question.asked_at), col(Question.id))).all()


def votes_of(session: Session, user_id: int) -> Sequence[tuple[Feedback, str]]:
    """The person's votes, each with the question it judges."""
    query = select(Feedback, Question.text).join(Question).where(Feedback.user_id == user_id)
    return session.exec(query.order_by(col(Feedback.voted_at))).all()


def waits_of(session: Session, channel: str, chat_id: int) -> Sequence[tuple[Waiter, str]]:
    """The answers the chat waits, or waited, for."""
    query = select(Waiter, Review.sample).join(Review).where(in_chat(Waiter, channel, chat_id))
    return session.exec(query.order_by(col(Waiter.asked_at))).all()


def reminders_of(session: Session, chat_id: int) -> Sequence[Reminder]:
    """The events the chat wants to be reminded of, the next one first."""
    query = select(Reminder).where(Reminder.chat_id == chat_id)
    return session.exec(query.order_by(col(Reminder.due_at))).all()


def cases_of(session: Session, channel: str, chat_id: int) -> Sequence[Case]:
    """What the chat left with officers, oldest first."""
    query = select(Case).where(in_chat(Case, channel, chat_id))
    return session.exec(query.order_by(col(Case.id))).all()


def is_forgotten(session: Session, channel: str, chat_id: int, at: datetime) -> bool:
    """Whether this very wish was already carried out here."""
    query = select(Forgotten.id).where(in_chat(Forgotten, channel, chat_id), Forgotten.at == at)
    return session.exec(query).first() is not None


def forget(session: Session, channel: str, chat_id: int, user_id: int, at: datetime) -> None:
    """Erase what is known of a chat and its person up to `at`.

    Questions stay as bare counts: when, and what kind of answer. Votes stay without their voter.
    What admins made of a question, a lesson, is knowledge and stays.
    """
    mine = in_chat(Question, channel, chat_id)
    rows = session.exec(select(Question).where(mine, col(Question.asked_at) <= at)).all()
    _take_away(session, rows, at)
    session.exec(delete(Waiter).where(in_chat(Waiter, channel, chat_id)))
    session.exec(delete(Chat).where(in_chat(Chat, channel, chat_id)))
    _end_cases(session, channel, chat_id)
    session.exec(
        update(Feedback)
        .where(col(Feedback.user_id) == user_id, col(Feedback.voted_at) <= at)
        .values(user_id=-col(Feedback.id), reason="")
    )
    if channel == TELEGRAM:
        session.exec(delete(Follow).where(col(Follow.chat_id) == chat_id))
        session.exec(delete(Reminder).where(col(Reminder.chat_id) == chat_id))
        _empty_boxes(session, chat_id, user_id, at)
    wish = {"channel": channel, "chat_id": chat_id, "user_id": user_id, "at": at}
    insert_new(session, Forgotten, [wish])


def anonymise_questions(
    session: Session, before: datetime, limit: int, *, sensitive: bool = False
) -> int:
    """Strip up to `limit` questions asked before the moment, if wanted of the sensitive ones only.

    How many there were.
    """
    some = SENSITIVE if sensitive else KEPT_QUESTIONS
    query = select(Question.id).where(col(Question.asked_at) < before, some)
    ids = session.exec(query.order_by(col(Question.asked_at)).limit(limit)).all()
    if sensitive:
        rows = session.exec(select(Question).where(col(Question.id).in_(ids))).all()
        return _take_away(session, rows, before)
    _strip(session, ids)
    return len(ids)


def purge_cases(session: Session, before: datetime, limit: int) -> int:
    """Delete some cases that were closed before the moment, with all that was written; how many."""
    closed = (col(Case.state) == CaseState.CLOSED, col(Case.changed_at) < before)
    return delete_some(session, Case, limit, *closed)


def purge_waiters(session: Session, before: datetime, limit: int) -> int:
    """Delete some waits that were fulfilled, or given up on, before the moment; how many."""
    old = or_(col(Waiter.told_at) < before, col(Waiter.asked_at) < before)
    return delete_some(session, Waiter, limit, old)


def purge_chats(session: Session, before: datetime, limit: int) -> int:
    """Forget some chats not seen since the moment; how many.

    What one that can be reached wants to be told of, or not, stays, without a word of its own.
    """
    old = col(Chat.seen_at) < before
    of_it = (col(Chat.channel) == TELEGRAM, col(Follow.chat_id) == col(Chat.chat_id))
    wishes = col(Chat.reachable) & (exists().where(*of_it) | ~col(Chat.broadcasts))
    words = (Chat.conversation, Chat.last_question, Chat.expecting)
    wordy = or_(*(col(one) != "" for one in words))
    some = select(Chat.chat_id).where(old, wishes, wordy).limit(limit)
    silent = update(Chat).where(old, wishes, wordy, col(Chat.chat_id).in_(some))
    count = session.exec(silent.values(dict.fromkeys(words, ""))).rowcount
    return int(count) + delete_some(session, Chat, limit, old, ~wishes)


def purge_forgotten(session: Session, before: datetime) -> None:
    """Delete wishes so old that no backup is older."""
    session.exec(delete(Forgotten).where(col(Forgotten.at) < before))


def _take_away(session: Session, rows: Sequence[Question], at: datetime) -> int:
    """Strip these questions, and let no group be known by their words; how many there are."""
    said, meanings = {row.text for row in rows}, {row.meaning for row in rows}
    groups = {row.review_id for row in rows if row.review_id}
    _strip(session, [row.id for row in rows])
    for review_id in sorted(groups):
        _reword(session, review_id, said, meanings, at)
    return len(rows)


def _strip(session: Session, ids: Sequence[int]) -> None:
    """Leave of these questions only when they were asked and how they were answered."""
    if not ids:
        return
    session.exec(
        update(Question)
        .where(col(Question.id).in_(ids))
        .values(
            key=literal("gone:") + cast(col(Question.id), String),
            channel=GONE,
            chat_id=0,
            message_id=col(Question.id),
            text="",
            cluster="",
            meaning="",
            trace="",
            answer="",
            answer_outbox=None,
            review_id=None,
            sensitive=False,
        )
        .execution_options(synchronize_session=False)
    )
    session.expire_all()


def _reword(
    session: Session, review_id: int, texts: set[str], meanings: set[str], at: datetime
) -> None:
    """Let a group of questions speak with somebody else's words, or close it without any."""
    review = session.get(Review, review_id)
    if review is None or review.state == ReviewState.TAUGHT:
        return
    others = session.exec(
        select(Question).where(Question.review_id == review_id).order_by(col(Question.id))
    ).all()
    gone = meanings - {other.meaning for other in others}
    lines = review.wordings.splitlines()
    review.wordings = "\n".join(line for line in lines if line not in gone)
    if review.sample and review.sample not in texts:
        return
    if others:
        other = others[0]
        review.sample = reviews.sample_of(other)
        free = reviews.live_by_cluster(session, other.cluster) is None
        review.cluster = other.cluster if free else f"{GONE}:{review.id}"
    else:
        review.sample, review.cluster = _ERASED, f"{GONE}:{review.id}"
        if review.state == ReviewState.OPEN:
            review.state, review.closed_at = ReviewState.ANSWERED, at
        review.version += 1
    session.add(review)


def _end_cases(session: Session, channel: str, chat_id: int) -> None:
    """The cases of a chat, with the words in calls about them that never arrived."""
    for case_id in session.exec(select(Case.id).where(in_chat(Case, channel, chat_id))).all():
        given_up = col(Outbox.state).in_((OutboxState.FAILED, OutboxState.UNKNOWN))
        of_case = col(Outbox.dedup).startswith(thread_of(case_id))
        session.exec(update(Outbox).where(of_case, given_up).values(payload=""))
    session.exec(delete(Case).where(in_chat(Case, channel, chat_id)))


def _empty_boxes(session: Session, chat_id: int, user_id: int, at: datetime) -> None:
    """The mail of a chat, and what its person wrote in groups, but for what is on its way at this
    moment or came later."""
    handled = or_(col(Inbox.state) != InboxState.NEW, col(Inbox.lease_until).is_not(None))
    theirs = or_(col(Inbox.chat_id) == chat_id, col(Inbox.user_id) == user_id)
    session.exec(
        update(Inbox)
        .where(theirs, col(Inbox.received_at) <= at, handled)
        .values(chat_id=None, message_id=None, user_id=None, raw=None)
    )
    session.exec(
        delete(Outbox).where(
            col(Outbox.chat_id) == chat_id,
            col(Outbox.created_at) <= at,
            col(Outbox.state) != OutboxState.SENDING,
        )
    )
