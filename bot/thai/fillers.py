"""Filler phrases around a question: greetings, particles, "ขอถามว่า", "ตอบด่วน".

They are cut off at the edges of a phrase only: Thai has no spaces, and words such as บังคับ, ระงับ,
เจ้า or การค้า end in what elsewhere is a particle. A part of nothing but words of talk is an aside;
these words are lines of `asides.csv`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.thai.lattice import path_ends
from bot.thai.normalise import squeeze
from bot.thai.tables import rows_of

_POLITE = (
    r"(?:ครับผม|ขอรับ|ครับ|(?<!แฟน)(?<!ไนต์)(?<!ไนท์)(?<!ทัวร์)คลับ|ค[รล]?ั[ฟชผ]|(?<!บัง)คับ|ค[รล]?[้๊่]าบ|(?<!ระ)งับ"
    r"|(?<!เป็น)(?<!คัล)(?<!ชั่น)(?<!ชัน)(?<!เทค)ฮับ|ฮ่ะ|เจ้าค่ะ"
    r"|(?<!โย)ค[่้๊]?ะ|จ[้๊่]ะ|(?<!เ)จร?้า|ว่ะ|[อง]่ะ|เด้อ|(?:(?<=นะ)|(?<=หน่อย))ค[่้]า|(?<=\s)ค[่้]า$)"
)
_SOFT = (
    "(?:หน่อย|ด้วย|บ้าง|มั่ง|นะ|ห?น่[ะา]|น้า|เน้อ|อะ(?!ไร)|ล่ะ|ละ|แหละ|สิ|ซิ|ดิ|(?<!นา)(?<!เว)(?<!ทัน)ที(?![่้])|หรอ|เหรอ|เลย"
    "|นิดนึง|นิดหนึ่ง)"
)
_CAN_YOU = "(?:(?:พอ)?ได้(?:ไหม|มั้ย|มั๊ย|ไม๊|ป่าว|รึเปล่า|หรือเปล่า|หรือไม่))"
_ASK = "(?:สอบถาม|ถาม|ทราบ|รู้จัก|รู้|ปรึกษา|ตอบ|บอก|เช็ก|เช็ค)"
_ABOUT = "(?:ว่า|เรื่องที่|เรื่อง|เกี่ยวกับ)"
_PHRASE_START = r"(?<![^\s?!.,;:~…])"
_PHRASE_END = r"(?=$|[\s?!.,;:~…)\"']|ๆ|55)"
_TELL_ME = "(?:ให้(?=หน่อย|ที|ด้วย)|ให้(?:ฟัง|อ่าน)|นี่(?:มัน)?(?:เป็น)?(?:ยัง)?ไง)"
_WHOM = "(?:(?:พี่)?(?:แอดมิน|แอด)|พี่ๆ?|แม่|เธอ|แก|เพื่อน|ซิส|จารย์)"  # who answers
_SAY = "(?<!เ[ก-ฮ])(?<!เ[ก-ฮ][รล])อะ"  # no เยอะ
_TAIL = re.compile(
    f"(?:(?:{_TELL_ME})?{_SOFT}{{0,4}}{_CAN_YOU}?{_POLITE}{{1,4}}{_WHOM}?|{_SAY}{_WHOM}?|{_TELL_ME}|(?:{_TELL_ME})?หน่อย(?:สิ|ซิ|ดิ|นะ)?{_CAN_YOU}?|น่ะ|ล่ะ|(?<!ร่อย)(?<!สึก)หรอ|เหรอ)ๆ?{_PHRASE_END}"
)
_OF_NEWS = f"(?:ข่าว(?!สาร)|{_ABOUT})"
_TELLING = "(?:สรุป|เล่า|อธิบาย)"
_CHILD = "(?:ลูก|หลาน|หนู|พ่อหนุ่ม|แม่หนู)"
_HEAD = re.compile(
    f"{_PHRASE_START}(?:"
    f"(?:สวัสดี|หวัดดี|ฮัลโหล|hello|hi){_POLITE}{{0,4}}(?=\\s|$)"
    "|(?:คือว่า|คือแบบว่า|คือ|เอ่อ|อืม|แอดมิน|แอด|พี่แอด|คุณพี่|ด่วน|(?:ขอ)?โทษ(?:ที)?|ขออภัย|รบกวน|งง)ๆ?(?=\\s|$)|พี่ๆ(?=\\s)"
    f"|(?:เออ|อ๋อ|อ้อ|โอเค|(?:อัน|ตัว|เรื่อง|งาน)นี้(?:แหละ|เลย)|นั่นแหละ){_POLITE}{{0,2}}(?=\\s)"
    f"|{_CHILD}เอ[๊้]?ย(?=\\s)"
    "|(?:กราบ)?เรียน(?:ท่าน)?(?:เจ้าหน้าที่|แอดมิน|ผู้เกี่ยวข้อง)(?:กระทรวง)?(?=\\s)"
    f"|(?:รบกวน|อยาก|ขอ|ต้องการ|ช่วย|จะ|อนุญาต){{1,4}}{_ASK}(?:ข้อมูล)?{_SOFT}{{0,4}}"
    f"(?:เพิ่มเติม)?{_POLITE}{{0,4}}\\s*{_ABOUT}?"
    f"|(?:สอบถาม|ถาม)(?:{_SOFT}{{1,4}}{_ABOUT}?|{_ABOUT})"
    "|(?:อยาก|ต้องการ)(?:จะ)?ได้(?!ยิน|รับ|ผล)(?=[ก-๙a-z])"
    "|(?:พอดี)?(?:ไม่|พอจะ|พอ|มีใคร|ใคร)(?:ทราบ|รู้|แน่ใจ)(?:ไหม|มั้ย|บ้าง)?ว่า"
    "|(?:ได้ยิน(?:มา)?|เห็น(?:ข่าว|เขา)?(?:บอก)?|เขาบอก|ที่(?:เขา|เค้า)?(?:มีข่าว|บอก)?)ว่า(?!ง|การ|จ้าง)"
    f"|(?:ช่วย|รบกวน|ขอ){{0,2}}{_TELLING}(?:{_SOFT}|ให้(?:ฟัง|อ่าน)?)*{_OF_NEWS}{{1,2}}"
    f"|(?:ช่วย|รบกวน){_TELLING}|(?:ขอ|อยากได้)รายละเอียด(?:เพิ่มเติม|ของ|{_OF_NEWS}){{0,2}}"
    f"|สนใจ(?:จะ|อยาก)?{_OF_NEWS}{{0,2}}(?!ใน|ใคร)|(?:เพิ่ง)?เห็น(?:มี)?ข่าว{_OF_NEWS}?"
    ")"
)
_CALLED = re.compile(  # as the old call whoever answers: "มีที่ไหนบ้างลูก", no "พาลูก"
    f"(?=[ลหพแ])(?:(?<=ล่ะ)|(?<=บ้าง)|(?<=ไหม)|(?<=มั้ย)|(?<=หน่อย)|(?<=ด้วย)|(?<=นะ)|(?<=จ๊ะ)){_CHILD}(?:จ๋า|เอ๊ย)?{_PHRASE_END}"
)
_APART = re.compile(
    f"{_PHRASE_START}(?:ขอบ(?:พระ)?คุณ(?:มาก|ล่วงหน้า)?|ขอบใจ|อยาก(?:รู้|ทราบ)|ช่วย(?:ตอบ|บอก)|ด่วน"
    f"|พอ(?:จะ)?(?:รู้|ทราบ)(?:ไหม|มั้ย|บ้าง))ๆ?"
    f"{_SOFT}{{0,4}}{_POLITE}{{0,4}}(?=[\\s:]|$)"
)
_LAUGHTER = re.compile(r"(?=[5อฮ])(?<!\S)(?:5{3,}\+*|(?:อิอิ|ฮ่าๆ?|ฮือๆ?))(?!\S)")
# Whatever a tail may end with (a test compares both): each begins with a plain letter, so that
# they are found 25 times as fast.
_TAIL_ENDS = re.compile(
    f"(?:ผม|ับ|ัฟ|ัช|ัผ|าบ|คะ|จะ|่ะ|้ะ|๊ะ|ค่า|ค้า|จ้า|จร้า|ปล่า|ด้อ|น่อย|น่อยสิ|น่อยซิ|น่อยดิ|น่อยนะ|รอ|ไหม|ั้ย|ั๊ย|ไม๊|ป่าว|ไม่|ฟัง|อ่าน|ไง|มิน|แอด|พี่|อะ|แม่|ธอ|แก|พื่อน|ซิส|จารย์)ๆ?{_PHRASE_END}"
)
_CONCLUDES = re.compile(  # what is asked, not what somebody concluded or agreed
    "(?:แล้ว)?สรุป(?:แล้ว|คือ)(?:ว่า)?(?=.)"
    "|ตกลง(?!ความ|ร่วม|ราคา|ซื้อ|ขาย|กัน|ใจ|รับ|เซ็น|ลง|เรื่อง|ยก|แลก|จะ|ที่จะ|เพื่อ|ใน|เช่า|จ้าง|ให้)(?=.)"
)
TALK = {word: kind == "พูด" for word, kind in rows_of("asides.csv", needed=1)}
_LONGEST = max(map(len, TALK))
_OPENS = re.compile("(?:ว่า(?!งงาน|งไหม|ง$|การ|จ้าง)|เรื่อง|เกี่ยวกับ|ข้อมูล)(?=.)")
_SIGNS = "?!.,;:…~\"'"
_ROUNDS = 3  # a second filler may stand behind a greeting
_FILLERS = (_LAUGHTER, _APART, _HEAD, _CALLED)


@lru_cache(maxsize=256)  # each part of an answer asks for the same question
def strip_fillers(text: str) -> str:
    """Normalised text without the fillers around a question; one of nothing else as it is."""
    for _ in range(_ROUNDS):
        bare = without_asides(text)
        for filler in _FILLERS:
            bare = filler.sub(" ", bare)
        if _TAIL_ENDS.search(bare):
            bare = _TAIL.sub(" ", bare)
        bare = " ".join(bare.split())
        if bare == text or not squeeze(bare):
            break
        text = bare
    return text


def without_asides(text: str) -> str:
    """Normalised text without the parts at either end that are asides: "เห็นข่าวแล้วงง".

    A text of nothing else comes back with single blanks.
    """
    parts = text.split()
    first = _asides(parts)
    last = len(parts) - _asides(parts[:first:-1])
    kept = parts[first:last]
    return " ".join([_without_opening(kept[0]), *kept[1:]] if kept else parts)


def _asides(parts: Sequence[str]) -> int:
    """How many parts in a row are words of talk alone, up to the last one that is of speaking."""
    count = 0
    for at, part in enumerate(parts, 1):
        said = part.strip(_SIGNS)
        speaks = _ends_of_talk(said).get(len(said))
        if speaks is None:
            break
        count = at if speaks else count
    return count


def _without_opening(part: str) -> str:
    """A part without what leads to a question: "ลูกถามว่า", "พอจะรู้เรื่อง", "ตกลง"."""
    if concludes := _CONCLUDES.match(part):
        part = part[concludes.end() :]
    opens = [found.end() for found in _OPENS.finditer(part)]
    ends = _ends_of_talk(part) if opens else {}
    return part[max((end for end in opens if ends.get(end)), default=0) :]


def _ends_of_talk(text: str) -> dict[int, bool]:
    """Where words of talk from the beginning may end, and whether one of them is of speaking."""

    def words_from(start: int) -> Iterator[tuple[int, bool]]:
        for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
            if (speaks := TALK.get(text[start:end])) is not None:
                yield end, speaks

    return path_ends(len(text), words_from)
