"""Questions left with officers, in the console: read, answer, teach, close."""

import secrets

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.cases import STEPS, Cases
from bot.desk.console import SignedIn
from bot.desk.people import Role
from bot.desk.work import RefusedError
from bot.web.forms import words_in
from bot.web.frame import CASES, Frame

_LONGEST = 3_500  # characters of an answer


class CasePages:
    """For staff. Without a staff room there are no cases, and the page says how to get one."""

    def __init__(self, frame: Frame, cases: Cases | None) -> None:
        self._frame = frame
        self._cases = cases

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        allowed = self._frame.requires
        return [
            Route(CASES, allowed(Role.STAFF, self.waiting)),
            Route(CASES + "/{case:number}", allowed(Role.STAFF, self.case)),
            Route(CASES + "/{case:number}", allowed(Role.STAFF, self.step), methods=["POST"]),
        ]

    async def waiting(self, request: Request, who: SignedIn) -> Response:
        """The cases that are not closed, the one waiting longest first."""
        found = await run_in_threadpool(self._cases.waiting) if self._cases else []
        return self._frame.page(
            request, "console/cases.html", who, cases=found, staffed=self._cases is not None
        )

    async def case(self, request: Request, who: SignedIn) -> Response:
        """One case with everything that was written in it."""
        cases, number = self._staffed(), request.path_params["case"]
        case, lines = await run_in_threadpool(cases.read, number, who.user_id, self._frame.clock())
        return self._frame.page(
            request, "console/case.html", who, case=case, lines=lines, origin=secrets.token_hex(8)
        )

    async def step(self, request: Request, who: SignedIn) -> Response:
        """A button of the case's page."""
        cases, number = self._staffed(), request.path_params["case"]
        form = await request.form()
        by, at = who.user_id, self._frame.clock()
        wanted, text = str(form.get("step", "")), words_in(form, "text", _LONGEST)
        if wanted in STEPS:
            await run_in_threadpool(cases.step, wanted, number, by, at)
        elif text:
            origin = f"w{str(form.get('origin', ''))[:32]}"
            await run_in_threadpool(cases.reply, number, by, origin, text, at)
        return RedirectResponse(f"{CASES}/{number}", 303)

    def _staffed(self) -> Cases:
        if self._cases is None:
            raise RefusedError(self._frame.texts("officer.no_room"))
        return self._cases
