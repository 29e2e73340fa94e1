"""What was found for "มีงานอะไรเกี่ยวกับ …" or "ข่าวเรื่อง …", told as a list."""

import re
from dataclasses import replace

from bot.dialogue.context.turns import Turn
from bot.dialogue.lists.scopes import Listing, Scope, scope_of, without_names
from bot.dialogue.matching.entry_words import is_dictionary_word, unknown_words
from bot.dialogue.message import cues
from bot.dialogue.message.phrases import PHRASES
from bot.dialogue.replies import UNANSWERED, Outcome, Reply
from bot.knowledge.entries import Entry
from bot.thai.dates import find_dates, without_dates

_LISTED = 3  # releases that may be about an event asked for
_NEWS = 10  # news about a subject
_ELSEWHERE = frozenset(("ต่างจังหวัด",))  # which no release says of itself


def as_list(reply: Reply, turn: Turn) -> Reply:
    """What was found for "มีงานอะไร …" or "ข่าวเกี่ยวกับ …", told as a list."""
    scope = scope_of(turn.query.clean, turn.today)
    if scope is None or not _may_be_list(reply, scope, turn):
        return reply
    scope = turn.parts.lists.without_empty_window(scope)
    list_of = _news_about if scope.listing is Listing.NEWS else _events_about
    listed = list_of(scope, turn)
    if listed is None:
        return reply
    asked = turn.query.text
    return replace(listed, ranking=turn.ranking).with_question(asked).with_list_request(asked)


def _may_be_list(reply: Reply, scope: Scope, turn: Turn) -> bool:
    """Whether nothing was told, or to who asks for news something that stands."""
    if reply.outcome in UNANSWERED:
        return not reply.entry
    told = turn.entries.get(reply.entry or "")
    stands = told is not None and not told.is_dated
    return scope.listing is Listing.NEWS and stands


def _news_about(scope: Scope, turn: Turn) -> Reply | None:
    """The news that hold every word asked for, if there are several; else those of the days."""
    known = PHRASES.listing_fillers | {"ข่าว"}
    words = [word for word in _undated_words(scope, turn) if word not in known]
    if not words:
        return None if scope.is_open else turn.parts.lists.show(scope, turn.today)
    found = turn.parts.lists.containing(scope, words, _NEWS)
    subject = without_names(cues.join_words(words), scope)
    titled = replace(scope, topic=_as_typed(subject, turn.query.text))
    return turn.parts.lists.list_of(titled, found, turn.today) if len(found) > 1 else None


def _events_about(scope: Scope, turn: Turn) -> Reply | None:
    """The entries found that have their days in the window, else the window's events."""
    found = turn.entries_of(turn.ranking.matches)
    happened = [one for one in found if one.is_dated and not scope.is_open]
    inside = list(
        turn.parts.stories.one_per_story(one for one in happened if scope.may_include(one))
    )
    if inside:
        return _releases(scope, inside[:_LISTED], turn)
    if scope.is_open or (scope.about and not turn.parts.lists.entries_in(scope)):
        return None
    return turn.parts.lists.show(scope, turn.today)


def _releases(scope: Scope, inside: list[Entry], turn: Turn) -> Reply:
    """Entries found for a list of events; a single one that is meant is told.

    Of several, or of one that has not heard of what is asked for, the best is the topic.
    """
    words = [one for one in _undated_words(scope, turn) if one not in _ELSEWHERE]
    if len(inside) == 1 and not unknown_words(inside[0], list(filter(is_dictionary_word, words))):
        return replace(turn.answer(inside[0]), outcome=Outcome.EVENTS)
    return turn.parts.lists.list_of(scope, inside, turn.today).with_topic(inside[0].id)


def _as_typed(subject: str, text: str) -> str:
    """What a list is about as in the message, Latin letters behind a blank: "เรื่อง AI"."""
    typed = re.search(" ?".join(map(re.escape, subject)), text, re.IGNORECASE)
    said = typed[0] if typed else subject
    return f" {said}" if said[:1].isascii() else said


def _undated_words(scope: Scope, turn: Turn) -> list[str]:
    """The words of a question that name something, but for those of its days."""
    clean = turn.query.clean
    undated = without_dates(clean, find_dates(clean, turn.today)) if scope.first else clean
    return [word for word in cues.content_words(turn.query.terms) if word in undated]
