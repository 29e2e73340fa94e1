"""What a question names, and what only mentions a word or two of it."""

from dataclasses import replace

import pytest

from bot.dialogue.abstention.doubts import Doubt, Doubts
from bot.dialogue.matching.mentions import (
    PersonNames,
    is_asked_to_define_other,
    is_mentioned_in_passing,
    names_nothing,
)
from bot.dialogue.matching.stories import Stories
from bot.dialogue.matching.subjects import is_named_by, matches_envoy
from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Contact, Entry, Kind, Person
from bot.search import rank
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.search.ranking import Verdict
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of
from tests.dialogue.base import AT, ENTRIES, RACES, Talk, ask, over
from tests.dialogue.context.test_bare_questions import LAUNCH
from tests.search.passages.base import searched

SATELLITES = Entry(
    "weeds",
    "ดาวเทียมส่องวัชพืช (พฤษภาคม 2563)",
    "ใช้ภาพจากดาวเทียม เช่น ดาวเทียมหิ่งห้อย และ Kepler-9 หาวัชพืชในคลอง",
    Kind.NEWS,
    keywords=("วัชพืช", "หิ่งห้อย", "Kepler-9"),
    facts={"ดาวเทียมที่ใช้": "หิ่งห้อย Kepler-9"},
)


@pytest.mark.parametrize(
    ("text", "terms", "passing"),
    [
        ("จรวดไทยปล่อยเมื่อไหร่", ("จรวด", "ไทย", "ปล่อย", "เมื่อไหร่"), True),
        ("บอลลูนไทยปล่อยเมื่อไหร่", ("บอลลูน", "ไทย", "ปล่อย", "เมื่อไหร่"), False),
        ("อยากตรวจบอลลูน", ("อยาก", "ตรวจ", "บอลลูน"), False),
        ("อยากตรวจว่าว", ("อยาก", "ตรวจ", "ว่าว"), True),
        ("18 สค วันอะไร", ("18", "สค", "วัน", "อะไร"), False),
        ("18 มค วันอะไร", ("18", "มค", "วัน", "อะไร"), True),
    ],
)
def test_what_all_things_have_names_none(text: str, terms: tuple[str, ...], passing: bool) -> None:
    """That it is Thai, or what was done; a month is named by its letters."""
    entry = replace(LAUNCH, questions=("บอลลูนตรวจฟ้าปล่อยเมื่อไหร่",), keywords=("18 สิงหาคม",))
    clean = normalise(text)
    query = Query(text, clean, terms=terms, aspect=aspect_of(clean))
    assert is_mentioned_in_passing(entry, query) is passing


@pytest.mark.parametrize(("times", "passing"), [(2, True), (3, False)])
def test_a_latin_name_told_again_and_again_names_it(times: int, passing: bool) -> None:
    """Though no title has it: "KITECC จัดวันไหน"."""
    entry = replace(LAUNCH, body=f"แข่งว่าวนานาชาติ {'KITECC เริ่มแล้ว ' * times}")
    query = Query("KITECC วันไหน", "kitecc วันไหน", terms=("kitecc", "วัน", "ไหน"))
    assert is_mentioned_in_passing(entry, query) is passing


def test_a_number_names_what_has_it_whole() -> None:
    """No 1 is named by 15."""
    entry = replace(LAUNCH, title="มี 15 หน่วยงาน", keywords=())
    assert is_named_by(entry, ("15",))
    assert not is_named_by(entry, ("1",))


def test_what_is_to_be_reported_has_to_be_heard_of() -> None:
    """However short its word is: of fires no number of a mill that is reported is offered."""
    leak = replace(
        ENTRIES[2],
        id="leak",
        title="แจ้งเหตุน้ำรั่ว โทร 1296",
        body="แจ้งเหตุน้ำรั่วได้ที่เบอร์ 1296 ตลอดวัน",
        keywords=("1296",),
        questions=("น้ำรั่วโทรแจ้งเบอร์ไหน",),
        contact=Contact(("1296",)),
        kind=Kind.CONTACT,
    )
    talk = Talk(over((*ENTRIES, leak)))
    assert talk.say("โทรแจ้งเผาได้เบอร์ไหน").outcome is Outcome.NO_ANSWER


def test_somebody_who_is_named_has_to_be_told_of() -> None:
    """What another opened is neither told of them nor offered beside what is theirs."""
    opened = replace(
        RACES[0],
        body=f"{RACES[0].body} ดร.สุวรรณี ใจงาม เปิดงาน",
        people=(Person("ดร.สุวรรณี ใจงาม", "ประธานเปิดงาน"),),
    )
    brain = over((*ENTRIES, opened, RACES[1]))
    reply = ask(brain, "สุวรรณีเปิดงานแข่งเรือไม้ไผ่พลังแสงอาทิตย์วันไหน")
    assert "race-2021" != reply.entry
    assert "race-2021" not in reply.conversation.offered
    wrong = ask(brain, "สุวรรณีเปิดงานแข่งเรือไม้ไผ่พลังแสงอาทิตย์ปี 2564 วันไหน")
    assert "race-2021" != wrong.entry


def test_somebody_is_told_of_by_whatever_letters_sound_like_the_name() -> None:
    """Though one release misspells whom the others name."""
    people = (Person("นางศุภมาศ ใจงาม", "ผู้แต่ง"),)
    misspelt = replace(ENTRIES[0], id="slip", people=people)
    opened = replace(RACES[0], body=f"{RACES[0].body} นางศุภมาส ใจงาม เปิดงาน")
    named = PersonNames({one.id: one for one in (misspelt, opened, RACES[1])})
    query = searched("ศุภมาศเปิดงานวันไหน")
    assert [named.are_missing(one, query) for one in (opened, RACES[1])] == [False, True]


@pytest.mark.parametrize(("name", "missing"), [("ศุภมาส", True), ("วิทยา", False)])
def test_a_given_name_may_stand_in_the_dictionary(name: str, missing: bool) -> None:
    """Unless it is a word that people write as often as others."""
    known = replace(ENTRIES[0], people=(Person(f"นาง{name} ใจงาม", "ผู้แต่ง"),))
    names = PersonNames({known.id: known})
    assert missing is names.are_missing(RACES[1], searched(f"{name}เปิดงานวันไหน"))


@pytest.mark.parametrize(
    ("question", "passing"),
    [("ผำคืออะไร", False), ("ไข่ผำคืออะไรอ่ะ", False), ("น้ำคืออะไร", True), ("ไข่ผำกี่บาท", True)],
)
def test_what_a_text_quotes_and_explains_it_tells_of(question: str, passing: bool) -> None:
    """Whatever it is called; น้ำ of ไข่น้ำ is not explained by that."""
    body = "กรมลมเห็นถึงศักยภาพของ “ผำ” หรือ “ไข่น้ำ” หรือ “ไข่ผำ” ซึ่งเป็นพืชตระกูลแหน"
    food = Entry("food", "อาหารแห่งอนาคต", body, Kind.NEWS)
    assert passing is is_mentioned_in_passing(food, searched(question))


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("สุภมาดเปิดงานวันไหน", True),
        ("พัทยาเปิดงานวันไหน", False),
        ("พิสูดหลักฐานเปิดงานวันไหน", False),
    ],
)
def test_a_given_name_may_be_typed_as_it_sounds(question: str, missing: bool) -> None:
    """What is a word, or sounds like a common one, names nobody."""
    names = ("ศุภมาส", "ภัทรยา", "พิสุทธิ์")
    people = tuple(Person(f"นาง{name} ใจงาม", "ผู้แต่ง") for name in names)
    known = PersonNames({"known": replace(ENTRIES[0], people=people)})
    assert missing is known.are_missing(RACES[1], searched(question))


@pytest.mark.parametrize(
    ("question", "missing"),
    [("คุณแก้วเปิดงานวันไหน", True), ("แก้วเปิดงานวันไหน", False), ("คุณสมบัติเปิดงานวันไหน", False)],
)
def test_who_is_addressed_is_named_by_any_word(question: str, missing: bool) -> None:
    """แก้ว may be a glass, and คุณสมบัติ names no สมบัติ."""
    people = (Person("นายแก้ว ใจงาม", "ผู้แต่ง"), Person("นายสมบัติ ใจดี", "ผู้แต่ง"))
    names = PersonNames({"known": replace(ENTRIES[0], people=people)})
    assert missing is names.are_missing(RACES[1], searched(question))


def test_what_somebody_said_is_told_of_them() -> None:
    """Though another release has as many of the other words."""
    said = "เผยกรมลมจะช่วยดันว่าวไม้ไผ่ไทยไปขายต่างแดน"
    glass = Entry(
        "glass", f"แก้ว{said}", f"นายแก้ว ใจงาม {said}", people=(Person("นายแก้ว ใจงาม", ""),)
    )
    others = Entry("others", "กรมลมจะช่วยดันว่าวไม้ไผ่", f"{said} กรมลมจะช่วยดันว่าวไม้ไผ่อย่างไร")
    brain = over((*ENTRIES, others, glass))
    question = "กรมลมจะช่วยดันว่าวไม้ไผ่ยังไง"
    assert "others" == ask(brain, question).entry
    assert "glass" == ask(brain, f"{question} ที่คุณแก้วบอก").entry


def test_who_is_named_by_post_and_country_has_to_be_told_of() -> None:
    """A visit of the ambassador is no day of the minister's, whose own visit is offered."""
    title = "รมว.อว. หารือ{}จีนเรื่องว่าวไม้ไผ่และลมหนาว"
    visits = [
        Entry("envoy", title.format("เอกอัครราชทูต"), "พบกันที่ตึกลมเย็น", Kind.NEWS, published=AT.date()),
        Entry(
            "minister", title.format(" รมว.ลูกข่าง"), "พบกันที่ตึกลมร้อน", Kind.NEWS, published=AT.date()
        ),
    ]
    latin = replace(
        visits[1], id="latin", title="H.E. Li Wei ของจีน หารือ", body="Minister of Kites ของจีน"
    )
    assert matches_envoy(latin, searched("รมต.จีนหารือที่ไหน"))
    asked = "{}จีนหารือเรื่องว่าวไม้ไผ่และลมหนาวที่ไหน"
    alone, both = over((*ENTRIES, visits[0])), over((*ENTRIES, *visits))
    assert ask(alone, asked.format("ทูต")).entry == "envoy"
    assert ask(alone, asked.format("รมต.")).entry != "envoy"
    assert ask(both, asked.format("รมต.")).conversation.offered == ("minister",)


def test_half_of_a_form_names_nothing() -> None:
    """บัตรทอง is none of what is called บัตร, or is told of ทอง."""
    box = Entry("box", "กล่องของขวัญพร้อมใบประกาศนียบัตร", "กล่องสีทองมีบัตรเรียนฟรี", Kind.NEWS)
    assert Outcome.ANSWER != ask(over((*ENTRIES, box)), "บัตรทอง").outcome


def test_a_name_between_letters_is_no_name() -> None:
    """พีอาร์ is short for the press office; in จีพีอาร์เอส it is two letters of four."""
    press = Entry(
        "press", "ฝ่ายข่าว", "ฝ่ายข่าว", Kind.CONTACT, keywords=("พีอาร์",), contact=Contact(("1",))
    )
    brain = over((*ENTRIES, press))
    assert "press" == ask(brain, "เบอร์พีอาร์กระทรวง").entry
    assert "press" != ask(brain, "เบอร์นี้เปิดใช้จีพีอาร์เอสหรือยัง").entry


@pytest.mark.parametrize(
    ("question", "body", "another"),
    [
        ("ดาวเทียมหิ่งห้อยคืออะไร", SATELLITES.body, True),
        ("ดาวเทียมหิ่งห้อยคืออะไร", "หิ่งห้อยคือกลุ่มยาน ดาวเทียมหิ่งห้อย คือยานถ่ายภาพ", False),
        ("ดาวเทียมส่องวัชพืชคืออะไรคะ", SATELLITES.body, False),
        ("ดาวเทียมหิ่งห้อยใช้ทำอะไร", SATELLITES.body, False),
        ("3 วัชพืช คืออะไร", SATELLITES.body, True),
    ],
)
def test_what_is_mentioned_is_not_explained(question: str, body: str, another: bool) -> None:
    """Who asks what something is wants an entry of that name, or one that says what it is."""
    ranking = rank(over((*ENTRIES, SATELLITES))._index, question, today=AT.date())
    assert another == is_asked_to_define_other(replace(SATELLITES, body=body), ranking.query)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("โอนเงิน", True),
        ("ต่ออายุครับ", True),
        ("เรื่องการโอนเงินหน่ะค่ะพี่", True),
        ("ได้กี่วันคะ", True),
        ("ค่าว่าวได้กี่วันคะ", False),
        ("โอนเงินยังไง", False),
        ("โอนเงินค่าว่าว", False),
    ],
)
def test_what_may_be_done_with_anything_names_nothing(text: str, nothing: bool) -> None:
    """However sure the search is, whose money it is has to be asked."""
    fee = Entry("fee", "กรมไผ่โอนเงินค่าว่าวแล้ว ต่ออายุได้", "โอนเงินค่าว่าวครบแล้ว", Kind.NEWS)
    ranking = rank(over((fee,))._index, text, today=AT.date())
    sure = replace(ranking, probability=0.99, verdict=Verdict.SURE)
    doubt = Doubts({"fee": fee}, Stories({"fee": fee})).doubt(sure, Quotes(sure.query, AT.date()))
    assert nothing == names_nothing(ranking.query)
    assert doubt is Doubt.IN_PASSING or not nothing


@pytest.mark.parametrize("text", ["เอนโทนทำอะไรบ้าง", "เอ็นโทนทำอะไรอ่าาา"])
def test_a_name_is_known_by_its_sound_and_a_drawn_out_word_is_none(text: str) -> None:
    """An office is told though its name lacks a mark."""
    tone = Entry(
        "tone",
        "ศูนย์เสียงแห่งชาติ (เอ็นโทน)",
        "เอ็นโทนวัดเสียง",
        Kind.CONTACT,
        questions=("เอ็นโทนคืออะไร", "เอ็นโทนทำอะไร"),
        keywords=("เอ็นโทน",),
        contact=Contact(("0 2999 4444",)),
    )
    reply = ask(over((*ENTRIES, tone)), text)
    assert ("tone", Outcome.ANSWER) == (reply.entry, reply.outcome)
