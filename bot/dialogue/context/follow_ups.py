"""The reply to a message that goes on from the last one: "จัดที่ไหน", "อันที่ไปลาว", "มีเลยไหม"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import CHOICES, Offers
from bot.dialogue.context import rewriting
from bot.dialogue.context.alternatives import Others
from bot.dialogue.context.bare_questions import Bare, is_bare
from bot.dialogue.context.carry_over import Combined
from bot.dialogue.context.choice_resolution import Offered, tells
from bot.dialogue.context.last_question import (
    Kept,
    at_its_place,
    counts,
    names_round,
    new_words,
    place_label,
)
from bot.dialogue.context.slot_changes import Anew
from bot.dialogue.context.topic_tracking import Topical
from bot.dialogue.conversation import Conversation, served
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.matching.places import only_place
from bot.dialogue.matching.stories import Stories
from bot.dialogue.message import cues
from bot.dialogue.replies import UNTOLD, Outcome, Reply
from bot.dialogue.selection.reranking import Precedence
from bot.knowledge.entries import HAPPENINGS, Entry, Kind
from bot.search.finding import rank
from bot.search.index import Index
from bot.search.marks import years_meant
from bot.search.passages.items import listed_items
from bot.search.passages.people.roles import ROLE
from bot.search.ranking import Ranking, Verdict
from bot.thai.questions import Aspect

_SEARCHES = 16  # that are remembered; a reply hardly ever takes more


class Leaning:
    """Reads messages in the light of what was said before them, over one knowledge base."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        index: Index,
        answers: Answers,
        offers: Offers,
        stories: Stories,
    ) -> None:
        self._entries = entries
        self._index = index
        self._answers = answers
        self._offers = offers
        self._stories = stories
        precedence = Precedence(entries, stories)
        # Whoever looks at a message asks for the same last question.
        self._asked = lru_cache(maxsize=_SEARCHES)(self._search)
        search = self._asked
        kept = self.kept = Kept(entries, search)
        self.anew = Anew(entries, search, kept, precedence)
        self._others = Others(entries, index, answers, offers, stories, search=search, kept=kept)
        self._combined = Combined(
            entries, answers, stories, search=search, kept=kept, precedence=precedence
        )
        self._topical = Topical(entries, stories, search, self.anew, kept)
        self._bare = Bare(entries, answers, offers, search)
        self._offered = Offered(entries, answers, offers, search, self._topical.asks_of)

    def reply(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """The reply to a message that goes on from the last one; None when it does not."""
        ways = (self._numbered, self._others.told, self._of_another_year, self._of_the_talk)
        told = next(filter(None, (way(ranking, talk, today) for way in ways)), None)
        told = None if told and self._is_of_other_year(told, ranking) else told
        if told or self.anew.asked(ranking, talk, today):
            return told and self._of_year_named(told, ranking, today)
        return self._bare.aside(ranking, talk, today)

    def _is_of_other_year(self, told: Reply, ranking: Ranking) -> bool:
        """Whether what is told as that of the year that is named is of another."""
        entry = self._entries.get(told.entry or "") if told.outcome not in UNTOLD else None
        return entry is not None and subjects.denies_year(entry, ranking.query)

    def _of_year_named(self, told: Reply, ranking: Ranking, today: date) -> Reply:
        """The reply; the question that is remembered is of the year that was named since."""
        years, last = years_meant(ranking.query), told.conversation.question
        if len(years) != 1 or not (told.entry and last):
            return told
        if years_meant(self._asked(last, today).query) in ([], years):
            return told
        return told.remembering(rewriting.of_another(last, f"ปี {years[0]}", today))

    def _of_the_talk(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What a message asks of the topic, or of what was offered, or beside the last question."""
        query, own = ranking.query, new_words(ranking.query, talk)
        offered = self._offered.told(own, ranking, talk, today)
        if told := offered or self._of_another(own, ranking, talk, today):
            return told
        meant = self._topical.meant(own, ranking, talk, today)
        if meant:
            listed = rewriting.which_of_them(ranking.query.clean, talk.facet or talk.question)
            asked = self._asked(listed, today) if listed else ranking
            again = self._combined.asked_again(meant[0], own, ranking, talk, today)
            return again or self._of_whoever_tells(meant, own, asked, talk, today)
        if not talk.topic and is_bare(own, query) and served(self._entries, talk.choices):
            return self._bare.of_choices(ranking, talk, today)
        anew = self.anew.asked(ranking, talk, today)
        leans = cues.leans(query.clean) and not anew
        if talk.question and (leans or cues.points(query.clean)):
            if combined := self._combined.told(query.clean, talk, today):
                return combined
            if leans and self._leans_on_nothing(own, ranking, talk, today):
                return self._offers.no_answer(ranking, talk).remembering(talk.question)
        topic = self._entries.get(talk.topic)
        named = topic and leans and own and ranking.verdict is not Verdict.SURE
        owned = self._of_new_owner(topic, own, ranking, today) if topic and named else None
        told = owned or self._elsewhere(own, ranking, talk, today)
        unheard = None if told or anew else self._bare.unheard(ranking, talk)
        return _about_its_topic(unheard, talk).remembering(talk.question) if unheard else told

    def _of_another(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What an event like the topic answers to what is asked now, or was asked last."""
        entry = self._topical.another(own, ranking, talk, today)
        if entry is None:
            return None
        question = cues.joined([rewriting.of_another(talk.question, "", today), *own])
        if ranking.query.aspect is Aspect.TOPIC:
            last = rewriting.of_another(talk.facet, "", today) if talk.facet else question
            ranking = rank(self._index, last, today=today, topic=entry.id)
        reply = self._answers.answer(entry, ranking, today)
        return reply.remembering(question).asking(talk.facet)

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
            or self.kept.strays(own, ranking, talk, today)
        )

    def _of_new_owner(
        self, topic: Entry, own: Sequence[str], ranking: Ranking, today: date
    ) -> Reply | None:
        """What is of the topic's kind and of whom is named now: "แล้วของจุฬาล่ะ" of a course."""
        if self._bare.may_go_on(topic, ranking.query):
            return None
        kinds = subjects.naming_words(topic).difference(own)
        found = served(self._entries, (one.entry_id for one in ranking.matches))
        near = (one for one in found if one.id != topic.id)
        holding = (one for one in near if not entry_words.missing_words(one, own))
        alike = [one for one in holding if not kinds.isdisjoint(subjects.naming_words(one))]
        if not alike:
            return None
        offered = self._offers.choices(alike[:CHOICES], ranking, today)
        return offered.remembering(ranking.query.text)

    def names_new(self, ranking: Ranking, talk: Conversation) -> bool:
        """Whether a message that goes on names only what the topic has never heard of."""
        topic, own = self._entries.get(talk.topic), new_words(ranking.query, talk)
        if topic is None or not own or not cues.leans(ranking.query.clean):
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
        if not tells(reply):
            return None
        return reply.remembering(entry.title).asking(ranking.query.text)

    def _told(
        self, meant: Entry, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the topic, or who tells its story, answers; None of a card that leads to another."""
        query = at_its_place(meant, ranking.query, talk)
        reply = self._answers.answer(meant, replace(ranking, query=query), today, strict=True)
        if meant.kind is Kind.CONTACT and reply.outcome is Outcome.NO_ANSWER:
            told = self._bare.of_office(meant, ranking, talk, today)
            if told is None and self._bare.leads_on(meant, own, ranking):
                return None
            reply = told or reply
        place = place_label(meant, own) if talk.question else ""
        last = rewriting.of_another(talk.question, place, today) if place else talk.question
        moves = self._topical.moves_to(meant, own, talk)
        kept = (reply if moves else _about_its_topic(reply, talk)).remembering(last)
        told_it = reply.outcome not in UNTOLD and query.aspect is not Aspect.TOPIC
        bare = is_bare(own, query) and kept.conversation.offered
        # Of the next that is picked, and of another year, as well.
        return kept.asking(query.text) if told_it or bare else kept

    def beside(self, ranking: Ranking, talk: Conversation, today: date) -> Ranking | None:
        """The last question with a bare "จัดวันไหน" behind it; None for any other message.

        Of a topic that does not tell whether it is so it is not asked again.
        """
        if ranking.query.aspect is Aspect.TOPIC and talk.topic:
            return None
        if talk.question and is_bare(new_words(ranking.query, talk), ranking.query):
            return self._bare.behind_question(ranking, talk, today)
        return None

    def defined(self, ranking: Ranking, talk: Conversation, today: date) -> Ranking | None:
        """What tells what a name is that the topic only has: "แล้ว cwie มันคืออะไร"; None else."""
        topic, name = self._entries.get(talk.topic), cues.name_defined(ranking.query.clean)
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
        pointed = cues.pointed_at(ranking.query.clean)
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
            kept = reply.remembering(talk.question).offering(talk.offered)
            return kept.asking(rest) if asked.query.aspect is not Aspect.TOPIC else kept
        for entry in self._topical.tellers(talk, ranking, (), today) if place >= 0 else ():
            items = listed_items(entry.body)
            if place < len(items):
                told = self._answers.item(entry, items[place], ranking, today)
                return _about_its_topic(told, talk).remembering(talk.question)
        return None

    def _counted(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """Which of what the topic counts is asked for, "กล่องที่ 3 คืออะไร"; None for nothing counted.

        Where the topic numbers them it tells that one.
        """
        topic, numbered = self._entries.get(talk.topic), cues.numbered(ranking.query.clean)
        if topic is None or numbered is None or not counts(topic, numbered[0]):
            return None
        items, place = listed_items(topic.body), numbered[1]
        if place < len(items):
            reply = self._answers.item(topic, items[place], ranking, today)
        else:
            reply = self._answers.not_stated(topic, Aspect.WHAT)
        return _about_its_topic(reply, talk).remembering(talk.question)

    def _of_another_year(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """The last question asked of another year or place: "แล้วปี 64", "โคราชล่ะ", "ปีก่อนหน้า"."""
        topic, clean = self._entries.get(talk.topic), ranking.query.clean
        if topic is None or rewriting.asks_ever_before(clean) or rewriting.wants_last(clean):
            return None
        asked = self.anew.asked(ranking, talk, today)
        if asked is None or cues.rejects(clean) or self.anew.leaves(topic, asked, talk, today):
            return None
        reply = self._answers.answer(topic, asked, today, strict=True)
        return reply.remembering(asked.query.text).asking(self.anew.facet_of(ranking, talk))

    def _search(self, text: str, today: date) -> Ranking:
        return rank(self._index, text, today=today, retold=self._stories.same_story)

    def _elsewhere(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the topic tells of places when asked for one it does not name: "มีเลยไหม"."""
        query, only = ranking.query, talk.choices if len(talk.choices) == 1 else ()
        topic = next(iter(served(self._entries, (talk.topic, *only))), None)
        place = only_place(query, own) if cues.asks_whether(query.clean) else ""
        if topic is None or not place:
            return None
        return self._answers.not_there(topic, place, ranking, today).remembering(talk.question)


def _about_its_topic(reply: Reply, talk: Conversation) -> Reply:
    """The reply, after which the talk is still about its topic, whoever told of it.

    What that was picked from can still be picked from; where an answer came without being picked,
    "อันแรก" would be of a list that nobody looks at any more.
    """
    topic = talk.topic or reply.conversation.topic
    offered = talk.offered if talk.topic in talk.offered else ()
    return reply.staying(topic).offering(offered)
