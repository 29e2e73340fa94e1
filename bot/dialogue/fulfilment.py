"""What intents and buttons ask for, carried out without a search."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.dialogue.components import Components
from bot.dialogue.conversation import Action, Conversation, Question, Verb, known_entries
from bot.dialogue.intents.recognition import Intent, IntentKind
from bot.dialogue.lists.scopes import scope_of, scope_of_office
from bot.dialogue.matching.subjects import contradicts_year
from bot.dialogue.message import cues
from bot.dialogue.message.phrases import PHRASES, PROGRAMME
from bot.dialogue.message.utterances import without_self_repair
from bot.dialogue.presentation import contacts
from bot.dialogue.presentation.contacts import Detail
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
_MENUS = {Verb.MENU: "menu.text", Verb.HELP: "menu.help", Verb.PRIVACY: "menu.privacy"}


def carry_out(intent: Intent, question: Question, parts: Components) -> Reply | None:
    """What an intent asks for; None when it turns out to be a question after all."""
    talk = question.conversation
    if _is_of_topic(intent, question, parts):
        return None
    if smalltalk := parts.canned.smalltalk(intent.kind, talk):
        return smalltalk
    if verb := _AS_A_BUTTON.get(intent.kind):
        return perform(Action(verb), talk, question.today, parts)
    return _FULFILLED_BY[intent.kind](intent, question, parts)


def _is_of_topic(intent: Intent, question: Question, parts: Components) -> bool:
    """Whether what might be an intent is asked of the entry that is talked about.

    "อายุเท่าไหร่" of who may take part and not of the bot, "มีกิจกรรมอะไรบ้าง" of the fair and not
    of all, "ใช้ยังไง" of an app.
    """
    topic, clean = parts.entries.get(question.conversation.topic), cleaned(question.text)
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


def _tell_contact(intent: Intent, question: Question, parts: Components) -> Reply | None:
    """The ministry's card, unless the message follows up what was talked about, or told."""
    talk, today, canned = question.conversation, question.today, parts.canned
    topic = parts.entries.get(talk.topic)
    if talk.numbers_of and not intent.named and intent.detail is Detail.PHONE:
        return canned.repeat_numbers(talk.numbers_of, today)
    if topic is None and talk.choices and not intent.named:
        return None
    if intent.hotline and topic is None:
        return canned.hotline(today).within_talk(talk)
    if intent.named or topic is None:
        return canned.ministry(intent.detail, today).within_talk(talk)
    if not (topic.contact and contacts.value_of(topic.contact, intent.detail)):
        return None
    phone = intent.detail is Detail.PHONE
    other = _other_phone_asked(topic, topic.contact, normalise(talk.question)) if phone else ""
    reply = canned.office(topic.id, intent.detail, today, other)
    return reply.with_question(talk.question).with_follow_up(question.text)


def _tell_hotline(intent: Intent, question: Question, parts: Components) -> Reply:
    hotline = parts.canned.hotline(question.today, intent.detail, still=intent.still)
    return hotline.within_talk(question.conversation)


def _describe_office(intent: Intent, question: Question, parts: Components) -> Reply | None:
    """The card of an office that is asked for as such, unless an entry lists the very words."""
    text, today = question.text, question.today
    if is_verbatim(rank(parts.index, text, today=today)):
        return None
    office = parts.offices.card_of(intent.agency)
    return parts.answers.whole_entry(office, today).with_question(text) if office else None


def _tell_owner_of_number(intent: Intent, question: Question, parts: Components) -> Reply | None:
    """The card with that number; None for a strange one that stands alone.

    Or for one that only news tell of, which may be anybody's.
    """
    if office := parts.offices.owner_of_number(intent.number):
        entry, phone = office
        if entry.is_dated:
            return None
        return parts.canned.office(entry.id, Detail.PHONE, question.today, phone)
    return None if intent.alone else parts.canned.unknown_number(question.conversation)


def _tell_if_open(intent: Intent, question: Question, parts: Components) -> Reply | None:
    """Whether, or when, the office named or talked about is open; else the ministry."""
    talk, at, offices = question.conversation, question.asked_at, parts.offices
    topic = parts.entries.get(talk.topic)
    if intent.agency:
        office = offices.contact_of(intent.agency)
        if office and intent.detail in (Detail.HOURS, Detail.CLOSED):
            return parts.canned.office(office.id, intent.detail, question.today)
        return offices.is_open(office, at, intent.day) if office else None
    if topic is None and talk.choices and not intent.named:
        return None
    if intent.named or topic is None:
        return offices.is_open(None, at, intent.day)
    office = offices.with_hours(topic) if topic.contact else None
    return offices.is_open(office, at, intent.day) if office else None


def _show_list(intent: Intent, question: Question, parts: Components) -> Reply | None:
    """A list; None when it would be empty, for the search may still know of something."""
    text, talk, lists = question.text, question.conversation, parts.lists
    scope = lists.without_empty_window(intent.scope) if intent.scope else None
    own = scope_of_office(scope, letters_in(text), talk.question) if scope else None
    if own and own != scope and lists.entries_in(own):
        return lists.show(own, question.today).with_list_request(f"{text} {own.agency}")
    if scope is None or not (scope.is_open or lists.entries_in(scope)):
        return None
    return lists.show(scope, question.today).with_list_request(text)


def _tell_if_over(_: Intent, question: Question, parts: Components) -> Reply | None:
    """Whether what was listed, or talked about, is over; None when that is no event."""
    talk = question.conversation
    meant = known_entries(parts.entries, (talk.topic,) if talk.topic else talk.choices)
    return parts.lists.over_or_ahead(meant, talk, question.today)


def _pick_by_ordinal(ordinal: int, question: Question, parts: Components) -> Reply:
    talk = question.conversation
    count = len(talk.offered)
    if not count or ordinal > count:
        key = "only_so_many" if count > 1 else "only_one" if count else "nothing_offered"
        said = (Paragraph(parts.texts(f"choices.{key}", count=count)),)
        return Reply(Outcome.SMALLTALK, said, conversation=talk)
    place = ordinal - 1 if ordinal > 0 else -1
    reply = pick(talk.offered[place], talk, question.today, parts)
    return reply.with_offered(talk.offered).with_follow_up(talk.follow_up)


def _accept(_: Intent, question: Question, parts: Components) -> Reply | None:
    """The only one that was offered, to "ใช่"; of several it is asked which."""
    talk = question.conversation
    count = len(talk.choices)
    if talk.list_request or not count or talk.topic in talk.choices:
        return parts.canned.smalltalk(IntentKind.ACKNOWLEDGE, talk)
    return _pick_by_ordinal(1 if count == 1 else count + 1, question, parts)


def _tell_all(_: Intent, question: Question, parts: Components) -> Reply | None:
    topic = parts.entries.get(question.conversation.topic)
    return parts.answers.whole_entry(topic, question.today) if topic else None


_FULFILLED_BY: Mapping[IntentKind, Callable[[Intent, Question, Components], Reply | None]] = {
    IntentKind.EMERGENCY: lambda intent, _, parts: parts.canned.emergency(intent.danger),
    IntentKind.CONTACT: _tell_contact,
    IntentKind.OPEN: _tell_if_open,
    IntentKind.OFFICE: _describe_office,
    IntentKind.LISTING: _show_list,
    IntentKind.IS_OVER: _tell_if_over,
    IntentKind.AGREE: _accept,
    IntentKind.ORDINAL: lambda intent, *said: _pick_by_ordinal(intent.ordinal, *said),
    IntentKind.MORE: _tell_all,
    IntentKind.HOTLINE: _tell_hotline,
    IntentKind.PRIVATE: lambda _, asked, parts: parts.canned.private_number(asked.conversation),
    IntentKind.WHOSE_NUMBER: _tell_owner_of_number,
}


def other_office(question: Question, parts: Components) -> Reply | None:
    """How to reach the ministry, or another office, for who asked that: "งั้นกระทรวงวิทย์".

    Behind what is no office that is who is meant in its place: "ไม่ใช่ เอาของ วว."
    """
    talk, today = question.conversation, question.today
    clean = cleaned(without_self_repair(question.text))
    named, topic = strip_fillers(cues.without_lead_in(clean)), parts.entries.get(talk.topic)
    last = talk.follow_up or talk.question
    detail = contacts.asked_detail(letters_in(last))
    if detail is None:
        return None
    if squeeze(named) in PHRASES.ministry_names:
        return parts.canned.ministry(detail, today)
    behind_office = topic and topic.kind is Kind.CONTACT and cues.is_follow_up(clean)
    # An event has hours as well.
    instead = cues.rejects_answer(clean) and detail is not Detail.HOURS
    office = parts.offices.card_named(named) if behind_office or instead else None
    return parts.canned.office(office.id, detail, today).with_follow_up(last) if office else None


def next_page(question: Question, parts: Components) -> Reply | None:
    """The next page of the last list, or that there is none: "มีอีกไหม"."""
    talk, today = question.conversation, question.today
    scope = scope_of(cleaned(talk.list_request), today)
    if scope is None or scope.about:
        return None
    scope = parts.lists.without_empty_window(scope)
    more = parts.lists.next_page(scope, talk.offered, today)
    reply = more or parts.clarification.no_alternatives(talk)
    return reply.with_list_request(talk.list_request)


def perform(action: Action, talk: Conversation, today: date, parts: Components) -> Reply:
    """The reply to a button that is none of an entry's `EXTRAS`."""
    verb, argument = action.verb, action.argument
    if verb is Verb.PICK:
        return pick(argument, talk, today, parts)
    if verb is Verb.SHOW:
        entry = parts.entries.get(argument)
        return parts.answers.whole_entry(entry, today) if entry else _entry_gone(parts)
    if verb in (Verb.NEWS, Verb.EVENTS, Verb.NARROW):
        return parts.lists.for_button(verb, argument, today)
    if verb is Verb.NONE_OF_THESE:
        return _none_of_these(talk, parts)
    if verb is Verb.OFFICER:
        return parts.canned.officer(talk)
    contact = verb is Verb.CONTACT
    return (
        parts.canned.ministry(Detail.PHONE, today) if contact else parts.canned.menu(_MENUS[verb])
    )


def pick(entry_id: str, talk: Conversation, today: date, parts: Components) -> Reply:
    """What an entry tells of what was asked last; all that it tells where nothing was."""
    entry, asked = parts.entries.get(entry_id), talk.follow_up or talk.question
    if entry is None:
        return _entry_gone(parts)
    if not asked:
        return parts.answers.whole_entry(entry, today)
    ranking = parts.retrieval.search_about(entry_id, asked, today)
    reply = parts.answers.answer_to_choice(entry, ranking, today)
    of_other_year = not talk.follow_up and contradicts_year(entry, ranking.query)
    return reply.with_question(entry.title if of_other_year else talk.question)


def _entry_gone(parts: Components) -> Reply:
    return Reply(Outcome.SMALLTALK, (Paragraph(parts.texts("answer.gone")),))


def _none_of_these(talk: Conversation, parts: Components) -> Reply:
    said = (Paragraph(parts.texts("choices.none_of_these")),)
    beside = talk.offered and talk.topic not in talk.offered
    after = Conversation(topic=talk.topic if beside else "", question=talk.question)
    return Reply(Outcome.SMALLTALK, said, (parts.canned.officer_button(),), after)


def _other_phone_asked(entry: Entry, contact: Contact, last: str) -> str:
    """Another number than the first where the last question, normalised, means that; "" else."""
    words = cues.content_words(Names.load().cut(last))
    return contacts.another_phone(contact, last) or contacts.phone_beside(
        contact, entry.body, words
    )
