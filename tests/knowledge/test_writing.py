"""What is written reads back the same, and a file is there whole or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.decoding import clean
from bot.knowledge.entries import Contact, Entry, Event, Kind, Person, Source, Status
from bot.knowledge.files import parse_entry
from bot.knowledge.saving import write_file
from bot.knowledge.writing import _by_yaml, entry_text, yaml_text
from tests.support.phrases import words

_LINE = st.text(max_size=30).map(lambda text: " ".join(clean(text).split()))
_WORDS = _LINE.filter(bool) | st.sampled_from(["no", "~", "null", "0123", "a: b", "#x", "- y", "'"])
_LIST = st.lists(_WORDS, max_size=3).map(tuple)
_DAY = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
_LINK = st.sampled_from(["", "https://www.most.go.th/ข่าว?id=1#x", "http://x.th"])
_EVENTS = st.builds(Event, _DAY, st.none(), _LINE, _LINE, _LINE, _LINE, _LINE).flatmap(
    lambda event: st.sampled_from([event, replace(event, end=event.start)])  # last day untold
)
_CONTACTS = st.builds(
    Contact,
    _LIST,
    _LINE,
    st.sampled_from(["", "info@most.go.th"]),
    _LINE,
    _LINE,
    _LINK,
    st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)
_BODY = st.text(max_size=80).map(lambda text: clean(text).strip()).filter(bool)
_ENTRIES = st.builds(
    Entry,
    id=st.just("ข่าว-1"),
    title=_WORDS,
    body=_BODY | st.sampled_from(["หนึ่ง\n\n---\n\nสอง", "---\na: b\n---\nx", "# หัวข้อ\n- ก"]),
    kind=st.sampled_from(Kind),
    questions=_LIST,
    keywords=_LIST,
    facts=st.dictionaries(_WORDS, _WORDS, max_size=3),
    event=st.none() | _EVENTS,
    contact=st.none() | _CONTACTS,
    people=st.lists(st.builds(Person, _WORDS, _LINE), max_size=2).map(tuple),
    source=st.builds(Source, _LINE, _LINK),
    published=_DAY,
    verified=_DAY,
    valid_from=_DAY,
    valid_until=_DAY,
    status=st.sampled_from(Status),
    files=st.sampled_from([(), ("doc/a.pdf", "https://x.th/b.pdf")]),
)


@settings(deadline=None)  # YAML in pure Python has no even pace
@given(_ENTRIES)
def test_what_is_written_reads_back_the_same(entry: Entry) -> None:
    """Nothing is lost and nothing read as something else; writing again gives the same bytes."""
    text = entry_text(entry)
    back, problems = parse_entry(text, entry.id, "a.md")
    assert () == problems
    assert _plain(entry) == back
    assert back is not None
    assert text == entry_text(back)


def _plain(entry: Entry) -> Entry:
    """An event or contact without any field is written, and read, as none."""
    event, contact = entry.event, entry.contact
    return replace(
        entry,
        event=None if event == Event() else event,
        contact=None if contact == Contact() else contact,
    )


_SIGNS = [
    *"ก่a1 :#-'\"[]{},?&*!|>%@\\",
    ": ",
    " #",
    "0 ",
    " - ",
    *words("ไทย no 1e3 2026-01-02 1313"),
]
_SCALARS = _WORDS | st.lists(st.sampled_from(_SIGNS), min_size=1, max_size=6).map("".join)


@settings(deadline=None)
@given(_SCALARS)
def test_the_quick_way_writes_what_yaml_writes(value: str) -> None:
    """Byte for byte, whatever a text looks like and wherever it stands."""
    for table in ({"a": value}, {"a": [value, "ข"]}, {value: "x"}, {"a": [{"b": value, "c": "ค"}]}):
        assert _by_yaml(table) == yaml_text(table)


def test_the_house_style(tmp_path: Path) -> None:
    """Readable for a person: ordered fields, indented lists, quotes only where needed."""
    entry = Entry(
        "a",
        "งาน: วันแรก",
        "เนื้อหา",
        questions=("วันไหน",),
        published=date(2012, 3, 27),
        people=(Person("ก ข", "ประธาน"),),
        source=Source("ข่าว"),
    )
    assert (
        "---\nkind: news\ntitle: 'งาน: วันแรก'\nquestions:\n  - วันไหน\npublished: 2012-03-27\n"
        "people:\n  - name: ก ข\n    role: ประธาน\nsource:\n  title: ข่าว\nstatus: published\n"
        "---\n\nเนื้อหา\n"
    ) == entry_text(entry)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk at any step: the old words stand, and no half file lies about."""
    path = tmp_path / "sub" / "a.md"
    write_file(path, "เดิม")
    for step in ("os.fsync", "pathlib.Path.replace"):
        with monkeypatch.context() as patch:
            patch.setattr(step, _full)
            with pytest.raises(OSError, match="No space"):
                write_file(path, "ใหม่")
        assert "เดิม" == path.read_text(encoding="utf-8")
        assert [path] == list(path.parent.iterdir())
    write_file(path, "ใหม่")
    assert "ใหม่" == path.read_text(encoding="utf-8")


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")
