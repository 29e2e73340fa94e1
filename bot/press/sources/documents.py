"""The text of a release file of any kind, from an untrusted source.

Plain text is read here; HTML, Word, PDF and mails by the parser child, which has 512 MiB and 20 s.
If it dies, the clerk is told why, and the bot lives on.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.knowledge.decoding import decode
from bot.knowledge.problems import LOST_LETTER, UnreadableError
from bot.knowledge.tree import MOST_BYTES as MOST_BYTES_OF_TEXT
from bot.knowledge.tree import read_bytes, too_large
from bot.press.findings import Finding, finding

MOST_BYTES = 20 * 1024 * 1024
_KINDS = {".txt": "txt", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
_KINDS |= dict.fromkeys((".eml", ".mht", ".mhtml"), "mime")
IMPORTABLE = tuple(_KINDS)
RELATED = (".doc", ".rtf", ".odt")  # not importable, but a clerk may think so
_BEGINNINGS = {
    re.compile(rb"%PDF-"): "pdf",
    re.compile(rb"PK\x03\x04"): "docx",
    re.compile(rb"(\xef\xbb\xbf)?\s*(<!doctype html|<html[\s>])", re.IGNORECASE): "html",
    # A mail as it is sent, or a page saved as one: headers, with that of its parts among them.
    re.compile(rb"(?:[A-Z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,80}?MIME-Version:"): "mime",
}
_OTHERS = {b"{\\rtf": ".rtf", b"Rar!": ".rar", b"7z\xbc\xaf": ".7z"}
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8")
_OFFICE_FILES = (".xlsx", ".xls", ".csv", ".pptx", ".ppt", ".msg")
_NOT_SUPPORTED = {
    "": "not-supported.nameless",
    **dict.fromkeys(RELATED, "not-supported.word"),
    **dict.fromkeys(_OFFICE_FILES, "not-supported.office"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif"), "not-supported.picture"),
}
_LEFT = re.compile(r"~\$.*|\._.*|\.ds_store|thumbs\.db|desktop\.ini", re.IGNORECASE)
_WALL_SECONDS = 60  # a child starved of CPU is still ended
_FAULT = 3
_MOST_TOLD = 5  # links
_PACKAGES = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A release as lines, title first, and what else its file gives."""

    text: str
    url: str = ""
    site: str = ""
    files: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    header: tuple[str, ...] = ()  # lines at the head of its pages


def is_system_file(path: Path) -> bool:
    """Whether Word, Windows or macOS made the file for itself ("~$ข่าว.docx", "Thumbs.db")."""
    return _LEFT.fullmatch(path.name) is not None


def release_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """The files below a folder that may be releases, and the others, such as pictures.

    What is hidden, or left by a program, is neither.
    """
    releases: list[Path] = []
    others: list[Path] = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not (hidden or is_system_file(path)) and path.is_file():
            looks = path.suffix.lower() in IMPORTABLE + RELATED
            (releases if looks else others).append(path)
    return releases, others


def read_source(path: Path, url: str = "") -> SourceText:
    """Read a file that is `IMPORTABLE`.

    Raises `UnreadableError` with the reason in Thai. `url` is where a page was fetched from.
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise _not_supported(path.suffix)
    data = read_bytes(path, path.parent, MOST_BYTES)
    kind = _kind_of(data) or kind
    if kind == "txt":
        if len(data) > MOST_BYTES_OF_TEXT:
            raise too_large(len(data))
        text = decode(data)
        if not text.strip():
            raise UnreadableError("empty.release")
        return SourceText(text)
    found = parse(kind, data, url)
    return SourceText(
        found["text"],
        found.get("url", ""),
        found.get("site", ""),
        tuple(found.get("files", ())),
        tuple(_findings(kind, found)),
        tuple(found.get("header", ())),
    )


def _kind_of(data: bytes) -> str:
    """The kind of a file by its first bytes; "" where these do not tell."""
    if data.startswith(_OLD_WORD):
        raise UnreadableError("old-word")
    if data.startswith(_PICTURES):
        raise UnreadableError("picture")
    if other := next((one for sign, one in _OTHERS.items() if data.startswith(sign)), ""):
        raise _not_supported(other)
    begins = (kind for sign, kind in _BEGINNINGS.items() if sign.match(data))
    return next(begins, "")


def _not_supported(suffix: str) -> UnreadableError:
    key = _NOT_SUPPORTED.get(suffix.lower(), "not-supported.other")
    return UnreadableError(key, suffix=suffix, usable=" ".join(IMPORTABLE))


def parse(kind: str, data: bytes, url: str = "") -> dict[str, Any]:
    """The result of the parser child for `data`. Raises `UnreadableError` whatever it does."""
    if not data.strip():
        raise UnreadableError("empty.release")
    with tempfile.TemporaryFile() as out:
        try:
            done = subprocess.run(  # noqa: S603 -- our own module, no shell
                [sys.executable, "-m", "bot.press.sources.parser_child", kind, url],
                input=data,
                stdout=out,
                stderr=subprocess.DEVNULL,
                timeout=_WALL_SECONDS,
                env=_environment(),
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnreadableError("parser-killed") from None
        out.seek(0)
        return _answer(done.returncode, out.read())


def _answer(code: int, told: bytes) -> dict[str, Any]:
    if code not in (0, _FAULT):
        raise UnreadableError("parser-killed")
    try:
        found: dict[str, Any] = json.loads(told)
        fault = UnreadableError(found["fault"], **found["values"]) if "fault" in found else None
    except (LookupError, TypeError, ValueError):
        raise UnreadableError("parser-killed") from None
    if fault:
        raise fault
    return found


def _environment() -> dict[str, str]:
    """Enough to find the packages; no secrets."""
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "SYSTEMROOT") if key in os.environ}
    return {**kept, "PYTHONPATH": str(_PACKAGES), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


def _findings(kind: str, found: Mapping[str, Any]) -> list[Finding]:
    findings = []
    if kind == "pdf":
        gaps = found["text"].count(LOST_LETTER)
        how = "text.pdf_with_gaps" if gaps else "text.pdf"
        findings.append(finding("body", how, sure=False, count=gaps, sign=LOST_LETTER))
    if found.get("hidden_mail"):
        findings.append(finding("contact.email", "contact.hidden_mail", sure=False))
    if attached := " ".join(found.get("attached", ())[:_MOST_TOLD]):
        findings.append(finding("files", "text.attached", sure=False, names=attached))
    if lost := found.get("lost_links"):
        findings.append(_lost_links(lost))
    return findings


def _lost_links(lost: Sequence[str]) -> Finding:
    """The links of a page that a clerk has to look up."""
    links, more = " ".join(lost[:_MOST_TOLD]), len(lost) - _MOST_TOLD
    how = "links.many_lost" if more > 0 else "links.lost"
    return finding("files", how, sure=False, links=links, more=more)
