"""`db …`: the store."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import moment, say, settings, stop, tell
from bot.settings import Settings
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.files import make_key
from bot.texts import sentence

app = typer.Typer(help=sentence("cli.db.help"), no_args_is_help=True)


@app.command(help=sentence("cli.db.upgrade.help"))
def upgrade() -> None:
    """Bring the tables up to date; the file as it was is kept."""
    chosen = settings()
    with opened_database(chosen) as database:
        database.upgrade(moment(chosen, None))
    say(sentence("cli.db.upgrade.done"))


@app.command(help=sentence("cli.db.backup.help"))
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help=sentence("cli.db.backup.target"))],
) -> None:
    """Copy the database into one file and check it."""
    with opened_database(settings()) as database:
        database.backup(target)
    say(sentence("cli.db.backup.done", target=target))


@app.command(help=sentence("cli.db.restore.help"))
def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help=sentence("cli.db.restore.source"))],
    key: Annotated[Path | None, typer.Option("--key", help=sentence("cli.db.restore.key"))] = None,
) -> None:
    """Put a backup in the place of the database, which is kept beside it."""
    from bot.desk.operations.backups import restore as put_back  # noqa: PLC0415  loads the search

    chosen = settings()
    at = moment(chosen, None)
    try:
        url = chosen.database_url.get_secret_value()
        done = put_back(url, source, chosen.backup_dir, at, key=key)
    except StoreError as error:
        raise stop(str(error)) from error
    say(sentence("cli.db.restore.done", source=source))
    if done.kept_as:
        say(sentence("cli.db.restore.kept", path=done.kept_as))
    if done.forgotten:
        say(sentence("cli.db.restore.forgotten", count=done.forgotten))


@app.command(help=sentence("cli.db.key.help"))
def key(
    target: Annotated[Path, typer.Argument(metavar="FILE", help=sentence("cli.db.key.target"))],
) -> None:
    """Write a new key of encrypted backups; print what BACKUP_RECIPIENT is set to."""
    try:
        recipient = make_key(target)
    except StoreError as error:
        raise stop(str(error)) from error
    say(f"BACKUP_RECIPIENT={recipient}")
    tell(sentence("cli.db.key.done", target=target))


@app.command(help=sentence("cli.db.check.help"))
def check() -> None:
    """Check that the database is whole and can be used."""
    with opened_database(settings()) as database:
        faults = database.check()
    if faults:
        raise stop("\n".join(faults))
    say(sentence("cli.db.check.done"))


@contextmanager
def opened_database(chosen: Settings) -> Iterator[Database]:
    """The database of the settings; a fault of it ends the command with its reason."""
    try:
        with closing(Database(chosen.database_url.get_secret_value())) as database:
            yield database
    except StoreError as error:
        raise stop(str(error)) from error
