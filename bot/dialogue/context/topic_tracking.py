"""Whether a message is about the topic of the talk, and which entry of its story answers best."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.dialogue.context.last_question import (
    LastQuestion,
    counted_words,
    counts_unit,
    names_round,
    tells_round,
    wholly_missing,
)
from bot.dialogue.context.slot_changes import SlotChanges, is_of_another_slot
from bot.dialogue.conversation import Conversation, served
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.matching.editions import of_other_edition
from bot.dialogue.matching.stories import Stories
from bot.dialogue.message import cues
from bot.dialogue.presentation.contacts import asked_detail
from bot.dialogue.presentation.labels import days_of
from bot.dialogue.selection.reranking import FACTS
from bot.knowledge.entries import HAPPENINGS, Entry, Kind
from bot.search.finding import is_verbatim
from bot.search.passages.amounts import asked_unit
from bot.search.passages.deadlines import asks_if_open
from bot.search.passages.people.question_types import asks_sort
from bot.search.passages.people.roles import ROLE
from bot.search.passages.people.speeches import speeches
from bot.search.passages.stated.fields import stated_fact
from bot.search.ranking import Query, Ranking, Verdict
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect

_CURT, _SHORT = 12, 18  # letters
_SPARED = 2.0  # times the worth of the words it has may be that of those it lacks
_WEIGHTY = 3.0  # worth of a word that not every other entry has
_OF_ITS_DAYS = frozenset((Aspect.WHEN, Aspect.COST))  # what an event's front matter says of itself


class TopicTracking:
    """Holds messages against the topic, over the entries of one knowledge base.

    `search` ranks a text.
    """

    def __init__(
        self,
        entries: Mapping[str, Entry],
        stories: Stories,
        search: Callable[[str, date], Ranking],
        anew: SlotChanges,
        kept: LastQuestion,
    ) -> None:
        self._entries = entries
        self._stories = stories
        self._search = search
        self._slot_changes = anew
        self._last_question = kept

    def entries_meant(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> list[Entry]:
        """The topic and who tells its story, as far as that is asked, the likeliest first."""
        topic = self._entries.get(talk.topic)
        if topic is None or is_of_another_slot(topic, own, ranking.query):
            return []
        if ranking.query.aspect is not Aspect.CONTACT and self._is_past(topic, talk, today):
            return []
        asked = self._slot_changes.changed_question(ranking, talk, today)
        if asked and self._slot_changes.leaves_topic(topic, asked, talk, today):
            return []
        told = self.tellers(talk, ranking, own, today)
        return [one for one in told if self.is_about(one, own, ranking)]

    def another_event(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Entry | None:
        """The event called by what a message that goes on says, alike but for that: "แล้วที่ลาวล่ะ".

        None where the topic is called so itself, or more than one is.
        """
        topic = self._entries.get(talk.topic)
        if (
            topic is None
            or not own
            or not talk.question
            or not cues.is_follow_up(ranking.query.clean)
        ):
            return None
        if subjects.is_named_by(topic, own) or ranking.verdict is Verdict.NONE:
            return None
        found = (self._entries[one.entry_id] for one in ranking.matches)
        called = [one for one in found if subjects.is_named_by_all(one, own)]
        alike = [one for one in called if self._last_question.is_subject_of(one, talk, today)]
        return alike[0] if len(alike) == 1 and alike[0].kind in HAPPENINGS else None

    def moves_to(self, meant: Entry, own: Sequence[str], talk: Conversation) -> bool:
        """Whether the talk leaves what stands all the year for an event that is called by name."""
        topic = self._entries.get(talk.topic)
        if topic is None or topic.kind in HAPPENINGS or meant.kind not in HAPPENINGS:
            return False
        return bool(own) and subjects.is_named_by_all(meant, own)

    def _is_past(self, topic: Entry, talk: Conversation, today: date) -> bool:
        """Whether a year was asked for since, which stays in force, and the topic is of another."""
        asked = self._search(talk.question, today).query if talk.question else None
        return asked is not None and subjects.contradicts_year(topic, asked)

    def tellers(
        self, talk: Conversation, ranking: Ranking, own: Sequence[str], today: date
    ) -> list[Entry]:
        """The topic and what tells the same story, the likeliest to answer first.

        To words of its own that is what the search prefers, to none what states the fact. The days
        of an event are not the hours of what stands all the year, nor is what it was like on a day
        that is over.
        """
        topic = self._entries.get(talk.topic)
        if topic is None:
            return []
        retold = sorted(self._stories.same_story(topic.id))
        told = [topic, *served(self._entries, retold)]
        if topic.kind not in HAPPENINGS and ranking.query.aspect in _OF_ITS_DAYS and not own:
            told = [one for one in told if one is topic or not one.event]
        if not own:
            return sorted(told, key=lambda one: _reserve(one, ranking.query))
        found = [match.entry_id for match in ranking.matches]

        def place(one: Entry) -> tuple[bool, int]:
            days = days_of(one) if topic.kind not in HAPPENINGS and one.kind in HAPPENINGS else None
            over = days is not None and days[1] < today
            return over, found.index(one.id) if one.id in found else len(found)

        return sorted(told, key=place)

    def is_about(self, topic: Entry, own: Sequence[str], ranking: Ranking) -> bool:
        """Whether a message with these words of its own is about the topic."""
        query = ranking.query
        turned_down = own and cues.rejects_answer(query.clean)  # the answer, and what it was of
        if turned_down or len("".join(query.terms)) > cues.LIMIT:
            return False
        bare = query.aspect is Aspect.TOPIC and cues.is_follow_up(query.clean)
        of_round = bare and names_round(own, query.clean)
        of_it = of_round or subjects.has_words_or_names(topic, own)
        other = bare and not of_it  # "แล้วลำไยล่ะ" is of no other fruit
        if other or subjects.contradicts_year(topic, query) or of_other_edition(topic, query.clean):
            return False
        if of_round:
            return tells_round(topic, query.clean)
        if not own:
            detail = topic.contact and asked_detail(squeeze(query.clean))
            still = cues.only_asks_if_still(query.clean) or asks_if_open(query.clean)
            still = still or stated_fact(topic, query) is not None
            asked = bool(detail or speeches(topic, query.clean))
            return still or query.aspect is not Aspect.TOPIC or asked
        if self._is_new(topic, own, ranking):
            return False
        return has_enough_words(topic, own, ranking)

    def _is_new(self, topic: Entry, own: Sequence[str], ranking: Ranking) -> bool:
        """Whether the words name another entry, which the search is sure of, and not the topic.

        A word and what is asked of it, "ใครเซ็น", are of the topic that has the word, and an office
        is of the topic that tells who had it.
        """
        query = ranking.query
        if ranking.verdict is not Verdict.SURE:
            return False
        office = query.aspect is Aspect.WHO and ROLE.search(query.clean)
        if office and not wholly_missing(topic, own) and stated_fact(topic, query):
            return False
        counted = counts_unit(topic, asked_unit(query.clean)) and not is_verbatim(ranking)
        curt = _SHORT if counted or asks_sort(query.clean) else _CURT
        curt_fact = query.aspect in FACTS and len(squeeze(query.clean)) <= curt
        if len(own) == 1 and curt_fact and not entry_words.missing_words(topic, own):
            return False
        is_long = len(squeeze(query.clean)) > cues.SHORT
        if not is_long and entry_words.has_fact_labelled(topic, own[0]):
            return False
        first = self._entries[ranking.matches[0].entry_id]
        named = subjects.is_named_by_all(topic, own)
        told = stated_fact(first, query) and not (topic.event or stated_fact(topic, query))
        if named and first.kind is not Kind.CONTACT and not told:
            return False
        return first.id != topic.id and (is_long or subjects.is_named_by(first, own))


def has_enough_words(topic: Entry, own: Sequence[str], ranking: Ranking) -> bool:
    """Whether a topic has so many of a message's words that nothing else need be meant.

    All, and where nothing is asked and the search knows nothing, one that not every entry has:
    "ต้องการเพิ่มวัน" is of none. To a few letters half, where the search knows nothing better or the
    topic has what is counted, but no place: "วิ่งเร็วแค่ไหน".
    """
    query, lacking = ranking.query, wholly_missing(topic, own)
    unknown = ranking.verdict is Verdict.NONE
    if query.aspect is Aspect.TOPIC and not cues.is_short_yes_no_question(query.clean):
        return not lacking and (not unknown or _is_weighty(own, ranking))
    if not lacking:
        return True
    counted = [word for word in own if word in counted_words(query.terms)]
    elsewhere = ranking.verdict is Verdict.SURE and ranking.matches[0].entry_id != topic.id
    has_counted = bool(counted) and not wholly_missing(topic, counted) and not elsewhere
    curt = unknown and len(squeeze(query.clean)) <= _SHORT
    if not (curt or has_counted) or subjects.names_other_thing(topic, query.terms):
        return False
    return _is_mostly_told(own, lacking, ranking) and not Names.load().places_in(" ".join(lacking))


def _is_weighty(own: Sequence[str], ranking: Ranking) -> bool:
    return any(word.worth >= _WEIGHTY for word in ranking.words if word.text in own)


def _is_mostly_told(own: Sequence[str], lacking: Sequence[str], ranking: Ranking) -> bool:
    """Whether the words that are not lacking are at least half, and not worth far less."""
    worth = {word.text: word.worth for word in ranking.words}
    lost = sum(worth.get(word, 0.0) for word in lacking)
    told = sum(worth.get(word, 0.0) for word in own if word not in lacking)
    return len(lacking) <= len(own) // 2 and lost <= _SPARED * told


def _reserve(entry: Entry, query: Query) -> int:
    """0 where staff wrote what is asked, 1 where the text may tell it, 2 for its kind alone."""
    stated = stated_fact(entry, query)
    return 1 if stated is None else 2 * stated.by_kind
