"""What is derived from the fields of an entry."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event

FIRST, LAST, TOLD = date(2026, 10, 3), date(2026, 10, 5), date(2026, 9, 1)


@pytest.mark.parametrize(
    ("event", "days"),
    [
        (Event(FIRST, LAST), (FIRST, LAST)),
        (Event(FIRST), (FIRST, FIRST)),
        (Event(venue="ลานว่าว"), (TOLD, TOLD)),
        (None, (TOLD, TOLD)),
    ],
)
def test_an_entry_is_about_the_days_of_its_event(
    event: Event | None, days: tuple[date, date]
) -> None:
    """Else about the day on which it was published; about none where nobody told that."""
    entry = Entry("kite", "แข่งว่าว", "แข่งว่าว", event=event, published=TOLD)

    assert days == entry.days
    assert Entry("kite", "แข่งว่าว", "แข่งว่าว").days is None
