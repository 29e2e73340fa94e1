"""Forty small entries of invented places, each with a plain, a spoken and a misspelt question."""

from functools import lru_cache
from pathlib import Path

from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search import Index

_FILE = Path(__file__).parent / "sample.txt"


@lru_cache(maxsize=1)
def sample() -> tuple[KnowledgeBase, tuple[tuple[str, str], ...]]:
    """The entries, and (question, entry id) in the order of the file."""
    entries: dict[str, Entry] = {}
    questions = []
    head, body = ("", ""), ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        mark, text = line[:2], line[2:]
        if mark == "= ":
            entry_id, title = text.split(" | ")
            head = (entry_id, title)
        elif mark == "? ":
            questions.append((text, head[0]))
        else:
            body = line
            entries[head[0]] = Entry(id=head[0], title=head[1], body=body)
    return KnowledgeBase(entries, digest="sample"), tuple(questions)


@lru_cache(maxsize=1)
def sample_index() -> Index:
    """The index of the entries, built once."""
    return Index.build(sample()[0])
