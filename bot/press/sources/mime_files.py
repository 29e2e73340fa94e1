"""A mail saved as .eml, or a page saved as one file (.mht). Runs in the parser child only."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default

from bot.knowledge.decoding import decode
from bot.knowledge.problems import UnreadableError
from bot.press.sources.html_pages import Page, read_page

_HEADERS = ("From", "Subject", "Date")  # by which the release in a mail is found
_SENT = ("To", "Message-ID")  # headers that no saved page has
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
    rest = page.files, page.hidden_mail, page.lost_links
    if _is_page(message):
        return MimeText(told, page.url or address, page.site, *rest)
    headers = (f"{name}: {message[name]}" for name in _HEADERS if message[name])
    names = (one.get_filename() for one in message.iter_attachments() if not _is_shown(one))
    attached = tuple(filter(None, names))
    return MimeText("\n".join((*headers, "", told)), "", "", *rest, attached)


def _is_page(message: EmailMessage) -> bool:
    """Whether a browser saved it; a mail with its signature's logo is in related parts too."""
    sent = any(name in message for name in _SENT)
    return _PAGE_ADDRESS in message or (
        message.get_content_type() == "multipart/related" and not sent
    )


def _is_shown(part: Message) -> bool:
    """Whether a part is a picture within the text."""
    return part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"
