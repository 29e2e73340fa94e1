"""What a short message leaves out: the subject of the last question, or what that asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.context.new_words import counts_unit, new_words, wholly_missing
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import Conversation
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.message import cues
from bot.dialogue.replies import Outcome, Reply
from bot.dialogue.rewriting import slots
from bot.knowledge.entries import Entry
from bot.search.constraints import regions_in
from bot.search.passages.amounts import asked_unit
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect

_WHERE_AND_WHEN = re.compile(" ?[(:“]| ที่")  # in a title, behind what an event is called
_REGION = "ภาค"
_AT_PLACES = frozenset((Aspect.WHEN, Aspect.WHERE))


def has_last_subject(entry: Entry, turn: Turn) -> bool:
    """Whether an entry has the subject of the last question, of whatever year or place."""
    asked = slots.replace_slots(last_subject(turn), "", turn.today)
    return subjects.has_subject(entry, turn.search(asked).query.terms)


def last_subject(turn: Turn) -> str:
    """The last question, or the name of the topic event if that did not name it.

    "แจกรถกี่คัน" was asked of the fair, which the next year's may be without.
    """
    topic, words = turn.topic, cues.content_words(turn.last_ranking.query.terms)
    if topic is None or not topic.event or not words or subjects.is_named_by(topic, words):
        return turn.talk.question
    return _WHERE_AND_WHEN.split(topic.title, maxsplit=1)[0]


def finds_unrelated(turn: Turn) -> bool:
    """Whether "แล้วทุเรียนล่ะ" by itself finds something unrelated to the last question."""
    words, query, first = turn.new_words, turn.query, turn.first_of(turn.ranking)
    if not words or query.aspect is not Aspect.TOPIC or turn.ranking.verdict is Verdict.NONE:
        return False
    return first is not None and is_unrelated(first, words, query.clean, turn)


def is_unrelated(entry: Entry, words: Sequence[str], clean: str, turn: Turn) -> bool:
    """Whether the words do not name an entry, and it has nothing of the last question.

    A word in place of another is asked the same: of an illness, and no box for the fruit.
    """
    called = replace(entry, keywords=()) if entry.is_dated else entry
    if subjects.is_named_by(called, words) or subjects.says_full_name(entry, words, clean):
        return False
    asked = cues.content_words(turn.last_ranking.query.terms)
    rest = [word for word in asked if word not in words and not word.isdecimal()]
    return bool(rest) and len(entry_words.missing_words(entry, rest)) == len(rest)


def followed_by_message(turn: Turn) -> Ranking | None:
    """The last question followed by a short message that by itself may be about anything.

    None where it names somebody, asks nothing, or for others: "มีวันอื่นอีกไหม".
    """
    query = turn.query
    if not turn.talk.question or slots.wants_others(query.clean):
        return None
    words = set(turn.new_words).difference(cues.attribute_words(query.terms))
    short = len(query.letters) <= cues.LIMIT // 2
    asks = short and query.asks_something
    if not (words and asks) or subjects.known_names(query.clean):
        return None
    return followed_by(turn)


def followed_by(turn: Turn) -> Ranking:
    """The last question followed by the message, asking for the message's type of fact."""
    asked = turn.search(f"{turn.talk.question} {turn.query.text}")
    return replace(asked, query=replace(asked.query, aspect=turn.query.aspect))


def entries_meant(reply: Reply, turn: Turn, silent: str | None) -> list[Entry]:
    """The entries of a reply that have the last subject and all that is said now.

    None where one of them, by its id `silent`, has said that it does not tell; if that is called by
    what is said now, nothing that is not.
    """
    told = (reply.entry,) if reply.entry else reply.conversation.offered
    ids = () if reply.outcome is Outcome.NO_ANSWER else told
    words, unit = turn.new_words, asked_unit(turn.query)
    known = (turn.entries[one] for one in ids)
    holding = [one for one in known if not wholly_missing(one, _without_unit(unit, words, one))]
    meant = [one for one in holding if has_last_subject(one, turn)]
    alone = turn.entries.get(silent or "")
    if alone and words and subjects.is_named_by_all(alone, words):
        meant = [one for one in meant if subjects.is_named_by_all(one, words)]
    return [] if any(one.id == silent for one in meant) else meant


def _without_unit(unit: str, words: Sequence[str], entry: Entry) -> list[str]:
    """The words but the unit asked for, if an entry counts in one like it: "51%" to "กี่เปอร์เซ็นต์"."""
    counted = counts_unit(entry, unit)
    return [word for word in words if not (counted and word == unit)]


def with_last_place(entry: Entry, query: Query, talk: Conversation) -> Query:
    """A bare question with the place of the last one, if the entry has a fact for that place.

    "วันไหน" behind "แล้วภาคใต้ล่ะ" is asked of the stop there, not of all.
    """
    if query.aspect not in _AT_PLACES or not talk.question or new_words(query, talk):
        return query
    last = normalise(talk.question)
    named = [
        (max(last.rfind(place) for place in _place_names(label)), label)
        for label in entry.facts
        if _is_place(label)
    ]
    at, label = max(named, default=(-1, ""))  # of several the one that was said last
    return replace(query, clean=f"{label} {query.clean}") if at >= 0 else query


def place_label(entry: Entry, words: Sequence[str]) -> str:
    """The label of a fact that names the place of the words, "ภาคอีสาน" of อีสาน; "" for none."""
    labels = filter(_is_place, entry.facts)
    return next((one for one in labels if words and all(word in one for word in words)), "")


def _is_place(label: str) -> bool:
    return bool(regions_in(label) or Names.load().places_in(label))


def _place_names(label: str) -> set[str]:
    """The names of a label's place: อีสาน of ภาคอีสาน, โคราช of "วันจัดที่โคราช"."""
    forms = {one for form in Names.load().places_in(label) for one in form}
    return forms | {label, label.removeprefix(_REGION)}
