"""Faults of the catalogue that concern what is on disk."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from bot.desk.messaging.mailbox import Mailbox
from bot.store.database import Database
from bot.store.errors import StoreError
from tests.desk.builders import update
from tests.support.moments import AT

CUTS = 100


def test_f04_a_power_cut_leaves_a_prefix_of_what_was_committed(tmp_path: Path) -> None:
    """The log torn at a hundred places: each opens clean and holds the first n updates."""
    database = Database(f"sqlite:///{tmp_path / 'bot.db'}")
    database.upgrade(AT)
    database.shrink_log()
    mailbox = Mailbox(database)
    for number in range(12):
        mailbox.accept([update(number, number)], AT)
    whole = (tmp_path / "bot.db-wal").read_bytes()
    kept = set()
    for cut in range(CUTS):
        torn = tmp_path / f"cut{cut}.db"
        shutil.copyfile(tmp_path / "bot.db", torn)
        Path(f"{torn}-wal").write_bytes(
            whole[: len(whole) * cut // CUTS] + b"\x5a" * (cut % 3 * 99)
        )
        with closing(sqlite3.connect(torn)) as connection:
            assert [("ok",)] == connection.execute("PRAGMA quick_check").fetchall()
            rows = connection.execute("SELECT update_id FROM inbox ORDER BY id").fetchall()
        assert list(range(len(rows))) == [number for (number,) in rows]
        kept.add(len(rows))
        for path in tmp_path.glob("cut*"):
            path.unlink()
    database.close()
    assert set(range(13)) == kept | {12}


def test_f27_a_full_disk_confirms_nothing_and_recovers(tmp_path: Path) -> None:
    """SQLite has no page left: the update is refused whole; with room it is taken."""
    database = Database(f"sqlite:///{tmp_path / 'bot.db'}")
    database.upgrade(AT)
    mailbox = Mailbox(database)

    def allow(session: Session, pages: int) -> None:
        session.connection().execute(text(f"PRAGMA max_page_count = {pages}"))

    with database.write() as session:
        allow(session, 1)  # no more than there are
    with pytest.raises(DBAPIError, match="full"):
        mailbox.accept([update(n, text="ก" * 4000) for n in range(50)], AT)
    assert {} == mailbox.depth()
    with database.write() as session:
        allow(session, 1_000_000)
    assert 50 == mailbox.accept([update(n, text="ก" * 4000) for n in range(50)], AT)
    assert () == database.check()
    database.close()


def test_f27_nearly_full_takes_nothing_new(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left is for finishing what was begun; the message says what to do."""
    mailbox = Mailbox(sqlite_database)
    mailbox.accept([update(1)], AT)
    monkeypatch.setattr(sqlite_database, "free_bytes", lambda: 49_000_000)
    with pytest.raises(StoreError, match="ดิสก์เกือบเต็ม"):
        mailbox.accept([update(2)], AT)
    assert mailbox.next_updates(AT)


def _die_at(statement: int) -> Callable[..., None]:
    count = 0

    def listener(*_details: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os._exit(9)

    return listener


def _upgrade_and_die(path: Path, statement: int) -> int:
    """Upgrade in a child that is killed before its n-th statement; its exit status."""
    child = os.fork()
    if child == 0:
        database = Database(f"sqlite:///{path}")
        event.listen(database._writer, "before_cursor_execute", _die_at(statement))
        try:
            database.upgrade(AT)
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_f29_killed_in_the_middle_of_an_upgrade(tmp_path: Path) -> None:
    """Wherever it dies, the tables are all old or all new, and the next start upgrades them."""
    statement, status = 1, 9
    while status == 9:
        path = tmp_path / f"at{statement}.db"
        status = _upgrade_and_die(path, statement)
        with closing(sqlite3.connect(path)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            assert [("ok",)] == connection.execute("PRAGMA quick_check").fetchall()
        assert ("inbox" in tables) == (status == 0)
        if statement % 40 == 1:
            again = Database(f"sqlite:///{path}")
            again.upgrade(AT)
            assert () == again.check()
            again.close()
        statement += 10
    assert 0 == status
    assert statement > 60


def test_f29_an_upgrade_that_breaks_on_a_server_leaves_nothing(postgres_server: str) -> None:
    """PostgreSQL undoes its tables with the transaction."""
    from sqlalchemy import create_engine, make_url  # noqa: PLC0415

    admin = create_engine(
        make_url(postgres_server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE broken_upgrade"))
    url = make_url(postgres_server).set(database="broken_upgrade")
    database = Database(url.render_as_string(hide_password=False))
    seen: list[str] = []

    def break_off(_connection: Connection, _cursor: object, statement: str, *_more: object) -> None:
        seen.append(statement)
        if len(seen) == 40:
            raise InterruptedError

    event.listen(database._writer, "before_cursor_execute", break_off)
    with pytest.raises(InterruptedError):
        database.upgrade(AT)
    event.remove(database._writer, "before_cursor_execute", break_off)
    assert database.check()
    database.upgrade(AT)
    assert () == database.check()
    database.close()
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE broken_upgrade WITH (FORCE)"))
    admin.dispose()
