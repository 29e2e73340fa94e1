"""The program as a process of its own.

Nearly all of a start is loading, and what is loaded is the same each time: unless told to begin
`anew`, as people start it, a process is forked from one that has loaded everything.
"""

import multiprocessing
import os
import runpy
import sys
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PROGRAM = str(ROOT / "run_bot.py")
_LOADED = multiprocessing.get_context("forkserver")
_LOADED.set_forkserver_preload(["bot.app", "bot.cli.commands", "bot.cli.asking"])


def start(
    folder: Path,
    settings: Mapping[str, str],
    out: Path,
    *arguments: str,
    err: Path | None = None,
    given: Path = Path(os.devnull),
    before: Callable[[], None] | None = None,
    anew: bool = False,
) -> BaseProcess:
    """`run_bot.py` with these arguments in `folder`; it knows no other settings than these.

    What it writes is added to `out`, to `err` if it is for people who look for faults and there is
    one. What `given` holds is typed. `before` is called in the process first.
    """
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    files = (given, out, err or out)
    told = (folder, files, arguments, {**kept, **settings}, before, anew)
    process: BaseProcess = _LOADED.Process(target=_run, args=told, daemon=True)
    process.start()
    return process


def status(process: BaseProcess, timeout: float) -> int:
    """The exit status of a process that ends within `timeout` seconds; negative for a signal."""
    process.join(timeout)
    assert process.exitcode is not None, f"it still runs after {timeout} s"
    return process.exitcode


def _run(
    folder: Path,
    files: Sequence[Path],
    arguments: Sequence[str],
    environment: dict[str, str],
    before: Callable[[], None] | None,
    anew: bool,
) -> None:
    os.chdir(folder)
    ways = (os.O_RDONLY, *[os.O_WRONLY | os.O_CREAT | os.O_APPEND] * 2)
    for number, (path, way) in enumerate(zip(files, ways, strict=True)):
        os.dup2(os.open(path, way, 0o644), number)
    if anew:
        os.execve(sys.executable, [sys.executable, _PROGRAM, *arguments], environment)  # noqa: S606
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin = open(0)  # noqa: SIM115  it is the process's own
    sys.argv = [_PROGRAM, *arguments]
    if before:
        before()
    runpy.run_path(_PROGRAM, run_name="__main__")
