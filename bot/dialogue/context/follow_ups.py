"""The reply to a message that goes on from the last one: "จัดที่ไหน", "อันที่ไปลาว", "มีเลยไหม"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.abstention.candidates import CHOICES
from bot.dialogue.context import alternatives, bare_questions, carry_over, choice_resolution
from bot.dialogue.context.bare_questions import is_bare, may_go_on, names_a_service
from bot.dialogue.context.choice_resolution import has_answer
from bot.dialogue.context.last_question import finds_unrelated, place_label, with_last_place
from bot.dialogue.context.new_words import counts_unit, names_round
from bot.dialogue.context.slot_changes import follow_up_of, leaves_topic
from bot.dialogue.context.topic_tracking import (
    another_event,
    moves_to,
    story_of_topic,
    topic_entries,
)
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import Conversation
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.matching.places import only_place
from bot.dialogue.message import cues
from bot.dialogue.replies import UNANSWERED, Outcome, Reply
from bot.dialogue.rewriting import slots
from bot.knowledge.entries import Entry, Kind
from bot.search.passages.items import listed_items
from bot.search.passages.people.roles import ROLE
from bot.search.ranking import Ranking, Verdict
from bot.thai.questions import Aspect


def reply_to(turn: Turn) -> Reply | None:
    """The reply to a message that goes on from the last one; None when it does not."""
    steps = (  # the first that has a reply gives it
        _to_ordinal,  # "อันแรกอยู่ที่ไหน"
        alternatives.reply_to,  # "อันอื่นล่ะ"
        _of_changed_slot,  # "แล้วปี 64"
        choice_resolution.reply_to,  # "อันที่ตรัง" of those on screen
        _of_another_event,  # "แล้วที่ลาวล่ะ" behind an event like that
        _of_topic_or_beside,
    )
    reply = next(filter(None, (step(turn) for step in steps)), None)
    if reply and _is_of_other_year(reply, turn):
        reply = None
    if reply or turn.changed:
        return reply and _remembering_year(reply, turn)
    return bare_questions.offer_beside_topic(turn)


def _is_of_other_year(reply: Reply, turn: Turn) -> bool:
    """Whether the answering entry is of another year than the message names."""
    entry = turn.entries.get(reply.entry or "") if reply.outcome not in UNANSWERED else None
    return entry is not None and subjects.contradicts_year(entry, turn.query)


def _to_ordinal(turn: Turn) -> Reply | None:
    """ "อันแรกเอาไว้ทำอะไร" answered by that choice, or by that item of a list in the topic.

    The last is, without a list on screen, what was talked about last.
    """
    talk, pointed = turn.talk, cues.ordinal_reference(turn.query.clean)
    if pointed is None:
        return _to_numbered_item(turn)
    place, rest = pointed
    last = (talk.topic,) if place == cues.LAST and talk.topic else ()
    offered = talk.offered or last
    if offered and place < len(offered):
        entry = turn.entries.get(offered[place])
        if entry is None:
            return None
        asked = turn.search_about(entry, rest)
        reply = turn.answer(entry, asked, strict=bool(last))
        reply = reply.with_question(talk.question).with_offered(talk.offered)
        return reply.with_follow_up(rest) if asked.query.aspect is not Aspect.TOPIC else reply
    for entry in story_of_topic(turn, ()) if place >= 0 else ():
        items = listed_items(entry.body)
        if place < len(items):
            reply = turn.parts.answers.list_item(entry, items[place], turn.ranking, turn.today)
            return _staying(reply, talk)
    return None


def _to_numbered_item(turn: Turn) -> Reply | None:
    """ "กล่องที่ 3 คืออะไร" answered by that item of a list in the topic; None if it has none.

    Where the topic numbers them it tells that one.
    """
    topic, numbered = turn.topic, cues.numbered_thing(turn.query.clean)
    if topic is None or numbered is None or not counts_unit(topic, numbered[0]):
        return None
    items, place = listed_items(topic.body), numbered[1]
    if place < len(items):
        reply = turn.parts.answers.list_item(topic, items[place], turn.ranking, turn.today)
    else:
        reply = turn.parts.answers.not_stated(topic, Aspect.WHAT)
    return _staying(reply, turn.talk)


def _of_changed_slot(turn: Turn) -> Reply | None:
    """The last question asked of another year or place: "แล้วปี 64", "โคราชล่ะ", "ปีก่อนหน้า"."""
    topic, asked, clean = turn.topic, turn.changed, turn.query.clean
    if topic is None or asked is None or cues.rejects_answer(clean):
        return None
    if slots.asks_ever_before(clean) or slots.wants_newest(clean):
        return None
    if leaves_topic(topic, asked, turn):
        return None
    reply = turn.answer(topic, asked, strict=True)
    return reply.with_question(asked.query.text).with_follow_up(follow_up_of(turn))


def _of_another_event(turn: Turn) -> Reply | None:
    """The answer of an event like the topic, to what is asked now or was asked last."""
    entry, talk, today = another_event(turn), turn.talk, turn.today
    if entry is None:
        return None
    last = slots.replace_slots(talk.question, "", today)
    question, ranking = cues.join_words([last, *turn.new_words]), turn.ranking
    if turn.query.aspect is Aspect.TOPIC:
        follow_up = slots.replace_slots(talk.follow_up, "", today)
        asked = follow_up if talk.follow_up else question
        ranking = turn.search_about(entry, asked)
    return turn.answer(entry, ranking).with_question(question).with_follow_up(talk.follow_up)


def _of_topic_or_beside(turn: Turn) -> Reply | None:
    """The reply about the topic or all choices, or combined with the last question."""
    talk, query = turn.talk, turn.query
    if meant := topic_entries(turn):
        return _of_topic(meant, turn)
    if not talk.topic and is_bare(turn.new_words, query) and turn.choices:
        return bare_questions.about_choices(turn)
    goes_on = cues.is_follow_up(query.clean) and not turn.changed
    if talk.question and (goes_on or cues.describes_one(query.clean)):
        if reply := carry_over.reply_to(turn):
            return reply
        if goes_on and _finds_nothing_of_last_question(turn):
            nothing = turn.parts.clarification.no_answer(turn.ranking, talk)
            return nothing.with_question(talk.question)
    reply = (_of_new_owner(turn) if goes_on else None) or _of_other_place(turn)
    if reply or turn.changed:
        return reply
    untold = bare_questions.not_told_by_topic(turn)
    return _staying(untold, talk) if untold else None


def _of_topic(meant: Sequence[Entry], turn: Turn) -> Reply | None:
    """The answer of the topic, or of an entry of the same story."""
    last = turn.talk.follow_up or turn.talk.question
    listed = slots.list_of_counted(turn.query.clean, last)
    asked = turn.search(listed) if listed else turn.ranking
    return carry_over.same_of_another_part(
        meant[0], turn.new_words, turn.ranking, turn
    ) or _first_answer(meant, asked, turn)


def _first_answer(meant: Sequence[Entry], asked: Ranking, turn: Turn) -> Reply | None:
    """The answer of the first of them; if that has none, of the first like it that has.

    Or what the only one tells that was offered beside it: "เขามีประกวดไหม", then "ปีไหน".
    """
    first = _answer_from(meant[0], asked, turn)
    if first is None or first.outcome not in UNANSWERED:
        return first
    if taken := _of_only_choice(asked, turn):
        return taken
    passes = meant[0].is_dated  # and tells nothing of what stands all the year
    alike = (one for one in meant[1:] if one.is_dated is passes)
    others = (_answer_from(one, asked, turn) for one in alike)
    return next((one for one in others if one and one.outcome not in UNANSWERED), first)


def _of_only_choice(asked: Ranking, turn: Turn) -> Reply | None:
    """The answer of the only choice beside the topic, which is the topic from then on."""
    talk = turn.talk
    if len(talk.choices) != 1 or talk.topic in talk.choices or not turn.choices:
        return None
    entry = turn.choices[0]
    reply = turn.answer(entry, asked, strict=True)
    if not has_answer(reply):
        return None
    return reply.with_question(entry.title).with_follow_up(asked.query.text)


def _answer_from(meant: Entry, asked: Ranking, turn: Turn) -> Reply | None:
    """The answer of one entry; None of an office's card where a service of it is meant."""
    talk, words = turn.talk, turn.new_words
    query = with_last_place(meant, asked.query, talk)
    placed = replace(asked, query=query)
    reply = turn.answer(meant, placed, strict=True)
    if meant.kind is Kind.CONTACT and reply.outcome is Outcome.NO_ANSWER:
        told = bare_questions.about_office(meant, replace(turn, ranking=asked))
        if told is None and names_a_service(meant, turn):
            return None
        reply = told or reply
    place = place_label(meant, words) if talk.question else ""
    last = slots.replace_slots(talk.question, place, turn.today) if place else talk.question
    reply = reply if moves_to(meant, turn) else _staying(reply, talk)
    reply = reply.with_question(last)
    told_it = reply.outcome not in UNANSWERED and query.aspect is not Aspect.TOPIC
    # Of the next that is picked, and of another year, as well.
    to_pick = is_bare(words, query) and reply.conversation.offered
    return reply.with_follow_up(query.text) if told_it or to_pick else reply


def _of_new_owner(turn: Turn) -> Reply | None:
    """Entries of the topic's kind with the owner named now, to choose from: "แล้วของจุฬาล่ะ"."""
    topic, words, ranking = turn.topic, turn.new_words, turn.ranking
    if topic is None or not words or ranking.verdict is Verdict.SURE:
        return None
    if may_go_on(topic, turn.query):
        return None
    kinds = subjects.kind_words(topic).difference(words)
    near = (one for one in turn.entries_of(ranking.matches) if one.id != topic.id)
    holding = (one for one in near if not entry_words.missing_words(one, words))
    alike = [one for one in holding if not kinds.isdisjoint(subjects.kind_words(one))]
    if not alike:
        return None
    return turn.ask_which(alike[:CHOICES], ranking).with_question(turn.query.text)


def _of_other_place(turn: Turn) -> Reply | None:
    """The places the topic names, to who asks about another: "มีเลยไหม"."""
    talk, query = turn.talk, turn.query
    only = turn.choices if len(talk.choices) == 1 else []
    topic = turn.topic or next(iter(only), None)
    asks = query.is_short_yes_no_question
    place = only_place(query, turn.new_words) if asks else ""
    if topic is None or not place:
        return None
    reply = turn.parts.answers.other_places(topic, place, turn.ranking, turn.today)
    return reply.with_question(talk.question)


def definition(turn: Turn) -> Ranking | None:
    """What finds the definition of a name: "แล้ว cwie มันคืออะไร"; None if not asked."""
    topic, name = turn.topic, cues.name_to_define(turn.query.clean)
    if topic is None or not name or entry_words.defines(topic, name):
        return None
    found = turn.search(f"{name} คืออะไร")
    first = turn.first_of(found) or topic
    sure = found.verdict is Verdict.SURE and first.id != topic.id
    return found if sure and entry_words.defines(first, name) else None


def names_only_new(turn: Turn) -> bool:
    """Whether a follow-up names only what the topic does not know."""
    topic, words = turn.topic, turn.new_words
    if topic is None or not words or not cues.is_follow_up(turn.query.clean):
        return False
    return len(entry_words.missing_words(topic, words)) == len(words)


def _finds_nothing_of_last_question(turn: Turn) -> bool:
    """Whether what a follow-up finds by itself has nothing to do with the last question.

    Of any office there is one, and rounds are of anything; "ที่สองล่ะ" names nothing.
    """
    words = turn.new_words
    roles = bool(words or turn.talk.topic) and all(map(ROLE.search, words))
    return roles or names_round(words, turn.query.clean) or finds_unrelated(turn)


def _remembering_year(reply: Reply, turn: Turn) -> Reply:
    """The reply, remembering the last question with the year that was named since."""
    years, last = turn.query.years, reply.conversation.question
    if len(years) != 1 or not (reply.entry and last):
        return reply
    if turn.search(last).query.years in ((), years):
        return reply
    return reply.with_question(slots.replace_slots(last, f"ปี {years[0]}", turn.today))


def _staying(reply: Reply, talk: Conversation) -> Reply:
    """The reply, after which the talk stays with its topic and last question.

    What that was picked from can still be picked from; where an answer came without being picked,
    "อันแรก" would be of a list that nobody looks at any more.
    """
    topic = talk.topic or reply.conversation.topic
    offered = talk.offered if talk.topic in talk.offered else ()
    return reply.with_topic(topic).with_offered(offered).with_question(talk.question)
