"""The unit a question counts in, and texts that tell it in that unit, in others like it, or not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.entries import Entry, Kind
from bot.search.passages.amounts import amounts, asked_unit, counts_in
from tests.search.passages.base import TODAY, asked, fact_of, quotation


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        # Things that may as well be listed are no unit; เกี่ยว and an age ask for no number of any.
        ("แปลงนาของศูนย์ใหญ่กี่ไร่", "ไร่"),
        ("ต้องได้กี่ คะแนนถึงผ่าน", "คะแนน"),
        ("มีผู้มาชมเท่าไหร่", "ผู้"),
        ("ผู้สูงอายุมากันเท่าไหร่", "ผู้"),
        ("ผู้สมัครอายุเท่าไหร่", ""),
        ("เทียบได้กี่หน่วยกิต", "หน่วยกิต"),
        ("มีกี่หน่วยงานมาร่วม", ""),
        ("ตั้งแล้วกี่ศูนย์", ""),
        ("จัดมากี่สิบปีแล้ว", ""),
        ("ทำไมถึงเกี่ยวกัน", ""),
        ("จัดที่ไหน", ""),
        # It is asked of people alone.
        ("คนมาเยอะมั้ย", "คน"),
        ("มีผู้เข้าร่วมเยอะหรือเปล่า", "ผู้"),
        ("คนเยอะแต่ที่จอดรถมีไหม", ""),
    ],
)
def test_the_unit_is_the_word_behind_the_question_word(question: str, unit: str) -> None:
    """Or people, of whom many came."""
    assert unit == asked_unit(asked(question))


@pytest.mark.parametrize(
    ("text", "unit", "told"),
    [
        ("มีที่ดิน 12 ไร่", "ไร่", True),
        ("ที่ดิน ๑๒ ไร่", "ไร่", True),
        ("รับ 40 ที่นั่ง", "คน", True),
        ("นักเรียนกว่าสองร้อยราย", "คน", True),
        ("ใช้เวลา 3 ชั่วโมง", "วัน", True),
        ("ร้อยละ 70", "เปอร์เซ็นต์", True),
        ("รัฐออกให้ 50%", "%", True),
        ("ใช้งบ 2 ล้านบาท", "%", False),
        ("ห้องแถลงข่าวอยู่ชั้น 5", "ชั้น", True),
        ("ราคา 20 บาท", "บาด", True),
        ("ค่าน้ำยาตัวอย่างละ 13 บาท", "ไร่", False),
        ("มีกว่า 300 ตำแหน่ง", "คะแนน", False),
        ("บริจาค 1,000 ลิตร", "เปอร์เซ็นต์", False),
        ("ไร่มันสำปะหลังทั่วประเทศ", "ไร่", False),
    ],
)
def test_a_text_counts_in_a_unit_or_in_one_like_it(text: str, unit: str, told: bool) -> None:
    """People are told in seats as well, days in hours; what is only named is not counted."""
    assert told == counts_in(text, unit)


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_is_read(text: str, question: str) -> None:
    """Whatever is typed or stands in a text, nothing is raised."""
    unit = asked_unit(asked(f"กี่{question}"))
    assert isinstance(counts_in(text, unit or question), bool)


@pytest.mark.parametrize("word", ["มา", "ได้", "ออก"])
def test_a_question_of_one_word_is_read_however_often_it_is_said(word: str) -> None:
    """What repeats in a pattern is bounded, or this would take minutes."""
    (found,) = amounts("ว่าว 40 ตัว", asked(f"{word * 4_096}เท่าไหร่"), TODAY)
    assert 0.5 == found.likeness


def test_what_is_about_something_counts_in_no_unit() -> None:
    """เกี่ยวกับ asks for no number of ยวกับ, beside which people would be of others."""
    question = "ค่ายเกี่ยวกับแมลงแจกเท่าไหร่"
    (found,) = amounts("ค่ายแมลงแจก 300 คน", asked(question), TODAY)
    assert found.likeness == 0.5


@pytest.mark.parametrize(
    "text",
    [
        "ที่อาคาร 9-10 อิมแพ็ค",
        "พบกันที่ห้อง 4 หน้าลิฟต์",
        "ฮอลล์ 5 เมืองทอง",
        "ไม่พบซีเซียม-137 ในน้ำ",
        "ศวภ.1 คือภาคเหนือ",
    ],
)
def test_the_number_of_a_building_an_isotope_or_an_office_counts_nothing(text: str) -> None:
    """Whatever word stands behind it."""
    assert [] == list(amounts(text, asked("มีกี่ประเทศ"), TODAY))


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("จัดใน 21 จังหวัด", True),
        ("กว่า 60 แห่ง", True),
        ("37 หน่วยงาน", True),
        ("ราคา 13 บาท", False),
        ("120 อาคารรัฐ", False),
        ("ปี 2018 แนวคิดใหม่", False),
        ("75/47 ถนนโยธี", False),
        ("รับ 200 คน", False),
    ],
)
def test_how_many_places_there_are_is_told_in_places(text: str, likely: bool) -> None:
    """Or in whatever has a place of its own; in no sums, people or addresses."""
    found = [one.likeness for one in amounts(text, asked("มีกี่แห่ง"), TODAY)]
    assert any(one >= 0.2 for one in found) is likely


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("มีว่าวจำนวน 15 ตัว จาก 6 จังหวัด มาบิน", "จำนวน 15 ตัว จาก 6 จังหวัด"),
        ("มีว่าว 10 ถึง 15 ตัว", "10 ถึง 15 ตัว"),
    ],
)
def test_two_numbers_side_by_side_are_told_together(body: str, told: str) -> None:
    """To who asks for both; and a range whole."""
    assert told == fact_of(Entry("k", "งานว่าว", body), "งานว่าวมีว่าวกี่ตัว จากกี่จังหวัด")


def test_a_unit_is_what_stands_right_behind_the_number() -> None:
    """Not a month that is named somewhere behind it."""
    likely = dict(_likely("ทุกเสาร์ที่ 3 ของเดือนที่มีค่าย ใช้เวลา 2 เดือน", "นานแค่ไหน"))
    assert likely["2 เดือน"] == 1.0
    assert max(likely.get("3 ของเดือนที่มีค่าย", 0.0), 0.0) < 0.2


def test_places_of_another_kind_are_not_those_asked_for() -> None:
    """Unless they are asked for, in whatever word for them."""
    text = "มอบให้โรงเรียนประจำเกาะ 2 แห่ง และมหาวิทยาลัยไผ่ 7 แห่ง ตั้งเป้าสร้างโรงว่าวให้ได้ 150 แห่ง"
    assert ["150 แห่ง"] == _told(text, "จะสร้างโรงว่าวกี่แห่ง")
    assert 1.0 == dict(_likely(text, "มอบให้มหาลัยทั้งหมดกี่แห่ง"))["7 แห่ง"]


def test_a_telephone_number_counts_nothing() -> None:
    """Nor does any part of one, whatever stands behind it."""
    found = amounts("โทร 0 2333 3700 ต่อ 4072-4075 ให้ 5 ล้านบาท", asked("ให้เท่าไหร่"), TODAY)
    assert [one.start for one in found] == [34]


@pytest.mark.parametrize("asked", ["มากี่คน", "มากี่คนคะ", "มากี่คนอ่ะครับ", "มากี่คนน้า", "มากี่ คน"])
def test_a_courtesy_is_no_part_of_the_unit(asked: str) -> None:
    """Whoever asks politely for people gets people, not what stands first."""
    likely = dict(_likely("ปลูก 90 ไร่ มีเด็กมา 200 คน", asked))
    assert (1.0, 0.1) == (likely["200 คน"], likely["90 ไร่"])


def test_a_misspelt_unit_counts_by_its_sound() -> None:
    """กี่บาด is asked in baht."""
    likely = dict(_likely("มี 300 ตำแหน่ง เริ่มที่ 20,000 บาท", "เริ่มกี่บาด"))
    assert likely["20,000 บาท"] > likely["300 ตำแหน่ง"]


def test_only_what_is_typed_may_be_misspelt() -> None:
    """ท่าน, another word for people, sounds like the beginning of ฐานข้อมูล."""
    likely = dict(_likely("โครงการว่าวมี 1 ฐานข้อมูล และเกษตรกร 2,500 ราย", "โครงการว่าว น่าน กี่คน"))
    assert likely["2,500 ราย"] > likely["1 ฐานข้อมูล"]


def _likely(text: str, question: str) -> list[tuple[str, float]]:
    found = amounts(text, asked(question), TODAY)
    return [(text[one.start : one.end].strip(), one.likeness) for one in found]


def _told(text: str, question: str) -> list[str]:
    return [amount for amount, likely in _likely(text, question) if likely >= 1]


def test_what_one_of_many_holds_is_not_how_many_there_are() -> None:
    """A ward of rooms "แบบ 4 เตียง" has more beds than four."""
    text = "ห้องพักแบบ 4 เตียง รวม 224 เตียง"
    likely = max(amounts(text, asked("มีกี่เตียง"), date(2024, 5, 6)), key=lambda one: one.likeness)
    assert "224" in text[likely.start : likely.end]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ฝุ่น PM10 จำนวนมาก", []),
        ("คาดผู้สมัครไม่ต่ำกว่า 9,000 คน", ["ไม่ต่ำกว่า 9,000 คน"]),
        ("มีมากกว่า 30 ทีม", ["มากกว่า 30 ทีม"]),
        ("ใช้เวลา 3 – 5 ปี", ["3 – 5 ปี"]),
        ("ไม่ใส่น้ำร้อนสูงกว่า 95 องศา", ["ไม่ใส่น้ำร้อนสูงกว่า 95 องศา"]),
        ("ไม่มีผู้ชม แต่มีมากกว่า 30 ทีม", ["มากกว่า 30 ทีม"]),
    ],
)
def test_an_amount_begins_with_the_words_that_bound_it(text: str, told: list[str]) -> None:
    """And with no digits of a name."""
    assert told == [amount for amount, _ in _likely(text, "กี่คน")]


def test_a_vote_counts_people() -> None:
    """And nobody by how many did not vote."""
    text = "ผู้ลงมติ เห็นด้วย 409 คน ไม่เห็นด้วย 0 งดออกเสียง 0 ไม่ลงคะแนนเสียง 4"
    assert ["409 คน"] == [one for one, likely in _likely(text, "กี่เสียง") if likely >= 0.5]


def test_a_thing_may_be_counted_by_another_word() -> None:
    """Of it the number is asked, and not of what else could be counted so."""
    assert ["รวม 300 งานวิจัย"] == _told("รวม 300 งานวิจัย และ 60 หน่วยงาน", "มีงานวิจัยกี่เรื่อง")


def test_how_fine_something_is_is_a_length() -> None:
    """The area of a picture is none."""
    text, question = "ถ่ายได้ 90 ตารางกิโลเมตร ละเอียด 30 เซนติเมตร", "ละเอียดแค่ไหน"
    likely = max(amounts(text, asked(question), TODAY), key=lambda one: one.likeness)
    assert "30 เซนติเมตร" == text[likely.start : likely.end].strip()


@pytest.mark.parametrize(
    ("body", "question", "told"),
    [
        ("ขณะนี้เปิดสอน 401 รายวิชา มีผู้เรียน 9 คน", "มีกี่วิชา", "401 รายวิชา"),
        ("เปิดสอน 401 รายวิชา วิชาหลัก 3 วิชา", "มีวิชาหลักกี่วิชา", "3 วิชา"),
        ("อุณหภูมิเฉลี่ยทั้งปีอยู่ที่ 25.4 องศาเซลเซียส", "เฉลี่ยกี่องศา", "25.4 องศาเซลเซียส"),
        ("ว่าวหนัก 20 กิโลกรัม ราคา 9 บาท", "หนักกี่โล", "20 กิโลกรัม"),
        ("ว่าวบินไกล 20 กิโลเมตร", "ไกลกี่กิโล", "20 กิโลเมตร"),
        ("อบรมนาน 3 สัปดาห์ มี 9 คน", "อบรมกี่อาทิตย์", "3 สัปดาห์"),
    ],
)
def test_a_unit_has_other_words(body: str, question: str, told: str) -> None:
    """The very word goes before them; "อยู่ที่" leads to a number and numbers nothing."""
    assert told == fact_of(Entry("c", "เรียนว่าว", body), question)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("เลือกได้ 1-10 อันดับ ส่วนมากน่าจะเลือกกว่า 5 อันดับ", "เลือกได้กี่อันดับ", ["1-10 อันดับ"]),
        ("ส่วนมากน่าจะเลือกกว่า 5 อันดับ", "เลือกได้กี่อันดับ", ["กว่า 5 อันดับ"]),
        ("รับ 10 คน น่าจะมา 8 คน", "น่าจะมากี่คน", ["8 คน"]),
        ("รับ 10 คน อาจารย์มาอีก 8 คน", "จะมีกี่คน", ["10 คน", "อีก 8 คน"]),
        ("รับ 10 คน อาจเพิ่มเป็น 12 คน", "รับกี่คน", ["10 คน"]),
    ],
)
def test_a_guess_gives_way_to_a_number(text: str, question: str, told: list[str]) -> None:
    """Unless it is asked for, or nothing else is told."""
    assert told == _told(text, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ฝึกได้ปีละกี่คน", ["80 – 90 คน"]),
        ("ฝึกกี่คนต่อปี", ["80 – 90 คน"]),
        ("มาวันละกี่คน", ["7 คนต่อวัน"]),
        ("มาเดือนละกี่คน", []),
        ("ได้เดือนละเท่าไหร่ ตั้งเป้ากี่คน", ["5,000 คน"]),
    ],
)
def test_what_is_asked_of_each_year_is_no_total(question: str, told: list[str]) -> None:
    """Nor what is told of each day."""
    assert told == _told("ตั้งเป้าฝึก 5,000 คน แต่ฝึกได้เพียงปีละ 80 – 90 คน มีผู้ชม 7 คนต่อวัน", question)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("ว่าวไทยอันดับที่ 12 ของโลก ส่งออก 5 ล้านตัว", "ว่าวไทยอันดับเท่าไหร่ของโลก", ["อันดับที่ 12 ของโลก"]),
        ("ประชุมว่าว ครั้งที่ 5/2565 มา 40 คน", "ประชุมเป็นครั้งที่เท่าไหร่", ["ครั้งที่ 5/2565"]),
        ("จัดขึ้นเป็นครั้งแรก มี 9 ทีม", "จัดเป็นครั้งที่เท่าไร", ["ครั้งแรก"]),
        ("ครั้งหนึ่งมี 9 ทีม ใช้เป็นครั้งแรก", "จัดเป็นครั้งที่เท่าไร", []),
        ("มา 40 คน", "มีคนเท่าไหร่", ["40 คน"]),
    ],
)
def test_a_place_in_an_order_is_told_as_one(text: str, question: str, told: list[str]) -> None:
    """No other number is told in its stead."""
    assert told == [one for one, likely in _likely(text, question) if likely >= 0.5]


def test_a_scale_is_told_as_a_ratio() -> None:
    """And an hour is none."""
    chart = Entry("map", "แผนที่เกาะไผ่", "เวลา 9:30 น. ใช้แผนที่มาตราส่วน 1 : 50,000 จำนวน 4 แผ่น")
    assert fact_of(chart, "แผนที่เกาะไผ่มาตราส่วนเท่าไหร่") == "1 : 50,000"


def test_a_number_in_words_is_told_in_the_unit_asked_for() -> None:
    """Where none in digits is."""
    pact = Entry("pact", "ข้อตกลงเกาะไผ่", "ข้อตกลงเกาะไผ่ใช้บังคับเป็นระยะเวลาห้าปี โดยทั้งสองประเทศ")
    assert fact_of(pact, "ข้อตกลงเกาะไผ่ใช้บังคับกี่ปี") == "ห้าปี"
    digits = replace(pact, body=f"{pact.body} ต่อได้ 3 ปี")
    assert fact_of(digits, "ข้อตกลงเกาะไผ่ต่อได้กี่ปี") == "3 ปี"


def test_a_share_has_no_unit_behind_it() -> None:
    """What follows says for what it is."""
    fund = Entry("fund", "กองทุนไผ่", "กองทุนไผ่สนับสนุนร้อยละ 80 - 100 เพื่อช่วยชาวสวน")
    assert fact_of(fund, "กองทุนไผ่สนับสนุนกี่เปอร์เซ็นต์") == "ร้อยละ 80 - 100"


def test_the_number_of_a_phase_counts_nothing() -> None:
    """ "เฟส 2 จ้างงาน" are no two."""
    assert [] == list(amounts("เตรียมเฟส 2 จ้างงานต่อ", asked("จ้างกี่คน"), TODAY))


def test_what_some_are_out_of_is_no_number_of_them() -> None:
    """However near the verb it stands."""
    text = "งานว่าวลมหนาวมีว่าวจำนวน 24 ตัวจาก 70 ตัวทั่วเกาะไผ่เข้าร่วม"
    entry = Entry("kites", "งานว่าวลมหนาว", text)
    assert "จำนวน 24 ตัว" == fact_of(entry, "งานว่าวลมหนาวมีว่าวกี่ตัวเข้าร่วม")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("การประชุมว่าว 2025 ครั้งที่ 3 มีคนมา 40 คน", "ครั้งที่ 3"),
        ("การประชุมว่าวจัดมาแล้ว 12 ครั้ง", ""),
        ("การประชุมว่าวจัดมาแล้ว 12 ครั้ง 5 จังหวัด", ""),
    ],
)
def test_which_time_it_is_stands_behind_its_word(text: str, told: str) -> None:
    """A year before the word counts no times, and how many times there were is another question."""
    entry = Entry("kites", "การประชุมว่าว", text)
    assert told == fact_of(entry, "การประชุมว่าวครั้งที่เท่าไหร่")
    assert told != fact_of(entry, "การประชุมว่าวกี่ครั้ง")


def test_people_are_counted_without_a_unit_asked() -> None:
    """ "มากันเท่าไหร่" of people is told in people."""
    text = "ค่ายแมลงแจก 90 ชุด มีคนร่วม 300 คน"
    found = amounts(text, asked("ค่ายแมลงมีคนร่วมเท่าไหร่"), TODAY)
    assert ["300 คน"] == [text[one.start : one.end] for one in found if one.likeness == 1]


@pytest.mark.parametrize("question", ["หอว่าวได้อันดับเท่าไหร่", "หอว่าวอยู่อันดับที่เท่าไร", "หอว่าวได้ที่เท่าไหร่"])
def test_a_rank_is_told_as_one(question: str) -> None:
    """Not the number of those among whom it is; where no rank is told the number stays."""
    tower = Entry("tower", "หอว่าวไทย", "หอว่าวติดท็อป 50 ของโลกในปีนี้ โดยอยู่ในอันดับที่ 47 ด้านการแสดง")
    assert "อันดับที่ 47" == fact_of(tower, question)
    assert "50 ของโลก" in fact_of(replace(tower, body="หอว่าวติดท็อป 50 ของโลก"), question)


@pytest.mark.parametrize("question", ["หอว่าวได้งบทั้งสิ้นเท่าไหร่", "หอว่าวได้งบกี่ล้านบาท"])
def test_a_number_with_a_stray_blank_is_one(question: str) -> None:
    """What stands behind the blank is not told as if it were all."""
    tower = Entry("tower", "หอว่าวไทย", "หอว่าวได้งบจำนวนทั้งสิ้น 153,565. 2580 ล้านบาท จากสภา")
    assert "153,565. 2580 ล้านบาท" in fact_of(tower, question)


@pytest.mark.parametrize("question", ["สมัครได้กี่คณะ", "เลือกได้กี่อันดับ"])
def test_no_people_are_told_to_a_unit_that_begins_like_another(question: str) -> None:
    """คณะ sounds like คน, and อันดับ begins with อัน, which counts anything."""
    exam = Entry(
        "x",
        "สอบขับเรือ",
        "มีผู้สมัคร 183 คน ใน 21 สนามสอบ",
        facts={"จำนวนผู้สมัคร": "183 คน", "จำนวนสนามสอบ": "21 สนามสอบ"},
    )
    assert "" == fact_of(exam, question)


def test_a_name_with_a_number_counts_nothing() -> None:
    """ "2022 คือการแข่ง" is no prize."""
    race = Entry("r", "แข่งว่าว Kite Race 2022", "Kite Race 2022 คือการแข่งว่าวที่เกาะไผ่")
    assert "" == fact_of(race, "แข่งว่าว kite race 2022 รางวัลเท่าไหร่")


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("มี 3 ประเภท จาก 24 ประเทศ", "มีกี่ประเทศ", ["24 ประเทศ"]),
        ("สร้าง 5 หลังคาเรือน", "เปิดกี่หลักสูตร", []),
        ("เปิด 700 รายวิชา 5 รายการ รับ 30 ราย", "รับกี่ราย", ["30 ราย"]),
        ("ตามมาตรา 86 วรรคสอง แห่งพระราชบัญญัติ", "มีกี่แห่ง", []),
        ("หนัก 5 กิโล", "หนักกี่กิโลกรัม", ["5 กิโล"]),
    ],
)
def test_a_unit_is_a_whole_word(text: str, question: str, told: list[str]) -> None:
    """That it begins like another, ประเภท like ประเทศ, counts nothing."""
    assert told == [amount for amount, likely in _likely(text, question) if likely >= 1]


def test_items_are_no_people() -> None:
    """Nor are courses, though both begin with ราย."""
    assert not counts_in("มีสินค้า 5 รายการ", "คน")
    assert counts_in("มาแล้ว 5 ราย", "คน")


def test_a_rate_does_not_tell_how_many_there_are() -> None:
    """Kites that can be seen in an hour are not all there are."""
    seen = Entry("k", "ว่าวบนฟ้า", "คืนนั้นเห็นว่าวได้สูงสุด 25 ตัวต่อชั่วโมง", Kind.NEWS)

    for question, plain in (("บนฟ้ามีว่าวกี่ตัว", False), ("เห็นว่าวชั่วโมงละกี่ตัว", True)):
        fact = quotation(seen, question).fact
        assert fact is not None
        assert plain == fact.is_plain


def test_one_that_something_is_reckoned_for_is_no_count() -> None:
    """What one kite saves in a day does not tell how many kites there are."""
    kite = "ว่าวไฟฟ้า 1 ตัว ถ้าบินวันละ 9 ชั่วโมง จะช่วยลดควัน ปีนี้มีว่าวไฟฟ้า 45 ตัว"

    assert "45 ตัว" in fact_of(Entry("k", "ว่าวไฟฟ้า", kite, Kind.NEWS), "ว่าวไฟฟ้ามีกี่ตัว")


def test_people_are_counted_politely_as_well() -> None:
    """Who asks "กี่คน" is told those whom a release calls ท่าน."""
    assert [("จำนวน 10 ท่าน", 1.0)] == _likely("แต่งตั้งกรรมการจำนวน 10 ท่าน", "กรรมการกี่คน")
