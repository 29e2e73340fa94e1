"""Figures as pictures: SVG for a page, which styles it, and PNG for a chat, styled here."""

from collections.abc import Sequence
from pathlib import Path

import pygal
import resvg_py
from lxml import etree
from pygal.style import Style

from bot.desk.reporting.figures import Day, Named, Report
from bot.texts import Texts

_FONTS = Path(__file__).parent / "fonts"
_COLOURS = ("#1b7a4b", "#d9a514", "#c0392b")  # answered, choices, no answer
_SVG = "{http://www.w3.org/2000/svg}"
_WIDTH, _HEIGHT = 720, 300
_ROW = 34  # height of a horizontal bar
_PNG_WIDTH = 1280


def days_svg(days: Sequence[Day], texts: Texts, title: str) -> str:
    """Answered, choices and no answer by day, stacked, for a page. `title` is read aloud."""
    return _bare(_stacked(days, texts), title)


def hours_svg(hours: Sequence[int], title: str) -> str:
    """Questions by hour of the day, for a page."""
    chart = pygal.Bar(**_options(), show_legend=False)
    chart.x_labels = [f"{hour}" if hour % 3 == 0 else "" for hour in range(24)]
    chart.add("", [_labelled(count, f"{hour:02}.00") for hour, count in enumerate(hours)])
    return _bare(chart, title)


def bars_svg(counts: Sequence[Named], title: str) -> str:
    """The biggest first, from top to bottom, for a page."""
    height = _ROW * len(counts) + 50
    chart = pygal.HorizontalBar(**_options(height=height), show_legend=False)
    ordered = list(reversed(counts))
    chart.x_labels = [_shortened(name) for name, _ in ordered]
    chart.add("", [_labelled(count, name) for name, count in ordered])
    return _bare(chart, title)


def weeks_svg(report: Report, texts: Texts, title: str) -> str:
    """The share of right answers by week, with its 95 % interval, for a page."""
    chart = pygal.Line(**_options(), range=(0, 100), stroke=False, dots_size=5)
    chart.x_labels = [_short(week.monday) for week in report.weeks]
    shares = [round(100 * week.right / week.judged, 1) for week in report.weeks]
    chart.add(texts("figures.high"), [round(100 * week.interval[1], 1) for week in report.weeks])
    chart.add(texts("figures.precision"), shares)
    chart.add(texts("figures.low"), [round(100 * week.interval[0], 1) for week in report.weeks])
    return _bare(chart, title)


def days_png(days: Sequence[Day], texts: Texts, title: str) -> bytes:
    """The days as a picture for a chat, with a title in it."""
    chart = _stacked(days, texts, title=title, style=_style(), margin=24, height=400)
    svg = chart.render()
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg if isinstance(svg, str) else svg.decode("utf-8"),
            width=_PNG_WIDTH,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(path) for path in sorted(_FONTS.glob("*.ttf"))],
            font_family="Sarabun",
            sans_serif_family="Sarabun",
        )
    )


def _stacked(days: Sequence[Day], texts: Texts, **more: object) -> pygal.StackedBar:
    chart = pygal.StackedBar(**_options() | more, legend_at_bottom=True, legend_at_bottom_columns=3)
    step = max(1, len(days) // 7)
    labels = [_short(one.day) if at % step == 0 else "" for at, one in enumerate(days)]
    chart.x_labels = labels
    for name in ("answered", "choices", "no_answer"):
        values = [_labelled(getattr(one, name), one.label) for one in days]
        chart.add(texts(f"figures.{name}"), values)
    return chart


def _options(**more: object) -> dict[str, object]:
    plain = {
        "js": [],
        "no_prefix": True,
        "disable_xml_declaration": True,
        "width": _WIDTH,
        "height": _HEIGHT,
        "no_data_text": "–",
        "print_zeroes": False,
        "truncate_label": -1,
        "min_scale": 2,
        "max_scale": 6,
        "formatter": lambda value: f"{value:,.10g}",
        "value_formatter": lambda value: f"{value:,.0f}" if value == int(value) else "",  # of axes
    }
    return plain | more


def _style() -> Style:
    """The look of a picture that nothing else styles."""
    return Style(
        background="#ffffff",
        plot_background="#ffffff",
        foreground="#33414c",
        foreground_strong="#12202b",
        foreground_subtle="#8b98a3",
        font_family="Sarabun",
        label_font_size=15,
        major_label_font_size=15,
        legend_font_size=16,
        title_font_size=20,
        no_data_font_size=24,
        guide_stroke_color="#c3ccd3",
        major_guide_stroke_color="#c3ccd3",
        guide_stroke_dasharray="1,0",
        major_guide_stroke_dasharray="1,0",
        opacity="1",
        colors=_COLOURS,
    )


def _labelled(count: int, label: str) -> dict[str, object]:
    return {"value": count, "label": label}


def _bare(chart: pygal.graph.graph.Graph, title: str) -> str:
    """The chart without styles, scripts and ids, which a strict page with several cannot have."""
    root = etree.fromstring(chart.render())
    etree.strip_tags(root, etree.Comment)
    for overlay in root.findall(f".//{_SVG}g[@class='plot text-overlay']"):
        overlay.getparent().remove(overlay)
    for overlay in root.findall(f".//{_SVG}g[@class='plot tooltip-overlay']"):
        overlay.getparent().remove(overlay)
    etree.strip_elements(root, f"{_SVG}defs", f"{_SVG}title", with_tail=False)
    for group in root.iter(f"{_SVG}g"):
        _explain(group)
    for element in root.iter():
        element.attrib.pop("id", None)
    root.set("role", "img")
    root.set("aria-label", title)
    return str(etree.tostring(root, encoding="unicode"))


def _explain(group: etree._Element) -> None:
    """Give a part its meaning as a title, which a browser shows under the pointer."""
    told = {}
    for desc in group.findall(f"{_SVG}desc"):
        told[desc.get("class")] = desc.text
        group.remove(desc)
    if told.get("value"):
        explained = etree.Element(f"{_SVG}title")
        explained.text = " · ".join(filter(None, (told.get("label"), told["value"])))
        group.insert(0, explained)


def _short(day: object) -> str:
    return f"{day:%-d}/{day:%-m}"


def _shortened(name: str) -> str:
    return name if len(name) <= 28 else name[:27] + "…"
