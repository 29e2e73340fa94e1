"""The stored index: the same rankings, never a stale or broken one."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search import rank, storing
from bot.search.index import Index
from bot.search.ranking import Passage, Ranking
from bot.search.storing import stored_index
from bot.thai.slips import TO_THAI
from tests.search.sample import sample, sample_index

TODAY = date(2026, 11, 23)
TO_KEYS = {ord(thai): chr(key) for key, thai in TO_THAI.items() if thai > "\u0e00"}


def same(one: Index, other: Index) -> bool:
    """Whether they rank alike, say the same of it, and read slips of the keyboard alike."""
    asked = [text for text, _ in sample()[1][::6]]
    slipped = [text.translate(TO_KEYS) for text in asked]
    english = [word.translate(TO_THAI) for word in one.keyboard.slips.words]
    return all(found(one, text) == found(other, text) for text in asked + slipped + english)


def found(index: Index, text: str) -> tuple[Ranking, list[Passage]]:
    ranking = rank(index, text, today=TODAY)
    return ranking, [match.passage for match in ranking.matches]


def test_a_stored_index_ranks_like_a_built_one(tmp_path: Path) -> None:
    """Built, stored and read again: every ranking is equal to the last bit."""
    knowledge = changed(1)
    built = Index.build(knowledge)
    assert built.keyboard.repair("ยน" + "krachiao".translate(TO_THAI))[1]
    assert same(built, stored_index(knowledge, tmp_path))
    assert same(built, stored_index(knowledge, tmp_path))
    assert 1 == len(list(tmp_path.iterdir()))


def test_two_builds_store_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of an index depends on anything but the knowledge."""
    knowledge, _ = sample()
    for folder in ("one", "other"):
        stored_index(knowledge, tmp_path / folder)
    (one,), (other,) = ((tmp_path / f).iterdir() for f in ("one", "other"))
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()


def changed(number: int) -> KnowledgeBase:
    """The sample with one entry more and a digest of its own."""
    knowledge, _ = sample()
    more = {
        **knowledge.entries,
        "new": Entry(id="new", title=f"ทุ่งดอกกระเจียว {number}", body="บานแล้ว ถามที่ Krachiao Club"),
    }
    return replace(knowledge, entries=more, digest=f"changed {number}")


def test_changed_knowledge_is_indexed_anew(tmp_path: Path) -> None:
    """Another digest, another file; both are at hand from then on."""
    knowledge, _ = sample()
    stored_index(knowledge, tmp_path)
    index = stored_index(changed(1), tmp_path)
    assert "new" == rank(index, "ทุ่งดอกกระเจียว", today=TODAY).matches[0].entry_id
    assert 2 == len(list(tmp_path.iterdir()))
    assert same(sample_index(), stored_index(knowledge, tmp_path))


def test_the_indexes_used_last_are_kept(tmp_path: Path) -> None:
    """A folder does not grow, and what is in use is not what goes."""
    for number in range(6):
        stored_index(changed(0), tmp_path)
        stored_index(changed(number), tmp_path)
        for age, file in enumerate(sorted(tmp_path.iterdir(), key=lambda f: -f.stat().st_mtime)):
            os.utime(file, (1_000_000 - age, 1_000_000 - age))  # whatever the clock's grain
    kept = {file.name for file in tmp_path.iterdir()}
    assert 4 == len(kept)
    stored_index(changed(0), tmp_path)
    assert kept == {file.name for file in tmp_path.iterdir()}


def test_changed_code_reads_the_knowledge_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of the program stored is never served."""
    knowledge, _ = sample()
    stored_index(knowledge, tmp_path)
    monkeypatch.setattr(storing, "_reader", lambda: "another version")
    stored_index(knowledge, tmp_path)
    assert 2 == len(list(tmp_path.iterdir()))


def test_knowledge_without_a_digest_is_not_stored(tmp_path: Path) -> None:
    """Nothing would tell it from other knowledge."""
    knowledge, _ = sample()
    assert same(sample_index(), stored_index(replace(knowledge, digest=""), tmp_path))
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_costs_a_build(tmp_path: Path) -> None:
    """An index that cannot be kept serves all the same."""
    knowledge, _ = sample()
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert same(sample_index(), stored_index(knowledge, tmp_path / "file" / "index"))


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
