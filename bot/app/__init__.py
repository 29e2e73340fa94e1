"""The program as a whole: building it, running it, following the knowledge folder."""

from bot.app.building import build, run, system_clock
from bot.app.logs import set_up_logging
from bot.app.serving import App, StartError
from bot.app.watching import StableChange, describe

__all__ = [
    "App",
    "StableChange",
    "StartError",
    "build",
    "describe",
    "run",
    "set_up_logging",
    "system_clock",
]
