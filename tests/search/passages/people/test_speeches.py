"""What somebody said is quoted from what they said."""

from dataclasses import replace

import pytest

from bot.knowledge.entries import Entry, Kind, Person
from bot.search.passages.people.speeches import speeches
from tests.search.passages.base import asked, quotation

MEETING = Entry(
    "meeting",
    "ประชุมเรื่องปลาบึก",
    "รัฐมนตรีนั่งเรือไปประชุมเรื่องปลาบึกที่ท่าน้ำใหญ่ มีคนร่วมมากมายหลายหมู่บ้าน\n\n"
    "นายดี ทองงาม กล่าวว่า ปลาบึกต้องมีที่วางไข่ และขอให้ทุกบ้านเลิกจับในฤดูฝน\n\n"
    "ขณะที่นางสวรรยา เงินงาม กล่าวว่า ทางกลุ่มจะปล่อยลูกปลาสองหมื่นตัวลงแม่น้ำในเดือนหน้า",
    Kind.NEWS,
    people=(Person("นายดี ทองงาม", "รัฐมนตรี"), Person("นางสวรรยา เงินงาม", "ประธานกลุ่ม")),
)


def quoted(question: str) -> str:
    passages = quotation(MEETING, question).passages
    return " ".join(MEETING.body[start:end] for start, end in passages)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("แล้วรัฐมนตรีว่าไง", "เลิกจับ"),
        ("สวรรยาพูดถึงอะไร", "ลูกปลา"),
        ("สวรรยาพูดถึงปลาบึกว่าอะไร", "ลูกปลา"),
        ("เขาว่าไง", "ที่วางไข่"),
    ],
)
def test_the_words_of_whom_it_is_asked_are_quoted(question: str, said: str) -> None:
    """A minister is known by the role that staff wrote down, others by name."""
    assert said in quoted(question)


def test_the_words_of_who_is_named_in_a_long_question_are_quoted() -> None:
    """Of nobody else's, and of no question for a day."""
    long = "สวรรยาไปประชุมเรื่องปลาบึกที่ท่าน้ำใหญ่กับหลายหมู่บ้าน พูดว่ายังไง"
    assert ["ทางกลุ่ม"] == [
        MEETING.body[a:b].partition("จะ")[0] for a, b in speeches(MEETING, asked(long))
    ]
    nobody = "ที่ไปประชุมเรื่องปลาบึกที่ท่าน้ำใหญ่กับหลายหมู่บ้าน พูดว่ายังไง"
    assert [] == speeches(MEETING, asked(nobody))
    assert [] == speeches(MEETING, asked(f"{long} วันไหน"))


def test_who_asks_nothing_of_the_kind_gets_no_speech() -> None:
    """Nor does whoever asks what something is called, or of somebody who said nothing."""
    for question in (
        "รัฐมนตรีไปยังไง",
        "แปลว่าอะไร",
        "อธิการบดีว่าไง",
        "หมายความว่าไง",
        "ข่าวว่าไง",
        "ลุงมากพูดอะไร",
    ):
        assert [] == speeches(MEETING, asked(question))


@pytest.mark.parametrize(
    ("who", "told"),
    [("รัฐมนตรี", ["ปลาบึก", "“ขอให้", "แม่น้ำ"]), ("สวรรยา", ["“ทางกล"])],
)
def test_a_speech_goes_on_in_its_quotation_marks(who: str, told: list[str]) -> None:
    """And wherever its speaker goes on, but not in what another is named to have said."""
    body = (
        "นายดี ทองงาม รัฐมนตรี กล่าวว่า ปลาบึกต้องมีที่วางไข่ในฤดูฝน\n\n"
        "“ขอให้ทุกบ้านเลิกจับปลาใหญ่” รัฐมนตรี กล่าว\n\n"
        "รัฐมนตรี กล่าวต่อว่า แม่น้ำใหญ่ยังมีน้ำพอสำหรับทุกคน\n\n"
        "“ทางกลุ่มจะปล่อยลูกปลาในเดือนหน้า” นางสวรรยา เงินงาม กล่าว\n\nการประชุมจบลงในตอนบ่าย"
    )
    said = speeches(replace(MEETING, body=body), asked(f"{who}พูดว่าอะไร"))
    assert [body[a:b][:6] for a, b in said] == told


def test_no_passage_goes_on_into_what_another_says() -> None:
    """Not even where there is room for it."""
    assert "สวรรยา" not in quoted("รัฐมนตรีว่าไง")


def test_who_is_named_is_meant_and_not_another_of_the_same_office() -> None:
    """Their own words come first, as they stand, and nothing that stands before these."""
    body = (
        "แผนของวัดคือ\n1. ปลูกไผ่รอบสระ\n2. ขุดลอกสระ\n\n"
        "นายดี ทองงาม รัฐมนตรี กล่าวมอบนโยบายเรื่องปลาบึกแก่ชาวบ้านทุกหมู่บ้านริมแม่น้ำใหญ่ทั้งสองว่า ปลาบึกต้องมีที่วางไข่ "
        "ไม่ว่าจะเป็นฤดูใด\n\nนางสวรรยา เงินงาม รัฐมนตรี กล่าวว่า จะปล่อยลูกปลาบึกสองหมื่นตัวลงแม่น้ำในเดือนหน้า"
    )
    ministers = tuple(replace(one, role="รัฐมนตรี") for one in MEETING.people)
    entry = replace(MEETING, body=body, people=ministers)
    (place,) = quotation(entry, "รัฐมนตรีสวรรยาพูดเรื่องปลาบึกว่าอะไร").passages
    assert body[slice(*place)].startswith("นางสวรรยา")
    named = [Person("นายทองดี มีสุข", "รัฐมนตรี"), *ministers]
    told = speeches(replace(entry, people=tuple(named)), asked("รัฐมนตรีทองงามพูดว่าอะไร"))
    assert [body[a:b][:9] for a, b in told] == ["ปลาบึกต้อ", "จะปล่อยลู"]
