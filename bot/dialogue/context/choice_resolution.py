"""Which of the choices on screen a message means: by its year or place, by its words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import Clarification
from bot.dialogue.context import rewriting
from bot.dialogue.conversation import Conversation, served
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.message import cues
from bot.dialogue.message.phrases import PHRASES
from bot.dialogue.presentation.labels import agencies_of, days_of
from bot.dialogue.replies import Outcome, Reply
from bot.dialogue.selection.reranking import FACTS, is_dated_ahead
from bot.knowledge.entries import Entry
from bot.search.marks import dated
from bot.search.passages.acts import act_asked, does
from bot.search.passages.people.roles import ROLE
from bot.search.passages.quoting import Quotes
from bot.search.ranking import Ranking, Verdict
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect

_A_NAME = 20  # letters of a message that only names one of them


class ChoiceResolution:
    """Reads messages about choices over the entries of one knowledge base.

    `search` ranks a text; `asks_of` says whether words are asked of an entry.
    """

    def __init__(
        self,
        entries: Mapping[str, Entry],
        answers: Answers,
        clarification: Clarification,
        search: Callable[[str, date], Ranking],
        asks_of: Callable[[Entry, Sequence[str], Ranking], bool],
    ) -> None:
        self._entries = entries
        self._answers = answers
        self._clarification = clarification
        self._search = search
        self._asks_of = asks_of

    def reply(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What a message with these words of its own asks of one of them; None if of none.

        Of several that answer it alike nobody knows which was meant.
        """
        if rewriting.wants_newest(ranking.query.clean):
            return self._newest(talk, today)
        if talk.topic or not talk.choices:
            return None
        if not own:
            return self._of_the_act(ranking, talk, today)
        if ranking.query.aspect is Aspect.WHO and all(map(ROLE.search, own)):
            return self._which(ranking, talk, today)  # of whatever it is there is a minister
        apart = self._apart(own, ranking, talk, today) or self._called(own, ranking, talk, today)
        return apart or self._asked_of_one(own, ranking, talk, today)

    def _of_the_act(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What the only one tells that has the act whose day is asked: "ลงนามวันไหน"."""
        act, known = act_asked(ranking.query), self._known(talk)
        telling = [one for one in known if act and does(f"{one.title} {one.body}", act)]
        if len(telling) != 1 or len(known) == 1:
            return None
        if Quotes(ranking.query, today).of(telling[0]).fact is None:
            return None
        reply = self._answers.answer(telling[0], ranking, today, strict=True)
        return self._of_one(reply, ranking, talk)

    def _called(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What was asked last, told of the one that a message only names."""
        named = self._named(own, ranking, talk)
        if named is None:
            return None
        reply = self._answers.answer(named, self._search(talk.question, today), today)
        return reply.with_question(talk.question).with_offered(talk.offered)

    def _asked_of_one(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        fitting = self._fitting(own, ranking, talk, today)
        replies = [self._answers.answer(one, ranking, today, strict=True) for one in fitting]
        answering = [one for one in replies if has_answer(one)] or replies
        if len(answering) > 1 and not any(is_dated_ahead(one, today) for one in fitting):
            return self._which(ranking, talk, today)
        return self._of_one(answering[0], ranking, talk) if answering else None

    def _newest(self, talk: Conversation, today: date) -> Reply | None:
        """The last of those offered, by their days, told what was asked.

        Beside one that was picked, of those whose titles begin with the same word.
        """
        topic = self._entries.get(talk.topic)
        offered = served(self._entries, talk.offered) if topic else self._known(talk)
        alike = [one for one in offered if topic is None or _begins(one) == _begins(topic)]
        dated = [(days, one.id) for one in alike if (days := days_of(one))]
        if not dated or max(dated)[1] == talk.topic:
            return None
        newest = self._entries[max(dated)[1]]
        reply = self._answers.answer(
            newest, self._search(talk.follow_up or talk.question, today), today
        )
        return (
            reply.with_question(talk.question)
            .with_offered(talk.offered)
            .with_follow_up(talk.follow_up)
        )

    def _of_one(self, reply: Reply, ranking: Ranking, talk: Conversation) -> Reply:
        """The reply; what names nothing for sure is remembered beside the last question."""
        asked = ranking.query.text
        if ranking.verdict is Verdict.SURE:
            return reply.with_question(asked)
        return reply.with_question(talk.question).with_follow_up(asked)

    def _which(self, ranking: Ranking, talk: Conversation, today: date) -> Reply:
        again = self._clarification.ask_again(self._known(talk), ranking, today)
        return again.with_question(talk.question).with_follow_up(ranking.query.text)

    def _known(self, talk: Conversation) -> list[Entry]:
        return served(self._entries, talk.choices)

    def _apart(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What was asked last, told of the one that a bare "แล้วปี 67 ล่ะ" names."""
        query = ranking.query
        if not subjects.are_years_and_places(query, own):
            return None
        known = self._known(talk)
        fitting = [one for one in known if not subjects.contradicts(one, query)]
        if len(fitting) > 1:
            fitting = [one for one in fitting if subjects.is_named_by(one, dated(query).split())]
        if len(fitting) != 1:
            return None
        question = rewriting.replace_slots(talk.question, query.clean, today)
        asked = (
            rewriting.replace_slots(talk.follow_up, query.clean, today)
            if talk.follow_up
            else question
        )
        reply = self._answers.answer(fitting[0], self._search(asked, today), today)
        return (
            reply.with_question(question).with_offered(talk.offered).with_follow_up(talk.follow_up)
        )

    def _named(self, own: Sequence[str], ranking: Ranking, talk: Conversation) -> Entry | None:
        """The one that alone is called as a message says that asks nothing: "เรื่องเห็ด".

        Of several that go by it the one whose title says so, or whose own the office is that is
        named: "ของ วช."
        """
        query = ranking.query
        names = query.aspect is Aspect.TOPIC and not cues.wants_yes_or_no(query.clean)
        if not names or len(squeeze(query.clean)) > _A_NAME:
            return None
        known = self._known(talk)
        called = [one for one in known if subjects.is_named_by_all(one, own)]
        untagged = [one for one in called if _is_titled(one, own)]
        called = untagged if len(untagged) == 1 else called
        office = Names.load().agencies_in(query.clean) if len(called) > 1 else ()
        called = [one for one in called if agencies_of(one)[:1] == office] if office else called
        return called[0] if len(called) == 1 < len(known) else None

    def _fitting(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> list[Entry]:
        """Those that hold the most of the words, if they are asked of them."""
        named = [word for word in own if squeeze(word) not in PHRASES.ministry_names]
        known = [one for one in self._known(talk) if not self._is_denied(one, talk, today)]
        known = [one for one in known if not subjects.is_event_of_other_year(one, ranking.query)]
        if named and ranking.verdict is Verdict.SURE:
            return self._only_holding(own, ranking, known, today)
        if not named:
            return []

        def lacks(one: Entry) -> tuple[int, bool]:
            return len(entry_words.missing_words(one, own)), not subjects.is_named_by(one, own)

        known.sort(key=lambda one: (lacks(one), is_dated_ahead(one, today)))
        if [*map(lacks, known[:2])] == [(0, True)] * 2:
            return []  # the words stand in both, and name neither
        asked = [one for one in known if self._asks_of(one, own, ranking)]
        found = [match.entry_id for match in ranking.matches]
        nearest = min(
            asked,
            key=lambda one: found.index(one.id) if one.id in found else len(found),
            default=None,
        )
        asks = ranking.query.aspect is not Aspect.TOPIC
        return [
            one
            for one in asked
            if lacks(one) == lacks(asked[0])
            or (asks and one is nearest and lacks(one)[0] == lacks(asked[0])[0])
        ]

    def _only_holding(
        self, own: Sequence[str], ranking: Ranking, known: Sequence[Entry], today: date
    ) -> list[Entry]:
        """The one that alone has what a few letters ask a fact of, and tells it: "ใครเซ็น"."""
        query = ranking.query
        if query.aspect not in FACTS or len(squeeze(query.clean)) > _A_NAME:
            return []
        if len(own) > cues.FEW_WORDS:
            return []  # a question of its own: "หอมกระเทียมเก็บไง"
        holding = [one for one in known if not entry_words.missing_words(one, own)]
        facts = [Quotes(query, today).of(one).fact for one in holding]
        return holding if len(facts) == 1 < len(known) and facts[0] else []

    def _is_denied(self, entry: Entry, talk: Conversation, today: date) -> bool:
        """Whether the last question named another year, round or place than an entry offered."""
        return bool(talk.question) and subjects.contradicts(
            entry, self._search(talk.question, today).query
        )


def _begins(entry: Entry) -> str:
    """The first word of a title that names something: "MOU", "ค่าย"."""
    return next(iter(cues.content_words(Names.load().cut(normalise(entry.title)))), "")


def _is_titled(entry: Entry, own: Sequence[str]) -> bool:
    return subjects.is_named_by_all(replace(entry, keywords=()), own)


def has_answer(reply: Reply) -> bool:
    """Whether a reply tells something and not that it is not told."""
    return reply.outcome is not Outcome.NO_ANSWER and (
        reply.outcome is not Outcome.CONTACT or reply.answer is not None
    )
