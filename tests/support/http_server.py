"""A small HTTP/1.1 server in a thread of its own that can also hang up without a word."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from email import message_from_bytes
from typing import Any, Self
from urllib.parse import parse_qs


class HangUpError(Exception):
    """Raised by an answerer to close the connection without an answer."""


Answerer = Callable[[str, str, bytes], Awaitable[tuple[int, bytes]]]  # path, content type, body


class HttpServer:
    """Serves `answer` on a free port of 127.0.0.1 (or the given one) while entered."""

    def __init__(self, answer: Answerer, port: int = 0) -> None:
        self._answer = answer
        self._wanted = port
        self.port = 0
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self.loop).result(5)
        return self

    def __exit__(self, *exception: object) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(5)
        self.loop.close()

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._wanted)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        if self._server:
            self._server.close()
        for connection in tuple(self._connections):
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            while await self._exchange(reader, writer):
                pass
        except (HangUpError, ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._connections.discard(task)
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        request, *lines = head.decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in lines if line)
        }
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        path = request.split(" ")[1]
        status, answer = await self._answer(path, headers.get("content-type", ""), body)
        top = f"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\n"
        writer.write(f"{top}Content-Length: {len(answer)}\r\n\r\n".encode() + answer)
        await writer.drain()
        return True


def form_of(kind: str, body: bytes) -> dict[str, Any]:
    """The fields of a posted form; texts as texts, what is not a text in JSON as its JSON."""
    if kind.startswith("multipart/form-data"):
        return _parts(kind, body)
    if kind.startswith("application/json"):
        loaded = json.loads(body or b"{}")
        return {
            key: value if isinstance(value, str) else json.dumps(value)
            for key, value in loaded.items()
        }
    pairs = parse_qs(body.decode(), keep_blank_values=True, errors="strict")
    return {key: values[-1] for key, values in pairs.items()}


def _parts(kind: str, body: bytes) -> dict[str, Any]:
    """The fields of an upload; a file is its bytes, one attached by another field put aside."""
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    fields: dict[str, Any] = {}
    for part in message.walk():
        name = part.get_param("name", header="content-disposition")
        if isinstance(name, str):
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            fields[name] = content if part.get_filename() else content.decode()
    told = "".join(value for value in fields.values() if isinstance(value, str))
    return {name: value for name, value in fields.items() if f"attach://{name}" not in told}
