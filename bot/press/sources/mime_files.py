"""A mail saved as .eml, or a page saved as one file (.mht). Runs in the parser child only."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from bot.knowledge.decoding import decode
from bot.knowledge.problems import UnreadableError
from bot.press.sources.html_pages import Page, read_page

_HEADERS = ("From", "Subject", "Date")  # by which the release in a mail is found
_PAGE_ADDRESS = "Snapshot-Content-Location"


@dataclass(frozen=True, slots=True)
class MimeText(Page):
    """The page, or the mail with its headers; `attached` are the names of unread attachments."""

    attached: tuple[str, ...] = ()


def read_mime(data: bytes, url: str = "") -> MimeText:
    """Read what is saved in parts. Raises `UnreadableError` where none is text."""
    message = message_from_bytes(data, _class=EmailMessage, policy=default)
    part = message.get_body(("plain", "html"))
    content = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise UnreadableError("no-text.mail")
    address = str(message.get(_PAGE_ADDRESS, url))
    if part.get_content_subtype() == "html":
        page = read_page(content, address)
        told = page.text
    else:
        page, told = Page(""), decode(content)
    if _PAGE_ADDRESS in message or "multipart/related" in message.get_content_type():
        return MimeText(told, page.url or address, page.site, page.files)
    headers = (f"{name}: {message[name]}" for name in _HEADERS if message[name])
    names = tuple(filter(None, (one.get_filename() for one in message.iter_attachments())))
    return MimeText("\n".join((*headers, "", told)), files=page.files, attached=names)
