"""Which entry is offered though it has never heard of a weighty word, for all else agrees."""

from collections.abc import Sequence

from bot.dialogue.rejection.naming import said_names
from bot.dialogue.rejection.silence import unheard
from bot.dialogue.subjects import names_subject
from bot.knowledge.entries import Entry, Kind
from bot.search.ranking import Ranking
from bot.thai.questions import Aspect

_LIKELY = 0.35  # probability, and …
_AHEAD = 0.8  # … of the best score, the most that the next may have
_HALF = 2  # of the words have to be heard of


def is_spared(first: Entry, ranking: Ranking, own: Sequence[str]) -> bool:
    """Whether an entry, the first match, had better be offered than nothing.

    The card of an office that is named and asked how to reach: what is brought there need not stand
    on it. Or a service far ahead of all others that is called by a word of the question and has
    heard of half of those that name something, `own`: "ฉายรังสีปลาร้า".
    """
    best, *others = ranking.matches
    if best.entry_id != first.id:
        return False
    if first.kind is Kind.CONTACT:
        named = said_names(first, ranking.query)
        return ranking.query.aspect is Aspect.CONTACT and bool(named)
    if first.kind is not Kind.SERVICE or ranking.probability < _LIKELY:
        return False
    lacking = unheard(first, own)
    heard = [word for word in own if word not in lacking]
    called = any(names_subject(first, (word,)) for word in heard)
    far = not others or others[0].score <= _AHEAD * best.score
    return far and called and len(heard) * _HALF >= len(own)
