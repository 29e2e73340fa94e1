"""The last question put together with what a message says now: "อันที่ไปลาว", "สุริยุปราคาล่ะ"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.dialogue.abstention.missing_facts import lacks_answer_type
from bot.dialogue.answering.answers import Answers
from bot.dialogue.context import rewriting
from bot.dialogue.context.bare_questions import LIKELY
from bot.dialogue.context.last_question import LastQuestion, labels_round, place_label
from bot.dialogue.conversation import Conversation, served
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.matching.editions import of_other_edition
from bot.dialogue.matching.stories import Stories
from bot.dialogue.message import cues
from bot.dialogue.replies import Reply
from bot.dialogue.selection.office_holders import WHO_IS, lists_office_holders
from bot.dialogue.selection.reranking import Reranking
from bot.knowledge.entries import HAPPENINGS, Entry
from bot.search.marks import ANY_YEAR, years_meant
from bot.search.passages.people.prizes import asks_winner
from bot.search.passages.people.roles import ROLE
from bot.search.passages.quoting import Quotes
from bot.search.passages.stated.fields import person_asked
from bot.search.ranking import Ranking, Verdict
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect

_NEARLY = 0.88  # of the best score


class CarryOver:
    """Asks both together, over the entries of one knowledge base; `search` ranks a text."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        answers: Answers,
        stories: Stories,
        *,
        search: Callable[[str, date], Ranking],
        kept: LastQuestion,
        reranking: Reranking,
    ) -> None:
        self._entries = entries
        self._answers = answers
        self._stories = stories
        self._search = search
        self._last_question = kept
        self._reranking = reranking

    def reply(self, clean: str, talk: Conversation, today: date) -> Reply | None:
        """Search for the last question together with what is said now.

        A leaning message needs an entry that holds all its new words, nearly the first found; a
        pointing one ("อันที่ไปลาว") any that holds most of them, an offered one before others.
        """
        more, points = cues.without_lead_in(clean), cues.describes_one(clean)
        asked = self._search(more, today)
        beside = f"{talk.question} {more}"
        ranking = self._search(beside, today) if points else self._reworded(talk, more, today)
        if ranking.probability < LIKELY and not points:
            return None
        own = cues.content_words(asked.query.terms)
        meant = self._meant(own, clean, ranking, talk, today) if own else None
        if meant is None or (meant.id == talk.topic and self._names_another(own, asked, meant)):
            return None
        bare = asked.query.aspect is Aspect.TOPIC  # "อันที่ไปลาว" still asks what was asked before
        if again := None if points else self.same_of_another_part(meant, own, asked, talk, today):
            return again
        query = ranking.query if bare else asked.query
        strict = not (bare or points)
        reply = self._answers.answer(meant, replace(ranking, query=query), today, strict=strict)
        return reply.with_question(talk.question if strict else ranking.query.text)

    def _names_another(self, own: Sequence[str], asked: Ranking, topic: Entry) -> bool:
        """Whether what is said is, by itself, surely what another is called: "แล้ว PCSO ล่ะ".

        The topic may tell of it, but in other words; and news are called by what they mention.
        """
        letters = entry_words.entry_letters(topic)
        if asked.verdict is not Verdict.SURE or all(squeeze(word) in letters for word in own):
            return False
        first = self._entries[asked.matches[0].entry_id]
        stands = first.kind not in HAPPENINGS and first.id != topic.id
        return stands and subjects.is_named_by_all(first, own)

    def _meant(
        self, own: Sequence[str], clean: str, ranking: Ranking, talk: Conversation, today: date
    ) -> Entry | None:
        """What of all that was found has the words that are new."""
        points = cues.describes_one(clean)
        turned_down = {talk.topic, *self._retold(talk)} if cues.rejects_answer(clean) else set()
        left = [one for one in ranking.matches if one.entry_id not in turned_down]
        matches = self._reranking.dated_ahead_last(left, today)
        known = served(self._entries, (match.entry_id for match in matches))
        found = [
            one
            for one in known
            if not (
                of_other_edition(one, clean) or subjects.is_event_of_other_year(one, ranking.query)
            )
        ]
        allowed = (len(own) - 1) // 2 if points else 0
        holding = [one for one in found if len(entry_words.missing_words(one, own)) <= allowed]
        if not holding:
            return None
        years, words = {*years_meant(ranking.query)}, [one for one in own if not one.isdecimal()]
        of_year = (one for one in holding if not years.isdisjoint(subjects.years_in(one.title)))
        holding = [one for one in of_year if subjects.is_named_by(one, words)] or holding
        near = [m.entry_id for m in matches if m.score >= _NEARLY * matches[0].score]
        first_near = holding[0].id in near
        if not (points or (first_near and self._goes_on(holding[0], own, clean, talk, today))):
            return None
        offered = [one for one in holding if one.id in talk.offered]
        meant = holding[0] if holding[0] is found[0] else [*offered, *holding][0]
        topic = [
            one for one in holding if one.id == talk.topic and subjects.has_words_or_names(one, own)
        ]
        return topic[0] if topic and not points else meant

    def same_of_another_part(
        self, topic: Entry, own: Sequence[str], more: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the topic was asked last, of something else in it: "สุริยุปราคาล่ะ"; None if not told.

        Of the words of that which name something the last, if there are more, is what is done. A
        round takes the place of a round alone.
        """
        if more.query.aspect is not Aspect.TOPIC or cues.is_short_yes_no_question(more.query.clean):
            return None
        if not (own and talk.follow_up) or topic.id != talk.topic or place_label(topic, own):
            return None
        of_round = rewriting.replace_round(talk.follow_up, more.query.clean)
        query = self._search(of_round or self._in_place(own, talk.follow_up, today), today)
        fact = Quotes(query.query, today).of(topic).fact
        named = any(entry_words.has_fact_labelled(topic, word) for word in own) or (
            fact is not None and labels_round(topic, fact.text, more.query.clean)
        )
        told = fact or (
            asks_winner(query.query.clean) and not lacks_answer_type(topic, query.query, None)
        )
        if not told or (fact and fact.stated and not named):
            return None  # that of the whole is not of what is in it
        reply = self._answers.answer(topic, query, today, strict=True)
        return reply.with_question(talk.question).with_follow_up(query.query.text)

    def _in_place(self, own: Sequence[str], facet: str, today: date) -> str:
        """What was asked last, with the words in the place of what it named."""
        words = self._search(facet, today).query.terms
        last = cues.content_words(words)
        replaced = last[:-1] if len(last) > 1 else last
        return cues.join_words([*own, *(word for word in words if word not in replaced)])

    def _goes_on(
        self, first: Entry, own: Sequence[str], clean: str, talk: Conversation, today: date
    ) -> bool:
        """Whether an entry may be what a leaning message with words of its own goes on to."""
        if self._last_question.is_unrelated(first, own, clean, talk, today):
            return False
        return first.id != talk.topic or subjects.has_words_or_names(first, own)

    def _reworded(self, talk: Conversation, more: str, today: date) -> Ranking:
        """Of the last question with what is said now beside or in place of a word, the surest.

        A role takes the place of a role: "แล้วปลัดล่ะ" is of the same ministry. Behind somebody
        who held an office it is of their time. An office takes that of the only one.
        """
        last = self._search(talk.question, today).query
        own, of_role = cues.content_words(last.terms), ROLE.search(more)
        roles = [word for word in own if of_role and ROLE.search(word)]
        topic = self._entries.get(talk.topic)
        listed = topic if topic and of_role and not roles and lists_office_holders(topic) else None
        if (held := person_asked(listed, last) if listed else None) and ANY_YEAR.search(held.role):
            return self._search(f"{more} ปี {ANY_YEAR.findall(held.role)[-1]} {WHO_IS}", today)
        bodies = [word for word in own if len(Names.load().agencies_in(word)) == 1]
        if len(bodies) == 1 and _is_body(more):
            return self._search(rewriting.substitutions(last.terms, bodies, more)[-1], today)
        texts = rewriting.substitutions(last.terms, roles or own, more)
        return max((self._search(one, today) for one in texts), key=lambda one: one.probability)

    def _retold(self, talk: Conversation) -> frozenset[str]:
        return self._stories.same_story(talk.topic) if talk.topic in self._entries else frozenset()


def _is_body(more: str) -> bool:
    """Whether what is said is the name of an office and nothing else."""
    words = cues.content_words(Names.load().cut(more))
    return len(words) == 1 and len(Names.load().agencies_in(words[0])) == 1
