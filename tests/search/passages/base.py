"""What an entry tells to a question, for the tests of its passages."""

from datetime import date

from bot.knowledge.entries import Entry
from bot.search.passages.quoting import Quotation, quote
from bot.search.ranking import Query
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of

TODAY = date(2026, 11, 23)


def quotation(entry: Entry, question: str) -> Quotation:
    """What is quoted to a question that was typed on that day."""
    clean = normalise(question)
    return quote(entry, Query(question, clean, aspect=aspect_of(clean)), TODAY)


def fact_of(entry: Entry, question: str) -> str:
    """The fact told to it; "" for none."""
    fact = quotation(entry, question).fact
    return fact.text if fact else ""
