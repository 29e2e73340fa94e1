"""What somebody said: "รัฐมนตรีว่าไง", "เขาพูดถึงอะไร"."""

import re
from collections.abc import Iterator

from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.search.passages.people.names import person_pattern
from bot.search.passages.people.roles import ROLE, is_of_office
from bot.search.query import Query
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect, aspect_of

_SAYS = "(?:พูด|กล่าว|บอก|เสนอ|แถลง|ให้ความเห็น)"
_ASKS = re.compile(
    f"{_SAYS}(?:(?:ถึง|ว่า|เรื่อง)?|(?:ถึง|เรื่อง)(?:(?!หัวข้อ|ชื่อ).){{2,60}}ว่า) ?(?:ไง|ยังไง|อย่างไร|อะไร|ไร)"
    "|(?<!ข่าว)(?<!นี้)(?<!ความ)ว่า ?(?:ไง|ยังไง|อย่างไร)"
)
_SHORT, _NAME = 30, 4  # letters of a question about nothing else, and of a name in it
_OPEN = (Aspect.TOPIC, Aspect.WHAT)  # aspects of a longer question, which names the speaker
_NOBODY = re.compile("(?:แล้ว|และ|งั้น|พวก|เขา|เค้า|ท่าน|แก|คนนี้|คนนั้น|นี้|นั้น| )*")  # names nobody
_SAID = "(?:กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|แถลง|เสริม|ปาฐกถา)"
_SPEECH = re.compile(rf"{_SAID}[^\n]{{0,100}}?(?<!ไม่)ว่า(?!การ|ที่) ?([^\n]{{20,}})")
_LINE, _SPEAKER = re.compile(r"[^\n]+"), 160  # letters before what is said
_GOES_ON = re.compile(f"{_SAID}[^ ]{{0,12}}?(?:ต่อ|อีก|เพิ่มเติม|ท้าย|สรุป)")  # whoever spoke before
_QUOTE = re.compile("[“\"‘'].*?(?:[”\"’'] ?([^”\"’']{2,60}?) ?กล่าว.{0,40})?$")  # and who said it


def speeches(entry: Entry, query: Query) -> list[tuple[int, int]]:
    """Where the body quotes somebody, the one asked about if one is named; [] if not asked."""
    letters, office = query.letters, ROLE.search(query.clean)
    asked, short = _ASKS.search(query.clean), len(letters) <= _SHORT
    if asked is None or not (short or aspect_of(query.clean) in _OPEN):
        return []
    people = [(squeeze(given_name(one.name)), one.role) for one in entry.people]
    named = [name for name, _ in people if len(name) >= _NAME and name in letters] or [
        name for name, role in people if office and role and is_of_office(role, query.clean)
    ]
    anybody = short and not named and _NOBODY.fullmatch(query.clean[: asked.start()])
    said = _turns(entry.body)
    return [span for span, by in said if anybody or any(name in by for name in named)]


def _turns(body: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where somebody speaks in a text, and the letters in which the speaker is named.

    Paragraphs in quotation marks behind what somebody said go on with it, unless they name another.
    """
    by = ""
    for line in _LINE.finditer(body):
        found = list(_SPEECH.finditer(body, *line.span()))
        for one in found:
            before = body[max(line.start(), one.start() - _SPEAKER) : one.start()]
            goes_on = by and _GOES_ON.match(one[0]) and not person_pattern().search(before)
            by = by if goes_on else squeeze(before)
            yield one.span(1), by
        quote = _QUOTE.match(line[0]) if not found else None
        if quote and quote[1] and person_pattern().search(quote[1]):
            by = squeeze(quote[1])
        if quote:
            yield line.span(), by
        elif not found:
            by = ""
