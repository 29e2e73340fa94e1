"""What somebody did, read from the pieces of a headline and told in the words that people use."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile

from bot.knowledge.headlines import (
    ABBREVIATED,
    closed,
    is_loose,
    last_word,
    offices,
    phrase_of,
    title_words,
)
from bot.knowledge.words import any_of, release_words, shipped_lists
from bot.thai.names import Names
from bot.thai.tagging import word_classes

_LETTERS = (6, 42)  # of what it was done to
_LONGEST = 60
_WORD = 10  # letters from which on a single word says enough
_CLAIM = 22  # letters of what somebody said
_DIRECTION = re.compile("สู่|ผ่าน|ขึ้น|ตามมติ")
_AIM = re.compile("ช่วย|หลัง|หวัง|ป้องกัน|รับ(?!มอบ)|ผ่าน")
_AIM_OR_STATE = re.compile(f"{_AIM.pattern}|เป็น(?!ประธาน|เจ้าภาพ)")
_CLAUSE = (12, 60)
_WHOLE = (56, 80)
_TELLING = 24  # letters from which on a clause says enough
_PASSIVE = re.compile("[ก-๙]{3,12}โดย(?!ไม่|ใช้|มี|การ)")
_NAMING = ("NOUN", "PROPN")
_ENDING = (*_NAMING, "ADJ")
_NEVER_DONE_TO = {
    "make": re.compile("ผู้|นัก|คน|บุคลากร|กำลังคน|เครือข่าย|นิสิต|เยาวชน|สังคม"),
    "give": re.compile(r"[ก-ฮ]{1,5}\.|ผู้|คณะ|โรงพยาบาล|โรงเรียน"),
}
_OF_BODIES = ("visit", "meet")  # kinds that are done to offices too
_TWO_THINGS = re.compile("(?<=[ก-๙]) (?=[ก-๙])|[/:–]| - |^-|(?<=[ก-๙.])-(?=[ก-๙])")
_AMOUNT = re.compile(
    "(?:จำนวน|กว่า|เกือบ|ถึง|[ ])*[0-9][0-9,.]* ?(?:ล้าน|แสน|หมื่น|พัน)? ?"
    "(?P<unit>คน|ราย|ทีม|ลิตร|แห่ง|โครงการ|หน่วยงาน|ประเทศ|เตียง|ชิ้น|เครื่อง|อัตรา|ทุน|รางวัล|ผลงาน|หลักสูตร|ตำบล|จังหวัด|ต้น|ชุด|ตัว|คัน|ขวด)"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """`kind` says what can be asked about it; `verb` is the spoken one of data/deeds.yaml.

    `thing` is what it was done to, `unit` that by which the headline counts it, else "".
    """

    kind: str
    verb: str
    thing: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _DeedWords:
    before: re.Pattern[str]
    ends: frozenset[str]
    carrying: frozenset[str]
    breaks: frozenset[str]
    vague: frozenset[str]
    vague_heads: re.Pattern[str]
    verbs: re.Pattern[str]
    spoken: Mapping[str, tuple[tuple[str, str], ...]]  # verb → kinds and spoken verbs
    takes: Mapping[str, re.Pattern[str]]  # kind → how what it is done to begins
    plain: Mapping[str, str]  # verb of headlines → what people say for it
    plain_verbs: re.Pattern[str]  # those of `plain`
    telling: Mapping[str, str]  # verb of saying → what people say for it
    telling_verbs: re.Pattern[str]
    happening: re.Pattern[str]
    told: re.Pattern[str]  # how something begins that is told of, and not a sentence


def deeds_of(chunks: Sequence[str], people: Sequence[str]) -> Iterator[Deed]:
    """Those of a headline's pieces that begin with what its actor did, in their order."""
    chunks = _of_the_actor(chunks, people)
    for number, chunk in enumerate(chunks):
        verb, rest = _verb(chunk)
        following = [one for one in (rest, *chunks[number + 1 :]) if one]
        if verb and following and not title_words().joining.match(chunk):
            yield from _deed(verb, following)
        if _tells(chunk):
            return


def clauses_of(chunks: Sequence[str], people: Sequence[str]) -> Iterator[str]:
    """What was done, in plain words: "สนับสนุนให้ครูสอนโค้ดดิ้ง"; one for each verb."""
    chunks, told = _of_the_actor(chunks, people), 0
    for number, chunk in enumerate(chunks):
        listed = "".join(chunks[number + 1 : number + 2]).startswith("และ")
        if number < told or not _tells_something(chunk) or (listed and is_loose(chunk)):
            continue
        clause, pieces = _clause(chunks[number:], _TELLING, _CLAUSE[1])
        told = number + pieces
        aim = _DIRECTION.match(clause) or (number and _AIM_OR_STATE.match(clause))
        if not aim and _says_enough(clause, told=_tells(chunk)):
            yield clause
        if _tells(chunk):
            return


def _says_enough(clause: str, *, told: bool) -> bool:
    """Whether it is long enough; what was told must be more than somebody's name and a verb."""
    cut_off = ABBREVIATED.search(clause) or title_words().verbs.fullmatch(last_word(clause))
    return len(clause) >= (_CLAIM if told else _CLAUSE[0]) and not (told and cut_off)


def whole_clause_of(chunks: Sequence[str], people: Sequence[str]) -> str:
    """The first with all that the headline tells of it, to set it apart from others like it."""
    own = list(dropwhile(lambda one: not _tells_something(one), _of_the_actor(chunks, people)))
    return _clause(own, _WHOLE[0], _WHOLE[1])[0]


def _clause(chunks: Sequence[str], enough: int, longest: int) -> tuple[str, int]:
    """One that tells `enough` letters, "" when longer than `longest`; from how many pieces."""
    phrase = _first_piece(phrase_of(chunks, 2 * _LONGEST, enough), enough)
    words = _shortened(Names.load().segmenter().words(phrase), longest)
    clause = _in_plain_words(closed(_written(words, phrase)))
    sound = ":" not in clause and len(clause) <= longest
    return clause if sound else "", len(phrase.split())


def happens(clause: str) -> bool:
    """Whether it is done on a day and at a place."""
    return _deed_words().happening.match(clause) is not None


def _of_the_actor(chunks: Sequence[str], people: Sequence[str]) -> Sequence[str]:
    """The pieces up to where somebody else acts."""
    words = title_words()
    for number, chunk in enumerate(chunks):
        before = chunks[number - 1] if number else ""
        done = words.verbs.fullmatch(last_word(before)) or _deed_words().verbs.fullmatch(before)
        wanted = done or words.joining.match(before)
        another = offices().match(chunk) or any(chunk in person for person in people)
        if number and another and not wanted and not _tells(before):
            return chunks[:number]
    return chunks


def _tells(chunk: str) -> bool:
    """Whether it begins with a verb of saying: what follows is another's deed."""
    return _deed_words().telling_verbs.match(chunk) is not None


def _tells_something(chunk: str) -> bool:
    """Whether it begins with a deed that is not only done together with somebody."""
    words = title_words()
    deed = words.verbs.match(chunk) or _deed_words().plain_verbs.match(chunk)
    return deed is not None and not _PASSIVE.match(chunk) and not words.joining.match(chunk)


def _first_piece(phrase: str, enough: int) -> str:
    """Up to the blank behind which a headline begins another matter."""
    words, tells = title_words(), _tells(phrase)
    for blank in re.finditer(r"(?<=[^ ]) (?=[ก-๙])", phrase):
        start = blank.end()
        deed = words.verbs.match(phrase, start) or words.next_acts.match(phrase, start)
        thai = phrase[blank.start() - 1] >= "ก"
        turns = (deed and not tells) or _AIM.match(phrase, start)
        if start > _CLAUSE[0] and (turns or (thai and start > enough)):
            return phrase[: blank.start()]
    return phrase


def _in_plain_words(clause: str) -> str:
    """The verb of headlines at the beginning replaced; what is told set off by "ว่า"."""
    words = _deed_words()
    if found := words.plain_verbs.match(clause):
        clause = words.plain[found[0]] + clause[found.end() :]
    if not (telling := words.telling_verbs.match(clause)):
        return clause
    rest = clause[telling.end() :].removeprefix("ว่า")
    return f"พูดเรื่อง{rest}" if words.told.match(rest) else f"{words.telling[telling[0]]}{rest}"


def _verb(chunk: str) -> tuple[str, str]:
    """The longest verb of the list at the beginning, if it is a whole word there, and the rest."""
    words = _deed_words()
    ends = _ends_of_words(chunk)
    start = 0
    while (left_out := words.before.match(chunk, start)) and left_out.end() in ends:
        if words.verbs.match(chunk, left_out.end()):
            start = left_out.end()
        else:
            break
    found = words.verbs.match(chunk, start)
    return (found[0], chunk[found.end() :]) if found and found.end() in ends else ("", "")


def _ends_of_words(chunk: str) -> frozenset[int]:
    end = 0
    return frozenset(end := end + len(word) for word in Names.load().segmenter().words(chunk))


def _deed(verb: str, following: Sequence[str]) -> Iterator[Deed]:
    """The deed of the first kind that takes what the pieces behind its verb begin with."""
    thing = _thing(phrase_of(following, _LONGEST, _LETTERS[0]))
    told = " ".join(following)  # a phrase ends before "20,000 ชุดแรก"
    counted = _AMOUNT.match(told, len(thing)) if told.startswith(thing) else None
    for kind, spoken in _deed_words().spoken[verb] if thing else ():
        takes = _deed_words().takes.get(kind)
        never = _NEVER_DONE_TO.get(kind)
        if (takes is None or takes.match(thing)) and not (never and never.match(thing)):
            yield Deed(kind, spoken, thing, counted["unit"] if counted else "")
            return


def _thing(phrase: str) -> str:
    """The noun phrase that `phrase` begins with, if people would ask about it; else ""."""
    cut = Names.load().segmenter().words(phrase)
    words = _shortened(cut[: _end(cut)], _LETTERS[1])
    thing = closed(_written(words, phrase))
    told = _deed_words()
    vague = thing in told.vague or told.vague_heads.match(thing)
    least = _LETTERS[0] if len(words) > 1 else _WORD
    asked = least <= len(thing) <= _LETTERS[1] and not vague
    one = asked and not _TWO_THINGS.search(thing) and not title_words().never.search(thing)
    return thing if one and _is_noun_phrase(Names.load().segmenter().words(thing)) else ""


def _shortened(words: Sequence[str], most: int) -> Sequence[str]:
    """The words, up to where something too long may stop; `most` letters at the most."""
    while sum(map(len, words)) > most:
        breaks = (n for n in range(len(words) - 1, 0, -1) if words[n] in _deed_words().breaks)
        words = words[: next(breaks, 0)]
    return words


def _written(words: Sequence[str], phrase: str) -> str:
    """The beginning of `phrase` that `words` are, with its blanks."""
    end = 0
    for word in words:
        end = phrase.index(word, end) + len(word)
    return phrase[:end]


def _end(words: Sequence[str]) -> int:
    """Where something else begins: an aim, a receiver, a number, another deed."""
    ends = _deed_words()
    for number, word in enumerate(words):
        acts = title_words().verbs.fullmatch(word) and words[number - 1] not in ends.carrying
        if word in ends.ends or word[0].isdigit() or (number and acts):
            return number
    return len(words)


def _is_noun_phrase(words: Sequence[str]) -> bool:
    words = [word for word in words if not word.isspace()]
    classes = word_classes(words)
    first = classes[0] in _NAMING or words[0] in _deed_words().carrying or words[0].isascii()
    verb = title_words().verbs.match("".join(words))
    return first and not verb and (classes[-1] in _ENDING or words[-1].isascii())


@lru_cache(maxsize=1)
def _deed_words() -> _DeedWords:
    lists = shipped_lists("deeds")
    spoken: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind, verbs in lists["kinds"].items():
        for verb, said in verbs.items():
            spoken[verb] = (*spoken.get(verb, ()), (kind, said))
    return _DeedWords(
        before=re.compile(any_of(lists["before"])),
        ends=frozenset(lists["ends"]),
        carrying=frozenset(lists["carrying"]),
        breaks=frozenset(lists["breaks"]),
        vague=frozenset(lists["vague"]),
        vague_heads=re.compile(any_of(lists["vague_heads"])),
        verbs=re.compile(any_of(spoken)),
        spoken=spoken,
        takes={kind: _taken(kind, words) for kind, words in lists["takes"].items()},
        plain=lists["plain"],
        plain_verbs=re.compile(any_of(lists["plain"])),
        telling=lists["telling"],
        telling_verbs=re.compile(any_of(lists["telling"])),
        happening=re.compile(any_of(lists["happening"])),
        told=re.compile(any_of(lists["told"])),
    )


def _taken(kind: str, words: Sequence[str]) -> re.Pattern[str]:
    pattern = any_of(words)
    if kind in _OF_BODIES:
        pattern += f"|{offices().pattern}|{title_words().bodies.pattern}"
    return re.compile(f"{pattern}|{release_words().honorifics}" if kind == "meet" else pattern)
