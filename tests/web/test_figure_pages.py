"""The figures in the console: for staff, under the strict policy, the same in words."""

from datetime import timedelta

import pytest

from bot.store.database import Database
from bot.store.tables import Audit, Question, Review
from tests.support.databases import rows_of
from tests.support.moments import AT
from tests.web.site import ADMIN
from tests.web.visits import Visit


def test_an_empty_house_says_so(staff: Visit) -> None:
    """Nothing asked, nothing judged: words instead of empty charts."""
    page = staff.reads("/console/figures")
    assert "ช่วงนี้ยังไม่มีคำถาม" in page
    assert "<svg" not in page


def test_charts_and_numbers_need_no_style_of_their_own(
    staff: Visit, sqlite_database: Database
) -> None:
    """Charts by day, hour and province, without anything a strict policy refuses."""
    with sqlite_database.write() as session:
        session.add_all(
            Question(key=f"k{at}", channel="web", chat_id=at, message_id=1, text="x",
                     outcome="answer" if at else "no_answer",
                     entry="kite-day-2566" if at else None, asked_at=AT - timedelta(days=at))
            for at in range(4)
        )  # fmt: skip
    page = staff.reads("/console/figures?days=7")
    for shown in ("75 %", "น่าน", "วันเล่นว่าวประดิษฐ์"):
        assert shown in page
    assert 3 <= page.count("<svg")
    assert "style=" not in page
    assert "<script" not in page


def test_what_citizens_wrote_is_for_admins_and_the_look_is_noted(
    staff: Visit, admin: Visit, sqlite_database: Database
) -> None:
    """Staff see how many wait; admins see the words, which cannot become markup."""
    with sqlite_database.write() as session:
        session.add(Review(cluster="x", sample="<b>ว่าว</b>", count=3, first_at=AT, last_at=AT))
    shown = "&lt;b&gt;ว่าว"
    pages = [one.client.get("/console/figures").text for one in (staff, admin)]
    assert [False, True] == [shown in page for page in pages]
    looks = [row for row in rows_of(sqlite_database, Audit) if row.what.startswith("figures")]
    assert [ADMIN] == [row.who for row in looks]


@pytest.mark.parametrize("days", ["", "8", "-1", "๗", "x" * 500])
def test_any_other_span_is_thirty_days(staff: Visit, days: str) -> None:
    """An address made by hand gets the usual page."""
    page = staff.client.get("/console/figures", params={"days": days})
    assert (200, True) == (page.status_code, '?days=30" aria-current' in page.text)
