"""What an entry tells to a question, for the tests of its passages."""

from dataclasses import replace
from datetime import date

from bot.knowledge.entries import Entry
from bot.search.passages.quoting import Quotation, quote
from bot.search.query import Query
from bot.thai.names import Names
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of

TODAY = date(2026, 11, 23)


def asked(question: str) -> Query:
    """A question as it was typed, before its words are looked for."""
    clean = normalise(question)
    return Query(question, clean, aspect=aspect_of(clean))


def searched(question: str) -> Query:
    """The same with its words."""
    query = asked(question)
    return replace(query, terms=tuple(Names.load().cut(query.clean)))


def quotation(entry: Entry, question: str, today: date = TODAY) -> Quotation:
    """What is quoted to a question that was typed on that day."""
    return quote(entry, asked(question), today)


def fact_of(entry: Entry, question: str, today: date = TODAY) -> str:
    """The fact told to it; "" for none."""
    fact = quotation(entry, question, today).fact
    return fact.text if fact else ""
