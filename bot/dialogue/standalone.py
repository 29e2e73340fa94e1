"""The reply to a question that stands on its own: an answer, choices, or that nothing is known.

What was found is put in order (`selection`), doubted (`abstention`), and then told (`answering`).
"""

from dataclasses import dataclass, replace
from typing import Self

from bot.dialogue.abstention.candidates import CHOICES, only_year
from bot.dialogue.abstention.doubts import Doubt
from bot.dialogue.abstention.missing_facts import answer_subtype
from bot.dialogue.context.last_question import has_last_subject
from bot.dialogue.context.turns import Turn
from bot.dialogue.intents.recognition import IntentKind, fallback_intent
from bot.dialogue.matching.mismatch import is_mismatch, is_of_another_ministry
from bot.dialogue.matching.subjects import contradicts_year
from bot.dialogue.message.cues import is_follow_up
from bot.dialogue.replies import Reply
from bot.knowledge.entries import Entry, Kind
from bot.search.finding import is_verbatim
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.questions import Aspect


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question of a turn, what was found for it, and what that tells."""

    turn: Turn
    ranking: Ranking
    quotes: Quotes
    carried: bool = False

    @classmethod
    def of(cls, turn: Turn, ranking: Ranking, *, carried: bool) -> Self:
        """`carried`: it is the last question, carried over to what the message says."""
        return cls(turn, ranking, Quotes(ranking.query, turn.today), carried)

    @property
    def query(self) -> Query:
        """What is asked."""
        return self.ranking.query

    @property
    def first(self) -> Entry:
        """The best match."""
        return self.turn.entries[self.ranking.matches[0].entry_id]


def office_holder(turn: Turn) -> Reply | None:
    """Who held an office at some time, or who somebody is, if that is all that is asked."""
    ranking = turn.changed or turn.ranking
    asked = turn.parts.office_holders.holder_asked(ranking.query, turn.today)
    near = asked is None and ranking.verdict is not Verdict.NONE
    newest = turn.parts.office_holders.newest_release_about(ranking.query) if near else None
    entry, query = asked or (newest, ranking.query)
    if entry is None or (is_verbatim(ranking) and ranking.matches[0].entry_id != entry.id):
        return None
    return turn.answer(entry, replace(ranking, query=query)).with_question(query.text)


def reply_to(ranking: Ranking, turn: Turn, *, carried: bool = False) -> Reply:
    """The reply to the question that was ranked.

    `carried`: it is the last question, carried over to what the message says. Whoever asked
    that of another year or place is not offered what was not meant any more.
    """
    in_own_words, parts = is_verbatim(ranking), turn.parts
    if is_of_another_ministry(ranking.query) and not in_own_words:
        nothing = parts.clarification.no_answer(ranking, turn.talk)
        return nothing.with_question(ranking.query.text)
    office = parts.office_cards.office_first(ranking)
    if in_own_words and not (office or carried):
        return _answer(_Asked.of(turn, ranking, carried=carried))
    if several := _named_alike(ranking, office, turn):
        return turn.ask_which(several, office or ranking).with_question(ranking.query.text)
    if office:
        return _answer_unless(None, _Asked.of(turn, office, carried=carried))
    ranking = parts.reranking.event_first(parts.reranking.person_first(ranking))
    return _of_best(_Asked.of(turn, ranking, carried=carried))


def _named_alike(ranking: Ranking, office: Ranking | None, turn: Turn) -> list[Entry]:
    """Entries that the words name alike, so that either may be meant; as a rule none."""
    cards = turn.parts.office_cards
    return (
        cards.several_offices(ranking)
        or (cards.services_beside(office) if office else [])
        or turn.parts.candidates.events_of_years(ranking)
    )


def _of_best(asked: _Asked) -> Reply:
    """What the best match tells, if the search is sure of it or a fact supports it."""
    asked, parts = _likeliest_first(asked), asked.turn.parts
    ranking, quotes = asked.ranking, asked.quotes
    if ranking.verdict is not Verdict.SURE and not parts.doubts.is_supported(ranking, quotes):
        return _offer(None, asked)
    if editions := parts.reranking.later_editions(ranking, quotes):
        return _of_editions(editions, asked).with_question(asked.query.text)
    ambiguous = parts.candidates.is_ambiguous_word(ranking)
    return _answer_unless(Doubt.RIVAL if ambiguous else parts.doubts.doubt(ranking, quotes), asked)


def _likeliest_first(asked: _Asked) -> _Asked:
    """The question with the match first that is likeliest to tell what is asked."""
    parts, quotes = asked.turn.parts, asked.quotes
    ranking = parts.office_cards.named_office_first(asked.ranking, quotes)
    ranking = parts.reranking.standing_first(ranking, quotes)
    return replace(asked, ranking=parts.reranking.fact_first(ranking, quotes))


def _of_editions(editions: list[Entry], asked: _Asked) -> Reply:
    """What the next event of a series tells, else its years to choose from."""
    turn, ranking = asked.turn, asked.ranking
    ahead = [one for one in editions if one.days and not one.is_over(turn.today)]
    return turn.answer(ahead[-1], ranking) if ahead else turn.ask_which(editions, ranking)


def _answer_unless(doubt: Doubt | None, asked: _Asked) -> Reply:
    """What the first match tells, unless there is a doubt or it is of another subject."""
    if asked.carried and not doubt and not has_last_subject(asked.first, asked.turn):
        doubt = Doubt.UNKNOWN_WORD
    if doubt is None:
        return _answer(asked)
    reason = asked.turn.parts.texts(f"choices.doubts.{doubt}")
    return _offer(doubt, replace(asked, ranking=replace(asked.ranking, reason=reason)))


def _answer(asked: _Asked) -> Reply:
    """What the first match tells, unless others that fit as well tell it otherwise."""
    parts, turn = asked.turn.parts, asked.turn
    if twins := parts.doubts.twins(asked.ranking, asked.quotes):
        return turn.ask_which(twins[:CHOICES], asked.ranking).with_question(asked.query.text)
    reply = parts.answers.answer(asked.first, asked.ranking, turn.today, quotes=asked.quotes)
    return reply.with_question(asked.query.text)


def _offer(doubt: Doubt | None, asked: _Asked) -> Reply:
    """The near entries to choose from, that the one meant does not tell it, or no answer."""
    turn, ranking, query = asked.turn, asked.ranking, asked.query
    offered = _offered(doubt, asked)
    if not offered:
        return _no_answer(asked)
    if not asked.carried and turn.parts.doubts.is_surely_untold(offered, doubt, ranking):
        wanted = Aspect.WHO if offered[0].kind is Kind.CONTACT else query.aspect
        told = turn.parts.answers.not_stated(offered[0], wanted, answer_subtype(query))
        return told.with_ranking(ranking).with_question(query.text)
    return turn.ask_which(offered, ranking).with_question(query.text)


def _offered(doubt: Doubt | None, asked: _Asked) -> list[Entry]:
    """The entries that may be meant."""
    query, turn, parts = asked.query, asked.turn, asked.turn.parts
    offered = parts.candidates.offered(asked.ranking)
    offered = parts.office_cards.only_office(offered, query) or offered
    if doubt is Doubt.RIVAL:
        offered = parts.reranking.called_first(offered, query)
    if not asked.carried:
        return offered
    return [
        one
        for one in offered
        if not is_mismatch(one, query, turn.today)
        and not _is_timeless_card(one, query)
        and has_last_subject(one, turn)
    ]


def _no_answer(asked: _Asked) -> Reply:
    """What the message was instead of a question, or that nothing is known."""
    query, talk, parts = asked.query, asked.turn.talk, asked.turn.parts
    intent = _fallback_intent(query.clean, parts.texts.language)
    if intent and (said := parts.canned.smalltalk(intent, talk)):
        return replace(said, ranking=asked.ranking)
    goes_on = asked.carried or (talk.question and is_follow_up(query.clean))
    year = only_year(query) if goes_on else ""
    reply = parts.clarification.no_answer(asked.ranking, talk, year)
    topic = asked.turn.topic if talk.question and not asked.carried else None
    of_topic = topic and parts.clarification.is_of_topic(query, talk)
    if topic and of_topic and not contradicts_year(topic, query):
        return reply.with_question(talk.question).with_follow_up(talk.follow_up)  # as it stood
    return reply.with_question(talk.question if reply.conversation.choices else query.text)


def _fallback_intent(clean: str, language: str) -> IntentKind | None:
    """The intent of a message that found nothing; English is a question where it is spoken."""
    intent = fallback_intent(clean)
    foreign = intent in (IntentKind.OTHER_LANGUAGE, IntentKind.GIBBERISH)
    return None if foreign and language == "en" else intent


def _is_timeless_card(entry: Entry, query: Query) -> bool:
    """Whether an entry is the card of an office, which tells of no year: "ปีก่อนหน้านั้น"."""
    card = entry.kind is Kind.CONTACT and query.aspect is not Aspect.CONTACT
    return card and bool(query.years)
