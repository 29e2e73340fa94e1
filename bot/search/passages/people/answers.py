"""Answers to who-questions: as staff stated them, and candidates in a text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.search.folding import covered
from bot.search.passages.people.agents import (
    agents_of,
    deed_asked,
    is_agent,
)
from bot.search.passages.people.delegations import (
    Delegation,
    delegation_asked,
    foreign_organisations,
)
from bot.search.passages.people.names import ORGANISATION, SAYS, offices, people_in
from bot.search.passages.people.organisations import (
    agent_in,
    asks_met,
    asks_partner,
    funders,
    is_met,
    maker_in,
    partner_in,
    partners,
)
from bot.search.passages.people.prizes import WINS, asks_winner, may_win_as_organisation, winners
from bot.search.passages.people.question_types import (
    MADE,
    asks_funder,
    asks_getter,
    asks_maker,
    asks_opener,
    asks_organisation,
    asks_recipient,
    asks_sort,
    is_deed,
    is_of_sort_asked,
    organisation_asked_at,
)
from bot.search.passages.people.roles import (
    ROLE,
    has_office_at,
    is_named,
    is_of_office,
    is_of_other_ministry,
    name_asked,
    names_only_office,
    of_role,
    office_asked,
    office_met,
    role_says_done,
)
from bot.search.query import Query
from bot.search.ranking import Candidate, Stated
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import BARE
from bot.thai.tables import words

_DID = 0.6  # confidence in somebody whose role or text says that they did it
_ASKS_FOR_ROLE = re.compile("ใคร(?:เป็น|คือ) ?(?!คน|ผู้|ใคร)[^ ]|^(?!.*ใคร)")  # or a name, of whatever
_AGREES = 0.2  # share of a role's letters
_MOST_PEOPLE = 4
_WINS = re.compile(f"{WINS}|แชมป์|(?<!มอบ)(?<!แจก)(?<!ให้)(?:รางวัล|เหรียญ)")
_HANDS_OVER = re.compile("[^\n]{0,120}?(?:มอบ|แจก|ประธาน|กล่าว)")  # hands over a prize
_HAPPENS_TO = re.compile(  # asks for the one it happens to
    "(?:เรียก|เชิญ|ชวน|จับ(?:กุม)?|ปลด|ฟ้อง|ลงโทษ|สอบสวน|แต่งตั้ง|เลือก)(?:ตัว)? ?ใคร(?!เป็นคน)"
)
_OF_WHAT = re.compile("(?<=รัฐมนตรี)ว่าการ$")  # without a ministry
_RECIPIENT = re.compile(
    "(?:(?<!ได้)(?<!ตาม)แก่(?![น่งชก]|ตัว)|แด่|ให้(?:แก่|กับ)"
    "|(?:มอบ|แจก|บริจาค|[0-9] ?(?:ชิ้น|เครื่อง|ชุด|ลิตร|หลอด|ขวด|กล่อง|ใบ))"
    "ให้(?!แก่|กับ|คำ|ความ)) ?(\\S{8,80})"
)
_GIVES = re.compile("(?:มอบ(?!หมาย|นโยบาย)|แจก|บริจาค)[^\n]*$")
_NO_MAKER = (  # names with a verb in them, and mere plans and statements
    f"{SAYS}|เล่า|กระทรวง|กรม|กรรมการ|สำนัก|สถาบัน|ศูนย์|สถานี|กอง|สภา|สมาคม|องค์การ|อำนวยการ|หัวหน้า|การ|งาน|เพื่อ|ให้|และ"
)
_MADE_IT = re.compile(
    f"(?:(?!{SAYS})[^\n]){{0,60}}?(?:นักวิจัย|ผู้วิจัย|หัวหน้า(?:โครงการ|ทีม))"
    f"|(?:(?!{_NO_MAKER})[^\n]){{0,60}}?(?:{MADE})"
)
_FAR = 0.15  # likeness of an organisation far from the noun asked about
_NOUN, _RARE, _BESIDE_NOUN = 3, 8, 160  # letters, places, letters around one
_NO_NOUNS = words(
    "บริษัท หน่วยงาน องค์กร มหาวิทยาลัย มหาลัย สถาบัน ธนาคาร กระทรวง โรงพยาบาล ทีม เอกชน โครงการ เรื่อง"
    " แห่ง อะไร ไหน ใด ใคร บ้าง ที่ไหน ของ ร่วม เป็น ได้ ครับ คะ ค่ะ นี้ นั้น กับ จาก คือ ที่ มี มา ต่อ อยู่ ให้ ด้วย"
    " แล้ว เขา เค้า มัน ช่วย รับ เคย มั่ง อีก ก่อน เลย"
)
_TOLD_OF = 120  # letters behind a name, with what they did
_SAID_LETTERS = 12  # of a name; longer than its common noun
_ASKS_MEMBERS = re.compile("(?<![ก-๙.])(?:[ก-ฮ]{1,6}[.])+ ?(?:มี|ประกอบด้วย) ?ใคร ?(?:บ้าง|มั่ง)")
_SPEAKS = re.compile(rf"[^\n]{{0,120}}?(?:{SAYS})")
_ASKS_SPEAKER = re.compile("พูด|(?<!กระ)บอก|กล่าว|ให้ข่าว|เปิดเผย|แถลง|ชี้แจง|เล่า(?!เรียน)")


def who_stated(entry: Entry, query: Query) -> Stated | None:
    """What staff wrote, or the text tells at once, of whom a question asks for."""
    delegation = delegation_asked(query)
    entry = _with_those_asked(entry, delegation, query)
    doer = None if delegation else agent_in(entry.title, query) or partner_in(entry.title, query)
    if doer:
        return Stated(doer, _DID)
    paid = asks_funder(query) and funders(entry.body)  # the body tells that best
    if not paid and (deed := deed_asked(query, entry.body)):
        told = agents_of(deed, entry, _people_of(delegation, entry.body, query))
        by_role = any(role_says_done(one, query, entry.title) for one in entry.people)
        if told or (deed.alone and not by_role):
            return _who_did_it(told, entry, query)
    if asks_maker(query):
        maker = maker_in(entry.title, entry.body, query)
        return Stated(maker, _DID, by_kind=len(query.sounds) > BARE) if maker else None
    if paid or _names_none_asked(entry, query):
        return None
    return _people(entry, delegation, query) or _only_of_delegation(delegation, entry.body, query)


def _who_did_it(told: list[str], entry: Entry, query: Query) -> Stated | None:
    """Those who are told, unless they are too many for a line; an office that opened it."""
    if told or entry.people or not asks_opener(query):
        return Stated(", ".join(told), _DID) if 0 < len(told) <= _MOST_PEOPLE else None
    opener = maker_in(entry.title, entry.body, query)
    return Stated(opener, _DID) if opener else None


def _with_those_asked(entry: Entry, delegation: Delegation | None, query: Query) -> Entry:
    """The entry without people whom the question names or, if it wants a delegation, of others."""
    others = tuple(one for one in entry.people if not is_named(one.name, query))
    entry = replace(entry, people=others)
    return replace(entry, people=tuple(_of_delegation(entry, delegation))) if delegation else entry


def _names_none_asked(entry: Entry, query: Query) -> bool:
    """Whether none of the people whom staff named can be meant."""
    clean = query.clean
    others = asks_recipient(query) or asks_getter(query) or name_asked(query)
    return bool(
        asks_organisation(query)
        or _ASKS_MEMBERS.search(clean)
        or _HAPPENS_TO.search(clean)
        or asks_met(query)
        or (others and not _tells_winner(entry, query))
    )


def _only_of_delegation(delegation: Delegation | None, text: str, query: Query) -> Stated | None:
    """The only member of a delegation whom a text names, where staff named none."""
    if delegation is None or delegation.office or not delegation.written.search(text):
        return None
    of_it = [
        text[start:end]
        for start, end in _people_of(delegation, text, query)
        if has_office_at(text, (start, end), query) is not False
    ]
    names = {squeeze(given_name(one)): one for one in reversed(of_it)}
    return Stated(next(iter(names.values())), _DID) if len(names) == 1 else None


def _of_delegation(entry: Entry, delegation: Delegation) -> Iterator[Person]:
    """The people of an entry who are of a delegation by their role, or as the text calls them."""
    told = {
        squeeze(entry.body[a:b])
        for a, b in people_in(entry.body)
        if delegation.has_at(entry.body, (a, b))
    }
    for one in entry.people:
        name = squeeze(given_name(one.name))
        if delegation.has(one.name, one.role) or any(name in called for called in told):
            yield one


def _people_of(delegation: Delegation | None, text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Where a text names people whom a question does not, of the delegation if one is given."""
    for start, end in people_in(text):
        of_it = delegation is None or delegation.has_at(text, (start, end))
        if of_it and not is_named(text[start:end], query):
            yield start, end


def _tells_winner(entry: Entry, query: Query) -> bool:
    """Whether it is asked who won, and the role of somebody says that they did."""
    return asks_winner(query) and any(_WINS.search(one.role) for one in entry.people)


def _names(text: str) -> Iterator[str]:
    return (squeeze(given_name(text[start:end])).strip("ฯ") for start, end in people_in(text))


def _people(entry: Entry, delegation: Delegation | None, query: Query) -> Stated | None:
    """The person whose role agrees best with the question, or all of them where all are wanted.

    The first where the question names no role; None where nobody has the one it names, or there
    are more people than fit in a line.
    """
    here = (one for one in entry.people if not is_of_other_ministry(one.role, query))
    office = office_asked(query)
    met = "" if office else office_met(query)
    people = [one for one in here if is_of_office(one.role, office or query.clean) is not bool(met)]
    entry = replace(entry, people=tuple(people))
    if len(people) == 1 and (delegation or names_only_office(office)):
        return Stated(people[0].name_and_role, _DID)
    least = 0.0 if ROLE.search(query.clean) else _AGREES  # งาน in a สำนักงาน is no role
    agreed = ((covered(one.role, query.sounds) if one.role else 0.0, one) for one in people)
    scored = [(score if score >= least else 0.0, one) for score, one in agreed]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    if not best and ROLE.search(query.clean):
        return None
    meant = of_role(entry, query) or [one for score, one in scored if score == best]
    said = [f"{one.name} {_OF_WHAT.sub('', one.role)}".strip() for one in meant]
    if query.wants_several:
        one_of_many = len(people) == 1 and len(set(_names(entry.body))) > 1
        if best < _AGREES and (one_of_many or _ASKS_FOR_ROLE.search(query.clean)):
            return None  # staff named but one of those who were there, or others
        return Stated(", ".join(said), 0.5 + best / 2) if len(said) <= _MOST_PEOPLE else None
    acted = role_says_done(meant[0], query, entry.title)
    by_kind = best < _AGREES and len(query.sounds) > BARE and not acted
    return Stated(said[0], max(0.5 + best / 2, _DID * acted), by_kind=by_kind)


def who_candidates(text: str, query: Query, _today: date) -> Iterator[Candidate]:
    """The people and organisations of a text that a who-question may mean."""
    related = _related(text, query)
    if related is not None:
        yield from related
        return
    if not asks_sort(query):  # a person is no firm
        yield from _persons(text, query)
    yield from _organisations(text, query)


def _related(text: str, query: Query) -> list[Candidate] | None:
    """Whoever got it, won it, was met, paid for it, did it with others or is of a country.

    None where none of these is asked for, or the text names no partner.
    """
    if asks_recipient(query):
        return _given_to(text)
    won = winners(text, query) if asks_winner(query) else []
    if won or (asks_winner(query) and not may_win_as_organisation(query)):
        return [Candidate(*place, 1.0) for place in won]
    if asks_met(query):
        return [*_met(text, query)]
    if asks_funder(query):
        return funders(text) or [*_persons(text, query)]
    theirs = foreign_organisations(query, text)
    if theirs is None and asks_partner(query):
        asked = _said_by(query)
        return [one for one in partners(text) if not _is_said(text[one.start : one.end], asked)]
    return theirs


def _given_to(text: str) -> list[Candidate]:
    """To whom something went; where it was handed over, only those who were handed it."""
    told = [one.span(1) for one in _RECIPIENT.finditer(text)]
    given = [one for one in told if _GIVES.search(text, max(0, one[0] - _TOLD_OF), one[0])]
    return [Candidate(*place, 1.0) for place in given or told]


def _met(text: str, query: Query) -> Iterator[Candidate]:
    """Whom somebody met, by a text, and a question does not name."""
    organisations = (one.span() for one in ORGANISATION.finditer(text))
    for start, end in (*_people_of(None, text, query), *organisations):
        if is_met(text, start):
            yield Candidate(start, end, 1.0)


def _persons(text: str, query: Query) -> Iterator[Candidate]:
    organisation, maker = asks_organisation(query), asks_maker(query)
    speaker, won = bool(_ASKS_SPEAKER.search(query.clean)), asks_winner(query)
    deed = deed_asked(query, text)
    for start, end in _people_of(delegation_asked(query), text, query):
        if maker and not _MADE_IT.match(text, end):
            continue
        if deed and deed.alone and not is_agent(deed, text, (start, end)):
            continue
        if won and _HANDS_OVER.match(text, end):
            continue
        if (has_it := has_office_at(text, (start, end), query)) is not None:
            yield Candidate(start, end, 1.0 if has_it else _FAR)
            continue
        speaks = speaker and _SPEAKS.match(text, end)
        likely = (0.9 if speaks else 0.8) if " " in text[start:end].strip() else 0.5
        yield Candidate(start, end, likely / 2 if organisation else likely)


def _organisations(text: str, query: Query) -> Iterator[Candidate]:
    organisation, asked = asks_organisation(query), _said_by(query)
    beside = _beside_noun(text, query) if organisation and "ใคร" not in query.clean else None
    if beside == [] and len(_of_sort(text, query, asked)) <= 1:
        beside = None

    def is_near(place: int) -> bool:
        return beside is None or any(a <= place <= b for a, b in beside)

    for found in ORGANISATION.finditer(text):
        said = _is_said(found[0], asked)  # "กระทรวงเกษตรทำกับใคร" asks for another
        fits = organisation and not said and is_of_sort_asked(found[0], query)
        near = 1.0 if is_near(found.start()) else _FAR
        yield Candidate.of(found, near if fits else 0.1)
    for found in offices().finditer(text) if organisation and not asks_sort(query) else ():
        said = squeeze(found[0]).rstrip(".").lower() in asked
        likely = 0.9 if is_near(found.start()) and not said else 0.1
        yield Candidate.of(found, likely)


def _of_sort(text: str, query: Query, asked: str) -> set[str]:
    """The beginnings of the organisations in a text that are of the sort asked for."""
    names = (found[0] for found in ORGANISATION.finditer(text))
    letters = {squeeze(one)[:_SAID_LETTERS] for one in names if is_of_sort_asked(one, query)}
    return {one for one in letters if one not in asked}


def _is_said(name: str, asked: str) -> bool:
    """Whether the letters of a question hold an organisation, or its beginning."""
    return squeeze(name)[:_SAID_LETTERS] in asked


def _said_by(query: Query) -> str:
    """The letters of a question, and of the full names behind its abbreviations.

    Not where it asks for just that name: "สทน. คือหน่วยงานไหน".
    """
    if "คือ" in query.clean:
        return query.letters
    full = (one for senses in query.senses.values() for one in senses)
    return "|".join(map(squeeze, (query.clean, *full)))


def _beside_noun(text: str, query: Query) -> list[tuple[int, int]] | None:
    """Where a text speaks of what a question asks the organisation of: "ขาเทียมหน่วยงานไหนทำ".

    Around the nearest nouns before and behind the question word; nowhere if these stand all over
    the text, None where it has none of them.
    """
    asks = organisation_asked_at(query)
    cut, text = Names.load().cut, text.lower()
    nearest = (
        next((word for word in beside if _is_noun(word) and word in text), "")
        for beside in (reversed(cut(query.clean[: asks[0]])), iter(cut(query.clean[asks[1] :])))
    )
    told = [[at.start() for at in re.finditer(re.escape(one), text)] for one in nearest if one]
    few = [at for places in told if len(places) <= _RARE for at in places]
    return [(at - _BESIDE_NOUN, at + _BESIDE_NOUN) for at in few] if told else None


def _is_noun(word: str) -> bool:
    return len(word) >= _NOUN and word not in _NO_NOUNS and not is_deed(word)
