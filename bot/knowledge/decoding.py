"""The bytes of a file in an unknown encoding → clean text."""

import codecs
import re
import unicodedata

from bot.knowledge.problems import UnreadableError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEAST_THAI = 0.3
_THAI = re.compile("[\u0e01-\u0e3a\u0e3f-\u0e5b]")
# UTF-8 Thai (E0 B8 xx, E0 B9 xx) read as cp874 or as cp1252: three characters for every letter,
# of which the third is never one that follows เธ or เน in a real word such as เธอ or เน้น.
_MOJIBAKE = re.compile("(เธ|เน)[ก-ฟ\x80-\xa0‘’“”•–—€…\ufffd]|(à¸|à¹)[^\\s]")
_AS_LATIN = re.compile("[\xa1-\xfb]{2,}")  # cp874 read as Latin-1; no language has as many accents
_MOJIBAKE_SIGNS = ("เธ", "เน", "à¸", "à¹")
_LEAST_MOJIBAKE = 8
_LINE_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Controls, zero-width characters and text-direction overrides: invisible, and able to mislead.
_UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_UNCLEAN = re.compile(f"[\r\u2028\u2029{_UNSEEN}]")  # asked first, for most texts are clean


def decode(data: bytes, *, prose: bytes | None = None) -> str:
    """Text of a file: BOM, else strict UTF-8, else strict cp874 that is plainly Thai.

    `prose` is the part of `data` in which Thai is to be expected (a web page less its markup).

    Line ends become LF, invisible characters go, and the text is NFC. Never guesses: anything
    else raises `UnreadableError` with the byte offset, and so does Thai that was once read
    in the wrong encoding and saved again ("เธเธ…").
    """
    text = _decode_strictly(data, data if prose is None else prose)
    _refuse_nul(text)
    _refuse_mojibake(text)
    return clean(text)


def clean(text: str) -> str:
    """The text as NFC with LF line ends and without invisible characters; idempotent."""
    if _UNCLEAN.search(text):
        text = _INVISIBLE.sub("", _LINE_BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def _decode_strictly(data: bytes, prose: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _as(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _as_cp874(data, prose, error.start)


def _as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start) from None


def _as_cp874(data: bytes, prose: bytes, offset: int) -> str:
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        raise _undecodable(data, offset) from None
    broken_utf8 = _THAI.search(data[:offset].decode("utf-8"))
    if broken_utf8 or _thai_share(prose.decode("cp874", "replace")) < _LEAST_THAI:
        raise _undecodable(data, offset)
    return text


def _thai_share(text: str) -> float:
    visible = sum(not char.isspace() for char in text)
    return len(_THAI.findall(text)) / max(visible, 1)


def _undecodable(data: bytes, offset: int) -> UnreadableError:
    return UnreadableError("encoding", data.count(b"\n", 0, offset) + 1, offset=offset)


def _refuse_nul(text: str) -> None:
    offset = text.find("\x00")
    if offset >= 0:
        raise UnreadableError("nul-byte", text.count("\n", 0, offset) + 1, letter=offset + 1)


def _refuse_mojibake(text: str) -> None:
    found = list(_AS_LATIN.finditer(text))
    if sum(map(text.count, _MOJIBAKE_SIGNS)) >= _LEAST_MOJIBAKE:
        found = max(found, list(_MOJIBAKE.finditer(text)), key=len)
    broken = sum(len(one[0]) for one in found)
    if broken >= 3 * _LEAST_MOJIBAKE and broken > _LEAST_THAI * len(text):
        start = found[0].start()
        sample = text[start : start + 12].strip()
        raise UnreadableError("mojibake", text.count("\n", 0, start) + 1, sample=sample)
