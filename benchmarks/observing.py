"""Rankings to learn sureness from: questions with and without an answer, over many bases."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import noise
from benchmarks.corpora import (
    DAY,
    load_iapp,
    load_near_misses,
    load_news,
    load_own_questions,
    load_releases,
    load_shipped,
    load_truevoice,
)
from bot.knowledge.entries import KnowledgeBase
from bot.search.finding import find
from bot.search.index import Index
from bot.search.model import Model
from bot.search.understanding import understand
from bot.thai.segment import Segmenter

_SEED = 1313
_OFFERED = 4  # entries, of an unsure ranking
_BASES = (60, 120, 250, 650, 1523)  # articles in each base
_HANDBOOKS = (60, 60, 120, 120, 200, 400, 800)
_QUESTIONS = 250  # asked of each of these bases, with the right article there and taken out
_PUBLIC_WEIGHT = 2.0  # of what these bases tell
_ENDINGS = (
    "",
    "",
    "เมื่อไหร่",
    "ที่ไหน",
    "กี่คน",
    "เป็นยังไงบ้าง",
    "คืออะไร",
    "ใครเป็นคนทำ",
    "รายละเอียดเป็นไง",
    "เท่าไหร่",
)
_OWN_WEIGHT = 4.0  # they are few, and the nearest to what the bot is asked
_SEGMENTER = Segmenter()
_OURS = re.compile("วิทยาศาสตร์|นวัตกรรม|อุดมศึกษา|มหาวิทยาลัย|เทคโนโลยี|วิจัย|อว\\.|ก\\.วิทย์")

Floats = NDArray[np.float64]
Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """The signals of one ranking, whether it was right, and how much it counts."""

    signals: Floats
    first: bool  # the first entry was right …
    among: bool  # … or one of the first four
    weight: float


def observe(index: Index, model: Model, text: str, gold: str, weight: float) -> Iterator[Seen]:
    """One ranking; `gold` is the id of the right entry or ""."""
    found = find(index, model, understand(index, text, DAY))
    if found is not None:
        offered = [index.ids[int(entry)] for entry in found.short.entries[found.order[:_OFFERED]]]
        yield Seen(found.signals, offered[0] == gold, gold in offered, weight)


def from_articles(shared: Path, model: Model) -> Iterator[Seen]:
    """Questions against encyclopaedia articles, with the right one there and taken out."""
    rng = random.Random(_SEED)  # noqa: S311
    knowledge, questions = load_iapp(shared)
    for size in _BASES:
        base = _sample(rng, knowledge, size)
        yield from _in_and_out(base, model, rng, questions)


def from_handbooks(shared: Path, model: Model) -> Iterator[Seen]:
    """… against short entries that list some ways to ask, like those staff write."""
    rng = random.Random(_SEED + 1)  # noqa: S311
    knowledge, questions = load_iapp(shared)
    listed: dict[str, list[str]] = defaultdict(list)
    asked = []
    for line in questions:
        if rng.random() < 0.6:
            listed[line["article"]].append(line["question"])
        else:
            asked.append(line)
    entries = {
        i: replace(e, body=e.body[:700], questions=tuple(listed[i]))
        for i, e in knowledge.entries.items()
    }
    handbook = replace(knowledge, entries=entries)
    for size in _HANDBOOKS:
        yield from _in_and_out(_sample(rng, handbook, size), model, rng, asked)


def from_news(shared: Path, model: Model) -> Iterator[Seen]:
    """Half-remembered headlines against government news, with and without the article."""
    rng = random.Random(_SEED + 2)  # noqa: S311
    news = load_news(shared, 2_600)
    ids = sorted(news.entries)
    titles = [news.entries[i].title for i in ids]
    for part in range(4):
        kept = set(ids[part::4])
        index = Index.build(replace(news, entries={i: news.entries[i] for i in kept}))
        for entry in rng.sample(ids, 300):
            text = half_remembered(rng, news.entries[entry].title, rng.choice(titles))
            gold = entry if entry in kept else ""
            yield from observe(index, model, text, gold, 3.0)


def from_releases(shared: Path, model: Model) -> Iterator[Seen]:
    """Our own questions about the releases, with the right one there and taken out."""
    releases, questions = load_releases(shared), load_own_questions()
    index = Index.build(releases)
    for line in questions:
        yield from observe(index, model, line["question"], line["article"], _OWN_WEIGHT)
    asked = sorted({line["article"] for line in questions})
    for part in range(4):
        out = set(asked[part::4])
        rest = {i: e for i, e in releases.entries.items() if i not in out}
        index = Index.build(replace(releases, entries=rest))
        for line in questions:
            if line["article"] in out:
                yield from observe(index, model, line["question"], "", _OWN_WEIGHT / 2)
    index = Index.build(releases)
    yield from _unanswerable(shared, index, model)


def from_shipped(shared: Path, model: Model) -> Iterator[Seen]:
    """Questions of the shipped entries that the index does not list, and what none answers."""
    rng = random.Random(_SEED + 4)  # noqa: S311
    base = load_shipped()
    for listed, asked in ((0, 1), (1, 0)):
        entries = {i: replace(e, questions=e.questions[listed::2]) for i, e in base.entries.items()}
        index = Index.build(replace(base, entries=entries))
        for entry in sorted(base.entries):
            for question in base.entries[entry].questions[asked::2]:
                yield from observe(index, model, question, entry, 1.0)
                noisy = noise.mixed(rng, question)
                yield from observe(index, model, noisy, entry, 0.5)
    index = Index.build(base)
    yield from _unanswerable(shared, index, model)


def _unanswerable(shared: Path, index: Index, model: Model) -> Iterator[Seen]:
    """What has no answer in anything we serve."""
    rng = random.Random(_SEED + 6)  # noqa: S311
    for message in load_near_misses():
        yield from observe(index, model, message, "", _OWN_WEIGHT)
        yield from observe(index, model, noise.chatty(rng, message), "", _OWN_WEIGHT / 2)
    for message in load_truevoice(shared)[::4]:
        yield from observe(index, model, message, "", 1.5)


def half_remembered(rng: random.Random, title: str, other: str) -> str:
    """A headline as somebody would ask about it: in part, reworded in part, with noise."""
    words = [word for word in _SEGMENTER.words(title) if len(word) > 1]
    start = rng.randrange(max(len(words) // 3, 1))
    part = [w for w in words[start : start + rng.randint(5, 14)] if rng.random() < 0.8]
    strange = [word for word in _SEGMENTER.words(other) if len(word) > 2]
    for _ in range(rng.randint(0, 5)):
        part.insert(rng.randrange(len(part) + 1), rng.choice(strange or [""]))
    text = "".join(part) + rng.choice(_ENDINGS)
    return noise.mixed(rng, text) if rng.random() < 0.5 else noise.chatty(rng, text)


def from_strangers(shared: Path, model: Model) -> Iterator[Seen]:
    """Messages to a telephone company and questions of another field, against any base."""
    rng = random.Random(_SEED + 3)  # noqa: S311
    knowledge, questions = load_iapp(shared)
    news = load_news(shared, 700)
    messages = load_truevoice(shared)
    bases = (knowledge, news, _sample(rng, news, 100), _sample(rng, knowledge, 150))
    for base in bases:
        index = Index.build(base)
        for message in rng.sample(messages, 300):
            yield from observe(index, model, message, "", 4.5)
    index = Index.build(news)
    for line in rng.sample(questions, 400):
        yield from versions(index, model, rng, {**line, "article": ""})


def from_foreigners(shared: Path, model: Model) -> Iterator[Seen]:
    """Questions of other fields and news of other ministries, against what the bot serves."""
    rng = random.Random(_SEED + 5)  # noqa: S311
    _, questions = load_iapp(shared)
    news = load_news(shared, 2_600).entries.values()
    titles = [one.title for one in news]
    foreign = [one.title for one in news if not _OURS.search(f"{one.title} {one.body}")]
    for base in (load_shipped(), load_releases(shared)):
        index = Index.build(base)
        for line in rng.sample(questions, 500):
            noisy = rng.choice((lambda _, text: text, noise.chatty, noise.mixed))
            yield from observe(index, model, noisy(rng, line["question"]), "", 1.0)
        for title in rng.sample(foreign, min(len(foreign), 500)):
            text = half_remembered(rng, title, rng.choice(titles))
            yield from observe(index, model, text, "", 1.0)


def _in_and_out(
    base: KnowledgeBase,
    model: Model,
    rng: random.Random,
    questions: Sequence[Line],
) -> Iterator[Seen]:
    """Questions about what the base holds, and about what was taken out of it."""
    inside = [line for line in questions if line["article"] in base.entries]
    out = set(rng.sample(sorted(base.entries), len(base.entries) // 3))
    chosen = rng.sample(inside, min(len(inside), _QUESTIONS))
    index = Index.build(base)
    for line in chosen:
        yield from versions(index, model, rng, line)
    index = Index.build(
        replace(base, entries={i: e for i, e in base.entries.items() if i not in out})
    )
    for line in chosen:
        gold = "" if line["article"] in out else line["article"]
        yield from versions(index, model, rng, {**line, "article": gold})


def versions(index: Index, model: Model, rng: random.Random, line: Line) -> Iterator[Seen]:
    """A question as written, wrapped in chat, or with mixed noise."""
    noisy = rng.choice((lambda _, text: text, noise.chatty, noise.mixed))
    yield from observe(index, model, noisy(rng, line["question"]), line["article"], _PUBLIC_WEIGHT)


def _sample(rng: random.Random, base: KnowledgeBase, size: int) -> KnowledgeBase:
    chosen = rng.sample(sorted(base.entries), min(size, len(base.entries)))
    return replace(base, entries={i: base.entries[i] for i in chosen})


SOURCES = (
    from_articles,
    from_handbooks,
    from_news,
    from_releases,
    from_shipped,
    from_strangers,
    from_foreigners,
)
