"""Whether a text tells more than one of what all there is was asked for: "มีประเทศไหนบ้าง"."""

import re
from collections.abc import Iterable

from bot.search.passages.spans import STOPS
from bot.search.ranking import Candidate
from bot.thai.names import Names
from bot.thai.normalise import normalise

_WHICH_ALL = re.compile("([ก-๙]{2,30}?)(?:ไหน|ใด|อะไร)(?:บ้าง|มั่ง)")
_LIKELY = 0.5  # likeness of a fact of the kind asked for
_GOES_ON = re.compile(f" (?:(?!{STOPS})[^\\s,]{{2,16}},? ){{0,6}}(?:และ|หรือ)[ก-๙]")


def tells_several(told: Iterable[Candidate], text: str, question: str) -> bool:
    """Whether a text tells more than one thing of the kind of which all are asked.

    It names two, counts them, or goes on behind the first: "ประเทศจีน ลาว และพม่า".
    """
    likely = [one for one in told if one.likeness >= _LIKELY]
    if len({text[one.start : one.end].strip() for one in likely}) > 1:
        return True
    return _counts_several(text, question) or any(_GOES_ON.match(text, e.end) for e in likely)


def _counts_several(text: str, question: str) -> bool:
    """Whether a text counts more than one of the kind of which all are asked: "6 จังหวัด"."""
    asked = _WHICH_ALL.search(question)
    kind = Names.load().cut(asked[1])[-1] if asked else ""
    many = f"(?<![0-9.,])(?:[2-9]|[1-9][0-9]{{1,3}}) ?{re.escape(kind)}"
    return bool(kind) and re.search(many, normalise(text)) is not None
