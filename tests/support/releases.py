"""Press releases of our own for tests: a plausible one, and files that nobody should trust."""

import io
import zipfile
from functools import cache
from pathlib import Path

TITLE = "เปิดบ้านสถานีดาวเทียมศรีราชา ชวนนักเรียนดูภาพถ่ายจากอวกาศ"  # of the release
GOLDEN = Path(__file__).parents[1] / "golden"
RELEASE = (GOLDEN / "open-day.txt").read_text("utf-8")


@cache
def word_bomb() -> bytes:
    """A .docx whose text unpacks to far more than it may."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"<w>" + b" " * 30_000_000 + b"</w>")
    return packed.getvalue()
