"""The way into the web console: a link that works once, and the browser it signs in.

Tokens are 128 random bits; the database only ever sees their hashes, so that a stolen copy of
it opens nothing. Whoever holds a role is asked for it again at every page.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.desk.errors import RefusedError
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.staff.people import TERMINAL, People, Role
from bot.store import audit, people
from bot.store.database import Database
from bot.store.people import BrowserSession, Invitation
from bot.texts import Texts

LINK_LASTS = timedelta(minutes=10)
IDLE = timedelta(minutes=30)
LONGEST_SESSION = timedelta(hours=12)
_LINKS = 5  # asked for by one person …
_WITHIN = timedelta(minutes=15)  # … in this time
_NOTED = timedelta(minutes=1)  # how exactly it is kept when a browser was last seen
ENTER = "/console/enter/"


@dataclass(frozen=True, slots=True)
class ConsoleLink:
    """A way in. `code` is shown beside the link and on the page it opens: they must agree."""

    address: str
    code: str  # 3 digits


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The person behind a browser. `form_key` stands in every form that changes something."""

    user_id: int
    role: Role
    form_key: str


class Console:
    """`address` is where browsers reach the site, without a slash at its end."""

    def __init__(self, database: Database, people: People, texts: Texts, address: str) -> None:
        self._database = database
        self._people = people
        self._texts = texts
        self.address = address

    @property
    def secure(self) -> bool:
        """Whether browsers come over https."""
        return self.address.startswith("https://")

    def invite(self, work: UnitOfWork, user_id: int, at: datetime) -> ConsoleLink:
        """A link for this person, good once within ten minutes once the unit of work is written.

        Raises `RefusedError` after five links in fifteen minutes.
        """
        with self._database.read() as session:
            if people.invited_since(session, user_id, at - _WITHIN) >= _LINKS:
                raise RefusedError(self._texts("console.too_many_links"))
        token = secrets.token_urlsafe(16)
        row = Invitation(
            token_hash=_hash(token), user_id=user_id, made_at=at, ends_at=at + LINK_LASTS
        )
        work.write(lambda session: session.add(row))
        return ConsoleLink(f"{self.address}{ENTER}{token}", code_of(token))

    def printed_link(self, at: datetime) -> str:
        """A link for the user of this machine, as a line to print. Raises `RefusedError`."""
        with UnitOfWork(self._database).committed(at) as work:
            link = self.invite(work, TERMINAL, at)
        return self._texts("console.link_printed", address=link.address, code=link.code)

    def is_open(self, token: str, at: datetime) -> bool:
        """Whether the link can still be used; looking uses nothing up."""
        with self._database.read() as session:
            return people.open_invitation(session, _hash(token), at) is not None

    def enter(self, token: str, at: datetime) -> str | None:
        """Use the link: the cookie of a new session; None for a link that is no good (any more)."""
        cookie = secrets.token_urlsafe(32)
        with self._database.write() as session:
            row = people.open_invitation(session, _hash(token), at)
            if row is None or not people.use_invitation(session, _hash(token), at):
                return None
            if self._people.role_of(row.user_id) < Role.STAFF:
                return None
            session.add(
                BrowserSession(
                    token_hash=_hash(cookie), user_id=row.user_id, began_at=at, seen_at=at
                )
            )
            audit.add(session, row.user_id, "console.enter", "", at)
        return cookie

    def signed_in(self, cookie: str, at: datetime) -> SignedIn | None:
        """Who this browser is; None when it is not signed in (any more).

        A session ends after 30 minutes without a page, after 12 hours, and with the role.
        """
        token_hash = _hash(cookie)
        with self._database.read() as session:
            browser = people.browser_session(session, token_hash)
        if browser is None:
            return None
        role = self._people.role_of(browser.user_id)
        over = at - browser.seen_at > IDLE or at - browser.began_at > LONGEST_SESSION
        if over or role < Role.STAFF:
            self._end(token_hash, at)
            return None
        if at - browser.seen_at >= _NOTED:
            with self._database.write() as session:
                people.touch_browser_session(session, token_hash, at)
        return SignedIn(browser.user_id, role, form_key(cookie))

    def leave(self, cookie: str, at: datetime) -> None:
        """Sign this browser out."""
        self._end(_hash(cookie), at)

    def leave_everywhere(self, user_id: int, by: int, at: datetime) -> int:
        """Sign every browser of the person out; how many there were."""
        with self._database.write() as session:
            audit.add(session, by, "console.leave_everywhere", str(user_id), at)
            return people.end_browser_sessions(session, user_id, at)

    def _end(self, token_hash: str, at: datetime) -> None:
        with self._database.write() as session:
            people.end_browser_session(session, token_hash, at)


def code_of(token: str) -> str:
    """Three digits that the chat and the page show for the same link."""
    number = int.from_bytes(hashlib.sha256(f"code:{token}".encode()).digest()[:4])
    return f"{number % 1000:03}"


def form_key(cookie: str) -> str:
    """What only a page of this browser's own can put into a form."""
    return _hash(f"form:{cookie}")[:32]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
