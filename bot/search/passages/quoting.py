"""The passages of an entry that answer a question, and in them the fact asked for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.entries import HAPPENINGS, Entry
from bot.knowledge.persons import given_name
from bot.search.passages.acts import act_of
from bot.search.passages.amounts import asked_unit, counts_in, without_trail
from bot.search.passages.days import LONG_MONTH
from bot.search.passages.fields import (
    done_elsewhere,
    is_day_of_visit,
    stated_fact,
    wants_reading,
)
from bot.search.passages.items import item_asked
from bot.search.passages.reading import VIEWS, Reading, plain
from bot.search.passages.roles import is_of_other_ministry, name_asked
from bot.search.passages.several import tells_several
from bot.search.passages.spans import candidates, starts_word, whole_words, without_tail
from bot.search.passages.speeches import speeches
from bot.search.pieces import PASSAGE_LIMIT
from bot.search.ranking import Candidate, Query, Stated
from bot.thai.dates import ANY_DAY, ERA, Precision, find_dates
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect, focus_of, wants_several

REACHES = (12.0, 40.0, 150.0)  # letters after which a word of the question counts a third
_LEAD = 400.0  # letters after which a place is a third as near to the beginning
_ALWAYS_TYPED = frozenset((Aspect.WHEN, Aspect.CONTACT, Aspect.COST))  # nothing else will do
_NAMED = frozenset((Aspect.WHERE, Aspect.WHO, Aspect.HOWMANY, Aspect.COST))  # a word or a few
_LIKELY, _POSSIBLE = 0.5, 0.2  # likeness of a fact of the kind asked for, and the least of one
_ITS_DAY = 0.4  # … and of a day of the act asked for
_BARE = 15  # letters of a question without a subject
_ONLY_COUNTS = re.compile("(?:แล้ว|มี|ทั้งหมด|รวม| )*กี่ ?[ก-๙]{1,8}(?: .*)?")
_PLAIN = 0.3  # confidence from which a fact is told on its own
_RATHER, _SURELY = 0.5, 0.8  # chance of a place that is believed …
_NEARBY = 0.26  # … and its least confidence
_ELSEWHERE = -30.0  # score of what stands in another item than the one asked for
_ENOUGH = 0.95  # chance that what is quoted holds the answer
_FULL, _BRIEF = (3, PASSAGE_LIMIT), (1, 160)  # passages quoted at most, and of how many letters
_LIST, _LIST_LETTERS = re.compile("ประกอบด้วย|ได้แก่|ดังนี้|อาทิ|เช่น"), 160
_YEARS = timedelta(days=1_200)  # on, a day of no year is of another one
_LATELY = re.compile("(?<!วัน)(?<!เดือน)(?<!ปี) ?(?:นี้|ที่ผ่านมา)$")  # said of a day long ago by now
_EXPECTED, _LEADS = (  # what leads to a day: that it is expected, or the month before
    re.compile(
        "(?:คาดการณ์|คาด)ว่า[^0-9๐-๙\n]*$"
        f"|(?:(?:ใน)?ช่วง|ตั้งแต่)?เดือน{LONG_MONTH}[ก-๙]{{0,4}}? ?(?:ถึง|-|–) ?(?:วันที่ ?)?$"
    ),
    40,
)
_OF_PRESS = "แถลง"  # of a room for the press
_PHRASE = re.compile(r"\S+")

_EVIDENCE = tuple(f"{view} {reach:.0f}" for reach in REACHES for view in VIEWS)
FEATURES = (*_EVIDENCE, "likeness", "phrase", "lead", "said")
_NEAR = _EVIDENCE.index("asked 40")
_LIKENESS = FEATURES.index("likeness")

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Span:
    """The fact asked for."""

    text: str
    kind: Aspect
    confidence: float  # 0..1
    stated: bool = False  # staff wrote it into the front matter
    chance: float = 1.0  # that it, and nothing else of the text, is what was asked for

    @property
    def is_likely(self) -> bool:
        """Whether it is more likely what was asked for than not."""
        return self.chance >= _RATHER or (self.stated and self.confidence >= _SURELY)

    @property
    def is_plain(self) -> bool:
        """Whether it surely is what the question is about: stated, or beside the words of it."""
        return self.stated or self.confidence >= _PLAIN


@dataclass(frozen=True, slots=True)
class Quotation:
    """What an entry says to a question.

    `passages` are (start, end) in the body, in the order of the body and apart from each other:
    as many places as it takes to hold the answer with a chance of 95 %, at most three of at most
    300 characters; neighbours are joined, and a list that is asked for is kept whole.
    """

    fact: Span | None  # None when nothing of the kind asked for is told
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where the answer may be: facts of the kind asked for, then all phrases.

    `features` holds one row a place: evidence of each view at each of REACHES, likeness, whether
    it is a phrase, nearness to the beginning, whether the question itself says it.
    """

    candidates: list[Candidate]
    facts: int  # how many of them are of the kind asked for
    features: Floats  # (places, FEATURES)


def quote(entry: Entry, query: Query, today: date, *, brief: bool = False) -> Quotation:
    """The fact of `entry` that `query` asks for, and the passages of its body that answer.

    What staff wrote into the front matter wins over what is read out of the body. `brief`: one
    passage of at most 160 characters, to tell the entry from others by.
    """
    reading = Reading.of(entry.body, query.clean, entry.title)
    found = places(reading, query, today)
    stated = stated_fact(entry, query)
    told = Span(stated.text, query.aspect, stated.confidence, stated=True) if stated else None
    if not found.candidates:
        return Quotation(told, ())
    scores = found.features @ place_weights()[query.aspect]
    speech = speeches(entry, query.clean)
    said = [any(a <= one.start < b for a, b in speech) for one in found.candidates]
    scores = np.where(said, scores, _ELSEWHERE) if any(said) else scores
    listed = _of_item(found, reading.text, entry.title, query)
    scores = scores if listed is None else np.where(listed, scores, _ELSEWHERE)
    best = _best(found, scores, query.aspect, within_item=listed is not None)
    chances = _chances(scores)
    read = _in_full(_fact_at(best, reading, found, chances, query.aspect), entry)
    other = _is_another(read, query, entry) or _is_venue(read, entry, query)
    read = None if wants_reading(query) or other else read
    if read and listed is not None:
        alone = np.count_nonzero(listed[: found.facts] & _likely(found)) == 1
        read = replace(read, chance=1.0) if alone else read
        of_event = stated and stated.text not in entry.facts.values()
        stated = stated._replace(by_kind=True) if stated and of_event else stated
    if told and stated:
        sure = read and (listed is not None or _has_its_day(found, reading.text, query))
        read = replace(read, chance=1.0, confidence=1.0) if read and sure else read
        fact = _settled(told, stated, read, entry, today)
    else:
        told_of = found.candidates[: found.facts]
        several = wants_several(query.clean) and tells_several(told_of, reading.text, query.clean)
        fact = None if several else read
        counted = bool((found.features[: found.facts, _LIKENESS] >= 1).any())
        bare = fact is not None and fact.chance < _RATHER and len(query.clean) <= _BARE
        fact = fact if counted and not bare else _in_title(entry, query, today) or fact
        fact = None if counts_several(entry, query) else fact
    first = best if fact is read and read is not None else None
    size = _BRIEF if brief else _FULL
    spans = list(_passages(reading.text, found.candidates, scores, first, size))
    if wants_several(query.clean) and not brief:
        longer = ((start, _list_end(reading.text, start, end)) for start, end in spans)
        spans = list(_joined(reading.text, list(longer)))
    return Quotation(fact, tuple(spans))


class Quotes:
    """What entries say to one question on one day; each is read once, however often it is asked."""

    def __init__(self, query: Query, today: date) -> None:
        self.today = today
        self._query = query
        self._told: dict[tuple[str, bool], Quotation] = {}

    def of(self, entry: Entry, *, brief: bool = False) -> Quotation:
        """As `quote` would."""
        asked = entry.id, brief
        if asked not in self._told:
            self._told[asked] = quote(entry, self._query, self.today, brief=brief)
        return self._told[asked]


def places_path() -> Path:
    """Where the learned weights of places are."""
    return Path(__file__).parents[1] / "data" / "places.npz"


@lru_cache(maxsize=1)
def place_weights() -> Mapping[Aspect, Floats]:
    """What each feature of a place counts for a question of each aspect, learned."""
    with np.load(places_path(), allow_pickle=False) as stored:
        return {aspect: stored[aspect.value] for aspect in Aspect}


def places(reading: Reading, query: Query, today: date) -> Places:
    """Every place of a text where the answer to a query may be."""
    typed = candidates(query.aspect, reading.text, query.clean, today)
    every = typed + [Candidate(m.start(), m.end(), 0.0) for m in _PHRASE.finditer(reading.text)]
    starts = reading.letters_at(np.array([one.start for one in every], np.int64))
    ends = reading.letters_at(np.array([one.end for one in every], np.int64))
    asked = plain(query.clean)
    question = asked[asked > 0].tobytes()
    said = [
        n < len(typed) and reading.letters[a:b].tobytes() in question
        for n, (a, b) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True))
    ]
    columns = (
        reading.evidence((starts + ends) // 2, REACHES),
        np.array([one.likeness for one in every]),
        np.arange(len(every)) >= len(typed),
        np.exp(-starts / _LEAD),
        np.array(said, np.bool_),
    )
    return Places(every, len(typed), np.column_stack(columns).astype(np.float64))


def _settled(
    told: Span, stated: Stated, read: Span | None, entry: Entry, today: date
) -> Span | None:
    """The stated fact, or in its place what the text says; None when neither may be meant.

    Where its kind is all that agrees with the question, somebody whom staff named is not meant if
    the text names another, nor are the days of the event if the text surely tells another number.
    """
    if read is None or not stated.by_kind:
        return told
    if told.kind is Aspect.WHO:
        return _named(read, entry) if read.is_plain else None
    news = entry.published or today
    other = told.kind is Aspect.HOWMANY or _tells_other_day(told.text, read.text, news)
    sure = read.chance >= _SURELY and read.confidence > _NEARBY
    return read if other and sure else told


def counts_several(entry: Entry, query: Query) -> bool:
    """Whether staff wrote several numbers in the unit that a bare question asks for: "กี่ตำบล"."""
    bare = query.aspect is Aspect.HOWMANY and _ONLY_COUNTS.fullmatch(query.clean)
    unit = asked_unit(query.clean) or focus_of(query.clean) if bare else ""
    return bool(unit) and sum(counts_in(said, unit) for said in entry.facts.values()) > 1


def _has_its_day(found: Places, text: str, query: Query) -> bool:
    """Whether of all days of a text one alone is told of the act asked for, which is no event."""
    act = act_of(query.clean) if query.aspect is Aspect.WHEN else None
    if act is None or not act.exact or act.held:
        return False
    told = (one for one in found.candidates[: found.facts] if one.likeness >= _ITS_DAY)
    return len({text[one.start : one.end].strip() for one in told}) == 1


def _in_title(entry: Entry, query: Query, today: date) -> Span | None:
    """The only number of a title in the unit asked for: "40 ทีมชิงแชมป์".

    It is told where the text has none in that unit, or several and a question names no subject.
    """
    if query.aspect is not Aspect.HOWMANY or wants_reading(query):
        return None
    told = candidates(query.aspect, entry.title, query.clean, today)
    ends = ((one.start, whole_words(entry.title, one.start, one.end), one.likeness) for one in told)
    said = {entry.title[start:end].strip() for start, end, likeness in ends if likeness >= 1}
    return Span(said.pop(), query.aspect, _RATHER) if len(said) == 1 else None


def _is_another(read: Span | None, query: Query, entry: Entry) -> bool:
    """Whether the text names another than is asked for by name or by a ministry, or another day."""
    if read is None or query.aspect is not Aspect.WHO:
        return read is not None and is_day_of_visit(read.text, entry, query)
    name, letters = name_asked(query), squeeze(read.text)
    named = (one for one in entry.people if squeeze(given_name(one.name)) in letters)
    other = any(is_of_other_ministry(one.role, query.clean) for one in named)
    return other or bool(name and name not in letters)


def _is_venue(read: Span | None, entry: Entry, query: Query) -> bool:
    """Whether a place is where the event is, and what is asked is done elsewhere: "สมัครที่ไหน"."""
    if read is None or query.aspect is not Aspect.WHERE:
        return False
    venue, said = squeeze(entry.event.venue) if entry.event else "", squeeze(read.text)
    is_venue = bool(venue) and (said in venue or venue in said)
    return (is_venue or _OF_PRESS in said) and done_elsewhere(entry, query.clean)


def _named(read: Span, entry: Entry) -> Span:
    """Somebody of whom the text tells, as staff named them if they did."""
    letters = squeeze(read.text)
    named = (one for one in entry.people if squeeze(given_name(one.name)) in letters)
    known = next((f"{one.name} {one.role}".strip() for one in named), "")
    return replace(read, text=known, stated=True) if known else read


def _in_full(fact: Span | None, entry: Entry) -> Span | None:
    """A fact; a day of no year with the year nearest to the day on which it was news."""
    news = entry.published if entry.kind in HAPPENINGS else None
    if fact is None or fact.kind is not Aspect.WHEN or news is None:
        return fact
    dated, years_on = (find_dates(fact.text, day)[-1:] for day in (news, news + _YEARS))
    yearly = re.search(f"{re.escape(fact.text)} ?(?:ของ)?ทุก", entry.body)
    if yearly or len(dated) != 1 or dated[0].precision is not Precision.DAY or dated == years_on:
        return fact
    end, year = dated[0].end, dated[0].last.year + ERA
    day = _LATELY.sub("", fact.text[:end])
    if "นี้" in day or "ผ่านมา" in day or not re.search("[0-9๐-๙]", day):
        return fact
    return replace(fact, text=f"{day} {year}{fact.text[end:]}")


def _tells_other_day(text: str, other: str, today: date) -> bool:
    """Whether the second text tells of a day, and of none that the first tells of."""
    ours, theirs = list(find_dates(text, today)), list(find_dates(other, today))
    shared = any(a.first <= b.last and b.first <= a.last for a in ours for b in theirs)
    return bool(theirs) and not shared


def _of_item(found: Places, text: str, title: str, query: Query) -> Booleans | None:
    """Which places stand in the item of a list that is asked for, if one there likely tells it."""
    item = item_asked(text, title, query) if found.facts else None
    if item is None:
        return None
    inside = np.array([item[0] <= one.start and one.end <= item[1] for one in found.candidates])
    return inside if (inside[: found.facts] & _likely(found)).any() else None


def _likely(found: Places) -> Booleans:
    """Which facts have the form that is asked for."""
    likely: Booleans = found.features[: found.facts, _LIKENESS] >= _LIKELY
    return likely


def _best(found: Places, scores: Floats, aspect: Aspect, *, within_item: bool = False) -> int:
    """The place most likely to be the answer; of the kind asked for where nothing else will do."""
    likeness = found.features[: found.facts, _LIKENESS]
    if within_item:
        return int(np.argmax(np.where(likeness >= _LIKELY, scores[: found.facts], -np.inf)))
    counted = likeness >= 1
    if aspect is Aspect.HOWMANY and counted.any():  # in the unit asked for
        return int(np.argmax(np.where(counted, scores[: found.facts], -np.inf)))
    typed = aspect in _ALWAYS_TYPED and (likeness >= _LIKELY).any()
    return int(np.argmax(scores[: found.facts] if typed else scores))


def _fact_at(
    best: int, reading: Reading, found: Places, chances: Floats, aspect: Aspect
) -> Span | None:
    if best >= found.facts or found.candidates[best].likeness < _POSSIBLE:
        return None
    chosen = found.candidates[best]
    near = min(float(found.features[best, _NEAR]) + 0.2, 1.0)
    text, start, end = reading.text, chosen.start, chosen.end
    if aspect in _NAMED:
        if not starts_word(text, start):
            return None
        end = start + len(without_tail(text[start : whole_words(text, start, end)]))
    said = text[start:end].strip()
    if aspect is Aspect.HOWMANY:
        said = without_trail(said)
    if aspect is Aspect.WHEN and (
        expected := _EXPECTED.search(text, max(0, start - _LEADS), start)
    ):
        said = text[expected.start() : end].strip()
    day = _day_in(said) if aspect is Aspect.WHEN else None
    same = [
        (one.start < end and start < one.end)
        or text[one.start : one.end].strip() == said
        or (number < found.facts and day is not None and day == _day_in(text[one.start : one.end]))
        for number, one in enumerate(found.candidates)
    ]
    return Span(said, aspect, near, chance=float(chances[same].sum()))


def _day_in(text: str) -> tuple[int, int] | None:
    """The month and day that a text begins to tell; "1 มิถุนายนนี้" is "1 มิถุนายน 2564"."""
    spans = find_dates(text, ANY_DAY)
    exact = [one.first for one in spans[:1] if one.precision is Precision.DAY]
    return (exact[0].month, exact[0].day) if exact else None


def _passages(
    text: str, found: list[Candidate], scores: Floats, first: int | None, size: tuple[int, int]
) -> list[tuple[int, int]]:
    """The surroundings of `first`, if given, and of the likeliest places not yet inside.

    `size` is how many at most, and of how many letters.
    """
    most, limit = size
    chances = _chances(scores)
    starts, ends = np.array([(one.start, one.end) for one in found]).T
    inside = np.zeros(len(found), np.bool_)
    chosen: list[tuple[int, int]] = []
    while len(chosen) < most and chances[inside].sum() < _ENOUGH:
        best = int(np.argmax(np.where(inside, -1.0, chances))) if first is None else first
        start, end = window(text, found[best].start, found[best].end, limit)
        inside |= (starts >= start) & (ends <= end)
        inside[best] = True
        chosen.append((start, end))
        first = None
    return list(_joined(text, sorted(chosen)))


def _chances(scores: Floats) -> Floats:
    """The chance of each place to be the answer."""
    powers = np.exp(scores - scores.max())
    chances: Floats = powers / powers.sum()
    return chances


def _list_end(text: str, start: int, end: int) -> int:
    """Where the list ends that begins near the end of a passage, if it goes on behind it.

    At its line's end, or else at a blank as far on as a list is likely to go.
    """
    if not _LIST.search(text, max(start, end - _LIST_LETTERS), end) or text[end : end + 1] == "\n":
        return end
    upto = min(len(text), end + _LIST_LETTERS)
    line = text.find("\n", end, upto)
    if line >= 0 or upto == len(text):
        return line if line >= 0 else upto
    return max(text.rfind(" ", end, upto), end)


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that touch or overlap made one."""
    start, end = spans[0]
    for next_start, next_end in spans[1:]:
        if text[end:next_start].strip():
            yield start, end
            start = next_start
        end = max(end, next_end)
    yield start, end


def window(text: str, start: int, end: int, limit: int = PASSAGE_LIMIT) -> tuple[int, int]:
    """Where a passage around `text[start:end]` begins and ends.

    At most `limit` characters, or the place itself; cut at blanks and paragraph ends.
    """
    spare = max(limit - (end - start), 0)
    head = text.rfind("\n", max(0, start - spare // 2), start) + 1
    if not head:
        head = max(0, start - spare // 2)
        head = head if head == 0 else _next_blank(text, head, start)
    tail = min(len(text), head + limit)
    if tail < len(text):
        tail = max(text.rfind(" ", end, tail), text.rfind("\n", end, tail), end)
    return head, tail


def _next_blank(text: str, start: int, end: int) -> int:
    blank = text.find(" ", start, end)
    return blank + 1 if blank >= 0 else start
