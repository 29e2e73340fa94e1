"""What the title of an entry speaks of: who did what with whom, names in it, and its topics."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from bot.knowledge.deeds import Deed, clauses_of, deeds_of, whole_clause_of
from bot.knowledge.entries import Entry
from bot.knowledge.headlines import (
    ABBREVIATED,
    NAMED,
    QUOTES,
    actor_of,
    chunks_of,
    head_before,
    is_loose,
    opening_of,
    partners_of,
    thai_before,
    title_words,
)
from bot.knowledge.words import any_of, release_words
from bot.thai.names import Names
from bot.thai.tagging import word_classes

_NAME = (4, 60)
_OPENING = (20, 60)
_OFFERED = 10
_TOPIC = (8, 45)
_TITLE = 400  # letters; what is longer is no title, but a text without lines
_LEAD, _LEAD_LETTERS = 2, 400  # paragraphs, and letters of them, that say what a release is about
_BODY = 9_000  # letters in which things are given their names
_SHORTEST_ENGLISH = 9
_MOST_TOLD = 3
_MOST_NAMED = 4
_MOST_CLAUSES = 2
_ENGLISH = re.compile(
    r"(?P<name>[A-Z][A-Za-z0-9&+.\-]{0,40}"
    r"(?:\s(?:[A-Z0-9][A-Za-z0-9&+.\-]*(?!,[0-9])|of|for|the|and|on|in|to))+(?:\s[12][0-9]{3})?)"
)
_SOMEBODY = re.compile(r"(?:MR|MRS|MS|DR|PROF|H\.E)\.", re.IGNORECASE)
_NAMING = ("NOUN", "PROPN")
_NEVER_LAST = re.compile("(?:บาท|เปอร์เซ็นต์|กลุ่ม|ปี|[ัื็][่้๊๋]?)$")  # amounts, and words cut short
_MINISTRY = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whatever the title does not tell is empty.

    `deeds` and `clauses` are what was done, in parts and as a sentence, `whole` the first of these
    with all that the title tells of it; `names` come with the noun
    before them ("โครงการยุวชนอาสา"); `topics` are phrases that the body comes back to. `told` are
    names and topics that only the lead tells of, `named` the names that only the rest of the body
    gives to things.
    """

    actor: str = ""
    partners: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    clauses: tuple[str, ...] = ()
    whole: str = ""
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def subject_of(entry: Entry) -> Subject:
    """Take the title of `entry` apart; its body tells what weighs in it."""
    title = entry.title[:_TITLE]
    chunks = chunks_of(title)
    people = [person.name for person in entry.people]
    opening = _opening(chunks)
    names = _names(entry, title, opening)
    topics = list(_apart(_topics(chunks, entry.body), (*names, *people)))
    known = (*names, *topics, *people, *(person.role for person in entry.people))
    told = tuple(islice(_apart(_in_lead(entry), known), _MOST_TOLD))
    verb = next((n for n, chunk in enumerate(chunks[:8]) if n and _is_verb(chunk)), 0)
    done = chunks[verb:]
    return Subject(
        actor="" if opening else actor_of(chunks[:verb], people),
        partners=tuple(partners_of(done)),
        deeds=tuple(deeds_of(done, people)),
        clauses=tuple(islice(clauses_of(done, people), _MOST_CLAUSES)),
        whole=whole_clause_of(done, people),
        names=tuple(names),
        topics=tuple(sorted(topics, key=len, reverse=True)),
        told=told,
        named=tuple(islice(_apart(_named_in(entry), (*known, *told)), _MOST_NAMED)),
    )


def _is_verb(chunk: str) -> bool:
    return title_words().verbs.match(chunk) is not None


def _names(entry: Entry, title: str, opening: str) -> list[str]:
    """The names in the title; its opening is one where there is no other, or what is offered."""
    names = _largest([*_quoted(entry, title), *_english(title)])
    first = not names or title_words().offered.match(opening)
    return [*_as_name(opening), *names] if first else names


def _in_lead(entry: Entry) -> Iterator[str]:
    """Names with their noun, then topics, of the paragraphs that say what a release is about."""
    lead = "\n".join(entry.body.split("\n\n")[:_LEAD])[:_LEAD_LETTERS]
    yield from (one for one in _quoted(entry, lead) if title_words().headed.match(one))
    yield from _topics(chunks_of(lead), entry.body)


def _opening(chunks: Sequence[str]) -> str:
    """The first words of a title where they are what is held or offered ("บริการฆ่าเชื้อ")."""
    words = title_words()
    first, second = (*chunks[:2], "", "")[:2]
    if words.offered.match(first):
        return f"{first}{second}" if second.startswith("ด้วย") else first
    return first if words.held.match(first) else ""


def _as_name(opening: str) -> list[str]:
    """The opening where it is long enough to be a name ("เปิดบ้านสถานีดาวเทียม")."""
    least = _OFFERED if title_words().offered.match(opening) else _OPENING[0]
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


@lru_cache(maxsize=1)
def _letters(body: str) -> str:
    """The body without blanks and quotation marks."""
    letters = "".join(body.split())
    for sign in QUOTES:
        letters = letters.replace(sign, "")
    return letters


def _topics(chunks: Sequence[str], body: str) -> Iterator[str]:
    """Phrases inside the pieces of a text that stand in the body at least twice; no surname."""
    letters = _letters(body)
    titled = [_first_name().fullmatch(chunk) for chunk in ("", *chunks)]
    for chunk in (one for one, before in zip(chunks, titled, strict=False) if not before):
        words = Names.load().segmenter().words(chunk)
        phrases = list(_phrases(words, letters))
        classes = word_classes(words) if phrases else ()  # the dearest step of all
        for start, end in phrases:
            first, last = _noun_phrase(words, classes, start, end)
            last = next(
                (n for n in range(first, last) if words[n] in title_words().ends_topic), last
            )
            topic = "".join(words[first:last])
            whole = f".{topic}" not in body  # as in "ม.สวนดุสิต"
            fits = _TOPIC[0] <= len(topic) <= _TOPIC[1] and whole
            if fits and _is_asked_of(topic, words[first:last]):
                yield topic


@lru_cache(maxsize=1)
def _first_name() -> re.Pattern[str]:
    return re.compile(rf"(?!นายก)(?:(?:{release_words().honorifics})\s?)+[ก-๙]{{2,20}}")


def _phrases(words: Sequence[str], letters: str) -> Iterator[tuple[int, int]]:
    """Where phrases begin and end that `letters` hold twice, one behind the other."""
    start = 0
    while start < len(words):
        end = _repeated(words, start, letters)
        if sum(map(len, words[start:end])) >= _TOPIC[0]:
            yield start, end
        start = max(end, start + 1)


def _repeated(words: Sequence[str], start: int, letters: str) -> int:
    """The end of the longest phrase from `start` on that `letters` hold twice."""
    phrase, repeated = words[start], start
    for end in range(start + 1, len(words)):
        phrase += words[end]
        if len(phrase) > _TOPIC[1] or letters.count(phrase) < 2:
            break
        repeated = end + 1
    return repeated


def _noun_phrase(
    words: Sequence[str], classes: Sequence[str], start: int, end: int
) -> tuple[int, int]:
    """Where the noun phrase begins and ends of which a part stands between `start` and `end`.

    (0, 0) for a single word or a part of one.
    """

    def names(number: int) -> bool:
        return classes[number] in _NAMING and not is_loose(words[number])

    inside = [number for number in range(start, end) if names(number)]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    while first and names(first - 1):
        first -= 1
    while last and last < len(words) and (names(last) or _describes(words[last], classes[last])):
        last += 1
    whole = last - first > 1 and len(words[last - 1]) > 2  # what is shorter was cut from a word
    return (first, last) if whole else (0, 0)


def _describes(word: str, kind: str) -> bool:
    return kind == "ADJ" and not is_loose(word)


def _is_asked_of(topic: str, words: Sequence[str]) -> bool:
    """Whether citizens ask about it: no amount, no agency's name or a part of one, no royalty."""
    thai = re.fullmatch("[ก-๙]+", topic) and not _NEVER_LAST.search(topic)
    told = title_words()
    named = topic in _agency_names() or told.bodies.match(topic) or told.verbs.match(topic)
    vague = told.vague.match(topic) or told.clauses.intersection(words)
    does = word_classes(words[:1]) == ("VERB",)
    return bool(thai and not named and not vague and not does and not told.never.search(topic))


def _quoted(entry: Entry, text: str) -> Iterator[str]:
    """Names quoted in the title or another text, with the noun before them; no people's names."""
    people = " ".join(person.name for person in entry.people)
    for found in NAMED.finditer(text):
        name = _without_full_stop(found["name"].strip(" ,!"))
        person = name in people or re.match(release_words().honorifics, name)
        sentence = title_words().verbs.match(name) or len(name.split()) > 6 or " - " in name
        inside = opening_of(found) > len(thai_before(found))
        spoken_of = len(name) >= 10 or (inside and entry.body.count(name) > 1)
        if not person and not sentence and (head_before(found) or spoken_of):
            yield _named(head_before(found), name)


def _named_in(entry: Entry) -> Iterator[str]:
    """Names that the body gives things: quoted, English, or a noun with its name told twice."""
    body = entry.body[:_BODY]
    yield from filter(_is_named, _quoted(entry, body))
    yield from filter(_is_named, _english(body))
    told = Counter(found[0] for found in _headed().finditer(body))
    yield from (name for name, times in told.items() if times > 1 and _is_asked_of(name, ()))


def _is_named(name: str) -> bool:
    """Whether a name comes with its noun, and more than that."""
    head = title_words().headed.match(name)
    quoting = any(sign in name for sign in QUOTES)
    return head is not None and len(name) - head.end() >= _NAME[0] and not quoting


def _without_full_stop(name: str) -> str:
    """The dot of "อว." belongs to it; that of a sentence does not."""
    return name if ABBREVIATED.search(name) else name.rstrip(".")


def _english(title: str) -> Iterator[str]:
    """Names in English letters, with the noun before them."""
    for found in _ENGLISH.finditer(title):
        name = re.sub(r"(?:\s[a-z]+)+$", "", found["name"].strip(" .-"))
        if len(name) >= _SHORTEST_ENGLISH and not _SOMEBODY.match(name):
            yield _named(head_before(found), name)


def _named(head: str, name: str) -> str:
    lead = "" if name.startswith(head) else head
    lead += " " if lead and re.match(r"[ก-ฮ]{1,5}\.", name) else ""
    return " ".join(re.sub(r"(?<=[ก-๙])(?=[A-Za-z])", " ", f"{lead}{name}").split())


@lru_cache(maxsize=1)
def _agency_names() -> str:
    """The agencies' names in one text: what stands in it is only a name or a part of one."""
    names = (*release_words().agency_names(), _MINISTRY)
    return "\n".join("".join(name.split()) for name in names)


@lru_cache(maxsize=1)
def _headed() -> re.Pattern[str]:
    """A noun with what follows it up to the next blank, where that may be a name."""
    words = title_words()
    loose = any_of(word for word in words.loose if len(word) > 1)
    return re.compile(
        rf"(?<=\s)(?:{words.headed.pattern})(?!{loose}|{words.verbs.pattern}|ดังกล่าว|วิจัย)[ก-๙]{{8,36}}(?=\s)"
    )
