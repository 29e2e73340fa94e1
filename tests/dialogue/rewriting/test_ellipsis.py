"""A bare noun, or a pronoun, is a question of what is talked about."""

from dataclasses import replace

import pytest

from bot.dialogue.replies import Outcome
from bot.dialogue.rewriting.ellipsis import (
    expand_noun,
    expand_rank,
    expand_role,
    expand_same,
    expand_side,
    resolve_kind,
    resolve_position,
    resolve_still,
)
from bot.knowledge.entries import Entry, Kind, Person
from tests.dialogue.base import CAMP, ENTRIES, RACES, Talk, over
from tests.dialogue.selection.test_office_holders import MINISTERS

AWARD = replace(
    CAMP,
    id="reed-award",
    title="รางวัลจักสานต้นกก",
    body="รางวัลจักสานต้นกก เงินรางวัล 9,000 บาท วิทยากรคือครูกก ใจดี",
    kind=Kind.NEWS,
    keywords=("รางวัล", "วิทยากร"),
    event=None,
)
CONTEST = replace(
    CAMP,
    id="kite-contest",
    title="ประกวดวาดลายว่าวหาดไผ่",
    body="ประกวดวาดลายว่าวหาดไผ่ ผู้ชนะได้ถ้วยทองเหลือง ส่งผลงานได้ทุกวัย",
)
BASE = (*ENTRIES, AWARD, CONTEST)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("รางวัลล่ะ", "รางวัลคืออะไร"),
        ("แล้วผู้จัดล่ะคะ", "ใครเป็นผู้จัด"),
        ("ค่าเข้า", "ค่าเข้าเท่าไหร่"),
        ("แล้วเท่าไหร่ล่ะคะ", "กี่บาท"),
        ("ขอดูกำหนดการหน่อยค่ะ", "จัดวันไหน"),
        ("จัดที่เดียวกันป่าว", "จัดที่ไหน"),
        ("แล้วยังราคาเดิมไหมคะ", "ราคาเท่าไหร่"),
        ("เจ้าภาพเดิมหรือเปล่า", "ใครเป็นผู้จัด"),
        ("ปี 65 จัดที่เดิมไหม", "ปี 65 จัดที่ไหน"),
        ("แล้วปีนี้ล่ะ ราคาเดิมมั้ย", "แล้วปีนี้ล่ะ ราคาเท่าไหร่"),
        ("จัดที่ไหนเดียวกัน", "จัดที่ไหนเดียวกัน"),
        ("ที่เดียวกับงานว่าวไหม", "ที่เดียวกับงานว่าวไหม"),
        ("รางวัลวาดลายว่าวล่ะ", "รางวัลวาดลายว่าวล่ะ"),
        ("แล้วลำไยล่ะ", "แล้วลำไยล่ะ"),
    ],
)
def test_a_noun_stands_for_its_question(text: str, asked: str) -> None:
    """With whatever courtesy around it, and with nothing else."""
    assert expand_noun(expand_same(text)) == asked


def test_how_much_is_asked_of_no_other_number() -> None:
    """ "เท่าไหร่" wants a price, not how many came."""
    walk = replace(
        CONTEST, id="walk", title="เดินชมนกบ้านใต้", body="เดินชมนกบ้านใต้ มีคนร่วม 45 คน ใน 3 วัน"
    )
    talk = Talk(over((*BASE, walk)))
    talk.say("เดินชมนกบ้านใต้")
    assert talk.say("เท่าไหร่").answer is None


@pytest.mark.parametrize(
    "text", ["รางวัลล่ะ", "รางวัล", "วิทยากรล่ะ", "งบประมาณล่ะ", "กิจกรรมล่ะ", "คุณสมบัติล่ะ"]
)
def test_a_noun_is_asked_of_the_topic_alone(text: str) -> None:
    """Told by it or said to be missing, whatever else is called so."""
    talk = Talk(over(BASE))
    talk.say("ประกวดวาดลายว่าวหาดไผ่")
    reply = talk.say(text)
    assert (reply.entry, reply.conversation.topic) == ("kite-contest", "kite-contest")


def test_what_is_asked_by_a_noun_is_told_as_by_a_question() -> None:
    """Of one that is free, open, or held somewhere."""
    talk = Talk(over(BASE))
    talk.say("งานหุ่นยนต์เก็บยางพาราที่ตรัง")
    assert talk.say("ค่าเข้าล่ะ").answer == "ฟรี"
    assert (talk.say("สถานที่").answer or "").startswith("ศาลากลางจังหวัดตรัง")
    assert "กรกฎาคม" in (talk.say("วันจัดล่ะ").answer or "")


@pytest.mark.parametrize("doubt", ["ไม่ใช่ปี 66 เหรอ", "อ้าว ไม่ใช่เดือนมีนาคมหรอคะ"])
def test_who_doubts_a_day_is_told_it_again(doubt: str) -> None:
    """And the talk stays with its topic; what is no question corrects the year."""
    talk = Talk(over(BASE))
    assert (first := talk.say("งานหุ่นยนต์เก็บยางพาราที่ตรังจัดวันไหน")).answer
    again = talk.say(doubt)
    assert (first.entry, first.answer) == (again.entry, again.answer)
    assert expand_noun("ไม่ใช่ปี 66") == "ไม่ใช่ปี 66"


def test_a_noun_that_follows_nothing_is_searched() -> None:
    """Nobody knows of what it is asked."""
    assert Talk(over(BASE)).say("รางวัล").outcome is not Outcome.NO_ANSWER


@pytest.mark.parametrize(
    ("text", "last", "asked"),
    [
        ("แล้วฝั่งไทยล่ะ", "ใครเซ็นฝั่งจีน", "ใครเซ็นฝั่งไทย"),
        ("ฝ่ายเขาล่ะครับ", "ประธานฝ่ายเราคือใคร", "ประธานฝ่ายเขาคือใคร"),
        ("แล้วฝั่งไทยล่ะ", "จัดที่ไหน", "แล้วฝั่งไทยล่ะ"),
        ("ฝั่งไทยได้อะไร", "ใครเซ็นฝั่งจีน", "ฝั่งไทยได้อะไร"),
    ],
)
def test_the_other_side_is_asked_the_last_question(text: str, last: str, asked: str) -> None:
    """If that named one; and with nothing else in the message."""
    assert expand_side(text, last) == asked


@pytest.mark.parametrize(
    ("text", "last", "asked"),
    [
        ("แล้วที่3ล่ะ", "ที่1ได้เงินเท่าไร", "รางวัลที่ 3 ได้เงินเท่าไร"),
        ("อันดับ 2 ล่ะคะ", "ผู้ชนะได้เงินเท่าไหร่", "รางวัลที่ 2 ได้เงินเท่าไหร่"),
        ("ที่สองล่ะ", "ใครชนะ", "ใครได้รางวัลที่ สอง "),
        ("แล้วที่ 2 ล่ะ", "ใครได้ที่ 1", "ใครได้รางวัลที่ 2 "),
        ("แล้วที่ 2 ล่ะ", "ได้กี่บาท", "รางวัลที่ 2 ได้กี่บาท"),
        ("แล้วที่2ล่ะ", "ครั้งที่ 1 จัดที่ไหน", "แล้วที่2ล่ะ"),
        ("ที่ 3 จัดที่ไหน", "ที่1ได้เงินเท่าไร", "ที่ 3 จัดที่ไหน"),
        ("3", "ที่1ได้เงินเท่าไร", "3"),
        ("ได้เงินเท่าไหร่", "รางวัลที่ 2 ใครได้", "รางวัลที่ 2 ได้เงินเท่าไหร่"),
        ("แล้วได้กี่บาท", "ใครได้ที่ 3", "รางวัลที่ 3 แล้วได้กี่บาท"),
        ("ได้เงินเท่าไหร่", "ครั้งที่ 2 ใครเปิด", "ได้เงินเท่าไหร่"),
        ("ที่ 1 ได้เงินเท่าไหร่", "รางวัลที่ 2 ใครได้", "ที่ 1 ได้เงินเท่าไหร่"),
    ],
)
def test_a_rank_alone_asks_the_last_question(text: str, last: str, asked: str) -> None:
    """If that named one; a round or a number of a list is none."""
    assert expand_rank(text, last) == asked


def test_another_rank_is_asked_of_the_topic() -> None:
    """Of what was told of choices as well, of which none is on screen any more."""
    prizes = replace(CONTEST, facts={"เงินรางวัลที่ 1": "900 บาท", "เงินรางวัลที่ 3": "300 บาท"})
    other = replace(CONTEST, id="kite-show", title="โชว์วาดลายว่าวหาดไผ่", body="โชว์ว่าวลายหาดไผ่")
    talk = Talk(over((*ENTRIES, prizes, other)))
    talk.say("วาดลายว่าวหาดไผ่")
    assert talk.say("ที่ 1 ได้เงินเท่าไร").answer == "900 บาท"
    assert talk.say("แล้วที่ 3 ล่ะ").answer == "300 บาท"
    assert talk.say("แล้วที่ 2 ล่ะ").answer is None


def test_whether_it_is_as_before_is_asked_of_nothing_that_is_called_so() -> None:
    """With no topic left "จัดที่เดียวกันมั้ย" is no question that an entry happens to list."""
    same = replace(
        BASE[0],
        id="same",
        title="สองกระทรวงเป็นที่เดียวกันไหม",
        body="เป็นที่เดียวกัน",
        questions=("กระทรวงวิทย์กับ อว. เป็นที่เดียวกันไหม",),
    )
    talk = Talk(over((*BASE, same)))
    talk.say("ไมโครเวฟเสียแล้วซ่อมที่ร้านไหนในซอยดีล่ะ")
    assert talk.say("จัดที่เดียวกันมั้ย").entry != "same"


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("วันที่จัด", "จัดวันไหน"),
        ("ขอโลเคชั่นค่ะ", "จัดที่ไหน"),
        ("แผนที่", "จัดที่ไหน"),
        ("เก็บตังมั้ย", "เสียเงินไหม"),
        ("ต้องจ่ายไหมคะ", "เสียเงินไหม"),
    ],
)
def test_a_word_that_asks_is_as_good_as_a_question(text: str, like: str) -> None:
    """However short: of an entry each tells what the question does."""
    bare, whole = Talk(), Talk()
    bare.say("ค่ายดูดวงจันทร์ที่ภูกระดึง")
    whole.say("ค่ายดูดวงจันทร์ที่ภูกระดึง")
    said, asked = bare.say(text), whole.say(like)
    assert (asked.outcome, asked.entry, asked.answer) == (said.outcome, said.entry, said.answer)


@pytest.mark.parametrize(
    ("text", "last", "asked"),
    [
        ("แล้วปลัดล่ะ", "ใครเป็นประธาน", "ใครเป็นปลัด"),
        ("ไม่ใช่ หมายถึงปลัด", "ใครเปิดงาน", "ใครเป็นปลัด"),
        ("แล้วปลัดล่ะ", "จัดวันไหน", "แล้วปลัดล่ะ"),
        ("แล้วปลัดไปไหน", "ใครเปิดงาน", "แล้วปลัดไปไหน"),
    ],
)
def test_a_role_behind_a_question_of_who_asks_who_that_is(text: str, last: str, asked: str) -> None:
    """Also where it corrects the question."""
    assert expand_role(text, last) == asked


RACE = replace(
    RACES[0],
    body=f"{RACES[0].body} สมศรี ใจดี รัฐมนตรีในเวลานั้น เปิดงาน และบุญมา ตื่นดึก นายอำเภอ กล่าวต้อนรับ",
    people=(Person("สมศรี ใจดี", "รัฐมนตรี ผู้เปิดงาน"), Person("บุญมา ตื่นดึก", "นายอำเภอ ผู้กล่าวต้อนรับ")),
)
TOLD: tuple[Entry, ...] = (*ENTRIES, RACE, MINISTERS)


@pytest.mark.parametrize(
    "text", ["หมอคนนี้ตอนนั้นเป็นไรในกระทรวง", "แล้วเค้าเป็นอะไรคะ", "คนนี้มีตำแหน่งอะไร", "ท่านดำรงตำแหน่งอะไร"]
)
def test_an_office_is_asked_of_whoever_has_the_name(text: str) -> None:
    """Where nobody was told it stays as it was said."""
    assert resolve_position(text, "สมศรี ใจดี") == "สมศรี ใจดี ตำแหน่งอะไร"
    assert resolve_position(text, "") == text


@pytest.mark.parametrize(
    "text", ["เขาใหญ่เป็นอะไร", "แกงเขียวหวานยังเป็นของไทยไหม", "คนนี้ทำอะไร", "แล้วที่ลาวล่ะ"]
)
def test_other_messages_point_at_nobody(text: str) -> None:
    assert resolve_still(resolve_position(text, "สมศรี"), "สมศรี") == text


def test_who_was_told_is_meant_by_what_points_at_them() -> None:
    """Their office is the topic's to tell; whether they are to this day is told by the list."""
    talk = Talk(over(TOLD))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์ ปี 2562")
    assert "สมศรี" in (talk.say("ใครเปิด").answer or "")
    told = talk.say("หมอคนนี้ตอนนั้นเป็นไรในกระทรวง")
    assert told.entry == "race-2019"
    assert "รัฐมนตรี" in (told.answer or "")
    assert "นายอำเภอ" not in (told.answer or "")
    talk.say("ใครเปิด")
    still = talk.say("ตอนนี้แกยังเป็นรัฐมนตรีอยู่ป่าว")
    assert still.entry == "ministers"
    assert "สมศรี" in still.conversation.question


def test_a_team_is_the_one_that_was_asked_for() -> None:
    """What it was asked by is known of it; of another kind nothing was asked."""
    assert resolve_kind("ทีมนี้ทำเรื่องอะไร", "ที่สองทีมไหน") == "ที่สองทีม ทำเรื่องอะไร"
    assert resolve_kind("แล้วบริษัทนั้นอยู่ที่ไหน", "บริษัทไหนร่วมด้วย") == "บริษัทร่วมด้วย อยู่ที่ไหน"
    for text, last in (("ทีมนี้ทำเรื่องอะไร", "จัดที่ไหน"), ("ทีมไหนชนะ", "ทีมไหนได้ที่สอง")):
        assert resolve_kind(text, last) == text
