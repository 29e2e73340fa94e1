"""The local day of a timestamp: feeds and pages often use UTC."""

import re
from datetime import date, datetime, timedelta, timezone

_THAILAND = timezone(timedelta(hours=7))
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)")


def day_of(moment: datetime) -> date:
    """The day in Thailand at a moment."""
    return moment.astimezone(_THAILAND).date()


def with_local_days(text: str) -> str:
    """The text with every timestamp that has a zone replaced by its day in Thailand."""
    return _MOMENT.sub(_day, text)


def _day(told: re.Match[str]) -> str:
    try:
        return day_of(datetime.fromisoformat(told[0])).isoformat()
    except (ValueError, OverflowError):  # the 30th of February
        return told[0]
