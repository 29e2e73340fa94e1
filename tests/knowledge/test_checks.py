"""Checks between entries and against common sense, each with the line to look at."""

from datetime import date

import pytest

from bot.knowledge.checks import STALE_MONTHS, check
from bot.knowledge.conflicts import check_answers
from bot.knowledge.entries import Entry
from bot.knowledge.problems import Severity, cut
from tests.support.entry_folder import Folder

TODAY = date(2026, 11, 23)
SOUND = "source: ข่าว\nverified: 2026-11-01"


def unanswered(_entry: Entry, _question: str) -> str:
    return ""


def found(folder: Folder, today: date = TODAY) -> list[tuple[str, str, int]]:
    loaded = folder.load()
    assert loaded.problems == ()
    problems = check(loaded, today)
    assert all(one.message and one.hint for one in problems)
    return [(one.path, one.code, one.line) for one in problems]


def test_a_sound_entry_has_no_problem(folder: Folder) -> None:
    """Source, day of verification, an event with both ends, a number that exists."""
    folder.head(
        f"{SOUND}\nkind: contact\nquestions: [โทรอะไร]\ncontact: {{phones: ['1313']}}\n"
        "event: {start: 2569-01-01, end: 2569-01-02}",
        "วันพฤหัสบดีที่ 1 มกราคม 2569 [ดูที่นี่](b.md) หรือ [เว็บ](https://x.go.th)",
    )
    folder.head(SOUND + "\nkind: faq", name="b.md")
    assert [("b.md", "same-title", 2)] == found(folder)


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("event: {start: 2569-01-02, end: 2569-01-01}", "event-backwards", 5),
        ("event: {start: 2569-01-02}", "event-open", 5),
        ("event: {end: 2569-01-02}", "event-no-start", 5),
        ("valid_from: 2569-01-02\nvalid_until: 2569-01-01", "valid-backwards", 6),
        (
            "event: {start: 2569-01-01, end: 2569-01-02}\nvalid_until: 2569-01-01",
            "valid-before-end",
            6,
        ),
        ("published: 2569-11-02", "verified-backwards", 4),
        ("contact:\n  phones:\n    - '1313'\n    - '555'", "bad-phone", 8),
        ("contact: {fax: '555'}", "bad-phone", 5),
        ("questions:\n  - " + "ถ" * 201, "long-question", 6),
        ("facts:\n  อายุ: 5 ปี\n  เบอร์: โทร 02-333-37", "bad-phone-told", 7),
        ("facts:\n  อายุ: 5 ปี\n  โทร: 02-333-37", "bad-phone-told", 7),
        ("facts: {วันรับสมัคร: วันศุกร์ที่ 5 ธันวาคม 2569}", "weekday-differs", 5),
        ("event: {venue: ก, province: ปทุมธาณี}", "misspelt-province", 5),
        ('questions:\n  - จัดวันไหน\n  - จัดที่ไหน"', "half-quotation", 7),
    ],
)
def test_a_doubtful_field_is_told_with_its_line(
    folder: Folder, lines: str, code: str, line: int
) -> None:
    """The line is that of the field inside the front matter."""
    folder.head(f"{SOUND}\n{lines}")
    assert [("a.md", code, line)] == found(folder)


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("หนึ่ง\n\nวันจันทร์ที่ ๒๖ มีนาคม ๒๕๕๖", "weekday-differs", 8),
        ("หนึ่ง\n\nวันอังคารที่ 26 - วันศุกร์ที่ 30 มีนาคม 2555", "weekday-differs", 8),
        ("วันเสาร์ที่ 24 และวันเสาร์ที่ 25 มีนาคม 2555", "weekday-differs", 6),
        ("หนึ่ง\nพิมพ์", "boilerplate", 7),
        ("หนึ่ง\nหน้าแรก | ข่าว | ติดต่อเรา", "boilerplate", 7),
        ("หนึ่ง\nข่าวโดย : นาย ก ข", "boilerplate", 7),
        ("หนึ่ง\n[ดู](../news/gone.md)", "dead-link", 7),
        ("หนึ่ง\nสอบถามโทร. 0 2333 370", "bad-phone-told", 7),
        ("หนึ่ง\nสอบถามโทร. 0 2333 3700 หรือ 08-1234-567", "bad-phone-told", 7),
        ("หนึ่ง\nมี\ufffdาคม", "lost-letter", 7),
        ("หนึ่ง\nติดต่อ 02 333 37000", "bad-phone-told", 7),
        ("หนึ่ง\nงานศุกร์ 5 ธ.ค. 2569 จันทร์ 26 มีนาคม 2555", "weekday-differs", 7),
        ("หนึ่ง\nCall Center โทร.1313", "boilerplate", 7),
        ("หนึ่ง\nโทรศัพท์ 0 2333 3727-32 โทรสาร 0 2333 3834", "boilerplate", 7),
        ("หนึ่ง\nข่าวที่เกี่ยวข้อง", "boilerplate", 7),
        ("หนึ่ง\nปิดรับ 31 กุมภาพันธ์ 2570", "no-such-day", 7),
    ],
)
def test_a_doubtful_line_of_the_body_is_told(
    folder: Folder, body: str, code: str, line: int
) -> None:
    """Line numbers are those of the file."""
    folder.head(SOUND, body)
    assert [("a.md", code, line)] == found(folder)


@pytest.mark.parametrize("end", ["ไม่ทราบ", "ไม่ระบุ", "Unknown"])
def test_an_event_whose_source_tells_no_last_day(folder: Folder, end: str) -> None:
    """Said in so many words, that is no fault; the first day is not taken for the last."""
    folder.head(f"{SOUND}\nevent: {{start: 2569-01-02, end: {end}}}")
    assert [] == found(folder)
    event = folder.load().knowledge.entries["a"].event
    assert event is not None
    assert (date(2026, 1, 2), None) == (event.start, event.end)


def test_a_text_that_tells_other_days_than_the_event(folder: Folder) -> None:
    """One day of the event in the text is enough, and so is a text that tells no whole date."""
    event = f"{SOUND}\nevent: {{start: 2555-03-26, end: 2555-03-28}}"
    folder.head(event, "จัดวันที่ 27 มีนาคม 2555 ลงนามเมื่อ 1 มกราคม 2552")
    folder.head(event, "จัดช่วงปลายเดือนมีนาคม", name="b.md")
    folder.head(event, "จัดวันที่ 26-28 เมษายน 2555", name="c.md")
    assert [("c.md", "event-differs", 5)] == [
        one for one in found(folder) if one[1] != "same-title"
    ]


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (  # a day without a year is of the time it was told, not the next one
            f"{SOUND}\npublished: 2555-03-28\nevent: {{start: 2555-03-27, end: 2555-03-27}}",
            "เมื่อวันที่ 27 มีนาคม รัฐมนตรีเปิดงาน",
        ),
        (SOUND, "วันจันทร์ที่ 26 มีนาคม 2555 และวันพฤหัสที่ 29 - ศุกร์ที่ 30 มีนาคม 2555"),  # right weekdays
        # Numbers that citizens are told to ring, and in a contact an office, are content.
        (SOUND, "สอบถามเพิ่มเติม โทรศัพท์ 0 2333 3700\n\nแจ้งเหตุที่ Call Center โทร. 1313"),
        (f"{SOUND}\nkind: contact", "ส่วนสื่อสารองค์กร โทร 0 2333 3700"),
        # So are rows of a table, also with blank lines between, as an import writes them.
        (SOUND, "ค่าเข้าชม\n\nวัน | เด็ก | ผู้ใหญ่\n\nเสาร์ | ฟรี | 20 บาท"),
        # A question said twice in one entry does no harm.
        (f"{SOUND}\nquestions: [งานปี 2555 จัดที่ไหน, งานปี ๒๕๕๕ จัดที่ไหนคะ]", "เนื้อหา"),
        # Nobody need cure what is no longer used.
        ("status: withdrawn\nkind: contact\ncontact: {phones: ['5']}", "เนื้อหา"),
    ],
)
def test_what_is_right_or_no_longer_used_is_silent(folder: Folder, lines: str, body: str) -> None:
    folder.head(lines, body)
    assert [] == found(folder)


def test_a_day_of_a_field_may_be_called_wrongly_too(folder: Folder) -> None:
    """It is read all the same; 5 December 2569 is a Saturday."""
    folder.head(f"{SOUND}\nevent:\n  start: วันศุกร์ที่ 5 ธันวาคม 2569\n  end: วันเสาร์ที่ 5 ธันวาคม 2569")
    (problem,) = folder.load().problems
    assert ("weekday-differs", 6) == (problem.code, problem.line)
    assert Severity.WARNING is problem.severity
    assert "เสาร์" in problem.message


def test_an_entry_says_where_it_is_from_and_when_it_was_true(folder: Folder) -> None:
    """News may leave out `verified` when published says the day; a service may not."""
    folder.head("published: 2555-01-01")
    folder.head("published: 2555-01-01\nkind: service", "อื่น", name="b.md")
    assert ["no-source", "no-source", "no-verified"] == [
        code for _, code, _ in found(folder) if code != "same-title"
    ]


@pytest.mark.parametrize(
    ("verified", "months", "stale"),
    [
        ("2025-10-22", STALE_MONTHS, True),
        ("2025-11-22", STALE_MONTHS, False),
        ("2026-08-22", 2, True),
        ("2026-08-22", 3, False),
    ],
)
def test_entries_go_stale(folder: Folder, verified: str, months: int, *, stale: bool) -> None:
    """More than so many whole months since somebody looked; twelve, unless told otherwise."""
    folder.head(f"source: ข่าว\nverified: {verified}")
    told = check(folder.load(), TODAY, months)
    assert ([("stale", 4)] if stale else []) == [(one.code, one.line) for one in told]


def test_the_same_question_in_two_entries_is_an_error(folder: Folder) -> None:
    """However it is spelt: courtesies, Thai digits and doubled letters do not tell apart."""
    folder.head(SOUND + "\nquestions: [งานปี 2555 จัดที่ไหน]")
    folder.put(
        "b.md", f"---\ntitle: อีกเรื่อง\n{SOUND}\nquestions:\n  - ก\n  - งานปี ๒๕๕๕ จัดที่ไหนคะ\n---\nข\n"
    )
    (problem,) = check(folder.load(), TODAY)
    assert ("b.md", 7, Severity.ERROR) == (problem.path, problem.line, problem.severity)
    assert "a.md:5" in problem.message


def test_questions_must_find_their_entry(folder: Folder) -> None:
    """Search comes as a function; title, listed and taught questions are all asked."""
    folder.head("questions: [หนึ่ง, สอง]")
    folder.put("taught/phrasings/a.yaml", "phrasings:\n  - text: สาม\n")
    answers = {"หนึ่ง": [("a", 0.9)], "สอง": [("b", 0.9), ("a", 0.8)], "ชื่อเรื่อง": [("a", 0.9)]}
    problems = check_answers(folder.load(), lambda asked: answers.get(asked, []), unanswered)
    assert [("question-lost", 3)] * 2 == [(one.code, one.line) for one in problems]
    assert "สาม" in problems[1].message


def test_what_the_importer_was_not_sure_of_asks_for_a_look(folder: Folder) -> None:
    """At its line, until a person removes it."""
    folder.head(f"{SOUND}\nreview:\n  event.cost: ข้อความในข่าว")
    (problem,) = check(folder.load(), TODAY)
    assert ("needs-look", "event.cost: ข้อความในข่าว") == (
        problem.code,
        (folder.root / "a.md").read_text("utf-8").splitlines()[problem.line - 1].strip(),
    )


def test_the_three_closest_are_named(folder: Folder) -> None:
    """A question nearly as near to others as to its own entry is a coin toss."""
    folder.head('questions: ["ถามอะไร"]', name="a.md")
    for name in "bcde":
        folder.put(f"{name}.md", f"---\ntitle: {name}\nstatus: published\n---\nเนื้อหา\n")
    titles = {one: [(one, 0.9)] for one in "bcde"} | {"ชื่อเรื่อง": [("a", 0.9)]}
    near = [("a", 0.8), ("b", 0.79), ("c", 0.75), ("d", 0.7), ("e", 0.1)]
    (problem,) = check_answers(folder.load(), {**titles, "ถามอะไร": near}.__getitem__, unanswered)
    assert ("collision", "a.md", 3) == (problem.code, problem.path, problem.line)
    assert all(f"{name} ({name})" in problem.message for name in "bcd")
    assert "e (" not in problem.message
    apart = [("a", 0.8), ("b", 0.5)]
    assert () == check_answers(folder.load(), {**titles, "ถามอะไร": apart}.__getitem__, unanswered)


def test_entries_that_answer_the_same_differently(folder: Folder) -> None:
    """Both answers are told, unless they share a figure or the question tells them apart by one."""
    folder.head('questions: ["ค่าตรวจปลาร้าเท่าไร", "ค่าตรวจปลาร้าปี 2569"]', name="a.md")
    for name in "bcd":
        folder.put(f"{name}.md", f"---\ntitle: {name}\nstatus: published\n---\nเนื้อหา\n")
    near = [("a", 0.8), ("b", 0.75), ("c", 0.74), ("d", 0.5)]
    found = {one: [(one, 0.9)] for one in "bcd"} | {"ชื่อเรื่อง": [("a", 0.9)]}
    found |= dict.fromkeys(("ค่าตรวจปลาร้าเท่าไร", "ค่าตรวจปลาร้าปี 2569"), near)
    answers = {"a": "300 บาท", "b": "500 บาท", "c": "300 บาทต่อขวด", "d": "9 บาท"}
    problems = check_answers(folder.load(), found.__getitem__, lambda one, _: answers[one.id])
    (problem,) = problems
    assert ("answers-differ", "a.md", 3) == (problem.code, problem.path, problem.line)
    assert 'ตอบ "300 บาท" แต่ b (b) ตอบ "500 บาท"' in problem.message
    assert "9 บาท" not in problem.message
    assert () == check_answers(folder.load(), found.__getitem__, unanswered)


def asked_both_ways(
    folder: Folder,
    questions: tuple[str, str],
    answers: tuple[str, str],
    share: float = 0.7,
    names: tuple[str, str] = ("เรือนเหนือ", "เรือนใต้"),
) -> list[tuple[str, str, int]]:
    """What search tells of two entries, each of which lists one question of the same thing."""
    for one, title, question in zip("ab", names, questions, strict=True):
        head = f"title: {title}\nkind: contact\nquestions: [{question}]"
        folder.put(f"{one}.md", f"---\n{head}\n---\nศูนย์กล้วยไม้\n")
    near = {questions[0]: [("a", 1.0), ("b", share)], questions[1]: [("b", 1.0), ("a", share)]}
    near |= {title: [(one, 1.0)] for one, title in zip("ab", names, strict=True)}
    told = dict(zip("ab", answers, strict=True))
    problems = check_answers(folder.load(), near.__getitem__, lambda one, _: told[one.id])
    return [(one.path, one.code, one.line) for one in problems]


BOTH = [("a.md", "answers-differ", 4), ("b.md", "answers-differ", 4)]


@pytest.mark.parametrize(
    ("answers", "differ"),
    [
        (("0 2333 3700", "0 2577 9000"), True),
        (("02-333-3700", "025779000"), True),
        (("02-333-3700", "๐ ๒๓๓๓ ๓๗๐๐ ต่อ 12"), False),
        (("0 2333 3700", "ยังไม่มีเบอร์"), False),
    ],
)
def test_a_number_of_the_same_office_is_the_same(
    folder: Folder, answers: tuple[str, str], *, differ: bool
) -> None:
    """A listed question is far nearer to its own entry: what counts is that both ask each other."""
    questions = ("ศูนย์กล้วยไม้เบอร์โทรอะไร", "ศูนย์กล้วยไม้โทรเบอร์อะไรคะ")
    assert (BOTH if differ else []) == asked_both_ways(folder, questions, answers)


def test_two_days_of_one_year_differ(folder: Folder) -> None:
    """A year in common is no day in common."""
    questions, days = ("กล้วยไม้จัดวันไหน", "กล้วยไม้มีเมื่อไหร่"), ("1 ธันวาคม 2569", "9 ธ.ค. 2569")
    assert BOTH == asked_both_ways(folder, questions, days)
    assert BOTH == asked_both_ways(folder, questions, days, 0.92)
    assert [] == asked_both_ways(folder, questions, days, 0.6)


@pytest.mark.parametrize(
    "questions",
    [
        ("กล้วยไม้โทรเบอร์อะไร", "กล้วยไม้ที่ลพบุรีโทรเบอร์อะไร"),
        ("กล้วยไม้ปี 2568 โทรเบอร์อะไร", "กล้วยไม้โทรเบอร์อะไร"),
    ],
)
def test_what_only_one_of_two_tells_of_keeps_them_apart(
    folder: Folder, questions: tuple[str, str]
) -> None:
    """Each may have its own number, if a question names something that the other has not."""
    phones = ("0 2333 3700", "0 2577 9000")
    assert [] == asked_both_ways(folder, questions, phones, names=("เรือนกระบี่", "เรือนลพบุรี"))


def test_a_question_asks_for_days_that_the_entry_tells(folder: Folder) -> None:
    """The day of a source that changed may stand on in a question."""
    event = "event: {start: 11 ธันวาคม 2569, end: 13 ธันวาคม 2569}"
    asked = ["วันที่ 10 ธันวาคม 2569 มีอะไร", "วันที่ 12 ธันวาคม 2569 มีอะไร", "เปิดรับถึง 1 ธันวาคม 2569 ไหม"]
    folder.head(f"{SOUND}\n{event}\nquestions: {asked}", body="รับสมัครถึงวันที่ 1 ธันวาคม 2569")
    (problem,) = [one for one in check(folder.load(), TODAY) if one.code == "question-day"]
    assert ("a.md", "10 ธันวาคม 2569" in problem.message) == (problem.path, True)


def test_files_that_are_not_there(folder: Folder) -> None:
    """A picture or document that an entry names must lie in the folder; a link may be anywhere."""
    folder.head(f"{SOUND}\nphotos: [รูป/ก.png, https://a.go.th/b.png]\nfiles: [ค.pdf]")
    (folder.root / "ค.pdf").write_bytes(b"%PDF")
    (problem,) = folder.load().problems
    assert ("no-attachment", "a.md") == (problem.code, problem.path)
    assert Severity.WARNING is problem.severity
    assert "รูป/ก.png" in problem.message


def test_an_entry_that_nothing_finds(folder: Folder) -> None:
    """Neither its title nor a question: nobody will read it. One question is enough to be found."""
    folder.head("questions: [หนึ่ง]")
    lost = check_answers(folder.load(), lambda _: [("b", 0.9)], unanswered)
    assert ["question-lost", "not-findable"] == [one.code for one in lost]
    found = check_answers(
        folder.load(), lambda asked: [("a" if asked == "หนึ่ง" else "b", 0.9)], unanswered
    )
    assert ["title-lost"] == [one.code for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("อว. เปิดงาน", "อว. เปิดงาน"),
        ("อว. เปิดงาน เยาวชนนักประดิษฐ์", "อว. เปิดงาน …"),
        (f"อว. {'ก' * 40}", f"อว. {'ก' * 12} …"),
    ],
)
def test_a_long_title_is_named_by_its_beginning(text: str, told: str) -> None:
    """Up to a blank, but never by its first short word alone."""
    assert told == cut(text, 16)


def test_all_faults_of_a_file_are_told_at_once(folder: Folder) -> None:
    """Not only the fields that cannot be read; but what follows from those is not."""
    folder.head(
        f"{SOUND}\nphotos: [../x.jpg]\nevent: {{start: ไม่แน่, end: 2026-12-05}}\n"
        "contact: {phones: ['02-33']}",
        "พบกันวันศุกร์ที่ 5 ธันวาคม 2569 [อีกเรื่อง](a.md)",
    )
    folder.head(f"{SOUND}\nkind: faq", "ดูที่ [เรื่องแรก](a.md)", name="b.md")
    loaded = folder.load()
    told = sorted((*loaded.problems, *check(loaded, TODAY)), key=lambda one: one.line)
    told = [one for one in told if one.path == "a.md"]
    codes = ["bad-attachment", "bad-date", "bad-phone", "weekday-differs"]
    assert codes == [one.code for one in told]
    assert not [one for one in check(loaded, TODAY) if one.path == "b.md"]


def test_a_faulty_field_hides_no_other_of_its_table(folder: Folder) -> None:
    """And what is told wrongly is not said to be missing."""
    folder.head(
        "verified: 2026-13-01\nsource: {url: 'ไม่ใช่ลิงก์'}\nkind: contact\n"
        "contact:\n  phones: ['02-33']\n  email: abc@"
    )
    loaded = folder.load()
    told = [*loaded.problems, *check(loaded, TODAY)]
    assert ["bad-date", "bad-email", "bad-link", "bad-phone"] == sorted(one.code for one in told)
