"""What a release tells besides its subject: visits, meetings, lectures, lists and numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.deeds import clause_of, does_something, happens
from bot.knowledge.entries import Entry, Person
from bot.knowledge.headlines import chunks_of, closed, ends_inside_office, offices, title_words
from bot.knowledge.persons import given_name
from bot.knowledge.phrases import kind_of_topic
from bot.knowledge.places import balanced
from bot.knowledge.spoken import main_person, said_name
from bot.knowledge.words import places_of
from bot.thai.names import Names

_NAMED_COUNCIL = 24  # letters from which on it is not just any board
_LEAD = 900  # letters that say what a release is about
_BODY = 6_000
_CLAUSE = (20, 60)
_LISTED = (10, 45)
_CALL = re.compile(
    r"^[“\"]?(?P<visitor>[^“”\"]{6,60}?) ?(?:และคณะ|พร้อมคณะ)? ?"
    r"(?:เดินทาง)?(?:มา)?(?:เข้า(?:เยี่ยม)?คารวะ|เข้าพบ|เข้าหารือ|เยี่ยมคารวะ) ?(?P<host>[^ ]{4,})"
)
_COUNCIL = re.compile(
    r"ประชุม(?:หารือ|สามัญ)?(?P<council>(?:คณะ(?:อนุ)?กรรมการ|สภา|ก[ก-ฮ]{2,4}\.|[ก-ฮ]\.[ก-ฮ]\.[ก-ฮ]\.|ทปอ\.?)[ก-๙.]{0,70}+)"
    r"(?! ?[A-Z])(?: ?\((?P<short>[ก-ฮ.]{3,10})\))?(?P<number> ?ครั้งที่ ?[0-9]+(?:/[0-9]+)?)?"
)
_LECTURE = re.compile(
    r"(?P<verb>ปาฐกถา|บรรยาย|เสวนา|อภิปราย)(?:พิเศษ|วิชาการ)?[ก-๙ ]{0,24}?(?:หัวข้อ|เรื่อง) ?"
    r"[“\"](?P<talk>[^”\"\n]{10,80})[”\"]"
)
_NUMBERED = re.compile(
    r"(?<![0-9./-])(?P<number>[2-9]|1[0-9]) (?P<noun>[ก-๙]{4,40}?) ?"
    r"(?:ได้แก่|ประกอบด้วย|ดังนี้|ดังต่อไปนี้|คือ ?1)"
)
_NUMBER = re.compile(
    r" ?(?:อีก|กว่า|มากกว่า|รวม|จำนวน|เกือบ|ถึง|ทั้งสิ้น| )*[0-9][0-9,.]* ?(?:ล้าน|แสน|หมื่น|พัน)? ?"
    "(?P<unit>คน|ราย|ทีม|แห่ง|อัตรา|ทุน|ตำบล|จังหวัด|ประเทศ|เม็ด|ชิ้น|เครื่อง|ชุด|ต้น|หลักสูตร|โครงการ|ผลงาน|รางวัล|วัน|%|ล้านบาท|บาท)"
    "(?![ก-๙])"
)
_UNIT = {"%": "เปอร์เซ็นต์", "ล้านบาท": "บาท"}
_MOST_COUNTS = 2
_SAYS = re.compile(r"[^\n]{0,160}?(?:ฯ)? ?(?:ได้)?(?:กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|บรรยาย|ปาฐกถา)")
_SAYING = re.compile("กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|บรรยาย|ปาฐกถา")
_IN_PERSON = re.compile(
    "เป็นประธาน|ร่วม|เข้า|ลงพื้นที่|เยี่ยม|ตรวจเยี่ยม|ต้อนรับ|รับมอบ|มอบ|แถลง|กล่าว|บรรยาย|ปาฐกถา|หารือ|ลงนาม|เดินทาง|พบ|เปิด(?!ตัว)"
)
_TOLD = 10  # letters of what a deed is done to
_OPENING = re.compile(
    "^(?:(?:ให้เกียรติ|ร่วม|เข้า|เป็นประธาน|เปิด|กล่าว|ใน|การ|พิธี|งาน|ประชุม|หารือ|แถลงข่าว|ลงพื้นที่|เยี่ยมชม) ?)+"
)
_NOT_ITSELF = re.compile("และ|นำ|สุนทรพจน์|ข้าราชการ|คณะ|ผู้บริหาร|พร้อม|เพื่อ|ดังกล่าว|ระหว่าง|กับ")
_GOES_ON = re.compile("ดังกล่าว|ซึ่ง|ฯ ")
_ASKS = re.compile("อย่างไร|อะไร|ไหม$|ไง$|หรือไม่")
_COUNTED = (
    "ด้าน",
    "ประเด็น",
    "กลุ่ม",
    "เรื่อง",
    "ส่วน",
    "แห่ง",
    "ข้อ",
    "ประการ",
    "รางวัล",
    "คน",
    "ท่าน",
    "ราย",
    "รุ่น",
    "ปี",
)


@dataclass(frozen=True, slots=True)
class Detail:
    """`ask` is a kind of question of data/question_forms.yaml, `slots` what its forms speak of."""

    ask: str
    slots: Mapping[str, str]


def visit_of(entry: Entry) -> Detail | None:
    """Who came to see whom, where the title begins with the guest."""
    found = _CALL.match(entry.title)
    if not found or offices().match(found["visitor"]) or not offices().match(found["host"]):
        return None
    visitor = closed(balanced(found["visitor"].replace("ฯพณฯ", "").strip()))
    whole = visitor and not title_words().verbs.search(visitor.split()[-1])
    return Detail("guest", {"visitor": visitor, "host": found["host"]}) if whole else None


def meeting_of(entry: Entry) -> Detail | None:
    """Which council met, by its short name where that is told."""
    for text in (entry.title, entry.body[:_LEAD]):
        found = _COUNCIL.search(text)
        if found:
            council = found["short"] or closed(found["council"])
            number = " ".join((found["number"] or "").split())
            sound = council and (found["short"] or not ends_inside_office(council))
            sound = sound and (number or found["short"] or len(council) >= _NAMED_COUNCIL)
            sound = sound and Names.load().segmenter().words(council)[-1] not in _COUNTED
            return Detail("council", {"council": f"{council} {number}".strip()}) if sound else None
    return None


def lecture_of(entry: Entry) -> Detail | None:
    """What somebody spoke about, by its title in quotation marks."""
    for text in (entry.title, entry.body[:_LEAD]):
        if found := _LECTURE.search(text):
            talk = " ".join(found["talk"].split())
            speaker = _named_last(entry, text[: found.start()])
            if not _ASKS.search(talk) and not title_words().royal.search(talk):
                slots = {"talk": talk, "verb": found["verb"], "speaker": speaker}
                return Detail("lecture", slots)
    return None


def _named_last(entry: Entry, text: str) -> str:
    """As people call the person who is named last in the text; "" where nobody is."""
    places = {person: text.rfind(given_name(person.name)) for person in entry.people}
    last = max(places, key=lambda person: places[person], default=None)
    return said_name(last) if last and places[last] >= 0 else ""


def lists_of(entry: Entry) -> Iterator[Detail]:
    """What the body counts and then names one by one: "5 เป้าหมายใหญ่ของประเทศ"."""
    for found in _NUMBERED.finditer(f"{entry.title}\n{entry.body[:_BODY]}"):
        noun = found["noun"]
        words = Names.load().segmenter().words(noun)
        counted = words[0] in _COUNTED
        whole = closed(noun) == noun and not title_words().clauses.intersection(words)
        told = _LISTED[0] <= len(noun) <= _LISTED[1] and (kind_of_topic(noun) or len(words) > 2)
        if whole and told and not counted and not title_words().vague.match(noun):
            yield Detail("listed", {"listed": f"{found['number']} {noun}"})


def counts_of(entry: Entry, known: Sequence[str]) -> Iterator[Detail]:
    """What headline and first paragraph give a number, whole; nothing that holds one of `known`."""
    lead = entry.body.partition("\n")[0][:_LEAD]
    told: set[str] = set()
    for text in (entry.title, lead):
        for found in _NUMBER.finditer(text):
            what = closed(text[: found.start()].rpartition(" ")[2].strip(" “”\"'(,:"))
            whole = text[: found.start()].rstrip().endswith(what) and _is_countable(what)
            whole = whole and not any(one in what for one in (*known, *told))
            if whole and len(told) < _MOST_COUNTS:
                told.add(what)
                unit = _UNIT.get(found["unit"], found["unit"])
                yield Detail("counted", {"counted": what, "unit": unit})


def _is_countable(what: str) -> bool:
    """Whether it is a deed or a thing, told whole, and not only a number's noun."""
    if not _LISTED[0] <= len(what) <= _LISTED[1] or not re.fullmatch("[ก-๙]+", what):
        return False
    words = Names.load().segmenter().words(what)
    plain = not title_words().clauses.intersection(words) and not title_words().royal.search(what)
    deed = does_something(what) or kind_of_topic(what) != ""
    return plain and deed and len(words) > 1 and not title_words().vague.match(what)


def lead_clause(entry: Entry) -> tuple[Person | None, str]:
    """What the first paragraph says that the first person did on the day, if it does."""
    people = [person.name for person in entry.people]
    chunks = chunks_of(entry.body[:_LEAD].partition("\n")[0])
    for number in range(1, len(chunks)):
        if _IN_PERSON.match(chunks[number]) and happens(chunks[number]):
            clause = clause_of(chunks[number:], people)
            if _tells_of_something(clause) and _CLAUSE[0] <= len(clause) <= _CLAUSE[1]:
                person, before = main_person(entry), " ".join(chunks[:number])
                named = person is not None and given_name(person.name) in before
                return person if named else None, clause
    return None, ""


def _tells_of_something(clause: str) -> bool:
    """Whether it says what was opened or taken part in."""
    rest = _OPENING.sub("", clause)
    return len(rest) >= _TOLD and not (_NOT_ITSELF.match(rest) or _GOES_ON.search(rest))


def speeches_of(entry: Entry) -> list[tuple[int, Person]]:
    """Where in the body each of the people begins to say something."""
    if not _SAYING.search(entry.body):
        return []
    found = (
        (place, person)
        for person in entry.people
        if (name := given_name(person.name))
        for place in places_of(name, entry.body)
        if _SAYS.match(entry.body, place + len(name))
    )
    return sorted(found, key=lambda one: one[0])


def speaker_of(thing: str, entry: Entry, speeches: Sequence[tuple[int, Person]]) -> Person | None:
    """Who was the last to begin saying something before the thing is told of."""
    places = list(places_of(thing, entry.body))
    said = (person for start, person in reversed(speeches) for end in places if start < end)
    return next(said, None)
