"""Delegations, where two countries or offices meet: which is asked for, and who belongs to it.

And envoys, known by post and country: "ทูตจีน", "รมต.ฝรั่งเศส".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from bot.knowledge.words import any_of, shipped_lists
from bot.search.constraints import OFFICE_HEADS
from bot.search.folding import fold
from bot.search.passages.people.names import ORGANISATION
from bot.search.passages.people.question_types import asks_organisation, is_of_sort_asked
from bot.search.passages.people.roles import office_asked
from bot.search.passages.word_boundaries import STOPS
from bot.search.query import Query, reading
from bot.search.ranking import Candidate
from bot.thai.names import Names
from bot.thai.normalise import letters_in, squeeze

_HOME = "ไทย"
_OURS = "(?:ประเทศ)?ไทย|เรา(?!ะ)|บ้านเรา"
_OTHERS = "เขา|เค้า|นั้น|นู้น|โน้น|โน่น|ตรงข้าม|ต่าง(?:ชาติ|ประเทศ)|คู่สัญญา"  # the other side
_COMES_FROM = "(?:ใคร|ตัวแทน|ผู้แทน)(?:ที่)?(?:เดินทาง)?(?:มา)?จาก(?:ประเทศ|ทาง)?"
_SENDS = "ส่ง(?:ตัวแทน|ผู้แทน)?(?:คือ|เป็น)? ?ใคร"
_ROLE = 110  # letters behind a name, with its role
_ENVOY = re.compile("(?:ทูต|กงสุล(?:ใหญ่)?|ผู้แทน)(?:ราชอาณาจักร)?ไทย")
_SENT_TO = re.compile("ประจำ[^ ]{0,20}?(?:ประเทศ|ราชอาณาจักร)ไทย|ไทย ?[-–] ?[ก-๙]+")  # or to both
_STRANGE = re.compile(
    "H\\.? ?E\\.?|M(?:r|s|rs|me|iss)\\.?(?= )|[A-Za-z]{4}|ท่าน|มิสเตอร์|มาดาม|บัณฑิตศาสตรา"
)
_LATIN = re.compile(r" ?\([A-Z]")  # the Latin spelling behind a Thai name
_ENDS = re.compile(f"นาย(?!ก)|นาง|ดร\\.|กับ|ร่วม|หารือ|เข้า|ให้|ลงนาม|เดินทาง|จับมือ|ต้อนรับ|เยือน|\n|{STOPS}")
_OUR_POST = "(?!(?:กระทรวง|ก)?(?:อว|วท|วิทย์ฯ))"  # not our minister, wherever they went
_LONG_COUNTRY = 5  # letters; a shorter name is not recognised by sound
# Behind ฝ่าย, which is also a division, "ฝ่ายการคลัง", a plain word is no ministry.
_OFFICE_ASKED = re.compile(
    "(?:(?<!ชาย)ฝั่ง|ฝ่าย(?= ?(?:กระทรวง|ก\\.|กรม|สำนักงาน|[ก-ฮ]{2,5}\\.?(?: |$|ใคร)))) ?"
)
_MINISTRY, _KNOWN_BY = re.compile("กระทรวง(?:การ)?"), 7  # letters of its name
_MINISTERS = "(?:กระทรวง|รมว|รมช|ปลัด|รัฐมนตรี)(?:การ)?"
_KINDS = "(?:บริษัท|เจ้า|หน่วยงาน|องค์กร|สถาบัน|มหาวิทยาลัย|มหาลัย|ทีม|แห่ง)"
_FOREIGN = re.compile(f"{ORGANISATION.pattern}|[A-Z][A-Za-z&.-]+(?: [A-Z][A-Za-z&.-]*)*")
_LEADS_TO_COUNTRY = (
    "[)]? ?(?:(?:สาขา|เมือง|มณฑล|กรุง|นคร|เขต)[^ \\n]* ?){0,3}(?:ของ|จาก|แห่ง|ใน|,|-|[(])? ?"
    "(?:ประเทศ|สาธารณรัฐ(?:ประชาชน)?|รัฐบาล)?"
)
_MOST_TOKENS, _ABBREVIATION = 6, 5  # words, and letters


@dataclass(frozen=True, slots=True)
class Delegation:
    """A country as a text may call it, ours unless `abroad`; or an `office`, named in roles."""

    written: re.Pattern[str]
    abroad: bool
    office: bool = False

    def has(self, name: str, role: str) -> bool:
        """Whether somebody belongs to it, by their role or by their name."""
        if self.office:
            return self.written.search(letters_in(role)) is not None
        if _ENVOY.search(role):
            return not self.abroad
        told = _SENT_TO.sub("", role)
        foreign = _anywhere().search(told) is not None
        strange = bool(_STRANGE.match(name) or _LATIN.match(role))
        if self.abroad:
            return self.written.search(told) is not None or (strange and not foreign)
        return not (foreign or strange)

    def has_at(self, text: str, place: tuple[int, int]) -> bool:
        """Whether somebody whom a text names at `place` (start, end) belongs to it."""
        start, end = place
        role = _ENDS.split(text[end : end + _ROLE], maxsplit=1)[0]
        return self.has(text[start:end], role)


@dataclass(frozen=True, slots=True)
class _Envoy:
    """Somebody known by post and country: patterns of who is `meant`, and of `another` of there."""

    meant: re.Pattern[str]
    another: re.Pattern[str]

    def is_told(self, title: str, text: str) -> bool:
        """Whether a title names them, or a text where the title names nobody else of there.

        Both are squeezed.
        """
        if self.meant.search(title):
            return True
        return not self.another.search(title) and self.meant.search(text) is not None


@reading
def envoy_asked(query: Query) -> _Envoy | None:
    """Whom a normalised question names by post and country, misspelt or not: "รมต.ฝรั่งเศสมา"."""
    posts, countries = shipped_lists("envoys")["posts"], _forms()
    for heard in (False, True):
        found = _envoys(heard=heard).search(_letters(query.clean, heard))
        if found and (not heard or len(found["country"]) >= _LONG_COUNTRY):
            of = _as_said(countries, heard)[found["country"]]
            return _Envoy(
                _posted(_as_said(posts, heard)[found["post"]], of),
                _posted(chain.from_iterable(posts.values()), of),
            )
    return None


def _letters(text: str, heard: bool) -> str:
    """A text squeezed, or as that sounds."""
    return fold(squeeze(text)) if heard else squeeze(text)


def _as_said(table: Mapping[str, list[str]], heard: bool) -> dict[str, list[str]]:
    return {_letters(one, heard): forms for one, forms in table.items()}


@lru_cache(maxsize=2)
def _envoys(*, heard: bool) -> re.Pattern[str]:
    """A post and a country, with nothing but a ministry between."""
    lists = shipped_lists("envoys")
    post, between, country = (
        any_of(_letters(one, heard) for one in words)
        for words in (lists["posts"], lists["between"], _forms())
    )
    return re.compile(f"(?P<post>{post})(?:{between})*(?P<country>{country})")


def _posted(posts: Iterable[str], countries: Iterable[str]) -> re.Pattern[str]:
    """One of the posts in one of the countries, squeezed, with no other post or deed between."""
    every = any_of(chain.from_iterable(shipped_lists("envoys")["posts"].values()))
    between = f"(?:ว่าการ|วิสามัญ(?:และ)?ผู้มีอำนาจเต็ม)?(?:(?!{every}|{_ENDS.pattern}).){{0,{_ROLE}}}?"
    country = any_of(letters_in(one) for one in countries)
    return re.compile(f"(?<!นายก)(?:{any_of(posts)}){_OUR_POST}{between}(?:{country})")


@reading
def delegation_asked(query: Query) -> Delegation | None:
    """The delegation that a who-question names: "ใครเป็นประธานฝั่งลาว", "ทูตจีนชื่ออะไร"."""
    found = delegation_pattern().search(query.clean)
    if found is None:
        envoy = _envoys(heard=False).search(squeeze(office_asked(query)))
        return _of_country(envoy["country"]) if envoy else _office_asked(query)
    if found["ours"]:
        return Delegation(re.compile(_HOME), abroad=False)
    if found["others"]:
        return Delegation(_anywhere(), abroad=True)
    return _of_country(found["theirs"] or found["comes"] or found["sends"])


def _of_country(country: str) -> Delegation:
    """That of a country, by any of its names, squeezed or not."""
    forms = _forms().get(country) or _as_said(_forms(), heard=False)[country]
    return Delegation(re.compile(any_of(forms)), abroad=True)


def _office_asked(query: Query) -> Delegation | None:
    """That of the ministry or agency that a question names: "ฝั่งเกษตรใครเซ็น"."""
    found = _OFFICE_ASKED.search(query.clean)
    names = Names.load()
    tokens = names.cut(query.clean[found.end() :])[:_MOST_TOKENS] if found else []
    for end in range(len(tokens), 0, -1):
        said = squeeze("".join(tokens[:end]))
        meanings = (
            one
            for form in (said, f"กระทรวง{said}", f"ก.{said}")
            for one in names.meanings.get(form, ())
        )
        full = [word for one in meanings for word in one.words if OFFICE_HEADS.match(word)]
        if full:
            return Delegation(_office_written(said, full), abroad=False, office=True)
    return None


def _office_written(said: str, full: Iterable[str]) -> re.Pattern[str]:
    """How a squeezed role names one of the offices, or its abbreviation as `said`."""
    forms = [
        _MINISTERS + re.escape(_MINISTRY.sub("", squeeze(one), count=1)[:_KNOWN_BY])
        if _MINISTRY.match(one)
        else re.escape(squeeze(one))
        for one in full
    ]
    if len(said) <= _ABBREVIATION:
        forms.append(f"(?:^|(?<![ก-๙a-z])|{_MINISTERS}|ผอ|อำนวยการ){re.escape(said)}(?![ก-๙a-z])")
    return re.compile("|".join(forms))


@lru_cache(maxsize=1)
def _forms() -> dict[str, list[str]]:
    """The ways to write each country, by each of them and by how people say it."""
    known = shipped_lists("countries").items()
    return {one: [said, *forms] for said, forms in known for one in (said, *forms)}


@lru_cache(maxsize=1)
def _anywhere() -> re.Pattern[str]:
    return re.compile(any_of(_forms()))


@lru_cache(maxsize=1)
def delegation_pattern() -> re.Pattern[str]:
    """How normalised text names a delegation, "ฝั่งลาว", or who comes from one."""
    theirs = _anywhere().pattern
    return re.compile(
        f"(?:ฝั่ง|ฝ่าย|ข้าง|(?<!เดิน)ทาง(?:ฝั่ง|ฝ่าย)?|ของ(?:ฝั่ง|ฝ่าย|ทาง)?) ?(?:(?P<ours>{_OURS})"
        f"|(?:ประเทศ|สปป\\.? ?)?(?P<theirs>{theirs}))|(?:ฝั่ง|ฝ่าย) ?(?P<others>{_OTHERS})"
        f"|{_COMES_FROM} ?(?P<comes>{theirs})|(?P<sends>{theirs})[ก-๙ ]{{0,8}}?{_SENDS}"
    )


def foreign_organisations(query: Query, text: str) -> list[Candidate] | None:
    """The organisations of a text that are of the country asked for: "กับญี่ปุ่นหน่วยงานไหน".

    None if a question names no such country.
    """
    asked = _foreign_asked().search(query.clean) if asks_organisation(query) else None
    if asked is None:
        return None
    forms = any_of(_forms()[asked["before"] or asked["behind"]])
    behind = re.compile(f"{_LEADS_TO_COUNTRY}(?:{forms})")
    return [
        Candidate.of(named, 1.0)
        for named in _FOREIGN.finditer(text)
        if (re.search(forms, named[0]) or behind.match(text, named.end()))
        and is_of_sort_asked(named[0], query)
    ]


@lru_cache(maxsize=1)
def _foreign_asked() -> re.Pattern[str]:
    country = _anywhere().pattern
    return re.compile(
        f"(?:กับ|กะ|ของ|จาก|ฝั่ง|ทาง) ?(?:ประเทศ)?(?P<before>{country}) ?(?:คือ|เป็น|มี)? ?{_KINDS}"
        f"|{_KINDS}(?:ไหน|ใด|อะไร|ไร)?(?:บ้าง)? ?(?:ของ|จาก|ใน)? ?(?:ประเทศ)?(?P<behind>{country})"
    )
