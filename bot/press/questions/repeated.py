"""What a title tells of in a few words that the body comes back to, and that no table knows."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.knowledge.entries import Entry
from bot.knowledge.words import country_forms, places_of
from bot.press.facts.headlines import chunks_of, is_loose, title_words
from bot.press.questions.deeds import deed_words
from bot.press.questions.phrases import BODY, is_asked_of, kind_of_topic, stands_free
from bot.thai.names import Names
from bot.thai.tagging import word_classes

_OFTEN = 3  # times that the body tells of it
_LETTERS, _MOST_WORDS = (7, 24), 4
_NAMING = ("NOUN", "PROPN")
_ENDING = (*_NAMING, "ADJ", "VERB")
_JOINING = frozenset(("ADP", "SCONJ", "CCONJ", "PRON", "NUM", "PUNCT", "AUX", "DET", "PART"))
_DOING, _DAY = "การ", "วัน"  # what is worked at is a topic
_THAI = re.compile("[ก-๎]+")
_BEFORE = 8  # letters before a place that say so
_THERE = re.compile("(?:ณ|ที่|ไป|ยัง|บริเวณ) ?$")


def repeated_in(entry: Entry) -> Iterator[str]:
    """The longest noun phrases of the title that the body has several times, in their order."""
    body = entry.body.replace(entry.title, "")[:BODY]
    people = " ".join(f"{person.name} {person.role}" for person in entry.people)
    for chunk in chunks_of(entry.title):
        words = Names.load().cut(chunk)
        pairs = ("".join(pair) for pair in pairwise(words))
        often = [body.count(pair) >= _OFTEN for pair in pairs]  # asked first, for few are
        place = 0
        while True in often[place:]:
            place += often[place:].index(True)
            end, phrase = _longest(words, place, body, people)
            deed = f"{_DOING}{phrase}" in body
            thing = phrase and not deed and _is_thing(phrase, words[place:end])
            if thing and not _is_place(phrase, entry) and stands_free(phrase, entry):
                yield phrase
            place = end


def _longest(words: Sequence[str], start: int, body: str, people: str) -> tuple[int, str]:
    """The longest phrase that begins there and is told often enough, and where it ends."""
    last = _end(words, word_classes(words), start)
    phrases = ((end, "".join(words[start:end])) for end in range(last, start + 1, -1))
    told = (one for one in phrases if _is_told(one[1], body, people))
    return next(told, (start + 1, ""))


def _end(words: Sequence[str], classes: Sequence[str], start: int) -> int:
    """Up to where the words may be one noun phrase; `start` where none begins."""
    if classes[start] not in _NAMING:
        return start
    end = start + 1
    while end < min(len(words), start + _MOST_WORDS) and classes[end] not in _JOINING:
        end += 1
    return end


def _is_told(phrase: str, body: str, people: str) -> bool:
    """Whether it is told often enough, and is nobody."""
    fits = _LETTERS[0] <= len(phrase) <= _LETTERS[1] and _THAI.fullmatch(phrase)
    return bool(fits) and body.count(phrase) >= _OFTEN and phrase not in people


def _is_place(phrase: str, entry: Entry) -> bool:
    """Whether half of what is told of it is what was there."""
    text = f"{entry.title}\n{entry.body}"
    there = [_THERE.search(text[max(0, at - _BEFORE) : at]) for at in places_of(phrase, text)]
    return 2 * sum(map(bool, there)) >= len(there)


def _is_thing(phrase: str, words: Sequence[str]) -> bool:
    """Whether it is a thing that is told whole, and nothing done, nowhere and of no day."""
    told, titles = deed_words(), title_words()
    done = any(one.match(phrase) for one in (titles.verbs, told.verbs, titles.held))
    vague = (
        told.vague_heads.match(phrase) or phrase in told.vague or phrase.startswith((_DOING, _DAY))
    )
    other = done or vague or titles.clauses.intersection(words) or is_loose(words[-1])
    abroad = any(form in phrase for form in country_forms())
    placed = kind_of_topic(phrase) == "gathering" or Names.load().provinces_in(phrase) or abroad
    ends = word_classes(words)[-1] in _ENDING
    return ends and not (other or placed) and is_asked_of(phrase)
