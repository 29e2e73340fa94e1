"""Atomic and durable writing of files."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

_UNFINISHED = 10.0  # seconds after which nobody is still writing a file


def write_file(
    path: Path, content: str | bytes, *, durable: bool = True, alone: bool = True
) -> None:
    """Write text (as UTF-8) or bytes atomically: a reader sees the old file or the new one.

    Creates missing folders; on return it is on disk, unless it need not be `durable`. Who writes
    many files (not `alone`) calls `sync_folder` after the last. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    if durable and alone:
        sync_folder(path.parent)


def sweep_folder(folder: Path) -> None:
    """Remove unfinished files of a killed writer, older than the last change of the folder."""
    for path in folder.glob(".*.tmp"):
        with suppress(OSError):
            if folder.stat().st_mtime - path.stat().st_mtime > _UNFINISHED:
                path.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename or removal in `folder` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
