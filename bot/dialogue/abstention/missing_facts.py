"""What an entry does not tell, though a question names it."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from bot.dialogue.matching.entry_words import (
    entry_letters,
    has_by_sound,
    is_dictionary_word,
    lists_question,
    missing_words,
    unknown_words,
)
from bot.dialogue.matching.subjects import is_named_by
from bot.dialogue.message.cues import (
    CUES,
    SHORT_QUESTION,
    SHORT_WORD,
    WHOLE_WORD,
    attribute_words,
    content_words,
    document_words,
)
from bot.knowledge.entries import Entry
from bot.knowledge.words import shipped_lists
from bot.search.folding import fold
from bot.search.passages.acts import act_of
from bot.search.passages.amounts import asked_unit, counts_in
from bot.search.passages.candidates import tells_of_round
from bot.search.passages.days import tells_day
from bot.search.passages.facts import FoundFact
from bot.search.passages.hours import ASKS_OPEN, tells_hours
from bot.search.passages.people.names import names_organisation, people_in
from bot.search.passages.people.prizes import asks_winner
from bot.search.passages.people.question_types import asks_person, asks_signer
from bot.search.passages.prices import asks_each, asks_gain, sum_asked, tells_each, tells_share
from bot.search.passages.stated.events import IS_HELD, may_be_held
from bot.search.passages.units import each_in
from bot.search.passages.venues import asks_area, is_kind_asked, place_asked, venues
from bot.search.query import Query
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.questions import ASKED, Aspect

_HELD_WHERE, _STANDS = Query("", "จัดที่ไหน"), 0.8  # likeness of a place at which something is
_LONG_WORD = 5  # letters of one that may be what is sold
_BY_LETTERS = 8  # between a question word and what it is about
_QUESTION_WORD = re.compile(
    f"(?<!เ)กี่|เท่าไ(?!ม)|เท่าใด|ใคร(?!่)|ไคร(?![้่])|(?<!เพื่อ)(?<!เรื่อง)อะไร|ไหน|เมื่อไ(?!ม)|ยังไง|อย่างไร|(?:ได้|มี)?(?:{ASKED.whether_or_not})"
)
_ASKS_BY = re.compile(
    "(?:^| )(?:มี)?(?:เด็ก|คน|ผู้เข้าร่วม)?([ก-๙]{3,12}?)(?:ใช้|ได้|มา|ไป|มี|นาน|อยู่| ){0,3}"
    "(?:(?<!เ)กี่|เท่าไ|แค่ไหน)|ใคร(?:เป็น(?:คน|ผู้)?)?([ก-๙]{3,14})(?=$| )"
)
_SAYS = re.compile("แถลง|กล่าว|เปิดเผย")  # whatever it is, somebody said so

_BAHT = "(?<!บท)(?<!พระ)(?<!พุทธ)บาท(?!หลวง)|ล้าน(?!นา|ช้าง)"
_NO_FEE = "ไม่เสียค่า|ไม่คิดค่า|ไม่มีค่าใช้จ่าย|ไม่เก็บค่า"
_MONEY = re.compile(
    f"{_BAHT}|ค่า(?:โทร|เข้า|ใช้จ่าย|บริการ|สมัคร|ธรรมเนียม|ลงทะเบียน|ตั๋ว|บัตร)|(?<!ุป)ราคา|ฟรี(?!แลนซ์)|฿|thb|{_NO_FEE}"
)
_SUM = re.compile(f"{_BAHT}|฿|thb|เหรียญ|ดอลลาร์|ยูโร(?!เปีย)|เยน(?!ต)|หยวน")
_PRICE, _FREE = re.compile("ราคา|ซื้อ|ขาย"), re.compile(_NO_FEE)
_IN_BAHT = re.compile("(?:เงิน|บาท)ไทย|เงินบาท ?(?:กี่|เท่า)")
_GETS = re.compile("เงินเดือน|ค่าตอบแทน|ค่าจ้าง|(?:ได้|รับ) ?(?:เงิน|ตัง|เดือนละ|วันละ|กี่บาท|เท่า|คนละ)")
_LASTS = re.compile("กี่ ?(?:วัน|สัปดาห์|อาทิตย์|เดือน|ปี|ชั่วโมง|นาที)|นาน(?:แค่|เท่า|ไหม|มั้ย)")
_SIZE = re.compile("(?:ยาว|หนัก|สูง|ลึก|กว้าง|ไกล|ใหญ่|เร็ว|แรง|ร้อน|ขนาด)(?:สุด)?(?:แค่|เท่า|ไหม|มั้ย)")
_AGE = re.compile("อายุ(?!การ|สัญญา|งาน)")
_CHANNEL = re.compile(  # by which one gets something, no place: "โหลดที่ไหน"
    "(?:โหลด|สมัคร|ลงทะเบียน|ซื้อ|จอง|ยื่น|แจ้ง|ติดตาม|รับชม|(?:ไป|ขอ|ได้)ดู|^ดู)(?:ได้)?(?:ที่|จาก|ทาง)?ไหน"
)
_ASKS_SHARE = re.compile("กี่ ?(?:%|เปอ)|ร้อยละ ?(?:กี่|เท่า)")  # "รัฐออกให้กี่ %"
_TELLS_WINNER = re.compile(  # not what is to be won, nor by whom it may be
    "คว้า(?!น)|(?<!จะ)ได้รับ(?:รางวัล|เหรียญ)|(?<!จะ)ได้(?:รางวัล|เหรียญ|แชมป์)|(?<!รอบ)รองชนะเลิศ"
    "|(?:ชนะ|แชมป์|รางวัล)[^\n]{0,80}?(?:ได้แก่|คือ|ตกเป็นของ)(?! ?(?:เงิน|ทุน|การ|ถ้วย))"
    "|(?<!ชิง)(?<!รอง)(?<!ผู้)(?<!ทีม)(?<!เพื่อ)ชนะเลิศ(?! ?(?:[0-9]|จะ|ได้|คือ))"
)
_FIRST = re.compile("(?:คน|ราย|ดวง|ลำ|แห่ง|เครื่อง)แรก(?:ของโลก)?")  # of which one is the first
_WAY_TO_REACH = re.compile(r"[0๐][0-9๐-๙][0-9๐-๙ \-]{5,}|1313|@|www\.|https?:|สายด่วน")


def lacks_answer_type(entry: Entry, query: Query, fact: FoundFact | None) -> bool:
    """Whether the entry holds nothing at all of the kind asked for; `fact` is what it may hold.

    What lists the question in other words answers it, be it with "there is none".
    """
    text = " ".join((entry.title, entry.body, *entry.facts, *entry.facts.values())).lower()
    if asks_winner(query):
        return not (fact and fact.stated) and not _TELLS_WINNER.search(text)
    if (first := _FIRST.search(query.clean)) and first[0] not in text:
        return True
    if query.aspect is not Aspect.TOPIC and _lacks_named(entry, query.clean):
        return True
    if not (fact and fact.stated) and _prices_others(entry, query):
        return True
    silent = _SILENT.get(query.aspect)
    stated = fact and (fact.stated or query.aspect is Aspect.CONTACT)
    if silent is None or stated or lists_question(entry, query):
        return False
    return silent(entry, query, text)


def answer_subtype(query: Query) -> str:
    """A finer type of answer than a number or a price.

    A "sum" to get, a "length" of time, the "age" of somebody, a "size", or a "channel".
    """
    if query.aspect is Aspect.WHERE and _CHANNEL.search(query.clean):
        return "channel"
    gets = _GETS.search(query.clean) or asks_gain(query)
    if query.aspect is Aspect.COST and (gets or sum_asked(query)):
        return "sum"
    if query.aspect is not Aspect.HOWMANY:
        return ""
    kinds = (("age", _AGE), ("length", _LASTS), ("size", _SIZE))
    return next((kind for kind, asks in kinds if asks.search(query.clean)), "")


def _lacks_named(entry: Entry, clean: str) -> bool:
    """Whether a question names a thing that only its own name can tell: "เลข อย. อะไร"."""
    letters = squeeze(clean)
    asked = [told for said, told in _named_things() if said.search(letters)]
    return any(not any(one in entry_letters(entry) for one in told) for told in asked)


@lru_cache(maxsize=1)
def _named_things() -> list[tuple[re.Pattern[str], list[str]]]:
    """How each such thing is asked for (no เลขอย in "เลขอยู่"), and the words that tell it."""
    things = shipped_lists("told_by_name").items()
    return [
        (re.compile(f"{squeeze(said)}(?![ะ-ฺ็-๎])"), [squeeze(one) for one in told])
        for said, told in things
    ]


def _no_day(entry: Entry, query: Query, text: str) -> bool:
    if ASKS_OPEN.search(query.clean) and not (entry.contact or entry.event):
        return not tells_hours(text)
    act = act_of(query)
    if act is None or may_be_held(entry, act, query):
        return False
    news = entry.published or date.min
    return not (tells_day(text, act, query, news) or tells_of_round(text, query, news))


def _no_money(entry: Entry, query: Query, text: str) -> bool:
    if _ASKS_SHARE.search(query.clean):
        return not counts_in(text, "%")
    if (one := each_in(query.clean)) and one not in CUES.not_sold and one not in text:
        return True
    if _IN_BAHT.search(query.clean):
        return "บาท" not in text
    if sum_asked(query):
        return not _SUM.search(text)
    return not (entry.event and entry.event.cost) and not _MONEY.search(text)


def _prices_others(entry: Entry, query: Query) -> bool:
    """Whether the price is asked of something beside which no text has one, though it has others.

    Of what its name does not tell the rarest word that stands there is what it is asked of.
    """
    clean = query.clean
    if query.aspect is not Aspect.COST or not _PRICE.search(clean) or sum_asked(query):
        return False
    told, common = entry_letters(entry), attribute_words(query.terms)
    words = [squeeze(one) for one in content_words(query.terms) if one not in common]
    there = [one for one in words if len(one) >= _LONG_WORD and one in told]
    if not there or any(is_named_by(entry, (one,)) for one in there):
        return False
    thing = min(there, key=told.count)
    beside = [one for one in entry.body.split("\n\n") if thing in letters_in(one)]
    return bool(beside) and not any(_SUM.search(one.lower()) or _FREE.search(one) for one in beside)


def _no_number(_entry: Entry, query: Query, text: str) -> bool:
    unit = asked_unit(query)
    if not unit:
        return asks_each(query) and not tells_share(text)
    return not counts_in(text, unit)


def _nobody(entry: Entry, query: Query, _text: str) -> bool:
    signed = asks_signer(query) and names_organisation(entry.body)  # by offices that agreed
    return asks_person(query) and not (signed or entry.people or any(people_in(entry.body)))


def _no_way(entry: Entry, _query: Query, text: str) -> bool:
    return not (entry.contact or _WAY_TO_REACH.search(text))


def _nowhere(entry: Entry, query: Query, text: str) -> bool:
    """Whether no venue of the kind that an event was held at is named: "จัดที่โรงแรมไหน"."""
    kind = place_asked(query) if IS_HELD.search(query.clean) and not asks_area(query) else ""
    if not kind or (entry.event and entry.event.venue) or is_kind_asked(text, query):
        return False
    return not any(one.likeness >= _STANDS for one in venues(entry.body, _HELD_WHERE, date.min))


_SILENT: dict[Aspect, Callable[[Entry, Query, str], bool]] = {
    Aspect.WHEN: _no_day,
    Aspect.COST: _no_money,
    Aspect.HOWMANY: _no_number,
    Aspect.WHERE: _nowhere,
    Aspect.WHO: _nobody,
    Aspect.CONTACT: _no_way,
}


def asks_unknown_attribute(entry: Entry, query: Query, words: Sequence[str]) -> bool:
    """Whether a question asks an attribute, beside the entry's name, that the entry does not know.

    `words` are its words that name something. "เงินรางวัล" of a contest, "เอกสารอะไร" to apply:
    the name alone makes the search sure.
    """
    if query.aspect is Aspect.TOPIC and not query.wants_yes_or_no:
        return False
    if query.aspect is Aspect.COST and asks_each(query):
        return not tells_each(entry_letters(entry))
    letters = query.letters
    is_short = len(query.core) <= SHORT_QUESTION
    least = SHORT_WORD if is_short else WHOLE_WORD
    once = [word for word in dict.fromkeys(words) if word not in CUES.all_of_it]
    untold = [word for word in missing_words(entry, once) if is_dictionary_word(word, least)]
    missing = [
        word
        for word in untold
        if not (_is_known(entry, word, letters) or has_by_sound(entry, word))
    ]
    if document_words(missing) or not (missing and _is_asked_for(missing, letters)):
        return bool(document_words(missing))
    names = (word for word in words if len(word) > 1 and word not in missing)  # no N of N95
    return all(_is_known(entry, word, letters) for word in names)


def asks_by_unknown_word(entry: Entry, query: Query) -> bool:
    """Whether the entry lacks the word that a question asks about: "แบตใช้ได้กี่ชั่วโมง".

    A number or somebody that it tells is then of something else. What stands apart from other
    words, or right behind "ใคร", is no piece of what was misspelt.
    """
    apart = [found[1] or found[2] for found in _ASKS_BY.finditer(query.clean)]
    words = [word for word in content_words(query.terms) if word not in CUES.all_of_it]
    words = [word for word in words if any(map(word.endswith, apart))]
    return any(is_dictionary_word(word, SHORT_WORD) for word in unknown_words(entry, words))


def _is_known(entry: Entry, word: str, letters: str) -> bool:
    """Whether a word of a question names an entry, or stands in a question that it lists.

    Units and kinds may be told in other words: "กี่แบบ", "ห้างไหน".
    """
    bare = squeeze(word)
    if word.isdecimal() or _SAYS.search(word) or bare in letters_in(" ".join(entry.questions)):
        return True
    unit = re.escape(bare)
    kind = re.search(f"กี่{unit}|{unit}(?:ไหน|ใด|อะไร|ไร)", letters) and not document_words((word,))
    naming = entry.name_text
    return bool(kind) or is_named_by(entry, (word,)) or fold(bare) in _sounds(naming)


@lru_cache(maxsize=4_096)
def _sounds(text: str) -> frozenset[str]:
    """The words of a text as they sound."""
    return frozenset(fold(squeeze(word)) for word in Names.load().cut(normalise(text)))


def _is_asked_for(words: Sequence[str], letters: str) -> bool:
    """Whether one of the words stands by a question word of squeezed text: "ใครชนะ"."""
    asks = [found.span() for found in _QUESTION_WORD.finditer(letters)]
    places = ((letters.find(squeeze(word)), len(squeeze(word))) for word in words)
    return any(
        start - (at + size) <= _BY_LETTERS and at - end <= _BY_LETTERS
        for at, size in places
        for start, end in asks
    )
