"""The reply to a question that stands on its own: an answer, choices, or that nothing is known.

What was found is put in order (`selection`), doubted (`abstention`), and then told (`answering`).
"""

from dataclasses import replace

from bot.dialogue.abstention.candidates import only_year
from bot.dialogue.abstention.doubts import Doubt
from bot.dialogue.abstention.missing_facts import answer_subtype
from bot.dialogue.context.last_question import has_last_subject
from bot.dialogue.context.turns import Turn
from bot.dialogue.intents.offices import is_of_another_ministry
from bot.dialogue.intents.recognition import IntentKind, fallback_intent
from bot.dialogue.matching.mismatch import is_mismatch
from bot.dialogue.matching.subjects import contradicts_year
from bot.dialogue.message.cues import is_follow_up
from bot.dialogue.replies import Reply
from bot.knowledge.entries import Entry, Kind
from bot.search.finding import is_verbatim
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.questions import Aspect


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
    question = ranking.query.text
    in_own_words = is_verbatim(ranking)
    if is_of_another_ministry(ranking.query) and not in_own_words:
        return turn.parts.clarification.no_answer(ranking, turn.talk).with_question(question)
    office = turn.parts.office_cards.office_first(ranking)
    if in_own_words and not (office or carried):
        quotes = Quotes(ranking.query, turn.today)
        return _answer_of(turn.entries[ranking.matches[0].entry_id], ranking, quotes, turn)
    if several := _named_alike(ranking, office, turn):
        return turn.ask_which(several, office or ranking).with_question(question)
    if office:
        quotes = Quotes(office.query, turn.today)
        return _told_unless(None, office, quotes, turn, carried=carried)
    reranking = turn.parts.reranking
    ranking = reranking.event_first(reranking.person_first(ranking))
    return _of_best(ranking, turn, carried=carried)


def _of_best(ranking: Ranking, turn: Turn, *, carried: bool) -> Reply:
    """What the best match tells, if the search is sure of it or a fact supports it."""
    quotes = Quotes(ranking.query, turn.today)
    ranking = _likeliest_first(ranking, quotes, turn)
    if ranking.verdict is not Verdict.SURE and not turn.parts.doubts.is_supported(ranking, quotes):
        return _unsure(ranking, None, turn, carried=carried)
    if editions := turn.parts.reranking.later_editions(ranking, quotes):
        return _of_editions(editions, ranking, turn).with_question(ranking.query.text)
    ambiguous = turn.parts.candidates.is_ambiguous_word(ranking)
    doubt = Doubt.RIVAL if ambiguous else turn.parts.doubts.doubt(ranking, quotes)
    return _told_unless(doubt, ranking, quotes, turn, carried=carried)


def _told_unless(
    doubt: Doubt | None, ranking: Ranking, quotes: Quotes, turn: Turn, *, carried: bool
) -> Reply:
    """What the first match tells, unless there is a doubt or it is of another subject."""
    first = turn.entries[ranking.matches[0].entry_id]
    if carried and not doubt and not has_last_subject(first, turn):
        doubt = Doubt.UNKNOWN_WORD
    if doubt is None:
        return _answer_of(first, ranking, quotes, turn)
    ranking = replace(ranking, reason=turn.parts.texts(f"choices.doubts.{doubt}"))
    return _unsure(ranking, doubt, turn, carried=carried)


def _answer_of(entry: Entry, ranking: Ranking, quotes: Quotes, turn: Turn) -> Reply:
    """What the first match tells."""
    reply = turn.parts.answers.answer(entry, ranking, turn.today, quotes=quotes)
    return reply.with_question(ranking.query.text)


def _of_editions(editions: list[Entry], ranking: Ranking, turn: Turn) -> Reply:
    """What the next event of a series tells, else its years to choose from."""
    ahead = [one for one in editions if one.days and not one.is_over(turn.today)]
    return turn.answer(ahead[-1], ranking) if ahead else turn.ask_which(editions, ranking)


def _named_alike(ranking: Ranking, office: Ranking | None, turn: Turn) -> list[Entry]:
    """Entries that the words name alike, so that either may be meant; as a rule none."""
    cards = turn.parts.office_cards
    return (
        cards.several_offices(ranking)
        or (cards.services_beside(office) if office else [])
        or turn.parts.candidates.events_of_years(ranking)
    )


def _likeliest_first(ranking: Ranking, quotes: Quotes, turn: Turn) -> Ranking:
    """The ranking with the match first that is likeliest to tell what is asked."""
    ranking = turn.parts.office_cards.named_office_first(ranking, quotes)
    ranking = turn.parts.reranking.standing_first(ranking, quotes)
    return turn.parts.reranking.fact_first(ranking, quotes)


def _unsure(ranking: Ranking, doubt: Doubt | None, turn: Turn, *, carried: bool) -> Reply:
    """The near entries to choose from, that the one meant does not tell it, or no answer."""
    query = ranking.query
    offered = _offered(ranking, doubt, turn, carried=carried)
    if not offered:
        return _no_answer(ranking, turn, carried=carried)
    if not carried and turn.parts.doubts.is_surely_untold(offered, doubt, ranking):
        wanted = Aspect.WHO if offered[0].kind is Kind.CONTACT else query.aspect
        told = turn.parts.answers.not_stated(offered[0], wanted, answer_subtype(query))
        return told.with_ranking(ranking).with_question(query.text)
    return turn.ask_which(offered, ranking).with_question(query.text)


def _offered(ranking: Ranking, doubt: Doubt | None, turn: Turn, *, carried: bool) -> list[Entry]:
    """The entries that may be meant."""
    query, parts = ranking.query, turn.parts
    offered = parts.candidates.offered(ranking)
    offered = parts.office_cards.only_office(offered, query) or offered
    if doubt is Doubt.RIVAL:
        offered = parts.reranking.called_first(offered, query)
    if not carried:
        return offered
    return [
        one
        for one in offered
        if not is_mismatch(one, query, turn.today)
        and not _is_timeless_card(one, query)
        and has_last_subject(one, turn)
    ]


def _no_answer(ranking: Ranking, turn: Turn, *, carried: bool) -> Reply:
    """What the message was instead of a question, or that nothing is known."""
    query, talk, parts = ranking.query, turn.talk, turn.parts
    intent = _fallback_intent(query.clean, parts.texts.language)
    if intent and (said := parts.canned.smalltalk(intent, talk)):
        return replace(said, ranking=ranking)
    goes_on = carried or (talk.question and is_follow_up(query.clean))
    year = only_year(query) if goes_on else ""
    reply = parts.clarification.no_answer(ranking, talk, year)
    topic = turn.topic if talk.question and not carried else None
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
