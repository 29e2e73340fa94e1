"""What it takes to import the press releases and to check what came of them.

`python -m benchmarks.importing SHARED` compares both with one tokenisation of the same texts by
newmm, in the same run: seconds by the clock, and seconds of all processes together.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from pythainlp.tokenize import word_tokenize

from bot.press.sources.documents import read_source, release_files

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Spent:
    clock: float  # seconds
    work: float  # seconds of processor, children included

    def told(self, unit: "Spent") -> str:
        return (
            f"{self.clock:6.1f} s ({self.clock / unit.clock:.1f} x)"
            f"   processor {self.work:6.1f} s ({self.work / unit.work:.1f} x)"
        )


def spent(work: Callable[[], object]) -> Spent:
    before, clock = os.times(), perf_counter()
    work()
    after, end = os.times(), perf_counter()
    return Spent(end - clock, sum(after[:4]) - sum(before[:4]))


def command(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "run_bot.py"), "knowledge", *arguments],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    print(f"  knowledge {arguments[0]}: {done.stderr.strip().splitlines()[-1]}")


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main(shared: Path) -> None:
    releases = shared / "corpus" / "ministry-news"
    texts = [read_source(path).text for path in release_files(releases)[0]]
    word_tokenize("เริ่ม", engine="newmm")
    unit = spent(lambda: [word_tokenize(text, engine="newmm") for text in texts])
    print(f"{len(texts)} releases, {sum(map(len, texts)):,} letters, {os.cpu_count()} cores")
    print(f"newmm      {unit.told(unit)}")
    with tempfile.TemporaryDirectory() as space:
        into = Path(space) / "imported"
        arguments = (str(releases), "--into", str(into), "--publish")
        print(f"import     {spent(lambda: command('import', *arguments)).told(unit)}")
        before = contents(into)
        print(f"again      {spent(lambda: command('import', *arguments)).told(unit)}")
        print(f"           {'the same bytes' if before == contents(into) else 'OTHER BYTES'}")
        print(f"check      {spent(lambda: command('check', str(into))).told(unit)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
