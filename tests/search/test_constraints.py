"""Years, provinces and agencies: what sets stories of one kind apart."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import numpy as np
import pytest

from bot.knowledge.entries import Entry, Event, Kind, KnowledgeBase
from bot.search import Index, rank
from bot.search.constraints import constraints_of, contradicted, unmet
from bot.search.understanding import understand

TODAY = date(2026, 11, 23)


def _ceremony(year: int, province: str) -> Entry:
    body = f"อว. จัดงานวันนักประดิษฐ์ ที่จังหวัด{province} มีผลงานเด็กและเยาวชนมาแสดง"
    day = date(year - 543, 2, 2)
    event = Event(day, day, venue="หอประชุมใหญ่", province=province)
    title = f"งานวันนักประดิษฐ์ {year} ที่{province}"
    return Entry(f"{year}", title, body, event=event, published=day)


def _index() -> Index:
    entries = [_ceremony(2563, "ขอนแก่น"), _ceremony(2565, "สงขลา"), _ceremony(2566, "น่าน")]
    return Index.build(KnowledgeBase({one.id: one for one in entries}))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("งานวันนักประดิษฐ์ปี 2565 มีอะไรบ้าง", "2565"),
        ("วันนักประดิษฐ์ ปี ๖๓ จัดที่ไหน", "2563"),
        ("วันนักประดิษฐ์ปี 2023 มีอะไรมาแสดง", "2566"),
        ("งานวันนักประดิษฐ์ที่เมืองหาดใหญ่ สงขลา", "2565"),
        ("งานนักประดิษฐ์เมื่อ ก.พ. 66 มีอะไร", "2566"),
    ],
)
def test_an_entry_of_the_year_and_place_stands_first(question: str, right: str) -> None:
    """Whichever way the year is typed; the others lose a part of their score."""
    matches = rank(_index(), question, today=TODAY).matches
    assert right == matches[0].entry_id
    assert all(matches[0].score - other.score >= 0.1 for other in matches[1:])


def test_an_entry_contradicts_a_mark_that_it_tells_in_no_way() -> None:
    """A nickname of the province and an office's full name are ways to tell of it."""
    index = _index()
    query = understand(index, "วันนักประดิษฐ์ 2565 ที่สงขลา", TODAY).query
    constraints = constraints_of(query)
    assert ("2565",) in constraints
    assert any("สงขลา" in ways for ways in constraints)
    every = np.arange(len(index.ids))
    assert [True, False, True] == contradicted(index, every, constraints).tolist()


def test_a_question_without_constraints_moves_nothing() -> None:
    """Nothing is asked that could be contradicted."""
    query = understand(_index(), "งานวันนักประดิษฐ์มีอะไรบ้าง", TODAY).query
    assert () == constraints_of(query)


def test_an_entry_of_another_month_of_the_year_contradicts() -> None:
    """The year alone would fit; the day of the event is told in the entry's facts."""
    index = _index()
    every = np.arange(len(index.ids))
    query = understand(index, "งานวันนักประดิษฐ์ มี.ค. 2565", TODAY).query
    assert contradicted(index, every, constraints_of(query)).all()
    query = understand(index, "งานวันนักประดิษฐ์ กุมภา 65", TODAY).query
    assert [True, False, True] == contradicted(index, every, constraints_of(query)).tolist()


@pytest.mark.parametrize(
    "question",
    [
        "งานวันที่ 5 มีนาคม",
        "คลับอย า กรู้งานนักประดิษฐ์",
        "อยสกรู้งานนักประดิษฐ์",
        "รับนักประดิษฐ์กี่คนใน 5 ปี",
    ],
)
def test_what_may_be_meant_is_no_mark(question: str) -> None:
    """A day of no year, letters of a misspelt word that are an office's, and a length of time."""
    assert () == constraints_of(understand(_index(), question, TODAY).query)


def test_what_is_contradicted_is_untold() -> None:
    """However short the constraints are, wherever they stand."""
    index = _index()
    ways = ("สงขลา", "หาดใหญ่", "2563", "อว", "วว", "งานวันนักประดิษฐ์ 2566", "น่าน", "ก", "")
    every = np.arange(len(index.ids))
    for constraints in combinations([ways[:2], *((way,) for way in ways)], 2):
        read = [bool(unmet(index, entry, constraints)) for entry in every.tolist()]
        assert read == contradicted(index, every, constraints).tolist()


def test_a_day_of_every_year_is_that_of_any_year_asked() -> None:
    """Where a day is asked for: of what stands, not of news that mentions such a day."""
    fest = _ceremony(2563, "ขอนแก่น")
    stands = Entry("stands", "วันว่าวไทย", "วันว่าวไทยคือวันที่ 5 มีนาคมของทุกปี", kind=Kind.FAQ)
    news = replace(stands, id="news", kind=Kind.NEWS)
    index = Index.build(KnowledgeBase({one.id: one for one in (fest, stands, news)}))
    assert ("2563", "news", "stands") == index.ids
    every = np.arange(3)
    for text, others in (
        ("วันว่าวไทย 2570 วันไหน", [True, True, False]),
        ("วันว่าวไทยปีหน้าตรงกับวันอะไร", [True, True, False]),
        ("วันว่าวไทย 2570 จัดที่ไหน", [True, True, True]),
        ("วันว่าวไทย 2570 ที่น่านวันไหน", [True, True, True]),
    ):
        query = understand(index, text, TODAY).query
        constraints, day = constraints_of(query), query.wants_day
        assert others == contradicted(index, every, constraints, day=day).tolist()
        assert others == [bool(unmet(index, one, constraints, day=day)) for one in every.tolist()]


def test_this_year_beside_a_year_in_figures_is_that() -> None:
    """Alone it is the year in which it is asked."""
    index = Index.build(KnowledgeBase({}))
    for text, years in (("ว่าวคัพ 2017 ปีนี้ธีมอะไร", ("2560",)), ("ว่าวคัพปีนี้ธีมอะไร", ("2569",))):
        assert years == understand(index, text, TODAY).query.years


def test_the_ministry_sets_no_story_apart() -> None:
    """Whatever is known is of it, by its old name and its new one; an office of it is a mark."""
    asked = (rank(_index(), f"ว่าวของ {one}", today=TODAY) for one in ("อว.", "วท.", "วว."))
    assert [bool(constraints_of(one.query)) for one in asked] == [False, False, True]
