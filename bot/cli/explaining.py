"""`ask --explain`: how a question was understood and why it was answered so, for anybody."""

from collections.abc import Iterator

from bot.cli.opening import Opened
from bot.dialogue.conversation import Question
from bot.dialogue.followups import missing_from, own_words
from bot.dialogue.replies import Reply, plain_text
from bot.search.ranking import Match, Query, Ranking

_SHOWN = 5


def explain(bot: Opened, text: str) -> str:
    """Everything that led to the reply, in plain Thai, and the reply itself."""
    reply = bot.responder.respond(Question(text, bot.at))
    lines = [bot.texts("explain.typed", text=text)]
    if reply.ranking is None:
        lines.append(bot.texts("explain.no_search"))
    else:
        lines += [*_understood(bot, reply.ranking.query), *_found(bot, reply.ranking)]
    lines += [*_decided(bot, reply), "", plain_text(reply), ""]
    return "\n".join(lines)


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
    yield bot.texts(
        "explain.sure",
        percent=round(100 * ranking.probability),
        verdict=bot.texts(f"explain.verdicts.{ranking.verdict}"),
    )
    if ranking.reason:
        yield bot.texts("explain.reason", reason=ranking.reason)


def _counted(bot: Opened, ranking: Ranking) -> Iterator[str]:
    """The words of the question that stand in the first entry, and those that do not."""
    words = own_words(ranking.query.terms)
    if not ranking.matches or not words:
        return
    missing = missing_from(bot.knowledge.entries[ranking.matches[0].entry_id], words)
    held = [word for word in words if word not in missing]
    yield bot.texts("explain.held", words=" · ".join(held) or "-")
    if missing:
        yield bot.texts("explain.missing", words=" · ".join(missing))


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


def _decided(bot: Opened, reply: Reply) -> Iterator[str]:
    yield bot.texts("explain.outcome", outcome=bot.texts(f"explain.outcomes.{reply.outcome}"))
    if reply.answer:
        yield bot.texts("explain.answer", answer=reply.answer)
