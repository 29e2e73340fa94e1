"""What people typed into a form or an address, as the desk takes it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

LONGEST_ANSWER = 3_500  # characters
_DIGITS = 15  # so that a number fits into any column


class _NumberConvertor(IntegerConvertor):
    """`{name:number}` in an address; one too long for any column is 0, which nothing has."""

    def convert(self, value: str) -> int:
        """The number."""
        return int(value) if len(value) <= _DIGITS else 0


register_url_convertor("number", _NumberConvertor())


def with_form(
    handle: Callable[[Request, FormData], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint for what was posted: the form is read, then handled in a thread."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(handle, request, await request.form())

    return endpoint


def number_in(given: Mapping[str, Any], name: str) -> int | None:
    """A whole number; None for anything else."""
    typed = str(given.get(name, ""))
    fits = typed.isascii() and typed.isdigit() and len(typed) <= _DIGITS
    return int(typed) if fits else None


def words_in(given: Mapping[str, Any], name: str, longest: int) -> str:
    """A text without blanks around it, in `longest` characters."""
    return lines_of(str(given.get(name, "")))[:longest].strip()


def lines_of(sent: str) -> str:
    """A text as it was typed: browsers end the lines of what they send in a way of their own."""
    return sent.replace("\r\n", "\n")
