"""Fixtures for every test."""

import gc

import pytest
from hypothesis import settings

pytest_plugins = ["tests.support.databases"]

gc.set_threshold(50_000)  # as `run_bot.py` has it: most of what tests load stays as well

# The same examples on every run, however busy the machine is.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.hookimpl(tryfirst=True)  # before the runner reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a module on one core, and all that needs the PostgreSQL server on the same one.

    Modules that wait for a program come first, so that others fill the time.
    """
    waiting = {_module(item) for item in items if item.get_closest_marker("process")}
    items.sort(key=lambda item: _module(item) not in waiting)
    for item in items:
        served = item.get_closest_marker("postgres")
        item.add_marker(pytest.mark.xdist_group("postgres" if served else _module(item)))


def _module(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]
