"""The reply to a message that goes on from the last one: "จัดที่ไหน", "อันที่ไปลาว", "มีเลยไหม"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.dialogue import cues, rewording, subjects
from bot.dialogue.answers import Answers
from bot.dialogue.context.anew import Anew
from bot.dialogue.context.bare import LIKELY, Bare, is_bare
from bot.dialogue.context.kept import Kept, at_its_place, missing, new_words, place_label
from bot.dialogue.context.offered import Offered
from bot.dialogue.context.topical import Topical
from bot.dialogue.conversation import Conversation
from bot.dialogue.editions import of_other_edition
from bot.dialogue.holders import WHO_IS, lists_holders, neighbour
from bot.dialogue.labels import days_of
from bot.dialogue.offers import CHOICES, Offers
from bot.dialogue.precedence import Precedence
from bot.dialogue.replies import UNTOLD, Outcome, Reply
from bot.dialogue.stories import Stories
from bot.knowledge.entries import HAPPENINGS, Entry, Kind
from bot.search.finding import rank
from bot.search.index import Index
from bot.search.marks import years_meant
from bot.search.passages.items import listed_items
from bot.search.passages.people.roles import ROLE
from bot.search.passages.quoting import Quotes
from bot.search.ranking import Ranking, Verdict
from bot.thai.questions import Aspect

_NEARLY, _WORTH_BESIDE = 0.88, 0.5  # of the best score
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
        self._stories = stories
        self._index = index
        self._answers = answers
        self._offers = offers
        self._precedence = Precedence(entries, stories)
        # Whoever looks at a message asks for the same last question.
        self._asked = lru_cache(maxsize=_SEARCHES)(self._search)
        self.kept = Kept(entries, self._asked)
        self.anew = Anew(entries, self._asked, self.kept, self._precedence)
        self._topical = Topical(entries, stories, self._asked, self.anew, self.kept)
        self._bare = Bare(entries, answers, offers, self._asked)
        self._offered = Offered(entries, answers, offers, self._asked, self._topical.asks_of)

    def reply(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """The reply to a message that goes on from the last one; None when it does not."""
        told = self._numbered(ranking, talk, today) or self._another(ranking, talk, today)
        told = told or self._of_the_talk(ranking, talk, today)
        if told or self.anew.asked(ranking, talk, today):
            return told and self._of_year_named(told, ranking, today)
        return self._bare.aside(ranking, talk, today)

    def _of_year_named(self, told: Reply, ranking: Ranking, today: date) -> Reply:
        """The reply; the question that is remembered is of the year that was named since."""
        years, last = years_meant(ranking.query), told.conversation.question
        if len(years) != 1 or not (told.entry and last):
            return told
        if years_meant(self._asked(last, today).query) in ([], years):
            return told
        return told.remembering(rewording.of_another(last, f"ปี {years[0]}", today))

    def _of_the_talk(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What a message asks of the topic, or of what was offered, or beside the last question."""
        query, own = ranking.query, new_words(ranking.query, talk)
        offered = self._offered.told(own, ranking, talk, today)
        if told := offered or self._of_another(own, ranking, talk, today):
            return told
        meant = self._topical.meant(own, ranking, talk, today)
        if meant:
            listed = rewording.which_of_them(ranking.query.clean, talk.facet or talk.question)
            asked = self._asked(listed, today) if listed else ranking
            again = self._asked_again(meant[0], own, ranking, talk, today)
            return again or self._of_whoever_tells(meant, own, asked, talk, today)
        if not talk.topic and is_bare(own, query) and self._known(talk.choices):
            return self._bare.of_choices(ranking, talk, today)
        anew = self.anew.asked(ranking, talk, today)
        leans = cues.leans(query.clean) and not anew
        if talk.question and (leans or cues.points(query.clean)):
            if combined := self._combined(query.clean, talk, today):
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
        question = rewording.joined([rewording.of_another(talk.question, "", today), *own])
        if ranking.query.aspect is Aspect.TOPIC:
            last = rewording.of_another(talk.facet, "", today) if talk.facet else question
            ranking = rank(self._index, last, today=today, topic=entry.id)
        reply = self._answers.answer(entry, ranking, today)
        return reply.remembering(question).asking(talk.facet)

    def _leans_on_nothing(
        self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date
    ) -> bool:
        """Whether what a leaning message would find alone has nothing to do with the last question.

        Of any office there is one, and "ที่สองล่ะ" names nothing.
        """
        roles = (own or talk.topic) and all(map(ROLE.search, own))
        return bool(roles) or self.kept.strays(own, ranking, talk, today)

    def _of_new_owner(
        self, topic: Entry, own: Sequence[str], ranking: Ranking, today: date
    ) -> Reply | None:
        """What is of the topic's kind and of whom is named now: "แล้วของจุฬาล่ะ" of a course."""
        kinds = subjects.naming_words(topic).difference(own)
        near = self._known([one.entry_id for one in ranking.matches if one.entry_id != topic.id])
        holding = (one for one in near if not subjects.missing_from(one, own))
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
        return len(subjects.missing_from(topic, own)) == len(own)

    def _of_whoever_tells(
        self,
        meant: Sequence[Entry],
        own: Sequence[str],
        ranking: Ranking,
        talk: Conversation,
        today: date,
    ) -> Reply | None:
        """What the first of them answers; if it does not tell, what the first like it that does."""
        first = self._told(meant[0], own, ranking, talk, today)
        if first is None or first.outcome not in UNTOLD:
            return first
        passes = meant[0].kind in HAPPENINGS  # and tells nothing of what stands all the year
        alike = (one for one in meant[1:] if (one.kind in HAPPENINGS) is passes)
        others = (self._told(one, own, ranking, talk, today) for one in alike)
        return next((one for one in others if one and one.outcome not in UNTOLD), first)

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
            kept = reply.remembering(talk.question).offering(talk.offered)
            return kept.asking(rest) if asked.query.aspect is not Aspect.TOPIC else kept
        for entry in self._topical.tellers(talk, ranking, (), today) if place >= 0 else ():
            items = listed_items(entry.body)
            if place < len(items):
                told = self._answers.item(entry, items[place], ranking, today)
                return _about_its_topic(told, talk).remembering(talk.question)
        return None

    def _another(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """The last question asked of another year or place, or what else it found.

        "แล้วปี 64", "โคราชล่ะ", "ปีก่อนหน้า"; "ข่าวอื่นล่ะ".
        """
        topic, query = self._entries.get(talk.topic), ranking.query
        step = rewording.wants_next_of(query.clean) if topic and lists_holders(topic) else 0
        if topic and step:
            return self._beside_holder(topic, step, talk, today)
        if topic and rewording.asks_ever_before(query.clean):
            return self._earlier(topic, talk, today)
        if others := self._of_others(ranking, talk, today):
            return others
        last = rewording.wants_last(query.clean)
        asked = self.anew.asked(ranking, talk, today) if topic and not last else None
        if topic is None or asked is None or cues.rejects(query.clean):
            return None
        if self.anew.leaves(topic, asked, talk, today):
            return None
        reply = self._answers.answer(topic, asked, today, strict=True)
        return reply.remembering(asked.query.text).asking(self.anew.facet_of(ranking, talk))

    def _beside_holder(self, topic: Entry, step: int, talk: Conversation, today: date) -> Reply:
        """Who held an office before or after those just told; the whole list if nobody knows."""
        person = neighbour(topic, self._asked(talk.question, today).query, step)
        if person is None:
            return self._answers.whole(topic, today).remembering(talk.question)
        question = f"{person.name} {WHO_IS}"
        asked = self._asked(question, today)
        return self._answers.answer(topic, asked, today).remembering(question)

    def _earlier(self, topic: Entry, talk: Conversation, today: date) -> Reply | None:
        """What of the kind of the topic there was before it, to choose from."""
        asked = self._asked(rewording.of_another(talk.question, "", today), today)
        first, retold = days_of(topic), self._stories.retold(topic.id)
        near = self._known([one.entry_id for one in asked.near(_WORTH_BESIDE)])
        before = [
            one
            for one in self._stories.each_once(near)
            if one.id not in retold
            and one.kind in HAPPENINGS
            and first
            and (days := days_of(one))
            and days[0] < first[0]
            and self.kept.holds_subject(one, talk, today)
        ]
        if not before:
            return None
        return self._offers.choices(before[:CHOICES], asked, today).remembering(talk.question)

    def _of_others(self, ranking: Ranking, talk: Conversation, today: date) -> Reply | None:
        """What there is beside the topic: "ข่าวอื่นล่ะ", "อีกปีล่ะแข่งที่ไหน"."""
        query = ranking.query
        if not talk.question:
            return None
        bare = query.aspect in (Aspect.TOPIC, Aspect.WHAT)
        if bare and rewording.wants_others(query.clean):
            return self._others(query.clean, talk, today)
        more = rewording.asked_of_other(query.clean) if talk.topic in self._entries else None
        return None if more is None else self._other_one(more, ranking, talk, today)

    def _other_one(
        self, more: str, ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """The only other one on screen, "อีกปีล่ะ", asked the last again or what is asked now.

        Of several it is not known which; None where none of them has what is said.
        """
        asked = rank(self._index, more, today=today) if more else None
        own = new_words(asked.query, talk) if asked else []
        of_years = rewording.of_other_years(ranking.query.clean)
        others, found = self._beside(talk, today, of_years=of_years)
        others = [one for one in others if not missing(one, own)]
        question, facet = found.query.text, more or talk.facet
        if not others:
            return None if more else self._offers.no_others(talk)
        if len(others) > 1 or others[0].id not in talk.offered:
            query = self._asked(facet or question, today)
            offered = self._offers.choices(others[:CHOICES], query, today)
            return offered.remembering(question).asking(facet)
        told = rank(self._index, facet or question, today=today, topic=others[0].id)
        reply = self._answers.picked(others[0], told, today)
        return reply.remembering(question).offering(talk.offered).asking(facet)

    def _others(self, clean: str, talk: Conversation, today: date) -> Reply:
        """What the last question found beside what was told or offered, of other years if asked."""
        others, asked = self._beside(talk, today, of_years=rewording.of_other_years(clean))
        if not others or asked.verdict is Verdict.NONE:
            return self._offers.no_others(talk)
        offered = self._offers.choices(others[:CHOICES], asked, today)
        return offered.remembering(asked.query.text)

    def _beside(
        self, talk: Conversation, today: date, *, of_years: bool
    ) -> tuple[list[Entry], Ranking]:
        """What stands beside what was told or offered, and the question that found it."""
        question = rewording.of_another(talk.question, "", today) if of_years else talk.question
        asked = self._asked(question, today)
        topic = self._entries.get(talk.topic)
        shown = {talk.topic} if topic else set(talk.offered)
        left = [one for one in self._known(talk.offered) if topic and one.id != topic.id]
        near = self._known([one.entry_id for one in asked.near(_WORTH_BESIDE)])
        told = shown.union(*(self._stories.retold(one) for one in shown))
        others = [
            one
            for one in self._stories.each_once(left or near)
            if one.id not in told and not (of_years and topic and _same_year(one, topic))
        ]
        return others, asked

    def _search(self, text: str, today: date) -> Ranking:
        return rank(self._index, text, today=today, retold=self._stories.retold)

    def _retold(self, talk: Conversation) -> frozenset[str]:
        return self._stories.retold(talk.topic) if talk.topic in self._entries else frozenset()

    def _known(self, ids: Sequence[str]) -> list[Entry]:
        return [self._entries[one] for one in ids if one in self._entries]

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
        found = [one for one in known if not of_other_edition(one, clean)]
        allowed = len(own) // 2 if points else 0
        holding = [one for one in found if len(subjects.missing_from(one, own)) <= allowed]
        near = [m.entry_id for m in matches if m.score >= _NEARLY * matches[0].score]
        if not own or not holding:
            return None
        first_near = holding[0].id in near
        if not (points or (first_near and self._goes_on(holding[0], own, talk, today))):
            return None
        offered = [one for one in holding if one.id in talk.offered]
        meant = holding[0] if holding[0] is found[0] else [*offered, *holding][0]
        topic = [one for one in holding if one.id == talk.topic and subjects.says(one, own)]
        meant = topic[0] if topic and not points else meant
        bare = asked.query.aspect is Aspect.TOPIC  # "อันที่ไปลาว" still asks what was asked before
        if again := None if points else self._asked_again(meant, own, asked, talk, today):
            return again
        query = ranking.query if bare else asked.query
        strict = not (bare or points)
        reply = self._answers.answer(meant, replace(ranking, query=query), today, strict=strict)
        return reply.remembering(talk.question if strict else ranking.query.text)

    def _asked_again(
        self, topic: Entry, own: Sequence[str], more: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the topic was asked last, of something else in it: "สุริยุปราคาล่ะ"; None if not told.

        Of the words of that which name something the last, if there are more, is what is done.
        """
        if more.query.aspect is not Aspect.TOPIC or cues.asks_whether(more.query.clean):
            return None
        if not (own and talk.facet) or topic.id != talk.topic or place_label(topic, own):
            return None
        words = self._asked(talk.facet, today).query.terms
        last = cues.own_words(words)
        replaced = last[:-1] if len(last) > 1 else last
        asks = [word for word in words if word not in replaced]
        query = self._asked(rewording.joined([*own, *asks]), today)
        fact = Quotes(query.query, today).of(topic).fact
        named = any(subjects.labels(topic, word) for word in own)
        if fact is None or (fact.stated and not named):
            return None  # that of the whole is not of what is in it
        reply = self._answers.answer(topic, query, today, strict=True)
        return reply.remembering(talk.question).asking(query.query.text)

    def _goes_on(self, first: Entry, own: Sequence[str], talk: Conversation, today: date) -> bool:
        """Whether an entry may be what a leaning message with words of its own goes on to."""
        if self.kept.is_beside(first, own, talk, today):
            return False
        return first.id != talk.topic or subjects.says(first, own)

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


def _same_year(one: Entry, other: Entry) -> bool:
    days, others = days_of(one), days_of(other)
    return bool(days and others and days[0].year == others[0].year)


def _about_its_topic(reply: Reply, talk: Conversation) -> Reply:
    """The reply, after which the talk is still about its topic, whoever told of it.

    What that was picked from can still be picked from; where an answer came without being picked,
    "อันแรก" would be of a list that nobody looks at any more.
    """
    topic = talk.topic or reply.conversation.topic
    offered = talk.offered if talk.topic in talk.offered else ()
    return reply.staying(topic).offering(offered)
