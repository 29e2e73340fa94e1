"""Elliptical messages as full questions: "รางวัลล่ะ", "แล้วผู้จัด", "ค่าเข้า".

So do "ทั้งหมดล่ะ", "แล้วที่ 3 ล่ะ" and "แล้วฝั่งไทยล่ะ" ask the last question otherwise, and pronouns stand
for the person or thing just told: "แกยังเป็น รมว. อยู่ไหม".
"""

import re
from collections.abc import Mapping
from datetime import date

from bot.dialogue.conversation import Conversation
from bot.dialogue.message.cues import CUES
from bot.dialogue.message.phrases import consists_of
from bot.knowledge.entries import Entry
from bot.knowledge.persons import untitled
from bot.search.finding import rank
from bot.search.index import Index
from bot.search.passages.people.delegations import delegation_pattern
from bot.search.passages.people.names import named_by_staff
from bot.search.passages.people.roles import ROLE
from bot.search.passages.prices import asks_gain
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.thai.normalise import cleaned, normalise, squeeze
from bot.thai.questions import ENDS, WHAT_OF, Aspect, aspect_of
from bot.thai.tables import rows_of

_DAY_ASKED = "จัดวันไหน"


def _asked_by(kind: str) -> Mapping[str, str]:
    """Each noun of data/nouns.csv, and the question it stands for."""
    rows = rows_of("nouns.csv", package="bot.dialogue")
    return {noun: asked for nouns, asked, same in rows if same == kind for noun in nouns.split("|")}


_BY_NOUN, _BY_SAME = _asked_by(""), _asked_by("เดิม")
NOUNS = frozenset(_BY_NOUN)
_NOUN, _SAME = (
    re.compile(f"(?:{'|'.join(sorted(table, key=len, reverse=True))})(?!(?<=วัน)(?:แม่|พ่อ|นี้))")
    for table in (_BY_NOUN, _BY_SAME)
)
_YEAR = re.compile(f"(?:แล้ว)? ?ปี ?(?:[0-9]{{2,4}}|นี้|หน้า|ที่แล้ว|ก่อน) ?{WHAT_OF}?")
_WHOLE = re.compile("ทั้งหมด|ทั้งประเทศ|ทั่วประเทศ|ทั้งสิ้น")
_ROLE = re.compile(f"(?:{ROLE.pattern})(?:การ|บดี|นุการ|กระทรวง|อว)?")
_NTH = "[1-9](?![0-9])|หนึ่ง|สอง|สาม|สี่|ห้า"
_OF_RANK = "รางวัล|อันดับ|ลำดับ"
_RANK = re.compile(f"(?:(?:{_OF_RANK})?ที่|(?:{_OF_RANK}))(?P<nth>{_NTH})")
_RANK_ASKED = re.compile(  # no "ครั้งที่ 1"
    f"(?:(?:{_OF_RANK}|(?P<got>ได้))(?:ที่)?|(?<![ก-๙])ที่) ?(?:{_NTH})"
    "|รางวัลชนะเลิศ|ชนะเลิศ|แชมป์|(?:ผู้|คน)ชนะ|(?P<won>ชนะ)"
)
_DOUBTS_DAY = re.compile(
    "(?:(?:อ้าว|อ่าว|เอ๊ะ|เอ้า|แล้ว|มัน|งาน) ?)*ไม่ใช่ ?(?:ของ|เมื่อ|ใน|จัด)? ?(?:ปี|เดือน|วันที่?) ?[^ ]{1,14}"
    f"(?: [^ ]{{1,8}})?? ?(?:เ?หรอ|หรือ) ?{ENDS}?"
)
_WHEN = "ตอนนี้|ตอนนั้น|เดี๋ยวนี้|ปัจจุบัน|วันนี้|เวลานั้น"
_THEY = "(?:(?:คุณ)?(?:หมอ|อาจารย์|คน|ท่าน)(?:คน|ท่าน)?(?:นี้|นั้น)|แก|เขา|เค้า|เธอ|ท่าน)"
_POST_ASKED = re.compile(
    f"^(?:(?:แล้ว|ว่าแต่|{_WHEN}) *)*{_THEY} *"
    f"(?:(?:{_WHEN}) *)?(?:(?:เป็น|มี|ดำรง|อยู่) *)?(?:ตำแหน่ง *)?(?:อะไร|ไร) *"
    f"(?:(?:ใน|ของ|ที่) *(?:กระทรวง|หน่วยงาน|องค์กร|กรม))?(?:{ENDS}| )*$"
)
_STILL_IS = re.compile(
    f"^(?P<when>(?:(?:แล้ว|ว่าแต่|{_WHEN}) *)*){_THEY} *(?P<asked>(?:ยัง|เคย)(?:คง)? ?เป็น.{{2,}})"
)
_OF_KIND = re.compile(
    "^(?:แล้ว)? ?(?P<kind>ทีม|โรงเรียน|มหาลัย|มหาวิทยาลัย|บริษัท|ชุมชน|ผลงาน|หน่วยงาน)(?:นี้|นั้น)"
    " *(?P<asked>.{4,})$"
)
_WHICH = " ?(?:ไหน|อะไร|ไร|ใด)"


def in_full(
    text: str, talk: Conversation, topic: Entry | None, index: Index, today: date
) -> tuple[str, bool]:
    """The message with what it leaves out, and whether that can be of the topic alone."""
    last = talk.follow_up or talk.question
    person = person_referred_to(text, topic, last, index, today)
    said = text = resolve_still(expand_same(text), person)
    if talk.topic or talk.choices:
        text = expand_side(expand_whole(expand_noun(text), talk.follow_up), last)
        if topic and topic.is_dated:  # a list of who held an office tells by its years
            text = expand_role(text, last)
    if talk.topic:
        text = resolve_kind(resolve_position(expand_rank(text, last), person), last)
    return text, text != said


def expand_whole(text: str, counted: str) -> str:
    """ "แล้วทั้งประเทศล่ะ" as the last count asked of the whole; any other message as it is."""
    said = squeeze(cleaned(text))
    found = _alone(_WHOLE, said) if counted else None
    return f"{counted} {found[0]}" if found else text


def expand_role(text: str, last: str) -> str:
    """ "แล้วปลัดล่ะ" behind a who-question as who that is; any other message as it is."""
    said = squeeze(cleaned(text))
    found = _alone(_ROLE, said) if aspect_of(normalise(last)) is Aspect.WHO else None
    return f"ใครเป็น{found[0]}" if found else text


def expand_side(text: str, last: str) -> str:
    """ "แล้วฝั่งไทยล่ะ" as the last question of that side; any other message as it is."""
    said, asked = squeeze(cleaned(text)), normalise(last)
    found = _alone(delegation_pattern(), said)
    own = delegation_pattern().search(asked) if found else None
    return f"{asked[: own.start()]}{found[0]}{asked[own.end() :]}" if found and own else text


def expand_rank(text: str, last: str) -> str:
    """ "แล้วที่ 3 ล่ะ" as the last question of that rank; any other message as it is.

    How much one gets is asked of the first, if of none; and "ได้เงินเท่าไหร่" of the rank before.
    """
    said = squeeze(cleaned(text))
    found = _alone(_RANK, said)
    asked = normalise(last)
    of = _RANK_ASKED.search(asked)
    if of and asks_gain(Query(text, normalise(text))) and not _RANK_ASKED.search(said):
        before = _RANK.search(squeeze(of[0]))
        return f"รางวัลที่ {before['nth']} {text}" if before else text
    if found and of is None and asks_gain(Query(last, asked)):
        return f"รางวัลที่ {found['nth']} {asked}"
    if found is None or of is None:
        return text
    got = "ได้" if of["won"] or of["got"] else ""
    return f"{asked[: of.start()]}{got}รางวัลที่ {found['nth']} {asked[of.end() :].lstrip()}"


def expand_noun(text: str) -> str:
    """A message that is only a noun as the question it stands for; any other as it is.

    Who doubts the year that was told, "ไม่ใช่ปี 66 เหรอ", asks for the day.
    """
    if _DOUBTS_DAY.fullmatch(cleaned(text)):
        return _DAY_ASKED
    said = squeeze(cleaned(text))
    found = _alone(_NOUN, said)
    return _BY_NOUN[found[0]] if found else text


def expand_same(text: str) -> str:
    """ "จัดที่เดียวกันป่าว" as a question for the place; any other message as it is.

    The year that it is asked of stays: "ปี 65 ที่เดิมไหม".
    """
    clean = cleaned(text)
    year = _YEAR.match(clean)
    said = squeeze(clean[year.end() :] if year else clean)
    found = _alone(_SAME, said, CUES.around_same)
    return f"{year[0].strip() if year else ''} {_BY_SAME[found[0]]}".strip() if found else text


def person_referred_to(text: str, topic: Entry | None, last: str, index: Index, today: date) -> str:
    """The name of the person whom a message refers to by a pronoun; "" if it does not.

    They are the only one whom the topic tells to the last question.
    """
    clean = cleaned(text)
    if topic is None or not (_POST_ASKED.match(clean) or _STILL_IS.match(clean)):
        return ""
    query = rank(index, last, today=today, topic=topic.id).query
    fact = Quotes(query, today).of(topic).fact
    told = named_by_staff(topic, fact.text) if fact else []
    return untitled(told[0].name) if len(told) == 1 else ""


def resolve_still(text: str, name: str) -> str:
    """ "แกยังเป็น … อยู่ไหม" with the name for the pronoun; any other message as it is."""
    found = _STILL_IS.match(cleaned(text)) if name else None
    return f"{found['when']}{name}{found['asked']}" if found else text


def resolve_position(text: str, name: str) -> str:
    """ "หมอคนนี้เป็นไรในกระทรวง" as a question for the named person's post; any other as it is."""
    return f"{name} ตำแหน่งอะไร" if name and _POST_ASKED.match(cleaned(text)) else text


def resolve_kind(text: str, last: str) -> str:
    """What "ทีมนี้ทำเรื่องอะไร" asks behind "ทีมไหนได้ที่สอง", of which it was told; any other as it is."""
    found = _OF_KIND.match(cleaned(text))
    asked = normalise(last)
    which = re.search(f"{found['kind']}{_WHICH}", asked) if found else None
    if found is None or which is None:
        return text
    return f"{asked[: which.start()]}{found['kind']}{asked[which.end() :]} {found['asked']}"


def _alone(
    pattern: re.Pattern[str], said: str, around: frozenset[str] = CUES.around_noun
) -> re.Match[str] | None:
    """The match of a pattern, if a squeezed message says nothing else but words around it."""
    return pattern.search(said) if consists_of(said, pattern, around) else None
