"""Downloads: calendar events, contact cards, pictures and documents."""

import mimetypes
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.desk.conversation.asking import Asking
from bot.desk.editions import Editions, entry_key
from bot.dialogue.conversation import Action, Verb
from bot.dialogue.replies import Card, Choice, File, Reply, numbered_labels

_VERBS = {"ics": Verb.CALENDAR, "vcf": Verb.SAVE}  # buttons that are downloads on a page
_ENDINGS = {verb: ending for ending, verb in _VERBS.items()}
_TYPES = {"ics": "text/calendar; charset=utf-8", "vcf": "text/vcard; charset=utf-8"}


def drawn(choices: Sequence[Choice]) -> list[tuple[str, Action]]:
    """The buttons with their labels; none for what a page cannot do, to write to people later."""
    labelled = zip(numbered_labels(choices), choices, strict=True)
    return [(label, one.action) for label, one in labelled if one.action.verb is not Verb.REMIND]


def saved_at(action: Action) -> str:
    """Where a button leads that is a download; "" for any other."""
    ending = _ENDINGS.get(action.verb)
    return f"/save?entry={entry_key(action.argument)}&as={ending}" if ending else ""


class Downloads:
    """The handlers; an unknown or outdated address is answered with 404."""

    def __init__(self, asking: Asking, editions: Editions, clock: Callable[[], datetime]) -> None:
        self._asking = asking
        self._editions = editions
        self._clock = clock

    def routes(self) -> list[Route]:
        """The addresses."""
        return [Route("/save", self.save), Route("/attached", self.attached)]

    def save(self, request: Request) -> Response:
        """An event as a calendar file, or an office as a contact card."""
        ending = request.query_params.get("as", "")
        entry = self._editions.entry_of(request.query_params.get("entry", ""))
        if entry is None or ending not in _VERBS:
            return Response(status_code=404)
        action = Action(_VERBS[ending], entry)
        content = _content(self._asking.made(action, self._clock()))
        if content is None:
            return Response(status_code=404)
        return attachment(content, f"1313.{ending}", _TYPES[ending])

    def attached(self, request: Request) -> Response:
        """A picture or document in the knowledge folder that a served entry names."""
        name = request.query_params.get("name", "")
        if not self._editions.is_attached(name):
            return Response(status_code=404)
        try:
            content = self._editions.attachment(name)
        except Exception:  # gone, or not readable
            return Response(status_code=404)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind.startswith("image/") and kind != "image/svg+xml":
            return Response(content, media_type=kind)
        return attachment(content, PurePosixPath(name).name, "application/octet-stream")


def _content(reply: Reply) -> bytes | None:
    for block in reply.blocks:
        match block:
            case File(_, content):
                return content
            case Card(_, _, vcard):
                return vcard.encode()
    return None


def attachment(content: bytes, name: str, kind: str) -> Response:
    """A file to keep, whatever a browser could show of it."""
    quoted = quote(name)
    named = f'filename="{name}"' if quoted == name else f"filename*=UTF-8''{quoted}"
    headers = {"Content-Disposition": f"attachment; {named}"}
    return Response(content, headers=headers, media_type=kind)
