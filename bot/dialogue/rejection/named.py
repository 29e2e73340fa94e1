"""Who is named in a question: the people that the entries of one knowledge base tell of."""

from collections.abc import Iterable, Mapping

from bot.dialogue.subjects import letters_of
from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.search.ranking import Query
from bot.thai.dictionary import thai_words
from bot.thai.normalise import normalise, squeeze

_SHORTEST = 5  # letters; a shorter name may be a piece of another word


class People:
    """The given names by which people are asked for, as far as they are no words."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        people = (person for one in entries.values() for person in one.people)
        given = {squeeze(normalise(given_name(person.name))) for person in people}
        self._names = {name for name in given - thai_words() if len(name) >= _SHORTEST}

    def are_missing(self, entry: Entry, query: Query) -> bool:
        """Whether a question names people, and the entry none of them."""
        named = self._named(query)
        return bool(named) and not _tells(entry, named)

    def of_whom(self, entries: list[Entry], query: Query) -> list[Entry]:
        """The entries that tell of who is named; all of them where nobody is, or none tells."""
        named = self._named(query)
        return [one for one in entries if _tells(one, named)] or entries if named else entries

    def _named(self, query: Query) -> list[str]:
        letters = squeeze(query.clean)
        return [name for name in self._names if name in letters]


def _tells(entry: Entry, names: Iterable[str]) -> bool:
    letters = letters_of(entry)
    return any(name in letters for name in names)
