"""One lesson: tried on a copy of what is served before anything is written."""

import re
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from bot.desk.editions import Edition, build_edition
from bot.desk.errors import RefusedError
from bot.dialogue.replies import Outcome, Reply
from bot.knowledge import taught
from bot.knowledge.entries import Entry, KnowledgeBase, is_emergency
from bot.knowledge.files import load_entry
from bot.knowledge.taught import must_refuse
from bot.search.similarity import nearest_texts
from bot.texts import Texts, sentence

_MASKED = re.compile(r"\[[^\]]*\]")
_COMPARED = 300  # stored questions, nearest to the lesson, that are asked again before it serves
_TITLE = 150  # characters


class LessonKind(StrEnum):
    """What was taught."""

    PHRASING = "phrasing"  # another way to ask for an entry that is there
    ANSWER = "answer"  # an entry of its own
    EMERGENCY = "emergency"  # a wording that reports a danger
    TOLD = "told"  # an answer for those who wait, which teaches nothing


@dataclass(frozen=True, slots=True)
class Proposal:
    """A lesson that somebody wants to teach. `text` is the phrasing, or the new answer."""

    kind: LessonKind
    review_id: int
    question: str  # what citizens asked, masked
    entry_id: str  # what a phrasing belongs to: an entry, or `EMERGENCY` and the danger
    text: str
    by: int  # Telegram id of the admin; 0 from the command line
    at: datetime


@dataclass(frozen=True, slots=True)
class TriedLesson:
    """The lesson as it would be served."""

    entry_id: str
    reply: Reply  # what a citizen with the question would read


def phrasing_of(masked: str) -> str:
    """A stored question as a phrasing: without the marks left by masking."""
    return " ".join(_MASKED.sub(" ", masked).split())


def try_out(
    proposal: Proposal, served: Edition, texts: Texts, refused: Collection[str] = ()
) -> TriedLesson:
    """Serve the lesson on a copy and ask; raises `RefusedError` naming what is in the way.

    Afterwards the question must find its entry first, stored questions must still find what
    they found, and none of `refused`, nor any question that must be refused for ever, may have
    become answerable.
    """
    if not phrasing_of(proposal.question):
        raise RefusedError(sentence("refused.lesson.no_question"))
    entry_id, knowledge = _with_lesson(proposal, served.knowledge)
    edition = build_edition(knowledge, (), texts, served.number, proposal.at)
    reply = edition.answer(proposal.question, proposal.at)
    if is_emergency(entry_id):
        return _emergency_trial(entry_id, reply)
    first = first_match(reply)
    if first is None:
        raise RefusedError(sentence("refused.lesson.not_searched"))
    if first != entry_id:
        raise RefusedError(texts("refused.lesson.not_first", title=edition.title_of(first)))
    _refuse_if_displacing(proposal, served, edition)
    _refuse_if_out_of_scope(proposal, served, edition, (*must_refuse(), *refused))
    return TriedLesson(entry_id, reply)


def _emergency_trial(entry_id: str, reply: Reply) -> TriedLesson:
    if reply.outcome is not Outcome.EMERGENCY:
        raise RefusedError(sentence("refused.lesson.no_danger"))
    return TriedLesson(entry_id, reply)


def serves(trial: TriedLesson, reply: Reply) -> bool:
    """Whether a reply to the question shows that the lesson is in service."""
    if is_emergency(trial.entry_id):
        return reply.outcome is Outcome.EMERGENCY
    return first_match(reply) == trial.entry_id


def write(proposal: Proposal, taught_dir: Path) -> Path:
    """Write the lesson into the taught folder, whole or not at all; again changes nothing."""
    question = phrasing_of(proposal.question)
    by, at, review = proposal.by, proposal.at, proposal.review_id
    try:
        if proposal.kind is not LessonKind.ANSWER:
            return taught.add_phrasing(
                taught_dir, proposal.entry_id, question, by=by, at=at, review=review
            )
        return taught.add_answer(
            taught_dir,
            title=question[:_TITLE],
            body=proposal.text,
            questions=(question,),
            by=by,
            at=at,
            review=review,
        )
    except (ValueError, OSError) as error:
        raise RefusedError(sentence("refused.lesson.unwritten", why=error)) from error


def erase(kind: str, entry_id: str, question: str, taught_dir: Path) -> None:
    """Take a lesson out of the taught folder; nothing happens when it is not there."""
    try:
        if kind == LessonKind.ANSWER:
            taught.remove_answer(taught_dir, entry_id)
        elif kind != LessonKind.TOLD:
            taught.remove_phrasing(taught_dir, entry_id, phrasing_of(question))
    except (ValueError, OSError) as error:
        raise RefusedError(sentence("refused.lesson.not_erased", why=error)) from error


def _with_lesson(proposal: Proposal, served: KnowledgeBase) -> tuple[str, KnowledgeBase]:
    if proposal.kind is not LessonKind.ANSWER:
        if proposal.kind is LessonKind.PHRASING and proposal.entry_id not in served.entries:
            raise RefusedError(sentence("refused.lesson.no_entry"))
        known = served.taught.get(proposal.entry_id, ())
        texts = tuple(dict.fromkeys((*known, phrasing_of(proposal.question))))
        return proposal.entry_id, replace(
            served, taught={**served.taught, proposal.entry_id: texts}
        )
    entry = _proposed_entry(proposal)
    entries: Mapping[str, Entry] = {**served.entries, entry.id: entry}
    return entry.id, replace(served, entries=entries)


def _proposed_entry(proposal: Proposal) -> Entry:
    """The entry as it will be read back from its file."""
    if not any(map(str.isalnum, proposal.text)):
        raise RefusedError(sentence("refused.lesson.empty"))
    with tempfile.TemporaryDirectory() as folder:
        path = write(proposal, Path(folder))
        entry, problems = load_entry(path, Path(folder))
    if entry is None:
        why = "; ".join(one.message for one in problems)
        raise RefusedError(sentence("refused.lesson.unfit", why=why))
    return entry


def _refuse_if_displacing(proposal: Proposal, before: Edition, after: Edition) -> None:
    """Questions of entries and of earlier lessons keep what they find."""
    stored = [
        (entry_id, text)
        for entry_id, entry in before.knowledge.entries.items()
        for text in (*entry.questions, *before.knowledge.taught.get(entry_id, ()))
    ]
    near = nearest_texts(proposal.question, [text for _, text in stored], _COMPARED)
    for entry_id, text in (stored[place] for place in near):
        if first_match(after.answer(text, proposal.at)) == entry_id:
            continue
        if first_match(before.answer(text, proposal.at)) == entry_id:
            title = before.title_of(entry_id)
            raise RefusedError(sentence("refused.lesson.displaces", question=text, title=title))


def newly_answered(
    before: Edition, after: Edition, questions: Collection[str], at: datetime
) -> Iterator[str]:
    """Those of the questions that are answered after a change and were not before it."""
    for text in questions:
        if after.answer(text, at).outcome is not Outcome.ANSWER:
            continue
        if before.answer(text, at).outcome is not Outcome.ANSWER:
            yield text


def _refuse_if_out_of_scope(
    proposal: Proposal, before: Edition, after: Edition, refused: Collection[str]
) -> None:
    """What is out of scope stays so."""
    for text in newly_answered(before, after, refused, proposal.at):
        raise RefusedError(sentence("refused.lesson.opens", question=text))


def first_match(reply: Reply) -> str | None:
    """The entry that was found first; None when nothing was searched or found."""
    matches = reply.ranking.matches if reply.ranking else ()
    return matches[0].entry_id if matches else None
