"""A news feed (RSS or Atom) → its items. Runs in the parser child, never in the bot."""

import calendar
from dataclasses import dataclass
from datetime import UTC, datetime

import feedparser

from bot.knowledge.problems import UnreadableError

_MOST_ITEMS = 100


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: title, address, ISO day of publication ("" when unknown) and HTML content."""

    title: str
    url: str
    published: str
    content: str


def read_feed(data: bytes) -> list[FeedItem]:
    """The items of a feed, newest as the feed has them. Raises `UnreadableError`."""
    feed = feedparser.parse(data)
    items = [_item(entry) for entry in feed.entries[:_MOST_ITEMS]]
    found = [item for item in items if item.title and item.content]
    if not found:
        raise UnreadableError("no-feed", "ไม่พบข่าวใน feed นี้", "ตรวจที่อยู่ของ RSS/Atom อีกครั้ง")
    return found


def _item(entry: feedparser.FeedParserDict) -> FeedItem:
    contents = [part.get("value", "") for part in entry.get("content", ())]
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    day = datetime.fromtimestamp(calendar.timegm(moment), UTC).date().isoformat() if moment else ""
    return FeedItem(
        str(entry.get("title", "")),
        str(entry.get("link", "")),
        day,
        max([*contents, str(entry.get("summary", ""))], key=len),
    )
