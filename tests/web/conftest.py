"""What the tests of the page share: a folder of knowledge that is served, and who looks at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.desk.editions import Editions
from bot.store.database import Database
from tests.web.chromium import launched
from tests.web.site import ADMIN, STAFF, make_editions, write_knowledge
from tests.web.visits import Visit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_knowledge(tmp_path / "knowledge", broken=True)


@pytest.fixture
def editions(folder: Path) -> Editions:
    return make_editions(folder)


@pytest.fixture
def staff(sqlite_database: Database, editions: Editions) -> Visit:
    """A clerk's browser."""
    return Visit(sqlite_database, editions, STAFF)


@pytest.fixture
def admin(sqlite_database: Database, editions: Editions) -> Visit:
    """An admin's browser."""
    return Visit(sqlite_database, editions, ADMIN)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real one."""
    with launched() as browser:
        yield browser
