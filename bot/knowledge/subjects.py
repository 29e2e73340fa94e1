"""What the title of an entry speaks of: who did what with whom, names in it, and its topics."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile

from ruamel.yaml import YAML

from bot.knowledge.entries import Entry
from bot.knowledge.words import any_of, release_words
from bot.thai.segment import Segmenter, word_classes

_ACT = (10, 70)  # letters of what somebody did
_ENOUGH = 22  # letters after which people stop quoting a headline
_NAME = (4, 60)
_TOPIC = (8, 45)
_THING = (10, 70)
_LONGEST_ACTOR = 40
_QUOTED = re.compile("(?P<before>[ก-๙]{0,30})\\s?[“\"‘'](?P<name>[^”\"’']{4,60})[”\"’']")
_ENGLISH = re.compile(
    r"(?P<before>[ก-๙]{0,30})\s?(?P<name>[A-Z][A-Za-z0-9&+.\-]*"
    r"(?:\s(?:[A-Z0-9][A-Za-z0-9&+.\-]*|of|for|the|and|on|in|to))+(?:\s[12][0-9]{3})?)"
)
_NOISE = re.compile("!+|…|\\.{2,}|\\[[^\\]]*\\]|\\(อว\\.?\\)")
_NAMING = ("NOUN", "PROPN")
_MINISTRY = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"
_QUOTES = "“”\"‘’'"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whatever the title does not tell is empty.

    `names` come with the noun before them ("โครงการยุวชนอาสา"); `topics` are phrases that the body
    comes back to; `thing` is the beginning of the title, to be spoken of as a whole.
    """

    actor: str = ""
    partner: str = ""
    acts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    thing: str = ""


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The lists of data/title_words.yaml; patterns match at the beginning of a text."""

    heads: re.Pattern[str]
    held: re.Pattern[str]
    joined: re.Pattern[str]
    verbs: re.Pattern[str]
    joining: re.Pattern[str]
    next_acts: re.Pattern[str]
    offices: tuple[str, ...]
    never: re.Pattern[str]
    loose: frozenset[str]


def subject_of(entry: Entry) -> Subject:
    """Take the title of `entry` apart; its body tells what weighs in it."""
    chunks = _chunks(entry.title)
    words = title_words()
    verb = next((n for n, chunk in enumerate(chunks[:5]) if n and words.verbs.match(chunk)), 0)
    people = [person.name for person in entry.people]
    names = _largest([*_quoted(entry), *_english(entry.title)])
    topics = [
        one
        for one in dict.fromkeys(_topics(chunks, entry.body))
        if not any(one in name or name in one for name in (*names, *people))
    ]
    return Subject(
        actor=_actor(chunks[:verb]),
        partner=_partner(chunks, verb),
        acts=tuple(_acts(chunks[verb:])) if verb else (),
        names=tuple(names),
        topics=tuple(sorted(topics, key=len, reverse=True)),
        thing=_thing(chunks),
    )


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
    joined = "" if title_words().heads.search(quote["before"]) else " "
    return f"{quote['before']}{joined}{quote['name']} "


def _actor(chunks: Sequence[str]) -> str:
    """Who, as people say it; of "อว. โดย วว." the one who did it."""
    if "โดย" in chunks:
        chunks = chunks[chunks.index("โดย") + 1 :]
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
    return partner if plain and 2 < len(partner) <= _LONGEST_ACTOR else ""


def _acts(chunks: Sequence[str]) -> Iterator[str]:
    """What was done, and what for: one phrase from each verb that opens a part of the title."""
    words = title_words()
    starts = [n for n, chunk in enumerate(chunks) if n == 0 or words.next_acts.match(chunk)]
    for start, end in zip(starts, [*starts[1:], len(chunks)], strict=True):
        act = _phrase(chunks[start:end], _ACT[1], enough=_ENOUGH)
        act = re.sub(r"^(เพื่อ|พร้อม|หวัง|มุ่ง|เร่ง)(?=[ก-๙]{4})", "", act)
        if len(act) >= _ACT[0] and words.verbs.match(act):
            yield act


def _thing(chunks: Sequence[str]) -> str:
    thing = _phrase(chunks, _THING[1])
    return thing if len(thing) >= _THING[0] else ""


def _phrase(chunks: Sequence[str], longest: int, enough: int = _THING[1]) -> str:
    """Chunks from the first on: as few as say `enough`, never more letters than `longest`."""
    told = ""
    for chunk in chunks:
        if len(told) >= enough or len(told) + len(chunk) > longest:
            break
        tight = title_words().verbs.fullmatch(told) and "." not in chunk
        blank = "" if tight else " "
        told = f"{told}{blank}{chunk}".strip()
    return _closed(told.strip(" ,:;"))


def _closed(phrase: str) -> str:
    """The phrase without words at its end that want something to follow."""
    while phrase and (word := _last_word(phrase)) and _is_loose(word):
        phrase = phrase[: -len(word)].rstrip(" ,:;")
    return phrase


def _last_word(phrase: str) -> str:
    words = _segmenter().words(phrase.rpartition(" ")[2])
    return words[-1] if words else ""


def _is_loose(word: str) -> bool:
    words = title_words()
    return word in words.loose or words.verbs.fullmatch(word) is not None


def _topics(chunks: Sequence[str], body: str) -> Iterator[str]:
    """Phrases inside the title's pieces that stand in the body at least twice."""
    letters = re.sub(rf"[\s{_QUOTES}]+", "", body)
    for chunk in chunks:
        words = _segmenter().words(chunk)
        classes = word_classes(words)
        start = 0
        while start < len(words):
            end = _repeated(words, start, letters)
            topic = _noun_phrase(words[start:end], classes[start:end])
            if _TOPIC[0] <= len(topic) <= _TOPIC[1] and _is_asked_of(topic):
                yield topic
            start = max(end, start + 1)


def _repeated(words: Sequence[str], start: int, letters: str) -> int:
    """The end of the longest phrase from `start` on that `letters` hold twice."""
    for end in range(len(words), start + 1, -1):
        if letters.count("".join(words[start:end])) > 1:
            return end
    return start


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
    return "".join(words[first:last]) if last - first > 1 else ""


def _is_asked_of(topic: str) -> bool:
    """Whether citizens ask about it: no amount, no agency's name or a part of one, no royalty."""
    thai = re.fullmatch("[ก-๙]+", topic) and not topic.endswith(("บาท", "เปอร์เซ็นต์"))
    return bool(thai) and topic not in _agency_names() and not title_words().never.search(topic)


def _quoted(entry: Entry) -> Iterator[str]:
    """Names the title quotes, with the noun before them; people's names are none."""
    people = " ".join(person.name for person in entry.people)
    for found in _QUOTED.finditer(entry.title):
        name = _without_full_stop(found["name"].strip(" ,!"))
        person = name in people or re.match(release_words().honorifics, name)
        sentence = title_words().verbs.match(name) or len(name.split()) > 6
        spoken_of = len(name) >= 10 or (found.start() > 0 and entry.body.count(name) > 1)
        if not person and not sentence and (_head(found) or spoken_of):
            yield _named(_head(found), name)


def _without_full_stop(name: str) -> str:
    """The dot of "อว." belongs to it; that of a sentence does not."""
    return name if re.search(r"(^|[ .])[ก-ฮ]{1,4}\.$", name) else name.rstrip(".")


def _english(title: str) -> Iterator[str]:
    """Names in English letters, with the noun before them."""
    for found in _ENGLISH.finditer(title):
        name = found["name"].strip(" .-")
        if len(name) > 8:
            yield _named(_head(found), name)


def _head(found: re.Match[str]) -> str:
    head = title_words().heads.search(found["before"])
    return head["head"] if head else ""


def _named(head: str, name: str) -> str:
    lead = "" if name.startswith(head) else head
    return " ".join(re.sub(r"(?<=[ก-๙])(?=[A-Za-z])", " ", f"{lead}{name}").split())


@lru_cache(maxsize=1)
def _segmenter() -> Segmenter:
    return Segmenter()


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
        re.compile(any_of(lists["held"])),
        re.compile(any_of(lists["joined"])),
        re.compile(rf"(?!{any_of(lists['no_verbs'])})(?:{any_of(lists['verbs'])})"),
        re.compile(any_of(lists["joining"])),
        re.compile(any_of(lists["next_acts"])),
        tuple(lists["offices"]),
        re.compile(any_of(lists["never"])),
        frozenset(lists["loose"]),
    )
