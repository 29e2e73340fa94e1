"""The card of an office goes first where its way is all that is asked."""

from dataclasses import replace

import pytest

from bot.dialogue.replies import Outcome, plain_text
from bot.dialogue.selection.office_cards import OfficeCards
from bot.knowledge.entries import Contact, Entry, Kind
from bot.search import rank
from tests.dialogue.base import AT, ENTRIES, Talk, ask, over


def test_two_offices_are_asked_for_at_once() -> None:
    """Both are offered with their numbers; one with its address is one."""
    mars = replace(
        ENTRIES[2],
        id="agency-mars",
        title="กองทุนดาวอังคาร (MARS Co)",
        keywords=("MARS Co",),
        contact=Contact(("0 2999 2222",)),
        questions=(),
    )
    brain = over((*ENTRIES, mars))
    reply = ask(brain, "ขอเบอร์ สสจ. กับ mars co")
    assert {"agency-moon", "agency-mars"} == {*reply.conversation.offered}
    assert "0 2999 1111" in plain_text(reply)
    assert "0 2999 2222" in plain_text(reply)
    assert ask(brain, "ขอเบอร์กับที่อยู่ สสจ.").entry == "agency-moon"
    reply = ask(brain, "สสจ. กับ mars co ต่างกันยังไง")
    assert {"agency-moon", "agency-mars"} == {*reply.conversation.offered}
    told = Entry("apart", "สสจ. กับ MARS Co ต่างกันอย่างไร", "สสจ. ทำแผนที่ MARS Co ให้ทุน", Kind.FAQ)
    assert "apart" == ask(over((*ENTRIES, mars, told)), "สสจ. กับ mars co ต่างกันยังไง").entry


def test_an_office_named_by_its_letters_needs_no_more_words() -> None:
    """Its abbreviation and the wish to reach it are enough."""
    reply = ask(over(ENTRIES), "ติดต่อ สสจ ดวงจันทร์ ยังไง")
    assert (Outcome.CONTACT, "0 2999 1111") == (reply.outcome, reply.answer)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("โทร สสจ. แล้วไม่รับ", False),
        ("โทร สสจ. แล้วโดนตัด", False),
        ("โทร สสจ. แล้วไม่รับ ขอเบอร์", True),
        ("โทร สสจ. ที่ไหน", True),
    ],
)
def test_what_came_of_a_call_asks_for_no_number(text: str, asks: bool) -> None:
    """Unless another is wanted."""
    brain = over(ENTRIES)
    found = brain._parts.office_cards.office_first(rank(brain._index, text, today=AT.date()))
    assert asks is (found is not None)


def test_the_card_of_an_office_is_the_way_to_reach_it() -> None:
    """Other entries tell of the office and score better; only its card says how to reach it."""
    tests = Entry(
        "moon-tests",
        "ทดสอบชุดอวกาศ สสจ.",
        "ทดสอบชุดอวกาศกับ สสจ. โทร 0 2888 2222",
        Kind.SERVICE,
        questions=("สสจ. โทรอะไร", "โทร สสจ."),
    )
    brain = over((*ENTRIES, tests))
    assert "agency-moon" == ask(brain, "สสจ. โทรอะไร").entry
    assert "moon-tests" == ask(brain, "ทดสอบชุดอวกาศ สสจ. โทรอะไร").entry


def test_where_an_office_is_does_not_say_where_to_buy() -> None:
    """The name of an office and ที่ไหน are not enough for its address, if more is said."""
    assert "agency-moon" == ask(over(ENTRIES), "สำนักงานสำรวจดวงจันทร์อยู่ที่ไหน").entry
    asked = "สสจ. ขายปลาทูกระป๋องที่ไหน"
    assert "agency-moon" != ask(over(ENTRIES), asked).entry


def test_a_service_that_is_asked_for_by_name_is_offered_beside_its_office() -> None:
    """Two of its own words are enough."""
    boats = Entry(
        "boats", "เช่าเรือไม้ไผ่", "เรือไม้ไผ่มีให้เช่าทุกวัน", Kind.SERVICE, contact=Contact(("0 2999 5555",))
    )
    reply = Talk(over((*ENTRIES, boats))).say("เช่าเรือไม้ไผ่ของสำนักงานสำรวจดวงจันทร์ต้องติดต่อใคร")
    assert ("boats", "agency-moon") == reply.conversation.offered
    assert Outcome.CHOICES is reply.outcome


def test_what_an_office_is_not_known_to_do_leads_to_its_card_alone() -> None:
    """Neither to what else has to do with it nor to who does that elsewhere."""
    trip = Entry("trip", "ทัศนศึกษาชายทะเล", "สสจ. พานักเรียนไปชายทะเล", Kind.NEWS)
    work = Entry("work", "ฝึกงานกับโรงหล่อ", "ฝึกงานกับโรงหล่อสองเดือน", Kind.SERVICE)
    brain = over((*ENTRIES, trip, work))
    reaching, moon = OfficeCards(brain._entries), brain._entries["agency-moon"]
    query = rank(brain._index, "ฝึกงานที่ สสจ. รับกี่คน", today=AT.date()).query
    assert [moon] == reaching.only_office([trip, moon, work], query)
    both = replace(work, title="ฝึกงานกับ สสจ.", keywords=("สสจ.",))
    assert [] == reaching.only_office([trip, moon, both], query)


def test_who_is_named_by_its_letters_is_asked_not_its_parts() -> None:
    """A centre says whom it belongs to, and when it was founded itself."""
    moon = replace(ENTRIES[2], facts={"วันก่อตั้ง": "1 เมษายน 2550"})
    centre = Entry(
        "agency-crater",
        "ศูนย์หลุมอุกกาบาตแห่งชาติ (ครก.)",
        "ครก. เป็นศูนย์วิจัยของ สสจ. ก่อตั้ง 20 กันยายน 2526",
        Kind.CONTACT,
        questions=("ครก. ตั้งปีไหน", "ครก. ก่อตั้งปีไหน", "ครก. ของ สสจ. ตั้งปีไหน"),
        keywords=("ครก.",),
        facts={"วันก่อตั้ง": "20 กันยายน 2526"},
        contact=Contact(("0 2999 2222",)),
    )
    brain = over((*(moon if one.id == moon.id else one for one in ENTRIES), centre))
    asked = ("สสจ. ตั้งปีไหน", "ครก. ตั้งปีไหน", "ครก. ของ สสจ. ตั้งปีไหน")
    told = ["agency-moon", "agency-crater", "agency-crater"]
    assert told == [ask(brain, text).entry for text in asked]


def test_in_which_building_an_office_is_asks_its_address() -> None:
    """Not where it once held a workshop; and a name cut in two is one."""
    office = Entry(
        "agency-cells",
        "ศูนย์ชีววิทยา (ทีเซลส์)",
        "ทีเซลส์ส่งเสริมงานด้านยา",
        Kind.CONTACT,
        keywords=("ทีเซลส์",),
        contact=Contact(("0 2999 5555",)),
    )
    course = Entry(
        "course",
        "อบรมกับทีเซลส์ที่ตึกไผ่",
        "ทีเซลส์จัดอบรมที่ตึกไผ่ ชั้น 2 อาคารไผ่เขียว",
        Kind.NEWS,
        questions=("อบรมกับทีเซลส์ตึกไหน",),
    )
    brain = over((*ENTRIES, course, office))
    asked = ("ทีเซลส์อยู่ตึกไหน", "ทีเซลส์อยู่ตึกไหน ชั้นอะไรคับ", "อบรมกับทีเซลส์ตึกไหน")
    told = ["agency-cells", "agency-cells", "course"]
    assert told == [ask(brain, text).entry for text in asked]


def test_the_number_of_another_office_is_asked_for_by_its_name() -> None:
    """By its letters or what its full name says, of two that the topic tells apart."""
    wind = replace(
        ENTRIES[2],
        id="agency-wind",
        title="องค์การพิพิธภัณฑ์ลม (อพวช.)",
        keywords=("อพวช.",),
        contact=Contact(("0 2999 2222",)),
        questions=(),
    )
    plan = replace(wind, id="agency-plan", title="สำนักงานแผนที่ (สอวช.)", keywords=("สอวช.",))
    apart = Entry(
        "apart",
        "สอวช. กับ อพวช. ต่างกันอย่างไร",
        "สอวช. ทำแผนที่ ส่วน อพวช. คือองค์การพิพิธภัณฑ์ลม",
        Kind.FAQ,
        questions=("สอวช. กับ อพวช. ต่างกันอย่างไร",),
    )
    for asked in ("งั้นขอเบอร์ อพวช", "โอเค งั้นขอเบอร์พิพิธภัณฑ์แทน"):
        talk = Talk(over((*ENTRIES, wind, plan, apart)))
        assert "apart" == talk.say("สอวช. กับ อพวช. ต่างกันอย่างไร").entry
        told = talk.say(asked)
        assert ("agency-wind", "0 2999 2222") == (told.entry, told.answer)
