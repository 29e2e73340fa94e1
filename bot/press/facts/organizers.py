"""The organiser of an event; a name that may be another's is unsure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge.places import balanced
from bot.knowledge.words import release_pattern
from bot.press.facts.letterheads import is_office_name
from bot.press.facts.untitled import behind_when

_LONGEST = 100
_REPORTING = 3  # paragraphs that tell of the event itself
_MOST_WORDS = 6  # between blanks, of a host's name
_AROUND = 200  # characters around "โดย … ร่วมกับ" in which something is said to be held
_SIGNS = ("จัดโดย", "จัดขึ้นโดย", "ผู้จัด", "เจ้าภาพ")  # of which a plain telling holds one
_HOSTS = re.compile(r"\sเป็นเจ้าภาพ(?:จัด|ในการจัด)")
_TOGETHER = re.compile(rf"(?<![ก-๙])โดย\s*(?P<name>[^\s].{{1,{_LONGEST}}}?)\s+ร่วมกับ\s*")
_HELD = re.compile(r"(?<![ก-๙])(?:ร่วมกัน|ได้|ร่วม)?จัด(?!การ|ทำ|สรร|ซื้อ|ตั้ง|หา|ส่ง|เก็บ|อันดับ)")
_HOLDS = re.compile(
    r"(?:(?<=\s)|(?<=[.)ฯ]))(?:จึง|ได้|ร่วมกัน|ร่วม|กำหนด|เตรียม|จะ)*จัด(?:ให้มี)?\s?"
    "(?:งาน|กิจกรรม|พิธี|(?:การ)?(?:ประชุม|อบรม|ฝึก|แข่งขัน|ประกวด|เสวนา|สัมมนา|แสดง|แถลง)"
    '|นิทรรศการ|มหกรรม|ค่าย|โครงการ|เทศกาล|เวที|คาราวาน|ขึ้น|[“"])'
)
_WHICH = re.compile(
    rf"ซึ่ง\s?(?P<name>[ก-๙](?:(?!\sจัด)[^\n]){{3,{_LONGEST}}}?)\s(?:ได้|ร่วมกัน)?จัด(?:งาน|กิจกรรม|การประชุม)?ขึ้น"
)
_TOGETHER_OF = re.compile(r"ความร่วมมือ(?:ของ|ระหว่าง|จาก)\s?")
# Before an office: what a letter opens with, and what it is called besides.
_BEFORE = re.compile(r"^[\s):,/–-]*(?:ด้วย|[“\"][^”\"]{2,30}[”\"])?\s*")
_BY = re.compile(r"(?:(?<=\s)|(?<=\)))โดย\s?")
_OTHERS = re.compile(  # whom the first holds it with, and whose it is
    r"\s?ร่วมกับ|\s(?:โดย|ร่วมกับ|ร่วมมือ|จับมือ|ผนึก|พร้อม|หรือ|ภายใต้|หน่วยงาน|สังกัด|ฝ่าย|ในสังกัด"
    r"|และ(?!นวัตกรรม)|กระทรวง)\s?"
)
_BESIDE = re.compile("และ(?=กระทรวง|สำนักงาน|กรม|สถาบัน|มหาวิทยาลัย|สมาคม|มูลนิธิ)")
# "จัดโดย …" or a line "ผู้จัด: …", up to a word that opens what is told next.
_plainly = release_pattern(
    r"(?m)(?:(?:(?<![ก-๙])|(?<=ซึ่ง)|(?<=ถูก)|(?<=ดังกล่าว))(?:จัดโดย|จัดขึ้นโดย)\s*[:：]?"
    r"|^\W{0,4}(?:ผู้จัด(?:งาน)?|หน่วยงานผู้จัด|เจ้าภาพ)\s*[:：])"
    rf"\s*(?P<name>[^\s:：].{{1,{_LONGEST}}}?)(?=\s(?:%(organizer_ends)s)|[\"”]\s|\s*$)"
)


@dataclass(frozen=True, slots=True)
class Organizer:
    """The name, "" without one, and how it was found, as a `finding` has it."""

    name: str = ""
    how: str = ""
    sure: bool = True


def find_organizer(paragraphs: Sequence[str]) -> Organizer:
    """The organiser: named as such, or the host, or the office that acts."""
    return next(_candidates(paragraphs), Organizer())


def _candidates(paragraphs: Sequence[str]) -> Iterator[Organizer]:
    for paragraph in paragraphs:
        asked = any(one in paragraph for one in _SIGNS)
        if asked and (found := _plainly().search(paragraph)):
            yield Organizer(_TOGETHER_OF.sub("", balanced(found["name"])), "organizer.named")
    for paragraph in paragraphs[:_REPORTING]:
        if (host := _HOSTS.search(paragraph)) and (name := _office_before(paragraph, host)):
            yield Organizer(name, "organizer.host", sure=False)
        if name := _acting(paragraph):
            yield Organizer(name, "organizer.acting", sure=False)
        if name := _which_holds(paragraph):
            yield Organizer(name, "organizer.which_holds")
        if name := _office_that_holds(paragraph):
            yield Organizer(name, "organizer.subject")


def _office_before(paragraph: str, host: re.Match[str]) -> str:
    """The longest name of an office that ends where the hosting begins."""
    words = paragraph[: host.start()].split(" ")[-_MOST_WORDS:]
    ends = (" ".join(words[first:]) for first in range(len(words)))
    return next(filter(is_office_name, ends), "")


def _office_that_holds(paragraph: str) -> str:
    """The office that a paragraph begins with, behind day and hour, and that holds something.

    Of "กระทรวง … โดย สวทช." it is the second.
    """
    held = _HOLDS.search(paragraph) if "จัด" in paragraph else None
    if not held:
        return ""
    told = paragraph[: held.start()]
    by = (told[one.end() :] for one in _BY.finditer(told.partition(" ร่วมกับ")[0]))
    for behind in (*by, behind_when(behind_when(told))):
        name = _OTHERS.split(_BEFORE.sub("", behind), maxsplit=1)[0].strip()
        if hosts := next(filter(is_office_name, (name, _BESIDE.split(name)[0])), ""):
            return balanced(hosts)
    return ""


def _which_holds(paragraph: str) -> str:
    """The office of "งาน … ซึ่งสำนักงาน … จัดขึ้น"."""
    for found in _WHICH.finditer(paragraph) if "ซึ่ง" in paragraph else ():
        name = _OTHERS.split(found["name"].strip(), maxsplit=1)[0].strip()
        if is_office_name(name):
            return balanced(name)
    return ""


def _acting(paragraph: str) -> str:
    """The office of "โดย … ร่วมกับ …" in a sentence about something held."""
    for found in _TOGETHER.finditer(paragraph) if "ร่วมกับ" in paragraph else ():
        name = found["name"].strip()
        around = paragraph[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        if is_office_name(name) and _HELD.search(around):
            return name
    return ""
