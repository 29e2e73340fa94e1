"""What people on the page can do about what is kept of them: see it, and have it forgotten."""

from collections.abc import Callable

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.desk.conversation.asking import Asking
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.privacy import OWN_DATA, Privacy
from bot.web.downloads import attachment
from bot.web.forms import with_form
from bot.web.frame import Frame
from bot.web.guests import COOKIE, Guests

HOME = "/mine"


class OwnData:
    """The cookie is the proof: whoever holds it asked the questions. Without it there is nobody."""

    def __init__(
        self,
        frame: Frame,
        guests: Guests,
        privacy: Privacy,
        asking: Asking,
        new_work: Callable[[], UnitOfWork],
    ) -> None:
        self._frame = frame
        self._guests = guests
        self._privacy = privacy
        self._asking = asking
        self._new_work = new_work

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        return [
            Route(HOME, self.explain),
            Route(HOME + "/copy", self.copy, methods=["POST"]),
            Route(HOME + "/forget", with_form(self.forget), methods=["POST"]),
        ]

    def explain(self, request: Request) -> Response:
        """What is kept and why, with a button for each right."""
        return self._frame.page(request, "mine.html")

    def copy(self, request: Request) -> Response:
        """Everything that is kept, as a file to read."""
        at, who = self._frame.clock(), self._guests.of(request).visitor
        with self._new_work().committed(at) as work:
            text = self._privacy.copy_for(work, who, at)
        return attachment(text.encode("utf-8-sig"), OWN_DATA, "text/plain; charset=utf-8")

    def forget(self, request: Request, form: FormData) -> Response:
        """An end of it, and of the cookie; only when it was really meant."""
        if form.get("sure") != "1":
            return self._frame.message(request, 409, "web.not_sure", back=HOME)
        at, guest = self._frame.clock(), self._guests.of(request)
        self._asking.forget(guest.visitor)
        with self._new_work().committed(at) as work:
            self._privacy.forget(work, guest.visitor, at)
        self._guests.forget(guest)
        page = self._frame.message(request, 200, "web.forgotten")
        page.delete_cookie(COOKIE)
        return page
