"""The hours of the place that is asked for, where a text tells those of several."""

from datetime import date

import pytest

from bot.knowledge.entries import Contact, Entry, Event
from bot.search.passages.hours import hours_of_site, weekdays_in
from tests.search.passages.base import asked, fact_of

TEXT = (
    "โดยที่ สวนผีเสื้อ บางน้ำ เปิดให้บริการทุกวันอังคาร – ศุกร์ เวลา 09.30 -16.00 น. (ปิดบริการทุกวันจันทร์)"
    " และบ้านผีเสื้อ ตลาดเก่า เปิดให้บริการทุกวัน จันทร์ – ศุกร์ ตั้งแต่เวลา 10.00 – 18.00 น."
)
GARDEN = "ทุกวันอังคาร – ศุกร์ เวลา 09.30 -16.00 น. (ปิดบริการทุกวันจันทร์)"
MARKET = "ทุกวัน จันทร์ – ศุกร์ ตั้งแต่เวลา 10.00 – 18.00 น."


@pytest.mark.parametrize(
    ("question", "hours"),
    [
        ("ตลาดเก่าเปิดกี่โมง", MARKET),
        ("บางน้ำปิดกี่โมง", GARDEN),
        ("บางน้ำหยุดวันไหน", GARDEN),
        ("เปิดกี่โมง", ""),
        ("เชียงใหม่เปิดกี่โมง", ""),
        ("ตลาดเก่าอยู่ที่ไหน", ""),
    ],
)
def test_each_place_has_its_own_hours(question: str, hours: str) -> None:
    """Nothing is told to who names none of them, or asks something else."""
    assert hours == hours_of_site(TEXT, asked(question))


@pytest.mark.parametrize(
    ("question", "hours"),
    [
        ("มหกรรมเห็ด ริมคลอง ในร่มเปิดกี่โมง", "10.00-22.00 น."),
        ("มหกรรมเห็ด ริมคลอง กลางแจ้งเปิดกี่โมง", "15.00-21.00 น."),
        ("มหกรรมเห็ด โซนกลางแจ้งปิดกี่โมง", "15.00-21.00 น."),
    ],
)
def test_what_stands_before_the_hours_tells_whose_they_are(question: str, hours: str) -> None:
    """The name of the whole stands before the first of its parts."""
    text = "มหกรรมเห็ดริมคลอง จัดเมื่อ 3-5 มีนาคม ในร่มเปิด 10.00-22.00 น. กลางแจ้งเปิด 15.00-21.00 น."
    assert hours == hours_of_site(text, asked(question))


def test_a_day_off_is_a_day_on_which_it_is_closed() -> None:
    """The hours that staff wrote down tell it in either word."""
    park = Entry("p", "สวนผีเสื้อ", TEXT, contact=Contact(hours=GARDEN))
    assert [GARDEN, GARDEN] == [fact_of(park, text) for text in ("หยุดวันไหน", "ปิดวันไหน")]
    assert MARKET == fact_of(park, "ที่ตลาดเก่าหยุดวันไหน")


@pytest.mark.parametrize(
    "hours",
    [
        "9-12 น. และ 13-16 น.",
        "09.00-12.00 น. และ 13.00-16.00 น.",
        "เวลา 9.00 - 12.00 น. และเวลา 13.00 - 16.00 น.",
        "09.00-12.00 และ 13.00-16.00 น.",
        "09.00-16.00 น.",
    ],
)
def test_hours_before_and_after_noon_are_told_together(hours: str) -> None:
    """However they are written."""
    place = Entry("butterflies", "สวนผีเสื้อ", f"สวนผีเสื้อเปิดให้บริการ {hours} ทุกวันพุธ มีผีเสื้อ 12 พันธุ์")
    assert hours == fact_of(place, "สวนผีเสื้อเปิดกี่โมง")


HOURS = "ทุกวันอังคาร - ศุกร์ เวลา 09.30 - 16.00 น. วันเสาร์ - อาทิตย์ เวลา 10.00 - 17.00 น. (ปิดทุกวันจันทร์)"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("เสาร์อาทิตย์เปิดกี่โมง", "วันเสาร์ - อาทิตย์ เวลา 10.00 - 17.00 น."),
        ("วันพุธปิดกี่โมง", "ทุกวันอังคาร - ศุกร์ เวลา 09.30 - 16.00 น."),
        ("วันจันทร์เปิดกี่โมง", HOURS),
        ("เปิดกี่โมง", "1-5 ธันวาคม 2569 09.30 - 16.00 น."),
    ],
)
@pytest.mark.parametrize("by_staff", [True, False])
def test_hours_are_those_of_the_day_of_the_week_that_is_asked(
    question: str, told: str, *, by_staff: bool
) -> None:
    """As staff wrote them or the text tells them; those of the event may be of other days."""
    days = Event(date(2026, 12, 1), date(2026, 12, 5), time="09.30 - 16.00 น.")
    contact = Contact(hours=HOURS) if by_staff else None
    text = f"สวนผีเสื้อเปิดให้บริการ{HOURS}".replace(" (ปิดทุกวันจันทร์)", " ปิดทุกวันจันทร์")
    fair = Entry("p", "สวนผีเสื้อ", text, event=days, contact=contact)
    assert told.replace("(", "").replace(")", "") == fact_of(fair, question).translate(
        {ord("("): "", ord(")"): ""}
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("จ.-ศ. 8.30-16.30 น.", {0, 1, 2, 3, 4}),
        ("จ. ถึง พฤ. และ ส.", {0, 1, 2, 3, 5}),
        ("เสาร์-อาทิตย์ ถึง 31 พ.ค. 2567", {5, 6}),
        ("ทุกวันเสาร์ อ.เมือง จ.น่าน ตั้งแต่ พ.ศ. 2560", {5}),
    ],
)
def test_a_day_in_short_is_no_district_or_month(text: str, days: set[int]) -> None:
    """… that begins, or ends, with the same letter and dot."""
    assert weekdays_in(text) == days
