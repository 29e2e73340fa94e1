"""What a message says that is new beside what is talked about, and whether an entry has it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.conversation import Conversation
from bot.dialogue.matching import entry_words
from bot.dialogue.message import cues
from bot.dialogue.message.cues import CUES
from bot.knowledge.entries import Entry
from bot.search.passages.acts import act_asked, act_of
from bot.search.passages.amounts import counts_in
from bot.search.passages.deadlines import asks_if_open
from bot.search.passages.people.agents import deed_words
from bot.search.passages.people.question_types import asks_maker, is_deed
from bot.search.passages.rounds import rounds_in, rounds_named, rounds_said
from bot.search.passages.venues import place_asked
from bot.search.query import Query
from bot.thai.dictionary import thai_words
from bot.thai.questions import Aspect, focus_of

_WHICH = re.compile("ไหน|อะไร|ใด|ไร$")
_ON_WHICH = re.compile("(?:โอกาส|วาระ) ?(?:อะไร|ไร|ไหน|ใด)")
_OF_ITS_BODY = frozenset((Aspect.WHO, Aspect.CONTACT, Aspect.WHERE))
# What is asked of whatever is talked about, by any question and by those of an aspect.
_OF_ANY = CUES.seen | CUES.full_name | CUES.once
_OF_ASPECT = {
    Aspect.WHEN: CUES.first,
    Aspect.HOWMANY: CUES.all_of_it | CUES.pays,
    Aspect.COST: CUES.guests | CUES.all_of_it | CUES.sum | CUES.pays,
    Aspect.WHO: CUES.won | CUES.told | CUES.bodies,
    Aspect.CONTACT: CUES.bodies,
    Aspect.WHERE: CUES.bodies,
}
_HELPERS = ("ได้", "ให้")  # behind a verb: จับได้, มอบให้
_PART = 4  # letters of a word in another


def new_words(query: Query, talk: Conversation) -> list[str]:
    """The words that name a subject beside what is talked about.

    What may be asked of any is asked of the topic. So is how many there are of something, if that
    is all: "มีกี่หลักสูตร"; who made it, and the day of an act.
    """
    words = cues.content_words(query.terms)
    if not talk.is_under_way:
        return words
    still = cues.only_asks_if_still(query.clean) or asks_if_open(query)
    if query.aspect is Aspect.TOPIC and not still:
        return words
    counted = counted_words(query.terms)
    loose = _OF_ANY.union(cues.attribute_words(words), _OF_ASPECT.get(query.aspect, ()))
    named = {word for word in words if not word.isdecimal()}
    asked = loose.union(_asking_words(query, words))
    if counted.union(loose).issuperset(named):
        asked |= counted
    return [word for word in words if word not in asked]


def words_asked_for(terms: Sequence[str]) -> set[str]:
    """The words right before "อะไร" or "ไหน", and right behind "กี่"."""
    return {word for word, ask in pairwise(terms) if _WHICH.match(ask)} | counted_words(terms)


def counted_words(terms: Sequence[str]) -> set[str]:
    """The words right behind "กี่"."""
    return {unit for ask, unit in pairwise(terms) if ask.endswith("กี่")}


def _asking_words(query: Query, words: Sequence[str]) -> Iterator[str]:
    """Words that say what is asked: on which occasion, what was done, of which sort, or where."""
    clean, aspect = query.clean, query.aspect
    if _ON_WHICH.search(clean):
        yield from CUES.occasion
    if aspect in _OF_ITS_BODY:
        asks = pairwise(query.terms)
        yield from (word for word, ask in asks if word in CUES.kinds_of_body and _WHICH.match(ask))
    if aspect is Aspect.WHERE:
        yield place_asked(query)
    deed = deed_words(query) if aspect is Aspect.WHO else ""
    made = focus_of(clean) if asks_maker(query) else None
    for word in words:
        of_maker = made is not None and (is_deed(word) or word in made)
        if word in deed or of_maker or _is_act(word, query):
            yield word


def _is_act(word: str, query: Query) -> bool:
    """Whether a word is what makes a question ask the day of an act, "ยิง" in "ยิงวันไหน"."""
    return (
        act_asked(query) is not None
        and act_of(replace(query, clean=query.clean.replace(word, "", 1))) is None
    )


def wholly_missing(entry: Entry, words: Sequence[str]) -> list[str]:
    """Those of the words that an entry holds neither whole nor in their parts."""
    return [
        one
        for one in entry_words.missing_words(entry, words)
        if not (_in_parts(entry, one) or tells_round(entry, one))
    ]


def names_round(words: Sequence[str], clean: str) -> bool:
    """Whether words of a normalised message are only those of a round: "รอบ 2"."""
    said = "".join(found[0] for found, _ in rounds_said(clean))
    return bool(said) and all(word in said for word in words)


def tells_round(entry: Entry, text: str) -> bool:
    """Whether an entry tells the rounds of a text by their numbers: "ครั้งแรก" is "ครั้งที่ 1"."""
    asked = rounds_named(text)
    return bool(asked) and asked.issubset(rounds_in(entry.body))


def labels_round(entry: Entry, value: str, clean: str) -> bool:
    """Whether what staff wrote down is, by its label, of a round that a normalised text names."""
    asked = rounds_named(clean)
    labels = (label for label, said in entry.facts.items() if said == value)
    return any(not asked.isdisjoint(rounds_named(label)) for label in labels)


def counts_unit(entry: Entry, unit: str) -> bool:
    """Whether an entry counts something in a unit, if one is asked for."""
    told = " ".join((entry.title, entry.body, *entry.facts.values()))
    return bool(unit) and counts_in(told, unit)


def _in_parts(entry: Entry, word: str) -> bool:
    """Whether an entry has both words that one is made of: ประธาน and กรรมการ.

    Or the one behind a word that names nothing, สำเร็จ of ทำสำเร็จ, or before one: จับ of จับได้.
    """
    letters, known = entry_words.entry_letters(entry), thai_words()
    for helper in filter(word.endswith, _HELPERS):
        if word.removesuffix(helper) in known:
            return word.removesuffix(helper) in letters
    for at in range(1, len(word) - _PART + 1):
        two = word[:at], word[at:]
        named = two if at >= _PART else cues.content_words(two)
        whole = at >= _PART or named == [two[1]]
        if whole and known.issuperset(two) and all(one in letters for one in named):
            return True
    return False
