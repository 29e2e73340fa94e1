"""Alternatives to the topic: the next office holder, the time before, others: "ข่าวอื่นล่ะ"."""

import re

from bot.dialogue.abstention.candidates import CHOICES
from bot.dialogue.context.last_question import has_last_subject
from bot.dialogue.context.new_words import new_words, wholly_missing
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import known_entries
from bot.dialogue.replies import Reply
from bot.dialogue.rewriting import slots
from bot.dialogue.selection.office_holders import WHO_IS, lists_office_holders, neighbour
from bot.knowledge.entries import Entry
from bot.search.folding import fold
from bot.search.ranking import Ranking, Verdict
from bot.thai.dates import ERA
from bot.thai.normalise import letters_in
from bot.thai.questions import Aspect

_WORTH_BESIDE = 0.5  # of the best score
_BOTH = re.compile(  # of what was talked about: "สองอันนี้ต่างกันยังไง"
    "(?:แล้ว|งั้น| )*(?:ทั้ง)?(?:สอง|2|คู่) ?(?:อัน|ตัว|ที่|งาน|เรื่อง|ทุน|โครงการ|แห่ง|หน่วยงาน)?"
    "(?:นี้|นั้น)? ?(?:มัน)?"
    "(?:ต่างกัน|แตกต่างกัน|เหมือนกัน|(?:อัน|ที่)เดียวกัน|เกี่ยวกัน)[ก-๙ ]{0,16}"
)
_NAME = 4  # letters as they sound; a shorter one may be a piece of another word


def reply_to(turn: Turn) -> Reply | None:
    """The reply to "คนก่อนหน้า", "เคยจัดมาก่อนไหม", "ข่าวอื่นล่ะ"; None to anything else.

    Or of both that were talked about last.
    """
    topic, clean = turn.topic, turn.query.clean
    if topic is None:
        return _of_others(turn)
    if turn.talk.previous and _BOTH.fullmatch(clean):
        both = known_entries(turn.entries, (turn.talk.previous[0].topic, topic.id))
        return turn.ask_which(both, turn.ranking).with_question(clean)
    step = slots.wants_next_of(clean) if lists_office_holders(topic) else 0
    if step:
        return _next_holder(topic, step, turn)
    if slots.asks_ever_before(clean):
        return _which_before(topic, turn)
    more = slots.asked_of_time_before(clean) if topic.event else None
    if more is not None and turn.talk.question:
        return _time_before(topic, more, turn)
    return _of_others(turn)


def _next_holder(topic: Entry, step: int, turn: Turn) -> Reply:
    """Who held an office before or after those just told; the whole list if nobody knows."""
    person = neighbour(topic, turn.last_ranking.query, step)
    if person is None:
        return turn.parts.answers.whole_entry(topic, turn.today).with_question(turn.talk.question)
    question = f"{person.name} {WHO_IS}"
    return turn.answer(topic, turn.search(question)).with_question(question)


def _which_before(topic: Entry, turn: Turn) -> Reply | None:
    """Events like the topic that came before it, to choose from."""
    asked, before = _before(topic, turn)
    if not before:
        return None
    return turn.ask_which(before[:CHOICES], asked).with_question(turn.talk.question)


def _time_before(topic: Entry, more: str, turn: Turn) -> Reply | None:
    """The last event like the topic before it, asked `more`, or the same as the topic."""
    talk, today = turn.talk, turn.today
    _, before = _before(topic, turn)
    days = {one.id: held for one in before if (held := one.days)}
    if not days:
        return None
    last = max(before, key=lambda one: days[one.id])
    question = slots.replace_slots(talk.question, f"ปี {days[last.id][0].year + ERA}", today)
    asked = more or slots.replace_slots(talk.follow_up, "", today)
    ranking = turn.search_about(last, asked or question)
    reply = turn.answer(last, ranking, strict=bool(more))
    return reply.with_question(question).with_follow_up(asked)


def _before(topic: Entry, turn: Turn) -> tuple[Ranking, list[Entry]]:
    """The last question without its year, and earlier events like the topic that it finds."""
    asked = turn.search(slots.replace_slots(turn.talk.question, "", turn.today))
    first, retold = topic.days, turn.parts.stories.same_story(topic.id)
    near = turn.entries_of(asked.near(_WORTH_BESIDE))
    before = [
        one
        for one in turn.parts.stories.one_per_story(near)
        if one.id not in retold
        and one.is_dated
        and first
        and (days := one.days)
        and days[0] < first[0]
        and has_last_subject(one, turn)
    ]
    return asked, before


def _of_others(turn: Turn) -> Reply | None:
    """Other entries than the topic: "ข่าวอื่นล่ะ", "อีกปีล่ะแข่งที่ไหน"."""
    query, topic = turn.query, turn.topic
    if not turn.talk.question:
        return None
    bare = query.aspect in (Aspect.TOPIC, Aspect.WHAT)
    if bare and slots.wants_others(query.clean):
        return _which_others(turn)
    more = slots.asked_of_other(query.clean) if topic else None
    if topic is None or more is None or _is_called(topic, more, turn.talk.question):
        return None
    return _other_one(more, turn)


def _other_one(more: str, turn: Turn) -> Reply | None:
    """The only other choice on screen, "อีกปีล่ะ", asked the last question or the present one.

    Of several it is not known which; None where none of them has what is said.
    """
    talk = turn.talk
    words = new_words(turn.search(more).query, talk) if more else []
    others, found = _beside(turn)
    others = [one for one in others if not wholly_missing(one, words)]
    question, follow_up = found.query.text, more or talk.follow_up
    if not others:
        return None if more else turn.parts.clarification.no_alternatives(talk)
    asked = follow_up or question
    if len(others) > 1 or others[0].id not in talk.offered:
        offer = turn.ask_which(others[:CHOICES], turn.search(asked))
        return offer.with_question(question).with_follow_up(follow_up)
    ranking = turn.search_about(others[0], asked)
    reply = turn.parts.answers.answer_to_choice(others[0], ranking, turn.today)
    return reply.with_question(question).with_offered(talk.offered).with_follow_up(follow_up)


def _which_others(turn: Turn) -> Reply:
    """What else the last question finds, to choose from."""
    others, asked = _beside(turn)
    if not others or asked.verdict is Verdict.NONE:
        return turn.parts.clarification.no_alternatives(turn.talk)
    return turn.ask_which(others[:CHOICES], asked).with_question(asked.query.text)


def _beside(turn: Turn) -> tuple[list[Entry], Ranking]:
    """The entries beside those told or offered, and the question that found them.

    Of other years, if those are asked for.
    """
    talk, topic = turn.talk, turn.topic
    of_years = slots.of_other_years(turn.query.clean)
    last = slots.replace_slots(talk.question, "", turn.today) if of_years else talk.question
    asked = turn.search(last)
    shown = {talk.topic} if topic else set(talk.offered)
    left = [
        one for one in known_entries(turn.entries, talk.offered) if topic and one.id != topic.id
    ]
    near = turn.entries_of(asked.near(_WORTH_BESIDE))
    told = shown.union(*(turn.parts.stories.same_story(one) for one in shown))
    others = [
        one
        for one in turn.parts.stories.one_per_story(left or near)
        if one.id not in told and not (of_years and topic and _same_year(one, topic))
    ]
    return others, asked


def _is_called(entry: Entry, more: str, question: str) -> bool:
    """Whether an entry of two is called by a name that was not asked of yet.

    "อีกอันล่ะ ธัชวิท" of "ธัชชา กับ ธัชวิทย์", behind "ธัชชาคืออะไร".
    """
    name, called, last = (fold(letters_in(one)) for one in (more, entry.name_text, question))
    return len(name) >= _NAME and name in called and name not in last


def _same_year(one: Entry, other: Entry) -> bool:
    days, others = one.days, other.days
    return bool(days and others and days[0].year == others[0].year)
