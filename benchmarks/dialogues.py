"""Play whole conversations turn by turn, and count the turns that went as expected.

    python -m benchmarks.dialogues DIALOGUES.jsonl KNOWLEDGE_FOLDER

A line holds `id`, `today` and `turns`; a turn holds `user` and `expect` with `act`, `article` and
`answers`. Prints every turn: what was expected of it, and what came.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from benchmarks.corpora import read_lines
from bot.dialogue.conversation import Conversation, Question
from bot.dialogue.matching.stories import Stories
from bot.dialogue.replies import ANSWERED, Outcome, Reply, plain_text
from bot.dialogue.responder import Responder
from bot.knowledge.entries import Entry
from bot.knowledge.files import load_folder
from bot.search import Index
from bot.texts import Texts

_ACTS = {
    "answer": ANSWERED,
    "contact": ANSWERED,
    "events": ANSWERED,
    "clarify": frozenset((Outcome.CHOICES,)),
    "greet": frozenset((Outcome.SMALLTALK, Outcome.MENU)),
    "thanks": frozenset((Outcome.SMALLTALK,)),
    "no_answer": frozenset((Outcome.NO_ANSWER,)),
}
_DASH = re.compile(" ?[–-] ?")
_SHOWN = 110  # characters of a reply


@dataclass(frozen=True, slots=True)
class Played:
    """A turn with its reply, and what was expected and did not come."""

    user: str
    expect: dict[str, Any]
    reply: Reply
    misses: tuple[str, ...]


def play(
    responder: Responder, dialogue: dict[str, Any], entries: Mapping[str, Entry]
) -> Iterator[Played]:
    """The turns of one conversation, each building on those before."""
    at = datetime.combine(datetime.fromisoformat(dialogue["today"]), time(12), UTC)
    talk = Conversation()
    for turn in dialogue["turns"]:
        reply = responder.respond(Question(turn["user"], at, talk))
        talk = Conversation.from_dict(reply.conversation.to_dict())
        yield Played(
            turn["user"], turn["expect"], reply, tuple(missing(turn["expect"], reply, entries))
        )


def missing(expect: dict[str, Any], reply: Reply, entries: Mapping[str, Entry]) -> Iterator[str]:
    """What a turn expects of a reply and does not find: the act, the article, a gold span.

    An entry of ours that tells the same story, or was written from it, is as good as the article.
    """
    if reply.outcome not in _ACTS[expect["act"]]:
        yield "act"
    article = entries.get(Path(expect["article"] or "").stem)
    if article and reply.entry:
        good = {article.id, *Stories(entries).same_story(article.id), *_of_source(article, entries)}
        if reply.entry not in good:
            yield "article"
    text = _folded(plain_text(reply))
    golds = [_folded(answer) for answer in expect["answers"]]
    if golds and not any(gold in text for gold in golds):
        yield "span"


def _of_source(article: Entry, entries: Mapping[str, Entry]) -> Iterator[str]:
    url = article.source.url
    yield from (one.id for one in entries.values() if url and one.source.url == url)


def _folded(text: str) -> str:
    return _DASH.sub("-", " ".join(text.split()))


def report(dialogue: dict[str, Any], played: list[Played]) -> Iterator[str]:
    """A conversation as lines to read."""
    yield f"{dialogue['id']} ({dialogue['today']})"
    for turn in played:
        mark = "✗ " + ", ".join(turn.misses) if turn.misses else "✓"
        wanted = f"{turn.expect['act']} {turn.expect['article'] or ''} {turn.expect['answers'][:1]}"
        yield f"  {turn.user}\n      {mark} · expected {wanted}"
        told = turn.reply.answer or _folded(plain_text(turn.reply))
        yield f"      got {turn.reply.outcome} {turn.reply.entry or ''} · {told[:_SHOWN]}"


def main() -> None:
    """Play all conversations of a file over a knowledge folder."""
    knowledge = load_folder(Path(sys.argv[2])).knowledge
    responder = Responder(knowledge, Index.build(knowledge), Texts.load())
    turns: list[Played] = []
    for dialogue in read_lines(Path(sys.argv[1])):
        played = list(play(responder, dialogue, knowledge.entries))
        print("\n".join(report(dialogue, played)))
        turns += played
    right = sum(not turn.misses for turn in turns)
    print(f"{right} of {len(turns)} turns as expected ({100 * right / max(len(turns), 1):.1f} %)")


if __name__ == "__main__":
    main()
