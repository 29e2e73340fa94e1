"""Into the console and out again: the page a link opens, and the browsers that are signed in."""

import hmac
import secrets
import threading
from collections import OrderedDict
from datetime import datetime, timedelta
from hashlib import blake2b

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.staff.console import ENTER, LONGEST_SESSION, code_of
from bot.desk.staff.people import Role
from bot.web.forms import with_form
from bot.web.frame import BROWSERS, TABS, Frame, SignedRequest

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
            Route(ENTER + "{token}", with_form(self.enter), methods=["POST"]),
            Route(BROWSERS, self._frame.requires(staff, self.browsers)),
            Route("/console/leave", self._frame.requires(staff, self.leave), methods=["POST"]),
        ]

    def home(self, request: SignedRequest) -> Response:
        """The first page of the console that this person may open."""
        return RedirectResponse(next(tab.path for tab in TABS if tab.role <= request.who.role), 303)

    def door(self, request: Request) -> Response:
        """What a link opens: the code to compare, and the button."""
        token, at = request.path_params["token"], self._frame.clock()
        if not self._frame.console.is_open(token, at):
            return self._bad_link(request)
        visit = secrets.token_urlsafe(16)
        page = self._frame.page(
            request, "enter.html", code=code_of(token), visit=_sealed(token, visit)
        )
        self._set(page, self._door_cookie, visit, 600)
        return page

    def enter(self, request: Request, form: FormData) -> Response:
        """The button: sign this browser in, once."""
        token, at = request.path_params["token"], self._frame.clock()
        if self._tries.too_many(_address(request), at):
            return self._frame.message(request, 429, "console.too_many_tries")
        given = str(form.get("visit", ""))
        expected = _sealed(token, request.cookies.get(self._door_cookie, ""))
        if not hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode()):
            return self._bad_link(request)
        cookie = self._frame.console.enter(token, at)
        if cookie is None:
            return self._bad_link(request)
        page = RedirectResponse("/console", 303)
        page.delete_cookie(self._door_cookie, path="/", secure=self._frame.console.secure)
        self._set(page, self._frame.cookie, cookie, int(LONGEST_SESSION.total_seconds()))
        return page

    def browsers(self, request: SignedRequest) -> Response:
        """Who one is here, and the ways out."""
        return self._frame.show(request, "console/browsers.html")

    def leave(self, request: SignedRequest) -> Response:
        """Sign out here, or everywhere."""
        console, user_id = self._frame.console, request.who.user_id
        if request.form.get("everywhere"):
            console.leave_everywhere(user_id, user_id, request.at)
        else:
            console.leave(request.http.cookies.get(self._frame.cookie, ""), request.at)
        page = self._frame.message(request.http, 200, "console.left")
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
    """How often each address came with something bad lately. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._bad: OrderedDict[str, list[datetime]] = OrderedDict()

    def count(self, address: str, at: datetime) -> None:
        """One more."""
        with self._lock:
            self._bad[address] = [*self._recent(address, at), at][-_TRIES:]
            self._bad.move_to_end(address)
            if len(self._bad) > _ADDRESSES:
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
