"""A real Chromium, and a site it can reach."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright
from starlette.applications import Starlette

_PATH = shutil.which("chromium") or shutil.which("google-chrome")
SIZES = {"phone": (360, 740), "desk": (1280, 900)}
NEEDED = [
    pytest.mark.browser,
    pytest.mark.skipif(_PATH is None, reason="no Chromium on this machine (.ci/run installs it)"),
]


def has_chromium() -> bool:
    """Whether there is one on this machine."""
    return _PATH is not None


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_PATH,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@contextmanager
def served(site: Starlette) -> Iterator[str]:
    """The address of the site, without a slash at its end, while it is served."""
    server = uvicorn.Server(uvicorn.Config(site, port=0, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
