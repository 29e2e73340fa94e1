"""Which of the questions about an entry are proposed, and how they are put."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions import proposals
from bot.press.questions.asking import Asker
from bot.press.questions.naturalness import naturalness
from bot.press.questions.proposals import MOST, Proposed, propose_questions, that_find
from bot.press.questions.wording import Asked
from tests.press.questions.base import texts_of

MINISTER = Person("ดร.เอนก เหล่าธรรมทัศน์", "รมว.อว.")
DAY = date(2023, 4, 4)


def kept_of(entry: Entry) -> tuple[str, ...]:
    return that_find(propose_questions(entry), lambda _: True)


EVENT = Event(DAY, DAY, venue="วัดป่าเมืองใหม่", time="09.00 น.")
FAIR = Entry(
    "a",
    "อว. จัดมหกรรม “นักคิดน้อย” โชว์หุ่นยนต์เก็บมะม่วง",
    "ดร.เอนก เหล่าธรรมทัศน์ กล่าวว่า หุ่นยนต์เก็บมะม่วงช่วยเกษตรกร หุ่นยนต์เก็บมะม่วงราคาถูก",
    event=EVENT,
    people=(MINISTER,),
)


def proposed(question: str, form: str, natural: float = 0.9, ask: str = "name_what") -> Proposed:
    return Proposed(question, natural, Asked(ask, question, form, ""))


def test_no_form_comes_twice_where_enough_is_found() -> None:
    """Of alike questions the first that finds its entry; a next one where that does not."""
    alike = [proposed("กกกก คืออะไร", "คือ"), proposed("ขขขข คืออะไร", "คือ")]
    others = [proposed(f"{n}" * 4, f"{n}", ask=f"name_{n}") for n in range(4)]
    assert "ขขขข คืออะไร" not in that_find([*alike, *others], lambda _: True)
    found = that_find([*alike, *others], lambda one: one[0] != "ก")
    assert "ขขขข คืออะไร" in found


def test_a_form_comes_again_where_little_is_found() -> None:
    """Behind the others, and never a third time."""
    alike = [proposed(f"{word * 4} คืออะไร", "คือ") for word in "กขค"]
    some = [*alike, proposed("งงงง มีอะไรบ้าง", "มี", ask="fair_what")]
    kept = ("กกกก คืออะไร", "งงงง มีอะไรบ้าง", "ขขขข คืออะไร")
    assert kept == that_find(some, lambda _: True)


def test_nothing_is_asked_twice_in_nearly_the_same_words() -> None:
    """Nor for the same thing over and over ("… วันไหน")."""
    alike = [proposed("อว. จะผลักดันเรือไฟฟ้ายังไง", "ก"), proposed("อว. ผลักดันเรือไฟฟ้ายังไง", "ข")]
    assert 1 == len(that_find(alike, lambda _: True))
    alike = [
        proposed("ขอนแก่นแก้ภัยแล้งยังไง", "ก"),
        proposed("ขอนแก่นจะแก้ภัยแล้งยังไงบ้างครับ", "ข", ask="do"),
    ]
    assert 1 == len(that_find(alike, lambda _: True))
    for ask, most in (("name_when", 1), ("name_where", 1), ("name_request", 2), ("name_what", 3)):
        some = [proposed(word * 4, word, ask=ask) for word in "กขคงจ"]
        assert most == len(that_find(some, lambda _: True))


def test_the_more_are_asked_the_more_natural_they_are() -> None:
    """But for the fourth and fifth, so that there are five where three read well."""

    def asked(*naturals: float) -> int:
        some = [proposed(f"{n}" * 4, f"{n}", one, f"name_{n}") for n, one in enumerate(naturals)]
        return len(that_find(some, lambda _: True))

    assert (1, 3, 4, 5) == (
        asked(0.46),
        asked(0.9, 0.9, 0.36),
        asked(0.9, 0.9, 0.9, 0.31),
        asked(0.9, 0.9, 0.9, 0.9, 0.31),
    )
    assert (0, 2, 5, MOST) == (
        asked(0.41),
        asked(0.9, 0.9, 0.31),
        asked(*[0.6] * 9),
        asked(*[0.7] * 9),
    )


def of_things(things: str, asks: Sequence[str]) -> list[Proposed]:
    """Questions of kinds, each about the thing of the letter."""
    return [
        Proposed(f"{ask}{thing}", 0.9, Asked(ask, f"{ask}{thing}", f"{ask}{thing}", thing))
        for thing, ask in zip(things, asks, strict=True)
    ]


def test_a_family_has_one_more_of_another_thing_where_little_is_found() -> None:
    """Of whatever it may have several."""
    asks = ("a_request", "b_request", "c_request", "d_request")
    assert 3 == len(that_find(of_things("กขคง", asks), lambda _: True))
    assert 2 == len(that_find(of_things("กขขก", asks), lambda _: True))
    days = of_things("กขค", ("a_when", "b_when", "c_when"))
    assert 1 == len(that_find(days, lambda _: True))
    who = of_things("กข", ("a_opened", "b_chaired"))  # are one
    assert 1 == len(that_find(who, lambda _: True))
    others = [proposed(f"{n}" * 4, f"{n}", ask=f"name_{n}") for n in range(5)]
    many = that_find([*of_things("กขค", asks[:3]), *others], lambda _: True)
    assert 2 == sum("request" in one for one in many)


def test_a_thing_is_asked_about_twice_where_little_is_found() -> None:
    """Its news, and what is done about it only where not enough is found else."""
    both = of_things("กก", ("topic_actor", "topic_request"))
    others = [proposed(f"{n}" * 4, f"{n}", ask=f"name_{n}") for n in range(4)]
    assert both[0].question in that_find(both, lambda _: True)
    assert both[0].question not in that_find([*both, *others], lambda _: True)
    asks = ("a_actor", "a_request", "a_news", "b_request")
    assert 3 == len(that_find(of_things("กกกก", asks), lambda _: True))
    assert 1 == len(that_find(of_things("กก", ("topic_request", "name_request")), lambda _: True))


def test_the_news_of_another_office_fills_up() -> None:
    """It stands behind what else is found, though it reads as well."""
    news = of_things("ก", ("office_news",))
    others = [proposed(f"{n}" * 4, f"{n}", ask=f"name_{n}") for n in range(5)]
    assert news[0].question in that_find([*news, *others[:4]], lambda _: True)
    assert news[0].question not in that_find([*news, *others], lambda _: True)


def test_a_thing_is_asked_about_thrice_where_others_are() -> None:
    """Whatever is asked about it; where nothing else is found it comes again."""
    of_one = [proposed(f"{'กขคงจ'[n] * 4}", f"{n}", ask=f"name_{n}") for n in range(5)]
    of_one = [replace(one, asked=replace(one.asked, thing="เรือใบ")) for one in of_one]
    others = [proposed(f"{n}" * 4, f"ข{n}", 0.8, ask=f"thing_{n}") for n in (8, 9)]
    assert ("กกกก", "ขขขข", "คคคค", "8888", "9999") == that_find([*of_one, *others], lambda _: True)
    assert 5 == len(that_find(of_one, lambda _: True))


def test_what_reads_poorly_stands_behind_what_fills_up() -> None:
    news = of_things("ก", ("office_news",))
    others = [proposed(f"{n}" * 4, f"{n}", ask=f"name_{n}") for n in range(4)]
    poor = proposed("ขขขข", "ข", 0.45, "clause_when")
    kept = that_find([*others, *news, poor], lambda _: True)
    assert kept == (*(one.question for one in others), news[0].question)


def test_what_an_office_does_fills_up_last() -> None:
    """Where nothing else asks of the thing; once beside another if it reads well."""
    (does,) = of_things("ก", ("topic_actor",))
    (news,) = of_things("ข", ("office_news",))
    assert that_find([does, news], lambda _: True) == (news.question, does.question)
    beside = [replace(does, natural=0.55), *of_things("ก", ("topic_request",))]
    assert 1 == len(that_find(beside, lambda _: True))
    twice = of_things("กกก", ("topic_request", "office_news", "topic_actor"))
    assert 2 == len(that_find(twice, lambda _: True))


@pytest.mark.parametrize(
    "asks",
    [
        ("person_venue", "act_sees", "speech_what", "office_place"),
        ("name_request", "topic_request", "office_news", "project_is"),
        ("partner_what", "pair_signs", "partner_topic", "contract_what"),
        ("topic_person", "name_person", "topic_said", "name_said"),
    ],
)
def test_two_ask_the_same_in_other_words_at_most(asks: tuple[str, ...]) -> None:
    """What somebody did there, to hear of it, what two do together, what somebody said."""
    some = [proposed(word * 4, word, ask=ask) for word, ask in zip("กขคง", asks, strict=True)]
    assert 2 == len(that_find(some, lambda _: True))


def test_what_reads_best_is_proposed_first() -> None:
    """A plain question before a piece of the title with a question word behind it."""
    naturals = [one.natural for one in propose_questions(FAIR)]
    assert len(naturals) > 5
    assert naturals == sorted(naturals, reverse=True)
    title = "อว. เร่งยกระดับเรือใบไทยสู่สากล"
    stiff = Asked("clause_body", f"ใคร{title}", "ใคร{clause}", title)
    plain = Asked("name_when", "งานวันเรือใบจัดวันไหน", "{name}จัดวันไหน", "งานวันเรือใบ")
    entry = Entry("a", title, "งานวันเรือใบ " * 3)
    assert naturalness(stiff, entry) < 0.5 < 0.8 < naturalness(plain, entry)


def test_a_release_is_asked_about_in_several_ways() -> None:
    """Once for a day and a place, two wishes, and never one form twice."""
    kept = kept_of(FAIR)
    assert 5 <= len(kept) <= MOST
    for asks, most in (("วันไหน|เมื่อไหร่|วันที่เท่าไหร่", 1), ("ที่ไหน|ตรงไหน", 1), ("อยากรู้|ขอ|มีข่าว", 2)):
        assert sum(any(ask in one for ask in asks.split("|")) for one in kept) <= most


def test_some_questions_end_politely() -> None:
    """By the entry's id; a wish in another way than a question, and apart from a sign."""
    entries = (replace(FAIR, id=f"{number}") for number in range(40))
    asked = [one.question for entry in entries for one in propose_questions(entry)]
    ended = [one for one in asked if one.endswith(("คะ", "ค่ะ", "ครับ"))]
    assert 0 < len(ended) < len(asked) / 2
    assert not [one for one in ended if one.endswith((".ครับ", ".คะ", ".ค่ะ"))]
    wishes = [one for one in ended if one.startswith(("อยากรู้", "ขอ"))]
    assert all(one.endswith(("ค่ะ", "ครับ")) for one in wishes)


@pytest.mark.parametrize(
    ("title", "body", "part"),
    [
        ("รมว.อว. หารือความร่วมมือกับสถาบันเรือใบของลาว", "ดี", "คุยกับสถาบันเรือใบของลาว"),
        ("ทูตลาวเข้าพบ รมว.อว. แลกเปลี่ยนความรู้", "ดี", "ทูตลาว"),
        ("วว. จับมือ จุฬาฯ พัฒนาเรือไฟฟ้าลำแรก", "ดี", "กับใครพัฒนาเรือไฟฟ้าลำแรก"),
        ("วว. เพิ่มหลักสูตรช่างเรือ หวังลดฝุ่น", "ดี", "เพิ่มหลักสูตรช่างเรือเพื่ออะไร"),
        ("วว. จัดแข่งเรือใบ เพื่อลดควันในคลอง", "ดี", "จัดแข่งเรือใบเพื่ออะไร"),
        ("วว. เตรียมเปิดคลินิกเรือไฟฟ้า", "ดี", "คลินิกเรือไฟฟ้า"),
        ("วว. เปิดให้บริการท่าเรือไฟฟ้า", "ดี", "เปิดให้บริการท่าเรือไฟฟ้า"),
        ("วว. - จุฬาฯ พัฒนาเรือใบ", "ดี", "วว. กับ จุฬาฯ"),
        ("รมว.อว. หารือ สกสว. เรื่องเรือ", "ดี", "คุยกับ สกสว."),
        ("ต้อนรับปีใหม่ วว. เปิดท่าเรือไฟฟ้า", "ดี", "วว. เปิดท่าเรือไฟฟ้า"),
        ("รมว.อว. และคณะเยี่ยมชมท่าเรือไฟฟ้า", "ดี", "ท่าเรือไฟฟ้า"),
    ],
)
def test_the_news_itself_is_asked_about(title: str, body: str, part: str) -> None:
    """With whom, why, how many, where to look: what the release tells first."""
    entry = Entry("a", title, body, event=Event(DAY, DAY), people=(MINISTER,))
    asked = [
        one for i in range(4) for one in texts_of(Entry(f"{i}", title, body, event=entry.event))
    ]
    assert any(part in one for one in asked)


@pytest.mark.parametrize(
    ("title", "body", "never"),
    [
        ("อว. จัดเสวนา หัวข้อ “เรือไฟฟ้ากับชาวเกาะ”", "ดี", "อว. พูดเรื่อง"),
        ("อว. ชวนจับตาดาวหางสีเขียวเหนือเกาะ", "ดี", "ที่ไหน"),
        ("อว. ยกระดับอุตสาหกรรมเรือใบ", "อุตสาหกรรมเรือใบช่วยเกษตรกร อุตสาหกรรมเรือใบ", "อุตสาหกรรมเรือใบมี"),
        (
            "อว. แถลงความพร้อมจัดงาน “วันเรือใบไทยแห่งลุ่มน้ำเจ้าพระยาตอนล่างและตอนบนครั้งที่หนึ่ง”",
            "ดี",
            "พร้อมจัดงานวัน",
        ),
        ("วศ. พร้อมใช้เครื่องซักใบเรือ", "ดี", "วศ. ไปทำอะไรที่"),
    ],
)
def test_what_nobody_would_ask(title: str, body: str, never: str) -> None:
    """Offices say nothing, wide words have no advantages, nobody goes to their own house."""
    event = Event(DAY, DAY, venue="วศ. เทคโนธานี")
    entry = Entry("a", title, body, event=event, people=(MINISTER,))
    asked = [one for i in range(6) for one in texts_of(replace(entry, id=f"{i}"))]
    assert asked
    assert not [one for one in asked if never in one]


def test_nothing_belongs_to_a_person() -> None:
    """A minister only opens what others hold, and is said to go there."""
    title = "“เอนก” เปิดการแข่งขันเรือไฟฟ้าเยาวชน"
    event = Event(DAY, DAY, venue="วัดป่าเมืองใหม่")
    people = (Person("นางเขียว งามดี", "ผู้อำนวยการ วว."), MINISTER)
    asked = texts_of(Entry("a", title, "เนื้อหา", event=event, people=people))
    assert any("ดร.เอนกไปเปิดการแข่งขันเรือไฟฟ้าเยาวชน" in one for one in asked)
    assert any("ดร.เอนกไป" in one and "วัดป่าเมืองใหม่" in one for one in asked)
    assert not [one for one in asked if "ของ" in one or "เขียว งามดี ไป" in one]


def test_an_event_is_told_from_others_of_its_name() -> None:
    """By its place, its holder or its year, where its name alone finds another."""
    some = propose_questions(replace(FAIR, event=replace(EVENT, province="น่าน")))
    one = next(one for one in some if one.question.startswith("มหกรรมนักคิดน้อยจัด"))
    for told in ("มหกรรมนักคิดน้อยที่น่าน", "มหกรรมนักคิดน้อยของ อว.", "มหกรรมนักคิดน้อยปี 2566"):
        named = [longer for longer in one.asked.longer if longer.startswith(told)]
        assert named == [one.that_finds(named.__contains__)]
    assert not one.that_finds(lambda _: False)


def test_nobody_asks_what_there_is_to_see_at_a_rite() -> None:
    """Only when and where it is."""
    asked = texts_of(Entry("a", "อว. จัดพิธีวางพุ่มดอกไม้", "เนื้อหา", event=Event(DAY, DAY, venue="วัดป่า")))
    assert any("วางพุ่มดอกไม้" in one for one in asked)
    assert not [one for one in asked if "มีอะไร" in one]


def test_no_two_questions_of_a_set_begin_with_the_same_words() -> None:
    """Though they ask for different things ("มีข้อมูลเรื่อง…ไหม")."""
    for number in range(16):
        kept = kept_of(replace(FAIR, id=f"{number}"))
        assert all(sum(one.startswith(begun) for one in kept) < 2 for begun in ("มีข้อมูล", "ใครเป็น"))


def test_no_more_than_two_tell_their_year() -> None:
    """But where it belongs to a name; what is said of one thing is asked once."""
    asks = ("name_what", "fair_what", "talks_what", "pair_signs")
    dated = [proposed(f"{w * 5}ปี 2565", w, ask=ask) for w, ask in zip("กขคง", asks, strict=True)]
    assert 2 == len(that_find(dated, lambda _: True))
    named = [replace(one, asked=replace(one.asked, thing=one.question[:5])) for one in dated]
    assert 4 == len(that_find(named, lambda _: True))
    spoken = [
        Proposed(text, 0.9, Asked(ask, text, text, thing))
        for ask, text, thing in (
            ("name_person", "ดร.เอนกว่ายังไงเรื่องเรือไฟฟ้า", "เรือไฟฟ้า"),
            ("topic_person", "ดร.เอนกพูดถึงอุตสาหกรรมเรือไฟฟ้าว่าอะไร", "อุตสาหกรรมเรือไฟฟ้า"),
        )
    ]
    assert 1 == len(that_find(spoken, lambda _: True))


def test_what_an_office_does_is_asked_of_things_that_can_be_said_at_once() -> None:
    thing = "การซื้อขายวุฒิการศึกษา"
    told = f"{thing} และ{thing}"
    assert f"เรื่อง{thing}" in "".join(texts_of(Entry("a", f"อว. เร่งสอบ{thing}", told)))
    longer = f"{thing}ของวิทยาลัยนานา"
    assert f"เรื่อง{longer}" not in "".join(texts_of(Entry("a", f"อว. เร่งสอบ{longer}", longer * 2)))


def test_a_call_is_asked_about_as_those_ask_who_would_apply() -> None:
    """Until when, who may, how many grants, how much, and when it is announced, as far as told."""
    body = (
        "วว. รับสมัครทุนช่างเรือรุ่นเยาว์ จำนวน 30 ทุน ทุนละ 200,000 บาท สำหรับผู้มีอายุไม่เกิน 35 ปี"
        " ส่งใบสมัครภายในวันที่ 15 มกราคม 2570 ประกาศผลวันที่ 1 มีนาคม 2570"
    )
    entry = Entry("a", "วว. เปิดรับสมัครทุนช่างเรือรุ่นเยาว์", body)
    asked = {one.ask for one in Asker(entry).questions()}
    told = {f"apply_{one}" for one in ("deadline", "who", "sum", "grants", "result", "join")}
    assert told <= asked
    assert not asked & {"apply_seats", "apply_papers", "apply_fee"}
    joins = [one for one in kept_of(entry) if "สมัคร" in one and "ยังไง" in one]
    assert len(joins) == 1
    camp = "วว. เปิดรับสมัครค่ายช่างเรือรุ่นเยาว์"
    paid = {one.ask for one in Asker(Entry("a", camp, "ค่าสมัครคนละ 1,500 บาท")).questions()}
    assert "apply_fee" in paid
    assert "apply_sum" not in paid


def test_the_day_and_the_place_of_a_long_name_are_both_asked() -> None:
    """Though they have nearly the same letters."""
    name = "เปิดบ้านสถานีดาวเทียมเกาะไผ่เหนือ"
    some = [
        proposed(f"{name}จัดวันไหน", "ก", ask="name_when"),
        proposed(f"{name}จัดที่ไหน", "ข", ask="name_where"),
    ]
    assert 2 == len(that_find(some, lambda _: True))


def test_a_longer_question_is_judged_as_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever takes the short one for natural may not take that with a year for it."""
    entry = replace(FAIR, event=replace(EVENT, province="น่าน"))
    assert [text for one in Asker(entry).questions() for text in one.longer if "ปี 25" in text]
    monkeypatch.setattr(
        proposals, "naturalness", lambda one, entry: 0.2 if "ปี 25" in one.text else 0.9
    )
    longer = [text for one in propose_questions(entry) for text in one.asked.longer]
    assert longer
    assert not [text for text in longer if "ปี 25" in text]
