"""Finding the entry that answers a question, and the words in it that do."""

from bot.search.finding import rank
from bot.search.index import Index
from bot.search.passages import Span, answer_span

__all__ = ["Index", "Span", "answer_span", "rank"]
