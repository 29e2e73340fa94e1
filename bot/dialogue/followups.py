"""Messages that lean on the one before: "แล้วจัดที่ไหน", "อันที่ไปลาว", "แล้วรอบสองล่ะ"."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from bot.dialogue.editions import of_other_edition
from bot.dialogue.labels import days_of
from bot.dialogue.phrases import words
from bot.knowledge.entries import HAPPENINGS, Entry
from bot.knowledge.persons import given_name
from bot.search.folding import fold
from bot.search.marks import (
    ANY_YEAR,
    ORGANISATION,
    dated,
    marks_in,
    place_names,
    regions_in,
)
from bot.search.ranking import Query
from bot.thai.dates import ERA, thai_date
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.numbers import year_twins
from bot.thai.written_dates import MONTHS, SHORT_MONTHS

LIMIT = 70  # letters; a longer message stands on its own
_NICKNAME = 4  # letters; a shorter one may be a piece of another word
_SPARED = 3  # one of so many words need not be told
_FULL_NAME = 16  # letters of the full name of an organisation
SHORT = 25  # letters; what a bare follow-up has at most

# Words that ask, point or connect and name no subject of their own.
_FUNCTION = words(
    """
    แล้ว ล่ะ ละ ล่ะคะ งั้น ก็ เออ อ๋อ อ้อ แหละ ครับ ครับผม คับ ค่ะ คะ ค่า จ้า จ้ะ นะ น่ะ หน่อย ด้วย บ้าง มั่ง ที อ่ะ อะ
    หรอ เหรอ สิ ซิ ดิ เลย จริง จริงๆ จิง จิงๆ
    ที่ไหน ไหน ใด ที่ ที่ใด ตรง ตรงไหน แถว แถวไหน อยู่ ใน ณ จาก ของ กับ เกี่ยวกับ และ หรือ โดย เพื่อ ให้ ว่า คือ เป็น
    เกี่ยว นี้ นั้น นั่น โน่น อันนี้ อันนั้น ตัวนี้ งานนี้ เรื่องนี้
    อัน ตัว เรื่อง ข่าว งาน ข้อ กิจกรรม วัน วันไหน วันที่ เดือน เดือนไหน ปี ปีไหน เวลา ตอน ตอนไหน ช่วง ช่วงไหน รอบ กี่
    กี่โมง โมง ทุ่ม นาฬิกา
    เมื่อไหร่ เมื่อไร เมื่อไร่ เมื่อ ไหร่ ไร รัย เท่า เท่าไหร่ เท่าไร เท่าใด ใคร ครัย ใครบ้าง อะไร อะไรบ้าง
    ไรบ้าง ยังไง ยัง ไง อย่างไร ทำไม เพราะ เพราะอะไร
    ไหม มั้ย มัย มั๊ย ไม๊ ป่าว เปล่า รึเปล่า หรือเปล่า รึ ปะ ป่ะ หรือไม่ หรือยัง รึยัง ถึง จนถึง ตั้งแต่ ระหว่าง ประมาณ ราว
    เกือบ เยอะ มาก น้อย มากไหม เกิน ไม่เกิน
    จัด จัดงาน จัดขึ้น เปิด เปิดงาน ปิด ปิดงาน เริ่ม จบ สิ้นสุด หมด หมดเขต มี มา ไป ได้ ต้อง จะ ทำ เอา ใช้ คน ท่าน
    แห่ง ครั้ง จังหวัด จังหวัดไหน จังหวัดอะไร อำเภอ ตำบล ประเทศ เดินทาง
    ล่าสุด ปีล่าสุด ครั้งล่าสุด หลังสุด ครั้งหลังสุด
    โรงแรม ห้อง สถานที่ ที่ตั้ง ประธาน พิธี พิธีเปิด เป็นประธาน เบอร์ เบอ โทร โทรศัพท์ เบอร์โทร ติดต่อ ติดต่อใคร สอบถาม
    คุย พูด สาย รับสาย ต่อสาย ตั้งอยู่ หา
    ถาม ขอ แฟกซ์ แฟ็กซ์ โทรสาร อีเมล อีเมล์ เมล เมล์
    เว็บ เว็บไซต์ ที่อยู่ แผนที่ ค่า ค่าเข้า เข้า เสีย เสียเงิน เงิน ตังค์ ตัง บาท ราคา ฟรี ค่าใช้จ่าย ค่าสมัคร งบ จ่าย แพง ละ
    ชื่อ ชื่ออะไร ตำแหน่ง รับ ผู้ เจ้าภาพ เป็นเจ้าภาพ ผู้จัด โดน เกิดขึ้น พบกัน เจอกัน คุยกัน
    ธรรมดา ไม่ ไม่เอา ใช่ ไม่ใช่ สายด่วน รหัส ไปรษณีย์ รหัสไปรษณีย์ ตี ตีหนึ่ง ตีสอง ตีสาม เที่ยงคืน กลางคืน ดึก หนึ่ง สอง
    สาม เขา เค้า มัน นาน นานไหม
    นานเท่าไหร่ นานแค่ไหน แค่ แค่ไหน เสร็จ กัน ร่วม เข้าร่วม แหละ อีก ต่อ อยาก อยากได้ ต้องการ ไว้ เอาไว้
    เหมือน เหมือนกัน เหมือนเดิม เมื่อกี้
    """
)
# What may be asked of any subject, and names none; the first few have no other name.
_PAPERS = words("เอกสาร หลักฐาน คุณสมบัติ")
_OF_ANY = _PAPERS | words(
    "เงื่อนไข ขั้นตอน สมัคร รับสมัคร ยื่น ลงทะเบียน จอง หมดเขต ปิดรับ เปิดรับ"
    " รางวัล เงินรางวัล ของรางวัล เกียรติบัตร ใบประกาศ วุฒิ อายุ ลด ลดเหลือ เหลือ ส่วนลด"
    " ซื้อ เช่า สั่ง สั่งซื้อ ชำระ ตรวจ ส่ง แจ้ง โหลด ดาวน์โหลด ติดตั้ง จอด รถ จอดรถ ที่จอดรถ จุ"
)
_APPLYING = words("สมัคร รับสมัคร ยื่น ลงทะเบียน จอง")  # each may be told by another of them
GUESTS = words("เด็ก เด็กๆ ผู้ใหญ่ คนแก่ ผู้สูงอายุ คนพิการ ต่างชาติ ลูก หลาน พ่อ แม่")  # of whom a price is asked
SEEN = words("ดู ไปดู เห็น")  # what one does with whatever it is
WON = words("ชนะ ผู้ชนะ ชนะเลิศ แชมป์ รางวัล ได้รางวัล")  # whatever there was to be won
_BEFORE_NAME = words("ของ ทำ")  # between a kind and a name: "แข่งทำขนม"
_LEANING = re.compile(
    r"^(?:แล้ว|งั้น|ไม่ใช่|อ๋อ|เออ|เอา|ส่วน|ของ|แต่)|(?:^|[ ก-๙])(?:อัน|ตัว|รอบ|แบบ|รุ่น)ที่|ล่ะ|อ่ะ$"
)
_POINTING = re.compile(
    r"^(?:(?:แล้ว|งั้น|ไม่ใช่(?:อัน|ตัว|เรื่อง|งาน|ข่าว)?นี้?|อ๋อ|เออ|เอา|ขอ|หมายถึง|คือ)\s*)*"
    r"(?:อัน|ตัว|รอบ|แบบ|รุ่น)(?:ที่)?(?:เป็น|ของ|เกี่ยวกับ|ชื่อ)?\s*"
)
_REJECTING = re.compile(r"^ไม่(?:ใช่|เอา)(?:อัน|ตัว|เรื่อง|งาน|ข่าว)?(?:นี้|นั้น)?")
_LEADING = re.compile(r"^(?:(?:แล้ว|งั้น|อ๋อ|เออ|ส่วน|แต่|เอา)\s*)+(?:ของ|ที่|ถ้า)?\s*")
_POINTED_AT = re.compile(
    r"^(?:(?:แล้ว|งั้น|อ๋อ|เออ|เอา|ขอ|ส่วน|ของ)\s*)*(?:"
    r"(?:อัน|ข้อ|เลข|ตัวเลือก|หมายเลข|ลำดับ|(?:ตัว|เรื่อง|ข่าว|งาน|อย่าง)ที่)(?:ที่)? ?"
    r"(?P<digit>[1-9])(?![0-9.:])"
    r"|(?:อัน|ข้อ|ตัว|เรื่อง|ข่าว|งาน|อย่าง|ตัวเลือก)(?:ที่)?(?P<word>แรก|สอง|สาม|สี่|ห้า)"
    r"|(?P<last>(?:อัน|ข้อ|ตัว|เรื่อง|ข่าว|งาน|ตัวเลือก)(?:สุดท้าย|ล่างสุด|หลังสุด)"
    r"|(?:อัน|ตัว)(?:ล่าสุด|หลัง(?!คา|บ้าน|จาก)))(?:นี้|นั้น)?)\s*(?P<rest>.+)"
)
_PLACES = {"แรก": 0, "สอง": 1, "สาม": 2, "สี่": 3, "ห้า": 4}
LAST = -1  # the place of the last of several
# Silk, fire, ages, health, the naked eye and art sound like a question for yes or no.
OR_NOT = (
    "(?<!ผ้า)(?<!เส้น)(?<!หม่อน)(?<!สิน)(?<!สาย)ไหม(?!้)|มั้ย|(?<!ส)(?<!นา)มัย|มั๊ย|ไม๊|ป่าว"
    "|(?<!ตา)(?<!มือ)(?<!ว่าง)(?<!สูญ)เปล่า|ป่ะ"
)
_WHETHER = re.compile(
    f"(?:{OR_NOT}|หรือไม่|ยัง|(?<!ศิล)(?<!พบ)(?<![โแเ])ปะ)(?:ครับ|คับ|ค่ะ|คะ|ค้าบ|จ๊ะ|อะ|อ่ะ|นะ|ล่ะ| )*$"
)
_STILL = re.compile("(?:แล้ว|ตอนนี้|วันนี้|ปัจจุบัน|เดี๋ยวนี้|ทุกวันนี้|เขา|เค้า|มัน|คนนี้|อันนี้| )*ยัง(?!ไม่|ไง|งัย)")
_OUR_ERA = re.compile("(?<![0-9])(?:19[5-9]|20[0-4])[0-9](?![0-9])")
_YEAR_BEHIND = "(?:ประจำ)?(?:ปี)?((?:2[45]|20)?[1-9][0-9])(?![0-9])"
_UNLIKE_WORDS = words("เมย มิย")
_KARAN = "\u0e4c"
_ABBREVIATION = re.compile("[ก-ฮ]{2,3}[.]")
_HAS_LETTER = re.compile("[ก-ฮa-z0-9]")


def own_words(terms: Iterable[str]) -> list[str]:
    """The words of a question that name a subject; none of them is a question word."""
    return [word for word in terms if _HAS_LETTER.search(word) and not _asks_only(word)]


def of_any(terms: Iterable[str]) -> list[str]:
    """Those words of a question that may be asked of any subject: "เอกสาร", "เงื่อนไข"."""
    return [word for word in terms if word in _OF_ANY]


def deeds(terms: Iterable[str]) -> list[str]:
    """Those that are told by their own name or not at all: "จอด", not "สมัคร"."""
    return [word for word in of_any(terms) if word not in _APPLYING]


def applies(terms: Iterable[str]) -> bool:
    """Whether one of the words asks to take part: "สมัครที่ไหน"."""
    return not _APPLYING.isdisjoint(terms)


def papers(terms: Iterable[str]) -> list[str]:
    """Those that an entry which tells of them has as well: "เอกสาร"."""
    return [word for word in terms if word in _PAPERS]


@lru_cache(maxsize=4_096)
def _asks_only(word: str) -> bool:
    """Whether a word is of `_FUNCTION`, or made of two or more of them: "ใช้ได้"."""
    if len(word) > LIMIT:
        return False
    starts = (end for end in range(1, len(word)) if word[:end] in _FUNCTION)
    return word in _FUNCTION or any(_asks_only(word[end:]) for end in starts)


def leans(clean: str) -> bool:
    """Whether a normalised message says by its form that it goes on from the last one."""
    return len(squeeze(clean)) <= LIMIT and bool(_LEANING.search(clean))


def points(clean: str) -> bool:
    """Whether it describes one of several: "อันที่ไปลาว"."""
    return len(squeeze(clean)) <= LIMIT and bool(_POINTING.match(clean))


def pointed_at(clean: str) -> tuple[int, str] | None:
    """Which of several a question is about, from 0, and what it asks: "อันแรกเอาไว้ทำอะไร".

    `LAST` of "อันหลังอยู่ที่ไหน".
    """
    found = _POINTED_AT.match(clean)
    if not found or len(squeeze(clean)) > LIMIT:
        return None
    if found["last"]:
        return LAST, found["rest"]
    place = int(found["digit"]) - 1 if found["digit"] else _PLACES[found["word"]]
    return place, found["rest"]


def wants_yes_or_no(clean: str) -> bool:
    """Whether a normalised message wants yes or no."""
    return bool(_WHETHER.search(clean))


def asks_whether(clean: str) -> bool:
    """Whether a short normalised message wants yes or no: "มีเลยไหม"."""
    return len(squeeze(clean)) <= SHORT and wants_yes_or_no(clean)


def asks_still(clean: str) -> bool:
    """Whether it is asked if something is so to this day: "ยังรับอยู่ไหม"."""
    return bool(_STILL.match(clean)) and wants_yes_or_no(clean)


def rejects(clean: str) -> bool:
    """Whether it turns down what was answered and says more: "ไม่ใช่อันนี้ ที่ตรังอ่ะ"."""
    return bool(_REJECTING.match(clean))


def said_more(clean: str) -> str:
    """A leaning or pointing message without the words it leans with."""
    rest = _REJECTING.sub("", clean).strip()
    rest = _POINTING.sub("", rest, count=1)
    return _LEADING.sub("", rest).strip() or clean


def letters_of(entry: Entry) -> str:
    """Everything an entry says, squeezed, to look words up in."""
    return _letters(_said_in(entry))


def _said_in(entry: Entry) -> str:
    event = entry.event
    parts = [entry.title, *entry.keywords, *entry.questions, entry.body]
    parts += [f"{label} {value}" for label, value in entry.facts.items()]
    parts += [f"{person.name} {person.role}" for person in entry.people]
    parts += [event.venue, event.province, event.organizer, event.cost] if event else []
    return " ".join(parts)


@lru_cache(maxsize=4_096)
def _normalised(text: str) -> str:
    return normalise(text)


@lru_cache(maxsize=4_096)
def _letters(text: str) -> str:
    return squeeze(normalise(text))


def contradicts(entry: Entry, clean: str, terms: Sequence[str]) -> bool:
    """Whether a question names a year, edition, place or agency that the entry does not.

    Nor does it if its title names another region, whatever it mentions besides.
    """
    asked, titled = regions_in(clean), regions_in(normalise(entry.title))
    elsewhere = bool(asked and titled) and not any(one in titled for one in asked)
    if elsewhere or of_other_edition(entry, clean):
        return True
    marks = marks_in(clean, terms)
    letters = _of_its_time(entry) if marks else ""
    return any(not any(one in letters for one in ways) for ways in marks)


def years_in(title: str) -> set[str]:
    """The years that a title names, of either era, as those of the Buddhist one."""
    clean = normalise(title)
    return {*ANY_YEAR.findall(clean), *(str(int(one) + ERA) for one in _OUR_ERA.findall(clean))}


def titled_of_other_year(entry: Entry, query: Query) -> bool:
    """Whether a title calls what is asked for by a year, and no year of the question: "TCAS 67".

    The day on which that was told may be of the year before.
    """
    asked = set(ANY_YEAR.findall(dated(query)))
    title = squeeze(normalise(entry.title)) if asked else ""
    called = {
        year
        for word in filter(str.strip, map(squeeze, own_words(query.terms)))
        for said in re.findall(f"{re.escape(word)}{_YEAR_BEHIND}", title if len(word) > 2 else "")
        for year in year_twins(f"ปี {said}") or years_in(said)
    }
    return bool(called) and asked.isdisjoint(called | years_in(entry.title))


def _of_its_time(entry: Entry) -> str:
    """What an entry says, and the years it is about.

    The day it was written says when somebody told of it: of a list of 2562 nothing is of 2561. It
    counts for news, and where there is no other year.
    """
    days = days_of(entry) if entry.event and entry.event.start else None
    if entry.published and not days:
        if years_in(entry.title):
            return letters_of(entry).replace(squeeze(thai_date(entry.published)), "")
        timeless = entry.kind in HAPPENINGS or not ANY_YEAR.search(letters_of(entry))
        days = (entry.published, entry.published) if timeless else None
    return letters_of(entry) + " ".join(str(day.year + ERA) for day in days or ())


def names_party(entry: Entry, query: Query) -> bool:
    """Whether a question names an organisation or a person that the entry tells of."""
    letters, names = letters_of(entry), Names.load()
    meant = chain(names.senses(names.cut(query.clean)).items(), ((v, (v,)) for v in query.variants))
    if any(_is_organisation(full) and _told_of(letters, form, full) for form, full in meant):
        return True
    sounds = fold(squeeze(query.clean))
    people = (squeeze(normalise(given_name(person.name))) for person in entry.people)
    return any(len(name) >= _NICKNAME and fold(name) in sounds for name in people)


def _is_organisation(senses: Iterable[str]) -> bool:
    """Whether a word stands for an organisation, by its full name; a common noun is shorter."""
    return any(len(one) >= _FULL_NAME and ORGANISATION.match(one) for one in senses)


def _told_of(letters: str, form: str, senses: Iterable[str]) -> bool:
    bare = squeeze(form.rstrip("."))
    return len(bare) > 1 and any(squeeze(normalise(one)) in letters for one in (bare, *senses))


def tells_apart(query: Query, own: Iterable[str]) -> bool:
    """Whether a message's own words are years and places alone, which tell one of several."""
    marks = " ".join(form for form, _ in Names.load().places_in(query.clean))
    return all(word in marks or word.isdecimal() for word in own)


def holds_subject(entry: Entry, terms: Sequence[str]) -> bool:
    """Whether an entry tells of what a question names, years aside.

    Of words that stand side by side two have to do so there as well: a ministry in some ถนน with a
    สายด่วน is no ถนนสายวิทยาศาสตร์.
    """
    own = {word for word in own_words(terms) if not word.isdecimal()}
    if len(missing_from(entry, own)) > len(own) // _SPARED:
        return False
    pairs = [f"{one}{two}" for one, two in pairwise(terms) if own.issuperset((one, two))]
    units = Names.load().units("".join(terms))
    forms = [one for one, is_name in units if is_name and sum(word in one for word in own) > 1]
    said = forms or pairs
    return not said or len(missing_from(entry, said)) < len(said)


def names_another(entry: Entry, terms: Sequence[str]) -> bool:
    """Whether a message names another thing of an entry's kind: "ค่ายนักคิดน้อย" of another camp.

    In Thai the name stands right behind the kind; only its words are unknown to the entry.
    """
    own = own_words(terms)
    unknown = set(missing_from(entry, own))
    beside = pairwise(word for word in terms if word not in _BEFORE_NAME)
    kinds = (kind for kind, name in beside if name in unknown and kind in own)
    return any(names_subject(entry, (kind,)) for kind in kinds)


def names_subject(entry: Entry, sought: Iterable[str]) -> bool:
    """Whether one of the words stands in what names the entry, as a word or as part of one.

    ทุน is part of ทุนการศึกษา and นักเรียนทุน; of a name only the beginning is, so that ทอง is none of
    เมืองทองธานี or อ่างทอง; and 1 is none of 15.
    """
    letters, starts, ends = _naming(" ".join((entry.title, *entry.keywords)))
    return any(
        found.start() in starts or found.end() in ends
        for word in filter(None, map(squeeze, sought))
        for found in re.finditer(
            rf"(?<!\d){word}(?!\d)" if word.isdecimal() else re.escape(word), letters
        )
    )


def is_titled(entry: Entry, own: Iterable[str]) -> bool:
    """Whether words in Latin letters all stand in a title as they are: "ev", but no ai of Thai."""
    titled = {word for word, _ in Names.load().units(normalise(entry.title))}
    return all(word.isascii() and word.isalpha() and word in titled for word in own)


def says_name(entry: Entry, sought: Iterable[str], clean: str) -> bool:
    """Whether a question says a name of several words whole that holds one of `sought`.

    วันนักประดิษฐ์ is one name, of which วัน asks only for a day where it stands alone.
    """
    letters, words = squeeze(clean), [squeeze(word) for word in sought]
    names = _names_in(" ".join((entry.title, *entry.keywords)))
    return any(name in letters and any(word in name for word in words) for name in names)


def means_name(entry: Entry, clean: str) -> bool:
    """Whether a question names by any form of the tables what names the entry by another.

    คาราวานวิทย์ is คาราวานวิทยาศาสตร์, and พิพิธภัณฑ์วิทย์ the office that the keywords call อพวช.
    """
    return not names_meant(clean).isdisjoint(names_meant(" ".join((entry.title, *entry.keywords))))


@lru_cache(maxsize=4_096)
def names_meant(text: str) -> frozenset[str]:
    """The names of the tables in a text, and what they stand for; no place, no everyday word."""
    names = Names.load()
    named = [word for word, _ in names.units(normalise(text)) if squeeze(word) in _forms_of_names()]
    full = chain.from_iterable(names.senses(names.cut(word)).values() for word in named)
    return frozenset(map(squeeze, (*named, *chain.from_iterable(full))))


@lru_cache(maxsize=1)
def _forms_of_names() -> frozenset[str]:
    names = Names.load()
    return frozenset(map(squeeze, names.forms)) - names.provinces.keys()


@lru_cache(maxsize=4_096)
def _names_in(text: str) -> tuple[str, ...]:
    units = Names.load().units(normalise(text))
    return tuple(squeeze(word) for word, is_name in units if is_name)


@lru_cache(maxsize=4_096)
def _naming(text: str) -> tuple[str, frozenset[int], frozenset[int]]:
    """A text squeezed; where its words begin, and where those end that are no names."""
    starts, ends, letters = set(), set(), ""
    for word, is_name in Names.load().units(normalise(text)):
        starts.add(len(letters))
        letters += squeeze(word)
        ends |= set() if is_name else {len(letters)}
    return letters, frozenset(starts), frozenset(ends)


def missing_from(entry: Entry, sought: Iterable[str]) -> list[str]:
    """Those of the words that the entry does not contain."""
    said, words = _said_in(entry), list(sought)
    senses = Names.load().senses([squeeze(word) for word in words])
    return [word for word in words if not _is_told(word, senses.get(squeeze(word), ()), said)]


@lru_cache(maxsize=4_096)
def _months_called(word: str) -> tuple[str, ...]:
    """How releases may print a month, for the way it is said: เมษายน and เม.ย. for เมษา.

    Squeezed, เม.ย. and มิ.ย. are no part of other words; มี.ค. is one of มีความ.
    """
    at = next((n for n, one in enumerate(MONTHS) if len(word) >= 4 and one.startswith(word)), None)
    if at is None:
        return ()
    return (MONTHS[at], *({SHORT_MONTHS[at]} & _UNLIKE_WORDS))


def _is_told(word: str, senses: Iterable[str], text: str) -> bool:
    """Whether a text holds a word or what it stands for: ป.โท is ปริญญาโท.

    A short abbreviation has to stand there as one: the letters of วช. are in เยาวชน as well.
    """
    names, letters = Names.load(), _letters(text)
    said = [word, *senses]
    if _ABBREVIATION.fullmatch(word):
        if re.search(f"(?<![ก-๙]){re.escape(word)}", _normalised(text)):
            return True
        said = list(senses)
    if len(word) > _NICKNAME and word.endswith(_KARAN):
        said.append(word[:-1])  # วิทย์ is short for วิทยาศาสตร์
    said += _months_called(word)
    if province := names.provinces.get(word):
        said += place_names(word, province)
    return any(squeeze(normalise(one)) in letters for one in said)
