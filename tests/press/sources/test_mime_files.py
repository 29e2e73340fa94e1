"""Mails saved as .eml and pages saved as one file, whatever their names end with."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from bot.press.extraction import extract_source
from bot.press.sources.documents import read_source
from tests.press.sources.test_documents import JOOMLA, PARAGRAPH, TITLE, put, refused

pytestmark = pytest.mark.usefixtures("in_this_process")
PAGE = f"<html><head><title>{TITLE}</title></head><h1>{TITLE}</h1><p>{PARAGRAPH}</p></html>"


def mail(text: str, subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "ปชส. <pr@nstda.or.th>", f"ส่งต่อ: {TITLE}"
    message["Date"] = "Fri, 27 Nov 2026 10:00:00 +0700"
    message.set_content(text, subtype)
    return message


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
@pytest.mark.parametrize(
    ("text", "subtype"), [(f"เรียน สื่อมวลชน\n\n{PARAGRAPH}\n", "plain"), (PAGE, "html")]
)
def test_a_saved_mail_is_the_release_in_it(
    tmp_path: Path, name: str, text: str, subtype: str
) -> None:
    """Its subject is the title; what is attached is named, for it is not read."""
    message = mail(text, subtype)
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="ข่าว.pdf")
    found = extract_source(read_source(put(tmp_path, name, bytes(message))), "a")
    entry = found.entry
    assert (TITLE, "2026-11-27", PARAGRAPH) == (entry.title, str(entry.published), entry.body)
    assert "(ข่าว.pdf)" in entry.review["files"]


@pytest.mark.parametrize("header", ["To", "Message-ID"])
def test_a_mail_with_a_logo_in_its_signature_is_a_mail(tmp_path: Path, header: str) -> None:
    """The logo stands within the text; only the file beside it is named."""
    message = mail(PAGE, "html")
    message[header] = "<press@example.org>"
    for kind, name, how in (("image/png", "logo.png", "inline"), ("x/pdf", "a.pdf", "attachment")):
        maintype, subtype = kind.split("/")
        message.add_related(b"%", maintype, subtype, filename=name, disposition=how)
    entry = extract_source(read_source(put(tmp_path, "a.eml", bytes(message))), "a").entry
    assert (TITLE, "2026-11-27", PARAGRAPH) == (entry.title, str(entry.published), entry.body)
    assert "(a.pdf)" in entry.review["files"]


@pytest.mark.parametrize("related", [False, True])
def test_what_a_page_does_not_tell_is_warned_of_alike(tmp_path: Path, *, related: bool) -> None:
    """Whether the page is a file or came in a mail or an archive: addresses and links it hides."""
    page = JOOMLA.replace("var addy12", "var x").replace("addy12 = addy12", "x = x")
    page = page.replace("https://www.most.go.th/files/", "/files/")
    saved = MIMEMultipart("related") if related else mail(page, "html")
    if isinstance(saved, MIMEMultipart):
        saved.attach(MIMEText(page, "html", "utf-8"))
    alone = read_source(put(tmp_path, "a.html", page.encode()))
    assert {"contact.email", "files"} == {one.field for one in alone.findings}
    assert alone.findings == read_source(put(tmp_path, "a.mht", bytes(saved))).findings


@pytest.mark.parametrize("name", ["a.mht", "a.html"])
def test_a_page_saved_as_one_file_is_that_page(tmp_path: Path, name: str) -> None:
    """With the address it was saved from."""
    parts = MIMEMultipart("related")
    parts["Snapshot-Content-Location"] = "https://www.mhesi.go.th/1"
    parts.attach(MIMEText(PAGE, "html", "utf-8"))
    source = read_source(put(tmp_path, name, parts.as_bytes()))
    assert (f"{TITLE}\n{PARAGRAPH}", "https://www.mhesi.go.th/1") == (source.text, source.url)


def test_a_mail_without_text_is_told(tmp_path: Path) -> None:
    """The release is in what is attached."""
    message = EmailMessage()
    message["From"], message["MIME-Version"] = "pr@nstda.or.th", "1.0"
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    assert "ไฟล์แนบ" in refused(tmp_path, "a.eml", bytes(message)).hint
