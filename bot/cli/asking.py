"""`ask` and `chat`: the bot without any transport."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter
from typing import Annotated, Any

import typer

from bot.cli.explaining import explain
from bot.cli.loading import Opened, opened
from bot.cli.terminal import KnowledgeOption, TodayOption, say
from bot.dialogue.conversation import Conversation, Question, Verb
from bot.dialogue.replies import Choice, Reply, plain_text
from bot.search import rank
from bot.texts import sentence

_LEAVE = frozenset(("ออก", "เลิก", "exit", "quit", "q"))


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One question of a run; `fault` says why the line is none."""

    text: str
    id: object = None
    fault: str = ""


def ask(
    question: Annotated[list[str] | None, typer.Argument(help=sentence("cli.ask.question"))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=sentence("cli.ask.json"))] = False,
    explained: Annotated[bool, typer.Option("--explain", help=sentence("cli.ask.explain"))] = False,
    knowledge: KnowledgeOption = None,
    today: TodayOption = None,
) -> None:
    """Answer once; every question begins anew."""
    bot = opened(knowledge, today)
    lines = [AskedLine(" ".join(question))] if question else _read_lines(sys.stdin.buffer, as_json)
    for line in lines:
        if as_json:
            say(json.dumps(_answered(bot, line), ensure_ascii=False))
        elif explained:
            say(explain(bot, line.text))
        else:
            say(_shown(bot.responder.respond(Question(line.text, bot.at))))


def _read_lines(stream: Iterable[bytes], keep_blank: bool) -> Iterator[AskedLine]:
    """Questions as they come: plain text, or JSON objects with `question` and maybe `id`."""
    for raw in stream:
        text = raw.decode("utf-8", "replace").removeprefix("\ufeff").strip("\r\n")
        if text.lstrip().startswith("{"):
            yield _json_line(text)
        elif text.strip() or keep_blank:
            yield AskedLine(text)


def _json_line(text: str) -> AskedLine:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        return AskedLine(text, fault=f"not valid JSON: {error}")
    if not isinstance(said.get("question"), str):
        return AskedLine(text, said.get("id"), 'no text under "question"')
    return AskedLine(said["question"], said.get("id"))


def _answered(bot: Opened, line: AskedLine) -> dict[str, Any]:
    """The object of one answer, as promised to scripts and evaluations."""
    if line.fault:
        return {"id": line.id, "question": line.text, "outcome": "error", "error": line.fault}
    started = perf_counter()
    reply = bot.responder.respond(Question(line.text, bot.at))
    spent = 1000 * (perf_counter() - started)
    ranking = reply.ranking or rank(bot.index, line.text, today=bot.today)
    return {
        "id": line.id,
        "question": line.text,
        "outcome": reply.outcome,
        "entry": reply.entry,
        "answer": reply.answer,
        "text": plain_text(reply),
        "choices": [
            {"label": choice.label, "entry": choice.action.argument}
            for choice in reply.choices
            if choice.action.verb is Verb.PICK
        ],
        "probability": round(ranking.probability, 4),
        "matches": [
            {
                "entry": match.entry_id,
                "title": bot.knowledge.entries[match.entry_id].title,
                "score": round(match.score, 4),
                "passage": match.passage.text,
            }
            for match in ranking.matches
        ],
        "understood": ranking.query.clean,
        "aspect": ranking.query.aspect,
        "ms": round(spent, 3),
    }


def _shown(reply: Reply) -> str:
    """A reply as people read it in a terminal, buttons numbered."""
    buttons = "".join(f"\n  [{n}] {one.label}" for n, one in enumerate(reply.choices, 1))
    return f"{plain_text(reply)}{buttons}\n"


def chat(knowledge: KnowledgeOption = None, today: TodayOption = None) -> None:
    """Talk at the terminal; a number presses a button."""
    bot = opened(knowledge, today)
    say(bot.texts("terminal.greeting"))
    talk, at = Conversation(), bot.at
    choices: tuple[Choice, ...] = ()
    for text in _typed(bot.texts("terminal.prompt")):
        started = perf_counter()
        reply = _turn(bot, text, talk, choices, at)
        at += timedelta(seconds=perf_counter() - started)
        talk, choices = reply.conversation, reply.choices
        say(f"\n{_shown(reply)}")
    say(bot.texts("terminal.bye"))


def _turn(
    bot: Opened, text: str, talk: Conversation, choices: tuple[Choice, ...], at: datetime
) -> Reply:
    pressed = text.strip("[] ")
    if pressed.isascii() and pressed.isdigit() and 1 <= int(pressed) <= len(choices):
        return bot.responder.perform(choices[int(pressed) - 1].action, talk, at)
    return bot.responder.respond(Question(text, at, talk))


def _typed(prompt: str) -> Iterator[str]:
    """Lines until the person leaves."""
    while True:
        sys.stdout.write(f"{prompt}: ")
        sys.stdout.flush()
        raw = sys.stdin.buffer.readline()
        text = raw.decode("utf-8", "replace").strip()
        if not raw or text.lower() in _LEAVE:
            return
        yield text
