"""Of which side somebody is where two countries meet, and which side a question asks for."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.words import shipped_lists
from bot.search.passages.edges import STOPS

_HOME = "ไทย"
_OURS = "(?:ประเทศ)?ไทย|เรา(?!ะ)|บ้านเรา"
_ROLE = 110  # letters behind a name in which its role is told
_ENVOY = re.compile("(?:ทูต|กงสุล(?:ใหญ่)?|ผู้แทน)(?:ราชอาณาจักร)?ไทย")
_SENT_TO = re.compile("ประจำ[^ ]{0,20}?(?:ประเทศ|ราชอาณาจักร)ไทย|ไทย ?[-–] ?[ก-๙]+")  # or of both
_STRANGE = re.compile(
    "H\\.? ?E\\.?|M(?:r|s|rs|me|iss)\\.?(?= )|[A-Za-z]{4}|ท่าน|มิสเตอร์|มาดาม|บัณฑิตศาสตรา"
)
_ENDS = re.compile(f"นาย|นาง|ดร\\.|กับ|ร่วม|หารือ|เข้า|ให้|ลงนาม|เดินทาง|จับมือ|ต้อนรับ|เยือน|\n|{STOPS}")


@dataclass(frozen=True, slots=True)
class Side:
    """A country as a text may call it; that of the readers where it is not `abroad`."""

    written: re.Pattern[str]
    abroad: bool

    def has(self, name: str, role: str) -> bool:
        """Whether somebody called so is of it, by their role or by what they are called."""
        if _ENVOY.search(role):
            return not self.abroad
        told = _SENT_TO.sub("", role)
        foreign = _anywhere().search(told) is not None
        strange = _STRANGE.match(name) is not None
        if self.abroad:
            return self.written.search(told) is not None or (strange and not foreign)
        return not (foreign or strange)

    def has_at(self, text: str, place: tuple[int, int]) -> bool:
        """Whether somebody whom a text names from one place to another is of it."""
        start, end = place
        role = _ENDS.split(text[end : end + _ROLE], maxsplit=1)[0]
        return self.has(text[start:end], role)


def side_asked(clean: str) -> Side | None:
    """The side that a normalised question for somebody names: "ใครเป็นประธานฝั่งลาว"."""
    found = _asked().search(clean)
    if found is None:
        return None
    if found["ours"]:
        return Side(re.compile(_HOME), abroad=False)
    return Side(re.compile("|".join(_forms()[found["theirs"]])), abroad=True)


@lru_cache(maxsize=1)
def _forms() -> dict[str, list[str]]:
    """The ways to write each country, by each of them and by how people say it."""
    known = shipped_lists("countries").items()
    return {one: [said, *forms] for said, forms in known for one in (said, *forms)}


@lru_cache(maxsize=1)
def _anywhere() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_forms(), key=len, reverse=True))))


@lru_cache(maxsize=1)
def _asked() -> re.Pattern[str]:
    theirs = _anywhere().pattern
    return re.compile(
        f"(?:ฝั่ง|ฝ่าย|ข้าง|(?<!เดิน)ทาง(?:ฝั่ง|ฝ่าย)?|ของ(?:ฝั่ง|ฝ่าย|ทาง)?) ?(?:(?P<ours>{_OURS})"
        f"|(?:ประเทศ|สปป\\.? ?)?(?P<theirs>{theirs}))"
    )
