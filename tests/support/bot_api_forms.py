"""How calls to the Bot API are written down: names, forms, and the types of their values."""

import json
from typing import Any

from tests.support import bot_api_spec

_TEXTS = {
    "inline_query_id", "text", "callback_query_id", "url", "parse_mode", "name", "description",
    "language_code", "short_description", "caption", "phone_number", "first_name", "title",
    "address", "secret_token", "action",
}  # fmt: skip


def method_named(name: str) -> str:
    """The method's own spelling: Telegram does not mind the case of letters."""
    known = {method.lower(): method for method in bot_api_spec.description()["methods"]}
    return known.get(name.lower(), "") if known else name


def typed(method: str, name: str, raw: Any) -> Any:
    """A parameter as the type that the description gives it; files stay as they are."""
    if isinstance(raw, bytes):
        return raw
    fields = bot_api_spec.description()["methods"].get(method, {}).get("fields", [])
    kinds = next((field["types"] for field in fields if field["name"] == name), None)
    if kinds == ["String"] or (kinds is None and name in _TEXTS):
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        return raw
