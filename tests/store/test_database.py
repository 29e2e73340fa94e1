"""The store opens safely, upgrades whole, and refuses what it cannot serve."""

import multiprocessing
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, select

from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.tables import Audit
from tests.support.citizens import at_once
from tests.support.databases import only_row, rows_of
from tests.support.moments import AT


def _audit(what: str) -> Audit:
    return Audit(at=AT, who=1, what=what)


def test_models_and_migrations_agree(database: Database) -> None:
    """What the migrations build is what the models describe."""
    with database.write() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert [] == compare_metadata(context, SQLModel.metadata)


def test_upgrade_is_repeatable(database: Database) -> None:
    """Upgrading an up-to-date database changes nothing and says nothing is wrong."""
    database.upgrade(AT)
    assert () == database.check()


def test_readers_cannot_write(database: Database) -> None:
    """A read session refuses to change anything."""
    with database.read() as session:
        session.add(_audit("forbidden"))
        with pytest.raises(DBAPIError):
            session.flush()


def test_a_failing_block_leaves_nothing(database: Database) -> None:
    """A write block that raises is undone whole."""

    def write_half() -> None:
        with database.write() as session:
            session.add(_audit("half"))
            session.flush()
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_half()
    assert [] == rows_of(database, Audit)


def test_sqlite_settings_hold_on_every_connection(sqlite_database: Database) -> None:
    """Durable, strict, and erasing: the settings the promises rest on."""
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    with sqlite_database.write() as writer, sqlite_database.read() as reader:
        for session in (writer, reader):
            found = {
                name: session.connection().execute(text(f"PRAGMA {name}")).scalar_one()
                for name in expected
            }
            assert expected == found
        assert 1 == reader.connection().execute(text("PRAGMA query_only")).scalar_one()


def test_concurrent_read_modify_write_loses_nothing(sqlite_database: Database) -> None:
    """Writers take turns from their first read on, so no update is lost."""
    with sqlite_database.write() as session:
        session.add(_audit("0"))

    def add_one() -> None:
        for _ in range(20):
            with sqlite_database.write() as session:
                row = session.exec(select(Audit)).one()
                row.what = str(int(row.what) + 1)

    at_once(*[add_one] * 4)
    assert "80" == only_row(sqlite_database, Audit).what


def test_text_is_made_storable(database: Database) -> None:
    """NUL, controls and lone surrogates leave a text; Thai, tabs and newlines stay."""
    with database.write() as session:
        session.add(_audit("ก\x00ข\ud800\x1b\tค\nง"))
    assert "กข\tค\nง" == only_row(database, Audit).what


def test_ids_have_64_bits(database: Database) -> None:
    """Telegram's ids need more than 32 bits."""
    with database.write() as session:
        session.add(Audit(at=AT, who=-(2**62), what="x"))
    assert -(2**62) == only_row(database, Audit).who


def test_an_existing_database_is_backed_up_before_it_changes(tmp_path: Path) -> None:
    """When a migration is missing, the file as it was is kept beside it."""
    path = tmp_path / "bot.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE treasure (gold)")
    connection.execute("INSERT INTO treasure VALUES (7)")
    connection.commit()
    connection.close()
    database = Database(f"sqlite:///{path}")
    database.upgrade(AT)
    database.close()
    (kept,) = tmp_path.glob("bot.db.*.bak")
    copy = sqlite3.connect(kept)
    assert [(7,)] == copy.execute("SELECT gold FROM treasure").fetchall()
    copy.close()


def test_f29_a_failing_migration_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration that breaks in the middle leaves no table behind."""
    path = tmp_path / "bot.db"
    database = Database(f"sqlite:///{path}")
    monkeypatch.setattr("bot.store.upgrading.upgrade", _half_an_upgrade)
    with pytest.raises(StoreError):
        database.upgrade(AT)
    database.close()
    connection = sqlite3.connect(path)
    assert [] == connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()


def _half_an_upgrade(connection: object) -> None:
    connection.exec_driver_sql("CREATE TABLE half (a)")  # type: ignore[attr-defined]
    connection.exec_driver_sql("CREATE TABLE half (a)")  # type: ignore[attr-defined]


def test_a_newer_database_is_refused_and_left_alone(sqlite_database: Database) -> None:
    """Tables of a later program are not touched."""
    with sqlite_database.write() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="รุ่นใหม่กว่า"):
        sqlite_database.upgrade(AT)
    assert ["รุ่นใหม่กว่า" in found for found in sqlite_database.check()] == [True]


@pytest.mark.parametrize("damage", ["garbage", "torn"])
def test_f28_a_damaged_file_is_refused_and_left_as_it_is(
    sqlite_database: Database, tmp_path: Path, damage: str
) -> None:
    """A damaged file keeps every byte for whoever has to rescue it."""
    path = tmp_path / "bot.db"
    content = bytearray(path.read_bytes())
    if damage == "garbage":
        content = bytearray(b"this is not a database" * 100)
    else:
        for page in range(2, 12):
            content[page * 4096 : page * 4096 + 600] = b"\xff" * 600
    path.write_bytes(content)
    with pytest.raises(StoreError, match="เสียหาย"):
        sqlite_database.upgrade(AT)
    assert bytes(content) == path.read_bytes()


def _hold(path: str, connection: Connection) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    connection.send("held")
    connection.recv()
    holder.close()


def test_a_database_locked_by_another_process_is_told_so(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Waiting has an end, and the message says what to do."""
    monkeypatch.setattr("bot.store.database._SAFE", ("busy_timeout = 200",))
    path = tmp_path / "bot.db"
    here, there = multiprocessing.get_context("spawn").Pipe()
    child = multiprocessing.get_context("spawn").Process(target=_hold, args=(str(path), there))
    child.start()
    assert "held" == here.recv()
    with pytest.raises(StoreError, match="ใช้อยู่"):
        sqlite_database.upgrade(AT)
    here.send("done")
    child.join()


def test_f10_one_process_per_database(database: Database) -> None:
    """A second bot on the same database is refused with a clear text."""
    with database.write() as session:
        url = session.get_bind().engine.url
    second = Database(url.render_as_string(hide_password=False))
    with database.sole_user(), pytest.raises(StoreError, match="บอตอีกตัว"), second.sole_user():
        pass
    with second.sole_user():
        pass
    second.close()


def test_a_backup_is_whole_and_replaces_only_when_verified(
    sqlite_database: Database, tmp_path: Path
) -> None:
    """A backup made while the database is open holds everything committed."""
    with sqlite_database.write() as session:
        session.add(_audit("kept"))
    target = tmp_path / "copies" / "bot.bak"
    sqlite_database.backup(target)
    sqlite_database.backup(target)
    copy = sqlite3.connect(target)
    assert [("kept",)] == copy.execute("SELECT what FROM audit").fetchall()
    copy.close()
    assert [target] == list(target.parent.iterdir())


@pytest.mark.parametrize("url", ["", "mysql://x/y", "sqlite://", "sqlite:///:memory:", "::"])
def test_an_unusable_address_is_named(url: str) -> None:
    """A wrong DATABASE_URL is told by its name."""
    with pytest.raises(StoreError, match="DATABASE_URL"):
        Database(url)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A path through a file is a clear error, not a traceback."""
    (tmp_path / "file").write_text("x")
    database = Database(f"sqlite:///{tmp_path / 'file' / 'bot.db'}")
    with pytest.raises(StoreError):
        database.upgrade(AT)


def _written(database: Database) -> set[str]:
    return {row.what for row in rows_of(database, Audit)}


def _write(
    database: Database, what: str, last_words: Callable[[Session], None] = Session.flush
) -> str:
    with database.write() as session:
        session.add(_audit(what))
        last_words(session)
    return what


def _behind_a_slow_one(
    database: Database, *writers: Callable[[Session], None]
) -> tuple[BaseException | None, list[BaseException | None]]:
    """What became of a writer, and of those who came while it wrote."""
    slow: BaseException | None = None
    with ThreadPoolExecutor(len(writers)) as threads:
        try:
            with database.write() as session:
                session.add(_audit("slow"))
                others = [
                    threads.submit(_write, database, str(number), last_words)
                    for number, last_words in enumerate(writers)
                ]
                while database._commits._behind < len(writers):
                    time.sleep(0.001)
        except StoreError as error:
            slow = error
        return slow, [other.exception() for other in others]


def test_writers_who_queue_up_share_a_commit(sqlite_database: Database) -> None:
    """Three behind a slow one cost one commit in all, and each returns with its own on disk."""
    commits: list[object] = []
    event.listen(sqlite_database._writer, "commit", commits.append)
    assert (None, [None] * 3) == _behind_a_slow_one(sqlite_database, *[Session.flush] * 3)
    assert 1 == len(commits)
    assert {"slow", "0", "1", "2"} == _written(sqlite_database)


def test_a_writer_who_fails_undoes_only_its_own(sqlite_database: Database) -> None:
    """The others of the same commit are not concerned."""

    def fail(_session: Session) -> None:
        raise KeyError

    _, others = _behind_a_slow_one(sqlite_database, fail, Session.flush)
    assert [KeyError, type(None)] == [type(one) for one in others]
    assert {"slow", "1"} == _written(sqlite_database)


def test_a_commit_that_is_lost_is_lost_for_everybody(sqlite_database: Database) -> None:
    """As a full disk does it; nobody is told that something is on disk which is not."""

    def lose(session: Session) -> None:
        session.flush()
        session.connection().exec_driver_sql("ROLLBACK")

    slow, (other,) = _behind_a_slow_one(sqlite_database, lose)
    assert isinstance(slow, StoreError)
    assert other is not None
    assert set() == _written(sqlite_database)
    _write(sqlite_database, "afterwards")
    assert {"afterwards"} == _written(sqlite_database)


def test_who_comes_when_called_shares_the_commit(sqlite_database: Database) -> None:
    """Whoever is called finds what is being written, and is on disk with it."""
    commits: list[object] = []
    event.listen(sqlite_database._writer, "commit", commits.append)
    with ThreadPoolExecutor(1) as threads:
        claims: list[Future[int]] = []
        with sqlite_database.write(
            lambda: claims.append(threads.submit(_claim, sqlite_database))
        ) as session:
            session.add(_audit("update"))
            while not sqlite_database._commits._behind:
                time.sleep(0.001)
        assert [1] == [claim.result() for claim in claims]
    assert 1 == len(commits)
    assert {"update", "claim"} == _written(sqlite_database)


def _claim(database: Database) -> int:
    with database.write() as session:
        found = len(session.exec(select(Audit.what)).all())
        session.add(_audit("claim"))
        return found


def test_a_call_comes_when_others_can_see(database: Database) -> None:
    """On any database whoever is called finds what was written."""
    with ThreadPoolExecutor(1) as threads:
        claims: list[Future[int]] = []
        with database.write(
            announce=lambda: claims.append(threads.submit(_claim, database))
        ) as one:
            one.add(_audit("update"))
        assert [1] == [claim.result() for claim in claims]
