"""Writing files whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

_UNFINISHED = 10.0  # seconds after which nobody is still writing a file


def write_file(
    path: Path, content: str | bytes, *, durable: bool = True, alone: bool = True
) -> None:
    """Write text (as UTF-8) or bytes; a reader sees the old file or the new one, never a half.

    Creates missing folders; on return the text is on disk, unless it need not be `durable`. Who
    writes many files (not `alone`) calls `sync_folder` once behind the last. Raises OSError.
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
    """Remove what a killed writer left unfinished in `folder` well before the last change there."""
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
