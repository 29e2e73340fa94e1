"""The fact in an entry's front matter that a question asks for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.search.folding import fold
from bot.search.passages.acts import act_asked, act_of
from bot.search.passages.amounts import asked_unit, counts_in
from bot.search.passages.channels import contact_fact, website_told
from bot.search.passages.hours import hours_of_site
from bot.search.passages.people.answers import who_stated
from bot.search.passages.people.prizes import is_ranked, prize_stated, winner_stated
from bot.search.passages.people.question_types import (
    ASKS_FUNDER,
    asks_funder,
    organisation_sort_asked,
)
from bot.search.passages.people.roles import is_named, is_of_office
from bot.search.passages.plans import asks_actual, has_actual, is_planned
from bot.search.passages.prices import FEES, GAINS, asks_gain, sum_asked
from bot.search.passages.stated.answer_types import (
    MUTE,
    counts_otherwise,
    has_form,
    is_of_the_act,
    lasts,
    may_answer,
)
from bot.search.passages.stated.events import (
    IS_HELD,
    NO_HOUR,
    done_elsewhere,
    event_fact,
    hours_on,
    is_of_visit,
    stop_asked,
)
from bot.search.passages.stated.scoring import LABELS, agreement
from bot.search.passages.stated.states import state_told
from bot.search.passages.stated.unknowns import unknown_told
from bot.search.passages.units import same_units, units_asked
from bot.search.passages.venues import (
    STAND,
    asks_workplace,
    is_kind_asked,
    is_part_asked,
    place_asked,
)
from bot.search.query import ANY_YEAR, Query, reading
from bot.search.ranking import Stated
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.questions import BARE, ENDS, Aspect
from bot.thai.tables import words

_PRESS_CONTACT = "press_contact"  # the fact in which the importer stores a release's footer
_ASKS_WHO_IT_IS = re.compile(f"(?:เป็น|คือ) ?ใคร(?:{ENDS}| )*$|ตำแหน่ง")
_WHOLLY = 0.95  # agreement of a label that is said as it stands
_ENOUGH = 0.4  # agreement of label, kind and unit with the question
_PLAINLY = 0.6  # … to win over the days and the place of the entry's event
_MEASURED = re.compile("ฝุ่น|pm ?[0-9]|ระดับน้ำ|อุณหภูมิ|ความชื้น|ปริมาณ|ฝน|รังสี|แผ่นดินไหว|ค่า(?!ใช้|เข้า)")
_FEE = re.compile("ค่า(?!ใช้จ่าย|เข้า)([ก-ฮเแโใไ][ก-๙]{2})")  # a fee of one kind: "ค่าสมัคร"
_GETS = re.compile("(?:ได้|รับ)(?:เงิน|ตัง)|รางวัล")
_ASKS_FREE = re.compile("ฟรี|เสีย(?:เงิน|ตัง|ค่า)")
_LAST_DAYS = ("วันปิดรับสมัคร", "หมดเขต", "รับสมัครถึงวันที่", "กำหนดส่ง")
_ASKS_FORMER, _FORMER_NAME = re.compile("(?:เดิม|แต่ก่อน|เมื่อก่อน)(?:นี้)?(?:ใช้)?ชื่อ"), "ชื่อเดิม"
_SAME_YEAR = 0.2  # added for a label of the year or rank asked for
_AS_WELL = 0.8  # share of the best agreement
_TOLD = 0.6  # least confidence in a labelled value
_SURELY = 0.9  # confidence in the answer to just this question
_WHOLE_WORD = 4  # letters; a shorter one may be part of another
_FIRST = "แรก"
_PLACE = re.compile("สถานที่|ที่ตั้ง|ที่จัด")
_THERE_ARE = re.compile("^(?:แล้ว|และ)?(?:ยัง)?มี|บ้าง|อีก")
_OF_ANYTHING = frozenset((Aspect.TOPIC, Aspect.WHAT, Aspect.WHO))
_ASKS = words("ใคร เป็น คือ อะไร ไหน ไหม ได้ ให้ ชื่อ บ้าง ปี ตอนนี้ ปัจจุบัน คน")  # these name nothing
_LEAST = 3  # letters of a word that counts
_GOES_THERE = re.compile("สมัคร|ยื่น|ลงทะเบียน|ส่ง|ติดต่อ|ถาม|อ่าน|ดูได้")  # where to apply is told elsewhere


def person_asked(entry: Entry, query: Query) -> Person | None:
    """The only person named in a question, if asked who they are, where they work, or when.

    Their role answers; when, only if it names a year.
    """
    asks_when, asks_where = query.aspect is Aspect.WHEN, asks_workplace(query)
    asks_who = query.aspect is Aspect.WHO and _ASKS_WHO_IT_IS.search(query.clean)
    asked = entry.people if asks_when or asks_where or asks_who else ()
    named = [one for one in asked if letters_in(given_name(one.name)) in query.letters]
    if len(named) != 1 or not named[0].role or not is_of_office(named[0].role, query.clean):
        return None
    of_when = asks_when and ANY_YEAR.search(named[0].role)
    of_whom = asks_who and not is_named(named[0].name, query)
    return named[0] if of_when or of_whom or asks_where else None


def stated_fact(entry: Entry, query: Query) -> Stated | None:
    """The fact the front matter states for a question; None when it is silent."""
    person = person_asked(entry, query)
    if said := person.name_and_role if person else _said_outright(entry, query):
        return Stated(said, _SURELY)
    labelled = _labelled(entry, query)
    plain = labelled is not None and labelled.confidence >= _PLAINLY
    if not plain and (gap := unknown_told(entry, query)):
        return Stated(gap, _SURELY)
    of_event = event_fact(entry, query)
    if labelled and (plain or not of_event):
        return labelled._replace(confidence=max(labelled.confidence, _TOLD))
    if of_event:
        return Stated(of_event, _SURELY, by_kind=_is_by_kind(of_event, query))
    only = _only_one(entry, query) or _only_place(entry, query)
    return Stated(only, _PLAINLY) if only else _of_whom(entry, query)


def _is_by_kind(of_event: str, query: Query) -> bool:
    """Whether a question may ask for the day or number of something other than the event."""
    days = query.aspect in (Aspect.WHEN, Aspect.HOWMANY)
    other = days and not IS_HELD.search(query.clean)
    named = len(query.sounds) > BARE or act_of(query) is not None
    return (other and named) or of_event.endswith(NO_HOUR)


def _said_outright(entry: Entry, query: Query) -> str:
    """What staff wrote for exactly this question, whatever labels resemble it; "" for nothing."""
    return (
        winner_stated(entry, query)
        or prize_stated(entry, query)
        or state_told(entry, query)
        or website_told(entry, query)
        or _of_sort(entry, query)
        or _of_funder(entry, query)
        or _of_level(entry, query)
        or _of_first(entry, query)
        or _of_stand(entry, query)
        or hours_of_site(entry.body, query)
        or stop_asked(entry, query)
        or hours_on(entry, query)
    )


def _of_sort(entry: Entry, query: Query) -> str:
    """The only fact labelled with the sort of organisation asked for: "ของมหาลัยไหน"."""
    sort = organisation_sort_asked(query)
    if not sort or ANY_YEAR.search(query.clean):
        return ""
    who = replace(query, aspect=Aspect.WHO)
    return _only(entry, lambda label, said: sort in label and has_form(said, who))


def _of_funder(entry: Entry, query: Query) -> str:
    """The only fact whose label asks who paid, in whatever words, as the question does."""
    return (
        _only(entry, lambda label, _: bool(re.search(ASKS_FUNDER, label)))
        if asks_funder(query)
        else ""
    )


def _of_level(entry: Entry, query: Query) -> str:
    """The only fact labelled with the very question, "ให้เด็กชั้นไหน", if no venue is of that kind."""
    kind = place_asked(query) if query.aspect is Aspect.WHERE else ""
    if not kind or len(query.sounds) > BARE:
        return ""
    if entry.event and is_kind_asked(entry.event.venue, query):
        return ""
    asked = re.compile(f"{kind} ?(?:ไหน|อะไร|ใด)")
    return _only(entry, lambda label, _: asked.search(label) is not None)


def _of_first(entry: Entry, query: Query) -> str:
    """The only day or year of the first of something, if that is asked for."""
    if query.aspect is not Aspect.WHEN or _FIRST not in query.clean:
        return ""
    when = LABELS[Aspect.WHEN]

    def is_of_first(label: str, said: str) -> bool:
        dated = _FIRST in label and when.search(label) is not None
        return dated and has_form(said, query)

    return _only(entry, is_of_first)


def _of_stand(entry: Entry, query: Query) -> str:
    """The only fact that tells where inside a venue something is, if that is asked for: "โซน 3"."""
    if query.aspect is not Aspect.WHERE or place_asked(query) != STAND:
        return ""
    return _only(entry, lambda _, said: is_kind_asked(said, query))


def _only(entry: Entry, fits: Callable[[str, str], bool]) -> str:
    """The only value that fits with its label; "" for none or several."""
    told = [value for label, value in entry.facts.items() if fits(label, value)]
    return told[0] if len(told) == 1 else ""


@reading
def wants_reading(query: Query) -> bool:
    """Whether a question wants a meter's present reading: "ฝุ่นวันนี้เท่าไหร่"."""
    now = query.aspect is Aspect.HOWMANY and query.speaks_of_today
    return now and _MEASURED.search(query.clean) is not None and not asked_unit(query)


def _of_whom(entry: Entry, query: Query) -> Stated | None:
    """Who did it, or how somebody is reached."""
    if query.aspect is Aspect.WHO and (somebody := who_stated(entry, query)):
        return somebody
    way = contact_fact(entry.contact, query) if entry.contact else ""
    if way and (query.aspect is not Aspect.WHERE or is_part_asked(way, query)):
        return Stated(way, _SURELY)
    if query.aspect is Aspect.CONTACT and (press := entry.facts.get(_PRESS_CONTACT, "")):
        return Stated(press, 0.7)
    return None


def _labelled(entry: Entry, query: Query) -> Stated | None:
    """The value of the form asked for whose label agrees best with the question, and how well.

    Labels of another year or rank do not agree, those of the one asked for come first. None also
    where all are wanted and several labels agree.
    """
    if wants_reading(query):
        return None
    years = set(query.years)
    told = _fitting(entry, query, years)
    meant = [
        one._replace(score=one.score + _SAME_YEAR)
        for one in told
        if years.intersection(ANY_YEAR.findall(one.label)) or is_ranked(one.label, query)
    ]
    scored = meant if any(one.score >= _ENOUGH for one in meant) else told
    best = max(scored, default=_Scored())
    called = _called_in_writing(entry, query) if best.score < _WHOLLY else None
    if called or best.score < _ENOUGH:
        return called
    if _is_of_another_fact(best.value, entry, query):
        return None
    agreeing = [one.value for one in scored if one.score >= best.score * _AS_WELL]
    same = all(said.startswith(best.value) or best.value.startswith(said) for said in agreeing)
    if query.wants_several and not same:
        return None
    return Stated(best.value, min(best.score, 1.0))


class _Scored(NamedTuple):
    """A value and the agreement of its label; of several that agree alike the first is greatest."""

    score: float = 0.0
    order: int = 0  # minus its position
    label: str = ""
    value: str = ""


def _fitting(entry: Entry, query: Query, years: set[str]) -> list[_Scored]:
    """The values that may answer."""
    no_plan = asks_actual(query) or has_actual(entry.facts, query)
    of_years = () if years else _of_several_years(entry)
    new = _new_words(entry, query)
    question = query.sounds + _said_otherwise(query)
    return [
        _Scored(agreement(label, value, query.aspect, question), -number, label, value)
        for number, (label, value) in enumerate(entry.facts.items())
        if may_answer(label, value, query)
        and not (entry.event and lasts(value, query))
        and not counts_otherwise(label, value, query)
        and not (no_plan and is_planned(label, value))
        and not (years and ANY_YEAR.search(label) and years.isdisjoint(ANY_YEAR.findall(label)))
        and label not in of_years
        and (not new or _says_any(f"{label} {value}", new))
    ]


def _new_words(entry: Entry, query: Query) -> list[str]:
    """The words of a question beside the entry's name; none where a fact answers by its form."""
    if query.aspect not in _OF_ANYTHING:
        return []
    named = letters_in(entry.name_text)
    telling = (squeeze(word) for word in query.terms if word not in _ASKS)
    return [word for word in telling if len(word) >= _LEAST and word not in named]


def _says_any(said: str, sought: Iterable[str]) -> bool:
    letters = letters_in(said)
    return any(word in letters for word in sought)


def _of_several_years(entry: Entry) -> list[str]:
    """The labels that differ from another in the year alone: a question of no year means none."""
    bare = [ANY_YEAR.sub("", label) for label in entry.facts]
    return [
        label
        for label, one in zip(entry.facts, bare, strict=True)
        if one != label and bare.count(one) > 1
    ]


@reading
def _said_otherwise(query: Query) -> str:
    """The sounds of synonyms for a last day, a unit or a former name that is asked for."""
    act = act_asked(query)
    last = _LAST_DAYS if act and act.before else ()
    units = (f"กี่{other}" for unit in units_asked(query) for other in same_units(unit))
    former = (_FORMER_NAME,) if _ASKS_FORMER.search(query.clean) else ()
    return "|".join(("", *map(fold, (*last, *units, *former))))


def _called_in_writing(entry: Entry, query: Query) -> Stated | None:
    """The value whose label is the written word for a spoken one: แนวคิด for ธีม, ค่าเข้าชม for ค่าตั๋ว.

    Not a number, which is asked for by what it counts, nor whether there is a fee, nor a
    value that the question says itself.
    """
    whether = query.aspect is Aspect.COST and _ASKS_FREE.search(query.clean)
    if query.aspect is Aspect.HOWMANY or whether:
        return None
    written = {squeeze(one) for one in query.variants}
    why = "ทำไม" if query.aspect is Aspect.WHY else ""
    letters, new_words = query.letters, _new_words(entry, query)
    told = [
        value
        for label, value in entry.facts.items()
        if squeeze(normalise(label).removeprefix(why)) in written
        and has_form(value, query)
        and not (new_words and letters_in(label) in letters)
    ]
    new = len(told) == 1 and letters_in(told[0]) not in letters
    return Stated(told[0], _PLAINLY) if new else None


def _is_of_another_fact(value: str, entry: Entry, query: Query) -> bool:
    """Whether a word of the question stands only beside another number in the unit asked for.

    "ผ่อนกี่ปี" is not asked of "ปลอดดอกเบี้ยกี่ปี", if there is "ผ่อนสูงสุด 7 ปี".
    """
    unit = asked_unit(query) if query.aspect is Aspect.HOWMANY else ""
    facts = ((letters_in(f"{label}{said}"), said) for label, said in entry.facts.items())
    counted = {said: told for told, said in facts if unit and counts_in(told, unit)}
    own = counted.pop(value, "")
    asked = (squeeze(word) for word in query.terms)
    return bool(own) and any(
        word not in own and any(word in told for told in counted.values())
        for word in asked
        if len(word) >= _WHOLE_WORD
    )


def _only_one(entry: Entry, query: Query) -> str:
    """The only value of the kind asked for, for a question without a subject.

    Also for a longer one that asks whether something is free. Wages and prizes are no prices. A
    label that names the act asked for is meant whatever else is said.
    """
    of_sum, gain = sum_asked(query), asks_gain(query)
    money = GAINS if gain else re.compile(of_sum) if of_sum else FEES
    signs = {Aspect.WHEN: LABELS[Aspect.WHEN], Aspect.COST: money}
    sign = money if gain else signs.get(query.aspect)
    if sign is None or (_GETS.search(query.clean) and not gain):
        return ""
    free = query.aspect is Aspect.COST and _ASKS_FREE.search(query.clean)
    bare = free or len(query.sounds) <= BARE
    fee = _FEE.search(query.clean)
    asked = replace(query, aspect=Aspect.COST) if gain else query

    def is_meant(label: str, value: str) -> bool:
        called = (bare and sign.search(label)) or is_of_the_act(label, query)
        of_visit = entry.event and is_of_visit(label, entry.title)
        of_other_fee = fee and fee[1] not in label
        mute = MUTE.search(value) or lasts(value, query)
        answers = called and may_answer(label, value, asked)
        return bool(answers and not (of_visit or of_other_fee or mute))

    return _only(entry, is_meant)


def _only_place(entry: Entry, query: Query) -> str:
    """The only place that staff wrote down, for a question that names nothing: "จากประเทศไหน".

    Or all of a kind, if it asks what there is of that kind.
    """
    kind = place_asked(query) if _THERE_ARE.search(query.clean) else ""
    most = BARE + len(kind)
    if query.aspect is not Aspect.WHERE or len(query.sounds) > most:
        return ""
    of_kind = [label for label in entry.facts if kind and label.startswith(kind)]
    called = of_kind or [label for label in entry.facts if _PLACE.match(label)]
    places = [(label, entry.facts[label]) for label in called]
    label, value = places[0] if len(places) == 1 else ("", "")
    if (goes := _GOES_THERE.search(query.clean)) and goes[0] not in label:
        return ""
    if MUTE.search(value) or not is_kind_asked(value, query):
        return ""
    return value if not done_elsewhere(entry, query, label) else ""
