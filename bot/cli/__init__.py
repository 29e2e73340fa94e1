"""The command line: run the bot, ask it, and look after its knowledge, reviews and store."""

from bot.cli.commands import main

__all__ = ["main"]
