"""What tells a question from those that other entries answer as well.

A form of data/question_forms.yaml names in a slot of its own where that may stand: another thing
beside the one asked about (`with`), what it was about (`matter`), where somebody spoke (`there`),
in which province (`province`) or year (`then`). The plain question has none of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from bot.knowledge.entries import Entry
from bot.press.facts.headlines import offices
from bot.press.questions.matters import PEOPLE, RITE, STATE, Matter, between
from bot.press.questions.phrases import BODY, kind_of_topic
from bot.press.questions.words import asking_words

OPTIONS = ("with", "matter", "there", "province", "then")  # slots, as they are tried in turn
ANY_YEAR = re.compile("(?:25|20)[0-9]{2}")
YEAR = re.compile(f"ปี {ANY_YEAR.pattern}")
YEAR_RUNS_ON = re.compile(rf"{YEAR.pattern} ?\d")  # into what begins with a figure
_EPIDEMIC = "โควิด"  # a time, as people speak of it
_BOTH = re.compile(r"\S{0,12}\s?(?:กับ|และ)\s?(?:การ)?")  # between two things of one kind
_LEADS = re.compile("(?P<word>ใน|เพื่อ|ของ|ด้าน|สำหรับ)")  # from one to another
_MOST = 2
_LONGEST = 20  # letters of a thing that is said beside another
_SEVERAL = re.compile("กับ|และ|/")  # in what tells two things already
_WITH, _AND = "กับ", "และ"
_EMPTY = re.compile("การ|ความ|วิกฤต")  # says little
_SAME = 4  # letters that two things share which are nearly one
_LAST = re.compile("[ก-ฮ]{2}$")  # a syllable that both may end on: ความยากจน and คนจน
OPENS_APART = re.compile(r"[ก-ฮ]{1,5}\.")  # what a blank stands before


def led(word: str, name: str) -> str:
    """The name behind a word that leads it, with a blank where one is wanted."""
    return f"{word}{' ' if OPENS_APART.match(name) else ''}{name}"


class Apart:
    """Knows the other things of an entry, and by `about` its place, province and year, or ""."""

    def __init__(
        self,
        entry: Entry,
        matters: Sequence[Matter],
        things: Sequence[str],
        about: Mapping[str, str],
    ) -> None:
        """`things` are those of the title that are no matters of the table."""
        self._text = f"{entry.title}\n{entry.body[:BODY]}"
        alone = (one for one in things if kind_of_topic(one) != "gathering")
        brief = (one for one in alone if len(one) <= _LONGEST and not _SEVERAL.search(one))
        named = [Matter(one, kind_of_topic(one), one, titled=True) for one in dict.fromkeys(brief)]
        told = [one for one in matters if one.kind != RITE]
        titled = [one for one in told if one.titled]
        self._matters = [*titled, *named, *(one for one in told if not one.titled)]
        self._in_epidemic = any(one.said == _EPIDEMIC for one in titled)
        self._about = about
        self._known: dict[str, Sequence[tuple[str, Matter]]] = {}  # thing → what is told with it

    def told(self, option: str, thing: str, question: str, *, titled: bool) -> Iterator[str]:
        """What may stand in such a slot of a question about the thing, which may be "".

        Of other things at most two, and only `titled` ones where that is asked for.
        """
        if option == "with":
            yield from self._with(thing, question, titled=titled)
        elif option == "matter":
            things = (one for one in self._matters if one.titled and one.kind != PEOPLE)
            subjects = (one.said for one in things if one.said not in asking_words().broad)
            told = (led("เรื่อง", one) for one in subjects if one not in question)
            yield from islice(told, _MOST)
        elif option == "then":
            year = "" if ANY_YEAR.search(question) else self._about["then"]
            yield from [f"ปี {year}"] if year else ()
        elif (place := self._about[option]) and place not in question:
            yield led("ที่", place)

    def _with(self, thing: str, question: str, *, titled: bool) -> Iterator[str]:
        """Another thing in the text's own words, or the epidemic; behind "กับ" no second one."""
        again = _WITH in question
        beside = ((word, one) for word, one in self._beside(thing) if one.said not in question)
        fits = ((word, one) for word, one in beside if one.titled or not titled)
        said = (led(_AND if again and word == _WITH else word, one.said) for word, one in fits)
        yield from islice(said, _MOST)
        if self._in_epidemic and _EPIDEMIC not in question:
            yield f"ช่วง{_EPIDEMIC}"

    def _beside(self, thing: str) -> Sequence[tuple[str, Matter]]:
        """The things that are told together with it, each behind the word that joins both."""
        if thing not in self._known:
            self._known[thing] = list(self._close_to(thing))
        return self._known[thing]

    def _close_to(self, thing: str) -> Iterator[tuple[str, Matter]]:
        if _SEVERAL.search(thing) or (_EPIDEMIC in thing and thing != _EPIDEMIC):
            return
        alone = Matter(thing, kind_of_topic(thing), thing)
        matter = next((one for one in self._matters if one.said == thing), alone)
        if _is_named(matter):
            return
        written = matter.written
        for other in self._matters:
            same = _share(thing, other.said) or _share(written, other.written)
            if not (same or _EPIDEMIC in other.said or _is_named(other)):
                gaps = between(written, other.written, self._text)
                words = (_joining(gap, written, other.written, other.kind) for gap in gaps)
                if word := next(filter(None, words), ""):
                    yield word, other


def _joining(gap: str, one: str, other: str, kind: str) -> str:
    """The word from the first to the other of that kind; "" where none joins both so closely."""
    ahead = gap.startswith(one)
    rest = gap.removeprefix(one if ahead else other)
    if kind != PEOPLE and _BOTH.fullmatch(rest):
        return _WITH
    leads = _LEADS.fullmatch(rest) if ahead else None
    return leads["word"] if leads else ""


def _is_named(matter: Matter) -> bool:
    """Whether it is an office, a programme or a thing with a name of its own."""
    return matter.kind in ("", STATE) or offices().search(matter.said) is not None


def _share(one: str, other: str) -> bool:
    """Whether they have letters in common that say much."""
    one, other = _EMPTY.sub("", one.lower()), _EMPTY.sub("", other.lower())
    ends = _LAST.search(one), _LAST.search(other)
    if ends[0] and ends[1] and ends[0][0] == ends[1][0]:
        return True
    least = min(_SAME, len(one), len(other))
    return any(one[at : at + least] in other for at in range(len(one) - least + 1))
