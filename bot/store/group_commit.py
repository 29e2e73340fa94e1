"""One writer at a time on SQLite, and one commit for those who queue up.

A commit waits for the disk. Whoever comes meanwhile would wait for one of its own, each after the
other; so a writer behind whom others stand leaves the commit to the last of them, and none of
them returns before it is made.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from bot.store.errors import StoreError
from bot.texts import sentence

_MOST = 16  # writers of one commit


@dataclass(slots=True)
class _Shared:
    """A transaction that several writers fill, each after the first within a savepoint."""

    connection: Connection
    writers: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    error: BaseException | None = None

    @property
    def stands(self) -> bool:
        """Whether the database itself still knows of it; a full disk may have undone it."""
        return bool(self.connection.connection.driver_connection.in_transaction)  # type: ignore[union-attr]

    def end(self) -> None:
        """Commit, if it still stands; afterwards `error` says what went wrong."""
        try:
            if not self.stands:
                raise StoreError(sentence("store.undone"))
            self.connection.commit()
        except BaseException as error:  # told to everybody who wrote
            self.error = error
        finally:
            self.connection.close()
            self.over.set()


class GroupCommit:
    """The writers of one database file. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = threading.Lock()
        self._counting = threading.Lock()
        self._behind = 0  # writers who wait for their turn
        self._shared: _Shared | None = None

    @contextmanager
    def write(self, announce: Callable[[], object] = lambda: None) -> Iterator[Session]:
        """A writer's session; its changes are on disk when the block ends, or it raises.

        A block that raises undoes its own changes only. `announce` is called when whoever comes
        to write will come after this writer, and may share its commit.
        """
        with self._my_turn():
            shared = self._shared = self._shared or self._begun()
            try:
                announce()
                with _session(shared) as session, session.begin():
                    yield session
                shared.writers += 1
            finally:
                if not self._behind or shared.writers >= _MOST or not shared.stands:
                    self._end()
        shared.over.wait()
        if shared.error:
            raise shared.error

    @contextmanager
    def alone(self) -> Iterator[Engine]:
        """The engine, with no transaction of ours open and none begun meanwhile."""
        with self._my_turn():
            self._end()
            yield self._engine

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        with self._counting:
            self._behind += 1
        with self._turn:
            with self._counting:
                self._behind -= 1
            yield

    def _begun(self) -> _Shared:
        connection = self._engine.connect()
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        return _Shared(connection)

    def _end(self) -> None:
        shared, self._shared = self._shared, None
        if shared:
            shared.end()


def _session(shared: _Shared) -> Session:
    """The first writer needs no savepoint: nobody else has written yet when it fails."""
    return Session(
        shared.connection,
        expire_on_commit=False,
        join_transaction_mode="create_savepoint" if shared.writers else "rollback_only",
    )
