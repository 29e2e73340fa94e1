"""An entry cut into the pieces that are searched and quoted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import Contact, Entry, Event
from bot.search.ranking import Part, Passage
from bot.thai.dates import thai_date, thai_range

PASSAGE_LIMIT = 300  # characters
_ONE_BYTE, _ANY = "cp874", "utf-8"  # Thai and Latin letters fit into one byte each; some do not
_PARTS = tuple(Part)

_MARKDOWN = re.compile(r"(?m)^(?:#{1,6}|[-*+]|>)\s+|\*\*|__|`")


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The passages of a base, in a third of the memory that text takes in Python.

    Passage p is `letters[ends[p - 1]:ends[p]]`, in one byte a letter where `plain[p]`.
    """

    parts: NDArray[np.uint8]  # (passages,) numbers of `Part`
    plain: NDArray[np.bool_]  # (passages,)
    ends: NDArray[np.int64]  # (passages,)
    letters: bytes

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> "Pieces":
        """These passages in this order, one looked at after the other."""
        parts, plain, told = bytearray(), bytearray(), list[bytes]()
        for passage in passages:
            encoded = _encoded(passage.text)
            parts.append(_PARTS.index(passage.part))
            plain.append(encoded is not None)
            told.append(encoded or passage.text.encode(_ANY, "surrogatepass"))
        return cls(
            parts=np.frombuffer(bytes(parts), np.uint8),
            plain=np.frombuffer(bytes(plain), np.bool_),
            ends=np.array([*accumulate(map(len, told))], np.int64),
            letters=b"".join(told),
        )

    @classmethod
    def joined(cls, several: Sequence["Pieces"]) -> "Pieces":
        """All of these, one behind the other."""
        starts = accumulate((len(one.letters) for one in several), initial=0)
        ends = [one.ends + start for one, start in zip(several, starts, strict=False)]
        return cls(
            parts=np.concatenate([np.zeros(0, np.uint8), *(one.parts for one in several)]),
            plain=np.concatenate([np.zeros(0, np.bool_), *(one.plain for one in several)]),
            ends=np.concatenate([np.zeros(0, np.int64), *ends]),
            letters=b"".join(one.letters for one in several),
        )

    def __len__(self) -> int:
        return len(self.parts)

    def __getitem__(self, number: int) -> tuple[Part, str]:
        start = int(self.ends[number - 1]) if number else 0
        told = self.letters[start : int(self.ends[number])]
        text = told.decode(_ONE_BYTE) if self.plain[number] else told.decode(_ANY, "surrogatepass")
        return self.part(number), text

    def texts(self) -> Iterator[str]:
        """The text of each, most of them out of one that is decoded at once."""
        plainly, start = self.letters.decode(_ONE_BYTE, "replace"), 0
        places = zip(self.plain.tolist(), self.ends.tolist(), strict=True)
        for number, (plain, end) in enumerate(places):
            yield plainly[start:end] if plain else self[number][1]
            start = end

    def part(self, number: int) -> Part:
        """The part of its entry that a passage was taken from."""
        return _PARTS[int(self.parts[number])]


def _encoded(text: str) -> bytes | None:
    try:
        return text.encode(_ONE_BYTE)
    except UnicodeEncodeError:
        return None


def passages_of(entry: Entry, taught: Sequence[str] = ()) -> list[Passage]:
    """Everything of an entry that can be found, each at most 300 characters.

    The title comes first, always, even an empty one.
    """
    parts = ((part, text.strip()) for part, text in _parts(entry, taught))
    return [Passage(entry.id, part, text) for part, text in parts if text or part is Part.TITLE]


def windows(text: str, limit: int = PASSAGE_LIMIT) -> list[str]:
    """Consecutive pieces of `text` of at most `limit` characters, cut at line ends and blanks."""
    return _window(limit).findall(_MARKDOWN.sub("", text))


@lru_cache(maxsize=2)
def _window(limit: int) -> re.Pattern[str]:
    """As many whole phrases of one line as fit; of a phrase that does not, its beginning."""
    return re.compile(rf"\S(?:.{{0,{limit - 2}}}\S)?(?!\S)|\S{{{limit}}}")


def _parts(entry: Entry, taught: Sequence[str]) -> Iterator[tuple[Part, str]]:
    yield Part.TITLE, entry.title
    yield from ((Part.QUESTION, question) for question in entry.questions)
    yield from ((Part.TAUGHT, phrasing) for phrasing in taught)
    yield Part.KEYWORD, " ".join(entry.keywords)
    yield from ((Part.FACT, f"{label}: {value}") for label, value in entry.facts.items())
    if entry.published:
        yield Part.FACT, f"ข่าววันที่ {thai_date(entry.published)}"
    if entry.event:
        yield Part.FACT, _event_line(entry.event)
    if entry.contact:
        yield Part.FACT, _contact_line(entry.contact)
    yield from ((Part.FACT, person.name_and_role) for person in entry.people)
    yield from ((Part.BODY, piece) for piece in windows(entry.body))


def _event_line(event: Event) -> str:
    days = thai_range(event.start, event.end or event.start) if event.start else ""
    said = (("จัดวันที่", days), ("เวลา", event.time), ("สถานที่", event.venue))
    more = (("จังหวัด", event.province), ("ผู้จัด", event.organizer), ("ค่าใช้จ่าย", event.cost))
    return _labelled(said + more)


def _contact_line(contact: Contact) -> str:
    said = (("โทรศัพท์ เบอร์โทร", ", ".join(contact.phones)), ("โทรสาร แฟกซ์", contact.fax))
    more = (("อีเมล", contact.email), ("ที่อยู่", contact.address), ("เวลาทำการ", contact.hours))
    return _labelled((*said, *more, ("เว็บไซต์", contact.website)))


def _labelled(pairs: Sequence[tuple[str, str]]) -> str:
    return " ".join(f"{label} {value}" for label, value in pairs if value)[:PASSAGE_LIMIT]
