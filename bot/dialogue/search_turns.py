"""The reply to a message that was searched for: as a follow-up, else by its own words."""

from dataclasses import replace

from bot.dialogue import result_lists, standalone
from bot.dialogue.abstention.candidates import CHOICES
from bot.dialogue.context import follow_ups
from bot.dialogue.context.bare_questions import is_bare, lacks_subject, of_subject
from bot.dialogue.context.follow_ups import names_only_new
from bot.dialogue.context.last_question import entries_meant, followed_by, followed_by_message
from bot.dialogue.context.new_words import wholly_missing
from bot.dialogue.context.slot_changes import changed_question, follow_up_of
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import known_entries
from bot.dialogue.matching.places import is_held_in, only_place, title_names_place
from bot.dialogue.matching.subjects import contradicts_year
from bot.dialogue.message.cues import content_words, is_follow_up, rejects_answer
from bot.dialogue.replies import UNANSWERED, Outcome, Paragraph, Reply
from bot.knowledge.entries import Entry
from bot.search.ranking import Ranking
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import SHORT, Aspect


def reply_to(turn: Turn, *, of_topic: bool = False) -> Reply:
    """The reply to what was found, in the light of the conversation.

    `of_topic`: the message points at the topic, so that nothing else can be meant.
    """
    if definition := follow_ups.definition(turn):
        return standalone.reply_to(definition, turn)
    turn = replace(turn, changed=of_subject(turn) or changed_question(turn))
    reply = _by_context(turn)
    if reply is None and lacks_subject(turn):
        reply = turn.parts.clarification.ask_subject(turn.ranking)
    elif reply is None and _is_bare_question(turn):
        reply = _ask_behind_last_question(turn)
    else:
        reply = reply or _by_its_words(turn)
        for step in (  # each mends the reply where it does not fit the talk
            _ask_with_last_question,
            _leave_topic,
            _answer_by_topic,
            _stay_with_topic,
            _answer_of_place,
            result_lists.as_list,
        ):
            reply = step(reply, turn)
    reply = _offer_last_topic(reply, turn)
    return _answer_what_is_pointed_at(reply, turn) if of_topic else reply


def _by_context(turn: Turn) -> Reply | None:
    """Who held an office, or what goes on from the last message; None for neither."""
    holder = standalone.office_holder(turn)
    reply = holder or follow_ups.reply_to(turn)
    return reply and (_of_other_office(reply, turn) or reply)


def _of_other_office(reply: Reply, turn: Turn) -> Reply | None:
    """How to reach the office that is asked for alone, where the topic only tells of it.

    Or the first that was offered.
    """
    topic = turn.topic or next(iter(turn.choices), None)
    if topic is None or reply.entry != topic.id or reply.answer:
        return None
    card = turn.parts.office_cards.another_office(topic, turn.ranking)
    if card is None:
        return None
    return turn.answer(card).with_question(turn.query.text)


def _ask_behind_last_question(turn: Turn) -> Reply:
    """The reply to the last question followed by a bare one."""
    found = standalone.reply_to(followed_by(turn), turn, carried=True)
    reply = turn.as_follow_up(found)
    return reply.with_topic(turn.talk.topic) if found.outcome is Outcome.NO_ANSWER else reply


def _by_its_words(turn: Turn) -> Reply:
    """The reply to the message alone, or to the last question that it asks of another year."""
    if turn.changed is None:
        return standalone.reply_to(turn.ranking, turn)
    return standalone.reply_to(turn.changed, turn, carried=True).with_follow_up(follow_up_of(turn))


def _ask_with_last_question(alone: Reply, turn: Turn) -> Reply:
    """A reply without an answer, or that to the last question followed by the message."""
    if turn.changed or alone.outcome not in UNANSWERED or alone.conversation.follow_up:
        return alone
    asked = followed_by_message(turn)
    if asked is None:
        return alone
    found = standalone.reply_to(asked, turn, carried=True)
    if found.entry and found.entry == alone.entry:
        return alone
    meant = entries_meant(found, turn, alone.entry)
    if not meant:
        return alone
    if not found.entry:
        found = turn.ask_which(meant, asked)
    elif turn.query.aspect is Aspect.TOPIC:  # that was asked a day, not this
        asked = replace(asked, query=turn.query)
        found = turn.answer(meant[0], asked)
    return turn.as_follow_up(found)


def _leave_topic(reply: Reply, turn: Turn) -> Reply:
    """The reply; the talk leaves a topic that does not know what nobody knows either.

    What is asked next is not of the topic before, as if that had been meant.
    """
    if not (reply.is_unknown and names_only_new(turn)):
        return reply
    asked = reply.conversation.question if turn.changed else turn.query.text
    return reply.with_topic("").with_question(asked)


def _answer_by_topic(reply: Reply, turn: Turn) -> Reply:
    """The topic's answer, where it is the only choice and has all the words."""
    topic = turn.topic
    if topic is None or reply.conversation.choices != (topic.id,):
        return reply
    return reply if wholly_missing(topic, turn.new_words) else _topic_answer(topic, turn)


def _stay_with_topic(reply: Reply, turn: Turn) -> Reply:
    """The reply; the talk stays with its topic until the only choice is accepted.

    That is what a few letters found that ask something of no name.
    """
    clean = turn.query.clean
    alone = reply.outcome is Outcome.CHOICES and not reply.conversation.topic
    if not (alone and turn.topic) or len(reply.conversation.choices) != 1:
        return reply
    if turn.query.aspect is Aspect.TOPIC or len(squeeze(clean)) > SHORT or is_follow_up(clean):
        return reply
    return turn.as_follow_up(reply.with_topic(turn.talk.topic))


def _answer_of_place(reply: Reply, turn: Turn) -> Reply:
    """The places the topic names, where nothing is known of the bare place asked for.

    Or what else there is of that place, to choose from.
    """
    topic, query, changed = turn.topic, turn.query, turn.changed
    if topic is None or changed is None or not reply.is_unknown:
        return reply
    place = only_place(query, turn.new_words)
    if not place or rejects_answer(query.clean):
        return reply
    if there := _entries_of_place(place, changed, turn):
        said = Paragraph(turn.parts.texts("answer.not_there", place=place))
        offer = turn.ask_which(there)
        asked = query.text if query.aspect is Aspect.WHAT else changed.query.text
        return replace(offer, blocks=(said, *offer.blocks)).with_question(asked)
    if place in Names.load().provinces_in(normalise(topic.body)):  # its own day is of elsewhere
        of_it = replace(changed, query=replace(changed.query, aspect=Aspect.TOPIC))
        told = turn.answer(topic, of_it)
    else:
        told = turn.parts.answers.other_places(topic, place, turn.ranking, turn.today)
    return told.with_question(turn.talk.question)


def _entries_of_place(place: str, changed: Ranking, turn: Turn) -> list[Entry]:
    """Entries beside the topic with the place in their title, or held there.

    With most words of the last question, unless it is asked what there is at all: "แล้วที่
    ตรังมีอะไร".
    """
    aspect = turn.query.aspect
    if aspect not in (Aspect.TOPIC, Aspect.WHAT):
        return []
    anything = aspect is Aspect.WHAT
    matches = (*changed.matches, *(turn.ranking.matches if anything else ()))
    forms = "".join(form for form, _ in changed.query.places)
    words = [one for one in content_words(changed.query.terms) if one not in forms]
    there = [
        one
        for one in known_entries(turn.parts.entries, dict.fromkeys(one.entry_id for one in matches))
        if one is not turn.topic
        and (title_names_place(one, {place}) or is_held_in(one, {place}))
        and (anything or 2 * len(wholly_missing(one, words)) < len(words))
    ]
    return list(turn.parts.stories.one_per_story(there))[:CHOICES]


def _offer_last_topic(reply: Reply, turn: Turn) -> Reply:
    """The reply; or the topic just left as a choice, where nothing else can be meant.

    Whoever told a long story meanwhile, or asked of another thing in vain, may mean it.
    """
    talk, query, words = turn.talk, turn.query, turn.new_words
    short = len(query.letters) <= SHORT and (words or query.wants_yes_or_no)
    asks = query.aspect is not Aspect.TOPIC or short
    if not (asks and reply.is_unknown and talk.previous) or talk.topic or talk.choices:
        return reply
    left = turn.parts.entries.get(talk.previous[0].topic)
    if left is None or any(wholly_missing(left, [word]) for word in words):
        return reply  # each by itself: two short ones may be pieces of what was misspelt
    if contradicts_year(
        left, turn.parts.retrieval.of_message(talk.question, talk, turn.today).query
    ):
        return reply
    offer = turn.ask_which([left])
    return offer.with_question(talk.previous[0].question).with_follow_up(query.text)


def _answer_what_is_pointed_at(reply: Reply, turn: Turn) -> Reply:
    """The topic's answer, where another entry or none would answer: "แอปนี้ใช้ยังไง"."""
    topic = turn.topic
    told = topic and reply.conversation.topic == topic.id
    if topic is None or (told and reply.outcome is not Outcome.CHOICES):
        return reply
    if not wholly_missing(topic, turn.new_words):
        return _topic_answer(topic, turn)
    return turn.parts.answers.not_stated(topic, Aspect.WHAT).with_question(turn.talk.question)


def _topic_answer(topic: Entry, turn: Turn) -> Reply:
    return turn.answer(topic, strict=True).with_question(turn.talk.question)


def _is_bare_question(turn: Turn) -> bool:
    """Whether a message names nothing, "จัดวันไหน", and so is asked behind the last question.

    Of a topic that does not tell whether it is so it is not asked again.
    """
    if turn.changed or not turn.talk.question:
        return False
    asks_whether = turn.query.aspect is Aspect.TOPIC
    return is_bare(turn.new_words, turn.query) and not (asks_whether and turn.talk.topic)
