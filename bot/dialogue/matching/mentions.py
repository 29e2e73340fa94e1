"""What a question names: an entry, an office, people; or a word that an entry only mentions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from bot.dialogue.matching.entry_words import entry_letters, has_by_sound, with_senses
from bot.dialogue.matching.subjects import (
    is_named_by,
    names_said,
    says_full_name,
    shares_known_name,
)
from bot.dialogue.message.cues import (
    CUES,
    FEW_WORDS,
    attribute_words,
    content_words,
    demonstrative_nouns,
)
from bot.dialogue.message.phrases import PHRASES, consists_of
from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.search.folding import fold
from bot.search.passages.acts import act_asked, does
from bot.search.query import ANY_YEAR, Query, reading
from bot.thai.dictionary import thai_words, word_freqs
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.questions import Aspect
from bot.thai.tables import words
from bot.thai.written_dates import full_month

_EXPLAIN = re.compile(
    "(?:คือ|แปลว่า|หมายถึง|หมายความว่า) ?(?:อะไร|อาราย|ไร|หยัง)(?:อ่ะ|อะ|หรอ|เหรอ|หว่า)? ?$"
)
_DESCRIBES = re.compile(f"ที่|{ANY_YEAR.pattern}")  # what is asked of something
_ONLY_COUNTS = re.compile(
    "(?:ใช้เวลา|ได้|มี|แล้ว|ลด|เพิ่ม| )*กี่ ?"
    "(?:เปอ[ก-๙]*|%|คน|ราย|วัน|เดือน|ปี|ชั่วโมง|นาที|บาท|ครั้ง|แห่ง|จังหวัด|ตำบล)"
)
_QUOTED = re.compile("[“\"‘'(]([^”\"’')]{2,60})[”\"’')]")
_MEANS = "[a-z0-9]{0,20}?(?:คือ|เป็น|หมายถึง|เรียก|ย่อมาจาก)"
_EXPLAINED = (  # behind what is quoted: "ผำ" หรือ "ไข่น้ำ" ซึ่งเป็นพืช
    r" ?(?:\([^)\n]{2,40}\) ?)?(?:หรือ ?[\"'][^\"'\n]{2,30}[\"'] ?){0,2}(?:ซึ่ง(?:เป็น|คือ)|คือ|หมายถึง)"
)
_NAME_LETTERS = 30  # of what is explained; what is longer describes it
_LONG_NAME = 8  # letters of a name that is no part of another word
_NOTE = re.compile(r"\s*\(.*?\)")  # behind a name in a title
_COMMON = 250  # times in the corpus of words, of one that is more than a name
_SHORTEST = 5  # letters; a shorter name may be a piece of another word
_LATIN, _OFTEN = 4, 3  # letters of a name in Latin ones, and times that it is told
_ADDRESS = words("คุณ ท่าน นาย นาง นางสาว น.ส. ดร. ดร อ. อาจารย์ รมว. รมต. รัฐมนตรี โฆษก")
_CALLED, _PIECES = 3, 4  # letters of a name behind one of these, and words that it may be cut into


def names_mentioned(entry: Entry, query: Query) -> list[str]:
    """The names of an entry that a question says; a way to reach somebody, แฟกซ์, names nobody."""
    names = (*entry.keywords, _NOTE.sub("", entry.title))
    return [
        name
        for name in names
        if _says_name(query, name) and not consists_of(letters_in(name), PHRASES.contact)
    ]


def misspelt_keywords(entry: Entry, query: Query) -> set[str]:
    """The words of a question that sound like a keyword of an entry: "เอนเทค" of เอ็นเทค."""
    said = fold(query.letters)
    names = (fold(letters_in(one)) for one in entry.keywords if len(one) >= _SHORTEST)
    heard = [name for name in names if name in said]
    return {word for word in query.terms if any(fold(squeeze(word)) in name for name in heard)}


def is_asked_to_define_other(entry: Entry, query: Query) -> bool:
    """Whether it is asked what something is, and the entry is called otherwise.

    What it tells of it in passing, with other satellites, or of an event of it, is no explanation,
    unless its text says so: "ไทยโชต คือ …".
    """
    clean = query.bare
    asked = _EXPLAIN.search(clean)
    subject = clean[: asked.start()].strip() if asked else ""
    own = set(content_words(query.terms))
    said = (one for one in query.terms if one in subject and one not in CUES.kinds_named)
    words = [one for one in said if one.isdecimal() or (one in own and len(one) > 1)]
    if not words or len(subject) > _NAME_LETTERS or _DESCRIBES.search(query.dated):
        return False
    quoted = (found for found in _QUOTED.findall(entry.body))
    tagged = () if entry.is_dated else entry.keywords  # of news, what it mentions
    called = fold(letters_in(" ".join((entry.title, *tagged, *entry.questions, *quoted))))
    named = (
        re.search(f"(?<![0-9]){re.escape(fold(letters_in(one)))}(?![0-9])", called) for one in words
    )
    return not (all(named) or _is_explained(entry, words))


def _is_explained(entry: Entry, words: list[str]) -> bool:
    name = "".join(map(squeeze, words))
    found = re.search(f"{re.escape(name)}{_MEANS}", letters_in(entry.body))
    return found is not None or name in letters_in(" ".join(entry.facts))


def _explains(entry: Entry, query: Query) -> bool:
    """Whether it is asked what something is, and a text says so of what it quotes."""
    asked = _EXPLAIN.search(query.bare)
    name = query.bare[: asked.start()].strip() if asked else ""
    said = f"[\"']{re.escape(name)}[\"']{_EXPLAINED}"
    return bool(name) and re.search(said, normalise(entry.body)) is not None


def _says_name(query: Query, written: str) -> bool:
    """Whether a question has a name in it: a long one by its sound, a short one apart.

    As a word among others it counts as well, or as a name of the tables, but not between letters:
    พีอาร์ in จีพีอาร์เอส.
    """
    clean = normalise(written)
    name = squeeze(clean)
    if len(name) >= _LONG_NAME:
        return fold(name) in fold(query.letters)
    ways = "|".join(map(re.escape, (name, clean)))
    if name and re.search(f"(?<![ก-๙a-z])(?:{ways})(?![ก-๙a-z])", query.clean):
        return True
    if name in names_said(query.clean):
        return True
    beside = zip(("", *query.terms), query.terms, (*query.terms[1:], ""), strict=False)
    return any(
        squeeze(term) == name and CUES.letter_names.isdisjoint((before, after))
        for before, term, after in beside
    )


def names_nothing(query: Query) -> bool:
    """Whether a message asks nothing and names only what may be done with anything: "โอนเงิน".

    Or only counts, "กี่เปอร์เซ็นต์", or whatever it asks only points: "โครงการนี้ยังรับอยู่ไหม" of which
    nobody was talking.
    """
    if _ONLY_COUNTS.fullmatch(query.bare):
        return True
    words = content_words(query.terms)
    pointed = demonstrative_nouns(query.clean)
    left = [one for one in words if one not in pointed]
    if not (pointed or query.aspect is Aspect.TOPIC):
        return False
    return bool(words) and CUES.done_to_any.union(attribute_words(left)).issuperset(left)


class PersonNames:
    """The given names by which people are asked for.

    One that is a common word, or short, names somebody behind a form of address: "คุณคารม".
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        people = (person for one in entries.values() for person in one.people)
        given = {letters_in(given_name(person.name)) for person in people}
        common = given & thai_words() & _common_words()  # ศุภมาส is hardly ever written
        self._given = frozenset(given)
        self._names = {name for name in given - common if len(name) >= _SHORTEST}
        sounds = ((fold(name), name) for name in self._names)
        self._sounds = {
            sound: name
            for sound, name in sounds
            if len(sound) >= _SHORTEST and sound not in _common_sounds()
        }
        self._named = reading(self._named_by)

    def are_missing(self, entry: Entry, query: Query) -> bool:
        """Whether a question names people, and the entry none of them."""
        named = self._named(query)
        return bool(named) and not _tells(entry, named)

    def entries_about(self, entries: list[Entry], query: Query) -> list[Entry]:
        """The entries that tell of who is named; all of them where nobody is, or none tells."""
        named = self._named(query)
        return [one for one in entries if _tells(one, named)] or entries if named else entries

    def _named_by(self, query: Query) -> list[str]:
        letters = query.letters
        named = [name for name in self._names if name in letters]
        heard = [name for name in self._heard(query.words) if name not in named]
        return [*named, *heard, *self._addressed(query.words)]

    def _heard(self, said: Sequence[str]) -> Iterator[str]:
        """The names that words in a row sound like, สุภมาด; what is a word of its own is none."""
        for at in range(len(said)):
            for one in _joined(said[at:]):
                name = self._sounds.get(fold(one), "")
                if name and one not in thai_words():
                    yield name

    def _addressed(self, said: Sequence[str]) -> Iterator[str]:
        """The names behind a form of address, the longest that the words said begin with."""
        for at in [at for at, word in enumerate(said, 1) if word in _ADDRESS]:
            called = [one for one in _joined(said[at:]) if one in self._given]
            yield from (one for one in called[-1:] if len(one) >= _CALLED)


def _joined(said: Sequence[str]) -> Iterator[str]:
    """The first word squeezed, the first two in one, and so on."""
    return accumulate(map(squeeze, said[:_PIECES]))


def _tells(entry: Entry, names: Iterable[str]) -> bool:
    """Whether an entry has one of the names, or who sounds like it: ศุภมาศ is ศุภมาส."""
    letters = entry_letters(entry)
    return any(name in letters or has_by_sound(entry, name) for name in names)


def is_mentioned_in_passing(first: Entry, query: Query) -> bool:
    """Whether an entry is about something else than the word or two that a question has.

    A year names nothing: it stands in the title of whatever was that year. Nor does that it is
    Thai, or the act of which the day is asked: "จรวดไทยปล่อยเมื่อไหร่". A form of two words, บัตรทอง,
    names nothing that has but one of them. A name in Latin letters that is told again and again is
    what it is about.
    """
    if _explains(first, query):
        return False
    own = _naming(query)
    names = [one for one in _as_forms(own, query.clean) if not one.isdecimal()] or own
    names += filter(None, map(full_month, own))
    listed = letters_in(" ".join(first.questions))
    named = is_named_by(first, names) or any(squeeze(word) in listed for word in names)
    named = (
        named or says_full_name(first, names, query.clean) or shares_known_name(first, query.clean)
    )
    latin = [one for one in names if len(one) >= _LATIN and one.isascii() and one.isalpha()]
    named = named or any(entry_letters(first).count(one) >= _OFTEN for one in latin)
    said = sum(not ANY_YEAR.fullmatch(one) for one in own)
    return 0 < said <= FEW_WORDS and not named


def _naming(query: Query) -> list[str]:
    """The words that name something, without those that name nothing by themselves."""
    words = content_words(query.terms)
    act = act_asked(query)
    exact = act if act and act.exact else None
    telling = [
        one for one in words if not (one in CUES.tell_nothing_apart or (exact and does(one, exact)))
    ]
    return telling or words


def _as_forms(words: list[str], clean: str) -> list[str]:
    """The words, those that make a form of the tables together as that form."""
    whole = _forms_of_several(words, clean)
    return [*whole, *(word for word in words if not any(word in one for one in whole))]


def _forms_of_several(words: list[str], clean: str) -> list[str]:
    forms = (one for one, is_name in Names.load().tokens(clean) if is_name)
    return [one for one in forms if sum(word in one for word in words) > 1]


def is_named_by_synonym(entry: Entry, query: Query) -> bool:
    """Whether a form of two words stands for what names the entry: "ทุนนอก" for a scholarship."""
    return is_named_by(entry, with_senses(_forms_of_several(_naming(query), query.clean)))


@lru_cache(maxsize=1)  # each edition has its names, and reading them takes a tenth of a second
def _common_words() -> frozenset[str]:
    """The words of which the corpus of PyThaiNLP has many."""
    return frozenset(word for word, times in word_freqs() if times >= _COMMON)


@lru_cache(maxsize=1)
def _common_sounds() -> frozenset[str]:
    """How they sound."""
    return frozenset(map(fold, _common_words()))
