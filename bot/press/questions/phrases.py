"""Topics: noun phrases of a known kind that a text comes back to, whole as it writes them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from bot.knowledge.entries import Entry
from bot.knowledge.words import places_of, release_words, shipped_lists
from bot.press.facts.headlines import is_carrying, is_loose, is_office, title_words
from bot.thai.names import Names

BODY = 4_000  # letters that tell what a release is about
_LETTERS = (8, 45)
_GATHERING, _WORK = 16, 14  # letters from which on it is not any meeting, or any work
_HEAD = 3  # words at the most
_REMEMBERED = 16_384  # releases are written in the same words
_LONG = 7  # letters
_BEFORE = 16  # letters that are looked at before a phrase
_SHORTEST = 3  # letters; a last word that is shorter was cut from one
_DOING, _OF = "การ", "ของ"
_EVERYWHERE = ("โครงการวิจัย", "การเรียนการสอน", "หลักสูตรการเรียนการสอน", "การจัดการศึกษา")
_ITS_OBJECT = ("จาก", "แก่", "ต่อ", "ของ", "ด้าน", "เพื่อ")  # goes on telling what is done
_WRITTEN = re.compile("[ก-ฮะ-๎]+(?:-?[A-Za-z0-9]+)?")
_NEVER_LAST = re.compile(
    "^การ(?:ตาม|ร่วม)|^การ(?:บริหารจัดการ|ประชุมคณะกรรมการ)$|^ระบบ(?:อุดมศึกษา|การศึกษา|สภาพแวดล้อม|บริหารจัดการ)$|สำนักเลขาธิการ$|(?:แรงบันดาล|กอง|บาท|เปอร์เซ็นต์|กลุ่ม|ปี|ศูนย์|สถาบัน|ระบบ|โครงการ|ไว้|บาง|กองทุน|ฐานข้อมูล|มูลค่าเพิ่ม|ตอน|มุ่งเน้น|ของ(?:ไทย|จีน|โลก|ประเทศ|ชาติ|เรา)|[ัื็][่้๊๋]?)$|^การ.*แห่งชาติ$"
)  # amounts, and words cut short
_OF_THE_NATION = ("technology", "matter")  # kinds of which that is the end of an office's name
_FOR_SOMETHING = ("thing", "goods", "place")  # kinds whose name may say in a verb what they are for


def topics_of(pieces: Sequence[str], entry: Entry, least: int = 2) -> Iterator[str]:
    """Those in the pieces of a text that the body of `entry` has `least` times, in their order."""
    titled = _first_name()
    for before, words in pairwise(("", *_words_of(pieces))):
        opening = [start for start, word in enumerate(words) if _may_open(word)]
        if not opening or titled.fullmatch("".join(before)):  # no surname
            continue
        end = 0
        for start in opening:
            if start >= end:
                end = _end(words, start, entry, least)
                yield from ["".join(words[start:end])] if end > start else ()


@lru_cache(maxsize=1_024)  # asked wherever a thing may be asked about
def kind_of_topic(topic: str) -> str:
    """What its first words say that it is, by data/topic_kinds.yaml; "" where they say nothing."""
    return _head(tuple(Names.load().cut(topic)[:_HEAD]))[0]


def is_asked_of(topic: str) -> bool:
    """Whether citizens ask about it: nothing royal, no office, no amount."""
    told = title_words()
    sound = _WRITTEN.fullmatch(topic) and not _NEVER_LAST.search(topic)
    other = is_office(topic) or told.bodies.match(topic) or told.vague.match(topic)
    return bool(sound and not (other or is_vague(topic) or told.never.search(topic)))


def is_vague(topic: str) -> bool:
    """Whether it is a thing without a name ("โครงการของมหาวิทยาลัย"), or what all schools do."""
    head = title_words().headed.match(topic)
    unnamed = head is not None and topic.startswith(_OF, head.end())
    return unnamed or topic in _EVERYWHERE


def _end(words: Sequence[str], start: int, entry: Entry, least: int) -> int:
    """Where the longest topic ends that begins at `start`; `start` where none does."""
    kind, head = _head(tuple(words[start : start + _HEAD]))
    shortest = _WORK if words[start].startswith(_DOING) else _LETTERS[0]
    shortest = _GATHERING if kind == "gathering" else shortest
    for end in range(_farthest(words, start, kind, (entry.body, least)), start + head, -1):
        topic, last = "".join(words[start:end]), words[end - 1]
        whole = kind and len(topic) >= shortest and len(last) >= _SHORTEST and not is_loose(last)
        whole = whole and not (kind in _OF_THE_NATION and topic.endswith("แห่งชาติ"))
        if whole and is_asked_of(topic) and stands_free(topic, entry):
            return end
    return start


def _farthest(words: Sequence[str], start: int, kind: str, often: tuple[str, int]) -> int:
    """Up to where it is one phrase of a kind, and a body has it so often."""
    phrase, (body, least) = words[start], often
    for end in range(start + 1, len(words)):
        phrase += words[end]
        over = words[end] in title_words().clauses or acts(words[start : end + 1], kind)
        if over or len(phrase) > _LETTERS[1] or body.count(phrase) < least:
            return end
    return len(words)


def acts(words: Sequence[str], kind: str) -> bool:
    """Whether the last word is what somebody does; what a thing is for is told by one near it."""
    verb = title_words().verbs.fullmatch(words[-1]) and not is_carrying(words[-2])
    return bool(verb) and not (kind in _FOR_SOMETHING and len(words) <= _HEAD)


@lru_cache(maxsize=_REMEMBERED)
def _head(words: tuple[str, ...]) -> tuple[str, int]:
    """The kind that the first words tell, and how many of them do."""
    kinds = _kinds()
    openings = list(accumulate(words))
    for number in range(len(openings), 0, -1):
        if openings[number - 1] in kinds:
            return kinds[openings[number - 1]], number
    first = "".join(openings[:1])
    if first.startswith(_DOING) and not title_words().bodies.match("".join(words[1:2])):
        return "matter", 1 + (first == _DOING)
    if not first.startswith(_long_heads()):  # asked first, for most begin with none
        return "", 0
    within = (kinds[head] for head in _long_heads() if first.startswith(head))
    return next(within), 1


def stands_free(topic: str, entry: Entry) -> bool:
    """Whether the entry has it somewhere with nothing before, and with nothing behind it.

    Nothing is a blank, a sign, or a word that belongs to no name ("พัฒนา|ชุดตรวจ|ของ").
    """
    text = f"{entry.title}\n{entry.body}\n"
    found = list(places_of(topic, text))
    ends, begins = title_words().ends_free, title_words().begins_free
    begun = any(begins.search(text[max(0, start - _BEFORE) : start]) for start in found)
    behind = (start + len(topic) for start in found)
    if topic.startswith(_DOING):
        behind = (end for end in behind if not text.startswith(_ITS_OBJECT, end))
    return begun and any(ends.match(text, end) for end in behind)


def _words_of(pieces: Sequence[str]) -> Iterator[Sequence[str]]:
    """The words of each piece, all cut in one go, which costs a third."""
    words = Names.load().segmenter().words(" ".join(pieces))
    ends = list(accumulate(map(len, words), initial=0))
    lengths = accumulate(len("".join(piece.split())) for piece in pieces)
    places = [0, *(bisect_left(ends, length) for length in lengths)]
    yield from (words[start:end] for start, end in pairwise(places))


@lru_cache(maxsize=_REMEMBERED)
def _may_open(word: str) -> bool:
    """Whether something of a known kind begins with the word."""
    return word in _openings() or word.startswith((_DOING, *_long_heads()))


@lru_cache(maxsize=1)
def _first_name() -> re.Pattern[str]:
    return re.compile(rf"(?!นายก)(?:(?:{release_words().honorifics})\s?)+[ก-๙]{{2,20}}")


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, str]:
    """How a topic begins → its kind."""
    kinds = shipped_lists("topic_kinds")
    return {head: kind for kind, heads in kinds.items() for head in heads}


@lru_cache(maxsize=1)
def _long_heads() -> tuple[str, ...]:
    """Those that one word may begin with, which is then a thing of that kind ("เครื่องกรอง|น้ำ")."""
    return tuple(head for head in _kinds() if len(head) >= _LONG)


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The first words of what the kinds are known by."""
    segment = Names.load().segmenter()
    return frozenset(segment.words(head)[0] for head in _kinds())
