"""Questions without a subject, "จัดวันไหน", "ฟรีไหม", about what is on screen or was asked.

By itself it would be answered by whatever has most of its two words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.abstention.candidates import CHOICES
from bot.dialogue.context.turns import Turn
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.message import cues
from bot.dialogue.message.cues import CUES
from bot.dialogue.presentation.agencies import agencies_of
from bot.dialogue.replies import Outcome, Reply
from bot.knowledge.entries import Entry, Kind
from bot.search.finding import is_verbatim
from bot.search.passages.quoting import Quotes
from bot.search.passages.stated.fields import stated_fact
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.normalise import letters_in, squeeze
from bot.thai.questions import SHORT, Aspect

LIKELY = 0.33  # probability of a question, below which nothing it found is told unasked
_HAVE = "มี"
_CURT = 20  # letters of what may be of the topic
_OFFERED = re.compile(  # what the ministry has many of; who asks for one begins anew
    "ข่าว|เรื่อง|โครงการ|งาน|กิจกรรม|ค่าย|ทุน|อบรม|หลักสูตร|บริการ|ประกวด|แข่ง|สมัคร|สินเชื่อ|กู้"
)
_OF_A_THING = frozenset((Aspect.WHERE, Aspect.COST, Aspect.CONTACT, Aspect.HOWMANY))
_UNLESS_NAMED = frozenset((Aspect.TOPIC, Aspect.WHAT, Aspect.COST))
_HOW_IT_IS = re.compile("ไง|อย่างไร")
_NAMING = re.compile("เข้า|โทร")  # names what it is of: "ค่าเข้า" of the museum, "ค่าโทร" of 1313
_FEW_SERVICES = 3  # of one office, of which one may be meant by its name


def is_bare(words: Sequence[str], query: Query) -> bool:
    """Whether a message asks when, where, who, how much or whether, and names nothing of which."""
    return not words and query.asks_something


def lacks_subject(turn: Turn) -> bool:
    """Whether a short message asks of nothing, "จัดวันไหน", where nothing is talked about."""
    if turn.topic or turn.choices or not _needs_subject(turn.ranking):
        return False
    asks_again = not turn.talk.question or _asked_of_nothing(turn)
    return asks_again and not is_verbatim(turn.ranking)


def of_subject(turn: Turn) -> Ranking | None:
    """The last question, which was asked of nothing, asked of what a message names.

    None where that is nothing that is known, as in "ไม่รู้".
    """
    query = turn.query
    if query.aspect is not Aspect.TOPIC or not (turn.new_words and _asked_of_nothing(turn)):
        return None
    asked = turn.search(f"{cues.without_lead_in(query.bare)} {turn.talk.question}")
    first = turn.first_of(asked)
    return asked if first and subjects.is_named_by(first, turn.new_words) else None


def _asked_of_nothing(turn: Turn) -> bool:
    """Whether the last question named nothing, and it was asked back what it is about."""
    if not turn.talk.question or turn.topic or turn.choices:
        return False
    return _needs_subject(turn.last_ranking)


def _needs_subject(ranking: Ranking) -> bool:
    """Whether a bare question is short and of something: "มีอะไรน่าดูบ้าง" is of anything.

    What may be asked of anything names nothing, unless something is surely meant: "สมัครยังไง".
    The ministry's own number is meant without a name.
    """
    query = ranking.query
    asks = query.asks_something or _HOW_IT_IS.search(query.clean)
    if not asks or query.aspect is Aspect.CONTACT or len(query.letters) > SHORT:
        return False
    words = cues.content_words(query.terms)
    if not words and query.aspect is Aspect.WHAT and query.wants_several:
        return False
    if not words:
        return query.aspect not in _UNLESS_NAMED or not _NAMING.search(query.clean)
    any_has = (CUES.attributes - CUES.documents | CUES.seen).issuperset(words)
    return any_has and ranking.verdict is not Verdict.SURE


def about_choices(turn: Turn) -> Reply:
    """The answer of the only choice, or of the only one that has it; else a choice again."""
    if len(turn.choices) == 1:
        return _of_only_choice(turn.choices[0], turn)
    if teller := _only_teller(turn):
        reply = turn.answer(teller, strict=True)
    else:
        reply = turn.parts.clarification.ask_again(turn.choices, turn.ranking, turn.today)
    return turn.as_follow_up(reply)


def _of_only_choice(entry: Entry, turn: Turn) -> Reply:
    if subjects.contradicts(entry, turn.query) or not _is_likely(entry, turn):
        reply = turn.parts.clarification.no_answer(turn.ranking, turn.talk)
    else:
        reply = turn.answer(entry, strict=True)
    return reply.with_question(turn.talk.question)


def about_office(card: Entry, turn: Turn) -> Reply | None:
    """What an office's card does not tell, from a service that is named in the last question.

    Of many services of one office none is meant by its name alone.
    """
    query = turn.query
    if query.aspect is Aspect.WHERE and not cues.asks_to_apply(query.terms):
        return None  # nobody else tells where an office is
    words = cues.content_words(turn.last_ranking.query.terms)
    beside = {one.id for one in turn.entries.values() if words and _is_of(one, card, words)}
    if len(beside) > _FEW_SERVICES:
        return None
    asked = turn.search(f"{turn.talk.question} {query.text}")
    if query.aspect is Aspect.WHERE:
        query = replace(query, aspect=Aspect.HOW)  # the card has told that it has no address
    asked = replace(asked, query=query)
    found = turn.entries_of(one for one in asked.matches if one.entry_id in beside)
    named = (one for one in found if _begins(one, words))
    replies = (turn.answer(one, asked, strict=True) for one in named)
    return next((one for one in replies if one.outcome is not Outcome.NO_ANSWER), None)


def not_told_by_topic(turn: Turn) -> Reply | None:
    """That the topic does not say whether it is so, "ปลอดภัยไหม", if nothing else surely does.

    Who asks whether there is something may mean another thing, and who names another means it.
    """
    query, topic = turn.query, turn.topic
    asked = query.aspect is Aspect.TOPIC and query.is_short_yes_no_question
    words = [word for word in cues.content_words(query.terms) if not word.isdecimal()]
    if topic is None or not asked or len(words) > 1 or turn.ranking.verdict is Verdict.SURE:
        return None
    if words and _names_another(topic, words, turn):
        return None
    silent = not query.clean.startswith(_HAVE)
    return turn.parts.answers.not_stated(topic, Aspect.WHAT) if silent else None


def offer_beside_topic(turn: Turn) -> Reply | None:
    """Another entry as a choice, to a few letters that may be about the topic.

    Whoever talks about an app means it by "มีภาษาอังกฤษไหม", whatever is told of English. To
    who goes on ("แล้วชุดตรวจเท่าไหร่") the topic is offered as well: it may have another word.
    """
    query, topic, ranking = turn.query, turn.topic, turn.ranking
    if topic is None or is_verbatim(ranking) or _OFFERED.search(query.clean):
        return None
    words, found = cues.content_words(query.terms), _found(turn)
    curt = 0 < len(words) <= cues.FEW_WORDS and len(query.letters) <= _CURT
    asks = query.aspect in (Aspect.TOPIC, Aspect.WHAT)
    asks = asks and query.is_short_yes_no_question
    if ranking.verdict is Verdict.SURE and asks and curt:
        offered = found
    elif found and may_go_on(topic, query):
        beside = [one for one in found if one.id != topic.id]
        offered = [topic, *beside[: CHOICES - 1]]
    else:
        return None
    offer = turn.ask_which(offered, ranking)
    return turn.as_follow_up(offer.with_topic(topic.id))


def may_go_on(topic: Entry, query: Query) -> bool:
    """Whether a follow-up asks a fact of some thing, and uses no proper name."""
    words = cues.content_words(query.terms)
    asks = query.aspect in _OF_A_THING and cues.is_follow_up(query.clean)
    things = [word for word in words if word not in cues.attribute_words(words)]
    if not asks or len(things) != 1 or subjects.known_names(query.clean):
        return False
    return not things[0].isascii() and bool(entry_words.missing_words(topic, words))


def names_a_service(card: Entry, turn: Turn) -> bool:
    """Whether what an office's card does not tell is asked by the name of a service."""
    words, near = turn.new_words, turn.entries_of(turn.ranking.matches[:_FEW_SERVICES])
    services = (one for one in near if one is not card and one.kind is Kind.SERVICE)
    return bool(words) and any(subjects.is_named_by_all(one, words) for one in services)


def _only_teller(turn: Turn) -> Entry | None:
    """The only choice that states what is asked, if it may be meant.

    Nobody is meant where hardly anything of the last question was known. Nor is the card of an
    office by who asked for one of its matters, nor an event: its hours are not those of the
    eclipse that it remembers. Of events that were only listed the one with a price, or a number
    to call, is meant all the same.
    """
    query = turn.query
    listed = not turn.talk.question  # by their days
    if not listed and turn.last_ranking.probability < LIKELY:
        return None
    quotes = Quotes(query, turn.today)
    facts = ((one, quotes.of(one).fact) for one in turn.choices if _states(one, query))
    telling = [(one, fact) for one, fact in facts if fact and fact.is_plain]
    if len(telling) != 1:
        return None
    ((teller, fact),) = telling
    if not fact.stated or _is_one_of_its_matters(teller, turn):
        return None
    of_it = listed and query.aspect in (Aspect.COST, Aspect.CONTACT)
    return teller if of_it or not teller.is_dated else None


def _is_one_of_its_matters(card: Entry, turn: Turn) -> bool:
    """Whether the last question named, beside an office, what its card does not tell of."""
    if card.kind is not Kind.CONTACT or not turn.talk.question:
        return False
    return bool(entry_words.missing_words(card, cues.content_words(turn.last_ranking.query.terms)))


def _is_likely(entry: Entry, turn: Turn) -> bool:
    """Whether the only choice is likely what was asked for, or named exactly so."""
    words = cues.content_words(turn.last_ranking.query.terms)
    called = subjects.is_named_by(entry, words) and not entry_words.missing_words(entry, words)
    return called or turn.last_ranking.probability >= LIKELY


def _found(turn: Turn) -> list[Entry]:
    """The entries that would be told or offered for the message alone."""
    if turn.ranking.verdict is Verdict.NONE:
        return []
    known = turn.entries_of(turn.ranking.matches)
    return known[:1] if turn.ranking.verdict is Verdict.SURE else known


def _names_another(topic: Entry, words: Sequence[str], turn: Turn) -> bool:
    """Whether the message names the first match and not the topic: "แล้ว itap ล่ะ เหมือนกันไหม"."""
    names = [word for word in words if word.isascii()] or subjects.known_names(turn.query.clean)
    first = turn.first_of(turn.ranking)
    if first is None or first is topic:
        return False
    return subjects.is_named_by(first, names) and not subjects.is_named_by(topic, names)


def _states(entry: Entry, query: Query) -> bool:
    """Whether an entry may state the fact itself and not only its type: no day for an hour."""
    stated = stated_fact(entry, query)
    return stated is None or not stated.by_kind


def _is_of(entry: Entry, card: Entry, words: Sequence[str]) -> bool:
    """Whether a service of the card's office goes by all of these words."""
    if entry.is_dated or entry.kind is Kind.CONTACT:
        return False
    if agencies_of(entry)[:1] != agencies_of(card)[:1]:
        return False
    called = letters_in(entry.name_text)
    return all(squeeze(word) in called for word in words)


def _begins(entry: Entry, words: Sequence[str]) -> bool:
    """Whether a title begins with one of these words: no "… ของ สทน."."""
    return letters_in(entry.title).startswith(tuple(map(squeeze, words)))
