"""Long names as people say them: the head, and the first that tells it from others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.places import balanced
from bot.knowledge.words import pattern, places_of, table_of
from bot.press.facts.headlines import closed, ends_inside_office, title_words
from bot.press.questions.spoken import in_words
from bot.press.questions.wholeness import lists_on
from bot.thai.names import Names
from bot.thai.segment import word_spans

_LONGEST = 40  # letters of what a question may be about
_COPIED, _ENGLISH = 3, re.compile("[A-Za-z]")  # of which every third is not counted
_SAID_WHOLE = 22  # letters up to which nothing is left out
_ENOUGH = 11  # letters
_REMEMBERED = 4_096
_EVENT, _GATHERED = "งาน ", re.compile("^(?:ประชุม|สัมมนา|อบรม) ?(?=[A-Z])")  # said once
_PARTED = re.compile(" [-–] ")  # two names in one
_FROM, _TO = "จาก", "สู่"  # between which no name ends
_WITH, _AND, _OF_BOTH = "กับ", "และ", re.compile("ของ|ระหว่าง")  # what goes on behind two things
_COUNTS_ON = re.compile(r" [0-9]{1,3}$")  # what comes behind it
_THAI_BLANK = re.compile(r"(?<=[ก-๙.]) +(?=[ก-\uffff])(?![ก-ฮ]{1,5}\.|ระดับ|กับ)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _ShortWords:
    heads: Mapping[str, str]  # how a name begins → how people begin it
    headed: re.Pattern[str] = pattern("%(heads)s")
    ends: frozenset[str]
    within: frozenset[str]
    bodies: frozenset[str]
    vague: frozenset[str]
    bare: re.Pattern[str] = pattern()


@lru_cache(maxsize=_REMEMBERED)
def short_of(name: str) -> str:
    """The shortest beginning that is whole and says which is meant; all of it where none does."""
    words = _short_words()
    head = words.headed.match(name)
    name = in_words(words.heads[head[0]] + name[head.end() :].lstrip() if head else name)
    name = _GATHERED.sub(_EVENT, name) if title_words().held_english.search(name) else name
    first = _PARTED.split(name)[0]
    name = first if len(first) >= _ENOUGH else name
    if len(name) <= _SAID_WHOLE:
        return name
    found = dict(_cuts(name))
    short = next((before for before, ends in found.items() if ends), name)
    if is_typed(short):
        return short
    cut = (one for one in found if len(one) > _SAID_WHOLE and is_typed(one))
    return max(cut, key=len, default=short)


def is_typed(name: str) -> bool:
    """Whether somebody would type it whole: a long English one is copied, no dash of headlines."""
    return (
        not _PARTED.search(name) and len(name) - len(_ENGLISH.findall(name)) // _COPIED <= _LONGEST
    )


def _cuts(name: str) -> Iterator[tuple[str, bool]]:
    """Beginnings of a name that are whole and say which is meant, and whether it may end there.

    Where it may not, that is better still than one that nobody would type.
    """
    words, cut, told, both = _short_words(), Names.load().cut(name), False, False
    pieces = {found.end() for found in _THAI_BLANK.finditer(name)}
    listed = next((place for place in places_of(" ", name) if lists_on(name, place)), len(name))
    for number, (word, start, _) in enumerate(word_spans(name, cut)):
        before = name[:start].rstrip()
        parted = start in pieces and word not in cut[:number]  # "หนึ่งหมู่บ้าน หนึ่งเชฟ"
        whole = words.bodies.isdisjoint(cut[:number]) and _is_whole(before) and len(before) < listed
        whole = whole and not (word == _TO and _FROM in cut[:number])
        whole = whole and not (word == _AND and (both or _OF_BOTH.search(name, start)))
        ends = parted or word in words.ends
        if told and whole and (ends or word in words.within):
            yield before, ends
        both = both or word == _WITH
        joins = word == _WITH or word in words.within  # behind which something is told again
        told = not joins and (told or word not in words.vague)


def is_bare(name: str) -> bool:
    """Whether none of its words tells which of a hundred such is meant, nor whose it is."""
    words = _short_words()
    told = words.bare.sub(" ", name.rstrip("ฯ")).split()
    return all(words.vague.issuperset(Names.load().segmenter().words(one)) for one in told)


def _is_whole(name: str) -> bool:
    complete = closed(name) == name == balanced(name)
    counts = _COUNTS_ON.search(name)
    return len(name) >= _ENOUGH and complete and not (counts or ends_inside_office(name))


@lru_cache(maxsize=1)
def _short_words() -> _ShortWords:
    return table_of(_ShortWords, "short_names")
