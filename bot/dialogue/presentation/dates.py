"""Days and months in the language of the texts."""

from datetime import date

from bot.knowledge.entries import Entry
from bot.texts import Texts
from bot.thai.dates import thai_date, thai_range


def format_day(day: date, texts: Texts) -> str:
    """A day in the language of the texts: `26 มีนาคม 2555`, `26 March 2012`."""
    return thai_date(day) if texts.language == "th" else f"{day.day} {format_month(day, texts)}"


def format_days(first: date, last: date, texts: Texts) -> str:
    """Days in the language of the texts: `26-28 มีนาคม 2555`, `26 March - 2 April 2012`."""
    if texts.language == "th":
        return thai_range(first, last)
    if first == last:
        return format_day(last, texts)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{format_day(last, texts)}"
    return f"{format_day(first, texts)} - {format_day(last, texts)}"


def format_month(day: date, texts: Texts) -> str:
    """The month of a day with its year: `มีนาคม 2555`, `March 2012`."""
    if texts.language == "th":
        return thai_date(day).split(" ", 1)[1]
    return f"{texts(f'month.{day.month}')} {day.year}"


def event_days(entry: Entry, texts: Texts) -> str:
    """The days of the entry's event, the first alone where the last is not known; "" without."""
    if not entry.event or not entry.event.start:
        return ""
    if not entry.event.end:
        return texts("answer.from_day", date=format_day(entry.event.start, texts))
    return format_days(entry.event.start, entry.event.end, texts)
