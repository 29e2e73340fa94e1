"""A message as it is meant: without the words that only say so, spelt out, its first question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.dialogue.message.cues import CUES, LIMIT
from bot.knowledge.phones import SHORT_NUMBERS
from bot.thai.dialects import standard_thai
from bot.thai.dictionary import thai_words
from bot.thai.fillers import strip_fillers
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.numbers import digits_of
from bot.thai.phrase_tables import phrase_table
from bot.thai.questions import ASKED, ENDS, SHORT, WHAT_OF, Aspect, aspect_of, wants_yes_or_no
from bot.thai.segment import word_spans
from bot.thai.tones import with_tones
from bot.thai.written_dates import MONTHS, full_month


@dataclass(frozen=True, slots=True)
class _Said:
    """The lists of data/utterances.csv, where each says what it is for."""

    means: str
    before_announced: str
    announced: str
    after_announced: str
    particles: str
    oops: str
    sorry: str
    typed_wrong: str
    rather: str
    who_asks: str
    wants: str
    how_long: re.Pattern[str]
    waits: re.Pattern[str]
    goes: str
    link: re.Pattern[str]
    ministry_heard: re.Pattern[str]
    chair_heard: re.Pattern[str]
    minister_heard: re.Pattern[str]
    rector_heard: re.Pattern[str]
    director_heard: re.Pattern[str]
    dean_heard: re.Pattern[str]
    councillor_heard: re.Pattern[str]
    percent: re.Pattern[str]
    planned: frozenset[str]
    shifts: frozenset[str]
    asked: re.Pattern[str]


SAID = phrase_table(_Said, "bot.dialogue", "utterances.csv")
_NOT_MEANT = re.compile("(?<=.) ?(?:ไม่ใช่|ไม่เอา)(?:ของ)? ?(?P<other>.{2,40})$")
_HEARD = (  # what is typed as it sounds, and what is meant
    (SAID.link, "เว็บ"),
    (SAID.ministry_heard, "กระทรวง"),
    (SAID.chair_heard, "ประธาน"),
    (SAID.minister_heard, "รัฐมนตรี"),
    (SAID.rector_heard, "อธิการ"),
    (SAID.director_heard, "อำนวยการ"),
    (SAID.dean_heard, "คณบดี"),
    (SAID.councillor_heard, "องคมนตรี"),
)

_ANSWER_ONLY = re.compile(r"\s*ไม่ใช่\s*")  # no "ไม่ใช่อันนี้"
_MEANING = re.compile(
    rf"^\s*(?P<before>(?:(?:คือ|งั้น|อ๋อ|ไม่ใช่{CUES.one_of_them}?(?:นี้|นั้น)?)\s*)*)"
    rf"{SAID.means}\s*"
    f"(?!อะไร|ไร|ว่า|อัน|ตัว|ที่(?:ไหน|ใด|ไป|มา)|ยังไง|ใคร(?!(?!{ENDS})[^ ]{{2}})|ไหน)"
    "(?=[^ ]{2})"
)
_ANNOUNCED = re.compile(  # that a question comes, before it: "เปลี่ยนเรื่องๆ", "ถามอีกเรื่องนึงค่ะ"
    rf"^\s*(?:{SAID.before_announced} ?)*{SAID.announced}{SAID.after_announced}*[\s,:]+(?=\S{{3}})"
)
_PARTICLES = f"{SAID.particles}*"
_OOPS = rf"(?:{SAID.oops}{_PARTICLES}[\s,]+)"
_WRONG = rf"(?:{SAID.sorry}{_PARTICLES}\s*)?{SAID.typed_wrong}{_PARTICLES}[\s,]+"
_SLIP = re.compile(  # that what was asked before was not meant: "เอ๊ย ปี 62", "พิมพ์ผิดค่ะ เป็น สวทช"
    rf"^\s*(?:{_OOPS}+(?:{_WRONG})?|{_WRONG})"
    r"(?:(?:ที่ถูก|จริงๆ)?(?:แล้ว)?(?:คือ|ต้องเป็น|เป็น)\s+)?(?P<meant>\S.+)$"
)
_NOT_THAT = re.compile(
    rf"^\s*(?:ไม่ใช่\s*(?:ๆ|ไม่ใช่)*)\s+(?P<meant>\S.*?)\s*{SAID.rather}{_PARTICLES}\s*$"
)
_BACK_TO = re.compile(  # "กลับมาที่ค่ายว่าว มีเว็บไหม"; somebody may come home as well
    r"^\s*(?:(?:แล้ว|งั้น|ขอ|เออ|โอเค) ?)*(?:ย้อน|วก)?กลับ(?:มา|ไป)"
    "(?:(?:ที่)?(?:ถาม|พูด|คุย)?(?:เรื่อง|ถึง)|ที่|(?=อัน|ข้อ ?[0-9]))"
    r"\s*(?!ไทย|ประเทศ|บ้าน|เดิม|ไหน|เมนู|หน้า)"
    r"(?:(?P<subject>\S{2,30}?)\s*(?:กัน)?อีก(?:ที|ครั้ง|รอบ)(?:นึง|หนึ่ง)?(?=\s|ครับ|ค่ะ|คะ|นะ)|(?=\S{5}))"
)
_INSTEAD = re.compile(  # "ไม่ใช่ค่ายว่าว หมายถึงค่ายดาว" asks anew
    rf"^\s*ไม่(?:ใช่|เอา|ได้ถามถึง)(?!นะ|ครับ|ค่ะ|คะ|{CUES.one_of_them}?(?:นี้|นั้น))[^ ]{{3,40}}\s*(?:แต่)?"
    r"(?:หมายถึง|ถามถึง)\s*(?!ใคร|อะไร|ไหน|ปี)(?=[^ ]{3})"
)
_REST = rf"(?P<rest>\s*{ENDS}?\W*)"
_STANDS_FOR = re.compile(
    r"^\s*(?P<short>(?:[A-Za-z]\.?){2,8}|(?:[ก-ฮ]\.?){2,7})\s*(?:นี่|นี้)?แปลว่า(?:อะไร|ไร)?"
    rf"{_REST}$"
)
_SHORT_MONTH = "[มกพสตธเิี]{1,2}\\.? ?[คพยศ]\\.?"
_OF_A_DAY = re.compile(
    f"(?P<day>[0-9๐-๙]{{1,2}}) ?(?P<month>{_SHORT_MONTH})"
    "(?= ?(?:นี่|นี้)? ?(?:คือ|เป็น|ตรงกับ|มี)? ?วัน(?:อะไร|ไร|สำคัญ))"
)
_MONTH_END = "คม|พัน|ยน"
_CUT_MONTH = f"(?:{'|'.join(re.split(_MONTH_END, one)[0] for one in MONTHS)})(?!{_MONTH_END})"
_OF_A_YEAR = re.compile(
    f"(?P<month>{_CUT_MONTH}|(?<=เดือน){_SHORT_MONTH}) ?(?P<year>(?:25)?[4-7][0-9])(?![0-9])"
)
_CENTURY = "25"
_WHO_IS = re.compile(rf"^\s*(?:แล้ว\s*)?ใครคือ\s*(?P<name>[^?]{{3,40}}?){_REST}$")
_WHO_ASKS = re.compile(  # no part of what is asked: "อบตผมสนใจ…"
    rf"^\s*(?:(?:พอดี|คือ|ที่|ทาง)\s*)*{SAID.who_asks}\s*(?={SAID.wants}[^ ]{{4}})"
)
_WHICH_OF_THEM = re.compile("มี(?:ตัว|อัน)ไหน(?=บ้าง|มั่ง|มัง)")
_GUESSED = re.compile(  # a guess before what is asked: "จัดที่วัดหรือที่ไหน"
    "(?:ที่|วัน|เดือน)(?:(?!ที่|วัน|เดือน|จัด)[ก-๙0-9]){2,16} ?(?:หรือ|รึ)(?:ว่า)? ?(?=(?:ที่|วัน|เดือน)ไหน)"
)
_DIGIT = "(?:สิบ(?:เอ็ด)?|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|1[0-2]|[1-9])"
_HOUR = (
    f"(?:(?:ตอน|ช่วง|หลัง|ก่อน|สัก|ประมาณ|ถึง) ?)*(?:ตี ?{_DIGIT}"
    f"|{_DIGIT} ?(?:ทุ่ม|โมง)(?:ครึ่ง)?(?:เช้า|เย็น)?|บ่าย ?(?:โมง|{_DIGIT}(?: ?โมง)?)"
    "|เที่ยง(?:คืน|วัน)?|กลางคืน|(?<![0-9])[0-2]?[0-9][.:][0-5][0-9] ?(?:น[.]?|นาฬิกา)?)"
)
_AT_AN_HOUR = re.compile(  # whether one can come, or call, then: "ห้าโมงเย็นยังเปิดไหม"
    f"(?:ถ้า)?(?:{SAID.goes} ?{_HOUR}|{_HOUR} ?(?:ยัง|จะ)?(?:{SAID.goes}|ทัน)) ?"
    f"(?:ยัง|{SAID.goes}|ทัน|ได้|อยู่)* ?{ASKED.whether_or_not}|ตอน ?{_HOUR} ?{WHAT_OF}?$"
)
_WHICH_HEARD = re.compile("ใหน(?![ะ-ฺ็-๎ม])")
_AND, _AND_SAID, _HISSED = "กับ", "กะ", "กระ"
_WHOLE = 3  # letters of a word; less may be a piece of what was misspelt
_SUBJECT = 8  # letters of a question that may name what it is about


def in_standard_thai(text: str) -> str:
    """A message in words of the centre, with its tones and its hotlines in digits.

    And without what only announces it. Whether one can come at an hour asks for the hours.
    """
    said = _AT_AN_HOUR.sub("เปิดกี่โมง", with_tones(with_standard_spelling(standard_thai(text))))
    return digits_of(without_preamble(said), SHORT_NUMBERS)


def without_preamble(text: str) -> str:
    """A message without the words before it that only say that it asks something else, or again.

    Nor with those that take back what was typed: "ไม่ใช่ๆ ปี 61 ตะหาก". What alone asks nothing goes
    on from what was asked, "พิมพ์ผิด เป็น สวทช".
    """
    asked = _NOT_THAT.sub(r"ไม่ใช่ \g<meant>", _SLIP.sub(_corrected, text, count=1), count=1)
    asked = _ANNOUNCED.sub("", asked, count=1)
    return _BACK_TO.sub(lambda back: back["subject"] or "", asked, count=1)


def _corrected(slip: re.Match[str]) -> str:
    meant = normalise(slip["meant"])
    asks = aspect_of(meant) is not Aspect.TOPIC or wants_yes_or_no(meant)
    whole = asks or len(squeeze(meant)) > SHORT or meant.startswith("ไม่ใช่")
    return slip["meant"] if whole else f"แล้ว{slip['meant']}ล่ะ"


def with_standard_spelling(text: str) -> str:
    """A message with ไหน for ใหน where that is no beginning of "ให้นม" or "ให้นักเรียน".

    And with ประธาน for the ประทาน that somebody is or opens something as, รัฐมนตรี for a รัดมนตรี and
    the like, by which it is read whom it asks for; เว็บ for a ลิงค์ and อยู่ for อยุ่.
    """
    text = _WHICH_HEARD.sub("ไหน", text).replace("อยุ่", "อยู่")
    for heard, meant in _HEARD:
        text = heard.sub(meant, text)
    return text


def without_self_repair(text: str) -> str:
    """A message without the words that only say that it is what was meant: "หมายถึงงานวันเด็ก".

    Nor with who asks: "อบตผมสนใจ". That something else is not meant is kept: "ไม่ใช่ หมายถึงปี
    2562" is "ไม่ใช่ ปี 2562". Of what asks a thing of its own, "ไม่ใช่ หมายถึงใครเป็นอธิการ", it turned
    down the answer alone. "เบอร์ วว. ไม่ใช่ สวทช." is asked of one office.
    """
    text = _without_other_office(_WHO_ASKS.sub("", text, count=1))
    instead = _INSTEAD.sub("", text, count=1)
    return instead if instead != text else _MEANING.sub(_turned_down, text, count=1)


def _without_other_office(text: str) -> str:
    """A message that names an office, without another at its end that is not meant."""
    found = _NOT_MEANT.search(text)
    if found is None or wants_yes_or_no(found["other"]):
        return text
    before, offices = text[: found.start()], Names.load().agencies_in
    named = offices(normalise(found["other"])) and offices(normalise(before))
    return before if named else text


def _turned_down(found: re.Match[str]) -> str:
    rest = normalise(found.string[found.end() :])
    asked = aspect_of(rest) is not Aspect.TOPIC or wants_yes_or_no(rest)
    if "ไม่ใช่" not in found["before"] or (asked and _ANSWER_ONLY.fullmatch(found["before"])):
        return ""
    return found["before"]


def paraphrased(text: str) -> str:
    """What an abbreviation stands for, to who asks what it means: "บพข แปลว่าไร".

    Who asks "ใครคือ …" asks who that is, "5 ต.ค. วันอะไร" is of 5 ตุลาคม, and กุมภา63 กุมภาพันธ์ 2563.
    "รอนานไหม" wants to know how long it takes, "ใครเซ็นกะใคร" who with whom, and "มีตัวไหนบ้าง" what
    there is.
    """
    text = _GUESSED.sub("", _WHICH_OF_THEM.sub("มีอะไร", text))
    text = _with_whom(SAID.percent.sub("เปอร์เซ็นต์", text))
    text = SAID.how_long.sub("เท่าไหร่", SAID.waits.sub("ใช้เวลา", text))
    text = _OF_A_YEAR.sub(_with_full_year, text)
    text = _OF_A_DAY.sub(_with_full_month, text)
    text = _STANDS_FOR.sub(r"\g<short> ย่อมาจากอะไร\g<rest>", text)
    return _WHO_IS.sub(r"\g<name> คือใคร\g<rest>", text)


def _with_whom(text: str) -> str:
    """A text with กับ for the กะ that is said for it, no beginning of กระทรวง or กระดาษ."""
    if _AND_SAID not in text:
        return text
    spans = list(word_spans(text, Names.load().cut(text)))
    for (before, _, end), (word, start, till), (behind, at, _) in reversed(
        list(zip(spans, spans[1:], spans[2:], strict=False))
    ):
        joins = end < start or at > till or len(before) >= _WHOLE
        joins = joins and before not in SAID.shifts and (at > till or _is_whole(behind))
        if word == _AND_SAID and joins:
            text = f"{text[:start]}{_AND}{text[till:]}"
    return text


def _is_whole(word: str) -> bool:
    """Whether what stands right behind กะ is a word of its own."""
    if word in SAID.planned or f"{_HISSED}{word}" in thai_words():
        return False
    named = word in Names.load().words or word.isascii()
    return named or (len(word) >= _WHOLE and word in thai_words())


def _with_full_month(found: re.Match[str]) -> str:
    month = full_month(found["month"])
    return f"{found['day']} {month}" if month else found[0]


def _with_full_year(found: re.Match[str]) -> str:
    month, year = full_month(found["month"]), found["year"].removeprefix(_CENTURY)
    return f"{month} {_CENTURY}{year}" if month else found[0]


def first_question(clean: str) -> str:
    """The first of several questions in normalised text; "" of a single one.

    A long message is a story, and "เบอร์" alone asks nothing of what follows.
    """
    text = strip_fillers(clean) if len(squeeze(clean)) <= LIMIT else ""
    for end in sorted(_ends(text)):
        first, rest = text[:end].strip(), text[end:].strip()
        if aspect_of(first) is not Aspect.TOPIC and len(squeeze(first)) >= _SUBJECT:
            asks = aspect_of(rest) is not Aspect.TOPIC
            if asks or text[end] == " ":
                return first if asks else ""
    return ""


def _ends(text: str) -> Iterator[int]:
    yield from (found.start() for found in re.finditer(" ", text))
    yield from (found.end() for found in SAID.asked.finditer(text) if found.end() < len(text))
