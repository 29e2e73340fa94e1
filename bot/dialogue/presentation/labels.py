"""Short lines that tell one entry from another: title, date, agency."""

import re
from collections.abc import Sequence

from bot.dialogue.conversation import Action, Verb
from bot.dialogue.presentation.agencies import agencies_of
from bot.dialogue.presentation.dates import event_days, format_day
from bot.dialogue.replies import Choice, Paragraph
from bot.knowledge.entries import Entry
from bot.texts import Texts

_TITLE_LIMIT = 70  # characters of a title on a button
_CANNOT_START = re.compile("[\u0e30-\u0e3a\u0e45-\u0e4e]")  # Thai signs that belong to the left


def shorten(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, cut at a blank where there is one near, with "…"."""
    if len(text) <= limit:
        return text
    cut = limit - 1
    blank = text.rfind(" ", cut * 2 // 3, cut + 1)
    if blank > 0:
        cut = blank
    while cut > 1 and (_CANNOT_START.match(text[cut]) or text[cut - 1] in "เแโใไ"):
        cut -= 1
    return text[:cut].rstrip(' ,(“"') + "…"


def _agency_of(entry: Entry) -> str:
    """Who stands behind an entry, shortened; "" when it is not told."""
    organizer = entry.event.organizer if entry.event else ""
    return shorten(organizer, 30) or next(iter(agencies_of(entry)), "")


def _label_of(entry: Entry, texts: Texts) -> str:
    """An entry as one choice among others: title · date · agency."""
    return " · ".join((shorten(entry.title, _TITLE_LIMIT), *_date_and_agency(entry, texts)))


def _date_and_agency(entry: Entry, texts: Texts) -> tuple[str, ...]:
    """Of what stands no day: that on which something was written of it tells it from nothing."""
    news = entry.published if entry.is_dated else None
    day = format_day(news, texts) if news else ""
    return tuple(filter(None, (event_days(entry, texts) or day, _agency_of(entry))))


def pick_buttons(entries: Sequence[Entry], texts: Texts) -> tuple[Choice, ...]:
    """A button for each entry."""
    return tuple(Choice(_label_of(one, texts), Action(Verb.PICK, one.id)) for one in entries)


def numbered_list(
    entries: Sequence[Entry], texts: Texts, answers: Sequence[Sequence[str]] = ()
) -> list[Paragraph]:
    """The entries to choose from, to be read beside the buttons: "อันที่ 2" means the second.

    `answers` holds for each the lines that it would answer, if any.
    """
    listed: list[Paragraph] = []
    for number, entry in enumerate(entries, 1):
        about = " · ".join(_date_and_agency(entry, texts))
        answer = answers[number - 1] if answers else ()
        lines = (f"{number}. {entry.title}", about, *(one for one in answer if one not in about))
        listed.append(Paragraph("\n".join(filter(None, lines))))
    return listed
