"""Roles of people: which a question asks for, and who has it."""

import re

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.search.folding import covered, fold
from bot.search.passages.people.names import ORGANISATION
from bot.search.passages.people.prizes import WIN
from bot.search.query import Query, reading
from bot.thai.fillers import strip_fillers
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.questions import Aspect
from bot.thai.short_words import places_of

_ONE_WORD = "อธิการ คณบดี ปลัด อธิบดี เลขา ผู้ว่า โฆษก กงสุล องคมนตรี นายอำเภอ"
_OFFICES = (  # how one is asked for, and how a role tells it; none in กรมวิทยาศาสตร์, บรมวงศ์ or ผอม
    *((one, one) for one in _ONE_WORD.split()),
    ("ผู้อำนวยการ|(?<!เ)ผอ(?![มง])", "อำนวยการ|ผอ\\.|Director"),
    ("รัฐมนตรี|(?<![กรตบ])รม[วต](?!ล)", "รัฐมนตรี|รม[วชต]"),
    ("(?<!สถาน)ทูต", "(?<!สถานเอกอัครราช)(?<!สถาน)ทูต|Ambassador"),
)
ROLE = re.compile("|".join((f"วิทยากร|(?<!นคร)นายก|{WIN}|แชมป์", *(asks for asks, _ in _OFFICES))))
_CHAIRED = ("มูลนิธิ", "สภา", "สมาคม", "ชมรม", "บริษัท|บจก", "สหกรณ์", "กมธ|(?:คณะ)?กรรมาธิการ")
_HEADS = tuple(
    (re.compile(asks), re.compile(tells))
    for asks, tells in (
        *_OFFICES,
        *((f"ประธาน ?(?:{one})", f"ประธาน.{{0,40}}(?:{one})") for one in _CHAIRED),
        ("หัวหน้า(?:ทีม|โครงการ|คณะ)", "หัวหน้า(?:ทีม|โครงการ|คณะ|ชุด|นักวิจัย)"),
    )
)
_JUST = re.compile("|".join(("บดี|ใหญ่|ท่าน|คุณ|แล้ว|ตัว|คน|การ", *(asks.pattern for asks, _ in _HEADS))))
_UNDER = "รอง|ผู้ช่วย|ที่ปรึกษา|เลขานุการ|อดีต"  # not the holder of the office
_SAYS_UNDER = re.compile(f"{_UNDER}|เลขา(?=รัฐ|รม|ปลัด|ท่าน|นายก)")
_IS_UNDER = re.compile(f"(?:{_UNDER}|สำนัก(?:งาน)?) ?(?:ประจำ|ของ)? ?$")
_TOLD_BEHIND, _TOLD_BEFORE = 48, 40  # letters around a name, with the office
_LONG_ROLE = 100  # … of an envoy, before a bracket
_ALSO_CALLED = re.compile(r"\s*\([^)\n]{1,60}\)")  # in Latin letters
_ENDS = re.compile(
    "นาย(?!ก|อำเภอ)|นาง|ดร\\.|H\\.E|พร้อม|หารือ|ร่วม|ต้อนรับ|กล่าว|ตั้ง|แจง|ถาม|เรื่อง|ที่(?!ปรึกษา)|ว่า(?!การ|ที่)|และ|กับ|โดย|\\n"
)
# A clause about the person, with offices that are not asked for: "ประธานที่มาพบรัฐมนตรีชื่ออะไร".
_CLAUSE = re.compile("(?<=.)ที่(?!ปรึกษา)(?:(?!ที่).)*?(?=ชื่อ|คือ|เป็น ?ใคร|$)")
_WHO, _IS_OR_BECAME = "ใคร", re.compile("เป็น|คือ|ตำแหน่ง|ชื่อ|ตั้ง|เลือก|แทน|ใหม่")
_OFFICE_ASKED = re.compile(
    "(?:.*?(?:ตั้ง|เลือก) ?)?ใคร[^ ]{0,16}?(?:เป็น|คือ|ตำแหน่ง)(?P<behind>.*)"
    "|(?P<before>.*?)(?:ชื่อ|คือ|เป็น ?ใคร|คน(?:ไหน|ใด))"
)
_APPOINTED = re.compile("ได้เป็น|(?:แต่ง|ครม ?)ตั้ง|(?:ตั้ง|เลือก) ?ใคร|ขึ้นเป็น|(?:คน)?ใหม่|(?:รับ|ดำรง)ตำแหน่ง")
_TAKES_OFFICE = re.compile("[^\n]{0,200}?ดำรงตำแหน่ง ?([^\n]{4,160})")
_PRESIDES, _OPENS = "ประธาน", "เปิด"  # the one who opens presides
_ACTS = re.compile("ประธาน|เปิด|แถลง|กล่าว|วิทยากร|เสวนา|บรรยาย|ต้อนรับ|แทน|หัวหน้า|วิจัย|เขียน|ถ่าย")
_CHAIRS = re.compile("ประธาน ?((?:กรรม|สภา|บริษัท|คณะ|มูลนิธิ|สมาคม|หอการค้า|เจ้าหน้าที่).{0,6})")
_LATER = re.compile(" ?((?:หัวหน้า|ประธาน|ผู้|นัก|อาจารย์|วิทยากร)[^ \\n]{2,30})")
_WHO_IS = re.compile("(?:เป็น|คือ) ?ใคร")
_OF_THEM = re.compile(  # asks who a named person is
    "(?:เป็น|คือ|ใช่|ชื่อ) ?ใคร|ใคร ?(?:คือ|ชื่อ)|นามสกุล|ชื่อ(?:เต็ม|จริง|เล่น)|ตำแหน่ง"
)
_LATIN = re.compile("[a-z][a-z0-9-]{2,}")
_GIVEN = 4  # letters of a given name, at least
_NO_NAME = re.compile("คน|ผู้|เจ้า(?:ของ|ภาพ|หน้าที่)|ที่ปรึกษา|ตัวแทน|พิธีกร|แขก|^(?:แล้ว|นี่|นั่น|เขา|เค้า|มัน)*$")
_ALIKE = 4  # letters by which a ministry is known: วิทย์ is วิทยาศาสตร์
_MINISTRY = re.compile("กระทรวง(?:การ)?([ก-๙]{4,})")


@reading
def name_asked(query: Query) -> str:
    """The squeezed name in a question of who somebody is, "ดร.เค็ง คือใคร"; "" for a role."""
    asks = _WHO_IS.search(query.clean) if query.aspect is Aspect.WHO else None
    name = squeeze(strip_fillers(query.clean[: asks.start()])) if asks else ""
    return "" if any(one.search(name) for one in (_NO_NAME, ROLE, _ACTS)) else name


def is_named(name: str, query: Query) -> bool:
    """Whether a normalised question names somebody and asks for another: "ใครมาพบ ดร.เอนก".

    If it asks who they are, or for the rest of the name, it means them; not where it asks who did
    something to them: "ประธานที่มาพบ ดร.เอนก คือใคร".
    """
    given = letters_in(given_name(name)).strip("ฯ")
    if len(given) < _GIVEN or given not in query.letters:
        return False
    return not _OF_THEM.search(query.clean) or given not in squeeze(_CLAUSE.sub("", query.clean))


def of_role(entry: Entry, query: Query) -> list[Person]:
    """Of several people whose role has what is asked, the best match; [] if all are wanted.

    By the number of deeds in the role, "หัวหน้าทีมวิจัย", and in what the text calls them later, then
    by Latin names in it, "หัวหน้าทีมพัฒนา COBOT", then by the title.
    """
    acts = set(_ACTS.findall(query.clean))
    told = ((one, _called(one, entry.body)) for one in entry.people)
    alike = {one: sum(act in role for act in acts) for one, role in told}
    alike = {one: told for one, told in alike.items() if told}
    title = fold(letters_in(entry.title))
    names = _LATIN.findall(query.clean)
    named = {one: sum(name in normalise(one.role) for name in names) for one in alike}
    nearest = sorted(alike, key=lambda one: (-alike[one], -named[one], -covered(one.role, title)))
    return nearest[:1] if len(alike) > 1 and not query.wants_several else []


def _called(person: Person, body: str) -> str:
    """A person's role, and what the text calls them later: "ดร.ใบเตยฯ หัวหน้าทีม"."""
    name = f"{given_name(person.name)}ฯ"
    later = (_LATER.match(body, at + len(name)) for at in places_of(name, body))
    return " ".join((person.role, *(found[1] for found in later if found)))


def is_of_office(role: str, clean: str) -> bool:
    """Whether a role is the office that a question names, if any: no secretary is a rector.

    Nor a deputy, unless the deputy is asked for.
    """
    asked = [tells for asks, tells in _HEADS if asks.search(clean)]
    under = _SAYS_UNDER.search(clean)
    if not asked or (under and under[0] not in role):
        return not asked
    heads = (at for tells in asked for at in tells.finditer(role))
    return any(under or not _IS_UNDER.search(role, 0, at.start()) for at in heads)


@reading
def office_asked(query: Query) -> str:
    """The part of a normalised question that names the office whose holder is asked for."""
    asked = _OFFICE_ASKED.match(_CLAUSE.sub("", query.clean))
    said = (asked["behind"] or asked["before"] or "") if asked else ""
    last = said.rstrip().rpartition(" ")[2]  # a name before it is of another
    return next((one for one in (last, said) if _names_office(one)), "")


def _names_office(said: str) -> bool:
    return any(asks.search(said) for asks, _ in _HEADS)


def office_met(query: Query) -> str:
    """The part of a normalised question with an office that is not asked for.

    "นายกรัฐมนตรี" in "ใครไปรับรางวัลนายกรัฐมนตรี".
    """
    behind = query.clean.partition(_WHO)[2]
    return "" if _IS_OR_BECAME.search(behind) or not _names_office(behind) else behind


def names_only_office(office: str) -> bool:
    """Whether an office is asked for without saying of what: "ผอ.ชื่ออะไร"."""
    rest = _JUST.sub("", office)
    return bool(office) and not any(letter.isalnum() for letter in rest)


def has_office_at(text: str, name: tuple[int, int], query: Query) -> bool | None:
    """Whether a text gives the person named at `name` the office asked for; None if none is.

    Behind the name or right before it; if an appointment is asked about, where that is told.
    """
    office = office_asked(query)
    if not office:
        return None
    start, end = name
    if text[start - 1 : start] == "(" and text[start:end].isascii():
        # Another name of whoever stands before it, if that is no office: "ทูตฯ (H.E. Mr. …)".
        before = _ENDS.split(text[max(0, start - _LONG_ROLE) : start - 1])[-1]
        return is_of_office(before, office) and not _is_of_other_organisation(before, office)
    called = _ALSO_CALLED.match(text, end)
    end = called.end() if called else end
    if _APPOINTED.search(query.clean) and (taken := _TAKES_OFFICE.match(text, end)):
        told = [taken[1]]
    else:
        behind = _ENDS.split(text[end : end + _TOLD_BEHIND], maxsplit=1)[0]
        told = [
            text[start:end],
            behind,
            _ENDS.split(text[max(0, start - _TOLD_BEFORE) : start])[-1],
        ]
    return any(
        is_of_office(role, office) and not _is_of_other_organisation(role, office) for role in told
    )


def _is_of_other_organisation(role: str, clean: str) -> bool:
    """Whether a role is at an organisation, and a normalised question names another."""
    names = Names.load()
    asked = names.agencies_in(clean)
    told = names.agencies_in(normalise(role)) if asked else ()
    return bool(asked and (told or ORGANISATION.search(role))) and set(asked).isdisjoint(told)


def role_says_done(person: Person, query: Query, title: str) -> bool:
    """Whether the role of a person says that they did what is asked: "ประธานเปิดงาน".

    The chair of an organisation presides only over what that did.
    """
    chairs = _CHAIRS.search(person.role)
    role = person.role if not chairs or chairs[1] in title else _CHAIRS.sub("", person.role)
    acts = set(_ACTS.findall(query.clean))
    if _PRESIDES in acts:
        acts.add(_OPENS)
    return any(act in role for act in acts)


def is_of_other_ministry(role: str, query: Query) -> bool:
    """Whether a role is at a ministry, and a normalised question names another: "ปลัด อว."."""
    of = _MINISTRY.search(normalise(role))
    if of is None:
        return False
    full = (one for meant in query.senses.values() for one in meant)
    asked = [found[1] for found in map(_MINISTRY.search, (query.clean, *full)) if found]
    return bool(asked) and all(one[:_ALIKE] != of[1][:_ALIKE] for one in asked)
