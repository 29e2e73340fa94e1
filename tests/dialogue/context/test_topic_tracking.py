"""What is asked of the topic, and by whom of those that tell its story it is answered."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.context.topic_tracking import has_enough_words
from bot.dialogue.context.turns import Turn
from bot.dialogue.conversation import Conversation
from bot.dialogue.replies import Outcome, plain_text
from bot.knowledge.entries import Contact, Entry, Event, Kind, Person, Source
from bot.search.query import Query
from bot.search.ranking import QuestionWord, Ranking, Verdict
from bot.thai.questions import Aspect
from tests.dialogue.base import AT, CAMP, ENTRIES, RACES, SOAP, Talk, over, responder
from tests.dialogue.context.test_follow_ups import fund

LOAN = Entry(
    "loan",
    "เงินกู้ซื้อแผงโซลาร์ของชาวประมง",
    "ชาวประมงกู้ซื้อแผงโซลาร์ได้ 2 ล้านบาท เงื่อนไขคือมีเรือของตนเอง สอบถามโทร 0 2999 2222",
    Kind.SERVICE,
    questions=("กู้ซื้อแผงโซลาร์เรือประมงได้เท่าไร",),
    contact=Contact(("0 2999 2222 (ฝ่ายเงินกู้)",)),
)
PAPERS = Entry("papers", "โครงการจดชื่อคนไร้เอกสาร", "จดชื่อคนไร้เอกสารที่อำเภอ", Kind.NEWS)
CONTEST = Entry(
    "contest",
    "ประกวดว่าวดาวเทียม",
    "รับเยาวชนอายุ 14 - 18 ปี ชิงเงินรางวัล 5,000 บาท ลดค่าสมัครให้ 50% เฉพาะคนที่จ่ายก่อน",
    Kind.EVENT,
    event=Event(date(2021, 2, 3), date(2021, 2, 4), venue="ลานหอนาฬิกา", province="เลย"),
)


def test_who_states_the_fact_answers_and_the_talk_stays_where_it_was() -> None:
    """Of two entries of one event, the one in which staff wrote it down is asked first."""
    url = "https://example.go.th/kites"
    told = Entry("kites", "ว่าวดาวเทียมที่สงขลา", "ลอยว่าวดาวเทียมเหนือทะเลสาบ", source=Source("", url))
    noted = replace(
        told, id="kites-noted", title="งานว่าว", people=(Person("สมปอง ลมดี", "ผู้เปิดงาน"),)
    )
    talk = Talk(over((*ENTRIES, told, noted)))
    assert "kites" == talk.say("ว่าวดาวเทียมที่สงขลา").entry
    assert ("kites-noted", "kites") == (talk.say("ใครเปิดงาน").entry, talk.memory.topic)


def test_what_one_release_does_not_tell_another_of_the_story_may() -> None:
    """Of a number that only the second has nobody is told that it is not stated."""
    url = "https://example.go.th/ward"
    first = Entry(
        "ward", "หอพักคนไข้เกาะไผ่เปิดรับ", "หอพักคนไข้เกาะไผ่ รับคนไข้ 40 เตียง", source=Source("", url)
    )
    second = replace(first, id="ward-too", title="กรมหมอเปิดหอพัก", body="หอพักคนไข้รับคนอายุ 15-65 ปี")
    talk = Talk(over((*ENTRIES, first, second)))
    assert talk.say("หอพักคนไข้เกาะไผ่เปิดรับ").entry == "ward"
    told = talk.say("รับอายุเท่าไหร่")
    assert (told.answer, talk.memory.topic) == ("15-65 ปี", "ward")
    assert talk.say("ค่าเข้าเท่าไหร่").outcome is Outcome.NO_ANSWER


def test_what_may_be_asked_of_anything_is_asked_of_the_topic() -> None:
    """Papers and conditions name no subject of their own; what is not told has a way on near by."""
    talk = Talk(over((*ENTRIES, LOAN, PAPERS)))
    talk.say("กู้ซื้อแผงโซลาร์เรือประมงได้เท่าไร")
    asked = talk.say("ใช้เอกสารอะไร")
    assert (Outcome.NO_ANSWER, "loan") == (asked.outcome, asked.entry)
    assert "0 2999 2222" in plain_text(asked)
    assert "0 2333 3700" not in plain_text(asked)
    assert "loan" == talk.say("เงื่อนไขคืออะไร").entry


@pytest.mark.parametrize("text", ["ค่ายนักคิดน้อยเสียเงินมั้ย", "ค่ายทำขนมครกจัดวันไหน", "ค่ายของบ้านไร่รับกี่คน"])
def test_another_of_its_kind_by_name_is_not_the_topic(text: str) -> None:
    """A name right behind the kind is another thing's, though nothing else is known of it."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "camp-moon-loei" != talk.say(text).entry


def test_a_kind_without_a_name_is_the_topic() -> None:
    """ "ค่าย" alone, or with what is asked of it, goes on from the last answer."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "camp-moon-loei" == talk.say("ค่ายรับกี่คน").entry
    assert "camp-moon-loei" == talk.say("ค่ายจัดที่ไหน").entry


def test_the_hour_is_told_by_whoever_has_it() -> None:
    """Of two that tell of one event the day of one is no answer to กี่โมง."""
    url = "https://example.go.th/kites"
    days = Event(date(2021, 3, 1), date(2021, 3, 2))
    card = Entry(
        "kites",
        "เทศกาลว่าวกระดาษ",
        "เทศกาลว่าวกระดาษ",
        Kind.EVENT,
        event=days,
        source=Source("", url),
    )
    release = replace(card, id="release", body="เทศกาลว่าวกระดาษ เปิดตั้งแต่เวลา 08.30 น. ที่ลานดิน")
    talk = Talk(over((*ENTRIES, card, release)))
    talk.say("เทศกาลว่าวกระดาษจัดวันไหน")
    assert "08.30 น." in (talk.say("เปิดกี่โมง").answer or "")


def test_how_many_there_are_is_asked_of_the_topic() -> None:
    """What is counted names no subject, whoever else tells of such; with more said it does."""
    teams = Entry("teams", "แข่งเรือ 12 ทีม", "แข่งเรือ 12 ทีม ทีมละ 5 คน", Kind.NEWS)
    talk = Talk(over((*ENTRIES, teams)))
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    counted = talk.say("มีกี่ทีม")
    assert (Outcome.NO_ANSWER, "camp-moon-loei") == (counted.outcome, counted.entry)
    assert "teams" == talk.say("แข่งเรือมีกี่ทีม").entry


def test_how_to_use_it_is_asked_of_the_topic() -> None:
    """Without one, or with the bot named, it is the bot that is meant."""
    talk = Talk(over((*ENTRIES, SOAP)))
    assert Outcome.MENU == talk.say("ใช้ยังไง").outcome
    assert "soap" == talk.say("สบู่เปลือกมังคุดของ วว.").entry
    assert "soap" == talk.say("ใช้ยังไง").entry
    assert Outcome.MENU == talk.say("ใช้บอทยังไง").outcome


def test_what_is_done_with_anything_is_asked_of_the_topic() -> None:
    """Where it says nothing of that, so it is told, and not where its meeting was held."""
    talk = Talk(over((*ENTRIES, SOAP)))
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    parking = talk.say("จอดรถที่ไหน")
    assert (Outcome.NO_ANSWER, "camp-moon-loei") == (parking.outcome, parking.entry)
    assert "ภูกระดึง" in (talk.say("จัดที่ไหน").answer or "")


def test_whether_it_really_is_free_is_asked_of_the_topic() -> None:
    """ "จริง" names nothing."""
    talk = Talk()
    talk.say("งานหุ่นยนต์เก็บยางพาราที่ตรัง")
    assert "ฟรี" == talk.say("ฟรีจริงๆป่าว").answer


def test_a_place_that_the_topic_never_names_is_elsewhere() -> None:
    """Half of the words are enough for the topic, but a place says of which is asked."""
    title = "กรมโคมไฟตั้งห้องเฝ้าดูโคมลอย"
    room = replace(SOAP, id="room", title=title, body=f"{title} เพื่อเตือนเรื่องโคมลอย")
    talk = Talk(over((*ENTRIES, room)))
    talk.say("กรมโคมไฟตั้งห้องเฝ้าดูโคมลอย")
    assert talk.say("แล้วเรื่องเตือนที่น่านล่ะ").entry != "room"


def test_an_office_is_of_the_topic_that_tells_who_had_it() -> None:
    """Though another release, which is found first, calls it just so in its title."""
    role = "ปลัดกระทรวงดวงดาว"
    people = (Person("นายขวัญ ใจเย็น", role),)
    pact = replace(
        SOAP, id="pact", title="กรมกล้องดูดาวลงนามกับกรมโคมไฟ", body="ลงนามแล้ว", people=people
    )
    title = "อำลาปลัดดวงดาว ปลัดดวงดาวรับตำแหน่งใหม่"
    people = (Person("นายบุญ ใจร้อน", role),)
    party = replace(SOAP, id="party", title=title, body=title, people=people)
    talk = Talk(over((*ENTRIES, pact, party)))
    talk.say("กรมกล้องดูดาวลงนามกับกรมโคมไฟ")
    assert "นายขวัญ" in (talk.say("ปลัดดวงดาวชื่ออะไร").answer or "")


@pytest.mark.parametrize(
    ("text", "told"),
    [("อายุเท่าไหร่", "14"), ("อายุไม่เกินกี่ปี", "14"), ("รางวัลเท่าไหร่", "5,000"), ("ลดกี่เปอร์เซ็นต์", "50%")],
)
def test_what_any_contest_has_is_asked_of_the_topic(text: str, told: str) -> None:
    """Prizes, ages and discounts name no other; nor is the bot asked how old it is."""
    talk = Talk(over((*ENTRIES, CONTEST)))
    talk.say("ประกวดว่าวดาวเทียม")
    reply = talk.say(text)
    assert "contest" == reply.entry
    assert told in plain_text(reply)


def test_who_won_is_asked_of_the_topic() -> None:
    """Not of whatever else tells of winners; the winner named by staff is told, and no guest."""
    body = "แข่งปั้นดินเหนียวมี 20 ทีม สมหมาย ใจเย็น เป็นผู้มอบถ้วย ทีมโอ่งมังกรชนะเลิศ"
    day = Event(date(2019, 9, 1), date(2019, 9, 1), venue="ลานวัดกลาง", province="น่าน")
    clay = replace(CAMP, id="clay", title="แข่งปั้นดินเหนียว ปี 2562", body=body, event=day)
    told = replace(CAMP, id="kite", title="แข่งว่าวกระดาษ", facts={"ผู้ชนะ": "ทีมหางยาว"}, event=None)
    talk = Talk(over((*ENTRIES, CAMP, clay, told)))
    talk.say("ค่ายฟังเสียงนกฮูก")
    assert "owl-camp" == talk.say("ใครชนะ").entry
    talk.say("แข่งปั้นดินเหนียว")
    for asked in ("ใครชนะ", "ใครได้แชมป์"):
        reply = talk.say(asked)
        assert "clay" == reply.entry
        assert "สมหมาย" not in (reply.answer or "")
        assert "โอ่งมังกร" in plain_text(reply)
    talk.say("แข่งว่าวกระดาษ")
    assert "ทีมหางยาว" == talk.say("ทีมไหนชนะ").answer


def test_the_days_of_an_event_are_not_the_hours_of_a_place() -> None:
    """Whoever tells of the event may answer, but not for what stands there all the year."""
    source = Source("ข่าวเปิดสวน", "https://example.go.th/garden")
    garden = replace(
        SOAP,
        id="garden",
        title="สวนกล้วยไม้วิทยาศาสตร์",
        body="สวนกล้วยไม้วิทยาศาสตร์อยู่ที่บ้านเหนือ มีกล้วยไม้ 40 ชนิด",
        kind=Kind.SERVICE,
        source=source,
    )
    opened = replace(
        CAMP,
        id="garden-day",
        title="วันเด็กที่สวนกล้วยไม้วิทยาศาสตร์",
        body="วันเด็กสวนกล้วยไม้วิทยาศาสตร์บ้านเหนือเปิดให้เข้าฟรี มีกล้วยไม้ 40 ชนิด",
        source=source,
    )
    talk = Talk(over((*ENTRIES, garden, opened)))
    talk.say("สวนกล้วยไม้วิทยาศาสตร์อยู่ที่ไหน")
    assert "เมษายน" not in (talk.say("เปิดวันไหน").answer or "")


def test_words_that_name_the_topic_name_nothing_else() -> None:
    """A race somewhere else is a race too; more than the word has to be said to mean it."""
    rockets = replace(CAMP, id="rockets", title="แข่งจรวดขวดน้ำ", body="แข่งจรวดขวดน้ำจัดที่ตรัง แข่งสนุกมาก")
    talk = Talk(over((*ENTRIES, rockets, RACES[0])))
    talk.say("แข่งเรือไม้ไผ่พลังแสงอาทิตย์")
    assert "race-2019" == talk.say("แข่งที่ไหน").entry
    assert "rockets" == talk.say("แข่งจรวดขวดน้ำจัดที่ไหน").entry


def test_whether_one_books_before_is_asked_of_the_topic() -> None:
    """When to do it names nothing."""
    talk = Talk(over((*ENTRIES, replace(SOAP, body=f"{SOAP.body} สอบถามได้ทุกวัน"))))
    talk.say("สบู่เปลือกมังคุด วว.")
    assert "soap" == talk.say("ต้องจองก่อนปะ").entry


def test_a_fact_called_by_the_word_is_of_the_topic() -> None:
    """By whatever it is called, and however sure another entry has it in its title."""
    title, body = "เฟซบุ๊กและโซเชียลของกระทรวง", "เพจเฟซบุ๊กของกระทรวงคือ @ministry มีข่าวทุกวัน"
    page = Entry("page", title, body, Kind.FAQ, keywords=("เฟส", "facebook"))
    moon = replace(ENTRIES[2], facts={"เฟซบุ๊ก": "MoonPage"})
    talk = Talk(over((*ENTRIES[:2], moon, *ENTRIES[3:], page)))
    talk.say("เบอร์สำนักงานสำรวจดวงจันทร์")
    told = talk.say("มีเฟสไหม")
    assert ("agency-moon", "MoonPage") == (told.entry, told.answer)


def test_what_the_topic_counts_is_asked_of_it() -> None:
    """Though the search is surer of another that is called by that word."""
    talk = fund()
    reply = talk.say("เก็บได้นานกี่วัน")
    assert ("fund", "9 วัน") == (reply.entry, reply.answer)


def test_whose_a_part_of_the_topic_is_is_asked_of_the_topic() -> None:
    """Though another title names that part, which the search is sure of."""
    filler = "นายดินเล่าเรื่องป่านและกระดาษสาให้ทุกคนฟังตลอดบ่าย " * 4
    ferry = Entry(
        "ferry",
        "เรือไฟฟ้าลำแรกของเกาะไผ่",
        f"บริษัท เรือลมไทย จำกัด ต่อเรือ {filler}\n\nใช้ตะกร้อครอบมอเตอร์ของ บริษัท ไฟแรงดี จำกัด {filler}",
        Kind.NEWS,
    )
    rattan = Entry(
        "rattan", "ตะกร้อหวายของบริษัทไหนก็ไป", f"ตะกร้อหวายของ บริษัท หวายแดง จำกัด {filler}", Kind.NEWS
    )
    talk = Talk(over((*ENTRIES, ferry, rattan)))
    talk.say("เรือไฟฟ้าลำแรกของเกาะไผ่")
    reply = talk.say("ตะกร้อของบริษัทไหน")
    assert ("ferry", "บริษัท ไฟแรงดี จำกัด") == (reply.entry, reply.answer)


FUND = Entry(
    "fund",
    "เกาหลีให้ทุนทำตู้ปลาอัจฉริยะ",
    "รัฐบาลเกาหลีให้ทุนทำตู้ปลาอัจฉริยะ นายปู ก้ามโต ให้ทุนเพิ่ม เปิดตัว 5 มกราคม 2563",
    Kind.NEWS,
    published=date(2020, 1, 5),
)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("แอปว่าวลมเย็น สนับสนุนทุนวิจัยโดย กองทุนว่าว", Outcome.ANSWER),
        ("แอปว่าวลมเย็น ใช้ดูลม", Outcome.NO_ANSWER),
    ],
)
def test_who_did_something_is_asked_of_the_topic(body: str, outcome: Outcome) -> None:
    """Though another entry has the very word for it; the topic may say that it does not tell."""
    app = Entry("app", "แอปว่าวลมเย็น", body, Kind.NEWS, published=date(2023, 11, 23))
    talk = Talk(over((*ENTRIES, app, FUND)))
    talk.say("แอปว่าวลมเย็น")
    told = talk.say("ใครให้ทุนทำ")
    assert (outcome, "app") == (told.outcome, told.entry)


def test_what_was_merely_offered_is_no_topic() -> None:
    """The next question is asked of what was talked about, until the offer is taken up."""
    talk = Talk(over((*ENTRIES, FUND)))
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    offer = talk.say("ใครทำตู้ปลา")
    assert (Outcome.CHOICES, ("fund",)) == (offer.outcome, offer.conversation.offered)
    assert "camp-moon-loei" == talk.say("จัดที่ไหน").entry
    talk.say("ใครทำตู้ปลา")
    assert "fund" == talk.say("1").entry
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    talk.say("ใครทำตู้ปลา")
    talk.say("ไม่ใช่")
    assert "camp-moon-loei" == talk.say("จัดที่ไหน").entry


def test_a_label_holds_only_a_short_message() -> None:
    """Whoever names another entry at length means that, though a fact of the topic is called so."""
    title = "ท่าเรือของเทศกาลแข่งเรือยาวน้ำปลีก"
    fair = replace(SOAP, id="fair", title=title, body=f"{title}อยู่หน้าวัดกลาง")
    market = replace(
        SOAP,
        id="market",
        title="ตลาดบกบ้านไร่",
        body="ตลาดบกบ้านไร่ขายของ บ้านไร่เคยมีเทศกาลแข่งเรือยาวน้ำปลีกที่ท่าเรือ",
        facts={"ท่าเรือ": "หลังตลาด"},
    )
    talk = Talk(over((*ENTRIES, fair, market)))
    assert "market" == talk.say("ตลาดบกบ้านไร่").entry
    assert "market" == talk.say("ท่าเรืออยู่ไหน").entry
    assert "fair" == talk.say("ท่าเรือของเทศกาลแข่งเรือยาวน้ำปลีกอยู่ตรงไหน").entry


def caravan(place: str, day: date) -> Entry:
    """A caravan of books at a place, told in the same words as that at any other."""
    return Entry(
        f"caravan-{place}",
        f"คาราวานหนังสือที่{place}",
        f"คาราวานหนังสือไปถึง{place} มีเด็กมาดู",
        Kind.EVENT,
        event=Event(day, day, venue=f"โรงเรียนวัด{place}"),
        people=(Person(f"นายรัก {place}", "ประธานเปิดงาน"),),
        source=Source("", "https://example.go.th/caravan" if place == "ระนอง" else ""),
    )


CARAVANS = (
    caravan("ระนอง", date(2024, 1, 22)),
    caravan("ลาว", date(2023, 2, 14)),
    Entry(
        "caravans",
        "คาราวานหนังสือคืออะไร",
        "คาราวานหนังสือไปให้เด็กอ่านถึงที่ เคยไประนองและลาว",
        Kind.SERVICE,
        questions=("คาราวานหนังสือเคยไปไหนบ้าง",),
        facts={"จังหวัดที่เคยไป": "ระนองและลาว"},
        source=Source("", "https://example.go.th/caravan"),
    ),
)


def test_the_talk_stays_at_the_event_that_was_named() -> None:
    """It leaves what stands all the year, which tells the same story."""
    talk = Talk(over((*ENTRIES, *CARAVANS)))
    assert "caravans" == talk.say("คาราวานหนังสือเคยไปไหนบ้าง").entry
    assert "โรงเรียนวัดระนอง" == talk.say("ที่ระนองจัดตรงไหน").answer
    assert talk.memory.topic == "caravan-ระนอง"
    assert "นายรัก ระนอง ประธานเปิดงาน" == talk.say("ใครเป็นประธาน").answer


def test_an_event_like_it_is_moved_to_by_its_place() -> None:
    """In a country as well; what was asked last is asked of it, and what is asked now."""
    talk = Talk(over((*ENTRIES, *CARAVANS)))
    talk.say("คาราวานหนังสือที่ระนอง")
    talk.say("ใครเป็นประธาน")
    assert "นายรัก ลาว ประธานเปิดงาน" == talk.say("แล้วที่ลาวล่ะ").answer
    assert "โรงเรียนวัดลาว" == talk.say("จัดที่ไหน").answer
    talk.say("คาราวานหนังสือที่ระนอง")
    assert "14 กุมภาพันธ์ 2566" == talk.say("แล้วที่ลาวจัดวันไหน").answer
    assert talk.memory.topic == "caravan-ลาว"


CAUGHT = Entry(
    "caught",
    "แถลงเรื่องคนลักว่าวดาวเทียม",
    "แถลงเรื่องคนลักว่าวดาวเทียม จับกุมคนลักว่าวได้ 5 ราย ในการประชุมครั้งที่ 1 ที่เมืองไผ่ คณะมีกลุ่มย่อย 6 กลุ่ม",
    Kind.NEWS,
)


@pytest.mark.parametrize(
    ("text", "told"),
    [("จับได้กี่คน", "5 ราย"), ("แบ่งเป็นกี่กลุ่มย่อย", "6 กลุ่ม"), ("ครั้งแรกล่ะจัดที่ไหน", "เมืองไผ่")],
)
def test_what_the_topic_tells_in_other_words_is_asked_of_it(text: str, told: str) -> None:
    """Its verb without "ได้", its round by the number, the noun that is counted."""
    talk = Talk(over((*ENTRIES, CAUGHT)))
    assert "caught" == talk.say("แถลงเรื่องคนลักว่าวดาวเทียม").entry
    reply = talk.say(text)
    assert "caught" == reply.entry
    assert told in plain_text(reply)


@pytest.mark.parametrize("text", ["จะเปลี่ยนโปรโมชั่นหน่อยค่ะ", "รถติดจัง", "ต้องการเพิ่มคนค่ะ"])
def test_what_asks_of_something_else_is_not_of_the_topic(text: str) -> None:
    """Neither a word in common, nor one that everybody uses, nor letters inside another one."""
    moved = "ย้ายเครื่องนับดาวแล้ว เปลี่ยนเลนส์ได้ เพิ่มคนดูแล มีความสามารถ"
    dull = tuple(Entry(f"dull-{n}", f"เรื่องที่ {n} ของบ้านทุ่ง", f"เพิ่มคน ครั้งที่ {n}") for n in range(12))
    talk = Talk(over((*ENTRIES, *dull, Entry("counter", "เครื่องนับดาวบ้านนา", moved))))
    assert "counter" == talk.say("เครื่องนับดาวบ้านนา").entry
    assert "counter" != talk.say(text).entry


def test_what_is_said_of_one_offered_is_no_word_inside_another() -> None:
    """Of a choice on screen nothing is picked by "รถติดจัง", for one has สามารถ and จังหวัด."""
    pair = tuple(
        Entry(f"ways-{n}", f"ทางเดินดูนกบึงใหญ่ สาย {n}", f"ทุกคนสามารถเดินได้ในจังหวัด สาย {n}")
        for n in (1, 2)
    )
    talk = Talk(over((*ENTRIES, *pair)))
    assert talk.say("ทางเดินดูนกบึงใหญ่").outcome is Outcome.CHOICES
    assert talk.say("รถติดจัง").outcome is Outcome.NO_ANSWER


@pytest.mark.parametrize(
    ("text", "worth", "enough"),
    [
        ("เน็ตสูงสุดเท่าไหร่", 2.0, True),
        ("เน็ตสูงสุดเท่าไหร่", 6.0, False),
        ("แล้วค่าเน็ตสูงสุดของเดือนนี้เท่าไหร่คะ", 2.0, False),
    ],
)
def test_half_of_the_words_are_enough_in_a_few_letters_where_they_weigh_as_much(
    text: str, worth: float, enough: bool
) -> None:
    """Of "เน็ตสูงสุดเท่าไหร่" the topic has สูงสุด, which says little beside a rare word."""
    entry = Entry("hill", "ยอดเขาบ้านนา", "ยอดเขาสูงสุดของบ้านนา")
    words = (QuestionWord("สูงสุด", 2.0, 0.0), QuestionWord("เน็ต", worth, 0.0))
    query = Query("", text, terms=("เน็ต", "สูงสุด"), aspect=Aspect.HOWMANY)
    ranking = Ranking(query, (), 0.0, Verdict.NONE, words=words)
    turn = Turn(responder()._parts, ranking, Conversation(), AT.date())
    assert enough is has_enough_words(entry, turn)


def test_which_team_won_is_asked_of_the_topic_though_it_tells_of_none() -> None:
    """That it does not say so is told, and no other contest offered."""
    other = Entry(
        "kites",
        "แข่งว่าวบ้านหาดไผ่ ทีมชนะเลิศ",
        "แข่งว่าวบ้านหาดไผ่มี 12 ทีม ทีมไหนชนะยังไม่มีข้อมูล",
        Kind.NEWS,
        published=date(2019, 3, 1),
    )
    talk = Talk(over((*ENTRIES, CAMP, other)))
    talk.say("ค่ายฟังเสียงนกฮูก ปี 2562 จัดที่ไหน")
    reply = talk.say("แล้วทีมไหนชนะ")
    assert (Outcome.NO_ANSWER, "owl-camp") == (reply.outcome, reply.entry)


def test_what_another_of_the_name_alone_states_is_not_of_the_topic() -> None:
    """Both are called by the word, and the search is sure of the one that tells."""
    exam = Entry(
        "exam",
        "สอบขับเรือช่วงน้ำท่วม",
        "ผู้ที่บ้านน้ำท่วมสอบขับเรือได้ มีผู้สมัคร 183 คน ต้องลงทะเบียนก่อน 24 ชั่วโมง",
        keywords=("ขับเรือ",),
        facts={"ลงทะเบียนล่วงหน้า": "ไม่น้อยกว่า 24 ชั่วโมงก่อนสอบ"},
    )
    free = Entry(
        "free",
        "สมัครสอบขับเรือฟรี",
        "สมัครสอบขับเรือฟรีทุกสนาม รับสมัคร 6-12 พฤษภาคม 2567",
        questions=("สมัครสอบขับเรือฟรีวันไหน",),
        keywords=("ขับเรือ",),
        facts={"วันรับสมัคร": "6-12 พฤษภาคม 2567"},
    )
    talk = Talk(over((*ENTRIES, exam, free)))
    assert "exam" == talk.say("สอบขับเรือช่วงน้ำท่วม").entry
    told = talk.say("สมัครขับเรือฟรีปีไหน")
    assert ("free", "6-12 พฤษภาคม 2567") == (told.entry, told.answer)


def test_a_part_called_by_what_the_word_stands_for_is_of_the_topic() -> None:
    """ปริญญาโท stands for บัณฑิตศึกษา."""
    levels = Entry(
        "levels",
        "เกณฑ์ภาษาเกาะไผ่ก่อนจบ",
        "ภาษาเกาะไผ่ก่อนจบ ปริญญาตรีต้องได้ขั้น 2 และบัณฑิตศึกษาต้องได้ขั้น 3",
        facts={"ปริญญาตรี": "ขั้น 2", "บัณฑิตศึกษา": "ขั้น 3"},
    )
    talk = Talk(over((*ENTRIES, levels)))
    assert "ขั้น 2" == talk.say("ปริญญาตรีต้องได้ภาษาเกาะไผ่ขั้นไหน").answer
    assert "ขั้น 3" == talk.say("แล้วปริญญาโทล่ะ").answer
