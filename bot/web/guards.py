"""What every response carries and what no request may do."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HSTS = "max-age=31536000"
MAX_BODY = 64 * 1024  # bytes; the longest form is one message
RELEASES = "/staff/drafts"  # takes files
_LARGER = {RELEASES: 21 * 1024 * 1024}  # bytes; a release of 20 MiB and the form around it
_DRAFT_BODY = 1024 * 1024  # bytes; a whole entry in a form

Next = Callable[[Request], Awaitable[Response]]


class Guard:
    """Refuses cross-site writes and oversized bodies; adds the security headers.

    `secure` says that browsers come over https, and must keep to it.
    """

    def __init__(self, secure: bool) -> None:
        https = {"Strict-Transport-Security": HSTS} if secure else {}
        self._headers = SECURITY_HEADERS | https

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """Let the request through, or answer it here."""
        if request.method not in {"GET", "HEAD"}:
            if not _same_origin(request):
                return self._with_headers(PlainTextResponse("cross-site request refused", 403))
            if not 0 <= _content_length(request) <= _most(request.url.path):
                return self._with_headers(PlainTextResponse("request too large", 413))
        return self._with_headers(await call_next(request))

    def _with_headers(self, response: Response) -> Response:
        for name, value in self._headers.items():
            response.headers.setdefault(name, value)
        kind = response.headers.get("content-type", "")
        if not kind.startswith(("font/", "text/css", "image/")):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _same_origin(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")


def _most(path: str) -> int:
    """The largest body an address takes, in bytes; nothing is read of a larger one."""
    return _LARGER.get(path, _DRAFT_BODY if path.startswith(f"{RELEASES}/") else MAX_BODY)


def _content_length(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else -1
