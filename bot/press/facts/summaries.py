"""A summary of a release in one line: who did what, in its own words up to the end of a clause.

A lead is one long sentence of ranks, dates, places and names before the act. Those are left out,
and so is what is only added to the act; a clause is never cut.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import chain, starmap

from bot.knowledge.words import any_listed, release_pattern, shipped_lists
from bot.press.facts.headlines import (
    NAMED,
    closed,
    ends_inside_office,
    opens_another,
    title_words,
)
from bot.press.facts.untitled import behind_when, is_whole
from bot.thai.names import Names
from bot.thai.segment import word_spans
from bot.thai.tables import rows_of

_LONGEST, _SHORTEST, _ENOUGH = 220, 40, 80
_LONGEST_AT_ALL = 320  # where no clause ends before
_SHORTENED = 3  # ways to tell it are longer
_LOOKED_AT = 3  # paragraphs
_LOOKED_INTO = 1_500  # characters of one
_SECOND_LINE = 250  # characters of a headline's
_LEAST_DONE = 12  # characters from the verb on
_OFFICE = 20  # characters of a name that is long
_SHORT = re.compile(r"[ก-ฮ]{1,5}\.|[A-Z]{2,8}")
_BRACKETED = re.compile(r"\s?\((?:รมว\.|ปลัด\s?)?(?:[ก-ฮ]{1,6}\.|องค์การมหาชน|มหาชน|[A-Z]{2,8})+\)")
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_SENTENCE_END = re.compile(  # a sentence's dot is not that of an abbreviation
    r"(?<=[.!?])(?<![ก-ฮA-Z]\.)(?<![A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?=\s)"
)
_SAID_THAT = re.compile(r"ว่า(?<=[ก-๙ ]ว่า)(?<!ผู้ว่า)(?<!กว่า)(?!การ|จ้าง|ด้วย|ง)[\s“\"]*")
_LIST_FOLLOWS = re.compile(r"(?:ดังนี้|(?:ดัง)?ต่อไปนี้|ประกอบด้วย|ได้แก่)\s*[:：]?$")  # asked first
_ANNOUNCING = re.compile(
    r"\s*(?:โดย|ใน|มี|สรุป)*(?:สาระสำคัญ|รายละเอียด|ประเด็นสำคัญ)?\s?" + _LIST_FOLLOWS.pattern
)
_CUT_OFF = re.compile(r"(?:\.{2,}|…)$")
_ITEM = re.compile(r"\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])")
_WHEN = re.compile(r"(?:เนื่อง)?(?:ในโอกาส|ใน)?(?:วัน|ช่วง|ระหว่าง)")
_DATELINE = re.compile(r"^(?:[^\s:/]{3,30}\s*[-–—:/]|[^:/“\"]{3,60}/)\s+")
_ENDS_CLAUSE = re.compile(  # though no name
    r"[0-9๐-๙] (?:แห่ง|ครั้ง|ชนิด|ฉบับ|ปี|ระดับ|ทาง|แบบ|ตัว|ด้าน)$"
    r"|[ก-๎](?:ได้|แล้ว|ด้วย|ปีนี้|ครั้งนี้|วันนี้|มาก|ดังกล่าว)$"
)
_ORDERED = re.compile(r"(?:มอบหมาย|สั่งการ|กำชับ)(?:ให้)?(\S*)$")  # whom, to do what
_DEPENDENT = re.compile("โดย|ซึ่ง|และ|หรือ|เพื่อ|แต่")
_GIVEN = re.compile(r"^(?:ตามที่|สืบเนื่อง|เนื่องจาก|จากกรณี|กรณี).{20,600}?นั้น[ ,]+")
_THAI = re.compile("[ก-๙]")
_BLANK = re.compile(r"\s")
_SIGNS = " ,:;-–—/|•*"
_MARKS = "ฯๆ.,:()&@–-/"  # that no noun needs a verb behind
_MINISTRY = "กระทรวง"
_NO_INITIAL = r"(?<![ก-ฮ](?=[ก-ฮ]\.))"  # กยศ. is no ศ.
_person = release_pattern(_NO_INITIAL + r"(?:%(honorifics)s)\s?[ก-๙A-Z]")
# Names of people (no นายกรัฐมนตรี), and whatever stands in quotation marks or brackets.
_names = release_pattern(
    rf"ในฐานะ\S+|{_NO_INITIAL}(?:(?:%(honorifics)s)(?!กรัฐ|ก[ฯสเทอ])\s?)+(?:[A-Z]\S+|[ก-๙]+)"
    r"(?:\s(?!ได้|จะ|กล่าว|เปิดเผย)[ก-๙A-Z]\S*)?"
    r"|“[^”]*”|\"[^\"]*\"|\([^)]*\)"
)
_pattern = partial(release_pattern, file="summary_words")
# For the beginning of a text:
_clause = _pattern("%(clauses)s")
_setting = _pattern("%(settings)s")
_verb = _pattern("%(verbs)s")
_no_verb = _pattern("%(no_verbs)s")
_headless = _pattern("%(headless)s")
_another_says = _pattern("%(another_says)s")
_of_speaker = _pattern("%(of_speaker)s")
# Anywhere:
_companions = _pattern(r"\s(?:%(companions)s)")
_going_on = _pattern("%(going_on)s")
_subordinate = _pattern("%(subordinate)s")
_never_last = _pattern("(?:%(never_last)s)$")


def summary_of(title: str, paragraphs: Sequence[str]) -> str:
    """A summary of the first paragraphs; "" if none says who did what.

    It has 220 characters at most, or 320 where nothing shorter does.
    """
    leads = [one for one in paragraphs[:_LOOKED_AT] if _may_tell(one, title)]
    headlines = [one for one in leads if len(one) <= _LONGEST_AT_ALL and _THAI.search(one)]
    told = chain(
        (_summary(one, long=one not in headlines) for one in leads),
        (_summary(one, long=True) for one in headlines),
    )
    return next((one for one in told if one and not _is_of_title(one, title)), "")


def _may_tell(paragraph: str, title: str) -> bool:
    told_first = _WHEN.match(paragraph) or _GIVEN.match(paragraph)
    headless = _opens_with_verb(paragraph) or (_headless().match(paragraph) and not told_first)
    known = _is_of_title(paragraph, title)
    other = _THAI.search(title) and not _THAI.search(paragraph)  # a translation, or code of a page
    goes_on = _ITEM.match(paragraph) or _going_on().search(paragraph, 0, _ENOUGH)
    return len(paragraph) >= _SHORTEST and not (headless or known or other or goes_on)


def _opens_with_verb(paragraph: str) -> bool:
    """Whether it is the second line of a headline, which has no subject of its own."""
    if len(paragraph) > _SECOND_LINE or any_listed("inviting").match(paragraph):
        return False
    first = Names.load().segmenter().words(paragraph[:_SHORTEST])[0]
    return title_words().verbs.fullmatch(first) is not None


def _is_of_title(text: str, title: str) -> bool:
    """Whether it says no more than the title says."""
    known = _letters_of(title)
    opening = _letters_of(text[: 3 * len(title)])  # far quicker than all of a paragraph
    if len(opening) >= len(known) + _LEAST_DONE:
        return False
    told = _letters_of(text)
    return told in known or (told.startswith(known) and len(told) < len(known) + _LEAST_DONE)


def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _summary(paragraph: str, *, long: bool) -> str:
    """The paragraph if it is short enough, else without what may be left out.

    A `long` one is taken if there is nothing shorter.
    """
    if not _THAI.search(paragraph[:_ENOUGH]):
        return _first_sentence(paragraph, _LONGEST_AT_ALL if long else _LONGEST)
    ways = [*_shorter_and_shorter(paragraph)]
    limits = [(one, _LONGEST) for one in ways]
    limits += [(one, _LONGEST_AT_ALL) for one in ways[_SHORTENED:] if long]
    return next(filter(None, starmap(_up_to_clause_end, limits)), "")


def _first_sentence(paragraph: str, most: int) -> str:
    """The first sentence of a text in another language."""
    ends = [one.start() for one in _SENTENCE_END.finditer(paragraph, _SHORTEST)]
    end = next((end for end in ends if end >= _ENOUGH), len(paragraph))
    return paragraph[:end] if end <= most else ""


def _shorter_and_shorter(paragraph: str) -> Iterator[str]:
    text = paragraph[:_LOOKED_INTO]
    text = (_ANNOUNCING.sub("", text) if _LIST_FOLLOWS.search(text) else text).strip(_SIGNS)
    text = text.replace("วิจัย และนวัตกรรม", "วิจัยและนวัตกรรม")
    yield text
    text = _with_short_offices(text)
    yield text
    text = _without_when(text)
    yield text
    text = _GIVEN.sub("", _without_speaker(text))
    yield text
    yield _without_companions(text)
    text = _BRACKETS.sub("", text)
    yield text
    yield _without_companions(text)


def _without_speaker(text: str) -> str:
    """What somebody says, if it can be understood without the speaker; else all of it."""
    said = any_listed("sayings").search(text[:_LONGEST])
    told = text[said.end() :].strip(_SIGNS) if said and said[0].endswith("ว่า") else ""
    told = told if NAMED.match(told) else told.lstrip('“"')
    return text if not told or _of_speaker().match(told) else _without_when(told)


def _without_when(text: str) -> str:
    """The text without day, hour and place at its beginning ("วันนี้ (2 ม.ค. 2567) เวลา …")."""
    for _ in range(2):
        text = _DATELINE.sub("", behind_when(text.strip(_SIGNS)).strip(_SIGNS))
    return text


@lru_cache(maxsize=8)  # from one step to the next most texts stay as they are
def _up_to_clause_end(text: str, most: int) -> str:
    """As much of it as says what was done, up to the end of a clause; "" where none does."""
    if _DEPENDENT.match(text):
        return ""
    if len(text) <= most and not _CUT_OFF.search(text) and _has_verb(text):
        return text
    told = (text[:end].rstrip(_SIGNS) for end in _clause_ends(text, most))
    return next(filter(_is_complete, told), "")


def _clause_ends(text: str, most: int) -> Iterator[int]:
    """Where it may end, best first: as late as possible before another clause, or a setting."""
    blanks = [one.start() for one in _BLANK.finditer(text, _SHORTEST, most + 1)][::-1]
    sentences = {one.start() for one in _SENTENCE_END.finditer(text, 0, most + 1)}
    opens = (end for end in blanks if end in sentences or _clause().match(text, end + 1))
    full = [end for end in opens if not _leaves_subject(text, end)]
    long = [end for end in blanks if end >= _ENOUGH]
    yield from (end for end in full if end >= _ENOUGH)
    yield from (end for end in long if _setting().match(text, end + 1))
    yield from (end for end in long if _another_follows(text, end))
    yield from (end for end in full if end < _ENOUGH)


def _leaves_subject(text: str, end: int) -> bool:
    """Whether who acts behind ("… กรมจึงได้…") would end it."""
    last = text[:end].rpartition(" ")[2]
    return text.startswith("จึง", end + 1) and not any(_verbs(f"X {last}"))


def _another_follows(text: str, end: int) -> bool:
    """Whether a further act of the same agent follows, and not of one named right before."""
    if _another_says().match(text, end + 1) or not opens_another(text[end + 1 :]):
        return False
    verb = max(_verbs(_masked(text[:end])), default=0)
    return not _person().search(text[verb:end])


def _is_complete(told: str) -> bool:
    """Whether nothing is open at its end, and it says what was done."""
    ordered = _ORDERED.search(told)
    if _never_last().search(told) or (ordered and not any(_verbs(f"X {ordered[1]}"))):
        return False
    whole = is_whole(told) and (_ENDS_CLAUSE.search(told) or closed(told) == told)
    return bool(whole) and not ends_inside_office(told) and _has_verb(told)


def _has_verb(text: str) -> bool:
    """Whether it has a verb, behind what only says who speaks, and something behind that."""
    text = _masked(text)
    said = [found.end() for found in _SAID_THAT.finditer(text)]
    told = text[said[-1] :] if said else text
    if any(_subordinate().match(text, start) for start in (0, *said)) and "จึง" not in text:
        return False
    clauses = [found.end() for found in _subordinate().finditer(text)]
    done = any(len(told) - place >= _LEAST_DONE for place in _verbs(told))
    return done and (not clauses or any(_verbs(f"X {text[clauses[-1] :]}")))


def _masked(text: str) -> str:
    """The text with its names masked."""
    return _names().sub(lambda name: "X" * len(name[0]), text)


def _verbs(text: str) -> Iterator[int]:
    """Where verbs begin that are no part of a name, in a masked text."""
    spans = [*word_spans(text, Names.load().segmenter().words(text))]
    ends = {end for _, _, end in spans}
    before, noun = "", False
    for word, start, _ in spans:
        apart = start > 0 and text[start - 1].isspace()
        noun = not apart and (noun or before in title_words().carrying)
        verb = start > 0 and _is_verb(text, start, None if apart else ends)
        if verb and not noun and _is_act(text, start, before):
            yield start
        before, noun = word, noun and verb


def _is_verb(text: str, start: int, ends: Collection[int] | None) -> bool:
    """Whether a word is, or where it stands apart begins with, a verb."""
    found = (_verb().match(text, start), title_words().verbs.match(text, start))
    return any(one and (ends is None or one.end() in ends) for one in found)


def _is_act(text: str, start: int, before: str) -> bool:
    """Whether a verb is no part of a name, and not only what is done together."""
    named = before in _name_heads() or (before[-1:] not in _MARKS and before in title_words().loose)
    joined = title_words().joining.match(text, start)
    return not (named or joined or _no_verb().match(text, start))


def _without_companions(text: str) -> str:
    """The text without who came along, up to the act."""
    found = _companions().search(text)
    if not found:
        return text
    verb = next((one for one in _verbs(_masked(text)) if one > found.end()), 0)
    if not verb or text[verb - 1 : verb].strip():
        return text
    return f"{text[: found.start()]} {text[verb:]}"


def _with_short_offices(text: str) -> str:
    """The text with offices by their short names where it gives them, and the ministry's always."""
    for full, short in _office_names():
        if full in text:
            needed = "{0,2}" if _MINISTRY in short else "{1,2}"
            written = re.escape(full)
            text = re.sub(rf"{written}(?:{_BRACKETED.pattern}){needed}", short, text)
            text = text.replace(f" หรือ {short.removeprefix(_MINISTRY).strip()}", "")
    return text


@cache
def _office_names() -> tuple[tuple[str, str], ...]:
    """Long names of offices, longest first, with their short names."""
    pairs = []
    for full, forms, *_ in rows_of("names.csv", needed=1):
        short = forms.partition("|")[0]
        if len(full) < _OFFICE or not _SHORT.fullmatch(short):
            continue
        if full.startswith(_MINISTRY):
            of_what = full.removeprefix(_MINISTRY)
            pairs += [(full, f"{_MINISTRY} {short}"), (f"รมว.{of_what}", f"รมว.{short}")]
        elif any_listed("office_heads").match(full):
            pairs.append((full, short))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _name_heads() -> frozenset[str]:
    return frozenset(shipped_lists("summary_words")["name_heads"])
