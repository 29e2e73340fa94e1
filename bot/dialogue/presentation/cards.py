"""An entry as blocks: the fact asked for, what it says, how old it is and where it is from."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.dialogue.presentation.contacts import contact_blocks
from bot.dialogue.presentation.dates import event_days, format_day
from bot.dialogue.presentation.labels import shorten
from bot.dialogue.replies import Block, Fact, Heading, Link, Note, Paragraph, Place
from bot.knowledge.entries import Entry, Event, Kind
from bot.search.passages.excerpts import window
from bot.search.passages.facts import FoundFact
from bot.search.passages.stated.fields import person_asked, stated_fact
from bot.search.passages.stated.states import outlasts_its_day
from bot.search.passages.units import with_each
from bot.search.query import Query
from bot.texts import Texts
from bot.thai.questions import Aspect

_SHORT_BODY = 700  # characters; a body of at most this length is shown whole
_SOURCE_LIMIT = 110  # characters
_OLD_YEARS = 2  # news of that age may have been overtaken
_DAYS_A_YEAR = 365
_JOINED = re.compile("^และ ?(?=[ก-๙])")  # to what stood before it
_BLANK_LINES = re.compile(r"\n\s*\n")
_OVER = re.compile("^งาน(?:นี้)?(?:จบ|ผ่านไป)แล้ว *")  # the card says so itself, with the date
_FEW_PEOPLE = 2
_AND_WHERE = re.compile(
    "(?:ที่|ตรง) ?ไหน|(?:โรงแรม|ห้อง(?:ประชุม)?|ตึก|อาคาร|ฮอลล์|สถานที่|จังหวัด) ?(?:ที่)?(?:ไหน|อะไร|ใด)"
)
_FACT, _STATED = 160, 400  # characters of a direct answer read out of a body, or written by staff
_MARKS = re.compile(r"(?m)^#{1,6}\s+|\*\*|__|`")


class Cards:
    """Draws entries with the texts of one language."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def answer(
        self, entry: Entry, fact: str, passages: tuple[tuple[int, int], ...], today: date
    ) -> tuple[Block, ...]:
        """The answer to a question: the fact first, then title, passages, age and source."""
        lead: tuple[Block, ...] = (Fact(fact),) if fact else ()
        told = tuple(map(Paragraph, _pieces(entry, passages)))
        return (*lead, Heading(entry.title), *told, *self._small_print(entry, today))

    def whole(self, entry: Entry, today: date) -> tuple[Block, ...]:
        """Everything an entry says."""
        told = tuple(map(Paragraph, paragraphs(entry)))
        event = tuple(self._event_blocks(entry.event)) if entry.event else ()
        contact = tuple(contact_blocks(entry.contact, self._texts)) if entry.contact else ()
        return (Heading(entry.title), *told, *event, *contact, *self._small_print(entry, today))

    def lead(self, entry: Entry, today: date) -> tuple[Block, ...]:
        """How an entry begins, its age and source, without its title: below its line of a list."""
        told = map(Paragraph, _pieces(entry, (window(entry.body, 0, 0),)))
        return (*told, *self._small_print(entry, today))

    def contact(
        self, entry: Entry, fact: str, today: date, passages: tuple[tuple[int, int], ...] = ()
    ) -> tuple[Block, ...]:
        """The card of an office: the asked detail first, then every way to reach it.

        Of what is no office stands between them what it says of that, its `passages`.
        """
        lead: tuple[Block, ...] = (Fact(fact),) if fact else ()
        blocks = tuple(contact_blocks(entry.contact, self._texts)) if entry.contact else ()
        told = _pieces(entry, passages) if entry.kind is not Kind.CONTACT else []
        said = map(Paragraph, told)
        return (*lead, Heading(entry.title), *said, *blocks, *self._small_print(entry, today))

    def _event_blocks(self, event: Event) -> Iterator[Block]:
        if event.venue:
            province = self._texts("answer.at_province", province=event.province)
            yield Place(
                self._texts("answer.venue"),
                f"{event.venue} {province if event.province else ''}".strip(),
            )
        if event.organizer:
            yield Note(self._texts("answer.organizer", organizer=event.organizer))
        if event.cost:
            yield Note(self._texts("answer.cost", cost=event.cost))

    def _small_print(self, entry: Entry, today: date) -> Iterator[Block]:
        if age := self._age(entry, today):
            yield Note(age)
        if source := self._source(entry):
            yield Note(source)
        if entry.source.url.startswith("https://"):
            yield Link(self._texts("answer.link"), entry.source.url)

    def _age(self, entry: Entry, today: date) -> str:
        """A warning that what is told is over or old; "" when it is neither."""
        if entry.event and entry.event.start:
            return self._stage(entry, entry.event, today)
        if entry.valid_until and entry.valid_until < today:
            return self._texts("answer.expired", date=format_day(entry.valid_until, self._texts))
        return self._old_news(entry, today)

    def _stage(self, entry: Entry, event: Event, today: date) -> str:
        """Whether an event is on or over; "" when it is still to come."""
        if not event.start or event.start > today:
            return ""
        if not event.end:
            return self._texts("answer.begun_event", date=format_day(event.start, self._texts))
        if event.end < today:
            key = "answer.past_news" if outlasts_its_day(entry) else "answer.past_event"
            return self._texts(key, days=event_days(entry, self._texts))
        return self._texts("answer.running_event", date=format_day(event.end, self._texts))

    def _old_news(self, entry: Entry, today: date) -> str:
        if entry.kind is not Kind.NEWS or not entry.published:
            return ""
        years = (today - entry.published).days // _DAYS_A_YEAR
        return self._texts("answer.old_news", years=years) if years >= _OLD_YEARS else ""

    def _source(self, entry: Entry) -> str:
        title = shorten(entry.source.title, _SOURCE_LIMIT)
        day = entry.published or entry.verified
        if not day:
            return self._texts("answer.source", source=title) if title else ""
        told = format_day(day, self._texts)
        if not title:
            return self._texts("answer.dated", date=told)
        if told in title:
            return self._texts("answer.source", source=title)
        key = "answer.source_dated" if entry.published else "answer.source_verified"
        return self._texts(key, source=title, date=told)


def _pieces(entry: Entry, passages: tuple[tuple[int, int], ...]) -> list[str]:
    """A short body whole, of a long one the passages; what goes on in one paragraph as one."""
    if not is_long(entry):
        return paragraphs(entry)
    told: list[str] = []
    upto = len(entry.body)
    for start, end in passages:
        piece = excerpt(entry.body, start, end)
        if upto <= start and "\n" not in entry.body[upto:start]:
            piece = f"{told.pop().removesuffix(' …')} {piece}"
        told.append(piece)
        upto = end
    return told


def is_long(entry: Entry) -> bool:
    """Whether the body is too long to be shown whole in an answer."""
    return len(entry.body) > _SHORT_BODY


def excerpt(body: str, start: int, end: int) -> str:
    """A piece of the body as plain text, marked where it is cut out of a paragraph."""
    before, after = body[:start].rstrip(" "), body[end:].lstrip(" ")
    head = "… " if before and not before.endswith("\n") else ""
    tail = " …" if after and not after.startswith("\n") else ""
    return f"{head}{_MARKS.sub('', body[start:end]).strip()}{tail}"


def paragraphs(entry: Entry) -> list[str]:
    """The body's paragraphs as plain text."""
    plain = _MARKS.sub("", entry.body)
    pieces = (piece.strip() for piece in _BLANK_LINES.split(plain))
    dated = bool(entry.event and entry.event.start)
    return [*filter(None, (_OVER.sub("", piece) if dated else piece for piece in pieces))]


def headline_fact(entry: Entry, fact: FoundFact | None, query: Query) -> str:
    """A fact short enough to stand alone; "" when the passages say it better."""
    if fact is None or len(fact.text) > (_STATED if fact.stated else _FACT) or "\n" in fact.text:
        return ""
    whole = fact.text.count("(") == fact.text.count(")")
    one_of_many = _lists_people(entry, fact) and not person_asked(entry, query)
    said = _of_each(entry, fact.text) if whole and not one_of_many else ""
    said = _JOINED.sub("", said)
    place = _place_as_well(entry, query) if said and fact.kind is Aspect.WHEN else ""
    return f"{said} {place}".strip() if place not in said else said


def _of_each(entry: Entry, said: str) -> str:
    """A fact of one of several with what it is of, where staff called it so."""
    label = next((label for label, value in entry.facts.items() if value == said), "")
    return with_each(said, label)


def _place_as_well(entry: Entry, query: Query) -> str:
    """Where staff wrote that an event was, for who asks when and where: "วันไหน ที่ไหน"."""
    asked = _AND_WHERE.search(query.clean)
    venue = entry.event.venue if asked and entry.event else ""
    stated = stated_fact(entry, replace(query, aspect=Aspect.WHERE)) if venue else None
    return stated.text if stated and venue in stated.text else ""


def _lists_people(entry: Entry, fact: FoundFact) -> bool:
    """Whether a fact is one of several right names, one after the other in time."""
    names = {person.name_and_role for person in entry.people}
    return entry.kind is Kind.FAQ and len(names) > _FEW_PEOPLE and fact.text in names


def repair_note(query: Query, texts: Texts) -> tuple[Block, ...]:
    """How a message was read, if it was not as it was typed."""
    return (Note(texts("answer.repaired", text=query.clean)),) if query.repairs else ()
