"""Places that a text names, of the kind that is asked for."""

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Kind
from bot.search.passages.candidates import candidates
from bot.search.passages.venues import is_kind_asked, is_part_asked
from tests.search.passages.base import TODAY, asked, fact_of


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            "เด็ก 90 คนจากโรงเรียนในจังหวัดสตูล และจังหวัดตรัง เข้าค่ายที่หอประชุม",
            "โรงเรียนในจังหวัดสตูล และจังหวัดตรัง",
        ),
        ("เด็ก 90 คนเข้าค่ายที่หอประชุม", "หอประชุม"),
    ],
)
def test_guests_come_from_elsewhere(body: str, place: str) -> None:
    """The venue is where they came from only if the text names no place of theirs."""
    camp = Entry("c", "ค่ายเด็ก", body, event=Event(date(2021, 5, 4), venue="หอประชุม"))
    assert place == fact_of(camp, "เด็กมาจากจังหวัดไหน")


@pytest.mark.parametrize(
    ("venue", "question", "place"),
    [
        ("เลย", "ว่าวบินที่วัดไหน", "วัดลมเย็น"),
        ("เลย", "ว่าวบินที่จังหวัดไหน", "เลย"),
        ("ไผ่ทอง รีสอร์ท", "ว่าวบินที่รีสอร์ทไหน", "ไผ่ทอง รีสอร์ท จังหวัดเลย"),
        ("หอว่าว", "ว่าวบินที่ห้องไหน", "หอว่าว จังหวัดเลย"),
    ],
)
def test_a_province_is_no_temple(venue: str, question: str, place: str) -> None:
    """The text names that; a hall is as good as a room."""
    event = Event(date(2021, 5, 4), venue=venue, province="เลย")
    body = "ว่าวจากจังหวัดเลย บินที่วัดลมเย็นจำนวน 9 ตัว"
    assert place == fact_of(Entry("c", "ว่าวบิน", body, event=event), question)


def test_a_zone_of_the_economy_is_no_place() -> None:
    """That something is done for it tells not where."""
    body = "ว่าวช่วยพัฒนาพื้นที่เขตเศรษฐกิจแนวใหม่ของเกาะ"
    assert "เขต" not in fact_of(Entry("x", "ว่าวบิน", body), "ว่าวบินที่ไหน")


@pytest.mark.parametrize("when", ["ธันวาคม 2562", "วันที่ 3", "ปี 2563", "3 ม.ค. 63"])
def test_a_day_behind_na_is_no_place(when: str) -> None:
    """ "ณ" stands before places, and before the day of which something is told."""
    entry = Entry("x", "สวนผีเสื้อ", f"สวนผีเสื้อ (ข้อมูล ณ {when})")
    assert "ณ" not in fact_of(entry, "สวนผีเสื้ออยู่ไหน")


def test_no_kind_of_place_is_asked_for_inside_a_word() -> None:
    """There is no รร. in กิจกรรม, and it is a hotel or a school where it stands alone."""
    body = "กิจกรรมปลูกบัว ณ หนองบัวใหญ่ แล้วพักที่โรงแรมบัวขาว"
    entry = Entry("x", "ปลูกบัว", body)
    found = dict(_placed(body, "กิจกรรมที่ไหน"))
    assert found["ณ หนองบัวใหญ่"] == 0.8
    assert "โรงแรมบัวขาว" == fact_of(entry, "พักรร.ไหน")
    region = Entry("r", "ปลูกบัว", "ปลูกบัวนำร่องในพื้นที่ภาคตะวันออก")
    assert "ภาคตะวันออก" == fact_of(region, "ปลูกบัวที่ภาคไหน")
    shrine = Entry("s", "มังกรบัว", 'มังกรบัวซ่อมแล้วที่ศาลเจ้า "เกาะไผ่"')
    assert 'ศาลเจ้า "เกาะไผ่"' == fact_of(shrine, "มังกรบัวอยู่ศาลเจ้าไหน")


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("ว่าวบินที่ รพ ไหน", "โรงพยาบาลลมเย็น"),
        ("ว่าวบินโรงพยาบาลอะไร", "โรงพยาบาลลมเย็น"),
        ("ว่าวบินเหนือเขื่อนไหน", "เขื่อนน้ำใส"),
    ],
)
def test_a_hospital_and_a_dam_are_places(question: str, place: str) -> None:
    """Each is told to who asks for one, before the hall that is named first."""
    body = "ว่าวบินจากห้องประชุมกลาง ผ่านโรงพยาบาลลมเย็น ไปเหนือเขื่อนน้ำใส"
    assert place == fact_of(Entry("x", "ว่าวบิน", body), question)


@pytest.mark.parametrize(
    ("place", "question", "kind"),
    [
        ("รัฐสภา", "คุยกันที่ร้านไหน", False),
        ("ร้านข้าวต้ม ชั้น 3", "คุยกันที่ร้านไหน", True),
        ("อาคารกระจก", "คุยกันที่ตึกไร", True),
        ("รัฐสภา", "คุยกันที่ไหน", True),
        ("น่าน", "คุยกันที่จังหวัดไหน", True),
    ],
)
def test_a_place_is_of_the_kind_that_is_asked_for(place: str, question: str, kind: bool) -> None:
    """Where a kind is named only such a place answers; a province need not say that it is one."""
    assert kind is is_kind_asked(place, asked(question))


def _placed(body: str, question: str) -> list[tuple[str, float]]:
    found = candidates(body, asked(question), TODAY)
    return [(body[one.start : one.end], one.likeness) for one in found]


@pytest.mark.parametrize(
    ("body", "question", "place"),
    [
        ("หลังจากที่ประเทศไทยส่งงานไป ทีมปลูกผลึกในสถานีอวกาศนานาชาติ", "ปลูกผลึกที่ไหน", "สถานีอวกาศนานาชาติ"),
        ("ศูนย์ฉายแสงของสถาบันไผ่รับฉายผลไม้ทุกวัน", "ศูนย์ฉายแสงอยู่ที่ไหน", ""),
        ("ศูนย์ฉายแสง อยู่ในอุทยานไผ่ริมน้ำ", "ศูนย์ฉายแสงอยู่ที่ไหน", "อุทยานไผ่ริมน้ำ"),
    ],
)
def test_a_country_or_a_body_that_acts_is_no_place(body: str, question: str, place: str) -> None:
    """What stands somewhere stands at, in or on something."""
    assert place == fact_of(Entry("p", "งาน", body), question)


def test_who_acts_in_a_text_is_no_place_of_it() -> None:
    """Who asks no more than where is not told a school that did something, but where it was."""
    body = "วิทยาลัยไผ่เงินอยู่ในความควบคุม คณะกรรมการแถลง"
    control = Entry("control", "ควบคุมวิทยาลัย", body, published=date(2023, 3, 1))
    assert fact_of(control, "ที่ไหน") == ""
    there = replace(control, body="แถลงที่วิทยาลัยไผ่เงิน คณะกรรมการควบคุม")
    assert "วิทยาลัยไผ่เงิน" in fact_of(there, "ที่ไหน")
    assert "จ.เลย" in fact_of(replace(control, body="สวนไผ่ อ.ภูเรือ จ.เลย ให้ผลดี"), "ที่ไหน")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("ประเทศไทย\n\nผู้ป่วยใหม่ 1 ราย เดินทางมาจากต่างประเทศ (ประเทศลมเย็น) พักที่เกาะ", "ประเทศลมเย็น"),
        ("ประเทศไทย\n\nผู้ป่วยใหม่ 1 ราย กลับจากต่างประเทศใน State", ""),
        ("ผู้ป่วยใหม่ 1 ราย ที่ประเทศไทย หายแล้ว", "ประเทศไทย"),
    ],
)
def test_a_heading_is_no_country(body: str, told: str) -> None:
    """Nor is "abroad" one."""
    assert told == fact_of(Entry("c", "รายงานไข้ลม", body), "ผู้ป่วยใหม่มาจากประเทศไหน")


def test_one_applies_where_the_text_says_so() -> None:
    """Whoever took part elsewhere is named as well."""
    body = "เด็กจากโรงเรียนบัวขาว ไปค่ายที่โรงแรมบัวแดง ผู้สนใจสมัครได้ที่ ศูนย์บัวหลวง"
    assert "ศูนย์บัวหลวง" == fact_of(Entry("c", "ค่ายบัว", body), "สมัครที่ไหน")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ทำหมันแมลงหวี่ทำที่อำเภอไหน", "อ.เกาะแก้ว จ.ไผ่งาม"),
        ("รัฐมนตรีไปเยี่ยมห้องเรียนว่าวที่จังหวัดไหน", "โรงเรียนไผ่ทอง จ.สวนหลวง"),
        ("จัดที่จังหวัดไหน", "โรงเรียนไผ่ทอง จ.สวนหลวง"),
    ],
)
def test_a_district_is_told_of_what_it_is_asked_of(question: str, told: str) -> None:
    """Where somebody went on to another place, that of the event is no answer to all."""
    body = (
        "รัฐมนตรีเดินทางไปเยี่ยมห้องเรียนว่าวที่ โรงเรียนไผ่ทอง จ.สวนหลวง ซึ่งเด็กหลายคนได้ลงมือทำว่าวด้วยตนเอง"
        "ตามนโยบายที่ให้ไว้แก่ครูและผู้ปกครองเมื่อต้นปี และชมการแสดงของชุมชนก่อนรับประทานอาหารกลางวันร่วมกัน\n\n"
        "จากนั้นได้สั่งให้ทำหมันแมลงหวี่ ที่ อ.เกาะแก้ว จ.ไผ่งาม ตั้งแต่ในแปลงปลูก"
    )
    event = Event(date(2018, 12, 12), venue="โรงเรียนไผ่ทอง จ.สวนหลวง")
    visit = Entry("v", "รัฐมนตรีลงพื้นที่เยี่ยมห้องเรียนว่าว ทำหมันแมลงหวี่", body, Kind.NEWS, event=event)
    assert told == fact_of(visit, question)


def test_a_body_of_every_province_is_no_province() -> None:
    """And the capital is one with no word for it before its name."""
    body = (
        "พบโคมลอยระบาดในพื้นที่กรุงเทพมหานคร จึงแจ้งให้ศูนย์ดูแลโคมลอยจังหวัดและศูนย์โคมลอยอำเภอ"
        "ทั่วประเทศเฝ้าระวังโคมลอย"
    )
    news = Entry("k", "เตือนโคมลอยระบาด", body, Kind.NEWS)
    assert "กรุงเทพมหานคร" == fact_of(news, "โคมลอยระบาดที่จังหวัดไหน")
    elsewhere = replace(news, body=body.replace("ในพื้นที่กรุงเทพมหานคร", ""))
    assert "ศูนย์" not in fact_of(elsewhere, "โคมลอยระบาดที่จังหวัดไหน")


@pytest.mark.parametrize("at", ["ที่", "ที่ "])
def test_a_place_behind_at_is_one_with_or_without_a_blank(at: str) -> None:
    """And likelier than one that only acts."""
    text = f"ศูนย์ปลูกบัวพาเด็กไปดูบัวที่บาน {at}ลานวัดกลาง"
    found = candidates(text, asked("เด็กไปดูบัวบานกันที่ไหน"), TODAY)
    best = max(found, key=lambda one: one.likeness)
    assert text[best.start : best.end].startswith("ลานวัดกลาง")


@pytest.mark.parametrize(
    "question",
    ["งานโคมลอยที่ลานน้ำ บูทของเราอยู่ตรงไหน", "บูธอยู่ที่ไหน", "ซุ้มอยู่แถวไหน", "บู๊ทเลขอะไร อยู่ตรงไหน"],
)
def test_a_stand_is_inside_of_the_venue(question: str) -> None:
    """The venue is what whoever looks for it has found."""
    fair = Entry(
        "fair",
        "ซุ้มโคมในงานโคมลอย",
        "งานโคมลอยจัดที่ลานน้ำ ซุ้มของเราอยู่โซน 4 หมายเลข 4.20",
        Kind.EVENT,
        event=Event(date(2023, 12, 8), date(2023, 12, 9), venue="ลานน้ำ", province="น่าน"),
    )
    assert "ลานน้ำ" not in fact_of(fair, question)
    assert "ลานน้ำ จังหวัดน่าน" == fact_of(fair, "งานโคมลอยจัดที่ไหน")
    labelled = replace(fair, facts={"ซุ้มโคม": "โซน 4 หมายเลข 4.20", "เวลาเปิด": "9.00 น."})
    assert "โซน 4 หมายเลข 4.20" == fact_of(labelled, question)


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("ทีมไทยไปแข่งว่าวที่เมืองดัลลัส สหรัฐอเมริกา 13 พฤษภาคม 2566", "สหรัฐอเมริกา"),
        ("ทีมไทยไปแข่งว่าว Kite Geneva สวิตเซอร์แลนด์ 13 พฤษภาคม 2566", "สวิตเซอร์แลนด์"),
        ("ทีมไทยไปแข่งว่าวกับทีมญี่ปุ่น", ""),
    ],
)
def test_a_country_stands_behind_its_city(body: str, country: str) -> None:
    """Or behind what says that it is there; one that takes part is no place."""
    assert country == fact_of(Entry("race", "แข่งว่าวโลก", body), "จัดที่ประเทศอะไร")


def test_a_body_called_by_the_country_is_none() -> None:
    """ "สถาบันว่าวแห่งประเทศไทย" is no country that took part; "ประเทศลาว" is."""
    places = ("อุทยานวิทยาศาสตร์ ประเทศไทย", "สถาบันว่าวแห่งประเทศไทย", "ประเทศลาว")
    assert [is_part_asked(one, asked("ว่าวนี้ประเทศไหนร่วมด้วย")) for one in places] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("กรมลมซึ่งสถาบันว่าวแห่งชาติดูแล ปล่อยว่าว", ""),
        ("พล.อ.ไผ่ตรง ปล่อยว่าว ณ เวลา 15.00 น.", ""),
        ("กรมลมลงพื้นที่ตำบลเกาะไผ่ ปล่อยว่าว ซึ่งสถาบันว่าวแห่งชาติดูแล", "ตำบลเกาะไผ่"),
    ],
)
def test_it_was_held_where_something_is_said_to_be(body: str, told: str) -> None:
    """Not at whoever did something, in an hour, or at what a name has in it."""
    assert told == fact_of(Entry("kite", "ว่าวลอยลม", body), "ว่าวลอยลมจัดที่ไหน")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("ว่าวที่จังหวัดเป้าหมายขึ้นแล้ว", ""),
        ("ว่าวตกที่สนามบินกลับสู่ท้องฟ้า", ""),
        ("ว่าวขึ้นที่จังหวัดตรัง", "จังหวัดตรัง"),
    ],
)
def test_a_province_has_a_name(body: str, told: str) -> None:
    """Nor is any other place one."""
    assert told == fact_of(Entry("kite", "ว่าวเกาะไผ่", body), "อยู่จังหวัดอะไร")


def test_a_province_is_told_behind_a_blank_as_well() -> None:
    """And not twice, by its short name and in full."""
    body = "ผีเสื้อเกาะไผ่ ซึ่งตั้งอยู่ที่ ต.คลองไผ่ อ. เมือง จ. ตราด เปิดทุกวัน"
    assert "ต.คลองไผ่ อ. เมือง จ. ตราด" == fact_of(Entry("p", "สวนผีเสื้อ", body), "อยู่ที่ไหน")
    hall = Event(date(2021, 5, 4), venue="โรงแรมว่าวไผ่ กรุงเทพฯ", province="กรุงเทพมหานคร")
    assert "โรงแรมว่าวไผ่ กรุงเทพฯ" == fact_of(Entry("c", "งานว่าว", "งานว่าว", event=hall), "จัดที่ไหน")
    city = replace(hall, venue="โรงแรมว่าวไผ่ อ.หาดใหญ่", province="สงขลา")
    told = fact_of(Entry("c", "งานว่าว", "งานว่าว", event=city), "จัดที่ไหน")
    assert "โรงแรมว่าวไผ่ อ.หาดใหญ่ จังหวัดสงขลา" == told


def test_all_countries_are_told_where_they_are_listed() -> None:
    """And not where one of them is named with what it is asked of."""
    body = (
        "กองทุนว่าวให้ทุนใน 5 ปีแรก\n\nนายกสมาคมกล่าวว่า ชมรมว่าวมีสมาชิก 5 ประเทศ ได้แก่ กัมพูชา สปป.ลาว "
        "เมียนมา เวียดนามและจีน\n\nประเทศสมาชิกของกองทุนว่าวจะได้ทุนในประเทศจีนมากขึ้น"
    )
    found = candidates(body, asked("มีประเทศไรบ้าง"), TODAY)
    best = max(found, key=lambda one: one.likeness)
    assert "กัมพูชา สปป.ลาว เมียนมา เวียดนามและจีน" == body[best.start : best.end]
    told = [body[one.start : one.end] for one in candidates(body, asked("จัดที่ประเทศไหน"), TODAY)]
    assert not any("กัมพูชา" in one for one in told)


def test_an_office_at_which_something_is_held_is_its_place() -> None:
    """That of a town; "ที่สำนักงานว่าว" may be what that office does."""
    news = Entry(
        "n",
        "สอนทำว่าว",
        "กรมว่าวสอนทำว่าวให้ชาวบ้าน เมื่อ 3 กรกฎาคม 2563 ที่สำนักงานเทศบาลเกาะไผ่ มีผู้เรียน 24 คน",
    )
    assert "สำนักงานเทศบาลเกาะไผ่" == fact_of(news, "สอนทำว่าวที่ไหน")
    assert "" == fact_of(replace(news, body="มีเว็บค้นหาห้องแล็บทำว่าวที่ example.go.th"), "ทำว่าวที่ไหน")
    assert "" == fact_of(replace(news, body="โครงการที่สำนักงานว่าวทำ มีผู้เรียน 24 คน"), "สอนทำว่าวที่ไหน")


@pytest.mark.parametrize(
    ("question", "told"),
    [("อำเภออะไร", "อำเภอนาทราย"), ("ตำบลไหน", ""), ("จังหวัดไหน", "เลย")],
)
def test_a_district_is_no_province(question: str, told: str) -> None:
    """Who asks for the district is not told the province, nor the district for its part."""
    text = "ทีมงานลงพื้นที่ดูสวนมะม่วง ณ อำเภอนาทราย จังหวัดเลย"
    event = Event(date(2020, 2, 17), province="เลย")
    mango = Entry("m", "ดูสวนมะม่วงที่เลย", text, Kind.NEWS, event=event)
    said = fact_of(mango, question)

    assert told in said if told else not said
