"""One file's front matter and body → Entry."""

from dataclasses import fields

from bot.knowledge.entries import UNKNOWN_DAY, Contact, Entry, Event, Kind, Person, Source, Status
from bot.knowledge.fields import FieldReader, is_web_link
from bot.knowledge.frontmatter import Document
from bot.knowledge.nodes import Table, Text
from bot.knowledge.persons import people_in

ENTRY_KEYS = (
    "id",
    "kind",
    "title",
    "summary",
    "questions",
    "keywords",
    "published",
    "event",
    "contact",
    "people",
    "facts",
    "source",
    "verified",
    "valid_from",
    "valid_until",
    "status",
    "files",
    "photos",
    "review",
)
_UNKNOWN = frozenset({UNKNOWN_DAY, "ไม่รู้", "ไม่ระบุ", "unknown"})
_EVENT_KEYS = tuple(one.name for one in fields(Event))
_CONTACT_KEYS = tuple(one.name for one in fields(Contact))


def read_entry(document: Document, entry_id: str, reader: FieldReader) -> Entry:
    """The entry of a document; every fault goes to `reader.problems`."""
    head = document.head
    reader.known(head, ENTRY_KEYS)
    _check_id(head, entry_id, reader)
    return Entry(
        id=entry_id,
        title=_title(head, reader),
        body=_body(document, reader),
        kind=reader.choice(head, "kind", Kind.NEWS, Kind.NEWS, "staff.kinds."),
        summary=reader.text(head, "summary"),
        questions=reader.texts(head, "questions"),
        keywords=reader.texts(head, "keywords"),
        facts=reader.facts(head, "facts"),
        event=_event(head, reader),
        contact=_contact(head, reader),
        people=_people(head, reader),
        source=_source(head, reader),
        published=reader.date(head, "published"),
        verified=reader.date(head, "verified"),
        valid_from=reader.date(head, "valid_from"),
        valid_until=reader.date(head, "valid_until"),
        status=reader.choice(head, "status", Status.PUBLISHED, Status.DRAFT),
        files=reader.attachments(head, "files"),
        photos=reader.attachments(head, "photos"),
        review=reader.facts(head, "review"),
    )


def _check_id(head: Table, entry_id: str, reader: FieldReader) -> None:
    named = reader.text(head, "id")
    if named and named != entry_id:
        reader.error(head.values["id"].line, "id-differs", named=named, entry=entry_id)


def _title(head: Table, reader: FieldReader) -> str:
    title = reader.text(head, "title")
    if not title and not isinstance(head.values.get("title"), Table):
        reader.error(head.line, "title-missing")
    return title


def _body(document: Document, reader: FieldReader) -> str:
    if not document.body:
        reader.error(document.body_line, "body-missing")
    return document.body


def _event(head: Table, reader: FieldReader) -> Event | None:
    table = reader.table(head, "event")
    if table is None:
        return None
    reader.known(table, _EVENT_KEYS, "event")
    start = reader.date(table, "start")
    return Event(
        start=start,
        end=None if _is_untold(table, reader) else reader.date(table, "end") or start,
        time=reader.text(table, "time"),
        venue=reader.text(table, "venue"),
        province=reader.text(table, "province"),
        organizer=reader.text(table, "organizer"),
        cost=reader.text(table, "cost"),
        map=reader.place(table, "map"),
    )


def _is_untold(event: Table, reader: FieldReader) -> bool:
    return reader.text(event, "end").lower() in _UNKNOWN


def _contact(head: Table, reader: FieldReader) -> Contact | None:
    table = reader.table(head, "contact")
    if table is None:
        return None
    reader.known(table, _CONTACT_KEYS, "contact")
    return Contact(
        phones=reader.texts(table, "phones"),
        fax=reader.text(table, "fax"),
        email=reader.email(table, "email"),
        address=reader.text(table, "address"),
        hours=reader.text(table, "hours"),
        website=reader.link(table, "website"),
        map=reader.place(table, "map"),
    )


def _people(head: Table, reader: FieldReader) -> tuple[Person, ...]:
    people = []
    for node in reader.items(head, "people"):
        match node:
            case Text(value):
                people.append(_person(" ".join(value.split())))
            case Table():
                reader.known(node, ("name", "role"), "people")
                people.append(Person(reader.text(node, "name"), reader.text(node, "role")))
    if len(people) < len(reader.items(head, "people")) or not all(one.name for one in people):
        reader.error(head.values["people"].line, "wrong-type.people")
    return tuple(people)


def _person(told: str) -> Person:
    """The person of a text that is a name, perhaps with the role behind it and nothing else."""
    match people_in([told]):
        case [Person(name, role) as person] if f"{name} {role}" == told:
            return person
    return Person(told)


def _source(head: Table, reader: FieldReader) -> Source:
    node = head.values.get("source")
    if isinstance(node, Text):
        value = reader.text(head, "source")
        return Source(url=value) if is_web_link(value) else Source(title=value)
    table = reader.table(head, "source")
    if table is None:
        return Source()
    reader.known(table, ("title", "url"), "source")
    return Source(reader.text(table, "title"), reader.link(table, "url"))
