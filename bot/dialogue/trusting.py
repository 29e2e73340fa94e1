"""What may answer a message that leans on its entry, though few words of it agree."""

import re
from datetime import date

from bot.dialogue.cues import own_words
from bot.dialogue.phrases import words
from bot.dialogue.subjects import letters_of, missing_from, names_subject
from bot.knowledge.entries import Entry
from bot.search.passages.amounts import is_free, is_paid, is_total
from bot.search.passages.doers import deed_of, tells_of
from bot.search.passages.partners import asks_partner
from bot.search.passages.quoting import Span, counts_several
from bot.search.passages.roles import name_asked
from bot.search.passages.several import tells_several
from bot.search.passages.spans import (
    asks_area,
    asks_maker,
    asks_signer,
    asks_winner,
    candidates,
    names_body,
)
from bot.search.ranking import Query
from bot.thai.questions import Aspect, wants_several

_LACKS = re.compile("ไม่(?:มี|ได้|ถึง|เข้า|อยู่|ต้อง)")
_HELD = words("จัด ประชุม สัมมนา อบรม เสวนา แข่ง แข่งขัน ประกวด ลงนาม เซ็น แถลง แถลงข่าว เปิดตัว เจอ เจอกัน")
_NEXT = re.compile("(?:ครั้ง|รอบ|คราว|นัด|รุ่น)(?:ที่)? ?(?:หน้า|ต่อไป|ถัดไป)")


def is_trusted(fact: Span | None, entry: Entry, query: Query) -> bool:
    """Whether a fact may answer a message that leans on its entry.

    An amount of money far from the words of the question is somebody else's, unless the text says
    that it is paid, or free, or the title that it is the sum, and no more is asked.
    """
    if fact is None or fact.kind is not Aspect.COST or fact.is_plain:
        return fact is not None
    if is_total(fact.text, entry.title, query.clean):
        return True
    return is_paid(fact.text, entry.body, query.clean) or is_free(fact.text, query.clean)


def is_elsewhere_asked(fact: Span | None, entry: Entry, query: Query) -> bool:
    """Whether a fact is where the event was, and what is asked is the place of something else.

    "สนใจเศรษฐกิจประเทศไหน" wants no country that others met in, "จังหวัดไหนยังไม่มี" no venue.
    """
    venue = entry.event.venue if entry.event else ""
    if fact is None or not fact.stated or query.aspect is not Aspect.WHERE or entry.event is None:
        return False
    if venue and not (fact.text.startswith(venue) and asks_area(query.clean)):
        return False
    own = (word for word in own_words(query.terms) if word not in _HELD)
    named = all(names_subject(entry, (word,)) for word in own)
    return not named or bool(_LACKS.search(query.clean))


def asks_next_of_past(entry: Entry, query: Query, today: date) -> bool:
    """Whether the day of the next one is asked of what is over and tells of none."""
    last = entry.event and (entry.event.end or entry.event.start)
    asks = query.aspect in (Aspect.WHEN, Aspect.WHERE) and _NEXT.search(query.clean)
    return bool(asks and last and last < today and not _NEXT.search(entry.body))


def may_tell(entry: Entry, query: Query, today: date) -> bool:
    """Whether an entry may tell what is asked though no fact of it is sure.

    Who made, signed or did something may be an office; who won is told, or is said to be missing.
    """
    if asks_winner(query.clean) or _names_maker(entry, query) or _tells_doer(entry, query):
        return True
    if counts_several(entry, query) or _tells_of_area(entry, query):
        return True
    if (name := name_asked(query)) and name in letters_of(entry):
        return True  # of an office as well: "เจโทรคือใคร"
    told = candidates(query.aspect, entry.body, query.clean, today)
    return wants_several(query.clean) and tells_several(told, entry.body, query.clean)


def _tells_of_area(entry: Entry, query: Query) -> bool:
    """Whether an entry has all words beside which a country or province is asked for.

    Or any place, where it states none.
    """
    own = own_words(query.terms) if query.aspect is Aspect.WHERE else []
    area = asks_area(query.clean) or (entry.event is not None and not entry.event.venue)
    return area and bool(own or _LACKS.search(query.clean)) and not missing_from(entry, own)


def _names_maker(entry: Entry, query: Query) -> bool:
    clean = query.clean
    asked = asks_maker(clean) or asks_signer(clean) or asks_partner(clean)
    return asked and names_body(entry.body)


def _tells_doer(entry: Entry, query: Query) -> bool:
    deed = deed_of(query.clean, entry.body) if query.aspect is Aspect.WHO else None
    return deed is not None and tells_of(deed, entry.body)
