"""SQLite's file as a file: checking, copying and holding it."""

import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

import pyrage
from pyrage import x25519

from bot.store.errors import StoreError
from bot.texts import sentence

SEALED = ".age"  # the ending of a copy that only the holder of a key can read


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


def backup(path: Path, target: Path, recipient: str = "") -> None:
    """Copy a live database, verify the copy, and only then give it its name.

    With a `recipient` the copy is encrypted to that public key once it is verified.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(_open_read_only(path)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        check(part, thorough=True)
        if recipient:
            _seal(part, recipient)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except sqlite3.Error as error:
        raise StoreError.from_driver(error) from error
    finally:
        part.unlink(missing_ok=True)


def check_recipient(text: str) -> None:
    """Raise `StoreError` when it is no public key that copies can be encrypted to."""
    try:
        x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise StoreError(sentence("store.backup.bad_recipient")) from error


def make_key(target: Path) -> str:
    """Write a new private key into a new file that nobody else may read; its public key."""
    key = x25519.Identity.generate()
    try:
        with os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(f"# public key: {key.to_public()}\n{key}\n")
    except OSError as error:
        raise StoreError(sentence("store.backup.no_key_file", target=target)) from error
    return str(key.to_public())


def _seal(part: Path, recipient: str) -> None:
    """Encrypt a file in its place, a stretch at a time."""
    with tempfile.TemporaryFile(dir=part.parent) as sealed:
        with part.open("rb") as plain:
            pyrage.encrypt_io(plain, sealed, [x25519.Recipient.from_str(recipient)])
        sealed.seek(0)
        with part.open("wb") as out:
            shutil.copyfileobj(sealed, out)


def _unseal(source: Path, part: Path, key: Path | None) -> None:
    """Decrypt a copy with the private key in the file `key`."""
    if key is None:
        raise StoreError(sentence("store.restore.sealed", source=source))
    try:
        lines = key.read_text("utf-8").splitlines()
        secret = next(line for line in lines if line and not line.startswith("#"))
        identity = x25519.Identity.from_str(secret.strip())
        with source.open("rb") as sealed, part.open("wb") as plain:
            pyrage.decrypt_io(sealed, plain, [identity])
    except (OSError, ValueError, StopIteration, pyrage.IdentityError) as error:
        raise StoreError(sentence("store.restore.bad_key", key=key)) from error
    except pyrage.DecryptError as error:
        raise StoreError(sentence("store.restore.wrong_key", key=key, source=source)) from error


def put_in_place(source: Path, path: Path, stamp: str, key: Path | None = None) -> Path | None:
    """Put a checked copy of `source` where the database `path` is; where the old one went.

    `key` is the file with the private key of a copy that is encrypted.

    The old file is kept as `<name>.<stamp>.before-restore` with what its log held. A fault leaves
    everything as it was.
    """
    if not source.is_file():
        raise StoreError(sentence("store.restore.none", source=source))
    sealed = source.suffix == SEALED
    if not sealed:
        check(source, thorough=True)
    make_folder(path)
    part = path.with_name(path.name + ".part")
    kept = path.with_name(f"{path.name}.{stamp}.before-restore") if path.exists() else None
    try:
        if sealed:
            _unseal(source, part, key)
        else:
            shutil.copyfile(source, part)
        check(part, thorough=True)
        _sync(part)
        if kept:
            _set_aside(path, kept)
        part.replace(path)
        _sync(path.parent)
    except OSError as error:
        raise StoreError(sentence("store.restore.not_placed", path=path)) from error
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
        raise StoreError(sentence("store.no_folder", folder=path.parent)) from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold `<name>.lock` while the block runs; the system lets go if the process dies."""
    make_folder(path)
    handle = _lock_file(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise StoreError(sentence("store.taken_file")) from error
    finally:
        handle.close()


def _lock_file(path: Path) -> TextIO:
    try:
        return path.with_name(path.name + ".lock").open("a")
    except OSError as error:
        raise StoreError(sentence("store.no_right", folder=path.parent)) from error


def _open_read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True, timeout=5)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
