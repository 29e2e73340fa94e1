"""Finding the entry that answers a question, and the words in it that do."""

from bot.search.finding import rank
from bot.search.index import Index

__all__ = ["Index", "rank"]
