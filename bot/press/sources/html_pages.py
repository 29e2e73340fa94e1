"""A saved web page of any site → the lines of its article. Runs in the parser child only.

The body is trafilatura's; title and date follow our own rules, because Thai sites print the
site's name first and count Buddhist years.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import trafilatura
from lxml import html
from lxml.html import HtmlElement

from bot.knowledge.decoding import decode
from bot.press.sources.cloaking import open_cloaks
from bot.press.sources.page_links import open_links
from bot.press.sources.page_titles import claims_of, text_of, tidy, title_of
from bot.press.sources.tables import label_tables
from bot.press.sources.timestamps import with_local_days
from bot.thai.dates import parse_date, thai_date

_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>|&#?\w+;|[\x00-\x7f]", re.DOTALL | re.I)
_DATED = (
    "//meta[@property='article:published_time' or @name='date' or @name='DC.date']/@content"
    "|//time/@datetime|//*[contains(@class,'createdate') or contains(@class,'published')"
    " or contains(@class,'create') or contains(@class,'date') or contains(@class,'posted')"
    " or self::time]"
)
_DAY = re.compile(
    r"(?P<day>[0-9๐-๙]{1,2}\s+[ก-๙.]{3,12}\s+(พ\.ศ\.\s*)?[0-9๐-๙]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
)
_AS_TYPED = (
    "//*[self::pre or self::textarea"
    " or (contains(@style,'white-space') and contains(@style,'pre'))]"
)
_NO_BLOCK_INSIDE = (
    "not(.//div or .//p or .//ul or .//ol or .//dl or .//table or .//pre or .//blockquote"
    " or .//section or .//article or .//form or .//h1 or .//h2 or .//h3 or .//h4 or .//h5 or .//h6)"
)
_LABELS = "//h4|//h5|//h6"  # above a line that says nothing without them
_LINE_END = re.compile(r"\s*\n\s*")
_ADDRESS = "//link[@rel='canonical']/@href|//meta[@property='og:url']/@content"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as lines: title, day of publication, body; and what else it gives.

    `hidden_mail` says that it has an e-mail address that could not be read, `lost_links` are links
    within an unknown site.
    """

    text: str
    url: str = ""
    site: str = ""
    files: tuple[str, ...] = ()
    hidden_mail: bool = False
    lost_links: tuple[str, ...] = ()


def read_page(data: bytes, url: str = "") -> Page:
    """Read a page saved from `url`, in any encoding of the ladder. Raises `UnreadableError`."""
    source, hidden = open_cloaks(decode(data, prose=_MARKUP.sub(b"", data)))
    tree = html.fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    claims, head = claims_of(tree), list(_date_lines(tree))
    told = next((str(one) for one in tree.xpath(_ADDRESS)), "")
    links = open_links(tree, told or url)
    lines = _body_lines(tree)
    title = title_of(claims, lines)
    if not title and lines:  # the first row of a table, as Excel saves it
        lines[0] = " ".join(cell for cell in map(str.strip, lines[0].split("|")) if cell)
    lines = [one for one in (title, *head, *lines) if one]
    return Page("\n".join(lines), told, claims.site, links.files, hidden, links.lost)


def _body_lines(tree: HtmlElement) -> list[str]:
    _fold_lines(tree)
    label_tables(tree)
    _unwrap_layout(tree)
    _mark_paragraphs(tree)
    body = trafilatura.extract(
        str(html.tostring(tree, encoding="unicode")),
        include_tables=True,
        include_comments=False,
        favor_recall=True,
        deduplicate=False,
    )
    return [line for line in (body or _all_text(tree)).split("\n") if line]


def _date_lines(tree: HtmlElement) -> Iterator[str]:
    """The day of publication as one line, from where sites put it."""
    for place in tree.xpath(_DATED):
        text = place if isinstance(place, str) else text_of(place)
        found = _DAY.search(with_local_days(tidy(text)[:200]))
        day = parse_date(found["day"]) if found else None
        if day:
            yield thai_date(day)
            return


def _fold_lines(tree: HtmlElement) -> None:
    """Replace line ends within the source by blanks, as browsers do."""
    kept = set(tree.xpath(f"{_AS_TYPED}/descendant-or-self::*"))
    for element in tree.iter():
        if element.text and element not in kept:
            element.text = _LINE_END.sub(" ", element.text)
        if element.tail and element.getparent() not in kept:
            element.tail = _LINE_END.sub(" ", element.tail)


def _unwrap_layout(tree: HtmlElement) -> None:
    """Turn layout tables into plain blocks; tables of facts stay."""
    for table in reversed(
        tree.xpath("//table[.//p or .//div or .//table or .//h2 or .//br or .//*[@class]]")
    ):
        for part in table.xpath(".//tr|.//td|.//th|.//tbody"):
            if next(part.iterancestors("table")) is table:
                part.tag = "div"
        table.tag = "div"


def _mark_paragraphs(tree: HtmlElement) -> None:
    """Make <p> of what page builders call otherwise, for trafilatura looks for these."""
    typed = tree.xpath(_AS_TYPED)
    for element in tree.xpath(f"//div[normalize-space() and {_NO_BLOCK_INSIDE}]|{_LABELS}"):
        if element not in typed:
            element.tag = "p"


def _all_text(tree: HtmlElement) -> str:
    """A page without a recognisable article as lines, one for every block."""
    for unseen in tree.xpath("//script|//style|//head|//nav|//footer|//form"):
        unseen.drop_tree()
    blocks = tree.xpath(
        "//p|//li|//h1|//h2|//h3|//td[not(.//td) and not(.//p)]|//div[not(.//div) and not(.//p)]"
    )
    return "\n".join(text for text in (text_of(one) for one in blocks) if text)
