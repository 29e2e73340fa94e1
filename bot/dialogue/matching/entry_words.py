"""Which words an entry holds, as they stand or by what they stand for, and which it lacks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from bot.dialogue.message.cues import (
    BRIEF_QUESTION,
    FEW_WORDS,
    SHORT_QUESTION,
    SHORT_WORD,
    WHOLE_WORD,
    content_words,
)
from bot.knowledge.entries import Entry
from bot.search.constraints import place_names
from bot.search.folding import fold
from bot.search.query import Query
from bot.search.ranking import QuestionWord, Ranking
from bot.thai.dates import thai_date, thai_range
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.questions import aspect_of
from bot.thai.short_words import is_short, stands_apart, stands_in
from bot.thai.tables import words
from bot.thai.written_dates import MONTHS, SHORT_MONTHS, month_begun

NICKNAME = 4  # letters; a shorter one may be a piece of another word
_LONG_WORD = 5  # that sounds like no other
_UNLIKE_WORDS = words("เมย มิย")
_OTHERS = {"ไลน์": "(?<!ออน)(?<!ฮอต)(?<!ฮอท)(?<!เดด)(?<!แอร์)"}  # words that end in another
_KARAN = "\u0e4c"
_TOLD_BY = {
    "รางวัล": "ถ้วย|เหรียญ|โล่(?!ง)|ชิงทุน",
    "เกียรติบัตร": "ใบประกาศ|วุฒิบัตร",
    "ตรวจ": "ทดสอบ|วิเคราะห์|วินิจฉัย|สอบเทียบ",
    "สมัคร": "(?:ส่ง|รับ)(?:ผลงาน|คลิป|ข้อเสนอ)|ยื่น|ลงทะเบียน|เปิดรับ|จอง(?!จำ)",
}
_ABBREVIATION = re.compile("[ก-ฮ]{2,3}[.]")
RARE = 4.0  # worth of a word that about one text in sixty holds
_CURT_QUESTION = 15  # letters
_SHORT_IN_WORDS = 4
_MAY_LACK, _LONG_MAY_LACK = 0.25, 0.5  # of what a question's words are worth may be missing
_LONG_TERM = 6


def entry_letters(entry: Entry) -> str:
    """Everything an entry says, squeezed, to look words up in."""
    return letters_of(entry_text(entry))


def entry_text(entry: Entry) -> str:
    """Everything an entry says."""
    event = entry.event
    parts = [entry.name_text, *entry.questions, entry.body]
    parts += [f"{label} {value}" for label, value in entry.facts.items()]
    parts += [person.name_and_role for person in entry.people]
    parts += [event.venue, event.province, event.organizer, event.cost, event.time] if event else []
    return " ".join(parts)


@lru_cache(maxsize=4_096)  # of whole entries, against which many questions are held
def spelling_of(text: str) -> str:
    """A text of any length normalised, remembered."""
    return normalise(text)


@lru_cache(maxsize=4_096)
def letters_of(text: str) -> str:
    """The letters of a text of any length, remembered."""
    return letters_in(text)


def missing_words(entry: Entry, sought: Sequence[str]) -> list[str]:
    """Those of the words that the entry does not contain; neighbours may be one name.

    Its days it has in front matter, though the text may tell them as "1 ก.ค. 67".
    """
    missing = _missing_in(entry_text(entry), sought)
    if not missing:
        return missing
    days = " ".join(_days_told(entry))
    ways = word_variants(tuple(missing))
    told = (any(_stands_in(one, squeeze(days), days) for one in each) for each in ways)
    return [word for word, is_told in zip(missing, told, strict=True) if not is_told]


def _days_told(entry: Entry) -> Iterator[str]:
    """The days of an event and of its release, as they are written in full."""
    if days := entry.event.days if entry.event else None:
        yield thai_range(*days)
    if entry.published:
        yield thai_date(entry.published)


def _missing_in(text: str, sought: Sequence[str]) -> list[str]:
    told = zip(sought, word_variants(tuple(sought)), strict=True)
    pieces = {word for two in pairwise(sought) if all(map(is_short, two)) for word in two}

    def is_told(word: str, ways: Iterable[str]) -> bool:
        as_piece = word in pieces and word in letters_of(text)  # of what was misspelt: สัน and จร
        return as_piece or _tells(word, ways, text)

    return [word for word, ways in told if not is_told(word, ways)]


def has_by_sound(entry: Entry, word: str) -> bool:
    """Whether an entry has a word by its sound, which no short one tells: "สันจร" is สัญจร."""
    return len(word) >= _LONG_WORD and fold(squeeze(word)) in fold(entry_letters(entry))


def lists_question(entry: Entry, query: Query) -> bool:
    """Whether an entry lists a question for the same kind of fact that has all the words of one."""
    words = content_words(query.terms)
    listed = (one for one in entry.questions if aspect_of(normalise(one)) is query.aspect)
    return bool(words) and any(not _missing_in(one, words) for one in listed)


def with_senses(sought: Iterable[str]) -> list[str]:
    """Words, and whatever the tables say that they stand for."""
    said = ["".join(word.split()) for word in sought]  # its dots are part of an abbreviation
    senses = Names.load().senses(said).values()
    return [*map(squeeze, said), *chain.from_iterable(senses)]


def defines(entry: Entry, name: str) -> bool:
    """Whether an entry says what a name is: "CWIE คือสหกิจศึกษา", no "CWIE คืออะไร"."""
    said = f"{re.escape(name)} ?(?:\\([^)]*\\) ?)?(?:คือ|เป็น|หมายถึง|ย่อมาจาก|แปลว่า)"
    return re.search(f"{said}(?!อะไร|ใคร)", normalise(entry.body)) is not None


def has_fact_labelled(entry: Entry, word: str) -> bool:
    """Whether a fact of an entry is called by a word, or what it stands for: เฟส is เฟซบุ๊ก."""
    said = [letters_in(label) for label in entry.facts]
    return any(letters_in(form) in label for form in with_senses([word]) for label in said)


def lacks_attribute(entry: Entry, sought: Sequence[str]) -> bool:
    """Whether an entry lacks one of the words that may be asked of any, by whatever tells it."""
    lacking = missing_words(entry, sought)
    return any(not re.search(_TOLD_BY.get(word, "$^"), entry_letters(entry)) for word in lacking)


@lru_cache(maxsize=4_096)
def _months_called(word: str) -> tuple[str, ...]:
    """How releases may print a month, for the way it is said: เมษายน and เม.ย. for เมษา.

    Squeezed, เม.ย. and มิ.ย. are no part of other words; มี.ค. is one of มีความ.
    """
    month = month_begun(word)
    return (month, *({SHORT_MONTHS[MONTHS.index(month)]} & _UNLIKE_WORDS)) if month else ()


@lru_cache(maxsize=4_096)
def word_variants(sought: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Each of some words and what it stands for, squeezed: ป.โท is ปริญญาโท."""
    senses = Names.load().senses([squeeze(word) for word in sought])
    return tuple(_variants_of(word, tuple(senses.get(squeeze(word), ()))) for word in sought)


@lru_cache(maxsize=4_096)
def _variants_of(word: str, senses: tuple[str, ...]) -> tuple[str, ...]:
    said = [*senses] if _ABBREVIATION.fullmatch(word) else [word, *senses]
    if len(word) > NICKNAME and word.endswith(_KARAN):
        said.append(word[:-1])  # วิทย์ is short for วิทยาศาสตร์
    said += _months_called(word)
    if province := Names.load().provinces.get(word):
        said += place_names(word, province)
    return tuple(letters_in(one) for one in said)


def _tells(word: str, ways: Iterable[str], text: str) -> bool:
    """Whether a text tells a word in one of the ways, an abbreviation as one: no วช. in เยาวชน."""
    short = _ABBREVIATION.fullmatch(word)
    alone = short and stands_apart(word, spelling_of(text), behind=False)
    return bool(alone) or any(_stands_in(one, letters_of(text), text) for one in ways)


def _stands_in(form: str, letters: str, text: str) -> bool:
    """Whether squeezed letters hold a form.

    Few ones only as a word of the text, and no ไลน์ in ออนไลน์.
    """
    if before := _OTHERS.get(form):
        return re.search(f"{before}{form}", letters) is not None
    if form not in letters:
        return False
    if is_short(form):
        return stands_in(form, spelling_of(text))
    if len(form) > NICKNAME or not (form.isascii() and form.isalpha()):
        return True
    return re.search(f"(?<![a-z]){form}(?![a-z])", spelling_of(text)) is not None


def unknown_words(entry: Entry, sought: Sequence[str]) -> list[str]:
    """Those of the words that an entry tells of neither as written nor, if long, by their sound."""
    return [word for word in missing_words(entry, sought) if not has_by_sound(entry, word)]


def is_dictionary_word(word: str, least: int = SHORT_WORD) -> bool:
    """Whether a word is one of the dictionary, no name and no piece of what was misspelt."""
    return len(word) >= least and word in thai_words() and word not in Names.load().words


def lacks_rare_words(first: Entry, ranking: Ranking) -> bool:
    """Whether a question has rare words that the first match does not tell of.

    A long question can spare a word, but not half of what it says; in "มิเตอร์ไฟพัง" each one says
    what it is about. What is asked about need not stand there, จว. in "จว.ไหน", nor pieces of what
    was misspelt. A long word that is none sounds like another for another reason. A name in
    Latin letters counts where little else is said; in more it may be misspelt.
    """
    asks, core = ranking.query.focus, len(ranking.query.core)
    words = content_words(word.text for word in ranking.words)
    curt = core <= _CURT_QUESTION or len(words) <= FEW_WORDS
    least = 1 if curt else WHOLE_WORD
    whole = {w for w in words if len(w) >= least and w in thai_words() and w not in asks}
    whole |= set(filter(_is_latin, words)) if core <= BRIEF_QUESTION else set()
    missing = whole & set(missing_words(first, content_words(ranking.query.terms)))
    lost = [_lost(word) for word in ranking.words if word.text in missing]
    worth = sum(word.worth for word in ranking.words if word.text in words)
    if core > SHORT_QUESTION and len(words) > _SHORT_IN_WORDS:
        return sum(lost) > _LONG_MAY_LACK * worth
    return max(lost, default=0.0) > RARE or sum(lost) > _MAY_LACK * worth


def _is_latin(word: str) -> bool:
    return len(word) >= WHOLE_WORD and word.isascii() and word.isalpha()


def _lost(word: QuestionWord) -> float:
    return word.worth * (1 - word.met) if len(word.text) < _LONG_TERM else word.worth
