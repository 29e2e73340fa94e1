"""The last question asked anew: of another year or place, "แล้วปี 64", "โคราชล่ะ"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.dialogue.context import rewriting
from bot.dialogue.context.last_question import LastQuestion, new_words, words_asked_for
from bot.dialogue.conversation import Conversation
from bot.dialogue.matching import subjects
from bot.dialogue.matching.mismatch import is_mismatch
from bot.dialogue.matching.places import is_held_in
from bot.dialogue.message import cues
from bot.dialogue.presentation.labels import days_of
from bot.dialogue.selection.reranking import RIVAL, Reranking
from bot.knowledge.entries import HAPPENINGS, Entry
from bot.search.marks import years_meant
from bot.search.passages.acts import asks_since
from bot.search.ranking import Query, Ranking, Verdict
from bot.thai.dates import ERA, find_dates
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect

_NEWEST = "ล่าสุด"


class SlotChanges:
    """Asks the last question again, over the entries of one knowledge base.

    `search` ranks a text.
    """

    def __init__(
        self,
        entries: Mapping[str, Entry],
        search: Callable[[str, date], Ranking],
        kept: LastQuestion,
        reranking: Reranking,
    ) -> None:
        self._entries = entries
        self._search = search
        self._last_question = kept
        self._reranking = reranking

    def changed_question(self, ranking: Ranking, talk: Conversation, today: date) -> Ranking | None:
        """The last question asked of the year or place that a message names, and nothing else."""
        query = ranking.query
        if not talk.question:
            return None
        if moved := self._moved_on(query, talk, today):
            return self._search(moved, today)
        if query.aspect is not Aspect.TOPIC:
            return self._fact_of_another(query, talk, today)
        if rewriting.wants_newest(query.clean):
            asked = self._search(rewriting.replace_slots(talk.question, "", today), today)
            clean = f"{asked.query.clean} {_NEWEST}"
            return replace(asked, query=replace(asked.query, clean=clean))
        year = rewriting.named_year(query.clean, self.year_of(talk, today))
        more = query.clean
        if cues.rejects_answer(more):
            more = cues.without_lead_in(more)
            query = self._search(more, today).query
        now = rewriting.only_now(more)
        if now and years_meant(self._search(talk.question, today).query):
            year = now
        if not year and not self._tells_when_or_where(query, talk, today):
            return None
        asked = self._search(rewriting.replace_slots(talk.question, year or more, today), today)
        return self._with_follow_up(asked, year or more, talk, today)

    def _moved_on(self, query: Query, talk: Conversation, today: date) -> str:
        """The subject of the last question, of a year, and what is asked of it; "" if none is.

        "แล้วปีก่อนหน้านั้นล่ะ แจกรถไหม".
        """
        to, asked = rewriting.moved_on(query.clean)
        year = rewriting.named_year(to, self.year_of(talk, today)) if to else ""
        if to and not year and years_meant(named := self._search(to, today).query):
            year = (
                to if subjects.are_years_and_places(named, cues.content_words(named.terms)) else ""
            )
        return f"{self._subject(talk, today)} {year} {asked}" if year else ""

    def _with_follow_up(
        self, asked: Ranking, year: str, talk: Conversation, today: date
    ) -> Ranking:
        """What was found, asked what the topic was asked last: "ใครเปิด", then "แล้วปี 63 ล่ะ"."""
        if not talk.follow_up or not talk.topic:
            return asked
        text = (
            f"{self._subject(talk, today)} {rewriting.replace_slots(talk.follow_up, year, today)}"
        )
        query = self._search(text, today).query
        return replace(asked, query=replace(query, text=asked.query.text))

    @staticmethod
    def follow_up_of(ranking: Ranking, talk: Conversation) -> str:
        """What the topic was asked last, if that is asked again of another year or place.

        Or what is asked of that year.
        """
        if asked := rewriting.moved_on(ranking.query.clean)[1]:
            return asked
        return talk.follow_up if talk.topic and ranking.query.aspect is Aspect.TOPIC else ""

    def _subject(self, talk: Conversation, today: date) -> str:
        """The words of the last question that name something, but for years and places.

        "ธีม" of "ธีมอะไร" names what was asked, unless it is all.
        """
        named = rewriting.replace_slots(self._last_question.subject_text(talk, today), "", today)
        last = self._search(named, today).query
        own, asked = cues.content_words(last.terms), words_asked_for(last.terms)
        return cues.join_words([word for word in own if word not in asked] or own)

    def _fact_of_another(self, query: Query, talk: Conversation, today: date) -> Ranking | None:
        """What a message asks of a year or place, of which the topic is not: "ปี 69 ฟรีไหม".

        Or since when it is held, which no event tells. It names no subject, so that of the last
        question is meant.
        """
        topic = self._entries.get(talk.topic)
        if topic is None:
            return None
        own = new_words(query, talk)
        other = is_of_another_slot(topic, own, query)
        again = topic.event is not None and not own and asks_since(query)
        if not (other or again or self._tells_when_or_where(query, talk, today)):
            return None
        asked = self._search(f"{self._subject(talk, today)} {query.clean}", today)
        there = other or again or self._is_held_there(topic, asked, talk, today)
        return asked if there else None

    def finds_subject(self, ranking: Ranking, talk: Conversation, today: date) -> bool:
        """Whether what was found first tells of it."""
        return self._last_question.is_subject_of(
            self._entries[ranking.matches[0].entry_id], talk, today
        )

    def leaves_topic(self, topic: Entry, asked: Ranking, talk: Conversation, today: date) -> bool:
        """Whether the last question, asked of another year or place, is no more about the topic.

        Of a list of years or places it is not where that very event was found, nor of an event that
        only tells of a place, or where what tells of all its years was, nor of one titled of its
        own year where another titled of that year was found first.
        """
        if is_mismatch(topic, asked.query, today) or self._is_titled_so(topic, asked):
            return True
        if self._is_held_there(topic, asked, talk, today):
            return True
        if topic.kind in HAPPENINGS and not asks_since(asked.query):
            return False
        found = self._reranking.event_first(asked)
        first = self._entries[found.matches[0].entry_id] if found.matches else None
        if first is None or asked.verdict is Verdict.NONE or first.id == topic.id:
            return False
        if (first.kind in HAPPENINGS) is (topic.kind in HAPPENINGS):
            return False  # a list of years is left for an event, and that for what tells of all
        return self.finds_subject(found, talk, today) and not is_mismatch(first, asked.query, today)

    def _is_titled_so(self, topic: Entry, asked: Ranking) -> bool:
        """Whether what was found first is titled of the year asked for, the topic of another."""
        years = {*years_meant(asked.query)}
        first = self._entries[asked.matches[0].entry_id] if asked.matches else topic
        own = subjects.years_in(topic.title)
        sure = asked.verdict is Verdict.SURE and first.id != topic.id
        of_year = years.issubset(subjects.years_in(first.title)) and years.isdisjoint(own)
        return bool(sure and years and own and of_year)

    def _is_held_there(self, topic: Entry, asked: Ranking, talk: Conversation, today: date) -> bool:
        """Whether an event like the topic was held in a province that the topic only tells of.

        Of what its title or the label of a fact names it tells itself.
        """
        names = Names.load()
        places = set(names.provinces_in(asked.query.clean)) if topic.event else set()
        own = names.provinces_in(normalise(" ".join((topic.title, *topic.facts))))
        if not places or is_held_in(topic, places) is not False or not places.isdisjoint(own):
            return False
        near = (self._entries[one.entry_id] for one in asked.near(RIVAL))
        held = (one for one in near if is_held_in(one, places))
        return any(self._last_question.is_subject_of(one, talk, today) for one in held)

    def _tells_when_or_where(self, query: Query, talk: Conversation, today: date) -> bool:
        """Whether a message names a year or a place, and nothing beside.

        Nothing new is what the last question has as well, "ปีใหม่ปีนี้ล่ะ", or names the topic.
        """
        years, topic = years_meant(query), self._entries.get(talk.topic)
        own = cues.content_words(query.terms)
        if years and own and cues.is_follow_up(query.clean):
            said = self._search(talk.question, today).query.terms
            left = [word for word in own if word not in said]
            own = [one for one in left if not (topic and subjects.is_named_by(topic, (one,)))]
        named = years or Names.load().places_in(query.clean)
        return bool(named) and subjects.are_years_and_places(query, own)

    def year_of(self, talk: Conversation, today: date) -> int | None:
        """The year that was asked of since, or that the last question names, else the topic's."""
        topic, last = self._entries.get(talk.topic), normalise(talk.question)
        spans = find_dates(normalise(talk.follow_up), today) or find_dates(last, today)
        days = topic and days_of(topic)
        day = spans[0].first if spans else days[0] if days else None
        return day.year + ERA if day else None


def is_of_another_slot(topic: Entry, own: Sequence[str], query: Query) -> bool:
    """Whether a message names nothing but a year or a place, of which the topic is not."""
    bare = bool(own or years_meant(query)) and subjects.are_years_and_places(query, own)
    return bare and (
        subjects.contradicts(topic, query) or subjects.is_event_of_other_year(topic, query)
    )
