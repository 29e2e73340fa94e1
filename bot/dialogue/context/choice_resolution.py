"""Which of the choices on screen a message means: by its year or place, by its words."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.context.topic_tracking import is_about
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import known_entries
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.message import cues
from bot.dialogue.message.phrases import PHRASES
from bot.dialogue.presentation.agencies import agencies_of
from bot.dialogue.replies import Outcome, Reply
from bot.dialogue.rewriting import slots
from bot.dialogue.selection.reranking import FACTS, is_dated_ahead
from bot.knowledge.entries import Entry
from bot.search.passages.acts import act_asked, does
from bot.search.passages.people.roles import ROLE
from bot.search.ranking import Verdict
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect

_A_NAME = 20  # letters of a message that only names one of them


def reply_to(turn: Turn) -> Reply | None:
    """The reply to a message about one of them; None if it is about none.

    Of several that answer it alike nobody knows which was meant.
    """
    if slots.wants_newest(turn.query.clean):
        return _newest(turn)
    if turn.talk.topic or not turn.talk.choices:
        return None
    if not turn.new_words:
        return _only_one_with_act(turn)
    if turn.query.aspect is Aspect.WHO and all(map(ROLE.search, turn.new_words)):
        return _ask_again(turn)  # of whatever it is there is a minister
    return _of_year_or_place(turn) or _named(turn) or _asked_of_one(turn)


def _newest(turn: Turn) -> Reply | None:
    """The answer of the newest choice.

    Beside one that was picked, of those whose titles begin with the same word.
    """
    topic, talk = turn.topic, turn.talk
    offered = known_entries(turn.entries, talk.offered) if topic else turn.choices
    alike = [one for one in offered if topic is None or _begins(one) == _begins(topic)]
    dated = [(days, one.id) for one in alike if (days := one.days)]
    if not dated or max(dated)[1] == talk.topic:
        return None
    newest = turn.entries[max(dated)[1]]
    asked = turn.search(talk.follow_up or talk.question)
    reply = turn.answer(newest, asked).with_question(talk.question)
    return reply.with_offered(talk.offered).with_follow_up(talk.follow_up)


def _only_one_with_act(turn: Turn) -> Reply | None:
    """The answer of the only choice with the act whose day is asked: "ลงนามวันไหน"."""
    act = act_asked(turn.query)
    telling = [one for one in turn.choices if act and does(f"{one.title} {one.body}", act)]
    if len(telling) != 1 or len(turn.choices) == 1:
        return None
    if turn.fact_of(telling[0], turn.query) is None:
        return None
    reply = turn.answer(telling[0], strict=True)
    return _remembering(reply, turn)


def _of_year_or_place(turn: Turn) -> Reply | None:
    """The last question answered by the choice of that year or place: "แล้วปี 67 ล่ะ"."""
    query, talk = turn.query, turn.talk
    if not subjects.are_years_and_places(query, turn.new_words):
        return None
    fitting = [one for one in turn.choices if not subjects.contradicts(one, query)]
    if len(fitting) > 1:
        fitting = [one for one in fitting if subjects.is_named_by(one, query.dated.split())]
    if len(fitting) != 1:
        return None
    question = slots.replace_slots(talk.question, query.clean, turn.today)
    follow_up = slots.replace_slots(talk.follow_up, query.clean, turn.today)
    asked = turn.search(follow_up if talk.follow_up else question)
    reply = turn.answer(fitting[0], asked).with_question(question)
    return reply.with_offered(talk.offered).with_follow_up(talk.follow_up)


def _named(turn: Turn) -> Reply | None:
    """The last question answered by the choice that the message only names."""
    named = _only_named(turn)
    if named is None:
        return None
    reply = turn.answer(named, turn.last_ranking)
    return reply.with_question(turn.talk.question).with_offered(turn.talk.offered)


def _asked_of_one(turn: Turn) -> Reply | None:
    fitting = _fitting(turn)
    replies = [turn.answer(one, strict=True) for one in fitting]
    answering = [one for one in replies if has_answer(one)] or replies
    if len(answering) > 1 and not any(is_dated_ahead(one, turn.today) for one in fitting):
        return _ask_again(turn)
    return _remembering(answering[0], turn) if answering else None


def _ask_again(turn: Turn) -> Reply:
    again = turn.parts.clarification.ask_again(turn.choices, turn.ranking, turn.today)
    return turn.as_follow_up(again)


def _remembering(reply: Reply, turn: Turn) -> Reply:
    """The reply, remembering the message as a question of its own only if the search was sure."""
    if turn.ranking.verdict is Verdict.SURE:
        return reply.with_question(turn.query.text)
    return turn.as_follow_up(reply)


def _only_named(turn: Turn) -> Entry | None:
    """The only choice that a message names which asks nothing: "เรื่องเห็ด".

    Of several that go by it the one whose title says so, or whose own the office is that is
    named: "ของ วช."
    """
    query, words = turn.query, turn.new_words
    names = query.aspect is Aspect.TOPIC and not query.wants_yes_or_no
    if not names or len(query.letters) > _A_NAME:
        return None
    called = [one for one in turn.choices if subjects.is_named_by_all(one, words)]
    titled = [one for one in called if subjects.is_named_by_all(replace(one, keywords=()), words)]
    called = titled if len(titled) == 1 else called
    office = Names.load().agencies_in(query.clean) if len(called) > 1 else ()
    called = [one for one in called if agencies_of(one)[:1] == office] if office else called
    return called[0] if len(called) == 1 < len(turn.choices) else None


def _fitting(turn: Turn) -> list[Entry]:
    """The choices that have the most of the words, if the message may be about them."""
    words, known = turn.new_words, _uncontradicted(turn)
    if all(squeeze(word) in PHRASES.ministry_names for word in words):
        return []
    if turn.ranking.verdict is Verdict.SURE:
        return _only_holding(known, turn)
    # How many of the words each lacks, and whether none of them names it.
    lacks = {
        one.id: (len(entry_words.missing_words(one, words)), not subjects.is_named_by(one, words))
        for one in known
    }
    known.sort(key=lambda one: (lacks[one.id], is_dated_ahead(one, turn.today)))
    if [lacks[one.id] for one in known[:2]] == [(0, True)] * 2:
        return []  # the words stand in both, and name neither
    asked = [one for one in known if is_about(one, turn)]
    least = lacks[asked[0].id] if asked else (0, True)
    nearest = _found_first(asked, turn) if turn.query.aspect is not Aspect.TOPIC else None
    return [
        one
        for one in asked
        if lacks[one.id] == least or (one is nearest and lacks[one.id][0] == least[0])
    ]


def _uncontradicted(turn: Turn) -> list[Entry]:
    """The choices that are of the year and place of the last question, and of the year named."""
    last = turn.talk.question and turn.last_ranking.query
    return [
        one
        for one in turn.choices
        if not (last and subjects.contradicts(one, last))
        and not subjects.is_event_of_other_year(one, turn.query)
    ]


def _found_first(entries: Sequence[Entry], turn: Turn) -> Entry | None:
    """The one of some entries that the search prefers; the first if it knows none."""
    found = [match.entry_id for match in turn.ranking.matches]
    places = {one.id: found.index(one.id) if one.id in found else len(found) for one in entries}
    return min(entries, key=lambda one: places[one.id], default=None)


def _only_holding(known: Sequence[Entry], turn: Turn) -> list[Entry]:
    """The only choice with the words of a short question that also answers it: "ใครเซ็น"."""
    query, words = turn.query, turn.new_words
    if query.aspect not in FACTS or len(query.letters) > _A_NAME:
        return []
    if len(words) > cues.FEW_WORDS:
        return []  # a question of its own: "หอมกระเทียมเก็บไง"
    holding = [one for one in known if not entry_words.missing_words(one, words)]
    facts = [turn.fact_of(one, query) for one in holding]
    return holding if len(facts) == 1 < len(known) and facts[0] else []


def _begins(entry: Entry) -> str:
    """The first word of a title that names something: "MOU", "ค่าย"."""
    return next(iter(cues.content_words(Names.load().cut(normalise(entry.title)))), "")


def has_answer(reply: Reply) -> bool:
    """Whether a reply answers, and does not only say that nothing is stated."""
    return reply.outcome is not Outcome.NO_ANSWER and (
        reply.outcome is not Outcome.CONTACT or reply.answer is not None
    )
