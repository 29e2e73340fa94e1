"""Parsing headlines: their chunks, who acts with whom, and where a phrase may end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, takewhile

from bot.knowledge.places import balanced
from bot.knowledge.words import (
    Lists,
    any_listed,
    any_of,
    derived,
    pattern,
    release_words,
    table_of,
)
from bot.thai.names import Names
from bot.thai.tables import rows_of

_IN_QUOTES = "[“\"‘'](?P<name>(?:[^”\"’']|(?<=[A-Za-z])[’'](?=s )){4,%d})[”\"’']"
NAMED = re.compile(_IN_QUOTES % 110)
QUOTES = "“”\"‘’'"
INSIDE = re.compile(r"\([^)]*\) *[^ )]")  # brackets that a name goes on behind
ABBREVIATED = re.compile(r"(?:^|[ .])[ก-ฮ]{1,5}\.$")
_WITH, _SIGNED = "กับ", re.compile("MO[Uu]$|เอ็มโอยู$|ความร่วมมือ$")  # two words that join two
_SHORT = re.compile(r"[ก-ฮ]{2,5}\.")  # a whole name
_OPEN_OFFICES = ("กระทรวง", "ก.")  # which a blank parts from the rest of the name
_SEVERAL = re.compile("มหาวิทยาลัย|สถาบัน|บริษัท|สมาคม|หน่วยงาน|องค์กร|กระทรวง|เครือข่าย|ธนาคาร")
_LONGEST_ACTOR = 40
_PART, _NAME = 12, 70  # characters of an office's name
_LISTS = re.compile("[ก-๙]{2,24}และ[ก-๙]{3,}$")
_AND = 6  # characters of "และ" with a name
_INSIDE = "\ue000"  # stands for a blank inside a quoted name
_APART = re.compile(r"\s+([ๆฯ])(?=\s|$)")  # of its word
_COVID = re.compile(r"(โควิด|(?:COVID|Covid))\s*[-–]?\s*19")
_QUOTED = re.compile(rf"\s?{_IN_QUOTES % 150}")
_ALL_QUOTED = re.compile(rf"[“\"](?P<title>[^{QUOTES}]{{40,}})[”\"]")
_BEFORE = 30  # characters
_THAI_END = re.compile("[ก-๙]*$")
_NOISE = re.compile("!+|…|\\.{2,}|\\[[^\\]]*\\]|\\(อว\\.?\\)|\\([A-Za-z][A-Za-z0-9 .&-]*\\)")
_AMOUNT = re.compile(r"(?: ?(?:อีก|กว่า|เกือบ|จำนวน|ถึง))+ ?[0-9][0-9,.]*$| [0-9]+,[0-9,]+$")
_BETWEEN_ONE = re.compile("ระหว่าง(?!วัน|การ)(?!.*(?:กับ|และ|[-–]))[^ ]{1,16}$")  # and no other
_WHOLE = "(?<!โรง)(?<!พลัง)(?<!พนัก)(?<!ราย)(?<!สำนัก)(?<!ต้น)(?<!ลง)"  # no โรงงาน, no ต้นทุน
_COUNTED = re.compile(r"(?<=[ก-๎]) [0-9][0-9,.]*$")  # a number whose noun went


def _ends_free(lists: Lists) -> re.Pattern[str]:
    """What may follow a noun phrase: a mark, a word of sentences; behind a blank, a verb."""
    apart = any_of([*lists["verbs"], "และ", "หรือ"])
    ends = any_of(lists["ends_free"])
    return re.compile(rf" ?(?:[^ก-๙A-Za-z0-9 .…“\"'‘(/–-]|{ends}|(?<= )(?:{apart}))")


def _before_a_noun(lists: Lists) -> re.Pattern[str]:
    """Prepositions, and verbs of headlines but for those that make names ("ประชุมวิชาการ")."""
    never = {*lists["held"], *lists["turning"], "และ", "หรือ"}
    words = (word for word in (*lists["loose"], *lists["verbs"]) if word not in never)
    thai = any_of(word for word in words if re.fullmatch("[ก-๙]{2,}", word))
    return re.compile(rf"(?:^|[^ก-๙A-Za-z0-9.]|{thai})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """The lists of data/title_words.yaml: patterns for the beginning of a text, where not noted."""

    heads: re.Pattern[str] = pattern("(?P<head>%(heads)s)$")  # ends what stands before a name
    headed: re.Pattern[str] = pattern("%(heads)s")
    whole_heads: re.Pattern[str] = pattern()  # of names that stand without quotation marks
    held: re.Pattern[str] = pattern()
    held_english: re.Pattern[str] = pattern(  # anywhere, as a word
        "(?<![A-Za-z])(?:%(held_english)s)(?![A-Za-z])", ignore_case=True
    )
    joined: re.Pattern[str] = pattern(f"{_WHOLE}(?:%(joined)s)")  # anywhere
    verbs: re.Pattern[str] = pattern("(?!%(no_verbs)s)(?:%(verbs)s)")
    joining: re.Pattern[str] = pattern("%(joining)s|ร่วมมือ$")
    next_acts: re.Pattern[str] = pattern()
    setting: re.Pattern[str] = pattern("(?!%(no_setting)s)(?:%(setting)s)")
    begins_free: re.Pattern[str] = derived(_before_a_noun)  # ends what stands before a phrase
    ends_free: re.Pattern[str] = derived(_ends_free)
    offices: tuple[str, ...]
    no_offices: tuple[str, ...]
    glued: tuple[str, ...]
    never: re.Pattern[str] = pattern()  # anywhere
    bodies: re.Pattern[str] = pattern()
    vague: re.Pattern[str] = pattern()
    clauses: frozenset[str]
    offered: re.Pattern[str] = pattern()
    ends_actor: re.Pattern[str] = pattern()
    praise: re.Pattern[str] = pattern("(?:%(praise)s)+$")  # at the end of one who acts
    greetings: re.Pattern[str] = pattern(r"(?:%(greetings)s)\s*[!.]*\s+")
    royal: re.Pattern[str] = pattern()  # anywhere
    loose: frozenset[str]
    carrying: frozenset[str]
    generic: frozenset[str]  # English words that name nothing by themselves


@cache
def title_words() -> TitleWords:
    """The words as shipped."""
    return table_of(TitleWords, "title_words")


def chunks_of(title: str) -> list[str]:
    """The chunks between blanks, quoted names whole; an actor glued to its verb set apart."""
    pieces = _NOISE.sub(" ", _QUOTED.sub(_unquoted, _normalised(title))).split()
    chunks = [piece.strip(QUOTES).replace(_INSIDE, " ") for piece in pieces if piece.strip(QUOTES)]
    for number, chunk in enumerate(chunks[:2]):
        if glued := _agency_and_verb().match(chunk):
            return [*chunks[:number], glued["actor"], chunk[glued.end() :], *chunks[number + 1 :]]
    return chunks


def _normalised(title: str) -> str:
    """The title without blanks inside words and without quotation marks around all of it."""
    whole = _ALL_QUOTED.fullmatch(title)
    told = _COVID.sub(r"\1-19", whole["title"] if whole else title)
    return _APART.sub(r"\1", told) if "ๆ" in told or "ฯ" in told else told


def _unquoted(quote: re.Match[str]) -> str:
    """A quoted name without its marks, joined to the noun before it."""
    name = _INSIDE.join(quote["name"].split())
    return f"{'' if head_before(quote) else ' '}{name} "


def actor_of(chunks: Sequence[str], people: Sequence[str]) -> str:
    """Who acts; of "อว. โดย วว." the second; "" where that is not clear."""
    if "โดย" in chunks:
        chunks = chunks[chunks.index("โดย") + 1 :]
    chunks = list(takewhile(lambda chunk: not chunk.startswith("โดย"), chunks))
    named = [n for n, chunk in enumerate(chunks) if offices().match(chunk)]
    first = named[-1] if named else 0
    while first - 1 in named:
        first -= 1
    if not named and len(chunks) > 1 and not _opens_a_name(chunks[0]):
        first = len(chunks) - 1
        if not any(chunks[first] in person for person in people):
            return ""
    ends = title_words().ends_actor
    said = takewhile(lambda chunk: not ends.match(chunk), chunks[first : first + 3])
    actor = title_words().praise.sub("", closed(" ".join(chunk.strip(",:;") for chunk in said)))
    return actor if len(actor) <= _LONGEST_ACTOR else ""


def _opens_a_name(chunk: str) -> bool:
    """Whether it begins as names of people and organisations do."""
    titled = any_listed("honorifics").match(chunk)
    return titled is not None or title_words().bodies.match(chunk) is not None or chunk.isascii()


def partners_of(chunks: Sequence[str]) -> Iterator[str]:
    """With whom, wherever a verb joins two ("อว. จับมือ จุฬาฯ")."""
    for number, chunk in enumerate(chunks):
        joined = title_words().joining.match(chunk)
        signed = number and chunk == _WITH and _SIGNED.search(chunks[number - 1])
        behind = (chunk[joined.end() :] if joined else "", *chunks[number + 1 :])
        following = [one for one in behind if one] if joined or signed else []
        if following:
            yield from _partner(following)


def _partner(following: Sequence[str]) -> Iterator[str]:
    """The one whom the pieces behind a joining verb name, with those beside it."""
    first, *rest = following
    if rest and first in _OPEN_OFFICES:
        first, *rest = f"{first} {rest[0]}", *rest[1:]
    if rest and first.isdigit() and (several := _SEVERAL.match(rest[0])):
        yield f"{first} {several[0]}"
        return
    english = list(takewhile(lambda one: one.isascii(), rest)) if first.isascii() else []
    if not english and _is_half_a_name(first, rest):
        first, *rest = f"{first} {rest[0]}", *rest[1:]
    others = list(
        takewhile(lambda one: one.startswith("และ") and len(one) > _AND, rest[len(english) :])
    )
    listed = rest and _LISTS.match(rest[0]) and not opens_another(rest[0])
    if listed and not (english or others or title_words().bodies.match(first)):
        others = rest[:1]  # "รมว.ศึกษาธิการ วิทยาศาสตร์และเทคโนโลยีญี่ปุ่น"
    if _SHORT.fullmatch(first) and len(" ".join(others)) > _LONGEST_ACTOR:
        others = []
    partner = closed(" ".join((first, *english, *others)).strip(",:;"))
    words = title_words()
    plain = not (words.verbs.match(partner) or words.vague.match(partner) or partner in words.loose)
    named = plain and not (words.never.search(partner) or words.bodies.fullmatch(partner))
    if named and 2 < len(partner) <= _LONGEST_ACTOR:
        yield partner


def _is_half_a_name(first: str, rest: Sequence[str]) -> bool:
    """Whether a company's name goes on behind its first Thai word."""
    words = title_words()
    known = offices().match(first) or words.bodies.match(first) or ABBREVIATED.search(first)
    known = known or words.ends_actor.match("".join(rest[:1]))
    thai = bool(rest) and re.fullmatch("[ก-๎]+", f"{first}{rest[0]}") is not None
    return thai and not (known or "และ" in first or opens_another(rest[0]) or "และ" in rest[0])


def phrase_of(chunks: Sequence[str], longest: int, enough: int) -> str:
    """The first chunks: as few as say `enough`, at most `longest` characters."""
    said: list[str] = []
    for chunk in chunks:
        letters = sum(map(len, said))
        if letters >= enough and not _goes_on(said, chunk):
            break
        if letters + len(chunk) > longest:
            said = _cut_back(said, chunk)
            break
        said.append(chunk)
    return closed(balanced(joined(said)).strip(" ,:;"))


def joined(chunks: Sequence[str]) -> str:
    """The chunks as they are spoken, without a blank behind a verb."""
    told = ""
    for chunk in chunks:
        tight = title_words().verbs.fullmatch(told) and "." not in chunk
        told = f"{told}{'' if tight else ' '}{chunk}".strip()
    return told


def opens_another(following: str) -> bool:
    """Whether a phrase is whole before this: nothing, or another act, aim, time or place."""
    words = title_words()
    opens = not following or words.next_acts.match(following) or words.verbs.match(following)
    return bool(opens or words.setting.match(following))


def _cut_back(said: list[str], chunk: str) -> list[str]:
    """The pieces up to where they may end, if `chunk` were to follow."""
    while said and _goes_on(said, chunk):
        *said, chunk = said
    return said


def _goes_on(said: Sequence[str], chunk: str) -> bool:
    """Whether a cut here would part an English name, or words or numbers from what they need."""
    if not said:
        return False
    last = said[-1]
    named = chunk[0].isascii() and chunk[0].isalpha()
    counts = last.isdigit() and not chunk[0].isascii()
    return named or counts or chunk[0].isdigit() or last_word(last) in title_words().loose


def closed(phrase: str) -> str:
    """The phrase without last words or numbers that need something to follow."""
    phrase = _BETWEEN_ONE.sub("", _AMOUNT.sub("", phrase))
    while (
        phrase
        and not (ABBREVIATED.search(phrase) or phrase.endswith(("ฯ", "ๆ")))
        and (word := last_word(phrase))
    ):
        opens = phrase.rpartition(" ")[2] == word  # of "ชุดตรวจ" the end is no verb
        if not (word in title_words().loose or (opens and is_loose(word))):
            break
        phrase = _COUNTED.sub("", phrase[: -len(word)].rstrip(" ,:;"))
    return phrase


@lru_cache(maxsize=512)  # the pieces of a title are put together in several ways
def last_word(phrase: str) -> str:
    """The last word of a phrase; "" for an empty one."""
    words = Names.load().cut(phrase.rpartition(" ")[2])
    return words[-1] if words else ""


def is_loose(word: str) -> bool:
    """Whether something has to follow the word: a preposition, a verb of headlines."""
    words = title_words()
    return word in words.loose or words.verbs.fullmatch(word) is not None


def is_carrying(word: str) -> bool:
    """Whether the word makes a noun of the verb behind it ("การ|จัด", "ผู้|ผลิต")."""
    return word in title_words().carrying


def is_quoted(name: str, text: str) -> bool:
    """Whether a quotation mark precedes the name somewhere in the text."""
    return any(f"{sign}{name}" in text for sign in QUOTES)


def is_office(phrase: str) -> bool:
    """Whether it is the name of an office or a part of one."""
    return "".join(phrase.split()) in _office_names()


def ends_inside_office(phrase: str) -> bool:
    """Whether an office's name goes on where the phrase ends."""
    letters = "".join(phrase.split())
    ends = (letters[start:] for start in range(max(0, len(letters) - _NAME), len(letters)))
    return any(end in _office_name_beginnings() for end in ends)


def head_before(found: re.Match[str]) -> str:
    """The head noun before a name found in a text ("โครงการ"), or ""."""
    words, before = title_words(), thai_before(found)
    cut = Names.load().cut(before)
    if len(before) == _BEFORE:
        cut = cut[1:]  # the first may have begun earlier
    head = words.heads.search(before)
    if head and len(head["head"]) in accumulate(map(len, reversed(cut))):
        return head["head"]
    for number in range(len(cut) - 1, -1, -1):
        phrase = "".join(cut[number:])
        if words.verbs.fullmatch(cut[number]) or cut[number] in words.loose:
            return ""
        if words.held.match(phrase) and words.held.fullmatch(cut[number]):
            return phrase
    return ""


def thai_before(found: re.Match[str]) -> str:
    """The Thai letters right before a name."""
    start = opening_of(found)
    thai = _THAI_END.search(found.string, max(0, start - _BEFORE), start)
    return thai[0] if thai else ""


def opening_of(found: re.Match[str]) -> int:
    """Where a name begins, with the blank before it."""
    start = found.start()
    return start - found.string[max(0, start - 1) : start].isspace()


@cache
def offices() -> re.Pattern[str]:
    """What begins the name of an office that acts in a headline."""
    names = [*release_words().agency_names(), *title_words().offices]
    return re.compile(rf"(?!{any_of(title_words().no_offices)})(?:{any_of(names)})")


@cache
def _office_names() -> str:
    """The names of offices without blanks, one on a line."""
    named = (row[0] for row in rows_of("names.csv", needed=1) if title_words().bodies.match(row[0]))
    names = (*release_words().agency_names(), *named)
    return "\n".join("".join(name.split()) for name in names)


@cache
def _office_name_beginnings() -> frozenset[str]:
    """The beginnings of full names of offices that are no names themselves."""
    rows = [["".join(cell.split()) for cell in row[:2]] for row in rows_of("names.csv", needed=1)]
    whole = {form for full, forms in rows for form in (full, *forms.split("|"))}
    parts = {full[:end] for full, _ in rows for end in range(_PART, len(full))}
    return frozenset(parts - whole)


@cache
def _agency_and_verb() -> re.Pattern[str]:
    """An agency that the title writes together with its verb ("อว.ผนึก", "ทีเซลส์จับมือ")."""
    short = r"(?:[ก-ฮ]{1,5}\.){1,3}"
    known = any_of([*release_words().agency_names(), *title_words().glued])
    body = rf"(?:{title_words().bodies.pattern})[ก-๙]{{2,25}}?(?=ร่วมมือ|จับมือ|ผนึกกำลัง)"
    return re.compile(rf"(?P<actor>{body}|(?:{short}|{known})(?={title_words().verbs.pattern}))")
