"""The reply to a message that goes on from the last one: "จัดที่ไหน", "อันที่ไปลาว", "มีเลยไหม"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import CHOICES, Clarification
from bot.dialogue.context import rewriting
from bot.dialogue.context.alternatives import Alternatives
from bot.dialogue.context.bare_questions import BareQuestions, is_bare
from bot.dialogue.context.carry_over import CarryOver
from bot.dialogue.context.choice_resolution import ChoiceResolution, has_answer
from bot.dialogue.context.last_question import (
    LastQuestion,
    counts_unit,
    names_round,
    new_words,
    place_label,
    with_place_asked,
)
from bot.dialogue.context.slot_changes import SlotChanges
from bot.dialogue.context.topic_tracking import TopicTracking
from bot.dialogue.conversation import Conversation, served
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.matching.places import only_place
from bot.dialogue.matching.stories import Stories
from bot.dialogue.message import cues
from bot.dialogue.replies import UNTOLD, Outcome, Reply
from bot.dialogue.selection.reranking import Reranking
from bot.knowledge.entries import HAPPENINGS, Entry, Kind
from bot.search.finding import rank
from bot.search.index import Index
from bot.search.marks import years_meant
from bot.search.passages.items import listed_items
from bot.search.passages.people.roles import ROLE
from bot.search.ranking import Ranking, Verdict
from bot.thai.questions import Aspect

_SEARCHES = 16  # that are remembered; a reply hardly ever takes more


class FollowUps:
    """Reads messages in the light of what was said before them, over one knowledge base."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        index: Index,
        answers: Answers,
        clarification: Clarification,
        stories: Stories,
    ) -> None:
        self._entries = entries
        self._index = index
        self._answers = answers
        self._clarification = clarification
        self._stories = stories
        reranking = Reranking(entries, stories)
        # Whoever looks at a message asks for the same last question.
        self._asked = lru_cache(maxsize=_SEARCHES)(self._search)
        search = self._asked
        kept = self.last_question = LastQuestion(entries, search)
        self.slot_changes = SlotChanges(entries, search, kept, reranking)
        self._alternatives = Alternatives(
            entries, index, answers, clarification, stories, search=search, kept=kept
        )
        self._carry_over = CarryOver(
            entries, answers, stories, search=search, kept=kept, reranking=reranking
        )
        self._topic_tracking = TopicTracking(entries, stories, search, self.slot_changes, kept)
        self._bare_questions = BareQuestions(entries, answers, clarification, search)
        self._choice_resolution = ChoiceResolution(
            entries, answers, clarification, search, self._topic_tracking.is_about
        )

    def reply(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """The reply to a message that goes on from the last one; None when it does not."""
        ways = (self._numbered, self._alternatives.reply, self._of_another_year, self._of_the_talk)
        told = next(filter(None, (way(ranking, talk, today) for way in ways)), None)
        told = None if told and self._is_of_other_year(told, ranking) else told
        if told or self.slot_changes.changed_question(ranking, talk, today):
            return told and self._of_year_named(told, ranking, today)
        return self._bare_questions.offer_beside_topic(ranking, talk, today)

    def _is_of_other_year(self, told: Reply, ranking: Ranking) -> bool:
        """Whether what is told as that of the year that is named is of another."""
        entry = self._entries.get(told.entry or "") if told.outcome not in UNTOLD else None
        return entry is not None and subjects.contradicts_year(entry, ranking.query)

    def _of_year_named(self, told: Reply, ranking: Ranking, today: date) -> Reply:
        """The reply; the question that is remembered is of the year that was named since."""
        years, last = years_meant(ranking.query), told.conversation.question
        if len(years) != 1 or not (told.entry and last):
            return told
        if years_meant(self._asked(last, today).query) in ([], years):
            return told
        return told.with_question(rewriting.replace_slots(last, f"ปี {years[0]}", today))

    def _of_the_talk(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What a message asks of the topic, or of what was offered, or beside the last question."""
        query, own = ranking.query, new_words(ranking.query, talk)
        offered = self._choice_resolution.reply(own, ranking, talk, today)
        if told := offered or self._of_another(own, ranking, talk, today):
            return told
        meant = self._topic_tracking.entries_meant(own, ranking, talk, today)
        if meant:
            listed = rewriting.list_of_counted(ranking.query.clean, talk.follow_up or talk.question)
            asked = self._asked(listed, today) if listed else ranking
            again = self._carry_over.same_of_another_part(meant[0], own, ranking, talk, today)
            return again or self._of_whoever_tells(meant, own, asked, talk, today)
        if not talk.topic and is_bare(own, query) and served(self._entries, talk.choices):
            return self._bare_questions.of_choices(ranking, talk, today)
        anew = self.slot_changes.changed_question(ranking, talk, today)
        leans = cues.is_follow_up(query.clean) and not anew
        if talk.question and (leans or cues.describes_one(query.clean)):
            if combined := self._carry_over.reply(query.clean, talk, today):
                return combined
            if leans and self._leans_on_nothing(own, ranking, talk, today):
                return self._clarification.no_answer(ranking, talk).with_question(talk.question)
        topic = self._entries.get(talk.topic)
        named = topic and leans and own and ranking.verdict is not Verdict.SURE
        owned = self._of_new_owner(topic, own, ranking, today) if topic and named else None
        told = owned or self._elsewhere(own, ranking, talk, today)
        unheard = None if told or anew else self._bare_questions.not_told_by_topic(ranking, talk)
        return _about_its_topic(unheard, talk).with_question(talk.question) if unheard else told

    def _of_another(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What an event like the topic answers to what is asked now, or was asked last."""
        entry = self._topic_tracking.another_event(own, ranking, talk, today)
        if entry is None:
            return None
        question = cues.join_words([rewriting.replace_slots(talk.question, "", today), *own])
        if ranking.query.aspect is Aspect.TOPIC:
            last = (
                rewriting.replace_slots(talk.follow_up, "", today) if talk.follow_up else question
            )
            ranking = rank(self._index, last, today=today, topic=entry.id)
        reply = self._answers.answer(entry, ranking, today)
        return reply.with_question(question).with_follow_up(talk.follow_up)

    def _leans_on_nothing(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> bool:
        """Whether what a leaning message would find alone has nothing to do with the last question.

        Of any office there is one, and rounds are of anything; "ที่สองล่ะ" names nothing.
        """
        roles = (own or talk.topic) and all(map(ROLE.search, own))
        return (
            bool(roles)
            or names_round(own, ranking.query.clean)
            or self.last_question.strays(own, ranking, talk, today)
        )

    def _of_new_owner(
        self, topic: Entry, own: Sequence[str], ranking: Ranking, today: date
    ) -> Reply | None:
        """What is of the topic's kind and of whom is named now: "แล้วของจุฬาล่ะ" of a course."""
        if self._bare_questions.may_go_on(topic, ranking.query):
            return None
        kinds = subjects.kind_words(topic).difference(own)
        found = served(self._entries, (one.entry_id for one in ranking.matches))
        near = (one for one in found if one.id != topic.id)
        holding = (one for one in near if not entry_words.missing_words(one, own))
        alike = [one for one in holding if not kinds.isdisjoint(subjects.kind_words(one))]
        if not alike:
            return None
        offered = self._clarification.ask_which(alike[:CHOICES], ranking, today)
        return offered.with_question(ranking.query.text)

    def names_only_new(self, ranking: Ranking, talk: Conversation) -> bool:
        """Whether a message that goes on names only what the topic has never heard of."""
        topic, own = self._entries.get(talk.topic), new_words(ranking.query, talk)
        if topic is None or not own or not cues.is_follow_up(ranking.query.clean):
            return False
        return len(entry_words.missing_words(topic, own)) == len(own)

    def _of_whoever_tells(
        self,
        meant: Sequence[Entry],
        own: Sequence[str],
        ranking: Ranking,
        talk: Conversation,
        today: date,
    ) -> Reply | None:
        """What the first of them answers; if it does not tell, what the first like it that does.

        Or what the only one tells that was offered beside it: "เขามีประกวดไหม", then "ปีไหน".
        """
        first = self._told(meant[0], own, ranking, talk, today)
        if first is None or first.outcome not in UNTOLD:
            return first
        if len(talk.choices) == 1 and talk.topic not in talk.choices:
            taken = self._of_only_one(talk.choices[0], ranking, today)
            if taken:
                return taken
        passes = meant[0].kind in HAPPENINGS  # and tells nothing of what stands all the year
        alike = (one for one in meant[1:] if (one.kind in HAPPENINGS) is passes)
        others = (self._told(one, own, ranking, talk, today) for one in alike)
        return next((one for one in others if one and one.outcome not in UNTOLD), first)

    def _of_only_one(self, offered: str, ranking: Ranking, today: date) -> Reply | None:
        """What the only one offered tells, and the talk is about it then; None if nothing."""
        entry = self._entries.get(offered)
        if entry is None:
            return None
        reply = self._answers.answer(entry, ranking, today, strict=True)
        if not has_answer(reply):
            return None
        return reply.with_question(entry.title).with_follow_up(ranking.query.text)

    def _told(
        self, meant: Entry, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the topic, or who tells its story, answers; None of a card that leads to another."""
        query = with_place_asked(meant, ranking.query, talk)
        reply = self._answers.answer(meant, replace(ranking, query=query), today, strict=True)
        if meant.kind is Kind.CONTACT and reply.outcome is Outcome.NO_ANSWER:
            told = self._bare_questions.of_office(meant, ranking, talk, today)
            if told is None and self._bare_questions.names_a_service(meant, own, ranking):
                return None
            reply = told or reply
        place = place_label(meant, own) if talk.question else ""
        last = rewriting.replace_slots(talk.question, place, today) if place else talk.question
        moves = self._topic_tracking.moves_to(meant, own, talk)
        kept = (reply if moves else _about_its_topic(reply, talk)).with_question(last)
        told_it = reply.outcome not in UNTOLD and query.aspect is not Aspect.TOPIC
        bare = is_bare(own, query) and kept.conversation.offered
        # Of the next that is picked, and of another year, as well.
        return kept.with_follow_up(query.text) if told_it or bare else kept

    def behind_last_question(
        self, ranking: Ranking, talk: Conversation, today: date
    ) -> Ranking | None:
        """The last question with a bare "จัดวันไหน" behind it; None for any other message.

        Of a topic that does not tell whether it is so it is not asked again.
        """
        if ranking.query.aspect is Aspect.TOPIC and talk.topic:
            return None
        if talk.question and is_bare(new_words(ranking.query, talk), ranking.query):
            return self._bare_questions.behind_question(ranking, talk, today)
        return None

    def definition(self, ranking: Ranking, talk: Conversation, today: date) -> Ranking | None:
        """What tells what a name is that the topic only has: "แล้ว cwie มันคืออะไร"; None else."""
        topic, name = self._entries.get(talk.topic), cues.name_to_define(ranking.query.clean)
        if topic is None or not name or entry_words.defines(topic, name):
            return None
        found = self._asked(f"{name} คืออะไร", today)
        first = self._entries[found.matches[0].entry_id] if found.matches else topic
        sure = found.verdict is Verdict.SURE and first.id != topic.id
        return found if sure and entry_words.defines(first, name) else None

    def _numbered(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What "อันแรกเอาไว้ทำอะไร" asks of the first that was offered, or listed in the topic.

        The last is, without a list on screen, what was talked about last.
        """
        pointed = cues.ordinal_reference(ranking.query.clean)
        if pointed is None:
            return self._counted(ranking, talk, today)
        place, rest = pointed
        last = (talk.topic,) if place == cues.LAST and talk.topic else ()
        offered = talk.offered or last
        if offered and place < len(offered):
            entry = self._entries.get(offered[place])
            if entry is None:
                return None
            asked = rank(self._index, rest, today=today, topic=entry.id)
            reply = self._answers.answer(entry, asked, today, strict=bool(last))
            kept = reply.with_question(talk.question).with_offered(talk.offered)
            return kept.with_follow_up(rest) if asked.query.aspect is not Aspect.TOPIC else kept
        for entry in self._topic_tracking.tellers(talk, ranking, (), today) if place >= 0 else ():
            items = listed_items(entry.body)
            if place < len(items):
                told = self._answers.list_item(entry, items[place], ranking, today)
                return _about_its_topic(told, talk).with_question(talk.question)
        return None

    def _counted(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """Which of what the topic counts is asked for, "กล่องที่ 3 คืออะไร"; None for nothing counted.

        Where the topic numbers them it tells that one.
        """
        topic, numbered = self._entries.get(talk.topic), cues.numbered_thing(ranking.query.clean)
        if topic is None or numbered is None or not counts_unit(topic, numbered[0]):
            return None
        items, place = listed_items(topic.body), numbered[1]
        if place < len(items):
            reply = self._answers.list_item(topic, items[place], ranking, today)
        else:
            reply = self._answers.not_stated(topic, Aspect.WHAT)
        return _about_its_topic(reply, talk).with_question(talk.question)

    def _of_another_year(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """The last question asked of another year or place: "แล้วปี 64", "โคราชล่ะ", "ปีก่อนหน้า"."""
        topic, clean = self._entries.get(talk.topic), ranking.query.clean
        if topic is None or rewriting.asks_ever_before(clean) or rewriting.wants_newest(clean):
            return None
        asked = self.slot_changes.changed_question(ranking, talk, today)
        if (
            asked is None
            or cues.rejects_answer(clean)
            or self.slot_changes.leaves_topic(topic, asked, talk, today)
        ):
            return None
        reply = self._answers.answer(topic, asked, today, strict=True)
        return reply.with_question(asked.query.text).with_follow_up(
            self.slot_changes.follow_up_of(ranking, talk)
        )

    def _search(self, text: str, today: date) -> Ranking:
        return rank(self._index, text, today=today, retold=self._stories.same_story)

    def _elsewhere(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the topic tells of places when asked for one it does not name: "มีเลยไหม"."""
        query, only = ranking.query, talk.choices if len(talk.choices) == 1 else ()
        topic = next(iter(served(self._entries, (talk.topic, *only))), None)
        place = only_place(query, own) if cues.is_short_yes_no_question(query.clean) else ""
        if topic is None or not place:
            return None
        return self._answers.other_places(topic, place, ranking, today).with_question(talk.question)


def _about_its_topic(reply: Reply, talk: Conversation) -> Reply:
    """The reply, after which the talk is still about its topic, whoever told of it.

    What that was picked from can still be picked from; where an answer came without being picked,
    "อันแรก" would be of a list that nobody looks at any more.
    """
    topic = talk.topic or reply.conversation.topic
    offered = talk.offered if talk.topic in talk.offered else ()
    return reply.with_topic(topic).with_offered(offered)
