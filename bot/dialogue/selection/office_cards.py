"""The cards of offices that are asked for: the one put first, or several to choose from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.dialogue.matching.entry_words import lacks_rare_words, missing_words
from bot.dialogue.matching.mentions import names_mentioned
from bot.dialogue.matching.subjects import is_named_by
from bot.dialogue.message.cues import FEW_WORDS, attribute_words, content_words
from bot.dialogue.presentation.agencies import agencies_of
from bot.dialogue.selection.reranking import entries_of, with_first
from bot.knowledge.entries import Entry, Kind
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.search.ranking import Match, Ranking
from bot.thai.normalise import letters_in, squeeze
from bot.thai.questions import Aspect

_CARDS = 5  # matches among which the card of an office is looked for
_CALLED = re.compile(  # and what came of it, which asks for nothing
    "โทร.*แล้ว ?(?:ก็)?(?:ไม่|โดน|ถูก)(?!.*(?:ขอ|เบอร์|ไหน|อะไร|ไง|ไหม|มั้ย))"
)
_WATCHES = re.compile("ดู(?!แล|งาน)[ก-๙ ]{4,40}?(?:ที่|ได้) ?ไหน")  # what an office makes
_JOINS = re.compile("(?<=[ก-๙a-z. ])(?:กับ|และ|แล้วก็|ต่างจาก) ?(?=[ก-๙a-z])")
_COMPARES = re.compile(
    "ต่าง(?:กัน|จาก)?|แตกต่าง|ไม่เหมือน|เหมือนกัน|เกี่ยว(?:กัน|ข้อง)|(?:อัน|ที่|แห่ง|หน่วยงาน|เจ้า)?เดียวกัน"
)
_UNKNOWN = re.compile("ยังไม่มี|ไม่(?:ได้)?(?:บอก|ระบุ)")
_INSIDE = ("ตึก", "อาคาร", "ชั้น", "ห้อง", "ฝั่ง", "ซอย", "ถนน")  # which an address tells
_REACHING = frozenset((Aspect.CONTACT, Aspect.WHERE))
_ASK_NOTHING = frozenset((Aspect.TOPIC, Aspect.WHAT, Aspect.HOW))  # of the fact that is wanted


class OfficeCards:
    """Finds the cards of offices among the matches of a ranking over one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries

    def office_first(self, ranking: Ranking) -> Ranking | None:
        """The ranking with an office's card first, if how to reach it is all that is asked.

        Then nothing is left to be unsure of, however few words there are and whatever other
        entries tell of the office.
        """
        query = ranking.query
        for place, match in enumerate(ranking.matches[:_CARDS] if _asks_way(query) else ()):
            entry = self._entries[match.entry_id]
            said = names_mentioned(entry, query)
            alone = _nothing_else(query, said) or not (place or lacks_rare_words(entry, ranking))
            if entry.kind is Kind.CONTACT and said and alone:
                asked = query.aspect if query.aspect is Aspect.WHERE else Aspect.CONTACT
                return replace(with_first(ranking, match), query=replace(query, aspect=asked))
        return None

    def another_office(self, topic: Entry, ranking: Ranking) -> Entry | None:
        """The card of an office that is asked for by name, whatever the topic says of it.

        Of several that the topic names the one that is called so: "งั้นขอเบอร์พิพิธภัณฑ์". None for a
        service of that office which has a number of its own.
        """
        if ranking.query.aspect is not Aspect.CONTACT:
            return None
        named = self.office_first(ranking)
        card = self._entries[named.matches[0].entry_id] if named else None
        card = card or self._called(agencies_of(topic), content_words(ranking.query.terms))
        if card is None or (topic.contact and agencies_of(topic)[:1] == agencies_of(card)[:1]):
            return None
        return card if card is not topic else None

    def _called(self, agencies: Sequence[str], words: Sequence[str]) -> Entry | None:
        """The only card of one of several offices with all of the words in its title."""
        if not words or len(agencies) < 2:
            return None
        cards = [
            one
            for one in self._entries.values()
            if one.kind is Kind.CONTACT
            and set(agencies_of(one)[:1]).intersection(agencies)
            and all(squeeze(word) in letters_in(one.title) for word in words)
        ]
        return cards[0] if len(cards) == 1 else None

    def named_office_first(self, ranking: Ranking, quotes: Quotes) -> Ranking:
        """The ranking; the card of the office asked before that of one that is not named.

        A centre tells of whom it belongs to, and may say the other words as well: "สวทช. ตั้งปีไหน"
        begins with the one that is asked, and its card states the fact.
        """
        first, *others = ranking.matches[:_CARDS] or (None,)
        if first is None or not self._is_unnamed_card(first, ranking.query):
            return ranking
        named = [one for one in others if self._states_of_named(one, ranking.query, quotes)]
        return with_first(ranking, named[0]) if len(named) == 1 else ranking

    def _is_unnamed_card(self, match: Match, query: Query) -> bool:
        card = self._entries[match.entry_id]
        return card.kind is Kind.CONTACT and not names_mentioned(card, query)

    def _states_of_named(self, match: Match, query: Query, quotes: Quotes) -> bool:
        card, asked = self._entries[match.entry_id], query.letters
        names = names_mentioned(card, query) if card.kind is Kind.CONTACT else ()
        begins = any(asked.startswith(letters_in(name)) for name in names)
        fact = quotes.of(card).fact if begins else None
        return fact is not None and fact.stated and not _UNKNOWN.search(fact.text)

    def services_beside(self, ranking: Ranking) -> list[Entry]:
        """Services that are called by what is asked beside the office put first, and its card.

        "เช่าห้องประชุมที่อุทยานวิทยาศาสตร์"; none where no service is.
        """
        card, *near = entries_of(self._entries, ranking.matches[:_CARDS])
        words = content_words(ranking.query.terms)
        beside = [word for word in words if not is_named_by(card, (word,))]
        services = [
            one
            for one in near
            if one.kind is Kind.SERVICE
            and one.contact
            and sum(is_named_by(one, (word,)) for word in beside) >= FEW_WORDS
        ]
        return [*services, card] if services else []

    def several_offices(self, ranking: Ranking) -> list[Entry]:
        """The cards of several offices asked for at once: "เบอร์ สวทช. กับ วว.".

        How to reach them, or how they differ, in the order in which they are named.
        """
        query = ranking.query
        asks = _asks_way(query) or _COMPARES.search(query.clean)
        if not (asks and _JOINS.search(query.clean)):
            return []
        beside = content_words(_uncompared(query))
        for first in entries_of(self._entries, ranking.matches[:1]):
            if first.kind is not Kind.CONTACT and not missing_words(first, beside):
                return []  # somebody wrote down how they differ
        said = {
            one.id: names
            for one in self._entries.values()
            if one.kind is Kind.CONTACT and (names := names_mentioned(one, query))
        }
        cards = sorted(
            (self._entries[one] for one in said), key=lambda one: _place(said[one.id], query)
        )
        names = [name for one in cards for name in said[one.id]]
        told = _nothing_else(replace(query, terms=_uncompared(query)), names)
        return cards if len(cards) > 1 and told else []

    def only_office(self, offered: Sequence[Entry], query: Query) -> list[Entry]:
        """The card of the office named, alone, if no candidate has both that and the rest.

        "ฝึกงานที่เนคเทค": whatever else has to do with the office does not tell of that, and what
        tells of that is elsewhere.
        """
        cards = [one for one in offered if one.kind is Kind.CONTACT and names_mentioned(one, query)]
        if len(cards) != 1:
            return []
        words = content_words(query.terms)
        office = [word for word in words if is_named_by(cards[0], (word,))]
        rest = [word for word in words if word not in office and word not in attribute_words(words)]
        of_it = (one for one in offered if not missing_words(one, office))
        untold = all(len(missing_words(one, rest)) == len(rest) for one in of_it)
        return cards if office and rest and untold else []


def _asks_way(query: Query) -> bool:
    """Whether a question is for a number, an address or how to get in touch."""
    if _CALLED.search(query.clean):
        return False
    if query.aspect in _REACHING:
        return not _WATCHES.search(query.clean)
    bare = query.aspect in _ASK_NOTHING  # "โทร 1313 ฟรีไหม" wants its price
    return bare and query.letters.startswith(("ติดต่อ", "โทร", "เบอ"))


def _place(names: Sequence[str], query: Query) -> int:
    """Where a question says the first of some names."""
    letters = query.letters
    return min(letters.find(letters_in(name)) for name in names)


def _nothing_else(query: Query, names: list[str]) -> bool:
    """Whether a question says nothing but the names and what it asks, "ถนน" in "ถนนอะไร"."""
    letters = "".join(letters_in(name) for name in names) + query.focus
    inside = _INSIDE if query.aspect is Aspect.WHERE else ()
    words = [word for word in content_words(query.terms) if word not in inside]
    return all(squeeze(word) in letters for word in words)


def _uncompared(query: Query) -> tuple[str, ...]:
    return tuple(word for word in query.terms if not _COMPARES.match(word))
