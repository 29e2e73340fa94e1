"""A message that is but one word, "สมุนไพร", and the entries that go by it."""

from dataclasses import replace

from bot.dialogue.cues import own_words
from bot.dialogue.subjects import names_meant, names_subject
from bot.knowledge.entries import Entry
from bot.search.ranking import Query
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect

_LETTERS = 3  # fewer may be anything
TITLED, _KEYWORD, _QUESTION = range(3)


def topic_word(query: Query) -> str:
    """The only word of a message that asks nothing, if it names a matter and nobody; "" else."""
    own = own_words(query.terms)
    if query.aspect is not Aspect.TOPIC or len(own) != 1 or len(own[0]) < _LETTERS:
        return ""
    word = squeeze(own[0])
    alone = word == squeeze(query.core)
    named = names_meant(query.clean) or Names.load().places_in(query.clean)
    return word if alone and not (named or word.isascii() or word.isdecimal()) else ""


def called_by(entry: Entry, word: str) -> int | None:
    """How surely an entry goes by a word, 0 by its title; None if it only mentions it."""
    if names_subject(replace(entry, keywords=()), (word,)):
        return TITLED
    if names_subject(entry, (word,)):
        return _KEYWORD
    asked = replace(entry, title=" ".join((*entry.questions, *entry.facts)), keywords=())
    return _QUESTION if names_subject(asked, (word,)) else None
