"""Alembic, driven from inside the program; the migrations travel in the package."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.store.errors import StoreError
from bot.texts import sentence

_HOME = Path(__file__).parent / "migrations"
_LOCK = 1313_2569  # one number for this program among a server's advisory locks


def upgrade(connection: Connection) -> None:
    """Run every missing migration inside the caller's transaction."""
    command.upgrade(_config(connection), "head")


def is_behind(connection: Connection) -> bool:
    """Whether a migration is missing."""
    return _revision(connection) != _scripts().get_current_head()


def refuse_newer(connection: Connection) -> None:
    """Raise `StoreError` when the tables come from a later program."""
    revision = _revision(connection)
    known = {script.revision for script in _scripts().walk_revisions()}
    if revision is not None and revision not in known:
        raise StoreError(sentence("store.newer", revision=revision))


@contextmanager
def advisory_lock(connection: Connection) -> Iterator[None]:
    """Hold this program's lock on a PostgreSQL server while the block runs."""
    query = text("SELECT pg_try_advisory_lock(:key)")
    if not connection.execute(query, {"key": _LOCK}).scalar_one():
        raise StoreError(sentence("store.taken"))
    connection.commit()
    try:
        yield
    finally:
        connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})
        connection.commit()


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(_HOME))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HOME).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
