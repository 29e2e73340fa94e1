"""Messages about the choices on screen: the one that is called so, the one that answers."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.conversation import Conversation
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Entry, Kind
from tests.dialogue.base import AT, ENTRIES, Talk, over

MILL = Entry(
    "mill",
    "สอนสานกระด้งที่บ้านโคกนา",
    "สอนสานกระด้งให้ชาวบ้านโคกนา",
    Kind.NEWS,
    published=date(2024, 3, 1),
)
COURSES = (
    MILL,
    replace(
        MILL,
        id="snacks",
        title="สอนทอดข้าวเกรียบที่บ้านโคกนา",
        body="สอนทอดข้าวเกรียบให้ชาวบ้านโคกนา วันที่ 3 มีนาคม 2567 มีผู้เรียน 30 คน",
    ),
    replace(
        MILL,
        id="crackers",
        title="ประกวดข้าวเกรียบโลก",
        body="ข้าวเกรียบกว่าร้อยชนิดจากสิบประเทศมาประกวดกันในงานข้าวเกรียบโลก",
        questions=("ข้าวเกรียบ", "ประกวดข้าวเกรียบ"),
    ),
)
AIR = (
    Entry(
        "air-talk",
        "คุยเรื่องควันไฟป่าดอยสูง",
        "นักวิชาการคุยเรื่องควันไฟป่าดอยสูงให้ดูค่าควันกันทุกวัน",
        Kind.NEWS,
        published=date(2024, 3, 1),
    ),
    Entry(
        "air-centre",
        "เปิดศูนย์ควันไฟป่าดอยสูง",
        "ศูนย์ควันไฟป่าดอยสูงดูค่าควันได้ที่เว็บไซต์ https://smoke.example.go.th",
        Kind.NEWS,
        published=date(2024, 2, 1),
    ),
)


@pytest.mark.parametrize("text", ["เรื่องข้าวเกรียบ", "ข้าวเกรียบ"])
def test_the_only_choice_that_is_called_so_is_picked(text: str) -> None:
    """Though the search would be sure of another that was not offered."""
    talk = Talk(over((*ENTRIES, *COURSES)))
    offered = talk.say("สอนที่บ้านโคกนา").conversation.offered
    assert {"mill", "snacks"} == {*offered}
    assert "snacks" == talk.say(text).entry
    assert offered == talk.memory.offered
    assert "3 มีนาคม 2567" in (talk.say("วันไหน").answer or "")


def test_of_choices_that_hold_the_words_the_one_that_answers_is_told() -> None:
    """And not the first of them, which has no address."""
    talk = Talk(over((*ENTRIES, *AIR)))
    assert {"air-talk", "air-centre"} == {*talk.say("ควันไฟป่าดอยสูง").conversation.offered}
    reply = talk.say("เว็บดูค่าควัน")
    assert ("air-centre", "https://smoke.example.go.th") == (reply.entry, reply.answer)


def test_the_only_choice_is_asked_and_not_named_again() -> None:
    """There is nothing to choose; what it does not tell is said to be missing."""
    talk = Talk(over((*ENTRIES, replace(MILL, body="สอนสานกระด้งที่ศาลาบ้านโคกนา มีผู้เรียน 12 คน"))))
    talk.memory = Conversation(offered=("mill",), question="สานกระด้งบ้านโคกนา", updated_at=talk.at)
    assert ("mill", "12 คน") == ((told := talk.say("กี่คน")).entry, told.answer)
    assert Outcome.NO_ANSWER == talk.say("ราคาเท่าไหร่").outcome


def test_the_only_choice_for_what_nobody_knows_is_not_asked() -> None:
    """It was hardly meant."""
    talk = Talk(over((*ENTRIES, MILL)))
    talk.memory = Conversation(offered=("mill",), question="เรือดำน้ำสีม่วง", updated_at=talk.at)
    assert Outcome.NO_ANSWER == talk.say("จัดวันไหน").outcome


def test_whether_it_is_so_is_asked_of_the_choices() -> None:
    """And not of whatever the base has that "ยังมีอยู่ไหม" resembles."""
    talk = Talk(over((*ENTRIES, *AIR)))
    offered = talk.say("ควันไฟป่าดอยสูง").conversation.offered
    assert offered == talk.say("ยังมีอยู่ไหม").conversation.offered


def test_a_few_letters_are_asked_of_the_only_choice_that_has_them() -> None:
    """And afterwards of the topic, however sure the search is of another with that word."""
    signed = replace(
        MILL,
        id="signed",
        title="บ้านโคกนาจับมือบ้านดอน",
        body="บ้านโคกนาลงนามกับบ้านดอนที่ศาลาริมน้ำ เมื่อวันที่ 5 มีนาคม 2567",
    )
    school = replace(
        MILL,
        id="school",
        title="โรงเรียนโคเซ็น",
        body="นายเงิน สุขใจ ครูใหญ่โรงเรียนโคเซ็น เซ็นรับนักเรียนที่หอประชุม",
        questions=("เซ็น", "ใครเซ็น", "เซ็นที่ไหน"),
    )
    talk = Talk(over((*ENTRIES, MILL, signed, school)))
    talk.say("เรื่องของบ้านโคกนา")
    talk.memory = Conversation(offered=("mill", "signed"), question="บ้านโคกนา", updated_at=talk.at)
    assert "signed" == talk.say("ลงนามวันไหน").entry
    assert "signed" == talk.say("ลงนามที่ไหน").entry


def test_whether_it_is_so_names_none_of_them() -> None:
    """ "ยังทอดอยู่ไหม" is no name, though one of them is called by that word."""
    talk = Talk(over((*ENTRIES, *COURSES)))
    talk.say("สอนที่บ้านโคกนา")
    assert "ข้อมูลนี้เป็นของ" in plain_text(talk.say("ยังทอดอยู่ไหม"))


def test_several_that_answer_alike_are_asked_for_again() -> None:
    """One of them would be told by chance; what was asked is kept for whichever is picked."""
    twins = (
        replace(MILL, body="สอนสานกระด้งให้ชาวบ้านโคกนา ครูทอง ใจงาม พาสานเป็นหมู่"),
        replace(
            MILL,
            id="snacks",
            title="สอนทอดข้าวเกรียบที่บ้านโคกนา",
            body="สอนทอดข้าวเกรียบ ครูเงิน ใจงาม พาทอดเป็นหมู่",
        ),
    )
    talk = Talk(over((*ENTRIES, *twins)))
    offered = talk.say("สอนที่บ้านโคกนา").conversation.offered
    assert {"mill", "snacks"} == {*offered}
    again = talk.say("สอนกันยังไง")
    assert (Outcome.CHOICES, {*offered}) == (again.outcome, {*again.conversation.offered})
    assert talk.say("2").entry == offered[1]


def test_an_office_names_none_of_them() -> None:
    """There was a minister everywhere, though one of them has the word among its keywords."""
    twins = (
        replace(MILL, body="นายดี ทองงาม รัฐมนตรี ไปสอนสานกระด้งให้ชาวบ้านโคกนา", keywords=("รัฐมนตรี",)),
        replace(
            MILL,
            id="snacks",
            title="สอนทอดข้าวเกรียบที่บ้านโคกนา",
            body="นางสวย ทองงาม รัฐมนตรี ไปสอนทอดข้าวเกรียบ",
        ),
    )
    talk = Talk(over((*ENTRIES, *twins)))
    offered = talk.say("สอนที่บ้านโคกนา").conversation.offered
    assert {"mill", "snacks"} == {*offered}
    assert Outcome.CHOICES == talk.say("ตอนนั้นใครเป็นรัฐมนตรี").outcome


def test_what_is_asked_beside_the_last_question_has_to_be_told() -> None:
    """The entry that has all the words has no price, which is said; what was asked last stays."""
    basket = replace(MILL, body="สอนสานกระด้งและตะกร้าให้ชาวบ้านโคกนา")
    snacks = replace(COURSES[1], body="สอนทอดข้าวเกรียบและสานกระด้งให้ชาวบ้านโคกนา")
    shop = replace(
        MILL,
        id="shop",
        title="ราคากระด้ง",
        body="กระด้งใบละ 90 บาท",
        questions=("กระด้งเท่าไหร่", "กระด้งราคาเท่าไหร่"),
    )
    talk = Talk(over((*ENTRIES, basket, snacks, shop)))
    assert {"mill", "snacks"} == {*talk.say("สอนที่บ้านโคกนา").conversation.offered}
    reply = talk.say("แล้วกระด้งเท่าไหร่")
    assert (Outcome.NO_ANSWER, "mill") == (reply.outcome, reply.entry)
    assert "สอนที่บ้านโคกนา" == talk.memory.question


def test_of_several_that_go_by_a_word_the_one_titled_so_is_meant() -> None:
    """The other has it among its keywords."""
    fair = replace(
        MILL,
        id="gate-fair",
        title="เข้าหอปลาไผ่ฟรีรับปีใหม่",
        body="หอปลาไผ่ที่คลองไผ่ให้เข้าฟรีรับปีใหม่",
        keywords=("คลองไผ่",),
    )
    house = replace(
        fair,
        id="fish-house",
        title="หอปลาไผ่ คลองไผ่ เวลาเปิด",
        body="หอปลาไผ่เปิดทุกวัน ค่าเข้า 20 บาท",
        kind=Kind.SERVICE,
    )
    talk = Talk(over((*ENTRIES, fair, house)))
    assert {"gate-fair", "fish-house"} == {*talk.say("หอปลาไผ่").conversation.offered}
    assert talk.say("แล้วคลองไผ่ล่ะ").entry == "fish-house"


def test_the_newest_beside_one_that_was_picked_is_of_its_kind() -> None:
    """Told what was asked since; alone of its kind it has no newer one."""
    pacts = tuple(
        Entry(
            f"pact-{year}",
            f"MOU กรมลมกับกรมว่าว {year}",
            f"กรมลมกับกรมว่าวลงนาม MOU เรื่องลมแรงเมื่อ {day} ที่โรงแรม{hotel}",
            Kind.NEWS,
            published=date(year - 543, 3, 1),
        )
        for year, day, hotel in ((2552, "1 มีนาคม 2552", "เก่าดี"), (2565, "1 มีนาคม 2565", "ใหม่ดี"))
    )
    kite = Entry(
        "kite", "ว่าวกรมลมกับกรมว่าว", "กรมลมกับกรมว่าวทำว่าว", Kind.NEWS, published=date(2024, 1, 1)
    )
    talk = Talk(over((*ENTRIES, *pacts, kite)))
    offered = ("pact-2552", "pact-2565", "kite")
    talk.memory = Conversation(
        "pact-2552", offered, question="กรมลมกับกรมว่าวเซ็นอะไรกัน", updated_at=AT
    )
    assert "1 มีนาคม 2552" in (talk.say("เซ็นวันไหน").answer or "")
    told = talk.say("แล้วรอบหลังสุดล่ะ")
    assert ("pact-2565", True) == (told.entry, "2565" in (told.answer or ""))


def test_a_question_of_its_own_is_asked_of_none_of_them() -> None:
    """However well one of them tells what is asked of something else."""
    keep = replace(
        MILL,
        id="keep",
        title="วันเก็บพริกหวานลงตะกร้า",
        body="เก็บพริกหวานลงตะกร้าวันที่ 9 มีนาคม 2567",
        questions=("พริกหวานเก็บวันไหน",),
    )
    mill, snacks, _ = COURSES
    fried = replace(snacks, body=f"{snacks.body} เก็บพริกหวานมาทอด")
    talk = Talk(over((*ENTRIES, mill, fried, keep)))
    assert {"mill", "snacks"} == {*talk.say("สอนที่บ้านโคกนา").conversation.offered}
    assert "keep" == talk.say("พริกหวานเก็บวันไหน").entry
