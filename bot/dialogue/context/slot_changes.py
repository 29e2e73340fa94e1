"""The last question with another slot, a year or a place: "แล้วปี 64", "โคราชล่ะ"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.context.last_question import has_last_subject, last_subject
from bot.dialogue.context.new_words import words_asked_for
from bot.dialogue.context.turns import Turn
from bot.dialogue.matching import subjects
from bot.dialogue.matching.mismatch import is_mismatch
from bot.dialogue.matching.places import is_held_in
from bot.dialogue.message import cues
from bot.dialogue.rewriting import slots
from bot.dialogue.selection.reranking import RIVAL
from bot.knowledge.entries import Entry
from bot.search.passages.acts import asks_since
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect

_NEWEST, _NOW = "ล่าสุด", "ตอนนี้"


def changed_question(turn: Turn) -> Ranking | None:
    """The last question asked of the year or place that a message names, and nothing else."""
    query, last = turn.query, turn.talk.question
    if not last:
        return None
    if moved := _moved_on(turn):
        return turn.search(moved)
    if query.aspect is not Aspect.TOPIC:
        return _fact_of_another(turn)
    if slots.wants_newest(query.clean):
        asked = turn.search(slots.replace_slots(last, "", turn.today))
        clean = f"{asked.query.clean} {_NEWEST}"
        return replace(asked, query=replace(asked.query, clean=clean))
    year = slots.named_year(query.clean, slots.year_of(turn.talk, turn.entries, turn.today))
    more = query.clean
    if cues.rejects_answer(more):
        more = cues.without_lead_in(more)
        query = turn.search(more).query
    if slots.names_only_today(more) and turn.last_ranking.query.years:
        year = _NOW
    if not year and not _names_only_slots(query, turn):
        return None
    asked = turn.search(slots.replace_slots(last, year or more, turn.today))
    return _with_follow_up(asked, year or more, turn)


def follow_up_of(turn: Turn) -> str:
    """What the topic was asked last, if that is asked again of another year or place.

    Or what is asked of that year.
    """
    if asked := slots.moved_on(turn.query.clean)[1]:
        return asked
    asks_nothing = turn.query.aspect is Aspect.TOPIC
    return turn.talk.follow_up if turn.talk.topic and asks_nothing else ""


def is_of_another_slot(topic: Entry, words: Sequence[str], query: Query) -> bool:
    """Whether a message names nothing but a year or a place, of which the topic is not."""
    only_slots = subjects.are_years_and_places(query, words)
    if not (only_slots and (words or query.years)):
        return False
    return subjects.contradicts(topic, query) or subjects.is_event_of_other_year(topic, query)


def leaves_topic(topic: Entry, asked: Ranking, turn: Turn) -> bool:
    """Whether the last question, asked of another year or place, is no more about the topic.

    Of a list of years or places it is not where that very event was found, nor of an event that
    only tells of a place, or where what tells of all its years was, nor of one titled of its
    own year where another titled of that year was found first.
    """
    if is_mismatch(topic, asked.query, turn.today) or _finds_title_of_year(topic, asked, turn):
        return True
    if _finds_event_there(topic, asked, turn):
        return True
    if topic.is_dated and not asks_since(asked.query):
        return False
    first = turn.first_of(turn.parts.reranking.event_first(asked))
    if first is None or asked.verdict is Verdict.NONE or first.id == topic.id:
        return False
    if first.is_dated is topic.is_dated:
        return False  # a list of years is left for an event, and that for what tells of all
    return has_last_subject(first, turn) and not is_mismatch(first, asked.query, turn.today)


def _moved_on(turn: Turn) -> str:
    """The subject of the last question, of a year, and what is asked of it; "" if none is.

    "แล้วปีก่อนหน้านั้นล่ะ แจกรถไหม".
    """
    to, asked = slots.moved_on(turn.query.clean)
    if not to:
        return ""
    year = slots.named_year(to, slots.year_of(turn.talk, turn.entries, turn.today))
    if not year and (named := turn.search(to).query).years:
        words = cues.content_words(named.terms)
        year = to if subjects.are_years_and_places(named, words) else ""
    return f"{_subject(turn)} {year} {asked}" if year else ""


def _with_follow_up(asked: Ranking, year: str, turn: Turn) -> Ranking:
    """What was found, asked what the topic was asked last: "ใครเปิด", then "แล้วปี 63 ล่ะ"."""
    if not turn.talk.follow_up or not turn.talk.topic:
        return asked
    follow_up = slots.replace_slots(turn.talk.follow_up, year, turn.today)
    query = turn.search(f"{_subject(turn)} {follow_up}").query
    return replace(asked, query=replace(query, text=asked.query.text))


def _subject(turn: Turn) -> str:
    """The words of the last question that name something, but for years and places.

    "ธีม" of "ธีมอะไร" names what was asked, unless it is all.
    """
    terms = turn.search(slots.replace_slots(last_subject(turn), "", turn.today)).query.terms
    words, asked = cues.content_words(terms), words_asked_for(terms)
    return cues.join_words([word for word in words if word not in asked] or words)


def _fact_of_another(turn: Turn) -> Ranking | None:
    """What a message asks of a year or place, of which the topic is not: "ปี 69 ฟรีไหม".

    Or since when it is held, which no event tells. It names no subject, so that of the last
    question is meant.
    """
    topic, query = turn.topic, turn.query
    if topic is None:
        return None
    other = is_of_another_slot(topic, turn.new_words, query)
    since = topic.event is not None and not turn.new_words and asks_since(query)
    if not (other or since or _names_only_slots(query, turn)):
        return None
    asked = turn.search(f"{_subject(turn)} {query.clean}")
    return asked if other or since or _finds_event_there(topic, asked, turn) else None


def _finds_title_of_year(topic: Entry, asked: Ranking, turn: Turn) -> bool:
    """Whether what was found first is titled of the year asked for, the topic of another."""
    years = {*asked.query.years}
    first = turn.first_of(asked) or topic
    own = subjects.years_in(topic.title)
    sure = asked.verdict is Verdict.SURE and first.id != topic.id
    of_year = years.issubset(subjects.years_in(first.title)) and years.isdisjoint(own)
    return bool(sure and years and own and of_year)


def _finds_event_there(topic: Entry, asked: Ranking, turn: Turn) -> bool:
    """Whether an event like the topic was held in a province that the topic only tells of.

    Of what its title or the label of a fact names it tells itself.
    """
    names = Names.load()
    places = set(names.provinces_in(asked.query.clean)) if topic.event else set()
    own = names.provinces_in(normalise(" ".join((topic.title, *topic.facts))))
    if not places or is_held_in(topic, places) is not False or not places.isdisjoint(own):
        return False
    near = turn.entries_of(asked.near(RIVAL))
    return any(has_last_subject(one, turn) for one in near if is_held_in(one, places))


def _names_only_slots(query: Query, turn: Turn) -> bool:
    """Whether a message names a year or a place, and nothing beside.

    Nothing new is what the last question has as well, "ปีใหม่ปีนี้ล่ะ", or names the topic.
    """
    years, topic = query.years, turn.topic
    words = cues.content_words(query.terms)
    if years and words and cues.is_follow_up(query.clean):
        said = turn.last_ranking.query.terms
        left = [word for word in words if word not in said]
        words = [one for one in left if not (topic and subjects.is_named_by(topic, (one,)))]
    named = years or query.places
    return bool(named) and subjects.are_years_and_places(query, words)
