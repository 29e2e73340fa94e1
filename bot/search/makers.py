"""Who made or held something: mostly an office, which is named before what it did."""

import re
from functools import lru_cache

from bot.search.spans import HELD, MADE, asks_holder, offices


def maker_in(title: str, body: str, question: str) -> str:
    """The office whose a thing is by its title, "แอปของจิสด้า", or that made it; "" for none.

    What was held is nobody's by such words: an office may hold "งานของ สวทช." as well.
    """
    held = asks_holder(question)
    owner = None if held else re.search(f"ของ ?({offices().pattern})", title)
    if owner:
        return owner[1]
    did = _done_by(HELD if held else MADE)
    found = did.search(title) or did.search(body)
    return found[1] or found[2] if found else ""


@lru_cache(maxsize=2)
def _done_by(deed: str) -> re.Pattern[str]:
    office = offices().pattern
    return re.compile(f"({office}) ?(?:ได้|ร่วมกัน|เป็นผู้)?(?:{deed})|(?:{deed})(?:ขึ้น)?โดย ?({office})")
