"""Which of the entries that come near may be offered to choose from."""

import re
from collections.abc import Mapping, Sequence

from bot.dialogue.matching.entry_words import missing_words, unknown_words
from bot.dialogue.matching.mentions import (
    PersonNames,
    is_mentioned_in_passing,
    is_named_by_synonym,
    names_mentioned,
)
from bot.dialogue.matching.mismatch import (
    is_number_of_another,
    is_of_another_nation,
    is_of_another_office,
)
from bot.dialogue.matching.rare_words import RARE
from bot.dialogue.matching.subjects import is_named_by, is_named_by_all, matches_envoy
from bot.dialogue.message.cues import CUES, SHORT_QUESTION, SHORT_WORD, WHOLE_WORD, content_words
from bot.knowledge.entries import Entry, Kind
from bot.search.constraints import OFFICE_HEADS
from bot.search.passages.amounts import asked_unit
from bot.search.passages.hours import ASKS_OPEN
from bot.search.passages.stated.scoring import CLOCK
from bot.search.query import Query
from bot.search.ranking import Ranking, Verdict
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.questions import Aspect

_FEE = re.compile("ค่า(?!ใช้จ่าย|เข้า|สมัคร|บริการ|ธรรมเนียม|ลงทะเบียน|เฉลี่ย|ฝุ่น|pm)([ก-ฮเแโใไ][ก-๙]{2,})")
_OF_ANOTHER = (is_number_of_another, is_of_another_nation, is_of_another_office)
_WANTS = re.compile("(?:อยาก(?:จะ)?(?:ได้|ขอ)|ต้องการ|ขอรับ|(?<!ไม่)(?:^|(?<= ))มี) ?([ก-๙].*)")
_SOME, _ONE = 3, 1  # words of a question, and in common with it
_INSTALLS = ("โหลด", "ดาวน์โหลด", "ติดตั้ง")  # any app is, whether it says so or not
_LIKELY = 0.35  # probability, and …
_AHEAD = 0.8  # … of the best score, the most that the next may have
_HALF = 2  # of the words have to be heard of


class CandidateFilter:
    """Leaves out what cannot be meant, of the entries of one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._person_names = PersonNames(entries)

    def known(self, offered: list[Entry], ranking: Ranking) -> list[Entry]:
        """The entries that know what a short question is about, as far as the last that does.

        Who asks "เนคเทครับซ่อมตู้เย็นไหม" is not helped by what is told of one or the other; what
        fits better than one that has heard of it stays. What the search is sure of is offered all
        the same, unless it is an office. To a word or two only what is about them is offered.
        """
        query, offered = ranking.query, self._able(offered, ranking)
        sure = ranking.verdict is Verdict.SURE and offered and offered[0].kind is not Kind.CONTACT
        if sure or len(query.core) > SHORT_QUESTION:
            return offered
        sought = _rare_words_asked(ranking)
        heard = [at for at, one in enumerate(offered) if not unknown_words(one, sought)]
        if heard or not offered:
            return offered[: heard[-1] + 1] if heard else []
        words = content_words(query.terms)
        return offered[:1] if is_worth_offering(offered[0], ranking, words) else []

    def _able(self, offered: list[Entry], ranking: Ranking) -> list[Entry]:
        """Those that are about the person, office and matter asked for, and may answer."""
        query = ranking.query
        told = self._person_names.entries_about(offered, query)
        told = [one for one in told if matches_envoy(one, query)] or told
        fitting = [
            one
            for one in told
            if not any(is_other(one, query) for is_other in _OF_ANOTHER)
            and (is_named_by_synonym(one, query) or not is_mentioned_in_passing(one, query))
            and not is_unable(one, query)
            and not _charges_another(one, ranking)
        ]
        if query.aspect is Aspect.CONTACT and not _knows_office(query):
            return [one for one in fitting if _is_office_asked(one, query)]
        return with_thing_wanted(fitting, query)


def with_thing_wanted(offered: list[Entry], query: Query) -> list[Entry]:
    """Those that are called by the thing wanted, then those that tell of it; all if none is.

    "มีทุนให้เด็ก ม.ปลายไหม" is no camp for children, whatever else fits.
    """
    wanted = _WANTS.search(query.clean)
    thing = next(iter(Names.load().cut(wanted[1])), "") if wanted else ""
    if len(thing) < SHORT_WORD or thing not in content_words(query.terms):
        return offered
    called = [one for one in offered if is_named_by(one, (thing,))]
    telling = [one for one in offered if one not in called and not missing_words(one, (thing,))]
    return [*called, *telling] if called else offered


def _rare_words_asked(ranking: Ranking) -> list[str]:
    """The words by which a question tells what it is about, but for what it asks of that."""
    query = ranking.query
    asks, words = query.focus, content_words(query.terms)
    rare = {word.text for word in ranking.words if word.worth > RARE} & thai_words()
    least = SHORT_WORD if query.aspect is Aspect.CONTACT else WHOLE_WORD
    all_of_it = CUES.all_of_it if query.aspect is Aspect.HOWMANY else ()
    asked = {asked_unit(query), *_INSTALLS, *all_of_it}  # "%" to "กี่เปอร์เซ็นต์"
    return [
        word
        for word in words
        if word in rare and len(word) >= least and word not in asks and word not in asked
    ]


def is_unable(entry: Entry, query: Query) -> bool:
    """Whether an entry cannot tell what is asked, or has one word in common with it alone."""
    return (
        _has_no_hours(entry, query)
        or bool(missing_words(entry, _fee_asked(query)))
        or _shares_one_word(entry, query)
    )


def _has_no_hours(entry: Entry, query: Query) -> bool:
    """Whether opening hours are asked, and an entry has none or is not about the place."""
    if query.aspect is not Aspect.WHEN or not ASKS_OPEN.search(query.clean):
        return False
    event, contact = entry.event, entry.contact
    hours = (event and event.time) or (contact and contact.hours) or CLOCK.search(entry.body)
    return not hours or not is_named_by(entry, content_words(query.terms))


def _fee_asked(query: Query) -> list[str]:
    """The word for what has to be paid for, "เทอม" in "ค่าเทอม"; [] if no such fee is asked."""
    fee = _FEE.search(query.clean) if query.aspect is Aspect.COST else None
    return Names.load().cut(fee[1])[:1] if fee else []


def _shares_one_word(entry: Entry, query: Query) -> bool:
    words = list(dict.fromkeys(content_words(query.terms)))
    return len(words) >= _SOME and len(words) - len(missing_words(entry, words)) <= _ONE


def _charges_another(entry: Entry, ranking: Ranking) -> bool:
    """Whether a fee is asked, and an entry has not heard of the weightiest word beside it.

    "ค่าเทอม" at one college is not what was paid back at others.
    """
    fee = _fee_asked(ranking.query)
    words = content_words(ranking.query.terms) if fee else []
    beside = (word for word in ranking.words if word.text in words and word.text not in fee)
    named = next(beside, None)
    return named is not None and named.worth > RARE and bool(unknown_words(entry, [named.text]))


def _knows_office(query: Query) -> bool:
    """Whether no office is named, or one that the tables of names know."""
    named = any(map(OFFICE_HEADS.match, query.terms))
    return not named or any(OFFICE_HEADS.match(variant) for variant in query.variants)


def _is_office_asked(entry: Entry, query: Query) -> bool:
    """Whether an entry is of the office asked for, and no news that tells of it."""
    words = content_words(query.terms)
    return not entry.is_dated and is_named_by_all(entry, words)


def is_worth_offering(first: Entry, ranking: Ranking, words: Sequence[str]) -> bool:
    """Whether an entry, the first match, had better be offered than nothing.

    The card of an office that is named and asked how to reach: what is brought there need not stand
    on it. Or a service far ahead of all others that is called by a word of the question and has
    heard of half of the `words` that name something: "ฉายรังสีปลาร้า".
    """
    best, *others = ranking.matches
    if best.entry_id != first.id:
        return False
    if first.kind is Kind.CONTACT:
        named = names_mentioned(first, ranking.query)
        return ranking.query.aspect is Aspect.CONTACT and bool(named)
    if first.kind is not Kind.SERVICE or ranking.probability < _LIKELY:
        return False
    lacking = unknown_words(first, words)
    heard = [word for word in words if word not in lacking]
    called = any(is_named_by(first, (word,)) for word in heard)
    far = not others or others[0].score <= _AHEAD * best.score
    return far and called and len(heard) * _HALF >= len(words)
