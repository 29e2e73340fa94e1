"""Every sentence the bot says, kept in one file per language."""

from bot.texts.catalogue import Texts

__all__ = ["Texts"]
