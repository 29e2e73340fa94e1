"""What to say to a message or a button: intents first, then the search, then what was said before.

Everything here is determined by the knowledge, the message, the conversation and the day.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import Offers
from bot.dialogue.context import rewriting
from bot.dialogue.context.anaphora import (
    asked_if_still,
    asked_of_kind,
    asked_of_office,
    person_told,
)
from bot.dialogue.context.ellipsis import (
    asked_as_before,
    asked_by_noun,
    asked_of_rank,
    asked_of_side,
    asked_of_whole,
)
from bot.dialogue.context.spelling import as_asked
from bot.dialogue.context.topic_return import gone_back
from bot.dialogue.conversation import EXTRAS, Action, Conversation, Question, Verb, served
from bot.dialogue.intents.canned_replies import MINISTRY, Courtesies
from bot.dialogue.intents.emergencies import alarms_taught, danger_in, without_courtesies
from bot.dialogue.intents.entry_actions import Extras
from bot.dialogue.intents.offices import Offices
from bot.dialogue.intents.recognition import Intent, Kind, excuse_for, intent_of
from bot.dialogue.lists.listings import Lists
from bot.dialogue.lists.scopes import Listing, Scope, of_the_office, scope_of
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import denies_year
from bot.dialogue.message import cues
from bot.dialogue.message.cues import without_pointer
from bot.dialogue.message.phrases import PHRASES, PROGRAMME
from bot.dialogue.message.utterances import as_meant, as_said, first_question
from bot.dialogue.presentation.contacts import (
    Detail,
    another_phone,
    asked_detail,
    phone_beside,
    value_of,
)
from bot.dialogue.replies import Outcome, Paragraph, Reply
from bot.dialogue.search_turns import Searching
from bot.knowledge.entries import HAPPENINGS, Contact, Entry, KnowledgeBase
from bot.knowledge.entries import Kind as EntryKind
from bot.search.finding import is_verbatim, rank
from bot.search.index import Index
from bot.search.ranking import Ranking, Verdict
from bot.texts import Texts
from bot.thai.english import thai_of, wholly_thai_of
from bot.thai.fillers import strip_fillers, without_asides
from bot.thai.names import Names
from bot.thai.normalise import gate, normalise, squeeze
from bot.thai.questions import Aspect, aspect_of

_WORTH_SUGGESTING = 0.5  # of the best score
_AS_A_BUTTON = {  # what is said in words and does what a button does
    Kind.MENU: Verb.MENU,
    Kind.HELP: Verb.HELP,
    Kind.PRIVACY: Verb.PRIVACY,
    Kind.OFFICER: Verb.OFFICER,
    Kind.REJECT: Verb.NONE_OF_THESE,
}


class Responder:
    """Answers from one knowledge base and its index; holds no state of any conversation."""

    def __init__(self, knowledge: KnowledgeBase, index: Index, texts: Texts) -> None:
        self._entries: Mapping[str, Entry] = knowledge.entries
        self._index = index
        self._texts = texts
        self._courtesies = Courtesies(knowledge, texts)
        self._stories = Stories(knowledge.entries)
        self._offices = Offices(knowledge, texts, self._courtesies)
        self._answers = Answers(texts, self._courtesies, self._offices)
        self._offers = Offers(knowledge.entries, texts, self._courtesies, self._stories)
        self._lists = Lists(knowledge, index, texts, self._stories)
        self._searching = Searching(
            knowledge,
            index,
            texts,
            courtesies=self._courtesies,
            stories=self._stories,
            answers=self._answers,
            offers=self._offers,
            lists=self._lists,
        )
        self._extras = Extras(knowledge, texts, self._stories.series)
        self._alarms = alarms_taught(knowledge)

    def respond(self, question: Question) -> Reply:
        """The reply to a message; never raises for any text."""
        at, talk = question.asked_at, question.conversation
        talk = talk if talk.is_fresh(at) else Conversation()
        text = as_said(question.text)
        then, asked = gone_back(text, talk, self._entries) or (talk, text)
        if then is talk or asked:
            reply = self._answered(asked, then, at)
        else:
            reply = self._shown(then.topic, then, at.date(), whole=False)
        return _stamped(self._extras.offered(reply, at.date()), at, talk)

    def _answered(self, text: str, talk: Conversation, at: datetime) -> Reply:
        today, alarm = at.date(), self._alarm(text)
        text = _to_the_point(self._in_thai(text, talk), today)
        text = self._spelt_right(text, talk, today)
        topic, last = self._entries.get(talk.topic), talk.facet or talk.question
        told = person_told(text, topic, last, self._index, today)
        said = text = asked_if_still(asked_as_before(text), told)
        if talk.topic or talk.choices:
            text = asked_of_side(asked_of_whole(asked_by_noun(text), talk.facet), last)
        if talk.topic:
            text = asked_of_kind(asked_of_office(asked_of_rank(text, last), told), last)
        intent = alarm or intent_of(text, today)
        reply = self._carry_out(intent, text, talk, at) if intent else None
        if reply is None and intent and intent.scope and intent.scope.first:
            talk = Conversation()  # what there is in those days is asked of no topic
        if reply is None:
            reply = self._narrowed(text, talk, at) or self._instead(text, talk, today)
        if reply is None:
            reply = self._search(text, talk, at, leans=text != said)
        if reply.ranking and reply.ranking.query.repairs:
            intent = intent or intent_of(reply.ranking.query.clean, today)
        named = intent is None or intent.named  # not by what was said before
        if named and reply.outcome is Outcome.NO_ANSWER and reply.entry == MINISTRY:
            reply = self._told_elsewhere(text, today) or reply
        return reply

    def _in_thai(self, text: str, talk: Conversation) -> str:
        """English in Thai where it is spoken; elsewhere what asks of the talk, and no sentence."""
        if self._texts.language == "en":
            return thai_of(text)
        sentence = excuse_for(normalise(gate(text))) is Kind.OTHER_LANGUAGE
        alone = sentence and not (talk.topic or talk.choices or talk.question)
        return text if alone else wholly_thai_of(text)

    def _spelt_right(self, text: str, talk: Conversation, today: date) -> str:
        """A misspelt short message as it was meant; outside a talk what needs no search alone."""
        meant = as_asked(text, served(self._entries, (talk.topic, *talk.choices)))
        if meant == text or talk.topic or talk.choices or talk.question:
            return meant
        return meant if not intent_of(text, today) and intent_of(meant, today) else text

    def reports_danger(self, text: str) -> bool:
        """Whether a message gets the card of emergency numbers: by itself, and without a search."""
        said = as_said(text)
        repaired, _ = self._index.keyboard.repair(gate(said))
        ways = (squeeze(normalise(gate(one))) for one in (said, repaired))
        return self._alarm(said) is not None or any(map(danger_in, ways))

    def _told_elsewhere(self, text: str, today: date) -> Reply | None:
        """What a standing entry tells of what the ministry's card does not: "ขออีเมลกระทรวง"."""
        ranking = rank(self._index, text, today=today)
        if ranking.verdict is not Verdict.SURE:
            return None
        first = self._entries[ranking.matches[0].entry_id]
        stands = first.kind not in HAPPENINGS and first.id != MINISTRY
        return self._answers.answer(first, ranking, today).remembering(text) if stands else None

    def _alarm(self, text: str) -> Intent | None:
        """What somebody taught to be an emergency, however politely it is said."""
        danger = self._alarms.get(without_courtesies(text))
        return Intent(Kind.EMERGENCY, danger=danger) if danger else None

    def perform(self, action: Action, conversation: Conversation, at: datetime) -> Reply:
        """The reply to a button, however old it is."""
        if action.verb in EXTRAS:
            return _stamped(self._extras.perform(action, at), at, conversation)
        reply = self._perform(action, conversation, at.date())
        return _stamped(self._extras.offered(reply, at.date()), at, conversation)

    def suggest(self, text: str, at: datetime, most: int) -> list[Reply]:
        """What may be meant by words that are still being typed, told whole, the best first.

        Without words the events ahead, or the last ones. Nothing where there is no answer.
        """
        today = at.date()
        if not text.strip():
            first = self._lists.show(Scope(Listing.EVENTS), today)
        else:
            first = self.respond(Question(text, at))
        if first.outcome in (Outcome.NO_ANSWER, Outcome.SMALLTALK):
            return []
        told = [first] if first.entry or first.outcome is Outcome.EMERGENCY else []
        ids = dict.fromkeys((*first.conversation.offered, *self._others(first.ranking)))
        others = [one for one in served(self._entries, ids) if one.id != first.entry]
        replies = (self._told(one, first.ranking, today) for one in others[:most])
        return [*told, *(one for one in replies if one.outcome is not Outcome.NO_ANSWER)][:most]

    def _others(self, ranking: Ranking | None) -> list[str]:
        """The entries that come near the best one."""
        near = ranking.near(_WORTH_SUGGESTING) if ranking else ()
        return [one.entry_id for one in near]

    def _told(self, entry: Entry, ranking: Ranking | None, today: date) -> Reply:
        ranking = ranking or rank(self._index, entry.title, today=today, topic=entry.id)
        return self._answers.answer(entry, ranking, today)

    def _perform(self, action: Action, talk: Conversation, today: date) -> Reply:
        verb, argument = action.verb, action.argument
        if verb in (Verb.PICK, Verb.SHOW):
            return self._shown(argument, talk, today, whole=verb is Verb.SHOW)
        if verb in (Verb.NEWS, Verb.EVENTS, Verb.NARROW):
            return self._lists.press(verb, argument, today)
        return self._simple_actions()[verb](talk, today)

    def _simple_actions(self) -> Mapping[Verb, Callable[[Conversation, date], Reply]]:
        menu = self._courtesies.menu
        return {
            Verb.NONE_OF_THESE: lambda talk, _: self._none_of_these(talk),
            Verb.MENU: lambda _, __: menu(),
            Verb.HELP: lambda _, __: menu("menu.help"),
            Verb.PRIVACY: lambda _, __: menu("menu.privacy"),
            Verb.CONTACT: lambda _, today: self._courtesies.ministry(Detail.PHONE, today),
            Verb.OFFICER: lambda talk, _: self._courtesies.officer(talk),
        }

    def _shown(self, entry_id: str, talk: Conversation, today: date, *, whole: bool) -> Reply:
        entry = self._entries.get(entry_id)
        if entry is None:
            return Reply(Outcome.SMALLTALK, (Paragraph(self._texts("answer.gone")),))
        asked = talk.facet or talk.question
        if whole or not asked:
            return self._answers.whole(entry, today)
        ranking = rank(self._index, asked, today=today, topic=entry_id)
        reply = self._answers.picked(entry, ranking, today)
        taken = not talk.facet and denies_year(entry, ranking.query)  # though of another year
        return reply.remembering(entry.title if taken else talk.question)

    def _none_of_these(self, talk: Conversation) -> Reply:
        said = (Paragraph(self._texts("choices.none_of_these")),)
        beside = talk.offered and talk.topic not in talk.offered
        kept = Conversation(topic=talk.topic if beside else "", question=talk.question)
        return Reply(Outcome.SMALLTALK, said, (self._courtesies.officer_button(),), kept)

    def _carry_out(
        self, intent: Intent, text: str, talk: Conversation, at: datetime
    ) -> Reply | None:
        """What an intent asks for; None when it turns out to be a question after all."""
        kind, today = intent.kind, at.date()
        if self._is_of_topic(intent, text, talk):
            return None
        if self._courtesies.says(kind):
            return self._courtesies.smalltalk(kind, talk)
        if kind in _AS_A_BUTTON:
            return self._perform(Action(_AS_A_BUTTON[kind]), talk, today)
        needing: Mapping[Kind, Callable[[], Reply | None]] = {
            Kind.EMERGENCY: lambda: self._courtesies.emergency(intent.danger),
            Kind.CONTACT: lambda: self._contact(intent, text, talk, today),
            Kind.OPEN: lambda: self._open(intent, talk, at),
            Kind.OFFICE: lambda: self._office(intent, text, today),
            Kind.LISTING: lambda: self._listing(intent.scope, text, talk, today),
            Kind.GONE_BY: lambda: self._gone_by(talk, today),
            Kind.AGREE: lambda: self._agreed(talk, today),
            Kind.ORDINAL: lambda: self._ordinal(intent.ordinal, talk, today),
            Kind.MORE: lambda: self._more(talk, today),
            Kind.HOTLINE: lambda: self._courtesies.hotline(
                today, intent.detail, still=intent.still
            ).within(talk),
            Kind.PRIVATE: lambda: self._courtesies.private_number(talk),
            Kind.WHOSE_NUMBER: lambda: self._whose_number(intent, talk, today),
        }
        return needing[kind]()

    def _is_of_topic(self, intent: Intent, text: str, talk: Conversation) -> bool:
        """Whether what might be an intent is asked of the entry that is talked about.

        "อายุเท่าไหร่" of who may take part and not of the bot, "มีกิจกรรมอะไรบ้าง" of the fair and not
        of all, "ใช้ยังไง" of an app.
        """
        topic, clean = self._entries.get(talk.topic), normalise(gate(text))
        if topic is None:
            return False
        match intent.kind:
            case Kind.FEELINGS:
                return aspect_of(clean) is Aspect.HOWMANY
            case Kind.WHO:
                return clean.startswith("ชื่อ")
            case Kind.LISTING:
                asked = PROGRAMME.match(squeeze(clean))
                return bool(asked and (topic.event or (asked["what"] or "?") in topic.body))
            case _:
                return intent.kind is Kind.HELP and not intent.named

    def _contact(self, intent: Intent, text: str, talk: Conversation, today: date) -> Reply | None:
        """The ministry's card, unless the message leans on what was talked about, or told."""
        topic = self._entries.get(talk.topic)
        if talk.told and not intent.named and intent.detail is Detail.PHONE:
            return self._courtesies.told_again(talk.told, today)
        if topic is None and talk.choices and not intent.named:
            return None
        if intent.hotline and topic is None:
            return self._courtesies.hotline(today).within(talk)
        if intent.named or topic is None:
            return self._courtesies.ministry(intent.detail, today).within(talk)
        if topic.contact and value_of(topic.contact, intent.detail):
            phone = intent.detail is Detail.PHONE
            other = _phone_meant(topic, topic.contact, normalise(talk.question)) if phone else ""
            reply = self._courtesies.office(topic.id, intent.detail, today, other)
            return reply.remembering(talk.question).asking(text)
        return None

    def _office(self, intent: Intent, text: str, today: date) -> Reply | None:
        """The card of an office that is asked for as such, unless an entry lists the very words."""
        if is_verbatim(rank(self._index, text, today=today)):
            return None
        office = self._offices.card_of(intent.agency)
        return self._answers.whole(office, today).remembering(text) if office else None

    def _whose_number(self, intent: Intent, talk: Conversation, today: date) -> Reply | None:
        """The card with that number; None for a strange one that stands alone.

        Or for one that only news tell of, which may be anybody's.
        """
        if office := self._offices.of_number(intent.number):
            entry, phone = office
            if entry.kind in HAPPENINGS:
                return None
            return self._courtesies.office(entry.id, Detail.PHONE, today, phone)
        return None if intent.alone else self._courtesies.strange_number(talk)

    def _open(self, intent: Intent, talk: Conversation, at: datetime) -> Reply | None:
        """Whether, or when, the office named or talked about is open; else the ministry."""
        topic = self._entries.get(talk.topic)
        if intent.agency:
            office = self._offices.of_agency(intent.agency)
            if office and intent.detail in (Detail.HOURS, Detail.CLOSED):
                return self._courtesies.office(office.id, intent.detail, at.date())
            return self._offices.is_open(office, at, intent.day) if office else None
        if topic is None and talk.choices and not intent.named:
            return None
        if intent.named or topic is None:
            return self._offices.is_open(None, at, intent.day)
        office = self._offices.open_like(topic) if topic.contact else None
        return self._offices.is_open(office, at, intent.day) if office else None

    def _listing(
        self, scope: Scope | None, text: str, talk: Conversation, today: date
    ) -> Reply | None:
        """A list; None when it would be empty, for the search may still know of something."""
        scope = self._lists.settled(scope) if scope else None
        own = of_the_office(scope, squeeze(normalise(text)), talk.question) if scope else None
        if own and own != scope and self._lists.within(own):
            return self._lists.show(own, today).listing(f"{text} {own.agency}")
        if scope is None or not (scope.is_open or self._lists.within(scope)):
            return None
        return self._lists.show(scope, today).listing(text)

    def _narrowed(self, text: str, talk: Conversation, at: datetime) -> Reply | None:
        """The last list of other days, another place or office: "แล้วปี 62 ล่ะ"."""
        today = at.date()
        clean = normalise(gate(text)) if talk.listed else ""
        if clean and rewriting.wants_others(clean):
            return self._rest_of(talk, today)
        asked = rewriting.narrowed(talk.listed, clean, today) if clean else ""
        scope = scope_of(asked, today) if asked else None
        if scope is None:
            return None
        if scope.about:
            return self._search(asked, Conversation(), at).listing(asked)
        return self._lists.show(self._lists.settled(scope), today).listing(asked)

    def _rest_of(self, talk: Conversation, today: date) -> Reply | None:
        """The next page of the last list, or that there is none: "มีอีกไหม"."""
        scope = scope_of(normalise(gate(talk.listed)), today)
        if scope is None or scope.about:
            return None
        more = self._lists.more(self._lists.settled(scope), talk.offered, today)
        return (more or self._offers.no_others(talk)).listing(talk.listed)

    def _instead(self, text: str, talk: Conversation, today: date) -> Reply | None:
        """How to reach the ministry, or another office, for who asked that: "งั้นกระทรวงวิทย์".

        Behind what is no office that is who is meant in its place: "ไม่ใช่ เอาของ วว."
        """
        clean, topic = normalise(gate(as_meant(text))), self._entries.get(talk.topic)
        named = strip_fillers(cues.said_more(clean))
        last = talk.facet or talk.question
        detail = asked_detail(squeeze(normalise(last)))
        if detail is None:
            return None
        if squeeze(named) in PHRASES.ministry_names:
            return self._courtesies.ministry(detail, today)
        of_office = topic is not None and topic.kind is EntryKind.CONTACT and cues.leans(clean)
        reaches = cues.rejects(clean) and detail is not Detail.HOURS  # which an event has as well
        office = self._offices.named_alone(named) if of_office or reaches else None
        return self._courtesies.office(office.id, detail, today).asking(last) if office else None

    def _gone_by(self, talk: Conversation, today: date) -> Reply | None:
        """Whether what was listed, or talked about, is over; None when that is no event."""
        meant = (talk.topic,) if talk.topic else talk.choices
        return self._lists.gone_by(served(self._entries, meant), talk, today)

    def _ordinal(self, ordinal: int, talk: Conversation, today: date) -> Reply | None:
        count = len(talk.offered)
        if not count or ordinal > count:
            key = "only_so_many" if count > 1 else "only_one" if count else "nothing_offered"
            said = (Paragraph(self._texts(f"choices.{key}", count=count)),)
            return Reply(Outcome.SMALLTALK, said, conversation=talk)
        place = ordinal - 1 if ordinal > 0 else -1
        reply = self._shown(talk.offered[place], talk, today, whole=False)
        return reply.offering(talk.offered).asking(talk.facet)

    def _agreed(self, talk: Conversation, today: date) -> Reply | None:
        """The only one that was offered, to "ใช่"; of several it is asked which."""
        count = len(talk.choices)
        if talk.listed or not count or talk.topic in talk.choices:
            return self._courtesies.smalltalk(Kind.ACKNOWLEDGE, talk)
        return self._ordinal(1 if count == 1 else count + 1, talk, today)

    def _more(self, talk: Conversation, today: date) -> Reply | None:
        topic = self._entries.get(talk.topic)
        return self._answers.whole(topic, today) if topic else None

    def _search(self, text: str, talk: Conversation, at: datetime, *, leans: bool = False) -> Reply:
        """What is found, unless the message asks for something plain once it is read aright.

        `leans`: nothing else than the topic can be meant.
        """
        today = at.date()
        asked = without_pointer(text) if talk.topic or talk.choices else text
        ranking = self._searching.ranked(asked, talk, today)
        if ranking.query.repairs:
            intent = intent_of(ranking.query.clean, today)
            reply = self._carry_out(intent, ranking.query.clean, talk, at) if intent else None
            if reply:
                return replace(reply, ranking=ranking)
        points = leans or asked != text
        reply = self._searching.reply(ranking, talk, today, points=points)
        first = first_question(ranking.query.clean) if reply.is_unknown else ""
        alone = self._search(first, talk, at) if first else reply
        return reply if alone.is_unknown else alone


def _phone_meant(entry: Entry, contact: Contact, last: str) -> str:
    """Another number than the first where the last question, normalised, means that; "" else."""
    own = cues.own_words(Names.load().cut(last))
    return another_phone(contact, last) or phone_beside(contact, entry.body, own)


def _to_the_point(text: str, today: date) -> str:
    """A message without what is said around it: "น่าสนใจดี จัดวันไหน"; as it is where that is plain."""
    clean = normalise(gate(text))
    bare = without_asides(clean)
    return text if bare == " ".join(clean.split()) or intent_of(text, today) else bare


def _stamped(reply: Reply, at: datetime, before: Conversation) -> Reply:
    starts = reply.outcome is Outcome.MENU  # nothing said before is meant any more
    told = reply.outcome is not Outcome.NO_ANSWER
    talk = reply.conversation if starts else reply.conversation.after(before, answered=told)
    return replace(reply, conversation=replace(talk, updated_at=at))
