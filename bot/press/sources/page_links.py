"""What the links of a web page lead to: documents, and forms to sign up with.

Runs in the parser child. In the text a link becomes its words, with the address where a citizen
needs it; relative addresses of an unknown site are reported.
"""

import re
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin

from lxml.html import HtmlElement

from bot.knowledge.words import release_pattern

_DOCUMENT = re.compile(r"[^?#]+\.(pdf|docx?|xlsx?|pptx?|zip)(\?\S*)?$", re.IGNORECASE)
_ABSOLUTE = re.compile("https?://[^/]", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"#|[a-z][a-z0-9+.-]*:(?!//)|(?!https?:)[a-z]+://", re.IGNORECASE)
_AROUND = "|".join(
    (
        "ancestor::nav|ancestor::header|ancestor::footer|ancestor::aside",
        *(
            f"ancestor::*[contains(@class,'{one}') or contains(@id,'{one}')]"
            for one in ("menu", "related", "share", "footer", "breadcrumb", "sidebar", "nav")
        ),
    )
)
_ANCHORS = f"//a[@href and not({_AROUND})]"
_SENTENCE = "(ancestor::p|ancestor::li|ancestor::td|ancestor::article|ancestor::main)[last()]"
_LONGEST_NAME = 60


_pattern = partial(release_pattern, file="page_links", ignore_case=True)
_form_host = _pattern(r"https?://(www\.)?(%(hosts)s)\b")  # where forms are
_vague_name = _pattern("%(vague)s")
_form_name = _pattern("%(names)s")
_other_name = _pattern("%(not_names)s")


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of documents, and the links of an unknown site as shown to a clerk."""

    files: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def open_links(tree: HtmlElement, base: str) -> Links:
    """Turn the page's links into words and addresses; `base` is the page's address, or "".

    A paragraph that is nothing but a link would otherwise be taken for a menu.
    """
    every = map(_href, tree.xpath("//a[@href]"))
    files = [href for href in every if _ABSOLUTE.match(href) and _DOCUMENT.match(href)]
    lost: list[str] = []
    for anchor in tree.xpath(_ANCHORS):
        href, name = _href(anchor), " ".join(str(anchor.text_content()).split())
        document = _DOCUMENT.match(href) is not None
        wanted = document or _signs_up(anchor, href, name)
        if not name or _OTHER_SCHEME.match(href) or not (wanted or _is_paragraph(anchor, name)):
            continue
        address = _address(base, href)
        if wanted and not address:
            lost.append(f"“{name[:_LONGEST_NAME]}” ({href[:_LONGEST_NAME]})")
        if document and address:
            files.append(address)
        elif wanted and address and address not in name:
            anchor.tail = f" {address} {anchor.tail or ''}"
        anchor.drop_tag()
    return Links(tuple(dict.fromkeys(files)), tuple(dict.fromkeys(lost)))


def _href(anchor: HtmlElement) -> str:
    return "%20".join(str(anchor.get("href")).split())


def _address(base: str, href: str) -> str:
    """The absolute address; "" when the page does not tell."""
    try:
        whole = urljoin(base, href)
    except ValueError:  # such as //[
        return ""
    return whole if _ABSOLUTE.match(whole) else ""


def _signs_up(anchor: HtmlElement, href: str, name: str) -> bool:
    """Whether a link leads to a form, or is called so within the text."""
    if _form_host().match(href):
        return True
    sentence = anchor.xpath(_SENTENCE)
    if not sentence or _other_name().search(name):
        return False
    vague = len(name) <= _LONGEST_NAME and _vague_name().search(name)
    return bool(_form_name().search(str(sentence[0].text_content()) if vague else name))


def _is_paragraph(anchor: HtmlElement, name: str) -> bool:
    """Whether a link is all of its paragraph."""
    parent = next(anchor.iterancestors("p"), None)
    return parent is not None and " ".join(str(parent.text_content()).split()) == name
