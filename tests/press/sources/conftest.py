"""The parsers without their process."""

import json
from typing import Any

import pytest

from bot.press.sources import documents, parser_child


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What parsers make of a file; that a child runs them, and how it ends, has other tests."""

    def parse(kind: str, data: bytes, url: str = "") -> dict[str, Any]:
        found: dict[str, Any] = json.loads(json.dumps(parser_child._parsed(kind, data, url)))
        return found

    monkeypatch.setattr(documents, "parse", parse)
