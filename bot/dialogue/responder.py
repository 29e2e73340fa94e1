"""What to say to a message or a button: intents first, then the search, then what was said before.

Everything here is determined by the knowledge, the message, the conversation and the day.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import Clarification
from bot.dialogue.context import rewriting
from bot.dialogue.context.anaphora import (
    person_referred_to,
    resolve_kind,
    resolve_position,
    resolve_still,
)
from bot.dialogue.context.ellipsis import (
    expand_noun,
    expand_rank,
    expand_same,
    expand_side,
    expand_whole,
)
from bot.dialogue.context.spelling import corrected
from bot.dialogue.context.topic_return import returned_topic
from bot.dialogue.conversation import EXTRAS, Action, Conversation, Question, Verb, served
from bot.dialogue.intents.canned_replies import MINISTRY, CannedReplies
from bot.dialogue.intents.emergencies import alarms_taught, danger_in, without_courtesies
from bot.dialogue.intents.entry_actions import EntryActions
from bot.dialogue.intents.offices import Offices
from bot.dialogue.intents.recognition import Intent, IntentKind, excuse_for, intent_of
from bot.dialogue.lists.listings import Lists
from bot.dialogue.lists.scopes import Listing, Scope, of_the_office, scope_of
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import contradicts_year
from bot.dialogue.message import cues
from bot.dialogue.message.cues import without_demonstratives
from bot.dialogue.message.phrases import PHRASES, PROGRAMME
from bot.dialogue.message.utterances import first_question, in_standard_thai, without_self_repair
from bot.dialogue.presentation.contacts import (
    Detail,
    another_phone,
    asked_detail,
    phone_beside,
    value_of,
)
from bot.dialogue.replies import Outcome, Paragraph, Reply
from bot.dialogue.search_turns import SearchTurns
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
    IntentKind.MENU: Verb.MENU,
    IntentKind.HELP: Verb.HELP,
    IntentKind.PRIVACY: Verb.PRIVACY,
    IntentKind.OFFICER: Verb.OFFICER,
    IntentKind.REJECT: Verb.NONE_OF_THESE,
}


class Responder:
    """Answers from one knowledge base and its index; holds no state of any conversation."""

    def __init__(self, knowledge: KnowledgeBase, index: Index, texts: Texts) -> None:
        self._entries: Mapping[str, Entry] = knowledge.entries
        self._index = index
        self._texts = texts
        self._canned = CannedReplies(knowledge, texts)
        self._stories = Stories(knowledge.entries)
        self._offices = Offices(knowledge, texts, self._canned)
        self._answers = Answers(texts, self._canned, self._offices)
        self._clarification = Clarification(knowledge.entries, texts, self._canned, self._stories)
        self._lists = Lists(knowledge, index, texts, self._stories)
        self._search_turns = SearchTurns(
            knowledge.entries,
            index,
            texts,
            canned=self._canned,
            stories=self._stories,
            answers=self._answers,
            clarification=self._clarification,
            lists=self._lists,
        )
        self._entry_actions = EntryActions(knowledge, texts, self._stories.series)
        self._alarms = alarms_taught(knowledge)

    def respond(self, question: Question) -> Reply:
        """The reply to a message; never raises for any text."""
        at, talk = question.asked_at, question.conversation
        talk = talk if talk.is_fresh(at) else Conversation()
        text = in_standard_thai(question.text)
        then, asked = returned_topic(text, talk, self._entries) or (talk, text)
        if then is talk or asked:
            reply = self._answered(asked, then, at)
        else:
            reply = self._shown(then.topic, then, at.date(), whole=False)
        return _stamped(self._entry_actions.offered(reply, at.date()), at, talk)

    def _answered(self, text: str, talk: Conversation, at: datetime) -> Reply:
        today, alarm = at.date(), self._alarm(text)
        text = _to_the_point(self._in_thai(text, talk), today)
        text = self._spelt_right(text, talk, today)
        topic, last = self._entries.get(talk.topic), talk.follow_up or talk.question
        told = person_referred_to(text, topic, last, self._index, today)
        said = text = resolve_still(expand_same(text), told)
        if talk.topic or talk.choices:
            text = expand_side(expand_whole(expand_noun(text), talk.follow_up), last)
        if talk.topic:
            text = resolve_kind(resolve_position(expand_rank(text, last), told), last)
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
        sentence = excuse_for(normalise(gate(text))) is IntentKind.OTHER_LANGUAGE
        alone = sentence and not (talk.topic or talk.choices or talk.question)
        return text if alone else wholly_thai_of(text)

    def _spelt_right(self, text: str, talk: Conversation, today: date) -> str:
        """A misspelt short message as it was meant; outside a talk what needs no search alone."""
        meant = corrected(text, served(self._entries, (talk.topic, *talk.choices)))
        if meant == text or talk.topic or talk.choices or talk.question:
            return meant
        return meant if not intent_of(text, today) and intent_of(meant, today) else text

    def reports_danger(self, text: str) -> bool:
        """Whether a message gets the card of emergency numbers: by itself, and without a search."""
        said = in_standard_thai(text)
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
        return self._answers.answer(first, ranking, today).with_question(text) if stands else None

    def _alarm(self, text: str) -> Intent | None:
        """What somebody taught to be an emergency, however politely it is said."""
        danger = self._alarms.get(without_courtesies(text))
        return Intent(IntentKind.EMERGENCY, danger=danger) if danger else None

    def perform(self, action: Action, conversation: Conversation, at: datetime) -> Reply:
        """The reply to a button, however old it is."""
        if action.verb in EXTRAS:
            return _stamped(self._entry_actions.perform(action, at), at, conversation)
        reply = self._perform(action, conversation, at.date())
        return _stamped(self._entry_actions.offered(reply, at.date()), at, conversation)

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
        menu = self._canned.menu
        return {
            Verb.NONE_OF_THESE: lambda talk, _: self._none_of_these(talk),
            Verb.MENU: lambda _, __: menu(),
            Verb.HELP: lambda _, __: menu("menu.help"),
            Verb.PRIVACY: lambda _, __: menu("menu.privacy"),
            Verb.CONTACT: lambda _, today: self._canned.ministry(Detail.PHONE, today),
            Verb.OFFICER: lambda talk, _: self._canned.officer(talk),
        }

    def _shown(self, entry_id: str, talk: Conversation, today: date, *, whole: bool) -> Reply:
        entry = self._entries.get(entry_id)
        if entry is None:
            return Reply(Outcome.SMALLTALK, (Paragraph(self._texts("answer.gone")),))
        asked = talk.follow_up or talk.question
        if whole or not asked:
            return self._answers.whole_entry(entry, today)
        ranking = rank(self._index, asked, today=today, topic=entry_id)
        reply = self._answers.answer_to_choice(entry, ranking, today)
        taken = not talk.follow_up and contradicts_year(
            entry, ranking.query
        )  # though of another year
        return reply.with_question(entry.title if taken else talk.question)

    def _none_of_these(self, talk: Conversation) -> Reply:
        said = (Paragraph(self._texts("choices.none_of_these")),)
        beside = talk.offered and talk.topic not in talk.offered
        kept = Conversation(topic=talk.topic if beside else "", question=talk.question)
        return Reply(Outcome.SMALLTALK, said, (self._canned.officer_button(),), kept)

    def _carry_out(
        self, intent: Intent, text: str, talk: Conversation, at: datetime
    ) -> Reply | None:
        """What an intent asks for; None when it turns out to be a question after all."""
        kind, today = intent.kind, at.date()
        if self._is_of_topic(intent, text, talk):
            return None
        if self._canned.has(kind):
            return self._canned.smalltalk(kind, talk)
        if kind in _AS_A_BUTTON:
            return self._perform(Action(_AS_A_BUTTON[kind]), talk, today)
        needing: Mapping[IntentKind, Callable[[], Reply | None]] = {
            IntentKind.EMERGENCY: lambda: self._canned.emergency(intent.danger),
            IntentKind.CONTACT: lambda: self._contact(intent, text, talk, today),
            IntentKind.OPEN: lambda: self._open(intent, talk, at),
            IntentKind.OFFICE: lambda: self._office(intent, text, today),
            IntentKind.LISTING: lambda: self._listing(intent.scope, text, talk, today),
            IntentKind.GONE_BY: lambda: self._gone_by(talk, today),
            IntentKind.AGREE: lambda: self._agreed(talk, today),
            IntentKind.ORDINAL: lambda: self._ordinal(intent.ordinal, talk, today),
            IntentKind.MORE: lambda: self._more(talk, today),
            IntentKind.HOTLINE: lambda: self._canned.hotline(
                today, intent.detail, still=intent.still
            ).within_talk(talk),
            IntentKind.PRIVATE: lambda: self._canned.private_number(talk),
            IntentKind.WHOSE_NUMBER: lambda: self._whose_number(intent, talk, today),
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
            case IntentKind.FEELINGS:
                return aspect_of(clean) is Aspect.HOWMANY
            case IntentKind.WHO:
                return clean.startswith("ชื่อ")
            case IntentKind.LISTING:
                asked = PROGRAMME.match(squeeze(clean))
                return bool(asked and (topic.event or (asked["what"] or "?") in topic.body))
            case _:
                return intent.kind is IntentKind.HELP and not intent.named

    def _contact(self, intent: Intent, text: str, talk: Conversation, today: date) -> Reply | None:
        """The ministry's card, unless the message leans on what was talked about, or told."""
        topic = self._entries.get(talk.topic)
        if talk.numbers_of and not intent.named and intent.detail is Detail.PHONE:
            return self._canned.repeat_numbers(talk.numbers_of, today)
        if topic is None and talk.choices and not intent.named:
            return None
        if intent.hotline and topic is None:
            return self._canned.hotline(today).within_talk(talk)
        if intent.named or topic is None:
            return self._canned.ministry(intent.detail, today).within_talk(talk)
        if topic.contact and value_of(topic.contact, intent.detail):
            phone = intent.detail is Detail.PHONE
            other = _phone_meant(topic, topic.contact, normalise(talk.question)) if phone else ""
            reply = self._canned.office(topic.id, intent.detail, today, other)
            return reply.with_question(talk.question).with_follow_up(text)
        return None

    def _office(self, intent: Intent, text: str, today: date) -> Reply | None:
        """The card of an office that is asked for as such, unless an entry lists the very words."""
        if is_verbatim(rank(self._index, text, today=today)):
            return None
        office = self._offices.card_of(intent.agency)
        return self._answers.whole_entry(office, today).with_question(text) if office else None

    def _whose_number(self, intent: Intent, talk: Conversation, today: date) -> Reply | None:
        """The card with that number; None for a strange one that stands alone.

        Or for one that only news tell of, which may be anybody's.
        """
        if office := self._offices.owner_of_number(intent.number):
            entry, phone = office
            if entry.kind in HAPPENINGS:
                return None
            return self._canned.office(entry.id, Detail.PHONE, today, phone)
        return None if intent.alone else self._canned.unknown_number(talk)

    def _open(self, intent: Intent, talk: Conversation, at: datetime) -> Reply | None:
        """Whether, or when, the office named or talked about is open; else the ministry."""
        topic = self._entries.get(talk.topic)
        if intent.agency:
            office = self._offices.contact_of(intent.agency)
            if office and intent.detail in (Detail.HOURS, Detail.CLOSED):
                return self._canned.office(office.id, intent.detail, at.date())
            return self._offices.is_open(office, at, intent.day) if office else None
        if topic is None and talk.choices and not intent.named:
            return None
        if intent.named or topic is None:
            return self._offices.is_open(None, at, intent.day)
        office = self._offices.with_hours(topic) if topic.contact else None
        return self._offices.is_open(office, at, intent.day) if office else None

    def _listing(
        self, scope: Scope | None, text: str, talk: Conversation, today: date
    ) -> Reply | None:
        """A list; None when it would be empty, for the search may still know of something."""
        scope = self._lists.without_empty_window(scope) if scope else None
        own = of_the_office(scope, squeeze(normalise(text)), talk.question) if scope else None
        if own and own != scope and self._lists.within(own):
            return self._lists.show(own, today).with_list_request(f"{text} {own.agency}")
        if scope is None or not (scope.is_open or self._lists.within(scope)):
            return None
        return self._lists.show(scope, today).with_list_request(text)

    def _narrowed(self, text: str, talk: Conversation, at: datetime) -> Reply | None:
        """The last list of other days, another place or office: "แล้วปี 62 ล่ะ"."""
        today = at.date()
        clean = normalise(gate(text)) if talk.list_request else ""
        if clean and rewriting.wants_others(clean):
            return self._rest_of(talk, today)
        asked = rewriting.narrowed(talk.list_request, clean, today) if clean else ""
        scope = scope_of(asked, today) if asked else None
        if scope is None:
            return None
        if scope.about:
            return self._search(asked, Conversation(), at).with_list_request(asked)
        return self._lists.show(self._lists.without_empty_window(scope), today).with_list_request(
            asked
        )

    def _rest_of(self, talk: Conversation, today: date) -> Reply | None:
        """The next page of the last list, or that there is none: "มีอีกไหม"."""
        scope = scope_of(normalise(gate(talk.list_request)), today)
        if scope is None or scope.about:
            return None
        more = self._lists.next_page(self._lists.without_empty_window(scope), talk.offered, today)
        return (more or self._clarification.no_alternatives(talk)).with_list_request(
            talk.list_request
        )

    def _instead(self, text: str, talk: Conversation, today: date) -> Reply | None:
        """How to reach the ministry, or another office, for who asked that: "งั้นกระทรวงวิทย์".

        Behind what is no office that is who is meant in its place: "ไม่ใช่ เอาของ วว."
        """
        clean, topic = normalise(gate(without_self_repair(text))), self._entries.get(talk.topic)
        named = strip_fillers(cues.without_lead_in(clean))
        last = talk.follow_up or talk.question
        detail = asked_detail(squeeze(normalise(last)))
        if detail is None:
            return None
        if squeeze(named) in PHRASES.ministry_names:
            return self._canned.ministry(detail, today)
        of_office = (
            topic is not None and topic.kind is EntryKind.CONTACT and cues.is_follow_up(clean)
        )
        reaches = (
            cues.rejects_answer(clean) and detail is not Detail.HOURS
        )  # which an event has as well
        office = self._offices.card_named(named) if of_office or reaches else None
        return (
            self._canned.office(office.id, detail, today).with_follow_up(last) if office else None
        )

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
        return reply.with_offered(talk.offered).with_follow_up(talk.follow_up)

    def _agreed(self, talk: Conversation, today: date) -> Reply | None:
        """The only one that was offered, to "ใช่"; of several it is asked which."""
        count = len(talk.choices)
        if talk.list_request or not count or talk.topic in talk.choices:
            return self._canned.smalltalk(IntentKind.ACKNOWLEDGE, talk)
        return self._ordinal(1 if count == 1 else count + 1, talk, today)

    def _more(self, talk: Conversation, today: date) -> Reply | None:
        topic = self._entries.get(talk.topic)
        return self._answers.whole_entry(topic, today) if topic else None

    def _search(self, text: str, talk: Conversation, at: datetime, *, leans: bool = False) -> Reply:
        """What is found, unless the message asks for something plain once it is read aright.

        `leans`: nothing else than the topic can be meant.
        """
        today = at.date()
        asked = without_demonstratives(text) if talk.topic or talk.choices else text
        ranking = self._search_turns.ranked(asked, talk, today)
        if ranking.query.repairs:
            intent = intent_of(ranking.query.clean, today)
            reply = self._carry_out(intent, ranking.query.clean, talk, at) if intent else None
            if reply:
                return replace(reply, ranking=ranking)
        points = leans or asked != text
        reply = self._search_turns.reply(ranking, talk, today, of_topic=points)
        first = first_question(ranking.query.clean) if reply.is_unknown else ""
        alone = self._search(first, talk, at) if first else reply
        return reply if alone.is_unknown else alone


def _phone_meant(entry: Entry, contact: Contact, last: str) -> str:
    """Another number than the first where the last question, normalised, means that; "" else."""
    own = cues.content_words(Names.load().cut(last))
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
