"""A draft as it would be if it were published: read, checked, and asked, on a copy."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from bot.desk.editions import Edition, Editions, build_edition
from bot.desk.review.lessons import newly_answered
from bot.desk.review.review_queue import Nearest
from bot.knowledge.checks import check
from bot.knowledge.conflicts import check_answers
from bot.knowledge.entries import Entry, KnowledgeBase, Status
from bot.knowledge.files import Loaded, parse_entry, with_text
from bot.knowledge.forms import in_form_words
from bot.knowledge.problems import Problem, Severity
from bot.knowledge.taught import must_refuse
from bot.press.near_duplicates import DuplicateFinder
from bot.search import Index, is_first, nearest
from bot.search.passages.quoting import told_figure

_NEAREST = 3
_NEIGHBOURS = 6  # entries whose questions are asked again: further ones cannot be displaced
_SAME_STORY = 0.9  # of the shorter one's phrases: a citizen's question could go to either
_REMEMBERED = 8  # trials; each holds an index


@dataclass(frozen=True, slots=True)
class Trial:
    """A draft's entry served on a copy, and everything there is to say about it."""

    edition: Edition
    problems: tuple[Problem, ...]  # errors keep it from being published
    nearest: tuple[Nearest, ...]  # the closest other entries, three at most
    duplicates: tuple[Nearest, ...]  # entries that tell the same story


class Trials:
    """Tries drafts out on copies of what is served. Thread-safe; the last ones are remembered."""

    def __init__(self, editions: Editions) -> None:
        self._editions = editions
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[str, str, int, date], Trial] = OrderedDict()

    def of(self, text: str, entry: Entry, path: str, at: datetime) -> Trial:
        """The trial of an entry whose file `path` would hold `text`. Takes about a second."""
        served = self._editions.current
        key = (text, path, served.number, at.date())
        with self._lock:
            trial = self._known.get(key)
            if trial is None:
                trial = self._known[key] = self._make(text, entry, path, at)
            self._known.move_to_end(key)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return trial

    def finds(self, entry: Entry, at: datetime) -> Callable[[str], bool]:
        """Whether a question finds this entry first among what is served."""
        finder = Finder(_with(self._editions, published_form(entry), at).index, at.date())
        return partial(finder.is_first, entry.id)

    def search(self, words: str, at: datetime) -> list[tuple[str, float]]:
        """Ids and scores of what is served and asked for by these words."""
        return Finder(self._editions.current.index, at.date()).nearest(words)

    def _make(self, text: str, entry: Entry, path: str, at: datetime) -> Trial:
        entry = published_form(entry)
        loaded = with_text(self._editions.load(), text, entry.id, path)
        edition = _with(self._editions, entry, at)
        finder = Finder(edition.index, at.date())
        near = _nearest(entry, finder, edition.knowledge)
        duplicates = _near_duplicates(loaded, entry)
        problems = (
            *(one for one in loaded.problems if one.path == path),
            *(one for one in check(loaded, at.date()) if one.path == path),
            *check_answers(_alone(loaded, entry), finder.nearest, finder.told),
            *_displaced(self._editions.current, finder, near, path),
            *_out_of_scope(self._editions.current, edition, path, at),
            *_duplicated(self._editions.current, duplicates, path),
        )
        known = {one.entry_id for one in duplicates}
        others = tuple(one for one in near if one.entry_id not in known)[:_NEAREST]
        return Trial(edition, tuple(map(in_form_words, problems)), others, duplicates)


class Finder:
    """Asks an index on a day."""

    def __init__(self, index: Index, day: date) -> None:
        self._index = index
        self.day = day

    def is_first(self, entry_id: str, question: str) -> bool:
        """Whether the question finds this entry of the index first."""
        return is_first(self._index, question, entry_id, today=self.day)

    def nearest(self, question: str) -> list[tuple[str, float]]:
        """Ids and scores, best first."""
        return nearest(self._index, question, today=self.day)

    def told(self, entry: Entry, question: str) -> str:
        """The figure with which the entry plainly answers, or ""."""
        return told_figure(self._index, entry, question, today=self.day)


def published_form(entry: Entry) -> Entry:
    """The entry as it is published: whoever publishes has looked at what was unsure."""
    return replace(entry, status=Status.PUBLISHED, review={}, path=None)


def entry_of(text: str, entry_id: str) -> Entry | None:
    """The entry that a file's text holds, if it can be read."""
    return parse_entry(text, entry_id, entry_id)[0]


def _with(editions: Editions, entry: Entry, at: datetime) -> Edition:
    served = editions.current
    entries = {**served.knowledge.entries, entry.id: entry}
    knowledge = replace(served.knowledge, entries=entries)
    return build_edition(knowledge, (), editions.texts, served.number, at)


def _alone(loaded: Loaded, entry: Entry) -> Loaded:
    """The folder with nothing to be asked but this entry."""
    return replace(loaded, knowledge=KnowledgeBase({entry.id: entry}))


def _nearest(entry: Entry, finder: Finder, knowledge: KnowledgeBase) -> list[Nearest]:
    scores: dict[str, float] = {}
    for question in (entry.title, *entry.questions):
        for other, score in finder.nearest(question):
            scores[other] = max(score, scores.get(other, 0.0))
    scores.pop(entry.id, None)
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:_NEIGHBOURS]
    return [Nearest(other, knowledge.entries[other].title, score) for other, score in best]


def _out_of_scope(served: Edition, after: Edition, path: str, at: datetime) -> Iterator[Problem]:
    """What is out of scope stays so, whatever a release speaks of."""
    for question in newly_answered(served, after, must_refuse(), at):
        yield Problem.of(path, 1, Severity.ERROR, "answers-out-of-scope", question=question)


def _duplicated(served: Edition, duplicates: Iterable[Nearest], path: str) -> Iterator[Problem]:
    """The same release handed in again is an edit of the entry that is there."""
    for duplicate in duplicates:
        if duplicate.score >= _SAME_STORY and duplicate.entry_id in served.knowledge.entries:
            known = {"title": duplicate.title, "entry": duplicate.entry_id}
            yield Problem.of(path, 1, Severity.ERROR, "told-twice", **known)


def _displaced(
    served: Edition, after: Finder, near: Iterable[Nearest], path: str
) -> Iterator[Problem]:
    """Questions of neighbours that would no longer find them; those an admin taught must."""
    before = Finder(served.index, after.day)
    for other in near:
        known = served.knowledge.entries.get(other.entry_id)
        lessons = served.knowledge.taught.get(other.entry_id, ())
        for question in (*(known.questions if known else ()), *lessons):
            asked = other.entry_id, question
            if after.is_first(*asked) or not before.is_first(*asked):
                continue
            told = {"question": question, "title": other.title}
            if question in lessons:
                yield Problem.of(path, 1, Severity.ERROR, "displaces.taught", **told)
            else:
                yield Problem.of(path, 1, Severity.WARNING, "displaces.listed", **told)


def _near_duplicates(loaded: Loaded, entry: Entry) -> tuple[Nearest, ...]:
    finder = DuplicateFinder()
    for other in loaded.entries.values():
        if other.id != entry.id:
            finder.add(other)
    return tuple(Nearest(one.entry_id, one.title, one.similarity) for one in finder.find(entry))
