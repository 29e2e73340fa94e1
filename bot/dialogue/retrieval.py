"""What the index finds for a message as it is meant, and for the texts made of it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.dialogue.conversation import Conversation
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import is_of_every_year
from bot.dialogue.message.cues import CUES
from bot.dialogue.message.utterances import paraphrased, without_self_repair
from bot.dialogue.rewriting import slots
from bot.knowledge.entries import Entry
from bot.search.finding import rank
from bot.search.index import Index
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.dates import find_dates

_STANDS_FOR = re.compile("ย่อ ?มาจาก")
_REMEMBERED = 16  # searches; a reply hardly ever takes more


class Retrieval:
    """Searches one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry], index: Index, stories: Stories) -> None:
        self._entries = entries
        self._index = index
        self._stories = stories
        # Whoever looks at a message asks for the same last question.
        self.search = lru_cache(maxsize=_REMEMBERED)(self._search)

    def _search(self, text: str, today: date) -> Ranking:
        return rank(self._index, text, today=today, retold=self._stories.same_story)

    def search_about(self, topic: str, text: str, today: date) -> Ranking:
        """What the index finds for a text where the talk is about an entry, by its id."""
        return rank(self._index, text, today=today, topic=topic)

    def of_message(self, text: str, talk: Conversation, today: date) -> Ranking:
        """What the index finds for a message in its conversation, by other words if surer."""
        text = paraphrased(without_self_repair(text))
        text = slots.with_same_year(text, slots.year_of(talk, self._entries, today))
        if (topic := self._entries.get(talk.topic)) and topic.event and topic.event.start:
            text = slots.with_year_of_month(text, topic.event.start, today)
        retold = self._stories.same_story
        ranking = rank(self._index, text, today=today, topic=talk.topic, retold=retold)
        return self._relaxed(ranking, today) or ranking

    def _relaxed(self, ranking: Ranking, today: date) -> Ranking | None:
        """The search without "ล่าสุด", which hardly any entry says of itself, if that is surer.

        Nor does one that has a name in full say "ย่อมาจาก". Or without the year, if a day that is
        the same every year is found so, or choices where nothing was known.
        """
        said, sure = ranking.query, ranking.verdict is Verdict.SURE
        if said.wants_newest and not sure:
            newest = self._instead(said, CUES.last_year.sub(" ", said.text), today)
            return newest if newest.verdict is Verdict.SURE else None
        if _STANDS_FOR.search(said.clean):
            named = self._instead(said, _STANDS_FOR.sub("คือ", said.text), today)
            return named if named.verdict is Verdict.SURE else None
        if not said.years:
            return None
        text = slots.without_years(said.text, today)
        of_days = said.wants_day and not (sure and not self._is_of_every_year(ranking, said))
        of_year_alone = ranking.verdict is Verdict.NONE and not find_dates(text, today)
        asked = self._instead(said, text, today) if of_days or of_year_alone else None
        if asked is None or asked.verdict is not Verdict.SURE:
            return None
        if of_days and self._is_of_every_year(asked, said):
            return asked
        return replace(asked, verdict=Verdict.UNSURE) if of_year_alone else None

    def _instead(self, said: Query, text: str, today: date) -> Ranking:
        """What is found by other words than were said, for what was said."""
        asked = self.search(text, today)
        query = replace(asked.query, clean=said.clean, text=said.text, variants=said.variants)
        return replace(asked, query=query)

    def _is_of_every_year(self, ranking: Ranking, query: Query) -> bool:
        """Whether what was found first tells what day is every year."""
        return is_of_every_year(self._entries[ranking.matches[0].entry_id], query)
