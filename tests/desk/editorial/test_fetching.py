"""Only allowed public https sites are fetched, without redirects, size and time bounded."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx
import pytest

from bot.desk.editorial import fetching
from bot.desk.editorial.fetching import MOST_BYTES, fetch_into
from bot.knowledge.problems import UnreadableError

HOSTS = ("www.most.go.th",)
URL = "https://www.most.go.th/main/index.php/news/123.html"
PUBLIC = ["1.2.3.4"]
Handler = Callable[[httpx.Request], httpx.Response]


def page(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, html="<title>ข่าว</title><p>เนื้อหา</p>")


def fetch(
    folder: Path, url: str = URL, handler: Handler = page, to: list[str] = PUBLIC
) -> list[Path]:
    transport = httpx.MockTransport(handler)
    return fetch_into(folder, url, HOSTS, resolve=lambda _: to, transport=transport)


def test_a_page_is_saved_from_the_pinned_address(tmp_path: Path) -> None:
    """The address that was looked up is the one connected to, under the host's own name."""
    asked: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return page(request)

    (path,) = fetch(tmp_path, handler=handler)
    assert ("news-123.html", "<title>ข่าว</title><p>เนื้อหา</p>") == (
        path.name,
        path.read_text("utf-8"),
    )
    assert "1.2.3.4" == asked[0].url.host
    assert "www.most.go.th" == asked[0].headers["host"] == asked[0].extensions["sni_hostname"]


def test_a_feed_becomes_a_page_for_every_item(tmp_path: Path) -> None:
    """Named after the item's address."""
    feed = (
        "<rss version='2.0'><channel><item><title>ก &amp; ข</title><link>https://a.go.th/n/1</link>"
        "<pubDate>Mon, 26 Mar 2012 23:30:00 GMT</pubDate>"
        "<description>&lt;p&gt;เนื้อหาข่าว&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>"
        "<item><title>ค</title><link>https://a.go.th/n/2</link><description>ง</description></item>"
        "</channel></rss>"
    )
    paths = fetch(tmp_path, handler=lambda _: httpx.Response(200, text=feed))
    assert ["n-1.html", "n-2.html"] == [path.name for path in paths]
    text = paths[0].read_text("utf-8")
    assert "<h1>ก &amp; ข</h1>" in text
    assert 'content="2012-03-27"' in text
    assert "<script>" not in text


def test_a_feed_may_be_in_windows_874(tmp_path: Path) -> None:
    """As it says of itself or not; two items of one address do not take each other's place."""
    item = "<item><title>{}</title><link>https://a.go.th/ข่าว</link><description>เนื้อหา</description></item>"
    items = "".join(map(item.format, ("เปิดบ้าน", "ปิดบ้าน")))
    for said in ("<?xml version='1.0' encoding='windows-874'?>", ""):
        folder = tmp_path / str(len(said))
        folder.mkdir()
        feed = f"{said}<rss version='2.0'><channel>{items}</channel></rss>".encode("cp874")
        answer = httpx.Response(200, content=feed)
        paths = fetch(folder, handler=partial(lambda answer, _: answer, answer))
        texts = [path.read_text("utf-8") for path in paths]
        assert ["<h1>เปิดบ้าน</h1>" in texts[0], "<h1>ปิดบ้าน</h1>" in texts[1]] == [True, True]


@pytest.mark.parametrize(
    "url",
    [
        "http://www.most.go.th/a",
        "https://evil.example/a",
        "https://www.most.go.th.evil.example/a",
        "https://www.most.go.th:8443/a",
        "https://user@www.most.go.th/a",
        "https://[::1",
        "file:///etc/passwd",
        "",
    ],
)
def test_other_addresses_are_refused(tmp_path: Path, url: str) -> None:
    """With a reason, before anything is looked up."""
    with pytest.raises(UnreadableError) as caught:
        fetch(tmp_path, url)
    assert "not-fetched" == caught.value.code


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.169.254",
        "::1",
        "fd00::1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
    ],
)
def test_private_networks_are_refused(tmp_path: Path, address: str) -> None:
    """Even when only one of the addresses is private."""
    with pytest.raises(UnreadableError, match="เครือข่ายภายใน"):
        fetch(tmp_path, to=["1.2.3.4", address])


def test_redirects_errors_and_floods_are_refused(tmp_path: Path) -> None:
    """A redirect could lead anywhere; a page has its limits."""
    away = {"location": "https://www.most.go.th/b"}
    for answer in (
        httpx.Response(302, headers=away),
        httpx.Response(500),
        httpx.Response(200, content=b"x" * (MOST_BYTES + 1)),
    ):
        with pytest.raises(UnreadableError):
            fetch(tmp_path, handler=lambda _, answer=answer: answer)  # type: ignore[misc]
    assert [] == list(tmp_path.iterdir())


def test_a_redirect_is_not_followed_even_to_a_page(tmp_path: Path) -> None:
    """Nobody has looked at where it leads."""

    def handler(request: httpx.Request) -> httpx.Response:
        away = {"location": "https://elsewhere.example/b"}
        return httpx.Response(302, headers=away) if request.url.path != "/b" else page(request)

    with pytest.raises(UnreadableError, match="รหัส 302"):
        fetch(tmp_path, handler=handler)


def test_a_page_that_trickles_in_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each piece may be quick; all of it has to come in ten seconds."""
    clock = iter(range(100))
    monkeypatch.setattr(fetching, "monotonic", lambda: next(clock))

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=(b"<p>" for _ in range(20)))

    with pytest.raises(UnreadableError, match="ช้าเกิน"):
        fetch(tmp_path, handler=handler)


def test_it_is_off_until_hosts_are_named(tmp_path: Path) -> None:
    """The default is no site at all."""
    with pytest.raises(UnreadableError, match="ปิดอยู่"):
        fetch_into(tmp_path, URL, ())


def test_a_name_that_cannot_be_found_is_told(tmp_path: Path) -> None:
    """No network is a reason, not a crash."""
    with pytest.raises(UnreadableError, match="หาเว็บ"):
        fetch(tmp_path, to=[])
