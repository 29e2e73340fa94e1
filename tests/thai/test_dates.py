"""Today is Monday 23 November 2569."""

from datetime import date
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.thai import spoken_dates, written_dates
from bot.thai.dates import (
    Precision,
    dates_in_full,
    find_dates,
    impossible_dates,
    parse_date,
    thai_date,
    thai_range,
    without_dates,
)
from bot.thai.written_dates import full_month
from tests.support.phrases import pairs, phrases
from tests.support.work import lines_run
from tests.thai.strategies import message

TODAY = date(2026, 11, 23)

ONE_DAY = dict.fromkeys(
    phrases("""
        26 มีนาคม 2555 | ๒๖ มีนาคม ๒๕๕๕ | 26 มี.ค. 2555 | 26 มีค 2555 | 26 มี.ค. 55 | 26มี.ค.55
        วันที่ 26 มีนาคม พ.ศ. 2555 | วันที่ 26 เดือนมีนาคม ปี 2555 | วันจันทร์ที่ 26 มีนาคม 2555
        26 มีนาคม ค.ศ. 2012 | 26 มีนาคม 2012 | 26/3/2555 | 26/03/2012 | 26-03-2555 | 26.3.2555
        26/3/55 | 2012-03-26 | 26 March 2012 | 26 Mar 2012 | March 26, 2012
    """),
    "2012-03-26",
) | {
    "1 ม.ค. 2563": "2020-01-01",
    "14 กุมภา 60": "2017-02-14",
    "14 ก.พ. 2560": "2017-02-14",
    "30 เมษายน 2560": "2017-04-30",
    "1 พค 2566": "2023-05-01",
    "6 มิ.ย. 2566": "2023-06-06",
    "5 กรกฏาคม 2564": "2021-07-05",
    "18 สิงหาคม 2411": "1868-08-18",
    "18 ส.ค. 2568": "2025-08-18",
    "15 กันยา 2567": "2024-09-15",
    "19 ต.ค. 2567": "2024-10-19",
    "21 พย 62": "2019-11-21",
    "5 พฤษจิกายน 2562": "2019-11-05",
    "31 ธันวาคม 2559": "2016-12-31",
    "29 กุมภาพันธ์ 2567": "2024-02-29",
}
_SPANS = {  # texts by their first and last day and how exactly these are told
    ("2012-03-11", "2012-03-20", "month"): ["กลางเดือนมีนาคม 2555"],
    ("2020-03-01", "2020-03-31", "month"): ["งานเดือน มีค 63"],
    ("2020-02-01", "2020-02-29", "month"): ["มีอะไรบ้าง กพ 2563"],
    ("2024-02-21", "2024-02-29", "month"): ["ปลาย ก.พ. 2567"],
    ("2024-04-01", "2024-06-30", "month"): ["ไตรมาส 2 ปี 67"],
    ("2012-03-26", "2012-03-28", "day"): phrases("""
        26-28 มีนาคม 2555 | 26–28 มีนาคม 2555 | วันที่ 26 - 28 มี.ค. 55 | 26 ถึง 28 มีนาคม 2555
        วันจันทร์ที่ 26 มีนาคม 2555 เวลา 18.00 น. ถึงวันพุธที่ 28 มี.ค. 55
        26 มีนาคม ไปจนถึงวันที่ 28 มีนาคม 2555 | 26 และ 28 มีนาคม 2555 | 26, 27 และ 28 มีนาคม 2555
        วันจันทร์ที่ 26 - วันพุธที่ 28 มีนาคม 2555
    """),
    ("2026-12-14", "2026-12-16", "day"): phrases(
        "14 to 16 December 2026 | December 14 to 16, 2026"
    ),
    ("2026-11-30", "2026-12-02", "day"): ["30 November and 2 December 2026"],
    ("2012-03-26", "2012-03-27", "day"): phrases(
        "26 ถึงรุ่งเช้า 27 มีนาคม 2555 | คืนวันที่ 26 ถึงเช้าวันที่ 27 มีนาคม 2555"
    ),
    ("2019-03-30", "2019-04-02", "day"): ["30 มีนาคม - 2 เมษายน 2562"],
    ("2019-12-30", "2020-01-02", "day"): ["30 ธันวาคม - 2 มกราคม 2563"],
    ("2016-12-31", "2017-01-03", "day"): ["31 ธ.ค. 2559 - 3 ม.ค. 2560"],
    ("2021-10-01", "2022-09-30", "day"): ["1 ต.ค. 64 – 30 ก.ย. 65"],
    ("2026-12-01", "2026-12-05", "day"): ["1-5 ธ.ค. นี้"],
    ("2026-03-26", "2026-03-26", "day"): ["26 มีนาคมนี้"],
    ("2027-03-26", "2027-03-26", "day"): phrases("26 มีนาคมปีหน้า | 26 มีนาคม"),
    ("2026-10-15", "2026-10-15", "day"): ["15 ตุลาคม"],
    ("2017-03-01", "2017-03-31", "month"): ["มีนาคม 2560"],
    ("2024-02-01", "2024-02-29", "month"): ["เดือนกุมภาพันธ์ 2567"],
    ("2020-10-01", "2020-10-31", "month"): ["ต.ค. 2563"],
    ("2027-03-01", "2027-03-31", "month"): phrases("เดือนมีนา | มีนาคมหน้า"),
    ("2026-12-01", "2026-12-31", "month"): phrases("ธันวาคมนี้ | เดือนหน้า | สิ้นปีนี้"),
    ("2025-03-01", "2025-03-31", "month"): ["มีนาคมปีที่แล้ว"],
    ("2026-03-01", "2026-03-31", "month"): ["มีนาคมที่ผ่านมา"],
    ("2024-07-01", "2024-07-31", "month"): ["ปี 2567 เดือนกรกฎา"],
    ("2024-03-01", "2024-03-31", "month"): ["ปี 67 ช่วงเดือนมี.ค."],
    ("2023-08-01", "2023-08-31", "month"): ["พ.ศ. 2566 สิงหาคม"],
    ("2025-09-01", "2025-09-30", "month"): ["ปีที่แล้วเดือนกันยายน"],
    ("2022-11-01", "2023-01-31", "month"): ["ปี 2565 เดือนพฤศจิกายนถึงมกราคม"],
    ("2021-07-05", "2021-07-05", "day"): ["ปี 2564 วันที่ 5 กรกฎาคม"],
    ("2022-01-01", "2022-03-31", "month"): ["มกราคม-มีนาคม 2565"],
    ("2021-12-01", "2022-01-31", "month"): ["ธันวาคม 2564 ถึง มกราคม 2565"],
    ("2022-03-01", "2022-03-31", "month"): ["เดือน 3 ปี 2565"],
    ("2023-07-01", "2023-09-30", "month"): ["ไตรมาส 3 ปี 2566"],
    ("2023-01-01", "2023-03-31", "month"): ["ไตรมาสที่ 1/2566"],
    ("2017-01-01", "2017-12-31", "year"): phrases("ปี 2560 | ปี ๒๕๖๐ | ปี 60 | ปี60 | ปี๖๐ | ค.ศ. 2017"),
    ("2012-01-01", "2012-12-31", "year"): phrases("พ.ศ. 2555 | พศ 2555"),
    ("2021-01-01", "2021-12-31", "year"): phrases("2564 | 5 ปีที่แล้ว"),
    ("2019-01-01", "2019-12-31", "year"): ["2019"],
    ("2021-01-01", "2025-12-31", "year"): ["ปี 2564-2568"],
    ("2022-10-01", "2023-09-30", "year"): phrases("ปีงบประมาณ 2566 | ปีงบประมาณ พ.ศ. 2566 | ปีงบ 66"),
    ("2026-10-01", "2027-09-30", "year"): ["ปีงบประมาณนี้"],
    ("2027-10-01", "2028-09-30", "year"): ["ปีงบประมาณหน้า"],
    ("2026-11-23", "2026-11-23", "day"): phrases("วันนี้ | คืนนี้"),
    ("2026-11-24", "2026-11-24", "day"): ["พรุ่งนี้"],
    ("2026-11-25", "2026-11-25", "day"): ["มะรืน"],
    ("2026-11-22", "2026-11-22", "day"): ["เมื่อวาน"],
    ("2026-11-21", "2026-11-21", "day"): ["เมื่อวานซืน"],
    ("2026-11-26", "2026-11-26", "day"): phrases("อีก 3 วัน | อีกสามวัน"),
    ("2026-11-18", "2026-11-18", "day"): phrases("5 วันก่อน | 5 วันก่อนมีข่าว"),
    ("2026-11-23", "2026-11-25", "day"): ["ใน 2 วันนี้"],
    ("2026-11-23", "2026-11-30", "day"): ["ภายใน 7 วัน"],
    ("2026-11-23", "2029-12-31", "year"): ["ใน 3 ปี"],
    ("2026-11-27", "2026-11-27", "day"): ["ศุกร์นี้"],
    ("2026-12-04", "2026-12-04", "day"): ["วันศุกร์หน้า"],
    ("2026-11-20", "2026-11-20", "day"): ["ศุกร์ที่แล้ว"],
    ("2026-11-29", "2026-11-29", "day"): ["วันอาทิตย์นี้"],
    ("2026-12-06", "2026-12-06", "day"): ["วันอาทิตย์หน้า"],
    ("2026-11-28", "2026-11-29", "day"): ["เสาร์อาทิตย์นี้"],
    ("2026-12-05", "2026-12-06", "day"): ["สุดสัปดาห์หน้า"],
    ("2026-11-23", "2026-11-29", "week"): ["สัปดาห์นี้"],
    ("2026-11-30", "2026-12-06", "week"): ["อาทิตย์หน้า"],
    ("2026-11-16", "2026-11-22", "week"): ["สัปดาห์ที่แล้ว"],
    ("2026-11-09", "2026-11-15", "week"): ["สองสัปดาห์ที่แล้ว"],
    ("2026-11-01", "2026-11-30", "month"): ["เดือนนี้"],
    ("2026-10-01", "2026-10-31", "month"): ["เดือนที่แล้ว"],
    ("2027-01-01", "2027-01-31", "month"): ["อีกสองเดือน"],
    ("2026-06-01", "2026-06-30", "month"): ["5 เดือนที่แล้ว"],
    ("2026-12-01", "2026-12-10", "month"): ["ต้นเดือนหน้า"],
    ("2026-11-11", "2026-11-20", "month"): ["กลางเดือน"],
    ("2026-11-21", "2026-11-30", "month"): ["สิ้นเดือนนี้"],
    ("2026-12-15", "2026-12-15", "day"): ["วันที่ 15 เดือนหน้า"],
    ("2026-11-24", "2026-11-26", "day"): ["วันที่ 24-26 นี้"],
    ("2026-01-01", "2026-12-31", "year"): ["ปีนี้"],
    ("2027-01-01", "2027-12-31", "year"): ["ปีหน้า"],
    ("2025-01-01", "2025-12-31", "year"): phrases("ปีที่แล้ว | ปีก่อน"),
    ("2027-01-01", "2027-03-31", "month"): ["ต้นปีหน้า"],
    ("2021-10-01", "2021-10-31", "month"): ["รัชกาลที่ 9 เดือนตุลาคม 2564"],
    ("2017-11-01", "2017-11-30", "month"): ["ประชุมครั้งที่ ๓ พฤศจิกายน 2560"],
    ("2017-10-01", "2017-10-31", "month"): ["รุ่นที่ห้า ตุลาคม 2560"],
    ("2017-11-05", "2017-11-05", "day"): ["ครั้งที่ 3 วันที่ 5 พฤศจิกายน 2560"],
}
SPANS = {text: days for days, texts in _SPANS.items() for text in texts}
NO_DATE = [
    *phrases(
        "โทร 0 2564 7000 | 0 2333 3700 | 02-201-7000 | ข้อ 1 มีความสำคัญ | สำนักงาน ก.พ. | เลขา ก.พ."
    ),
    *phrases("สอบ กพ 63 | 1,2564 คน | 2000 คน | ผู้เข้าร่วม 2500 คน | ศาลตุลาการ | วันนั้น | ทุกวันนี้"),
    *phrases("กุ้งก้ามกราม | พระที่นั่งสิงหาสน์ | ลงทะเบียน 3 วันก่อนงาน | ยานลงจอดดวงจันทร์นี้"),
    *phrases("ดาวศุกร์ก่อนรุ่งสาง | เซลล์แสงอาทิตย์นี้ | วันที่ 28-5 นี้ | ครั้งที่ 6 | 75/47 | ISO/IEC 17025"),
    *("แปดริ้ว", ""),
]


@pytest.mark.parametrize(("text", "day"), ONE_DAY.items())
def test_one_day_is_read_in_every_spelling(text: str, day: str) -> None:
    """A date with its year is one day, however it is written, alone or in a sentence."""
    expected = date.fromisoformat(day)
    assert parse_date(text) == expected
    (found,) = find_dates(f"จัดงาน {text} ที่นครสวรรค์", TODAY)
    assert (found.first, found.last, found.precision) == (expected, expected, Precision.DAY)


@pytest.mark.parametrize(("text", "days"), SPANS.items())
def test_ranges_and_spoken_dates_are_found(text: str, days: tuple[str, str, str]) -> None:
    """Ranges, months, years and spoken dates mean their first and last day."""
    (found,) = find_dates(text, TODAY)
    assert (found.first.isoformat(), found.last.isoformat(), found.precision) == days
    assert parse_date(text) is None


@pytest.mark.parametrize("text", NO_DATE)
def test_numbers_that_are_no_dates_are_left(text: str) -> None:
    """Phones, counts, codes and offices are no dates."""
    assert find_dates(text, TODAY) == ()
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["31 กุมภาพันธ์ 2560", "0 มีนาคม 2560", "30/2/2560", "2560-13-01"])
def test_days_that_do_not_exist_are_none(text: str) -> None:
    """A day outside the calendar is not corrected to another."""
    assert parse_date(text) is None
    assert Precision.DAY not in {span.precision for span in find_dates(text, TODAY)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ประชุมวันที่ 31 กุมภาพันธ์ 2570 ที่ห้องใหญ่", ["วันที่ 31 กุมภาพันธ์ 2570"]),
        ("ปิดรับ ๓๑ เม.ย. ๒๕๗๐", ["๓๑ เม.ย. ๒๕๗๐"]),
        ("วันที่ 12-10 มกราคม 2570", ["วันที่ 12-10 มกราคม 2570"]),
        ("ส่งภายใน 30/2/2570 และ 31/4/2570", ["30/2/2570", "31/4/2570"]),
        ("29 กุมภาพันธ์ 2570 และ 28 กุมภาพันธ์ 2570", ["29 กุมภาพันธ์ 2570"]),
        ("29 กุมภาพันธ์ 2567 และ 29 กุมภาพันธ์", []),
        ("ราว ค.ศ. 1600-1700 ระหว่าง 30 มกราคม - 2 กุมภาพันธ์ 2570", []),
    ],
)
def test_days_that_no_calendar_has_are_pointed_out(text: str, told: list[str]) -> None:
    """Beside good days too; old years and a leap day are none of them."""
    assert told == [text[start:end].strip() for start, end in impossible_dates(text)]


def test_spans_tell_where_they_stand() -> None:
    """Several dates in one text come in reading order with their places."""
    text = "ประชุม 26-28 มีนาคม 2555 สรุปผลปี 2556 และครั้งหน้าเดือนหน้า"
    spans = find_dates(text, TODAY)
    told = [text[span.start : span.end] for span in spans]
    assert told == ["26-28 มีนาคม 2555", "ปี 2556", "เดือนหน้า"]


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2012-03-26", "2012-03-26", "26 มีนาคม 2555"),
        ("2012-03-26", "2012-03-28", "26-28 มีนาคม 2555"),
        ("2019-03-30", "2019-04-02", "30 มีนาคม - 2 เมษายน 2562"),
        ("2016-12-31", "2017-01-03", "31 ธันวาคม 2559 - 3 มกราคม 2560"),
    ],
)
def test_ranges_name_what_they_share_once(first: str, last: str, written: str) -> None:
    """A range is as short as it can be and is read back as it was."""
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert thai_range(*days) == written
    (found,) = find_dates(written, TODAY)
    assert (found.first, found.last) == days


@given(st.dates(date(1800, 1, 1), date(2456, 12, 31)), st.integers(0, 800))
def test_what_is_written_is_read_back(first: date, length: int) -> None:
    """Every day and every range, as it is written."""
    last = date.fromordinal(first.toordinal() + length)
    (found,) = find_dates(thai_range(first, last), TODAY)
    assert (found.first, found.last) == (first, last)
    assert parse_date(thai_date(first)) == first


@given(message, st.dates())
def test_any_text_on_any_day_is_searched(text: str, today: date) -> None:
    """No text and no day raises; spans lie inside the text and never overlap."""
    spans = find_dates(text, today)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert parse_date(text) is None or parse_date(text) in {span.first for span in spans}
    assert spans or dates_in_full(text, today) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    pairs("""
        งานว่าว 2 กพ 65 จัดที่ไหน → งานว่าว 2 กุมภาพันธ์ 2565 จัดที่ไหน | 5/11/62มีอะไร → 5 พฤศจิกายน 2562 มีอะไร
        31 ธ.ค. 62 - 3ม.ค.63 → 31 ธันวาคม 2562 - 3มกราคม 2563 | aug 12-15, 2019 → 12-15 สิงหาคม 2562
        ปี 60 กับปีงบ 63 → ปี 2560 กับปีงบ 2563 | พ.ศ. 62 → พ.ศ. 2562
        2 ธ.ค. นี้ กับธันวานี้ → 2 ธ.ค. นี้ กับธันวานี้ | ค.ศ. 19 อายุ 60 ปี เดือนหน้า → ค.ศ. 19 อายุ 60 ปี เดือนหน้า
    """),
)
def test_dates_are_printed_in_full(typed: str, printed: str) -> None:
    """What is no date, or spoken, stays as it is; so does what is printed in full."""
    assert dates_in_full(typed, TODAY) == printed
    assert dates_in_full(printed, TODAY) == printed


@pytest.mark.parametrize("text", [*ONE_DAY, *SPANS])
def test_dates_in_full_are_the_same_days(text: str) -> None:
    """However they were written."""
    meant = [(span.first, span.last) for span in find_dates(text, TODAY)]
    full = dates_in_full(text, TODAY)
    assert [(span.first, span.last) for span in find_dates(full, TODAY)] == meant


@pytest.mark.parametrize(
    ("word", "month"),
    [("สค", "สิงหาคม"), ("ส.ค.", "สิงหาคม"), ("มิ.ย", "มิถุนายน"), ("สคบ", ""), ("", "")],
)
def test_a_month_is_known_by_its_letters(word: str, month: str) -> None:
    """With and without their dots."""
    assert full_month(word) == month


def test_a_month_with_a_year_of_its_own_is_of_no_other() -> None:
    """Two dates stand side by side."""
    found = find_dates("ตั้งแต่ปี 2560 มีนาคม 2561", TODAY)
    assert [(one.first.year, one.precision) for one in found] == [
        (2017, Precision.YEAR),
        (2018, Precision.MONTH),
    ]
    commission = find_dates("ทุนปี 2562 ก.พ. เปิดรับ", TODAY)
    assert (commission[0].first.year, commission[0].precision) == (2019, Precision.YEAR)


def test_dates_are_left_out() -> None:
    """What is left of a text without its dates, all of it and in order."""
    text = "งานวันที่ 5 มกราคม 2563 กับเดือนหน้าที่ไหน"
    assert without_dates(text, find_dates(text, TODAY)).split() == ["งาน", "กับ", "ที่ไหน"]


_PIECES = (
    "3 ", "มกราคม", "ก.พ. ", "มีนา", "ที่", "สอง", "วัน", "สัปดาห์", "อาทิตย์", "ที่แล้ว", "ก่อน", "ที่ผ่านมา",
    "ข้างหน้า", "ถัดไป", "สุดสัปดาห์", "เสาร์อาทิตย์", "ส-อา", "วันหยุด", "หน้า", "นี้", "ต้น", "ปลาย", "เดือน",
    "ปี", "พ.ศ. ", "คศ", "2560", "-",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), min_size=2, max_size=7).map("".join))
def test_what_a_text_is_asked_for_first_stands_in_every_match(text: str) -> None:
    """A form whose signs a text has not, it has not either."""
    for form in (*written_dates.FORMS, *spoken_dates.FORMS):
        found = [*form.pattern.finditer(text)]
        assert found == [] or [*form.matches(text)] != []
        assert found == [] or form in spoken_dates.FORMS or form in written_dates.forms_in(text)


def test_the_work_to_find_many_dates_grows_with_their_number() -> None:
    """Thousands of them are no reason to wait."""
    one = "วันที่ 1 ธันวาคม 2569 "
    found = find_dates(one * 5_000, TODAY)
    assert (5_000, len(one)) == (len(found), found[1].start - found[0].start)
    some, more = (lines_run(partial(find_dates, one * n, TODAY)) for n in (200, 800))
    assert more < 6 * some
