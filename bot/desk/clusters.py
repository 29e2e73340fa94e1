"""Grouping the questions the bot could not answer, as they come in."""

from datetime import datetime

from sqlmodel import Session

from bot.search.similarity import most_alike
from bot.store import reviews
from bot.store.tables import Question, Review, ReviewState
from bot.thai.normalise import normalise, squeeze, strip_frames

_COMPARED = 500  # how many of the latest items a new question is compared with
_SHORTEST = 3  # letters; less says nothing


def cluster_of(masked: str) -> str:
    """What a question comes down to: its letters and digits without chatty frames."""
    return squeeze(strip_frames(normalise(masked)))[:200]


def join(session: Session, question: Question, reason: str, at: datetime) -> Review | None:
    """Put the question into the item of its meaning, made if new; None for empty talk.

    A dismissed item takes its likes in and stays dismissed.
    """
    if len(question.cluster) < _SHORTEST:
        return None
    review = _find(session, question.cluster) or _make(session, question, reason, at)
    if question.review_id != review.id:
        question.review_id = review.id
        review.count += 0 if question.repeated and review.count else 1
    review.last_at = at
    session.add_all((review, question))
    return review


def leave(session: Session, question: Question, at: datetime) -> None:
    """Take the question out of its item; an item nobody asks any more closes as answered."""
    review = session.get(Review, question.review_id) if question.review_id else None
    question.review_id = None
    session.add(question)
    if review is None or review.state != ReviewState.OPEN:
        return
    review.count -= 0 if question.repeated and review.count > 1 else 1
    if review.count <= 0:
        review.state = ReviewState.ANSWERED
        review.closed_at = at
        review.version += 1
    session.add(review)


def _find(session: Session, cluster: str) -> Review | None:
    exact = reviews.live_by_cluster(session, cluster)
    if exact:
        return exact
    known = reviews.live_clusters(session, _COMPARED)
    place = most_alike(cluster, [other for _, other in known])
    return None if place is None else session.get(Review, known[place][0])


def _make(session: Session, question: Question, reason: str, at: datetime) -> Review:
    review = Review(
        cluster=question.cluster, sample=question.text, reason=reason, first_at=at, last_at=at
    )
    session.add(review)
    session.flush()
    return review
