"""Entries against each other: repeated titles and questions, and answers that contradict.

Search and answering are passed in as functions: this package does not depend on them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from bot.knowledge.contradictions import comparable_aspect, contradict
from bot.knowledge.entries import Entry, Event
from bot.knowledge.files import Loaded
from bot.knowledge.parallel import Mapper, serially
from bot.knowledge.problems import Notes, Problem, cut
from bot.texts import sentence
from bot.thai.dates import ERA
from bot.thai.fillers import strip_fillers
from bot.thai.letters import DIGITS
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import CALL, FAX, MAIL, PHONE, Aspect

_COLLIDING = 0.95  # of its own score: from here on a citizen's wording decides which entry wins
_NEAR = 0.9  # from here on both are asked the same thing, and should say the same
_ALIKE = 0.65  # so far a listed question of one is from its wording in another
_RELEVANT = 0.5
_CLOSEST = 3
_LONGEST_TITLE = 60
_LONGEST_ANSWER = 80
_FIGURES = re.compile(r"[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*")
_SAID_OF_ANY = re.compile(
    f"(?:{CALL}|{PHONE}|{FAX}|{MAIL}|ติดต่อ|สายด่วน)(?:ศัพท์|์|ร์)?|จัด(?:ขึ้น)?|งาน|เปิด|เริ่ม"
)

Hits = Sequence[tuple[str, float]]
"""Ids of entries with their scores, 0 to 1, best first."""

Search = Callable[[str], Hits]
"""Question → the entries nearest to it."""

Answer = Callable[[Entry, str], str]
"""Entry and question → the figure with which it plainly answers, or ""."""


def check_answers(
    loaded: Loaded, search: Search, answer: Answer, mapper: Mapper = serially
) -> tuple[Problem, ...]:
    """Ask every title, listed and taught question; warn of each that misleads.

    That is: questions that no longer find their entry first, questions that a near entry answers
    with another day, number, price or amount or that another entry is nearly as near to (the three
    closest are named), and entries that nothing finds.
    """
    entries = loaded.knowledge.entries
    trial = _Trial(loaded, search, answer)
    found = mapper(lambda entry_id: trial.problems_of(entries[entry_id]), list(entries))
    return tuple(chain.from_iterable(found))


@dataclass(frozen=True, slots=True)
class _Trial:
    """The entries, and what search makes of their questions."""

    loaded: Loaded
    search: Search
    answer: Answer

    def problems_of(self, entry: Entry) -> list[Problem]:
        notes = Notes(self.loaded.places[entry.id])
        asked = (*entry.questions, *self.loaded.knowledge.taught.get(entry.id, ()))
        finding = 0
        for number, question in enumerate(asked):
            name, hits = f"questions.{number}", self.search(question)
            if _leads(entry, hits):
                finding += 1
                self._compare(entry, question, hits, notes, name)
            else:
                closest = _named(hits, self.loaded)
                notes.warn(name, "question-lost", question=question, closest=closest)
        if not _leads(entry, hits := self.search(entry.title)):
            key = "title-lost" if finding else "not-findable"
            notes.warn("title", key, closest=_named(hits, self.loaded))
        return notes.problems

    def _compare(self, entry: Entry, question: str, hits: Hits, notes: Notes, name: str) -> None:
        """Warn of near entries that contradict this one, or else of those that are too near."""
        aspect = comparable_aspect(question)
        rivals = list(self._comparable(entry, question, hits, aspect)) if aspect else []
        own = self.answer(entry, question) if rivals else ""
        if aspect and own:
            others = self._contradicting(entry, question, rivals, (aspect, own))
            if differing := list(islice(others, _CLOSEST)):
                notes.warn(
                    name,
                    "answers-differ",
                    question=question,
                    answer=cut(own, _LONGEST_ANSWER),
                    others=" · ".join(differing),
                )
                return
        if _rivals(entry, hits, _COLLIDING):
            closest = _named(_rivals(entry, hits, _RELEVANT), self.loaded)
            notes.warn(name, "collision", question=question, closest=closest)

    def _comparable(
        self, entry: Entry, question: str, hits: Hits, aspect: Aspect
    ) -> Iterator[tuple[Entry, bool]]:
        """The others that may be asked the same, closest first, and whether they surely are."""
        near = {} if _FIGURES.search(question) else dict(_rivals(entry, hits, _NEAR))
        for one, _ in _rivals(entry, hits, _ALIKE):
            other = self.loaded.entries.get(one)
            if other and (one in near or _may_be_alike(entry, other, question, aspect)):
                yield other, one in near

    def _contradicting(
        self,
        entry: Entry,
        question: str,
        rivals: Iterable[tuple[Entry, bool]],
        own: tuple[Aspect, str],
    ) -> Iterator[str]:
        """The rivals whose answer shares no fact with the entry's `own`, each with its answer."""
        aspect, ours = own
        for other, surely in rivals:
            theirs = self.answer(other, question)
            differ = contradict(ours, theirs, aspect)
            if differ and (surely or self._asked_alike(entry, other, aspect)):
                name, told = _name(other.id, self.loaded), cut(theirs, _LONGEST_ANSWER)
                yield sentence("problems.answers-differ.other", entry=name, answer=told)

    def _asked_alike(self, entry: Entry, other: Entry, aspect: Aspect) -> bool:
        """Whether both are asked the same, though the question is far nearer to its own entry.

        As any listed question is: so the other must list one that is as near to the first.
        """
        return _same_name(entry, other) or any(
            self._differs(other, entry, back, aspect)
            for back in other.questions
            if comparable_aspect(back) is aspect
        )

    def _differs(self, entry: Entry, other: Entry, question: str, aspect: Aspect) -> bool:
        hits = self.search(question)
        scores = dict(hits)
        if not _leads(entry, hits) or scores.get(other.id, 0.0) < _ALIKE * scores[entry.id]:
            return False
        answers = self.answer(entry, question), self.answer(other, question)
        return contradict(*answers, aspect) and not _names_something_of(entry, other, question)


def _may_be_alike(entry: Entry, other: Entry, question: str, aspect: Aspect) -> bool:
    """Whether they may be asked the same: an event is rivalled by events, other kinds by others."""
    may = _same_name(entry, other) or (
        aspect is not Aspect.HOWMANY
        and entry.is_dated == other.is_dated
        and any(comparable_aspect(back) is aspect for back in other.questions)
    )
    return may and not _names_something_of(entry, other, question)


def _names_something_of(entry: Entry, other: Entry, question: str) -> bool:
    """Whether the question names something that only `entry` tells of, and `other` nowhere.

    A figure, such as a year, or a word, but none about how somebody is reached.
    """
    ours, theirs = _squeezed(*_texts_of(entry)), _squeezed(*_texts_of(other), *other.questions)
    asked = normalise(question)
    words = Names.load().segmenter().words(_SAID_OF_ANY.sub(" ", asked))
    named = ("".join(word.split()) for word in words)
    told = any(len(word) > 1 and word in ours and word not in theirs for word in named)
    return told or any(figure not in theirs for figure in _FIGURES.findall(asked))


def _texts_of(entry: Entry) -> Iterator[str]:
    event = entry.event or Event()
    yield from (entry.title, entry.summary, *entry.keywords, entry.body, *entry.facts.values())
    yield from (str(day.year + ERA) for day in (entry.published, event.start, event.end) if day)


@lru_cache(maxsize=1024)
def _squeezed(*texts: str) -> str:
    """The texts without blanks; files are spelt well enough to do without the slow `normalise`."""
    return "".join(
        "\n".join(texts).lower().translate(DIGITS).replace("\u0e4d\u0e32", "\u0e33").split()
    )


def _same_name(entry: Entry, other: Entry) -> bool:
    return _name_of(entry.title) == _name_of(other.title)


@lru_cache(maxsize=4096)
def _name_of(title: str) -> str:
    return squeeze(normalise(title))


def _leads(entry: Entry, hits: Hits) -> bool:
    return bool(hits) and hits[0][0] == entry.id


def _rivals(entry: Entry, hits: Hits, share: float) -> list[tuple[str, float]]:
    """The others that have at least this share of the entry's own score, closest first."""
    least = dict(hits)[entry.id] * share
    others = sorted((one for one in hits if one[0] != entry.id), key=lambda pair: -pair[1])
    return [one for one in others if one[1] >= least]


def _named(hits: Hits, loaded: Loaded) -> str:
    """The three closest entries by id and title."""
    closest = [one for one, _ in hits[:_CLOSEST] if one in loaded.entries]
    return " · ".join(_name(one, loaded) for one in closest) or sentence("problems.found_none")


def _name(entry_id: str, loaded: Loaded) -> str:
    return f"{entry_id} ({cut(loaded.entries[entry_id].title, _LONGEST_TITLE)})"


def repeated(entries: Iterable[Entry], loaded: Loaded) -> Iterator[Problem]:
    """Questions and titles that two entries share."""
    questions: defaultdict[str, list[tuple[Entry, str]]] = defaultdict(list)
    titles: defaultdict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for entry in entries:
        titles[squeeze(normalise(entry.title))].append((entry, "title"))
        for number, question in enumerate(entry.questions):
            asked = squeeze(strip_fillers(normalise(question)))
            questions[asked].append((entry, f"questions.{number}"))
    yield from _clashes(titles, loaded, Notes.warn, "same-title")
    yield from _clashes(questions, loaded, Notes.error, "same-question")


def _clashes(
    groups: dict[str, list[tuple[Entry, str]]], loaded: Loaded, tell: Callable[..., None], key: str
) -> Iterator[Problem]:
    for (first, name), *others in (group for text, group in groups.items() if text):
        place = loaded.places[first.id]
        for entry, other in others:
            if entry.id == first.id:  # asked twice in other words of politeness, it does no harm
                continue
            notes = Notes(loaded.places[entry.id])
            tell(notes, other, key, where=f"{place.path}:{place.line(name)}")
            yield from notes.problems
