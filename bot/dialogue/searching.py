"""What a search finds for a message: an answer, choices, or that nothing is known.

A message that leans on what was said before is answered of that.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.dialogue import rewording
from bot.dialogue.answers import Answers
from bot.dialogue.context.kept import missing, new_words
from bot.dialogue.context.leaning import Leaning
from bot.dialogue.conversation import Conversation
from bot.dialogue.cues import SHORT, leans
from bot.dialogue.direct.courtesies import Courtesies
from bot.dialogue.direct.intents import Kind, excuse_for
from bot.dialogue.direct.offices import is_of_another_ministry
from bot.dialogue.found_lists import FoundAsList
from bot.dialogue.holders import Holders
from bot.dialogue.lists.listings import Lists
from bot.dialogue.meaning import as_meant, spelt_out
from bot.dialogue.offers import Offers
from bot.dialogue.precedence import Precedence
from bot.dialogue.reaching import Reaching
from bot.dialogue.rejection.doubts import Doubt, Doubts
from bot.dialogue.rejection.elsewhere import is_elsewhere
from bot.dialogue.rejection.silence import kind_wanted
from bot.dialogue.replies import UNTOLD, Outcome, Reply
from bot.dialogue.stories import Stories
from bot.knowledge.entries import Entry, KnowledgeBase
from bot.knowledge.entries import Kind as EntryKind
from bot.search.finding import rank, says_so
from bot.search.index import Index
from bot.search.passages.quoting import Quotes
from bot.search.ranking import Ranking, Verdict
from bot.texts import Texts
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect, wants_newest


class Searching:
    """Finds in one knowledge base; holds no state of any conversation."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        index: Index,
        texts: Texts,
        *,
        courtesies: Courtesies,
        stories: Stories,
        answers: Answers,
        offers: Offers,
        lists: Lists,
    ) -> None:
        entries = knowledge.entries
        self._entries: Mapping[str, Entry] = entries
        self._index, self._texts = index, texts
        self._courtesies, self._stories, self._answers = courtesies, stories, answers
        self._offers = offers
        self._precedence = Precedence(entries, stories)
        self._doubts = Doubts(entries, stories)
        self._reaching = Reaching(entries)
        self._holders = Holders(entries)
        self._leaning = Leaning(entries, index, answers, offers, stories)
        self._found_as_list = FoundAsList(entries, answers, lists, stories)

    def ranked(self, text: str, talk: Conversation, today: date) -> Ranking:
        """What the index finds for a message, as it is meant."""
        retold, text = self._stories.retold, spelt_out(as_meant(text))
        text = rewording.in_same_year(text, self._leaning.anew.year_of(talk, today))
        ranking = rank(self._index, text, today=today, topic=talk.topic, retold=retold)
        return self._newest(ranking, today) or ranking

    def reply(self, ranking: Ranking, talk: Conversation, today: date) -> Reply:
        """What is told of it, by itself or of what was said before."""
        anew = self._leaning.anew.asked(ranking, talk, today)
        reply = self._held(anew or ranking, today) or self._leaning.reply(ranking, talk, today)
        beside = self._leaning.beside(ranking, talk, today) if reply is None else None
        if beside:
            found = self._found(beside, talk, today, anew=True)
            kept = found.remembering(talk.question).asking(ranking.query.text)
            return kept.staying(talk.topic) if found.outcome is Outcome.NO_ANSWER else kept
        if reply is None:
            reply = self._found(anew or ranking, talk, today, anew=anew is not None)
            reply = reply.asking(self._leaning.anew.facet_of(ranking, talk)) if anew else reply
        if anew is None and reply.outcome in UNTOLD and not reply.conversation.facet:
            reply = self._kept(reply, ranking, talk, today)
        if reply.is_unknown and self._leaning.names_new(ranking, talk):
            # What is asked next is not of the topic before, as if that had been meant.
            reply = reply.staying("")
        reply = self._of_the_topic_only(reply, ranking, talk, today) or reply
        if self._is_only_offered(reply, ranking, talk):
            kept = reply.staying(talk.topic).remembering(talk.question)
            reply = kept.asking(ranking.query.text)
        return self._found_as_list.told(reply, ranking, today)

    def of_topic(self, reply: Reply, ranking: Ranking, talk: Conversation, today: date) -> Reply:
        """The reply to who pointed at the topic, which nothing else can answer: "แอปนี้ใช้ยังไง"."""
        topic = self._entries.get(talk.topic)
        told = topic and reply.conversation.topic == topic.id
        if topic is None or (told and reply.outcome is not Outcome.CHOICES):
            return reply
        if missing(topic, new_words(ranking.query, talk)):
            said = self._answers.not_stated(topic, Aspect.WHAT)
        else:
            said = self._answers.answer(topic, ranking, today, strict=True)
        return said.remembering(talk.question)

    def _newest(self, ranking: Ranking, today: date) -> Ranking | None:
        """The search without "ล่าสุด", which hardly any entry says of itself, if that is surer."""
        clean = ranking.query.clean
        if ranking.verdict is Verdict.SURE or not wants_newest(clean):
            return None
        text = rewording.without_last(ranking.query.text)
        asked = rank(self._index, text, today=today, retold=self._stories.retold)
        query = replace(asked.query, clean=clean, text=ranking.query.text)
        return replace(asked, query=query) if asked.verdict is Verdict.SURE else None

    def _is_only_offered(self, reply: Reply, ranking: Ranking, talk: Conversation) -> bool:
        """Whether a few letters that ask something of no name found one entry beside the topic.

        Until that is accepted the talk is of its topic.
        """
        if talk.topic not in self._entries or len(reply.conversation.choices) != 1:
            return False
        clean = ranking.query.clean
        short = len(squeeze(clean)) <= SHORT and not leans(clean)
        offers = reply.outcome is Outcome.CHOICES and not reply.conversation.topic
        return offers and short and ranking.query.aspect is not Aspect.TOPIC

    def _of_the_topic_only(
        self, reply: Reply, ranking: Ranking, talk: Conversation, today: date
    ) -> Reply | None:
        """What the topic tells, where it alone would be offered and has all the words."""
        topic = self._entries.get(talk.topic)
        if topic is None or reply.conversation.choices != (talk.topic,):
            return None
        if missing(topic, new_words(ranking.query, talk)):
            return None
        told = self._answers.answer(topic, ranking, today, strict=True)
        return told.remembering(talk.question)

    def _kept(self, alone: Reply, ranking: Ranking, talk: Conversation, today: date) -> Reply:
        """The reply that tells nothing, or what is known if the last question is still meant."""
        behind = self._leaning.kept.behind(ranking, talk, today)
        found = self._found(behind, talk, today, anew=True) if behind else alone
        if behind is None or (found.entry and found.entry == alone.entry):
            return alone
        meant = self._leaning.kept.meant(found, ranking, talk, today, silent=alone.entry)
        if meant and not found.entry:
            found = self._offers.choices(meant, behind, today)
        kept = found.remembering(talk.question).asking(ranking.query.text)
        return kept if meant else alone

    def _held(self, ranking: Ranking, today: date) -> Reply | None:
        """Who held an office at some time, or who somebody is, if that is all that is asked."""
        asked = self._holders.asked(ranking.query, today)
        near = asked is None and ranking.verdict is not Verdict.NONE
        newest = self._holders.newest_of(ranking.query) if near else None
        entry, query = asked or (newest, ranking.query)
        if entry is None:
            return None
        reply = self._answers.answer(entry, replace(ranking, query=query), today)
        return reply.remembering(query.text)

    def _found(
        self, ranking: Ranking, talk: Conversation, today: date, *, anew: bool = False
    ) -> Reply:
        """The reply to a question that stands on its own, or to the last one asked `anew`.

        Whoever asked that of another year or place is not offered what was not meant any more.
        """
        question = ranking.query.text
        if is_of_another_ministry(ranking.query) and not says_so(ranking):
            return self._offers.no_answer(ranking, talk).remembering(question)
        named = self._reaching.on_office(ranking)
        beside = self._reaching.offices_beside(ranking)
        beside = beside or (self._reaching.services_beside(named) if named else [])
        if beside := beside or self._offers.of_years(ranking):
            return self._offers.choices(beside, named or ranking, today).remembering(question)
        ranking = named or self._precedence.event_first(ranking)
        quotes = Quotes(ranking.query, today)
        if not (named or says_so(ranking)):
            ranking = self._reaching.named_first(ranking, quotes)
            ranking = self._precedence.standing_first(ranking, quotes)
            ranking = self._precedence.teller_first(ranking, quotes)
        sure = named or ranking.verdict is Verdict.SURE or self._doubts.is_vouched(ranking, quotes)
        doubt: Doubt | None = None
        if sure and not (named or says_so(ranking)):
            several = self._offers.goes_by_several(ranking)
            doubt = Doubt.TWIN if several else self._doubts.doubt(ranking, quotes)
        if anew and sure and not doubt and not self._leaning.anew.is_of(ranking, talk, today):
            doubt = Doubt.LACKING
        if doubt:
            ranking = replace(ranking, reason=self._texts(f"choices.doubts.{doubt}"))
        elif sure:
            entry = self._entries[ranking.matches[0].entry_id]
            reply = self._answers.answer(entry, ranking, today, quotes=quotes)
            return reply.remembering(question)
        return self._unsure(ranking, doubt, talk, today, anew=anew)

    def _unsure(
        self, ranking: Ranking, doubt: Doubt | None, talk: Conversation, today: date, *, anew: bool
    ) -> Reply:
        """What is near to choose from, what the message was instead, or that nothing is known."""
        question = ranking.query.text
        offered = self._doubts.aware(self._offers.worth_offering(ranking), ranking)
        offered = self._reaching.only_office(offered, ranking.query) or offered
        if doubt is Doubt.TWIN:
            offered = self._precedence.called_first(offered, ranking.query)
        if anew:
            offered = [
                one
                for one in offered
                if not is_elsewhere(one, ranking.query, today)
                and self._leaning.kept.holds_subject(one, talk, today)
            ]
        if offered and not anew and self._doubts.is_silent(offered, doubt, ranking):
            wanted = Aspect.WHO if offered[0].kind is EntryKind.CONTACT else ranking.query.aspect
            told = self._answers.not_stated(offered[0], wanted, kind_wanted(ranking.query))
            return told.found_by(ranking).remembering(question)
        if offered:
            return self._offers.choices(offered, ranking, today).remembering(question)
        excuse = self._excuse_for(ranking.query.clean)
        if excuse and self._courtesies.says(excuse):
            return replace(self._courtesies.smalltalk(excuse, talk), ranking=ranking)
        reply = self._offers.no_answer(ranking, talk)
        return reply.remembering(talk.question if reply.conversation.choices else question)

    def _excuse_for(self, clean: str) -> Kind | None:
        """What a message was instead of a question; English is one where English is spoken."""
        excuse = excuse_for(clean)
        foreign = excuse in (Kind.OTHER_LANGUAGE, Kind.GIBBERISH)
        return None if foreign and self._texts.language == "en" else excuse
