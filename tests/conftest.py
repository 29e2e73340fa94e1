"""Fixtures for every test."""

import gc
import itertools
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from bot.knowledge.taught import must_refuse
from tests.support.fake_bot_api import FakeBotApi
from tests.support.running_bot import RunningBot
from tests.support.telegram_people import Person

pytest_plugins = ["tests.support.databases", "tests.support.entry_folder"]

gc.set_threshold(50_000)  # most of what tests load stays, as in `run_bot.py`

# The same examples on every run, however busy the machine is.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("steady")


_NUMBERS = itertools.count(1_001)  # of citizens
_WAITING = ("browser", "process")  # a module that needs both starts programs
_LONG = ("tests/telegram_ui/", "tests/desk/")  # their modules take longest


@pytest.fixture(scope="session", autouse=True)
def few_to_refuse() -> Iterator[None]:
    """Lessons and drafts are tried on eight questions that must be refused, not on all of them."""
    few = must_refuse()[:8]
    with pytest.MonkeyPatch.context() as patch:
        for module in ("bot.desk.review.lessons", "bot.desk.editorial.previews"):
            if module in sys.modules:
                patch.setattr(f"{module}.must_refuse", lambda: few)
        yield


@pytest.fixture(scope="module")
def api() -> Iterator[FakeBotApi]:
    """A Telegram for all tests of a module, whose rules nobody breaks."""
    with FakeBotApi() as served:
        yield served
        assert served.violations == []


@pytest.fixture(scope="module")
def bot(api: FakeBotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBot]:
    """The program as people start it, for all tests of a module."""
    with RunningBot(api, tmp_path_factory.mktemp("home")).hurried() as running:
        yield running


@pytest.fixture
def person(bot: RunningBot, api: FakeBotApi) -> Person:
    """A citizen nobody has met before."""
    return Person(api, next(_NUMBERS))


@pytest.hookimpl(tryfirst=True)  # before the runner reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a module on one core, and all that needs one server, or starts programs, on the same.

    Modules that wait for a program or a browser come first, so that others fill the time, and
    long ones next, so that no core is left with one at the end.
    """
    waiting = {
        _module(item): mark for mark in _WAITING for item in items if item.get_closest_marker(mark)
    }
    items.sort(key=lambda item: (_module(item) not in waiting, not _module(item).startswith(_LONG)))
    for item in items:
        module = _module(item)
        group = "process" if waiting.get(module) == "process" else module
        served = item.get_closest_marker("postgres")
        item.add_marker(pytest.mark.xdist_group("postgres" if served else group))


def pytest_collection_finish() -> None:
    """What is loaded by now stays: no look for garbage need go through it."""
    gc.freeze()


def _module(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]
