"""HTML as the Bot API reads it: the plain text and the entities, or Telegram's own complaint."""

import re
from dataclasses import dataclass

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-spoiler": "spoiler",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{1,8}));")
_ATTRIBUTE = re.compile(r"""\s+([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_TAG_NAME = re.compile(r"[^\s>/]*")


class EntityError(ValueError):
    """What Telegram answers when it cannot parse the entities."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A styled stretch of the plain text; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str = ""


def utf16(text: str) -> int:
    """How many UTF-16 units the text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(html: str) -> tuple[str, tuple[Entity, ...]]:
    """The text and its entities; raises `EntityError` with Telegram's wording."""
    return _Parser(html).run()


class _Parser:
    def __init__(self, html: str) -> None:
        self._html = html
        self._at = 0
        self._text: list[str] = []
        self._open: list[tuple[str, str, int, int]] = []  # tag, url, offset, byte offset
        self._entities: list[Entity] = []

    def run(self) -> tuple[str, tuple[Entity, ...]]:
        while self._at < len(self._html):
            character = self._html[self._at]
            if character == "<":
                self._tag()
            elif character == "&":
                self._reference()
            else:
                self._take(character, 1)
        if self._open:
            tag, _, _, byte = self._open[-1]
            raise EntityError(
                f'can\'t find end tag corresponding to start tag "{tag}" at byte offset {byte}'
            )
        return "".join(self._text), tuple(self._entities)

    def _take(self, text: str, width: int) -> None:
        self._text.append(text)
        self._at += width

    def _reference(self) -> None:
        found = _REFERENCE.match(self._html, self._at)
        decoded = _decoded(found) if found else ""
        if found and decoded:
            self._take(decoded, len(found.group()))
        else:
            self._take("&", 1)

    def _byte(self) -> int:
        return len(self._html[: self._at].encode("utf-8", "surrogatepass"))

    def _tag(self) -> None:
        byte = self._byte()
        end = self._html.find(">", self._at)
        if end < 0:
            raise EntityError(f"unclosed start tag at byte offset {byte}")
        inside, self._at = self._html[self._at + 1 : end], end + 1
        if inside.startswith("/"):
            self._close(inside[1:].strip().lower(), byte)
        else:
            self._start(inside, byte)

    def _start(self, inside: str, byte: int) -> None:
        name = (_TAG_NAME.match(inside) or [""])[0].lower()
        if name not in _TAGS:
            raise EntityError(f'unsupported start tag "{name}" at byte offset {byte}')
        rest = inside[len(name) :]
        leftover = _ATTRIBUTE.sub("", rest).strip()
        if leftover:
            raise EntityError(f'unexpected end of tag "{name}" at byte offset {byte}')
        values = {
            found[1].lower(): found[2] or found[3] or found[4] or ""
            for found in _ATTRIBUTE.finditer(rest)
        }
        self._open.append((name, _unescaped(values.get("href", "")), self._offset(), byte))

    def _close(self, name: str, byte: int) -> None:
        if not self._open:
            raise EntityError(f"unexpected end tag at byte offset {byte}")
        tag, url, offset, _ = self._open.pop()
        if name not in {"", tag}:
            raise EntityError(
                f'unmatched end tag at byte offset {byte}, expected "</{tag}>", found "</{name}>"'
            )
        length = self._offset() - offset
        if length and (tag != "a" or url.startswith(("http://", "https://", "tg://"))):
            self._entities.append(Entity(_TAGS[tag], offset, length, url))

    def _offset(self) -> int:
        return utf16("".join(self._text))


def _decoded(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _NAMED.get(name, "")
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 else ""


def _unescaped(value: str) -> str:
    return _REFERENCE.sub(lambda found: _decoded(found) or found.group(), value)
