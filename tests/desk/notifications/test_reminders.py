"""Reminders: the day before, by day, once, and true to what the event says by then."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.desk.editions import Editions
from bot.desk.messaging.chat_memory import Visitor
from bot.desk.messaging.unit_of_work import OutgoingCall
from bot.desk.notifications.reminders import Reminders
from bot.dialogue.replies import Reply, plain_text
from bot.store.database import Database
from bot.texts import Texts
from tests.support.citizens import doing, visitor

ZONE = ZoneInfo("Asia/Bangkok")
ASKED = datetime(2026, 11, 23, 10, tzinfo=ZONE)
SOMBAT, MALEE = visitor(1), visitor(2)
EVENT = """---
kind: event
title: "งานว่าวประจำปี"
event: {{start: {day}, venue: "สนามกลาง"}}
---
งานว่าวประจำปีจัดที่สนามกลาง
"""


class Diary:
    """Reminders over a folder with one event, and what was told to whom."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self.editions = Editions(folder, folder / "taught", Texts.load())
        self.reminders = Reminders(database, self.editions)
        self.told: list[tuple[int, str, str]] = []
        self.hold("2026-12-04")

    def hold(self, day: str | None) -> None:
        """Put the event on a day, or take it away."""
        path = self.folder / "kite.md"
        if day:
            path.write_text(EVENT.format(day=day), "utf-8")
        else:
            path.unlink()
            (self.folder / "other.md").write_text("---\ntitle: อื่น\n---\nเรื่องอื่น\n", "utf-8")
        self.editions.reload(ASKED)

    def ask(self, who: Visitor, at: datetime = ASKED) -> datetime | None:
        """Ask to be reminded."""
        with doing(self.database, at) as work:
            return self.reminders.remind(work, "kite", who, at)

    def draw(self, chat_id: int, lead: str, reply: Reply | None) -> Sequence[OutgoingCall]:
        """Note what is told."""
        self.told.append((chat_id, lead, plain_text(reply) if reply else ""))
        return [OutgoingCall(chat_id, "sendMessage", {"text": lead})]

    def pass_by(self, day: int, hour: int, month: int = 12) -> int:
        """Look at the diary at this hour."""
        return self.reminders.send_due(self.draw, datetime(2026, month, day, hour, tzinfo=ZONE))


@pytest.fixture
def diary(database: Database, tmp_path: Path) -> Diary:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    return Diary(database, folder)


def test_everybody_is_reminded_once_on_the_morning_before(diary: Diary) -> None:
    """Asking twice is asking once; before the morning and after it nothing is told."""
    assert datetime(2026, 12, 3, 9, tzinfo=ZONE) == diary.ask(SOMBAT)
    diary.ask(SOMBAT, ASKED + timedelta(hours=1))
    diary.ask(MALEE)
    assert [0, 2, 0, 0] == [diary.pass_by(*at) for at in ((3, 8), (3, 9), (3, 10), (4, 9))]
    assert {1, 2} == {chat for chat, _, _ in diary.told}
    assert {"reminders.tomorrow"} == {lead for _, lead, _ in diary.told}
    assert "งานว่าวประจำปี" in diary.told[0][2]


def test_nobody_is_woken(diary: Diary) -> None:
    """What was missed is told in the morning, as what is today."""
    diary.ask(SOMBAT)
    assert [0, 0, 1] == [diary.pass_by(*at) for at in ((3, 21), (4, 6), (4, 8))]
    assert "reminders.today" == diary.told[0][1]


def test_an_event_put_off_is_told_on_its_new_day(diary: Diary) -> None:
    """Nobody is sent to a place where nothing happens."""
    diary.ask(SOMBAT)
    diary.hold("2026-12-20")
    assert [0, 0, 1] == [diary.pass_by(*at) for at in ((3, 9), (18, 9), (19, 9))]


def test_an_event_brought_forward_is_told_before_it(diary: Diary) -> None:
    """On the morning before, or where that is over at once."""
    diary.ask(SOMBAT)
    diary.hold("2026-12-02")
    assert [0, 1, 0] == [diary.pass_by(*at) for at in ((30, 9, 11), (1, 9), (3, 9))]

    diary.ask(MALEE, ASKED + timedelta(days=8))
    diary.hold("2026-12-20")
    diary.ask(MALEE, ASKED + timedelta(days=8))
    diary.hold("2026-12-05")
    assert [1, 0] == [diary.pass_by(*at) for at in ((5, 12), (19, 9))]
    assert ["reminders.tomorrow", "reminders.today"] == [lead for _, lead, _ in diary.told]


def test_an_event_taken_away_is_told_as_gone(diary: Diary) -> None:
    """Silence would send people there."""
    diary.ask(SOMBAT)
    diary.hold(None)
    assert 1 == diary.pass_by(3, 9)
    assert [(1, "reminders.gone", "")] == diary.told


def test_what_is_over_is_not_told(diary: Diary) -> None:
    """After a long outage an old reminder is dropped."""
    diary.ask(SOMBAT)
    assert [0, 0] == [diary.pass_by(5, 9), diary.pass_by(6, 9)]


def test_a_reminder_can_be_taken_back(diary: Diary) -> None:
    """Of two who asked, the other is still told."""
    diary.ask(SOMBAT)
    diary.ask(MALEE)
    with doing(diary.database) as work:
        diary.reminders.forget(work, "kite", SOMBAT)
    assert 1 == diary.pass_by(3, 9)
    assert [2] == [chat for chat, _, _ in diary.told]


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (datetime(2026, 12, 3, 8, 59, tzinfo=ZONE), datetime(2026, 12, 3, 9, tzinfo=ZONE)),
        (datetime(2026, 12, 3, 9, 0, tzinfo=ZONE), datetime(2026, 12, 4, 8, tzinfo=ZONE)),
        (datetime(2026, 12, 4, 8, 0, tzinfo=ZONE), None),
        (datetime(2027, 1, 1, 8, 0, tzinfo=ZONE), None),
    ],
)
def test_late_wishes_are_for_the_same_morning_or_not_at_all(
    diary: Diary, at: datetime, due: datetime | None
) -> None:
    """The day before while that is possible."""
    assert due == diary.ask(SOMBAT, at)


def test_a_crash_between_two_looks_tells_nobody_twice(diary: Diary) -> None:
    """The row goes in the transaction that queues the message."""
    diary.ask(SOMBAT)

    def fail(chat_id: int, lead: str, reply: Reply | None) -> Sequence[OutgoingCall]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        diary.reminders.send_due(fail, datetime(2026, 12, 3, 9, tzinfo=ZONE))
    assert [1, 0] == [diary.pass_by(3, 9), diary.pass_by(3, 10)]
