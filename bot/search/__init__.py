"""Finding the entry that answers a question, and the words in it that do."""

from bot.search.finding import is_first, nearest, rank, told_figure
from bot.search.index import Index
from bot.search.passages.facts import Span
from bot.search.passages.quoting import Quotation, quote

__all__ = ["Index", "Quotation", "Span", "is_first", "nearest", "quote", "rank", "told_figure"]
