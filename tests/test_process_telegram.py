"""The program, started as people start it, in conversation with a citizen and an admin."""

import itertools
import re
import sqlite3
import time
from pathlib import Path

import pytest

from tests.support.bot_api_messages import Message
from tests.support.fake_bot_api import FakeBotApi
from tests.support.running_bot import ADMIN, SECOND_ADMIN, RunningBot
from tests.support.telegram_people import Person
from tests.web.chromium import has_chromium, launched

pytestmark = pytest.mark.process


def labels(message: Message) -> str:
    return " | ".join(button["text"] for button in message.buttons)


def test_a_citizen_asks_and_an_admin_teaches(api: FakeBotApi, person: Person) -> None:
    """Three questions, a choice, a follow-up, a bad mark, an unanswered question, a lesson."""
    citizen, admin, stranger = person, Person(api, ADMIN, "แอดมิน"), Person(api, 901)
    citizen.says("/start")
    welcome = citizen.hear()
    assert "ถามวิทย์ 1313" in welcome.text
    assert "/privacy" in welcome.text

    citizen.says("วทน. สัญจร จัดที่ไหน")
    assert "นครสวรรค์" in citizen.hear().text
    citizen.says("แล้วจัดวันไหน")
    assert "26" in citizen.hear().text
    citizen.says("ขอเบอร์กระทรวง อว.")
    assert "0 2333 3700" in citizen.hear().text

    citizen.says("ค่ายเยาวชน")
    offered = citizen.hear()
    citizen.presses(offered, "สงขลา")
    picked = citizen.hear()
    assert "สงขลา" in picked.text
    citizen.says("ตรวจวัสดุสัมผัสอาหารได้ที่ไหน")
    answered = citizen.hear()
    citizen.presses(answered, "👎")
    assert "แจ้งฉัน" in labels(citizen.hear())
    api.wait_for(lambda: "👎" not in labels(answered), "the marks to go")

    citizen.says("ทุนเรียนต่อปริญญาเอกที่ดาวอังคารเปิดรับเมื่อไหร่")
    unknown = citizen.hear()
    citizen.presses(unknown, "แจ้งฉัน")
    assert "แชตนี้" in citizen.hear().text

    admin.says("/start")
    admin.hear()
    admin.says("/review")
    card = admin.sees(lambda message: "ดาวอังคาร" in message.text)
    admin.presses(card, "เขียนคำตอบ")
    admin.sees(lambda message: "พิมพ์คำตอบ" in message.text)
    number = admin.says("ยังไม่มีทุนไปดาวอังคาร")
    admin.sees(lambda message: "บันทึกคำตอบนี้" in labels(message))
    admin.edits(number, "ยังไม่มีทุนไปดาวอังคารค่ะ ดูทุนที่เปิดรับได้ที่หน้าเว็บของกระทรวง")
    shown = admin.sees(lambda message: "บันทึกคำตอบนี้" in labels(message))
    admin.presses(shown, "บันทึกคำตอบนี้")
    admin.sees(lambda message: "บันทึกและใช้ตอบได้แล้ว" in message.text)
    told = citizen.hears(2)
    assert "ดาวอังคาร" in told[0].text
    assert "ยังไม่มีทุนไปดาวอังคารค่ะ ดูทุน" in told[1].text

    stranger.says("ทุนเรียนต่อปริญญาเอกที่ดาวอังคารเปิดรับเมื่อไหร่")
    assert "ยังไม่มีทุนไปดาวอังคาร" in stranger.hear().text
    assert 1 == sum("ท่านฝากไว้" in message.text for message in citizen.seen())

    citizen.presses(told[1], "👎")
    citizen.sees(lambda message: "ยังตอบไม่ตรง" in message.text)
    admin.says("/review")
    admin.sees(lambda message: "ดาวอังคาร" in message.text and "ยังตอบไม่ตรง" in message.text)


def test_an_admin_gives_an_entry_another_phrasing_and_takes_it_back(
    api: FakeBotApi, person: Person
) -> None:
    """One tap teaches, one tap undoes, one tap dismisses."""
    admin = Person(api, SECOND_ADMIN, "แอดมิน")
    person.says("กล่องโฟมที่แม่ค้าใช้มันอันตรายไหมนะ")
    person.hear()
    admin.says("/review")
    card = admin.sees(lambda message: "กล่องโฟม" in message.text)
    admin.presses(card, "ใช้คำตอบนี้: 1")
    shown = admin.sees(lambda message: "เลิกทำ" in labels(message))
    admin.presses(shown, "เลิกทำ")
    admin.sees(lambda message: "เลิกทำแล้ว" in message.text)
    admin.says("/review")
    card = admin.sees(lambda message: "กล่องโฟม" in message.text)
    admin.presses(card, "ไม่เกี่ยวข้อง")
    admin.sees(lambda message: "ตัดออกจากรายการ" in message.text)


def test_an_admin_gets_a_link_into_the_console(bot: RunningBot, api: FakeBotApi) -> None:
    """The link and its code, in private."""
    admin = Person(api, ADMIN, "แอดมิน")
    admin.says("/console")
    link = admin.sees(lambda message: "/console/enter/" in message.text)
    assert re.search(r"http://127\.0\.0\.1:\d+/console/enter/[\w-]{22}\n", link.text)


@pytest.mark.browser
@pytest.mark.skipif(not has_chromium(), reason="no Chromium on this machine (.ci/run installs it)")
def test_an_admin_teaches_in_the_browser_and_the_citizen_is_told(
    api: FakeBotApi, person: Person
) -> None:
    """In by the link of the chat, from the queue to the lesson, undone, and the log taken home."""
    citizen, admin = person, Person(api, ADMIN, "แอดมิน")
    citizen.says("พิพิธภัณฑ์เรือดำน้ำของกระทรวงเปิดวันไหน")
    citizen.presses(citizen.hear(), "แจ้งฉัน")
    citizen.hear()
    admin.says("/console")
    link = admin.sees(lambda message: "/console/enter/" in message.text)
    address = link.text.split("/console/enter/")
    with launched() as browser:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(re.findall(r"http://\S+", link.text)[0])
        assert page.inner_text(".code") in address[1]
        page.click("button.primary")
        page.click("a.what:has-text('เรือดำน้ำ')")
        page.fill("#answer", "กระทรวงไม่มีพิพิธภัณฑ์เรือดำน้ำค่ะ")
        page.click("#answer + button")
        page.click("button[value=teach]")
        told = citizen.hears(2)
        assert "ท่านฝากไว้" in told[0].text
        assert "ไม่มีพิพิธภัณฑ์เรือดำน้ำ" in told[1].text
        page.click("button:has-text('เลิกทำ')")
        page.wait_for_selector("#answer")
        page.goto(page.url.partition("/console")[0] + "/console/questions")
        with page.expect_download() as download:
            page.click("button[value=csv]")
        assert "เรือดำน้ำ" in Path(download.value.path()).read_text("utf-8-sig")
    assert 1 == sum("ท่านฝากไว้" in message.text for message in citizen.seen())


@pytest.mark.parametrize("payload", ["e_ZZZZZZZZZZZZZ", "../../etc/passwd", "e_" + "A" * 64, "🙃"])
def test_f36_a_forged_start_is_an_ordinary_start(person: Person, payload: str) -> None:
    """A deep link to nothing welcomes like any other."""
    person.says(f"/start {payload}")
    assert "ถามวิทย์ 1313" in person.hear().text


def test_f07_the_same_update_twice_is_answered_once(api: FakeBotApi, person: Person) -> None:
    """Telegram may deliver again what was confirmed too late."""
    person.says("ขอเบอร์กระทรวง อว.")
    assert "0 2333 3700" in person.hear().text
    again = api.next_update_id - 1
    message = {"message_id": 1, "date": 0, "chat": person.chat, "from": person.user, "text": "ซ้ำ"}
    api.push_raw(again, "message", {"update_id": again, "message": message})
    person.says("/help")
    assert "/news" in person.sees(lambda message: "/news" in message.text).text
    assert "ซ้ำ" not in "".join(message.text for message in person.seen())


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ({"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1,
                      "height": 1, "is_animated": False, "is_video": False}}, "สติกเกอร์"),
        ({"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}, "รูป"),
        ({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}}, "เสียง"),
        ({"location": {"latitude": 13.7, "longitude": 100.5}}, "ตำแหน่ง"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "ข้อความ"),
    ],
)  # fmt: skip
def test_other_content_gets_a_useful_line(
    person: Person, content: dict[str, object], word: str
) -> None:
    """Never silence, always what works instead."""
    person.sends(**content)
    assert word in person.hear().text


def test_an_edited_question_edits_its_answer(api: FakeBotApi, person: Person) -> None:
    """The answer stands where it stood and says the new thing."""
    asked = person.says("ขอเบอร์กระทรวง อว.")
    answer = person.hear()
    person.edits(asked, "วทน. สัญจร จัดที่ไหน")
    api.wait_for(lambda: "นครสวรรค์" in answer.text, "the answer to change")
    assert answer.edits == 1
    person.edits(asked, "ข่าวล่าสุด")
    api.wait_for(lambda: "2. " in answer.text, "the list to come")
    assert "2. " in labels(answer)
    assert 1 == len(person.seen())


def test_in_a_group_it_speaks_only_when_addressed(bot: RunningBot, api: FakeBotApi) -> None:
    """By its name, by a reply to it, or by a command; each answer hangs on its question."""
    member = Person(api, 1500, group=-100777)
    member.says("วทน. สัญจร จัดที่ไหน")
    member.says("/unknown")
    asked = member.says("@thamwit_bot วทน. สัญจร จัดที่ไหน")
    answer = member.hear()
    assert "นครสวรรค์" in answer.text
    assert asked == answer.reply_to
    with api.locked():
        shown = api.rules.shown(answer)
    member.says("แล้วจัดวันไหน", reply_to_message=shown)
    assert "26" in member.hear().text
    member.says("/help@thamwit_bot")
    assert "/news" in member.hear().text
    assert 3 == len(member.seen())


def test_commands_are_those_of_the_menu(api: FakeBotApi, person: Person) -> None:
    """Every command of the menu answers, and /help lists each."""
    person.says("/help")
    text = person.hear().text
    for number, command in enumerate(api.commands["default::"], 1601):
        assert f"/{command['command']} – {command['description']}" in text
        assert re.search("[ก-๙]", command["description"])
        other = Person(api, number)
        other.says(f"/{command['command']}")
        assert other.hear().text
    assert "review" not in text
    assert {"name", "description", "short_description"} == {key for key, _ in api.profile}


def test_privacy_names_the_number_that_an_admin_is_set_by(api: FakeBotApi, person: Person) -> None:
    """In private it ends with one's own number; in a group with nothing of the kind."""
    member = Person(api, 902, group=-100778)
    person.says("/privacy")
    assert str(person.id) in person.hear().text.splitlines()[-1]
    member.says("/privacy")
    assert str(member.id) not in member.hear().text


def test_bad_knowledge_is_reported_and_good_knowledge_goes_live(
    bot: RunningBot, api: FakeBotApi, person: Person
) -> None:
    """A broken file changes nothing but is told to the admin; a good one answers soon."""
    admin = Person(api, ADMIN, "แอดมิน")
    for one in (person, admin):
        one.says("/start")
        one.sees(lambda message: "/privacy" in message.text)
    edited = bot.knowledge / "contacts" / "ministry-main.md"
    whole = edited.read_text("utf-8")

    crowd = itertools.count(17_000)  # one person would soon be told to ask more slowly

    def answer() -> str:
        another = Person(api, next(crowd))
        another.says("ขอเบอร์กระทรวง อว.")
        return another.hear().text

    edited.write_text("---\ntitle: [\n---\n", "utf-8")
    told = admin.sees(lambda message: "ministry-main.md" in message.text)
    assert "มีปัญหา" in told.text
    assert "0 2333 3700" in answer()

    edited.write_text(whole.replace("0 2333 3700", "0 2333 3799"), "utf-8")
    for _ in range(60):
        if "0 2333 3799" in answer():
            break
        time.sleep(0.2)  # forty answers need less time than a folder to settle
    else:
        raise AssertionError(bot.log())


def test_f26_a_locked_database_delays_and_loses_nothing(
    bot: RunningBot, api: FakeBotApi, person: Person
) -> None:
    """Another program holds the database longer than we wait for it; then all goes on."""
    held = sqlite3.connect(bot.database, isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    person.says("ขอเบอร์กระทรวง อว.")
    with pytest.raises(AssertionError):
        api.wait_for(lambda: api.pending == 0, "a confirmation too early", 5.5)
    held.execute("ROLLBACK")
    held.close()
    assert "0 2333" in person.hear().text


def test_a_wrong_token_ends_the_start_with_a_clear_text(tmp_path: Path) -> None:
    """The message names the setting and not the token."""
    with FakeBotApi() as own:
        running = RunningBot(own, tmp_path, TELEGRAM_BOT_TOKEN="111111111:" + "A" * 35)
        running.start(wait=False)
        assert 1 == running.outcome()
        assert "TELEGRAM_BOT_TOKEN" in running.log()
        assert "A" * 35 not in running.log()
        assert "Traceback" not in running.log()


def test_an_event_brings_its_calendar_map_pictures_and_a_reminder(person: Person) -> None:
    """One message with the answer; each of the others only when its button is pressed."""
    person.says("งานชมจันทร์แห่งศตวรรษจัดที่ไหน")
    answer = person.hear()
    pressed = ("ลงปฏิทิน", "ดูแผนที่", "ดูรูป", "ดูเอกสาร", "เตือนก่อนวันงาน")
    for label in pressed:
        person.presses(answer, label)
    calendar, pin, first, _, document, promise = person.hears(6)
    assert b"BEGIN:VCALENDAR" in calendar.raw["document"]
    assert (18.79, 98.98) == (pin.raw["latitude"], pin.raw["longitude"])
    assert ["sendMediaGroup", "sendDocument"] == [first.method, document.method]
    assert "4 มกราคม 2642" in promise.text
    person.presses(promise, "ไม่ต้องเตือน")
    assert "จะไม่เตือน" in person.hear().text


def test_an_office_can_be_kept_in_the_phone(person: Person) -> None:
    """As a contact that dials, with the number and the address to copy."""
    person.says("ขอเบอร์กระทรวง อว.")
    answer = person.hear()
    copied = [button["copy_text"]["text"] for button in answer.buttons if "copy_text" in button]
    person.presses(answer, "บันทึกเบอร์")
    assert "1313" in copied
    assert any("พระรามที่ 6" in one for one in copied)
    assert person.hear().raw["phone_number"].startswith("+662333")


def test_a_list_is_narrowed_by_buttons(person: Person) -> None:
    """By province, then everything again."""
    person.says("/news")
    news = person.hear()
    assert "1. " in news.text
    person.says("งานที่เชียงใหม่")
    listed = person.hear()
    assert "งานที่จังหวัดเชียงใหม่" in listed.text
    person.presses(listed, "ดูทั้งหมด")
    assert "งานที่กำลังจะมาถึง" in person.hear().text


def test_whoever_is_not_content_says_why(bot: RunningBot, api: FakeBotApi, person: Person) -> None:
    """The reasons stand under the apology and go when one was given."""
    person.says("ตรวจวัสดุสัมผัสอาหารได้ที่ไหน")
    person.presses(person.hear(), "👎")
    asked = person.hear()
    assert "ข้อมูลเก่า" in labels(asked)
    person.presses(asked, "ข้อมูลเก่า")
    api.wait_for(lambda: "ข้อมูลเก่า" not in labels(asked), "the reasons to go")
    with sqlite3.connect(bot.database) as rows:
        assert ("old",) in rows.execute("SELECT reason FROM feedback").fetchall()


def test_answers_can_be_dropped_into_any_chat(bot: RunningBot, person: Person) -> None:
    """With source and date, and a link back; nothing is said of it and nothing recorded."""
    (first, *_) = person.finds(person.looks_up("วทน. สัญจร จัดที่ไหน"))
    assert "วทน. สัญจร" in first["title"]
    assert "ที่มา: ข่าวกระทรวง" in first["input_message_content"]["message_text"]
    url = first["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert url.startswith("https://t.me/thamwit_bot?start=e_")
    assert [] == person.finds(person.looks_up("ราคาทองวันนี้เท่าไร"))
    assert person.finds(person.looks_up(""))
    mine = "SELECT * FROM inbox WHERE chat_id = ?"
    with sqlite3.connect(bot.database) as rows:
        assert [] == rows.execute(mine, (person.id,)).fetchall()
    person.says(f"/start {url.partition('=')[2]}")
    assert "วทน. สัญจร" in person.hear().text


def test_a_flood_of_inline_queries_harms_nobody(api: FakeBotApi, person: Person) -> None:
    """Only the newest is answered for sure; messages of the same person are as welcome as ever."""
    with api.locked():
        queries = [person.looks_up("ขอเบอร์กระทรวง อว."[:length]) for length in range(1, 19)]
        api.push("inline_query", {"id": "x", "from": None})
        person.says("ขอเบอร์กระทรวง อว.")
    assert person.finds(queries[-1])
    assert "0 2333" in person.hear().text


@pytest.mark.parametrize(
    ("payload", "said"),
    [("news", "ข่าวล่าสุด"), ("events", "งาน"), ("contact", "0 2333"), ("ask", "ถามวิทย์ 1313")],
)
def test_a_link_leads_to_a_part_of_the_menu(person: Person, payload: str, said: str) -> None:
    """For posters and pages: `?start=events`."""
    person.says(f"/start {payload}")
    assert said in person.hear().text


def test_large_buttons_type_for_people(person: Person) -> None:
    """Each key is answered as its words are, and the last one takes the keys away."""
    person.says("/keyboard")
    shown = person.hear()
    keys = [key["text"] for row in shown.raw["reply_markup"]["keyboard"] for key in row]
    for key in keys:
        person.says(key)
    *answers, hidden = person.hears(len(keys))
    assert ["ข่าวล่าสุด", "งาน", "0 2333", "ถามได้เรื่อง"] == [
        word
        for word, answer in zip(("ข่าวล่าสุด", "งาน", "0 2333", "ถามได้เรื่อง"), answers, strict=True)
        if word in answer.text
    ]
    assert hidden.raw["reply_markup"]["remove_keyboard"]


def test_english_is_answered_from_the_same_entries(person: Person) -> None:
    """Asked for once, kept for the chat, and given back as easily."""
    person.says("What is the phone number of the ministry?")
    assert "/lang en" in person.hear().text
    person.says("/lang")
    person.presses(person.hear(), "English")
    assert "English" in person.hear().text
    person.says("What is the phone number of the ministry?")
    answer = person.hear()
    assert "Phone: 0 2333" in answer.text
    assert "Save contact" in labels(answer)
    person.says("where?")
    assert "พระรามที่ 6" in person.hear().text
    person.says("/lang th")
    person.hear()
    person.says("ขอเบอร์กระทรวง อว.")
    assert "โทรศัพท์: 0 2333" in person.hear().text
