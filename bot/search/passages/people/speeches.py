"""What somebody said: "รัฐมนตรีว่าไง", "เขาพูดถึงอะไร"."""

import re

from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
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
_SPEECH = re.compile(
    r"(?:กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|แถลง|เสริม|ปาฐกถา)[^\n]{0,60}?ว่า ?([^\n]{20,600})"
)
_SPEAKER = 160  # letters before what is said


def speeches(entry: Entry, query: Query) -> list[tuple[int, int]]:
    """Where the body quotes somebody, the one asked about if one is named; [] if not asked."""
    letters, office = query.letters, ROLE.search(query.clean)
    asked, short = _ASKS.search(query.clean), len(letters) <= _SHORT
    if asked is None or not (short or aspect_of(query.clean) in _OPEN):
        return []
    people = ((squeeze(given_name(one.name)), one.role) for one in entry.people)
    named = [
        name
        for name, role in people
        if (len(name) >= _NAME and name in letters)
        or (office and role and is_of_office(role, query.clean))
    ]
    found = list(_SPEECH.finditer(entry.body))
    by_them = [one.span(1) for one in found if any(name in _before(entry, one) for name in named)]
    anybody = short and not named and _NOBODY.fullmatch(query.clean[: asked.start()])
    return [one.span(1) for one in found] if anybody else by_them


def _before(entry: Entry, said: re.Match[str]) -> str:
    return squeeze(entry.body[max(0, said.start() - _SPEAKER) : said.start()])
