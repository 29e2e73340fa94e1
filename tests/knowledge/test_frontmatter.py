"""Front matter is text, lists and tables; everything cleverer is refused with its line."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge import frontmatter
from bot.knowledge.entries import Contact, Entry, Event, Person
from bot.knowledge.frontmatter import parse_table, split
from bot.knowledge.nodes import Items, Table, Text, read_plainly
from bot.knowledge.problems import UnreadableError
from bot.knowledge.writing import entry_text


def fault(head: str) -> tuple[str, int]:
    with pytest.raises(UnreadableError) as caught:
        split(f"---\n{head}\n---\nเนื้อหา")
    assert caught.value.hint
    return caught.value.code, caught.value.line


@pytest.mark.parametrize("value", ["no", "1:20", "0123", "2567-01-02", "1_000", "0x1F", "on"])
def test_plain_scalars_stay_text(value: str) -> None:
    """YAML's own types never apply: what was written is what is read."""
    assert Text(value, 1) == parse_table(f"a: {value}").values["a"]


def test_structure_and_lines_are_kept() -> None:
    """Values carry the line of their key, list items their own; empty values are left out."""
    document = split("---\na: 1\nb:\n  - x\n  - y\nc: {d: e}\nf:\ng: ~\n---\n\nเนื้อหา\n")
    assert ["a", "b", "c"] == list(document.head.values)
    assert Items((Text("x", 4), Text("y", 5)), 3) == document.head.values["b"]
    assert isinstance(document.head.values["c"], Table)
    assert {"a": 2, "b": 3, "b.0": 4, "b.1": 5, "c": 6, "c.d": 6} == document.head.lines()
    assert ("เนื้อหา", 11) == (document.body, document.body_line)


def test_quoted_nothing_is_text() -> None:
    """Only a bare ~ or null is "no value"; in quotes it is what the person wrote."""
    assert ["b", "c"] == list(parse_table("a: null\nb: 'null'\nc: ''").values)


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("a: งานดี #MHESI", (2,)),
        ("a: [งาน, ดี] #MHESI", (2,)),
        ("a: 'งานดี' #MHESI", (2,)),
        ("a: งานดี # หมายเหตุ", ()),
        ("a: 'งานดี #MHESI'", ()),
        ("a: งาน#1", ()),
        ("a: |\n  งาน #1", ()),
    ],
)
def test_a_hashtag_that_yaml_takes_for_a_remark_is_noticed(line: str, cut: tuple[int, ...]) -> None:
    """Words are never lost in silence; a remark with a blank after # is one."""
    assert cut == split(f"---\n{line}\n---\nเนื้อหา").cut


def test_a_rule_inside_the_body_does_not_end_anything() -> None:
    """The first closing --- counts; later ones are Markdown."""
    assert "หนึ่ง\n\n---\n\nสอง" == split("---\na: b\n---\nหนึ่ง\n\n---\n\nสอง").body


@pytest.mark.parametrize(
    ("head", "code", "line"),
    [
        ("title: งาน: วันแรก", "yaml", 2),
        ('a: b\ntitle: "ไม่ปิด', "yaml", 3),
        ('title: "ไม่ปิด\nkind: news\nquestions:\n- "ถามอะไร"\n- x', "yaml", 2),
        ("a: b\ntitle: 'ไม่ปิด\nkind: news\nsummary: 'สรุป'", "yaml", 3),
        ('title: "ไม่ปิด\nsummary: "เวลา: เช้า"', "yaml", 2),
        ('a: b\nquestions:\n- "ไม่ปิด\n- "สอง"', "yaml", 4),
        ('title: "ปิดแล้ว"\nsummary: "สอง\n  บรรทัด"\nd: งาน: วันแรก', "yaml", 5),
        ("a: [1, 2", "yaml", 2),
        ("\ta: b", "yaml", 2),
        ("a: @b", "yaml", 2),
        ("a\nb: c", "yaml", 2),
        ("a: b\n  c: d", "yaml", 3),
        ("a: b\nc: [1, 2\nd: e", "yaml", 3),
        ('a:\n  -"หนึ่ง"\n  - "สอง"', "item-blank", 3),
        ("a:\n  -หนึ่ง", "item-blank", 3),
        ("a: 1\nb: 2\na: 3", "duplicate-key", 4),
        ("a: {b: 1, b: 2}", "duplicate-key", 2),
        ("a: &x 1", "front-matter-anchor", 2),
        ("a: *x", "front-matter-anchor", 2),
        ("a: !!python/object:os.system x", "front-matter-tag", 2),
        ("a: !secret x", "front-matter-tag", 2),
        ("- a", "front-matter-shape", 2),
        ("just text", "front-matter-shape", 2),
        ("? [a]\n: b", "front-matter-shape", 2),
        ("a: b\n...\n--- x", "front-matter-shape", 4),
        ("a: " + "[" * 500, "front-matter-depth", 2),
        ("a: " + "x" * 70_000, "front-matter-long", 2),
    ],
)
def test_faults_are_named_with_their_line(head: str, code: str, line: int) -> None:
    """Each fault has a code, the line in the file and a cure."""
    assert (code, line) == fault(head)


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("event:\n\tstart: ก", 3, "แท็บ"),
        ("event:\n\u00a0\u00a0start: ก\n  end: ข", 3, "ช่องว่างพิเศษ"),
        ("title: [ด่วน] เปิดบ้าน", 2, "วงเล็บ"),
        ("a: @b", 2, "เครื่องหมายพิเศษ"),
        ("event:\nstart: ก\n  end: ข", 4, "ย่อหน้าของบรรทัดนี้"),
        ("event:\n  start: ก\n end: ข", 4, "ย่อหน้าของบรรทัดนี้"),
        ("a:\n  - ก\n - ข", 4, "ย่อหน้าของบรรทัดนี้"),
        ("summary: ก\n  เวลา: ข", 3, "ย่อหน้าของบรรทัดนี้"),
        ("kind:news\ntitle: ก", 2, "หลังชื่อช่อง"),
        ("kind：news\ntitle: ก", 2, "หลังชื่อช่อง"),
        ("a: b\nลืม\nc: d", 3, "หลังชื่อช่อง"),
        ("title: งานใหญ่\n  ครั้งที่ 2 เวลา: เช้า", 3, 'มีเครื่องหมาย ":"'),
        ('title: "งาน" วันแรก', 2, "หลังเครื่องหมายคำพูดปิด"),
        ('time: "9\\น."', 2, "\\"),
    ],
)
def test_a_clerk_is_told_what_the_slip_was(head: str, line: int, message: str) -> None:
    """At the line to mend, and not by what the parser stumbled over below it."""
    with pytest.raises(UnreadableError) as refused:
        split(f"---\n{head}\n---\nเนื้อหา")
    assert line == refused.value.line
    assert message in refused.value.message


def test_numbers_below_nothing_are_no_items() -> None:
    """A temperature on a line of its own stays one."""
    assert Text("-5 องศา", 2) == split("---\na:\n  -5 องศา\n---\nก").head.values["a"]


@given(st.text(alphabet=st.sampled_from(list("ab:-[]{}&*!|>'\"#%@`?,~\n\t กเ์\x07")), max_size=60))
def test_any_head_gives_a_table_or_a_fault(head: str) -> None:
    """Nothing but `UnreadableError` is raised, and its line lies in the file."""
    try:
        lines = list(parse_table(head).lines().values())
    except UnreadableError as error:
        lines = [error.line]
    assert all(1 <= line <= head.count("\n") + 2 for line in lines)


_VALUES = [
    *("", "งาน", "งาน: ดี", "null", "~", "'งาน'", "2567-01-02", "a#b", "a #b", "'a", "x ", "(1)"),
    *('"ก"', "[ก, ข]", "'ก: ข'", "เวลา 9:30", "x:", "- y", "&a", "ก\t", "...", "---", '"ก: #ข"'),
    *('["ก"]', '["ก, ข", "x"]', '{b: "ก"}', '{b: "ก", c: "x:"}', '{b: "ก", b: "ข"}', '["a"] #b'),
    *('"a\\n"', '"a" #b', "[]", '""', "{a: b}", '["a" ]', '"a"b'),
]
_LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "", "  ", "  - ", "    ", "      ", "- ", " "]),
        st.sampled_from(["ก: ", "b:", "c.1: ", '"ก ข": ', "ก", "", "a b: "]),
        st.sampled_from(_VALUES),
    ),
)


@settings(deadline=None, max_examples=400)
@given(st.lists(_LINES, min_size=1, max_size=7).map("\n".join))
def test_the_quick_way_reads_what_yaml_reads(head: str) -> None:
    """Every node and line is YAML's, and what YAML refuses is never taken for plain."""
    quick = read_plainly(head)
    if quick is not None:
        assert by_yaml(head) == quick


def by_yaml(head: str) -> Table:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontmatter, "read_plainly", lambda *_: None)
        return parse_table(head)


def test_the_bots_own_files_are_read_the_quick_way() -> None:
    """What the importer writes needs no YAML."""
    entry = Entry(
        "a",
        title="งานวันวิทย์: เปิดบ้าน",
        body="เนื้อหา",
        questions=("งานวันไหน", "[ด่วน] ไปยังไง"),
        event=Event(start=date(2024, 8, 18), venue="อิมแพ็ค", time="09:00"),
        contact=Contact(phones=("0 2333 3700",)),
        people=(Person("นายสมคิด ใจดี", "ผู้อำนวยการ"), Person("นางสมใจ ใจดี", "ที่ปรึกษา")),
        review={"event.start": "วันแรกที่พบ"},
    )
    head = entry_text(entry).split("---\n")[1].removesuffix("\n")
    table = read_plainly(head)
    assert table is not None
    assert by_yaml(head) == table
