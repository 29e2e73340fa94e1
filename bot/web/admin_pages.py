"""What the bot knows, who may do what, and the switch that pauses it."""

from collections.abc import Callable

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.conversation.pausing import Pausing
from bot.desk.errors import RefusedError
from bot.desk.reporting.inventory import Inventory, InventoryItem
from bot.desk.staff.people import People, Role
from bot.web.forms import lines_of, number_in, words_in
from bot.web.frame import KNOWLEDGE, PEOPLE, SETTINGS, Frame, SignedRequest

_SHOWN = 100
_SHOWS: dict[str, Callable[[InventoryItem], bool]] = {
    "all": lambda one: True,
    "stale": lambda one: one.stale,
    "colliding": lambda one: one.colliding,
    "unused": lambda one: one.used == 0,
    "used": lambda one: one.used > 0,
}


class AdminPages:
    """The knowledge is there for all staff, the rest for admins."""

    def __init__(
        self, frame: Frame, inventory: Inventory, people: People, pausing: Pausing
    ) -> None:
        self._frame = frame
        self._inventory = inventory
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

    def knowledge(self, request: SignedRequest) -> Response:
        """Every entry, or those that are stale, colliding, never found; searched by words."""
        shown, words = request.query.get("show", "all"), words_in(request.query, "words", 200)
        found = self._inventory.all(request.at)
        counts = {name: sum(map(fits, found)) for name, fits in _SHOWS.items()}
        fits = _SHOWS.get(shown, _SHOWS["all"])
        wanted = [one for one in found if fits(one) and _holds(one, words)]
        return self._frame.show(
            request,
            "console/knowledge.html",
            items=wanted[:_SHOWN],
            left=max(len(wanted) - _SHOWN, 0),
            counts=counts,
            shown=shown,
            words=words,
            problems=self._inventory.problems(),
        )

    def entry(self, request: SignedRequest) -> Response:
        """One entry as it is served."""
        found = self._inventory.one(request.in_path("entry"), request.at)
        if found is None:
            key = "console.no_entry"
            return self._frame.message(request.http, 404, key, request.who, back=KNOWLEDGE)
        return self._frame.show(request, "console/entry.html", item=found)

    def people(self, request: SignedRequest) -> Response:
        """Everybody with a role."""
        everybody = self._people.everybody()
        return self._frame.show(request, "console/people.html", everybody=everybody)

    def appoint(self, request: SignedRequest) -> Response:
        """Give or take a role, or sign somebody out everywhere."""
        number, role = number_in(request.form, "user_id"), str(request.form.get("role", ""))
        if number is None:
            raise RefusedError(self._frame.texts("people.bad_id"))
        if role == "leave":
            self._frame.console.leave_everywhere(number, request.who.user_id, request.at)
        elif role in Role.__members__:
            self._people.appoint(number, Role[role], request.who.user_id, request.at)
        return RedirectResponse(PEOPLE, 303)

    def settings(self, request: SignedRequest) -> Response:
        """The switch."""
        return self._frame.show(request, "console/settings.html", pause=self._pausing.current())

    def switch(self, request: SignedRequest) -> Response:
        """Pause the bot, or let it answer again."""
        if request.form.get("do") == "pause":
            notice = lines_of(str(request.form.get("notice", "")))
            self._pausing.begin(notice, request.who.user_id, request.at)
        elif request.form.get("do") == "resume":
            self._pausing.end(request.who.user_id, request.at)
        return RedirectResponse(SETTINGS, 303)


def _holds(one: InventoryItem, words: str) -> bool:
    entry = one.entry
    return words.casefold() in f"{entry.id} {entry.title} {' '.join(entry.questions)}".casefold()
