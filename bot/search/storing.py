"""An index on disk, so that a large base is cut into words once and not at every start.

Only arrays are kept (no pickle); passages are cut again from the knowledge, which is quick.
"""

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import KnowledgeBase
from bot.search.index import Asks, Index, Layout
from bot.search.postings import Postings
from bot.search.soundalikes import Soundalikes
from bot.thai.names import Names

_FORMAT = "4"  # changes with anything that changes what an index holds
_PARTS = ("keys", "starts", "documents", "impacts")

Arrays = Mapping[str, NDArray[Any]]


def stored_index(knowledge: KnowledgeBase, folder: Path) -> Index:
    """The index of `knowledge`, from `folder` if it was stored there, else built and stored.

    A file that cannot be read is built anew; older files are removed. Raises OSError if the
    folder cannot be written.
    """
    path = folder / f"index-{_key(knowledge)}.npz"
    if found := _read(knowledge, path):
        return found
    index = Index.build(knowledge)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("index-*.npz"):
        old.unlink(missing_ok=True)
    unfinished = path.with_suffix(".tmp")
    with unfinished.open("wb") as file:
        np.savez(file, allow_pickle=False, **_arrays(index))
    unfinished.replace(path)
    return index


def _read(knowledge: KnowledgeBase, path: Path) -> Index | None:
    if not zipfile.is_zipfile(path):
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            return _restored(knowledge, stored)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None


def _key(knowledge: KnowledgeBase) -> str:
    """Changes with the knowledge, the format, and the words that text is cut by."""
    told = "\n".join((_FORMAT, knowledge.digest, *sorted(Names.load().words())))
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()


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
