"""The fact asked for: read out of a text, checked, and weighed against what staff stated."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.knowledge.entries import Entry
from bot.search.grams import Floats
from bot.search.passages.amounts import asked_unit, counts_in, with_other_units
from bot.search.passages.candidate_features import CandidateSet
from bot.search.passages.candidates import candidates
from bot.search.passages.days import LONG_MONTH
from bot.search.passages.people.names import named_by_staff
from bot.search.passages.people.roles import is_of_other_ministry, name_asked
from bot.search.passages.plans import asks_actual, is_told_as_planned
from bot.search.passages.prices import asks_total, sum_asked
from bot.search.passages.stated.events import done_elsewhere, is_day_of_visit, is_press_event
from bot.search.passages.stated.fields import wants_reading
from bot.search.passages.stated.scoring import CLOCK, REASON
from bot.search.passages.units import units_asked, with_rate, without_trail
from bot.search.passages.venues import is_part_asked, names_province_asked
from bot.search.passages.word_boundaries import starts_word, whole_words, without_tail
from bot.search.query import ANY_YEAR, Query
from bot.search.ranking import Candidate, Stated
from bot.thai.dates import ANY_DAY, ERA, Precision, find_dates
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect

_NAMED = frozenset((Aspect.WHERE, Aspect.WHO, Aspect.HOWMANY, Aspect.COST))  # a word or a few
_POSSIBLE = 0.2  # least likeness of a fact
_PLAIN = 0.3  # confidence from which a fact may stand on its own
RATHER, _SURELY = 0.5, 0.8  # chance from which a candidate is believed …
_NEARBY = 0.26  # … and its least confidence
_YEARS = timedelta(days=1_200)  # later, a day without a year is in another one
_LATELY = re.compile("(?<!วัน)(?<!เดือน)(?<!ปี) ?(?:นี้|ที่ผ่านมา)$")  # said of a day that is long past
_EXPECTED = re.compile(  # leads to a day: it is expected, part of a year, or a range of months
    "(?:คาดการณ์|คาด)ว่า[^0-9๐-๙\n]*$|(?<!ตอน)(?<!มัธยม)(?:ต้น|กลาง|ปลาย|สิ้น)(?:เดือน)?$"
    f"|(?:(?:ใน)?ช่วง|ตั้งแต่)?เดือน{LONG_MONTH}[ก-๙]{{0,4}}? ?(?:ถึง|-|–) ?(?:วันที่ ?)?$"
)
_NEXT = "หน้า"
_THIS_YEAR = re.compile(f"ปี(นี้|{_NEXT})")
_DIGIT = re.compile("[0-9๐-๙]")
_LEADS = 40  # letters
_BEGINS = 12  # letters of a reason that may be part of a name: "เพื่อการศึกษา"
_AHEAD = re.compile("จะได้(?!รับ|ประกาศ|จัด)")  # will get to do something
_SHARE = ("%", "เปอร์เซ็นต์")  # not a sum
_COMERS = re.compile(  # visitors, in any word
    "(?:คน|แขก|ผู้)(?:ที่)?(?:มา|ไป|เข้า|ร่วม)(?!จาก)[ก-๙ ]{0,12}?(?:กี่ ?(?:คน|ราย|ท่าน)|เท่าไ)"
    "|(?:มา|ไป)กัน ?กี่ ?คน"
)
_CAME = "(?:เข้า|มา)ร่วม|ร่วม(?:งาน|กิจกรรม|ประชุม)|(?:เข้า|มา|ผู้)ชม"
_WHO_CAME = re.compile(f"(?:{_CAME})[^\n0-9๐-๙]{{0,30}}$")  # stands before their number
_SAID = frozenset((Aspect.TOPIC, Aspect.WHAT, Aspect.WHO, Aspect.CONTACT))
_OR = re.compile("ไหม|หรือ|ใช่")
_NUMBER, _TOLD = re.compile("[0-9]+"), re.compile("[ก-๙]+|[a-z]+|[0-9]+")
_NOT_TOLD = re.compile(r"https?://(?:www\.)?|www\.|วันที่")
_NOBODY = re.compile(  # no single organisation
    "(?:หน่วยงาน|องค์กร|สถาบัน|บริษัท|ภาคี)"
    "(?:พันธมิตร|เครือข่าย|การเงิน|เอกชน|ภาครัฐ|ภาคเอกชน|ต่าง ?ๆ?|อื่น ?ๆ?|ที่เกี่ยวข้อง)+"
)
_OF_PRESS = "แถลง"  # a room for the press


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact that answers a question."""

    text: str
    kind: Aspect
    confidence: float  # 0..1
    stated: bool = False  # from the front matter
    chance: float = 1.0  # that it, and not another candidate, is meant

    @property
    def is_likely(self) -> bool:
        """Whether it is more likely what was asked for than not."""
        return self.chance >= RATHER or (self.stated and self.confidence >= _SURELY)

    @property
    def is_plain(self) -> bool:
        """Whether it surely is about the question: stated, or beside its words."""
        return self.stated or self.confidence >= _PLAIN

    @property
    def is_sure(self) -> bool:
        """Whether hardly another candidate of its text may be meant, and it is near the words."""
        return self.stated or (self.chance >= _SURELY and self.confidence > _NEARBY)


def read_fact(
    best: int, found: CandidateSet, chances: Floats, entry: Entry, query: Query
) -> FoundFact | None:
    """The fact at a candidate, if it is of the kind asked for and may be meant."""
    if wants_reading(query):
        return None
    read = _in_full(_fact_at(best, found, chances, entry.body, query), entry)
    if read is None:
        return None
    other = (
        _is_another(read, query, entry)
        or _is_no_place_asked(read, entry, query)
        or _is_behind(read, entry, query)
        or _is_no_reason(read, entry)
        or _is_in_other_unit(read, found.likeness[best], query)
        or (asks_actual(query) and is_told_as_planned(entry.body, read.text))
    )
    counts = query.aspect is Aspect.HOWMANY and bool(asked_unit(query))
    if other or not counts:
        return None if other else read
    return _as_attended(_as_titled(read, entry), entry, found.candidates[best].start, query)


def _as_titled(read: FoundFact, entry: Entry) -> FoundFact:
    """A number; plain where the title has it as well: "… 10 ปี 62,000 คน"."""
    digit = _DIGIT.search(read.text) if read.is_likely else None
    titled = digit and re.search(
        f"(?<![0-9,.]){re.escape(read.text[digit.start() :])}", entry.title
    )
    return replace(read, confidence=max(read.confidence, _PLAIN)) if titled else read


def _as_attended(read: FoundFact, entry: Entry, start: int, query: Query) -> FoundFact:
    """A number; where visitors are counted, plain beside words for taking part."""
    told = entry.body[max(0, start - _LEADS) : start]
    came = read.chance >= _SURELY and _COMERS.search(query.clean) and _WHO_CAME.search(told)
    return replace(read, confidence=max(read.confidence, _PLAIN)) if came else read


def _fact_at(
    best: int, found: CandidateSet, chances: Floats, text: str, query: Query
) -> FoundFact | None:
    aspect = query.aspect
    if best >= found.facts or found.candidates[best].likeness < _POSSIBLE:
        return None
    if aspect in _NAMED and not starts_word(text, found.candidates[best].start):
        return None
    near = min(found.nearness(best) + 0.2, 1.0)
    start, end = _extent(found.candidates[best], aspect, text, query)
    of_time = aspect is Aspect.WHEN
    expected = of_time and _EXPECTED.search(text, max(0, start - _LEADS), start)
    said = text[expected.start() if expected else start : end].strip()
    day = _day_in(said) if of_time else None
    told = _counted if aspect in (Aspect.HOWMANY, Aspect.COST) else str.strip
    plain = told(said)
    same = [
        (one.start < end and start < one.end)
        or told(text[one.start : one.end]) == plain
        or (number < found.facts and day is not None and day == _day_in(text[one.start : one.end]))
        for number, one in enumerate(found.candidates)
    ]
    return FoundFact(said, aspect, near, chance=float(chances[same].sum()))


def _extent(candidate: Candidate, aspect: Aspect, text: str, query: Query) -> tuple[int, int]:
    """Where a fact starts and ends: in whole words, and a number with its rate."""
    start, end = candidate.span
    if aspect in _NAMED:
        end = start + len(without_tail(text[start : whole_words(text, start, end)]))
    if aspect is Aspect.HOWMANY:
        end = with_rate(text, start + len(without_trail(text[start:end], query)))
        end = with_other_units(text, end, query)
    return start, end


def _counted(amount: str) -> str:
    """An amount without blanks and without the words before its number, "กว่า"."""
    digit = _DIGIT.search(amount)
    return squeeze(amount[digit.start() :] if digit else amount)


def _in_full(fact: FoundFact | None, entry: Entry) -> FoundFact | None:
    """A fact; a day without a year gets the year nearest to the day of the news.

    Unless the title names other years: 'เรื่องน่าติดตามในปี 2562'.
    """
    if fact is None or fact.kind is not Aspect.WHEN:
        return fact
    news = entry.published if entry.is_dated else None
    if news is None:
        return None if _THIS_YEAR.search(fact.text) else fact
    fact = replace(fact, text=_THIS_YEAR.sub(lambda said: _year(said, news), fact.text))
    dated, years_on = (find_dates(fact.text, day)[-1:] for day in (news, news + _YEARS))
    yearly = re.search(f"{re.escape(fact.text)} ?(?:ของ)?ทุก", entry.body)
    if yearly or len(dated) != 1 or dated[0].precision is not Precision.DAY or dated == years_on:
        return fact
    end, year = dated[0].end, dated[0].last.year + ERA
    day = _LATELY.sub("", fact.text[:end])
    titled = ANY_YEAR.findall(normalise(entry.title))
    if titled and str(year) not in titled:
        return fact
    if "นี้" in day or "ผ่านมา" in day or not re.search("[0-9๐-๙]", day):
        return fact
    return replace(fact, text=f"{day} {year}{fact.text[end:]}")


def _year(said: re.Match[str], news: date) -> str:
    """The year that "ปีนี้" or "ปีหน้า" meant in the news."""
    return f"ปี {news.year + ERA + (said[1] == _NEXT)}"


def is_said(fact: str, query: Query) -> bool:
    """Whether a question itself contains all of a name or number: "1313 คือเบอร์อะไร".

    Not where it asks yes or no, or this or that.
    """
    if query.aspect not in _SAID or _OR.search(query.as_written):
        return False
    words = _TOLD.findall(_NOT_TOLD.sub("", normalise(fact)))
    numbers = {*_NUMBER.findall(query.clean)}
    said = all(one in (numbers if one.isdecimal() else query.clean) for one in words)
    return bool(words) and said


def tells_same(one: FoundFact, other: FoundFact) -> bool:
    """Whether two facts of a kind agree: "จำนวน 17 แผน" and "17 แผนแรก", not "17 แผนต่อปี"."""
    if one.kind is Aspect.WHEN:
        days = [[(d.first, d.last) for d in find_dates(f.text, ANY_DAY)[:1]] for f in (one, other)]
        hours = [CLOCK.search(f.text) is not None for f in (one, other)]
        return days[0] == days[1] != [] and hours[0] == hours[1]
    if one.kind in (Aspect.HOWMANY, Aspect.COST):
        short, long = sorted((_counted(one.text), _counted(other.text)), key=len)
        goes_on = long.removeprefix(short)
        each = re.match("[0-9]|ต่อ|ละ", goes_on)
        return long.startswith(short) and not (goes_on and (each or short[-1:].isdecimal()))
    ours, theirs = squeeze(one.text), squeeze(other.text)
    if one.kind is Aspect.WHO:  # one may name the office as well
        return ours.startswith(theirs) or theirs.startswith(ours)
    return ours == theirs


def _day_in(text: str) -> tuple[int, int] | None:
    """The month and day of the first date in a text; "1 มิถุนายนนี้" is "1 มิถุนายน 2564"."""
    spans = find_dates(text, ANY_DAY)
    exact = [one.first for one in spans[:1] if one.precision is Precision.DAY]
    return (exact[0].month, exact[0].day) if exact else None


def _named(read: FoundFact, entry: Entry) -> FoundFact:
    """Somebody named in the text, as staff named them if they did."""
    named = named_by_staff(entry, read.text)
    return replace(read, text=named[0].name_and_role, stated=True) if named else read


def _tells_other_day(text: str, other: str, today: date) -> bool:
    """Whether the second text has days, and none of them is in the first."""
    ours, theirs = list(find_dates(text, today)), list(find_dates(other, today))
    shared = any(a.first <= b.last and b.first <= a.last for a in ours for b in theirs)
    return bool(theirs) and not shared


def _is_another(read: FoundFact, query: Query, entry: Entry) -> bool:
    """Whether a fact is somebody, or a day, other than the question names."""
    if query.aspect is not Aspect.WHO:
        return is_day_of_visit(read.text, entry, query)
    if _NOBODY.fullmatch(read.text):
        return True
    name, named = name_asked(query), named_by_staff(entry, read.text)
    other = any(is_of_other_ministry(one.role, query) for one in named)
    return other or bool(name and name not in squeeze(read.text))


def _is_no_place_asked(read: FoundFact, entry: Entry, query: Query) -> bool:
    """Whether a place is not of the kind asked for, or only where the event was.

    What is asked for is not done there: "สมัครที่ไหน".
    """
    if query.aspect is not Aspect.WHERE:
        return False
    if not (is_part_asked(read.text, query) and names_province_asked(read.text, query)):
        return True
    venue = squeeze(entry.event.venue) if entry.event else ""
    said = squeeze(read.text.removeprefix("ณ "))
    is_venue = bool(venue) and (said in venue or venue in said)
    return (is_venue or _OF_PRESS in said) and done_elsewhere(entry, query)


def _is_in_other_unit(read: FoundFact, likeness: float, query: Query) -> bool:
    """Whether a number is in none of the units asked for: "ชั้น" in "กี่ชั้น"."""
    if query.aspect is not Aspect.HOWMANY or likeness >= 1 or not asked_unit(query):
        return False
    return not any(counts_in(read.text, unit) for unit in units_asked(query))


def _is_behind(read: FoundFact, entry: Entry, query: Query) -> bool:
    """Whether a day was past when it was news, and what is asked is to come: "จะได้ไปเมื่อไหร่"."""
    news = entry.published
    if news is None or query.aspect is not Aspect.WHEN:
        return False
    days = list(find_dates(read.text, news)) if _AHEAD.search(query.clean) else []
    return bool(days) and max(day.last for day in days) <= news


def _is_no_reason(read: FoundFact, entry: Entry) -> bool:
    """Whether the answer to a "why" is an effect, part of a name, or cut off."""
    if read.kind is not Aspect.WHY:
        return False
    named = squeeze(read.text[:_BEGINS]) in squeeze(entry.title)
    ends = any(line.rstrip().endswith(read.text) for line in entry.body.split("\n"))
    return named or not ends or REASON.match(read.text) is None


def number_in_title(entry: Entry, query: Query, today: date) -> FoundFact | None:
    """The only number in a title in the unit asked for, "40 ทีมชิงแชมป์", or its only sum.

    Used where the text has none, or several and the question names no subject.
    """
    of_sum = query.aspect is Aspect.COST and asks_total(query)
    if not (query.aspect is Aspect.HOWMANY or of_sum) or wants_reading(query):
        return None
    told = candidates(entry.title, query, today)
    ends = ((one.start, whole_words(entry.title, one.start, one.end), one.likeness) for one in told)
    said = {entry.title[start:end].strip() for start, end, likeness in ends if likeness >= 1}
    if of_sum:
        called = sum_asked(query) in entry.title
        said = {one for one in said if called and not one.endswith(_SHARE)}
    return FoundFact(said.pop(), query.aspect, RATHER) if len(said) == 1 else None


def resolved(
    told: FoundFact, stated: Stated, read: FoundFact | None, entry: Entry, today: date
) -> FoundFact | None:
    """The stated fact, or what was read in its place; None when neither may be meant.

    Where only its kind agrees with the question, a person gives way to one named in the text, and
    the days of an event to another number or day that the text surely tells. Those of a press
    conference give way to any other plain day.
    """
    if read is None or not stated.by_kind:
        return told
    if told.kind is Aspect.WHO:
        return _named(read, entry) if read.is_plain else None
    if told.kind is not Aspect.HOWMANY and not _tells_other_day(
        told.text, read.text, entry.published or today
    ):
        return told
    if read.is_sure:
        return read
    of_press = told.kind is Aspect.WHEN and is_press_event(entry)
    return None if of_press and read.is_plain else told
