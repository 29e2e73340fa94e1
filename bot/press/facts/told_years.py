"""The year of days that a release tells without one, and without its own day.

"ประจำปี 2566" or "Space Week 2023" may say it, where no other year stands beside it.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.press.facts.listed_days import ToldDays, days_in
from bot.thai.letters import DIGITS
from bot.thai.written_dates import year_of

_LEAD = 3  # paragraphs that tell what the title does of the event
_MID_YEAR = 7, 2  # whatever day and month is told, the nearest one to it is of the same year
_ANY = re.compile(r"(?<![0-9,.])(?:25[0-9]{2}|19[0-9]{2}|20[0-9]{2})(?![0-9]|,[0-9])")
_YEARLY = re.compile(r"ประจำปี\s?$|[A-Za-z]\s$|แห่งชาติ\s$")
_THIS = re.compile(r"\s?นี้")
_OF_ANOTHER = re.compile("รางวัล|รายงาน|งบประมาณ|การศึกษา|แผน|ผลการ")
_BEFORE = 40  # letters before a year that say of what it is


def told_year(title: str, paragraphs: Sequence[str]) -> date | None:
    """The middle of the one year that a release tells of its event; None where it does not.

    One that tells a day with its year has said what takes place then.
    """
    if any(days_in(one, None) for one in (title, *paragraphs[:_LEAD])):
        return None
    lead = "\n".join((title, *paragraphs[:_LEAD]))
    this = {year for one in (title, *paragraphs) for year in _this_years(one)}
    told = {*_years(lead), *this}
    of_event = this or set(_yearly(lead))
    return date(of_event.pop(), *_MID_YEAR) if len(of_event) == len(told) == 1 else None


def days_of_this(paragraph: str, here: date) -> tuple[ToldDays, ...]:
    """The days told as of this month or year ("16 – 26 สิงหาคม นี้") by what was told on `here`."""
    return tuple(
        span
        for span in (days_in(paragraph, here) if "นี้" in paragraph else ())
        if paragraph[span.start : span.end].endswith("นี้")
    )


def _years(text: str) -> list[int]:
    return [year_of(one[0]) for one in _ANY.finditer(text.translate(DIGITS))]


def _this_years(text: str) -> list[int]:
    """Those that are told as the present one: "ในปี 2566 นี้"."""
    plain = text.translate(DIGITS)
    return [
        year_of(one[0])
        for one in _ANY.finditer(plain)
        if plain[: one.start()].rstrip().endswith("ปี") and _THIS.match(plain, one.end())
    ]


def _yearly(text: str) -> list[int]:
    """Those in the name of something that is held every year."""
    plain = text.translate(DIGITS)
    return [
        year_of(one[0])
        for one in _ANY.finditer(plain)
        if _YEARLY.search(before := plain[max(0, one.start() - _BEFORE) : one.start()])
        and not _OF_ANOTHER.search(before)
    ]
