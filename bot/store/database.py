"""The database: one writer at a time, readers that cannot write, SQLite or PostgreSQL."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy import create_engine as make_engine
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel import Session

from bot.store import files, upgrading
from bot.store.errors import StoreError
from bot.store.group_commit import GroupCommit
from bot.texts import sentence

_SAFE = (
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "journal_size_limit = 67108864",
)
_RESERVE = 50_000_000  # bytes kept for finishing what was begun


class Database:
    """Sessions on one database. Nothing is opened before it is first used.

    On SQLite all writers of the process take turns on one connection, and those who queue up
    share a commit; on PostgreSQL each writer has its own transaction and rows are claimed with
    `SKIP LOCKED`.
    """

    def __init__(self, url: str) -> None:
        self._url = _known_url(url)
        self.path = _file_of(self._url)  # None unless SQLite
        if self.path:
            self._writer = _sqlite_engine(self._url, "BEGIN IMMEDIATE", query_only=False)
            self._reader = _sqlite_engine(self._url, "BEGIN", query_only=True)
        else:
            self._writer = self._reader = _postgres_engine(self._url)
        self._commits = GroupCommit(self._writer)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the database and cannot change it."""
        with Session(self._reader, expire_on_commit=False) as session:
            if not self.path:
                session.connection(execution_options={"postgresql_readonly": True})
            yield session

    @contextmanager
    def write(self, announce: Callable[[], object] = lambda: None) -> Iterator[Session]:
        """A transaction: committed, and on disk, when the block ends; undone if it raises.

        `announce` is called, in this thread, as soon as whoever writes next is sure to see it.
        """
        if self.path:
            with self._commits.write(announce) as session:
                yield session
        else:
            with Session(self._writer, expire_on_commit=False) as session, session.begin():
                yield session
            announce()

    def upgrade(self, at: datetime) -> None:
        """Bring the tables to this program's version, all or nothing.

        An existing SQLite file is checked and copied to `<name>.<time>.bak` first.
        Raises `StoreError`, the file untouched, when it is damaged, locked or newer.
        """
        try:
            if self.path and self.path.exists():
                files.check(self.path)
                with self._reader.connect() as connection:
                    upgrading.refuse_newer(connection)
                    behind = upgrading.is_behind(connection)
                if behind and self.path.stat().st_size:
                    self.backup(self.path.with_name(f"{self.path.name}.{at:%Y%m%d-%H%M%S}.bak"))
            elif self.path:
                files.make_folder(self.path)
            with self._commits.alone() as engine, engine.begin() as connection:
                upgrading.refuse_newer(connection)
                upgrading.upgrade(connection)
        except DBAPIError as error:
            raise StoreError.from_driver(error) from error

    def check(self) -> tuple[str, ...]:
        """What is wrong with the database, in Thai; empty when all is well."""
        try:
            if self.path:
                files.check(self.path, thorough=True)
            with self._reader.connect() as connection:
                upgrading.refuse_newer(connection)
                behind = upgrading.is_behind(connection)
        except StoreError as error:
            return (str(error),)
        except DBAPIError as error:
            return (str(StoreError.from_driver(error)),)
        return (sentence("store.behind"),) if behind else ()

    def backup(self, target: Path, recipient: str = "") -> None:
        """Write a verified copy of a SQLite database to `target`, replacing it only if whole.

        With a `recipient`, a public key, only the holder of its private key can read the copy.
        """
        if not self.path:
            raise StoreError(sentence("store.backup.by_server"))
        files.backup(self.path, target, recipient)

    def free_bytes(self) -> int | None:
        """Room left on the disk of a SQLite database; None when the server minds its own."""
        if not self.path:
            return None
        folder = next(place for place in self.path.resolve().parents if place.exists())
        return shutil.disk_usage(folder).free

    def log_bytes(self) -> int:
        """Size of SQLite's write-ahead log; 0 for PostgreSQL."""
        log = self.path and self.path.with_name(self.path.name + "-wal")
        return log.stat().st_size if log and log.exists() else 0

    def refuse_when_full(self) -> None:
        """Raise `StoreError` when new work would take the room that old work needs to end."""
        free = self.free_bytes()
        if free is not None and free < _RESERVE:
            raise StoreError(sentence("store.nearly_full"))

    def shrink_log(self) -> None:
        """Fold SQLite's write-ahead log into the file, so that it does not grow for ever."""
        if self.path:
            with self._commits.alone() as engine, closing(engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self._writer.dispose()
        self._reader.dispose()

    @contextmanager
    def sole_user(self) -> Iterator[None]:
        """Hold the database for this process alone; `StoreError` if another bot has it."""
        if self.path:
            with files.locked(self.path):
                yield
        else:
            with self._writer.connect() as connection, upgrading.advisory_lock(connection):
                yield


def _known_url(text: str) -> URL:
    try:
        url = make_url(re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", text))
    except ArgumentError as error:
        raise StoreError(sentence("store.url.unread")) from error
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreError(sentence("store.url.unknown"))
    if url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}:
        raise StoreError(sentence("store.url.no_file"))
    return url


def _file_of(url: URL) -> Path | None:
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def _sqlite_engine(url: URL, begin: str, *, query_only: bool) -> Engine:
    pool = (
        {"pool_size": 8, "max_overflow": 32} if query_only else {"pool_size": 1, "max_overflow": 0}
    )
    engine = make_engine(url, pool_timeout=30, hide_parameters=True, **pool)

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _record: Any) -> None:
        # The driver's own transaction control delays BEGIN until the first write; ours does not.
        connection.isolation_level = None
        for setting in _SAFE:
            connection.execute(f"PRAGMA {setting}")
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if mode != "wal":
            raise StoreError(sentence("store.no_wal"))
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA query_only = {'ON' if query_only else 'OFF'}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres_engine(url: URL) -> Engine:
    options = "-c idle_in_transaction_session_timeout=60000 -c timezone=UTC"
    return make_engine(
        url,
        hide_parameters=True,  # errors must not quote citizens
        pool_pre_ping=True,
        pool_size=8,
        max_overflow=32,
        connect_args={"options": options, "keepalives_idle": 30, "connect_timeout": 10},
    )
