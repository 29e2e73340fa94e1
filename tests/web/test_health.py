"""Machines that watch hear the truth, and figures are not for everybody."""

import re
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from bot.desk.editions import Editions
from bot.desk.messaging.mailbox import Mailbox
from bot.desk.messaging.unit_of_work import OutgoingCall, UnitOfWork
from bot.desk.operations.health import Health
from bot.search.thresholds import out_of_scope_messages
from bot.store.database import Database
from bot.texts import Texts
from tests.desk.builders import update, write_topics
from tests.support.citizens import doing
from tests.support.moments import AT, later
from tests.web.site import METRICS, make_site, write_knowledge


@pytest.fixture
def mailbox(sqlite_database: Database) -> Mailbox:
    return Mailbox(sqlite_database)


@pytest.fixture
def health(sqlite_database: Database, mailbox: Mailbox, tmp_path: Path) -> Health:
    write_topics(tmp_path / "knowledge")
    editions = Editions(tmp_path / "knowledge", tmp_path / "taught", Texts.load())
    editions.reload(AT)
    return Health(sqlite_database, editions, mailbox)


def client(database: Database, folder: Path, host: str = "127.0.0.1", **headers: str) -> TestClient:
    site = make_site(database, write_knowledge(folder / "knowledge"))
    return TestClient(site, client=(host, 4711), headers=headers)


def test_all_is_well(health: Health) -> None:
    """Nothing wrong, five entries served, and this very base was tried on strangers."""
    assert {} == health.faults(AT)
    state = health.state()
    assert (1, 5) == (state["edition"], state["entries"])
    assert isinstance(state["thresholds"], dict)
    assert len(out_of_scope_messages()) == state["thresholds"]["tried"]


def test_a_silent_line_is_told_in_its_own_words(health: Health) -> None:
    """Whatever receives from Telegram says what is wrong with it."""
    health.telegram_fault = lambda _at: "another program uses the same token"
    assert {"telegram": "another program uses the same token"} == health.faults(AT)


def test_a_database_that_cannot_be_written(
    health: Health, sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told while it lasts and no longer; asked at most every five seconds."""
    with monkeypatch.context() as patch:
        patch.setattr(sqlite_database, "write", lambda: 1 / 0)
        assert {"database": "cannot be written: ZeroDivisionError"} == health.faults(AT)
    assert "database" in health.faults(later(4))
    assert {} == health.faults(later(5))


def test_a_disk_that_fills_up(
    health: Health, sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it is full, not when."""
    monkeypatch.setattr(sqlite_database, "free_bytes", lambda: 199_000_000)
    assert {"disk": "199 MB free"} == health.faults(AT)


def test_an_update_that_nobody_handles(health: Health, mailbox: Mailbox) -> None:
    """Whoever should have handled it died or hangs; one that is to wait its turn is not late."""
    mailbox.accept([update(1)], AT)
    health.telegram_fault = lambda _at: ""
    (received,) = mailbox.next_updates(AT)
    assert {} == health.faults(later(60))
    assert {"inbox": "an update waits 61 s"} == health.faults(later(61))
    mailbox.fail(received, "TimeoutError", later(61))
    assert {} == health.faults(later(61.5))


def test_an_answer_that_does_not_leave(
    health: Health, mailbox: Mailbox, sqlite_database: Database
) -> None:
    """A minute is too long; what Telegram asked to keep for later is not late."""
    with doing(sqlite_database) as work:
        work.send(OutgoingCall(5, "sendMessage", {"text": "x"}, dedup="x"))
    health.telegram_fault = lambda _at: ""
    assert {} == health.faults(later(60))
    assert {"outbox": "an answer waits 61 s"} == health.faults(later(61))
    mailbox.later(mailbox.claim(later(61))[0], later(600))
    assert {} == health.faults(later(599))


def test_a_loop_that_hangs(health: Health) -> None:
    """Five seconds without a heartbeat."""
    assert health.alive(0.0)
    health.beat(100.0, 0.25)
    assert health.alive(104.9)
    assert not health.alive(105.1)


def test_a_part_that_hangs(health: Health) -> None:
    """No job and no reading of the knowledge takes a quarter of an hour."""
    health.last_rounds["schedule"] = AT
    assert {} == health.faults(later(900))
    assert {"schedule": "hangs since 09:30:00"} == health.faults(later(901))


def test_the_figures(health: Health, mailbox: Mailbox, sqlite_database: Database) -> None:
    """Everything the operator is promised is there, and says what happened."""
    mailbox.accept([update(1), update(2), None], AT)
    received, *_ = mailbox.next_updates(AT)
    work = UnitOfWork(sqlite_database)
    work.send(OutgoingCall(5, "sendMessage", {"text": "x"}, dedup="x"))
    mailbox.finish(received, work, later(1))
    (parcel,) = mailbox.claim(later(1))
    mailbox.sent(parcel, 1, later(2))
    text = health.exposition(later(10)).decode()
    found = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert 1 == found["thamwit_ready",]
    assert (1, 1, 1) == tuple(
        found["thamwit_inbox_updates", state] for state in ("new", "done", "dead")
    )
    assert 10 == found["thamwit_waiting_seconds", "inbox"]
    assert (1, 2) == (found["thamwit_answer_seconds_count",], found["thamwit_answer_seconds_sum",])
    assert 5 == found["thamwit_entries",]
    for name in (
        "throttled_total", "dead_total", "resent_total", "unknown_total", "refused_total",
        "flood_waits_total", "forged_total", "loop_lag_seconds", "edition", "knowledge_errors",
        "wal_bytes", "disk_free_bytes", "engine_seconds_count",
    ):  # fmt: skip
        assert (f"thamwit_{name}",) in found


def test_a_site_that_is_not_ready_says_why(tmp_path: Path, sqlite_database: Database) -> None:
    """503 with the reasons, for a balancer and for a person."""
    site = TestClient(make_site(sqlite_database, tmp_path / "empty"), client=("127.0.0.1", 1))
    answer = site.get("/readyz")
    assert 503 == answer.status_code
    assert {"knowledge": "no entries"} == answer.json()["faults"]


def test_figures_are_for_this_machine(sqlite_database: Database, tmp_path: Path) -> None:
    """Here they open without a word."""
    answer = client(sqlite_database, tmp_path).get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    assert re.search(r"^thamwit_ready 1\.0$", answer.text, re.MULTILINE)


@pytest.mark.parametrize(
    ("host", "headers", "status"),
    [
        ("10.0.0.9", {}, 403),
        ("127.0.0.1", {"X-Forwarded-For": "10.0.0.9"}, 403),
        ("10.0.0.9", {"Authorization": "Bearer wrong"}, 403),
        ("10.0.0.9", {"Authorization": f"Basic {METRICS}"}, 403),
        ("10.0.0.9", {"Authorization": f"Bearer {METRICS}"}, 200),
    ],
)
def test_others_need_the_token(
    sqlite_database: Database, tmp_path: Path, host: str, headers: dict[str, str], status: int
) -> None:
    """A proxy does not make a stranger a neighbour."""
    answer = client(sqlite_database, tmp_path, host, **headers).get("/metrics")
    assert status == answer.status_code
