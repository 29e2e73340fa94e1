"""Messages that go back to a topic before this one: "อันก่อนหน้านี้ล่ะ", "เรื่องก่อน ใครจัด"."""

import re
from collections.abc import Mapping

from bot.dialogue.conversation import Conversation, PreviousTopic
from bot.dialogue.matching.subjects import is_named_by
from bot.dialogue.message.cues import LIMIT
from bot.dialogue.message.phrases import consists_of
from bot.knowledge.entries import Entry
from bot.thai.dates import ERA
from bot.thai.normalise import cleaned, letters_in, squeeze
from bot.thai.questions import WHAT_OF

_POINTER, _MATTER = "อัน|ตัว|ข้อ|หัวข้อ|คำถาม|คำตอบ", "เรื่อง|หัวเรื่อง|งาน|ข่าว"
_SAID = "ที่ ?(?:แล้ว|(?:ถาม|คุย|พูด|บอก|ตอบ)(?:ถึง)?(?:ไป|กัน|ไว้)?) ?"
_TURNED_DOWN = f"(?:ไม่(?:เอา|ใช่) ?(?:{_POINTER}|{_MATTER})?(?:นี้|นั้น)? *)?"
_LEADING = (
    "(?:(?:แล้ว|งั้น|เออ|อ๋อ|เอา|ขอ|ส่วน|ของ|ถามถึง|หมายถึง|(?:กลับ|ย้อน|ย้อนกลับ)(?:ไป|มา)?(?:ที่|หา|ดู)?) *)*"
)
# "งานก่อนเปิดเทอม" is of no other topic, nor is "อันก่อนปี 2560".
_BEFORE = (
    f"(?:(?:(?:{_POINTER}|{_MATTER})(?:{_SAID})?|{_SAID})ก่อน(?:หน้า(?:นี้|นั้น)?|นี้|นั้น)"
    f"|(?:{_POINTER})(?:{_SAID})?ก่อน(?!หน้า|[0-9]| ?ปี)"
    f"|(?:{_MATTER})(?:{_SAID})?ก่อน(?= |$|{WHAT_OF}))"
)
_FIRST = re.compile(f"^{_TURNED_DOWN}{_LEADING}{_BEFORE}{WHAT_OF}? *(?P<asked>.*)$")
_LAST = re.compile(f"^(?P<asked>.{{2,}}?) *(?:ของ)?{_BEFORE}(?P<end>.*)$")
_END = re.compile("ก่อน")
_NAMED = re.compile(
    "^(?:(?:(?:ขอ)?(?:กลับ|ย้อน|ย้อนกลับ)(?:ไป|มา)?(?:ที่|หา|ดู|คุย|ถาม)?|เมื่อกี้)(?:เรื่อง|งาน|ข่าว|หัวข้อ) ?"
    "|เมื่อกี้(?:ของ)?(?=ปี))"
    "(?P<subject>ปี ?(?:25)?[0-9]{2}|[^ ]{2,40}?)"
    "(?:เมื่อกี้|ตะกี้|เมื่อสักครู่|ก่อนหน้านี้)?(?:นี้|นั้น)?(?P<asked> .*|$)"
)
_OF_YEAR = re.compile("ปี ?(?:25)?([0-9]{2})")


def returned_topic(
    text: str, talk: Conversation, known: Mapping[str, Entry]
) -> tuple[Conversation, str] | None:
    """The talk as it stood at the topic before, and what is asked of that; "" is the same again.

    Or at the one that is named: "กลับไปเรื่องหน้ากาก ใครทำ". None of any other message. Where nothing
    was talked of before, the topic is what came before the message.
    """
    clean = cleaned(text)
    now = PreviousTopic(talk.topic, talk.question)
    topics = [one for one in (*talk.previous, now) if one.topic in known]
    topics.sort(key=lambda one: one.topic == talk.topic)  # that was left last
    asked = _asked_of_it(clean)
    if asked is None and (named := _NAMED.match(clean)):
        topics = [one for one in topics if _is_called(one, known[one.topic], named["subject"])]
        asked = named["asked"].strip()
    if asked is None or not topics:
        return None
    then = Conversation(topics[0].topic, question=topics[0].question, updated_at=talk.updated_at)
    return then, asked


def _is_called(topic: PreviousTopic, entry: Entry, subject: str) -> bool:
    """Whether a topic is called so, by its entry or its question, or is of that year."""
    year = _OF_YEAR.fullmatch(subject)
    if year:
        days = entry.days
        return days is not None and str(days[0].year + ERA).endswith(year[1])
    asked = letters_in(topic.question)
    return is_named_by(entry, (subject,)) or squeeze(subject) in asked


def _asked_of_it(clean: str) -> str | None:
    """What a normalised message asks of the topic before, None if it points at none."""
    if len(squeeze(clean)) > LIMIT:
        return None
    if found := _FIRST.match(clean):
        return "" if _is_courtesy(found["asked"]) else found["asked"]
    found = _LAST.match(clean)
    return found["asked"] if found and _is_courtesy(found["end"]) else None


def _is_courtesy(text: str) -> bool:
    return consists_of(squeeze(f"ก่อน{text}"), _END)
