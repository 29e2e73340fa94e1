"""What can be wrong with the database, in words for the person who starts the bot."""

from typing import Self

from sqlalchemy.exc import DBAPIError

from bot.texts import sentence

_MEANINGS = (
    ("database is locked", "store.locked"),
    ("not a database", "store.not_ours"),
    ("malformed", "store.damaged"),
    ("unable to open", "store.not_opened"),
    ("readonly", "store.read_only"),
    ("disk is full", "store.disk_full"),
    ("connection", "store.no_server"),
)


class StoreError(Exception):
    """The database cannot be used; the message says why and what to do, in Thai."""

    @classmethod
    def from_driver(cls, error: BaseException) -> Self:
        """The same fault in plain words; the driver's own text never holds a password."""
        cause = error.orig if isinstance(error, DBAPIError) else error
        detail = str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
        for sign, meaning in _MEANINGS:
            if sign in str(cause).lower():
                return cls(sentence(meaning))
        return cls(sentence("store.unusable", detail=detail))
