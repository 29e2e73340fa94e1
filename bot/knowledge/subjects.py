"""What the title of an entry speaks of: who did what with whom, names in it, and its topics."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain, islice, takewhile

from ruamel.yaml import YAML

from bot.knowledge.entries import Entry
from bot.knowledge.places import balanced
from bot.knowledge.words import any_of, release_words
from bot.thai.names import Names
from bot.thai.tagging import word_classes

_ACT = (10, 70)  # letters of what somebody did
_ENOUGH = 22  # letters after which people stop quoting a headline
_NAME = (4, 60)
_TOPIC = (8, 45)
_THING = (20, 60)
_LONGEST_ACTOR = 40
_LEAD, _LEAD_LETTERS = 2, 400  # paragraphs, and letters of them, that say what a release is about
_MOST_TOLD = 3
_MOST_NAMED = 4
_NAMED = re.compile("[“\"‘'](?P<name>[^”\"’']{4,60})[”\"’']")
_QUOTED = re.compile(rf"\s?{_NAMED.pattern}")
_ENGLISH = re.compile(
    r"(?P<name>[A-Z][A-Za-z0-9&+.\-]*"
    r"(?:\s(?:[A-Z0-9][A-Za-z0-9&+.\-]*(?!,[0-9])|of|for|the|and|on|in|to))+(?:\s[12][0-9]{3})?)"
)
_BEFORE = 30  # letters
_THAI_END = re.compile("[ก-๙]*$")
_NOISE = re.compile("!+|…|\\.{2,}|\\[[^\\]]*\\]|\\(อว\\.?\\)")
_NAMING = ("NOUN", "PROPN")
_ABBREVIATED = re.compile(r"(?:^|[ .])[ก-ฮ]{1,5}\.$")
_NEVER_LAST = re.compile("(?:บาท|เปอร์เซ็นต์|[ัื็][่้๊๋]?)$")  # amounts, and words cut short
_COUNTED = re.compile(r"(?<=[ก-๎]) [0-9]+$")  # a number whose noun went
_MINISTRY = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"
_QUOTES = "“”\"‘’'"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whatever the title does not tell is empty.

    `names` come with the noun before them ("โครงการยุวชนอาสา"); `topics` are phrases that the body
    comes back to; `thing` is the beginning of the title, to be spoken of as a whole. `told` are
    names and topics that only the lead tells of, `named` the names that only the rest of the
    body gives to things.
    """

    actor: str = ""
    partner: str = ""
    acts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    thing: str = ""
    told: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The lists of data/title_words.yaml; patterns match at the beginning of a text."""

    heads: re.Pattern[str]  # at the end of what stands before a name
    headed: re.Pattern[str]
    held: re.Pattern[str]
    joined: re.Pattern[str]
    verbs: re.Pattern[str]
    joining: re.Pattern[str]
    next_acts: re.Pattern[str]
    offices: tuple[str, ...]
    never: re.Pattern[str]
    bodies: re.Pattern[str]
    loose: frozenset[str]


def subject_of(entry: Entry) -> Subject:
    """Take the title of `entry` apart; its body tells what weighs in it."""
    chunks = _chunks(entry.title)
    words = title_words()
    verb = next((n for n, chunk in enumerate(chunks[:5]) if n and words.verbs.match(chunk)), 0)
    people = [person.name for person in entry.people]
    opening = chunks[0] if chunks and words.held.match(chunks[0]) else ""
    names = _largest([*_quoted(entry, entry.title), *_english(entry.title)]) or _as_name(opening)
    topics = list(_apart(_topics(chunks, entry.body), (*names, *people)))
    lead = "\n".join(entry.body.split("\n\n")[:_LEAD])[:_LEAD_LETTERS]
    named = (one for one in _quoted(entry, lead) if title_words().headed.match(one))
    roles = [person.role for person in entry.people]
    known = (*names, *topics, *people, *roles)
    told = tuple(
        islice(_apart(chain(named, _topics(_chunks(lead), entry.body)), known), _MOST_TOLD)
    )
    return Subject(
        actor="" if opening else _actor(chunks[:verb]),
        partner=_partner(chunks, verb),
        acts=tuple(_acts(chunks[verb:])) if verb else (),
        names=tuple(names),
        topics=tuple(sorted(topics, key=len, reverse=True)),
        thing=_thing(chunks, _actor(chunks[:verb])),
        told=told,
        named=tuple(islice(_apart(_named_in(entry), (*known, *told)), _MOST_NAMED)),
    )


def _as_name(opening: str) -> list[str]:
    """The first words of a title where they name what is held ("เปิดบ้านสถานีดาวเทียม")."""
    return [opening] if _THING[0] <= len(opening) <= _NAME[1] else []


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


def _chunks(title: str) -> list[str]:
    """The pieces between blanks, quotation marks off; an actor glued to its verb set apart."""
    chunks = _NOISE.sub(" ", _QUOTED.sub(_unquoted, title)).split()
    chunks = [chunk for chunk in (chunk.strip(_QUOTES) for chunk in chunks) if chunk]
    if chunks and (glued := _glued().match(chunks[0])):
        chunks = [glued["actor"], chunks[0][glued.end() :], *chunks[1:]]
    return chunks


def _unquoted(quote: re.Match[str]) -> str:
    """A name that follows its noun is one word with it, as it is spoken."""
    return f"{'' if _head(quote) else ' '}{quote['name']} "


def _actor(chunks: Sequence[str]) -> str:
    """Who, as people say it; of "อว. โดย วว." the one who did it."""
    if "โดย" in chunks:
        chunks = chunks[chunks.index("โดย") + 1 :]
    chunks = list(takewhile(lambda chunk: not chunk.startswith("โดย"), chunks))
    named = [n for n, chunk in enumerate(chunks) if _office().match(chunk)]
    first = named[-1] if named else 0
    while first - 1 in named:
        first -= 1
    actor = " ".join(chunk.strip(",:;") for chunk in chunks[first : first + 3])
    return actor if len(actor) <= _LONGEST_ACTOR else ""


def _partner(chunks: Sequence[str], verb: int) -> str:
    """With whom, where the title's verb joins two ("อว. จับมือ จุฬาฯ")."""
    joined = title_words().joining.match(chunks[verb]) if verb else None
    if not joined:
        return ""
    first, *rest = [one for one in (chunks[verb][joined.end() :], *chunks[verb + 1 :]) if one] or [
        ""
    ]
    english = takewhile(lambda one: one.isascii(), rest) if first.isascii() else ()
    partner = _closed(" ".join((first, *english)).strip(",:;"))
    plain = not title_words().verbs.match(partner) and partner not in title_words().loose
    named = plain and not title_words().never.search(partner)
    return partner if named and 2 < len(partner) <= _LONGEST_ACTOR else ""


def _acts(chunks: Sequence[str]) -> Iterator[str]:
    """What was done, and what for: one phrase from each verb that opens a part of the title."""
    words = title_words()
    starts = [n for n, chunk in enumerate(chunks) if n == 0 or words.next_acts.match(chunk)]
    for start, end in zip(starts, [*starts[1:], len(chunks)], strict=True):
        act = _phrase(chunks[start:end], _ACT[1], enough=_ENOUGH)
        act = re.sub(r"^(เพื่อ|พร้อม|หวัง|มุ่ง|เร่ง)(?=[ก-๙]{4})", "", act)
        if len(act) >= _ACT[0] and words.verbs.match(act):
            yield act


def _thing(chunks: Sequence[str], actor: str) -> str:
    thing = _phrase(chunks, _THING[1]).removesuffix(f" {actor}")
    return thing if len(thing) >= _THING[0] else ""


def _phrase(chunks: Sequence[str], longest: int, enough: int = _THING[1]) -> str:
    """Chunks from the first on: as few as say `enough`, never more letters than `longest`."""
    said: list[str] = []
    for chunk in chunks:
        letters = sum(map(len, said))
        if letters >= enough and not _goes_on(said, chunk):
            break
        if letters + len(chunk) > longest:
            said = _cut_back(said, chunk)
            break
        said.append(chunk)
    told = ""
    for chunk in said:
        tight = title_words().verbs.fullmatch(told) and "." not in chunk
        told = f"{told}{'' if tight else ' '}{chunk}".strip()
    return _closed(balanced(told).strip(" ,:;"))


def _cut_back(said: list[str], chunk: str) -> list[str]:
    """What was said up to where it may end, `chunk` being what would follow."""
    while said and _goes_on(said, chunk):
        *said, chunk = said
    return said


def _goes_on(said: Sequence[str], chunk: str) -> bool:
    """Whether a cut here would part an English name, or words or numbers from what they need."""
    if not said:
        return False
    last = said[-1]
    english = last.isascii() and chunk.isascii()
    counts = last.isdigit() and not chunk[0].isascii()
    return english or counts or chunk[0].isdigit() or _last_word(last) in title_words().loose


def _closed(phrase: str) -> str:
    """The phrase without words at its end that want something to follow."""
    while phrase and not _ABBREVIATED.search(phrase) and (word := _last_word(phrase)):
        opens = phrase.rpartition(" ")[2] == word  # of "ชุดตรวจ" the end is no verb
        if not (word in title_words().loose or (opens and _is_loose(word))):
            break
        phrase = _COUNTED.sub("", phrase[: -len(word)].rstrip(" ,:;"))
    return phrase


@lru_cache(maxsize=512)  # the pieces of a title are put together in several ways
def _last_word(phrase: str) -> str:
    words = Names.load().segmenter().words(phrase.rpartition(" ")[2])
    return words[-1] if words else ""


def _is_loose(word: str) -> bool:
    words = title_words()
    return word in words.loose or words.verbs.fullmatch(word) is not None


@lru_cache(maxsize=1)
def _letters(body: str) -> str:
    """The body without blanks and quotation marks."""
    letters = "".join(body.split())
    for sign in _QUOTES:
        letters = letters.replace(sign, "")
    return letters


def _topics(chunks: Sequence[str], body: str) -> Iterator[str]:
    """Phrases inside the pieces of a text that stand in the body at least twice."""
    letters = _letters(body)
    for chunk in chunks:
        words = Names.load().segmenter().words(chunk)
        phrases = list(_phrases(words, letters))
        classes = word_classes(words, phrases[-1][1]) if phrases else ()  # the dearest step of all
        for start, end in phrases:
            topic = _noun_phrase(words[start:end], classes[start:end])
            whole = f".{topic}" not in body  # as in "ม.สวนดุสิต"
            if whole and _TOPIC[0] <= len(topic) <= _TOPIC[1] and _is_asked_of(topic):
                yield topic


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


def _noun_phrase(words: Sequence[str], classes: Sequence[str]) -> str:
    """Words from the first noun to the last; "" when only one is left."""
    inside = [
        number
        for number, (word, kind) in enumerate(zip(words, classes, strict=True))
        if kind in _NAMING and not _is_loose(word)
    ]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    while last < len(words) and classes[last] == "ADJ" and not _is_loose(words[last]):
        last += 1
    whole = last - first > 1 and len(words[last - 1]) > 2  # what is shorter was cut from a word
    return "".join(words[first:last]) if whole else ""


def _is_asked_of(topic: str) -> bool:
    """Whether citizens ask about it: no amount, no agency's name or a part of one, no royalty."""
    thai = re.fullmatch("[ก-๙]+", topic) and not _NEVER_LAST.search(topic)
    words = title_words()
    named = topic in _agency_names() or words.bodies.match(topic) or words.verbs.match(topic)
    return bool(thai and not named and not words.never.search(topic))


def _quoted(entry: Entry, text: str) -> Iterator[str]:
    """Names quoted in the title or another text, with the noun before them; no people's names."""
    people = " ".join(person.name for person in entry.people)
    for found in _NAMED.finditer(text):
        name = _without_full_stop(found["name"].strip(" ,!"))
        person = name in people or re.match(release_words().honorifics, name)
        sentence = title_words().verbs.match(name) or len(name.split()) > 6 or " - " in name
        inside = _opening(found) > len(_before(found))
        spoken_of = len(name) >= 10 or (inside and entry.body.count(name) > 1)
        if not person and not sentence and (_head(found) or spoken_of):
            yield _named(_head(found), name)


def _named_in(entry: Entry) -> Iterator[str]:
    """Names that the body gives things: quoted, English, or a noun with its name told twice."""
    yield from (name for name in _quoted(entry, entry.body) if _is_named(name))
    yield from (name for name in _english(entry.body) if _is_named(name))
    told = Counter(found[0] for found in _headed().finditer(entry.body))
    yield from (name for name, times in told.items() if times > 1 and _is_asked_of(name))


def _is_named(name: str) -> bool:
    """Whether a name comes with its noun, and more than that."""
    head = title_words().headed.match(name)
    return head is not None and len(name) - head.end() >= _NAME[0]


def _without_full_stop(name: str) -> str:
    """The dot of "อว." belongs to it; that of a sentence does not."""
    return name if _ABBREVIATED.search(name) else name.rstrip(".")


def _english(title: str) -> Iterator[str]:
    """Names in English letters, with the noun before them."""
    for found in _ENGLISH.finditer(title):
        name = re.sub(r"(?:\s[a-z]+)+$", "", found["name"].strip(" .-"))
        if len(name) > 8:
            yield _named(_head(found), name)


def _head(found: re.Match[str]) -> str:
    head = title_words().heads.search(_before(found))
    return head["head"] if head else ""


def _before(found: re.Match[str]) -> str:
    """The Thai that a name follows; looked for backwards, which spares every other letter."""
    start = _opening(found)
    thai = _THAI_END.search(found.string, max(0, start - _BEFORE), start)
    return thai[0] if thai else ""


def _opening(found: re.Match[str]) -> int:
    """Where a name begins, with the blank before it."""
    start = found.start()
    return start - found.string[max(0, start - 1) : start].isspace()


def _named(head: str, name: str) -> str:
    lead = "" if name.startswith(head) else head
    lead += " " if lead and re.match(r"[ก-ฮ]{1,5}\.", name) else ""
    return " ".join(re.sub(r"(?<=[ก-๙])(?=[A-Za-z])", " ", f"{lead}{name}").split())


@lru_cache(maxsize=1)
def _agency_names() -> str:
    """The agencies' names in one text: what stands in it is only a name or a part of one."""
    names = [word for words in release_words().agencies.values() for word in words]
    return "\n".join("".join(name.split()) for name in (*names, _MINISTRY))


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    """What opens the name of somebody who acts in a headline."""
    agencies = [word for words in release_words().agencies.values() for word in words]
    return re.compile(rf"{any_of([*agencies, *title_words().offices])}")


@lru_cache(maxsize=1)
def _headed() -> re.Pattern[str]:
    """A noun with what follows it up to the next blank, where that may be a name."""
    words = title_words()
    loose = any_of(word for word in words.loose if len(word) > 1)
    return re.compile(
        rf"(?<=\s)(?:{words.headed.pattern})(?!{loose}|{words.verbs.pattern}|ดังกล่าว|วิจัย)[ก-๙]{{8,36}}(?=\s)"
    )


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """An agency that the title writes together with its verb ("อว.ผนึก", "ทีเซลส์จับมือ")."""
    agencies = [word for words in release_words().agencies.values() for word in words]
    short = r"(?:[ก-ฮ]{1,5}\.){1,3}"
    return re.compile(rf"(?P<actor>{short}|{any_of(agencies)})(?={title_words().verbs.pattern})")


@lru_cache(maxsize=1)
def title_words() -> TitleWords:
    """The words as shipped."""
    source = files("bot.knowledge").joinpath("data", "title_words.yaml")
    lists: Mapping[str, list[str]] = YAML(typ="safe").load(source.read_text("utf-8"))
    return TitleWords(
        re.compile(rf"(?P<head>{any_of(lists['heads'])})$"),
        re.compile(any_of(lists["heads"])),
        re.compile(any_of(lists["held"])),
        re.compile(any_of(lists["joined"])),
        re.compile(rf"(?!{any_of(lists['no_verbs'])})(?:{any_of(lists['verbs'])})"),
        re.compile(any_of(lists["joining"])),
        re.compile(any_of(lists["next_acts"])),
        tuple(lists["offices"]),
        re.compile(any_of(lists["never"])),
        re.compile(any_of(lists["bodies"])),
        frozenset(lists["loose"]),
    )
