"""A press release as copied from a web page → its title, day, paragraphs and footer.

Boilerplate goes: copies of the title, buttons, dotted lines, hashtags, related news, and the
credits and telephone numbers of the press office.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import accumulate, combinations, dropwhile, takewhile

from bot.knowledge.boilerplate import (
    day_behind_stroke,
    is_menu,
    press_contact,
    without_boilerplate,
    without_footer,
    without_hashtags,
    without_related,
)
from bot.knowledge.decoding import clean
from bot.knowledge.entries import Entry, Source
from bot.knowledge.fields import is_web_link
from bot.press.facts.english import dateline_day
from bot.press.facts.headlines import title_words
from bot.press.facts.labels import with_labels
from bot.press.facts.letterheads import HEADER_LINES, without_days, without_letterhead
from bot.press.facts.paragraphs import mended
from bot.press.facts.untitled import (
    LONGEST_TITLE,
    PICTURE,
    is_body_text,
    title_of,
    without_greeting,
    without_greetings,
)
from bot.thai.dates import parse_date
from bot.thai.segment import Segmenter

_SITE = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-"
_SITE_TITLE = "รัฐบาลไทย ข่าวทำเนียบรัฐบาล"
_LONG_TITLE = 120  # characters: one that breaks off within a word is cut
_CUT_TITLE = 179  # the site cuts titles at 180 characters, and then the blank before the cut
_CUT_EXCERPT = range(248, 251)  # and the excerpt below it at 250
_AMOUNT_END = re.compile(r"[0-9]\s?(?:ร้อย|พัน|หมื่น|แสน|ล้าน)+$")  # of what is told behind it
_TELLING = range(8, 40)  # the letters before the cut that tell where the text says the same
_ELLIPSIS = re.compile(r"\s*(?:\.{3,}|…)$")
_SHORTEST_COPY = 15
_LONGER, _ALIKE = 50, 0.85  # characters that an excerpt saves by short names, and how alike it is
_ADDED = 12  # characters before the title that make no other line of it
_LONGEST_CREDIT = 80

_SOURCE_LINE = re.compile(r"(ที่มา|แหล่งที่มา|แหล่งข่าว)\s*[:：]?\s*(?P<url>https?://\S+)")
_TITLE_TAIL = re.compile(r"\s*(\[(กระทรวง|สำนัก|กรม)[^\]]*\]?|วันที่เผยแพร่)$")
_WRITER = re.compile(
    r"(เขียน|เรียบเรียง|โพสต์|เผยแพร่|แก้ไข)\s?(ข่าว)?โดย[\s:：]|(ผู้สื่อข่าว|ผู้เขียน|ผู้เผยแพร่|โดย)\s*[:：]"
    r"|(โดย|by)?\s*[:：]?\s*(ผู้ดูแลระบบ|admin(istrator)?|webmaster)$",
    re.IGNORECASE,
)
_KEYCAP = "[0-9]\ufe0f?\u20e3"  # "1️⃣", as items of posts are numbered
_PICTURES = re.compile(f"^(?:[{PICTURE}\\s]|{_KEYCAP})+|(?<![{PICTURE}\\s])[{PICTURE}\\s]+$")
_NOTICE = re.compile("(ประกาศ|คำสั่ง|ระเบียบ|ข้อบังคับ)(?!ผล)[ก-๙]")
_MATTER = re.compile(r"เรื่อง\s*[:：]?\s*\S")
_SIGNED = re.compile(r"(ประกาศ|สั่ง|ให้ไว้)\s*ณ\s*วันที่\s*(?P<day>\S.{4,40})")
_MORE = re.compile(r"\s*(?:\.{2,}|…)\s*(?:ดูเพิ่มเติม|อ่านเพิ่มเติม|See more)\s*$", re.IGNORECASE)
_MORE_ENDS = ("เพิ่มเติม", "see more")  # asked for first, for hardly a line ends so
_LONGEST_END = max(map(len, _MORE_ENDS))
_UNBROKEN = re.compile(r"\S{0,40}")
_SIGNS = "\"'“”‘’«»!.…"


@dataclass(frozen=True, slots=True)
class Article:
    """A release as its parts. `paragraphs` are content, `footer` credits and press office.

    `whole_title` is false when the site cut the title and no copy of it is whole, `headed` when a
    title had to be made of the opening of the text, `whole` when a button says that there is more.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    published: date | None = None
    url: str = ""
    whole_title: bool = True
    headed: bool = True
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a release whose title, day and source are known; `title` may be ""."""

    title: str
    content: tuple[str, ...] = ()
    published: date | None = None
    url: str = ""
    whole_title: bool = True


def read_article(text: str) -> Article:
    """The parts of a release. Title and paragraphs are empty when there are none."""
    parts = _take_apart(with_labels(_clean_lines(text)))
    lines, footer = without_footer(_without_boilerplate(parts))
    return Article(
        _title_of(parts, lines),
        tuple(mended(lines)),
        tuple(footer),
        parts.published,
        parts.url,
        parts.whole_title,
        bool(parts.title or not lines),
        not any(_without_more_button(line) != line for line in parts.content),
    )


def _title_of(parts: _Lines, lines: Sequence[str]) -> str:
    """The title, completed from the text, or one made of the opening of the text."""
    if parts.title or not lines:
        return parts.title if parts.whole_title else _with_last_word(parts.title, lines)
    return title_of(lines[0])


def plain_entry(article: Article, stem: str) -> Entry:
    """The entry, with the id `stem`, of what is certain: title, published, body and source."""
    press = press_contact(article.footer)
    return Entry(
        id=stem,
        title=article.title,
        body="\n\n".join(article.paragraphs),
        facts={"press_contact": press} if press else {},
        published=article.published,
        source=Source(_SITE_TITLE if "thaigov.go.th" in article.url else "", article.url),
    )


def _clean_lines(text: str) -> list[str]:
    """The lines that are not empty, without entities and doubled blanks."""
    lines = (" ".join(line.split()) for line in clean(html.unescape(text)).split("\n"))
    return [line for line in lines if line]


def _take_apart(lines: Sequence[str]) -> _Lines:
    if not lines:
        return _Lines("")
    lines = without_letterhead(without_greetings(list(dropwhile(is_menu, lines)) or lines))
    first = _PICTURES.sub("", lines[0].removeprefix(_SITE)).strip() or lines[0]
    rest, url = _without_source(lines[1:])
    published, rest = without_days(rest)
    if rest and _NOTICE.match(first) and _MATTER.match(rest[0]):
        first = f"{first} {rest.pop(0)}"
    running = is_body_text(first, without_boilerplate(rest))
    rest = [lines[0].removeprefix(_SITE), *rest] if running else rest
    published = published or _day_of_notice(rest) or dateline_day(rest[:HEADER_LINES])
    published = published or (day_behind_stroke(rest[-1]) if rest else None)
    if running:
        return _Lines("", tuple(rest), published, url)
    title, whole = _whole_title(without_greeting(first), rest[:HEADER_LINES])
    return _Lines(_without_site(title), tuple(rest), published, url, whole)


def _without_source(lines: Sequence[str]) -> tuple[list[str], str]:
    for number in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
        found = _SOURCE_LINE.fullmatch(lines[number])
        if found and is_web_link(found["url"]):
            return [*lines[:number], *lines[number + 1 :]], found["url"]
    return list(lines), ""


def _day_of_notice(lines: Sequence[str]) -> date | None:
    """The day under which an office signs a notice: "ประกาศ ณ วันที่ …"."""
    signed = (found for line in reversed(lines) if (found := _SIGNED.match(line)))
    return next((parse_date(found["day"]) for found in signed), None)


def _whole_title(first: str, head: Sequence[str]) -> tuple[str, bool]:
    """The title, completed from a copy below if the site cut it, and whether it is whole."""
    if cut := _ELLIPSIS.search(first):
        return _without_ellipsis(first, first[: cut.start()], head)
    copies = [line for line in head if len(line) > len(first) and line.startswith(first)]
    copy = max(copies, key=len, default="") or _copy_over_lines(first, head)
    if copy and _AMOUNT_END.search(first):
        return _up_to_next_act(copy, len(first)), True
    if not copy or not _is_cut(first, copy[len(first) :]):
        return first, bool(copy) or len(first) < _CUT_TITLE
    if len(copy) > LONGEST_TITLE:  # a paragraph that begins with the title
        end = copy.find(" ", len(first))
        return (copy[:end], True) if 0 < end <= LONGEST_TITLE else (first, False)
    if len(copy) in _CUT_EXCERPT:
        return f"{copy.rpartition(' ')[0].rstrip()}…", False
    return copy, True


def _copy_over_lines(first: str, head: Sequence[str]) -> str:
    """The copy of a cut title that stands in several lines, cut within the last of them."""
    for start, end in combinations(range(len(head) + 1), 2) if len(first) >= _CUT_TITLE else ():
        run = " ".join(head[start:end])
        if run.startswith(first) and len(run) - len(head[end - 1]) < len(first) < len(run):
            return run
    return ""


def _up_to_next_act(line: str, start: int) -> str:
    """The line up to where another act begins behind `start`."""
    blanks = (found.start() for found in re.finditer(r"\s", line[start + 1 :]))
    ends = (start + 1 + blank for blank in blanks)
    acts = title_words().next_acts
    return next((line[:end] for end in ends if acts.match(line, end + 1)), line)


def _without_ellipsis(first: str, begun: str, head: Sequence[str]) -> tuple[str, bool]:
    """A title that ends in dots, completed from a line below, and whether it is whole."""
    lines = [one for one in (*head, first) if one.startswith(begun) and len(one) <= LONGEST_TITLE]
    whole = [one for one in lines if len(one) > len(begun) and not _ELLIPSIS.search(one)]
    return max(whole or lines, default=first, key=len), bool(whole)


def _is_cut(first: str, rest: str) -> bool:
    quoted = first.count("“") > first.count("”") and "”" in rest
    in_word = len(first) >= _LONG_TITLE and " " not in rest
    return len(first) >= _CUT_TITLE or ((quoted or in_word) and not rest[:1].isspace())


def _with_last_word(title: str, lines: Sequence[str]) -> str:
    """A title that the site cut inside a word, with that word completed from the text."""
    text = "\n".join(lines)
    for letters in reversed(_TELLING):
        place = text.find(title[-letters:])
        if place >= 0 and len(title) >= _CUT_TITLE:
            rest = _rest_of_word(title[-letters:], text[place + letters :])
            return f"{title}{rest}…" if rest else title
    return title


def _rest_of_word(before: str, behind: str) -> str:
    """The letters with which `behind` completes the last word of `before`."""
    begun, rest = before.rpartition(" ")[2], _UNBROKEN.match(behind)
    following = rest[0] if rest else ""
    ends = accumulate(map(len, Segmenter().words((begun + following).lower())))
    return following[: next((end for end in ends if end >= len(begun)), len(begun)) - len(begun)]


def _without_site(title: str) -> str:
    """The title without the site's name behind it."""
    told = "[" in title or "วันที่เผยแพร่" in title  # asked first, for most have neither
    return _TITLE_TAIL.sub("", title) if told else title


def _letters_of(line: str) -> str:
    """A line without blanks and quotation marks, for comparison."""
    letters = "".join(line.split())
    for sign in _SIGNS:
        letters = letters.replace(sign, "")
    return letters


def _without_boilerplate(parts: _Lines) -> list[str]:
    above = takewhile(lambda line: _is_header(line, parts.title), parts.content[:HEADER_LINES])
    head = list(above)
    rest = parts.content[len(head) :]
    head = [line for line in head if not _names_writer(line)]
    told = without_boilerplate([_without_more_button(line) for line in (*head, *rest)])
    lines = _without_repeats(replace(parts, content=tuple(told)))
    return without_related([without_hashtags(line) for line in lines])


def _without_more_button(line: str) -> str:
    """The line without the button at its end that shows the rest."""
    ends = line.rstrip()[-_LONGEST_END:].lower().endswith(_MORE_ENDS)
    return _MORE.sub("", line) if ends else line


def _is_header(line: str, title: str) -> bool:
    """Whether a line may be above the text: a copy of the title, or a short line."""
    return len(line) <= _LONGEST_CREDIT or line in title or title in line


def _names_writer(line: str) -> bool:
    """Whether a header line is only a credit ("เขียนโดย Administrator")."""
    line = line.removeprefix("- ")
    return len(line) <= _LONGEST_CREDIT and _WRITER.match(line) is not None


def _without_repeats(parts: _Lines) -> list[str]:
    """The lines without those of the header that repeat the title or a later line."""
    head = parts.content[:HEADER_LINES]
    shapes = [_letters_of(_without_site(line)) for line in head]
    title = _letters_of(parts.title)
    broken = _copies_over_lines(shapes, title)
    kept = [
        line
        for number, line in enumerate(head)
        if not _repeats_title(shapes[number], title, whole=parts.whole_title)
        and not _repeats(number, shapes)
        and not _is_cut_excerpt(line, head[number + 1 : number + 2])
        and number not in broken
    ]
    return kept + list(parts.content[HEADER_LINES:])


def _is_cut_excerpt(line: str, below: Sequence[str]) -> bool:
    """Whether an excerpt that the site cut is nearly the same as the lead."""
    if len(line) not in _CUT_EXCERPT or not below or len(below[0]) <= len(line):
        return False
    return SequenceMatcher(None, line, below[0][: len(line) + _LONGER]).ratio() >= _ALIKE


def _copies_over_lines(shapes: Sequence[str], title: str) -> set[int]:
    """The numbers of lines that are a copy of the title only together."""
    spans = combinations(range(len(shapes) + 1), 2)
    copies = (range(*span) for span in spans if "".join(shapes[slice(*span)]) == title)
    return {number for copy in copies for number in copy}


def _repeats_title(shape: str, title: str, *, whole: bool) -> bool:
    cut_later = not whole and shape.startswith(title) and len(shape) < _CUT_EXCERPT.stop
    within = len(shape) >= _SHORTEST_COPY and shape in title
    return cut_later or title.startswith(shape) or within or _is_prefixed_title(shape, title)


def _is_prefixed_title(shape: str, title: str) -> bool:
    """Whether a copy has only a word or two before the title ("รัฐมนตรี “ศุภมาส” …")."""
    short = len(shape) <= len(title) + _ADDED
    return short and len(title) >= _SHORTEST_COPY and shape.endswith(title)


def _repeats(number: int, shapes: Sequence[str]) -> bool:
    shape = shapes[number]
    return len(shape) >= _SHORTEST_COPY and any(
        (shape != other and (other.startswith(shape) or (shape in other and place < number)))
        or (shape == other and place > number)
        for place, other in enumerate(shapes)
    )
