"""The reply to a question that stands on its own: an answer, choices, or that nothing is known."""

from dataclasses import replace
from datetime import date

from bot.dialogue.abstention.candidates import CandidateFilter
from bot.dialogue.abstention.doubts import Doubt, Doubts
from bot.dialogue.abstention.missing_facts import answer_subtype
from bot.dialogue.answering.clarification import only_year
from bot.dialogue.components import Components
from bot.dialogue.context.last_question import has_last_subject
from bot.dialogue.context.turns import Turn
from bot.dialogue.intents.offices import is_of_another_ministry
from bot.dialogue.intents.recognition import IntentKind, fallback_intent
from bot.dialogue.matching.mismatch import is_mismatch
from bot.dialogue.matching.subjects import contradicts_year
from bot.dialogue.message.cues import is_follow_up
from bot.dialogue.replies import Reply
from bot.dialogue.selection.office_holders import OfficeHolders
from bot.knowledge.entries import Entry, Kind
from bot.search.finding import is_verbatim
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.questions import Aspect


class StandaloneQuestions:
    """Answers questions by their own words, from one knowledge base."""

    def __init__(self, parts: Components) -> None:
        self._entries = parts.entries
        self._texts = parts.texts
        self._canned = parts.canned
        self._answers = parts.answers
        self._clarification = parts.clarification
        self._reranking = parts.reranking
        self._office_cards = parts.office_cards
        self._office_holders = OfficeHolders(parts.entries)
        self._doubts = Doubts(parts.entries, parts.stories)
        self._candidates = CandidateFilter(parts.entries)

    def office_holder(self, ranking: Ranking, today: date) -> Reply | None:
        """Who held an office at some time, or who somebody is, if that is all that is asked."""
        asked = self._office_holders.holder_asked(ranking.query, today)
        near = asked is None and ranking.verdict is not Verdict.NONE
        newest = self._office_holders.newest_release_about(ranking.query) if near else None
        entry, query = asked or (newest, ranking.query)
        if entry is None or (is_verbatim(ranking) and ranking.matches[0].entry_id != entry.id):
            return None
        reply = self._answers.answer(entry, replace(ranking, query=query), today)
        return reply.with_question(query.text)

    def reply(self, ranking: Ranking, turn: Turn, *, carried: bool = False) -> Reply:
        """The reply to the question that was ranked.

        `carried`: it is the last question, carried over to what the message says. Whoever asked
        that of another year or place is not offered what was not meant any more.
        """
        question = ranking.query.text
        in_own_words = is_verbatim(ranking)
        if is_of_another_ministry(ranking.query) and not in_own_words:
            return self._clarification.no_answer(ranking, turn.talk).with_question(question)
        office = self._office_cards.office_first(ranking)
        if in_own_words and not (office or carried):
            return self._answer_of_first(ranking, Quotes(ranking.query, turn.today))
        if several := self._named_alike(ranking, office):
            offer = self._clarification.ask_which(several, office or ranking, turn.today)
            return offer.with_question(question)
        if office:
            quotes = Quotes(office.query, turn.today)
            return self._told_unless(None, office, quotes, turn, carried=carried)
        ranking = self._reranking.event_first(self._reranking.person_first(ranking))
        return self._of_best(ranking, turn, carried=carried)

    def _of_best(self, ranking: Ranking, turn: Turn, *, carried: bool) -> Reply:
        """What the best match tells, if the search is sure of it or a fact supports it."""
        quotes = Quotes(ranking.query, turn.today)
        ranking = self._likeliest_first(ranking, quotes)
        if ranking.verdict is not Verdict.SURE and not self._doubts.is_supported(ranking, quotes):
            return self._unsure(ranking, None, turn, carried=carried)
        if editions := self._reranking.later_editions(ranking, quotes):
            reply = self._of_editions(editions, ranking, turn.today)
            return reply.with_question(ranking.query.text)
        doubt = self._doubt(ranking, quotes)
        return self._told_unless(doubt, ranking, quotes, turn, carried=carried)

    def _told_unless(
        self, doubt: Doubt | None, ranking: Ranking, quotes: Quotes, turn: Turn, *, carried: bool
    ) -> Reply:
        """What the first match tells, unless there is a doubt or it is of another subject."""
        if carried and not doubt and not has_last_subject(self._first(ranking), turn):
            doubt = Doubt.UNKNOWN_WORD
        if doubt is None:
            return self._answer_of_first(ranking, quotes)
        ranking = replace(ranking, reason=self._texts(f"choices.doubts.{doubt}"))
        return self._unsure(ranking, doubt, turn, carried=carried)

    def _first(self, ranking: Ranking) -> Entry:
        return self._entries[ranking.matches[0].entry_id]

    def _answer_of_first(self, ranking: Ranking, quotes: Quotes) -> Reply:
        """What the first match tells."""
        entry = self._first(ranking)
        reply = self._answers.answer(entry, ranking, quotes.today, quotes=quotes)
        return reply.with_question(ranking.query.text)

    def _of_editions(self, editions: list[Entry], ranking: Ranking, today: date) -> Reply:
        """What the next event of a series tells, else its years to choose from."""
        ahead = [one for one in editions if (days := one.days) and days[1] >= today]
        if not ahead:
            return self._clarification.ask_which(editions, ranking, today)
        return self._answers.answer(ahead[-1], ranking, today)

    def _named_alike(self, ranking: Ranking, office: Ranking | None) -> list[Entry]:
        """Entries that the words name alike, so that either may be meant; as a rule none."""
        return (
            self._office_cards.several_offices(ranking)
            or (self._office_cards.services_beside(office) if office else [])
            or self._clarification.events_of_years(ranking)
        )

    def _likeliest_first(self, ranking: Ranking, quotes: Quotes) -> Ranking:
        """The ranking with the match first that is likeliest to tell what is asked."""
        ranking = self._office_cards.named_office_first(ranking, quotes)
        ranking = self._reranking.standing_first(ranking, quotes)
        return self._reranking.fact_first(ranking, quotes)

    def _doubt(self, ranking: Ranking, quotes: Quotes) -> Doubt | None:
        """What speaks against telling what was found."""
        several = self._clarification.is_ambiguous_word(ranking)
        return Doubt.RIVAL if several else self._doubts.doubt(ranking, quotes)

    def _unsure(self, ranking: Ranking, doubt: Doubt | None, turn: Turn, *, carried: bool) -> Reply:
        """The near entries to choose from, that the one meant does not tell it, or no answer."""
        query, today = ranking.query, turn.today
        offered = self._offered(ranking, doubt, turn, carried=carried)
        if not offered:
            return self._no_answer(ranking, turn, carried=carried)
        if not carried and self._doubts.is_surely_untold(offered, doubt, ranking):
            wanted = Aspect.WHO if offered[0].kind is Kind.CONTACT else query.aspect
            told = self._answers.not_stated(offered[0], wanted, answer_subtype(query))
            return told.with_ranking(ranking).with_question(query.text)
        return self._clarification.ask_which(offered, ranking, today).with_question(query.text)

    def _offered(
        self, ranking: Ranking, doubt: Doubt | None, turn: Turn, *, carried: bool
    ) -> list[Entry]:
        """The entries that may be meant."""
        query = ranking.query
        offered = self._candidates.known(self._clarification.candidates(ranking), ranking)
        offered = self._office_cards.only_office(offered, query) or offered
        if doubt is Doubt.RIVAL:
            offered = self._reranking.called_first(offered, query)
        if not carried:
            return offered
        return [
            one
            for one in offered
            if not is_mismatch(one, query, turn.today)
            and not _is_timeless_card(one, query)
            and has_last_subject(one, turn)
        ]

    def _no_answer(self, ranking: Ranking, turn: Turn, *, carried: bool) -> Reply:
        """What the message was instead of a question, or that nothing is known."""
        query, talk = ranking.query, turn.talk
        intent = self._fallback_intent(query.clean)
        if intent and self._canned.has_smalltalk(intent):
            return replace(self._canned.smalltalk(intent, talk), ranking=ranking)
        goes_on = carried or (talk.question and is_follow_up(query.clean))
        year = only_year(query) if goes_on else ""
        reply = self._clarification.no_answer(ranking, talk, year)
        topic = turn.topic if talk.question and not carried else None
        of_topic = topic and self._clarification.is_of_topic(query, talk)
        if topic and of_topic and not contradicts_year(topic, query):
            return reply.with_question(talk.question).with_follow_up(talk.follow_up)  # as it stood
        return reply.with_question(talk.question if reply.conversation.choices else query.text)

    def _fallback_intent(self, clean: str) -> IntentKind | None:
        """The intent of a message that found nothing; English is a question where it is spoken."""
        intent = fallback_intent(clean)
        foreign = intent in (IntentKind.OTHER_LANGUAGE, IntentKind.GIBBERISH)
        return None if foreign and self._texts.language == "en" else intent


def _is_timeless_card(entry: Entry, query: Query) -> bool:
    """Whether an entry is the card of an office, which tells of no year: "ปีก่อนหน้านั้น"."""
    card = entry.kind is Kind.CONTACT and query.aspect is not Aspect.CONTACT
    return card and bool(query.years)
