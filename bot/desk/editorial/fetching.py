"""Fetching a release or a news feed from a site that the ministry allows, and from no other.

Off unless hosts are named. Only https; the address of the host must be public and is the one
connected to (a name that changes its mind between looking up and connecting gains nothing);
no redirects; 5 MiB and 10 s at most.
"""

import html
import ipaddress
import re
import socket
from collections.abc import Callable, Collection, Iterable
from itertools import chain, count
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

import httpx

from bot.knowledge.problems import UnreadableError
from bot.knowledge.tree import plain_name
from bot.press.sources.documents import parse

MOST_BYTES = 5 * 1024 * 1024
SECONDS = 10.0
_SUFFIX = {"text/plain": ".txt", "application/pdf": ".pdf"}
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
_FEED = re.compile(rb"\s*(<\?xml[^>]{0,200}>\s*)?<(rss|feed)\b", re.IGNORECASE)

Resolve = Callable[[str], Iterable[str]]
"""Host name → its IP addresses."""


def fetch_into(
    folder: Path,
    url: str,
    hosts: Collection[str],
    *,
    resolve: Resolve | None = None,
    transport: httpx.BaseTransport | None = None,
) -> list[Path]:
    """Save the page, or every item of the feed, at `url` into `folder`; the files to import.

    Raises `UnreadableError` with the reason in Thai for whatever is not allowed or fails.
    """
    host = _allowed(url, hosts)
    address = _public(host, resolve or _resolve)
    content, kind = _get(url, host, address, transport)
    if kind in _FEEDS or _FEED.match(content):
        return [_save_item(folder, item) for item in parse("feed", content)["items"]]
    path = folder / f"{_name(url)}{_SUFFIX.get(kind, '.html')}"
    path.write_bytes(content)
    return [path]


def _allowed(url: str, hosts: Collection[str]) -> str:
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if not hosts:
        raise UnreadableError("not-fetched.closed")
    if parts.scheme != "https" or port not in (None, 443) or parts.username is not None:
        raise UnreadableError("not-fetched.address")
    if host not in {one.lower() for one in hosts}:
        raise UnreadableError("not-fetched.host", host=host[:80])
    return host


def _public(host: str, resolve: Resolve) -> str:
    """One public address of the host; one private address among them refuses them all."""
    try:
        found = [ipaddress.ip_address(address) for address in resolve(host)]
    except (OSError, ValueError):
        found = []
    if not found:
        raise UnreadableError("not-fetched.unknown", host=host)
    if not all(address.is_global and not address.is_multicast for address in found):
        raise UnreadableError("not-fetched.private", host=host)
    return str(found[0])


def _resolve(host: str) -> list[str]:
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [str(one[4][0]) for one in found]


def _get(
    url: str, host: str, address: str, transport: httpx.BaseTransport | None
) -> tuple[bytes, str]:
    """The content and its media type, from exactly `address`; the certificate is the host's."""
    pinned = httpx.URL(url).copy_with(host=address)
    started = monotonic()
    try:
        with (
            httpx.Client(timeout=SECONDS, transport=transport, trust_env=False) as client,
            client.stream(
                "GET", pinned, headers={"Host": host}, extensions={"sni_hostname": host}
            ) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise UnreadableError("not-fetched.status", status=response.status_code)
            return _read(response, started), _media_type(response)
    except httpx.HTTPError as error:
        raise UnreadableError("not-fetched.unreached", reason=type(error).__name__) from None


def _read(response: httpx.Response, started: float) -> bytes:
    content = b""
    for piece in response.iter_bytes():
        content += piece
        if len(content) > MOST_BYTES:
            raise UnreadableError("not-fetched.large", most=MOST_BYTES // 1_048_576)
        if monotonic() - started > SECONDS:
            raise UnreadableError("not-fetched.slow", seconds=SECONDS)
    return content


def _media_type(response: httpx.Response) -> str:
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


def _save_item(folder: Path, item: dict[str, str]) -> Path:
    """A feed's item as a page of its own, so that it is read like any other."""
    told = {key: html.escape(str(item[key]), quote=True) for key in ("title", "url", "published")}
    path = _untaken(folder, _name(item["url"] or item["title"]))
    page = (
        f'<html><head><title>{told["title"]}</title><link rel="canonical" href="{told["url"]}">'
        f'<meta property="article:published_time" content="{told["published"]}"></head>'
        f"<body><article><h1>{told['title']}</h1>{item['content']}</article></body></html>"
    )
    path.write_text(page, "utf-8")
    return path


def _untaken(folder: Path, name: str) -> Path:
    """A page of this name, with a number where two items have it alike."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(path for one in names if not (path := folder / f"{one}.html").exists())


def _name(url: str) -> str:
    """A file name from the last parts of an address."""
    parts = urlsplit(url)
    told = "-".join(
        [*parts.path.strip("/").split("/")[-2:], *([parts.query] if parts.query else [])]
    )
    return plain_name(told.removesuffix(".html"))[:80] or "page"
