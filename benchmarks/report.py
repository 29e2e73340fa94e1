"""What the comparison found, as docs/benchmarks.md and one chart."""

from collections.abc import Mapping
from pathlib import Path

import pygal
from pygal.style import Style

CUTTING, BESIDE = "newmm alone", "side by side"
_DOCS = Path(__file__).parent.parent / "docs"
_INTRO = """# Benchmarks

Written by `python -m benchmarks.compare SHARED_FOLDER`; do not edit by hand.

Every system gets the same texts and the same questions, one after the other in one run, one
thread each (Python {python}). R@1 is the share of questions whose text stands first, in percent.
The other systems get normalised text and, where named, the same newmm words; none of them gets
our layout repair, variants or learned weights, for that is what is compared.

How far to trust the figures:

- The weights of this engine were learned for these tables on questions about other articles, and
  on none about releases; the packaged weights saw them all. The noise that it learned from was
  made by the same noise model, with other random numbers.
- Our table of everyday words was written with our own release questions in view, so their
  table flatters this engine. The development questions took part in nothing but looking.
- The questions about several paragraphs of an article are ours, written in the manner of SQuAD
  with the paragraph and the title in view and before any system was asked; they use other words
  than the text more often than those of XQuAD do (BM25 over words finds 93.5 % of these).
- The three of RapidFuzz are too slow for all of it: the first 100 questions of each kind, and
  five where one takes longer than a second.

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
        "Government news, the first 2,000 letters of each; our own release questions. Times are\n"
        "the processor's, so that what else runs on the machine counts less; every question is\n"
        "asked once. Memory: what the process grew by while building and asking, after fifty\n"
        "texts to warm it, freed memory handed back.\n"
        f"{CUTTING}: the words of all texts and of a question by PyThaiNLP, for scale.\n"
        "The time of a question is compared in a process of its own, twenty questions of the one\n"
        "and twenty of the other by turns, so that what slows the machine down slows both.\n"
    )
    for size, told in speed.items():
        table = {name: row for name, row in told.items() if name != BESIDE}
        parts.append(f"### {size:,} texts\n\n{_markdown(table, 2)}\n{_ratios(told)}")
    (_DOCS / "benchmarks.md").write_text("\n".join(parts), encoding="utf-8")
    first = next(iter(tables.values()))
    timed = speed[min(speed)]
    (_DOCS / "images" / "benchmarks.svg").write_text(_chart(first, timed), encoding="utf-8")


def _markdown(table: Table, digits: int) -> str:
    columns = list(dict.fromkeys(column for row in table.values() for column in row))
    lines = [f"| system | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}"]
    for name, row in table.items():
        cells = (f"{row[c]:.{digits}f}" if c in row else "–" for c in columns)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _ratios(table: Table) -> str:
    """What this engine costs, against cutting words and a search with tantivy."""
    engine, alone = table["this engine"], table[CUTTING]
    beside = table[BESIDE]["this engine"] / table[BESIDE]["tantivy, newmm words"]
    told = (
        f"{beside:.1f} times newmm and one search with tantivy",
        f"its 99th percentile {engine['p99 ms'] / engine['median ms']:.1f} times its median",
        f"building {engine['build s'] / alone['build s']:.1f} times cutting the words",
        f"memory {engine['memory MB'] / alone['text MB']:.1f} times the text",
    )
    return f"This engine: a question takes {'; '.join(told)}.\n"


def _chart(table: Table, timed: Table) -> str:
    """A picture: two bars a system, R@1 clean and mixed, the time of a question in its name."""
    style = Style(
        background="white",
        plot_background="white",
        colors=("#1f5f8b", "#e08e45"),
        value_colors=("white", "black"),
        opacity="1",
        font_family="sans-serif",
        label_font_size=13,
        legend_font_size=14,
        title_font_size=17,
        value_font_size=12,
    )
    chart = pygal.HorizontalBar(
        style=style,
        js=(),
        width=900,
        height=620,
        range=(0, 100),
        print_values=True,
        legend_at_bottom=True,
    )
    chart.title = "First right of 240 Thai paragraphs, percent (and time of a question)"
    rows = list(table.items())[::-1]
    chart.x_labels = [f"{name}, {timed[name]['median ms']:.1f} ms" for name, _ in rows]
    for kind in ("clean", "mixed"):
        chart.add(kind, [round(row[kind], 1) for _, row in rows])
    return str(chart.render(is_unicode=True))
