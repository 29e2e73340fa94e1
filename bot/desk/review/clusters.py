"""Grouping the questions the bot could not answer by meaning, as they come in and by hand."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.dialogue.message.cues import content_words
from bot.search.query import Query
from bot.search.similarity import Meaning, most_alike
from bot.store import questions, reviews
from bot.store.tables import Question, Review, ReviewState
from bot.thai.fillers import strip_fillers
from bot.thai.normalise import normalise, squeeze

_COMPARED = 500  # how many of the latest items a new question is compared with
_WORDINGS = 12  # kept of each item
_SHORTEST = 3  # letters; less says nothing


@dataclass(frozen=True, slots=True)
class SimilarItem:
    """What was found among the items there were, before the writer's turn."""

    review_id: int | None  # the one most like the question
    up_to: int  # id of the last item that was looked at


def cluster_of(masked: str) -> str:
    """What a question comes down to: its letters and digits without filler phrases."""
    return squeeze(strip_fillers(normalise(masked)))[:200]


def meaning_of(query: Query) -> Meaning:
    """What an understood question, masked, is about."""
    return Meaning.of(query, content_words(query.terms))


def find_similar(session: Session, cluster: str, meaning: str) -> SimilarItem:
    """Look for the item of a question; with hundreds of items that takes a while."""
    newest = reviews.newest(session)
    if exact := reviews.live_by_cluster(session, cluster):
        return SimilarItem(exact.id, newest)
    return SimilarItem(_most_alike(session, _meaning(cluster, meaning)), newest)


def join(
    session: Session,
    question: Question,
    reason: str,
    at: datetime,
    found: SimilarItem | None = None,
) -> Review | None:
    """Put the question into the item of its meaning, made if new; None for empty talk.

    A dismissed item takes its likes in and stays dismissed, unless its time is over. With what
    was `found` before, only items made since then are looked at.
    """
    if len(question.cluster) < _SHORTEST:
        return None
    review = _find(session, question, found)
    if review is None:
        review = _make(session, question, reason, at, (question,))
    elif question.review_id != review.id:
        _take_in(review, question)
    if review.state == ReviewState.DISMISSED and review.until and review.until <= at:
        review.state, review.until, review.closed_by = ReviewState.OPEN, None, None
        review.version += 1
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


def merge(session: Session, source: Review, target: Review) -> None:
    """Everything of one item becomes part of another; what it knew of wordings goes along."""
    reviews.move_questions(session, source.id, target.id)
    reviews.move_waiters(session, source.id, target.id)
    target.count += source.count
    target.sample = target.sample or source.sample
    target.first_at = min(target.first_at, source.first_at)
    target.last_at = max(target.last_at, source.last_at)
    known = dict.fromkeys((*_lines(source), *_lines(target)))
    target.wordings = "\n".join(list(known)[-_WORDINGS:])
    source.count, source.wordings = 0, ""
    session.add_all((source, target))


def split(session: Session, source: Review, texts: Collection[str]) -> Review | None:
    """The questions of these wordings become an item of their own, with those who wait.

    None when they come down to the same as the others: by nothing could the two be told apart.
    """
    asked = questions.of_review(session, source.id)
    moved = [one for one in asked if one.text in texts]
    left = [one for one in asked if one.text not in texts]
    staying = {one.cluster for one in left}
    first = next((one for one in moved if one.cluster not in staying), None)
    if first is None:
        return None
    meanings = {one.meaning for one in moved}
    kept = [line for line in _lines(source) if line not in meanings]
    if source.cluster not in staying:  # the old item needs another wording to be known by
        source.cluster, source.sample = left[0].cluster, reviews.sample_of(left[0])
        session.add(source)
        session.flush()
    made = _make(session, first, source.reason, first.asked_at, moved)
    made.last_at = max(one.asked_at for one in moved)
    source.wordings = "\n".join(kept)
    source.count = max(source.count - made.count, 1)
    session.add_all((*moved, made, source))
    reviews.move_waiters(session, source.id, made.id, {one.key for one in moved})
    return made


def _find(session: Session, question: Question, found: SimilarItem | None) -> Review | None:
    review = reviews.live_by_cluster(session, question.cluster)
    if review is None and found and found.review_id:
        review = reviews.live(session, found.review_id)
    if review is None:
        meaning = _meaning(question.cluster, question.meaning)
        review_id = _most_alike(session, meaning, found.up_to if found else 0)
        review = reviews.live(session, review_id) if review_id else None
    return review


def _most_alike(session: Session, meaning: Meaning, after: int = 0) -> int | None:
    """The item most like a question, among those with ids above `after`."""
    known = [
        (review_id, wording)
        for review_id, cluster, lines in reviews.live_wordings(session, _COMPARED, after)
        for wording in _meanings(cluster, lines)
    ]
    place = most_alike(meaning, [wording for _, wording in known])
    return None if place is None else known[place][0]


def _make(
    session: Session, first: Question, reason: str, at: datetime, holding: Collection[Question]
) -> Review:
    """A new item named after its first question."""
    sample = reviews.sample_of(first)
    review = Review(cluster=first.cluster, sample=sample, reason=reason, first_at=at, last_at=at)
    for question in holding:
        _take_in(review, question)
    session.add(review)
    session.flush()
    for question in holding:
        question.review_id = review.id
    return review


def _take_in(review: Review, question: Question) -> None:
    question.review_id = review.id
    if not review.sample and not question.sensitive:  # the first that may be shown
        review.sample, review.cluster = question.text, question.cluster
    review.count += 0 if question.repeated and review.count else 1
    _learn(review, question)


def _learn(review: Review, question: Question) -> None:
    """Know the item by this wording too."""
    line = question.meaning or Meaning.of_letters(question.cluster).to_json()
    known = dict.fromkeys((*_lines(review), line))
    review.wordings = "\n".join(list(known)[-_WORDINGS:])


def _lines(review: Review) -> list[str]:
    return review.wordings.splitlines()


def _meaning(cluster: str, meaning: str) -> Meaning:
    return Meaning.from_json(meaning) if meaning else Meaning.of_letters(cluster)


def _meanings(cluster: str, lines: str) -> Iterator[Meaning]:
    """The wordings of an item; of an old one only the letters of the first are known."""
    if not lines:
        yield Meaning.of_letters(cluster)
    for line in lines.splitlines():
        yield Meaning.from_json(line)
