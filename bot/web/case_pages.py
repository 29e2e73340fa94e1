"""Questions left with officers, in the console: read, answer, teach, close."""

import secrets

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.conversation.cases import STEPS, Cases
from bot.desk.errors import RefusedError
from bot.desk.staff.people import Role
from bot.web.forms import LONGEST_ANSWER, words_in
from bot.web.frame import CASES, Frame, SignedRequest


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

    def waiting(self, request: SignedRequest) -> Response:
        """The cases that are not closed, the one waiting longest first."""
        found = self._cases.waiting() if self._cases else []
        staffed = self._cases is not None
        return self._frame.show(request, "console/cases.html", cases=found, staffed=staffed)

    def case(self, request: SignedRequest) -> Response:
        """One case with everything that was written in it."""
        case, lines = self._staffed().read(request.in_path("case"), request.who.user_id, request.at)
        origin = secrets.token_hex(8)
        return self._frame.show(request, "console/case.html", case=case, lines=lines, origin=origin)

    def step(self, request: SignedRequest) -> Response:
        """A button of the case's page."""
        cases, form, number = self._staffed(), request.form, request.in_path("case")
        wanted, text = str(form.get("step", "")), words_in(form, "text", LONGEST_ANSWER)
        if wanted in STEPS:
            cases.step(wanted, number, request.who.user_id, request.at)
        elif text:
            origin = f"w{str(form.get('origin', ''))[:32]}"
            cases.reply(number, request.who.user_id, origin, text, request.at)
        return RedirectResponse(f"{CASES}/{number}", 303)

    def _staffed(self) -> Cases:
        if self._cases is None:
            raise RefusedError(self._frame.texts("officer.no_room"))
        return self._cases
