"""What the bot knows, who may do what, and the switch that pauses it."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.console import SignedIn
from bot.desk.holdings import Holding, Holdings
from bot.desk.pausing import Pausing
from bot.desk.people import People, Role
from bot.desk.work import RefusedError
from bot.web.forms import lines_of, number_in, words_in
from bot.web.frame import Frame

KNOWLEDGE = "/console/knowledge"
PEOPLE = "/console/people"
SETTINGS = "/console/settings"
_SHOWN = 100


class AdminPages:
    """The knowledge is there for all staff, the rest for admins."""

    def __init__(self, frame: Frame, holdings: Holdings, people: People, pausing: Pausing) -> None:
        self._frame = frame
        self._holdings = holdings
        self._people = people
        self._pausing = pausing

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        allowed, admin = self._frame.requires, Role.ADMIN
        return [
            Route(KNOWLEDGE, allowed(Role.STAFF, self.knowledge)),
            Route(KNOWLEDGE + "/{entry}", allowed(Role.STAFF, self.entry)),
            Route(PEOPLE, allowed(admin, self.people)),
            Route(PEOPLE, allowed(admin, self.appoint), methods=["POST"]),
            Route(SETTINGS, allowed(admin, self.settings)),
            Route(SETTINGS, allowed(admin, self.switch), methods=["POST"]),
        ]

    async def knowledge(self, request: Request, who: SignedIn) -> Response:
        """Every entry, or those that are stale, colliding, never found; searched by words."""
        asked = request.query_params
        shown, words = asked.get("show", "all"), words_in(asked, "words", 200)
        found = await run_in_threadpool(self._holdings.all, self._frame.clock())
        counts = {name: sum(fits(one, name) for one in found) for name in _SHOWS}
        wanted = [one for one in found if fits(one, shown) and _holds(one, words)]
        return self._frame.page(
            request,
            "console/knowledge.html",
            who,
            holdings=wanted[:_SHOWN],
            left=max(len(wanted) - _SHOWN, 0),
            counts=counts,
            shown=shown,
            words=words,
            problems=self._holdings.problems(),
        )

    async def entry(self, request: Request, who: SignedIn) -> Response:
        """One entry as it is served."""
        name, at = request.path_params["entry"], self._frame.clock()
        found = await run_in_threadpool(self._holdings.one, name, at)
        if found is None:
            return self._frame.message(request, 404, "console.no_entry", who, back=KNOWLEDGE)
        return self._frame.page(request, "console/entry.html", who, one=found)

    async def people(self, request: Request, who: SignedIn) -> Response:
        """Everybody with a role."""
        everybody = await run_in_threadpool(self._people.everybody)
        at = self._frame.clock()
        return self._frame.page(request, "console/people.html", who, everybody=everybody, at=at)

    async def appoint(self, request: Request, who: SignedIn) -> Response:
        """Give or take a role, or sign somebody out everywhere."""
        form, at = await request.form(), self._frame.clock()
        number, role = number_in(form, "user_id"), str(form.get("role", ""))
        if number is None:
            raise RefusedError(self._frame.texts("people.bad_id"))
        if role == "leave":
            leave = self._frame.console.leave_everywhere
            await run_in_threadpool(leave, number, who.user_id, at)
        elif role in Role.__members__:
            appoint = self._people.appoint
            await run_in_threadpool(appoint, number, Role[role], who.user_id, at)
        return RedirectResponse(PEOPLE, 303)

    async def settings(self, request: Request, who: SignedIn) -> Response:
        """The switch."""
        pause = await run_in_threadpool(self._pausing.current)
        at = self._frame.clock()
        return self._frame.page(request, "console/settings.html", who, pause=pause, at=at)

    async def switch(self, request: Request, who: SignedIn) -> Response:
        """Pause the bot, or let it answer again."""
        form, at = await request.form(), self._frame.clock()
        if form.get("do") == "pause":
            notice = lines_of(str(form.get("notice", "")))
            await run_in_threadpool(self._pausing.begin, notice, who.user_id, at)
        elif form.get("do") == "resume":
            await run_in_threadpool(self._pausing.end, who.user_id, at)
        return RedirectResponse(SETTINGS, 303)


_SHOWS = ("all", "stale", "colliding", "unused", "used")


def fits(one: Holding, show: str) -> bool:
    """Whether an entry belongs to what is shown."""
    return {
        "stale": one.stale,
        "colliding": one.colliding,
        "unused": one.used == 0,
        "used": one.used > 0,
    }.get(show, True)


def _holds(one: Holding, words: str) -> bool:
    return words.casefold() in f"{one.id} {one.title} {' '.join(one.questions)}".casefold()
