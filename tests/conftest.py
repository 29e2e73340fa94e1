"""Fixtures for every test."""

from hypothesis import settings

pytest_plugins = ["tests.support.databases"]

# The same examples on every run, however busy the machine is.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
