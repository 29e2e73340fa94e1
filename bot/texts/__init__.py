"""Every sentence the bot says, kept in one file per language."""

from bot.texts.catalogue import Texts, sentence

__all__ = ["Texts", "sentence"]
