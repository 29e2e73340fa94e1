"""The public collections that training and benchmarks read."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

from bot.knowledge.entries import Entry, KnowledgeBase
from bot.knowledge.files import load_folder
from bot.press.facts.articles import plain_entry, read_article

_OWN = Path(__file__).parent / "data"
DAY = date(2026, 11, 23)  # the day on which all questions are asked


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def load_iapp(shared: Path) -> tuple[KnowledgeBase, list[dict[str, Any]]]:
    """Encyclopaedia articles as a knowledge base, and the questions people wrote about them."""
    public = shared / "eval" / "public"
    articles = read_lines(public / "iapp-train-articles.jsonl.gz")
    entries = {a["id"]: Entry(id=a["id"], title=a["title"], body=a["text"]) for a in articles}
    return KnowledgeBase(entries), read_lines(public / "iapp-train-questions.jsonl.gz")


def load_truevoice(shared: Path) -> list[str]:
    """Messages to a telephone company, which no ministry can answer."""
    lines = read_lines(shared / "eval" / "public" / "truevoice-train-3000.jsonl.gz")
    return [line["question"] for line in lines]


def load_releases(shared: Path) -> KnowledgeBase:
    """The ministry's press releases as they are imported."""
    folder = shared / "corpus" / "ministry-news"
    entries = (
        plain_entry(read_article(p.read_text(encoding="utf-8")), p.stem)
        for p in folder.glob("*.txt")
    )
    return KnowledgeBase({entry.id: entry for entry in sorted(entries, key=lambda e: e.id)})


def load_news(shared: Path, count: int) -> KnowledgeBase:
    """Every so many of the government's news, `count` in all, the first 2,000 letters of each."""
    lines = read_lines(shared / "corpus" / "government-news-30k.jsonl.gz")
    chosen = lines[:: len(lines) // count][:count]
    return KnowledgeBase(
        {n["id"]: Entry(id=n["id"], title=n["title"], body=n["text"][:2_000]) for n in chosen}
    )


def load_graded(shared: Path) -> tuple[KnowledgeBase, list[dict[str, Any]]]:
    """Releases with questions proposed of them, each with the `grade` of a reader.

    They are the ministry's and, by ids of their own, the government's; `article` is the entry id.
    """
    grades = read_lines(_OWN / "question-grades.jsonl")
    ids = {line["article"] for line in grades}
    news = read_lines(shared / "corpus" / "government-news-30k.jsonl.gz")
    graded = (one for one in news if one["id"] in ids)
    others = {n["id"]: Entry(id=n["id"], title=n["title"], body=n["text"]) for n in graded}
    entries = {**load_releases(shared).entries, **others}
    return KnowledgeBase(entries), [line for line in grades if line["article"] in entries]


def load_own_questions() -> list[dict[str, Any]]:
    """Questions about the releases, written for this project; `article` is the entry id."""
    lines = read_lines(_OWN / "release-questions.jsonl")
    return [{**line, "article": Path(line["article"]).stem} for line in lines]


def load_paragraph_questions() -> list[dict[str, Any]]:
    """Questions about paragraphs of iapp articles, several of each, written for this project.

    A paragraph is `article`, an id, from the letter `start` to before `end`.
    """
    return read_lines(_OWN / "paragraph-questions.jsonl")


def load_near_misses() -> list[str]:
    """Sensible messages that neither the releases nor the shipped entries answer."""
    return [line["question"] for line in read_lines(_OWN / "near-misses.jsonl")]


def load_out_of_scope() -> list[str]:
    """Messages of everyday life that took part in no training: they only measure."""
    return [line["question"] for line in read_lines(_OWN / "out-of-scope.jsonl")]


def load_shipped() -> KnowledgeBase:
    """The entries that come with the bot."""
    return load_folder(Path(__file__).parent.parent / "knowledge").knowledge
