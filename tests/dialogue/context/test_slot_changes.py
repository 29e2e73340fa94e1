"""The last question is asked of another year."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.conversation import Conversation
from bot.dialogue.matching.entry_words import missing_words
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Contact, Entry, Event, Kind, Source
from tests.dialogue.base import AT, CAMP, ENTRIES, RACES, SOAP, Talk, over, race
from tests.dialogue.context.test_carry_over import CHIEFS

FAIRS = (
    *(replace(one, body=f"{one.body} เข้าชมฟรี") for one in RACES),
    Entry(
        "race-years",
        "แข่งเรือไม้ไผ่พลังแสงอาทิตย์ จัดปีไหนบ้าง",
        "แข่งเรือไม้ไผ่พลังแสงอาทิตย์เท่าที่รู้จัดมาแล้ว 3 ครั้ง คือ พ.ศ. 2558 พ.ศ. 2562 และ พ.ศ. 2564 ที่ท่าน้ำวัดเก่า",
        Kind.FAQ,
        questions=("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดปีไหนบ้าง",),
        facts={"ปีที่จัด": "2558 2562 และ 2564"},
    ),
)


def test_another_year_is_another_event_whoever_shares_the_source() -> None:
    """A list of names from the same release has the year in it, and is not what was meant."""
    url = "https://example.go.th/fair"
    fairs = [
        Entry(
            f"fair-{year}",
            f"มหกรรมผ้าไหมน้ำปลีก {year}",
            f"มหกรรมผ้าไหมน้ำปลีก {year} จัดที่น้ำปลีก",
            Kind.EVENT,
            event=Event(
                date(year - 543, 3, 1), date(year - 543, 3, 2), venue=f"หอประชุม {year % 10}"
            ),
            source=Source("", url if year == 2568 else ""),
        )
        for year in (2567, 2568)
    ]
    chiefs = Entry(
        "chiefs", "รายชื่อนายอำเภอ", "นายอำเภอปี 2567 และ 2568", Kind.FAQ, source=Source("", url)
    )
    talk = Talk(over((*ENTRIES, *fairs, chiefs)))
    assert "fair-2568" == talk.say("มหกรรมผ้าไหมน้ำปลีก 2568 จัดที่ไหน").entry
    assert "fair-2567" == talk.say("แล้วปี 67").entry


def test_the_last_question_is_asked_of_another_year() -> None:
    """In full, or by how it lies to the one talked about; the label of that year answers."""
    talk = Talk(over((*ENTRIES, CHIEFS)))
    assert "chiefs" == talk.say("หัวหน้าหอดูดาวบ้านนาคือใคร").entry
    assert "สมหมาย ใจเย็น" == talk.say("แล้วปี 63").answer
    assert "สมศรี ใจดี" == talk.say("ปี 2564 ล่ะ").answer
    races = Talk(over((*ENTRIES, *RACES)))
    assert "race-2019" == races.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562").entry
    assert Outcome.NO_ANSWER == races.say("ปีถัดไปล่ะ").outcome
    assert "race-2021" == races.say("ปีถัดไปล่ะ").entry  # of the year that was asked for last


def test_what_was_asked_last_is_asked_of_another_year() -> None:
    """How many there were, and not where it was, which was asked first."""
    talk = Talk(over((*ENTRIES, *RACES)))
    assert "race-2021" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 จัดที่ไหน").entry
    assert "31 ทีม" == talk.say("มีกี่ทีม").answer
    told = talk.say("แล้วปี 62 ล่ะ")
    assert ("race-2019", "14 ทีม") == (told.entry, told.answer)
    assert "31 ทีม" == talk.say("ปี 64 ล่ะ").answer


def test_whether_it_was_before_is_told_by_what_was() -> None:
    """The earlier ones of its kind to choose from; of the first there are none."""
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 จัดที่ไหน")
    for text in ("ก่อนหน้านี้เคยจัดมั้ย", "เคยจัดมาก่อนไหม"):
        assert ("race-2019",) == talk.say(text).conversation.offered
        talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 จัดที่ไหน")
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562 จัดที่ไหน")
    assert Outcome.CHOICES is not talk.say("เคยจัดมาก่อนไหม").outcome


def test_a_year_counted_from_today_is_one_as_well() -> None:
    """Though it has no word of its own."""
    talk = Talk(over((*ENTRIES, race(2023, "น่าน", "14"), race(2025, "เลย", "31"))))
    assert "race-2023" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2566").entry
    assert "race-2025" == talk.say("ปีที่แล้วล่ะ").entry


def test_a_standing_entry_with_the_label_of_a_year_answers_for_it() -> None:
    """Before what only happened in that year, and not where no label is of the year."""
    visit = replace(
        SOAP,
        id="visit",
        title="หัวหน้าหอดูดาวบ้านนาพาเด็กดูดาว ปี 2563",
        body="หัวหน้าหอดูดาวบ้านนาพาเด็ก 20 คนดูดาวเมื่อ 5 มกราคม 2563",
        published=date(2020, 1, 6),
    )
    talk = Talk(over((*ENTRIES, CHIEFS, visit)))
    assert "สมหมาย ใจเย็น" == talk.say("หัวหน้าหอดูดาวบ้านนา ปี 2563 คือใคร").answer


def test_the_months_short_name_is_no_part_of_a_word() -> None:
    """มี.ค. squeezed stands in มีความ, and says nothing of March there."""
    entry = replace(SOAP, body="งานนี้มีความสนุก", published=None)
    assert ["มีนา"] == missing_words(entry, ["มีนา"])
    assert [] == missing_words(replace(entry, body="จัดเดือนมีนาคม"), ["มีนา"])
    assert [] == missing_words(replace(entry, body="จัด 3 เม.ย."), ["เมษา"])


@pytest.mark.parametrize(
    "message", ["ของปี 64", "แล้วปี 64 ล่ะ", "ปี 2564", "หมายถึงปี 64", "ไม่ใช่ หมายถึงปี 64"]
)
def test_a_list_of_years_gives_way_to_the_event_of_the_year_asked(message: str) -> None:
    """The list names the year too, but only the event tells the rest; of others the list does."""
    talk = Talk(over((*ENTRIES, *FAIRS)))
    assert "race-years" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดปีไหนบ้าง").entry
    assert "race-2021" == talk.say(message).entry
    assert "race-2019" == talk.say("แล้วปี 62 ล่ะ").entry
    assert "race-years" == talk.say("แล้วปี 58 ล่ะ").entry


def test_the_event_of_the_year_asked_goes_before_a_list_of_years() -> None:
    """Nor are the two taken for rivals."""
    reply = Talk(over((*ENTRIES, *FAIRS))).say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดวันไหน ปี 2564")
    assert ("race-2021", "4-5 มีนาคม 2564") == (reply.entry, reply.answer)


def test_a_fact_of_another_year_is_asked_of_the_same_subject() -> None:
    """The year alone would find whatever is of that year."""
    talk = Talk(over((*ENTRIES, *FAIRS, replace(CAMP, title="ค่ายฟังเสียงนกฮูก ปี 2564"))))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562 มีกี่ทีม")
    reply = talk.say("ปี 2564 มีกี่ทีม")
    assert ("race-2021", "31 ทีม") == (reply.entry, reply.answer)
    for other in ("ปี 2570 มีกี่ทีม", "ปี 2570 เรียกกี่ทีม"):
        assert talk.say(other).answer is None


def test_how_to_reach_somebody_is_asked_of_no_year() -> None:
    """Though the last question was of a year that the topic is not of."""
    moon = replace(SOAP, id="moon", contact=Contact(("0 2999 2222",)))
    talk = Talk(over((*ENTRIES, moon)))
    talk.say("สบู่เปลือกมังคุด วว.")
    talk.say("ปีหน้าไปขายที่ไหน")
    assert "0 2999 2222" == talk.say("เบอร์ติดต่อ").answer


def test_the_newest_of_those_offered_is_picked_by_its_days() -> None:
    """Wherever it stands in the list."""
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.memory = Conversation(
        offered=("race-2021", "race-2019"), question="แข่งเรือไม้ไผ่", updated_at=AT
    )
    assert "race-2021" == talk.say("อันล่าสุด").entry


@pytest.mark.parametrize("said", ["อีกปีล่ะจัดที่ไหน", "แล้วอีกอันจัดที่ไหน", "อีกงานนึงล่ะ จัดที่ไหน"])
def test_the_other_of_two_is_asked_what_is_asked_now(said: str) -> None:
    talk = Talk(over((*ENTRIES, *RACES)))
    offered = talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์").conversation.offered
    assert offered[0] == talk.say("1").entry
    told = talk.say(said)
    assert offered[1] == told.entry
    assert {"race-2019": "น่าน", "race-2021": "เลย"}[offered[1]] in (told.answer or "")
    assert offered[0] == talk.say("อีกอันล่ะ").entry


def test_the_other_year_that_is_not_on_screen_is_offered() -> None:
    talk = Talk(over((*ENTRIES, *RACES)))
    assert "race-2021" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 มีกี่ทีม").entry
    assert ("race-2019",) == talk.say("อีกปีล่ะจัดที่ไหน").conversation.offered
    assert "น่าน" in (talk.say("1").answer or "")
    # The year asked before is in force no more.
    assert "น่าน" in (talk.say("จังหวัดอะไร").answer or "")


def test_what_was_asked_by_its_name_is_not_asked_again() -> None:
    """Of another year a new question takes the place of the last, which named what it asked for."""
    themes = (
        replace(
            one, title=f"{one.title} ปี {year}", facts={"ธีม": f"ลม{year}", "ผู้เปิด": f"นายดี{year}"}
        )
        for one, year in zip(RACES, (2562, 2564), strict=True)
    )
    talk = Talk(over((*ENTRIES, *themes)))
    assert "ลม2564" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 ธีมอะไร").answer
    assert "นายดี2562" == talk.say("ปี 2562 ใครเปิด").answer


def test_what_was_asked_since_is_asked_of_one_year_after_the_other() -> None:
    """The last question stays as it was, of the year that was named last."""
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 มีกี่ทีม")
    assert "เลย" in (talk.say("จัดที่ไหน").answer or "")
    assert "น่าน" in (talk.say("แล้วปี 62").answer or "")
    assert "เลย" in (talk.say("แล้วปี 64 ล่ะ").answer or "")
    assert "2564" in talk.memory.question
    assert "ทีม" in talk.memory.question


def test_a_year_named_with_another_question_stays_in_force() -> None:
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 มีกี่ทีม")
    assert "race-2019" == talk.say("แล้ว2562จัดวันไหน").entry
    assert "2562" in talk.memory.question


def test_an_event_called_by_its_year_is_of_no_other() -> None:
    """Though its text mentions that."""
    titled = [
        replace(one, title=f"{one.title} ปี {year}", body=f"{one.body} ข่าวพิมพ์ปีผิดเป็น 2562")
        for one, year in zip(RACES, (2562, 2564), strict=True)
    ]
    talk = Talk(over((*ENTRIES, *titled)))
    assert "race-2021" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 มีกี่ทีม").entry
    assert "race-2019" == talk.say("ปี 2562 จัดที่ไหน").entry


@pytest.mark.parametrize("year", ["ปี 64", "ปี 2564"])
def test_another_year_is_asked_something_else_at_once(year: str) -> None:
    """By its own clause, and not what was asked last."""
    talk = Talk(over((*ENTRIES, *RACES)))
    assert "race-2019" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562 จัดที่ไหน").entry
    told = talk.say(f"แล้ว{year} ล่ะ มีกี่ทีม")
    assert ("race-2021", "31 ทีม") == (told.entry, told.answer)
    assert "14 ทีม" == talk.say("แล้วปี 62 ล่ะ").answer


def test_the_year_before_is_that_before_the_one_asked_of_last() -> None:
    """Of a list of years, which is of none; what it asks of that year may have no question word."""
    later = race(2020, "แพร่", "22")
    talk = Talk(over((*ENTRIES, *RACES, later, FAIRS[-1])))
    assert "race-years" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์จัดปีไหนบ้าง").entry
    talk.say("ปี 2564 จัดที่ไหน")
    assert "race-2020" == talk.say("แล้วปีก่อนหน้านั้นล่ะ มีทีมเข้าร่วมด้วยใช่ป่ะ").entry


def test_behind_a_year_it_is_asked_how_it_is_now() -> None:
    """ "ตอนนี้ล่ะ" alone asks nothing of what was asked of no year."""
    now = replace(CHIEFS, facts={**CHIEFS.facts, "หัวหน้าหอดูดาวคนปัจจุบัน": "ยังยืนยันไม่ได้"})
    talk = Talk(over((*ENTRIES, now)))
    talk.say("หัวหน้าหอดูดาวบ้านนาปี 2563 คือใคร")
    talk.say("แล้วปี 64 ล่ะ")
    told = talk.say("แล้วตอนนี้อะ")
    assert ("chiefs", True) == (told.entry, "ตอนนี้" in told.conversation.question)


@pytest.mark.parametrize("message", ["แล้วที่ระนองอะ", "ของระนองล่ะ", "ระนองวันไหน"])
def test_the_event_held_in_a_province_goes_before_one_that_tells_of_it(message: str) -> None:
    """A list of the provinces to come is no answer of one of them."""
    stops = [
        Entry(
            f"loom-{place}",
            f"กี่ทอผ้าสัญจร {place}",
            f"กี่ทอผ้าสัญจร {place} เป็นหนึ่งในสามครั้ง คือ สตูล ระนอง และกระบี่ มีผ้าให้ดู 40 ผืน",
            Kind.EVENT,
            event=Event(date(2019, 10, day), date(2019, 10, day), province=place),
        )
        for day, place in ((28, "ระนอง"), (30, "สตูล"))
    ]
    talk = Talk(over((*ENTRIES, *stops)))
    assert "loom-สตูล" == talk.say("กี่ทอผ้าสัญจรที่สตูลจัดวันไหน").entry
    told = talk.say(message)
    assert ("loom-ระนอง", "28 ตุลาคม 2562") == (told.entry, told.answer)
    event = Event(date(2019, 10, 30), date(2019, 10, 30), venue="โรงทอลุงหมาย")
    somewhere = replace(stops[1], event=event)  # in a province that nobody wrote down
    talk = Talk(over((*ENTRIES, stops[0], somewhere)))
    assert "loom-สตูล" == talk.say("กี่ทอผ้าสัญจรที่สตูลจัดวันไหน").entry
    assert "loom-สตูล" == talk.say(message).entry


@pytest.mark.parametrize("message", ["จัดมาตั้งแต่ปีไหน", "เริ่มจัดปีไหน"])
def test_since_when_it_is_held_is_asked_of_all_its_years(message: str) -> None:
    """No event tells that by its own day; what tells of them all does."""
    years = replace(FAIRS[-1], facts={"ปีที่เริ่มจัด": "2558"})
    talk = Talk(over((*ENTRIES, *FAIRS[:-1], years)))
    assert "race-2019" == talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562 จัดที่ไหน").entry
    told = talk.say(message)
    assert ("race-years", "2558") == (told.entry, told.answer)
    alone = Talk(over((*ENTRIES, RACES[0])))
    assert "race-2019" == alone.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562 จัดที่ไหน").entry
    assert alone.say(message).answer is None


def test_the_other_year_is_of_the_event_that_was_asked_without_its_name() -> None:
    """What it gave away once need not be told of the next one's days."""
    fairs = [
        Entry(
            f"kites-{year}",
            f"มหกรรมว่าวบ้านไร่ {year} ที่ลานใหญ่ (มีนาคม {year})",
            f"มหกรรมว่าวบ้านไร่ {year} จัดที่ลานใหญ่ {more}",
            Kind.EVENT,
            event=Event(date(year - 543, 3, 1), date(year - 543, 3, day), venue="ลานใหญ่"),
        )
        for year, day, more in ((2567, 4, "แจกจักรยานไฟฟ้า 5 คัน"), (2568, 9, "มีพิธีปิด"))
    ]
    talk = Talk(over((*ENTRIES, *fairs)))
    assert "kites-2567" == talk.say("แจกจักรยานไฟฟ้ากี่คัน").entry
    told = talk.say("แล้วปี 68 ล่ะ จัดกี่วัน")
    assert told.entry == "kites-2568"
    assert (told.answer or "").startswith("9 วัน")


@pytest.mark.parametrize("text", ["ปีหน้าละ", "ปีนี้ล่ะจัดวันไหน", "แล้วปีนี้ฟรีไหม", "แล้วแข่งเรือปีนี้ล่ะ"])
def test_of_a_year_without_one_just_that_is_said(text: str) -> None:
    """What was of another year is not told as if it were of this."""
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 จัดที่ไหน")
    reply = talk.say(text)
    assert Outcome.NO_ANSWER is reply.outcome
    year = "2570" if "หน้า" in text else "2569"
    assert plain_text(reply).startswith(f"ยังไม่พบเรื่องนี้ของปี {year}")


def test_a_month_of_a_year_is_that_year_of_what_is_held_then() -> None:
    """As far as the topic was held in it; a bare month is no other year."""
    talk = Talk(over((*ENTRIES, *RACES)), at=AT.replace(year=2021, month=11))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562 จัดวันไหน")
    told = talk.say("แล้วมีนาที่ผ่านมาล่ะ จัดวันไหน")
    assert ("race-2021", "4-5 มีนาคม 2564") == (told.entry, told.answer)
    assert "race-2019" == talk.say("มีนา 62 ล่ะ").entry


def test_what_nothing_answers_stands_in_no_way_of_another_year() -> None:
    """The last question that was answered is asked of it."""
    talk = Talk(over((*ENTRIES, *RACES)))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2564 จัดที่ไหน")
    talk.say("เรือไม้ไผ่แล่นกลางคืนยังไงให้ไม่ชน")
    assert "race-2021" == talk.memory.topic
    assert "race-2019" == talk.say("แล้วปี 62 ล่ะ").entry


MUSEUM = tuple(
    Entry(
        f"museum-{year}",
        title,
        f"{title} ที่บ้านหมอก เปิดให้เข้าชมฟรีช่วงปีใหม่",
        Kind.EVENT,
        event=Event(date(year - 544, 12, 22), date(year - 543, 1, 5), cost="ฟรี"),
    )
    for year, title in (
        (2562, "พิพิธภัณฑ์ผ้าบ้านหมอกมอบความสุข เข้าฟรี"),
        (2563, "ต้อนรับปีใหม่ พิพิธภัณฑ์ผ้าบ้านหมอกเข้าฟรี"),
    )
)


@pytest.mark.parametrize("text", ["ปีใหม่ปีนี้ล่ะ", "แล้วปีใหม่ปีนี้", "แล้วช่วงปีใหม่ปีนี้ล่ะ ฟรีไหม"])
@pytest.mark.parametrize("first", ["พิพิธภัณฑ์ผ้าบ้านหมอกมอบความสุข ฟรีไหม", "พิพิธภัณฑ์ผ้าบ้านหมอกเข้าฟรีไหม"])
def test_what_is_called_by_more_than_the_year_has_to_be_of_it(first: str, text: str) -> None:
    """The fee of another year is not told, be it the topic's or that of a choice."""
    talk = Talk(over((*ENTRIES, *MUSEUM)))
    talk.say(first)
    assert talk.say(text).entry is None
