"""What is of another year or time, place or office is another thing."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.abstention.doubts import Doubt, Doubts
from bot.dialogue.matching.mentions import names_mentioned
from bot.dialogue.matching.mismatch import (
    is_mismatch,
    is_number_of_another,
    is_of_another_nation,
    is_of_another_office,
)
from bot.dialogue.matching.places import (
    is_counted_elsewhere,
    is_of_the_capital,
    is_of_the_regions,
    places_asked,
)
from bot.dialogue.matching.stories import Stories
from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Contact, Entry, Kind, KnowledgeBase
from bot.search import Index, rank
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.thai.questions import Aspect
from tests.dialogue.abstention.test_doubts import CONTEST
from tests.dialogue.base import AT, ENTRIES, RACES, ask, over, race
from tests.search.passages.base import searched

UNIVERSITY = Entry(
    "farms",
    "สถาบันนวัตกรรมเกษตร (สนก.)",
    "สถาบันนวัตกรรมเกษตรช่วยชุมชน",
    Kind.CONTACT,
    keywords=("สนก.", "นวัตกรรมเกษตร", "โทรสาร"),
    contact=Contact(("0 2999 7777",), address="9 ต.คลองเก้า"),
)


def test_an_event_that_mentions_another_year_was_not_held_in_it() -> None:
    """When or where it was that year is not told of this one; what else it says of it may be."""
    told = replace(RACES[0], body=f"{RACES[0].body} ปี 2560 มีผู้ชม 900 คน")
    brain = over((*ENTRIES, told))
    assert Outcome.CHOICES == ask(brain, "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2560 จัดที่ไหน").outcome
    assert "900 คน" == ask(brain, "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2560 มีผู้ชมกี่คน").answer


def test_news_that_are_titled_of_one_year_tell_the_day_of_no_other() -> None:
    """Whatever other year they mention."""
    call = Entry(
        "call",
        "รับสมัครประกวดเครื่องสอยลำไย ประจำปี 2562",
        "ส่งผลงานประกวดเครื่องสอยลำไยได้ถึงวันที่ 28 กุมภาพันธ์ 2562 เริ่มประกวดครั้งแรกเมื่อปี 2560",
        Kind.NEWS,
        published=date(2019, 1, 30),
    )

    def elsewhere(entry: Entry, year: int) -> bool:
        asked = searched(f"ประกวดเครื่องสอยลำไย ปี {year} ส่งผลงานได้ถึงวันไหน")
        return is_mismatch(entry, asked, AT.date())

    assert [elsewhere(call, year) for year in (2562, 2560)] == [False, True]


@pytest.mark.parametrize(
    ("question", "abroad"),
    [("หอว่าวแห่งชาติอยู่ที่ไหน", True), ("หอว่าวแห่งชาติลาวอยู่ที่ไหน", False), ("หอว่าวอยู่ที่ไหน", False)],
)
def test_what_is_national_is_of_thailand(question: str, *, abroad: bool) -> None:
    """Unless the question says of what other country."""
    tower = Entry("t", "เยี่ยมชมหอว่าวแห่งชาติ สปป.ลาว", "หอว่าวอยู่ที่เวียงจันทน์", Kind.NEWS)

    assert abroad == is_of_another_nation(tower, searched(question))


def test_the_next_time_is_not_the_last_one() -> None:
    """What is over is offered to who asks when it comes again, and not told as if it did."""
    brain = over((*ENTRIES, CONTEST))
    assert Outcome.ANSWER is ask(brain, "ประกวดว่าวดาวเทียมจัดที่ไหน").outcome
    assert Outcome.CHOICES is ask(brain, "ประกวดว่าวดาวเทียมครั้งต่อไปจัดที่ไหน").outcome


def test_the_next_time_is_none_that_was_reported_long_ago() -> None:
    """News are over as well when their day is."""
    moon = Entry(
        "moon-2562", "จันทรุปราคาปี 2562", "จันทรุปราคาเห็นได้วันที่ 17 กรกฎาคม 2562", Kind.NEWS,
        published=date(2018, 12, 19),
    )  # fmt: skip
    brain = over((*ENTRIES, moon))
    assert Outcome.ANSWER == ask(brain, "จันทรุปราคาปี 2562 วันไหน").outcome
    assert Outcome.ANSWER != ask(brain, "จันทรุปราคาครั้งต่อไปวันไหน").outcome


def test_a_new_round_is_the_next_time() -> None:
    """The people of a new generation are none."""
    course = Entry(
        "course", "อบรมทำว่าวคนรุ่นใหม่", "อบรมทำว่าว", Kind.NEWS, published=date(2024, 4, 17)
    )
    asked = [
        is_mismatch(course, Query(text, text, terms=("อบรม", "ทำ", "ว่าว")), date(2026, 11, 23))
        for text in ("อบรมทำว่าวสมัครรอบใหม่วันไหน", "อบรมทำว่าวคนรุ่นใหม่")
    ]
    assert [True, False] == asked


@pytest.mark.parametrize(
    ("text", "regional"),
    [
        ("มหกรรมวิทย์ 2561", True),
        ("มหกรรมวิทย์ภูมิภาค", False),
        ("มหกรรมวิทย์ ภาคเหนือ", False),
        ("มหกรรมวิทย์ เชียงใหม่", False),
        ("วิทย์สร้างคน", False),
    ],
)
def test_the_fair_of_a_region_is_not_that_of_the_nation(text: str, regional: bool) -> None:
    """Of one name, they are told apart by the region, or by where they are."""
    title = "เปิดงานมหกรรมวิทย์ฯ ระดับภูมิภาค ตามนโยบายวิทย์สร้างคน"
    fair = Entry("fair", title, title, Kind.NEWS, published=date(2018, 6, 4))
    ranking = rank(Index.build(KnowledgeBase({"fair": fair})), text, today=AT.date())
    assert regional is is_of_the_regions(fair, ranking.query)
    quotes = Quotes(ranking.query, AT.date())
    doubt = Doubts({"fair": fair}, Stories({"fair": fair})).doubt(ranking, quotes)
    assert not regional or doubt is Doubt.MISMATCH


@pytest.mark.parametrize(
    ("text", "province", "elsewhere"),
    [
        ("แข่งเรือไม้ไผ่ส่วนภูมิภาคจัดวันไหน", "กรุงเทพมหานคร", True),
        ("แข่งเรือไม้ไผ่ระดับภูมิภาคจัดที่ไหน", "กรุงเทพมหานคร", True),
        ("เรือไม้ไผ่แฟร์ภูมิภาคจัดที่ไหน", "กรุงเทพมหานคร", True),
        ("แข่งเรือไม้ไผ่ส่วนภูมิภาคจัดวันไหน", "น่าน", False),
        ("แข่งเรือไม้ไผ่ส่วนภูมิภาคใครเปิด", "กรุงเทพมหานคร", False),
        ("แข่งเรือไม้ไผ่จัดวันไหน", "กรุงเทพมหานคร", False),
    ],
)
def test_what_was_in_the_capital_was_not_in_the_regions(
    text: str, province: str, elsewhere: bool
) -> None:
    """Though its release says that there is one in the regions as well."""
    held = race(2019, province, "14")
    told = replace(held, body=f"{held.body} มีทั้งส่วนภูมิภาคและส่วนกลาง")
    assert elsewhere is is_of_the_capital(told, searched(text))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("อบจ.น่าน กับ บริษัทน่านว่าวไทย เซ็นกันวันไหน", set()),
        ("งานที่ อบจ.น่าน จัดวันไหน", {"น่าน"}),
        ("อบจ.น่าน จัดงานที่น่านวันไหน", {"น่าน"}),
        ("แข่งเรือที่น่านวันไหน", {"น่าน"}),
    ],
)
def test_a_body_called_by_a_province_is_not_where_it_was(text: str, places: set[str]) -> None:
    """What two of them sign may be signed anywhere."""
    assert places == places_asked(searched(text))


def test_a_word_of_its_name_is_no_office() -> None:
    """ "ม.เกษตร" is another body; and โทรสาร, by which a card is found, is nobody's name."""
    index = over((*ENTRIES, UNIVERSITY))._index
    asked = rank(index, "ม.เกษตร เบอร์โทร", today=AT.date()).query
    assert is_of_another_office(UNIVERSITY, asked)
    own = rank(index, "เบอร์โทรสาร สนก.", today=AT.date()).query
    assert not is_of_another_office(UNIVERSITY, own)
    assert ["สนก."] == names_mentioned(UNIVERSITY, own)
    body = "ติดต่อมหาวิทยาลัยเกษตรศาสตร์ก็ได้"
    assert is_of_another_office(replace(UNIVERSITY, body=body), asked)
    assert not is_of_another_office(replace(UNIVERSITY, body=body, kind=Kind.SERVICE), asked)


def test_what_belongs_to_a_body_is_asked_by_its_own_name() -> None:
    """The office that makes the thing is meant, not that one asks for the body it is of."""
    cart = Entry(
        "cart",
        "ศูนย์ออกแบบ (DECC)",
        "DECC เป็นศูนย์ของ สวทช. มีรถเข็นขายลูกชิ้น โทร 0 2999 4444",
        Kind.CONTACT,
        questions=("นักข่าวขอสัมภาษณ์นักออกแบบ ติดต่อใคร",),
        keywords=("DECC", "รถเข็น"),
        contact=Contact(("0 2999 4444",)),
    )
    brain = over((*ENTRIES, cart))
    assert "cart" == ask(brain, "สนใจรถเข็นขายลูกชิ้นของสวทช โทรเบอร์ไหนคะ").entry
    for text, another in (
        ("รถเข็นของ สวทช เบอร์อะไร", False),
        ("เป็นนักข่าวอยากสัมภาษณ์นักออกแบบของ สวทช โทรเบอร์ไหน", False),
        ("เบอร์โทรศูนย์ของ สวทช", True),
    ):
        asked = rank(brain._index, text, today=AT.date()).query
        assert another == is_of_another_office(cart, asked)


@pytest.mark.parametrize(
    ("body", "question", "elsewhere"),
    [
        ("มีอธิการบดีราชภัฏอุดรธานีมาร่วม แข่งใน 8 ตำบล", "แข่งเรือที่อุดรธานีมีกี่ตำบล", True),
        ("มีอธิการบดีราชภัฏอุดรธานีมาร่วม แข่งใน 8 ตำบล", "แข่งเรือที่น่านมีกี่ตำบล", False),
        ("มีอธิการบดีราชภัฏอุดรธานีมาร่วม แข่งใน 8 ตำบล", "ราชภัฏอุดรธานีส่งกี่ทีม", False),
        ("แข่งที่น่านและจังหวัดอุดรธานี รวม 8 ตำบล", "แข่งเรือที่อุดรธานีมีกี่ตำบล", False),
    ],
)
def test_a_guest_counts_nothing_at_home(body: str, question: str, elsewhere: bool) -> None:
    """What is counted at an event in one province is not told of that of a school's name."""
    entry = replace(race(2021, "น่าน", "8"), body=body)
    query = Query(question, question, aspect=Aspect.HOWMANY)
    assert elsewhere is is_counted_elsewhere(entry, query)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("เบอร์โรงพยาบาลบางน้ำ", True),
        ("ขอเบอร์โทรโรงพยาบาลบางน้ำหน่อย", True),
        ("เบอร์ห้องตรวจลมโรงพยาบาลบางน้ำ", False),
        ("โรงพยาบาลบางน้ำอยู่ที่ไหน", False),
        ("เบอร์ธนาคารเลย", False),
    ],
)
def test_the_number_of_who_tells_is_not_that_of_an_institution(
    question: str, *, other: bool
) -> None:
    """What was tested in a hospital has the number of who tested; it stands there whose it is."""
    body = "วว. ตรวจลมที่โรงพยาบาลบางน้ำ\n\nสอบถามห้องตรวจลมของ วว. โทร 0 2999 1111"
    told = f"{body} หรือธนาคารเลย โทร 0 2999 2222"
    tested = Entry("t", "ตรวจลมโรงพยาบาลบางน้ำ", told, Kind.NEWS)
    numbers = Contact(("0 2999 1111", "0 2999 2222"))

    assert other == is_number_of_another(replace(tested, contact=numbers), searched(question))
    assert is_number_of_another(tested, searched("เบอร์โรงพยาบาลบางน้ำ"))
