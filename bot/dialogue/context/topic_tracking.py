"""Whether a message is about the topic of the talk, and which entry of its story answers best."""

from collections.abc import Sequence

from bot.dialogue.context.last_question import has_last_subject
from bot.dialogue.context.new_words import (
    counted_words,
    counts_unit,
    names_round,
    tells_round,
    wholly_missing,
)
from bot.dialogue.context.slot_changes import is_of_another_slot, leaves_topic
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import known_entries
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.matching.editions import of_other_edition
from bot.dialogue.message import cues
from bot.dialogue.presentation.contacts import asked_detail
from bot.dialogue.selection.reranking import FACTS
from bot.knowledge.entries import Entry, Kind
from bot.search.finding import is_verbatim
from bot.search.passages.amounts import asked_unit
from bot.search.passages.deadlines import asks_if_open
from bot.search.passages.people.question_types import asks_sort
from bot.search.passages.people.roles import ROLE
from bot.search.passages.people.speeches import speeches
from bot.search.passages.stated.fields import stated_fact
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.names import Names
from bot.thai.questions import SHORT, Aspect

_CURT, _SHORT = 12, 18  # letters
_MOST_LOST = 2.0  # times the worth of the words it has may be that of those it lacks
_RARE = 3.0  # worth of a word that not every other entry has
_OF_ITS_DAYS = frozenset((Aspect.WHEN, Aspect.COST))  # what an event's front matter says of itself


def topic_entries(turn: Turn) -> list[Entry]:
    """The topic and who tells its story, as far as that is asked, the likeliest first."""
    topic, query = turn.topic, turn.query
    if topic is None or is_of_another_slot(topic, turn.new_words, query):
        return []
    if query.aspect is not Aspect.CONTACT and _is_past(topic, turn):
        return []
    if turn.changed and leaves_topic(topic, turn.changed, turn):
        return []
    entries = story_of_topic(turn, turn.new_words)
    return [one for one in entries if is_about(one, turn)]


def story_of_topic(turn: Turn, words: Sequence[str]) -> list[Entry]:
    """The topic and what tells the same story, the likeliest to answer first.

    To words of its own that is what the search prefers, to none what states the fact. The days
    of an event are not the hours of what stands all the year, nor is what it was like on a day
    that is over.
    """
    topic, query = turn.topic, turn.query
    if topic is None:
        return []
    entries = [topic, *known_entries(turn.entries, sorted(turn.parts.stories.same_story(topic.id)))]
    if not topic.is_dated and query.aspect in _OF_ITS_DAYS and not words:
        entries = [one for one in entries if one is topic or not one.event]
    if not words:
        return sorted(entries, key=lambda one: _order_by_stated_fact(one, query))
    found = [match.entry_id for match in turn.ranking.matches]

    def place(one: Entry) -> tuple[bool, int]:
        over = not topic.is_dated and one.is_dated and one.is_over(turn.today)
        return over, found.index(one.id) if one.id in found else len(found)

    return sorted(entries, key=place)


def another_event(turn: Turn) -> Entry | None:
    """The event called by what a message that goes on says, alike but for that: "แล้วที่ลาวล่ะ".

    None where the topic is called so itself, or more than one is.
    """
    topic, words = turn.topic, turn.new_words
    goes_on = turn.talk.question and cues.is_follow_up(turn.query.clean)
    if topic is None or not words or not goes_on or turn.ranking.verdict is Verdict.NONE:
        return None
    if subjects.is_named_by(topic, words):
        return None
    found = turn.entries_of(turn.ranking.matches)
    called = [one for one in found if subjects.is_named_by_all(one, words)]
    alike = [one for one in called if has_last_subject(one, turn)]
    return alike[0] if len(alike) == 1 and alike[0].is_dated else None


def moves_to(meant: Entry, turn: Turn) -> bool:
    """Whether the talk leaves what stands all the year for an event that is called by name."""
    topic, words = turn.topic, turn.new_words
    if topic is None or topic.is_dated or not meant.is_dated:
        return False
    return bool(words) and subjects.is_named_by_all(meant, words)


def _is_past(topic: Entry, turn: Turn) -> bool:
    """Whether a year was asked for since, which stays in force, and the topic is of another."""
    return bool(turn.talk.question) and subjects.contradicts_year(topic, turn.last_ranking.query)


def is_about(entry: Entry, turn: Turn) -> bool:
    """Whether a message is about the topic, or one that was offered."""
    query, words = turn.query, turn.new_words
    turned_down = words and cues.rejects_answer(query.clean)  # the answer, and what it was of
    if turned_down or len("".join(query.terms)) > cues.LIMIT:
        return False
    bare = query.aspect is Aspect.TOPIC and cues.is_follow_up(query.clean)
    of_round = bare and names_round(words, query.clean)
    of_it = of_round or subjects.has_words_or_names(entry, words)
    other = bare and not of_it  # "แล้วลำไยล่ะ" is of no other fruit
    if other or subjects.contradicts_year(entry, query) or of_other_edition(entry, query.clean):
        return False
    if of_round:
        return tells_round(entry, query.clean)
    if not words:
        detail = entry.contact and asked_detail(query.letters)
        still = cues.only_asks_if_still(query.clean) or asks_if_open(query)
        still = still or stated_fact(entry, query) is not None
        asked = bool(detail or speeches(entry, query))
        return still or query.aspect is not Aspect.TOPIC or asked
    return not _names_new_entry(entry, turn) and has_enough_words(entry, turn)


def _names_new_entry(entry: Entry, turn: Turn) -> bool:
    """Whether the words name another entry, which the search is sure of, and not this one.

    A word and what is asked of it, "ใครเซ็น", are of one that has the word, and an office
    is of one that tells who had it.
    """
    query, words = turn.query, turn.new_words
    if turn.ranking.verdict is not Verdict.SURE:
        return False
    office = query.aspect is Aspect.WHO and ROLE.search(query.clean)
    if office and not wholly_missing(entry, words) and stated_fact(entry, query):
        return False
    counted = counts_unit(entry, asked_unit(query)) and not is_verbatim(turn.ranking)
    curt = _SHORT if counted or asks_sort(query) else _CURT
    curt_fact = query.aspect in FACTS and len(query.letters) <= curt
    if len(words) == 1 and curt_fact and not entry_words.missing_words(entry, words):
        return False
    is_long = len(query.letters) > SHORT
    if not is_long and entry_words.has_fact_labelled(entry, words[0]):
        return False
    first = turn.first_of(turn.ranking) or entry
    named = subjects.is_named_by_all(entry, words)
    told = stated_fact(first, query) and not (entry.event or stated_fact(entry, query))
    if named and first.kind is not Kind.CONTACT and not told:
        return False
    return first.id != entry.id and (is_long or subjects.is_named_by(first, words))


def has_enough_words(entry: Entry, turn: Turn) -> bool:
    """Whether an entry has so many of a message's words that nothing else need be meant.

    All, and where nothing is asked and the search knows nothing, one that not every entry has:
    "ต้องการเพิ่มวัน" is of none. To a few letters half, where the search knows nothing better or the
    entry has what is counted, but no place: "วิ่งเร็วแค่ไหน".
    """
    query, words, ranking = turn.query, turn.new_words, turn.ranking
    lacking, unknown = wholly_missing(entry, words), ranking.verdict is Verdict.NONE
    if not query.asks_something:
        rare = (word for word in ranking.words if word.worth >= _RARE)
        return not lacking and (not unknown or any(one.text in words for one in rare))
    if not lacking:
        return True
    counted = [word for word in words if word in counted_words(query.terms)]
    elsewhere = ranking.verdict is Verdict.SURE and ranking.matches[0].entry_id != entry.id
    has_counted = bool(counted) and not wholly_missing(entry, counted) and not elsewhere
    curt = unknown and len(query.letters) <= _SHORT
    if not (curt or has_counted) or subjects.names_other_thing(entry, query.terms):
        return False
    return _is_mostly_told(words, lacking, ranking) and not Names.load().places_in(
        " ".join(lacking)
    )


def _is_mostly_told(words: Sequence[str], lacking: Sequence[str], ranking: Ranking) -> bool:
    """Whether the words that are not lacking are at least half, and not worth far less."""
    worth = {word.text: word.worth for word in ranking.words}
    lost = sum(worth.get(word, 0.0) for word in lacking)
    told = sum(worth.get(word, 0.0) for word in words if word not in lacking)
    return len(lacking) <= len(words) // 2 and lost <= _MOST_LOST * told


def _order_by_stated_fact(entry: Entry, query: Query) -> int:
    """0 where staff wrote what is asked, 1 where the text may tell it, 2 for its kind alone."""
    stated = stated_fact(entry, query)
    return 1 if stated is None else 2 * stated.by_kind
