"""What was found for "มีงานอะไรเกี่ยวกับ …" or "ข่าวเรื่อง …", told as a list."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.dialogue.answering.answers import Answers
from bot.dialogue.lists.listings import Lists
from bot.dialogue.lists.scopes import Listing, Scope, scope_of, without_names
from bot.dialogue.matching.entry_words import is_dictionary_word, unknown_words
from bot.dialogue.matching.stories import Stories
from bot.dialogue.message import cues
from bot.dialogue.message.phrases import PHRASES
from bot.dialogue.replies import UNANSWERED, Outcome, Reply
from bot.dialogue.selection.reranking import entries_of
from bot.knowledge.entries import DATED_KINDS, Entry
from bot.search.ranking import Ranking
from bot.thai.dates import find_dates, without_dates

_LISTED = 3  # releases that may be about an event asked for
_NEWS = 10  # news about a subject
_ELSEWHERE = frozenset(("ต่างจังหวัด",))  # which no release says of itself


class ResultLists:
    """Tells as a list what the search found, over the entries of one knowledge base."""

    def __init__(
        self, entries: Mapping[str, Entry], answers: Answers, lists: Lists, stories: Stories
    ) -> None:
        self._entries = entries
        self._answers = answers
        self._lists = lists
        self._stories = stories

    def as_list(self, reply: Reply, ranking: Ranking, today: date) -> Reply:
        """What was found for "มีงานอะไร …" or "ข่าวเกี่ยวกับ …", told as a list."""
        scope = scope_of(ranking.query.clean, today)
        if scope is None or not self._may_be_list(reply, scope):
            return reply
        scope = self._lists.without_empty_window(scope)
        list_of = self._news_about if scope.listing is Listing.NEWS else self._events_about
        listed = list_of(scope, ranking, today)
        if listed is None:
            return reply
        asked = ranking.query.text
        return replace(listed, ranking=ranking).with_question(asked).with_list_request(asked)

    def _may_be_list(self, reply: Reply, scope: Scope) -> bool:
        """Whether nothing was told, or to who asks for news something that stands."""
        if reply.outcome in UNANSWERED:
            return not reply.entry
        told = self._entries.get(reply.entry or "")
        stands = told is not None and told.kind not in DATED_KINDS
        return scope.listing is Listing.NEWS and stands

    def _news_about(self, scope: Scope, ranking: Ranking, today: date) -> Reply | None:
        """The news that hold every word asked for, if there are several; else those of the days."""
        known = PHRASES.listing_fillers | {"ข่าว"}
        words = [word for word in _undated_words(scope, ranking, today) if word not in known]
        if not words:
            return None if scope.is_open else self._lists.show(scope, today)
        found = self._lists.containing(scope, words, _NEWS)
        subject = without_names(cues.join_words(words), scope)
        titled = replace(scope, topic=_as_typed(subject, ranking.query.text))
        return self._lists.list_of(titled, found, today) if len(found) > 1 else None

    def _events_about(self, scope: Scope, ranking: Ranking, today: date) -> Reply | None:
        """The entries found that have their days in the window, else the window's events."""
        found = entries_of(self._entries, ranking.matches)
        happened = [one for one in found if one.kind in DATED_KINDS and not scope.is_open]
        inside = list(
            self._stories.one_per_story(one for one in happened if scope.may_include(one))
        )
        if inside:
            return self._releases(scope, inside[:_LISTED], ranking, today)
        if scope.is_open or (scope.about and not self._lists.entries_in(scope)):
            return None
        return self._lists.show(scope, today)

    def _releases(self, scope: Scope, inside: list[Entry], ranking: Ranking, today: date) -> Reply:
        """Entries found for a list of events; a single one that is meant is told.

        Of several, or of one that has not heard of what is asked for, the best is the topic.
        """
        words = [one for one in _undated_words(scope, ranking, today) if one not in _ELSEWHERE]
        if len(inside) == 1 and not unknown_words(
            inside[0], list(filter(is_dictionary_word, words))
        ):
            told = self._answers.answer(inside[0], ranking, today)
            return replace(told, outcome=Outcome.EVENTS)
        listed = self._lists.list_of(scope, inside, today)
        return listed.with_topic(inside[0].id)


def _as_typed(subject: str, text: str) -> str:
    """What a list is about as in the message, Latin letters behind a blank: "เรื่อง AI"."""
    typed = re.search(" ?".join(map(re.escape, subject)), text, re.IGNORECASE)
    said = typed[0] if typed else subject
    return f" {said}" if said[:1].isascii() else said


def _undated_words(scope: Scope, ranking: Ranking, today: date) -> list[str]:
    """The words of a question that name something, but for those of its days."""
    clean = ranking.query.clean
    undated = without_dates(clean, find_dates(clean, today)) if scope.first else clean
    return [word for word in cues.content_words(ranking.query.terms) if word in undated]
