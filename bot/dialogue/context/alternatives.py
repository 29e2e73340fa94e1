"""What there is beside the topic: who came next, what was before, another one: "ข่าวอื่นล่ะ"."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import CHOICES, Clarification
from bot.dialogue.context import rewriting
from bot.dialogue.context.last_question import LastQuestion, new_words, wholly_missing
from bot.dialogue.conversation import Conversation, served
from bot.dialogue.matching.stories import Stories
from bot.dialogue.presentation.labels import days_of
from bot.dialogue.replies import Reply
from bot.dialogue.selection.office_holders import WHO_IS, lists_office_holders, neighbour
from bot.knowledge.entries import HAPPENINGS, Entry
from bot.search.finding import rank
from bot.search.folding import fold
from bot.search.index import Index
from bot.search.ranking import Ranking, Verdict
from bot.thai.dates import ERA
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect

_WORTH_BESIDE = 0.5  # of the best score
_BOTH = re.compile(  # of what was talked about: "สองอันนี้ต่างกันยังไง"
    "(?:แล้ว|งั้น| )*(?:ทั้ง)?(?:สอง|2|คู่) ?(?:อัน|ตัว|ที่|งาน|เรื่อง|ทุน|โครงการ|แห่ง|หน่วยงาน)?"
    "(?:นี้|นั้น)? ?(?:มัน)?"
    "(?:ต่างกัน|แตกต่างกัน|เหมือนกัน|(?:อัน|ที่)เดียวกัน|เกี่ยวกัน)[ก-๙ ]{0,16}"
)
_NAME = 4  # letters as they sound; a shorter one may be a piece of another word


class Alternatives:
    """Tells what is beside the topic of a talk, in one knowledge base; `search` ranks a text."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        index: Index,
        answers: Answers,
        clarification: Clarification,
        stories: Stories,
        *,
        search: Callable[[str, date], Ranking],
        kept: LastQuestion,
    ) -> None:
        self._entries = entries
        self._index = index
        self._answers = answers
        self._clarification = clarification
        self._stories = stories
        self._search = search
        self._last_question = kept

    def reply(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What a message asks of what is not the topic: "คนก่อนหน้า", "เคยจัดมาก่อนไหม", "ข่าวอื่นล่ะ".

        Or of both that were talked about last.
        """
        topic, clean = self._entries.get(talk.topic), ranking.query.clean
        if topic and talk.previous and _BOTH.fullmatch(clean):
            both = served(self._entries, (talk.previous[0].topic, topic.id))
            return self._clarification.ask_which(both, ranking, today).with_question(clean)
        step = rewriting.wants_next_of(clean) if topic and lists_office_holders(topic) else 0
        if topic and step:
            return self._beside_holder(topic, step, talk, today)
        if topic and rewriting.asks_ever_before(clean):
            return self._earlier(topic, talk, today)
        more = rewriting.asked_of_time_before(clean) if topic and topic.event else None
        if topic and more is not None and talk.question:
            return self._time_before(topic, more, talk, today)
        return self._of_others(ranking, talk, today)

    def _beside_holder(self, topic: Entry, step: int, talk: Conversation, today: date) -> Reply:
        """Who held an office before or after those just told; the whole list if nobody knows."""
        person = neighbour(topic, self._search(talk.question, today).query, step)
        if person is None:
            return self._answers.whole_entry(topic, today).with_question(talk.question)
        question = f"{person.name} {WHO_IS}"
        asked = self._search(question, today)
        return self._answers.answer(topic, asked, today).with_question(question)

    def _earlier(self, topic: Entry, talk: Conversation, today: date) -> Reply | None:
        """What of the kind of the topic there was before it, to choose from."""
        asked, before = self._before(topic, talk, today)
        if not before:
            return None
        return self._clarification.ask_which(before[:CHOICES], asked, today).with_question(
            talk.question
        )

    def _time_before(
        self, topic: Entry, more: str, talk: Conversation, today: date
    ) -> Reply | None:
        """The last of the kind of the topic before it, asked `more`, or the same as the topic."""
        _, before = self._before(topic, talk, today)
        days = {one.id: held for one in before if (held := days_of(one))}
        if not days:
            return None
        last = max(before, key=lambda one: days[one.id])
        question = rewriting.replace_slots(talk.question, f"ปี {days[last.id][0].year + ERA}", today)
        facet = more or rewriting.replace_slots(talk.follow_up, "", today)
        told = rank(self._index, facet or question, today=today, topic=last.id)
        reply = self._answers.answer(last, told, today, strict=bool(more))
        return reply.with_question(question).with_follow_up(facet)

    def _before(self, topic: Entry, talk: Conversation, today: date) -> tuple[Ranking, list[Entry]]:
        """The last question of any year, and what of the kind of the topic it finds before that."""
        asked = self._search(rewriting.replace_slots(talk.question, "", today), today)
        first, retold = days_of(topic), self._stories.same_story(topic.id)
        near = served(self._entries, (one.entry_id for one in asked.near(_WORTH_BESIDE)))
        before = [
            one
            for one in self._stories.one_per_story(near)
            if one.id not in retold
            and one.kind in HAPPENINGS
            and first
            and (days := days_of(one))
            and days[0] < first[0]
            and self._last_question.is_subject_of(one, talk, today)
        ]
        return asked, before

    def _of_others(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What there is beside the topic: "ข่าวอื่นล่ะ", "อีกปีล่ะแข่งที่ไหน"."""
        query = ranking.query
        if not talk.question:
            return None
        bare = query.aspect in (Aspect.TOPIC, Aspect.WHAT)
        if bare and rewriting.wants_others(query.clean):
            return self._other_choices(query.clean, talk, today)
        topic = self._entries.get(talk.topic)
        more = rewriting.asked_of_other(query.clean) if topic else None
        if topic is None or more is None or _is_called(topic, more, talk.question):
            return None
        return self._other_one(more, ranking, talk, today)

    def _other_one(
        self, more: str, ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """The only other one on screen, "อีกปีล่ะ", asked the last again or what is asked now.

        Of several it is not known which; None where none of them has what is said.
        """
        own = new_words(self._search(more, today).query, talk) if more else []
        of_years = rewriting.of_other_years(ranking.query.clean)
        others, found = self._beside(talk, today, of_years=of_years)
        others = [one for one in others if not wholly_missing(one, own)]
        question, facet = found.query.text, more or talk.follow_up
        if not others:
            return None if more else self._clarification.no_alternatives(talk)
        if len(others) > 1 or others[0].id not in talk.offered:
            query = self._search(facet or question, today)
            offered = self._clarification.ask_which(others[:CHOICES], query, today)
            return offered.with_question(question).with_follow_up(facet)
        told = rank(self._index, facet or question, today=today, topic=others[0].id)
        reply = self._answers.answer_to_choice(others[0], told, today)
        return reply.with_question(question).with_offered(talk.offered).with_follow_up(facet)

    def _other_choices(self, clean: str, talk: Conversation, today: date) -> Reply:
        """What the last question found beside what was told or offered, of other years if asked."""
        others, asked = self._beside(talk, today, of_years=rewriting.of_other_years(clean))
        if not others or asked.verdict is Verdict.NONE:
            return self._clarification.no_alternatives(talk)
        offered = self._clarification.ask_which(others[:CHOICES], asked, today)
        return offered.with_question(asked.query.text)

    def _beside(
        self, talk: Conversation, today: date, *, of_years: bool
    ) -> tuple[list[Entry], Ranking]:
        """What stands beside what was told or offered, and the question that found it."""
        question = rewriting.replace_slots(talk.question, "", today) if of_years else talk.question
        asked = self._search(question, today)
        topic = self._entries.get(talk.topic)
        shown = {talk.topic} if topic else set(talk.offered)
        left = [one for one in served(self._entries, talk.offered) if topic and one.id != topic.id]
        near = served(self._entries, (one.entry_id for one in asked.near(_WORTH_BESIDE)))
        told = shown.union(*(self._stories.same_story(one) for one in shown))
        others = [
            one
            for one in self._stories.one_per_story(left or near)
            if one.id not in told and not (of_years and topic and _same_year(one, topic))
        ]
        return others, asked


def _is_called(entry: Entry, more: str, question: str) -> bool:
    """Whether an entry of two is called by a name that was not asked of yet.

    "อีกอันล่ะ ธัชวิท" of "ธัชชา กับ ธัชวิทย์", behind "ธัชชาคืออะไร".
    """
    name, called, last = (fold(squeeze(normalise(one))) for one in (more, entry.called, question))
    return len(name) >= _NAME and name in called and name not in last


def _same_year(one: Entry, other: Entry) -> bool:
    days, others = days_of(one), days_of(other)
    return bool(days and others and days[0].year == others[0].year)
