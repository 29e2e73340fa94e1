"""What intents and buttons ask for, carried out without a search."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from bot.dialogue.components import Components
from bot.dialogue.conversation import Action, Conversation, Verb, known_entries
from bot.dialogue.intents.recognition import Intent, IntentKind
from bot.dialogue.lists.scopes import Scope, scope_of, scope_of_office
from bot.dialogue.matching.subjects import contradicts_year
from bot.dialogue.message import cues
from bot.dialogue.message.phrases import PHRASES, PROGRAMME
from bot.dialogue.message.utterances import without_self_repair
from bot.dialogue.presentation.contacts import (
    Detail,
    another_phone,
    asked_detail,
    phone_beside,
    value_of,
)
from bot.dialogue.replies import Outcome, Paragraph, Reply
from bot.knowledge.entries import Contact, Entry, Kind
from bot.search.finding import is_verbatim, rank
from bot.thai.fillers import strip_fillers
from bot.thai.names import Names
from bot.thai.normalise import cleaned, letters_in, normalise, squeeze
from bot.thai.questions import Aspect, aspect_of

_AS_A_BUTTON = {  # what is said in words and does what a button does
    IntentKind.MENU: Verb.MENU,
    IntentKind.HELP: Verb.HELP,
    IntentKind.PRIVACY: Verb.PRIVACY,
    IntentKind.OFFICER: Verb.OFFICER,
    IntentKind.REJECT: Verb.NONE_OF_THESE,
}


class Fulfilment:
    """Carries out intents and buttons over one knowledge base."""

    def __init__(self, parts: Components) -> None:
        self._entries = parts.entries
        self._index = parts.index
        self._texts = parts.texts
        self._canned = parts.canned
        self._offices = parts.offices
        self._answers = parts.answers
        self._clarification = parts.clarification
        self._lists = parts.lists

    def carry_out(
        self, intent: Intent, text: str, talk: Conversation, at: datetime
    ) -> Reply | None:
        """What an intent asks for; None when it turns out to be a question after all."""
        kind, today = intent.kind, at.date()
        if self._is_of_topic(intent, text, talk):
            return None
        if smalltalk := self._canned.smalltalk(kind, talk):
            return smalltalk
        if kind in _AS_A_BUTTON:
            return self.perform(Action(_AS_A_BUTTON[kind]), talk, today)
        fulfilled_by: Mapping[IntentKind, Callable[[], Reply | None]] = {
            IntentKind.EMERGENCY: lambda: self._canned.emergency(intent.danger),
            IntentKind.CONTACT: lambda: self._tell_contact(intent, text, talk, today),
            IntentKind.OPEN: lambda: self._tell_if_open(intent, talk, at),
            IntentKind.OFFICE: lambda: self._describe_office(intent, text, today),
            IntentKind.LISTING: lambda: self._show_list(intent.scope, text, talk, today),
            IntentKind.IS_OVER: lambda: self._tell_if_over(talk, today),
            IntentKind.AGREE: lambda: self._accept(talk, today),
            IntentKind.ORDINAL: lambda: self._pick_by_ordinal(intent.ordinal, talk, today),
            IntentKind.MORE: lambda: self._tell_all(talk, today),
            IntentKind.HOTLINE: lambda: self._tell_hotline(intent, talk, today),
            IntentKind.PRIVATE: lambda: self._canned.private_number(talk),
            IntentKind.WHOSE_NUMBER: lambda: self._tell_owner_of_number(intent, talk, today),
        }
        return fulfilled_by[kind]()

    def _is_of_topic(self, intent: Intent, text: str, talk: Conversation) -> bool:
        """Whether what might be an intent is asked of the entry that is talked about.

        "อายุเท่าไหร่" of who may take part and not of the bot, "มีกิจกรรมอะไรบ้าง" of the fair and not
        of all, "ใช้ยังไง" of an app.
        """
        topic, clean = self._entries.get(talk.topic), cleaned(text)
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

    def _tell_contact(
        self, intent: Intent, text: str, talk: Conversation, today: date
    ) -> Reply | None:
        """The ministry's card, unless the message follows up what was talked about, or told."""
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
            other = (
                _other_phone_asked(topic, topic.contact, normalise(talk.question)) if phone else ""
            )
            reply = self._canned.office(topic.id, intent.detail, today, other)
            return reply.with_question(talk.question).with_follow_up(text)
        return None

    def _tell_hotline(self, intent: Intent, talk: Conversation, today: date) -> Reply:
        return self._canned.hotline(today, intent.detail, still=intent.still).within_talk(talk)

    def _describe_office(self, intent: Intent, text: str, today: date) -> Reply | None:
        """The card of an office that is asked for as such, unless an entry lists the very words."""
        if is_verbatim(rank(self._index, text, today=today)):
            return None
        office = self._offices.card_of(intent.agency)
        return self._answers.whole_entry(office, today).with_question(text) if office else None

    def _tell_owner_of_number(
        self, intent: Intent, talk: Conversation, today: date
    ) -> Reply | None:
        """The card with that number; None for a strange one that stands alone.

        Or for one that only news tell of, which may be anybody's.
        """
        if office := self._offices.owner_of_number(intent.number):
            entry, phone = office
            if entry.is_dated:
                return None
            return self._canned.office(entry.id, Detail.PHONE, today, phone)
        return None if intent.alone else self._canned.unknown_number(talk)

    def _tell_if_open(self, intent: Intent, talk: Conversation, at: datetime) -> Reply | None:
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

    def _show_list(
        self, scope: Scope | None, text: str, talk: Conversation, today: date
    ) -> Reply | None:
        """A list; None when it would be empty, for the search may still know of something."""
        scope = self._lists.without_empty_window(scope) if scope else None
        own = scope_of_office(scope, letters_in(text), talk.question) if scope else None
        if own and own != scope and self._lists.entries_in(own):
            return self._lists.show(own, today).with_list_request(f"{text} {own.agency}")
        if scope is None or not (scope.is_open or self._lists.entries_in(scope)):
            return None
        return self._lists.show(scope, today).with_list_request(text)

    def _tell_if_over(self, talk: Conversation, today: date) -> Reply | None:
        """Whether what was listed, or talked about, is over; None when that is no event."""
        meant = (talk.topic,) if talk.topic else talk.choices
        return self._lists.over_or_ahead(known_entries(self._entries, meant), talk, today)

    def _pick_by_ordinal(self, ordinal: int, talk: Conversation, today: date) -> Reply | None:
        count = len(talk.offered)
        if not count or ordinal > count:
            key = "only_so_many" if count > 1 else "only_one" if count else "nothing_offered"
            said = (Paragraph(self._texts(f"choices.{key}", count=count)),)
            return Reply(Outcome.SMALLTALK, said, conversation=talk)
        place = ordinal - 1 if ordinal > 0 else -1
        reply = self.pick(talk.offered[place], talk, today)
        return reply.with_offered(talk.offered).with_follow_up(talk.follow_up)

    def _accept(self, talk: Conversation, today: date) -> Reply | None:
        """The only one that was offered, to "ใช่"; of several it is asked which."""
        count = len(talk.choices)
        if talk.list_request or not count or talk.topic in talk.choices:
            return self._canned.smalltalk(IntentKind.ACKNOWLEDGE, talk)
        return self._pick_by_ordinal(1 if count == 1 else count + 1, talk, today)

    def _tell_all(self, talk: Conversation, today: date) -> Reply | None:
        topic = self._entries.get(talk.topic)
        return self._answers.whole_entry(topic, today) if topic else None

    def other_office(self, text: str, talk: Conversation, today: date) -> Reply | None:
        """How to reach the ministry, or another office, for who asked that: "งั้นกระทรวงวิทย์".

        Behind what is no office that is who is meant in its place: "ไม่ใช่ เอาของ วว."
        """
        clean, topic = cleaned(without_self_repair(text)), self._entries.get(talk.topic)
        named = strip_fillers(cues.without_lead_in(clean))
        last = talk.follow_up or talk.question
        detail = asked_detail(letters_in(last))
        if detail is None:
            return None
        if squeeze(named) in PHRASES.ministry_names:
            return self._canned.ministry(detail, today)
        behind_office = topic and topic.kind is Kind.CONTACT and cues.is_follow_up(clean)
        # An event has hours as well.
        instead = cues.rejects_answer(clean) and detail is not Detail.HOURS
        office = self._offices.card_named(named) if behind_office or instead else None
        if office is None:
            return None
        return self._canned.office(office.id, detail, today).with_follow_up(last)

    def next_page(self, talk: Conversation, today: date) -> Reply | None:
        """The next page of the last list, or that there is none: "มีอีกไหม"."""
        scope = scope_of(cleaned(talk.list_request), today)
        if scope is None or scope.about:
            return None
        scope = self._lists.without_empty_window(scope)
        more = self._lists.next_page(scope, talk.offered, today)
        reply = more or self._clarification.no_alternatives(talk)
        return reply.with_list_request(talk.list_request)

    def perform(self, action: Action, talk: Conversation, today: date) -> Reply:
        """The reply to a button that is none of an entry's `EXTRAS`."""
        verb, argument = action.verb, action.argument
        if verb is Verb.PICK:
            return self.pick(argument, talk, today)
        if verb is Verb.SHOW:
            entry = self._entries.get(argument)
            return self._answers.whole_entry(entry, today) if entry else self._entry_gone()
        if verb in (Verb.NEWS, Verb.EVENTS, Verb.NARROW):
            return self._lists.for_button(verb, argument, today)
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

    def pick(self, entry_id: str, talk: Conversation, today: date) -> Reply:
        """What an entry tells of what was asked last; all that it tells where nothing was."""
        entry, asked = self._entries.get(entry_id), talk.follow_up or talk.question
        if entry is None:
            return self._entry_gone()
        if not asked:
            return self._answers.whole_entry(entry, today)
        ranking = rank(self._index, asked, today=today, topic=entry_id)
        reply = self._answers.answer_to_choice(entry, ranking, today)
        of_other_year = not talk.follow_up and contradicts_year(entry, ranking.query)
        return reply.with_question(entry.title if of_other_year else talk.question)

    def _entry_gone(self) -> Reply:
        return Reply(Outcome.SMALLTALK, (Paragraph(self._texts("answer.gone")),))

    def _none_of_these(self, talk: Conversation) -> Reply:
        said = (Paragraph(self._texts("choices.none_of_these")),)
        beside = talk.offered and talk.topic not in talk.offered
        after = Conversation(topic=talk.topic if beside else "", question=talk.question)
        return Reply(Outcome.SMALLTALK, said, (self._canned.officer_button(),), after)


def _other_phone_asked(entry: Entry, contact: Contact, last: str) -> str:
    """Another number than the first where the last question, normalised, means that; "" else."""
    words = cues.content_words(Names.load().cut(last))
    return another_phone(contact, last) or phone_beside(contact, entry.body, words)
