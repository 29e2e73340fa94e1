"""Front matter as plain text, lists and tables, each with its line.

YAML's own ideas of types (no → false, 1:20 → 80, 0123 → 83) never apply: every scalar is
text, and each field is read by the one who knows what it should be. Anchors, tags, duplicate
keys and deep nesting are refused; they have no honest use in a knowledge file.
"""

import re
from dataclasses import dataclass, field, replace

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from bot.knowledge.nodes import Items, Node, Table, Text, read_plainly
from bot.knowledge.problems import UnreadableError

_FENCE = "---"
_MOST_LETTERS = 64 * 1024
_MOST_DEPTH = 20
_EMPTY = ("", "~", "null")
_BLOCKS = ("|", ">")
_QUOTED = ("'", '"', *_BLOCKS)
_RUN_ON_ITEM = re.compile(r"-[^\s\d-]")
_HASHTAG = re.compile(r"[\s,\]}]*\s#[^\s#]")
_QUOTATION = re.compile(
    r"""^[ ]*(?:-[ ]+)*(?:[^\s"':#]+:[ ]+)?(?:"(?:\\.|[^"\\])*|'(?:''|[^'])*)""", re.M | re.S
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as front matter, body, and the line the body begins on.

    `cut` are the lines where YAML took "#คำ" behind a text for a remark.
    """

    head: Table
    body: str
    body_line: int
    cut: tuple[int, ...] = ()


def split(text: str) -> Document:
    """The parts of a file. Raises `UnreadableError` when the front matter cannot be read."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[first].rstrip() != _FENCE:
        raise UnreadableError("front-matter-missing", first + 1)
    last = _closing_fence(lines, first)
    body = lines[last + 1 :]
    blank = next((number for number, line in enumerate(body) if line.strip()), 0)
    head, cut = _read("\n".join(lines[first + 1 : last]), first + 1)
    return Document(head, "\n".join(body).strip(), last + 2 + blank, cut)


def _closing_fence(lines: list[str], first: int) -> int:
    for number in range(first + 1, len(lines)):
        if lines[number].rstrip() == _FENCE:
            return number
    raise UnreadableError("front-matter-open", first + 1)


def parse_table(source: str) -> Table:
    """Read YAML whose top level is a table. Raises `UnreadableError` with the line in the file."""
    return _read(source, 0)[0]


def _read(source: str, lines_before: int) -> tuple[Table, tuple[int, ...]]:
    """The table, and the lines that were cut off."""
    letters = len(source)
    if letters > _MOST_LETTERS:
        raise UnreadableError(
            "front-matter-long", lines_before + 1, letters=letters, most=_MOST_LETTERS
        )
    if table := read_plainly(source, lines_before):
        return table, ()
    try:
        built = _built(source, lines_before, pure=False)
    except (YAMLError, UnicodeError):  # the slower parser knows better where the fault is
        built = _built_slowly(source, lines_before)
    return built.table(), tuple(sorted(set(built.cut)))


def _built_slowly(source: str, lines_before: int) -> "_Builder":
    try:
        return _built(source, lines_before, pure=True)
    except YAMLError as error:
        line, key = _located(error, source)
        raise UnreadableError(key, lines_before + 1 + line) from None


def _built(source: str, lines_before: int, *, pure: bool) -> "_Builder":
    builder = _Builder(source, lines_before)
    for event in YAML(typ="safe", pure=pure).parse(source):
        builder.take(event)
    return builder


@dataclass(slots=True)
class _Open:
    """A list or table that has not ended yet."""

    line: int
    is_table: bool
    items: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)  # key → its line
    key: str | None = None


class _Builder:
    """Builds nodes of YAML events without recursion, so that depth cannot break it."""

    def __init__(self, source: str, lines_before: int) -> None:
        self.cut: list[int] = []
        self._lines = source.split("\n")
        self._lines_before = lines_before
        self._documents = 0
        self._open: list[_Open] = []
        self._done: Node | None = None

    def take(self, event: Event) -> None:
        line = event.start_mark.line + 1 + self._lines_before
        match event:
            case DocumentStartEvent():
                self._start_document(line)
            case AliasEvent():
                raise UnreadableError("front-matter-anchor", line)
            case ScalarEvent():
                self._refuse_extras(event, line)
                self._take_scalar(event, line)
                self._note_cut(event)
            case CollectionStartEvent():
                self._refuse_extras(event, line)
                self._start_collection(line, isinstance(event, MappingStartEvent))
            case MappingEndEvent() | SequenceEndEvent():
                self._end_collection()

    def table(self) -> Table:
        if self._done is None:
            return Table({}, self._lines_before + 1)
        if isinstance(self._done, Table):
            return self._done
        raise UnreadableError("front-matter-shape.no_table", self._done.line)

    def _start_document(self, line: int) -> None:
        self._documents += 1
        if self._documents > 1:
            raise UnreadableError("front-matter-shape.several", line)

    def _refuse_extras(self, event: ScalarEvent | CollectionStartEvent, line: int) -> None:
        if event.anchor is not None:
            raise UnreadableError("front-matter-anchor", line)
        if event.tag not in (None, "tag:yaml.org,2002:str"):
            raise UnreadableError("front-matter-tag", line, tag=event.tag)

    def _take_scalar(self, event: ScalarEvent, line: int) -> None:
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.is_table and parent.key is None:
            self._take_key(parent, event.value, line)
        elif event.style not in _QUOTED and event.value in _EMPTY:
            self._add(None)
        elif event.style not in _QUOTED and self._is_item(event):
            raise UnreadableError("item-blank", line)
        else:
            self._add(Text(event.value, line))

    def _is_item(self, event: ScalarEvent) -> bool:
        """Whether a text that begins its line was meant as an item of a list: "-ข้อความ"."""
        begins = not self._lines[event.start_mark.line][: event.start_mark.column].strip()
        return begins and _RUN_ON_ITEM.match(event.value) is not None

    def _note_cut(self, event: ScalarEvent) -> None:
        end = event.end_mark
        if event.style in _BLOCKS or end.line >= len(self._lines):
            return
        if _HASHTAG.match(self._lines[end.line], end.column):
            self.cut.append(end.line + 1 + self._lines_before)

    def _take_key(self, parent: _Open, key: str, line: int) -> None:
        if key in parent.seen:
            raise UnreadableError("duplicate-key", line, key=key, first=parent.seen[key])
        parent.seen[key] = line
        parent.key = key

    def _start_collection(self, line: int, is_table: bool) -> None:
        if len(self._open) >= _MOST_DEPTH:
            raise UnreadableError("front-matter-depth", line, most=_MOST_DEPTH)
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.is_table and parent.key is None:
            raise UnreadableError("front-matter-shape.odd_key", line)
        self._open.append(_Open(line, is_table))

    def _end_collection(self) -> None:
        closed = self._open.pop()
        if closed.is_table:
            self._add(Table(closed.values, closed.line))
        else:
            self._add(Items(tuple(closed.items), closed.line))

    def _add(self, node: Node | None) -> None:
        if not self._open:
            self._done = node
            return
        parent = self._open[-1]
        if not parent.is_table:
            parent.items.extend([node] if node else [])
        elif parent.key is not None:
            if node is not None:
                parent.values[parent.key] = replace(node, line=parent.seen[parent.key])
            parent.key = None


# A sign of the parser's message, and which of the sentences under "yaml" tells what is wrong.
_SYNTAX = {
    "mapping values are not allowed": "yaml.colon",
    r"found character '\t'": "yaml.tab",
    "cannot start any token": "yaml.odd_sign",
    "parsing a flow": "yaml.brackets",
    "could not find expected ':'": "yaml.no_colon",
    "but found '<scalar>'": "yaml.behind_quotation",
    "<block mapping start>": "yaml.uneven",
    "<block sequence start>": "yaml.uneven",
    "unknown escape character": "yaml.backslash",
    "special characters are not allowed": "yaml.unseen",
}
_BEGUN = ("parsing a flow", "could not find expected ':'")  # noticed only below the line at fault
_ODD_INDENT = re.compile("[ \u00a0\u3000]*[\u00a0\u3000]")  # copied from Word or a page
_BRACKETED = re.compile(r"""\s*(?:- +)?(?:[^\s"':#]+: +)?[\[{]""")
_BEFORE_COLON = re.compile(r"""\s*(?:- +)?[^\s"':#]+""")


def _located(error: YAMLError, source: str) -> tuple[int, str]:
    """The line (from 0) of a fault, and its key."""
    told = str(error)
    mark = error.problem_mark or error.context_mark if isinstance(error, MarkedYAMLError) else None
    line = mark.line if mark is not None else 0
    lines = source.split("\n")[: line + 1]
    odd = next((number for number, one in enumerate(lines) if _ODD_INDENT.match(one)), None)
    if odd is not None:
        return odd, "yaml.tab"
    unclosed = _unclosed_quotation(source, line)
    if unclosed is not None:
        return unclosed, "yaml.open_quotation"
    if isinstance(error, MarkedYAMLError) and any(sign in told for sign in _BEGUN):
        line = error.context_mark.line
    elif mark and _is_of_key(source, line, mark.column):
        above = source.split("\n")[line - 1]
        keyed = ": " in above or above.endswith(":")
        return (line, "yaml.uneven") if keyed else (line - 1, "yaml.no_colon")
    key = next((key for sign, key in _SYNTAX.items() if sign in told), "yaml.other")
    bracketed = key == "yaml.behind_quotation" and _BRACKETED.match(source.split("\n")[line])
    return line, "yaml.behind_bracket" if bracketed else key


def _is_of_key(source: str, line: int, column: int) -> bool:
    """Whether the colon there is the one behind a key, and so not the fault."""
    written = source.split("\n")[line] if line else ""
    before = _BEFORE_COLON.fullmatch(written, 0, column)
    return before is not None and written[column : column + 1] == ":"


def _unclosed_quotation(source: str, fault: int) -> int | None:
    """The line (from 0) of a quotation that runs on to the fault's line or to the end."""
    for quotation in _QUOTATION.finditer(source):
        start = source.count("\n", 0, quotation.start())
        end = source.count("\n", 0, quotation.end())
        if quotation.end() == len(source) or start < end == fault:
            return start
    return None
