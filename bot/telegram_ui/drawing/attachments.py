"""What is sent beside text: pins on a map, contact cards, pictures, documents, small files.

A call waits in the outbox as JSON; a file of ours becomes an upload at the moment of sending.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from telegram import InputFile, InputMediaDocument, InputMediaPhoto

from bot.desk.messaging.unit_of_work import inline_file, read_inline_file
from bot.dialogue.replies import Attached, Attachment, Block, Card, File, Pin
from bot.telegram_ui.drawing.markup import sendable, shortened

Payload = dict[str, Any]
Call = tuple[str, Payload]  # a method of the Bot API and its parameters without the chat
ReadFile = Callable[[str], bytes]  # by a name inside the knowledge folder

_ALBUM = 10  # pictures or documents in one album
_NAME = 64  # characters of a contact's name that phones show
_TITLE, _ADDRESS = 100, 200  # characters of a pin's lines
UPLOADS = {"sendPhoto", "sendDocument", "sendMediaGroup"}  # methods that may carry files of ours
_MEDIA = {"photo": InputMediaPhoto, "document": InputMediaDocument}


def calls_of(blocks: Sequence[Block]) -> list[Call]:
    """The calls that send the attachments among the blocks, in order; albums where it can."""
    attachments = [block for block in blocks if isinstance(block, Attachment)]
    return [call for _, alike in groupby(attachments, key=_kind) for call in _calls(list(alike))]


def uploadable(payload: Payload, read: ReadFile) -> Payload:
    """The parameters as the library takes them, with our files; raises what `read` raises."""
    return {name: _uploadable(value, read) for name, value in payload.items()}


def _kind(block: Attachment) -> str:
    return f"{type(block).__name__}{isinstance(block, Attached) and block.picture}"


def _calls(alike: list[Attachment]) -> Iterator[Call]:
    for at in range(0, len(alike), _ALBUM):
        some = [one for one in alike[at : at + _ALBUM] if isinstance(one, Attached)]
        if len(some) > 1:
            media = [_medium(one) for one in some]
            media[0]["caption"] = _caption(some[0])  # one caption stands under the whole album
            yield "sendMediaGroup", {"media": media}
        else:
            yield from map(_call, alike[at : at + _ALBUM])


def _medium(attached: Attached) -> Payload:
    return {"type": "photo" if attached.picture else "document", "media": _place(attached)}


def _call(block: Attachment) -> Call:
    match block:
        case Pin(name, address, (latitude, longitude)):
            title = shortened(sendable(name), _TITLE)
            told = shortened(sendable(address or name), _ADDRESS)
            place = {"latitude": latitude, "longitude": longitude}
            return "sendVenue", place | {"title": title, "address": told}
        case Card(name, number, vcard):
            shown = shortened(sendable(name), _NAME)
            return "sendContact", {"phone_number": number, "first_name": shown, "vcard": vcard}
        case File(name, content, caption):
            document = inline_file(name, content)
            return "sendDocument", {"document": document, "caption": sendable(caption)}
        case Attached(_, True):
            return "sendPhoto", {"photo": _place(block), "caption": _caption(block)}
        case Attached():
            return "sendDocument", {"document": _place(block), "caption": _caption(block)}


def _place(attached: Attached) -> str | Payload:
    """An address that Telegram fetches itself, or the name of a file of ours."""
    return {"knowledge file": attached.where} if attached.is_ours else attached.where


def _caption(attached: Attached) -> str:
    return shortened(sendable(attached.title), _TITLE)


def _uploadable(value: Any, read: ReadFile) -> Any:
    match value:
        case {"type": "photo" | "document" as kind, "media": place}:
            return _MEDIA[kind](_upload(place, read, inside=True), caption=value.get("caption"))
        case [*items]:
            return [_uploadable(item, read) for item in items]
        case _:
            return _upload(value, read)


def _upload(value: Any, read: ReadFile, *, inside: bool = False) -> Any:
    file = read_inline_file(value)
    if file is None and isinstance(value, dict) and set(value) == {"knowledge file"}:
        name = value["knowledge file"]
        file = name.rpartition("/")[2], read(name)
    return InputFile(file[1], filename=file[0], attach=inside) if file else value
