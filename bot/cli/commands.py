"""Every command by name; without one the bot runs."""

from functools import cache
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperGroup

from bot.texts import sentence

_PLACES = {  # name → module and function, or program of its own
    "ask": "asking.ask",
    "chat": "asking.chat",
    "evaluate": "evaluating.evaluate",
    "console": "review.console",
    "knowledge": "knowledge.app",
    "review": "review.app",
    "db": "database.app",
}

# On the wrong layout ข is "-" and ข้าว "-hk;": what is asked is no option that nobody knows.
_AS_TYPED = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


@cache
def _load(name: str) -> Any:
    module, _, inside = _PLACES[name].partition(".")
    found = getattr(import_module(f"bot.cli.{module}"), inside)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False)
        typed = _AS_TYPED if name == "ask" else None
        alone.command(name, help=sentence(f"cli.command.{name}"), context_settings=typed)(found)
        found = alone
    command = typer.main.get_command(found)
    command.name = name
    return command


class _LazyGroup(TyperGroup):
    """Loads each command when it is called: what the others need is half of a start."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = cast("Any", dict(_PLACES))  # for lists and suggestions of their names

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """The command of this name, if there is one."""
        return _load(cmd_name) if cmd_name in _PLACES else None


app = typer.Typer(
    cls=_LazyGroup,
    name="tham-wit",
    help=sentence("cli.help"),
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def run(context: typer.Context) -> None:
    """Run the bot, unless a command is named."""
    if context.invoked_subcommand is None:
        from bot.app import run as run_bot  # noqa: PLC0415  loads Telegram and the web server

        raise typer.Exit(run_bot())


def main() -> None:
    """Run the command named on the command line."""
    app()
