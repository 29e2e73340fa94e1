"""Typed values out of front matter; what does not fit becomes a Problem of its line."""

import difflib
import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from bot.knowledge.nodes import Items, Node, Table, Text
from bot.knowledge.problems import Problem, Severity
from bot.knowledge.text_faults import wrong_days, wrong_weekdays
from bot.texts import Texts, sentence
from bot.thai.dates import ANY_DAY, Precision, find_dates, parse_date

_Choice = TypeVar("_Choice", bound=StrEnum)
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", re.ASCII)
_BARE_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z]{2,}(/|$)", re.ASCII | re.IGNORECASE)

_ISO = re.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


class FieldReader:
    """Reads fields of the file at `path`; never raises, collects `problems` instead."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.problems: list[Problem] = []

    def error(self, line: int, key: str, /, **values: object) -> None:
        """Add an error, as `Problem.of` has it; the entry is not served then."""
        self.problems.append(Problem.of(self._path, line, Severity.ERROR, key, **values))

    def warn(self, line: int, key: str, /, **values: object) -> None:
        """Add a warning."""
        self.problems.append(Problem.of(self._path, line, Severity.WARNING, key, **values))

    def known(self, table: Table, keys: Collection[str], within: str = "") -> None:
        """Warn about keys of the field `within` that nobody reads, naming the nearest one."""
        for key, node in table.values.items():
            if key not in keys:
                near = _nearest(key.lower(), keys, f"staff.fields.{within}.".replace("..", "."))
                place = "problems.unknown-key.inside" if within else "problems.unknown-key.at_top"
                field = sentence(place, key=key, table=within)
                kind = "unknown-key.near" if near else "unknown-key.other"
                self.warn(node.line, kind, field=field, near=near, keys=", ".join(keys))

    def text(self, table: Table, key: str) -> str:
        """A line of text, white space folded; "" when the key is absent."""
        node = table.values.get(key)
        match node:
            case None:
                return ""
            case Text(value):
                return _fold(value)
        self.error(node.line, "wrong-type.text", key=key)
        return ""

    def texts(self, table: Table, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        node = table.values.get(key)
        match node:
            case None:
                return ()
            case Text(value):
                return (_fold(value),) if _fold(value) else ()
            case Items(values) if all(isinstance(value, Text) for value in values):
                found = (_fold(value.value) for value in values if isinstance(value, Text))
                return tuple(text for text in found if text)
        self.error(node.line, "wrong-type.texts", key=key)
        return ()

    def table(self, table: Table, key: str) -> Table | None:
        """A table of further fields, or None when absent."""
        node = table.values.get(key)
        if node is None or isinstance(node, Table):
            return node
        self.error(node.line, "wrong-type.table", key=key)
        return None

    def items(self, table: Table, key: str) -> tuple[Node, ...]:
        """The members of a list of anything; a lone text or table is a list of one."""
        node = table.values.get(key)
        match node:
            case None:
                return ()
            case Items(values):
                return values
        return (node,)

    def facts(self, table: Table, key: str) -> dict[str, str]:
        """A table of texts by name."""
        found = self.table(table, key)
        if found is None:
            return {}
        return {name: self.text(found, name) for name in found.values}

    def date(self, table: Table, key: str) -> date | None:
        """A day, ISO or Thai (a year above 2400 is พ.ศ.); None when absent or wrong."""
        value = self.text(table, key)
        if not value:
            return None
        day, line = parse_date(value), table.values[key].line
        if day is None:
            self.error(line, _date_fault(value), key=key, value=value)
        for doubt in wrong_weekdays(value):
            self.warn(line, doubt.code, told=doubt.told, weekday=doubt.weekday)
        return day

    def choice(
        self, table: Table, key: str, default: _Choice, on_error: _Choice, shown: str = ""
    ) -> _Choice:
        """One of the values of an enumeration; `shown` begins the keys of its texts, if any."""
        value = self.text(table, key).lower()
        if not value:
            return default
        choices = type(default)
        if value in list(choices):
            return choices(value)
        near = _nearest(value, list(choices), shown)
        self.error(
            table.values[key].line,
            "bad-value.near" if near else "bad-value.other",
            key=key,
            value=value,
            near=near,
            allowed=", ".join(choices),
        )
        return on_error

    def link(self, table: Table, key: str) -> str:
        """An http or https address; a bare "www.most.go.th" is taken as https."""
        value = self.text(table, key)
        if _BARE_HOST.match(value):
            value = f"https://{value}"
        if value and not is_web_link(value):
            self.error(table.values[key].line, "bad-link", key=key, value=value[:80])
            return ""
        return value

    def email(self, table: Table, key: str) -> str:
        """An e-mail address."""
        value = self.text(table, key)
        if value and not _EMAIL.fullmatch(value):
            self.error(table.values[key].line, "bad-email", key=key, value=value[:80])
            return ""
        return value

    def place(self, table: Table, key: str) -> tuple[float, float] | None:
        """Latitude and longitude in degrees."""
        values = self.texts(table, key)
        if not values:
            return None
        try:
            latitude, longitude = (float(value) for value in values)
        except ValueError:
            latitude = longitude = float("nan")
        if -90 <= latitude <= 90 and -180 <= longitude <= 180:
            return latitude, longitude
        told = ", ".join(values)[:80]
        self.error(table.values[key].line, "bad-map", key=key, value=told)
        return None

    def attachments(self, table: Table, key: str) -> tuple[str, ...]:
        """Web addresses, or names of files inside the knowledge folder."""
        values = self.texts(table, key)
        usable = tuple(value for value in values if is_web_link(value) or _is_inside(value))
        for value in values:
            if value not in usable:
                self.error(table.values[key].line, "bad-attachment", key=key, value=value[:80])
        return usable


def _nearest(told: str, names: Collection[str], shown: str) -> str:
    """The name nearest to what was written: as files have it, or as clerks are shown it; or ""."""
    texts = Texts.load()
    spoken = {texts(f"{shown}{name}"): name for name in names if f"{shown}{name}" in texts}
    spoken |= {name: name for name in names}
    near = difflib.get_close_matches(told, spoken, n=1, cutoff=0.5)
    return spoken[near[0]] if near else ""


def _date_fault(value: str) -> str:
    if any(wrong_days(value)) or _ISO.fullmatch(value):
        return "bad-date.impossible"
    told = [one for one in find_dates(value, ANY_DAY) if one.precision is Precision.DAY]
    several = len(told) > 1 or any(one.first < one.last for one in told)
    return "bad-date.several" if several else "bad-date.unread"


def is_web_link(value: str) -> bool:
    """Whether it is a full http or https address without blanks."""
    if any(char.isspace() or char in '<>"\\' for char in value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return False


def _is_inside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ":" not in name and all(part not in ("", ".", "..") for part in parts)


def _fold(value: str) -> str:
    return " ".join(value.split())
