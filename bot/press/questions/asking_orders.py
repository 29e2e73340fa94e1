"""What somebody told an office or others to do ("สั่งการให้ วศ. …"), and what is asked of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from bot.knowledge.entries import Entry, Person
from bot.knowledge.persons import given_name
from bot.knowledge.words import any_of, places_of, release_words, shipped_lists
from bot.press.questions.callings import called, tells_of_others
from bot.press.questions.speakers import speeches_of
from bot.press.questions.spoken import in_words, is_at_home
from bot.press.questions.wording import Asked, Wording

_MOST = 3
_OURS = re.compile("อว|อุดมศึกษา|สำนักงานปลัด")  # in our names and in those of our offices
_NEAR = 90  # letters of what is to be done, in which its matter stands
_BODY = 5_000  # letters
_BEFORE = 150  # letters before an order, in which the one who gives it is named
_CLOSE = 25  # letters before it, in which another may be told to have given it
_THAT, _ROLE = "ว่า", 40  # behind a name; letters of name and office beyond those of the office
_BEHIND = 130  # letters behind it, that say to whom and what
_GOT = "รับ"  # before an order
_TOLD = 12  # letters at least of what is to be done
_GOES_ON = re.compile("ซึ่ง|ที่|โดย|และ|ของ|ใน|ไป")  # behind which nothing is told to do
_LONGEST = 26  # letters of whom it is given to


class OrderAsker:
    """Asks of the orders of those whom people ask about, not of what they told their own office."""

    def __init__(self, entry: Entry, says: Wording) -> None:
        self._entry, self._says, self._form = entry, says, says.form
        self._matters = says.matters

    def questions(self) -> Iterator[Asked]:
        """What somebody told whom to do, and what about a matter that is named with it."""
        actor = self._says.goer if self._says.is_person else None
        for order in islice(orders_of(self._entry, actor), _MOST):
            person = order.person
            name = "" if tells_of_others(person) else called(person, self._entry)
            own = is_at_home(person.role, order.whom) or (
                _OURS.search(order.whom) and _OURS.search(person.role)
            )
            if name and not own:
                about = {"person": name, "verb": order.verb, "guest": order.whom}
                told = order.told[:_NEAR]
                for matter in [one for one in self._matters if one.written in told][:1]:
                    yield from self._form("order_about", topic=matter.said, **about)
                yield from self._form("order_what", **about)


@dataclass(frozen=True, slots=True)
class Order:
    """`verb` is the spoken one of data/orders.yaml, `whom` as people say it, `told` what to do."""

    person: Person
    verb: str
    whom: str
    told: str


def orders_of(entry: Entry, actor: Person | None) -> Iterator[Order]:
    """Each with who gave it: whom the line names before it, or else who speaks there.

    In the title it is the `actor`.
    """
    verbs, written = _verbs()
    for found in _given(written, entry.title):
        whom, told = _whom(entry.title[found.end() :])
        if actor and whom:
            yield Order(actor, verbs[found[0]], whom, told)
    for found in _given(written, entry.body):
        whom, told = _whom(entry.body[found.end() : found.end() + _BEHIND].partition("\n")[0])
        person = _giver(entry, found.start())
        if person and whom:
            yield Order(person, verbs[found[0]], whom, told)


def _given(written: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The orders in a text but those that somebody got; to look behind first costs twice."""
    found = written.finditer(text, 0, _BODY)
    return (one for one in found if not text.endswith(_GOT, 0, one.start()))


def _whom(text: str) -> tuple[str, str]:
    """To whom, in the words that people use, and what to do; "" where either is told by half."""
    said = in_words(text.lstrip())
    found = _bodies().match(said)
    name = found["name"].strip() if found else ""
    told = said[found.end() :].strip() if found else ""
    whole = len(name) <= _LONGEST and len(told) >= _TOLD and not _GOES_ON.match(told)
    return (name, told) if whole else ("", "")


def _giver(entry: Entry, place: int) -> Person | None:
    """The last one named before in the line, if any; else the one who is speaking there."""
    line = entry.body[max(0, place - _BEFORE) : place].rpartition("\n")[2]
    named = [
        (at, person)
        for person in entry.people
        if (name := given_name(person.name))
        for at in places_of(name, line)
    ]
    at, person = max(named, key=lambda one: one[0], default=(0, None))
    if person and _THAT not in line[at:] and len(line) - at <= len(person.role) + _ROLE:
        return person
    if _others().search(line[-_CLOSE:]):
        return None
    speaking = (one for start, one in reversed(speeches_of(entry)) if start < place)
    return person or next(speaking, None)


@lru_cache(maxsize=1)
def _verbs() -> tuple[Mapping[str, str], re.Pattern[str]]:
    verbs: Mapping[str, str] = shipped_lists("orders")["verbs"]
    return verbs, re.compile(rf"(?:{any_of(verbs)})(?!การ)")


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    """A short name, or a long one up to a blank, behind which it goes on with a deed."""
    lists = shipped_lists("orders")
    agencies = any_of(release_words().agency_names())
    short = rf"(?:กระทรวง |ก\.)?(?:[ก-ฮ]{{2,5}}\.|(?:{agencies})(?![ก-๙]))"
    long = rf"(?:{any_of(lists['bodies'])})[ก-๙]{{2,22}}(?= (?![ก-๙]+ ?และ)|\()"
    people = rf"(?:{any_of(lists['people'])})(?= ?(?:{any_of(lists['doing'])}))"
    return re.compile(rf"(?:ทาง)?(?P<name>{short}|{long}|{people})(?: ?\([^)]{{2,12}}\))?")


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    """What may stand before an order that is another's."""
    return re.compile(any_of(shipped_lists("orders")["others"]))
