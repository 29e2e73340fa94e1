"""A news feed (RSS or Atom) → its items. Runs in the parser child, never in the bot."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime

import feedparser

from bot.knowledge.decoding import decode
from bot.knowledge.problems import UnreadableError
from bot.press.sources.timestamps import day_of

_MOST_ITEMS = 100
_UTF_8 = {"content-type": "application/xml; charset=utf-8"}
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_THAI = re.compile(rb"[\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: title, address, ISO day in Thailand ("" when unknown) and HTML content."""

    title: str
    url: str
    published: str
    content: str


def read_feed(data: bytes) -> list[FeedItem]:
    """The items of a feed, newest as the feed has them. Raises `UnreadableError`."""
    feed = feedparser.parse(_as_utf8(data), response_headers=_UTF_8)
    items = [_item(entry) for entry in feed.entries[:_MOST_ITEMS]]
    found = [item for item in items if item.title and item.content]
    if not found:
        raise UnreadableError("no-feed")
    return found


def _as_utf8(data: bytes) -> bytes:
    """The feed as UTF-8, whatever it declares: the library does not know windows-874."""
    text = decode(data, prose=_NOT_THAI.sub(b"", data))
    return _DECLARED.sub("", text, count=1).encode()


def _item(entry: feedparser.FeedParserDict) -> FeedItem:
    contents = [part.get("value", "") for part in entry.get("content", ())]
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    day = day_of(datetime.fromtimestamp(calendar.timegm(moment), UTC)) if moment else None
    return FeedItem(
        str(entry.get("title", "")),
        str(entry.get("link", "")),
        day.isoformat() if day else "",
        max([*contents, str(entry.get("summary", ""))], key=len),
    )
