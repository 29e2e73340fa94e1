"""An index on disk, so that a large base is cut into words once and not at every start.

Only arrays are kept (no pickle); passages are cut again from the knowledge, which is quick.
"""

import hashlib
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import KnowledgeBase
from bot.knowledge.spreading import Spread, in_turn
from bot.search.index import Asks, Index, Layout
from bot.search.postings import Postings
from bot.search.soundalikes import Soundalikes

_KEPT = 4  # indexes in a folder: what is served, what it was before, what somebody tries
_PARTS = ("keys", "starts", "documents", "impacts", "common", "counts")
_READERS = ("search", "thai")  # packages whose code and tables decide what an index holds

Arrays = Mapping[str, NDArray[Any]]


def stored_index(knowledge: KnowledgeBase, folder: Path, spread: Spread = in_turn) -> Index:
    """The index of `knowledge`, from `folder` if it was stored there, else built and stored.

    A file that cannot be read is built anew, and a folder that cannot be written costs a build at
    every start; the files used last are kept. Knowledge without a digest is never stored.
    """
    if not knowledge.digest:
        return Index.build(knowledge, spread)
    path = folder / f"index-{_key(knowledge)}.npz"
    if found := _read(knowledge, path):
        return found
    index = Index.build(knowledge, spread)
    with suppress(OSError):
        _store(index, path)
    return index


def _read(knowledge: KnowledgeBase, path: Path) -> Index | None:
    if not zipfile.is_zipfile(path):
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            index = _restored(knowledge, stored)
        path.touch()
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None
    return index


def _store(index: Index, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.tmp")
    with unfinished.open("wb") as file:
        np.savez(file, allow_pickle=False, **_arrays(index))
    unfinished.replace(path)
    by_use = sorted(path.parent.glob("index-*"), key=lambda one: -one.stat().st_mtime)
    for old in by_use[_KEPT:]:
        old.unlink(missing_ok=True)


def _key(knowledge: KnowledgeBase) -> str:
    """Changes with the knowledge, and with whatever reads it into an index."""
    return hashlib.blake2b(f"{knowledge.digest}\n{_reader()}".encode(), digest_size=12).hexdigest()


@cache
def _reader() -> str:
    """A digest of the code and the tables of the packages, and the version of the dictionary."""
    found = hashlib.blake2b(version("pythainlp").encode(), digest_size=12)
    for package in _READERS:
        for file in sorted((Path(__file__).parents[1] / package).rglob("*")):
            if file.suffix in {".py", ".csv"}:
                found.update(file.read_bytes())
    return found.hexdigest()


def _arrays(index: Index) -> dict[str, NDArray[Any]]:
    kept: dict[str, NDArray[Any]] = {
        "letters": index.layout.letters,
        "passages": index.layout.passages,
        "entries": index.layout.entries,
        "ask_starts": index.asks.starts,
        "sounding": _packed([*index.soundalikes.words()]),
    }
    for name, postings in (("terms", index.terms), ("asks", index.asks.terms)):
        kept |= {f"{name}_{part}": getattr(postings, part) for part in _PARTS}
        kept[f"{name}_size"] = np.array(postings.size)
    return kept


def _restored(knowledge: KnowledgeBase, stored: Arrays) -> Index:
    return Index.restore(
        knowledge,
        layout=Layout(stored["letters"], stored["passages"], stored["entries"]),
        terms=_postings(stored, "terms"),
        asks=Asks(stored["ask_starts"], _postings(stored, "asks")),
        soundalikes=Soundalikes.of(_unpacked(stored["sounding"])),
    )


def _postings(stored: Arrays, name: str) -> Postings:
    parts = {part: stored[f"{name}_{part}"] for part in _PARTS}
    return Postings(**parts, size=int(stored[f"{name}_size"]))


def _packed(lines: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8", "surrogatepass"), np.uint8)


def _unpacked(packed: NDArray[Any]) -> list[str]:
    text = packed.tobytes().decode("utf-8", "surrogatepass")
    return text.split("\n") if text else []
