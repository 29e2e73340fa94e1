"""Whom the front matter, or a text, tells to who asks who did something or has an office."""

import re
from collections.abc import Iterator
from datetime import date

from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.search.passages.doers import deed_of, did, those_who
from bot.search.passages.makers import asks_partner, doer_in, maker_in, partner_in, partners
from bot.search.passages.people import ORGANISATION, SAYS, offices, people_in
from bot.search.passages.prizes import asks_winner
from bot.search.passages.roles import (
    ROLE,
    covered,
    did_it,
    is_of_office,
    is_of_other_ministry,
    name_asked,
    of_role,
)
from bot.search.passages.wanted import (
    MADE,
    asks_body,
    asks_getter,
    asks_maker,
    asks_opener,
    asks_recipient,
    asks_sort,
    is_of_sort_asked,
)
from bot.search.ranking import Candidate, Query, Stated
from bot.thai.normalise import squeeze
from bot.thai.questions import BARE, wants_several

_DID = 0.6  # confidence in whom a role or a text tells that they did what is asked
_AGREES = 0.2  # of the letters of a role
_MOST_PEOPLE = 4
_WINS = re.compile("ชนะ|แชมป์|รางวัล|เหรียญ")
_HAPPENS_TO = re.compile(  # nobody who did it
    "(?:เรียก|เชิญ|ชวน|จับ(?:กุม)?|ปลด|ฟ้อง|ลงโทษ|สอบสวน|แต่งตั้ง|เลือก)(?:ตัว)? ?ใคร(?!เป็นคน)"
)
_OF_WHAT = re.compile("(?<=รัฐมนตรี)ว่าการ$")  # of no ministry
_RECIPIENT = re.compile(
    "(?:(?<!ได้)(?<!ตาม)แก่(?![น่งชก]|ตัว)|แด่|ให้(?:แก่|กับ)"
    "|(?:มอบ|แจก|บริจาค|[0-9] ?(?:ชิ้น|เครื่อง|ชุด|ลิตร|หลอด|ขวด|กล่อง|ใบ))"
    "ให้(?!แก่|กับ|คำ|ความ)) ?(\\S{8,80})"
)
_MADE_IT = re.compile(f"[^\n]{{0,60}}?(?:{MADE}|นักวิจัย|หัวหน้า(?:โครงการ|ทีม))")
_SAID_LETTERS = 12  # of a name, more than its common noun has
_SPEAKS = re.compile(rf"[^\n]{{0,120}}?(?:{SAYS})")
_ASKS_SPEAKER = re.compile("พูด|(?<!กระ)บอก|กล่าว|ให้ข่าว|เปิดเผย|แถลง|ชี้แจง|เล่า(?!เรียน)")


def who_stated(entry: Entry, query: Query, question: str) -> Stated | None:
    """Who it was that a question for somebody asks; `question` is how its words sound."""
    clean = query.clean
    if doer := doer_in(entry.title, clean) or partner_in(entry.title, clean):
        return Stated(doer, _DID)
    if deed := deed_of(clean, entry.body):
        told = those_who(deed, entry, people_in(entry.body))
        if deed.alone or told:
            return Stated(", ".join(told), _DID) if 0 < len(told) <= _MOST_PEOPLE else None
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
    acted = did_it(meant[0], clean)
    by_kind = best < _AGREES and len(question) > BARE and not acted
    return Stated(said[0], max(0.5 + best / 2, _DID * acted), by_kind=by_kind)


def somebody(text: str, question: str, _today: date) -> Iterator[Candidate]:
    """The people and organisations of a text that may be who is asked for."""
    if asks_recipient(question):
        yield from (Candidate(*one.span(1), 1.0) for one in _RECIPIENT.finditer(text))
        return
    if asks_partner(question) and (told := partners(text)):
        yield from told
        return
    body = asks_body(question)
    maker = asks_maker(question)
    speaker = bool(_ASKS_SPEAKER.search(question))
    asked, deed = squeeze(question), deed_of(question, text)
    sort = asks_sort(question)  # nobody is a firm
    for start, end in () if sort else people_in(text):
        if maker and not _MADE_IT.match(text, end):
            continue
        if deed and deed.alone and not did(deed, text, (start, end)):
            continue
        speaks = speaker and _SPEAKS.match(text, end)
        likely = (0.9 if speaks else 0.8) if " " in text[start:end].strip() else 0.5
        yield Candidate(start, end, likely / 2 if body else likely)
    for found in ORGANISATION.finditer(text):
        said = squeeze(found[0])[:_SAID_LETTERS] in asked  # "กระทรวงเกษตรทำกับใคร" asks for another
        fits = body and not said and is_of_sort_asked(found[0], question)
        yield Candidate(found.start(), found.end(), 1.0 if fits else 0.1)
    for found in offices().finditer(text) if body and not sort else ():
        said = squeeze(found[0]).rstrip(".").lower() in asked
        yield Candidate(found.start(), found.end(), 0.1 if said else 0.9)
