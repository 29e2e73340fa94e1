"""Liveness, readiness and metrics, for monitoring."""

import hmac
import time
from collections.abc import Callable
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.desk.operations.health import Health

_LOOPBACK = {"127.0.0.1", "::1"}
_FORWARDED = ("x-forwarded-for", "forwarded", "via")


class HealthPages:
    """`/metrics` is for this machine alone, and for requests with `token`, if it is set."""

    def __init__(self, health: Health, clock: Callable[[], datetime], token: str = "") -> None:
        self._health = health
        self._clock = clock
        self._token = token

    def routes(self) -> list[Route]:
        """The addresses."""
        return [
            Route("/livez", self.livez),
            Route("/readyz", self.readyz),
            Route("/metrics", self.metrics),
        ]

    async def livez(self, request: Request) -> Response:
        """Whether the loop turns: asked on the loop itself."""
        alive = self._health.alive(time.monotonic())
        return PlainTextResponse("ok" if alive else "the loop hangs", 200 if alive else 503)

    def readyz(self, request: Request) -> Response:
        """Whether citizens get answers, and if not, why not."""
        faults = self._health.faults(self._clock())
        state = {"ready": not faults, **self._health.state(), "faults": faults}
        return JSONResponse(state, 503 if faults else 200)

    def metrics(self, request: Request) -> Response:
        """Every figure as Prometheus reads it."""
        if not (on_this_machine(request) or self._knows_token(request)):
            return PlainTextResponse("for this machine, or with METRICS_TOKEN", 403)
        return Response(self._health.exposition(self._clock()), media_type=CONTENT_TYPE_LATEST)

    def _knows_token(self, request: Request) -> bool:
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        same = hmac.compare_digest(given.encode("utf-8", "replace"), self._token.encode())
        return bool(self._token) and kind.lower() == "bearer" and same


def on_this_machine(request: Request) -> bool:
    """Whether the request came from this machine itself, not through a proxy."""
    client = request.client.host if request.client else ""
    return client in _LOOPBACK and not any(name in request.headers for name in _FORWARDED)
