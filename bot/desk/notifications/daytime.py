"""When people may be written to unasked."""

from datetime import datetime, time

DAYTIME = (time(8, 0), time(20, 0))


def in_daytime(at: datetime) -> bool:
    """Whether it is day at this moment of the clock's zone."""
    return DAYTIME[0] <= at.time() < DAYTIME[1]
