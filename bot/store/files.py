"""SQLite's file as a file: checking, copying and holding it."""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from bot.store.errors import StoreError

_TAKEN = "บอตอีกตัวใช้ฐานข้อมูลนี้อยู่แล้ว ปิดตัวนั้นก่อน หรือตั้ง DATABASE_URL เป็นไฟล์อื่น"


def check(path: Path, *, thorough: bool = False) -> None:
    """Raise `StoreError` when the file is damaged; the file is opened read-only."""
    pragma = "integrity_check" if thorough else "quick_check"
    try:
        with closing(_open_read_only(path)) as connection:
            found = connection.execute(f"PRAGMA {pragma}(3)").fetchall()
    except sqlite3.Error as error:
        raise StoreError.from_driver(error) from error
    if found != [("ok",)]:
        raise StoreError.from_driver(sqlite3.DatabaseError("malformed"))


def backup(path: Path, target: Path) -> None:
    """Copy a live database, verify the copy, and only then give it its name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(_open_read_only(path)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        check(part, thorough=True)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except sqlite3.Error as error:
        raise StoreError.from_driver(error) from error
    finally:
        part.unlink(missing_ok=True)


def put_in_place(source: Path, path: Path, stamp: str) -> Path | None:
    """Put a checked copy of `source` where the database `path` is; where the old one went.

    The old file is kept as `<name>.<stamp>.before-restore` with what its log held. A fault leaves
    everything as it was.
    """
    if not source.is_file():
        raise StoreError(f"ไม่มีไฟล์สำรอง {source}")
    check(source, thorough=True)
    make_folder(path)
    part = path.with_name(path.name + ".part")
    kept = path.with_name(f"{path.name}.{stamp}.before-restore") if path.exists() else None
    try:
        shutil.copyfile(source, part)
        check(part, thorough=True)
        _sync(part)
        if kept:
            _set_aside(path, kept)
        part.replace(path)
        _sync(path.parent)
    except OSError as error:
        raise StoreError(f"วางไฟล์สำรองแทน {path} ไม่ได้ ตรวจที่ว่างและสิทธิ์ของโฟลเดอร์") from error
    finally:
        part.unlink(missing_ok=True)
    return kept


def _set_aside(path: Path, kept: Path) -> None:
    """Rename a database together with its log, so that it can be opened under its new name."""
    for ending in ("", "-wal", "-shm"):
        log = path.with_name(path.name + ending)
        if log.exists():
            log.replace(kept.with_name(kept.name + ending))


def make_folder(path: Path) -> None:
    """Make the folder the database `path` will live in."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"สร้างโฟลเดอร์ {path.parent} สำหรับฐานข้อมูลไม่ได้") from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold `<name>.lock` while the block runs; the system lets go if the process dies."""
    make_folder(path)
    handle = _lock_file(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise StoreError(_TAKEN) from error
    finally:
        handle.close()


def _lock_file(path: Path) -> TextIO:
    try:
        return path.with_name(path.name + ".lock").open("a")
    except OSError as error:
        raise StoreError(f"เขียนในโฟลเดอร์ {path.parent} ไม่ได้ ตรวจสิทธิ์ของโฟลเดอร์") from error


def _open_read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True, timeout=5)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
