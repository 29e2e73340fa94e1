"""The frame of every page: how it is drawn, who may open it, its navigation."""

import hmac
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from bot.desk.errors import RefusedError
from bot.desk.reporting.question_log import local_moment
from bot.desk.staff.console import Console, SignedIn
from bot.desk.staff.people import Role
from bot.texts import Texts
from bot.web.downloads import drawn, saved_at
from bot.web.guards import RELEASES

HERE = Path(__file__).parent
PAGES = (("/", "web.page_chat"), ("/console", "web.page_console"))
FORM_KEY = "form_key"  # the hidden field of every form of a signed-in person
_WRITTEN = 40  # characters; what is shorter is soon typed again
_MOST_READ = 1024 * 1024  # bytes of a form of somebody who is not signed in: no upload

_READING = {"GET", "HEAD"}  # methods that change nothing

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A request of somebody who is signed in; `form` is empty unless something was posted."""

    http: Request
    who: SignedIn
    form: FormData
    at: datetime

    @property
    def query(self) -> QueryParams:
        """The parameters of the query."""
        return self.http.query_params

    def in_path(self, name: str) -> Any:
        """The value of `{name}` in the path."""
        return self.http.path_params[name]


Handle = Callable[[SignedRequest], Response]  # runs in a thread


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the console as its navigation names it; `key` is a text."""

    path: str
    key: str
    role: Role


QUEUE, QUESTIONS, CASES = "/console/queue", "/console/questions", "/console/cases"
KNOWLEDGE, PEOPLE, AUDIT = "/console/knowledge", "/console/people", "/console/audit"
SETTINGS, FIGURES, BROWSERS = "/console/settings", "/console/figures", "/console/browsers"
# Every page that people are led to, in the order they see them.
TABS = (
    Tab(QUEUE, "console.tab.queue", Role.ADMIN),
    Tab(QUESTIONS, "console.tab.questions", Role.ADMIN),
    Tab(RELEASES, "staff.tab", Role.STAFF),
    Tab(CASES, "console.tab.cases", Role.STAFF),
    Tab(KNOWLEDGE, "console.tab.knowledge", Role.STAFF),
    Tab(PEOPLE, "console.tab.people", Role.ADMIN),
    Tab(AUDIT, "console.tab.audit", Role.ADMIN),
    Tab(SETTINGS, "console.tab.settings", Role.ADMIN),
    Tab(FIGURES, "console.tab.figures", Role.STAFF),
    Tab(BROWSERS, "console.tab.browsers", Role.STAFF),
)


class Frame:
    """Draws pages, and lets only those in who may; shared by everything that has pages."""

    def __init__(
        self, console: Console, texts: Texts, clock: Callable[[], datetime], *, staffed: bool
    ) -> None:
        """Without a staff room (not `staffed`) nobody is led to its cases."""
        self.console = console
        self.texts = texts
        self.clock = clock
        self._tabs = [tab for tab in TABS if staffed or tab.path != CASES]
        self._templates = _templates(texts)

    @property
    def cookie(self) -> str:
        """The name of the cookie that says who somebody is."""
        return "__Host-console" if self.console.secure else "console"

    def page(
        self,
        request: Request,
        name: str,
        who: SignedIn | None = None,
        status: int = 200,
        **values: object,
    ) -> Response:
        """A page from the template `name`; with `who` in the console's frame."""
        tabs = [tab for tab in self._tabs if who and tab.role <= who.role]
        context = {"pages": PAGES, "tabs": tabs, "who": who, "here": request.url.path, **values}
        return self._templates.TemplateResponse(request, name, context, status_code=status)

    def show(
        self, request: SignedRequest, name: str, status: int = 200, /, **values: object
    ) -> Response:
        """A page of the console from the template `name`."""
        return self.page(request.http, name, request.who, status, at=request.at, **values)

    def message(
        self,
        request: Request,
        status: int,
        key: str,
        who: SignedIn | None = None,
        *,
        text: str = "",
        back: str = "/",
        written: Sequence[str] = (),
    ) -> Response:
        """A page that only says something: the text `key` under the heading `<key>_heading`.

        `written` is what somebody typed and may want to copy.
        """
        heading, said = self.texts(f"{key}_heading"), text or self.texts(key)
        shown = {"heading": heading, "text": said, "back": back, "written": written}
        return self.page(request, "message.html", who, status, **shown)

    def requires(self, role: Role, handle: Handle, back: str = "") -> Endpoint:
        """A page for signed-in people with at least this role.

        To others it shows the way in, or that they may not. What changes something needs the
        form key of this very browser. What was typed into a form that is not taken, as after half
        an hour of writing, is shown to be copied. A `RefusedError` of the handler is shown as a
        page, with the way `back` there, or to where it was asked for.
        """

        async def answered(request: Request) -> Response:
            cookie, at = request.cookies.get(self.cookie, ""), self.clock()
            who = await run_in_threadpool(self.console.signed_in, cookie, at)
            if who is None:
                written = await _written(request)
                return self.page(request, "signed_out.html", status=401, written=written)
            if who.role < role:
                return self.message(request, 403, "console.not_allowed", who, back="/console")
            form = FormData() if request.method in _READING else await request.form()
            if request.method not in _READING and not _is_own_form(form, who):
                key, written = "console.stale_form", await _written(request)
                return self.message(request, 403, key, who, back="/console", written=written)
            try:
                return await run_in_threadpool(handle, SignedRequest(request, who, form, at))
            except RefusedError as error:
                why, way = str(error), back or request.url.path
                return self.message(request, 409, "console.refused", who, text=why, back=way)

        async def checked(request: Request) -> Response:
            try:
                return await answered(request)
            finally:
                await request.close()  # uploaded files

        return checked


async def _written(request: Request) -> list[str]:
    """The longer texts of a form; nothing is read of one that may hold a file."""
    if request.method in _READING or int(request.headers["content-length"]) > _MOST_READ:
        return []
    values = (value for _, value in (await request.form()).multi_items())
    return [value for value in values if isinstance(value, str) and len(value) > _WRITTEN]


def _is_own_form(form: FormData, who: SignedIn) -> bool:
    given = str(form.get(FORM_KEY, ""))
    return hmac.compare_digest(given.encode("utf-8", "replace"), who.form_key.encode())


def _templates(texts: Texts) -> Jinja2Templates:
    templates = Jinja2Templates(directory=HERE / "templates")
    templates.env.globals["t"] = texts
    templates.env.globals["local_moment"] = local_moment
    templates.env.globals["kind_of"] = lambda block: type(block).__name__.lower()
    templates.env.globals["dialled"] = dialled
    templates.env.globals["drawn"] = drawn
    templates.env.globals["saved_at"] = saved_at
    return templates


def dialled(number: str) -> str:
    """What a phone dials for a printed number: digits, and a leading plus."""
    first = number.partition("ต่อ")[0]
    return "".join(c for c in first if c in "+0123456789")
