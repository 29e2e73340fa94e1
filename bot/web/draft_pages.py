"""Staff's pages: hand in releases, put drafts right beside their source, publish, undo."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.editorial.drafts import FormField, Preview, Step, Submission, TriedQuestion
from bot.desk.editorial.publishing import Publishing
from bot.desk.errors import RefusedError
from bot.desk.staff.people import Role
from bot.web.forms import lines_of, number_in, words_in
from bot.web.frame import Endpoint, Frame, Handle, SignedRequest
from bot.web.guards import RELEASES

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
    tried: TriedQuestion | None = None


class DraftPages:
    """The pages under /staff. Everything they do is the desk's `Publishing`."""

    def __init__(self, frame: Frame, publishing: Publishing) -> None:
        self._frame = frame
        self._publishing = publishing
        self._drafts = publishing.drafts

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        return [
            Route(RELEASES, self._staff(self.home), methods=["GET"]),
            Route(RELEASES, self._staff(self.take), methods=["POST"]),
            Route(RELEASES + "/{draft:number}", self._staff(self.draft), methods=["GET"]),
            Route(RELEASES + "/{draft:number}", self._staff(self.decide), methods=["POST"]),
            Route(RELEASES + "/{draft:number}/try", self._staff(self.ask), methods=["POST"]),
            Route("/staff/entries", self._staff(self.entries), methods=["GET"]),
            Route("/staff/entries", self._staff(self.on_entry), methods=["POST"]),
            Route("/staff/undo", self._staff(self.undo), methods=["POST"]),
        ]

    def home(self, request: SignedRequest, *, text: str = "", refused: str = "") -> Response:
        """A place to hand in, what is not finished, what changed last, what is served.

        With a `text` that was `refused`, and why.
        """
        return self._frame.show(
            request,
            "console/drafts.html",
            409 if refused else 200,
            key=secrets.token_urlsafe(16),
            endings=self._drafts.endings,
            listed=self._drafts.listed(),
            changes=self._publishing.changes.latest(request.at, _CHANGES),
            now=self._publishing.serving(),
            text=text,
            refused=refused,
        )

    def take(self, request: SignedRequest) -> Response:
        """A pasted or uploaded release becomes a draft; the same form again is the same one."""
        form = request.form
        text = lines_of(str(form.get("text", "")))[:_MOST_TEXT]
        key = f"web:{request.who.user_id}:{str(form.get('key', ''))[:64]}"
        handed, upload = Submission(key, request.who.user_id, request.at), form.get("file")
        try:
            if isinstance(upload, UploadFile) and upload.filename:
                preview = self._drafts.submit_file(handed, upload.filename, upload.file.read())
            else:
                preview = self._drafts.submit_text(handed, text)
        except RefusedError as error:
            return self.home(request, text=text, refused=str(error))
        return RedirectResponse(f"{RELEASES}/{preview.draft_id}", 303)

    def draft(self, request: SignedRequest) -> Response:
        """One draft beside its source."""
        preview = self._preview(request)
        return self._page(request, Shown(preview, preview.version))

    def decide(self, request: SignedRequest) -> Response:
        """Save what was typed, and publish, keep or discard the draft if that was pressed."""
        step, do = _step(request), request.form.get("do")
        try:
            if do != "discard":
                step = self._saved(request, step)
            match do:
                case "publish":
                    self._publishing.publish(step)
                case "keep":
                    self._publishing.keep(step)
                    return RedirectResponse(RELEASES, 303)
                case "discard":
                    self._publishing.discard(step)
                    return RedirectResponse(RELEASES, 303)
        except RefusedError as error:
            return self._refused(request, step, error)
        return RedirectResponse(f"{RELEASES}/{step.draft_id}", 303)

    def ask(self, request: SignedRequest) -> Response:
        """Save what was typed, and show what a citizen would read who asks this of it."""
        question, step = words_in(request.form, "question", 1000), _step(request)
        try:
            step = self._saved(request, step)
        except RefusedError as error:
            return self._refused(request, step, error)
        preview, tried = self._preview(request), None
        if question:
            tried = self._drafts.try_question(step.draft_id, question, request.at)
        return self._page(request, Shown(preview, preview.version, question=question, tried=tried))

    def entries(self, request: SignedRequest) -> Response:
        """Entries of an id or by words, to be edited or withdrawn."""
        words = words_in(request.query, "words", 200)
        found = self._drafts.find(words, request.at, 20)
        return self._frame.show(request, "console/entries.html", words=words, found=found)

    def on_entry(self, request: SignedRequest) -> Response:
        """Open an entry as a draft, or withdraw it."""
        entry_id, by = str(request.form.get("entry", "")), request.who.user_id
        if request.form.get("do") == "withdraw":
            self._publishing.withdraw(entry_id, by, request.at)
            return RedirectResponse(RELEASES, 303)
        preview = self._drafts.open(entry_id, by, request.at)
        return RedirectResponse(f"{RELEASES}/{preview.draft_id}", 303)

    def undo(self, request: SignedRequest) -> Response:
        """Take a change back."""
        change = number_in(request.form, "change") or 0
        self._publishing.changes.undo(change, request.who.user_id, request.at)
        return RedirectResponse(RELEASES, 303)

    def _typed(self, request: SignedRequest) -> dict[str, str]:
        form = request.form
        return {name: str(form[name]) for name in self._drafts.fields if name in form}

    def _saved(self, request: SignedRequest, step: Step) -> Step:
        """The step on the draft with what was typed in it."""
        typed = self._typed(request)
        return replace(step, version=self._drafts.correct(step, typed).version) if typed else step

    def _refused(self, request: SignedRequest, step: Step, error: RefusedError) -> Response:
        """The page with what was typed, and why it was not taken."""
        preview = _as_typed(self._preview(request), self._typed(request))
        return self._page(request, Shown(preview, step.version, str(error)))

    def _page(self, request: SignedRequest, shown: Shown) -> Response:
        preview, example = shown.preview, None
        if preview.state == "published":
            example = self._publishing.example_of(preview.entry_id, request.at)
        return self._frame.show(
            request,
            "console/draft.html",
            409 if shown.refused else 200,
            draft=preview,
            shown=shown,
            done=self._publishing.changes.of_draft(preview.draft_id, request.at),
            example=example,
            kinds=self._drafts.kinds,
            groups=_groups(preview),
        )

    def _preview(self, request: SignedRequest) -> Preview:
        return self._drafts.preview(request.in_path("draft"), request.at)

    def _staff(self, handle: Handle) -> Endpoint:
        """A page for staff; a refusal links back to the list."""
        return self._frame.requires(Role.STAFF, handle, back=RELEASES)


def _step(request: SignedRequest) -> Step:
    version = number_in(request.form, "version") or 0
    return Step(request.in_path("draft"), version, request.who.user_id, request.at)


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
