"""Whom the front matter, or a text, tells to who asks who did something or has an office."""

import re
from collections.abc import Iterator

from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.search.passages.doers import deed_of, those_who
from bot.search.passages.makers import doer_in, maker_in
from bot.search.passages.partners import partner_in
from bot.search.passages.roles import (
    ROLE,
    covered,
    did_it,
    is_of_office,
    is_of_other_ministry,
    name_asked,
    of_role,
)
from bot.search.passages.spans import (
    asks_body,
    asks_getter,
    asks_maker,
    asks_opener,
    asks_recipient,
    asks_winner,
    people_in,
)
from bot.search.ranking import Query, Stated
from bot.thai.normalise import squeeze
from bot.thai.questions import wants_several

BARE = 15  # letters of a question without a subject
_DID = 0.6  # confidence in whom a role or a text tells that they did what is asked
_AGREES = 0.2  # of the letters of a role
_MOST_PEOPLE = 4
_WINS = re.compile("ชนะ|แชมป์|รางวัล|เหรียญ")
_HAPPENS_TO = re.compile(  # nobody who did it
    "(?:เรียก|เชิญ|ชวน|จับ(?:กุม)?|ปลด|ฟ้อง|ลงโทษ|สอบสวน|แต่งตั้ง|เลือก)(?:ตัว)? ?ใคร(?!เป็นคน)"
)
_OF_WHAT = re.compile("(?<=รัฐมนตรี)ว่าการ$")  # of no ministry


def who_stated(entry: Entry, query: Query, question: str) -> Stated | None:
    """Who it was that a question for somebody asks; `question` is how its words sound."""
    clean = query.clean
    if doer := doer_in(entry.title, clean) or partner_in(entry.title, clean):
        return Stated(doer, _DID)
    if deed := deed_of(clean, entry.body):
        did = those_who(deed, entry, people_in(entry.body))
        if deed.alone or did:
            return Stated(", ".join(did), _DID) if 0 < len(did) <= _MOST_PEOPLE else None
    if asks_maker(clean):
        maker = maker_in(entry.title, entry.body, clean)
        return Stated(maker, _DID, by_kind=len(question) > BARE) if maker else None
    if asks_opener(clean) and not entry.people:
        opener = maker_in(entry.title, entry.body, clean)
        return Stated(opener, _DID) if opener else None
    others = asks_recipient(clean) or asks_getter(clean) or name_asked(query)
    if (
        asks_body(clean)
        or _HAPPENS_TO.search(clean)
        or (others and not _tells_winner(entry, clean))
    ):
        return None
    return _people(entry, clean, question)


def _tells_winner(entry: Entry, clean: str) -> bool:
    """Whether it is asked who won, and somebody of an entry did by their role."""
    return asks_winner(clean) and any(_WINS.search(one.role) for one in entry.people)


def _names(text: str) -> Iterator[str]:
    return (squeeze(given_name(text[start:end])).strip("ฯ") for start, end in people_in(text))


def _people(entry: Entry, clean: str, question: str) -> Stated | None:
    """The person whose role agrees best with the question, or all of them when all are asked for.

    The first when the question names no role; None when nobody has the one it names, and for
    more people than can be said in a line.
    """
    here = (one for one in entry.people if not is_of_other_ministry(one.role, clean))
    people = [one for one in here if is_of_office(one.role, clean)]
    least = 0.0 if ROLE.search(clean) else _AGREES  # งาน in a สำนักงาน is no role
    agreed = ((covered(one.role, question) if one.role else 0.0, one) for one in people)
    scored = [(score if score >= least else 0.0, one) for score, one in agreed]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    if not best and ROLE.search(clean):
        return None
    meant = of_role(entry, clean) or [one for score, one in scored if score == best]
    said = [f"{one.name} {_OF_WHAT.sub('', one.role)}".strip() for one in meant]
    if wants_several(clean):
        if best < _AGREES and len(people) == 1 and len(set(_names(entry.body))) > 1:
            return None  # staff named but one of those who were there
        return Stated(", ".join(said), 0.5 + best / 2) if len(said) <= _MOST_PEOPLE else None
    did = did_it(meant[0], clean)
    by_kind = best < _AGREES and len(question) > BARE and not did
    return Stated(said[0], max(0.5 + best / 2, _DID * did), by_kind=by_kind)
