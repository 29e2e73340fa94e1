"""`review …`: what the bot could not answer, from the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

import typer

from bot.cli.database import opened_database
from bot.cli.terminal import moment, say, settings, stop, tell
from bot.desk.editions import Editions
from bot.desk.errors import RefusedError
from bot.desk.review.lessons import LessonKind
from bot.desk.review.review_queue import ReviewItem
from bot.desk.review.reviewing import Decision, Reviewing
from bot.desk.staff.console import Console
from bot.desk.staff.people import TERMINAL, People
from bot.dialogue.intents.emergencies import Danger
from bot.dialogue.replies import plain_text
from bot.settings import Settings
from bot.store.database import Database
from bot.texts import Texts, sentence
from bot.thai.dates import thai_date

app = typer.Typer(help=sentence("cli.review.help"), no_args_is_help=True)

Number = Annotated[int, typer.Argument(metavar="NUMBER", help=sentence("cli.review.number"))]
AnswerText = Annotated[str, typer.Argument(metavar="TEXT", help=sentence("cli.review.answer_text"))]


@dataclass(frozen=True, slots=True)
class _Room:
    review: Reviewing
    at: datetime

    def decision(self, number: int) -> Decision:
        """A decision on the item as it is now."""
        item = self.review.queue.item(number, self.at)
        if item is None:
            raise RefusedError(sentence("refused.review.no_number", number=number))
        return Decision(number, item.version, TERMINAL, self.at)


@contextmanager
def _store(chosen: Settings, at: datetime) -> Iterator[Database]:
    """The database of the settings; what is refused ends the command with its reason."""
    with opened_database(chosen) as database:
        database.upgrade(at)
        try:
            yield database
        except RefusedError as error:
            raise stop(str(error)) from error


@contextmanager
def _room() -> Iterator[_Room]:
    """The review queue of the store and the knowledge of the settings."""
    chosen = settings()
    at, texts = moment(chosen, None), Texts.load()
    with _store(chosen, at) as database:
        editions = Editions(chosen.knowledge_dir, chosen.taught, texts, chosen.index_dir)
        editions.reload(at)
        yield _Room(Reviewing(database, editions, chosen.taught), at)


def console() -> None:
    """Print a link into the console, for who sits at the machine of the running bot."""
    chosen = settings()
    at, texts = moment(chosen, None), Texts.load()
    with _store(chosen, at) as database:
        people = People(database, texts, chosen.admin_ids, chosen.staff_ids)
        say(Console(database, people, texts, chosen.web_address).printed_link(at))


@app.command("list", help=sentence("cli.review.list.help"))
def list_(
    limit: Annotated[
        int, typer.Option(min=1, max=500, help=sentence("cli.review.list.limit"))
    ] = 20,
) -> None:
    """What waits for an answer, what is asked most first."""
    with _room() as room:
        items = room.review.queue.pending(room.at, limit)
        for item in items:
            say(_told(item, room.at))
        tell(sentence("cli.review.list.all", count=room.review.queue.count()))


def _told(item: ReviewItem, now: datetime) -> str:
    last = thai_date(item.last_at.astimezone(now.tzinfo).date())
    told = sentence(
        "cli.review.list.item",
        number=item.id,
        question=item.sample,
        count=item.count,
        waiting=item.waiting,
        last=last,
    )
    near = (
        sentence("cli.review.list.near", entry=one.entry_id, title=one.title)
        for one in item.nearest
    )
    return "\n   ".join([told, *near])


@app.command(help=sentence("cli.review.teach.help"))
def teach(
    number: Number,
    entry: Annotated[str, typer.Argument(metavar="ID", help=sentence("cli.review.teach.entry"))],
) -> None:
    """Teach that an entry answers the question."""
    with _room() as room:
        taught = room.review.teach(room.decision(number), LessonKind.PHRASING, entry)
        reply = plain_text(taught.reply)
        say(sentence("cli.review.teach.done", told=taught.told, reply=reply))


@app.command(help=sentence("cli.review.answer.help"))
def answer(number: Number, text: AnswerText) -> None:
    """Teach a new answer."""
    with _room() as room:
        taught = room.review.teach(room.decision(number), LessonKind.ANSWER, text)
        say(sentence("cli.review.answer.done", entry=taught.entry_id, told=taught.told))


@app.command(help=sentence("cli.review.preview"))
def preview(number: Number, text: AnswerText) -> None:
    """Show what citizens would read; nothing is taught."""
    with _room() as room:
        say(plain_text(room.review.preview(room.decision(number), LessonKind.ANSWER, text)))


@app.command("tell", help=sentence("cli.review.tell.help"))
def tell_(number: Number, text: AnswerText) -> None:
    """Answer those who wait, and nobody else."""
    with _room() as room:
        taught = room.review.teach(room.decision(number), LessonKind.TOLD, text)
        say(sentence("cli.review.tell.done", told=taught.told))


@app.command(help=sentence("cli.review.emergency.help"))
def emergency(
    number: Number,
    danger: Annotated[
        Danger, typer.Argument(metavar="DANGER", help=sentence("cli.review.emergency.danger"))
    ],
) -> None:
    """Teach that the question reports an emergency."""
    with _room() as room:
        taught = room.review.teach(room.decision(number), LessonKind.EMERGENCY, danger)
        say(sentence("cli.review.emergency.done", reply=plain_text(taught.reply)))


@app.command(help=sentence("cli.review.dismiss.help"))
def dismiss(
    number: Number,
    note: Annotated[str, typer.Option(help=sentence("cli.review.dismiss.note"))] = "",
    days: Annotated[
        int, typer.Option(min=0, max=3660, help=sentence("cli.review.dismiss.days"))
    ] = 0,
) -> None:
    """Leave the question unanswered, for some days or for ever."""
    with _room() as room:
        until = room.at + timedelta(days=days) if days else None
        room.review.dismiss(room.decision(number), note, until)
        say(sentence("cli.review.dismiss.done"))


@app.command(help=sentence("cli.review.merge.help"))
def merge(
    number: Number,
    into: Annotated[int, typer.Argument(metavar="INTO", help=sentence("cli.review.merge.into"))],
) -> None:
    """Put the question to another item, which asks the same."""
    with _room() as room:
        room.review.merge(room.decision(number), into)
        say(sentence("cli.review.merge.done", number=into))


@app.command(help=sentence("cli.review.split.help"))
def split(
    number: Number,
    texts: Annotated[
        list[str], typer.Argument(metavar="TEXT", help=sentence("cli.review.split.texts"))
    ],
) -> None:
    """Make an item of its own of wordings that ask something else."""
    with _room() as room:
        made = room.review.split(room.decision(number), texts)
        say(sentence("cli.review.split.done", number=made))


@app.command(help=sentence("cli.review.undo.help"))
def undo(number: Number) -> None:
    """Take back what was taught, or that it was dismissed."""
    with _room() as room:
        room.review.undo(number, TERMINAL, room.at)
        say(sentence("cli.review.undo.done"))
