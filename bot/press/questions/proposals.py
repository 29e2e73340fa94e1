"""Questions a citizen would ask about an imported entry, for its editor to take or leave.

What `asking` can ask is tried in the order in which readers would like it (`naturalness`). Only
what search finds again is kept, and of what reads alike only so much as is no form to fill in.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache

from bot.knowledge.entries import Entry
from bot.knowledge.problems import LOST_LETTER
from bot.press.questions.apart import YEAR
from bot.press.questions.asking import Asker
from bot.press.questions.naturalness import naturalness
from bot.press.questions.wording import Asked, is_wide

ENOUGH = 5
_FLOORS = (0.45, 0.4, 0.35, 0.3, 0.3, 0.7, 0.7, 0.7)  # how natural the first, second … must be
MOST, _LOWEST = len(_FLOORS), min(_FLOORS)
_MOST_TRIED = 40
_LONGEST = 110
_POLITE = {0: ("คะ", "ค่ะ"), 1: ("ครับ", "ครับ")}  # turn → behind a question, behind a wish
_TURNS = 7
_WISHES = ("อยากรู้", "อยากอ่าน", "ขอ", "สนใจ")
_ENDINGS = ("คะ", "ค่ะ", "ครับ")
_LITTLE = re.compile("(?:คะ|ค่ะ|ครับ)$|จะ|บ้าง| ")
_FAMILIES = tuple(  # kinds that ask nearly the same → how many are kept of them; of others one
    (re.compile(kinds), most)
    for kinds, most in (
        (".*_(?:request|news|is)", 2),  # to hear of it
        ("(?:partner|pair|country)_(?:what|signs|topic)|contract_what", 2),
        # What somebody did there.
        ("act_.*|speech_what|(?:person|office)_(?:venue|place)|clause_did", 2),
        ("(?!talk).*_(?:person|said)", 2),
        (".*_(?:what|english|use)", 3),
        (".*_(?:opened|chaired)", 1),
        ("(?:talk|event|clause)_about|clause_said", 1),
        (".*_(?:actor|trouble|plan|help|policy|how)", 3),  # what is done about it
    )
)
_POOR = 0.5  # reads less well than what fills up
_STIFF, _STIFF_FLOOR, _MOST_BESIDE_STIFF = "topic_actor", 0.6, 2  # is asked last
_FLOOR_OF = {"clause_news": 0.45}  # kinds that are asked in words of the headline
_OTHERS_NEWS = ("office_news", "province_news")
_LESSER = ("said_when", "said_where")  # fill up first
_FILLS = re.compile(f".*_news|{'|'.join(_LESSER)}|{_STIFF}")  # kinds
_OF_TOPICS, _LONG = ("topic_request",), 20  # fill too, of things of more letters
_MOST_OF_A_YEAR = _MOST_OF_A_FORM = 2
_OF_A_MATTER = ("actor", "request", "news")  # ends of kinds that ask for nearly the same
_MOST_OF_A_MATTER = _MOST_OF_A_THING = 3
_SPOKEN = ("person", "said")  # ends of kinds
_BEHIND_WHO = re.compile("พูด|ว่า|บอก")
_ALIKE = 0.9  # of the letters, from which on one question says what another does


@dataclass(frozen=True, slots=True)
class Proposed:
    """A question not yet tried, with its polite ending, and how natural it reads, 0 to 1."""

    question: str
    natural: float
    asked: Asked

    def that_finds(self, finds: Callable[[str], bool]) -> str:
        """The question, or the first of its longer ones, that `finds`; "" where none does."""
        return next(filter(finds, (self.question, *self.asked.longer)), "")


def propose_questions(entry: Entry) -> tuple[Proposed, ...]:
    """Up to forty that read well, the most natural first, no two the same.

    The same entry always gives the same questions.
    """
    judged = ((naturalness(one, entry), one) for one in _once(Asker(entry).questions()))
    floors = ((how, _FLOOR_OF.get(one.ask, _LOWEST), one) for how, one in judged)
    natural = [(how, one) for how, least, one in floors if how >= least]
    natural.sort(key=lambda pair: -pair[0])
    return tuple(
        Proposed(_polite(entry.id, one.text), how, _judged(one, entry))
        for how, one in natural[:_MOST_TRIED]
    )


def _judged(one: Asked, entry: Entry) -> Asked:
    """With those only of its longer ones that read well enough themselves."""
    longer = tuple(
        text for text in one.longer if naturalness(replace(one, text=text), entry) >= _LOWEST
    )
    return one if longer == one.longer else replace(one, longer=longer)


def _once(asked: Iterable[Asked]) -> Iterator[Asked]:
    """Those that fit a line and ask what none before them does."""
    seen: set[str] = set()
    for one in asked:
        letters = _plain(one.text)
        if len(one.text) <= _LONGEST and LOST_LETTER not in one.text and letters not in seen:
            seen.add(letters)
            yield one


def _plain(question: str) -> str:
    """Its letters, without what may be left out."""
    return _LITTLE.sub("", question.lower()).replace("เมื่อไหร่", "วันไหน")


def _polite(entry_id: str, question: str) -> str:
    """With the polite word that some people end on."""
    turn = zlib.crc32(f"{entry_id}{question}".encode()) % _TURNS
    if turn not in _POLITE or question.endswith(_ENDINGS):
        return question
    asking, wishing = _POLITE[turn]
    apart = "" if question[-1] > "\u0e00" and question[-1] != "ฯ" else " "
    return f"{question}{apart}{wishing if question.startswith(_WISHES) else asking}"


def that_find(proposed: Iterable[Proposed], finds: Callable[[str], bool]) -> tuple[str, ...]:
    """The first eight of which `finds` says that they lead to their entry.

    Up to five the next may be a little less natural, behind them it must be more so. One asks for
    the day, the place, a number and how to join, two want to hear of it; none reads like another,
    and few tell the year. Only where fewer than five are found a form comes twice, or the news of
    a thing beside what is done about it, and then a family one more of a thing of its own.
    """
    found = cache(finds)  # what found another entry is tried again
    kept: dict[str, Proposed] = {}  # by the question that found the entry, which may be longer
    again: list[Proposed] = []  # in a form or of a matter that is there
    filling: list[Proposed] = []
    for one in proposed:
        if len(kept) == MOST or (len(kept) >= ENOUGH and one.natural < _FLOORS[len(kept)]):
            break
        there = any(one.asked.form == other.asked.form for other in kept.values())
        if _fills_up(one):
            filling.append(one)
        elif there or _times_of_its_matter(one, kept.values()) or _is_told_enough(one, kept):
            again.append(one)
        else:
            _keep(one, kept, found)
    filling.sort(key=lambda one: (one.asked.ask == _STIFF, one.asked.ask not in _LESSER))
    for one in (*again, *filling):
        few = len(kept) < ENOUGH and one.natural >= _FLOORS[len(kept)]
        if few and _is_seldom(one, [*kept.values()]):
            _keep(one, kept, found)
    for one in proposed:
        if len(kept) < ENOUGH and _is_another(one, [*kept.values()]):
            _keep(one, kept, found, spare=1)
    return tuple(kept)


def _is_told_enough(one: Proposed, kept: Mapping[str, Proposed]) -> bool:
    """Whether most of five questions are of its thing already."""
    things = [other.asked.thing for other in kept.values()]
    same = (bool(other) and _hold(one.asked.thing, other) for other in things)
    return bool(one.asked.thing) and sum(same) >= _MOST_OF_A_THING


def _is_another(one: Proposed, kept: Sequence[Proposed]) -> bool:
    """Whether nothing of its family is asked of its thing, and it is not stiff."""
    family, thing = _family_of(one)[0], one.asked.thing
    same = (other.asked.thing for other in kept if _family_of(other)[0] == family)
    asked = any(_hold(thing, other) for other in same)
    return bool(thing) and one.asked.ask != _STIFF and not asked


def _is_seldom(one: Proposed, kept: Sequence[Proposed]) -> bool:
    """Whether little else is asked in its form or of its matter."""
    forms = [other.asked.form for other in kept]
    most = _MOST_OF_A_MATTER
    if one.asked.ask == _STIFF:
        most = _MOST_BESIDE_STIFF if one.natural >= _STIFF_FLOOR else 1
    few = forms.count(one.asked.form) < _MOST_OF_A_FORM
    return few and _times_of_its_matter(one, kept) < most


def _fills_up(one: Proposed) -> bool:
    """Whether it is asked only where little else is found."""
    long = one.asked.ask in _OF_TOPICS and len(one.asked.thing) > _LONG
    poor = one.natural < _POOR or is_wide(one.asked.ask, one.asked.thing)
    return long or poor or _FILLS.fullmatch(one.asked.ask) is not None


def _keep(
    one: Proposed, kept: dict[str, Proposed], finds: Callable[[str], bool], spare: int = 0
) -> None:
    """Add it by the words that find its entry, if any do and nothing of it is there.

    `spare` are those that its family may have beyond the most.
    """
    if not _is_worn(one, [*kept.values()], spare):
        question = one.that_finds(finds)
        dated = [told for told, other in kept.items() if _is_dated(told, other)]
        again = _plain(question) in map(_plain, kept)
        if (
            question
            and not again
            and (len(dated) < _MOST_OF_A_YEAR or not _is_dated(question, one))
        ):
            kept[question] = one


def _is_dated(question: str, one: Proposed) -> bool:
    """Whether it tells a year that is no part of a name."""
    name = one.asked.thing
    return YEAR.search(question.replace(f"{name}ปี", "") if name else question) is not None


def _is_worn(one: Proposed, kept: Sequence[Proposed], spare: int) -> bool:
    """Whether enough is asked of its family, or its words or its speaker are there."""
    family, most = _family_of(one)
    same = [other for other in kept if _family_of(other)[0] == family]
    return (
        len(same) >= most + (spare if most > 1 else 0)
        or any(_are_alike(one.question, other.question) for other in same)
        or any(_ask_the_same(one, other) for other in kept)
    )


def _family_of(one: Proposed) -> tuple[str, int]:
    """What all ask for that ask nearly the same as it, and how many of them are kept."""
    found = (family for family in _FAMILIES if family[0].fullmatch(one.asked.ask))
    kinds, most = next(found, (None, 1))
    return kinds.pattern if kinds else _end_of(one), most


def _ask_the_same(one: Proposed, other: Proposed) -> bool:
    """Whether both ask what somebody says of a thing, both for its news, or both what is done."""
    told, end = _who_spoke(one), _end_of(one)
    spoken = told and told == _who_spoke(other) and _hold(one.asked.thing, other.asked.thing)
    again = end == _end_of(other) and one.asked.ask not in _OTHERS_NEWS
    return bool(spoken) or (again and _times_of_its_matter(one, [other]) > 0)


def _times_of_its_matter(one: Proposed, kept: Iterable[Proposed]) -> int:
    """How often its news or what is done about it is asked already."""
    thing = one.asked.thing if _end_of(one) in _OF_A_MATTER else ""
    others = (other.asked.thing for other in kept if _end_of(other) in _OF_A_MATTER)
    return sum(bool(thing and other) and _hold(thing, other) for other in others)


def _end_of(one: Proposed) -> str:
    """What it asks for, as the name of its kind ends."""
    return one.asked.ask.rpartition("_")[2]


def _who_spoke(one: Proposed) -> str:
    """Whose words it asks for; "" where it asks for none."""
    return _BEHIND_WHO.split(one.question)[0] if _end_of(one) in _SPOKEN else ""


def _hold(one: str, other: str) -> bool:
    return one in other or other in one


def _are_alike(one: str, other: str) -> bool:
    """Whether they are of nearly the same letters."""
    return SequenceMatcher(None, one, other).quick_ratio() >= _ALIKE
