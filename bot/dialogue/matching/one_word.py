"""A message that is but one word, "สมุนไพร", and the entries that go by it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from bot.dialogue.matching.subjects import is_named_by, known_names
from bot.dialogue.message.cues import content_words
from bot.knowledge.entries import Entry
from bot.search.query import Query
from bot.thai.normalise import normalised, squeeze, squeezed
from bot.thai.questions import Aspect

_LETTERS = 3  # fewer may be anything
_ASK_NOTHING = (Aspect.TOPIC, Aspect.WHAT)
_WHICH = "(?:(?:อะไร|ไร|ไหน|ใด)(?:บ้าง|มั่ง|มั้ง|มัง)?|บ้าง)"
TITLED, _KEYWORD, _QUESTION = range(3)


def topic_word(query: Query) -> str:
    """The only word of a message that asks nothing, if it names a matter and nobody; "" else.

    Or that asks but which there are: "มีทุนอะไรบ้าง".
    """
    words = content_words(query.terms)
    if query.aspect not in _ASK_NOTHING or len(words) != 1 or len(words[0]) < _LETTERS:
        return ""
    word, core = squeeze(words[0]), squeeze(query.core)
    alone = core == word or re.fullmatch(f"มี{re.escape(word)}{_WHICH}", core)
    named = known_names(query.clean) or query.places
    return word if alone and not (named or word.isascii() or word.isdecimal()) else ""


class EntryNames:
    """The entries of a base, to be looked up by a word that they go by."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries

    def lookup(self, word: str) -> dict[str, int]:
        """How surely each of the entries that go by a word does, see `called_by`."""
        holding = zip(self._entries.values(), self._letters, strict=True)
        places = ((one.id, called_by(one, word)) for one, letters in holding if word in letters)
        return {entry_id: place for entry_id, place in places if place is not None}

    @cached_property
    def _letters(self) -> Sequence[str]:
        """Those of all that each entry may go by, which are told in no time to lack a word."""
        every = self._entries.values()
        named = (" ".join((one.name_text, *one.questions, *one.facts)) for one in every)
        return squeezed(normalised([*named]))


def called_by(entry: Entry, word: str) -> int | None:
    """How surely an entry goes by a word, 0 by its title; None if it only mentions it."""
    if is_named_by(replace(entry, keywords=()), (word,)):
        return TITLED
    if is_named_by(entry, (word,)):
        return _KEYWORD
    asked = replace(entry, title=" ".join((*entry.questions, *entry.facts)), keywords=())
    return _QUESTION if is_named_by(asked, (word,)) else None
