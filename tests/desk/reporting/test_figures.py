"""What the bot counts is what was asked, also after the people behind it are forgotten."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bot.desk.editions import Editions
from bot.desk.reporting import charts
from bot.desk.reporting.figures import Day, Figures
from bot.desk.reporting.precision import DRAWN, AnswerSampling, wilson
from bot.store import privacy
from bot.store.database import Database
from bot.store.tables import Feedback, Question, Review
from bot.texts import Texts
from tests.support.moments import AT

ZONE = ZoneInfo("Asia/Bangkok")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TODAY = AT.date()


def ask(database: Database, rows: Sequence[tuple[datetime, str, str | None]], who: int = 5) -> None:
    """Questions asked at a moment, with an outcome, answered from an entry."""
    with database.write() as session:
        session.add_all(
            Question(
                key=f"{who}:{at.isoformat()}:{number}",
                channel="telegram",
                chat_id=who,
                message_id=int(at.timestamp()) + number,
                text="ถาม",
                answer="ตอบ",
                outcome=outcome,
                entry=entry,
                asked_at=at,
            )
            for number, (at, outcome, entry) in enumerate(rows)
        )


@pytest.fixture
def figures(database: Database, editions: Editions) -> Figures:
    return Figures(database, editions, ZONE)


@pytest.mark.parametrize("counted", [False, True])
def test_days_hours_and_entries_are_what_was_asked(
    database: Database, figures: Figures, counted: bool
) -> None:
    """The same whether a day was written down or is counted now; small talk is no question."""
    ask(database, [(AT - DAY, "answer", "rice"), (AT - DAY, "no_answer", None)])
    ask(database, [(AT - DAY + HOUR, "smalltalk", None), (AT, "answer", "rice")], 6)
    ask(database, [(AT, "choices", None), (AT, "contact", "hotline")], 7)
    if counted:
        assert 1 == figures.count_days(AT)
    report = figures.report(AT, 3)
    assert [
        Day(TODAY - 2 * DAY),
        Day(TODAY - DAY, answered=1, no_answer=1),
        Day(TODAY, answered=2, choices=1),
    ] == list(report.days)
    assert (5, 1) == (report.hours[9], report.hours[10])
    assert [("rice", 2), ("hotline", 1)] == [(name, count) for name, _, count in report.entries]
    assert "เครื่องสีข้าวชุมชน" == report.entries[0][1]


def test_offices_and_provinces_are_those_of_the_entries(
    database: Database, figures: Figures, folder: Path, editions: Editions
) -> None:
    """What an answer was about is looked up in the knowledge of today."""
    entry = (
        "---\ntitle: ค่าย\nevent: {start: 2026-12-01, province: น่าน, organizer: สวทช.}\n---\nค่าย\n"
    )
    (folder / "camp.md").write_text(entry, "utf-8")
    editions.reload(AT)
    ask(database, [(AT, "answer", "camp"), (AT, "answer", "camp"), (AT, "answer", "gone-file")])
    report = figures.report(AT, 1)
    assert (("น่าน", 2),) == report.provinces
    assert ("สวทช.", 2) in report.agencies
    assert ("gone-file", "gone-file", 1) in report.entries


def test_a_day_is_the_clocks_day(database: Database, figures: Figures) -> None:
    """Half past midnight in Bangkok belongs to the new day, although UTC has the old one."""
    midnight = AT.replace(hour=0, minute=30)
    ask(database, [(midnight, "answer", "rice"), (midnight - HOUR, "answer", "rice")])
    assert [1, 1] == [one.asked for one in figures.report(AT, 2).days]


def test_a_late_vote_still_counts_and_forgetting_takes_no_count_away(
    database: Database, figures: Figures
) -> None:
    """Days are counted again for a week; the counts of the forgotten stay."""
    ask(database, [(AT - DAY, "answer", "rice")])
    figures.count_days(AT)
    with database.write() as session:
        session.add(Feedback(question_id=1, user_id=5, good=False, voted_at=AT))
    figures.count_days(AT)
    with database.write() as session:
        privacy.forget(session, "telegram", 5, 5, AT)
    figures.count_days(AT)
    assert Day(TODAY - DAY, answered=1, disliked=1) == figures.report(AT, 2).days[0]


def test_the_queue_and_the_time_to_teach(database: Database, figures: Figures) -> None:
    """What waits, most asked first."""
    with database.write() as session:
        for sample, count in (("น้อย", 1), ("มาก", 9)):
            session.add(Review(cluster=sample, sample=sample, count=count, first_at=AT, last_at=AT))
    report = figures.report(AT, 7)
    assert (("มาก", 9), ("น้อย", 1)) == figures.unanswered(1, AT)
    assert (2, 0, None) == (report.open_items, report.taught, report.hours_to_teach)


def test_thirty_answers_a_week_are_drawn_once(database: Database, editions: Editions) -> None:
    """Drawing again, as after a crash, adds none; every one can be judged, once."""
    sampling = AnswerSampling(database, editions, ZONE)
    last_week = AT - 6 * DAY  # a Tuesday
    ask(database, [(last_week + HOUR / 60 * at, "answer", "rice") for at in range(40)])
    ask(database, [(last_week, "no_answer", None), (AT, "answer", "rice")], 6)
    assert (DRAWN, DRAWN) == (sampling.draw(AT), sampling.draw(AT + HOUR))
    for place in range(DRAWN):
        card = sampling.card(AT)
        assert card
        assert ("ถาม", "ตอบ", "เครื่องสีข้าวชุมชน") == (card.question, card.answer, card.title)
        assert DRAWN - place == card.left
        assert sampling.judge(card.id, place % 10 > 0, 1, AT)
        assert not sampling.judge(card.id, False, 2, AT)
    assert sampling.card(AT) is None
    (week,) = Figures(database, editions, ZONE).report(AT, 7).weeks
    assert (date(2026, 11, 16), 27, 30) == (week.monday, week.right, week.judged)


def test_what_was_forgotten_is_not_shown_to_a_judge(database: Database, editions: Editions) -> None:
    """A drawn question whose asker is gone drops out."""
    sampling = AnswerSampling(database, editions, ZONE)
    ask(database, [(AT - 5 * DAY, "answer", "rice")])
    assert 1 == sampling.draw(AT)
    with database.write() as session:
        privacy.forget(session, "telegram", 5, 5, AT)
    assert sampling.card(AT) is None


@given(st.integers(1, 400), st.data())
def test_the_interval_is_wilsons(judged: int, data: st.DataObject) -> None:
    """Both ends solve Wilson's equation |p̂ - p| = z √(p(1 - p)/n)."""
    right = data.draw(st.integers(0, judged))
    share = right / judged
    for bound in wilson(right, judged):
        distance = 1.96 * math.sqrt(max(0.0, bound * (1 - bound)) / judged)
        assert math.isclose(abs(share - bound), distance, abs_tol=1e-6)


def test_a_chart_is_plain_svg_with_its_numbers_to_read(texts: Texts) -> None:
    """No style, script, id or comment, which a strict page refuses; a title on every bar."""
    days = [Day(TODAY - back * DAY, 5, 2, 1) for back in range(14)]
    drawn = [
        charts.days_svg(days, texts, "รายวัน"),
        charts.hours_svg(list(range(24)), "รายชั่วโมง"),
        charts.bars_svg([("สวทช. <b>", 3)], "หน่วยงาน"),
    ]
    for svg in drawn:
        root = etree.fromstring(svg)
        assert {"img"} == {root.get("role")}
        assert not root.xpath(
            "//@style | //@id | //*[local-name()='script' or local-name()='style']"
        )
        assert not root.xpath("//comment()")
    titles = etree.fromstring(drawn[0]).xpath("//*[local-name()='title']/text()")
    assert f"{days[0].label} · 5" in titles


def test_no_axis_of_counts_tells_a_part_of_one(texts: Texts) -> None:
    """A bar of one question stood over 0.2, 0.4 and 0.6."""
    svg = charts.bars_svg([("สวทช.", 1)], "หน่วยงาน")
    shown = set(etree.fromstring(svg).itertext())
    assert {"0", "1"} <= shown
    assert not [one for one in shown if re.search(r"\d\.\d", one)]


def test_the_picture_is_a_png_that_differs_with_its_words(texts: Texts) -> None:
    """Thai letters leave ink: another title gives another picture."""
    days = [Day(TODAY, 5, 2, 1)]
    one, other = (charts.days_png(days, texts, title) for title in ("ที่นี่", "นี่"))
    assert one.startswith(b"\x89PNG")
    assert one != other
    assert len(one) < 200_000
