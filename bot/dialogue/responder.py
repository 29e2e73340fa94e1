"""The steps of a turn, in order: from a message, or a button, to the reply.

1. The message in standard Thai (`message`), and whether it goes back to an earlier topic
   (`rewriting.topic_return`).
2. The message without asides, spelt right (`rewriting.spelling`).
3. What it leaves out, from the conversation (`rewriting.ellipsis`).
4. What needs no search, and the last list narrowed (`intents`, `fulfilment`, `lists`).
5. A search, of what was said before or by its own words (`search_turns`).
6. Buttons for what can be done with the entry that answers (`intents.entry_actions`).

All of it is determined by the knowledge, the message, the conversation and the day.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.dialogue import fulfilment, search_turns
from bot.dialogue.components import Components
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import EXTRAS, Action, Conversation, Question, known_entries
from bot.dialogue.intents.canned_replies import MINISTRY
from bot.dialogue.intents.emergencies import danger_in, taught_emergencies, without_courtesies
from bot.dialogue.intents.entry_actions import EntryActions
from bot.dialogue.intents.recognition import Intent, IntentKind, fallback_intent, intent_of
from bot.dialogue.lists.scopes import Listing, Scope, scope_of
from bot.dialogue.message.cues import without_demonstratives
from bot.dialogue.message.utterances import first_question, in_standard_thai
from bot.dialogue.replies import Outcome, Reply
from bot.dialogue.rewriting import slots
from bot.dialogue.rewriting.ellipsis import in_full
from bot.dialogue.rewriting.spelling import corrected
from bot.dialogue.rewriting.topic_return import returned_topic
from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search.finding import rank
from bot.search.index import Index
from bot.search.ranking import Ranking, Verdict
from bot.texts import Texts
from bot.thai.english import thai_of, wholly_thai_of
from bot.thai.fillers import without_asides
from bot.thai.normalise import cleaned, gate, squeeze

_WORTH_SUGGESTING = 0.5  # of the best score


class Responder:
    """Answers from one knowledge base and its index; holds no state of any conversation."""

    def __init__(self, knowledge: KnowledgeBase, index: Index, texts: Texts) -> None:
        self._parts = Components.over(knowledge, index, texts)
        self._entries: Mapping[str, Entry] = knowledge.entries
        self._index = index
        self._entry_actions = EntryActions(knowledge, texts, self._parts.stories.series)
        self._alarms = taught_emergencies(knowledge)

    def respond(self, question: Question) -> Reply:
        """The reply to a message; never raises for any text."""
        at, before = question.asked_at, question.conversation
        before = before if before.is_fresh(at) else Conversation()
        text = in_standard_thai(question.text)
        talk, asked = returned_topic(text, before, self._entries) or (before, text)
        if talk is before or asked:
            reply = self._reply(Question(asked, at, talk))
        else:  # the topic before, as it was
            reply = fulfilment.pick(talk.topic, talk, at.date(), self._parts)
        return self._finished(reply, at, before)

    def perform(self, action: Action, conversation: Conversation, at: datetime) -> Reply:
        """The reply to a button, however old it is."""
        if action.verb in EXTRAS:
            return _stamped(self._entry_actions.perform(action, at), at, conversation)
        reply = fulfilment.perform(action, conversation, at.date(), self._parts)
        return self._finished(reply, at, conversation)

    def _finished(self, reply: Reply, at: datetime, before: Conversation) -> Reply:
        return _stamped(self._entry_actions.with_buttons(reply, at.date()), at, before)

    def _reply(self, question: Question) -> Reply:
        """The reply of the first step that has one."""
        talk, today, alarm = question.conversation, question.today, self._alarm(question.text)
        text, topic = self._understood(question), self._entries.get(talk.topic)
        text, of_topic = in_full(text, talk, topic, self._index, today)
        question = replace(question, text=text)
        intent = alarm or intent_of(text, today)
        reply = fulfilment.carry_out(intent, question, self._parts) if intent else None
        if reply is None:
            if intent and intent.scope and intent.scope.first:
                # What there is in those days is asked of no topic.
                question = replace(question, conversation=Conversation())
            reply = (
                self._narrowed_list(question)
                or fulfilment.other_office(question, self._parts)
                or self._search(question, of_topic=of_topic)
            )
        if reply.ranking and reply.ranking.query.repairs:
            intent = intent or intent_of(reply.ranking.query.clean, today)
        return self._beside_ministry_card(reply, intent, text, today) or reply

    def _alarm(self, text: str) -> Intent | None:
        """What somebody taught to be an emergency, however politely it is said."""
        danger = self._alarms.get(without_courtesies(text))
        return Intent(IntentKind.EMERGENCY, danger=danger) if danger else None

    def _understood(self, question: Question) -> str:
        """The message in Thai, without asides, spelt right."""
        talk, today = question.conversation, question.today
        text = _without_asides(self._in_thai(question.text, talk), today)
        meant = corrected(text, known_entries(self._entries, (talk.topic, *talk.choices)))
        if meant == text or talk.is_under_way:
            return meant
        # Outside a conversation only what needs no search is surely meant.
        return meant if not intent_of(text, today) and intent_of(meant, today) else text

    def _in_thai(self, text: str, talk: Conversation) -> str:
        """English in Thai where it is spoken; elsewhere what asks of the talk, and no sentence."""
        if self._parts.texts.language == "en":
            return thai_of(text)
        sentence = fallback_intent(cleaned(text)) is IntentKind.OTHER_LANGUAGE
        return text if sentence and not talk.is_under_way else wholly_thai_of(text)

    def _narrowed_list(self, question: Question) -> Reply | None:
        """The last list of other days, another place or office: "แล้วปี 62 ล่ะ"."""
        listed, today = question.conversation.list_request, question.today
        clean = cleaned(question.text)
        if not (listed and clean):
            return None
        if slots.wants_others(clean):
            return fulfilment.next_page(question, self._parts)
        asked = slots.narrowed(listed, clean, today)
        scope = scope_of(asked, today) if asked else None
        if scope is None:
            return None
        if scope.about:
            reply = self._search(Question(asked, question.asked_at))
        else:
            reply = self._parts.lists.show(self._parts.lists.without_empty_window(scope), today)
        return reply.with_list_request(asked)

    def _search(self, question: Question, *, of_topic: bool = False) -> Reply:
        """What is found, unless the message asks for something plain once it is read aright.

        `of_topic`: nothing else than the topic can be meant.
        """
        text, talk, today = question.text, question.conversation, question.today
        asked = without_demonstratives(text) if talk.topic or talk.choices else text
        ranking = self._parts.retrieval.of_message(asked, talk, today)
        if ranking.query.repairs and (intent := intent_of(ranking.query.clean, today)):
            read = replace(question, text=ranking.query.clean)
            if reply := fulfilment.carry_out(intent, read, self._parts):
                return replace(reply, ranking=ranking)
        turn = Turn(self._parts, ranking, talk, today)
        reply = search_turns.reply_to(turn, of_topic=of_topic or asked != text)
        first = first_question(ranking.query.clean) if reply.is_unknown else ""
        alone = self._search(replace(question, text=first)) if first else reply
        return reply if alone.is_unknown else alone

    def _beside_ministry_card(
        self, reply: Reply, intent: Intent | None, text: str, today: date
    ) -> Reply | None:
        """What a standing entry tells of what the ministry's card does not: "ขออีเมลกระทรวง"."""
        named = intent is None or intent.named  # not by what was said before
        if not named or reply.outcome is not Outcome.NO_ANSWER or reply.entry != MINISTRY:
            return None
        ranking = rank(self._index, text, today=today)
        if ranking.verdict is not Verdict.SURE:
            return None
        first = self._entries[ranking.matches[0].entry_id]
        if first.is_dated or first.id == MINISTRY:
            return None
        return self._parts.answers.answer(first, ranking, today).with_question(text)

    def reports_danger(self, text: str) -> bool:
        """Whether a message gets the card of emergency numbers: by itself, and without a search."""
        said = in_standard_thai(text)
        repaired, _ = self._index.keyboard.repair(gate(said))
        ways = (squeeze(cleaned(one)) for one in (said, repaired))
        return self._alarm(said) is not None or any(map(danger_in, ways))

    def suggest(self, text: str, at: datetime, most: int) -> list[Reply]:
        """What may be meant by words that are still being typed, told whole, the best first.

        Without words the events ahead, or the last ones. Nothing where there is no answer.
        """
        today = at.date()
        if not text.strip():
            first = self._parts.lists.show(Scope(Listing.EVENTS), today)
        else:
            first = self.respond(Question(text, at))
        if first.outcome in (Outcome.NO_ANSWER, Outcome.SMALLTALK):
            return []
        told = [first] if first.entry or first.outcome is Outcome.EMERGENCY else []
        near = first.ranking.near(_WORTH_SUGGESTING) if first.ranking else ()
        ids = dict.fromkeys((*first.conversation.offered, *(one.entry_id for one in near)))
        others = [one for one in known_entries(self._entries, ids) if one.id != first.entry]
        replies = (self._suggested(one, first.ranking, today) for one in others[:most])
        return [*told, *(one for one in replies if one.outcome is not Outcome.NO_ANSWER)][:most]

    def _suggested(self, entry: Entry, ranking: Ranking | None, today: date) -> Reply:
        ranking = ranking or rank(self._index, entry.title, today=today, topic=entry.id)
        return self._parts.answers.answer(entry, ranking, today)


def _without_asides(text: str, today: date) -> str:
    """A message without what is said around it: "น่าสนใจดี จัดวันไหน"; as it is where that is plain."""
    clean = cleaned(text)
    bare = without_asides(clean)
    return text if bare == " ".join(clean.split()) or intent_of(text, today) else bare


def _stamped(reply: Reply, at: datetime, before: Conversation) -> Reply:
    """The reply; its conversation remembers what came before, and when it was."""
    starts = reply.outcome is Outcome.MENU  # nothing said before is meant any more
    told = reply.outcome is not Outcome.NO_ANSWER
    talk = reply.conversation if starts else reply.conversation.with_history(before, answered=told)
    return replace(reply, conversation=replace(talk, updated_at=at))
