"""`ask --explain`: how a question was understood and why it was answered so, for anybody."""

from collections.abc import Iterator

from bot.cli.loading import Opened
from bot.dialogue.conversation import Question
from bot.dialogue.lists.scopes import scope_of
from bot.dialogue.presentation.cards import is_long
from bot.dialogue.replies import Outcome, Reply, plain_text
from bot.knowledge.entries import Entry, Kind
from bot.search.constraints import constraints_of, unmet
from bot.search.finding import thresholds_of
from bot.search.passages.quoting import quote
from bot.search.query import Query
from bot.search.ranking import Match, Ranking
from bot.thai.dates import thai_range
from bot.thai.normalise import normalise

_SHOWN = 5
_COUNTS = 0.5  # worth of a word that says anything about the subject


def explain(bot: Opened, text: str) -> str:
    """Everything that led to the reply, in plain Thai, and the reply itself."""
    reply = bot.responder.respond(Question(text, bot.at))
    lines = [bot.texts("explain.typed", text=text)]
    if reply.ranking is None:
        lines += _without_search(bot, text)
    else:
        lines += [*_understood(bot, reply.ranking.query), *_found(bot, reply.ranking)]
    lines += [*_decided(bot, reply), "", plain_text(reply), ""]
    return "\n".join(lines)


def _without_search(bot: Opened, text: str) -> Iterator[str]:
    """That nothing was searched for; of a list, which days, place and office were understood."""
    yield bot.texts("explain.no_search")
    scope = scope_of(normalise(text), bot.today)
    if scope is None:
        return
    days = thai_range(scope.first, scope.last) if scope.first and scope.last else ""
    told = ({"days": days} if days else {}) | scope.named
    parts = [bot.texts(f"explain.scopes.{key}", value=value) for key, value in told.items()]
    yield bot.texts("explain.listed", scope=" · ".join(parts) or bot.texts("explain.scopes.all"))


def _understood(bot: Opened, query: Query) -> Iterator[str]:
    yield bot.texts("explain.understood", text=query.clean)
    for before, after in query.repairs:
        yield bot.texts("explain.repaired", before=before, after=after)
    if query.variants:
        yield bot.texts("explain.variants", words=" · ".join(query.variants))
    yield bot.texts("explain.terms", words=" · ".join(query.terms) or "-")
    yield bot.texts("explain.aspect", aspect=bot.texts(f"explain.aspects.{query.aspect}"))


def _found(bot: Opened, ranking: Ranking) -> Iterator[str]:
    yield bot.texts("explain.found", count=len(ranking.matches))
    yield from _counted(bot, ranking)
    for place, match in enumerate(ranking.matches[:_SHOWN], 1):
        yield _match(bot, place, match)
        if other := _of_another(bot, ranking.query, match):
            yield bot.texts("explain.of_another", place=place, marks=other)
    yield from _sureness(bot, ranking)
    if ranking.reason:
        yield bot.texts("explain.reason", reason=ranking.reason)


def _counted(bot: Opened, ranking: Ranking) -> Iterator[str]:
    """The words that count: those that the first entry holds, and those that it does not."""
    words = [word for word in ranking.words if word.worth >= _COUNTS]
    held = [word.text for word in words if word.is_met]
    missing = [word.text for word in words if not word.is_met]
    yield bot.texts("explain.held", words=" · ".join(held) or "-")
    if missing:
        yield bot.texts("explain.missing", words=" · ".join(missing))


def _sureness(bot: Opened, ranking: Ranking) -> Iterator[str]:
    """How sure the search is, what it takes to answer, and where that was found out."""
    needed, first = thresholds_of(bot.index), ranking.matches[:1]
    kind = bot.knowledge.entries[first[0].entry_id].kind if first else Kind.NEWS
    yield bot.texts(
        "explain.sure",
        percent=round(100 * ranking.probability),
        among=round(100 * ranking.among),
        verdict=bot.texts(f"explain.verdicts.{ranking.verdict}"),
        sure=round(100 * needed.needed(kind)),
        unsure=round(100 * needed.unsure),
    )
    if needed.tried:
        yield bot.texts("explain.tried", tried=needed.tried, answered=needed.answered)


def _match(bot: Opened, place: int, match: Match) -> str:
    return bot.texts(
        "explain.match",
        place=place,
        score=f"{match.score:.2f}",
        title=bot.knowledge.entries[match.entry_id].title,
        entry=match.entry_id,
        part=bot.texts(f"explain.parts.{match.passage.part}"),
        passage=" ".join(match.passage.text.split()),
    )


def _of_another(bot: Opened, query: Query, match: Match) -> str:
    """The years, places and agencies asked for of which an entry does not tell."""
    number = bot.index.ids.index(match.entry_id)
    ways_unmet = unmet(bot.index, number, constraints_of(query), day=query.wants_day)
    return " · ".join(ways[0] for ways in ways_unmet)


def _decided(bot: Opened, reply: Reply) -> Iterator[str]:
    if reply.entry and reply.outcome is Outcome.ANSWER:
        title = bot.knowledge.entries[reply.entry].title
        yield bot.texts("explain.from_entry", title=title, entry=reply.entry)
    else:
        yield bot.texts("explain.outcome", outcome=bot.texts(f"outcomes.{reply.outcome}"))
    if reply.answer:
        yield bot.texts("explain.answer", answer=reply.answer)
    if reply.entry and reply.ranking and reply.outcome is Outcome.ANSWER:
        yield from _quoted(bot, bot.knowledge.entries[reply.entry], reply.ranking.query)


def _quoted(bot: Opened, entry: Entry, query: Query) -> Iterator[str]:
    """Where in the entry the reply was read."""
    told = quote(entry, query, bot.today)
    if told.fact:
        yield bot.texts("explain.stated" if told.fact.stated else "explain.read")
    if told.passages and is_long(entry):
        yield bot.texts("explain.quoted", count=len(told.passages))
