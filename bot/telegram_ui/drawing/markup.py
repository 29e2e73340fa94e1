"""Styled text as Telegram HTML, cut into messages without losing or breaking anything."""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from urllib.parse import urlsplit

LIMIT = 4096  # UTF-16 units after entity parsing; Telegram counts no stricter than that

_UNSENDABLE = re.compile("[\x00\ud800-\udfff]")
_BORDERS = tuple(map(re.compile, (r"\n[^\S\n]*\n+", r"\n+", r"[.!?…ฯ]+\s+", r"\s+")))
_JOINERS = {"\u200d", "\u0e33", "\u0eb3"}  # and Thai and Lao AM, which hang on what precedes
_LEADING_VOWELS = set("เแโใไ")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style: `tag` is "", "b" or "i"; `url` makes it a link."""

    text: str
    tag: str = ""
    url: str = ""

    def html(self) -> str:
        """The run as HTML; nothing of its text can become markup."""
        inner = html.escape(self.text, quote=False)
        if self.url:
            inner = f'<a href="{html.escape(self.url)}">{inner}</a>'
        return f"<{self.tag}>{inner}</{self.tag}>" if self.tag else inner


def sendable(text: str) -> str:
    """The text without NUL and lone surrogates, which cannot be sent at all."""
    return _UNSENDABLE.sub("", text)


def link(label: str, url: str) -> tuple[Run, ...]:
    """A link whose host is visible; an address that is not plain https is only spelt out."""
    host = _plain_host(url)
    if not host:
        return (Run(f"{label}: {url}" if label and label != url else url),)
    shown = label if host in label else f"{label} ({host})" if label else host
    return (Run(shown, url=url),)


def messages(runs: Iterable[Run], limit: int = LIMIT) -> tuple[str, ...]:
    """HTML of as many messages as are needed; stretches of mere white space are not sent."""
    pieces = split([replace(run, text=sendable(run.text)) for run in runs], limit)
    return tuple(
        "".join(run.html() for run in piece)
        for piece in pieces
        if "".join(run.text for run in piece).strip()
    )


def split(runs: Sequence[Run], limit: int = LIMIT) -> tuple[tuple[Run, ...], ...]:
    """The runs in pieces of at most `limit` UTF-16 units that add up to exactly the same text.

    Cuts fall between paragraphs, else lines, sentences, words, else between written clusters;
    only a cluster longer than a message is cut itself.
    """
    text = "".join(run.text for run in runs)
    ends = _cuts(text, limit)
    return tuple(
        _between(runs, start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)
    )


def shortened(text: str, limit: int) -> str:
    """The text in at most `limit` characters, cut between clusters and marked with …"""
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > 1 and not _is_border(text, end):
        end -= 1
    return text[:end].rstrip() + "…"


def width(text: str) -> int:
    """UTF-16 units of the text."""
    return sum(2 if letter > "\uffff" else 1 for letter in text)


def _plain_host(url: str) -> str:
    """The host of an https address without user, odd port or tricks; else ""."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    usual = parts.scheme == "https" and re.fullmatch(
        r"[a-z0-9.-]+\.[a-z]{2,}", parts.netloc.lower()
    )
    return parts.netloc.lower() if usual and not re.search(r"\s", url) else ""


def _cuts(text: str, limit: int) -> list[int]:
    """Where each piece ends; the last end is the text's."""
    total = [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]
    ends, start = [], 0
    while total[-1] - total[start] > limit:
        end = start
        while total[end + 1] - total[start] <= limit:
            end += 1
        start = _best_cut(text, start, end)
        ends.append(start)
    return [*ends, len(text)]


def _best_cut(text: str, start: int, end: int) -> int:
    least = start + (end - start) // 2
    for border in _BORDERS:
        found = [match.end() for match in border.finditer(text, start, end)]
        if found and found[-1] > least:
            return found[-1]
    return next((at for at in range(end, start, -1) if _is_border(text, at)), end)


def _is_border(text: str, at: int) -> bool:
    """Whether a reader may find a cut before position `at` between two written clusters."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == "\u200d" or before in _LEADING_VOWELS or (before, after) == ("\r", "\n"):
        return False
    flags = "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff"
    return not flags and not _hangs_on(after)


def _hangs_on(letter: str) -> bool:
    """Whether the letter is drawn on the one before it."""
    if unicodedata.category(letter).startswith("M") or letter in _JOINERS:
        return True
    return "\U0001f3fb" <= letter <= "\U0001f3ff" or "\U000e0020" <= letter <= "\U000e007f"


def _between(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    kept, at = [], 0
    for run in runs:
        part = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if part:
            kept.append(replace(run, text=part))
    return tuple(kept)
