"""The site: a chat that feels like the bot, health, and the console behind its door."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.desk.conversation.asking import Answered, Asking, Fault, IncomingMessage
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.use_cases import Desk
from bot.dialogue.conversation import Action, Verb
from bot.texts import Texts
from bot.web.admin_pages import AdminPages
from bot.web.case_pages import CasePages
from bot.web.downloads import Downloads
from bot.web.draft_pages import DraftPages
from bot.web.figure_pages import FigurePages
from bot.web.forms import with_form
from bot.web.frame import HERE, Frame
from bot.web.guards import Guard
from bot.web.guests import COOKIE, Guest, Guests, Turn
from bot.web.health import HealthPages
from bot.web.log_pages import LogPages
from bot.web.own_data import HOME as OWN_DATA
from bot.web.own_data import OwnData
from bot.web.review_pages import ReviewPages
from bot.web.signing_in import SigningIn

MAX_TEXT = 4_096  # characters, as long as a Telegram message
_OWN_DATA = ("/mydata", "/forgetme")  # what people type in Telegram is a page here


class ChatPages:
    """The conversation of a browser with the bot."""

    def __init__(
        self, frame: Frame, guests: Guests, asking: Asking, new_work: Callable[[], UnitOfWork]
    ) -> None:
        self._frame = frame
        self._guests = guests
        self._asking = asking
        self._new_work = new_work
        self._texts = frame.texts
        self._clock = frame.clock

    def routes(self) -> list[Route | Mount]:
        """The addresses of this part, and what every page needs."""
        return [
            Route("/", self.chat),
            Route("/ask", with_form(self.ask), methods=["POST"]),
            Route("/act", with_form(self.act), methods=["POST"]),
            Route("/feedback", with_form(self.feedback), methods=["POST"]),
            Route("/again", self.again, methods=["POST"]),
            Mount("/static", StaticFiles(directory=HERE / "static"), name="static"),
        ]

    def chat(self, request: Request) -> Response:
        """The conversation so far and a line to type in."""
        guest = self._guests.of(request)
        if not guest.turns:
            self._perform(guest, Action(Verb.MENU))
        begins = len(guest.turns) == 1
        page = self._frame.page(request, "chat.html", turns=guest.turns, autofocus=begins)
        return self._known_again(page, guest)

    def ask(self, request: Request, form: FormData) -> Response:
        """A typed message."""
        guest = self._guests.of(request)
        text = str(form.get("text", ""))[:MAX_TEXT].strip()
        if text in _OWN_DATA:
            return RedirectResponse(OWN_DATA, 303)
        if text:
            self._answer(guest, text)
        return self._back(guest)

    def act(self, request: Request, form: FormData) -> Response:
        """A pressed button; an unknown one changes nothing."""
        guest = self._guests.of(request)
        verb, _, argument = str(form.get("act", "")).partition(":")
        if verb in set(Verb):
            self._perform(guest, Action(Verb(verb), argument))
        return self._back(guest)

    def feedback(self, request: Request, form: FormData) -> Response:
        """A rating of the newest answer, then what was wrong with it."""
        guest = self._guests.of(request)
        if guest.turns and form.get("question") == guest.turns[-1].question_key != "":
            fault, good = str(form.get("fault", "")), form.get("good") == "1"
            self._rate(guest, Fault(fault) if fault in set(Fault) else good)
        return self._back(guest)

    def again(self, request: Request) -> Response:
        """Forget what is drawn and begin anew."""
        self._guests.forget(self._guests.of(request))
        page = RedirectResponse("/", 303)
        page.delete_cookie(COOKIE)
        return page

    def not_found(self, request: Request, _: Exception) -> Response:
        """An address that does not exist."""
        return self._frame.message(request, 404, "web.not_found")

    def failed(self, request: Request, _: Exception) -> Response:
        """Something broke; the reader learns what to do, the log has the rest."""
        return self._frame.message(request, 500, "web.failed")

    def _answer(self, guest: Guest, text: str) -> None:
        at, who = self._clock(), guest.visitor
        message_id = guest.next_message(at)
        incoming = IncomingMessage(who.channel, who.chat_id, who.user_id, message_id, text, at)
        with self._new_work().committed(at) as work:
            answered = self._asking.ask(work, incoming)
        guest.add(_turn(text, answered))

    def _perform(self, guest: Guest, action: Action) -> None:
        at = self._clock()
        with self._new_work().committed(at) as work:
            answered = self._asking.perform(work, action, guest.visitor, at)
        guest.add(_turn(_pressed(guest, action), answered))

    def _rate(self, guest: Guest, judged: bool | Fault) -> None:
        at, turn = self._clock(), guest.turns[-1]
        key = turn.question_key
        with self._new_work().committed(at) as work:
            known = self._asking.judge(work, key, judged, guest.visitor, at)
        if known:
            asked_why = judged is False and not turn.thanks
            thanks = self._texts("web.thanks_bad" if asked_why else "web.thanks_good")
            left = key if asked_why else ""
            guest.turns[-1] = replace(turn, question_key=left, thanks=thanks)

    def _back(self, guest: Guest) -> Response:
        return self._known_again(RedirectResponse("/#newest", 303), guest)

    def _known_again(self, page: Response, guest: Guest) -> Response:
        """The page with the cookie by which the browser's own data can be asked for."""
        secure = self._frame.console.secure
        page.set_cookie(COOKIE, guest.token, httponly=True, samesite="strict", secure=secure)
        return page


def create_web(
    desk: Desk, texts: Texts, clock: Callable[[], datetime], health: HealthPages
) -> Starlette:
    """The site as an ASGI application."""
    frame, guests = Frame(desk.console, texts, clock, staffed=desk.cases is not None), Guests()
    chat = ChatPages(frame, guests, desk.asking, desk.new_work)
    parts = (
        chat,
        Downloads(desk.asking, desk.editions, clock),
        OwnData(frame, guests, desk.privacy, desk.asking, desk.new_work),
        SigningIn(frame),
        ReviewPages(frame, desk.review),
        LogPages(frame, desk.question_log),
        AdminPages(frame, desk.inventory, desk.people, desk.pausing),
        DraftPages(frame, desk.publishing),
        CasePages(frame, desk.cases),
        FigurePages(frame, desk.figures),
        health,
    )
    return Starlette(
        routes=[route for part in parts for route in part.routes()],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=Guard(desk.console.secure))],
        exception_handlers={404: chat.not_found, 500: chat.failed},
    )


def _turn(said: str, answered: Answered) -> Turn:
    return Turn(said, answered.reply, answered.question_key)


def _pressed(guest: Guest, action: Action) -> str:
    """The label of the button, so that the page reads as a conversation."""
    labels = (c.label for turn in guest.turns for c in turn.reply.choices if c.action == action)
    return next(labels, "")
