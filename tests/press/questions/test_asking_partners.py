"""What is asked of those who do something together."""

from datetime import date

from bot.knowledge.entries import Entry, Event, Person
from tests.press.questions.base import in_all_forms, longer_of

DAY = date(2023, 4, 4)
EVENT = Event(DAY, DAY, venue="วัดป่าเมืองใหม่")


def asked(title: str, body: str, *people: Person) -> str:
    """All that is asked, with the forms of several entries."""
    entry = Entry("a", title, body, event=EVENT, people=people)
    return "\n".join(in_all_forms(entry, 6))


def test_what_two_do_together_is_asked_with_their_short_names() -> None:
    """An office with its short name behind it is called by that; of several the first."""
    told = asked("วว. จับมือ สำนักงานการเดินเรือแห่งชาติ (สดน.) และชาวเกาะ พัฒนาเรือไฟฟ้า", "ดี")
    assert "วว. จับมือกับ สดน. ทำอะไร" in told
    assert "ชาวเกาะ" not in told
    assert "ควอลิตี้ พลัส" in asked("วว. จับมือ ควอลิตี้ พลัส จัดทำโครงการเรือ", "ดี")


def test_what_two_do_together_is_wished_for() -> None:
    told = asked("วว. จับมือ สดน. พัฒนาเรือไฟฟ้า", "ดี")
    assert "ความร่วมมือของ วว. กับ สดน." in told
    assert "ความร่วมมือของ วว. กับ สดน." in asked("วว. - สดน. พัฒนาเรือไฟฟ้า", "ดี")


def test_who_signed_is_not_asked_where_ministers_only_watched() -> None:
    people = Person("นายแดง ใจดี", "ผู้อำนวยการ วว."), Person("นายดำ ใจกล้า", "ผู้อำนวยการ สดน.")
    title, body = "วว. จับมือ สดน. แก้ภัยแล้ง", "ลงนามบันทึกความเข้าใจ"
    assert "ใครเซ็น MOU ระหว่าง วว. กับ สดน." in asked(title, body, *people)
    assert "ใครเซ็น" not in asked(title, f"{body} มีรัฐมนตรีเป็นสักขีพยาน", *people)


def test_who_signs_beside_somebody_is_no_partner_of_theirs() -> None:
    body = "วว. จับมือกับกระทรวงพลังงาน%s เพื่อชาวเกาะ ลงนามบันทึกความเข้าใจ"
    title = "วว. แก้ภัยแล้ง"
    assert "กระทรวงพลังงาน" in asked(title, body % "")
    assert "กระทรวงพลังงาน" not in asked(title, body % " ร่วมลงนามบันทึกกับเกาะเหนือ")


def test_with_whom_something_is_done_is_asked_of_what_two_make() -> None:
    """Of nothing that is only shown or pushed."""
    assert "กับใครพัฒนาเรือไฟฟ้า" in asked("วว. จับมือ สดน. พัฒนาเรือไฟฟ้า", "ดี")
    assert "กับใคร" not in asked("วว. จับมือ สดน. โชว์ผลงานเรือไฟฟ้า", "ดี")


def test_what_was_signed_is_asked_by_its_matter() -> None:
    """Only where something was signed."""
    title = "วว. จับมือ สดน. แก้ภัยแล้ง"
    signed = asked(title, "ลงนามบันทึกความเข้าใจ วว. ร่วมกับสมาคมเรือใบ จัดงาน")
    assert "วว. กับ สดน. เซ็น MOU เรื่องอะไร" in signed or "วว. เซ็น MOU กับ สดน. เรื่องอะไร" in signed
    assert "MOU เรื่องภัยแล้งของ วว. กับ สดน. เซ็นกันวันไหน" in signed
    assert "MOU เรื่องภัยแล้งเซ็น" not in signed  # of whose contract nobody would know
    assert "MOU" not in asked(title, "ดี")


def test_two_whom_the_title_names_in_one_are_asked_together() -> None:
    for title in ("วว. - สดน. พัฒนาเรือไฟฟ้า", "วว. และ สดน. พัฒนาเรือไฟฟ้า"):
        told = asked(title, "ดี")
        assert "วว. กับ สดน. ร่วมมือกันเรื่องอะไร" in told


def test_one_office_by_two_names_does_nothing_with_itself() -> None:
    """Nor does who only approves, nor a ministry with an agency of its own."""
    told = asked("ดีอีเอส จัดเวทีเรือไฟฟ้า", "ร่วมกับกระทรวงดิจิทัลฯ ร่วมกับสมาคมเรือใบ จัดงาน")
    assert "สมาคมเรือใบ" in told
    assert "กระทรวงดิจิทัล" not in told
    assert "สมาคมเรือใบ" not in asked("ครม. เห็นชอบเรือไฟฟ้า", "ร่วมกับสมาคมเรือใบ จัดงาน")
    assert "ร่วมมือกันเรื่องอะไร" not in asked("ก.วิทย์ฯ - สวทช. มอบทุนเรือ", "ดี")


def test_no_year_is_told_where_a_day_is_asked() -> None:
    """It goes before what two do together."""
    entry = Entry("a", "วว. จับมือ สดน. แก้ภัยแล้ง", "ลงนามบันทึกความเข้าใจ", event=EVENT)
    texts = longer_of(entry)
    dated = [text for text in texts if text.startswith("ปี 2566")]
    assert any("เรื่องอะไร" in text or "ทำอะไร" in text for text in dated)
    assert not [text for text in dated if "วันไหน" in text or "เมื่อไหร่" in text]


def test_a_foreign_guest_is_a_person() -> None:
    """Who does nothing together with those whom the release names."""
    told = asked("MR. JUSTIN จาก WEF เข้าพบ ดร.เอนก หารือเรือไฟฟ้า", "ร่วมกับสมาคมเรือใบ จัดงาน")
    assert "MR. JUSTIN" in told
    assert "สมาคมเรือใบ" not in told


def test_what_for_something_was_signed_is_asked_where_it_is_told() -> None:
    """Of two whom the title names in one as well."""
    aim = "ลงนามบันทึกความเข้าใจ โดยมีวัตถุประสงค์ให้เรือดี"
    told = asked("วว. จับมือ สดน. พัฒนาเรือไฟฟ้า", f"{aim} วว. กับ สดน.")
    forms = ("วว. กับ สดน. เซ็น MOU กันทำไม", "วว. เซ็น MOU กับ สดน. เพื่ออะไร")
    assert any(one in told for one in forms)
    assert "วว. กับ สดน. เซ็น MOU กันเพื่ออะไร" in asked("วว. - สดน. พัฒนาเรือไฟฟ้า", aim)
    without = asked("วว. จับมือ สดน. พัฒนาเรือไฟฟ้า", "ลงนามบันทึกความเข้าใจ วว. กับ สดน.")
    assert not any(one in without for one in forms)


def test_several_partners_are_told_by_their_number() -> None:
    """Also behind what was signed, and a ministry by all of its name."""
    for title, partner in (
        ("วว. จับมือ 35 มหาวิทยาลัยทั่วประเทศ พัฒนาเรือไฟฟ้า", "35 มหาวิทยาลัย"),
        ("วว. MOU กับ 19 บริษัท พัฒนาเรือไฟฟ้า", "19 บริษัท"),
        ("สดน. ผนึกกำลัง กระทรวง อว. พัฒนาเรือไฟฟ้า", "กระทรวง อว."),
        ("วว. ร่วมกับ สดน. และพันธมิตรการเดินเรือไฟฟ้าในทะเลและแม่น้ำทั่วประเทศ", "สดน."),
    ):
        office = title.split()[0]
        assert f"{office} กับ{partner}" in asked(title, "ดี").replace("กับ ", "กับ")


def test_a_ministry_with_its_own_agency_is_one_of_two() -> None:
    told = asked("อว. สวทช. จับมือ สมาคมเรือใบ พัฒนาเรือไฟฟ้า", "ดี")
    assert "สวทช. จับมือกับสมาคมเรือใบทำอะไร" in told
    assert "อว. กับ สวทช. ร่วมมือ" not in told


def test_two_between_whom_the_title_says_that_something_is_are_asked_together() -> None:
    title = "งานแถลงข่าวความร่วมมือระหว่าง กองทัพบก กับ สมาคมเรือใบ"
    assert "กองทัพบก กับสมาคมเรือใบ ร่วมมือกันเรื่องอะไร" in asked(title, "ดี")


def test_two_whom_the_title_joins_anywhere_are_asked_together() -> None:
    title = "โฆษกรัฐบาลเผยนายกฯ ส่งเสริมความร่วมมือ สกสว. กับ World Bank ต่อเรือ"
    assert "สกสว. กับ World Bank ร่วมมือกันเรื่องอะไร" in asked(title, "ดี")


def test_nobody_asks_what_is_done_with_so_many_of_whom_none_is_named() -> None:
    """Of schools and companies people say the number."""
    assert "วว.-วช." not in asked("อว. จับมือ วว.-วช. พัฒนาเรือไฟฟ้า", "ดี")
    assert "9 เครือข่าย" not in asked("วว. จับมือ 9 เครือข่าย พัฒนาเรือไฟฟ้า", "ดี")
    assert "วว. จับมือกับ 35 มหาวิทยาลัย ทำอะไร" in asked("วว. จับมือ 35 มหาวิทยาลัย พัฒนาเรือไฟฟ้า", "ดี")


def test_two_names_are_set_apart_where_they_would_run_together() -> None:
    told = asked("กระทรวงดิจิทัลฯ จับมือ กระทรวงวิทย์ฯ พัฒนาเรือไฟฟ้า", "ดี")
    assert "ฯกับ" not in told
    assert "กับ ร.ร.เรือใบ" in asked("กระทรวง อว. จับมือ ร.ร.เรือใบ พัฒนาเรือไฟฟ้า", "ดี")


def test_a_contract_is_called_what_the_text_calls_it() -> None:
    title = "วว. จับมือ สดน. พัฒนาเรือไฟฟ้า"
    called = asked(title, "ลงนามบันทึกข้อตกลง (MOA) วว. กับ สดน.")
    assert "เซ็น MOA" in called
    assert "MOU" not in called
    assert "MOA" not in asked(title, "ลงนามบันทึกข้อตกลง (MoU) มี MOA แนบ")


def test_several_work_together_on_a_matter() -> None:
    assert "วว. กับ สดน. ร่วมมือเรื่องกาแฟยังไง" in asked("วว. - สดน. พัฒนากาแฟ", "ดี")


def test_where_a_title_begins_with_several_nobody_else_is_a_partner_of_the_last() -> None:
    told = asked("กระทรวง อว. – สดน. จับมือพัฒนาเรือไฟฟ้า", "ร่วมกับสมาคมเรือใบ จัดงาน")
    assert "กระทรวง อว. กับ สดน. ร่วมมือกันเรื่องอะไร" in told
    assert "สมาคมเรือใบ" not in told
    assert "สมาคมเรือใบ" in asked("สดน. พัฒนาเรือไฟฟ้า", "สดน. ร่วมกับสมาคมเรือใบ จัดงาน")


def test_partners_listed_without_a_sign_between_them_are_not_asked_about() -> None:
    """Nobody can tell where each begins; a secretariat of whoever is no name."""
    listed = "วว. จับมือ เรือใบทอง เรือยาวดำ และชาวเกาะ พัฒนาเรือไฟฟ้า"
    assert "กับเรือใบทอง" in asked(listed.replace(" เรือยาวดำ", ""), "ดี")
    assert "เรือใบทอง" not in asked(listed, "ดี")
    assert "วว. จับมือกับ" not in asked("วว. จับมือ สำนักเลขาธิการ พัฒนาเรือไฟฟ้า", "ดี")
