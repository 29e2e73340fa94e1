"""What the title of an entry speaks of: who did what with whom, names in it, and its topics."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice, takewhile

from bot.knowledge.entries import Entry
from bot.knowledge.words import any_of, release_words
from bot.press.facts.headlines import (
    ABBREVIATED,
    INSIDE,
    NAMED,
    QUOTES,
    actor_of,
    chunks_of,
    closed,
    ends_inside_office,
    head_before,
    is_carrying,
    is_quoted,
    joined,
    offices,
    opening_of,
    opens_another,
    partners_of,
    thai_before,
    title_words,
)
from bot.press.questions.clauses import ahead, clause_of
from bot.press.questions.deeds import is_one_thing, tells, things_of
from bot.press.questions.phrases import is_asked_of, kind_of_topic, topics_of
from bot.press.questions.terms import is_english_body
from bot.thai.names import Names

_NAME = (4, 60)
_SHORTEST_THAI = 6  # letters of a quoted word that is a name where the body quotes it again
_SPOKEN_OF = 10  # letters from which on a quoted word is a name
_WORDS = 5  # behind the first, of the longest name
_OPENING = (20, 60)
_OFFERED = 10
_TITLE = 400  # letters; what is longer is no title, but a text without lines
_LEAD, _LEAD_LETTERS = 2, 400  # paragraphs, and letters of them, that say what a release is about
_BODY_LETTERS = 1_500  # in which topics are looked for
_HOW = re.compile("(?<=[ก-๎]{12})(?:เป็น)?(?<!ตัว)(?<!ทุก)(?<!หลาย)อย่าง[ก-๎]+$")  # of headlines
_COUNTS_ON = re.compile(" [0-9]{1,2}$")
_BODY = 9_000  # letters in which things are given their names
_SHORTEST_ENGLISH = 9
_OFTEN = 3  # times that the body tells of a topic which neither title nor lead has
_MOST_TOLD = 4
_MOST_NAMED = 5
_MOST_OTHERS = 7
_ENOUGH = 6  # names and topics, beside which the body's are not needed
_ENGLISH = re.compile(
    r"(?P<name>[A-Z][A-Za-z0-9&+.\-]{0,40}(?:[’']s(?=\s))?"
    r"(?:\s(?!www\.|http)(?:[A-Za-z0-9][A-Za-z0-9&+.\-]*(?:[’']s(?=\s))?(?!,[0-9])|&))*(?:\s[12][0-9]{3})?)"
)
_OPEN_TO_ALL = ("money", "course", "gathering")  # kinds that a title may begin with as their name
_NOTICE = re.compile(  # how one opens
    r"^(?:ประกาศ[^ ]{0,60} เรื่อง ?|ประกาศ(?=รับ|เปิด|ผล|ปิด|หยุด|เลื่อน)"
    "|(?:ขอ)?เชิญ(?:ชวน)?(?:ผู้สนใจ)?(?:เข้า)?(?:ร่วม|ชม|ฟัง)?)"
)
_WITH = re.compile(
    r"\s*(?:และ|พร้อม)(?:ด้วย)?คณะ(?:ผู้บริหาร(?: [ก-ฮ]{1,5}\.)?)?\s?"
    "(เยี่ยม|เข้า|ลง|เดินทาง|ตรวจ|ร่วม|หารือ|ประชุม|เปิด)"
)
_SHORT_NAMED = re.compile(  # an office with its short name behind it
    r"(?:สำนักงาน|กรม|องค์การ|สถาบัน|ศูนย์|กองทุน|กระทรวง)"
    r"(?:[ก-๙,]| (?!หารือ|ร่วม|จับมือ|ลงนาม|เข้าพบ|ผนึก)){8,90} ?\(([ก-ฮ]{1,6}\.|[A-Z]{2,8})\)"
)
_CALL = re.compile(
    "(?:เปิด)?รับสมัคร(?:บุคคล(?:ทั่วไป)?(?:เพื่อ)?(?:สรรหาและ)?(?:เลือกสรร|คัดเลือก|สอบคัดเลือก)?"
    "(?:และ)?(?:บรรจุ|จ้าง)?(?:เข้า)?(?:เป็น)?)?"
)
_TWO_PARTIES = re.compile("[ก-๎]+ ?[-–/] ?[ก-๎]+")
_COLLEGE = "วิทยาลัย"
_SPOKEN_ON = re.compile("(?:หัวข้อ|เรื่อง|ปาฐกถา|ปาฐกถาพิเศษ)$")
_GOES_ON = re.compile(r"\s?[-–&/:,]\s?[A-Z0-9]|\s(?!www\.|http)[a-z]|[’']")
_GOES_BEFORE = re.compile(r"[A-Za-z0-9] ?[-–&/:] ?$")
_OF_SOMEBODYS = re.compile("รมว|รมช|รมต|รัฐมนตรี|นายก|ปลัด|อธิบดี|โฆษก|ผู้ว่าฯ")
_COMPANY = re.compile(r"CORPORATION|LIMITED|\bCo\.|\bLtd|\bInc\.|COMPANY", re.IGNORECASE)
_SOMEBODY = re.compile(r"(?:MR|MRS|MS|DR|PROF|H\.E)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whatever the title does not tell is empty.

    `applied` is what one may apply for ("พนักงานราชการ").
    `clause` is what was done, as a sentence.
    `names` come with the noun before them ("โครงการยุวชนอาสา");
    `topics` are phrases that the body comes back to. `told` are names and topics that only the
    lead tells of, `named` the names that only the rest of the body gives to things, and `others`
    its topics.
    """

    actor: str = ""
    applied: str = ""
    partners: tuple[str, ...] = ()
    clause: str = ""
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def subject_of(entry: Entry) -> Subject:
    """Take the title of `entry` apart; its body tells what weighs in it."""
    title = _SHORT_NAMED.sub(r"\1 ", _NOTICE.sub("", _greeted(entry.title[:_TITLE])))
    title = _WITH.sub(r" \1", title)
    chunks = _parted(chunks_of(title))
    people = [person.name for person in entry.people]
    opening = _opening(chunks)
    names = [name for name in _names(entry, title, opening) if _is_whole(name, entry)]
    verb = next((n for n, chunk in enumerate(chunks[:8]) if n and _is_verb(chunk)), 0)
    done = chunks[verb:]
    actor = "" if opening or _is_verb("".join(chunks[:1])) else actor_of(chunks[:verb], people)
    names = [name for name in names if name != actor]
    clause = clause_of(done, people) if actor or opening or not verb else ""
    clause = _HOW.sub("", clause)
    topics = list(_apart(topics_of(chunks, entry, 1), (*names, *people)))
    again = entry.body.replace(entry.title, "")
    things_told = (one for one in things_of(done) if one in again and is_asked_of(one))
    topics += _apart(things_told, (*names, *people, *topics))
    known = (*names, *topics, *people, *(person.role for person in entry.people))
    told = _new(_in_lead(entry), known, entry, _MOST_TOLD)
    named = _new(_named_in(entry), (*known, *told), entry, _MOST_NAMED)
    few = len((*names, *topics, *told)) < _ENOUGH
    others = _apart(_in_body(entry), (*known, *told, *named)) if few else ()
    return Subject(
        actor=actor,
        applied=_applied(chunks),
        partners=tuple(partners_of(done)),
        clause=clause,
        names=tuple(names),
        topics=tuple(sorted(topics, key=len, reverse=True)),
        told=told,
        named=named,
        others=tuple(islice(others, _MOST_OTHERS)),
    )


def _new(names: Iterable[str], known: Sequence[str], entry: Entry, most: int) -> tuple[str, ...]:
    """The first names that tell more than what is known, and are of no office."""
    whole = (name for name in names if not _of_an_office(name, entry))
    return tuple(islice(_apart(whole, known), most))


def _greeted(title: str) -> str:
    """The title without a greeting before it."""
    found = title_words().greetings.match(title)
    return title[found.end() :] if found else title


def _is_whole(name: str, entry: Entry) -> bool:
    """Whether it is no piece of หน่วยงาน, nor ends in the number of what comes behind it."""
    return not (_COUNTS_ON.search(name) or _of_an_office(name, entry))


def _of_an_office(name: str, entry: Entry) -> bool:
    """Whether it is the end of หน่วยงาน and what such an office does."""
    return f"หน่วย{name}" in f"{entry.title} {entry.body}"


def _parted(chunks: Sequence[str]) -> Sequence[str]:
    """The pieces of a title, with an office at the beginning apart from what it did."""
    first, told = "".join(chunks[:1]), title_words()
    words = Names.load().cut(first) if told.bodies.match(first) or offices().match(first) else []
    least = 2 if told.bodies.fullmatch("".join(words[:1])) else 1  # of "กรมพัฒนาฝีมือแรงงาน"
    for number, word in enumerate(words):
        before = "".join(words[:number])
        does = told.verbs.fullmatch(word) or tells(word)
        inside = words[number - 1] == "และ" or is_carrying(words[number - 1])
        if number >= least and does and not (inside or ends_inside_office(before)):
            return (before, first[len(before) :], *chunks[1:])
    return chunks


def _is_verb(chunk: str) -> bool:
    return title_words().verbs.match(chunk) is not None or ahead(chunk) > 0


def _names(entry: Entry, title: str, opening: str) -> list[str]:
    """The names in the title; its opening is one where there is no other, or what is offered."""
    names = _largest([*_quoted(entry, title), *_english(title), *_headed_in(entry, title)])
    first = not names or title_words().offered.match(opening)
    return [*_as_name(opening), *names] if first else names


def _in_lead(entry: Entry) -> Iterator[str]:
    """Names with their noun, then topics, of the paragraphs that say what a release is about."""
    lead = _lead(entry)
    yield from (one for one in _quoted(entry, lead) if title_words().headed.match(one))
    yield from topics_of(chunks_of(lead), entry)


def _in_body(entry: Entry) -> list[str]:
    """Topics of what follows the lead, those first that it comes back to most often."""
    rest = entry.body[len(_lead(entry)) : _BODY_LETTERS]
    topics = dict.fromkeys(topics_of(rest.split(), entry, _OFTEN))
    return sorted(topics, key=entry.body.count, reverse=True)


def _lead(entry: Entry) -> str:
    return "\n\n".join(entry.body.split("\n\n")[:_LEAD])[:_LEAD_LETTERS]


def _opening(chunks: Sequence[str]) -> str:
    """The first words of a title where they are what is held or offered ("บริการฆ่าเชื้อ")."""
    words = title_words()
    first, second = (*chunks[:2], "", "")[:2]
    if words.offered.match(first):
        return f"{first}{second}" if second.startswith("ด้วย") else first
    return first if words.held.match(first) or kind_of_topic(first) in _OPEN_TO_ALL else ""


def _applied(chunks: Sequence[str]) -> str:
    """What a call for applications is for, up to where it tells of the year or the place."""
    calls = (_CALL.match(chunk) for chunk in chunks)
    found = next(((n, call) for n, call in enumerate(calls) if call), None)
    if not found:
        return ""
    number, call = found
    rest = [one for one in (chunks[number][call.end() :], *chunks[number + 1 :]) if one]
    applied = joined([*rest[:1], *takewhile(lambda one: not opens_another(one), rest[1:])])
    whole = closed(applied) == applied and _NAME[0] <= len(applied) <= _NAME[1]
    return applied if whole and not offices().match(applied) else ""


def _as_name(opening: str) -> list[str]:
    """The opening where it is long enough to be a name ("เปิดบ้านสถานีดาวเทียม")."""
    short = title_words().offered.match(opening) or kind_of_topic(opening) in _OPEN_TO_ALL
    least = _OFFERED if short else _OPENING[0]
    return [opening] if least <= len(opening) <= _OPENING[1] else []


def _apart(phrases: Iterable[str], others: Sequence[str]) -> Iterator[str]:
    """The phrases in their order, each once, that neither hold one of `others` nor stand in it."""
    seen: set[str] = set()
    for one in phrases:
        if one not in seen and not any(one in other or other in one for other in others):
            seen.add(one)
            yield one


def _largest(names: Sequence[str]) -> list[str]:
    """The names in their order, without those that stand inside another."""
    once = list(dict.fromkeys(names))
    return [one for one in once if not any(one != other and one in other for other in once)]


def _quoted(entry: Entry, text: str) -> Iterator[str]:
    """Names quoted in the title or another text, with the noun before them; no people's names."""
    people = " ".join(person.name for person in entry.people)
    for found in NAMED.finditer(text):
        name, head = _without_full_stop(found["name"].strip(" ,!")), head_before(found)
        before = thai_before(found)
        person = name in people or re.match(release_words().honorifics, name)
        inside = opening_of(found) > len(before)
        motto = (
            "อย่าง" in name
            or name.startswith("ด้าน")
            or _OF_SOMEBODYS.match(name)
            or (not head and (_says_that(name) or _TWO_PARTIES.fullmatch(name)))
        )
        one_word = " " not in name or name.isascii() or _again(name, entry)
        told = inside or (len(name) >= _SHORTEST_THAI and _again(name, entry))
        spoken_of = len(name) >= _SPOKEN_OF or (told and entry.body.count(name) > 1)
        event = title_words().held.match(name) and not _SPOKEN_ON.search(before)
        body = not head and (_is_a_body(name) or _is_a_word(name))
        plain = (event or not (motto or body or _is_sentence(name))) and not INSIDE.search(name)
        if plain and not person and (head or event or (one_word and spoken_of)):
            yield _named(head, name)


def _again(name: str, entry: Entry) -> bool:
    """Whether the body calls something so; several Thai words that it does not are a motto."""
    return is_quoted(name, entry.body.replace(entry.title, ""))


def _is_a_body(name: str) -> bool:
    named = title_words().bodies.match(name) is not None or name.endswith(_COLLEGE)
    return named or is_english_body(name)


def _is_a_word(name: str) -> bool:
    """Whether it is one that everybody knows, as "เศรษฐกิจ"."""
    return bool(kind_of_topic(name)) and len(Names.load().cut(name)) == 1


def _says_that(name: str) -> bool:
    """Whether it holds a word of sentences ("ยักษ์ที่ขยับตื่นแล้ว")."""
    words = Names.load().cut(name)
    return not title_words().clauses.isdisjoint(words)


def _is_sentence(name: str) -> bool:
    first, *others = name.split()
    acts = offices().match(first) is not None and any(map(_is_verb, others[:1]))
    return acts or _is_verb(first) or len(others) > _WORDS or " - " in name or _is_of_places(name)


def _is_of_places(name: str) -> bool:
    """Whether it is nothing but provinces: "บึงกาฬ – หนองคาย"."""
    parts = re.split(r"\s?[-–,]\s?", name)
    return all(Names.load().provinces_in(part) == (part,) for part in parts)


def _named_in(entry: Entry) -> Iterator[str]:
    """Names that the body gives things: quoted, English, or a noun with its name told twice."""
    body = entry.body[:_BODY]
    yield from (name for name in (*_quoted(entry, body), *_english(body)) if _is_named(name, body))
    told = Counter(found[0] for found in _headed().finditer(body))
    whole = (name for name, times in told.items() if times > 1 and closed(name) == name)
    yield from filter(is_asked_of, whole)


def _is_named(name: str, body: str) -> bool:
    """Whether a name comes with its noun, and more than once."""
    head = title_words().headed.match(name)
    own = name[head.end() :].strip() if head else ""
    quoting = any(sign in name for sign in QUOTES)
    return len(own) >= _NAME[0] and body.count(own) > 1 and not quoting


def _headed_in(entry: Entry, title: str) -> Iterator[str]:
    """A noun with its name up to the next blank of the title, which the body tells as well."""
    again = entry.body.replace(entry.title, "")
    for found in _headed_up_to().finditer(title):
        name, before = found[0], title[: found.start()].rpartition(" ")[2]
        words = Names.load().cut(f"{before}{name}")
        begun = len(before) in accumulate(map(len, words), initial=0) and is_one_thing(words)
        whole = begun and not offices().match(title[found.end() :].lstrip())
        told = whole and re.search(rf"{re.escape(name)}(?![ก-๙])", again)
        if told and closed(name) == name and is_asked_of(name):
            yield name


def _without_full_stop(name: str) -> str:
    """The dot of "อว." belongs to it; that of a sentence does not."""
    return name if ABBREVIATED.search(name) else name.rstrip(".")


def _english(title: str) -> Iterator[str]:
    """Names in English letters, with the noun before them."""
    for found in _ENGLISH.finditer(title):
        name = re.sub(r"(?:\s[a-z]+)+$", "", found["name"].strip(" .-"))
        head = head_before(found)
        known = head if len(name) > 1 else ""
        vague = _SOMEBODY.match(name) or _COMPANY.search(name) or _is_generic(name)
        vague = vague or (not known and is_english_body(name))
        begun = _GOES_BEFORE.search(title, max(0, found.start() - 3), found.start())
        whole = not (vague or begun or _GOES_ON.match(title, found.end()))
        if whole and (known or (" " in name and len(name) >= _SHORTEST_ENGLISH)):
            yield _named(head, name)


def _is_generic(name: str) -> bool:
    """Whether each of its words goes with any event: "International Conference"."""
    generic = title_words().generic
    return name in generic or generic.issuperset(name.split())


def _named(head: str, name: str) -> str:
    lead = "" if name.startswith(head) else head
    lead += " " if lead and re.match(r"[ก-ฮ]{1,5}\.", name) else ""
    return " ".join(re.sub(r"(?<=[ก-๙])(?=[A-Za-z])", " ", f"{lead}{name}").split())


@lru_cache(maxsize=1)
def _headed() -> re.Pattern[str]:
    """A noun with what follows it up to the next blank, where that may be a name."""
    words = title_words()
    loose = any_of(word for word in words.loose if len(word) > 1)
    return re.compile(
        rf"(?<=\s)(?:{words.headed.pattern})(?!{loose}|{words.verbs.pattern}|ดังกล่าว|วิจัย|ด้าน)[ก-๙]{{8,36}}(?=\s)"
    )


@lru_cache(maxsize=1)
def _headed_up_to() -> re.Pattern[str]:
    """A noun with what follows it up to the next blank, wherever it begins."""
    words = title_words()
    loose = any_of(word for word in words.loose if len(word) > 1)
    return re.compile(
        rf"(?=[ก-๙]{{16}})(?:{words.whole_heads.pattern})(?!{loose}|วิจัย)[ก-๙]{{4,48}}(?=\s+[ก-๙0-9]|\s*$)"
    )
