"""A submitted release: its text, the entry extracted from it, and the id that gets."""

import re
import tempfile
import unicodedata
from collections.abc import Collection
from pathlib import Path, PurePath

from bot.desk.errors import InvalidInputError, RefusedError
from bot.knowledge.entries import Entry
from bot.knowledge.problems import UnreadableError
from bot.press.extraction import extract_source
from bot.press.sources.documents import SourceText, read_source

_LONGEST_ID = 60


def text_of_file(name: str, data: bytes) -> SourceText:
    """The text of an uploaded file; of its name only the ending is used."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"release{PurePath(name).suffix.lower()[:10]}"
        path.write_bytes(data)
        try:
            return read_source(path)
        except UnreadableError as error:
            raise RefusedError(error.told) from error


def entry_in(source: SourceText, entry_id: str) -> Entry:
    """The entry of a release; refuses one without content."""
    try:
        return extract_source(source, entry_id).entry
    except UnreadableError as error:
        raise InvalidInputError(error.told) from error


def new_id(title: str, taken: Collection[str]) -> str:
    """An id out of a title, cut where a reader may find a cut, and not taken yet."""
    letters = re.sub(r"[^0-9A-Za-z\u0e01-\u0e4e๐-๙]+", "-", title).strip("-")
    letters = letters.lstrip("ะาำิีึืฺุู็่้๊๋์ํ")
    if len(letters) > _LONGEST_ID:
        end = letters.rfind("-", _LONGEST_ID // 3, _LONGEST_ID + 1)
        letters = _cut(letters, end if end > 0 else _LONGEST_ID)
    stem = letters or "release"
    others = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (stem, *others) if one.casefold() not in taken)


def _cut(letters: str, end: int) -> str:
    while end > 1 and (unicodedata.category(letters[end])[0] == "M" or letters[end] in "ะาำๅ"):
        end -= 1
    return letters[:end].rstrip("-เแโใไ")
