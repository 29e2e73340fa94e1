"""Whether another entry fits a question as well as the first match."""

from collections.abc import Mapping

from bot.dialogue.abstention.missing_facts import lacks_answer_type
from bot.dialogue.matching.entry_words import missing_words
from bot.dialogue.matching.mismatch import is_of_another_year
from bot.dialogue.matching.places import is_held_in, places_asked
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import contradicts, is_named_by_all
from bot.dialogue.message.cues import FEW_WORDS
from bot.dialogue.selection.reranking import FACTS, RIVAL, RIVALS, Reranking, entries_of
from bot.knowledge.entries import Entry
from bot.search.constraints import OFFICE_HEADS
from bot.search.passages.facts import tells_same
from bot.search.passages.quoting import Quotes
from bot.search.ranking import Ranking
from bot.thai.names import Names

_NEAR, _NEAR_PARTY = 0.89, 0.6  # of the best score


class Rivals:
    """Compares the matches of a ranking over the entries of one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry], stories: Stories) -> None:
        self._entries = entries
        self._stories = stories
        self._reranking = Reranking(entries, stories)

    def has_rival(self, first: Entry, words: list[str], ranking: Ranking, quotes: Quotes) -> bool:
        """Whether another match scores nearly the same and holds every word the first holds.

        Where only a word or two name the subject, whatever they name as well is another. One
        that tells the fact asked for as the first does, or tells none where the first does, is
        none: whichever is meant, the answer is the same, or only the first has it.
        """
        if self._is_party_elsewhere(first, words, ranking):
            return True
        best = ranking.matches[0].score
        beside = self._stories.same_story(first.id) | self._reranking.lists_of_years(ranking)
        others = [one for one in ranking.matches[1:] if one.entry_id not in beside]
        if 0 < len(words) <= FEW_WORDS:
            rivals = [one for one in others[: RIVALS - 1] if one.score >= best * RIVAL]
            near = (first, *entries_of(self._entries, rivals))
            if sum(is_named_by_all(one, words) for one in near) > 1:
                return True
        lacking, places = set(missing_words(first, words)), self._places(first, ranking)
        equals = entries_of(self._entries, [one for one in others[:3] if one.score >= best * _NEAR])
        return any(
            lacking.issuperset(missing_words(one, words))
            for one in equals
            if not (contradicts(one, ranking.query) or is_of_another_year(one, ranking.query))
            and is_held_in(one, places) is not False
            and not lacks_answer_type(one, ranking.query, quotes.of(one).fact)
            and (ranking.query.aspect not in FACTS or _differs(first, one, quotes))
        )

    def _places(self, first: Entry, ranking: Ranking) -> frozenset[str]:
        """The provinces that a question names; whatever it asks, if the first is held in one."""
        named = frozenset(dict(ranking.query.places).values())
        return named if is_held_in(first, named) else places_asked(ranking.query)

    def _is_party_elsewhere(self, first: Entry, words: list[str], ranking: Ranking) -> bool:
        """Whether a near match has all words said, with an office that the first lacks.

        Of an agreement with another ministry there may be one of each name that ours had.
        """
        senses = Names.load().senses(ranking.query.terms)
        parties = [
            word
            for word in missing_words(first, words)
            if any(map(OFFICE_HEADS.match, senses.get(word, ())))
        ]
        near = entries_of(self._entries, ranking.near(_NEAR_PARTY, RIVALS)[1:])
        return bool(parties) and any(not missing_words(one, words) for one in near)


def _differs(first: Entry, other: Entry, quotes: Quotes) -> bool:
    """Whether the second entry tells another fact than the first, or the first tells none."""
    ours, theirs = quotes.of(first).fact, quotes.of(other).fact
    if not (ours and ours.is_plain):
        return True
    if not (theirs and theirs.is_plain):
        return ours.stated  # of whatever there is one: a day, a venue, somebody who spoke
    return not tells_same(ours, theirs)
