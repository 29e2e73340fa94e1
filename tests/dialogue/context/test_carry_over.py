"""The last question together with what is said now, in place of a word or beside it."""

from dataclasses import replace
from datetime import date

from bot.dialogue.conversation import Conversation
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Entry, Kind, Person
from tests.dialogue.base import AT, ENTRIES, Talk, over

OFFICER = "ผู้บริหารวิทยาศาสตร์จังหวัดระดับสูง"


def test_of_two_alike_the_one_already_told_is_meant() -> None:
    """A release of a day to come stands behind one that is out."""
    course = Entry(
        "course-1",
        "หลักสูตรกฎหมายอวกาศรุ่นหนึ่ง",
        "อบรมหลักสูตรกฎหมายอวกาศ เรียนที่ตึกแดง",
        published=date(2026, 11, 2),
    )
    later = replace(
        course, id="course-0", body="อบรมหลักสูตรกฎหมายอวกาศ เรียนที่ตึกดำ", published=date(2027, 1, 9)
    )
    talk = Talk(over((*ENTRIES, course, later)))
    talk.say("อวกาศ")
    assert "course-1" == talk.say("อันที่เป็นหลักสูตรกฎหมาย").entry


def test_what_was_turned_down_is_not_told_again() -> None:
    """However well it fits both questions."""
    lamp = Entry("lamp", "หุ่นยนต์ฉายแสงยูวี", "หุ่นยนต์ฉายแสงยูวีฆ่าเชื้อ บริษัท ใจดี จำกัด สร้าง", Kind.NEWS)
    cart = Entry(
        "cart", "หุ่นยนต์เข็นยา", "หุ่นยนต์เข็นยาในโรงพยาบาล มีแสงยูวีด้วย บริษัท มากมี จำกัด สร้าง", Kind.NEWS
    )
    talk = Talk(over((*ENTRIES, lamp, cart)))
    assert "cart" == talk.say("หุ่นยนต์เข็นยา").entry
    assert "cart" != talk.say("ไม่ใช่ตัวนี้ เอาตัวที่ฉายแสงยูวี บริษัทไหนสร้าง").entry


def test_what_has_but_one_of_two_new_words_is_not_pointed_at() -> None:
    """A place in a list of colleges makes no water park of a visit."""
    trip, law = (
        Entry(name, text, f"{text} เมื่อ 26 มิถุนายน 2563", Kind.NEWS, published=date(2020, 6, 26))
        for name, text in (
            ("trip", "รัฐมนตรีติดตามงานที่วิทยาลัยพิจิตร วิทยาลัยนครสวรรค์ และวิทยาลัยตาก"),
            ("law", "อบรมกฎหมายปกครองจัดที่วิทยาลัยตุลาการ"),
        )
    )
    talk = Talk(over((*ENTRIES, trip, law)))
    assert "law" == talk.say("อบรมกฎหมายปกครองจัดที่ไหน").entry
    assert "trip" != talk.say("แล้วอันที่เป็นสวนน้ำ นครสวรรค์ล่ะ จัดวันไหน").entry


CHIEFS = Entry(
    "chiefs",
    "หัวหน้าหอดูดาวบ้านนา ตามปี",
    "ปี 2563 คือสมหมาย ใจเย็น ปี 2564 คือสมศรี ใจดี ปี 2565 คือสมชาย ใจกล้า",
    Kind.FAQ,
    questions=("หัวหน้าหอดูดาวบ้านนาคือใคร",),
    people=tuple(Person(name, "หัวหน้า") for name in ("สมหมาย", "สมศรี", "สมชาย")),
    facts={"หัวหน้าคือใคร": "สมชาย ใจกล้า", "หัวหน้าปี 2563": "สมหมาย ใจเย็น", "หัวหน้าปี 2564": "สมศรี ใจดี"},
)
GUARDS = replace(
    CHIEFS,
    id="guards",
    title="ยามหอดูดาวบ้านนา",
    body="ยามหอดูดาวบ้านนาคือบุญมา",
    questions=("ยามหอดูดาวบ้านนาคือใคร",),
    people=(),
    facts={"ยามคือใคร": "บุญมา ตื่นดึก"},
)


def test_another_subject_takes_the_place_of_the_last() -> None:
    """ "แล้วยามล่ะ" behind a question about the chief asks who the guard is."""
    talk = Talk(over((*ENTRIES, CHIEFS, GUARDS)))
    assert "chiefs" == talk.say("หัวหน้าหอดูดาวบ้านนาคือใคร").entry
    guard = talk.say("แล้วยามล่ะ")
    assert ("guards", "บุญมา ตื่นดึก") == (guard.entry, guard.answer)


def test_a_role_takes_the_place_of_a_role() -> None:
    """ "แล้วปลัดล่ะ" is of the ministry asked about, not of whatever has a minister and a deputy."""
    title = "รมว. และปลัดเปิดศูนย์ดวงดาว"
    people = (Person("นายขวัญ ใจเย็น", "ปลัดกระทรวงดวงดาว"),)
    star = Entry("star", title, title, Kind.NEWS, people=people, published=date(2021, 5, 2))
    talk = Talk(over((*ENTRIES, star)))
    talk.say("รมว. อว. คือใคร")
    reply = talk.say("แล้วปลัดล่ะ")
    assert Outcome.NO_ANSWER is reply.outcome
    assert "ใจเย็น" not in plain_text(reply)


def test_another_name_of_the_topic_is_asked_what_the_first_was() -> None:
    """ "แล้วว่าวครุฑล่ะ" stays with the topic that tells of both."""
    filler = "นายดินเล่าเรื่องป่านและกระดาษสาให้ทุกคนฟังตลอดบ่าย " * 8
    both = Entry(
        "both",
        "เครื่องวัดลมของบ้านไร่",
        f"ว่าวหงส์ เอาไว้ทำฝนเทียม {filler}\n\nว่าวครุฑ เอาไว้ทำแผนที่ {filler}\n\nใช้ว่าวครุฑ และว่าวหงส์",
    )
    other = Entry("other", "ระบบว่าวครุฑ เอาไว้ทำเกลือ", f"ว่าวครุฑ เอาไว้ทำเกลือของเกาะไผ่ {filler}")
    talk = Talk(over((*ENTRIES, both, other)))
    talk.memory = Conversation("both", question="ว่าวหงส์เอาไว้ทำอะไร", updated_at=AT)
    reply = talk.say("แล้วว่าวครุฑล่ะ")
    assert "both" == reply.entry
    assert "ทำแผนที่" in plain_text(reply)


def test_what_another_is_called_by_is_no_other_name_of_the_topic() -> None:
    """Though the topic mentions it in full: "แล้ว PCSO ล่ะ"."""
    owl = "ทุกคืนมีนกฮูกบินผ่านหลังคาและเด็กวาดรูปนกไว้บนผนัง " * 8
    envoy = Entry(
        "envoy",
        "ตัวแทนหอดูดาวประจำจังหวัดคือใคร",
        f"ตัวแทนหอดูดาวประจำจังหวัดคือ ผู้ที่ประสานงานกับ{OFFICER} {owl}",
    )
    officer = Entry(
        "officer",
        f"{OFFICER} (PCSO) คือใคร",
        f"{OFFICER}คือรองผู้ว่าฯ {owl}",
        Kind.FAQ,
        questions=("PCSO คืออะไร",),
        keywords=("PCSO",),
    )
    talk = Talk(over((*ENTRIES, envoy, officer)))
    assert "envoy" == talk.say("ตัวแทนหอดูดาวประจำจังหวัดคือใคร").entry
    assert "officer" == talk.say("แล้ว PCSO ล่ะ").entry
    talk = Talk(over((*ENTRIES, envoy, replace(officer, kind=Kind.NEWS))))
    talk.say("ตัวแทนหอดูดาวประจำจังหวัดคือใคร")
    assert "envoy" == talk.say("แล้ว PCSO ล่ะ").entry


def test_what_was_asked_of_a_part_is_asked_of_the_next() -> None:
    """ "แล้วว่าวครุฑล่ะ" behind "ว่าวหงส์ลอยวันไหน" wants its day."""
    kites = Entry(
        "kites",
        "เทศกาลว่าวบ้านไร่",
        "ว่าวหงส์ลอยวันที่ 3 มีนาคม 2562 ที่ลานดิน\n\nว่าวครุฑลอยวันที่ 9 มีนาคม 2562 ที่ชายทะเล",
    )
    talk = Talk(over((*ENTRIES, kites)))
    talk.say("เทศกาลว่าวบ้านไร่")
    assert "3 มีนาคม 2562" in (talk.say("ว่าวหงส์ลอยวันไหน").answer or "")
    assert "9 มีนาคม 2562" in (talk.say("แล้วว่าวครุฑล่ะ").answer or "")
    assert "3 มีนาคม 2562" in (talk.say("ว่าวหงส์ล่ะ").answer or "")


def test_who_won_is_asked_of_another_class() -> None:
    """ "แล้วรุ่นใหญ่ล่ะ" behind "รุ่นเล็กใครชนะ", though nobody is read as the winner."""
    filler = "งานแข่งว่าวบ้านนามีผู้ชมมากมายทุกปีและมีร้านขายของ " * 12
    kites = Entry(
        "kites",
        "แข่งว่าวบ้านนา",
        f"{filler}\n\nผลปรากฏว่า รางวัลชนะเลิศรุ่น Light Weight ได้แก่ ว่าวแดง\n\n{filler}\n\n"
        "รางวัลชนะเลิศรุ่น Heavy Weight ได้แก่ ว่าวดำ",
        Kind.NEWS,
    )
    talk = Talk(over((*ENTRIES, kites)))
    talk.say("แข่งว่าวบ้านนา")
    assert "ว่าวแดง" in plain_text(talk.say("รุ่นเล็กใครชนะ"))
    assert "ว่าวดำ" in plain_text(talk.say("แล้วรุ่นใหญ่ล่ะ"))


def test_who_signed_for_them_is_asked_of_the_topic() -> None:
    """ "ฝั่งเขา" names nobody else."""
    pact = Entry(
        "pact",
        "กรมลมลงนามกับญี่ปุ่นเรื่องว่าว",
        "นายดิน ใจดี อธิบดีกรมลม ลงนามกับ นายทาคา ฮานะ รัฐมนตรีว่าการกระทรวงว่าว ประเทศญี่ปุ่น",
        Kind.NEWS,
    )
    talk = Talk(over((*ENTRIES, pact)))
    talk.say("กรมลมลงนามกับญี่ปุ่นเรื่องว่าว")
    assert "pact" == talk.say("ใครเซ็นฝั่งเขา").entry


BAMBOO = Entry(
    "bamboo",
    "แจกไผ่เกาะไกล ระยะที่ 1 และแผนระยะที่ 2",
    "แจกไผ่เกาะไกล ระยะที่ 1 ใช้งบ 10 ล้านบาท ปลูก 30 ไร่\n\nแผนระยะที่ 2 ใช้งบ 4 ล้านบาท ปลูก 70 ไร่",
    Kind.NEWS,
    facts={"งบประมาณระยะที่ 1": "10 ล้านบาท"},
)
FERNS = Entry(
    "ferns",
    "แจกเฟิร์นภูเขา ระยะที่ 3",
    "แจกเฟิร์นภูเขา ระยะที่ 3 แจก 5 ไร่",
    Kind.NEWS,
    keywords=("เฟิร์น", "ระยะที่ 3"),
)


def test_another_round_is_asked_the_same() -> None:
    """By whatever word for it; of one that nobody tells no other entry is, nor the last fact."""
    talk = Talk(over((*ENTRIES, BAMBOO, FERNS)))
    assert "bamboo" == talk.say("แจกไผ่เกาะไกล").entry
    assert "10 ล้านบาท" == talk.say("งบกี่บาท").answer
    assert "4 ล้านบาท" == talk.say("แล้วระยะที่ 2 ล่ะ").answer
    assert "10 ล้านบาท" == talk.say("รอบแรกล่ะ").answer
    assert "4 ล้านบาท" == talk.say("รอบ2ล่ะ").answer
    assert Outcome.NO_ANSWER == talk.say("ระยะที่ 3 ล่ะ").outcome
