import csv
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given

from bot.thai.names import Forms, Names, Sense
from bot.thai.normalise import normalise
from bot.thai.segment import Segmenter
from tests.support.phrases import pairs
from tests.thai.strategies import message
from tests.thai.test_normalise import HOSTILE

NAMES = Names.load()


def rows_of(table: str) -> list[list[str]]:
    """The rows below a table's line of instructions."""
    told, *lines = (files("bot.thai") / "data" / table).read_text("utf-8").splitlines()
    assert told.startswith("# ")
    return list(csv.reader(lines))


def variants(text: str) -> tuple[str, ...]:
    return NAMES.variants(normalise(text))


@pytest.mark.parametrize(
    ("asked", "official"),
    pairs("""
        ก.วิทย์อยู่ไหน → กระทรวงวิทยาศาสตร์และเทคโนโลยี | สวทชมีกี่ศูนย์ → สำนักงานพัฒนาวิทยาศาสตร์และเทคโนโลยีแห่งชาติ
        กระทรวงอวเปิดกี่โมง → กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม | คนแก่ตกงาน → ผู้สูงอายุ
        MHESI คืออะไร → กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม | สวธ เซ็นกี่โมง → กรมส่งเสริมวัฒนธรรม
        จิสด้าอยู่ที่ไหน → สำนักงานพัฒนาเทคโนโลยีอวกาศและภูมิสารสนเทศ | ตึกลูกเต๋าเปิดวันไหน → อาคารพิพิธภัณฑ์วิทยาศาสตร์
        ขอกู้แบงก์ชาวนา → ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร | คนแก่ตกงาน → ว่างงาน | มี.ค. 62 → มีนาคม
        สอวชอยู่ไหน → สำนักงานสภานโยบายการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรมแห่งชาติ | งานที่โคราช → นครราชสีมา
        สำนักงานพัฒนาวิทยาศาสตร์และเทคโนโลยีแห่งชาติ → สวทช. | ผู้ร่วมงานสองร้อยคน → 200 | จัดปี 2560 → 2017
        สกว. ให้ทุนไหม → สำนักงานคณะกรรมการส่งเสริมวิทยาศาสตร์ วิจัยและนวัตกรรม | อบรมเอไอฟรี → ai
        งานไบโอเอเชียแปซิฟิกจัดวันไหน → bio asia pacific | แร็พห่อเนื้อหมูใช้แบบไหน → ฟิล์มยืด | รถอีวีของไทย → ev
        คลินิคเทคโนอยู่ไหน → คลินิกเทคโนโลยี | ดีพร้อมเซ็นกับใคร → กรมส่งเสริมอุตสาหกรรม | โครงการยูทูทีตำบลเรา → u2t
        ห้อง negative pressure → ห้องความดันลบ | innovation one ใครขอได้ → อินโนเวชั่นวัน | จะเทสของ → ทดสอบ
        หลานติดทหาร → ทหารกองประจำการ | คุยกับ amazon เรื่องอะไร → อะเมซอน | ซัมซุงมาพบใคร → samsung
        งานของ siemens → ซีเมนส์ | ทีสิสจ้างทำผิดไหม → วิทยานิพนธ์ | ตั้งมาตั้งแต่ปีไหน → สถาปนา
        กระทรวงวิทย์ตั้งปีไหน → สถาปนา | รัฐมนตรีหญิงไปเปิดงานอะไร → อรรชกา สีบุญเรือง
        งานรำลึกพ่อหลวง → มหาภูมิพลอดุลยเดช | ใบเกรดแบบใหม่มีอะไร → ทรานสคริปต์ | คนนั่งรถเข็นเรียนอะไรได้ → ผู้พิการ
        ทูตแดนจิงโจ้มาคุยเรื่องอะไร → ออสเตรเลีย | ให้คอมคิดแทนคน → ปัญญาประดิษฐ์
    """),
)
def test_what_people_say_finds_what_releases_say(asked: str, official: str) -> None:
    """Nicknames, abbreviations, everyday words, numbers and years bring their official twin."""
    assert official in variants(asked)


@pytest.mark.parametrize(
    ("asked", "official", "fits"),
    [
        ("ปส. อยู่ที่ไหน", "สำนักงานปรมาณูเพื่อสันติ", True),
        ("ตำรวจ ปส. จับยาบ้า", "สำนักงานปรมาณูเพื่อสันติ", False),
        ("ทุน สนช. สำหรับสตาร์ทอัพ", "สำนักงานนวัตกรรมแห่งชาติ", True),
        ("สนช. ลงมติรับร่างกฎหมาย", "สำนักงานนวัตกรรมแห่งชาติ", False),
        ("กรมวิทย์ทดสอบจานอาหาร", "กรมวิทยาศาสตร์บริการ", True),
        ("กรมวิทย์ตรวจโควิด", "กรมวิทยาศาสตร์บริการ", False),
        ("จัดเดือน ก.พ. นี้", "กุมภาพันธ์", True),
        ("สำนักงาน ก.พ. รับสมัคร", "กุมภาพันธ์", False),
        ("รถไฟฟ้าชาร์จที่ไหน", "ยานยนต์ไฟฟ้า", True),
        ("รถไฟฟ้า bts ไปทางไหน", "ยานยนต์ไฟฟ้า", False),
        ("อบรม วทน. ของสภาทนายความ", "วิทยาศาสตร์ เทคโนโลยีและนวัตกรรม", False),
        ("รถเข็นขายอะไร", "อาหารริมทาง", True),
        ("คนนั่งรถเข็นเรียนอะไรได้", "อาหารริมทาง", False),
        ("รัฐมนตรีหญิงไปเปิดงานอะไร", "สตรี", False),
    ],
)
def test_ambiguous_names_need_a_fitting_context(asked: str, official: str, fits: bool) -> None:
    """An abbreviation that two bodies share is only expanded where the other words allow it."""
    assert (official in variants(asked)) is fits


@pytest.mark.parametrize("text", ["อวัยวะเทียม", "อวดโฉม", "วันนี้ไปเลย", "ตากผ้า", "มวลชน"])
def test_letters_inside_other_words_mean_nothing(text: str) -> None:
    """`อว` in อวัยวะ is no ministry, `เลย` and `ตาก` are no provinces."""
    assert variants(text) == ()
    assert NAMES.provinces_in(text) == ()


@pytest.mark.parametrize(
    ("text", "provinces"),
    [
        ("จัดที่โคราชกับอุบล", ("นครราชสีมา", "อุบลราชธานี")),
        ("แปดริ้ว ชลบุรี ระยอง", ("ฉะเชิงเทรา", "ชลบุรี", "ระยอง")),
        ("จังหวัดเลย และ จ.ตาก", ("เลย", "ตาก")),
        ("ค่ายที่เลยวันไหน", ("เลย",)),
        ("ค่ายที่เลยวันที่เท่าไหร่", ("เลย",)),
        ("อบรมที่แพร่กี่คน", ("แพร่",)),
        ("คนที่เลยวันสมัครทำยังไง", ()),
        ("โรคที่แพร่ในเด็ก", ()),
        ("หาที่ตากผ้า", ()),
        ("เมืองกาญ", ("กาญจนบุรี",)),
        ("กทม. กรุงเทพฯ บางกอก", ("กรุงเทพมหานคร",)),
        ("ต่างประเทศ", ()),
    ],
)
def test_provinces_are_known_by_their_nicknames(text: str, provinces: tuple[str, ...]) -> None:
    """Provinces come by their official names, in order and once each."""
    assert NAMES.provinces_in(normalise(text)) == provinces


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("ภาคตะวันออกเฉียงเหนือ", ("ภาคตะวันออกเฉียงเหนือ",)),
        ("แถวอีสานกับภาคตะวันออก", ("ภาคตะวันออกเฉียงเหนือ", "ภาคตะวันออก")),
        ("ทางใต้", ("ภาคใต้",)),
        ("โรดโชว์ภาคกลางปี 68", ("ภาคกลาง",)),
        ("ภาคตะวันออกเฉียงใต้", ()),
        ("ใต้ตึก เหนือกว่า กลางเดือน", ()),
    ],
)
def test_regions_are_known_by_what_people_call_them(text: str, regions: tuple[str, ...]) -> None:
    """Words that mean a place otherwise are no regions."""
    assert NAMES.regions_in(normalise(text)) == regions


def test_every_province_lies_in_one_region() -> None:
    """Bangkok and what surrounds it counts as of the central region."""
    lying = [province for inside in NAMES.lying_in.values() for province in inside]
    assert sorted(lying) == sorted(set(NAMES.provinces.values()))
    assert "กรุงเทพมหานคร" in NAMES.lying_in["ภาคกลาง"]


def test_all_provinces_are_there() -> None:
    """77 provinces, each found by its own official name."""
    rows = rows_of("provinces.csv")[1:]
    assert len(rows) == 77
    assert [r[0] for r in rows if NAMES.provinces_in(f"จังหวัด{r[0]}") != (r[0],)] == []


@pytest.mark.parametrize(
    ("table", "columns"),
    [("names.csv", 6), ("provinces.csv", 5), ("regions.csv", 3), ("everyday.csv", 4)],
)
def test_tables_explain_themselves_and_are_whole(table: str, columns: int) -> None:
    """A table opens with one line of instructions, and every row has every column."""
    rows = rows_of(table)
    assert [row for row in rows if len(row) != columns or not row[0]] == []
    assert len({tuple(row) for row in rows}) == len(rows)


def test_everyday_words_are_many_and_never_stand_twice() -> None:
    """The everyday lexicon is large, and one form has one row."""
    rows = rows_of("everyday.csv")[1:]
    forms = [form for row in rows for form in row[0].split("|")]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []
    assert sum(len(row[0].split("|")) * len(row[1].split("|")) for row in rows) >= 1_500


def test_abbreviations_are_words_and_given_words_are_used() -> None:
    """Whoever has cut the text already need not have it cut again."""
    cut = Segmenter(NAMES.words).words
    assert cut("ก.วิทย์คือสวทช.") == ["ก.วิทย์", "คือ", "สวทช."]
    text = "ขอเบอร์สวทช"
    assert NAMES.variants(text, cut(text)) == NAMES.variants(text)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "สองร้อย" * 585, "หมอ" * 1365, "1-" * 2048, "สวทช." * 819]
)
def test_hostile_texts_have_few_variants(text: str) -> None:
    """The longest message has no more variants than any other, and no cost that explodes."""
    assert len(NAMES.variants(text)) <= 32
    assert NAMES.provinces_in(text) == ()


@given(message)
def test_variants_are_few_and_never_empty(text: str) -> None:
    """Any text has at most 32 variants, none empty, none standing in the text already."""
    plain = normalise(text)
    found = NAMES.variants(plain)
    assert len(found) <= 32
    assert all(word.strip() for word in found)
    assert not any(word in plain for word in found)


def test_what_stands_in_a_phrase_counts_beside_it() -> None:
    """A longer line of the table hides no shorter one; a name is one thing."""
    meanings: Forms[tuple[Sense, ...]] = Forms(
        {"ตู้เย็นบ้าน": (Sense(("ยาว",)),), "ตู้เย็น": (Sense(("สั้น",)),)}
    )
    phrase = replace(Names.load(), meanings=meanings, forms=frozenset())
    assert ("ยาว", "สั้น") == phrase.variants("ตู้เย็นบ้าน")
    assert ("ยาว",) == replace(phrase, forms=frozenset({"ตู้เย็นบ้าน"})).variants("ตู้เย็นบ้าน")


def test_each_form_of_a_text_is_told_with_what_it_stands_for() -> None:
    """Without the blanks that may stand in it; a word that is no form is not told."""
    found = Names.load().stand_for(["รุ่น", "ใหญ่", "ใคร", "ชนะ"])
    assert "heavy weight" in found["รุ่นใหญ่"]
    assert "ใคร" not in found


@pytest.mark.parametrize(
    ("text", "written"),
    pairs("""
        ต้นกล้า → กล้าไม้ | ออฟฟิศ → สำนักงาน | เอาขนมเข้า → อาหาร | พกข้าว → อาหาร | พกน้ำ → เครื่องดื่ม
        น้ำบ่อ → น้ำดื่ม | อาจารย์แกล้ง → ร้องเรียน | reskill → re-skill
    """),
)
def test_what_citizens_bring_send_and_complain_of(text: str, written: str) -> None:
    """Each stands for the word in which entries tell of it."""
    assert written in NAMES.senses([text])[text]


def test_a_full_name_of_many_words_is_that_office_alone() -> None:
    """None that is called by the first of its words."""
    name = "หน่วยบริหารและจัดการทุนด้านการเพิ่มความสามารถในการแข่งขันของประเทศ"
    assert NAMES.agencies_in(f"{name} คืออะไร") == ("บพข.",)
