"""Finding the entry that answers a question; `passages`, slower to load, the words in it."""

from bot.search.finding import is_first, nearest, rank
from bot.search.index import Index

__all__ = ["Index", "is_first", "nearest", "rank"]
