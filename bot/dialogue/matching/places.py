"""Whether an entry is of the province or region that a question names."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.dialogue.matching.subjects import known_names
from bot.knowledge.entries import Entry
from bot.search.constraints import place_names
from bot.search.query import Query, reading
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise
from bot.thai.questions import Aspect

_SCHOOL = "(?:(?:มหาวิทยาลัย|มหาลัย|วิทยาลัย|สถาบัน|โรงเรียน|ราชภั[ฏฎ]|มรภ[.]|ม[.]|วิทยาเขต)[ก-๙]{0,20}? ?)"
_BODY = re.compile(
    "(?<!ที่)(?<!ที่ )(?:อบจ|อบต|เทศบาล(?:เมือง|นคร)?|บริษัท|หอการค้า|สภาอุตสาหกรรม)[. ]*(?:จังหวัด)?$"
)
_REGIONAL = re.compile("(?:ส่วน|ระดับ|แฟร์|มหกรรมวิทย์) ?ภูมิภาค")
_CAPITAL = frozenset(("กรุงเทพมหานคร",))
_OF_REGIONS = ("ระดับ", "ส่วน", "")


def is_held_in(entry: Entry, places: AbstractSet[str]) -> bool | None:
    """Whether an event is held in one of the provinces; None where nobody knows."""
    if not entry.event or not places:
        return None
    held = {entry.event.province, *Names.load().provinces_in(normalise(entry.event.venue))} - {""}
    return not places.isdisjoint(held) if held else None


def title_names_place(entry: Entry, places: AbstractSet[str]) -> bool:
    """Whether a title names one of the provinces; the text may name those of other stops."""
    return not places.isdisjoint(Names.load().provinces_in(normalise(entry.title)))


@reading
def places_asked(query: Query) -> frozenset[str]:
    """The provinces that a question of time or place names, however misspelt."""
    if query.aspect not in (Aspect.WHERE, Aspect.WHEN):
        return frozenset()
    names = Names.load()
    known = set(names.provinces.values())
    named = names.places_among(query.terms)
    places = {place for _, place in named} | known.intersection(query.variants)
    bodies = {place for form, place in named if _only_names_body(form, query.clean)}
    return frozenset(places - bodies)


def _only_names_body(form: str, clean: str) -> bool:
    """Whether a province is but said as the name of a body, "บริษัทเชียงราย", and not to be there."""
    said = [clean[: one.start()] for one in re.finditer(re.escape(form), clean)]
    return bool(said) and all(_BODY.search(before) for before in said)


def only_place(query: Query, words: Sequence[str]) -> str:
    """The province that a question names, if it names nothing else."""
    named = query.places
    forms = " ".join(form for form, _ in named)
    return named[0][1] if named and all(word in forms for word in words) else ""


def is_of_the_regions(entry: Entry, query: Query) -> bool:
    """Whether a title has an event "ระดับภูมิภาค", and a question names it as the nation's.

    Who names a place or a region means the former.
    """
    clean, title = query.clean, letters_in(entry.title)
    if "ภูมิภาค" not in title or "ภาค" in clean or query.places:
        return False
    return any(f"{name}{of}ภูมิภาค" in title for name in known_names(clean) for of in _OF_REGIONS)


def is_of_the_capital(entry: Entry, query: Query) -> bool:
    """Whether a day or place is asked "ส่วนภูมิภาค", and an event was in the capital.

    The release of the nation's fair says that it is held in the regions as well.
    """
    if query.aspect not in (Aspect.WHERE, Aspect.WHEN) or not _REGIONAL.search(query.clean):
        return False
    return "ภูมิภาค" not in entry.title and bool(is_held_in(entry, _CAPITAL))


def is_counted_elsewhere(entry: Entry, query: Query) -> bool:
    """Whether it is asked how many there are in a province of which only a school is called.

    What is told is counted where the event was: a guest of ราชภัฏศรีสะเกษ counts no ตำบล of ศรีสะเกษ.
    """
    named = dict(query.places) if query.aspect is Aspect.HOWMANY else {}
    if is_held_in(entry, set(named.values())) is not False:
        return False
    ways = {one for form, province in named.items() for one in place_names(form, province)}
    place, text = "|".join(map(re.escape, ways)), normalise(f"{entry.title} {entry.body}")
    found = re.findall(f"({_SCHOOL})?(?:{place})", text)
    return bool(found) and all(found) and not re.search(f"{_SCHOOL}(?:{place})", query.clean)
