"""Dates on which somebody only made a statement, apart from those of events."""

import re

from bot.knowledge.places import NO_PLACE, venue_in
from bot.knowledge.words import any_listed, release_pattern
from bot.press.facts import english
from bot.press.facts.date_mentions import DateMention

_BEFORE = 70  # characters before a date that say what was stated on it
_NEAR = 420  # characters behind it within which that is stated
_DECIDED = re.compile(r"มติ[^\n]{0,40}$")
_ON = re.compile(r"\sเมื่อวัน[ก-๙]*ที่\s*$")
_CARRIED_OUT = re.compile("ดำเนินการ|ลงพื้นที่|เข้าตรวจ|เดินทางไปตรวจ|จัดพิธี|จัดประชุม|จัดกิจกรรม|เป็นประธาน")
_AT = re.compile(rf"ณ(?<![ก-๙]ณ)\s+{NO_PLACE}(?=\S)")
_OTHER_TIME = re.compile(
    r"จะ(?!จง)|เตรียม|กำหนด|เชิญ|เมื่อ|ที่ผ่านมา|มติ|[0-9]{1,2}\s[ก-๙.]{3,12}\s?(?:25)?[0-9]{2}"
)
_ON_NEXT = re.compile(r"[^\n]{0,20}?(?:เมื่อ|ระหว่าง|ใน)วัน(?!นี้)")
STATED_ON = re.compile(  # a press conference is an event
    r"(?:กล่าว|เปิดเผย|เผย|ชี้แจง|ให้สัมภาษณ์|แจ้ง|เผยแพร่(?:ข่าว)?|ออกข่าว|โพสต์)\S{0,12}\s*เมื่อวัน[ก-๙]*ที่\s*$"
)
_SAID_THERE = re.compile(  # somebody speaks at what takes place
    r"(?:กล่าว|เปิดเผย|เผย|แถลง|ชี้แจง)(?:ใน|ระหว่าง)[^\n]{3,250}?วันนี้\s*\(\s*$"
)
_THAT = r"(?:กล่าว|เปิดเผย|เผย|ระบุ|แถลง|ชี้แจง)ว่า\s?"
_SO = re.compile(r"\s*\)\s*ว่า\s")
# "เปิดเผยว่า วันนี้ (13 มิถุนายน 2566) เวลา 08.45 น. ณ …": what is told is not only told.
_TOLD_TODAY = re.compile(rf"{_THAT}(?:วันนี้|(?:เมื่อ)?วานนี้)\s*\(\s*(?:วัน[ก-๙]*ที่\s*)?$")
_THEN_OR_THERE = re.compile(r"\s*\)\s*(?:เมื่อ)?(?:เวลา|ณ\s|ที่\S)")
_CABINET = re.compile(r"คณะรัฐมนตรี|ครม\.?")
# "ครม.เห็นชอบ", "ที่ประชุม ครม. (19 ธ.ค. 66) อนุมัติ", "ศาลอุทธรณ์ได้มีคำพิพากษา"
_RULES = re.compile(
    rf"[\s)]*(?:ที่ประชุม)?(?:{_CABINET.pattern})\s?(?:\(ครม\.?\)\s?)?(?:ได้|มี|ลง|จึง)*(?:มติ|เห็นชอบ|อนุมัติ|รับทราบ|เคาะ)"
    r"|[\s)]*ศาล\S{0,20}\s?\S{0,8}(?:พิพากษา|มีคำสั่ง)|[\s)]*(?:เว็บไซต์)?ราชกิจจานุเบกษา"
)
_OF_CABINET = re.compile(
    rf"(?:{_CABINET.pattern})\s?(?:\(ครม\.?\)\s?)?(?:ในคราว(?:การ)?ประชุม)?(?:เมื่อ|ใน)?(?:วันนี้)?[\s(]*(?:วัน[ก-๙]*ที่\s*)?$"
)
# "วันที่ 15 ต.ค. … มีกำหนดเดินทางเยือน … ช่วงวันที่ 18-20 ตุลาคม": what is planned has its own days.
_PLANS = re.compile(
    r"(?P<who>[^\n]{0,120}?)มีกำหนด(?:การ)?\S?[^\n]{0,250}?(?:ระหว่าง|ช่วง)\s?วัน[ก-๙]*ที่\s?[0-9๐-๙]"
)
# Who speaks for others, told right behind a day, has nothing else to do.
_DOES = "(?:ได้|ไป)?(?:และ|พร้อม|ร่วม|นำ|เป็น|เข้า|ให้การ|จัด|เยี่ยม|เยือน|ตรวจ|ลงพื้นที่|มอบ|รับมอบ|เดินทาง)"
_AFTER_DEED = rf"\S{{0,8}}หลัง(?!(?:การ)?ประชุม(?:{_CABINET.pattern}))"
_SPEAKS_FOR = re.compile(
    r"(?:(?!พร้อม|ร่วม|และ(?!โฆษก)|มอบ|\sณ\s)[^\n]){0,110}?"
    rf"โฆษก(?:(?!พร้อม|และ(?!โฆษก))\S)*(?:\s\([^)\n]*\))?\s+(?!\(|{_AFTER_DEED}|{_DOES})"
)
# "เปิดเผยภายหลังพิธีลงนาม … ว่า", "เปิดเผยว่า ในพิธีลงนาม ณ …"
_TOLD_AFTER = re.compile(r"\s?(?:(?P<over>ภายหลัง|หลัง)|ระหว่าง|ใน)(?P<what>[^\n]{3,300}?)\s?ว่า\s")
ACTS = re.compile(  # what is done at an event that is reported
    r"เป็นประธาน|ลงนาม|ลงพื้นที่|เข้าร่วม|ร่วมงาน|ร่วมพิธี|ร่วมประชุม|เยี่ยมชม|ตรวจเยี่ยม|จัดงาน|จัดพิธี|จัดประชุม|จัดกิจกรรม|จัดเสวนา|จัดสัมมนา|จัดนิทรรศการ"
    r"|แถลงข่าว|เปิดงาน|เปิดตัว|มอบนโยบาย|มอบ|ประชุม|หารือ|ต้อนรับ|เข้าพบ|บรรยาย|ปาฐกถา|พิธี|บันทึกเทป|เดินทาง|สักขีพยาน"
)
_opens_with_person = release_pattern(r"\s*(?:%(honorifics)s)\s?[ก-๙A-Z]")
# Somebody who calls on people, as a spokesman does the day before.
_invites = release_pattern(
    r"[^\n]{0,40}?(?:%(honorifics)s)\s?[ก-๙][^\n]{0,200}?\s(?:ได้)?(?P<invites>ขอเชิญ|เชิญชวน|ชวน)"
)


def is_statement(paragraph: str, span: DateMention) -> bool:
    """Whether the date is only that of a statement."""
    if STATED_ON.search(paragraph[max(0, span.start - _BEFORE) : span.start]):
        return True
    if _is_planned(paragraph, span) or english.is_statement(paragraph[span.end :]):
        return True
    after = paragraph[span.end : span.end + _NEAR]
    spoken = any_listed("sayings").search(after)
    said = spoken or _invites().match(after)
    speaker = _speaks_for(after)
    if not said:
        return speaker is not None and not venue_in(after)
    if spoken and _is_carried_out(paragraph, span, span.end + spoken.end()):
        return False
    if _follows_event(after, said):
        return False
    ends = said.start() if spoken else said.start("invites")
    done = after[: min(ends, speaker.end())] if speaker else after[:ends]
    return not (venue_in(done) or ACTS.search(done))


def _is_planned(paragraph: str, span: DateMention) -> bool:
    """Whether it is only stated on the date what somebody has to do on others."""
    plans = _PLANS.match(paragraph, span.end)
    return plans is not None and not ACTS.search(plans["who"])


def _follows_event(after: str, said: re.Match[str]) -> bool:
    """Whether somebody speaks right after what was done, or after what was done at a place."""
    told = _TOLD_AFTER.match(after, said.end())
    if told is None or not _is_event(told["what"]):
        return False
    return bool(venue_in(told["what"]) or (told["over"] and not said[0].endswith("ว่า")))


def _speaks_for(after: str) -> re.Match[str] | None:
    """The spokesman with whom the text behind a date opens, unless an act of his follows."""
    found = _SPEAKS_FOR.match(after)
    return found if found and not ACTS.match(after, found.end()) else None


def is_decision(paragraph: str, span: DateMention) -> bool:
    """Whether the date is only that of a decision of the cabinet or a court."""
    if _RULES.match(paragraph, span.end):
        return True
    met = _OF_CABINET.search(paragraph[max(0, span.start - _BEFORE) : span.start])
    return met is not None


def _is_carried_out(paragraph: str, span: DateMention, told: int) -> bool:
    """Whether what is stated today was carried out today at a venue, and on no other date."""
    rest = paragraph[told:]
    done = _CARRIED_OUT.search(rest) if "วันนี้" in paragraph[: span.start] else None
    place = _AT.search(rest, done.end()) if done else None
    if place is None or _OTHER_TIME.search(rest[: place.start()]):
        return False
    where = rest[place.start() : place.start() + _NEAR]
    venue = venue_in(where)
    return bool(venue) and not _ON_NEXT.match(where.partition(venue)[2])


def is_statement_at_event(paragraph: str, span: DateMention) -> bool:
    """Whether it is the date of an event at which the statement was made, or that it is about."""
    before, after = paragraph[: span.start], paragraph[span.end :]
    if _SO.match(after):
        return _SAID_THERE.search(before) is not None
    there = _THEN_OR_THERE.match(after) or is_act_with_venue(after)
    told = _TOLD_TODAY.search(before[-_BEFORE:])
    return bool(told and there)


def _is_event(what: str) -> bool:
    """Whether it names an event; a meeting of the cabinet is none."""
    return ACTS.search(what) is not None and not _CABINET.search(what)


def is_act_with_venue(after: str) -> bool:
    """Whether the text behind a date names an act and then its venue."""
    done = ACTS.search(after[:_NEAR])
    return done is not None and bool(venue_in(after[done.end() : _NEAR]))


def follows_speech(before: str) -> bool:
    """Whether somebody speaks shortly before a date, which then may be any he speaks of."""
    return any_listed("sayings").search(before[-_NEAR:]) is not None


def opens_with_act(before: str) -> bool:
    """Whether a text opens with somebody who did something, up to "เมื่อวันที่" before a date."""
    other = any_listed("sayings").search(before) or "ซึ่ง" in before or _DECIDED.search(before)
    person = _ON.search(before) and _opens_with_person().match(before)
    return bool(person and not other and ACTS.search(before))
