"""Checks of readable entries: dates, telephones, sources, texts, and against each other."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import chain

from bot.knowledge.boilerplate import boilerplate_in
from bot.knowledge.conflicts import repeated
from bot.knowledge.entries import UNKNOWN_DAY, Entry, Event, Status
from bot.knowledge.fields import is_web_link
from bot.knowledge.files import Loaded
from bot.knowledge.parallel import Mapper, serially
from bot.knowledge.phones import is_thai_phone
from bot.knowledge.problems import LOST_LETTER, Notes, Place, Problem, Severity, cut, in_order
from bot.knowledge.text_faults import wrong_days, wrong_numbers, wrong_weekdays
from bot.knowledge.words import release_words
from bot.texts import sentence
from bot.thai.dates import ANY_DAY, DateSpan, Precision, find_dates, thai_date, thai_range

STALE_MONTHS = 12
_YEAR = re.compile("[0-9๐-๙]{4}")
_LONG_EVENT = timedelta(days=200)
_LONGEST_TITLE = 300
_LONGEST_QUESTION = 200
_ALIKE = 0.8  # "ปทุมธาณี" is meant for "ปทุมธานี"
_MISSED = {"no-source": {"source"}, "no-verified": {"verified", "published"}}  # told wrongly
_LINK = re.compile(r"\[[^\]\n]{0,200}\]\((?P<target>[^)\s]{1,500})\)")


def check(
    loaded: Loaded, today: date, stale_months: int = STALE_MONTHS, mapper: Mapper = serially
) -> tuple[Problem, ...]:
    """Every problem of the readable entries but withdrawn ones, in the order of files and lines.

    What could not be read is in `loaded.problems`; of a file with a faulty field the others are
    checked, so that a clerk sees all of it at once.
    """
    entries = [one for one in loaded.entries.values() if one.status is not Status.WITHDRAWN]
    ids = [entry.id for entry in entries]

    def look(entry: Entry, place: Place) -> list[Problem]:
        return _problems_of(entry, place, loaded, today, stale_months)

    found = mapper(lambda one: look(loaded.entries[one], loaded.places[one]), ids)
    faulty = (_outside_faults(look(*one), one[1], loaded) for one in loaded.faulty)
    problems = [
        *chain.from_iterable(found),
        *chain.from_iterable(faulty),
        *repeated(entries, loaded),
    ]
    return in_order(problems)


def text_faults_of(entry: Entry, path: str) -> tuple[Problem, ...]:
    """Warnings of impossible dates and telephone numbers in the texts of one entry."""
    notes = Notes(Place(path))
    _check_days(entry, notes)
    _check_told_phones(entry, notes)
    return tuple(notes.problems)


def _outside_faults(found: list[Problem], place: Place, loaded: Loaded) -> Iterator[Problem]:
    """The problems outside of faulty fields and what holds them, of which nothing is known."""
    errors = (one for one in loaded.problems if one.path == place.path)
    lines = {one.line for one in errors if one.severity is Severity.ERROR}
    faulty = {place.section(line) for line in lines}
    lines.update(place.line(name) for name in faulty)
    return (
        one for one in found if one.line not in lines and not faulty & _MISSED.get(one.code, set())
    )


def _problems_of(
    entry: Entry, place: Place, loaded: Loaded, today: date, stale_months: int
) -> list[Problem]:
    notes = Notes(place)
    _check_dates(entry, place, today, notes)
    _check_days(entry, notes)
    _check_question_days(entry, notes)
    _check_phones(entry, notes)
    _check_told_phones(entry, notes)
    _check_sources(entry, today, stale_months, notes)
    _check_province(entry, notes)
    _check_quotations(entry, notes)
    _check_lengths(entry, notes)
    _check_letters(entry, notes)
    _check_boilerplate(entry, notes)
    _check_links(entry, loaded, notes)
    _check_review(entry, notes)
    return notes.problems


def _check_dates(entry: Entry, place: Place, today: date, notes: Notes) -> None:
    if entry.event:
        _check_event(entry.event, place, today, notes)
        _check_event_days(entry, entry.event, notes)
    last = entry.event.end if entry.event else None
    _check_order(entry, notes, "valid-backwards", "valid_from", "valid_until")
    _check_order(entry, notes, "verified-backwards", "published", "verified")
    if entry.valid_until and last and entry.valid_until < last:
        notes.warn(
            "valid_until", "valid-before-end", day=thai_date(entry.valid_until), end=thai_date(last)
        )
    for name in ("published", "verified"):
        day = getattr(entry, name)
        if day and day > today:
            notes.warn(name, "future-date", field=name, day=thai_date(day))


def _check_event(event: Event, place: Place, today: date, notes: Notes) -> None:
    if event.start and event.end and event.end < event.start:
        notes.error(
            "event.end", "event-backwards", start=thai_date(event.start), end=thai_date(event.end)
        )
    elif event.start and event.start < today and "event.end" not in place.lines:
        notes.warn("event.start", "event-open", start=thai_date(event.start), untold=UNKNOWN_DAY)
    elif event.end and not event.start:
        notes.error("event", "event-no-start")


def _check_event_days(entry: Entry, event: Event, notes: Notes) -> None:
    """A text that gives whole dates should give one of the days of the event."""
    if not (event.start and event.end) or event.end < event.start:
        return
    near = entry.published or event.start  # what a day without a year was told beside
    told = [span for span in find_dates(f"{entry.title}\n{entry.body}", near) if _is_whole(span)]
    if told and not any(one.first <= event.end and event.start <= one.last for one in told):
        days = ", ".join(dict.fromkeys(thai_range(one.first, one.last) for one in told[:3]))
        notes.warn(
            "event.start", "event-differs", days=thai_range(event.start, event.end), told=days
        )


def _check_question_days(entry: Entry, notes: Notes) -> None:
    """A question with a whole date should have one that the entry has."""
    dated = [one for one in enumerate(entry.questions) if _YEAR.search(one[1])]
    known = list(_days_of(entry)) if dated else []
    for number, question in dated:
        for day in filter(_is_whole, find_dates(question, ANY_DAY)):
            if not any(first <= day.last and day.first <= last for first, last in known):
                days = thai_range(day.first, day.last)
                notes.warn(f"questions.{number}", "question-day", days=days)


def _days_of(entry: Entry) -> Iterator[tuple[date, date]]:
    """The entry's days, each as first and last."""
    event = entry.event or Event()
    if event.start:
        yield event.start, event.end or event.start
    days = (entry.published, entry.verified, entry.valid_from, entry.valid_until)
    yield from ((day, day) for day in days if day)
    text = "\n".join([entry.title, entry.summary, entry.body, *entry.facts.values()])
    near = entry.published or event.start or ANY_DAY
    yield from ((one.first, one.last) for one in find_dates(text, near))


def _is_whole(span: DateSpan) -> bool:
    return span.precision is Precision.DAY and span.last - span.first < _LONG_EVENT


def _check_order(entry: Entry, notes: Notes, code: str, first: str, then: str) -> None:
    before, after = getattr(entry, first), getattr(entry, then)
    if before and after and after < before:
        notes.error(
            then, code, first=first, before=thai_date(before), then=then, after=thai_date(after)
        )


def _check_days(entry: Entry, notes: Notes) -> None:
    for name, text in _texts_of(entry):
        for doubt in (*wrong_weekdays(text), *wrong_days(text)):
            below = _line_below(entry, name, doubt.start)
            notes.warn(name, doubt.code, below, told=doubt.told, weekday=doubt.weekday)


def _texts_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """What an entry says in sentences, by the names of its fields."""
    yield from (("title", entry.title), ("summary", entry.summary), ("body", entry.body))
    yield from ((f"facts.{label}", f"{label} {told}") for label, told in entry.facts.items())


def _label(name: str) -> str:
    """What clerks call the part of an entry that a field of `_texts_of` belongs to."""
    return sentence(f"staff.fields.{name.partition('.')[0]}")


def _line_below(entry: Entry, name: str, offset: int) -> int:
    return entry.body.count("\n", 0, offset) if name == "body" else 0


def _check_phones(entry: Entry, notes: Notes) -> None:
    if not entry.contact:
        return
    named = [(f"contact.phones.{n}", phone) for n, phone in enumerate(entry.contact.phones)]
    for name, phone in [*named, ("contact.fax", entry.contact.fax)]:
        if phone and not is_thai_phone(phone):
            notes.error(name, "bad-phone", phone=phone)


def _check_told_phones(entry: Entry, notes: Notes) -> None:
    for name, text in _texts_of(entry):
        for doubt in wrong_numbers(text):
            below = _line_below(entry, name, doubt.start)
            notes.warn(name, doubt.code, below, phone=doubt.told, where=_label(name))


def _check_sources(entry: Entry, today: date, stale_months: int, notes: Notes) -> None:
    if not (entry.source.title or entry.source.url):
        notes.warn("title", "no-source")
    if entry.verified is None and not (entry.is_dated and entry.published):
        notes.warn("title", "no-verified")
    if entry.verified and _months(entry.verified, today) > stale_months:
        notes.warn("verified", "stale", day=thai_date(entry.verified), months=stale_months)


def _months(first: date, last: date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)


def _check_province(entry: Entry, notes: Notes) -> None:
    """A name that is nearly a province's; a country or "ออนไลน์" is none and may stand."""
    told, names = entry.event.province if entry.event else "", release_words().provinces
    if told and not any(name in told for name in names):
        for name in get_close_matches(told, names, 1, _ALIKE):
            notes.warn("event.province", "misspelt-province", told=told, near=name)


def _check_quotations(entry: Entry, notes: Notes) -> None:
    """A quotation mark without its partner, where citizens read it."""
    named = [(f"questions.{n}", question) for n, question in enumerate(entry.questions)]
    for name, text in [("title", entry.title), ("summary", entry.summary), *named]:
        if text.count('"') % 2 and '"' in (text[0], text[-1]):
            notes.warn(name, "half-quotation", text=cut(text, 60))


def _check_lengths(entry: Entry, notes: Notes) -> None:
    if len(entry.title) > _LONGEST_TITLE:
        notes.warn("title", "long-title", most=_LONGEST_TITLE)
    for number, question in enumerate(entry.questions):
        if len(question) > _LONGEST_QUESTION:
            notes.warn(f"questions.{number}", "long-question", most=_LONGEST_QUESTION)


def _check_letters(entry: Entry, notes: Notes) -> None:
    for name in ("title", "summary", "body"):
        if LOST_LETTER in (text := getattr(entry, name)):
            below = _line_below(entry, name, text.index(LOST_LETTER))
            notes.warn(name, "lost-letter", below, where=_label(name), sign=LOST_LETTER)


def _check_boilerplate(entry: Entry, notes: Notes) -> None:
    if not entry.is_dated:  # elsewhere an office is content
        return
    lines = [line.strip() for line in entry.body.split("\n")]
    foreign = boilerplate_in([line for line in lines if line])
    for number, line in enumerate(lines):
        if line in foreign:
            notes.warn("body", "boilerplate", number, line=line[:60])


def _check_links(entry: Entry, loaded: Loaded, notes: Notes) -> None:
    for found in _LINK.finditer(entry.body):
        target = found["target"]
        if is_web_link(target) or target.startswith(("mailto:", "tel:", "#")):
            continue
        stem = target.split("#")[0].rpartition("/")[2].removesuffix(".md")
        if stem not in loaded.entries and stem not in (one.id for one, _ in loaded.faulty):
            below = _line_below(entry, "body", found.start())
            notes.warn("body", "dead-link", below, target=target)


def _check_review(entry: Entry, notes: Notes) -> None:
    for name, how in entry.review.items():
        notes.warn(f"review.{name}", "needs-look", field=name, how=how)
