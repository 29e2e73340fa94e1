"""What is wrong with entries that can be read: between them, and against common sense.

Checks that need search take it as a function, so that this package does not know search.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from bot.knowledge.boilerplate import is_boilerplate
from bot.knowledge.entries import Entry, Kind, Status
from bot.knowledge.fields import is_web_link
from bot.knowledge.files import Loaded, Place
from bot.knowledge.phones import is_thai_phone
from bot.knowledge.problems import Problem, Severity
from bot.thai.dates import parse_date
from bot.thai.normalise import normalise, squeeze, strip_frames

STALE_MONTHS = 12
_KEPT_CURRENT = (Kind.CONTACT, Kind.SERVICE, Kind.FAQ)
_LONGEST_TITLE = 300
_LONGEST_QUESTION = 200
_WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_NAMED_DAY = re.compile(
    rf"วัน(?P<weekday>{'|'.join(_WEEKDAYS)})\s*ที่\s*"
    r"(?P<day>[0-9๐-๙]{1,2}\s+[ก-๙.]{3,12}\s+(พ\.ศ\.\s*)?[0-9๐-๙]{4})"
)
_LINK = re.compile(r"\[[^\]\n]{0,200}\]\((?P<target>[^)\s]{1,500})\)")

Finder = Callable[[str], str | None]
"""Question → id of the entry that search puts first."""
Radar = Callable[[str], Sequence[tuple[str, float]]]
"""Question → ids of the entries nearest to it, best first, with scores from 0 to 1."""


class _Notes:
    """Collects the problems of one entry."""

    def __init__(self, place: Place, into: list[Problem]) -> None:
        self._place = place
        self._into = into

    def error(self, name: str, code: str, message: str, hint: str) -> None:
        self._add(self._place.line(name), Severity.ERROR, code, message, hint)

    def warn(self, name: str, code: str, message: str, hint: str, below: int = 0) -> None:
        self._add(self._place.line(name) + below, Severity.WARNING, code, message, hint)

    def _add(self, line: int, severity: Severity, code: str, message: str, hint: str) -> None:
        self._into.append(Problem(self._place.path, line, severity, code, message, hint))


def check(loaded: Loaded, today: date, stale_months: int = STALE_MONTHS) -> tuple[Problem, ...]:
    """Every problem of the readable entries, in the order of files and lines.

    Withdrawn entries are not looked at. What could not be read is in `loaded.problems`.
    """
    problems: list[Problem] = []
    entries = [one for one in loaded.entries.values() if one.status is not Status.WITHDRAWN]
    for entry in entries:
        notes = _Notes(loaded.places[entry.id], problems)
        _check_dates(entry, loaded.places[entry.id], today, notes)
        _check_weekdays(entry, notes)
        _check_phones(entry, notes)
        _check_sources(entry, today, stale_months, notes)
        _check_text(entry, notes)
        _check_links(entry, loaded, notes)
        _check_review(entry, notes)
    problems += _repeated(entries, loaded)
    return tuple(sorted(problems, key=lambda one: (one.path, one.line, one.code)))


def check_questions(loaded: Loaded, find: Finder) -> tuple[Problem, ...]:
    """A warning for every listed or taught question that no longer finds its entry first."""
    problems: list[Problem] = []
    for entry in loaded.knowledge.entries.values():
        notes = _Notes(loaded.places[entry.id], problems)
        taught = loaded.knowledge.taught.get(entry.id, ())
        for number, question in enumerate((*entry.questions, *taught)):
            found = find(question)
            if found != entry.id:
                notes.warn(
                    f"questions.{number}",
                    "question-lost",
                    f'ถาม "{question}" แล้วได้เรื่อง "{found or "ไม่พบ"}" แทนเรื่องนี้',
                    "ใส่คำที่เฉพาะกับเรื่องนี้ในคำถามหรือชื่อเรื่อง หรือย้ายคำถามไปเรื่องที่ตรงกว่า",
                )
    return tuple(problems)


def _check_dates(entry: Entry, place: Place, today: date, notes: _Notes) -> None:
    event = entry.event
    if event and event.start and event.end and event.end < event.start:
        notes.error(
            "event.end",
            "event-backwards",
            f"งานจบ ({event.end}) ก่อนเริ่ม ({event.start})",
            "ตรวจวันเริ่มและวันจบใน event",
        )
    elif event and event.start and event.start < today and "event.end" not in place.lines:
        notes.warn(
            "event.start",
            "event-open",
            f"งานเริ่มไปแล้ว ({event.start}) แต่ไม่ได้บอกวันจบ",
            "เพิ่ม end ใน event (งานวันเดียวใส่วันเดียวกับ start)",
        )
    elif event and event.end and not event.start:
        notes.error("event", "event-no-start", "งานมีวันจบแต่ไม่มีวันเริ่ม", "เพิ่ม start ใน event")
    if entry.valid_from and entry.valid_until and entry.valid_until < entry.valid_from:
        notes.error(
            "valid_until",
            "valid-backwards",
            f"ใช้ได้ถึง ({entry.valid_until}) ก่อนเริ่มใช้ ({entry.valid_from})",
            "ตรวจ valid_from และ valid_until",
        )
    for name in ("published", "verified"):
        day = getattr(entry, name)
        if day and day > today:
            notes.warn(name, "future-date", f"วันที่ใน {name} ({day}) ยังมาไม่ถึง", "ตรวจปี พ.ศ./ค.ศ.")


def _check_weekdays(entry: Entry, notes: _Notes) -> None:
    for name, text in (("title", entry.title), ("body", entry.body)):
        for found in _NAMED_DAY.finditer(text):
            day = parse_date(found["day"])
            if day and _WEEKDAYS[day.weekday()] != found["weekday"]:
                notes.warn(
                    name,
                    "weekday-differs",
                    f'"{found[0]}" ที่จริงเป็นวัน{_WEEKDAYS[day.weekday()]}',
                    "ตรวจวันที่กับต้นฉบับ แล้วแก้วันหรือวันที่ให้ตรงกัน",
                    _line_below(entry, name, found.start()),
                )


def _line_below(entry: Entry, name: str, offset: int) -> int:
    return entry.body.count("\n", 0, offset) if name == "body" else 0


def _check_phones(entry: Entry, notes: _Notes) -> None:
    if not entry.contact:
        return
    named = [(f"contact.phones.{n}", phone) for n, phone in enumerate(entry.contact.phones)]
    for name, phone in [*named, ("contact.fax", entry.contact.fax)]:
        if phone and not is_thai_phone(phone):
            notes.error(
                name,
                "bad-phone",
                f'"{phone}" ไม่ใช่เลขหมายโทรศัพท์ไทย',
                "เขียนเลขเดียวต่อหนึ่งรายการ เช่น 0 2333 3700 ต่อ 1234 (เลขสั้นต้องเป็นเลขที่มีจริง)",
            )


def _check_sources(entry: Entry, today: date, stale_months: int, notes: _Notes) -> None:
    if not (entry.source.title or entry.source.url):
        notes.warn(
            "title", "no-source", "ไม่ได้บอกแหล่งที่มา", "เพิ่ม source: {title: ชื่อแหล่ง, url: https://…}"
        )
    if entry.verified is None and (entry.kind in _KEPT_CURRENT or entry.published is None):
        notes.warn(
            "title",
            "no-verified",
            "ไม่ได้บอกวันที่ตรวจสอบล่าสุดว่ายังถูกต้อง",
            "เพิ่ม verified: วันที่ตรวจกับแหล่งที่มา",
        )
    if entry.verified and _months(entry.verified, today) > stale_months:
        notes.warn(
            "verified",
            "stale",
            f"ตรวจสอบล่าสุด {entry.verified} เกิน {stale_months} เดือนแล้ว",
            "ตรวจกับแหล่งที่มาอีกครั้ง แล้วแก้วันที่ใน verified",
        )


def _months(first: date, last: date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)


def _check_text(entry: Entry, notes: _Notes) -> None:
    if len(entry.title) > _LONGEST_TITLE:
        notes.warn("title", "long-title", "ชื่อเรื่องยาวมาก", f"ย่อให้เหลือไม่เกิน {_LONGEST_TITLE} ตัวอักษร")
    for number, question in enumerate(entry.questions):
        if len(question) > _LONGEST_QUESTION:
            notes.warn(
                f"questions.{number}",
                "long-question",
                "คำถามยาวเกินกว่าที่ประชาชนจะพิมพ์ถาม",
                f"ย่อให้เหลือไม่เกิน {_LONGEST_QUESTION} ตัวอักษร",
            )
    copied = entry.kind in (Kind.NEWS, Kind.EVENT)  # elsewhere an office is content
    for number, line in enumerate(entry.body.split("\n") if copied else ()):
        if line.strip() and is_boilerplate(line.strip()):
            notes.warn(
                "body",
                "boilerplate",
                f'มีส่วนประกอบของหน้าเว็บหรือเครดิตข่าวในเนื้อหา: "{line.strip()[:60]}"',
                "ลบบรรทัดนี้ออก",
                number,
            )


def _check_links(entry: Entry, loaded: Loaded, notes: _Notes) -> None:
    for found in _LINK.finditer(entry.body):
        target = found["target"]
        if is_web_link(target) or target.startswith(("mailto:", "tel:", "#")):
            continue
        stem = target.split("#")[0].rpartition("/")[2].removesuffix(".md")
        if stem not in loaded.entries:
            notes.warn(
                "body",
                "dead-link",
                f"ลิงก์ไปเรื่อง {target} ซึ่งไม่มีอยู่",
                "แก้ชื่อไฟล์ปลายทาง หรือลบลิงก์",
                entry.body.count("\n", 0, found.start()),
            )


def _check_review(entry: Entry, notes: _Notes) -> None:
    for name, how in entry.review.items():
        notes.warn(
            f"review.{name}",
            "needs-look",
            f'ช่อง "{name}" อ่านมาอัตโนมัติและยังไม่แน่ใจ ({how})',
            f"เทียบกับต้นฉบับ แก้ถ้าผิด แล้วลบบรรทัด {name} ใน review",
        )


def check_collisions(loaded: Loaded, radar: Radar, likeness: float = 0.9) -> tuple[Problem, ...]:
    """A warning for every question whose nearest other entry is nearly as near as its own.

    Names the three closest: two answers to one question are a coin toss for the citizen.
    """
    problems: list[Problem] = []
    for entry in loaded.knowledge.entries.values():
        notes = _Notes(loaded.places[entry.id], problems)
        for number, question in enumerate(entry.questions):
            scores = dict(radar(question))
            own = scores.pop(entry.id, 0.0)
            near = sorted(scores.items(), key=lambda pair: -pair[1])[:3]
            if own and near and near[0][1] >= own * likeness:
                _tell_collision(notes, number, question, near, loaded)
    return tuple(problems)


def _tell_collision(
    notes: _Notes, number: int, question: str, near: Sequence[tuple[str, float]], loaded: Loaded
) -> None:
    others = " · ".join(
        f"{one} ({loaded.entries[one].title[:50]})" for one, _ in near if one in loaded.entries
    )
    notes.warn(
        f"questions.{number}",
        "collision",
        f'คำถาม "{question}" ใกล้กับเรื่องอื่นมาก: {others}',
        "ใส่ชื่อ ปี หรือสถานที่ในคำถามให้ต่างกัน หรือรวมเป็นเรื่องเดียว",
    )


def check_findable(loaded: Loaded, find: Finder) -> tuple[Problem, ...]:
    """A warning for every entry that not even its own title finds."""
    problems: list[Problem] = []
    for entry in loaded.knowledge.entries.values():
        found = find(entry.title)
        if found != entry.id:
            _Notes(loaded.places[entry.id], problems).warn(
                "title",
                "not-findable",
                f'ถามด้วยชื่อเรื่องแล้วได้เรื่อง "{found or "ไม่พบ"}" แทน',
                "ตั้งชื่อเรื่องให้เฉพาะเจาะจง และเพิ่ม questions",
            )
    return tuple(problems)


def _repeated(entries: Iterable[Entry], loaded: Loaded) -> Iterator[Problem]:
    """Questions and titles that stand in two entries."""
    questions: defaultdict[str, list[tuple[Entry, str]]] = defaultdict(list)
    titles: defaultdict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for entry in entries:
        titles[squeeze(normalise(entry.title))].append((entry, "title"))
        for number, question in enumerate(entry.questions):
            asked = squeeze(strip_frames(normalise(question)))
            questions[asked].append((entry, f"questions.{number}"))
    yield from _clashes(titles, loaded, _same_title)
    yield from _clashes(questions, loaded, _same_question)


def _clashes(
    groups: dict[str, list[tuple[Entry, str]]],
    loaded: Loaded,
    tell: Callable[[_Notes, str, str], None],
) -> Iterator[Problem]:
    for (first, name), *others in (group for text, group in groups.items() if text):
        place = loaded.places[first.id]
        for entry, other in others:
            found: list[Problem] = []
            tell(_Notes(loaded.places[entry.id], found), other, f"{place.path}:{place.line(name)}")
            yield from found


def _same_title(notes: _Notes, name: str, where: str) -> None:
    notes.warn(
        name,
        "same-title",
        f"ชื่อเรื่องเหมือนกับ {where}",
        "รวมเป็นเรื่องเดียว หรือตั้งชื่อให้ต่างกัน",
    )


def _same_question(notes: _Notes, name: str, where: str) -> None:
    notes.error(
        name,
        "same-question",
        f"คำถามเดียวกันอยู่ที่ {where} แล้ว บอตจะไม่รู้ว่าควรตอบเรื่องใด",
        "เก็บคำถามไว้ในเรื่องที่ตอบตรงที่สุดเรื่องเดียว",
    )
