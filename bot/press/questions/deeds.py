"""What somebody did, read from the pieces of a headline and told in the words that people use."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.words import Lists, any_of, derived, pattern, table_of
from bot.press.facts.headlines import (
    closed,
    ends_inside_office,
    is_carrying,
    last_word,
    offices,
    opens_another,
    title_words,
)
from bot.press.questions.phrases import acts, kind_of_topic
from bot.thai.names import Names
from bot.thai.tagging import word_classes

_TOLD = (10, 42)  # letters of what a verb is done to
_SAYS_ENOUGH = 30  # letters from which on an office behind it only says whose it is
_NAMING = ("NOUN", "PROPN")
_ENDING = (*_NAMING, "ADJ")
_TWO_THINGS = re.compile("(?<=[ก-๙]) (?=[ก-๙])|[/:–]| - |^-|(?<=[ก-๙.])-(?=[ก-๙])")


def _working(lists: Lists) -> re.Pattern[str]:
    """A verb that "การ" makes a noun, behind those of saying and hurry."""
    before = any_of((*lists["hurrying"], *lists["telling"]))
    return re.compile(rf"(?:{before})*(?:{any_of(lists['working'])})")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedWords:
    """The lists of data/deeds.yaml: patterns for the beginning of a text, where not noted."""

    ends: frozenset[str]
    breaks: frozenset[str]
    vague: frozenset[str]
    vague_heads: re.Pattern[str] = pattern()
    verbs: re.Pattern[str] = pattern()
    plain: Mapping[str, str]  # verb of headlines → what people say for it
    plain_verbs: re.Pattern[str] = pattern("%(plain)s")
    telling: re.Pattern[str] = pattern()  # verbs of saying
    aside: re.Pattern[str] = pattern()  # what is done on the way to what is meant
    # What is done on a day, and nothing that only begins like it: จัดการ, but จัดการประชุม.
    happening: re.Pattern[str] = pattern(
        "(?:จะ)?(?:(?!%(no_happening)s)(?:%(happening)s)|%(arranged)s)"
    )
    working: re.Pattern[str] = derived(_working)


@lru_cache(maxsize=1)
def deed_words() -> DeedWords:
    """The words as shipped."""
    return table_of(DeedWords, "deeds")


def whole(chunks: Sequence[str]) -> Sequence[str]:
    """The first piece and those behind it up to where a headline begins another matter."""
    told = list(chunks[: 2 if title_words().verbs.fullmatch("".join(chunks[:1])) else 1])
    for chunk in chunks[len(told) :]:
        whose = offices().match(chunk) and len("".join(told)) >= _SAYS_ENOUGH
        if whose or opens_another(chunk):
            break
        told.append(chunk)
    return told


def things_of(chunks: Sequence[str]) -> Iterator[str]:
    """What any verb in the pieces is done to, where that is a noun phrase."""
    names, words = Names.load(), title_words()
    for number, chunk in enumerate(chunks):
        cut = names.cut(chunk)
        for place, word in enumerate(cut):
            verb = words.verbs.fullmatch(word) or deed_words().verbs.fullmatch(word)
            if not verb or words.held.fullmatch(word):
                continue
            if place and is_carrying(cut[place - 1]):
                continue
            rest = cut[place + 1 :] or names.cut("".join(chunks[number + 1 : number + 2]))
            thing = closed("".join(_shortened(rest[: _end(rest)]))) if rest else ""
            if _is_asked_about(thing):
                yield thing


def happens(clause: str) -> bool:
    """Whether it is done on a day and at a place."""
    return deed_words().happening.match(clause) is not None


def is_worked_at(clause: str) -> bool:
    """Whether it takes a while and a way of doing it; sums of money are just given."""
    found = deed_words().working.match(clause)
    return found is not None and not any(letter.isdigit() for letter in clause)


def is_one_thing(words: Sequence[str]) -> bool:
    """Whether none of them tells what for, to whom or with what ("เพื่อ", "ให้")."""
    return deed_words().ends.isdisjoint(words)


def worked_at(topic: str) -> str:
    """A topic of what is worked at, as a deed: "ยกระดับโอทอป" of "การยกระดับโอทอป"; else ""."""
    work = topic.removeprefix("การ")
    words = Names.load().cut(work) if work != topic else []
    found = deed_words().working.fullmatch(words[0]) if words else None
    return work if found else ""


def of_the_actor(chunks: Sequence[str], people: Sequence[str]) -> Sequence[str]:
    """The pieces up to where somebody else acts."""
    words = title_words()
    for number, chunk in enumerate(chunks):
        before = chunks[number - 1] if number else ""
        done = words.verbs.fullmatch(last_word(before)) or deed_words().verbs.fullmatch(before)
        led = deed_words().aside.fullmatch(before)
        wanted = done or led or words.joining.match(before)
        another = offices().match(chunk) or any(chunk in person for person in people)
        if number and another and not wanted and not tells(before):
            return chunks[:number]
    return chunks


def tells(chunk: str) -> bool:
    """Whether it begins with a verb of saying: what follows is another's deed."""
    found = deed_words().telling.match(chunk)
    return found is not None and is_no_part(found)


def is_no_part(verb: re.Match[str]) -> bool:
    """Whether a verb at the beginning is none of a longer word: no เผย in เผยแพร่."""
    return verb.end() >= len(Names.load().cut(verb.string)[0])


def _shortened(words: Sequence[str]) -> Sequence[str]:
    """The words, up to where something too long may stop."""
    while sum(map(len, words)) > _TOLD[1]:
        breaks = (n for n in range(len(words) - 1, 0, -1) if words[n] in deed_words().breaks)
        words = words[: next(breaks, 0)]
    return words


def _is_asked_about(thing: str) -> bool:
    """Whether people would ask about it: a noun phrase that is whole and not vague."""
    words = Names.load().cut(thing)
    told = deed_words()
    vague = thing in told.vague or told.vague_heads.match(thing) or _TWO_THINGS.search(thing)
    never = title_words().never.search(thing) or title_words().clauses.intersection(words)
    fits = _TOLD[0] <= len(thing) <= _TOLD[1] and closed(thing) == thing
    whole = fits and not (vague or never or ends_inside_office(thing))
    return bool(whole) and _is_noun_phrase(words)


def _end(words: Sequence[str]) -> int:
    """Where something else begins: an aim, a receiver, a number, another deed."""
    kind = kind_of_topic("".join(words[:1]))
    for number, word in enumerate(words):
        other = word in deed_words().ends or word[0].isdigit()
        if other or (number and acts(words[: number + 1], kind)):
            return number
    return len(words)


def _is_noun_phrase(words: Sequence[str]) -> bool:
    words = [word for word in words if not word.isspace()]
    classes = word_classes(words)
    first = classes[0] in _NAMING or is_carrying(words[0]) or words[0].isascii()
    verb = title_words().verbs.match("".join(words))
    return first and not verb and (classes[-1] in _ENDING or words[-1].isascii())
