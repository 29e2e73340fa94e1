"""The review queue in the console: look, try a lesson, teach, merge, split, dismiss, undo."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.errors import RefusedError
from bot.desk.review.lessons import LessonKind
from bot.desk.review.review_queue import ListedItem, ReviewItem
from bot.desk.review.reviewing import Decision, Reviewing
from bot.desk.staff.people import Role
from bot.dialogue.intents.emergencies import Danger
from bot.web.forms import LONGEST_ANSWER, lines_of, number_in, words_in
from bot.web.frame import QUEUE, Frame, SignedRequest

_SHOWN = 50


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
            Route(QUEUE, allowed(Role.ADMIN, self.queue)),
            Route(QUEUE + "/{item:number}", allowed(Role.ADMIN, self.item)),
            Route(QUEUE + "/{item:number}", allowed(Role.ADMIN, self.decide), methods=["POST"]),
        ]

    def queue(self, request: SignedRequest) -> Response:
        """The open items, or those that were taught or dismissed."""
        shown = request.query.get("show", "open")
        self._review.queue.note(shown[:20], request.who.user_id, request.at)
        items = self._review.queue.listed(shown, request.at, _SHOWN)
        count = self._review.queue.count()
        return self._frame.show(
            request, "console/queue.html", items=items, count=count, shown=shown
        )

    def item(
        self, request: SignedRequest, typed: WantedLesson | None = None, refused: str = ""
    ) -> Response:
        """One item with its wordings, and every way to settle it.

        With the lesson that was `typed` before, and why it was `refused`.
        """
        item = self._item(request)
        self._review.queue.note(str(item.id), request.who.user_id, request.at)
        others: list[ListedItem] = []
        if item.state == "open":
            found = self._review.queue.listed("open", request.at, _SHOWN)
            others = [one for one in found if one.id != item.id]
        return self._frame.show(
            request,
            "console/item.html",
            409 if refused else 200,
            item=item,
            typed=typed,
            refused=refused,
            others=others,
            dangers=[str(danger) for danger in Danger],
        )

    def decide(self, request: SignedRequest) -> Response:
        """A form of the item's page; lessons come back as a preview before they are taught."""
        form, number = request.form, request.in_path("item")
        by, at = request.who.user_id, request.at
        decision = Decision(number, number_in(form, "version") or 0, by, at)
        match str(form.get("do", "")):
            case "preview" | "teach" | "rewrite" as do:
                return self._learn(request, decision, self._lesson(form), do)
            case "dismiss":
                self._review.dismiss(decision, str(form.get("note", "")), _until(form, at))
            case "merge":
                number = number_in(form, "target") or 0
                self._review.merge(decision, number)
            case "split":
                texts = [lines_of(str(one)) for one in form.getlist("text")]
                number = self._review.split(decision, texts)
            case "undo":
                self._review.undo(number, by, at)
        return RedirectResponse(f"{QUEUE}/{number}", 303)

    def _learn(
        self, request: SignedRequest, decision: Decision, lesson: WantedLesson, do: str
    ) -> Response:
        """Show a lesson, teach it, or let it be written anew, as when it is refused."""
        item = self._item(request)
        if do == "rewrite":
            return self.item(request, lesson)
        step = self._review.preview if do == "preview" else self._review.teach
        try:
            reply = step(decision, lesson.kind, lesson.what)
        except RefusedError as error:
            return self.item(request, lesson, str(error))
        if do == "teach":
            return RedirectResponse(f"{QUEUE}/{item.id}", 303)
        return self._frame.show(
            request, "console/preview.html", item=item, lesson=lesson, reply=reply
        )

    def _lesson(self, form: FormData) -> WantedLesson:
        kind = str(form.get("kind", ""))
        if kind not in {str(one) for one in LessonKind}:
            raise RefusedError(self._frame.texts("console.stale_form"))
        return WantedLesson(LessonKind(kind), words_in(form, "what", LONGEST_ANSWER))

    def _item(self, request: SignedRequest) -> ReviewItem:
        item = self._review.queue.item(request.in_path("item"), request.at)
        if item is None:
            raise RefusedError(self._frame.texts("review.gone"))
        return item


def _until(form: FormData, at: datetime) -> datetime | None:
    """When a dismissal ends: in so many days, never when empty."""
    days = number_in(form, "days") or 0
    return at + timedelta(days=days) if 0 < days <= 3660 else None
