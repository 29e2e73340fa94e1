import pytest

from bot.thai.normalise import normalise
from bot.thai.questions import Aspect, as_written, aspect_of, wants_advice
from tests.support.phrases import pairs, phrases

ASKED = {
    Aspect.WHEN: phrases("""
        ศูนย์เปิดกี่โมง | ประกาศผลเมื่อไหร่ | ประกาศผลเมื่อไหร | เริ่มเมือไร | อบรมวันใหน | จัดวันที่เท่าไหร่
        รับสมัครถึงเดือนไหน | ก่อตั้งปีอะไร | หมดเขตสมัครรึยัง | ต้องไปตอนไหน
    """),
    Aspect.WHERE: phrases("""
        ค่ายนี้จัดที่ไหน | จัดทีไหน | สัมมนาโรงแรมไหน | อยู่ตึกอะไร ชั้นเท่าไหร่ | ขอสถานที่จัดงาน | อยู่ตรงไหน
        เปิดที่จังหวัดไหนบ้าง | ประชุมจัดมหาลัยไหน | ออกบูทห้างไหน | ทำกับ รพ ไหน | เข้าเฝ้าที่วังไหน | จัดสวนไหน
        จัดสะถานีไหน
    """),
    Aspect.WHO: phrases("""
        ใครเป็นประธาน | คนไหนได้รางวัล | วิทยากรชื่ออะไร | หัวหน้าโครงการชื่ออะไร | โครงการนี้หัวหน้าชื่ออะไร
        ยายคนขายชื่ออะไร | โครงการทำว่าวของเด็ก หัวหน้า ชื่ออะไร | แอปแจกว่าวของกรมลมคนทำชื่ออะไร
        ยาตัวนี้คนคิดชื่ออะไร | ครัยพูด | หน่วยงานไหนดูแล | คือหมออะไร | ร่วมกะบิสัดรัย | คุมกะซวงรัย
    """),
    Aspect.HOWMANY: ["รับกี่คน", "ไปกี่จังหวัด", "มีผู้เข้าร่วมเท่าไหร่", "จำนวนทุนทั้งหมด", "อบรมกี่วัน", "ผู้ชมเท่าไหร"],
    Aspect.COST: phrases("""
        ค่าสมัครเท่าไหร่ | เข้าฟรีไหม | ฟรีจริงๆป่าว | ฟรีจริงไหม | ฟรีใช่ไหม | ฟรีเหมือนกันไหม | ต้องเสียเงินไหม
        อบรมกี่บาท | เงินเดือนกี่บาด | ค่าเข้าแพงไหม | ราคาตรวจตัวอย่าง
    """),
    Aspect.CONTACT: phrases(
        "ขอเบอร์โทร | โทรจองที่ไหน | โทรไปที่ไหน | ติดต่อใครได้ | แฟกซ์เลขอะไร | ขออีเมล | มีสายด่วนไหม"
    ),
    Aspect.HOW: ["สมัครยังไง", "ลงทะเบียนอย่างไร", "ขั้นตอนขอทุน", "สมัครยังงัย"],
    Aspect.WHY: ["ทำไมต้องย้าย", "ยกเลิกเพราะอะไร", "ทำมัยปิด", "มีวัตถุประสงค์อะไร"],
    Aspect.WHAT: phrases("""
        คลินิกเทคโนโลยีคืออะไร | ได้รางวัลอะไร | ใช้แบบไหน | คำนี้แปลว่าอะไร | แล้วดวงก่อนหน้านี้ชื่ออะไร
        สารสีแดงชื่ออะไร | ห้องสมุดว่าวที่ท่านไปเยี่ยม ชื่ออะไร | กระเบื้องว่าวที่ไปซ่อม ศาลชื่ออะไร
        โครงการหานักทำว่าวทั่วประเทศ ที่สวนไผ่ ชื่ออะไร | ค่ายนี้ชื่ออะไร | แอปตามคนเสี่ยงของกรมลมชื่อไร
        กินตรงส่วนไหนได้
    """),
    Aspect.TOPIC: phrases("""
        งานเฉลิมพระเกียรติ | แข่งกีฬาเครื่องกีดขวาง | อะไหล่รถไฟ | ข่าวดาวเทียมธีออส | งานเป็นยังไงบ้าง
        เรื่องสุริยุปราคา | ทุนได้แล้ว | รายละเอียดโครงการ
    """),
}


@pytest.mark.parametrize(("aspect", "asked"), [(a, q) for a, group in ASKED.items() for q in group])
def test_the_question_word_tells_the_aspect(aspect: Aspect, asked: str) -> None:
    """Every way people write a question word, misspelt or not, is understood."""
    assert aspect_of(normalise(asked)) == aspect


NO_WORD_OF_ITS_OWN = {
    Aspect.TOPIC: phrases("""
        เจอรูปตัวเองบนเว็บกรม | ยาสีฟันมีฟลูออไรด์ | ปัญหาน้ำเสียคาราคาซัง | ลืมหนังสือเดินทาง | อากาศยานไร้คนขับ
        พืชไร่ | กำไรสุทธิ | ระบบให้น้ำ | ไดโนเสาร์ไทย | ก๊าซคาร์บอนไดออกไซด์ | บันไดเลื่อน | ไรน้ำนางฟ้า
        ประเทศตุรกี | ฮอกกี้น้ำแข็ง | อย่างไรก็ตาม | แฮมเบอร์เกอร์ | เขาว่าไง
    """),
    Aspect.WHEN: phrases("วันว่าวคือวันอะไร | เมื่อไร่คับ"),
    Aspect.WHERE: phrases("""
        ถุงกาแฟกันชื้นตรวจที่ไหน | ภัยไซเบอ คุยกันห้องไหน | ประชุมที่รีสอร์ทไหน | นิมนต์พระจากวัดไหน
        มังกรอยู่ศาลเจ้าไหน | ซอฟต์แวร์แฟร์กรุงเทพจัดที่ไหน | ร้านอยู่สาขาไหน | ลงบันทึกประจำวันที่ไหน
    """),
    Aspect.WHO: phrases("ผู้จัดคือหน่วยงานไหน | คณะไหนดูแลโครงการ | คุกกี้จากแมลงบริษัทไหนทำ | เมื่อกี้ใครพูด"),
    Aspect.HOWMANY: phrases("""
        เว็บนี้พยากรณ์ล่วงหน้ากี่วัน | นักศึกษาที่อยู่ในหอพักกี่คน | โรงงานตั้งเป้าผลิตเท่าไหร่ | ค่ารังสีในปลาเท่าไหร่
        ค่าความชื้นเท่าไร | ปลูกกี่ไร่ | ได้เท่าไร่ | แผนที่นี้มาตราส่วนเท่าไหร่ | บริจาคหน้ากากเท่าไหร่
    """),
    Aspect.COST: phrases(
        "ค่าความเสียหายเท่าไร | ค่าฉายรังสีเท่าไร | เสียตังเท่าไหร่ | บริจาคช่วยน้ำท่วมภาคใต้ปี 60 เท่าไหร่"
    ),
    Aspect.CONTACT: phrases("""
        โทรถามเรื่องทุนเบอร์อะไร | ดูประกาศในเว็บไหน | งานว่าวดูข้อมูลเพิ่มได้ที่ไหน | ดูประกาศในเว็บไซต์ไหน
        สมัครทางเว็บไหนครับ รับกี่คน | ขอที่อยู่หน่อย
    """),
    Aspect.HOW: phrases("""
        ผ้าไฟเบอร์ทำยังไง | เปิดเว็บหาคู่ให้แมว ใช้ยังไงคะ | ตะไคร้หอมไล่ยุงใช้ยังไง | ใคร่ขอทราบวิธีสมัคร
        แล้วของปลอมดูไง
    """),
    Aspect.WHY: phrases("คนจำนวนมากมาทำไม"),
    Aspect.WHAT: phrases("""
        ความมั่นคงไซเบอร์คืออะไร | 12 มีนาคม เป็นวันอะไร | 1555 คือเบอร์อะไร
        สายด่วน 1555 โทรถามเรื่องอะไรได้บ้าง | กวช. คือหน่วยงานอะไร | เว็บกรมเขียนเรื่องน้ำไว้ว่าอะไร
        พูดเรื่องอะไรที่โรงแรมเบอร์เคลีย์ | เครื่องนี้วัดอะไร | โรคติดต่อที่ระบาดคืออะไร | สินค้าเข้าประกวดมีอะไรบ้าง
        หวังอะไร | ต้องระวังอะไร | ทุนนี้เรียนสาขาอะไรได้บ้าง | ทุนใหม่ที่มาแทนทุนเก่าชื่อไร | สวนทุเรียนที่ไปดูชื่ออะไร
    """),
}


@pytest.mark.parametrize(
    ("aspect", "asked"), [(a, q) for a, group in NO_WORD_OF_ITS_OWN.items() for q in group]
)
def test_no_question_word_stands_inside_another(aspect: Aspect, asked: str) -> None:
    """Letters of a question word in a longer word ask nothing; beside it they do."""
    assert aspect_of(normalise(asked)) == aspect


@pytest.mark.parametrize(
    "text",
    [
        "แอร์ยี่ห้อไหนดี",
        "พัดลมยีหอไหน",
        "เช่ารถที่ไหนถูก",
        "มุ้งร้านไหนดีที่สุด",
        "หลังคารั่วทำไงดี",
        "ปลูกอะไรดี",
        "อยากปลูกว่าวมีใครช่วยได้บ้าง",
    ],
)
def test_advice_is_asked_for(text: str) -> None:
    """Whoever wants the best of something wants more than a release tells."""
    assert wants_advice(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "ส่งน้ำไปตรวจที่ไหนดี",
        "ทีมไหนดีเด่น",
        "จังหวัดไหนถูกเลือก",
        "รถรุ่นไหนเร็วขึ้น",
        "จัดรุ่นไหน",
        "คนไหนดีใจ",
        "มีใครช่วยตัดสินว่าวบ้าง",
    ],
)
def test_other_questions_want_no_advice(text: str) -> None:
    """ "ที่ไหนดี" asks where, and a word behind ดี or ถูก makes another of it."""
    assert not wants_advice(normalise(text))


@pytest.mark.parametrize(
    ("said", "written"),
    pairs("""
        1313 โทรฟรีมั้ย → 1313 โทรฟรีไหม | มีที่จอดรถป่าว → มีที่จอดรถไหม | ยังเปิดอยู่รึป่าว → ยังเปิดอยู่หรือเปล่า
        ป่าวประกาศเรื่องผ้าไหม → ป่าวประกาศเรื่องผ้าไหม | สมัยนี้สุขอนามัยดี → สมัยนี้สุขอนามัยดี
    """),
)
def test_yes_or_no_is_asked_as_it_is_written(said: str, written: str) -> None:
    """Whoever types as they speak is asked the same; no word that only looks alike changes."""
    assert written == as_written(said)
    assert written == as_written(written)


def test_the_occasion_is_no_day() -> None:
    """Who asks on what occasion something was done has its day already."""
    assert Aspect.WHEN is not aspect_of("ไปกวาดลานวัดเนื่องในวันอะไร")
    assert Aspect.WHEN is aspect_of("ไปกวาดลานวัดวันอะไร")


def test_who_may_apply_is_nobody_by_name() -> None:
    """What is asked for are conditions; who won, or who came, is a person."""
    assert [Aspect.WHAT, Aspect.WHAT] == [*map(aspect_of, ("ใครสมัครได้บ้าง", "ใครมีสิทธิกู้"))]
    assert [Aspect.WHO, Aspect.WHO] == [*map(aspect_of, ("ใครได้รางวัล", "ใครเข้าร่วมงาน"))]


@pytest.mark.parametrize(
    ("asked", "aspect"),
    [
        # And a special price asks for none.
        ("มหาลัยเมืองนอกที่ไหนมาช่วย", Aspect.WHO),
        ("บริษัทแถวนี้ที่ไหนได้รางวัล", Aspect.WHO),
        ("มหาลัยอยู่ที่ไหน", Aspect.WHERE),
        ("รากไม้ราคาพิเศษ หน่วยงานไหนทำ", Aspect.WHO),
        ("ราคาพิเศษเท่าไหร่", Aspect.COST),
        # A crowd is counted, a budget is money, and whom nobody answers asks for another number.
        ("คนมาเยอะมั้ย", Aspect.HOWMANY),
        ("งบโครงการ u2t ระยะ 2 เท่าไหร่", Aspect.COST),
        ("โทรไปไม่มีคนรับ ทำไงดี", Aspect.CONTACT),
        ("โทรทัศน์เปิดไม่ติด ทำไงดี", Aspect.HOW),
        ("ต่างจากโทรทัศน์ทั่วไปยังไง", Aspect.HOW),
        ("แล้วไปยังไง", Aspect.WHERE),
    ],
)
def test_what_is_asked_is_known_by_more_than_one_word(asked: str, aspect: Aspect) -> None:
    """What stands around it may say more."""
    assert aspect is aspect_of(normalise(asked))
