"""`evaluate`: how well questions with known articles are answered, and others refused."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import typer

from bot.cli.loading import Opened, opened
from bot.cli.terminal import KnowledgeOption, TodayOption, say, stop
from bot.dialogue.conversation import Question, Verb
from bot.dialogue.replies import ANSWERED, plain_text
from bot.search import rank
from bot.search.evaluation import Answered
from bot.search.evaluation import evaluate as evaluate_all
from bot.texts import sentence

FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE.jsonl", help=sentence("cli.evaluate.file"))
]


def evaluate(
    file: FileArgument,
    knowledge: KnowledgeOption = None,
    today: TodayOption = None,
    as_json: Annotated[bool, typer.Option("--json", help=sentence("cli.evaluate.json"))] = False,
) -> None:
    """Measure what is answered right and wrong and what is refused, with a file of questions."""
    questions = list(_read(file))
    bot = opened(knowledge, today)
    report = evaluate_all(questions, lambda question: _ask(bot, question))
    if as_json:
        say(json.dumps(asdict(report), ensure_ascii=False))
    else:
        say("\n".join(report.lines()))


def _read(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a questions file; a bad line ends the command with its number."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise stop(sentence("cli.evaluate.unread", file=file, why=error)) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _object(line, sentence("cli.evaluate.line", file=file, number=number))


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        read = json.loads(line)
    except ValueError as error:
        raise stop(sentence("cli.evaluate.no_json", place=place, why=error)) from error
    if not isinstance(read, dict) or not isinstance(read.get("question"), str):
        raise stop(sentence("cli.evaluate.no_question", place=place))
    return read


def _ask(bot: Opened, question: str) -> Answered:
    started = perf_counter()
    reply = bot.responder.respond(Question(question, bot.at))
    spent = 1000 * (perf_counter() - started)
    ranking = reply.ranking or rank(bot.index, question, today=bot.today)
    return Answered(
        entry=reply.entry if reply.outcome in ANSWERED else None,
        text=plain_text(reply),
        matches=tuple(match.entry_id for match in ranking.matches),
        offered=tuple(one.action.argument for one in reply.choices if one.action.verb is Verb.PICK),
        ms=spent,
    )
