"""Texts without a headline: posts, messages that were passed on.

Their first line is a paragraph and stays in the body; a title is made of its opening.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from bot.knowledge.entries import Contact
from bot.knowledge.places import venue_in
from bot.knowledge.words import any_listed, release_pattern
from bot.press.facts.contacts import find_contact
from bot.press.facts.headlines import closed, opens_another
from bot.press.facts.letterheads import has_verb
from bot.thai.dates import ANY_DAY, DateSpan, Precision, find_dates
from bot.thai.segment import Segmenter

LONGEST_TITLE = 300
PICTURE = "\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"

_SHORTEST_RUNNING = 60  # characters; a shorter line says too little to be a paragraph
_LONG = 180  # a line alone with as many tells more than what it is about
_LONG_DATED = 220  # no headline that has a day is longer
_LONGEST_MADE, _SHORTEST_MADE = 100, 25
_LONGEST_ACT = 150  # where it takes that to say more than who did something
_LEAD_WITHIN, _OPENING = 2, 120  # lines below a headline, and letters of one
_HOTLINE = 4  # figures of a number that a headline may tell too
_AT_HOUR = re.compile(r"(?<![0-9๐-๙.])[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}\s?(?:น\.|นาฬิกา|[-–])")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LEFT_OUT = re.compile(rf"{_LINK.pattern}|(?<!\S)#\S+|[{PICTURE}]+", re.IGNORECASE)
_LEADS_TO_DAY = re.compile(
    r"[\s(]*(?:(?:ใน|เมื่อ|ระหว่าง|ตั้งแต่|ภายใน|ถึง)?\s?วัน[ก-๙]{0,10}|วาน[ก-๙]{0,4}|ระหว่าง|ตั้งแต่|เมื่อ|ใน)?[\s(:：]*$"
)
_BEHIND_DAY = re.compile(
    r"[\s)]*(?:เวลา(?:ประมาณ)?\s*)?(?:[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}\s?[-–]?\s?){0,2}"
    r"(?:น\.(?!ส\.)|นาฬิกา)?[\s):：/–-]*"
)
_DASH = re.compile(r"\s*[-–—:/]\s")
_AT = re.compile(r"ณ\s+|ที่\s*")
_SIGNS = " ,:;-–—/|~*•·>!\n"
_QUOTES = tuple("“\"'‘")
_CLOSES = re.compile("[”\"'’]")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("‘", "’"), ("«", "»"))
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=s\\b)")
_ends_in_role = release_pattern("(?:%(roles)s)$")
_MARKS = rf"[\s!~.:：,–{PICTURE}-]"
# A greeting, or the wish that something be passed on, with whom and what else it says.
_greets = release_pattern(
    rf"^{_MARKS}*(?:%(greetings)s)(?:{_MARKS}?(?:%(greeted)s)[วๆ]*)*(?:{_MARKS}+|$)"
)


def without_greetings(lines: Sequence[str]) -> list[str]:
    """The lines without greetings above the rest; a link there goes behind the title."""
    rest = list(lines)
    links: list[str] = []
    while len(rest) > 1 and (_LINK.fullmatch(rest[0]) or _greets().fullmatch(rest[0])):
        first = rest.pop(0)
        links += [first] if _LINK.fullmatch(first) else []
    return [rest[0], *links, *rest[1:]] if rest else []


def without_greeting(title: str) -> str:
    """A title without the greeting before it."""
    bare = _greets().sub("", title)
    return bare if len(bare) >= _SHORTEST_MADE else title


def is_body_text(line: str, below: Sequence[str]) -> bool:
    """Whether a first line is a paragraph and no title, with the lines of the text below it.

    A headline may repeat the text or stand above the lead, so that nothing is lost with it. What a
    site prints twice is its title.
    """
    if len(line) < _SHORTEST_RUNNING or line in below[:_LEAD_WITHIN]:
        return False
    if len(line) > (LONGEST_TITLE if below else _LONG) or any_listed("running").search(line):
        return True
    told = list(_details(line))
    text = "\n".join(below)
    again = len(line) <= _LONGEST_ACT and all(one in text for one in told)
    return bool(told) and not again and not _is_above_lead(line, below)


def _is_above_lead(line: str, below: Sequence[str]) -> bool:
    """Whether a longer paragraph below opens as a lead does: with a day, or who says it."""
    lead = next((one for one in below[:_LEAD_WITHIN] if len(one) > len(line)), "")[:_OPENING]
    dated = behind_when(lead) != lead
    said = any_listed("honorifics").match(lead) and any_listed("sayings").search(lead)
    return len(line) <= _LONG and bool(dated or said)


def title_of(paragraph: str) -> str:
    """A title made of the opening of a paragraph."""
    opening = paragraph[: _LONGEST_ACT * 10]
    text = _LEFT_OUT.sub("\n", _greets().sub("", opening))
    text = _reported_speech(_without_quote(text.strip(_SIGNS)))
    if goes_on := any_listed("running").search(text, _SHORTEST_MADE):
        text = text[: goes_on.start()]
    said = ""
    for piece in _without_when(_without_when(text)).strip(_SIGNS).split("\n"):
        said = f"{said} {' '.join(piece.split()).strip(_SIGNS)}".strip()
        if len(said) >= _SHORTEST_MADE:
            break
    return _shortened(said) or opening[:_LONGEST_MADE]


def _without_quote(text: str) -> str:
    """A text without a quotation mark at its beginning that no title is long enough to close."""
    open_still = text[:1] in _QUOTES and not _CLOSES.search(text, 1, _LONGEST_MADE)
    return text[1:] if open_still else text


def _reported_speech(text: str) -> str:
    """The reported speech that a text opens with; else all of it."""
    said = any_listed("sayings").finditer(text[:_LONGEST_ACT])
    told = (text[one.end() :] for one in said if one[0].endswith("ว่า"))
    return next((one.strip() for one in told if len(one) >= _SHORTEST_MADE), text)


def _details(line: str) -> Iterator[str]:
    """Its links, telephones and e-mail, hours of a day, and a day that it opens with."""
    yield from (found[0] for found in _LINK.finditer(line))
    contact = find_contact([line]).contact or Contact()
    yield from (one for one in contact.phones if len(one) > _HOTLINE)
    yield from filter(None, [contact.email])
    if day := next(_days(line), None):
        if len(line) > _LONG_DATED:
            yield line
        yield from (found[0] for found in _AT_HOUR.finditer(line))
        if not _LEADS_TO_DAY.sub("", line[: day.start]):
            yield line[day.start : day.end]


def _days(text: str) -> Iterator[DateSpan]:
    return (span for span in find_dates(text, ANY_DAY) if span.precision is Precision.DAY)


def _without_when(text: str) -> str:
    """The text before its first day, or, where that opens it, behind day and place."""
    if (day := next(_days(text), None)) is None:
        return text
    before = _LEADS_TO_DAY.sub("", text[: day.start])
    return before if len(before) >= _SHORTEST_MADE else behind_when(text)


def behind_when(text: str) -> str:
    """The text behind day, hour and place at its beginning; all of it without these."""
    if (day := next(_days(text), None)) is None:
        return text
    before, behind = _LEADS_TO_DAY.sub("", text[: day.start]), text[day.end :]
    dateline = len(before) < _SHORTEST_MADE and _DASH.match(behind)
    if before and not dateline:
        return text
    if hours := _BEHIND_DAY.match(behind):
        behind = behind[hours.end() :]
    at = _AT.match(behind)
    venue = venue_in(behind) if at else ""
    return behind[at.end() + len(venue) :] if at and venue else behind


def _shortened(text: str) -> str:
    """As much of it as a title has: up to a blank, best before another act, or to a word."""
    if len(text) < _SHORTEST_MADE:
        return text
    blanks = [found.start() for found in re.finditer(r"\s|$", text)]
    ends = [end for end in blanks if _SHORTEST_MADE <= end <= _LONGEST_ACT and _may_end(text[:end])]
    near = [end for end in reversed(ends) if end <= _LONGEST_MADE]
    apart = [end for end in near if opens_another(text[end:].lstrip())]
    choices = [*apart, *near, *(end for end in ends if end > _LONGEST_MADE)]
    end = next((end for end in choices if has_verb(text[:end])), max(near, default=0))
    return _closed(text[:end]) if end else _cut_at_word(text)


def _cut_at_word(text: str) -> str:
    """Its beginning up to the last word that fits into a title."""
    start = text.rfind(" ", 0, _LONGEST_MADE) + 1
    words = Segmenter().words(text[start : start + _LONGEST_MADE].partition(" ")[0])
    ends = [start + end for end in accumulate(map(len, words)) if start + end <= _LONGEST_MADE]
    end = next((end for end in reversed(ends) if is_whole(text[:end])), _LONGEST_MADE)
    return f"{_closed(text[:end])}…"


def _closed(text: str) -> str:
    """The text without last words that need something to follow, unless they close a bracket."""
    text = text.rstrip(_SIGNS)
    shorter = closed(text)
    return shorter if is_whole(shorter) else text


def _may_end(text: str) -> bool:
    """Whether a title may end so: nothing is open, and no role lacks its holder."""
    return is_whole(text) and not _ends_in_role().search(text)


def is_whole(text: str) -> bool:
    """Whether every quotation mark and bracket is closed."""
    text = _APOSTROPHE.sub("", text)
    paired = all(text.count(opens) == text.count(closes) for opens, closes in _PAIRS)
    return paired and text.count('"') % 2 == 0
