"""Rights belong to ids, include those of every lower role, and go the moment they are taken."""

import pytest

from bot.desk.errors import RefusedError
from bot.desk.staff.console import Console
from bot.desk.staff.people import TERMINAL, People, Role
from bot.store.database import Database
from bot.store.people import BrowserSession, Invitation
from bot.store.tables import Audit, Outbox
from bot.texts import Texts
from tests.support.citizens import doing
from tests.support.databases import rows_of
from tests.support.moments import AT, later

ROOT, STAFF, NEW = 1, 3, 77


@pytest.fixture
def people(database: Database, texts: Texts) -> People:
    """One admin and one of the staff from the settings."""
    return People(database, texts, {ROOT, 2}, {2, STAFF})


@pytest.fixture
def console(database: Database, people: People, texts: Texts) -> Console:
    """The door."""
    return Console(database, people, texts, "http://127.0.0.1:8013")


def token_for(database: Database, console: Console, user_id: int, seconds: float = 0) -> str:
    """The token of a new link."""
    with doing(database) as work:
        link = console.invite(work, user_id, later(seconds))
    return link.address.rpartition("/")[2]


def enter(database: Database, console: Console, user_id: int) -> str:
    """The cookie of somebody who just signed in."""
    cookie = console.enter(token_for(database, console, user_id), AT)
    assert cookie
    return cookie


def test_roles_come_from_the_settings(people: People) -> None:
    """An admin who is also staff is an admin; a stranger is a citizen; the machine may all."""
    assert [Role.ADMIN, Role.ADMIN, Role.STAFF, Role.CITIZEN, Role.ADMIN] == [
        people.role_of(one) for one in (1, 2, 3, 4, TERMINAL)
    ]
    assert (1, 2, 3) == people.with_role(Role.STAFF)
    assert (1, 2) == people.with_role(Role.ADMIN)


def test_a_role_is_given_and_taken(people: People, database: Database) -> None:
    """In force at once, written down with before and after, told to admins and the person."""
    people.appoint(NEW, Role.ADMIN, ROOT, AT)
    assert (1, 2, NEW) == people.with_role(Role.ADMIN)
    people.appoint(NEW, Role.CITIZEN, 2, later(5))
    assert Role.CITIZEN == people.role_of(NEW)
    trail = [(row.who, row.before, row.after) for row in rows_of(database, Audit)]
    told = [row.chat_id for row in rows_of(database, Outbox)]
    assert [(ROOT, "CITIZEN", "ADMIN"), (2, "ADMIN", "CITIZEN")] == trail
    assert [1, 2, NEW] * 2 == told


def test_what_the_settings_give_cannot_be_taken(people: People) -> None:
    """Nobody locks the ministry out; staff of the settings may still rise."""
    with pytest.raises(RefusedError, match="ADMIN_IDS"):
        people.appoint(ROOT, Role.STAFF, 2, AT)
    assert Role.ADMIN == people.appoint(STAFF, Role.ADMIN, ROOT, AT).role
    assert Role.ADMIN == people.role_of(STAFF)


@pytest.mark.parametrize("number", [0, -5, 2**60])
def test_an_impossible_id_gets_no_role(people: People, number: int) -> None:
    """Groups and mistyped numbers are refused."""
    with pytest.raises(RefusedError):
        people.appoint(number, Role.STAFF, ROOT, AT)


def test_a_link_signs_in_once_within_ten_minutes(database: Database, console: Console) -> None:
    """Looking uses nothing up; entering does; time does."""
    token = token_for(database, console, ROOT)
    assert console.is_open(token, AT)
    cookie = console.enter(token, later(599))
    assert cookie
    who = console.signed_in(cookie, later(599))
    assert who
    assert (ROOT, Role.ADMIN) == (who.user_id, who.role)
    assert console.enter(token, later(599)) is None
    late = token_for(database, console, ROOT)
    assert not console.is_open(late, later(600))
    assert console.enter(late, later(600)) is None


def test_neither_token_nor_cookie_is_stored(database: Database, console: Console) -> None:
    """A stolen copy of the database opens nothing."""
    token = token_for(database, console, ROOT)
    cookie = console.enter(token, AT)
    kept = [row.token_hash for row in rows_of(database, Invitation)]
    kept += [row.token_hash for row in rows_of(database, BrowserSession)]
    assert len(kept) == 2
    assert not {token, cookie} & set(kept)


def test_a_stay_ends_by_itself(database: Database, console: Console) -> None:
    """After half an hour without a page, and after twelve hours with many."""
    cookie = enter(database, console, ROOT)
    assert console.signed_in(cookie, later(1800))
    assert console.signed_in(cookie, later(3600 + 1)) is None
    assert console.signed_in(cookie, later(1800)) is None
    busy = enter(database, console, ROOT)
    hours = [console.signed_in(busy, later(60 * minutes)) for minutes in range(0, 740, 20)]
    assert [True] * 37 == [who is not None for who in hours]
    assert console.signed_in(busy, later(12 * 3600 + 1)) is None


def test_a_stay_ends_with_the_role(database: Database, people: People, console: Console) -> None:
    """Taking the role away signs out every browser; giving it back signs none in."""
    people.appoint(NEW, Role.STAFF, ROOT, AT)
    cookie = enter(database, console, NEW)
    unused = token_for(database, console, NEW)
    people.appoint(NEW, Role.CITIZEN, ROOT, AT)
    assert console.signed_in(cookie, AT) is None
    assert console.enter(unused, AT) is None
    people.appoint(NEW, Role.STAFF, ROOT, later(1))
    assert console.signed_in(cookie, later(1)) is None


def test_every_browser_can_be_signed_out(database: Database, console: Console) -> None:
    """One's own, all of them, and nobody else's."""
    first, second = enter(database, console, ROOT), enter(database, console, ROOT)
    other = enter(database, console, 2)
    assert 2 == console.leave_everywhere(ROOT, ROOT, AT)
    assert [None, None] == [console.signed_in(one, AT) for one in (first, second)]
    assert console.signed_in(other, AT)
    console.leave(other, AT)
    assert console.signed_in(other, AT) is None


def test_links_cannot_be_asked_for_without_end(database: Database, console: Console) -> None:
    """Five in a quarter of an hour; later again."""
    for _ in range(5):
        token_for(database, console, ROOT)
    with pytest.raises(RefusedError, match="15"):
        token_for(database, console, ROOT)
    assert token_for(database, console, 2)
    assert token_for(database, console, ROOT, 901)


def test_forged_tokens_open_nothing(console: Console) -> None:
    """Whatever it is, it is no key."""
    for forged in ("", "x", "../..", "\ud83d", "ก" * 5000, "a" * 22):
        assert not console.is_open(forged, AT)
        assert console.enter(forged, AT) is None
        assert console.signed_in(forged, AT) is None
