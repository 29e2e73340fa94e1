"""Into the console and out again: the page a link opens, and the browsers that are signed in."""

import hmac
import secrets
from collections import OrderedDict
from datetime import datetime, timedelta
from hashlib import blake2b

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.console import ENTER, LONGEST_STAY, SignedIn, code_of
from bot.desk.people import Role
from bot.web.frame import TABS, Frame

_TRIES = 5  # bad links from one address …
_WITHIN = timedelta(minutes=15)  # … in this time
_ADDRESSES = 10_000  # remembered


class SigningIn:
    """Looking at a link uses nothing up; only the button on its page does.

    The page and the button must be of one browser: a preview or a foreign form cannot press it.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._tries = Tries()

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        staff = Role.STAFF
        return [
            Route("/console", self._frame.requires(staff, self.home)),
            Route(ENTER + "{token}", self.door, methods=["GET"]),
            Route(ENTER + "{token}", self.enter, methods=["POST"]),
            Route("/console/browsers", self._frame.requires(staff, self.browsers)),
            Route("/console/leave", self._frame.requires(staff, self.leave), methods=["POST"]),
        ]

    async def home(self, request: Request, who: SignedIn) -> Response:
        """The first page of the console that this person may open."""
        return RedirectResponse(next(tab.path for tab in TABS if tab.role <= who.role), 303)

    async def door(self, request: Request) -> Response:
        """What a link opens: the code to compare, and the button."""
        token, at = request.path_params["token"], self._frame.clock()
        if not await run_in_threadpool(self._frame.console.is_open, token, at):
            return self._bad_link(request)
        visit = secrets.token_urlsafe(16)
        page = self._frame.page(
            request, "enter.html", code=code_of(token), visit=_sealed(token, visit)
        )
        self._set(page, self._door_cookie, visit, 600)
        return page

    async def enter(self, request: Request) -> Response:
        """The button: sign this browser in, once."""
        token, at = request.path_params["token"], self._frame.clock()
        if self._tries.too_many(_address(request), at):
            return self._frame.message(request, 429, "console.too_many_tries")
        given = str((await request.form()).get("visit", ""))
        expected = _sealed(token, request.cookies.get(self._door_cookie, ""))
        if not hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode()):
            return self._bad_link(request)
        cookie = await run_in_threadpool(self._frame.console.enter, token, at)
        if cookie is None:
            return self._bad_link(request)
        page = RedirectResponse("/console", 303)
        page.delete_cookie(self._door_cookie, path="/", secure=self._frame.console.secure)
        self._set(page, self._frame.cookie, cookie, int(LONGEST_STAY.total_seconds()))
        return page

    async def browsers(self, request: Request, who: SignedIn) -> Response:
        """Who one is here, and the ways out."""
        return self._frame.page(request, "console/browsers.html", who)

    async def leave(self, request: Request, who: SignedIn) -> Response:
        """Sign out here, or everywhere."""
        console, at = self._frame.console, self._frame.clock()
        if (await request.form()).get("everywhere"):
            await run_in_threadpool(console.leave_everywhere, who.user_id, who.user_id, at)
        else:
            cookie = request.cookies.get(self._frame.cookie, "")
            await run_in_threadpool(console.leave, cookie, at)
        page = self._frame.message(request, 200, "console.left")
        page.delete_cookie(self._frame.cookie, path="/", secure=console.secure)
        return page

    @property
    def _door_cookie(self) -> str:
        return "__Host-door" if self._frame.console.secure else "door"

    def _set(self, page: Response, name: str, value: str, seconds: int) -> None:
        page.set_cookie(
            name,
            value,
            max_age=seconds,
            path="/",
            secure=self._frame.console.secure,
            httponly=True,
            samesite="strict",
        )

    def _bad_link(self, request: Request) -> Response:
        self._tries.count(_address(request), self._frame.clock())
        return self._frame.message(request, 403, "console.bad_link")


class Tries:
    """How often each address came with something bad lately."""

    def __init__(self) -> None:
        self._bad: OrderedDict[str, list[datetime]] = OrderedDict()

    def count(self, address: str, at: datetime) -> None:
        """One more."""
        self._bad[address] = [*self._recent(address, at), at][-_TRIES:]
        self._bad.move_to_end(address)
        while len(self._bad) > _ADDRESSES:
            self._bad.popitem(last=False)

    def too_many(self, address: str, at: datetime) -> bool:
        """Whether the address has to wait."""
        return len(self._recent(address, at)) >= _TRIES

    def _recent(self, address: str, at: datetime) -> list[datetime]:
        return [one for one in self._bad.get(address, []) if at - one < _WITHIN]


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _sealed(token: str, visit: str) -> str:
    """What only the page of this link in this browser can send back."""
    if not visit:
        visit = secrets.token_urlsafe(16)  # no cookie, so nothing can fit
    key = visit.encode("utf-8", "replace")[:64]
    return blake2b(token.encode("utf-8", "replace"), key=key, digest_size=16).hexdigest()
