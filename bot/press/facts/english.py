"""The wordings of English releases: datelines, and when and where something is held."""

import re
from collections.abc import Iterable
from datetime import date

from bot.knowledge.words import release_pattern
from bot.thai.dates import parse_date

_SENTENCE = 220  # characters before a day within which its sentence says what takes place
_NAME = r"[A-Z][A-Za-z.'’-]*"
_DATELINE = re.compile(  # "BANGKOK, 3 December 2026 –", "Chiang Mai, Thailand (December 3, 2026) -"
    rf"\(?{_NAME}(?: {_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME})?)?\s?[,(–—-]\s*"
    r"(?P<day>[0-9A-Z][^–—()\n]{6,24}?)\)?\s*(?:[–—:]|--?(?=\s))"
)
_THAI_DATELINE = re.compile(  # "ปทุมธานี – 27 เมษายน 2567 – …"
    r"[ก-๙. ]{3,40}?\s?[-–—,(]\s*"
    r"(?P<day>[0-9๐-๙]{1,2}\s[ก-๙.]{3,12}\s[0-9๐-๙]{4})\)?\s*[-–—:](?=\s)"
)
_ASKED = re.compile("[A-Za-z]{3}")
_WHEN = re.compile(
    r"(?:,|\b(?:on|from|between|during))\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s)?$"  # a month before its day
)
_HOUR = r"[0-9]{1,2}[.:]?[0-9]{2}\s?hrs?\b"
_PLACE = rf"(?:at|in)\s+(?:the\s+)?(?P<venue>(?!{_HOUR})[A-Z0-9].{{2,140}}?)"
_WHO = r"(?:Deputy |Vice )?(?:Prime )?Minister|Government Spokes|H\.E\.|(?:Mr|Mrs|Ms|Dr|Gen)\b"
_ENDS = (
    rf"(?=,?\s(?:on|from|between|during|starting)\s|,\s(?:{_WHO})"
    r"|,?\s(?:and|as|by|for|to|under|where|which|with|[a-z]+ing)\s(?![A-Z])"
    r"|\.(?:\s|$)|[;:\n]|\s[-–—]\s|$)"
)
_VENUE = re.compile(rf"(?:[\s,]*at {_HOUR}\.?(?:\s\([^)]*\))?)?[\s,]*{_PLACE}{_ENDS}")
# "…, Government Spokesperson … disclosed that", with no place before.
_TELLS = re.compile(
    r"(?:(?!\b(?:at|in) the [A-Z])[^\n]){0,120}?\b(?:Spokes(?:person|man|woman)|[Aa]dvis[eo]r)\b"
    r"[^\n]{0,60}?\b(?:disclosed|revealed|stated|said|announced|extended an invitation)\b"
    r"(?![^\n]{0,140}?\b(?:visited|paid|presided|attended|chaired|met with|inspected)\b)"
)
_holding = release_pattern(r"\b(?:%(holding)s)\b")
_coming = release_pattern(r"\b(?:will|to)(?: be)? (?:%(holding)s)\b")
_VENUE_BEFORE = re.compile(rf"\b{_PLACE},?\s+(?:on|from|between|during)\b.{{0,24}}$")


def dateline_day(paragraphs: Iterable[str]) -> date | None:
    """The date of the first dateline of a release."""
    found = (_DATELINE.match(one) or _THAI_DATELINE.match(one) for one in paragraphs)
    days = (parse_date(one["day"]) for one in found if one)
    return next(filter(None, days), None)


def is_held(before: str) -> bool:
    """Whether the text before a date says that something takes place on it."""
    near = before[-_SENTENCE:]
    if not (_ASKED.search(near) and _WHEN.search(near)):
        return False
    return _holding().search(_sentence_before(before)) is not None


def is_coming(text: str) -> bool:
    """Whether a text is about something still to take place."""
    return _coming().search(text) is not None


def is_statement(after: str) -> bool:
    """Whether the text behind a date is only a statement of a spokesperson."""
    return _TELLS.match(after) is not None


def english_venue(near: str) -> str:
    """The venue that a text begins with: "at the …", up to where the sentence goes on."""
    found = _VENUE.match(near)
    return found["venue"].strip(" ,") if found else ""


def venue_start(before: str) -> int:
    """Where a venue right before a date begins; the length where there is none."""
    near = before[-_SENTENCE:]
    found = _VENUE_BEFORE.search(_sentence_before(before)) if _WHEN.search(near) else None
    return found.start() + len(before) - len(_sentence_before(before)) if found else len(before)


def _sentence_before(before: str) -> str:
    """The beginning of the sentence that a date is in."""
    return re.split(r"(?<=[a-z)])(?<!Dr)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Prof)\. ", before[-_SENTENCE:])[
        -1
    ]
