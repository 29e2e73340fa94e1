"""One fixed moment for tests, and steps from it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

AT = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Asia/Bangkok"))


def later(seconds: float) -> datetime:
    """So many seconds after `AT`."""
    return AT + timedelta(seconds=seconds)
