"""Replies that need no search: small talk, menu, emergency numbers, the ministry's own card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.intents.emergencies import NUMBERS, Danger
from bot.dialogue.intents.recognition import IntentKind
from bot.dialogue.presentation import contacts
from bot.dialogue.presentation.cards import Cards
from bot.dialogue.presentation.contacts import Detail
from bot.dialogue.replies import Block, Choice, Fact, Note, Outcome, Paragraph, Phone, Reply
from bot.knowledge.entries import Kind as EntryKind
from bot.knowledge.entries import KnowledgeBase
from bot.search.passages.stated.states import stated_state
from bot.texts import Texts
from bot.thai.questions import Aspect

# Entries the bot must be able to name; the knowledge check keeps their file names stable.
MINISTRY, HOTLINE, RADIATION = "ministry-main", "hotline-1313", "radiation-emergency-1296"

_SMALLTALK: Mapping[IntentKind, Verb | None] = {  # what its buttons lead to
    IntentKind.EMPTY: Verb.MENU,
    IntentKind.GREETING: Verb.MENU,
    IntentKind.FEELINGS: Verb.MENU,
    IntentKind.INSTRUCTIONS: Verb.MENU,
    IntentKind.THANKS: None,
    IntentKind.SORRY: None,
    IntentKind.ACKNOWLEDGE: None,
    IntentKind.WILL_ASK: None,
    IntentKind.BYE: None,
    IntentKind.WHO: Verb.OFFICER,
    IntentKind.DOUBTING: Verb.OFFICER,
    IntentKind.COMPLAINT: Verb.OFFICER,
    IntentKind.ABUSE: Verb.OFFICER,
    IntentKind.GIBBERISH: Verb.OFFICER,
    IntentKind.OTHER_LANGUAGE: Verb.OFFICER,
}
_CLOSES = (IntentKind.THANKS, IntentKind.ACKNOWLEDGE, IntentKind.BYE)
_MENU = (
    ("button.news", Action(Verb.NEWS)),
    ("button.events", Action(Verb.EVENTS)),
    ("button.contact", Action(Verb.CONTACT)),
    ("button.help", Action(Verb.HELP)),
)


class CannedReplies:
    """Says what is said without looking anything up."""

    def __init__(self, knowledge: KnowledgeBase, texts: Texts) -> None:
        self._entries = knowledge.entries
        self._texts = texts
        self._cards = Cards(texts)

    def smalltalk(self, kind: IntentKind, talk: Conversation) -> Reply | None:
        """A sentence or two; the conversation goes on where it was. None for no small talk.

        Who says thanks does not wait any more for what was asked in vain, or asked back.
        """
        if kind not in _SMALLTALK:
            return None
        leads = {Verb.MENU: self._menu_buttons(), Verb.OFFICER: (self.officer_button(),), None: ()}
        said = (Paragraph(self._texts(f"smalltalk.{kind}")),)
        if kind in _CLOSES and not (talk.topic or talk.choices):
            talk = replace(talk, question="")
        return Reply(Outcome.SMALLTALK, said, leads[_SMALLTALK[kind]], talk)

    def menu(self, key: str = "menu.text") -> Reply:
        """A text with the buttons of the main menu."""
        return Reply(Outcome.MENU, (Paragraph(self._texts(key)),), self._menu_buttons())

    def emergency(self, danger: Danger) -> Reply:
        """The numbers to call, before anything else."""
        first = danger is Danger.RADIATION
        call = {Danger.RADIATION: "radiation", Danger.MIND: "mind"}.get(danger, "call_now")
        lead: list[Block] = [Fact(self._texts("emergency.radiation_first"))] if first else []
        lead.append(Paragraph(self._texts(f"emergency.{call}")))
        known = NUMBERS[danger]
        numbers = (Phone(one, self._texts(f"emergency.number.{one}")) for one in known)
        blocks = (*lead, *numbers, Note(self._texts("emergency.not_ours")))
        entry = RADIATION if first and RADIATION in self._entries else None
        # "เบอร์ไหนนะ" behind it is asked of nothing but these numbers.
        talk = Conversation(topic=entry) if entry else Conversation(numbers_of=danger)
        return Reply(Outcome.EMERGENCY, blocks, (), talk, known[0], entry)

    def repeat_numbers(self, told: str, today: date) -> Reply:
        """The numbers that were just told once more: of a danger, or the ministry's."""
        if told in set(Danger):
            return self.emergency(Danger(told))
        return self.ministry(Detail.PHONE, today)

    def ministry(self, detail: Detail, today: date) -> Reply:
        """The ministry's card, the asked detail first."""
        return self.office(MINISTRY, detail, today)

    def hotline(self, today: date, detail: Detail = Detail.PHONE, *, still: bool = False) -> Reply:
        """What 1313 is and how it stands with it, that first where it is asked `still`.

        Or when it is answered, for a `detail` of hours.
        """
        if detail in (Detail.HOURS, Detail.CLOSED):
            return self.office(HOTLINE, detail, today)
        entry = self._entries.get(HOTLINE)
        number = contacts.value_of(entry.contact, Detail.PHONE) if entry and entry.contact else ""
        if entry is None or not number:
            return self.office(HOTLINE, Detail.PHONE, today)
        fact = stated_state(entry) if still else number
        lead = (Fact(fact),) if fact else ()
        blocks = (*lead, *self._cards.whole(entry, today))
        return Reply.about(entry.id, Outcome.CONTACT, blocks, fact, Aspect.CONTACT)

    def office(self, entry_id: str, detail: Detail, today: date, fact: str = "") -> Reply:
        """The card of an office; honest when the asked detail is not known.

        `fact` is what to tell first, where it is not simply the detail.
        """
        entry = self._entries.get(entry_id)
        if entry is None or entry.contact is None:
            switchboard = Paragraph(self._texts("contact.no_entry"))
            if detail is Detail.PHONE:
                return Reply(Outcome.CONTACT, (switchboard,))
            unknown = Paragraph(self._texts(f"contact.not_known.{detail}"))
            return Reply(Outcome.NO_ANSWER, (unknown, switchboard))
        whole = (
            contacts.without_units(entry.contact)
            if entry.kind is EntryKind.CONTACT
            else entry.contact
        )
        fact = fact or contacts.value_of(whole, detail)
        blocks = self._cards.contact(entry, fact, today)
        if not fact:
            keys = (f"contact.not_known.{detail}", "contact.other_ways")
            said = tuple(Paragraph(self._texts(key)) for key in keys)
            return Reply.about(entry.id, Outcome.NO_ANSWER, (*said, *blocks), aspect=Aspect.CONTACT)
        return Reply.about(entry.id, Outcome.CONTACT, blocks, fact, Aspect.CONTACT)

    def officer(self, talk: Conversation) -> Reply:
        """How to reach a person; the conversation goes on where it was."""
        return replace(
            self._with_ministry_numbers(Outcome.CONTACT, "officer", talk), to_a_person=True
        )

    def private_number(self, talk: Conversation) -> Reply:
        """Personal numbers are not given out."""
        return self._with_ministry_numbers(Outcome.NO_ANSWER, "not_private", talk)

    def unknown_number(self, talk: Conversation) -> Reply:
        """Nobody known to us has that number; the ministry's own, for who was called by it."""
        reply = self._with_ministry_numbers(Outcome.SMALLTALK, "strange_number", talk)
        return replace(reply, choices=(self.officer_button(),))

    def _with_ministry_numbers(self, outcome: Outcome, key: str, talk: Conversation) -> Reply:
        """A sentence and the ministry's own numbers, told beside what the talk is about."""
        blocks = (Paragraph(self._texts(f"contact.{key}")), *self.numbers())
        after = replace(talk, numbers_of=MINISTRY)
        return Reply(outcome, blocks, conversation=after, aspect=Aspect.CONTACT)

    def numbers(self, detail: Detail = Detail.PHONE) -> tuple[Block, ...]:
        """The ministry's own telephone numbers, or another detail, as a way on for any question."""
        entry = self._entries.get(MINISTRY)
        if entry is None or entry.contact is None:
            return (Note(self._texts("contact.no_entry")),)
        known = contacts.value_of(entry.contact, detail)
        contact = contacts.only_detail(entry.contact, detail if known else Detail.PHONE)
        return tuple(contacts.contact_blocks(contact, self._texts))

    def ministry_value(self, detail: Detail) -> str:
        """What the ministry's own card tells for a detail; "" when it tells nothing."""
        entry = self._entries.get(MINISTRY)
        return contacts.value_of(entry.contact, detail) if entry and entry.contact else ""

    def officer_button(self) -> Choice:
        """Leads to a person."""
        return Choice(self._texts("button.officer"), Action(Verb.OFFICER))

    def _menu_buttons(self) -> tuple[Choice, ...]:
        return tuple(Choice(self._texts(key), action) for key, action in _MENU)
