"""The process that parses untrusted files: little memory, little time, no network.

Run as `python -m bot.press.sources.parser_child KIND URL` with the file on standard input; prints
one JSON object. It may die of any file; `documents.py` tells what became of it.
"""

import json
import resource
import sys
from dataclasses import asdict
from xml.parsers.expat import ExpatError

MEMORY = 512 * 1024 * 1024  # bytes of address space
CPU_SECONDS = 20
OUTPUT = 8 * 1024 * 1024  # bytes it may write
# What parsers of others raise where a file is damaged inside; memory and time are not among it.
_DAMAGED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    SyntaxError,
    TypeError,
    ValueError,
    ExpatError,
)
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.system", "os.fork", "os.posix_spawn")


def main(kind: str, url: str = "") -> int:
    """Parse standard input as `kind` (html, docx, pdf, mime or feed); 0, or 3 with the reason.

    `url` is where a page came from, or "".
    """
    _limit()
    from bot.knowledge.problems import UnreadableError  # noqa: PLC0415 -- after the limits

    try:
        found = _parsed(kind, sys.stdin.buffer.read(), url)
    except (UnreadableError, *_DAMAGED) as error:
        known = error if isinstance(error, UnreadableError) else None
        fault = known or UnreadableError("broken-file.inside")
        json.dump({"fault": fault.key, "values": fault.values}, sys.stdout)
        return 3
    json.dump(found, sys.stdout)
    return 0


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def _parsed(kind: str, data: bytes, url: str) -> dict[str, object]:
    """The result of one parser; only that is loaded, for the others take half a second."""
    match kind:
        case "html":
            from bot.press.sources.html_pages import read_page  # noqa: PLC0415

            return asdict(read_page(data, url))
        case "docx":
            from bot.press.sources.word_files import read_word  # noqa: PLC0415

            return asdict(read_word(data))
        case "pdf":
            from bot.press.sources.pdf_files import read_pdf  # noqa: PLC0415

            return {"text": read_pdf(data)}
        case "mime":
            from bot.press.sources.mime_files import read_mime  # noqa: PLC0415

            return asdict(read_mime(data, url))
        case "feed":
            from bot.press.sources.feeds import read_feed  # noqa: PLC0415

            return {"items": [asdict(item) for item in read_feed(data)]}
    raise ValueError(kind)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
