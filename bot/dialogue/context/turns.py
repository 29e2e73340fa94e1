"""A turn of the conversation, as the steps from the search on take it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.dialogue.components import Components
from bot.dialogue.context.new_words import new_words
from bot.dialogue.conversation import Conversation, known_entries
from bot.dialogue.replies import Reply
from bot.dialogue.selection.reranking import entries_of
from bot.knowledge.entries import Entry
from bot.search.passages.facts import FoundFact
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.search.ranking import Match, Ranking


@dataclass(frozen=True)
class Turn:
    """A message that was searched for, the conversation it stands in, and who answers it."""

    parts: Components
    ranking: Ranking
    talk: Conversation
    today: date
    changed: Ranking | None = None  # the last question, of the year or place that is named now

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The entries of the knowledge base, by id."""
        return self.parts.entries

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

    def search(self, text: str) -> Ranking:
        """What is found for another text on the same day."""
        return self.parts.retrieval.search(text, self.today)

    def search_about(self, entry: Entry, text: str) -> Ranking:
        """The same where the talk is about an entry."""
        return self.parts.retrieval.search_about(entry.id, text, self.today)

    def entries_of(self, matches: Iterable[Match]) -> list[Entry]:
        """The entries that matches are of, in their order."""
        return entries_of(self.entries, matches)

    def first_of(self, ranking: Ranking) -> Entry | None:
        """The entry that was found first, if any was."""
        return next(iter(self.entries_of(ranking.matches[:1])), None)

    def fact_of(self, entry: Entry, query: Query) -> FoundFact | None:
        """What an entry tells of what is asked."""
        return Quotes(query, self.today).of(entry).fact

    def answer(self, entry: Entry, asked: Ranking | None = None, *, strict: bool = False) -> Reply:
        """What an entry tells of what is asked, as a rule by the message; see `Answers.answer`."""
        return self.parts.answers.answer(entry, asked or self.ranking, self.today, strict=strict)

    def ask_which(self, found: list[Entry], asked: Ranking | None = None) -> Reply:
        """Which of these entries is meant?"""
        return self.parts.clarification.ask_which(found, asked or self.ranking, self.today)

    def as_follow_up(self, reply: Reply) -> Reply:
        """The reply, after which the last question stands and the message follows it up."""
        return reply.with_question(self.talk.question).with_follow_up(self.query.text)
