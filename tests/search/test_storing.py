"""The stored index: the same rankings, never a stale or broken one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from bot.knowledge.entries import Entry
from bot.search import rank
from bot.search.index import Index
from bot.search.storing import stored_index
from tests.search.sample import sample, sample_index

TODAY = date(2026, 11, 23)


def same(one: Index, other: Index) -> bool:
    questions = [text for text, _ in sample()[1][::6]]
    return all(rank(one, q, today=TODAY) == rank(other, q, today=TODAY) for q in questions)


def test_a_stored_index_ranks_like_a_built_one(tmp_path: Path) -> None:
    """Built, stored and read again: every ranking is equal to the last bit."""
    knowledge, _ = sample()
    assert same(sample_index(), stored_index(knowledge, tmp_path))
    assert same(sample_index(), stored_index(knowledge, tmp_path))
    assert 1 == len(list(tmp_path.iterdir()))


def test_two_builds_store_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of an index depends on anything but the knowledge."""
    knowledge, _ = sample()
    for folder in ("one", "other"):
        stored_index(knowledge, tmp_path / folder)
    (one,), (other,) = ((tmp_path / f).iterdir() for f in ("one", "other"))
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()


def test_changed_knowledge_is_indexed_anew(tmp_path: Path) -> None:
    """Another digest, another file; the old one goes."""
    knowledge, _ = sample()
    stored_index(knowledge, tmp_path)
    more = {**knowledge.entries, "new": Entry(id="new", title="ทุ่งดอกกระเจียว", body="บานแล้ว")}
    changed = replace(knowledge, entries=more, digest="changed")
    index = stored_index(changed, tmp_path)
    assert "new" == rank(index, "ทุ่งดอกกระเจียว", today=TODAY).matches[0].entry_id
    assert 1 == len(list(tmp_path.iterdir()))


def test_a_broken_file_is_built_anew(tmp_path: Path) -> None:
    """Half-written, emptied or foreign files cost a build and nothing else."""
    knowledge, _ = sample()
    stored_index(knowledge, tmp_path)
    (path,) = tmp_path.iterdir()
    for content in (b"", path.read_bytes()[:1_000], b"not an archive"):
        path.write_bytes(content)
        assert same(sample_index(), stored_index(knowledge, tmp_path))
    with path.open("wb") as file:
        np.savez(file, other=np.zeros(3))
    assert same(sample_index(), stored_index(knowledge, tmp_path))
