"""The tags of a release."""

from bot.press.facts.topics import tags_of


def test_an_abbreviation_inside_another_is_no_tag() -> None:
    """The minister (รมว.) is not the institute of metrology (มว.)."""
    assert () == tags_of("รมว.อว. กล่าวว่า", ["รมว. พบ รมว."], "")
    assert ("มว.",) == tags_of("มว. เปิดศูนย์สอบเวลา", [], "")


def test_a_ministry_is_no_topic() -> None:
    """Its name holds the word for one."""
    ministry = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"
    assert () == tags_of(f"{ministry} ถวายผ้ากฐิน", [f"รัฐมนตรีว่าการ{ministry} และคณะ"] * 4, "")
    assert ("มหาวิทยาลัยและหลักสูตร",) == tags_of(f"{ministry} ปฏิรูปอุดมศึกษา", [], "")
