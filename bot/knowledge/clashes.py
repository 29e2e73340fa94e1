"""Entries against each other: what stands twice, and what search makes of their questions.

Search comes as a function, so that this package does not know it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from bot.knowledge.entries import Entry
from bot.knowledge.files import Loaded, Notes
from bot.knowledge.problems import Problem, cut
from bot.knowledge.spreading import Spread, in_turn
from bot.thai.normalise import normalise, squeeze, strip_frames

_NEARLY = 0.95  # of its own score: from here on a citizen's wording decides which entry wins
_NEAR = 0.9  # from here on both are asked the same thing, and should say the same
_RELEVANT = 0.5
_CLOSEST = 3
_LONGEST_TITLE = 60
_LONGEST_ANSWER = 80
_FIGURES = re.compile(r"[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*")

Radar = Callable[[str], Sequence[tuple[str, float]]]
"""Question → ids of the entries nearest to it, best first, with scores from 0 to 1."""

Told = Callable[[Entry, str], str]
"""Entry and question → the figure with which it plainly answers, or ""."""


def _nothing(_entry: Entry, _question: str) -> str:
    return ""


def check_answers(
    loaded: Loaded, radar: Radar, told: Told = _nothing, spread: Spread = in_turn
) -> tuple[Problem, ...]:
    """Ask every title, listed and taught question; warn of each that misleads.

    That is: questions that no longer find their entry first, questions that a near entry answers
    with other figures or that another entry is nearly as near to (the three closest are named),
    and entries that nothing finds.
    """
    entries = loaded.knowledge.entries
    found = spread(lambda entry_id: _asked(entries[entry_id], loaded, radar, told), list(entries))
    return tuple(chain.from_iterable(found))


def _asked(entry: Entry, loaded: Loaded, radar: Radar, told: Told) -> list[Problem]:
    problems: list[Problem] = []
    notes = Notes(loaded.places[entry.id], problems)
    asked = (*entry.questions, *loaded.knowledge.taught.get(entry.id, ()))
    finding = 0
    for number, question in enumerate(asked):
        name, found = f"questions.{number}", radar(question)
        if _leads(entry, found):
            finding += 1
            others = _others(entry, question, _rivals(entry, found, _NEAR), loaded, told)
            if others:
                _tell_difference(notes, name, question, told(entry, question), others)
            elif _rivals(entry, found, _NEARLY):
                _tell_collision(notes, name, question, _rivals(entry, found, _RELEVANT), loaded)
        else:
            _tell_lost(notes, name, question, found, loaded)
    if not _leads(entry, found := radar(entry.title)):
        _tell_not_findable(notes, _named(found, loaded), alone=not finding)
    return problems


def _leads(entry: Entry, found: Sequence[tuple[str, float]]) -> bool:
    return bool(found) and found[0][0] == entry.id


def _rivals(
    entry: Entry, found: Sequence[tuple[str, float]], share: float
) -> list[tuple[str, float]]:
    """The three closest others that have at least this share of the entry's own score."""
    least = dict(found)[entry.id] * share
    others = sorted((one for one in found if one[0] != entry.id), key=lambda pair: -pair[1])
    return [one for one in others[:_CLOSEST] if one[1] >= least]


def _others(
    entry: Entry,
    question: str,
    rivals: Sequence[tuple[str, float]],
    loaded: Loaded,
    told: Told,
) -> list[str]:
    """What each rival says instead, where both answer in figures and have none in common.

    A question that has figures of its own, such as a year, is told apart by them.
    """
    own = (
        _FIGURES.findall(told(entry, question)) if rivals and not _FIGURES.search(question) else []
    )
    answers = ((one, told(loaded.entries[one], question)) for one, _ in rivals if own)
    return [
        f'{_name(one, loaded)} ตอบ "{cut(answer, _LONGEST_ANSWER)}"'
        for one, answer in answers
        if (figures := _FIGURES.findall(answer)) and not set(own) & set(figures)
    ]


def _named(found: Sequence[tuple[str, float]], loaded: Loaded) -> str:
    """The three closest entries by id and title."""
    closest = [one for one, _ in found[:_CLOSEST] if one in loaded.entries]
    return " · ".join(_name(one, loaded) for one in closest) or "ไม่พบเรื่องใด"


def _name(entry_id: str, loaded: Loaded) -> str:
    return f"{entry_id} ({cut(loaded.entries[entry_id].title, _LONGEST_TITLE)})"


def _tell_lost(
    notes: Notes,
    name: str,
    question: str,
    found: Sequence[tuple[str, float]],
    loaded: Loaded,
) -> None:
    notes.warn(
        name,
        "question-lost",
        f'ถาม "{question}" แล้วไม่ได้เรื่องนี้เป็นอันดับแรก ที่ใกล้ที่สุดคือ {_named(found, loaded)}',
        "ใส่คำที่เฉพาะกับเรื่องนี้ในคำถามหรือชื่อเรื่อง หรือย้ายคำถามไปเรื่องที่ตรงกว่า",
    )


def _tell_difference(
    notes: Notes, name: str, question: str, own: str, others: Sequence[str]
) -> None:
    notes.warn(
        name,
        "answers-differ",
        f'คำถาม "{question}" เรื่องนี้ตอบ "{cut(own, _LONGEST_ANSWER)}" แต่ {" · ".join(others)}',
        "ตรวจว่าเรื่องใดถูก แล้วแก้ให้ตรงกัน ถ้าถูกทั้งคู่ ใส่ชื่อ ปี หรือสถานที่ในคำถามให้ต่างกัน",
    )


def _tell_collision(
    notes: Notes,
    name: str,
    question: str,
    rivals: Sequence[tuple[str, float]],
    loaded: Loaded,
) -> None:
    notes.warn(
        name,
        "collision",
        f'คำถาม "{question}" ใกล้กับเรื่องอื่นเกือบเท่าเรื่องนี้: {_named(rivals, loaded)}',
        "ใส่ชื่อ ปี หรือสถานที่ในคำถามให้ต่างกัน หรือรวมเป็นเรื่องเดียว",
    )


def _tell_not_findable(notes: Notes, closest: str, *, alone: bool) -> None:
    """`alone`: no question of its own finds the entry either."""
    also = " และไม่มีคำถามข้อใดพาไปถึง ประชาชนจะหาเรื่องนี้ไม่พบ" if alone else ""
    notes.warn(
        "title",
        "not-findable" if alone else "title-lost",
        f"ถามด้วยชื่อเรื่องแล้วไม่ได้เรื่องนี้เป็นอันดับแรก{also} ที่ใกล้ที่สุดคือ {closest}",
        "ตั้งชื่อเรื่องให้เฉพาะเจาะจง และเพิ่ม questions",
    )


def repeated(entries: Iterable[Entry], loaded: Loaded) -> Iterator[Problem]:
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
    tell: Callable[[Notes, str, str], None],
) -> Iterator[Problem]:
    for (first, name), *others in (group for text, group in groups.items() if text):
        place = loaded.places[first.id]
        for entry, other in others:
            if entry.id == first.id:  # asked twice in other words of politeness, it does no harm
                continue
            found: list[Problem] = []
            tell(Notes(loaded.places[entry.id], found), other, f"{place.path}:{place.line(name)}")
            yield from found


def _same_title(notes: Notes, name: str, where: str) -> None:
    notes.warn(
        name,
        "same-title",
        f"ชื่อเรื่องเหมือนกับ {where}",
        "รวมเป็นเรื่องเดียว หรือตั้งชื่อให้ต่างกัน",
    )


def _same_question(notes: Notes, name: str, where: str) -> None:
    notes.error(
        name,
        "same-question",
        f"คำถามเดียวกันอยู่ที่ {where} แล้ว บอตจะไม่รู้ว่าควรตอบเรื่องใด",
        "เก็บคำถามไว้ในเรื่องที่ตอบตรงที่สุดเรื่องเดียว",
    )
