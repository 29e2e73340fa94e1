"""A turn: a message that was searched for, and the conversation it stands in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.dialogue.context.new_words import new_words
from bot.dialogue.conversation import Conversation, known_entries
from bot.dialogue.replies import Reply
from bot.dialogue.selection.reranking import entries_of
from bot.knowledge.entries import Entry
from bot.search.query import Query
from bot.search.ranking import Match, Ranking


@dataclass(frozen=True)
class Turn:
    """A message that was searched for, and the conversation it stands in."""

    ranking: Ranking
    talk: Conversation
    today: date
    entries: Mapping[str, Entry]  # of the knowledge base, by id
    search_on_day: Callable[[str, date], Ranking]
    changed: Ranking | None = None  # the last question, of the year or place that is named now

    @property
    def query(self) -> Query:
        """What the message asks."""
        return self.ranking.query

    @cached_property
    def new_words(self) -> list[str]:
        """The words that name something beside what is talked about."""
        return new_words(self.query, self.talk)

    @cached_property
    def topic(self) -> Entry | None:
        """The entry that is talked about."""
        return self.entries.get(self.talk.topic)

    @cached_property
    def choices(self) -> list[Entry]:
        """The entries that were offered to choose from."""
        return known_entries(self.entries, self.talk.choices)

    @property
    def last_ranking(self) -> Ranking:
        """The last question, searched for again."""
        return self.search(self.talk.question)

    def as_follow_up(self, reply: Reply) -> Reply:
        """The reply, after which the last question stands and the message follows it up."""
        return reply.with_question(self.talk.question).with_follow_up(self.query.text)

    def entries_of(self, matches: Iterable[Match]) -> list[Entry]:
        """The entries that matches are of, in their order."""
        return entries_of(self.entries, matches)

    def search(self, text: str) -> Ranking:
        """What is found for another text on the same day."""
        return self.search_on_day(text, self.today)

    def first_of(self, ranking: Ranking) -> Entry | None:
        """The entry that was found first, if any was."""
        return next(iter(self.entries_of(ranking.matches[:1])), None)
