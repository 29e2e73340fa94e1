"""A message is read as it is meant, the first question of it first."""

import pytest

from bot.dialogue.message.utterances import (
    first_question,
    in_standard_thai,
    paraphrased,
    with_standard_spelling,
    without_preamble,
    without_self_repair,
)
from bot.thai.normalise import normalise
from tests.dialogue.base import Talk


@pytest.mark.parametrize("said", ["รอนานมั้ยกว่าจะได้", "ต้องรอผลนานไหม", "รอนานแค่ไหน"])
def test_who_waits_asks_how_long_it_takes(said: str) -> None:
    """In the words in which that is told."""
    assert paraphrased(said).startswith("ใช้เวลานาน")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("เซ็นวันใหน", "เซ็นวันไหน"),
        ("จัดที่ใหนคะ", "จัดที่ไหนคะ"),
        ("ใหนามบัตร", "ใหนามบัตร"),
        ("ใหนมเด็กกี่โรงเรียน", "ใหนมเด็กกี่โรงเรียน"),
        ("ใหนักเรียนเข้าฟรีไหม", "ใหนักเรียนเข้าฟรีไหม"),
        ("ใครเป็นประทานคับ", "ใครเป็นประธานคับ"),
        ("ใครประทานเปิดงาน", "ใครประธานเปิดงาน"),
        ("ประทานในพิธีคือใคร", "ประธานในพิธีคือใคร"),
        ("ใครประทานรางวัล", "ใครประทานรางวัล"),
        ("รับประทานในงานได้ไหม", "รับประทานในงานได้ไหม"),
        ("กรมชลประทานเปิดรับสมัคร", "กรมชลประทานเปิดรับสมัคร"),
        # However that is spelt; and a name may begin as an office sounds.
        ("รับปะทานในงานได้ไหม", "รับปะทานในงานได้ไหม"),
        ("กรมชลปะทานเปิดรับสมัคร", "กรมชลปะทานเปิดรับสมัคร"),
        ("อธิกานต์พูดเรื่องอะไร", "อธิกานต์พูดเรื่องอะไร"),
        ("รัดมนตรีลาวชื่อไร", "รัฐมนตรีลาวชื่อไร"),
        ("อทิกานกับคะนบดีคือใคร", "อธิการกับคณบดีคือใคร"),
    ],
)
def test_which_and_who_are_spelt_as_they_are_heard(typed: str, meant: str) -> None:
    """A ให without its tone is not."""
    assert meant == with_standard_spelling(typed)


def test_which_is_read_aright_in_a_talk() -> None:
    """As a word of its own it was one that the topic has never heard of."""
    talk = Talk()
    talk.say("ค่ายดูดวงจันทร์จัดวันไหน")
    assert "ภูกระดึง" in (talk.say("นอนที่ใหน").answer or "")


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        # That something else was not meant is still known.
        ("ไม่ใช่ หมายถึงปี 2562", "ไม่ใช่ ปี 2562"),
        ("ไม่ใช่อันนี้ หมายถึงที่ระนอง", "ไม่ใช่อันนี้ ที่ระนอง"),
        ("ไม่ใช่ หมายถึงใครจัด", "ใครจัด"),
        ("หมายถึงใครอ่ะ", "หมายถึงใครอ่ะ"),
        ("หมายถึงปี 62", "ปี 62"),
        ("เปลี่ยนเรื่อง ขอเบอร์จิสด้า", "ขอเบอร์จิสด้า"),
        ("หมายถึงที่ไหน", "หมายถึงที่ไหน"),
        ("หมายถึงอันที่ไปลาว", "หมายถึงอันที่ไปลาว"),
        ("ไม่ใช่ค่ายว่าว หมายถึงค่ายดาว", "ค่ายดาว"),
        ("ไม่ใช่จ้ะ หมายถึงค่ายดาว", "ค่ายดาว"),
        ("ไม่ใช่ค่ายว่าว หมายถึงใครเปิด", "ไม่ใช่ค่ายว่าว หมายถึงใครเปิด"),
        ("ไม่ใช่ หมายถึงใครเป็นอธิการ", "ใครเป็นอธิการ"),
        ("ไม่ใช่ หมายถึงงานนี้จัดครั้งแรกใช่ไหม", "งานนี้จัดครั้งแรกใช่ไหม"),
        ("หมายถึงใครคะ", "หมายถึงใครคะ"),
        # Unless more than that is asked of them.
        ("อบตผมสนใจเครื่องตัดหญ้า โทรหาใคร", "สนใจเครื่องตัดหญ้า โทรหาใคร"),
        ("โรงเรียนหนูอยากไปค่ายดาว", "อยากไปค่ายดาว"),
        ("อบตไหนได้รางวัล", "อบตไหนได้รางวัล"),
        ("บ้านเราร้อนไหม", "บ้านเราร้อนไหม"),
        # Nor with the office that is not meant.
        ("ขอเบอร์ วว. ไม่ใช่ สวทช.", "ขอเบอร์ วว."),
        ("สวทช. ทำอะไร ไม่เอาของ วว. นะ", "สวทช. ทำอะไร"),
        ("วว. ไม่ใช่ สวทช. ใช่ไหม", "วว. ไม่ใช่ สวทช. ใช่ไหม"),
        ("ไม่ใช่ สวทช.", "ไม่ใช่ สวทช."),
        ("ขอเบอร์ วว. ไม่ใช่เมื่อวาน", "ขอเบอร์ วว. ไม่ใช่เมื่อวาน"),
    ],
)
def test_what_is_meant_is_said_without_what_leads_to_it(message: str, rest: str) -> None:
    """As little as that may be."""
    assert rest == without_self_repair(message)


@pytest.mark.parametrize(
    "before",
    [
        "เปลี่ยนเรื่องๆ",
        "ถามอีกเรื่อง",
        "งั้นถามใหม่",
        "ขอถามอีกเรื่องนึงค่ะ",
        "มีอีกคำถามครับ",
        "คนละเรื่องนะ",
        "นอกเรื่องนิดนึง",
        "ขอเปลี่ยนเรื่องหน่อย",
    ],
)
def test_that_another_question_comes_is_not_asked(before: str) -> None:
    """It stands before the question and a blank; alone it is an announcement."""
    assert "ค่ายดาวจัดวันไหน" == without_preamble(f"{before} ค่ายดาวจัดวันไหน")
    assert before == without_preamble(before)


@pytest.mark.parametrize("before", ["กลับมาที่", "แล้วกลับไปเรื่อง", "ย้อนกลับมาที่ ", "ขอกลับไปถามเรื่อง"])
def test_that_somebody_comes_back_to_it_is_not_asked(before: str) -> None:
    """With or without a blank before what that is."""
    assert "ค่ายดาวจัดวันไหน" == without_preamble(f"{before}ค่ายดาวจัดวันไหน")


def test_who_goes_back_to_one_of_several_points_at_it() -> None:
    """With no word between."""
    assert "อันที่ 2" == without_preamble("งั้นกลับไปอันที่ 2")


@pytest.mark.parametrize("back", ["กลับมาที่ NAC อีกที", "ย้อนกลับไปที่เรื่อง NAC อีกครั้ง"])
def test_that_it_comes_back_once_more_is_not_asked(back: str) -> None:
    """However short the name is."""
    assert "NAC จัดที่ไหน" == without_preamble(f"{back} จัดที่ไหน")


@pytest.mark.parametrize(
    "text",
    [
        "ถามต่อได้ไหม",
        "อีกเรื่อง จัดที่ไหน",
        "เปลี่ยนเรื่องที่ตั้งอยู่ที่ไหน",
        "กลับมาที่ไทยวันไหน",
        "นักวิจัยกลับมาที่เกาะไผ่วันไหน",
        "กลับไปที่เดิม",
    ],
)
def test_a_question_that_only_begins_so_is_kept(text: str) -> None:
    """Another of those offered, what is asked of a change, and who came home."""
    assert text == without_preamble(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        # Of a word it is another question.
        ("สสจ. แปลว่าอะไร", "สสจ. ย่อมาจากอะไร"),
        ("สสจ แปลว่าไรคะ", "สสจ ย่อมาจากอะไรคะ"),
        ("NASA แปลว่า", "NASA ย่อมาจากอะไร"),
        ("ดวงจันทร์แปลว่าอะไร", "ดวงจันทร์แปลว่าอะไร"),
        ("แปลว่าอะไร", "แปลว่าอะไร"),
        ("ใครคือสมหญิงคะ", "สมหญิง คือใครคะ"),
        ("5 ต.ค. วันอะไร", "5 ตุลาคม วันอะไร"),
        ("ไปน่านเดือนกุมภา63ไปดูอะไร", "ไปน่านเดือนกุมภาพันธ์ 2563ไปดูอะไร"),
        ("ป่วยเพิ่มเดือนมิย63", "ป่วยเพิ่มเดือนมิถุนายน 2563"),
        ("ธันวา 2565 จัดที่ไหน", "ธันวาคม 2565 จัดที่ไหน"),
        ("ทุนกพ 66", "ทุนกพ 66"),
        ("กุมภาพันธ์63", "กุมภาพันธ์63"),
        ("๑๘ สค คือวันอะไร", "๑๘ สิงหาคม คือวันอะไร"),
        ("5 ต.ค. จัดที่ไหน", "5 ต.ค. จัดที่ไหน"),
        ("อีกนานมั้ยกว่าจะเสร็จ", "อีกนานเท่าไหร่กว่าจะเสร็จ"),
        # What only begins like it is none: no กับ in กระทรวง and กะเพรา, and no plan or shift.
        ("ใครเซ็นกะใคร", "ใครเซ็นกับใคร"),
        ("อว ร่วมกะบริษัทไหน", "อว ร่วมกับบริษัทไหน"),
        ("สวทช กะ วช ต่างกันไง", "สวทช กับ วช ต่างกันไง"),
        ("ทำสัญญากะ NASA เรื่องอะไร", "ทำสัญญากับ NASA เรื่องอะไร"),
        ("ปลัดกะทรวงคือใคร", "ปลัดกะทรวงคือใคร"),
        ("กะซวงวิดอยู่ไหน", "กะซวงวิดอยู่ไหน"),
        ("รับซื้อกะดาษจากไหน", "รับซื้อกะดาษจากไหน"),
        ("ราคากะเพราเท่าไหร่", "ราคากะเพราเท่าไหร่"),
        ("ปาฐะกะถาหัวข้อไร", "ปาฐะกะถาหัวข้อไร"),
        ("ทำงานกี่กะ เข้ากะดึกไหม", "ทำงานกี่กะ เข้ากะดึกไหม"),
        ("ตอนแรกกะว่าจะสมัคร", "ตอนแรกกะว่าจะสมัคร"),
        ("ออกให้กี่เปอร์เซ็น", "ออกให้กี่เปอร์เซ็นต์"),
        ("ลดกี่เปอเซนต์ตั้งแต่เมื่อไหร่", "ลดกี่เปอร์เซ็นต์ตั้งแต่เมื่อไหร่"),
        ("หุ่นยนต์มีตัวไหนบ้าง", "หุ่นยนต์มีอะไรบ้าง"),
        ("ชอบตัวไหน", "ชอบตัวไหน"),
        ("จัดที่วัดหรือที่ไหน", "จัดที่ไหน"),
        ("งานปีนี้จัดวันเสาร์หรือวันไหน", "งานปีนี้จัดวันไหน"),
        ("ที่ตรังหรือที่ระนองจัดวันไหน", "ที่ตรังหรือที่ระนองจัดวันไหน"),
    ],
)
def test_what_is_said_short_or_as_it_sounds_is_spelt_out(text: str, asked: str) -> None:
    """Where it can be nothing else."""
    assert asked == paraphrased(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("อว ส่วนหน้าคืออะไร ใครเป็นหัวหน้า", "อว ส่วนหน้าคืออะไร"),
        ("ค่ายดูดาวจัดวันไหน แล้วไปยังไง ใครเปิด", "ค่ายดูดาวจัดวันไหน"),
        ("ค่ายดูดาวจัดวันไหนลงรถป้ายอะไร", "ค่ายดูดาวจัดวันไหน"),
        ("ค่ายดูดาวมีอะไรบ้าง", ""),
        ("ค่ายดูดาวใครเปิดที่ไหน", ""),
        ("ค่ายดูดาว ปี 60 จัดวันไหน", ""),
        ("ค่ายดูดาวจัดวันไหน ขอบคุณค่ะ", ""),
        ("เบอร์ ค่ายดูดาวจัดวันไหน", ""),
        (f"ค่ายดูดาวจัดวันไหน {'เล่าให้ฟังก่อนนะ' * 6} จัดที่ไหน", ""),
        ("ค่ายดูดาว", ""),
        ("", ""),
    ],
)
def test_questions_are_parted(text: str, first: str) -> None:
    """By blanks or where one ends; each has to ask something."""
    assert first_question(normalise(text)) == first


def test_the_first_of_two_questions_is_told() -> None:
    """Rather than nothing, for the words of the second are of something else."""
    reply = Talk().say("ค่ายดูดวงจันทร์จัดวันไหน กระติกน้ำร้อนสีม่วงลายกระต่ายราคากี่บาท")
    assert reply.entry == "camp-moon-loei"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("เอ๊ย ปี 62", "แล้วปี 62ล่ะ"),
        ("พิมพ์ผิดค่ะ เป็น สสจ.", "แล้วสสจ.ล่ะ"),
        ("ขอโทษที ถามผิด จัดที่ไหน", "จัดที่ไหน"),
        ("เอ๊ย ไม่ใช่ หมายถึงปี 62", "ไม่ใช่ หมายถึงปี 62"),
        ("ไม่ใช่ๆ ปี 61 ตะหาก", "ไม่ใช่ ปี 61"),
        ("ขอโทษค่ะ ค่ายดาว", "ขอโทษค่ะ ค่ายดาว"),
        ("โทษที เนคเทค", "แล้วเนคเทคล่ะ"),
        ("โทษทีค่ะ ขอเบอร์ วว", "ขอเบอร์ วว"),
        ("พิมพ์ผิด", "พิมพ์ผิด"),
        ("ไม่ใช่ ปี 61", "ไม่ใช่ ปี 61"),
    ],
)
def test_what_takes_back_the_last_message_goes_on_from_the_one_before(
    typed: str, meant: str
) -> None:
    """Unless it asks something itself."""
    assert meant == without_preamble(typed)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        # No round is asked for, and no day.
        ("ห้องสมุดหกโมงเย็นยังเปิดอยู่ไหม", "ห้องสมุดเปิดกี่โมง"),
        ("ไปตอนบ่ายสองได้มั้ย", "เปิดกี่โมง"),
        ("1313 โทรเที่ยงคืนได้ไหม", "1313 เปิดกี่โมง"),
        ("แล้วตอนสามทุ่มล่ะ", "แล้วเปิดกี่โมง"),
        ("รอบบ่ายสองมีไหม", "รอบบ่ายสองมีไหม"),
        ("ไปวันที่ 5 ได้ไหม", "ไปวันที่ 5 ได้ไหม"),
        ("งานเริ่มเก้าโมงใช่ไหม", "งานเริ่มเก้าโมงใช่ไหม"),
        # A railway is none.
        ("ขอลิ้งค์สมัคร", "ขอเว็บสมัคร"),
        ("ลิงก์เว็บไซต์ สวทช.", "เว็บ สวทช."),
        ("แอร์พอร์ตเรลลิงก์ไปไหน", "แอร์พอร์ตเรลลิงก์ไปไหน"),
    ],
)
def test_what_is_asked_in_other_words_is_asked_in_the_usual_ones(said: str, meant: str) -> None:
    """As far as it is the same."""
    assert meant == in_standard_thai(said)


def test_a_ministry_is_one_as_it_is_heard() -> None:
    """And is somewhere, whichever vowel is typed."""
    assert "กระทรวงว่าวอยู่ไหน" == in_standard_thai("กะซวงว่าวอยุ่ไหน")
