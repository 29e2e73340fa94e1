"""A small desk: five entries, a database, and everything that works on them."""

from pathlib import Path

import pytest

from bot.desk.editions import Editions
from bot.texts import Texts
from tests.desk.builders import write_topics
from tests.support.moments import AT


@pytest.fixture(scope="session")
def texts() -> Texts:
    """What the bot says."""
    return Texts.load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge folder with five entries."""
    write_topics(tmp_path / "knowledge")
    return tmp_path / "knowledge"


@pytest.fixture
def editions(folder: Path, texts: Texts) -> Editions:
    """The five entries, served."""
    editions = Editions(folder, folder / "taught", texts)
    assert editions.reload(AT).swapped
    return editions
