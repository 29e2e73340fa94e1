"""An index on disk, so that a base is segmented once and not at every start.

Only arrays are stored, no pickle.
"""

import hashlib
import os
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import KnowledgeBase
from bot.knowledge.parallel import Mapper, serially
from bot.search.index import Index, Layout, Phrasings
from bot.search.pieces import Pieces
from bot.search.postings import Postings
from bot.search.soundalikes import Soundalikes
from bot.thai.layout import LayoutModel
from bot.thai.letter_pairs import ENGLISH_LETTERS, THAI_LETTERS, LetterPairs
from bot.thai.letters import Strings
from bot.thai.slips import Slips

_KEPT = 4  # indexes in a folder: what is served, what it was before, what somebody tries
_POSTINGS = ("keys", "starts", "documents", "impacts", "common", "counts")
_LAYOUT = ("letters", "passages", "entries")
_PIECES = ("parts", "plain", "ends")
_SLIPS = ("openings", "starts", "letters", "ends")
_READERS = ("search", "thai")  # packages whose code and tables decide what an index holds

Arrays = Mapping[str, NDArray[Any]]


def stored_index(knowledge: KnowledgeBase, folder: Path, mapper: Mapper = serially) -> Index:
    """The index of `knowledge`, from `folder` if it was stored there, else built and stored.

    A file that cannot be read is built anew; a folder that cannot be written costs a build at every
    start; the latest used files are kept. Knowledge without a digest is never stored.
    """
    if not knowledge.digest:
        return Index.build(knowledge, mapper)
    path = folder / f"index-{_key(knowledge)}.npz"
    if found := _read(knowledge, path):
        return found
    index = Index.build(knowledge, mapper)
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
    keyboard = index.keyboard
    return {
        **_named("pieces", index.pieces, _PIECES),
        "pieces_letters": np.frombuffer(index.pieces.letters, np.uint8),
        **_named("layout", index.layout, _LAYOUT),
        **_named("terms", index.terms, _POSTINGS),
        "terms_size": np.array(index.terms.size),
        "phrasing_starts": index.phrasings.starts,
        **_named("phrasings", index.phrasings.terms, _POSTINGS),
        "phrasings_size": np.array(index.phrasings.terms.size),
        "sounding": _packed(index.soundalikes.words),
        "thai": keyboard.thai.follows,
        "english": keyboard.english.follows,
        "known": _packed(keyboard.known),
        **_named("slips", keyboard.slips, _SLIPS),
        "slips_words": _packed(keyboard.slips.words),
    }


def _restored(knowledge: KnowledgeBase, stored: Arrays) -> Index:
    return Index.of(
        knowledge,
        pieces=Pieces(
            **_taken(stored, "pieces", _PIECES), letters=stored["pieces_letters"].tobytes()
        ),
        layout=Layout(**_taken(stored, "layout", _LAYOUT)),
        terms=_postings(stored, "terms"),
        phrasings=Phrasings(stored["phrasing_starts"], _postings(stored, "phrasings")),
        soundalikes=Soundalikes.of(_unpacked(stored["sounding"])),
        keyboard=_keyboard(stored),
    )


def _postings(stored: Arrays, name: str) -> Postings:
    return Postings(**_taken(stored, name, _POSTINGS), size=int(stored[f"{name}_size"]))


def _keyboard(stored: Arrays) -> LayoutModel:
    words = Strings.of(_unpacked(stored["slips_words"]))
    return LayoutModel(
        thai=LetterPairs(THAI_LETTERS, stored["thai"]),
        english=LetterPairs(ENGLISH_LETTERS, stored["english"]),
        known=Strings.of(_unpacked(stored["known"])),
        slips=Slips(**_taken(stored, "slips", _SLIPS), words=words),
    )


def _named(name: str, whole: object, parts: Sequence[str]) -> dict[str, NDArray[Any]]:
    return {f"{name}_{part}": getattr(whole, part) for part in parts}


def _taken(stored: Arrays, name: str, parts: Sequence[str]) -> dict[str, NDArray[Any]]:
    return {part: stored[f"{name}_{part}"] for part in parts}


def _packed(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8", "surrogatepass"), np.uint8)


def _unpacked(packed: NDArray[Any]) -> list[str]:
    text = packed.tobytes().decode("utf-8", "surrogatepass")
    return text.split("\n") if text else []
