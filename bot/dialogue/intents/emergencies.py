"""Messages that report a danger: which numbers to call, decided before anything is searched."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.message.phrases import consists_of
from bot.knowledge.entries import EMERGENCY, KnowledgeBase, is_emergency
from bot.thai.fillers import strip_fillers
from bot.thai.normalise import normalise, squeeze
from bot.thai.phrase_tables import phrase_table


class Danger(StrEnum):
    """The kind of danger a message tells of."""

    RADIATION = "radiation"
    FIRE = "fire"
    HEALTH = "health"
    MIND = "mind"
    CRIME = "crime"
    DISASTER = "disaster"
    ANY = "any"


# Well-known national numbers, best first; only 1296 belongs to an agency of the ministry.
NUMBERS: dict[Danger, tuple[str, ...]] = {
    Danger.RADIATION: ("1296", "191", "1669"),
    Danger.FIRE: ("199", "191", "1669"),
    Danger.HEALTH: ("1669", "191"),
    Danger.MIND: ("1323", "1669"),
    Danger.CRIME: ("191", "1669"),
    Danger.DISASTER: ("1784", "1669", "191"),
    Danger.ANY: ("1296", "191", "199", "1669", "1323"),
}
_SHORT = 40  # letters of a message in which a leak alone is a report
_LIMIT = 120  # letters; nobody in danger writes more, a press release does


@dataclass(frozen=True, slots=True)
class _Emergencies:
    """The lists of data/emergencies.csv, where each says what it is for."""

    radiation: re.Pattern[str]
    sign_colours: str
    exposed: re.Pattern[str]
    mind: re.Pattern[str]
    burns: re.Pattern[str]
    health: re.Pattern[str]
    swallowed: re.Pattern[str]
    crime: re.Pattern[str]
    disaster: re.Pattern[str]
    where: frozenset[str]
    cry: re.Pattern[str]
    found: re.Pattern[str]
    newsy: re.Pattern[str]
    bare: re.Pattern[str]
    help: re.Pattern[str]


EMERGENCIES = phrase_table(_Emergencies, "bot.dialogue", "emergencies.csv")

_SIGN = re.compile(  # as whoever found it describes it
    f"ใบพัด[ก-๙3]{{0,16}}{EMERGENCIES.sign_colours}|{EMERGENCIES.sign_colours}[ก-๙3]{{0,16}}ใบพัด"
)
_SIGNS = (
    (Danger.RADIATION, EMERGENCIES.radiation),
    (Danger.RADIATION, _SIGN),
    (Danger.MIND, EMERGENCIES.mind),
    (Danger.FIRE, EMERGENCIES.burns),
    (Danger.HEALTH, EMERGENCIES.health),
    (Danger.CRIME, EMERGENCIES.crime),
    (Danger.DISASTER, EMERGENCIES.disaster),
)
# What is cried out and says no more than where, or of whom.
_CRIED = (
    (Danger.FIRE, EMERGENCIES.burns),
    (Danger.HEALTH, EMERGENCIES.swallowed),
    (Danger.RADIATION, EMERGENCIES.exposed),
)


def danger_in(text: str) -> Danger | None:
    """The danger that a squeezed message reports; None when it only speaks about one."""
    if len(text) > _LIMIT:
        return None
    if "1296" in text and EMERGENCIES.bare.fullmatch(text):
        return Danger.RADIATION
    if EMERGENCIES.bare.fullmatch(text) or EMERGENCIES.help.fullmatch(text):
        return Danger.ANY
    if EMERGENCIES.newsy.search(text):
        return None
    return next((danger for danger, sign in _SIGNS if _reports(text, danger, sign)), None)


def taught_emergencies(knowledge: KnowledgeBase) -> Mapping[str, Danger]:
    """The wordings that were taught to report a danger, as `without_courtesies` has them."""
    return {
        without_courtesies(text): Danger(key.removeprefix(EMERGENCY))
        for key, wordings in knowledge.taught.items()
        if is_emergency(key) and key.removeprefix(EMERGENCY) in set(Danger)
        for text in wordings
    }


def without_courtesies(text: str) -> str:
    """A text in one spelling, squeezed, without what is said around it."""
    return squeeze(strip_fillers(normalise(text)))


def _reports(text: str, danger: Danger, sign: re.Pattern[str]) -> bool:
    if not sign.search(text):
        return False
    if any(
        danger is cried and consists_of(text, core, EMERGENCIES.where) for cried, core in _CRIED
    ):
        return True
    if danger is Danger.MIND or EMERGENCIES.cry.search(text):
        return True
    found = bool(EMERGENCIES.found.search(text)) or ("รั่ว" in text and len(text) <= _SHORT)
    return danger is Danger.RADIATION and found
