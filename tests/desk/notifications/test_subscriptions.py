"""Followers hear once of what is new, by day; a broadcast reaches everybody once."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk.editions import Editions
from bot.desk.messaging.unit_of_work import OutgoingCall
from bot.desk.notifications.subscriptions import Broadcasts, NewEntry, Subscriptions
from bot.store import chats
from bot.store.database import Database
from bot.store.follows import BroadcastState
from bot.store.tables import Outbox
from tests.support.citizens import visitor
from tests.support.databases import read, rows_of
from tests.support.moments import AT, later

ME, OTHER = visitor(5), visitor(6)
EVENT = """---
kind: event
title: {title}
published: 2026-11-20
event: {{start: 2026-12-01, province: {province}}}
---

{title} เปิดให้ชมฟรี
"""


class Town:
    """A folder that gets new events, and people who follow provinces."""

    def __init__(self, database: Database, editions: Editions, folder: Path) -> None:
        self.database, self.editions, self._folder = database, editions, folder
        self.subscriptions = Subscriptions(database, editions)
        self.broadcasts = Broadcasts(database)

    def publishes(self, entry_id: str, province: str) -> None:
        text = EVENT.format(title=f"งานวิทย์ {entry_id}", province=province)
        (self._folder / f"{entry_id}.md").write_text(text, "utf-8")
        assert self.editions.reload(AT).swapped

    def tells(self, hours: float = 0) -> int:
        return self.subscriptions.notify_followers(draw, AT + timedelta(hours=hours))

    def sent(self) -> list[tuple[int, str]]:
        rows = rows_of(self.database, Outbox)
        return [(row.chat_id, read(row.payload)) for row in rows]

    def people(self, count: int) -> None:
        with self.database.write() as session:
            for number in range(1, count + 1):
                chats.note(session, "telegram", number, AT)


def draw(
    chat_id: int, novelties: Sequence[NewEntry], subjects: Sequence[str]
) -> list[OutgoingCall]:
    words = [*subjects, *(one.entry_id for one in novelties)]
    return [OutgoingCall(chat_id, "sendMessage", {"text": " ".join(words)})]


def shout(chat_id: int, text: str) -> list[OutgoingCall]:
    return [OutgoingCall(chat_id, "sendMessage", {"text": text})]


@pytest.fixture
def town(database: Database, editions: Editions, folder: Path) -> Town:
    return Town(database, editions, folder)


def test_followers_hear_once_of_what_they_follow(town: Town) -> None:
    """What was there before is no news; what comes is told once, to those who follow it."""
    town.publishes("old", "เชียงใหม่")
    assert 0 == town.tells()
    assert "เชียงใหม่" == town.subscriptions.named("จ.เชียงใหม่")
    assert town.subscriptions.follow(ME, "เชียงใหม่", AT)
    assert town.subscriptions.follow(OTHER, "สงขลา", AT)
    town.publishes("new", "เชียงใหม่")
    assert [1, 0] == [town.tells(), town.tells()]
    assert [(5, '{"text": "เชียงใหม่ new"}')] == town.sent()


def test_nobody_is_woken_at_night(town: Town) -> None:
    """What comes at night is told in the morning."""
    town.tells()
    town.subscriptions.follow(ME, "ตรัง", AT)
    town.publishes("night", "ตรัง")
    assert [0, 1] == [town.tells(hours=12), town.tells(hours=24)]


def test_who_stopped_or_left_is_told_nothing(town: Town) -> None:
    """One tap ends it; a chat that blocked the bot is passed over."""
    town.tells()
    for who in (ME, OTHER):
        town.subscriptions.follow(who, "ตรัง", AT)
    town.subscriptions.unfollow(ME, "ตรัง")
    with town.database.write() as session:
        chats.close(session, "telegram", OTHER.chat_id)
    town.publishes("quiet", "ตรัง")
    assert 0 == town.tells()


def test_a_broadcast_reaches_everybody_once_in_batches(town: Town) -> None:
    """Ordered twice by the same message it is one; a restart goes on where it stood."""
    town.people(320)
    town.broadcasts.set_wanted(ME, False, AT)
    assert 319 == town.broadcasts.audience()
    assert 1 == len({town.broadcasts.order("ประกาศ", "9:1", 9, AT) for _ in range(2)})
    counts = [Broadcasts(town.database).advance(shout, later(n)) for n in range(5)]
    assert [150, 150, 19, 0, 0] == counts
    assert {number for number in range(1, 321) if number != 5} == {chat for chat, _ in town.sent()}


def test_a_stopped_broadcast_reaches_nobody_else(town: Town) -> None:
    """Who has it has it; the rest never get it."""
    town.people(200)
    number = town.broadcasts.order("ประกาศ", "9:1", 9, AT)
    town.broadcasts.advance(shout, AT)
    sent = town.broadcasts.stop(number, 9, later(1))
    assert sent
    assert (BroadcastState.STOPPED, 150, 200) == (sent.state, sent.told, sent.audience)
    assert 0 == town.broadcasts.advance(shout, later(2))
    assert town.broadcasts.stop(number + 1, 9, later(3)) is None
