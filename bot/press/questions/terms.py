"""Foreign names and coined words that a release explains: "SPACE-F", "CWIE", "ธัชชา"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from bot.knowledge.entries import Entry
from bot.knowledge.words import Lists, any_of, derived, pattern, places_of, table_of
from bot.press.facts.headlines import title_words
from bot.press.questions.matters import Matter
from bot.press.questions.phrases import BODY, kind_of_topic
from bot.press.questions.short_names import is_typed

_OFTEN = 3  # times that a name stands in a text that it weighs in
_MOST = 5
_BEFORE, _AFTER = 100, 150  # letters around a name that may say what it is
_KNOWN_KINDS = ("people", "rite", "study")  # of which everybody knows what they are
_EVERYDAY = ("living", "goods", "people")  # of topics
_CLOSE = 45  # letters behind a name
_SHORTEST = 3  # letters
_JOINED = 5  # letters before a name, that may join it to another
_WORD_ON = "[A-Za-z0-9]*(?:[&+.'’-][A-Za-z0-9]+)*"
_WORD = f"[A-Z]{_WORD_ON}"
_NAME = re.compile(
    rf"[A-Z](?<![A-Za-z0-9@/._-].){_WORD_ON}"
    rf"(?: (?:{_WORD}|(?:of|for|and|the|in|by|to|&) {_WORD}|[0-9]{{4}}|[0-9](?= [A-Z])))*"
    r"(?![A-Za-z@/])"
)
_GOES_ON = re.compile(r" ?[-–&/:] ?[A-Z0-9]| [a-z0-9]")  # of which the name is a part
_GOES_BEFORE = re.compile("[A-Za-z0-9] ?[-–&/:] ?$|[A-Za-z] $")
_JOINS = re.compile("(?:for|of|and|the|in|by|to) ", re.IGNORECASE)
_PLAIN = re.compile("[A-Z]?[a-z]+|[A-Z][a-z]+-[A-Za-z][a-z]+")  # a word of the language
_IN_BRACKETS = re.compile(r"[ก-๙”\"A-Za-z] ?\((?:[A-Za-z][^()\n]{3,90}[:,;] ?)?$")
_EXPANDED = re.compile(r" ?\([^)\n]{8,90}\)")
_IN_FULL = (  # what a short name stands for, behind it or before it
    r"(?P<before>[A-Z][A-Za-z-]+(?: (?:[A-Za-z-]+|&)){{1,8}}) ?(?:\(|: ?|, ?| or | หรือ ){name}\)"
    r"|{name} ?\((?P<behind>[A-Z][A-Za-z-]+(?: (?:[A-Za-z-]+|&)){{1,8}})\)"
)
_CALLED = re.compile("[ก-๙)] ?(?:หรือ(?:ที่เรียกว่า)?|เรียกว่า|ชื่อว่า|เรียกสั้น ?ๆ ?ว่า) ?[“\"‘']?$")
_CLOSES = r"[”\"'’) ]{0,3}(?:นั้น ?)?(?:\([^)\n]{2,90}\) ?)?"


def _kinds(lists: Lists) -> re.Pattern[str]:
    kinds = any_of([*lists["is_a"], *lists["kinds"]])
    return re.compile(
        rf"{_CLOSES}(?:{any_of(lists['being'])})(?:{kinds})(?!{any_of(lists['no_kinds'])})"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _TermWords:
    known: frozenset[str]
    coined: frozenset[str]
    # Behind a name:
    says_what: re.Pattern[str] = pattern(rf"{_CLOSES}(?:%(says_what)s)(?!ประธาน|เจ้าภาพ|วาระ)")
    is_a: re.Pattern[str] = pattern(r"[”\"'’)]{0,2} ?(?:%(is_a)s)[ก-๙]")
    kinds: re.Pattern[str] = derived(_kinds)  # that it is one of a kind
    tells: re.Pattern[str] = pattern(  # close to it
        rf"{_CLOSES}(?P<between>[^\n]{{0,{_CLOSE}}}?)(?:%(tells)s)"
    )
    defines: re.Pattern[str] = pattern(rf"{_CLOSES}(?:%(defines)s)")
    says_why: re.Pattern[str] = pattern()  # anywhere
    offices: frozenset[str] = derived(lambda lists: frozenset(map(str.lower, lists["offices"])))
    # Before a name in brackets, which is that of a body then:
    bodies: re.Pattern[str] = pattern(r"(?:%(bodies)s)[^()\n]{0,80}\($")


def terms_of(entry: Entry, matters: Sequence[Matter]) -> Iterator[str]:
    """Those of the title or that come again and again, if the text says what they are."""
    found = (
        one
        for one in _names_in(entry)
        if is_explained(one, entry, in_brackets=not _is_of_plain_words(one))
    )
    coined = (
        one.said
        for one in matters
        if (one.said in _term_words().coined and is_explained(one.written, entry))
        or _is_defined(one, entry)
    )
    yield from islice(dict.fromkeys((*coined, *found)), _MOST)


def unexplained_in(entry: Entry) -> Iterator[str]:
    """Names of the title that come again and again, and of which the text does not say more."""
    text = _text_of(entry).lower()
    for one in _names_in(entry):
        often = one in entry.title and text.count(one.lower()) > _OFTEN
        if often and not is_explained(one, entry):
            yield one


def titled_terms(entry: Entry) -> Sequence[str]:
    """The foreign names of the title that weigh, and are no end of another ("For EV")."""
    return [one for one in _names_in(entry) if one in entry.title and not _JOINS.match(one)]


def _text_of(entry: Entry) -> str:
    return f"{entry.title}\n{entry.body[:BODY]}"


def _names_in(entry: Entry) -> Sequence[str]:
    """As the text writes them otherwise than in capitals, where it does."""
    return _weighing_in(entry.title, _text_of(entry))


@lru_cache(maxsize=2)  # for each of those who ask about an entry
def _weighing_in(title: str, text: str) -> Sequence[str]:
    return tuple(_weighing(title, text))


def _weighing(title: str, text: str) -> Iterator[str]:
    kinds = _term_words().kinds
    told: dict[str, bool] = {}  # name → whether the text says right behind it of what kind it is
    for found in _NAME.finditer(text):
        name = found[0].rstrip(".")
        told[name] = told.get(name, False) or kinds.match(text, found.end()) is not None
    for name, defined in told.items():
        often = defined or text.count(name) >= _OFTEN
        weighs = _stands_whole(name, title) or (often and not _PLAIN.fullmatch(name))
        fits = len(name) >= _SHORTEST and is_typed(name) and _stands_whole(name, text)
        body = is_english_body(name) or _is_a_body(name, text)
        if weighs and fits and not (is_known_term(name) or body):
            other = (one for one in told if one != name and one.upper() == name)
            yield next(other, name)


def _is_of_plain_words(name: str) -> bool:
    """Whether it says in English what stands before its brackets: "Sustainable Development"."""
    return " " in name and all(map(_PLAIN.fullmatch, name.split()))


def _stands_whole(name: str, text: str) -> bool:
    """Whether no longer English name goes on with it everywhere."""
    return any(
        not _GOES_ON.match(text, place + len(name))
        and not _GOES_BEFORE.search(text[max(0, place - _JOINED) : place])
        for place in places_of(name, text)
    )


def _is_a_body(name: str, text: str) -> bool:
    """Whether it stands in brackets behind the name of an office, whose short one it is."""
    bodies = _term_words().bodies
    places = places_of(name, text)
    return any(bodies.search(text[max(0, place - _BEFORE) : place]) for place in places)


def is_english_body(name: str) -> bool:
    """Whether one of several English words says that it is an office: "EXIM BANK"."""
    words = name.split()
    return len(words) > 1 and not _term_words().offices.isdisjoint(map(str.lower, words))


def is_known_term(name: str) -> bool:
    """Whether everybody knows it, or it names nothing by itself."""
    known = _term_words().known
    return name in known or known.union(title_words().generic).issuperset(name.split())


def _is_defined(matter: Matter, entry: Entry) -> bool:
    """Whether the body says what something of the title is that is no name."""
    everyday = kind_of_topic(matter.said) in _EVERYDAY
    if not matter.titled or matter.kind in _KNOWN_KINDS or everyday:
        return False
    defines = _term_words().defines
    places = places_of(matter.written, entry.body[:BODY])
    return any(defines.match(entry.body, place + len(matter.written)) for place in places)


def is_explained(name: str, entry: Entry, *, in_brackets: bool = True) -> bool:
    """Whether an entry says what it is behind the name, in brackets, or by a noun before it."""
    text = _text_of(entry)
    words = _term_words()
    for place in places_of(name, text):
        end = place + len(name)
        before, behind = text[max(0, place - _BEFORE) : place], text[end : end + _AFTER]
        if words.says_what.match(behind) or words.is_a.match(behind) or _EXPANDED.match(behind):
            return True
        bracketed = in_brackets and behind.startswith(")") and _IN_BRACKETS.search(before)
        if bracketed or _CALLED.search(before):
            return True
        headed = title_words().heads.search(before.rstrip(" “\"‘'"))
        if headed and words.says_why.search(behind.partition("\n")[0]):
            return True
    return False


def is_told(name: str, entry: Entry, within: int = _CLOSE) -> bool:
    """Whether so many letters behind the name an entry says what it is, has or is for."""
    told = _behind(name, entry, _term_words().tells)
    return any(len(found["between"]) <= within for found in told)


def _behind(name: str, entry: Entry, told: re.Pattern[str]) -> Iterator[re.Match[str]]:
    text = _text_of(entry)
    found = (told.match(text, place + len(name)) for place in places_of(name, text))
    return filter(None, found)


@lru_cache(maxsize=1)
def _term_words() -> _TermWords:
    return table_of(_TermWords, "terms")
