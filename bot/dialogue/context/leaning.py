"""The reply to a message that goes on from the last one: "จัดที่ไหน", "อันที่ไปลาว", "มีเลยไหม"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.dialogue import cues, rewording, subjects
from bot.dialogue.answers import CHOICES, Answers
from bot.dialogue.contacts import asked_detail
from bot.dialogue.context.bare import LIKELY, Bare, is_bare
from bot.dialogue.context.kept import (
    Kept,
    at_its_place,
    counts_for,
    missing,
    own_words,
    place_label,
)
from bot.dialogue.context.offered import Offered, denies
from bot.dialogue.conversation import Conversation
from bot.dialogue.editions import of_other_edition
from bot.dialogue.labels import days_of
from bot.dialogue.precedence import FACTS, Precedence
from bot.dialogue.rejection.doubts import is_elsewhere
from bot.dialogue.replies import Outcome, Reply
from bot.dialogue.stories import Stories
from bot.knowledge.entries import HAPPENINGS, Entry, Kind
from bot.search.finding import rank, says_so
from bot.search.index import Index
from bot.search.marks import ANY_YEAR, dated
from bot.search.passages.fields import stated_fact
from bot.search.passages.roles import ROLE
from bot.search.passages.spans import listed_items
from bot.search.passages.speeches import speeches
from bot.search.ranking import Query, Ranking, Verdict
from bot.thai.dates import ERA, find_dates
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect

_NEARLY, _WORTH_BESIDE = 0.88, 0.5  # of the best score
_CURT, _SHORT = 12, 18  # letters
_NEWEST = "ล่าสุด"
_FEW_PEOPLE = 2  # a standing entry of more lists who held an office
_OF_ITS_DAYS = frozenset((Aspect.WHEN, Aspect.COST))  # what an event's front matter says of itself


class Leaning:
    """Reads messages in the light of what was said before them, over one knowledge base."""

    def __init__(
        self, entries: Mapping[str, Entry], index: Index, answers: Answers, stories: Stories
    ) -> None:
        self._entries = entries
        self._stories = stories
        self._index = index
        self._answers = answers
        self._precedence = Precedence(entries, stories)
        self.kept = Kept(entries, self._asked)
        self._bare = Bare(entries, answers, self._asked)
        self._offered = Offered(entries, answers, self._asked, self._asks_of)

    def reply(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """The reply to a message that goes on from the last one; None when it does not."""
        told = self._numbered(ranking, talk, today) or self._another(ranking, talk, today)
        told = told or self._of_the_talk(ranking, talk, today)
        if told or self.anew(ranking, talk, today):
            return told
        return self._bare.aside(ranking, talk, today)

    def _of_the_talk(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What a message asks of the topic, or of what was offered, or beside the last question."""
        query, own = ranking.query, own_words(ranking.query, talk)
        offered = self._offered.told(own, ranking, talk, today)
        if offered:
            return offered
        meant = self._meant(own, ranking, talk, today)
        if meant:
            listed = rewording.which_of_them(ranking.query.clean, talk.facet or talk.question)
            asked = self._asked(listed, today) if listed else ranking
            return self._told(meant, own, asked, talk, today)
        if not talk.topic and is_bare(own, query) and self._known(talk.choices):
            return self._bare.of_choices(ranking, talk, today)
        clean = query.clean
        points = cues.points(clean)
        anew = self.anew(ranking, talk, today)
        leans = cues.leans(clean) and not anew
        if talk.question and (leans or points):
            combined = self._combined(clean, talk, today)
            if combined:
                return combined
            # Of any office there is one, and "ที่สองล่ะ" names nothing.
            roles = leans and (own or talk.topic) and all(map(ROLE.search, own))
            if roles or (leans and self.kept.strays(own, ranking, talk, today)):
                return self._answers.no_answer(ranking, talk).remembering(talk.question)
        told = self._elsewhere(own, ranking, talk, today)
        unheard = None if told or anew else self._bare.unheard(ranking, talk)
        return _staying(unheard, talk).remembering(talk.question) if unheard else told

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
        last = rewording.of_another(talk.question, place, today) if place else talk.question
        return _staying(reply, talk).remembering(last)

    def beside(self, ranking: Ranking, talk: Conversation, today: date) -> Ranking | None:
        """The last question with a bare "จัดวันไหน" behind it; None for any other message.

        Of a topic that does not tell whether it is so it is not asked again.
        """
        if ranking.query.aspect is Aspect.TOPIC and talk.topic:
            return None
        if talk.question and is_bare(own_words(ranking.query, talk), ranking.query):
            return self._bare.behind_question(ranking, talk, today)
        return None

    def _numbered(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What "อันแรกเอาไว้ทำอะไร" asks of the first that was offered, or listed in the topic.

        The last is, without a list on screen, what was talked about last.
        """
        pointed = cues.pointed_at(ranking.query.clean)
        if pointed is None:
            return None
        place, rest = pointed
        last = (talk.topic,) if place == cues.LAST and talk.topic else ()
        offered = talk.offered or last
        if offered and place < len(offered):
            entry = self._entries.get(offered[place])
            if entry is None:
                return None
            asked = rank(self._index, rest, today=today, topic=entry.id)
            reply = self._answers.answer(entry, asked, today, strict=bool(last))
            return reply.remembering(talk.question).offering(talk.offered)
        for entry in self._tellers(talk, ranking, (), today) if place >= 0 else ():
            items = listed_items(entry.body)
            if place < len(items):
                told = self._answers.item(entry, items[place], ranking, today)
                return _staying(told, talk).remembering(talk.question)
        return None

    def _another(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """The last question asked of another year or place, or what else it found.

        "แล้วปี 64", "โคราชล่ะ", "ปีก่อนหน้า"; "ข่าวอื่นล่ะ".
        """
        topic, query = self._entries.get(talk.topic), ranking.query
        if topic and _lists_people(topic) and rewording.wants_previous(query.clean):
            return self._answers.whole(topic, today).remembering(talk.question)
        bare = talk.question and query.aspect in (Aspect.TOPIC, Aspect.WHAT)
        if bare and rewording.wants_others(query.clean):
            return self._others(query.clean, talk, today)
        last = rewording.wants_last(query.clean)
        asked = self.anew(ranking, talk, today) if topic and not last else None
        if topic is None or asked is None or cues.rejects(query.clean):
            return None
        if self._leaves(topic, asked, talk, today):
            return None
        reply = self._answers.answer(topic, asked, today, strict=True)
        return reply.remembering(asked.query.text)

    def _leaves(self, topic: Entry, asked: Ranking, talk: Conversation, today: date) -> bool:
        """Whether the last question, asked of another year or place, is no more about the topic.

        Of a list of years or places it is not where that very event was found.
        """
        if is_elsewhere(topic, asked.query, today):
            return True
        if topic.kind in HAPPENINGS:
            return False
        found = self._precedence.event_first(asked)
        first = self._entries[found.matches[0].entry_id] if found.matches else None
        if first is None or asked.verdict is Verdict.NONE or first.kind not in HAPPENINGS:
            return False
        return self.is_of(found, talk, today) and not is_elsewhere(first, asked.query, today)

    def anew(self, ranking: Ranking, talk: Conversation, today: date) -> Ranking | None:
        """The last question asked of the year or place that a message names, and nothing else."""
        query = ranking.query
        if not talk.question:
            return None
        if query.aspect is not Aspect.TOPIC:
            return self._fact_of_another(query, talk, today)
        if rewording.wants_last(query.clean):
            asked = self._asked(rewording.of_another(talk.question, "", today), today)
            clean = f"{asked.query.clean} {_NEWEST}"
            return replace(asked, query=replace(asked.query, clean=clean))
        year = rewording.named_year(query.clean, self._year_of(talk, today))
        more = query.clean
        if cues.rejects(more):
            more = cues.said_more(more)
            query = self._asked(more, today).query
        if not year and not _tells_when_or_where(query):
            return None
        return self._asked(rewording.of_another(talk.question, year or more, today), today)

    def _fact_of_another(self, query: Query, talk: Conversation, today: date) -> Ranking | None:
        """What a message asks of a year or place, of which the topic is not: "ปี 69 ฟรีไหม".

        It names no subject, so that of the last question is meant.
        """
        topic = self._entries.get(talk.topic)
        if topic is None or not _is_of_another(topic, own_words(query, talk), query):
            return None
        last = self._asked(rewording.of_another(talk.question, "", today), today).query
        subject = rewording.joined(cues.own_words(last.terms))
        return self._asked(f"{subject} {query.clean}", today)

    def is_of(self, ranking: Ranking, talk: Conversation, today: date) -> bool:
        """Whether what was found first tells of it."""
        return self.kept.holds_subject(self._entries[ranking.matches[0].entry_id], talk, today)

    def _year_of(self, talk: Conversation, today: date) -> int | None:
        """The year that the last question names, else that of the topic."""
        topic, spans = self._entries.get(talk.topic), find_dates(normalise(talk.question), today)
        days = topic and days_of(topic)
        day = spans[0].first if spans else days[0] if days else None
        return day.year + ERA if day else None

    def _others(self, clean: str, talk: Conversation, today: date) -> Reply:
        """What the last question found beside what was told or offered, of other years if asked."""
        of_years = rewording.of_other_years(clean)
        question = rewording.of_another(talk.question, "", today) if of_years else talk.question
        asked = self._asked(question, today)
        topic = self._entries.get(talk.topic)
        shown = {talk.topic} if topic else set(talk.offered)
        left = [one for one in self._known(talk.offered) if topic and one.id != topic.id]
        least = asked.matches[0].score * _WORTH_BESIDE if asked.matches else 0.0
        near = self._known([one.entry_id for one in asked.matches if one.score >= least])
        told = shown.union(*(self._stories.retold(one) for one in shown))
        others = [
            one
            for one in self._stories.each_once(left or near)
            if one.id not in told and not (of_years and topic and _same_year(one, topic))
        ]
        if not others or asked.verdict is Verdict.NONE:
            return self._answers.no_others(talk)
        return self._answers.choices(others[:CHOICES], asked, today).remembering(talk.question)

    def _asked(self, text: str, today: date) -> Ranking:
        return rank(self._index, text, today=today, retold=self._stories.retold)

    def _meant(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Entry | None:
        """The topic, or who tells its story, if that is asked."""
        topic = self._entries.get(talk.topic)
        if topic is None or _is_of_another(topic, own, ranking.query):
            return None
        if ranking.query.aspect is not Aspect.CONTACT and self._is_past(topic, talk, today):
            return None
        asked = self.anew(ranking, talk, today)
        if asked and self._leaves(topic, asked, talk, today):
            return None
        told = self._tellers(talk, ranking, own, today)
        return next((one for one in told if self._asks_of(one, own, ranking)), None)

    def _is_past(self, topic: Entry, talk: Conversation, today: date) -> bool:
        """Whether a year was asked for since, which stays in force, and the topic is of another."""
        asked = self._asked(talk.question, today).query if talk.question else None
        years = ANY_YEAR.findall(dated(asked)) if asked else []
        return bool(years) and subjects.contradicts(topic, " ".join(years), ())

    def _tellers(
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
        told = [topic, *self._known(sorted(self._stories.retold(topic.id)))]
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

    def _retold(self, talk: Conversation) -> frozenset[str]:
        return self._stories.retold(talk.topic) if talk.topic in self._entries else frozenset()

    def _known(self, ids: Sequence[str]) -> list[Entry]:
        return [self._entries[one] for one in ids if one in self._entries]

    def _asks_of(self, topic: Entry, own: Sequence[str], ranking: Ranking) -> bool:
        """Whether a message with these words of its own is about the topic."""
        query = ranking.query
        turned_down = own and cues.rejects(query.clean)  # the answer, and what it was of
        if turned_down or len("".join(query.terms)) > cues.LIMIT:
            return False
        bare = query.aspect is Aspect.TOPIC and cues.leans(query.clean)
        if bare and not subjects.says(topic, own):
            return False  # "แล้วลำไยล่ะ" is of no other fruit
        years = " ".join(ANY_YEAR.findall(dated(query)))
        if subjects.contradicts(topic, years, ()) or of_other_edition(topic, query.clean):
            return False
        if not own:
            detail = topic.contact and asked_detail(squeeze(query.clean))
            still = cues.asks_still(query.clean) or stated_fact(topic, query) is not None
            asked = bool(detail or speeches(topic, query.clean))
            return still or query.aspect is not Aspect.TOPIC or asked
        # Where the search knows nothing better, half of the words are enough, but for a place.
        spares = ranking.verdict is Verdict.NONE and not subjects.names_another(topic, query.terms)
        allowed = len(own) // 2 if spares else 0
        if self._is_new(topic, own, ranking):
            return False
        lacking = missing(topic, own)
        return len(lacking) <= allowed and not Names.load().places_in(" ".join(lacking))

    def _is_new(self, topic: Entry, own: Sequence[str], ranking: Ranking) -> bool:
        """Whether the words name another entry, which the search is sure of, and not the topic.

        A word and what is asked of it, "ใครเซ็น", are of the topic that has the word, and an office
        is of the topic that tells who had it.
        """
        query = ranking.query
        if ranking.verdict is not Verdict.SURE:
            return False
        office = query.aspect is Aspect.WHO and ROLE.search(query.clean)
        if office and not missing(topic, own) and stated_fact(topic, query):
            return False
        counted = counts_for(topic, query) and not says_so(ranking)
        curt = _SHORT if counted else _CURT
        curt_fact = query.aspect in FACTS and len(squeeze(query.clean)) <= curt
        if len(own) == 1 and curt_fact and not subjects.missing_from(topic, own):
            return False
        if curt and subjects.labels(topic, own[0]):
            return False
        first = self._entries[ranking.matches[0].entry_id]
        named = all(subjects.names_subject(topic, (word,)) for word in own)
        if named and first.kind is not Kind.CONTACT:
            return False
        is_long = len(squeeze(ranking.query.clean)) > cues.SHORT
        return first.id != topic.id and (is_long or subjects.names_subject(first, own))

    def _combined(self, clean: str, talk: Conversation, today: date) -> Reply | None:
        """Search for the last question together with what is said now.

        A leaning message needs an entry that holds all its new words, nearly the first found; a
        pointing one ("อันที่ไปลาว") any that holds most of them, an offered one before others.
        """
        more, points = cues.said_more(clean), cues.points(clean)
        asked = self._asked(more, today)
        beside = f"{talk.question} {more}"
        ranking = (
            self._asked(beside, today) if points else self._reworded(talk.question, more, today)
        )
        if ranking.probability < LIKELY and not points:
            return None
        own = cues.own_words(asked.query.terms)
        turned_down = {talk.topic, *self._retold(talk)} if cues.rejects(clean) else set()
        left = [one for one in ranking.matches if one.entry_id not in turned_down]
        matches = self._precedence.today_first(left, today)
        known = self._known([match.entry_id for match in matches])
        found = [one for one in known if not of_other_edition(one, more)]
        allowed = len(own) // 2 if points else 0
        holding = [one for one in found if len(subjects.missing_from(one, own)) <= allowed]
        near = [m.entry_id for m in matches if m.score >= _NEARLY * matches[0].score]
        if not own or not holding or not (points or holding[0].id in near):
            return None
        if not points and self.kept.is_beside(holding[0], own, talk, today):
            return None
        if not points and holding[0].id == talk.topic and not subjects.says(holding[0], own):
            return None
        offered = [one for one in holding if one.id in talk.offered]
        meant = holding[0] if holding[0] is found[0] else [*offered, *holding][0]
        bare = asked.query.aspect is Aspect.TOPIC  # "อันที่ไปลาว" still asks what was asked before
        query = ranking.query if bare else asked.query
        strict = not (bare or points)
        reply = self._answers.answer(meant, replace(ranking, query=query), today, strict=strict)
        return reply.remembering(talk.question if strict else ranking.query.text)

    def _reworded(self, question: str, more: str, today: date) -> Ranking:
        """Of the last question with what is said now beside or in place of a word, the surest.

        A role takes the place of a role: "แล้วปลัดล่ะ" is of the same ministry.
        """
        words = self._asked(question, today).query.terms
        own = cues.own_words(words)
        roles = [word for word in own if ROLE.search(word)] if ROLE.search(more) else []
        texts = rewording.in_turn(words, roles or own, more)
        return max((self._asked(one, today) for one in texts), key=lambda one: one.probability)

    def _elsewhere(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the topic tells of places when asked for one it does not name: "มีเลยไหม"."""
        query, only = ranking.query, talk.choices if len(talk.choices) == 1 else ()
        topic = next(iter(self._known((talk.topic, *only))), None)
        place = subjects.only_place(query, own) if cues.asks_whether(query.clean) else ""
        if topic is None or not place:
            return None
        return self._answers.not_there(topic, place, ranking, today).remembering(talk.question)


def _lists_people(entry: Entry) -> bool:
    return entry.kind not in HAPPENINGS and len(entry.people) > _FEW_PEOPLE


def _tells_when_or_where(query: Query) -> bool:
    """Whether a message names a year or a place, and nothing beside."""
    own = cues.own_words(query.terms)
    named = ANY_YEAR.search(dated(query)) or Names.load().places_in(query.clean)
    return bool(named) and subjects.tells_apart(query, own)


def _same_year(one: Entry, other: Entry) -> bool:
    days, others = days_of(one), days_of(other)
    return bool(days and others and days[0].year == others[0].year)


def _reserve(entry: Entry, query: Query) -> int:
    """0 where staff wrote what is asked, 1 where the text may tell it, 2 for its kind alone."""
    stated = stated_fact(entry, query)
    return 1 if stated is None else 2 * stated.by_kind


def _is_of_another(topic: Entry, own: Sequence[str], query: Query) -> bool:
    """Whether a message names nothing but a year or a place, of which the topic is not."""
    bare = bool(own) and subjects.tells_apart(query, own)
    return bare and denies(topic, query)


def _staying(reply: Reply, talk: Conversation) -> Reply:
    """The reply, after which the talk is still about its topic, whoever told of it.

    What that was picked from can still be picked from; where an answer came without being picked,
    "อันแรก" would be of a list that nobody looks at any more.
    """
    topic = talk.topic or reply.conversation.topic
    offered = talk.offered if talk.topic in talk.offered else ()
    return replace(reply, conversation=replace(reply.conversation, topic=topic, offered=offered))
