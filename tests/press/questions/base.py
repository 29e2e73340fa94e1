"""What is asked of a release, for the tests of all that asks."""

from dataclasses import replace

from bot.knowledge.entries import Entry
from bot.press.questions.asking import Asker


def texts_of(entry: Entry) -> list[str]:
    """All that is asked."""
    return [one.text for one in Asker(entry).questions()]


def longer_of(entry: Entry) -> list[str]:
    """The same by longer names, where there are such."""
    return [text for one in Asker(entry).questions() for text in one.longer]


def in_all_forms(entry: Entry, entries: int = 8) -> list[str]:
    """All that is asked, with the forms of several entries."""
    return [one for number in range(entries) for one in texts_of(replace(entry, id=f"{number}"))]
