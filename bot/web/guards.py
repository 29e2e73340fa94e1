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
LOOPBACK = {"127.0.0.1", "::1", "testclient"}
MAX_BODY = 64 * 1024  # bytes; the longest form is one message

Next = Callable[[Request], Awaitable[Response]]


async def guard(request: Request, call_next: Next) -> Response:
    """Refuse cross-site writes and oversized bodies; add the security headers."""
    if request.method not in {"GET", "HEAD"}:
        if not _same_origin(request):
            return _with_headers(PlainTextResponse("cross-site request refused", 403))
        if not 0 <= _content_length(request) <= MAX_BODY:
            return _with_headers(PlainTextResponse("request too large", 413))
    return _with_headers(await call_next(request))


def on_this_machine(request: Request) -> bool:
    """Whether the request came from this machine itself, not through a proxy."""
    client = request.client.host if request.client else ""
    forwarded = any(name in request.headers for name in ("x-forwarded-for", "forwarded", "via"))
    return client in LOOPBACK and not forwarded


def _same_origin(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")


def _content_length(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else -1


def _with_headers(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    if not response.headers.get("content-type", "").startswith(("font/", "text/css", "image/")):
        response.headers.setdefault("Cache-Control", "no-store")
    return response
