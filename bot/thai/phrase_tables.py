"""How people say things: tables of lists, to which a clerk adds a phrase on a line of its own.

    <ขอคน> officer: ข้อความที่ขอคุยกับคน
    [ขอ|อยาก]คุยกับ(คน|เจ้าหน้าที่)

By the name in angle brackets other lists speak of a list, by the one in Latin letters the program.
The notation of a phrase: `a|b` is one of these, `(a|b)` one of them within a phrase, `[a|b]` one or
none, and a `+` behind it one after another; `<name>` is any of another list. `{ก่อน a|b}` and
`{ไม่ก่อน a|b}` say what must or must not stand behind, `{หลัง a|b}` and `{ไม่หลัง a|b}` what before,
`{ต้น}` and `{จบ}` are the beginning and the end of what is said, `{เว้น 8}` is up to so many Thai
letters.

A line that cannot be read is told and left out. Of two ways that fit the longer one is meant.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from typing import Any, NamedTuple, TypeVar, get_origin

from bot.thai.tables import lines_of, warn

_Lists = TypeVar("_Lists")
_Read = TypeVar("_Read")
_HEADING = re.compile("<(?P<name>[^<>]+)>(?: +(?P<field>[a-z_]+))? *:")
_TOKEN = re.compile(r"[()\[\]{}<>|+:]|[^()\[\]{}<>|+:]+")
_SIGNS = frozenset("()[]{}<>|+:")
_CLOSING = {"(": ")", "[": "]"}
_TIMES = {("(", False): "", ("(", True): "+", ("[", False): "?", ("[", True): "*"}
_CONDITIONS = {"ก่อน": "=", "ไม่ก่อน": "!", "หลัง": "<=", "ไม่หลัง": "<!"}
_EDGES = {"ต้น": "^", "จบ": "$"}
_GAP = "เว้น"
_NOTHING = "(?!)"  # what no text matches


class _Way(NamedTuple):
    """A pattern, and how many letters it matches at most, but for what is said again."""

    form: str
    longest: int


class _FaultError(ValueError):
    """What is wrong with a line, and its cure."""


def phrase_table(kind: type[_Lists], package: str, name: str) -> _Lists:
    """A dataclass filled with the lists of the table data/`name` of a package, each in its type.

    A `re.Pattern` matches what any line of its list says, a `str` is that as a part of patterns, a
    `tuple` has the pattern of each way, and a `frozenset` the lines as they stand, which are plain
    words. What the table does not list is told, and matches nothing.
    """
    table = _Table(package, name)
    listed: Any = kind
    return kind(**{one.name: table.read(one.name, one.type) for one in fields(listed)})


class _Table:
    """The lists of a table, read when they are asked for."""

    def __init__(self, package: str, name: str) -> None:
        self._of = package, name
        self._lines: dict[str, list[tuple[int, str]]] = {}
        self._names: dict[str, str] = {}  # as the program calls a list → its name
        self._ways: dict[str, list[_Way]] = {}
        self._open: list[str] = []  # lists whose lines are being read
        here: list[tuple[int, str]] = []
        for number, line in lines_of(package, name):
            heading = _HEADING.match(line)
            if heading:
                here = self._lines.setdefault(heading["name"], [])
                self._names[heading["field"] or ""] = heading["name"]
            elif line.startswith("<") and ":" in line:
                warn(*self._of, number, "หัวของรายการเขียนไม่ถูก", "เขียนเป็น <ชื่อ>: ใช้ทำอะไร")
                here = []  # whatever list they are of, not of the one before
            else:
                here.append((number, line))

    def read(self, field: str, kind: object) -> object:
        """The list that the program calls so, as the type of its field says."""
        name = self._names.get(field, "")
        if not name:
            warn(*self._of, 1, f"ไม่มีรายการที่หัวเขียนว่า {field}", "เขียนหัวของรายการนั้นอย่างเดิม")
        if get_origin(kind) is frozenset:
            return frozenset(self._words(name))
        if get_origin(kind) is tuple:
            return tuple(way.form for way in _longest_first(self.ways(name)))
        form = _any_of(self.ways(name)).form
        return _grouped(form) if kind is str else re.compile(form)

    def ways(self, name: str) -> list[_Way]:
        """The ways that the lines of a list stand for."""
        if name not in self._ways:
            self._ways[name] = self._read(name, lambda line: _Line(line, self).ways())
        return self._ways[name]

    def named(self, name: str) -> str:
        """A name that is that of a list; raises `_FaultError` for any other."""
        if name not in self._lines:
            raise _FaultError(f"ไม่มีรายการชื่อ <{name}> ในไฟล์นี้", "แก้ชื่อให้ตรงกับหัวของรายการ")
        return name

    def _words(self, name: str) -> list[str]:
        return self._read(name, lambda line: list(self._plain(line)))

    def _plain(self, line: str) -> Iterator[str]:
        for said in line.split("|"):
            if said[:1] == "<" and said[-1:] == ">":
                yield from self._words(self.named(said[1:-1]))
            elif not said.strip() or _SIGNS.intersection(said):
                raise _FaultError("รายการนี้รับเฉพาะคำ", "เขียนทีละคำ คั่นด้วย | ไม่ใช้วงเล็บ")
            else:
                yield said.strip()

    def _read(self, name: str, reading: Callable[[str], list[_Read]]) -> list[_Read]:
        """What is read of the lines of a list; those that cannot be read are told."""
        if name in self._open:
            raise _FaultError(f"<{name}> วนกลับมาที่เดิม", "เอาชื่อนี้ออก")
        self._open.append(name)
        found: list[_Read] = []
        for number, line in self._lines.get(name, ()):
            try:
                found += reading(line)
            except _FaultError as fault:
                warn(*self._of, number, *fault.args)
        self._open.pop()
        return found


class _Line:
    """A line, read from its beginning to its end."""

    def __init__(self, line: str, table: _Table) -> None:
        self._left = _TOKEN.findall(line.strip())[::-1]
        self._table = table

    def ways(self, end: str = "") -> list[_Way]:
        """The ways up to the sign that ends them, or to the end of the line."""
        found = self._way(end)
        while self._took("|"):
            found += self._way(end)
        if end and not self._took(end):
            raise _FaultError(f"ไม่มี {end} ปิด", "ปิดวงเล็บให้ครบคู่")
        return found

    def _way(self, end: str) -> list[_Way]:
        """One way; all those of a list where it is nothing but the list."""
        parts: list[list[_Way]] = []
        while self._left and self._left[-1] not in {"|", end}:
            parts.append(self._part(self._left.pop()))
        if not parts:
            raise _FaultError("มีที่ว่างข้าง | หรือในวงเล็บ", "เติมคำ หรือลบเครื่องหมายที่เกิน")
        if len(parts) == 1:
            return list(parts[0])
        said = [_any_of(part) for part in parts]
        return [_Way("".join(one.form for one in said), sum(one.longest for one in said))]

    def _part(self, token: str) -> list[_Way]:
        if token in _CLOSING:
            return [self._choice(token)]
        if token == "<":  # noqa: S105  no password
            name = self._left.pop() if self._left else ""
            if not self._took(">"):
                raise _FaultError("ไม่มี > ปิด", "ปิดวงเล็บให้ครบคู่")
            return self._table.ways(self._table.named(name))
        if token == "{":  # noqa: S105
            return [self._condition()]
        if token in _SIGNS:
            raise _FaultError(f"ใช้เครื่องหมาย {token} ตรงนี้ไม่ได้", "ลบ หรือปิดวงเล็บให้ครบคู่")
        return [_Way(re.escape(token), len(token))]

    def _choice(self, opening: str) -> _Way:
        chosen = _any_of(self.ways(_CLOSING[opening]))
        times = _TIMES[opening, self._took("+")]
        return chosen._replace(form=f"{_grouped(chosen.form)}{times}") if times else chosen

    def _condition(self) -> _Way:
        said = self._left.pop() if self._left else ""
        kind, _, rest = said.partition(" ")
        if rest:
            self._left.append(rest)
        if kind in _EDGES and self._took("}"):
            return _Way(_EDGES[kind], 0)
        if kind == _GAP and rest.isdecimal() and self._left.pop() == rest and self._took("}"):
            return _Way(f"[ก-๙]{{0,{int(rest)}}}", int(rest))
        if kind not in _CONDITIONS:
            raise _FaultError(f"ไม่รู้จัก {{{said}", f"ใช้ {' '.join((*_CONDITIONS, *_EDGES, _GAP))}")
        return _looked_for(_CONDITIONS[kind], self.ways("}"))

    def _took(self, token: str) -> bool:
        """Whether the token stands here, and is passed by."""
        return bool(self._left) and self._left[-1] == token and bool(self._left.pop())


def _looked_for(sign: str, ways: Sequence[_Way]) -> _Way:
    """That one of the ways stands, or none does, behind a place or before it."""
    if not sign.startswith("<"):
        return _Way(f"(?{sign}{_either(ways)})", 0)
    if any("(" in way.form or "?" in way.form for way in ways):
        raise _FaultError("หลัง และ ไม่หลัง รับเฉพาะคำ", "เขียนทีละคำ คั่นด้วย | ไม่ใช้วงเล็บ")
    each = [_Way(f"(?{sign}{way.form})", 0) for way in ways]
    return _any_of(each) if sign == "<=" else _Way("".join(way.form for way in each), 0)


def _any_of(ways: Sequence[_Way]) -> _Way:
    """Any of the ways as a part of a pattern, the longest first."""
    found = _longest_first(ways)
    if len(found) < 2:
        return found[0] if found else _Way(_NOTHING, 0)
    return _Way(_grouped(_either(found)), found[0].longest)


def _either(ways: Sequence[_Way]) -> str:
    """The ways as alternatives, those of one letter as one: a mark may be taken out of that."""
    letters = [way.form for way in ways if len(way.form) == way.longest == 1]
    if len(letters) < 2:
        return "|".join(way.form for way in ways)
    others = [way.form for way in ways if way.form not in letters]
    return "|".join([*others, f"[{''.join(letters)}]"])


def _longest_first(ways: Sequence[_Way]) -> list[_Way]:
    return sorted(dict.fromkeys(ways), key=lambda way: way.longest, reverse=True)


def _grouped(form: str) -> str:
    """A pattern that may be put before a sign of how often it is said."""
    return form if len(form) == 1 or re.fullmatch(r"\[[^]]*\]", form) else f"(?:{form})"
