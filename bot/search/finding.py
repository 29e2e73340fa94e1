"""From a raw message to a ranking: short list, fused score, confidence and reason."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from bot.compiled import compiled, f64, filled, given, i64, inner, several
from bot.knowledge.entries import Kind
from bot.search.calibration import Calibration, Winner, signals
from bot.search.coverage import Coverage, cover
from bot.search.features import FEATURES, ShortList, short_list
from bot.search.grams import Floats, Ints
from bot.search.index import Index
from bot.search.model import Model
from bot.search.ranking import Match, Ranking, Verdict
from bot.search.relevance import relevance
from bot.search.thresholds import Thresholds, out_of_scope_messages
from bot.search.understanding import AnalysedQuestion, understand, understand_words
from bot.texts import sentence

SHOWN = 10
_ANY_DAY = date(2026, 11, 23)  # on which no stranger's message depends
_ALIKE = [FEATURES.index("ask_sounds"), FEATURES.index("ask_words")]
_VERBATIM, _SAID = 0.98, 0.95  # agreement with a title or a listed question, and how sure that is
_TOPIC_BONUS = 1e-6  # enough to win between equals, never more

Retold = Callable[[str], Collection[str]]


def _no_others(_entry_id: str) -> Collection[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Found:
    """A short list put in order, with the signals that tell how sure it is."""

    short: ShortList
    scores: Floats  # (n,) as the short list
    order: Ints  # rows of the short list, best first
    coverage: Coverage  # of the first
    signals: Floats


def rank(
    index: Index, text: str, *, today: date, topic: str = "", retold: Retold = _no_others
) -> Ranking:
    """The entries that answer `text`, best first, with the chance that the first is right.

    `topic` is the id of the entry talked about, which wins between equals. `retold` gives the ids
    of the entries that tell the same story as one; they are no rivals of it. Same index, text, day
    and topic give the same ranking. Never raises for any text.
    """
    asked = understand(index, text, today)
    found = find(index, Model.load(), asked, topic, retold)
    if found is None:
        return Ranking(asked.query, (), 0.0, Verdict.NONE, sentence("explain.reasons.no_word"))
    probability = _probability(found)
    among = max(probability, round(Calibration.load().among.chance(found.signals), 4))
    matches = _matches(index, found)
    verdict = thresholds_of(index).verdict(probability, among, _first_kind(index, found))
    words, reason = found.coverage.weighed(), sentence(f"explain.reasons.{verdict}")
    return Ranking(asked.query, matches, probability, verdict, reason, words, among)


def nearest(index: Index, text: str, *, today: date) -> list[tuple[str, float]]:
    """Ids and scores of the matches of `rank` at half its cost, without probability and reason."""
    model = Model.load()
    short = short_list(index, model, understand_words(index, text, today))
    if short is None:
        return []
    scores, order = _ordered(index, model, short)
    rows = order[:SHOWN]
    told = zip(short.entries[rows].tolist(), _shown(scores[rows]), strict=True)
    return [(index.ids[entry], score) for entry, score in told]


def is_first(index: Index, text: str, entry_id: str, *, today: date) -> bool:
    """Whether an entry of the index is the first match of `rank`, at a third of its cost."""
    model, number = Model.load(), bisect_left(index.ids, entry_id)
    short = short_list(index, model, understand_words(index, text, today), number)
    if short is None:
        return False
    _, order = _ordered(index, model, short)
    return index.ids[int(short.entries[order[0]])] == entry_id


def _ordered(index: Index, model: Model, short: ShortList, topic: str = "") -> tuple[Floats, Ints]:
    """The score of each entry on the short list, and its rows, best first."""
    row = _row_of(index, short, topic) if topic else -1
    return _in_order(short.matrix, model.fusion, short.less, short.entries, row)


def _row_of(index: Index, short: ShortList, entry_id: str) -> int:
    """The row of an entry on the short list, -1 if it is not there."""
    entries = enumerate(short.entries.tolist())
    return next((row for row, entry in entries if index.ids[entry] == entry_id), -1)


@inner
def _is_before(row: int, other: int, scores: Floats, entries: Ints) -> bool:
    ties = scores[row] == scores[other]
    return bool(scores[row] > scores[other] or (ties and entries[row] < entries[other]))


@compiled(several(filled(f64), filled(i64)), given(f64, 2), given(f64), given(f64), given(i64), i64)
def _in_order(
    matrix: Floats, weights: Floats, less: Floats, entries: Ints, topic: int
) -> tuple[Floats, Ints]:
    """See `_ordered`; `topic` is the row that wins between equals, else the lower number does."""
    scores, total = -less, weights.sum()
    for row in range(len(entries)):
        for feature in range(len(weights)):
            scores[row] += matrix[row, feature] * (weights[feature] / total)
    weighed, order = scores.copy(), np.arange(len(entries))
    if topic >= 0:
        weighed[topic] += _TOPIC_BONUS
    for behind in range(1, len(order)):
        row, place = order[behind], behind
        while place and _is_before(row, order[place - 1], weighed, entries):
            order[place] = order[place - 1]
            place -= 1
        order[place] = row
    return scores, order


def find(
    index: Index,
    model: Model,
    asked: AnalysedQuestion,
    topic: str = "",
    retold: Retold = _no_others,
) -> Found | None:
    """The short list for a question in its final order; None when nothing matches."""
    short = short_list(index, model, asked)
    if short is None:
        return None
    scores, order = _ordered(index, model, short, topic)
    best = int(order[0])
    coverage = cover(index, short.weighed, short.said, int(short.entries[best]))
    passage = int(short.evidence.best[best])
    winner = Winner(
        features=short.matrix[best],
        scores=scores[_rivals(index, short, order, retold)],
        window=index.layout.passage(passage),
        coverage=coverage,
        relevance=relevance(index, model, asked, coverage, passage),
    )
    return Found(short, scores, order, coverage, signals(asked, winner))


def _rivals(index: Index, short: ShortList, order: Ints, retold: Retold) -> Ints:
    """The rows in order without those of entries that tell the same story as the first."""
    same = retold(index.ids[int(short.entries[order[0]])])
    if not same:
        return order
    return order[[index.ids[entry] not in same for entry in short.entries[order].tolist()]]


_NO_MATCH = (0.0, Kind.NEWS)
_REMEMBERED = 16  # bases: what is served, and what it is tried to change into
_known: dict[str | Index, Thresholds] = {}  # by the digest of the knowledge, where it has one


def thresholds_of(index: Index) -> Thresholds:
    """The thresholds for answering from this index, made at its first question.

    The packaged ones for the base they were set on; for any other at least those, tried on out-of-
    scope messages. The same knowledge gives the same thresholds, and a copy on which a change is
    tried has those of the base it would change.
    """
    known = _known.get(index.digest or index)
    if known is None:
        packaged = Calibration.load().thresholds
        same = index.digest == packaged.knowledge
        known = packaged if same else packaged.tried_on(index.digest, _tried_out_of_scope(index))
        while len(_known) >= _REMEMBERED:
            _known.pop(next(iter(_known)), None)
        _known[index.digest or index] = known
    return known


def _tried_out_of_scope(index: Index) -> list[tuple[float, Kind]]:
    """The probability and kind of the first entry for each out-of-scope message."""
    model = Model.load()
    asked = (
        find(index, model, understand(index, text, _ANY_DAY)) for text in out_of_scope_messages()
    )
    return [(_probability(one), _first_kind(index, one)) if one else _NO_MATCH for one in asked]


def _probability(found: Found) -> float:
    """The chance that the first entry is right; high for the very words of an entry."""
    chance = Calibration.load().first.chance(found.signals)
    first = found.short.matrix[int(found.order[0])].tolist()
    return round(max(chance, _SAID) if _is_verbatim(first) else chance, 4)


def is_verbatim(ranking: Ranking) -> bool:
    """Whether the question is, word for word, a title or question of the first entry alone."""
    said = [_is_verbatim(match.features) for match in ranking.matches]
    return sum(said) == 1 and said[0]


def _is_verbatim(features: Sequence[float]) -> bool:
    return min(features[feature] for feature in _ALIKE) >= _VERBATIM


def _first_kind(index: Index, found: Found) -> Kind:
    return index.kinds[int(found.short.entries[found.order[0]])]


def _matches(index: Index, found: Found) -> tuple[Match, ...]:
    """The first entries of a ranking, as plain numbers."""
    rows = found.order[:SHOWN]
    shown = zip(
        found.short.entries[rows].tolist(),
        found.short.evidence.best[rows].tolist(),
        _shown(found.scores[rows]),
        found.short.matrix[rows].tolist(),
        strict=True,
    )
    return tuple(
        Match(index.ids[entry], score, tuple(row), passage, index.pieces)
        for entry, passage, score, row in shown
    )


def _shown(scores: Floats) -> list[float]:
    """Scores as people read them, 0..1."""
    shown: list[float] = np.minimum(np.maximum(scores, 0.0), 1.0).round(4).tolist()
    return shown
