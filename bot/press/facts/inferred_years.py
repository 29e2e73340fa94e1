"""The year of dates without one, in a release that is not dated itself.

"ประจำปี 2566", "Space Week 2023" or "ครั้งที่ 4/2567" may say it, where no other year stands beside
it, and so may the months in which the day lies ("ตั้งแต่ ก.ค. - ก.ย. 2565").
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.press.facts.date_mentions import DateMention, days_in
from bot.thai.dates import ANY_DAY, Precision, find_dates
from bot.thai.letters import DIGITS
from bot.thai.written_dates import year_of

_LEAD = 3  # paragraphs that tell what the title does of the event
_MID_YEAR = 7, 2  # whatever day and month is told, the nearest one to it is of the same year
_ANY = re.compile(r"(?<![0-9,])(?<![0-9]\.)(?:25[0-9]{2}|19[0-9]{2}|20[0-9]{2})(?![0-9]|,[0-9])")
_YEARLY = re.compile(r"ประจำปี\s?$|[A-Za-z][)”\"’]?\s$|แห่งชาติ\s$|ครั้งที่\s?[0-9๐-๙]{1,3}\s?/\s?$")
_THIS = re.compile(r"\s?นี้")
_OF_ANOTHER = re.compile("รางวัล|รายงาน|งบประมาณ|การศึกษา|แผน|ผลการ")
_BEFORE = 40  # characters before a year that say what it is the year of


def inferred_year(title: str, paragraphs: Sequence[str], day: date) -> date | None:
    """The middle of the one year that a release gives its event; None where it does not.

    A release that gives another date with its year first is about that one.
    """
    if _opens_with_year(title, paragraphs[:_LEAD]):
        return None
    lead = "\n".join((title, *paragraphs[:_LEAD]))
    this = {year for one in (title, *paragraphs) for year in _years(one, _is_this)}
    told = {*_years(lead), *this}
    of_event = this or {*_years(lead, _is_yearly)}
    if not of_event:
        of_event = _of_months(paragraphs, day)
        told = of_event.union(*map(_years, (title, *paragraphs))) if of_event else told
    return date(of_event.pop(), *_MID_YEAR) if len(of_event) == len(told) == 1 else None


def _opens_with_year(title: str, paragraphs: Sequence[str]) -> bool:
    """Whether the first date of the text, or one of the title, has its year."""
    if days_in(title, None):
        return True
    for one in paragraphs:
        dated, bare = days_in(one, None), days_in(one, ANY_DAY)
        if dated or bare:
            return bool(dated) and (not bare or dated[0].start < bare[0].start)
    return False


def _of_months(paragraphs: Sequence[str], day: date) -> set[int]:
    """The years of the months ("ก.ค. - ก.ย. 2565") within which a day lies."""
    spans = (span for one in paragraphs for span in find_dates(one, ANY_DAY))
    return {
        span.first.year
        for span in spans
        if span.precision is Precision.MONTH
        and span.first.year == span.last.year != ANY_DAY.year
        and span.first.month <= day.month <= span.last.month
    }


def days_of_this_month(paragraph: str, here: date) -> tuple[DateMention, ...]:
    """The days of "this" month or year ("16 – 26 สิงหาคม นี้") as of the day `here`."""
    return tuple(
        span
        for span in (days_in(paragraph, here) if "นี้" in paragraph else ())
        if paragraph[span.start : span.end].endswith("นี้")
    )


def _years(text: str, fits: Callable[[str, str], bool] = lambda _, __: True) -> list[int]:
    """The years in a text whose text before and behind `fits`."""
    plain = text.translate(DIGITS)
    found = _ANY.finditer(plain)
    return [year_of(one[0]) for one in found if fits(plain[: one.start()], plain[one.end() :])]


def _is_this(before: str, behind: str) -> bool:
    """Whether it is the present year: "ในปี 2566 นี้"."""
    return before.rstrip().endswith("ปี") and _THIS.match(behind) is not None


def _is_yearly(before: str, _: str) -> bool:
    """Whether the year is in the name of an annual event."""
    near = before[-_BEFORE:]
    return _YEARLY.search(near) is not None and not _OF_ANOTHER.search(near)
