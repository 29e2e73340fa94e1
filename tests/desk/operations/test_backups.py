"""Backups are whole, few, and can be brought back; what goes wrong is told."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.desk.conversation.asking import Asking
from bot.desk.editions import Editions
from bot.desk.operations.backups import Backups, restore, superfluous
from bot.desk.operations.monitoring import Canary, Watchdog
from bot.desk.privacy import JOURNAL, Privacy
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.files import make_key
from bot.store.job_runs import CanaryAnswer
from bot.store.tables import Question
from bot.texts import Texts
from tests.desk.builders import write_entry
from tests.support import citizens
from tests.support.citizens import doing, visitor
from tests.support.databases import rows_of
from tests.support.moments import AT, later

ZONE = ZoneInfo("Asia/Bangkok")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def backups(database: Database, folder: Path) -> Backups:
    return Backups(database, folder, 93, ZONE)


def ask(database: Database, who: int, said: str, at: datetime) -> None:
    """A question's row, as if somebody had asked."""
    with database.write() as session:
        session.add(
            Question(key=f"{who}{at}", channel="telegram", chat_id=who, message_id=at.hour,
                     text=said, outcome="answer", asked_at=at)
        )  # fmt: skip


def texts_in(database: Database) -> list[str]:
    with database.read() as session:
        return sorted(session.exec(select(Question.text)).all())


def test_half_a_year_of_hours_leaves_a_handful() -> None:
    """A day of hours, two weeks of days, three months of months; never without a recent one."""
    made: set[datetime] = set()
    start = datetime(2026, 1, 1, 0, 30, tzinfo=ZONE)
    for hour in range(183 * 24):
        now = start + hour * HOUR
        made = (made | {now}) - set(superfluous(made | {now}, now, 93 * DAY))
    now = start + (183 * 24 - 1) * HOUR
    ages = sorted(now - one for one in made)
    assert [hour * HOUR for hour in range(25)] == ages[:25]
    assert 13 <= sum(DAY < age <= 14 * DAY for age in ages) <= 14
    assert 2 <= sum(14 * DAY < age for age in ages) <= 3
    assert ages[-1] <= 93 * DAY


def test_a_backup_holds_what_was_there(sqlite_database: Database, tmp_path: Path) -> None:
    """It opens as a database of its own, whole, with every row."""
    ask(sqlite_database, 1, "มีไหม", AT)
    made = backups(sqlite_database, tmp_path / "b").run(AT)
    assert made
    assert "bot-20261123-093000.db" == made.name
    copy = Database(f"sqlite:///{made}")
    assert (["มีไหม"], ()) == (texts_in(copy), copy.check())
    copy.close()


def test_postgres_is_left_to_its_own_tools(database: Database, tmp_path: Path) -> None:
    """No file there, and no alarm about one that is missing."""
    made = backups(database, tmp_path / "b").run(AT)
    assert (made is None) == (database.path is None)


def test_the_drill(sqlite_database: Database, tmp_path: Path) -> None:
    """Back up, go on, lose the file, restore: the old rows are back, the forgotten are not."""
    folder, path = tmp_path / "b", sqlite_database.path
    assert path
    for who, said in ((1, "ของคนแรก"), (2, "ของคนที่ขอให้ลืม")):
        ask(sqlite_database, who, said, AT)
    copy = backups(sqlite_database, folder).run(later(60))
    assert copy
    privacy = Privacy(sqlite_database, folder / JOURNAL)
    with doing(sqlite_database, later(120)) as work:
        privacy.forget(work, visitor(2), later(120))
    ask(sqlite_database, 3, "หลังสำรอง", later(180))
    sqlite_database.close()
    path.write_bytes(b"\0" * 4096)

    done = restore(f"sqlite:///{path}", copy, folder, later(240))
    assert 1 == done.forgotten
    back = Database(f"sqlite:///{path}")
    assert (["", "ของคนแรก"], ()) == (texts_in(back), back.check())
    back.close()
    assert done.kept_as
    assert b"\0" * 4096 == done.kept_as.read_bytes()


def test_nothing_is_replaced_while_the_bot_runs(sqlite_database: Database, tmp_path: Path) -> None:
    """The lock of a running bot is respected, its file untouched."""
    ask(sqlite_database, 1, "อยู่", AT)
    copy = backups(sqlite_database, tmp_path / "b").run(AT)
    assert copy
    with sqlite_database.sole_user(), pytest.raises(StoreError, match="บอตอีกตัว"):
        restore(f"sqlite:///{sqlite_database.path}", copy, tmp_path / "b", AT)
    assert ["อยู่"] == texts_in(sqlite_database)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"nothing")])
def test_a_bad_backup_replaces_nothing(
    sqlite_database: Database, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    """A missing or damaged copy is refused; what is there stays in place and no scrap is left."""
    ask(sqlite_database, 1, "อยู่", AT)
    copy = backups(sqlite_database, tmp_path / "b").run(AT)
    assert copy
    spoil(copy)
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(StoreError):
        restore(f"sqlite:///{sqlite_database.path}", copy, tmp_path / "b", AT)
    assert ["อยู่"] == texts_in(sqlite_database)
    assert before | {"bot.db.lock"} == {path.name for path in tmp_path.iterdir()} | {"bot.db.lock"}


def test_the_drill_with_an_encrypted_backup(sqlite_database: Database, tmp_path: Path) -> None:
    """Only the private key opens it, another one and none are refused, and nothing is changed."""
    folder, url = tmp_path / "b", f"sqlite:///{sqlite_database.path}"
    recipient = make_key(tmp_path / "key.txt")
    make_key(tmp_path / "other.txt")
    ask(sqlite_database, 1, "ของคนแรก", AT)
    made = Backups(sqlite_database, folder, 93, ZONE, recipient)
    copy = made.run(AT)
    assert copy
    assert ("bot-20261123-093000.db.age", AT) == (copy.name, made.newest())
    assert b"age-encryption.org" in copy.read_bytes()[:40]
    assert b"SQLite format" not in copy.read_bytes()
    assert "ของคนแรก".encode() not in copy.read_bytes()
    ask(sqlite_database, 2, "หลังสำรอง", AT)
    sqlite_database.close()
    for key, why in ((None, "--key"), ("other.txt", "เปิด"), ("no-such-file", "อ่านกุญแจ")):
        with pytest.raises(StoreError, match=why):
            restore(url, copy, folder, later(60), key=tmp_path / key if key else None)
    restore(url, copy, folder, later(60), key=tmp_path / "key.txt")
    back = Database(url)
    assert (["ของคนแรก"], ()) == (texts_in(back), back.check())
    back.close()
    assert 0o600 == (tmp_path / "key.txt").stat().st_mode & 0o777
    with pytest.raises(StoreError, match="ยังไม่มี"):
        make_key(tmp_path / "key.txt")


def test_old_encrypted_backups_go_like_the_others(
    sqlite_database: Database, tmp_path: Path
) -> None:
    """Both kinds count, as when the key was set only lately."""
    plain = backups(sqlite_database, tmp_path / "b").run(AT - 2 * 24 * HOUR)
    sealing = Backups(sqlite_database, tmp_path / "b", 93, ZONE, make_key(tmp_path / "key.txt"))
    old = [sealing.run(AT - hours * HOUR) for hours in (47, 46, 1, 0)]
    assert plain
    assert not plain.exists()  # a later one of that day is kept
    assert [False, True, True, True] == [one.exists() for one in old if one]


class Told(list[tuple[str, str]]):
    """What admins were told, with the key that makes it unique."""

    def tell(self, text: str, dedup: str, at: datetime) -> None:
        self.append((text, dedup))


def test_an_old_backup_and_a_silent_line_are_told_once_an_hour(
    sqlite_database: Database, tmp_path: Path, texts: Texts
) -> None:
    """Nothing for two hours after a start; then each fault by its own key of the hour."""
    told, faults = Told(), ["silent"]
    made = backups(sqlite_database, tmp_path / "b")
    dog = Watchdog(tmp_path / "b", made, lambda at: faults[-1], told.tell, texts)
    assert [] == dog.look(AT)
    assert [] == dog.look(AT + timedelta(minutes=1))
    assert ["polling"] == dog.look(AT + timedelta(minutes=2))
    faults.append("")
    assert [] == dog.look(AT + 2 * HOUR)
    assert ["backup"] == dog.look(AT + 3 * HOUR)
    made.run(AT + 3 * HOUR)
    assert [] == dog.look(AT + 3 * HOUR)
    assert ["watchdog:polling:2026112309", "watchdog:backup:2026112312"] == [key for _, key in told]
    assert "3 ชั่วโมง" in told[1][0]


def test_a_full_disk_is_told(
    sqlite_database: Database, tmp_path: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below a tenth free."""
    told = Told()
    dog = Watchdog(tmp_path / "b", backups(sqlite_database, tmp_path), None, told.tell, texts)
    for free, found in ((11, []), (9, ["disk"])):
        usage = type("Usage", (), {"total": 100, "free": free})
        monkeypatch.setattr("shutil.disk_usage", lambda _, usage=usage: usage)
        assert found == dog.look(AT)
    assert "9 %" in told[0][0]


def test_the_canary_tells_of_another_answer_and_leaves_no_trace(
    database: Database, editions: Editions, folder: Path, texts: Texts
) -> None:
    """The first answer is only noted; an edit that changes it is told; nothing else is written."""
    told = Told()
    canary = Canary("ดูดาวที่ดอยอินทนนท์เมื่อไหร่", Asking(database, editions), database, told.tell, texts)
    assert "answer:star" == canary.ask(AT)
    assert "answer:star" == canary.ask(AT + HOUR)
    assert [] == told
    (folder / "star.md").unlink()
    write_entry(folder, "nights", "คืนดูดาวที่ดอยอินทนนท์", "ดูดาวที่ดอยอินทนนท์เมื่อไหร่", "จัดทุกวันพุธ")
    editions.reload(AT + 2 * HOUR)
    assert "answer:nights" == canary.ask(AT + 2 * HOUR)
    assert "เดิม: answer:star\nตอนนี้: answer:nights" in told[0][0]
    assert [] == rows_of(database, Question)
    assert ["answer:nights"] == [row.answer for row in rows_of(database, CanaryAnswer)]


def test_the_canary_is_answered_like_anybody(database: Database, editions: Editions) -> None:
    """Its road is the citizens': the same question gets the same outcome and entry."""
    asking = Asking(database, editions)
    heard = Canary("ดูดาวที่ดอยอินทนนท์เมื่อไหร่", asking, database, None, editions.texts).ask(AT)
    reply = citizens.ask(database, asking, "ดูดาวที่ดอยอินทนนท์เมื่อไหร่").reply
    assert f"{reply.outcome}:{reply.entry}" == heard
