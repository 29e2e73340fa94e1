"""Roles of people: which one a question asks for, and whether it asks who somebody is by name."""

import re

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.search.folding import covered, fold
from bot.search.ranking import Query
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze, strip_frames
from bot.thai.questions import Aspect, wants_several

ROLE = re.compile(  # none in กรมวิทยาศาสตร์, บรมวงศ์, ผอม or นครนายก
    "รัฐมนตรี|(?<![กรตบ])รม[วต](?!ล)|ปลัด|อธิบดี|ผู้อำนวยการ|(?<!เ)ผอ(?![มง])|ผู้ว่า|วิทยากร|อธิการ|เลขา|โฆษก|(?<!นคร)นายก|(?<!ญ)ชนะ|แชมป์"
)
_HEADS = tuple(  # how an office is asked for, and how a role tells it
    (re.compile(asks), re.compile(tells))
    for asks, tells in (
        ("อธิการ", "อธิการ"),
        ("คณบดี", "คณบดี"),
        ("ปลัด", "ปลัด"),
        ("อธิบดี", "อธิบดี"),
        ("ผู้อำนวยการ|(?<!เ)ผอ(?![มง])", "อำนวยการ|ผอ\\."),
        ("เลขา", "เลขา"),
        ("รัฐมนตรี|(?<![กรตบ])รม[วต](?!ล)", "รัฐมนตรี|รม[วชต]"),
        ("ผู้ว่า", "ผู้ว่า"),
        ("โฆษก", "โฆษก"),
    )
)
_ACTS = re.compile("ประธาน|เปิด|แถลง|กล่าว|วิทยากร|เสวนา|บรรยาย|ต้อนรับ|แทน|หัวหน้า|วิจัย|เขียน|ถ่าย")
_LATER = "(?:หัวหน้า|ประธาน|ผู้|นัก|อาจารย์|วิทยากร)[^ \\n]{2,30}"
_WHO_IS = re.compile("(?:เป็น|คือ) ?ใคร")
_NO_NAME = re.compile("คน|ผู้|เจ้า(?:ของ|ภาพ|หน้าที่)|ที่ปรึกษา|ตัวแทน|พิธีกร|แขก|^(?:แล้ว|นี่|นั่น|เขา|เค้า|มัน)*$")
_ALIKE = 4  # letters by which a ministry is known: วิทย์ is วิทยาศาสตร์
_MINISTRY = re.compile("กระทรวง(?:การ)?([ก-๙]{4,})")


def name_asked(query: Query) -> str:
    """The squeezed name of whom a question wants to know who they are: "ดร.เค็ง คือใคร"; no role."""
    asks = _WHO_IS.search(query.clean) if query.aspect is Aspect.WHO else None
    name = squeeze(strip_frames(query.clean[: asks.start()])) if asks else ""
    return "" if any(one.search(name) for one in (_NO_NAME, ROLE, _ACTS)) else name


def of_role(entry: Entry, clean: str) -> list[Person]:
    """Of several whose role tells what is asked, a chair of this and of that, the title's.

    First whoever tells the most of it, "หัวหน้าทีมวิจัย", also by what the text calls them later.
    """
    acts = set(_ACTS.findall(clean))
    told = ((one, _called(one, entry.body)) for one in entry.people)
    alike = {one: sum(act in role for act in acts) for one, role in told}
    alike = {one: told for one, told in alike.items() if told}
    title = fold(squeeze(normalise(entry.title)))
    nearest = sorted(alike, key=lambda one: (-alike[one], -covered(one.role, title)))
    return nearest[:1] if len(alike) > 1 and not wants_several(clean) else []


def _called(person: Person, body: str) -> str:
    """The role of a person, and what a text calls them later: "ดร.ใบเตยฯ หัวหน้าทีม"."""
    later = re.findall(f"{re.escape(given_name(person.name))}ฯ ?({_LATER})", body)
    return " ".join((person.role, *later))


def is_of_office(role: str, clean: str) -> bool:
    """Whether a role is an office that a question names, if it does: no secretary is a rector."""
    asked = [tells for asks, tells in _HEADS if asks.search(clean)]
    return not asked or any(tells.search(role) for tells in asked)


def did_it(person: Person, clean: str) -> bool:
    """Whether the role of a person tells that they did what is asked, "ประธานเปิดงาน"."""
    return any(act in person.role for act in _ACTS.findall(clean))


def is_of_other_ministry(role: str, clean: str) -> bool:
    """Whether a role is of a ministry, and a normalised question names another: "ปลัด อว."."""
    of, names = _MINISTRY.search(normalise(role)), Names.load()
    if of is None:
        return False
    full = (one for meant in names.senses(names.cut(clean)).values() for one in meant)
    asked = [found[1] for found in map(_MINISTRY.search, (clean, *full)) if found]
    return bool(asked) and all(one[:_ALIKE] != of[1][:_ALIKE] for one in asked)
