"""What was held, by the name that its title or lead gives it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.knowledge.entries import Entry
from bot.knowledge.persons import given_name
from bot.knowledge.places import balanced
from bot.knowledge.words import any_of, shipped_lists
from bot.press.facts.headlines import (
    closed,
    ends_inside_office,
    is_loose,
    opens_another,
    title_words,
)
from bot.press.questions.wholeness import lists_on
from bot.thai.names import Names

_LEAD = 800  # letters that tell what was held
_OWN = 6  # letters that tell it from others of its kind
_LONGEST = 90
_ENGLISH = r"[A-Z][A-Za-z0-9&.'’+-]*(?: (?:[A-Za-z0-9&][A-Za-z0-9&.'’+-]*|[-–:]))*"
_ASIDE = re.compile(r" ?(?:ครั้งที่|ประจำปี|พุทธศักราช|: |ปีที่|รุ่นที่|\(|[“\"‘]).*$")
_WHOLE_ENGLISH = re.compile(r" ?(?:[ก-๙“”\"‘’(,]|$)")


def occasions_of(entry: Entry) -> Sequence[str]:
    """The names of what was held by the title, or else by the lead, each once."""
    names = _names_in(entry.title, len(entry.title)) or _names_in(entry.body, _LEAD)
    people = [given for person in entry.people if (given := given_name(person.name))]
    return [one for one in names if not any(one.endswith(given) for given in people)]


def written_in(body: str, name: str) -> str:
    """How a body writes the name: without its kind, where quotation marks part both."""
    kinds = shipped_lists("occasions")["kinds"]
    forms = (name, *(name.removeprefix(kind).strip() for kind in kinds if name.startswith(kind)))
    return next((one for one in forms if one in body), name)


def _names_in(text: str, end: int) -> Sequence[str]:
    """Those before `end`, and none that goes on behind it."""
    whole = (one for one in _held().finditer(text, 0, end) if not one.end() == end < len(text))
    return list(dict.fromkeys(name for one in whole if (name := _named(one, text))))


def _named(found: re.Match[str], text: str) -> str:
    """The kind with its name, if that is whole and tells which is meant; else ""."""
    kind, plain = found["kind"], found["plain"] or ""
    quoted, behind = _ASIDE.sub("", found["quoted"] or "").strip(), text[found.end() :]
    if found["english"]:
        name = found["english"].rstrip(" -–:")
        known = title_words().generic.issuperset(name.split()) or _unasked().search(name)
        whole = _WHOLE_ENGLISH.match(behind) and not known
        return f"{kind} {name}" if whole and len(name) >= _OWN else ""
    if found["quoted"]:
        apart = " " if quoted[:1].isascii() else ""
        kind = "" if kind in shipped_lists("occasions")["unsaid"] else kind
        told = len(quoted) >= _OWN and not _unasked().search(quoted)
        return f"{kind}{apart}{quoted}" if told and not title_words().royal.search(quoted) else ""
    whole = len(plain) >= _OWN and opens_another(behind.lstrip(" ,")) and not _is_vague(plain)
    whole = whole and not lists_on(text, found.end())
    name = f"{kind}{plain}"
    sound = closed(name) == name == balanced(name) and not ends_inside_office(name)
    return name if whole and sound else ""


def _is_vague(own: str) -> bool:
    """Whether it is royal, of a committee, or told by a word that goes before another."""
    words = title_words()
    first = Names.load().segmenter().words(own)[0]
    other = words.royal.search(own) or words.vague.match(own) or words.verbs.match(own)
    return bool(other) or is_loose(first) or _unasked().search(own) is not None


@lru_cache(maxsize=1)
def _held() -> re.Pattern[str]:
    lists = shipped_lists("occasions")
    kinds = any_of(lists["kinds"])
    aside = any_of(lists["aside"])
    return re.compile(
        rf"(?:{any_of(lists['holding'])}|ใน(?={any_of(lists['inside'])}))(?P<kind>{kinds})(?:{aside})*"
        rf"(?: ?[“\"‘](?P<quoted>[^“”\"‘’\n]{{4,{_LONGEST}}}?)(?:[”\"’]|(?=\s?[(“]))"
        rf"| ?(?P<english>{_ENGLISH})|(?P<plain>[ก-๙]+))"
    )


@lru_cache(maxsize=1)
def _unasked() -> re.Pattern[str]:
    return re.compile(any_of(shipped_lists("occasions")["unasked"]))
