"""The sentences of one language, looked up by a dotted key."""

import string
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Self

from ruamel.yaml import YAML

_FORMATTER = string.Formatter()


class Texts:
    """The sentences of one language; call it with a key and the values of its placeholders."""

    def __init__(self, sentences: Mapping[str, str], language: str = "th") -> None:
        self._sentences = dict(sentences)
        self.language = language

    @classmethod
    @cache
    def load(cls, language: str = "th") -> Self:
        """The texts shipped for `language`, in Thai where it has none.

        FileNotFoundError for a language that is not shipped.
        """
        return cls({**_shipped("th"), **_shipped(language)}, language)

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence at `key` with its placeholders filled.

        KeyError for an unknown key or a placeholder without a value.
        """
        return self._sentences[key].format(**values)

    def __contains__(self, key: object) -> bool:
        return key in self._sentences

    def __iter__(self) -> Iterator[str]:
        return iter(self._sentences)

    def source(self, key: str) -> str:
        """The sentence at `key` with its placeholders unfilled. KeyError for an unknown key."""
        return self._sentences[key]

    def placeholders(self, key: str) -> frozenset[str]:
        """The names that `key` needs values for."""
        return frozenset(name for _, name, _, _ in _FORMATTER.parse(self._sentences[key]) if name)


def sentence(key: str, /, **values: object) -> str:
    """The Thai sentence at `key`: how staff, admins and whoever runs the bot are spoken to.

    KeyError as for `Texts`.
    """
    return Texts.load()(key, **values)


@cache
def _shipped(language: str) -> Mapping[str, str]:
    source = files("bot.texts").joinpath(f"{language}.yaml").read_text("utf-8")
    return dict(_flat(YAML(typ="safe").load(source)))


def _flat(tree: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Nested sections as (dotted key, sentence); anything but text inside is a TypeError."""
    for name, value in tree.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{key}.")
        elif isinstance(value, str):
            yield key, value.rstrip("\n")
        else:
            raise TypeError(f"{key}: {value!r} is not a text")
