"""Whether a fact that was found may be told, or an entry answer of which no fact is sure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.dialogue.matching.entry_words import (
    entry_letters,
    lists_question,
    missing_words,
    with_senses,
)
from bot.dialogue.matching.subjects import is_named_by_all
from bot.dialogue.message.cues import CUES, asks_next_time, asks_to_apply, content_words
from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.search.passages import prices
from bot.search.passages.acts import CLOSING, act_asked
from bot.search.passages.candidates import candidates, tells_of_round
from bot.search.passages.channels import is_on_line
from bot.search.passages.days import tells_day
from bot.search.passages.facts import FoundFact
from bot.search.passages.locations import location_asked
from bot.search.passages.people.agents import deed_asked, tells_of
from bot.search.passages.people.names import names_organisation
from bot.search.passages.people.organisations import asks_partner, organisation_beside
from bot.search.passages.people.prizes import asks_winner
from bot.search.passages.people.question_types import asks_maker, asks_signer
from bot.search.passages.people.roles import ROLE, name_asked
from bot.search.passages.several import counts_several, tells_parts, tells_several
from bot.search.passages.stated.events import is_press_event
from bot.search.passages.venues import (
    asks_area,
    is_kind_asked,
    place_asked,
    stands_somewhere,
    venues,
)
from bot.search.query import Query
from bot.thai.normalise import letters_in, squeeze
from bot.thai.questions import Aspect

_EXACT = frozenset((Aspect.WHEN, Aspect.CONTACT))  # nothing else looks like it
_NUMBERS = frozenset((Aspect.HOWMANY, Aspect.COST))
_HOW_MANY = re.compile("(?<!เ)กี่|เท่าไห?ร่?|เท่าใด")
_FIGURE = re.compile("[0-9๐-๙][0-9๐-๙,.]*")
_LACKS = re.compile("ไม่(?:มี|ได้|ถึง|เข้า|อยู่|ต้อง)")
_ADDRESS = re.compile("https?:|www\\.|@[A-Za-z]|[A-Za-z0-9-]\\.(?:go|or|ac|co)\\.th")
_APPLYING = re.compile("สมัคร|ลงทะเบียน|ยื่น")
_PART = re.compile(
    "ตัวแทน|ผู้แทน|หัวหน้า(?:ทีม|คณะ|โครงการ)|พิธีกร|ที่ปรึกษา|เจ้าของ|ผู้ก่อตั้ง|ผู้ให้ข้อมูล|พี่เลี้ยง|กรรมการ"
)
_LIKELY = 0.9  # likeness of a place where what is asked is told
_BESIDE = 350  # letters around a name
_SAID_BEFORE = 150  # letters before a venue
_SENTENCE = 60  # letters around what somebody gave
_WHO_NOT = re.compile("ใคร(?:ที่|บ้าง| )*(?:ยัง)?ไม่(?!มี(?:สิทธิ|ชื่อ))")
_DID = re.compile(
    "ใคร(?:เป็น)?(?:คน|ผู้)?(ประกาศ|กำหนด|ดูแล|กำกับ|อนุมัติ|ออกทุน|ให้ทุน|สนับสนุน|รับผิดชอบ|รับรอง|ควบคุม)"
)
_GIVES = re.compile(
    "จาก ?(?:ที่ ?)?ไหน|ใคร(?:เป็น)?(?:คน|ผู้)?(?:ให้|แจก|เตรียม|จัดหา|หา(?!ย)|ส่ง|มอบ|ออก(?!แบบ)|บริจาค|เอา)"
)


def is_trusted(fact: FoundFact | None, entry: Entry, query: Query) -> bool:
    """Whether a fact may answer a follow-up about its entry.

    An amount of money far from the words of the question is somebody else's, unless the text says
    that it is paid, or free, or the title that it is the sum, and no more is asked. Who only asks
    where is told no place at which, by the text, nothing is.
    """
    read = fact if fact and fact.kind is Aspect.WHERE and not fact.stated else None
    if read and not (content_words(query.terms) or place_asked(query)):
        return stands_somewhere(entry.body, read.text)
    if fact is None or fact.kind is not Aspect.COST or fact.is_plain:
        return fact is not None
    if prices.is_total(fact.text, entry.title, query):
        return True
    return prices.is_paid(fact.text, entry.body, query) or prices.is_free(fact.text, query)


def is_wrong_place(fact: FoundFact | None, entry: Entry, query: Query) -> bool:
    """Whether a fact is where the event was, and what is asked is the place of something else.

    "สนใจเศรษฐกิจประเทศไหน" wants no country that others met in, "จังหวัดไหนยังไม่มี" no venue.
    """
    venue = entry.event.venue if entry.event else ""
    if fact is None or not fact.stated or query.aspect is not Aspect.WHERE or entry.event is None:
        return False
    if is_on_line(fact.text) or (venue and not (fact.text.startswith(venue) and asks_area(query))):
        return False
    known = CUES.gatherings | {place_asked(query)}
    words = [word for word in content_words(query.terms) if word not in known]
    before = letters_in(entry.body.partition(venue)[0][-_SAID_BEFORE:]) if venue else ""
    there = bool(words) and all(squeeze(word) in before for word in words)  # held right there
    return not (there or is_named_by_all(entry, words)) or bool(_LACKS.search(query.clean))


def is_wrong_person(fact: FoundFact | None, entry: Entry, query: Query) -> bool:
    """Whether somebody whom staff named is not told of near what is asked: "ใครมาร้องเพลง"."""
    clean = query.clean
    if fact is None or not fact.stated or query.aspect is not Aspect.WHO:
        return False
    if (
        ROLE.search(clean)
        or deed_asked(query, entry.body)
        or asks_maker(query)
        or name_asked(query)
    ):
        return False
    words = [
        one for one in content_words(query.terms) if one not in CUES.told and one not in fact.text
    ]
    named = [given_name(one.name) for one in entry.people if one.name in fact.text]
    around = " ".join(
        entry.body[max(0, at.start() - _BESIDE) : at.end() + _BESIDE]
        for name in named
        for at in re.finditer(re.escape(name), entry.body)
    )
    told = words and named and not missing_words(entry, words)
    return bool(told) and not any(squeeze(one) in letters_in(around) for one in words)


def asks_next_of_past(entry: Entry, query: Query, today: date) -> bool:
    """Whether the day of the next one is asked of what is over and tells of none."""
    asks = query.aspect in (Aspect.WHEN, Aspect.WHERE) and asks_next_time(query.clean)
    over = (entry.event is not None or entry.is_dated) and entry.is_over(today)
    return asks and over and not asks_next_time(entry.body)


def may_answer(entry: Entry, query: Query, today: date) -> bool:
    """Whether an entry may tell what is asked though no fact of it is sure.

    Who made, signed or did something may be an office; who won is told, or is said to be missing.
    """
    made = asks_maker(query) or asks_signer(query) or asks_partner(query)
    if asks_winner(query) or (made and names_organisation(entry.body)):
        return True
    if any(tells(entry, query, today) for tells in _TELLING.get(query.aspect, ())):
        return True
    if _tells_gain(entry, query, today) or tells_of_round(entry.body, query, today):
        return True
    if lists_question(entry, query) or counts_several(entry, query):
        return True
    if (name := name_asked(query)) and name in entry_letters(entry):
        return True  # of an office as well: "เจโทรคือใคร"
    told = list(candidates(entry.body, query, today))
    several = query.wants_several and tells_several(told, entry.body, query)
    return several or tells_parts(told, entry.body, query)


def _tells_last_day(entry: Entry, query: Query, today: date) -> bool:
    """Whether it is asked from when one may apply, and the text tells at least until when."""
    act = act_asked(query)
    return bool(act and act.first) and tells_day(entry.body, CLOSING, query, today)


def _tells_to_press(entry: Entry, query: Query, _today: date) -> bool:
    """Whether the day is asked of something of which the press was told, with days of its own."""
    words = content_words(query.terms) if is_press_event(entry) else []
    return bool(words) and act_asked(query) is None and not missing_words(entry, words)


def _tells_of_sum(entry: Entry, query: Query, today: date) -> bool:
    """Whether an entry tells what was spent, earned or the like, to who asks how much of that.

    To who only asks "งบเท่าไหร่" in whatever word for the sum of all.
    """
    if prices.asks_total(query) and any(map(prices.tells_total, (entry.title, entry.body))):
        return True
    sums, asked = candidates(entry.body, query, today), prices.kind_of_sum(query.clean)
    return any(prices.is_of_sum(entry.body, one.start, asked) for one in sums)


def _tells_of_area(entry: Entry, query: Query, _today: date) -> bool:
    """Whether an entry has all words beside which a country or province is asked for.

    Or a building, if it names one; or any place, where it states none.
    """
    words = content_words(query.terms)
    area = asks_area(query) or (entry.event is not None and not entry.event.venue)
    area = area or bool(place_asked(query) and is_kind_asked(entry.body, query))
    return area and bool(words or _LACKS.search(query.clean)) and not missing_words(entry, words)


def _tells_of_site(entry: Entry, query: Query, today: date) -> bool:
    """Whether an entry names a place where it tells of what is asked the place of."""
    if location_asked(query) is None:
        return False
    return any(one.likeness >= _LIKELY for one in venues(entry.body, query, today))


def _tells_where_to_apply(entry: Entry, query: Query, _today: date) -> bool:
    """Whether it is asked where one applies, and an entry that tells of that has an address."""
    applies = asks_to_apply(query.terms) and _APPLYING.search(entry.body)
    return bool(applies and _ADDRESS.search(entry.body))


def _tells_giver(entry: Entry, query: Query, _today: date) -> bool:
    """Whether it is asked whence or from whom something comes, and an organisation stands by it."""
    words = content_words(query.terms) if _GIVES.search(query.clean) else []
    return any(organisation_beside(one, entry.body, _SENTENCE) for one in with_senses(words))


def _tells_doer(entry: Entry, query: Query, _today: date) -> bool:
    """Whether it is asked who did something, and the text tells that somebody did."""
    deed = deed_asked(query, entry.body)
    return deed is not None and tells_of(deed, entry.body)


def _tells_role(entry: Entry, query: Query, _today: date) -> bool:
    """Whether an entry speaks of the part in which somebody is asked for: "ใครไปเป็นตัวแทน"."""
    part = _PART.search(query.clean)
    return part is not None and part[0] in entry_letters(entry)


def _tells_office(entry: Entry, query: Query, _today: date) -> bool:
    """Whether the text names an office beside what somebody is asked for, "ใครประกาศ"."""
    did = _DID.search(query.clean)
    return did is not None and organisation_beside(did[1], entry.body)


def _tells_gain(entry: Entry, query: Query, today: date) -> bool:
    """Whether it is asked how much one gets, and the text has a sum that somebody does."""
    money = replace(query, aspect=Aspect.COST)
    sums = candidates(entry.body, money, today) if prices.asks_gain(query) else ()
    return any(one.likeness >= _LIKELY for one in sums)


# How what is asked may stand in a text beside what it is asked of, in whatever words.
_TELLING: Mapping[Aspect, tuple[Callable[[Entry, Query, date], bool], ...]] = {
    Aspect.WHEN: (_tells_last_day, _tells_to_press),
    Aspect.WHERE: (_tells_of_area, _tells_giver, _tells_where_to_apply, _tells_of_site),
    Aspect.WHO: (_tells_doer, _tells_role, _tells_office, _tells_giver),
    Aspect.COST: (_tells_of_sum,),
}


def may_stand_first(fact: FoundFact | None, query: Query, *, strict: bool) -> bool:
    """Whether a fact may stand in the first line: what is none surely, the passages say better.

    So they do how something is done: half a sentence may say the opposite. Nor does what answers
    yes or no stand there for who only names the subject, nor one number that was read for who
    asks for two. To a follow-up about its entry a fact need not stand beside the words of it.
    """
    if fact is None or not fact.is_likely or (fact.kind is Aspect.HOW and not fact.stated):
        return False
    if fact.kind is Aspect.WHO and _WHO_NOT.search(query.clean):
        return False  # whoever is named did it
    asked = len(_HOW_MANY.findall(query.clean)) if fact.kind in _NUMBERS else 0
    if not fact.stated and asked > max(1, len(_FIGURE.findall(fact.text))):
        return False
    if asks_winner(query):  # not whoever handed the prize over
        return fact.is_plain
    if strict:
        return fact.is_plain or not _counts_doers(query)
    named = query.aspect is Aspect.TOPIC and not query.wants_yes_or_no
    return not named and (fact.kind in _EXACT or fact.is_plain)


def _counts_doers(query: Query) -> bool:
    """Whether a question says what those do whom it counts: "เรียกกี่คนมาสอบ"."""
    if query.aspect is not Aspect.HOWMANY:
        return False
    at = next((n for n, term in enumerate(query.terms) if term.endswith("กี่")), len(query.terms))
    return bool(content_words(query.terms[at + 2 :]))  # behind the unit
