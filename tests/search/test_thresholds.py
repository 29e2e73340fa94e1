"""How sure the bot must be: for one base, found out by asking it what nobody can answer."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpora import load_near_misses
from bot.knowledge.entries import Entry, Kind, KnowledgeBase
from bot.search import Index
from bot.search.calibration import Calibration, Network, StaleCalibrationError
from bot.search.coverage import cover
from bot.search.finding import find, rank, thresholds_of
from bot.search.model import Model
from bot.search.ranking import Verdict
from bot.search.relevance import Relevance, _shares, relevance
from bot.search.thresholds import Thresholds, out_of_scope_messages
from bot.search.understanding import understand
from tests.dialogue.base import ENTRIES

PACKAGED = Thresholds("scorer", "base", sure=0.4, standing=0.6, unsure=0.1)


def test_a_kind_is_told_offered_or_neither() -> None:
    """Standing entries need more; between both borders an entry is offered."""
    assert Verdict.SURE is PACKAGED.verdict(0.5, 0.0, Kind.NEWS)
    assert Verdict.UNSURE is PACKAGED.verdict(0.5, 0.1, Kind.FAQ)
    assert Verdict.NONE is PACKAGED.verdict(0.3, 0.05, Kind.EVENT)


@pytest.mark.parametrize("text", ["ค่ายดูดวงจันทร์จัดวันไหน", "ภูกระดึง", "หุงข้าวยังไงให้นุ่ม"])
def test_one_of_four_is_never_less_likely_than_the_first(text: str) -> None:
    """Whatever two networks say."""
    ranking = rank(
        Index.build(KnowledgeBase({e.id: e for e in ENTRIES})), text, today=date(2026, 11, 23)
    )
    assert 0 <= ranking.probability <= ranking.among <= 1


def test_another_base_never_needs_less() -> None:
    """Strangers that are far from sure change nothing but what is written down."""
    found = [(0.01, Kind.NEWS), (0.2, Kind.FAQ)] * 50
    tried = PACKAGED.tried_on("other", found)
    assert replace(PACKAGED, knowledge="other", tried=100) == tried


def test_what_a_base_tells_strangers_raises_the_bar() -> None:
    """One in twenty may pass, each sort of entry has a bar of its own."""
    found = [*[(0.7, Kind.NEWS)] * 5, (0.55, Kind.NEWS), *[(0.3, Kind.FAQ)] * 94]
    tried = PACKAGED.tried_on("other", found)
    assert 0.55 < tried.sure < 0.7
    assert (PACKAGED.standing, 100, 5) == (tried.standing, tried.tried, tried.answered)


def test_what_a_base_really_knows_is_no_stranger() -> None:
    """A message it is as good as certain of does not silence it."""
    found = [(0.99, Kind.SERVICE)] * 9 + [(0.1, Kind.NEWS)] * 91
    tried = PACKAGED.tried_on("other", found)
    assert (PACKAGED.standing, 9) == (tried.standing, tried.answered)


def test_the_packaged_thresholds_are_for_the_packaged_knowledge() -> None:
    """There they are used as they are; a changed base is tried, and remembers which it is."""
    packaged = Calibration.load().thresholds
    same = KnowledgeBase({entry.id: entry for entry in ENTRIES}, digest=packaged.knowledge)
    assert packaged is thresholds_of(Index.build(same))
    changed = replace(same, digest="changed")
    tried = thresholds_of(Index.build(changed))
    assert ("changed", packaged.scorer, len(out_of_scope_messages())) == (
        tried.knowledge,
        tried.scorer,
        tried.tried,
    )
    assert tried.sure >= packaged.sure
    assert tried == thresholds_of(Index.build(changed))


def test_a_calibration_of_another_scorer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never used with a model that it was not learned for."""
    other = replace(Model.load(), version="another")
    monkeypatch.setattr(Model, "load", lambda: other)
    Calibration.load.cache_clear()
    with pytest.raises(StaleCalibrationError, match="another"):
        Calibration.load()
    Calibration.load.cache_clear()


FIGURES = st.floats(-9, 9)


@given(st.lists(FIGURES, min_size=1, max_size=9), st.integers(1, 5), st.integers(0, 99))
def test_the_chance_is_that_of_a_small_network(told: list[float], units: int, seed: int) -> None:
    """Standardised signals, hidden units, and a sum between 0 and 1."""
    rng = np.random.default_rng(seed)
    mean, scale = rng.uniform(0.5, 2, (2, len(told)))
    inner, outer = rng.normal(size=(len(told) + 1, units)), rng.normal(size=units + 1)
    made = Network(mean, scale, inner, outer)
    standard = np.clip((np.array(told) - mean) / scale, -4, 4)
    logit = np.append(np.tanh(np.append(standard, 1.0) @ inner), 1.0) @ outer
    assert math.isclose(1 / (1 + math.exp(-logit)), made.chance(np.array(told)), rel_tol=1e-9)


WORDS = st.tuples(st.integers(0, 9), st.integers(-1, 3), FIGURES.map(abs), FIGURES, st.booleans())


@given(st.lists(WORDS, max_size=8), st.integers(3, 50))
def test_words_bear_by_their_worth(
    told: list[tuple[int, int, float, float, bool]], size: int
) -> None:
    """Each figure is a mean over the words; keys of even numbers are known in general."""
    starts = [0, 1, 3, 6, 10]
    general = {key: (key + 1) / 20 for key in range(0, 10, 2)}
    keys, terms, worth, named, strange = zip(*told, strict=True) if told else ((),) * 5
    words = (
        np.array(keys, np.uint32),
        np.array(terms, np.int64),
        np.array(worth, np.float64),
        np.array(named, np.float64),
        np.array(strange, np.bool_),
    )
    known = np.array([*general], np.uint32), np.array([*general.values()], np.float32)
    found = _shares(words, np.array(starts, np.uint32), size, known)
    counts = [starts[term + 1] - starts[term] if term >= 0 else 0 for term in terms]
    share = [general.get(key, 0.0) + 1e-4 for key in keys]
    ratios = [
        math.log(one / ((count + 0.5) / (size + 1) + 1e-4))
        for one, count in zip(share, counts, strict=True)
    ]
    figures = (
        named,
        strange,
        [max(ratio, 0.0) for ratio in ratios],
        [math.log10(general.get(key, 0.0) + 1e-5) for key in keys],
    )
    means = [np.dot(np.array(row, np.float64), worth) / max(sum(worth), 1e-9) for row in figures]
    assert np.allclose(means, found, rtol=1e-5)


def test_nothing_was_learned_from_strangers() -> None:
    """They judge what was learned, so they stand apart from it."""
    assert set(out_of_scope_messages()).isdisjoint(load_near_misses())


def bears(question: str, *entries: Entry) -> Relevance:
    """The bearing of the first entry found."""
    index, model = Index.build(KnowledgeBase({entry.id: entry for entry in entries})), Model.load()
    asked = understand(index, question, date(2026, 11, 23))
    found = find(index, model, asked)
    assert found is not None
    best = int(found.order[0])
    entry = int(found.short.entries[best])
    coverage = cover(index, found.short.weighed, found.short.said, entry)
    return relevance(index, model, asked, coverage, int(found.short.evidence.best[best]))


def test_what_names_an_entry_tells_more_than_what_it_says_in_passing() -> None:
    """Words of the title are named; a word that no entry has is strange; so is a missing year."""
    near = bears("จักรยานไม้ไผ่ฝีมือนักวิจัย", *ENTRIES)
    far = bears("จักรยานยี่ห้อไหนดี ปี 2571 สำหรับโรงพยาบาล", *ENTRIES)
    assert near.named > far.named
    assert near.titled > far.titled
    assert (near.strange, near.numbers) == (0.0, 0.0)
    assert far.strange > 0
    assert far.numbers == 1.0


def test_a_year_may_be_written_in_two_digits() -> None:
    """63 is met by 2563, and by nothing else; so is 2563 by 63."""
    fair = Entry("fair", "งานหนังสือ ปี 2563", "งานหนังสือจัดที่ลานกว้าง")
    brief = Entry("fair", "งานหนังสือ ปี 63", "งานหนังสือจัดที่ลานกว้าง")
    assert bears("งานหนังสือปี 2563", brief).numbers == 0.0
    assert bears("งานหนังสือปี 2564", brief).numbers == 1.0
    assert bears("งานหนังสือปี 63", fair).numbers == 0.0
    assert bears("งานหนังสือปี 64", fair).numbers == 1.0
