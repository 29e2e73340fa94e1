"""What somebody did, as a sentence of a headline."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.places import balanced
from bot.knowledge.words import Lists, derived, pattern, table_of
from bot.press.facts.headlines import (
    ABBREVIATED,
    closed,
    ends_inside_office,
    joined,
    offices,
    title_words,
)
from bot.press.questions.deeds import deed_words, happens, is_no_part, of_the_actor, tells, whole
from bot.press.questions.phrases import kind_of_topic
from bot.thai.names import Names
from bot.thai.segment import word_spans

_LETTERS = (12, 48)
_MOST_ASIDE = 4  # pieces in which what is meant begins
_TAKES_A_THING = re.compile(  # which the next deed is done to
    "นำ(?!ทีม|คณะ|ผู้|ทัพ|ร่อง|เสนอ|มหาวิทยาลัย|นิสิต|นักศึกษา|กระทรวง|หน่วยงาน)"
)
_PASSIVE = re.compile("[ก-๙]{3,12}โดย(?!ไม่|ใช้|มี|การ)")
_TALKS_TO = re.compile(  # whom headlines put right behind the verb
    "^((?:ร่วม)?หารือ)(?=เอกอัคร|ทูต|ผู้|คณะ|นาย|นาง|รอง|ประธาน|สมาคม|สถาน|องค์กร"
    r"|บริษัท|สำนัก|สภา|คณะกรรม|มหาวิทยาลัย|หอการค้า|[ก-ฮ]{2,5}\.|[A-Z])"
)
_NOUN = re.compile(r" (?![ก-ฮ]{1,5}\.)[ก-๙]{3}")
_UNSAID = re.compile(
    "^ลงพื้นที่การ|^มอบ(?:ที่ปรึกษา|รอง|เลขา|ผู้ช่วย|ปลัด|โฆษก)|^เปิดตัวเปิด|^ผ่าน|^มอบความ|^(?:ร่วม)?จัด(?:งาน|การ)?(?:แถลงข่าว|ประชุม|สัมมนา|พิธี|กิจกรรม)$"
    "|:| [-–] |/|(?:ตกลง|ร่วมมือ)ฯ|(?<!ที่) (?!(?:25|20)[0-9]{2}$)[0-9][0-9,]*$|ยิ่งใหญ่$"
    "|(?:ใน|เปิด|ปิด|จัด)(?:การ)?(?:เสวนา|ประชุม|สัมมนา|อบรม|นิทรรศการ)$|(?:หลักสูตร|คณะกรรมการ|กลุ่มย่อย|ทูตฯ?|ตรวจสอบ|ความคิดเห็น|การให้สิทธิ)$"
    "|(?:ในหลักการ|กระทรวง|กรม|สำนักงาน|มติ|หัวข้อ|เรื่อง|ผู้อำนวยการ|ความสำเร็จ|แต่งตั้ง|รองรับ|ดังกล่าว|จัดงาน|ประธานเปิด|ตรวจเยี่ยม|ความก้าวหน้า|งานใหญ่|ปิดงาน|ป้องกัน|ในโครงการ|ตอน|การพัฒนา|ความพร้อม|เจตจำนง|โครงการวิจัย)$"
)  # of headlines; a number without its noun
_SHORT_WORD = "[ก-๎]{1,7}"
_LAW = re.compile(r"(?:[ก-ฮ]\.){3}")  # "พ.ร.บ."
_AND = "และ"
_TO = re.compile("กับ|แก่")  # behind "ให้"
_WILL, _OF_A_THING = "จะ", "ที่"  # behind which is told what a thing does


def _kinds(lists: Lists) -> Mapping[str, str]:
    """Word → kind."""
    others = ("gives", "receivers", "ahead")
    return {word: kind for kind in lists if kind not in others for word in lists[kind]}


@dataclass(frozen=True, slots=True, kw_only=True)
class _TailWords:
    kinds: Mapping[str, str] = derived(_kinds)
    gives: re.Pattern[str] = pattern()
    receivers: re.Pattern[str] = pattern()
    ahead: re.Pattern[str] = pattern()


def clause_of(chunks: Sequence[str], people: Sequence[str]) -> str:
    """What was done first, in plain words: "สนับสนุนให้ครูสอนโค้ดดิ้ง"; "" unless it fits a line whole.

    With whom is left out, and so is what is done on the way to it; what somebody only tells of is
    none of their deeds. Of what is too long, as much as comes before what for or with what.
    """
    told = _told(chunks, people)
    for end in range(len(told), 0, -1):
        clause = _in_plain_words(joined(told[:end]))
        cut = end < len(told) and (ABBREVIATED.search(clause) or not _opens_thai(told[end]))
        if not cut and _is_sound(clause):
            return clause
    return max(filter(_is_sound, _cuts(_in_plain_words(joined(told)))), key=len, default="")


def _begun(chunks: Sequence[str], people: Sequence[str]) -> Sequence[str]:
    """From the first deed on that is what is meant; nothing where somebody only tells of one."""
    behind = _behind_joining(chunks)
    done = of_the_actor(behind, people)
    for number, chunk in enumerate(done[:_MOST_ASIDE]):
        if (tells(chunk) and not happens(chunk)) or _TAKES_A_THING.match(chunk):
            break
        if (not number or title_words().verbs.match(chunk)) and not _is_aside(chunk):
            return behind[number:]
    return ()


def _told(chunks: Sequence[str], people: Sequence[str]) -> Sequence[str]:
    """The pieces that tell what was done first, if they name nobody."""
    begun = _begun(chunks, people)
    told = whole(begun) if begun else ()
    return () if any(piece in person for piece in told for person in people) else told


def _is_sound(clause: str) -> bool:
    """Whether it is a sentence that nothing is cut off from."""
    complete = closed(clause) == clause == balanced(clause) and not ends_inside_office(clause)
    fits = _LETTERS[0] <= len(clause) <= _LETTERS[1]
    vague = _UNSAID.search(clause) or _ends_in_a_word(clause) or _is_of_anything(clause)
    return fits and complete and not vague


def _is_of_anything(clause: str) -> bool:
    """Whether it is done to nothing, or to an English word that names nothing: "พัฒนา Startup"."""
    deed = clause.removeprefix(_WILL)
    verb = title_words().verbs.match(deed)
    return verb is not None and deed[verb.end() :].strip() in ("", *title_words().generic)


def _ends_in_a_word(clause: str) -> bool:
    """Whether a single Thai word stands behind its last blank, of which more would follow."""
    _, blank, last = clause.rpartition(" ")
    plain = blank and re.fullmatch(_SHORT_WORD, last)
    return bool(plain) and len(Names.load().cut(last)) == 1


def _cuts(text: str) -> Iterator[str]:
    """The text up to where a sentence may end within it."""
    words, told = Names.load().cut(text), _tail_words()
    for number, (word, start, _) in enumerate(word_spans(text, words)):
        kind, clause = told.kinds.get(word, ""), text[:start].rstrip()
        rest = words[number + 1 :]
        if kind == "together" and any(one.startswith(_OF_A_THING) for one in words[:number]):
            kind = ""
        if word == _AND and title_words().bodies.search(clause.rpartition(" ")[2]):
            kind = ""  # inside an office's name: "สำนักงานนวัตกรรมและ…"
        if kind == "whom" and not (told.gives.match(text) and _receives(rest)):
            kind = ""
        if kind and number > 1 and rest:
            yield clause


def _receives(words: Sequence[str]) -> bool:
    """Whether they begin with somebody to whom something may be given."""
    text = _TO.sub("", "".join(words[:4]))
    people = kind_of_topic(text) == "people" or offices().match(text)
    return bool(people or _tail_words().receivers.match(text))


def _opens_thai(piece: str) -> bool:
    """Whether a cut before it parts neither an English name, a law, nor what a sign joins."""
    return piece[0] > "\u0e00" and not _LAW.match(piece)


def _behind_joining(chunks: Sequence[str]) -> Sequence[str]:
    """From the first deed on that is not only done together."""
    words, first = title_words(), "".join(chunks[:1])
    if not words.joining.match(first):
        return chunks
    verbs = (n for n, chunk in enumerate(chunks) if n and words.verbs.match(chunk))
    return chunks[next(verbs, len(chunks)) :]


def _is_aside(chunk: str) -> bool:
    aside = deed_words().aside.match(chunk) and not happens(chunk) and not ahead(chunk)
    return bool(aside) or not _tells_something(chunk)


def _tells_something(chunk: str) -> bool:
    """Whether it begins with a deed that is not only done together with somebody."""
    words = title_words()
    deed = words.verbs.match(chunk) or deed_words().plain_verbs.match(chunk)
    return deed is not None and not _PASSIVE.match(chunk) and not words.joining.match(chunk)


def ahead(chunk: str) -> int:
    """Where the deed begins that is only about to be done; 0 where none is."""
    found = _tail_words().ahead.match(chunk)
    return found.end() if found and title_words().verbs.match(chunk, found.end()) else 0


def _in_plain_words(clause: str) -> str:
    """The verb of headlines at the beginning replaced by one that people use."""
    if start := ahead(clause):
        return f"จะ{_in_plain_words(clause[start:])}"
    clause = _TALKS_TO.sub(r"\1กับ", clause)
    verb = title_words().verbs.match(clause)
    if verb and _NOUN.match(clause, verb.end()):  # a name that the title sets off
        clause = f"{verb[0]}{clause[verb.end() :].lstrip()}"
    found = deed_words().plain_verbs.match(clause)
    if not found or not is_no_part(found):
        return clause
    return deed_words().plain[found[0]] + clause[found.end() :]


@lru_cache(maxsize=1)
def _tail_words() -> _TailWords:
    return table_of(_TailWords, "tails")
