"""A small knowledge base of our own making for tests of the dialogue."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.conversation import Conversation, Question
from bot.dialogue.replies import Reply
from bot.dialogue.responder import Responder
from bot.knowledge.entries import Contact, Entry, Event, Kind, KnowledgeBase, Person, Source
from bot.search import Index
from bot.search.calibration import Calibration
from bot.texts import Texts

AT = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Asia/Bangkok"))

ENTRIES = (
    Entry(
        "ministry-main",
        "ติดต่อกระทรวง อว.",
        "โทรศัพท์กลางของกระทรวง 0 2333 3700",
        Kind.CONTACT,
        questions=("เบอร์โทรกระทรวงวิทย์",),
        contact=Contact(
            ("0 2333 3700", "1313 (ข้อมูล ณ ปี 2563)"),
            fax="0 2333 3833",
            address="75/47 ถนนพระราม 6 เขตราชเทวี กรุงเทพฯ 10400",
        ),
    ),
    Entry(
        "hotline-1313",
        "สายด่วน 1313",
        "สายด่วนของกระทรวง ยังไม่มีข้อมูลเวลาและค่าโทร",
        Kind.CONTACT,
        contact=Contact(("1313",)),
    ),
    Entry(
        "agency-moon",
        "สำนักงานสำรวจดวงจันทร์ (สสจ.)",
        "สำนักงานสำรวจดวงจันทร์ทำแผนที่หลุมบนดวงจันทร์ ก่อตั้งเมื่อ 1 เมษายน 2550",
        Kind.CONTACT,
        questions=("เบอร์สำนักงานสำรวจดวงจันทร์",),
        keywords=("สสจ.", "ดวงจันทร์"),
        contact=Contact(("0 2999 1111",), email="moon@example.go.th"),
    ),
    Entry(
        "camp-moon-loei",
        "ค่ายดูดวงจันทร์ที่ภูกระดึง",
        "ค่ายดูดวงจันทร์พานักเรียนขึ้นภูกระดึง จังหวัดเลย นอนสองคืน มีนักเรียนร่วม 45 คน\n\n"
        "ผู้เปิดค่ายคือ สมหมาย ใจเย็น ผู้อำนวยการสำนักงานสำรวจดวงจันทร์",
        Kind.EVENT,
        questions=("ค่ายดูดวงจันทร์จัดวันไหน",),
        keywords=("ภูกระดึง",),
        event=Event(
            date(2026, 12, 4), date(2026, 12, 6), venue="อุทยานแห่งชาติภูกระดึง", province="เลย"
        ),
        people=(Person("สมหมาย ใจเย็น", "ผู้เปิดค่าย"),),
        facts={"ผู้เข้าร่วม": "45 คน"},
        source=Source("ข่าวค่าย", "https://example.go.th/camp"),
        published=date(2026, 11, 1),
    ),
    Entry(
        "fair-robot-trang",
        "งานหุ่นยนต์เก็บยางพาราที่ตรัง",
        "งานหุ่นยนต์เก็บยางพาราจัดที่ศาลากลางจังหวัดตรัง เข้าชมฟรี",
        Kind.EVENT,
        questions=("งานหุ่นยนต์เก็บยางพาราจัดที่ไหน",),
        event=Event(
            date(2015, 7, 1), date(2015, 7, 3), venue="ศาลากลางจังหวัดตรัง", province="ตรัง", cost="ฟรี"
        ),
        published=date(2015, 6, 20),
    ),
    Entry(
        "news-bamboo",
        "จักรยานไม้ไผ่ฝีมือนักวิจัย",
        "นักวิจัยทำจักรยานไม้ไผ่หนัก 9 กิโลกรัม วิ่งได้เร็ว 30 กิโลเมตรต่อชั่วโมง",
        Kind.NEWS,
        published=date(2019, 2, 3),
    ),
)


SOAP = Entry(
    "soap",
    "สบู่จากเปลือกมังคุดของ วว.",
    "วว. ทำของใช้จากเปลือกมังคุด ได้แก่ 1.สบู่ก้อนล้างมือ 2.แชมพูลดรังแค และ 3.น้ำยาล้างจาน ใช้ได้ที่น่าน แพร่ และพะเยา",
    Kind.NEWS,
    published=date(2024, 5, 1),
)
CAMP = Entry(
    "owl-camp",
    "ค่ายฟังเสียงนกฮูก ปี 2562",
    "ค่ายฟังเสียงนกฮูกให้เด็กหัดฟังเสียงนกตอนกลางคืนและวาดรูปนก รับเด็กชั้นประถมจากทั่วประเทศ",
    Kind.EVENT,
    event=Event(date(2019, 4, 3), date(2019, 4, 5), venue="สวนนกบ้านใต้", province="ตรัง"),
)


def race(year: int, province: str, number: str) -> Entry:
    """A boat race of a year, told in the same words as that of any other."""
    return Entry(
        f"race-{year}",
        "แข่งเรือไม้ไผ่พลังแสงอาทิตย์",
        f"การแข่งเรือไม้ไผ่พลังแสงอาทิตย์มีทีมเข้าร่วม {number} ทีม จากโรงเรียนทั่วภาค",
        Kind.EVENT,
        event=Event(date(year, 3, 4), date(year, 3, 5), venue="ท่าน้ำวัดเก่า", province=province),
    )


RACES = (race(2019, "น่าน", "14"), race(2021, "เลย", "31"))


def responder() -> Responder:
    """A responder over the small base."""
    return over(ENTRIES)


_KEPT = 40  # bases
_made: dict[str, Responder] = {}  # by what is known


def over(entries: tuple[Entry, ...]) -> Responder:
    """A responder over the given entries, the same for the same ones: it remembers nothing.

    It answers as from the base that the packaged thresholds were set on: to find out those of
    another takes six times as long as to build it, and has tests of its own.
    """
    known = repr(entries)
    if known not in _made:
        by_id = {entry.id: entry for entry in entries}
        knowledge = KnowledgeBase(by_id, {}, Calibration.load().thresholds.knowledge)
        while len(_made) >= _KEPT:
            _made.pop(next(iter(_made)))
        _made[known] = Responder(knowledge, Index.build(knowledge), Texts.load())
    return _made[known]


class Talk:
    """One conversation, twenty seconds between its messages."""

    def __init__(self, brain: Responder | None = None, at: datetime = AT) -> None:
        self._brain = brain or responder()
        self.at = at
        self.reply: Reply | None = None
        self.memory = Conversation()

    def say(self, text: str, after: float = 20) -> Reply:
        """Say something so many seconds after the last message."""
        self.at += timedelta(seconds=after)
        return self._heard(self._brain.respond(Question(text, self.at, self.memory)))

    def press(self, number: int, after: float = 20) -> Reply:
        """Press a button of the last reply, counted from 1."""
        assert self.reply is not None
        self.at += timedelta(seconds=after)
        action = self.reply.choices[number - 1].action
        return self._heard(self._brain.perform(action, self.memory, self.at))

    def _heard(self, reply: Reply) -> Reply:
        # What is remembered survives the store.
        self.reply = reply
        self.memory = Conversation.from_dict(reply.conversation.to_dict())
        return reply


def ask(brain: Responder, text: str) -> Reply:
    """The reply to a message that nothing was said before."""
    return brain.respond(Question(text, AT))
