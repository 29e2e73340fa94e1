"""Who signed or gave something, read off a text that names others first."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Kind, Person
from bot.search.passages.people.agents import deed_asked
from tests.search.passages.base import asked, fact_of

_CHAIR = Person("นายดิน ลมเย็น", "รัฐมนตรีว่าการกระทรวงว่าว")


def _told(body: str, question: str) -> str:
    return fact_of(Entry("e", "ข่าวเกาะไผ่", body, people=(_CHAIR,)), question)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("ใครเซ็น", True),
        ("ใครเป็นคนลงนาม", True),
        ("ผู้ลงนามฝ่ายเราคือใคร", True),
        ("ใครเอามาให้", True),
        ("ใครบริจาค", True),
        ("ใครให้สัมภาษณ์", False),
        ("ใครมอบรางวัล", False),
        ("มอบให้ใคร", False),
        ("ใครให้ข้อมูล", False),
        ("ใครให้ทุน", True),
        ("ใครมา", False),
    ],
)
def test_who_wants_the_doer(question: str, asks: bool) -> None:
    """Whoever opens, speaks or hands prizes over is named first, and was it."""
    assert asks == (deed_asked(asked(question), "") is not None)


@pytest.mark.parametrize(
    ("body", "question", "told"),
    [
        # A witness signed nothing, nor did whoever opened the ceremony; two may have.
        ("นายดิน ลมเย็น รัฐมนตรีว่าการกระทรวงว่าว เป็นสักขีพยานในการลงนามระหว่างกรมลมกับกรมฝน", "ใครเซ็น", ""),
        (
            "นายดิน ลมเย็น รัฐมนตรีว่าการกระทรวงว่าว ร่วมลงนามบันทึกข้อตกลง",
            "ใครเซ็น",
            "นายดิน ลมเย็น รัฐมนตรีว่าการกระทรวงว่าว",
        ),
        (
            "นายดิน ลมเย็น เป็นประธานในพิธีลงนาม โดยมี นางสาวป่าน เชือกยาว อธิบดีกรมลม เป็นผู้ลงนาม",
            "ใครเซ็น",
            "นางสาวป่าน เชือกยาว",
        ),
        (
            "นายดิน ลมเย็น เป็นประธานในพิธีลงนามระหว่าง นางสาวป่าน เชือกยาว อธิบดีกรมลม และ นายไผ่ ตรงดี",
            "ใครเซ็น",
            "นางสาวป่าน เชือกยาว, นายไผ่ ตรงดี",
        ),
        (
            "พิธีลงนามระหว่าง นางสาวป่าน เชือกยาว อธิบดีกรมลม และพลเอก ไผ่ ตรงดี",
            "ใครเซ็น",
            "นางสาวป่าน เชือกยาว, พลเอก ไผ่ ตรงดี",
        ),
        (
            "นายดิน ลมเย็น หัวหน้ากรมลม เข้าร่วม ทั้งนี้ มี นายไผ่ ตรงดี นายร้อยตำรวจ เป็นผู้ร่วมลงนาม",
            "ใครเซ็น",
            "นายไผ่ ตรงดี",
        ),
        # Who got it gave nothing.
        ("นายดิน ลมเย็น เป็นประธานในพิธีรับมอบว่าวหนึ่งร้อยตัว", "ใครบริจาค", ""),
        ("นายดิน ลมเย็น รับมอบว่าวจาก นางสาวป่าน เชือกยาว", "ใครบริจาค", "นางสาวป่าน เชือกยาว"),
        ("กรมลมให้ว่าวแก่ นางสาวป่าน เชือกยาว ผู้นำชุมชน และส่งมอบป่านด้วย", "ใครบริจาค", ""),
        ("นางสาวป่าน เชือกยาว ผู้นำชุมชน พร้อมคณะ มอบว่าวให้เด็ก", "ใครบริจาค", "นางสาวป่าน เชือกยาว"),
        # A host does not come; where nobody visits, whoever is named was there.
        (
            "นายดิน ลมเย็น ให้การต้อนรับ นางสาวป่าน เชือกยาว อธิบดีกรมลม ในโอกาสเข้าเยี่ยมคารวะ",
            "ใครมา",
            "นางสาวป่าน เชือกยาว",
        ),
        ("นายดิน ลมเย็น ไปชมว่าว", "ใครมา", "นายดิน ลมเย็น รัฐมนตรีว่าการกระทรวงว่าว"),
        # A guest is no host, nor is a title without a name anybody.
        (
            "นายดิน ลมเย็น ไปชมว่าว โดยมี นางสาวป่าน เชือกยาว อธิบดีกรมลม ให้การต้อนรับ",
            "ใครต้อนรับ",
            "นางสาวป่าน เชือกยาว",
        ),
        ("นายดิน ลมเย็น ไปชมว่าว ได้รับการต้อนรับจาก นางสาวป่าน เชือกยาว", "ใครต้อนรับ", "นางสาวป่าน เชือกยาว"),
        ("นายดิน ลมเย็น ได้รับการต้อนรับจาก ศ.ดร. อธิการบดี", "ใครต้อนรับ", ""),
        # Who opened a talk is none of its guests.
        (
            "นายดิน ลมเย็น เป็นประธานเปิดเสวนา โดยมี นางสาวป่าน เชือกยาว และ นายไผ่ ตรงดี ร่วมเสวนา",
            "มีใครเป็นผู้ร่วมเสวนา",
            "นางสาวป่าน เชือกยาว, นายไผ่ ตรงดี",
        ),
        # Nor does a signer preside, where a general is named before the verb.
        (
            "นายดิน ลมเย็น ร่วมลงนาม โดย พล.อ.ไผ่ ตรงดี ประธานสมาคมว่าว เป็นประธานในพิธีลงนาม",
            "ใครเป็นประธานในพิธีลงนาม",
            "พล.อ.ไผ่ ตรงดี",
        ),
        # Who presides opens; nobody does of whom the text does not tell it.
        (
            "นายดิน ลมเย็น ไปเกาะไผ่ นางสาวป่าน เชือกยาว อธิบดีกรมลม เป็นประธานเปิดหอว่าว",
            "ใครเปิด",
            "นางสาวป่าน เชือกยาว",
        ),
        (
            "นางสาวป่าน เชือกยาว ได้รับมอบหมายจากนายไผ่ ตรงดี ให้เป็นประธานเปิดหอว่าว",
            "ใครเปิด",
            "นางสาวป่าน เชือกยาว",
        ),
        (
            "นางสาวป่าน เชือกยาว กล่าวเปิด โดยมี นายไผ่ ตรงดี กล่าวรายงาน",
            "ใครเปิด",
            "นางสาวป่าน เชือกยาว",
        ),
        (
            "นางสาวป่าน เชือกยาว อธิบดีกรมลม เปิดเผยภายหลังเป็นประธานเปิดหอว่าว",
            "ใครเปิด",
            "นางสาวป่าน เชือกยาว",
        ),
        ("พิธีเปิดงานโดย นางสาวป่าน เชือกยาว นายไผ่ ตรงดี ไปด้วย", "ใครเปิด", "นางสาวป่าน เชือกยาว"),
        ("หอว่าวเปิดแล้ว พิธีมีนายไผ่ ตรงดี ไปด้วย", "ใครเปิด", ""),
        # A room signs nothing; no name begins with a vowel that stands behind.
        ("ลงนามร่วมกัน ณ ห้องประชุมศาสตราจารย์เกียรติคุณ นพ.ไผ่ ตรงดี ชั้น 5 กรมลม ลงนามแล้ว", "ใครเซ็น", ""),
        ("ด้านนางานด้านลม ร่วมลงนาม", "ใครเซ็น", ""),
        ("นพ.ไผ่ ตรงดี ชั้น 5 ร่วมลงนาม", "ใครเซ็น", "นพ.ไผ่ ตรงดี"),
    ],
)
def test_what_is_done_is_told_of_nobody_who_stands_by(body: str, question: str, told: str) -> None:
    """Whoever is named first, or by staff."""
    assert told == _told(body, question)


def test_who_was_told_to_do_it_gave_no_money() -> None:
    """The office did that the text says it came from."""
    body = "นางสาวป่าน เชือกยาว ได้รับมอบหมายจากนายไผ่ ตรงดี รมว.ว่าว มาเล่าเรื่องว่าวที่ได้ทุนจากกรมลม"
    assert "กรมลม" == _told(body, "ใครให้ทุน")
    assert "นายไผ่ ตรงดี" == _told("ได้ทุนจากนายไผ่ ตรงดี รมว.ว่าว", "ใครให้ทุน")


def test_who_looks_around_welcomes_nobody() -> None:
    """Though the guests are named right before the host."""
    body = (
        "นายไผ่ ตรงดี ผู้ตรวจการ และ นายดิน ลมเย็น ลงพื้นที่เยี่ยมชมหอว่าว"
        " นางสาวป่าน เชือกยาว อธิบดีกรมลม ให้การต้อนรับ"
    )
    assert _told(body, "ใครต้อนรับ") == "นางสาวป่าน เชือกยาว"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ใครกล่าวรายงาน", "ศาสตราจารย์ ป่าน เชือกยาว"),
        ("ใครเป็นผู้ดำเนินรายการ", "นายไผ่ ตรงดี"),
        ("ใครร่างกฎหมายว่าว", "นางสาวหวาย งามตา"),
    ],
)
def test_who_has_a_part_in_a_ceremony(question: str, told: str) -> None:
    """Not whoever is named before them, nor the speaker before the host."""
    body = (
        "นายดิน ลมเย็น เป็นประธาน และศาสตราจารย์ ป่าน เชือกยาว ผู้อำนวยการกรมลม กล่าวรายงาน"
        "\n\nเสวนาโดย นายแก้ว ใสดี นักเล่นว่าว ดำเนินรายการโดย นายไผ่ ตรงดี"
        "\n\nนายดิน ลมเย็น เล่าว่า จะเสนอร่างกฎหมายว่าว ผู้ร่างกฎหมายนี้คือ นางสาวหวาย งามตา"
    )
    assert told == _told(body, question)


@pytest.mark.parametrize("question", ["ใครร่วมมือกัน", "ใครจับมือกัน"])
def test_two_are_needed_to_work_together(question: str) -> None:
    """So neither of them alone is told, nor whoever was there."""
    assert not _told("นายดิน ลมเย็น เล่าว่า กรมลมร่วมกับบริษัทป่านยาว จำกัด ทำว่าวขาย", question)


def test_who_sent_somebody_differs_from_who_gave_the_honour() -> None:
    """An invited guest signs; whoever had others sent does not."""
    body = "กรมลมได้รับเกียรติจาก นายไผ่ ตรงดี เลขาธิการสมาคมว่าว และ นายดิน ลมเย็น ร่วมลงนามข้อตกลง"
    assert "นายไผ่ ตรงดี" in _told(body, "ใครเซ็นบ้าง")


@pytest.mark.parametrize("question", ["ใครเป็นพยาน", "ใครเป็นสักขีพยานบ้าง"])
def test_a_witness_is_none_of_those_who_signed(question: str) -> None:
    """Nor is anybody told where nobody looked on."""
    body = "นายดิน ลมเย็น และ นายไผ่ ตรงดี ร่วมลงนามข้อตกลง"
    assert not _told(body, question)
    witness = " โดยมี นางสาวป่าน เชือกยาว อธิบดีกรมลม ร่วมเป็นสักขีพยาน"
    assert _told(body + witness, question) == "นางสาวป่าน เชือกยาว"


def test_a_host_shows_visitors_around() -> None:
    """Who is named first did not come to see it."""
    body = "นายดิน ลมเย็น ต้อนรับ นางสาวป่าน เชือกยาว อธิบดีกรมลม ในโอกาสเยี่ยมชมศึกษาดูงานหอว่าว"
    assert _told(body, "ใครไปดูงาน") == "นางสาวป่าน เชือกยาว"


def test_one_whom_staff_named_is_not_all_who_came() -> None:
    """Though they are, where the text names nobody else."""
    body = "นายดิน ลมเย็น ไปชมว่าว"
    assert "นายดิน ลมเย็น" in _told(body, "ใครมาบ้าง")
    assert not _told(f"{body}กับ นายไผ่ ตรงดี อธิบดีกรมลม", "ใครมาบ้าง")


@pytest.mark.parametrize(
    ("body", "question", "told"),
    [
        # Not whom they came to see, nor who sent them.
        (
            "Mr. Wind Blow และคณะ เข้าพบและหารือกับ นายดิน ลมเย็น รัฐมนตรีว่าการกระทรวงว่าว",
            "ใครจากจีนมาหาดิน",
            "Mr. Wind Blow",
        ),
        (
            "นายดิน ลมเย็น มอบหมายให้นางสาวป่าน เชือกยาว อธิบดีกรมลม ให้โอวาทนักเรียนว่าว",
            "ใครให้โอวาท",
            "นางสาวป่าน เชือกยาว",
        ),
        # Whoever chairs did none of it, nor was sent for.
        ("งานนี้จัดตามข้อสั่งการของนายไผ่ ตรงดี", "ใครสั่ง", "นายไผ่ ตรงดี"),
        ("นายดิน ลมเย็น ร่วมวิ่ง ตามข้อสั่งการของกรมลม", "ใครสั่งให้วิ่ง", ""),
        (
            "นายดิน ลมเย็น ต้อนรับคณะจากกรมฝน นำโดย นางสาวป่าน เชือกยาว",
            "ใครเป็นหัวหน้าคณะที่มา",
            "นางสาวป่าน เชือกยาว",
        ),
        (
            "นายดิน ลมเย็น เจ้ากระทรวง และ นายไผ่ ตรงดี (Mr.Phai Trongdee) ร่วมกันเป็นประธานในพิธีเปิด",
            "ใครเปิด",
            "นายดิน ลมเย็น รัฐมนตรีว่าการกระทรวงว่าว, นายไผ่ ตรงดี",
        ),
        (
            "นางสาวป่าน เชือกยาว อธิบดีกรมลม เปิดเผยว่า นายดิน ลมเย็น ให้หยุดเรียนได้",
            "ใครแถลง",
            "นางสาวป่าน เชือกยาว",
        ),
        ("กรรมการเรียก 9 คนมาให้ถ้อยคำ", "เรียกใครมา", ""),
    ],
)
def test_who_came_ordered_led_announced_or_opened_with_another(
    body: str, question: str, told: str
) -> None:
    """Is told as the text has it."""
    assert told == _told(body, question)


@pytest.mark.parametrize("question", ["ใครเป็นคนพูดเรื่องนี้", "ใครให้ข้อมูล", "คนพูดคือใคร"])
def test_who_says_so_is_the_speaker(question: str) -> None:
    """And nobody who only opened the fair, though staff named both."""
    body = "นายดิน ป่านแก้ว เป็นประธานเปิดงานว่าว\n\nนางสาวเดือน ใจดี กล่าวว่า ว่าวลอยได้สูง"
    people = (Person("นายดิน ป่านแก้ว", "ประธาน"), Person("นางสาวเดือน ใจดี", "ช่างว่าว"))
    assert "นางสาวเดือน ใจดี ช่างว่าว" == fact_of(Entry("x", "งานว่าว", body, people=people), question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ใครตั้งกระทู้ถาม", "นางสาวป่าน เชือกยาว"),
        ("ใครเป็นคนตั้งกระทู้ถามเรื่องนี้", "นางสาวป่าน เชือกยาว"),
        ("ใครออกมาชี้แจง", "นายไผ่ ตรงดี"),
        ("ใครฟ้อง", ""),
    ],
)
def test_who_did_what_is_told_of_no_other(question: str, told: str) -> None:
    """Whoever has an office is named first; whoever asked or explained is told for that alone."""
    body = (
        "นายไผ่ ตรงดี ผู้อำนวยการหอว่าว ชี้แจงกรณีนางสาวป่าน เชือกยาว สมาชิกสภาว่าวตั้งกระทู้ถามเรื่องเชือก"
        "\n\nนายดิน ลมเย็น กล่าวว่า ว่าวขึ้นแล้ว"
    )
    assert told == _told(body, question)


@pytest.mark.parametrize(
    ("body", "closed", "opened"),
    [
        ("นางฟ้า ใสสว่าง เป็นประธานในพิธีปิดงานว่าว", "นางฟ้า ใสสว่าง", ""),
        ("นางฟ้า ใสสว่าง เป็นประธานเปิดงานว่าว", "", "นางฟ้า ใสสว่าง"),
        ("นายดิน ลมเย็น เป็นประธานเปิดงาน และ นางฟ้า ใสสว่าง กล่าวปิดงาน", "นางฟ้า", "นายดิน"),
        ("นางฟ้า ใสสว่าง ไปเล่นว่าว", "", ""),
    ],
)
def test_who_closed_did_not_open(body: str, closed: str, opened: str) -> None:
    """Of who closed nobody else is told, nor of who opened it if it is told only to be closed."""
    entry = Entry("e", "งานว่าวเกาะไผ่", body, facts={"ผู้เปิดงาน": "กรมลม"})
    for question in ("ใครเป็นประธานปิดงาน", "ใครปิดงาน"):
        told = fact_of(entry, question)
        assert told.startswith(closed)
        assert bool(told) == bool(closed)
    told = _told(body, "ใครเปิดงาน")
    assert told.startswith(opened)
    assert bool(told) == bool(opened)


def test_nobody_opened_it_who_is_only_named() -> None:
    """Neither news nor an event; two may preside together."""
    fair = Entry("e", "งานว่าวเกาะไผ่", "นางฟ้า ใสสว่าง ไปเล่นว่าว", people=(_CHAIR,))
    held = replace(fair, kind=Kind.EVENT, event=Event(date(2021, 5, 4), venue="เกาะไผ่"))
    for entry in (fair, held):
        assert "" == fact_of(entry, "ใครเปิด")
    both = "นายดิน ลมเย็น รัฐมนตรี และนางฟ้า ใสสว่าง ภริยา เป็นประธานในพิธี"
    assert "นายดิน ลมเย็น" in _told(both, "ใครเป็นประธาน")
    assert "นางฟ้า ใสสว่าง" in _told(both, "ใครเป็นประธาน")


@pytest.mark.parametrize(
    ("title", "role", "told"),
    [
        ("ชมว่าวที่เกาะไผ่", "อธิบดีกรมลม", ""),
        ("ชมว่าวที่เกาะไผ่", "ผู้ไปชม", ""),
        ("ชมว่าวที่เกาะไผ่", "ประธาน", "นางฟ้า ใสสว่าง ประธาน"),
        ("ชมว่าวที่เกาะไผ่", "ประธานสมาคมว่าว", ""),
        ("สมาคมว่าวที่เกาะไผ่", "ประธานสมาคมว่าว", "นางฟ้า ใสสว่าง ประธานสมาคมว่าว"),
        ("เปิดลานว่าวเกาะไผ่", "อธิบดีกรมลม", ""),
    ],
)
def test_nobody_presides_where_nobody_is_told_to(title: str, role: str, told: str) -> None:
    """Whoever came first did not for that, nor whoever chairs a body that the news is not of."""
    entry = Entry("e", title, "นางฟ้า ใสสว่าง ไปชมว่าว", people=(Person("นางฟ้า ใสสว่าง", role),))
    assert told == fact_of(entry, "ใครเป็นประธาน")


@pytest.mark.parametrize("question", ["ใครเป็นประธาน", "ใครเป็นประธานเปิด", "ใครเปิดงาน"])
def test_who_tells_the_press_opens_nothing(question: str) -> None:
    """Though what they do is called เปิดเผย."""
    body = "ว่าวไทยบินไกล\n\nนางสาวเดือน ใจดี ช่างว่าว เปิดเผยว่า ว่าวลอยได้สูง"
    entry = Entry("e", "ว่าวไทยบินไกล", body)
    assert not fact_of(entry, question)


def test_who_gets_a_prize_did_not_hand_it_over() -> None:
    """Nor did whoever sent them; the prize may be called by the office that gives it."""
    body = (
        "นางใบตอง ร่มเย็น หัวหน้ากองว่าว ได้รับมอบหมายจาก นายดิน ลมเย็น เข้ารับรางวัลจาก นายฟ้า ใสดี นายกรัฐมนตรี"
    )
    people = (Person("นางใบตอง ร่มเย็น", "หัวหน้ากองว่าว"), _CHAIR, Person("นายฟ้า ใสดี", "นายกรัฐมนตรี"))
    kites = Entry("e", "กองว่าวได้รางวัลนายกรัฐมนตรี", body, people=people)
    for question in ("ใครไปรับรางวัลนายกรัฐมนตรีของกองว่าว", "กองว่าวใครเข้ารับรางวัล"):
        assert "นางใบตอง ร่มเย็น หัวหน้ากองว่าว" == fact_of(kites, question)


def test_the_first_of_many_signers_is_one_of_them() -> None:
    """However long the offices are of those between."""
    office = "รองผู้ว่าการวิจัยและพัฒนาด้านการเลี้ยงว่าวอย่างยั่งยืน สถาบันวิจัยว่าวและเชือกไผ่แห่งเกาะเปลือกหอย"
    named = ("นายดิน ลมเย็น", "นายฟ้า ใจงาม", "นางน้ำ ทองดี", "นายไฟ เกาะแก้ว")
    body = f"ทั้งนี้ มี{' '.join(f'{one} {office}' for one in named)} เป็นผู้ลงนาม"
    told = fact_of(Entry("e", "ลงนามเรื่องว่าว", body), "ใครเซ็นบ้าง")
    assert list(named) == [one for one in named if one in told]
