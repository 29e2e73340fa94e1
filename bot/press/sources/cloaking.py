"""E-mail addresses that a page or its writer hid from robots, made readable."""

import html
import re

_SCRIPT = re.compile(r"<script\b[^>]*>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_PIECE = r"""(?:'[^'\n]*'|"[^"\n]*"|addy\w*)"""
_ASSIGNED = re.compile(rf"(?P<name>addy\w*)\s*=\s*(?P<parts>{_PIECE}(?:\s*\+\s*{_PIECE})*)")
_LITERAL = re.compile(r"""(?P<quote>['"])(?P<text>.*?)(?P=quote)|(?P<name>addy\w*)""")
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_CLOUDFLARE = re.compile(
    r"<(?P<tag>a|span)\b[^>]*data-cfemail=[\"'](?P<hex>[0-9a-fA-F]{4,200})[\"'][^>]*>.*?</(?P=tag)>",
    re.DOTALL,
)
_PLACEHOLDER = re.compile(
    r"(<noscript>|<span[^>]*>)?\s*(This e-?mail address is being protected from spambots\.?"
    r"[^<]{0,80}|อีเม[ลล์]{1,3}นี้จะถูกป้องกันจากสแปมบอท[^<]{0,120}|อีเมล์นี้ถูกป้องกัน[^<]{0,120}|\[email[\s\u00a0]protected\])"
    r"\s*(</noscript>|</span>)?",
    re.IGNORECASE,
)

_AT = re.compile(r"[\[({]\s?(?:at|@|แอท)", re.IGNORECASE)  # asked first, for most texts have none
_NAME = r"[A-Za-z0-9][A-Za-z0-9-]*"
_WRITTEN = re.compile(
    rf"(?<![A-Za-z0-9._+-])(?P<who>[A-Za-z0-9._+-]{{1,64}})\s?[\[({{]\s?(?:at|@|แอท)\s?[\])}}]\s?"
    rf"(?P<host>{_NAME}(?:(?:\.|\s?[\[({{]\s?(?:dot|จุด|\.)\s?[\])}}]\s?){_NAME})+)",
    re.IGNORECASE,
)
_DOT = re.compile(r"\s?[\[({]\s?(?:dot|จุด|\.)\s?[\])}]\s?", re.IGNORECASE)


def plain_mails(text: str) -> str:
    """The text with addresses such as "info [at] most.go.th" in their usual form."""
    if not _AT.search(text):
        return text
    return _WRITTEN.sub(lambda found: f"{found['who']}@{_DOT.sub('.', found['host'])}", text)


def open_cloaks(page: str) -> tuple[str, bool]:
    """The page with hidden addresses readable, and whether one stayed hidden."""
    page = _CLOUDFLARE.sub(lambda found: _from_hex(found["hex"]), page)
    opened = 0

    def written_out(script: re.Match[str]) -> str:
        nonlocal opened
        mail = _assembled(script["code"])
        opened += bool(mail)
        return f" {mail} " if mail else script[0]

    page = _SCRIPT.sub(written_out, page)
    page, hidden = _PLACEHOLDER.subn(" ", page)
    return page, hidden > opened


def _assembled(code: str) -> str:
    """The address that a Joomla script assembles; "" when it makes none."""
    made: dict[str, str] = {}
    for assigned in _ASSIGNED.finditer(code):
        pieces = (
            made.get(part["name"], "") if part["name"] else part["text"]
            for part in _LITERAL.finditer(assigned["parts"])
        )
        made[assigned["name"]] = html.unescape("".join(pieces))
    return next((text for text in made.values() if _MAIL.fullmatch(text)), "")


def _from_hex(code: str) -> str:
    """The address of Cloudflare's cloak: the first byte is the key of the others."""
    key, *letters = bytes.fromhex(code[: len(code) // 2 * 2])
    mail = bytes(letter ^ key for letter in letters).decode("latin-1")
    return f" {mail} " if _MAIL.fullmatch(mail) else " "
