"""Entries against each other: what stands twice, and what search makes of their questions.

Search comes as a function, so that this package does not know it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from bot.knowledge.entries import HAPPENINGS, Entry, Event
from bot.knowledge.files import Loaded
from bot.knowledge.problems import Notes, Problem, cut
from bot.knowledge.spreading import Spread, in_turn
from bot.knowledge.whole_facts import asked_kind, tell_apart
from bot.texts import sentence
from bot.thai.dates import ERA
from bot.thai.frames import strip_frames
from bot.thai.letters import DIGITS
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import CALL, FAX, MAIL, PHONE, Aspect

_NEARLY = 0.95  # of its own score: from here on a citizen's wording decides which entry wins
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

Found = Sequence[tuple[str, float]]
"""Ids of entries with their scores, best first."""

Radar = Callable[[str], Found]
"""Question → ids of the entries nearest to it, best first, with scores from 0 to 1."""

Told = Callable[[Entry, str], str]
"""Entry and question → the figure with which it plainly answers, or ""."""


def _nothing(_entry: Entry, _question: str) -> str:
    return ""


def check_answers(
    loaded: Loaded, radar: Radar, told: Told = _nothing, spread: Spread = in_turn
) -> tuple[Problem, ...]:
    """Ask every title, listed and taught question; warn of each that misleads.

    That is: questions that no longer find their entry first, questions that a near entry answers
    with another day, number, price or amount or that another entry is nearly as near to (the three
    closest are named), and entries that nothing finds.
    """
    entries = loaded.knowledge.entries
    asking = _Asking(loaded, radar, told)
    found = spread(lambda entry_id: asking.problems_of(entries[entry_id]), list(entries))
    return tuple(chain.from_iterable(found))


@dataclass(frozen=True, slots=True)
class _Asking:
    """What the entries say to questions, as search has it."""

    loaded: Loaded
    radar: Radar
    told: Told

    def problems_of(self, entry: Entry) -> list[Problem]:
        problems: list[Problem] = []
        notes = Notes(self.loaded.places[entry.id], problems)
        asked = (*entry.questions, *self.loaded.knowledge.taught.get(entry.id, ()))
        finding = 0
        for number, question in enumerate(asked):
            name, found = f"questions.{number}", self.radar(question)
            if _leads(entry, found):
                finding += 1
                self._compare(entry, question, found, notes, name)
            else:
                closest = _named(found, self.loaded)
                notes.warn(name, "question-lost", question=question, closest=closest)
        if not _leads(entry, found := self.radar(entry.title)):
            key = "title-lost" if finding else "not-findable"
            notes.warn("title", key, closest=_named(found, self.loaded))
        return problems

    def _compare(self, entry: Entry, question: str, found: Found, notes: Notes, name: str) -> None:
        """Tell of near entries that answer otherwise, or else of those that are too near."""
        kind = asked_kind(question)
        rivals = list(self._comparable(entry, question, found, kind)) if kind else []
        own = self.told(entry, question) if rivals else ""
        if kind and own:
            others = self._otherwise(entry, question, rivals, (kind, own))
            if differing := list(islice(others, _CLOSEST)):
                notes.warn(
                    name,
                    "answers-differ",
                    question=question,
                    answer=cut(own, _LONGEST_ANSWER),
                    others=" · ".join(differing),
                )
                return
        if _rivals(entry, found, _NEARLY):
            closest = _named(_rivals(entry, found, _RELEVANT), self.loaded)
            notes.warn(name, "collision", question=question, closest=closest)

    def _comparable(
        self, entry: Entry, question: str, found: Found, kind: Aspect
    ) -> Iterator[tuple[Entry, bool]]:
        """The others that may be asked the same, closest first, and whether they surely are."""
        near = {} if _FIGURES.search(question) else dict(_rivals(entry, found, _NEAR))
        for one, _ in _rivals(entry, found, _ALIKE):
            other = self.loaded.entries.get(one)
            if other and (one in near or _may_be_alike(entry, other, question, kind)):
                yield other, one in near

    def _otherwise(
        self,
        entry: Entry,
        question: str,
        rivals: Iterable[tuple[Entry, bool]],
        asked: tuple[Aspect, str],
    ) -> Iterator[str]:
        """Those whose answer has no fact of the kind asked for in common, with it."""
        kind, own = asked
        for other, surely in rivals:
            answer = self.told(other, question)
            if tell_apart(own, answer, kind) and (surely or self._asked_alike(entry, other, kind)):
                name, told = _name(other.id, self.loaded), cut(answer, _LONGEST_ANSWER)
                yield sentence("problems.answers-differ.other", entry=name, answer=told)

    def _asked_alike(self, entry: Entry, other: Entry, kind: Aspect) -> bool:
        """Whether both are asked the same, though the question is far nearer to its own entry.

        As any is that an entry lists: so the other must list one that is as near to the first.
        """
        return _same_name(entry, other) or any(
            self._differs(other, entry, back, kind)
            for back in other.questions
            if asked_kind(back) is kind
        )

    def _differs(self, entry: Entry, other: Entry, question: str, kind: Aspect) -> bool:
        found = self.radar(question)
        scores = dict(found)
        if not _leads(entry, found) or scores.get(other.id, 0.0) < _ALIKE * scores[entry.id]:
            return False
        answers = self.told(entry, question), self.told(other, question)
        return tell_apart(*answers, kind) and not _names_only(entry, other, question)


def _may_be_alike(entry: Entry, other: Entry, question: str, kind: Aspect) -> bool:
    """Whether they may be asked the same: what stands answers for always, and news for its day."""
    may = _same_name(entry, other) or (
        kind is not Aspect.HOWMANY
        and (entry.kind in HAPPENINGS) == (other.kind in HAPPENINGS)
        and any(asked_kind(back) is kind for back in other.questions)
    )
    return may and not _names_only(entry, other, question)


def _names_only(entry: Entry, other: Entry, question: str) -> bool:
    """Whether the question names something that `entry` tells of, and `other` nowhere.

    A figure, such as a year, or a word, but none that says how somebody is reached.
    """
    ours, theirs = _plain(*_told_in(entry)), _plain(*_told_in(other), *other.questions)
    asked = normalise(question)
    words = Names.load().segmenter().words(_SAID_OF_ANY.sub(" ", asked))
    named = ("".join(word.split()) for word in words)
    told = any(len(word) > 1 and word in ours and word not in theirs for word in named)
    return told or any(figure not in theirs for figure in _FIGURES.findall(asked))


def _told_in(entry: Entry) -> Iterator[str]:
    event = entry.event or Event()
    yield from (entry.title, entry.summary, *entry.keywords, entry.body, *entry.facts.values())
    yield from (str(day.year + ERA) for day in (entry.published, event.start, event.end) if day)


@lru_cache(maxsize=1024)
def _plain(*texts: str) -> str:
    """Without blanks; files are spelt well enough not to need more, which takes its time."""
    return "".join(
        "\n".join(texts).lower().translate(DIGITS).replace("\u0e4d\u0e32", "\u0e33").split()
    )


def _same_name(entry: Entry, other: Entry) -> bool:
    return _name_of(entry.title) == _name_of(other.title)


@lru_cache(maxsize=4096)
def _name_of(title: str) -> str:
    return squeeze(normalise(title))


def _leads(entry: Entry, found: Found) -> bool:
    return bool(found) and found[0][0] == entry.id


def _rivals(entry: Entry, found: Found, share: float) -> list[tuple[str, float]]:
    """The others that have at least this share of the entry's own score, closest first."""
    least = dict(found)[entry.id] * share
    others = sorted((one for one in found if one[0] != entry.id), key=lambda pair: -pair[1])
    return [one for one in others if one[1] >= least]


def _named(found: Found, loaded: Loaded) -> str:
    """The three closest entries by id and title."""
    closest = [one for one, _ in found[:_CLOSEST] if one in loaded.entries]
    return " · ".join(_name(one, loaded) for one in closest) or sentence("problems.found_none")


def _name(entry_id: str, loaded: Loaded) -> str:
    return f"{entry_id} ({cut(loaded.entries[entry_id].title, _LONGEST_TITLE)})"


def repeated(entries: Iterable[Entry], loaded: Loaded) -> Iterator[Problem]:
    """Questions and titles that stand in two entries."""
    questions: defaultdict[str, list[tuple[Entry, str]]] = defaultdict(list)
    titles: defaultdict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for entry in entries:
        titles[squeeze(normalise(entry.title))].append((entry, "title"))
        for number, question in enumerate(entry.questions):
            asked = squeeze(strip_frames(normalise(question)))
            questions[asked].append((entry, f"questions.{number}"))
    yield from _clashes(titles, loaded, Notes.warn, "same-title")
    yield from _clashes(questions, loaded, Notes.error, "same-question")


def _clashes(
    groups: dict[str, list[tuple[Entry, str]]],
    loaded: Loaded,
    tell: Callable[..., None],
    key: str,
) -> Iterator[Problem]:
    for (first, name), *others in (group for text, group in groups.items() if text):
        place = loaded.places[first.id]
        for entry, other in others:
            if entry.id == first.id:  # asked twice in other words of politeness, it does no harm
                continue
            found: list[Problem] = []
            where = f"{place.path}:{place.line(name)}"
            tell(Notes(loaded.places[entry.id], found), other, key, where=where)
            yield from found
