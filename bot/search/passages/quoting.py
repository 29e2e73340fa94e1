"""Answer extraction: the fact asked for, and the passages of an entry to quote."""

import re
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from bot.knowledge.entries import Entry
from bot.search.grams import Floats
from bot.search.index import Index
from bot.search.passages.acts import act_asked, does, is_coming
from bot.search.passages.amounts import amounts
from bot.search.passages.candidate_features import (
    LIKENESS,
    Booleans,
    CandidateSet,
    candidate_weights,
    softmax,
)
from bot.search.passages.definitions import definition_in
from bot.search.passages.excerpts import (
    Extent,
    from_place,
    passages,
    with_first_items,
    with_heads,
    with_whole_lists,
    within,
    without,
)
from bot.search.passages.facts import (
    RATHER,
    FoundFact,
    is_said,
    number_in_title,
    read_fact,
    resolved,
)
from bot.search.passages.items import item_asked
from bot.search.passages.people.attendance import attendance_in
from bot.search.passages.people.prizes import asks_winner
from bot.search.passages.people.question_types import asks_sort
from bot.search.passages.people.roles import office_asked
from bot.search.passages.people.speeches import speeches
from bot.search.passages.prices import asks_total
from bot.search.passages.reading import Reading
from bot.search.passages.rounds import is_of_round, rounds_in, rounds_said
from bot.search.passages.several import (
    asks_whole,
    counts_several,
    only_counts,
    tells_parts,
    tells_several,
    totals,
)
from bot.search.passages.stated.fields import stated_fact
from bot.search.passages.venues import asks_area, place_asked
from bot.search.pieces import PASSAGE_LIMIT
from bot.search.query import Query
from bot.search.ranking import Stated
from bot.search.understanding import understand
from bot.thai.dates import Precision, find_dates
from bot.thai.names import Names
from bot.thai.normalise import letters_in, squeeze
from bot.thai.questions import BARE, Aspect

_ALWAYS_TYPED = frozenset((Aspect.WHEN, Aspect.CONTACT, Aspect.COST))  # only these will do
_IN_FIGURES = (Aspect.WHEN, Aspect.HOWMANY, Aspect.COST, Aspect.CONTACT)
_OF_EVENTS = frozenset((Aspect.WHEN, Aspect.WHERE))
_ITS_DAY, _LAST_DAY = 0.4, 0.5  # likeness of a day of the act asked for, and of the last one
_BESIDE, _FAR = 0.2, 0.5  # nearness to the words of a question, and a share of that
_ASKS = re.compile("อะไร|ไหน|ยังไง|กี่|เท่าไ|ใคร")
_WHAT_IS = re.compile("(?P<of>.{2,40}?) ?(?:คือ|แปลว่า|หมายถึง|ย่อมาจาก) ?(?:อะไร|ไร)(?=[ คน])")
_OF_ALL = re.compile(
    "(?:ร่วมมือ|คุย|หารือ|เซ็น|ลงนาม|ไป|มา|พบ|ประชุม).*เรื่อง ?(?:อะไร|ไร)|ทำ(?:อะไร|ไร)(?!เกี่ยว|เรื่อง)"
)
_MANY, _WORD = 5, 12  # places of a word, and letters of one that is no name or phrase
_NAME = 5  # letters, at least, of a part of a venue's name
_ELSEWHERE = -30.0  # score outside the list item asked for
_FULL, _BRIEF = Extent(3, PASSAGE_LIMIT), Extent(1, 160)
AT_LARGE = Extent(3, 400, attendance_in)  # where no fact of a form of its own is asked for
_OF_NO_FORM = frozenset((Aspect.TOPIC, Aspect.WHAT, Aspect.HOW))
_LEADS = 150  # letters, at least, of a passage before which others stand in the text
_MATTERS, _OF_WHOLE = _OF_NO_FORM | {Aspect.WHY}, 0.4  # a share of the question


@dataclass(frozen=True, slots=True)
class Quotation:
    """What an entry answers to a question.

    `passages` are (start, end) in the body, apart from each other, in the order to be read: as many
    as it takes to hold the answer with a chance of 95 %, at most three of at most 300 characters,
    or 400 where no fact of a form of its own is asked for, and what little is left of a paragraph;
    neighbours are merged, and a list that is asked for is kept whole.
    """

    fact: FoundFact | None  # None where nothing of the kind asked for is found
    passages: tuple[tuple[int, int], ...]


def quote(entry: Entry, query: Query, today: date, *, brief: bool = False) -> Quotation:
    """The fact that `query` asks of `entry`, and the passages of its body that answer.

    Front matter wins over what is read out of the body. `brief`: one passage of at most 160
    characters, to tell the entry from others.
    """
    query = _of_what(query, entry)
    said = _as_told(query, entry.body.lower())
    found = CandidateSet.of(Reading.of(entry.body, said, entry.title), query, today)
    stated = stated_fact(entry, query)
    if not found.candidates:
        return Quotation(_told(stated, query) if stated else None, ())
    listed = _of_item(found, entry, query)
    speech = speeches(entry, query)
    scores = _scores(found, query, listed, speech)
    extraction = _Extraction(entry, query, today, found, listed, scores, speech)
    best, read = extraction.read()
    if _is_of_other_round(entry, query):
        stated, read = None, read if extraction.is_of_round(best) else None
    elif stated and stated.text not in entry.facts.values():
        stated = extraction.unless_told_nearer(stated, read)
    read = _sure(read) if extraction.is_sure(stated) else read
    if stated:
        fact = resolved(_told(stated, query), stated, read, entry, today)
    else:
        fact = extraction.unstated(read)
    first = best if fact is read and read is not None else None
    fact = None if fact and is_said(fact.text, query) else fact
    return Quotation(fact, extraction.quoted(first, brief=brief))


def told_figure(index: Index, entry: Entry, text: str, *, today: date) -> str:
    """The day, price, number or telephone with which `entry` plainly answers `text`, or ""."""
    fact = quote(entry, understand(index, text, today).query, today, brief=True).fact
    return fact.text if fact and fact.is_plain and fact.kind in _IN_FIGURES else ""


@dataclass(frozen=True, slots=True, eq=False)
class _Extraction:
    """A question asked of an entry, and the candidates for its answer with their scores.

    `listed` says which of them stand in the list item asked for; None where none is. `speech` is
    where those speak whose words are asked for.
    """

    entry: Entry
    query: Query
    today: date
    found: CandidateSet
    listed: Booleans | None
    scores: Floats
    speech: list[tuple[int, int]]

    @property
    def counted(self) -> Booleans:
        """Which of the facts surely look like what is asked for: a number in its unit."""
        counted: Booleans = self.found.likeness >= 1
        return counted

    def read(self) -> tuple[int, FoundFact | None]:
        """The number of the likeliest candidate, and the fact found there, if any."""
        found, query, listed = self.found, self.query, self.listed
        of_round = any(map(self.is_of_round, range(found.facts)))
        likely_only = listed is not None or of_round or act_asked(query) is not None
        best = self._best(likely_only=likely_only and bool(found.likely.any()))
        whole = self._whole() if listed is None else None
        best = best if whole is None else whole
        if best < 0:
            return 0, None
        read = read_fact(best, found, softmax(self.scores), self.entry, query)
        if whole is not None:
            return best, _sure(read)
        meant = found.likely if listed is None else found.likely & listed[: found.facts]
        alone = np.count_nonzero(meant) == 1
        if alone and (of_round or self._names_the_one()):
            return best, _sure(read)
        return best, replace(read, chance=1.0) if read and listed is not None and alone else read

    def _best(self, *, likely_only: bool) -> int:
        """The likeliest candidate; one of the kind asked for where nothing else will do."""
        found, aspect = self.found, self.query.aspect
        of_facts = self.scores[: found.facts]
        if likely_only:
            return int(np.argmax(np.where(found.likely, of_facts, -np.inf)))
        sorts = (asks_sort, office_asked, asks_winner)
        of_sort = aspect is Aspect.WHO and any(asks(self.query) for asks in sorts)
        of_kind = aspect is Aspect.WHERE and place_asked(self.query) != ""
        if (aspect is Aspect.HOWMANY or of_sort or of_kind) and self.counted.any():
            return int(np.argmax(np.where(self.counted, of_facts, -np.inf)))
        typed = aspect in _ALWAYS_TYPED and found.likely.any()
        return int(np.argmax(of_facts if typed else self.scores))

    def _whole(self) -> int | None:
        """Among several numbers in the unit asked for, the candidate of the total; -1 for none.

        None where a part may be meant, or there is only one number.
        """
        counted, text = np.flatnonzero(self.counted), self.entry.body
        told = [self.found.candidates[place] for place in counted]
        if not tells_parts(told, text, self.query):
            return None
        # Other words in the question may say which is meant.
        unsaid = -1 if only_counts(self.query) else None
        return next((int(counted[place]) for place in totals(told, text)), unsaid)

    def _names_the_one(self) -> bool:
        """Whether a winner or the holder of an office is asked for, and the text names one."""
        asked = asks_winner(self.query) or bool(office_asked(self.query))
        return self.query.aspect is Aspect.WHO and asked and bool(self.counted.any())

    def is_of_round(self, place: int) -> bool | None:
        """Whether a candidate belongs to the round asked for, see `rounds.is_of_round`."""
        one = self.found.candidates[place]
        return is_of_round(self.entry.body, one.span, self.query)

    def unless_told_nearer(self, stated: Stated, read: FoundFact | None) -> Stated | None:
        """What an event states; None where the text gives another day or place for it."""
        if self._tells_near() or self._tells_coming() or self._tells_other_place():
            return None
        return stated._replace(by_kind=True) if read and self.listed is not None else stated

    def _tells_near(self) -> bool:
        """Whether a text gives a day right beside the act asked for; it wins over the event's."""
        act = act_asked(self.query)
        told = self.found.likeness >= _ITS_DAY
        return act is not None and act.near and bool(told.any())

    def _tells_coming(self) -> bool:
        """Whether the act asked for was still to come at the event: "คาดว่าจะเปิดตัวในปีหน้า".

        Unless the text gives the day of the event for it as well.
        """
        entry, act = self.entry, act_asked(self.query)
        if act is None or act.not_of or not (act.held and act.exact) or entry.event is None:
            return False
        if does(entry.title, act):
            return False
        facts = zip(self.found.candidates, self.found.likeness, strict=False)
        told = [one for one, likely in facts if likely >= _ITS_DAY]
        if not any(is_coming(entry.body, one.start, act) for one in told):
            return False
        first, last = entry.event.start, entry.event.end or entry.event.start
        days = (
            day
            for one in told
            for day in find_dates(entry.body[one.start : one.end], entry.published or self.today)
            if day.precision is Precision.DAY
        )
        return not (first and last and any(day.first <= last and first <= day.last for day in days))

    def _tells_other_place(self) -> bool:
        """Whether the province or district asked for stands by the words of the question.

        And the venue does not: a minister went on.
        """
        found, text, clean = self.found, self.entry.body, self.query.clean
        named = len(clean) > BARE and asks_area(self.query)
        if self.query.aspect is not Aspect.WHERE or not (named and self.entry.event):
            return False
        wanted = np.flatnonzero(self.counted)
        if not len(wanted):
            return False
        best, venue = int(wanted[np.argmax(self.scores[wanted])]), squeeze(self.entry.event.venue)
        near = found.nearness(best)
        said = squeeze(text[found.candidates[best].start : found.candidates[best].end])
        if near < _BESIDE or said in venue or (venue and venue in said):
            return False
        names = [name for name in self.entry.event.venue.split() if len(name) >= _NAME]
        told = [at for name in names for at in re.finditer(re.escape(name), text)]
        there = (
            number
            for number, one in enumerate(found.candidates)
            if any(one.start < at.end() and at.start() < one.end for at in told)
        )
        return all(found.nearness(number) < near * _FAR for number in there)

    def is_sure(self, stated: Stated | None) -> bool:
        """Whether what is read is certain: the only day of an act, or in the list item asked for.

        Where nothing is `stated`, only a first or last day that is asked for.
        """
        act = act_asked(self.query)
        if stated is None:
            end = act is not None and (act.before is not None or act.near)
            return end and self._tells_one_day(_LAST_DAY)
        exact = act is not None and act.exact and not act.held
        return self.listed is not None or (exact and self._tells_one_day(_ITS_DAY))

    def _tells_one_day(self, least: float) -> bool:
        told = (one for one in self.found.candidates[: self.found.facts] if one.likeness >= least)
        return len({self.entry.body[one.start : one.end].strip() for one in told}) == 1

    def unstated(self, read: FoundFact | None) -> FoundFact | None:
        """The fact where staff stated nothing: what was read, or the number in the title.

        None where all there are were asked for and the text has several.
        """
        entry, query = self.entry, self.query
        told_of = self.found.candidates[: self.found.facts]
        several = query.wants_several and tells_several(told_of, entry.body, query)
        fact = None if several else read
        if fact is None and asks_whole(query):
            return None
        unsure = fact is None or fact.chance < RATHER
        of_sum = query.aspect is Aspect.COST and asks_total(query)
        bare = not several and (of_sum or (unsure and len(query.clean) <= BARE))
        if bare or not self.counted.any():
            fact = number_in_title(entry, query, self.today) or fact
        return None if counts_several(entry, query) else self._with_the_rest(fact)

    def _with_the_rest(self, fact: FoundFact | None) -> FoundFact | None:
        """A number, with others in its unit if staff wrote them down together.

        "กี่คัน" wants both of "รถ 1 คัน และเรือ 2 คัน".
        """
        if fact is None or fact.kind is not Aspect.HOWMANY:
            return fact
        around = [said for said in self.entry.facts.values() if fact.text in said]
        told = (amounts(said, self.query, self.today) for said in around)
        counted = [
            said
            for said, of_it in zip(around, told, strict=True)
            if sum(one.likeness >= 1 for one in of_it) > 1
        ]
        return replace(fact, text=counted[0]) if len(counted) == 1 else fact

    def quoted(self, first: int | None, *, brief: bool) -> tuple[tuple[int, int], ...]:
        """The passages around the `first` candidate, if given, and the likeliest ones.

        Only the one that tells what something is, if that is asked and told.
        """
        at_large = self.query.aspect in _OF_NO_FORM
        told = None if brief else definition_in(self.entry.body, self.query.clean)
        if told is not None:
            piece = from_place(self.entry.body, told, AT_LARGE.limit)
            return tuple(with_first_items(self.entry.body, [piece]))
        text, size = self.entry.body, _BRIEF if brief else AT_LARGE if at_large else _FULL
        spans = passages(text, self.found.candidates, self.scores, first, size)
        if brief:
            return tuple(spans)
        spans = [within(text, span, self.speech) for span in spans]
        spans = with_heads(text, spans) if self.query.aspect in _MATTERS else spans
        with_lists = with_whole_lists if self.query.wants_several else with_first_items
        ordered = self._in_order(with_lists(text, spans), first)
        return tuple(part for span in ordered for part in without(text, span, size.aside))

    def _in_order(
        self, spans: list[tuple[int, int]], first: int | None
    ) -> tuple[tuple[int, int], ...]:
        """Passages as they are read: the likeliest first, the others as they stand in the text.

        All as they stand, if that is no more than a few words, or what is asked is a speech or the
        matter of the whole, in words of its title.
        """
        whole = self.query.aspect in _MATTERS and self.found.titled >= _OF_WHOLE
        best = self.found.candidates[int(np.argmax(self.scores)) if first is None else first]
        leads = [
            one for one in spans if one[0] <= best.start < one[1] and one[1] - one[0] >= _LEADS
        ]
        if whole or self.speech or _OF_ALL.search(self.query.clean):
            return tuple(spans)
        return (*leads, *(one for one in spans if one not in leads))


def _of_what(query: Query, entry: Entry) -> Query:
    """A question of what something is, without what is said beside: "GBA คืออะไร เห็นบางจากเซ็น"."""
    asked = _WHAT_IS.match(query.clean)
    if asked is None or squeeze(asked["of"]) not in letters_in(entry.body):
        return query
    terms = tuple(term for term in query.terms if term in asked[0])
    return replace(query, clean=asked[0], terms=terms)


def _as_told(query: Query, text: str) -> str:
    """A question, plus official words for everyday ones that the text lacks: "ไมโครเวฟ".

    Only the rarest in the text: others do not tell one place from another.
    """
    names, joined = Names.load(), text.replace(" ", "")
    told = {
        sense: text.count(sense)
        for form, senses in names.stand_for(query.terms).items()
        if not (form in joined or form in names.agencies or _ASKS.search(form))
        for sense in senses
        if len(sense) <= _WORD and (sense.isascii() or " " not in sense) and sense in text
    }
    fewest = min(told.values(), default=_MANY)
    rare = [sense for sense, places in told.items() if places == fewest < _MANY]
    return " ".join((query.clean, *rare))


def _told(stated: Stated, query: Query) -> FoundFact:
    return FoundFact(stated.text, query.aspect, stated.confidence, stated=True)


def _sure(read: FoundFact | None) -> FoundFact | None:
    return replace(read, chance=1.0, confidence=1.0) if read else None


def _scores(
    found: CandidateSet, query: Query, listed: Booleans | None, speech: list[tuple[int, int]]
) -> Floats:
    """The score of each candidate; those outside of the speech or the item asked for have none."""
    scores: Floats = found.features @ candidate_weights()[query.aspect]
    said = [any(a <= one.start < b for a, b in speech) for one in found.candidates]
    scores = np.where(said, scores, _ELSEWHERE) if any(said) else scores
    if query.aspect is Aspect.WHY and (found.likeness >= 1).any():  # of a cause
        scores = np.where(found.features[:, LIKENESS] >= 1, scores, _ELSEWHERE)
    return scores if listed is None else np.where(listed, scores, _ELSEWHERE)


def _is_of_other_round(entry: Entry, query: Query) -> bool:
    """Whether the day or place of one round is asked for, and the event is another.

    The first that the text names: "การประชุมครั้งที่ 2 …", and then "ครั้งที่ 1 ที่หลวงพระบาง".
    """
    if query.aspect not in _OF_EVENTS or entry.event is None:
        return False
    asked = {one for _, one in rounds_said(query.clean)}
    told = rounds_in(f"{entry.title}\n{entry.body}") if asked else ()
    meant = asked.intersection(told)
    return any(next(own for own in told if own.kind == one.kind) != one for one in meant)


def _of_item(found: CandidateSet, entry: Entry, query: Query) -> Booleans | None:
    """Which candidates stand in the list item asked for, if one there is likely."""
    item = item_asked(entry.body, entry.title, query) if found.facts else None
    if item is None:
        return None
    inside = np.array([item[0] <= one.start and one.end <= item[1] for one in found.candidates])
    return inside if (inside[: found.facts] & found.likely).any() else None


class Quotes:
    """Quotations of entries for one question on one day, each made once."""

    def __init__(self, query: Query, today: date) -> None:
        self.today = today
        self._query = query
        self._told: dict[str, Quotation] = {}

    def of(self, entry: Entry) -> Quotation:
        """The same as `quote`."""
        if entry.id not in self._told:
            self._told[entry.id] = quote(entry, self._query, self.today)
        return self._told[entry.id]
