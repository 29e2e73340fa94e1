"""The repair is learned from a knowledge base of a dozen lines: the smallest one must do."""

from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given

from bot.thai.dictionary import EN_TH_TRANSLATE_TABLE as TO_THAI
from bot.thai.layout import LayoutModel
from tests.support.phrases import pairs, phrases
from tests.thai.strategies import message

BASE = [
    "กระทรวงวิทยาศาสตร์และเทคโนโลยีจัดประชุมเชิงปฏิบัติการ วทน. สัญจร ที่จังหวัดนครสวรรค์",
    "สำนักงานพัฒนาเทคโนโลยีอวกาศและภูมิสารสนเทศ (GISTDA) เปิดตัวแอปพลิเคชันเช็คแล้ง",
    "สอบถามได้ที่ Call Center 1313 หรือ www.most.go.th",
    "โครงการ U2T และ BCG Model ของ NSTDA ร่วมกับ MHESI",
    "หลักสูตรอบรม Hackathon สำหรับ Startup และ SMEs ด้าน AI",
]
GENUINE = Path(__file__).with_name("genuine.txt").read_text(encoding="utf-8").splitlines()
FRAMES = ["{}", "ขอข้อมูล {} หน่อยครับ", "{}คืออะไร", "อยากรู้เรื่อง{}ค่ะ", "({})", "สมัครผ่าน {} ได้ไหม"]
SUBJECTS = phrases("""
    งานมหกรรมวิทยาศาสตร์ | โครงการมหาวิทยาลัยสู่ตำบล | คลินิกเทคโนโลยี | ทุนเรียนต่อปริญญาโท
    พิพิธภัณฑ์วิทยาศาสตร์ | การตรวจสอบคุณภาพน้ำดื่ม | ดาวเทียมสำรวจโลก | ค่ายเยาวชน | สายด่วนของกระทรวง
    ศูนย์ประสานงานภูมิภาค | การประชุมที่นครสวรรค์ | เครื่องสีข้าวชุมชน | ฝุ่นละอองขนาดเล็ก | การขอรับรองมาตรฐาน
    หอดูดาวที่ฉะเชิงเทรา
""")
ASKED = phrases("""
    {}จัดที่ไหน | {} เปิดวันไหนบ้าง | อยากทราบรายละเอียด{} | ใครเป็นผู้รับผิดชอบ{} | {}ต้องเสียค่าใช้จ่ายเท่าไหร่
    {} ติดต่อหน่วยงานไหนได้บ้างคะ | สมัคร{}ยังไงครับ | ปีนี้มี{}ไหม | ทำไมถึงยกเลิก{}
    ขอเบอร์โทรสอบถามเรื่อง{}หน่อยค่ะ | {}เริ่มกี่โมง เลิกกี่โมง | เมื่อวานไปดู{}มา ชอบมากเลย
    ช่วยบอกวิธีเดินทางไป{}ด้วย | เด็กนักเรียนเข้าร่วม{}ได้กี่คน
""")
TO_KEYS = {ord(thai): chr(key) for key, thai in TO_THAI.items() if thai > "\u0e00"}


@cache
def model() -> LayoutModel:
    """What is learned of a few texts."""
    return LayoutModel.learn(BASE)


def genuine_strings() -> list[str]:
    return [frame.format(text) for frame, text in product(FRAMES, GENUINE)]


def test_genuine_english_is_never_touched() -> None:
    """English, addresses, codes, ids and abbreviations stay, alone or inside a Thai sentence."""
    strings = genuine_strings()
    assert len(set(GENUINE)) >= 500
    assert [text for text in strings if model().repair(text)[0] != text] == []


def test_slipped_sentences_are_read_back() -> None:
    """At least 98 % of ordinary sentences typed on the English layout come back unharmed."""
    sentences = [asked.format(subject) for asked, subject in product(ASKED, SUBJECTS)]
    lost = [text for text in sentences if model().repair(text.translate(TO_KEYS))[0] != text]
    assert len(sentences) >= 200
    assert len(lost) <= 0.02 * len(sentences), lost


def test_ordinary_thai_is_never_touched() -> None:
    """What is Thai already is not read as anything else."""
    sentences = [asked.format(subject) for asked, subject in product(ASKED, SUBJECTS)]
    assert [text for text in sentences if model().repair(text)[1]] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    pairs("""
        งานนี้จัด mujwso คะ → งานนี้จัด ที่ไหน คะ | เซ็นกันที่ อว ;yowso → เซ็นกันที่ อว วันไหน
        l;ylfu8iy[ → สวัสดีครับ | เรหะกฟ อยู่ที่ไหน → GISTDA อยู่ที่ไหน | vpjk]n,1313 → อย่าลืม1313
        แอปเช็คแล้งของเรหะกฟไปจังหวัดไหน → แอปเช็คแล้งของGISTDAไปจังหวัดไหน
    """),
)
def test_single_words_are_repaired(typed: str, meant: str) -> None:
    """One slipped word inside an ordinary sentence is repaired, the rest stays."""
    repaired, changed = model().repair(typed)
    assert repaired == meant
    assert len(changed) >= 1


@pytest.mark.parametrize(
    "meant",
    [
        "จุดลงทะเบียนอยู่ตึกไหน",  # whose first letters are typed as digits
        "คุยกับใครได้บ้าง",
        "ทุน พสวท. รับกี่คน",  # words that look like codes, and abbreviations with their dots
        "สกสว. ทำอะไร",
        "สทอภ. กับ วว. ต่างกันยังไง",
        "รมต คนใหม่ชื่ออะไร",
        "งานวันที่ ๒๑ ปี ๒๕๖๗ จัดที่ไหน",  # digits that are typed as signs alone
        "เปิดปี๒๐๑๘ ปิดเมื่อไหร่",
        "นำ้ดื่มตรวจที่ไหน",  # a tone behind its vowel, แ of two letters
        "เเล็บเปิดวันไหน",
        "GISTDA ทำอะไร",  # what was typed on the right layout stays
        "ประเทศไทย 4.0 คืออะไร",
    ],
)
def test_a_message_slipped_from_end_to_end_is_read_to_its_signs(meant: str) -> None:
    """Where a message holds no Thai and one clear slip, the rest is believed to be slips too."""
    assert model().repair(meant.translate(TO_KEYS | {ord("."): '"'}))[0] == meant


@pytest.mark.parametrize(
    "meant",
    [
        "จุดลงทะเบียนปี2561จัดตรงไหน",  # whose จ is typed as a digit behind the year
        "ค่ายอบรมครู2562มีกี่วัน",
        "อนาคต2564คืออะไร",  # and whose ต before it
        "ปีที่แล้วปี62รับกี่คน",
        "โควิด19ฉีดที่ไหน",
        "คุยกับภาคใต้2563",
    ],
)
def test_a_number_inside_a_slipped_message_stays_one(meant: str) -> None:
    """A year, and what makes no word as letters; other digits are letters still."""
    assert model().repair(meant.translate(TO_KEYS))[0] == meant


@pytest.mark.parametrize("typed", ["ตึก A4 อยู่ที่ไหน", 'งาน 4"0 คืออะไร', "ข่าว #_ วันไหน", "me ทำอะไร"])
def test_codes_and_signs_in_a_thai_message_stay(typed: str) -> None:
    """Only a message without Thai letters was typed on the other layout from end to end."""
    assert model().repair(typed) == (typed, ())


def test_english_words_of_the_base_are_read_out_of_thai_letters() -> None:
    """An English word of the base typed on the Thai layout is found, whatever the gate folded."""
    for word in ("gistda", "hackathon", "startup", "center"):
        assert model().repair(word.translate(TO_THAI))[0].lower() == word


def test_the_pairs_tell_what_was_changed() -> None:
    """Every repair is reported as it was typed and as it was read."""
    assert model().repair("จัด mujwso")[1] == (("mujwso", "ที่ไหน"),)


@given(message)
def test_any_text_can_be_repaired(text: str) -> None:
    """No text raises, and the reported pieces all stood in it."""
    _, changed = model().repair(text)
    assert all(before in text for before, _ in changed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("้นะสรืำ ๅ-ๅ-", "hotline 1313"),
        ("้นะสรืำ า-า-", "hotline 1313"),
        ("หะฟพะีย /ถุึ", "Startup 2567"),
        ("ขอเบอร์ ค-ต", "ขอเบอร์ ค-ต"),
    ],
)
def test_digits_behind_a_slipped_word_slipped_as_well(typed: str, meant: str) -> None:
    """Keys of digits alone, and behind nothing that is Thai."""
    model = LayoutModel.learn([*BASE, "hotline"])
    assert meant.lower() == model.repair(typed)[0].lower()
