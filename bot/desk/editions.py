"""What is being served: built aside, checked, and swapped in one assignment.

A folder that cannot be loaded, or loses much of what was served, changes nothing; a single bad
file keeps its last good version in service while the rest of the folder goes live.
"""

import base64
import hashlib
import logging
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path, PurePath

from bot.desk.masking import digits_of
from bot.dialogue.conversation import Question
from bot.dialogue.lists.facets import Facets
from bot.dialogue.replies import Reply
from bot.dialogue.responder import Responder
from bot.knowledge.checks import check
from bot.knowledge.entries import Entry, KnowledgeBase, is_emergency
from bot.knowledge.files import FolderDigest, Loaded, digest_of, load_folder
from bot.knowledge.problems import Problem, Severity, UnreadableError, in_order
from bot.knowledge.tree import read_bytes
from bot.search.finding import thresholds_of
from bot.search.index import Index
from bot.search.query import Query
from bot.search.storing import stored_index
from bot.search.understanding import understand
from bot.texts import Texts

_MAY_LOSE = 0.2  # of what is served, before a swap needs a person's word
_MAY_LOSE_FEW = 3  # a small base may always lose this many
_MOST_ATTACHED = 10 * 1024 * 1024  # bytes; Telegram takes no larger picture
_WITHOUT_TONES = "เปิดกีโมงครับ"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the knowledge, ready to answer; never changes after it was made."""

    number: int  # counts up from 1; 0 is the empty edition before the first load
    knowledge: KnowledgeBase
    index: Index
    responder: Responder
    problems: tuple[Problem, ...]
    loaded_at: datetime | None
    keys: Mapping[str, str] = field(default_factory=dict)  # short key → entry id
    english: Responder | None = None  # says the same in English
    public: frozenset[str] = frozenset()  # numbers and addresses that need no masking

    def speaking(self, language: str) -> Responder:
        """What answers in a language; in Thai where it has none."""
        return self.english if language == "en" and self.english else self.responder

    def answer(self, text: str, at: datetime) -> Reply:
        """What somebody is told who asks this, in Thai and without a conversation."""
        return self.responder.respond(Question(text, at))

    def title_of(self, entry_id: str | None) -> str:
        """The title of an entry; "" when no such entry is served (any more)."""
        entry = self.knowledge.entries.get(entry_id or "")
        return entry.title if entry else ""

    def understand(self, text: str, today: date) -> Query:
        """How the search reads a message."""
        return understand(self.index, text, today).query


@dataclass(frozen=True, slots=True)
class ReloadResult:
    """What a reload did. `problems` is everything found, whether or not it swapped."""

    swapped: bool
    problems: tuple[Problem, ...]
    edition: Edition  # the one being served now


def entry_key(entry_id: str) -> str:
    """13 characters [A-Z2-7] that identify an entry in a button, however long its id."""
    digest = hashlib.blake2b(entry_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return base64.b32encode(digest).decode("ascii").rstrip("=")


def build_edition(
    knowledge: KnowledgeBase,
    problems: tuple[Problem, ...],
    texts: Texts,
    number: int,
    at: datetime | None,
    *,
    index_dir: Path | None = None,
) -> Edition:
    """Index the knowledge, by what `index_dir` keeps if given, and make what answers from it."""
    index = _indexed(knowledge, index_dir) if knowledge.entries else _empty()
    responder = Responder(knowledge, index, texts)
    keys = {entry_key(entry_id): entry_id for entry_id in knowledge.entries}
    public = frozenset(
        known for entry in knowledge.entries.values() for known in _public_of(entry) if known
    )
    english = Responder(knowledge, index, Texts.load("en"))
    return Edition(number, knowledge, index, responder, problems, at, keys, english, public)


def _indexed(knowledge: KnowledgeBase, kept: Path | None) -> Index:
    return stored_index(knowledge, kept) if kept else Index.build(knowledge)


@cache
def _empty() -> Index:
    return Index.build(KnowledgeBase())


class Editions:
    """Holds the Edition being served. Thread-safe; `current` never waits for a reload.

    Its indexes are kept in `index_dir`, if given, for the next start.
    """

    def __init__(
        self, knowledge_dir: Path, taught_dir: Path, texts: Texts, index_dir: Path | None = None
    ) -> None:
        self.knowledge_dir = knowledge_dir
        self.taught_dir = taught_dir
        self.texts = texts
        self._index_dir = index_dir
        self._lock = threading.RLock()
        self._digest = FolderDigest(knowledge_dir, taught_dir)
        self._current = build_edition(KnowledgeBase(), (), texts, 0, None)
        self._problems: tuple[Problem, ...] = ()
        self._facets: tuple[int, Facets] | None = None

    @property
    def current(self) -> Edition:
        """What is being served; read it once per question."""
        return self._current

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything the last reload found, also when it changed nothing."""
        return self._problems

    def facets(self, edition: Edition) -> Facets:
        """What the edition's entries are about, as people follow and count it; made when asked."""
        known = self._facets
        if known is None or known[0] != edition.number:
            facets = Facets(edition.knowledge.entries.values(), self.texts)
            known = self._facets = (edition.number, facets)
        return known[1]

    def entry_of(self, key: str) -> str | None:
        """The entry id behind an `entry_key`; None when no such entry is served (any more)."""
        return self._current.keys.get(key)

    def attachment(self, name: str) -> bytes:
        """A picture or document by its name in the knowledge folder. Raises `UnreadableError`."""
        return read_bytes(self.knowledge_dir / name, self.knowledge_dir, _MOST_ATTACHED)

    def is_attached(self, name: str) -> bool:
        """Whether an entry that is served has this picture or document."""
        entries = self.current.knowledge.entries.values()
        return any(name in (*entry.photos, *entry.files) for entry in entries)

    def digest(self, now: float) -> str:
        """A string that changes whenever a file in the folders changes; `now` is monotonic."""
        return self._digest.at(now)

    def load(self) -> Loaded:
        """Everything in the folders now, served or not."""
        return load_folder(self.knowledge_dir, self.taught_dir)

    def reload(self, at: datetime) -> ReloadResult:
        """Load, check, index, try and swap; any fault of the whole keeps what is served.

        Refuses to lose more than a fifth of the entries that are served: a start confirms that.
        Never raises for what stands in the folder.
        """
        with self._lock:
            loaded = self.load()
            problems = in_order((*loaded.problems, *check(loaded, at.date())))
            knowledge = keep_last_good(loaded, problems, self._current.knowledge)
            loss = _too_much_lost(self._current.knowledge, knowledge)
            if loss:
                return self._result(False, (*problems, loss))
            if self._current.number and knowledge.digest == self._current.knowledge.digest:
                return self._result(False, problems)
            try:
                number = self._current.number + 1
                edition = build_edition(
                    knowledge, problems, self.texts, number, at, index_dir=self._index_dir
                )
                _smoke(edition, at)
                _log_thresholds(edition)
            except Exception as error:  # whatever a file provokes, the old edition serves on
                _log.exception("an edition could not be built")
                return self._result(False, (*problems, _not_built(error)))
            self._current = edition
            return self._result(True, problems)

    def _result(self, swapped: bool, problems: tuple[Problem, ...]) -> ReloadResult:
        self._problems = problems
        return ReloadResult(swapped, problems, self._current)


def keep_last_good(
    loaded: Loaded, problems: Iterable[Problem], served: KnowledgeBase
) -> KnowledgeBase:
    """What was loaded without error, and for each file with one what was served from it before."""
    bad = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    entries = {
        entry_id: entry
        for entry_id, entry in loaded.knowledge.entries.items()
        if loaded.places[entry_id].path not in bad
    }
    withdrawn = {key for key in loaded.entries if key not in loaded.knowledge.entries}
    for entry_id in _stems(bad, ".md") - set(entries) - withdrawn:
        if entry_id in served.entries:
            entries[entry_id] = served.entries[entry_id]
    known = {*entries, *(key for key in served.taught if is_emergency(key))}
    taught = {
        key: texts
        for key, texts in loaded.knowledge.taught.items()
        if key in entries or is_emergency(key)
    }
    for entry_id in _stems(bad, ".yaml") & set(served.taught) & known:
        both = (*taught.get(entry_id, ()), *served.taught[entry_id])
        taught[entry_id] = tuple(dict.fromkeys(both))
    return KnowledgeBase(entries, taught, digest_of(entries, taught))


def _stems(paths: Iterable[str], suffix: str) -> set[str]:
    """The ids of the files of this kind."""
    found = (PurePath(path) for path in paths)
    return {unicodedata.normalize("NFC", path.stem) for path in found if path.suffix == suffix}


def _too_much_lost(old: KnowledgeBase, new: KnowledgeBase) -> Problem | None:
    lost = set(old.entries) - set(new.entries)
    few = len(lost) <= max(_MAY_LOSE_FEW, _MAY_LOSE * len(old.entries))
    if not lost or (few and new.entries):
        return None
    fault = UnreadableError("too-much-lost", lost=len(lost), known=len(old.entries))
    return fault.of(".")


def _not_built(error: Exception) -> Problem:
    return UnreadableError("not-built", reason=type(error).__name__).of(".")


def _smoke(edition: Edition, at: datetime) -> None:
    """Ask for one title, so that an edition that cannot answer is never served.

    And without tones, so that no citizen waits for the words by which these are put back.
    """
    for entry in list(edition.knowledge.entries.values())[:1]:
        for text in (entry.title, _WITHOUT_TONES):
            edition.answer(text, at)


def _log_thresholds(edition: Edition) -> None:
    needed = thresholds_of(edition.index)
    _log.info(
        "edition %d answers from %.2f, standing entries from %.2f: of %d strangers' messages %d",
        edition.number,
        needed.sure,
        needed.standing,
        needed.tried,
        needed.answered,
    )


def _public_of(entry: Entry) -> Iterator[str]:
    """The entry's numbers, also without their extensions and ranges, and its address."""
    if entry.contact:
        yield entry.contact.email.lower()
        for printed in (*entry.contact.phones, entry.contact.fax):
            digits = digits_of(printed)
            yield from (digits, digits[:9], digits[:10]) if digits.startswith("0") else (digits,)
