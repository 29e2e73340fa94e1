"""What was held, by the name that title or lead gives it, and what is asked about it."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry, Event, Person
from bot.press.questions.asking import Asker
from bot.press.questions.asking_occasions import occasions_of
from tests.press.questions.base import in_all_forms

DAY = date(2023, 4, 4)
EVENT = Event(DAY, DAY, venue="วัดป่าเมืองใหม่", organizer="สมาคมเรือใบ")
HEAD = Person("ดร.แดง ใจดี", "อธิบดีกรมเจ้าท่า")
LEAD = "วันนี้ สมาคมเรือใบ จัดงาน “เรือใบน้อยไทย” เพื่อชาวเกาะ เป็นประธานเปิดงาน "


def asked(title: str, body: str = LEAD, published: date | None = None) -> str:
    """All that is asked, with the forms of several entries."""
    entry = Entry("a", title, body, event=EVENT, people=(HEAD,), published=published)
    return "\n".join(in_all_forms(entry))


def test_what_the_lead_names_is_asked_when_where_and_by_whom() -> None:
    """What it was for as well."""
    told = asked("วว. ลดควันเรือ")
    for parts in (
        ("จัดวันไหน", "จัดเมื่อไหร่", "วันที่เท่าไหร่"),
        ("จัดที่ไหน",),
        ("จัดเพื่ออะไร", "จัดขึ้นเพื่ออะไร"),
        ("ใครเป็นคนจัด",),
    ):
        assert any(f"งานเรือใบน้อยไทย{part}" in told for part in parts)
    assert "เปิดงานเรือใบน้อยไทย" in told


def test_whoever_said_something_there_is_asked_for() -> None:
    """Nobody who is only to come."""
    body = f"{LEAD} ดร.แดง ใจดี กล่าวว่า เรือดี"
    said = ("อธิบดีกรมเจ้าท่าพูดอะไรในงานเรือใบน้อยไทย", "อธิบดีกรมเจ้าท่าพูดเรื่องอะไรในงานเรือใบน้อยไทย")
    assert any(one in asked("วว. ลดควันเรือ", body) for one in said)
    ahead = asked("วว. ลดควันเรือ", body, date(2023, 1, 1))
    assert not any(one in ahead for one in said)


def test_what_nobody_would_type_alone_is_asked_for_with_its_kind() -> None:
    body = "วันนี้ วว. เปิดประชุมในหัวข้อ ISLAND BRANDING ณ เกาะ"
    told = asked("วว. เปิดประชุมในหัวข้อ ISLAND BRANDING", body)
    assert any(one in told for one in ("ประชุม ISLAND BRANDING หน่อย", "ประชุม ISLAND BRANDING ไหม"))


def test_who_speaks_for_others_was_not_there() -> None:
    speaker = Person("นายแดง ใจดี", "โฆษกรัฐบาล")
    entry = Entry(
        "a", "วว. ลดควันเรือ", f"{LEAD} นายแดง ใจดี กล่าวว่า เรือดี", event=EVENT, people=(speaker,)
    )
    assert not [one for one in Asker(entry).questions() if "ในงานเรือใบน้อยไทย" in one.text]


def test_a_name_ends_where_another_sign_opens() -> None:
    """Though its own quotation mark is never closed."""
    body = "วันนี้ สมาคมเรือใบ จัดงาน “เรือใบน้อยไทย (THAI SAILING) ภายใต้แนวคิด “ลมดี”"
    assert "งานเรือใบน้อยไทยจัดที่ไหน" in asked("วว. ลดควันเรือ", body)


def test_a_name_of_the_title_comes_first() -> None:
    """Then only who spoke is asked of it; the day of a contract is none of an event's."""
    assert "งานเรือใบน้อยไทย" not in asked("อว. จัดงาน “วันเรือใหญ่” ณ เกาะ")
    assert "งานเรือใบน้อยไทยจัดวันไหน" not in asked("วว. ลงนามบันทึกความเข้าใจลดควันเรือ")


def test_nobody_opened_or_spoke_at_what_is_only_announced() -> None:
    body = f"{LEAD} ดร.แดง ใจดี กล่าวว่า เรือดี"
    told = asked("วว. แถลงความพร้อมลดควันเรือ", body)
    assert "งานเรือใบน้อยไทย" in told
    assert "เปิดงานเรือใบน้อยไทย" not in told
    assert "ในงานเรือใบน้อยไทย" not in told


def test_a_name_that_says_nothing_is_told_with_whose_it_is() -> None:
    """By the office behind it, else by who holds it; never alone."""
    for title, said in (
        ("รมว.อว. เปิดงาน “วันคล้ายวันสถาปนา วช. ครบรอบ 63 ปี”", "งานวันคล้ายวันสถาปนา วช."),
        ("วว. จัดงานวันคล้ายวันสถาปนา", "งานวันคล้ายวันสถาปนาของ วว."),
    ):
        told = asked(title, "งานวันคล้ายวันสถาปนา เป็นประธานเปิดงาน")
        assert f"{said} จัด" in told
        assert "งานวันคล้ายวันสถาปนาจัด" not in told


def test_what_an_office_only_takes_part_in_is_not_its_own() -> None:
    """Though it shows something there."""
    held = asked("วว. จัดเสวนา “คนต่อเรือไฟฟ้า”", "เสวนา คนต่อเรือไฟฟ้า เพื่อชาวเกาะ")
    shown = asked("วว. โชว์เรือในงานเสวนา “คนต่อเรือไฟฟ้า”", "เสวนา คนต่อเรือไฟฟ้า เพื่อชาวเกาะ")
    assert "เสวนาเรือไฟฟ้าของ วว." in held
    assert "เรือไฟฟ้า" in shown
    assert "เสวนาเรือไฟฟ้าของ วว." not in shown


def test_its_theme_its_last_day_and_its_page_are_asked_where_they_are_told() -> None:
    body = f"{LEAD} ภายใต้แนวคิด “เรือดี” ดูรายละเอียดที่ www.boat.th"
    themes = ("ธีมอะไร", "ใช้แนวคิดอะไร")
    sites = ("ดูรายละเอียดงานเรือใบน้อยไทยได้ที่เว็บไหน", "งานเรือใบน้อยไทยดูข้อมูลเพิ่มได้ที่ไหน")
    for told, expected in ((asked("วว. ลดควันเรือ", body), True), (asked("วว. ลดควันเรือ"), False)):
        assert any(f"งานเรือใบน้อยไทย{one}" in told for one in themes) is expected
        assert any(one in told for one in sites) is expected


SOMCHAI = Person("นายสมชายเดช ใจดี")


def occasions(title: str, body: str = "") -> list[str]:
    return list(occasions_of(Entry("a", title, body)))


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("อว. จัดงาน “เรือใบน้อย” ณ เกาะ", "งานเรือใบน้อย"),
        ("วว. ร่วมงานสัมมนา Sailing Forum 2017 “เรือใบไทย”", "งานสัมมนา Sailing Forum 2017"),
        ("อว. เปิดงานประชุมวิชาการช่างต่อเรือใบ เพื่อชาวเกาะ", "งานประชุมช่างต่อเรือใบ"),
        ("อว. จัดแข่งขันเรือใบบังคับวิทยุ หวังลดฝุ่น", "แข่งขันเรือใบบังคับวิทยุ"),
        ("วว. รับรางวัลในงาน “วันเรือใบไทย” ประจำปี 2562", "งานวันเรือใบไทย"),
        ("วว. จัดกิจกรรม “ตลาดนัดเรือใบ” ริมคลอง", "ตลาดนัดเรือใบ"),
    ],
)
def test_what_was_held_is_named_with_its_kind(told: str, name: str) -> None:
    """By title and lead alike, without what is asked aside; an activity by its name alone."""
    assert [name] == occasions(told)
    assert [name] == occasions("ข่าวเรือ", f"วันนี้ {told}")


def test_what_the_lead_tells_no_day_and_no_place_of_is_not_the_news() -> None:
    """As what others do, of which is talked."""
    told = "ชาวเกาะออกมาจัดกิจกรรม “เรือใบน้อยไทย” เพื่อทะเล"
    assert not occasions("ข่าวเรือ", f"4 เมษายน 2566 ชาวเกาะเข้าพบ ดร.แดง\n\n{told}")
    assert occasions("ข่าวเรือ", f"4 เมษายน 2566 ชาวเกาะเข้าพบ ดร.แดง\n\n{told} ณ วัดป่า")


@pytest.mark.parametrize(
    "told",
    [
        "อว. จัดประชุมคณะกรรมการเรือใบ ครั้งที่ 3",
        "อว. จัดงานเทิดพระเกียรติรัชกาลที่ 9",
        "อว. ร่วมงานดังกล่าว",
        "อว. จัดประชุมช่างต่อเรือใบและ",
        "ใช้ในกิจกรรม “เรือใบน้อย”",
        "อว. จัดงาน “เรือ”",
        "อว. จัดประชุม Kick off เรือใบ",
    ],
)
def test_nothing_vague_royal_or_cut_is_named(told: str) -> None:
    """Nor a committee, what somebody only speaks of, or a word alone."""
    assert not occasions(told)


def test_a_name_that_goes_on_behind_the_lead_is_none() -> None:
    """What stands farther behind is no occasion of the release."""
    assert not occasions("ข่าวเรือ", f"{'ก' * 780} จัดแข่งขันเรือใบบังคับวิทยุ")
    assert not occasions("ข่าวเรือ", f"{'ก ' * 420} จัดงาน “เรือใบน้อย”")


def test_of_a_name_of_two_halves_the_first_is_said() -> None:
    """Where that tells which is meant, else all of it."""
    assert occasions("อว. จัดสัมมนา “เรือใบไทย: จากเกาะสู่ทะเล”") == ["สัมมนาเรือใบไทย"]
    assert occasions("อว. จัดสัมมนา “5 ปี : เรือใบไทย”") == ["สัมมนา 5 ปี : เรือใบไทย"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("รมว.อว. เปิดประชุมหารือในหัวข้อ SAILING THAILAND", "ประชุม SAILING THAILAND"),
        ("อว. จัดงานสุดยิ่งใหญ่ “เรือใบไทย” ที่เกาะ", "งานเรือใบไทย"),
        ("อว. จัดกิจกรรมน้อมรำลึก “วันเรือใบ”", "กิจกรรมน้อมรำลึกวันเรือใบ"),
        ("อว. เปิดงานมอบโล่เชิดชูเกียรติ “ช่างต่อเรือใบ”", "งานช่างต่อเรือใบ"),
        ("อว. ปิดงานและมอบโล่ผู้ร่วมจัดงาน “เรือใบไทย”", "งานเรือใบไทย"),
        ("อว. ร่วมประชุมคณะกรรมการเรือใบแห่งชาติ (ก.ร.บ.)", "ประชุม ก.ร.บ."),
        ("อว. ร่วมประชุม กรบ. ครั้งที่ 5/2565", "ประชุม กรบ."),
        ("อว. ร่วมประชุมสุดยอดเรือใบ ครั้งที่ 5", "ประชุมสุดยอดเรือใบ"),
        ("อว. จัดฝึกอบรมเชิงปฏิบัติการ หลักสูตร “ต่อเรือใบ”", "ฝึกอบรมต่อเรือใบ"),
        ("ดร.แดง กล่าวปาฐกถาพิเศษเรื่อง “เรือใบไทย”", "ปาฐกถาพิเศษเรือใบไทย"),
        ("อว. จัดกิจกรรมเรือใบเด็ก ตอน สนุกกับลม", "กิจกรรมเรือใบเด็ก"),
    ],
)
def test_an_event_is_known_by_the_words_that_set_it_apart(title: str, name: str) -> None:
    """Not by praise, by what was given away there, or by who sits on a board."""
    assert occasions(title)[:1] == [name]


def test_a_kind_without_a_name_is_no_event() -> None:
    """ "ฝึกอบรมเชิงปฏิบัติการ", "ประชุม ทช.": of which a hundred are held."""
    assert not occasions("อว. จัดฝึกอบรมเชิงปฏิบัติการ ณ เกาะ")
    assert not occasions("อว. ร่วมประชุม ทช. เมื่อวานนี้")


def test_the_lead_names_the_event_of_which_the_title_has_but_a_talk() -> None:
    """Which nobody opens."""
    title = "ดร.แดง กล่าวปาฐกถาพิเศษเรื่อง “เรือใบไทย”"
    told = asked(title)
    assert "ปาฐกถาเรื่องเรือใบไทยจัดที่ไหน" in told
    assert "เปิดปาฐกถา" not in told
    assert "งานเรือใบน้อยไทย" in told


def test_a_name_of_the_title_that_nobody_would_type_leaves_it_to_the_lead() -> None:
    title = "อว. ร่วมงาน “INTERNATIONAL SAILING AND SEAFARING TECHNOLOGY SUMMIT FORUM”"
    assert "งานเรือใบน้อยไทย" in asked(title)


def test_a_list_or_a_person_is_no_name_of_an_event() -> None:
    """ "ประชุมอนุทิน": who held it stands behind the kind."""
    assert not occasions("อว. จัดประชุมช่างต่อเรือใบ ทะเลและชายฝั่ง")
    entry = Entry("a", "อว. ร่วมประชุมสมชายเดช ที่เกาะ", "", people=(SOMCHAI,))
    assert not occasions_of(entry)
    assert occasions(entry.title)
