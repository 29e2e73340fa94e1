"""What the comparison found, as docs/benchmarks.md and one chart."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

_DOCS = Path(__file__).parent.parent / "docs"
_INTRO = """# Benchmarks

Written by `python -m benchmarks.compare SHARED_FOLDER`; do not edit by hand.

Every system gets the same texts and the same questions, one after the other in one run, one
thread each (Python {python}). R@1 is the share of questions whose text stands first, in percent.
The other systems get normalised text and, where named, the same newmm words; none of them gets
our layout repair, variants or learned weights, for that is what is compared.

How far to trust the figures:

- The weights of this engine were learned on iapp-train, so the two iapp tables flatter it; its
  noise was made by the same noise model, with other random numbers.
- Our own release questions took part in learning as well (a few weights out of 436 questions).
- The development questions took part in nothing but looking.

![R@1 and time of a question](images/benchmarks.svg)
"""

Table = Mapping[str, Mapping[str, float]]


def write(tables: Mapping[str, Table], speed: Mapping[int, Table], python: str) -> None:
    """Write the page and the chart."""
    parts = [_INTRO.format(python=python), "## Quality: R@1\n"]
    for name, table in tables.items():
        parts.append(f"### {name}\n\n{_markdown(table, 1)}")
    parts.append("## Speed, memory, building\n")
    parts.append(
        "Government news, the first 2,000 letters of each; our own release questions. Time of a\n"
        "question: the faster of two runs. Memory: what the process grew by while building and\n"
        "asking. Cutting: newmm over the whole collection once, for scale.\n"
    )
    for size, table in speed.items():
        parts.append(f"### {size:,} texts\n\n{_markdown(table, 2)}")
    (_DOCS / "benchmarks.md").write_text("\n".join(parts), encoding="utf-8")
    first = next(iter(tables.values()))
    timed = speed[min(speed)]
    pairs = {name: (row, timed[name]["median ms"]) for name, row in first.items()}
    (_DOCS / "images" / "benchmarks.svg").write_text(_chart(pairs), encoding="utf-8")


def _markdown(table: Table, digits: int) -> str:
    columns = list(next(iter(table.values())))
    lines = [f"| system | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}"]
    for name, row in table.items():
        lines.append(f"| {name} | {' | '.join(f'{row[c]:.{digits}f}' for c in columns)} |")
    return "\n".join(lines) + "\n"


def _chart(pairs: Mapping[str, tuple[Mapping[str, float], float]]) -> str:
    """Two bars a system: clean and mixed R@1; the time of a question beside them."""
    rows = []
    for number, (name, (row, spent)) in enumerate(pairs.items()):
        top = 60 + 44 * number
        rows.append(f'<text x="230" y="{top + 18}" text-anchor="end">{escape(name)}</text>')
        rows += [
            f'<rect x="240" y="{top + 15 * at}" width="{4 * row[kind]:.0f}" height="13" '
            f'fill="{colour}"/><text x="{246 + 4 * row[kind]:.0f}" y="{top + 11 + 15 * at}" '
            f'font-size="11">{row[kind]:.0f}</text>'
            for at, (kind, colour) in enumerate((("clean", "#1f5f8b"), ("mixed", "#e08e45")))
        ]
        rows.append(f'<text x="760" y="{top + 18}" text-anchor="end">{spent:.2f} ms</text>')
    height = 80 + 44 * len(pairs)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="780" height="{height}" '
        'font-family="sans-serif" font-size="13">'
        '<text x="240" y="24" font-weight="bold">R@1 on 240 Thai paragraphs, percent</text>'
        '<rect x="240" y="36" width="12" height="12" fill="#1f5f8b"/><text x="256" y="47">clean'
        '</text><rect x="310" y="36" width="12" height="12" fill="#e08e45"/>'
        '<text x="326" y="47">mixed noise</text>'
        '<text x="760" y="47" text-anchor="end">a question</text>' + "".join(rows) + "</svg>\n"
    )
