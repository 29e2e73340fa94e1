"""Staff's pages: hand in releases, put drafts right beside their source, publish, undo."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.console import SignedIn
from bot.desk.drafts import FormField, HandIn, Preview, Step, Tried
from bot.desk.people import Role
from bot.desk.publishing import Publishing
from bot.desk.work import RefusedError
from bot.web.forms import lines_of, number_in, words_in
from bot.web.frame import Frame, Handle, Signed
from bot.web.guards import RELEASES

HOME = RELEASES
_CHANGES = 5
_MOST_TEXT = 200_000  # characters of a pasted release
_FOLDED = ("event", "contact")
_GROUPS = (
    ("main", ("title", "kind", "summary", "published", "body")),
    ("event", ("event.",)),
    ("asked", ("questions", "keywords", "facts", "people")),
    ("contact", ("contact.",)),
    ("source", ("source.", "verified", "valid_", "files")),
)  # how the names of the fields in each part of the form begin


@dataclass(frozen=True, slots=True)
class Shown:
    """One draft's page: what was typed but refused, why, and what a question led to.

    `version` goes back with the form: typed on an older one, it is refused again, not written over
    what somebody else has changed.
    """

    preview: Preview
    version: int
    refused: str = ""
    question: str = ""
    tried: Tried | None = None


class DraftPages:
    """The pages under /staff. Everything they do is the desk's `Publishing`."""

    def __init__(self, frame: Frame, publishing: Publishing) -> None:
        self._frame = frame
        self._publishing = publishing
        self._drafts = publishing.drafts

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        return [
            Route(HOME, self._staff(self.home), methods=["GET"]),
            Route(HOME, self._staff(self.take), methods=["POST"]),
            Route("/staff/drafts/{draft:number}", self._staff(self.draft), methods=["GET"]),
            Route("/staff/drafts/{draft:number}", self._staff(self.decide), methods=["POST"]),
            Route("/staff/drafts/{draft:number}/try", self._staff(self.ask), methods=["POST"]),
            Route("/staff/entries", self._staff(self.entries), methods=["GET"]),
            Route("/staff/entries", self._staff(self.on_entry), methods=["POST"]),
            Route("/staff/undo", self._staff(self.undo), methods=["POST"]),
        ]

    async def home(
        self, request: Request, who: SignedIn, *, text: str = "", refused: str = ""
    ) -> Response:
        """A place to hand in, what is not finished, what changed last, what is served.

        With a `text` that was `refused`, and why.
        """
        listed = await run_in_threadpool(self._drafts.listed)
        changes = await run_in_threadpool(
            self._publishing.changes.latest, self._frame.clock(), _CHANGES
        )
        return self._frame.page(
            request,
            "console/drafts.html",
            who,
            409 if refused else 200,
            key=secrets.token_urlsafe(16),
            listed=listed,
            changes=changes,
            now=self._publishing.serving(),
            text=text,
            refused=refused,
        )

    async def take(self, request: Request, who: SignedIn) -> Response:
        """A pasted or uploaded release becomes a draft; the same form again is the same one."""
        form = await request.form()
        text = lines_of(str(form.get("text", "")))[:_MOST_TEXT]
        key = f"web:{who.user_id}:{str(form.get('key', ''))[:64]}"
        handed = HandIn(key, who.user_id, self._frame.clock())
        try:
            preview = await self._taken(handed, form, text)
        except RefusedError as error:
            return await self.home(request, who, text=text, refused=str(error))
        return RedirectResponse(f"{HOME}/{preview.draft_id}", 303)

    async def draft(self, request: Request, who: SignedIn) -> Response:
        """One draft beside its source."""
        preview = await self._preview(request)
        return await self._page(request, who, Shown(preview, preview.version))

    async def decide(self, request: Request, who: SignedIn) -> Response:
        """Save what was typed, and publish, keep or discard the draft if that was pressed."""
        form = await request.form()
        step, typed = self._step(request, who, form), self._typed(form)
        try:
            if form.get("do") != "discard":
                step = await self._saved(step, typed)
            match form.get("do"):
                case "publish":
                    await run_in_threadpool(self._publishing.publish, step)
                case "keep":
                    await run_in_threadpool(self._publishing.keep, step)
                    return RedirectResponse(HOME, 303)
                case "discard":
                    await run_in_threadpool(self._publishing.discard, step)
                    return RedirectResponse(HOME, 303)
        except RefusedError as error:
            return await self._refused(request, who, step, typed, error)
        return RedirectResponse(f"{HOME}/{step.draft_id}", 303)

    async def ask(self, request: Request, who: SignedIn) -> Response:
        """Save what was typed, and show what a citizen would read who asks this of it."""
        form = await request.form()
        question = words_in(form, "question", 1000)
        step, typed = self._step(request, who, form), self._typed(form)
        try:
            step = await self._saved(step, typed)
        except RefusedError as error:
            return await self._refused(request, who, step, typed, error)
        preview = await self._preview(request)
        tried = None
        if question:
            tried = await run_in_threadpool(
                self._drafts.try_question, preview.draft_id, question, self._frame.clock()
            )
        shown = Shown(preview, preview.version, question=question, tried=tried)
        return await self._page(request, who, shown)

    async def entries(self, request: Request, who: SignedIn) -> Response:
        """Entries of an id or by words, to be edited or withdrawn."""
        words = words_in(request.query_params, "words", 200)
        found = await run_in_threadpool(self._drafts.find, words, self._frame.clock(), 20)
        return self._frame.page(request, "console/entries.html", who, words=words, found=found)

    async def on_entry(self, request: Request, who: SignedIn) -> Response:
        """Open an entry as a draft, or withdraw it."""
        form = await request.form()
        entry_id, at = str(form.get("entry", "")), self._frame.clock()
        if form.get("do") == "withdraw":
            await run_in_threadpool(self._publishing.withdraw, entry_id, who.user_id, at)
            return RedirectResponse(HOME, 303)
        preview = await run_in_threadpool(self._drafts.open, entry_id, who.user_id, at)
        return RedirectResponse(f"{HOME}/{preview.draft_id}", 303)

    async def undo(self, request: Request, who: SignedIn) -> Response:
        """Take a change back."""
        change, at = number_in(await request.form(), "change") or 0, self._frame.clock()
        await run_in_threadpool(self._publishing.changes.undo, change, who.user_id, at)
        return RedirectResponse(HOME, 303)

    async def _taken(self, handed: HandIn, form: FormData, text: str) -> Preview:
        upload = form.get("file")
        if isinstance(upload, UploadFile) and upload.filename:
            data = await upload.read()
            return await run_in_threadpool(self._drafts.take_file, handed, upload.filename, data)
        return await run_in_threadpool(self._drafts.take_text, handed, text)

    def _typed(self, form: FormData) -> dict[str, str]:
        return {name: str(form[name]) for name in self._drafts.fields if name in form}

    async def _saved(self, step: Step, typed: Mapping[str, str]) -> Step:
        """The step on the draft with what was typed in it."""
        if not typed:
            return step
        preview = await run_in_threadpool(self._drafts.correct, step, typed)
        return replace(step, version=preview.version)

    async def _refused(
        self,
        request: Request,
        who: SignedIn,
        step: Step,
        typed: Mapping[str, str],
        error: RefusedError,
    ) -> Response:
        """The page with what was typed, and why it was not taken."""
        preview = _as_typed(await self._preview(request), typed)
        return await self._page(request, who, Shown(preview, step.version, str(error)))

    async def _page(self, request: Request, who: SignedIn, shown: Shown) -> Response:
        preview, at = shown.preview, self._frame.clock()
        changes = self._publishing.changes
        done = await run_in_threadpool(changes.of_draft, preview.draft_id, at)
        example = None
        if preview.state == "published":
            example = await run_in_threadpool(self._publishing.example_of, preview.entry_id, at)
        status = 409 if shown.refused else 200
        return self._frame.page(
            request,
            "console/draft.html",
            who,
            status,
            draft=preview,
            shown=shown,
            done=done,
            example=example,
            kinds=self._drafts.kinds,
            groups=_groups(preview),
        )

    async def _preview(self, request: Request) -> Preview:
        draft = request.path_params["draft"]
        return await run_in_threadpool(self._drafts.preview, draft, self._frame.clock())

    def _step(self, request: Request, who: SignedIn, form: FormData) -> Step:
        draft, version = request.path_params["draft"], number_in(form, "version") or 0
        return Step(draft, version, who.user_id, self._frame.clock())

    def _staff(self, handle: Signed) -> Handle:
        """A page for staff; what is refused is told with the way back to the list."""
        return self._frame.requires(Role.STAFF, handle, back=HOME)


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the form; one that only some entries need is folded away while it is empty."""

    key: str  # of its heading
    fields: tuple[FormField, ...]
    open: bool


def _groups(preview: Preview) -> list[Group]:
    return [
        Group(
            f"staff.page.group.{name}",
            fields := tuple(one for one in preview.fields if one.name.startswith(begins)),
            name not in _FOLDED or any(one.text or one.unsure for one in fields),
        )
        for name, begins in _GROUPS
    ]


def _as_typed(preview: Preview, typed: Mapping[str, str]) -> Preview:
    """The preview with what was typed in its fields, so that nothing has to be typed twice."""
    fields = tuple(
        replace(field, text=typed.get(field.name, field.text)) for field in preview.fields
    )
    return replace(preview, fields=fields)
