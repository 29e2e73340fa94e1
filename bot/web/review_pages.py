"""The review queue in the console: look, try a lesson, teach, merge, split, dismiss, undo."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.console import SignedIn
from bot.desk.lessons import LessonKind
from bot.desk.people import Role
from bot.desk.queue import ListedItem, ReviewItem
from bot.desk.review import Decision, Reviewing
from bot.desk.work import RefusedError
from bot.dialogue.direct.emergencies import Danger
from bot.web.forms import lines_of, number_in, words_in
from bot.web.frame import Frame

HOME = "/console/queue"
_SHOWN = 50
_LONGEST = 3_500  # characters of an answer


@dataclass(frozen=True, slots=True)
class WantedLesson:
    """What a form asks to be taught."""

    kind: LessonKind
    what: str


class ReviewPages:
    """For admins. A lesson is always shown as the citizen will read it before it is taught."""

    def __init__(self, frame: Frame, review: Reviewing) -> None:
        self._frame = frame
        self._review = review

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        allowed = self._frame.requires
        return [
            Route(HOME, allowed(Role.ADMIN, self.queue)),
            Route(HOME + "/{item:number}", allowed(Role.ADMIN, self.item)),
            Route(HOME + "/{item:number}", allowed(Role.ADMIN, self.decide), methods=["POST"]),
        ]

    async def queue(self, request: Request, who: SignedIn) -> Response:
        """The open items, or those that were taught or dismissed."""
        at, shown = self._frame.clock(), request.query_params.get("show", "open")
        await run_in_threadpool(self._review.queue.note, shown[:20], who.user_id, at)
        items = await run_in_threadpool(self._review.queue.listed, shown, at, _SHOWN)
        count = await run_in_threadpool(self._review.queue.count)
        return self._frame.page(
            request, "console/queue.html", who, items=items, count=count, shown=shown, at=at
        )

    async def item(self, request: Request, who: SignedIn) -> Response:
        """One item with its wordings, and every way to settle it."""
        return await self._drawn(request, who)

    async def _drawn(
        self, request: Request, who: SignedIn, typed: WantedLesson | None = None, refused: str = ""
    ) -> Response:
        """The item's page, with what was typed there before and why it was refused."""
        item, at = await self._item(request), self._frame.clock()
        await run_in_threadpool(self._review.queue.note, str(item.id), who.user_id, at)
        others: list[ListedItem] = []
        if item.state == "open":
            found = await run_in_threadpool(self._review.queue.listed, "open", at, _SHOWN)
            others = [one for one in found if one.id != item.id]
        return self._frame.page(
            request,
            "console/item.html",
            who,
            409 if refused else 200,
            item=item,
            typed=typed,
            refused=refused,
            others=others,
            dangers=[str(danger) for danger in Danger],
            at=self._frame.clock(),
        )

    async def decide(self, request: Request, who: SignedIn) -> Response:
        """A form of the item's page; lessons come back as a preview before they are taught."""
        form, number = await request.form(), request.path_params["item"]
        version, at = number_in(form, "version") or 0, self._frame.clock()
        decision = Decision(number, version, who.user_id, at)
        match str(form.get("do", "")):
            case "preview" | "teach" | "rewrite" as do:
                return await self._learn(request, who, decision, self._lesson(form), do)
            case "dismiss":
                note, until = str(form.get("note", "")), _until(form, at)
                await run_in_threadpool(self._review.dismiss, decision, note, until)
            case "merge":
                other = number_in(form, "target") or 0
                await run_in_threadpool(self._review.merge, decision, other)
                return RedirectResponse(f"{HOME}/{other}", 303)
            case "split":
                texts = [lines_of(str(one)) for one in form.getlist("text")]
                number = await run_in_threadpool(self._review.split, decision, texts)
            case "undo":
                await run_in_threadpool(self._review.undo, number, who.user_id, at)
        return RedirectResponse(f"{HOME}/{number}", 303)

    async def _learn(
        self, request: Request, who: SignedIn, decision: Decision, lesson: WantedLesson, do: str
    ) -> Response:
        """Show a lesson, teach it, or let it be written anew, as when it is refused."""
        item = await self._item(request)
        if do == "rewrite":
            return await self._drawn(request, who, lesson)
        step = self._review.preview if do == "preview" else self._review.teach
        try:
            reply = await run_in_threadpool(step, decision, lesson.kind, lesson.what)
        except RefusedError as error:
            return await self._drawn(request, who, lesson, str(error))
        if do == "teach":
            return RedirectResponse(f"{HOME}/{item.id}", 303)
        return self._frame.page(
            request, "console/preview.html", who, item=item, lesson=lesson, reply=reply
        )

    def _lesson(self, form: FormData) -> WantedLesson:
        kind = str(form.get("kind", ""))
        if kind not in {str(one) for one in LessonKind}:
            raise RefusedError(self._frame.texts("console.stale_form"))
        return WantedLesson(LessonKind(kind), words_in(form, "what", _LONGEST))

    async def _item(self, request: Request) -> ReviewItem:
        number, at = request.path_params["item"], self._frame.clock()
        item = await run_in_threadpool(self._review.queue.item, number, at)
        if item is None:
            raise RefusedError(self._frame.texts("review.gone"))
        return item


def _until(form: FormData, at: datetime) -> datetime | None:
    """When a dismissal ends: in so many days, never when empty."""
    days = number_in(form, "days") or 0
    return at + timedelta(days=days) if 0 < days <= 3660 else None
