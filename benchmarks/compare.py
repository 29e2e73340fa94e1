"""Compare this engine with others, side by side in one run; writes docs/benchmarks.md.

    python -m benchmarks.compare SHARED_FOLDER [--quick]

Quality is the share of questions whose text stands first (R@1); every system gets the same texts
and the same noisy questions. Our own weights are learned anew without the articles and the
questions asked about here. Speed and memory are measured in a fresh process each.
"""

import argparse
import gc
import json
import platform
import random
import resource
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from benchmarks import noise, report
from benchmarks.corpora import (
    load_iapp,
    load_news,
    load_own_questions,
    load_paragraph_questions,
    load_releases,
    read_lines,
)
from benchmarks.systems import OURS, SYSTEMS, Search, ours_with, words
from benchmarks.train_ranking import held_out
from bot.knowledge.entries import Entry
from bot.search.index import trim_memory
from bot.search.model import Model

_SEED = 7
_PARAGRAPHS, _AROUND = 240, 400  # paragraphs, and letters on either side of the answer
_SLOW = ("RapidFuzz partial_ratio", "RapidFuzz token_set_ratio, newmm", "RapidFuzz WRatio")
_SLOW_QUESTIONS = 100  # of each kind, that these are asked
_OTHER = "tantivy, newmm words"  # whose time, newmm and all, is the measure of ours
_SIZES = (240, 650, 2_000, 30_000)
_TIMED, _SLOW_TIMED = 100, 5  # questions, and for whom each takes long
_SLOW_ANSWER = 1_000.0  # milliseconds
_WARMING = 50  # texts
_TURN = 20  # questions that one of two systems is asked before the other has its turn

Line = dict[str, Any]
Questions = Sequence[tuple[str, str]]  # with the ids of their texts


@dataclass(frozen=True, slots=True)
class Task:
    """Texts, and for each kind of question the questions with the ids of their texts."""

    name: str
    entries: Sequence[Entry]
    questions: Mapping[str, Questions]


def halves(shared: Path) -> tuple[list[Line], list[Line]]:
    """Questions to learn from and questions to ask, about different articles."""
    _, questions = load_iapp(shared)
    articles = sorted({line["article"] for line in questions})
    learned = set(articles[::2])
    return (
        [line for line in questions if line["article"] in learned],
        [line for line in questions if line["article"] not in learned],
    )


def paragraphs(shared: Path, questions: Sequence[Line]) -> Task:
    """240 paragraphs without titles, as in XQuAD, and all questions that they answer."""
    knowledge, _ = load_iapp(shared)
    rng = random.Random(_SEED)  # noqa: S311
    parts: dict[str, str] = {}
    drawn = rng.sample(questions, len(questions))
    for line in drawn:
        body = knowledge.entries[line["article"]].body
        at = body.find(line["answers"][0])
        if at >= 0 and len(parts) < _PARAGRAPHS:
            parts.setdefault(line["article"], body[max(0, at - _AROUND) : at + _AROUND])
    clean = [
        (line["question"], line["article"])
        for line in drawn
        if line["answers"][0] in parts.get(line["article"], "")
    ]
    entries = [Entry(id=name, title="", body=part) for name, part in parts.items()]
    name = f"240 paragraphs (iapp), {len(clean)} questions"
    return Task(name, entries, _spoilt(rng, clean, noise.KINDS))


def siblings(shared: Path) -> Task:
    """240 paragraphs, several of each article, and our own questions about them.

    As in XQuAD, most paragraphs about a subject do not answer a question about it. All articles
    are among those that the weights did not see.
    """
    knowledge, _ = load_iapp(shared)
    rng = random.Random(_SEED)  # noqa: S311
    parts, clean = {}, []
    for line in load_paragraph_questions():
        name = f"{line['article']}-{line['start']}"
        parts[name] = knowledge.entries[line["article"]].body[line["start"] : line["end"]]
        clean.append((line["question"], name))
    asked = _spoilt(rng, clean, ("some slips", "mixed", "layout slip"))
    entries = [Entry(id=name, title="", body=part) for name, part in parts.items()]
    return Task(f"{len(entries)} paragraphs, several of an article, own questions", entries, asked)


def articles(shared: Path, questions: Sequence[Line], count: int) -> Task:
    """All encyclopaedia articles, clean, mixed and in the wrong layout."""
    knowledge, _ = load_iapp(shared)
    rng = random.Random(_SEED)  # noqa: S311
    clean = [(line["question"], line["article"]) for line in rng.sample(questions, count)]
    entries = list(knowledge.entries.values())
    asked = _spoilt(rng, clean, ("mixed", "layout slip"))
    return Task(f"{len(entries):,} articles (iapp)", entries, asked)


def _spoilt(rng: random.Random, clean: Questions, kinds: Iterable[str]) -> dict[str, Questions]:
    """Questions as they are, and with each kind of noise."""
    noisy = {
        kind: [(noise.KINDS[kind](rng, question), entry) for question, entry in clean]
        for kind in kinds
    }
    return {"clean": clean, **noisy}


def releases(shared: Path) -> list[Task]:
    """The ministry's releases: the development questions, and our own."""
    entries = list(load_releases(shared).entries.values())
    given = read_lines(shared / "eval" / "dev-questions.jsonl")
    development = [{**line, "article": Path(line["article"]).stem} for line in given]
    sets = (("development questions", development), ("own questions", load_own_questions()))
    return [
        Task(
            f"648 releases, {name}",
            entries,
            {
                kind: [(q["question"], q["article"]) for q in lines if q["kind"] == kind]
                for kind in ("topic", "fact", "noisy", "paraphrase")
            },
        )
        for name, lines in sets
    ]


def quality(task: Task, model: Model) -> dict[str, dict[str, float]]:
    """For each system the share of questions of each kind whose text stands first, percent."""
    found = {}
    for name, build in {**SYSTEMS, OURS: ours_with(model)}.items():
        search = build(task.entries)
        found[name] = {
            kind: _first(search, asked[: _SLOW_QUESTIONS if name in _SLOW else None])
            for kind, asked in task.questions.items()
        }
        print(task.name, name, {k: round(v, 1) for k, v in found[name].items()}, flush=True)
    return found


def _first(search: Search, asked: Questions) -> float:
    return 100 * float(np.mean([search(question)[:1] == [entry] for question, entry in asked]))


def measure(system: str, shared: Path, size: int) -> dict[str, float]:
    """Build and ask in this process: seconds and milliseconds of the processor, megabytes."""
    entries = list(load_news(shared, size).entries.values())
    questions = [line["question"] for line in load_own_questions()][:_TIMED]
    for entry in entries:
        words(entry.title)  # the dictionary is there before any system begins
    if system == report.CUTTING:
        return cutting(entries, questions)
    SYSTEMS[system](entries[:_WARMING])(questions[0])  # now its tables are read
    before, started = _resident(), process_time()
    search = SYSTEMS[system](entries)
    built = process_time() - started
    is_slow = _time(search, questions[0]) > _SLOW_ANSWER
    spent = [_time(search, q) for q in questions[: _SLOW_TIMED if is_slow else None]]
    found = {
        "build s": built,
        "memory MB": _resident() - before,
        "median ms": float(np.median(spent)),
    }
    return found if is_slow else {**found, "p99 ms": float(np.percentile(spent, 99))}


def beside(shared: Path, size: int) -> dict[str, float]:
    """Ours and newmm with tantivy asked by turns in one process, milliseconds of the processor.

    What slows the machine down for a while then slows both.
    """
    entries = list(load_news(shared, size).entries.values())
    questions = [line["question"] for line in load_own_questions()]
    searches = {name: SYSTEMS[name](entries) for name in (_OTHER, OURS)}
    spent: dict[str, list[float]] = {name: [] for name in searches}
    for at in range(0, len(questions), _TURN):
        for name, search in searches.items():
            search(questions[at - 1])  # the first one of a turn finds the other's data in the cache
            spent[name] += [_time(search, question) for question in questions[at : at + _TURN]]
    return {name: float(np.median(times)) for name, times in spent.items()}


def cutting(entries: Sequence[Entry], questions: Sequence[str]) -> dict[str, float]:
    """What it takes to cut all texts into words once, and a question, for scale."""
    started = process_time()
    for entry in entries:
        words(f"{entry.title} {entry.body}")
    return {
        "text MB": sum(len(f"{e.title}{e.body}".encode()) for e in entries) / 1e6,
        "build s": process_time() - started,
        "median ms": float(np.median([_time(words, question) for question in questions])),
    }


def _time(call: Search, question: str) -> float:
    """Milliseconds of the processor; once, for who remembers a question is not to profit."""
    started = process_time()
    call(question)
    return 1000 * (process_time() - started)


def _resident() -> float:
    """Megabytes in use; what was freed is handed back first, whichever system held it."""
    gc.collect()
    trim_memory()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def in_fresh_process(system: str, shared: Path, size: int) -> dict[str, float]:
    """`measure`, or `beside` for report.BESIDE, untouched by what ran before."""
    command = [sys.executable, "-m", "benchmarks.compare", str(shared)]
    done = subprocess.run(
        [*command, "--one", system, "--size", str(size)], capture_output=True, check=True, text=True
    )
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(size, system, {k: round(v, 2) for k, v in result.items()}, flush=True)
    return result


def main() -> None:
    """Run everything, or one measurement in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=Path)
    parser.add_argument("--quick", action="store_true", help="fewer questions, no 30,000 texts")
    parser.add_argument("--one")
    parser.add_argument("--size", type=int, default=240)
    given = parser.parse_args()
    if given.one == report.BESIDE:
        print(json.dumps(beside(given.shared, given.size)))
        return
    if given.one:
        print(json.dumps(measure(given.one, given.shared, given.size)))
        return
    count = 100 if given.quick else 400
    learned, asked = halves(given.shared)
    model = held_out(given.shared, learned)
    tasks = [
        paragraphs(given.shared, asked),
        siblings(given.shared),
        articles(given.shared, asked, count),
        *releases(given.shared),
    ]
    tables = {task.name: quality(task, model) for task in tasks}
    sizes = _SIZES[:2] if given.quick else _SIZES
    speed = {
        size: {
            name: in_fresh_process(name, given.shared, size)
            for name in (report.CUTTING, *SYSTEMS, report.BESIDE)
        }
        for size in sizes
    }
    report.write(tables, speed, f"{platform.python_version()} on {platform.machine()}")


if __name__ == "__main__":
    main()
