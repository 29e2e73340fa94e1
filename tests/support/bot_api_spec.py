"""The published description of the Bot API, asked whether a call keeps to it."""

import json
import re
from functools import cache
from typing import Any

from tests.support.shared import SHARED

_LIMIT = re.compile(r"(\d+)-(\d+) (characters|bytes)(?! after)")
_ARRAY = "Array of "


@cache
def description() -> dict[str, Any]:
    """Methods and types; both empty when the description is not beside the project."""
    path = SHARED / "telegram" / "bot-api.json"
    if not path.exists():
        return {"methods": {}, "types": {}}
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def faults_of(method: str, parameters: dict[str, Any]) -> list[str]:
    """What the description has against this call; empty when it is absent."""
    known = description()["methods"]
    if not known:
        return []
    if method not in known:
        return [f"{method}: no such method"]
    return [f"{method}.{fault}" for fault in _faults(known[method].get("fields", []), parameters)]


def _faults(fields: list[dict[str, Any]], values: dict[str, Any]) -> list[str]:
    by_name = {field["name"]: field for field in fields}
    faults = [f"{name}: unknown" for name in values if name not in by_name]
    for name, field in by_name.items():
        if name in values:
            faults += [f"{name}{fault}" for fault in _value_faults(field, values[name])]
        elif field["required"]:
            faults.append(f"{name}: missing")
    return faults


def _value_faults(field: dict[str, Any], value: Any) -> list[str]:
    tried = [_type_faults(kind, value) for kind in field["types"]]
    best = min(tried, key=len)
    return best or _length_faults(field["description"], value)


def _length_faults(text: str, value: Any) -> list[str]:
    found = _LIMIT.search(text)
    if not found or not isinstance(value, str):
        return []
    low, high, unit = int(found[1]), int(found[2]), found[3]
    size = len(value.encode("utf-8", "surrogatepass")) if unit == "bytes" else len(value)
    return [] if low <= size <= high else [f": {size} {unit}, allowed {low}-{high}"]


def _type_faults(kind: str, value: Any) -> list[str]:
    if kind.startswith(_ARRAY):
        if not isinstance(value, list):
            return [f": {value!r} is no list"]
        inner = kind.removeprefix(_ARRAY)
        return [
            f"[{at}]{fault}" for at, item in enumerate(value) for fault in _type_faults(inner, item)
        ]
    if kind in _PLAIN:
        fits = isinstance(value, _PLAIN[kind]) and (kind == "Boolean" or value is not True)
        return [] if fits else [f": {value!r} is no {kind}"]
    return _object_faults(kind, value)


_PLAIN: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Boolean": bool,
    "String": str,
    "Float": (int, float),
    "InputFile": bytes,
}


def _object_faults(kind: str, value: Any) -> list[str]:
    shape = description()["types"][kind]
    if not isinstance(value, dict):
        return [f": {value!r} is no {kind}"]
    if shape.get("subtypes"):
        return min((_object_faults(sub, value) for sub in shape["subtypes"]), key=len)
    return [f".{fault}" for fault in _faults(shape.get("fields", []), value)]
