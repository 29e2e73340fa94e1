"""Entry → the text of its file, in the house style; and writing files whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.knowledge.entries import Contact, Entry, Event, Person, Source

_UNFOLDED = 1_000_000  # Thai has few blanks: a folded line would break inside a sentence


def entry_text(entry: Entry) -> str:
    """The file of an entry; reading it back gives an equal entry (but for `path`)."""
    return f"---\n{yaml_text(front_matter(entry))}---\n\n{entry.body.strip()}\n"


def yaml_text(values: Mapping[str, Any]) -> str:
    """A table as YAML in the house style: two blanks for tables, dashes indented."""
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = _UNFOLDED
    yaml.representer.ignore_aliases = lambda _: True  # one date in two fields is no anchor
    stream = StringIO()
    yaml.dump(values, stream)
    return stream.getvalue()


def write_file(path: Path, content: str | bytes, *, durable: bool = True) -> None:
    """Write text (as UTF-8) or bytes; a reader sees the old file or the new one, never a half.

    Creates missing folders; on return the text is on disk, unless it need not be `durable`.
    Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    if durable:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename or removal in `folder` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def front_matter(entry: Entry) -> dict[str, Any]:
    """The fields of an entry that its file's head holds, in the order of the house."""
    return _filled(
        kind=str(entry.kind),
        title=entry.title,
        summary=entry.summary,
        questions=list(entry.questions),
        keywords=list(entry.keywords),
        published=entry.published,
        event=_event(entry.event) if entry.event else None,
        contact=_contact(entry.contact) if entry.contact else None,
        people=[_person(person) for person in entry.people],
        facts=dict(entry.facts),
        source=_source(entry.source),
        verified=entry.verified,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        status=str(entry.status),
        files=list(entry.files),
        photos=list(entry.photos),
        review=dict(entry.review),
    )


def _event(event: Event) -> dict[str, Any]:
    return _filled(
        start=event.start,
        end=event.end,
        time=event.time,
        venue=event.venue,
        province=event.province,
        organizer=event.organizer,
        cost=event.cost,
        map=list(event.map) if event.map else None,
    )


def _contact(contact: Contact) -> dict[str, Any]:
    return _filled(
        phones=list(contact.phones),
        fax=contact.fax,
        email=contact.email,
        address=contact.address,
        hours=contact.hours,
        website=contact.website,
        map=list(contact.map) if contact.map else None,
    )


def _person(person: Person) -> dict[str, str]:
    return _filled(name=person.name, role=person.role)


def _source(source: Source) -> dict[str, str]:
    return _filled(title=source.title, url=source.url)


def _filled(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
