"""From a raw message to a ranking: short list, fused score, how sure, why."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from bot.search.features import FEATURES, ShortList, short_list
from bot.search.index import Index
from bot.search.model import Model
from bot.search.ranking import Match, Query, Ranking, Verdict
from bot.search.understanding import understand

SHOWN = 10
_TOPIC_BONUS = 1e-6  # enough to win between equals, never more

Floats = NDArray[np.float64]


def rank(index: Index, text: str, *, today: date, topic: str = "") -> Ranking:
    """The entries that answer `text`, best first, with the chance that the first is right.

    `topic` is the id of the entry talked about, which wins between equals. Same index, text,
    day and topic give the same ranking. Never raises for any text.
    """
    del today
    model = Model.load()
    asked = understand(index, text)
    found = short_list(index, model, asked)
    if found is None:
        return Ranking(asked.query, (), 0.0, Verdict.NONE, "ไม่มีคำใดตรงกับความรู้ที่มี")
    scores = found.matrix @ (model.fusion / model.fusion.sum())
    same = np.array([index.ids[entry] == topic for entry in found.entries])
    order = np.lexsort((found.entries, -(scores + _TOPIC_BONUS * same)))[:SHOWN]
    matches = tuple(_match(index, found, scores, int(row)) for row in order)
    return _judged(asked.query, matches)


def _match(index: Index, found: ShortList, scores: Floats, row: int) -> Match:
    passage = index.passages[int(found.evidence.best[row])]
    signals = dict(zip(FEATURES, found.matrix[row].tolist(), strict=True))
    score = float(np.clip(scores[row], 0.0, 1.0))
    return Match(index.ids[int(found.entries[row])], passage, score, signals)


def _judged(query: Query, matches: tuple[Match, ...]) -> Ranking:
    probability = float(1 / (1 + np.exp(-14 * (matches[0].score - 0.5))))
    if probability >= 0.5:
        return Ranking(query, matches, probability, Verdict.SURE, "ตรงกับคำถาม")
    verdict = Verdict.UNSURE if probability >= 0.1 else Verdict.NONE
    return Ranking(query, matches, probability, verdict, "ตรงกับคำถามเพียงบางส่วน")
