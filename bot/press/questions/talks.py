"""Who talked with whom, as a headline tells it, and the matter that somebody speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.knowledge.entries import Person
from bot.knowledge.persons import given_name
from bot.knowledge.words import shipped_lists
from bot.press.facts.headlines import phrase_of
from bot.press.questions.spoken import in_words

_CLOSE = 60  # letters behind a visit, in which the host is named
_BRIEF = 30  # letters of somebody's name or office that people say
_LETTERS = (3, 36)  # of the one talked with, as people say it
_MATTER, _ENOUGH, _LEAST = 45, 20, 12  # letters of what is spoken of
_ENVOY = "ผู้แทนจาก"  # some country, of a name that nobody would type
_HOST = (
    r"(?:(?:รศ\.|ศ\.|ผศ\.)+)?"
    r"(?P<host>(?:ดร|นพ)\.[ก-๙]+|(?:รมว|รัฐมนตรี|ปลัด)[^ ]*(?: ?อว\.)?|นายก(?:รัฐมนตรี|ฯ))"
)
_WITH = re.compile("(?:ร่วม)?(?:หารือ|คุย|เจรจา|ถก).{0,40}?กับ ?(?P<partner>[^ ].*)")
_MET = re.compile(
    rf"[^ ]?{_HOST}[^ ]? (?:[^ ]{{2,30}} )?(?:ร่วม|ประชุม)?(?:หารือ|พบ|เข้าพบ|ถก)(?:ร่วม)?(?:กับ)? ?"
    r"(?P<partner>(?:สำนักงาน|สถาบัน|สมาคม|สภา|มหาวิทยาลัย|ผู้|คณะ|ทูต|เอกอัคร|สถาน|บริษัท|ทปอ|นายก|หอการค้า|[ก-ฮ]{2,5}\.|[A-Z])"
    r"[^ ]{0,40}(?: (?:และ|กับ) ?[^ ]{2,12})?)(?= |$)"
)
_THEN = "หารือ|ประสาน|เข้า|พร้อม|ใน|เพื่อ"  # behind the name of one who is welcomed
_WELCOMES = re.compile(
    rf"[^ ]?{_HOST}[^ ]? (?:[^ ]{{2,30}} )?(?:ให้การ)?ต้อนรับ(?:ฯพณฯ|ท่าน| )*"
    r"(?P<partner>(?:รัฐมนตรี|เอกอัคร|ทูต|คณะ|ผู้อำนวยการ|อธิการบดี|ประธาน)[^ ]{3,60}"
    rf"(?: (?!{_THEN})[^ ]{{2,24}})?)(?= (?:{_THEN})|$)"
)
_CAME = re.compile(
    '[“"‘]?(?P<partner>[^“”"]{4,90}?) ?(?:เข้าพบ|เข้าเยี่ยมคารวะ|เยี่ยมคารวะ|เข้าคารวะ|เข้าหารือ|หารือ)'
    rf"(?:(?:และหารือ.{{0,40}}?)?กับ)? ?{_HOST}"
)
_BOTH = re.compile(
    rf"{_HOST} ?(?:และ|กับ) ?(?P<partner>[^ ][^“”\"]{{3,60}}?) (?:ร่วม)?(?:ประชุม)?หารือ"
)
_VISITS = re.compile(r"[^\n]{0,120}?(?:เข้าพบ|เข้าเยี่ยมคารวะ|เยี่ยมคารวะ|เข้าคารวะ)")
_SPOKEN_OF = re.compile('(?:หัวข้อ|เรื่อง|บรรยายพิเศษ|ปาฐกถาพิเศษ|ปาฐกถา) ?[“"‘](?P<matter>[^”"’]{8,})')


@dataclass(frozen=True, slots=True)
class Talk:
    """`partner`, as people call them, talked with the `host`; "" where the headline names none."""

    kind: str  # how it is asked about: "talks", or "guest" of one who came
    partner: str
    host: str = ""


def talk_in(title: str, clause: str) -> Talk | None:
    """The talk that a headline or its clause is about."""
    for kind, found in (
        ("talks", _WITH.match(clause)),
        ("guest", _CAME.match(title)),
        ("talks", _BOTH.match(title)),
        ("talks", _MET.match(title)),
        ("guest", _WELCOMES.match(title)),
    ):
        partner = called_abroad(found["partner"].strip()) if found else ""
        if found and _LETTERS[0] <= len(partner) <= _LETTERS[1]:
            return Talk(kind, partner, found.groupdict().get("host") or "")
    return None


def called_abroad(named: str) -> str:
    """As people call somebody; an envoy of a long name by the post and the country."""
    said = in_words(named)
    if len(said) <= _BRIEF:
        return said
    countries = shipped_lists("countries").items()
    country = next((one for one, forms in countries if any(form in named for form in forms)), "")
    posts = shipped_lists("envoys")["posts"].items()
    post = next((one for one, forms in posts if any(form in named for form in forms)), "")
    post = post or (_ENVOY if len(said) > _LETTERS[1] else "")
    return f"{post}{country}" if post and country else said


def guest_in(lead: str, people: Sequence[Person]) -> tuple[Person, Person] | None:
    """Who came to see whom, the first and another of the people that a lead names."""
    named = [(at, one) for one in people if (at := lead.find(given_name(one.name))) >= 0]
    named.sort(key=lambda one: one[0])
    for (start, guest), (behind, host) in pairwise(named):
        found = _VISITS.match(lead, start)
        if found and found.end() <= behind <= found.end() + _CLOSE:
            return guest, host
    return None


def matter_in(title: str) -> str:
    """What the headline quotes as the subject of a speech, as much of it as makes a phrase."""
    found = _SPOKEN_OF.search(title)
    pieces = found["matter"].partition(":")[0].split() if found else []
    matter = phrase_of(pieces, _MATTER, _ENOUGH) if pieces else ""
    return matter if len(matter) >= _LEAST else ""
