"""Which bodies a release names beside the one who acts, as people call them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from bot.knowledge.places import balanced
from bot.knowledge.words import Lists, any_of, derived, pattern, release_words, table_of
from bot.press.facts.headlines import closed, ends_inside_office, opens_another, title_words
from bot.press.questions.spoken import in_words
from bot.thai.names import Names

_LEAD = 2_500  # letters
_LETTERS = (3, 34)
_LONG = 22  # letters from which on the short name in brackets is said
_BEHIND = 40  # letters behind a name that tell whether it ends there
_QUOTED, _THAI_WORD = re.compile("[“”\"'‘’]"), re.compile("[ก-๙]{3}")
_APART = "(?<![ก-๙A-Za-z.])"  # before a name
_OF_THAILAND = "แห่งประเทศไทย"
_BARE_SHORT = re.compile("[ก-ฮ]{2,5}")  # letters behind which a dot was left out
_WITH_ANOTHER = re.compile(r"[^\n]{0,12}ลงนาม[^\n]{4,60}?กับ")  # behind who signs beside, not with
_AROUND = 100  # letters around a partner in which the words asked for have to stand


def _in_short(lists: Lists) -> str:
    """The short name of an office or a school, with its dot or without."""
    offices = any_of((*release_words().agency_names(), *lists["short"]))
    school = rf"(?:{any_of(lists['schools'])})(?!{any_of(lists['no_schools'])})[ก-๙]{{3,16}}"
    return rf"(?:{offices})\.?|{school}"


def _office(lists: Lists) -> re.Pattern[str]:
    """A short name without more letters on either side, but for those of its ministry."""
    return re.compile(rf"{_APART}(?:{_in_short(lists)})(?=[\s”\"'’),/–-]|อว|$)")


def _joined(lists: Lists) -> re.Pattern[str]:
    name = rf"{_in_short(lists)}|(?:{any_of(lists['heads'])})[ก-๙]{{2,30}}ฯ?"
    english = r"[A-Z][A-Za-z.&]+(?: [A-Z][A-Za-z.&]+)*"
    joining = any_of(lists["joining"])
    return re.compile(rf"{_APART}({name}) ?(?:{joining}) ?({name}|{english})(?=[\s,)]|$)")


def _several(lists: Lists) -> re.Pattern[str]:
    heads = any_of(lists["heads"])
    name = rf"((?:กระทรวง )?(?:[ก-ฮ]{{1,6}}\.)+|[A-Z]{{2,8}}|จุฬาฯ|ดีอี|(?:{heads})[ก-๙]{{2,20}}ฯ?)"
    parted = r"\s?[-–/]\s?"
    verbs = title_words().verbs.pattern
    return re.compile(rf"[“\"']?{name}{parted}{name}(?:{parted}{name})?(?=\s|{verbs})")


def _pair(lists: Lists) -> re.Pattern[str]:
    short = r"(?: ?\((?P<%s_short>[ก-ฮ]{1,5}\.(?:[ก-ฮ]{1,4}\.)?|[A-Z]{2,8})\))?"
    body = r"(?P<%s>(?:" + any_of(lists["heads"]) + r")[ก-๙A-Za-z. ]{2,70}?)"
    one, other = (body % which + short % which for which in ("one", "other"))
    return re.compile(rf"ระหว่าง ?{one} ?(?:และ|กับ) ?{other}(?=[\s,]|$)")


@dataclass(frozen=True, slots=True)
class CompanionWords:
    """The lists of data/companions.yaml, and how those who act together are written."""

    heads: tuple[str, ...]
    own: tuple[str, ...]
    ours: tuple[str, ...]
    centres: tuple[str, ...]
    goes_on: tuple[str, ...]
    approving: tuple[str, ...]
    office: re.Pattern[str] = derived(_office)
    joined: re.Pattern[str] = derived(_joined)
    several: re.Pattern[str] = derived(_several)
    pair: re.Pattern[str] = derived(_pair)
    partner: re.Pattern[str] = pattern(
        r"(?:%(with)s|ระหว่าง[^\n]{4,70}?(?:กับ|และ))\s?"
        r"(?:บริษัท\s?(?P<company>[^\n()]{2,36}?)\s?จำกัด"
        r"|(?P<body>(?:%(heads)s)[ก-๙A-Za-z.]{2,40})(?=[\s,]|$))"
        r"(?:\s?\((?P<short>[ก-ฮ]{2,5}\.|[A-Z]{2,8})\))?"
    )


def partners_in(body: str, beside: re.Pattern[str] | None = None) -> Iterator[str]:
    """With whom a body says that something is done, each once; only near words of `beside`."""
    seen: set[str] = set()
    for found in companion_words().partner.finditer(body[:_LEAD]):
        name, short = found["company"] or found["body"], found["short"] or ""
        said = in_words(name)
        said = short if short and len(said) > _LONG else said
        near = body[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        if beside and not beside.search(near):
            continue
        beside_it = _WITH_ANOTHER.match(body, found.end())
        if said not in seen and _ends(found, body) and _is_whole(said) and not beside_it:
            seen.add(said)
            yield said


def offices_in(title: str) -> Sequence[str]:
    """The offices and schools that a title names in short, as people call them, each once."""
    names = (in_words(found[0]).strip() for found in companion_words().office.finditer(title))
    said = (f"{name}." if _BARE_SHORT.fullmatch(name) else name for name in names)
    return [name for name in dict.fromkeys(said) if len(name) <= _LONG]


def several_in(title: str) -> str:
    """The several whom a headline begins with, in one: "สธ. กับ อว."; "" where it is one.

    A ministry with an agency of its own, or an agency with its centre, are one.
    """
    found = companion_words().several.match(title)
    if not found:
        return ""
    names = [in_words(one) for one in found.groups() if one]
    *others, last = names
    apart = ("" if _THAI_WORD.match(name) else " " for name in (others[-1][-3:], last))
    said = "กับ".join((" ".join(others) + next(apart), next(apart) + last))
    return said if _is_whole(said) and not are_one(names) else ""


def joined_in(title: str) -> str:
    """Two of which a headline says that they work together, in one; "" where it says of none."""
    words = companion_words()
    for found in words.joined.finditer(_QUOTED.sub("", in_words(title))):
        one, other = (
            f"{name}." if _BARE_SHORT.fullmatch(name) else name.removesuffix(_OF_THAILAND)
            for name in found.groups()
        )
        apart = ("" if _THAI_WORD.match(name) else " " for name in (one[-3:], other))
        said = "กับ".join((one + next(apart), next(apart) + other))
        ours = any(name.startswith(words.ours) for name in (one, other)) and are_one((one, other))
        if _is_whole(other) and _is_whole(said) and not (ours or is_same(one, other)):
            return said
    return ""


def are_one(names: Sequence[str]) -> bool:
    """Whether they are a ministry with an agency of its own, two of these, or one by two names."""
    words = companion_words()
    known = {one.rstrip(".") for one in (*release_words().agency_names(), *words.centres)}
    agencies = [one for one in names if one.rstrip(".") in known]
    own = [one for one in names if one.startswith(words.ours)]
    if len(own) > 1 or (agencies and (own or len(agencies) == len(names))):
        return True
    return any(is_same(one, other) for one, other in combinations(names, 2))


def is_same(one: str, other: str) -> bool:
    """Whether both are names of one office: ดีอีเอส and กระทรวงดิจิทัลฯ."""
    plain = {name.rstrip("ฯ.") for name in (one, other)}
    if any(plain <= names for names in _agencies()):
        return True
    meant = [{name, *Names.load().variants(name)} for name in (one.rstrip("ฯ"), other.rstrip("ฯ"))]
    return not meant[0].isdisjoint(meant[1])


def pairs_in(body: str) -> Iterator[str]:
    """Who a body says that something is between, in one: "สอวช. กับราชภัฏ", each once."""
    seen, words = set[str](), companion_words()
    for found in words.pair.finditer(body[:_LEAD]):
        one, other = (_shortest(found, which) for which in ("one", "other"))
        goes_on = found["other_short"] or body[found.end() :].lstrip(" ,").startswith(
            (*words.goes_on, "\n")
        )
        said = f"{one} กับ{'' if other.startswith(words.heads) else ' '}{other}"
        if one != other and goes_on and _is_whole(one) and _is_whole(other) and said not in seen:
            seen.add(said)
            yield said


def _shortest(found: re.Match[str], which: str) -> str:
    """As people call one of the two: by the short name in brackets behind a long one."""
    said, short = in_words(found[which]), found[f"{which}_short"] or ""
    return short if short and len(said) > _LONG else said


def _ends(found: re.Match[str], body: str) -> bool:
    """Whether the name of a partner is told to its end, and is none of the ministry's."""
    name, words = found["company"] or found["body"], companion_words()
    if name.startswith(words.own):
        return False
    behind = body[found.end() : found.end() + _BEHIND].lstrip(" ,")
    over = opens_another(behind) or behind.startswith((*words.goes_on, "\n"))
    cut = found["company"] is None and ends_inside_office(name)
    return bool(found["company"] or found["short"] or (over and not cut))


def _is_whole(said: str) -> bool:
    return _LETTERS[0] <= len(said) <= _LETTERS[1] and closed(said) == said == balanced(said)


@lru_cache(maxsize=1)
def _agencies() -> Sequence[frozenset[str]]:
    """The names of each agency, without the dot behind them."""
    agencies = release_words().agencies.values()
    return [frozenset(name.rstrip(".") for name in names) for names in agencies]


@lru_cache(maxsize=1)
def companion_words() -> CompanionWords:
    """The words as shipped."""
    return table_of(CompanionWords, "companions")
