"""What a short message leaves out: the subject of the last question, or what that asked."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.dialogue.context import rewriting
from bot.dialogue.conversation import Conversation
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.message import cues
from bot.dialogue.message.cues import CUES
from bot.dialogue.replies import Outcome, Reply
from bot.knowledge.entries import HAPPENINGS, Entry
from bot.search.marks import regions_in
from bot.search.passages.acts import act_asked, act_of
from bot.search.passages.amounts import asked_unit, counts_in
from bot.search.passages.deadlines import asks_if_open
from bot.search.passages.people.agents import deed_words
from bot.search.passages.people.question_types import asks_maker, is_deed
from bot.search.passages.rounds import rounds_in, rounds_named, rounds_said
from bot.search.passages.venues import place_asked
from bot.search.ranking import Query, Ranking, Verdict
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect, focus_of
from bot.thai.tables import words

_BODIES = words("หน่วยงาน องค์กร")  # of which whatever it is has one
_SORTS = words("มหาวิทยาลัย มหาลัย โรงเรียน บริษัท สถาบัน ธนาคาร ทีม")  # and "มหาลัยไหน" of them
_WHICH = re.compile("ไหน|อะไร|ใด|ไร$")
_ON_WHICH = re.compile("(?:โอกาส|วาระ) ?(?:อะไร|ไร|ไหน|ใด)")
_WHERE_AND_WHEN = re.compile(" ?[(:“]| ที่")  # in a title, behind what an event is called
_REGION = "ภาค"
_AT_PLACES = frozenset((Aspect.WHEN, Aspect.WHERE))
_OF_ITS_BODY = frozenset((Aspect.WHO, Aspect.CONTACT, Aspect.WHERE))
# What is asked of whatever is talked about, by any question and by those of an aspect.
_OF_ANY = CUES.seen | CUES.full_name | CUES.once
_OF_ASPECT = {
    Aspect.WHEN: CUES.first,
    Aspect.HOWMANY: CUES.all_of_it | CUES.pays,
    Aspect.COST: CUES.guests | CUES.all_of_it | CUES.sum | CUES.pays,
    Aspect.WHO: CUES.won | CUES.told | _BODIES,
    Aspect.CONTACT: _BODIES,
    Aspect.WHERE: _BODIES,
}
_HELPERS = ("ได้", "ให้")  # behind a verb: จับได้, มอบให้
_PART = 4  # letters of a word in another


class LastQuestion:
    """Holds messages against the last question, over the entries of one knowledge base.

    `search` ranks a text.
    """

    def __init__(
        self, entries: Mapping[str, Entry], search: Callable[[str, date], Ranking]
    ) -> None:
        self._entries = entries
        self._search = search

    def is_subject_of(self, entry: Entry, talk: Conversation, today: date) -> bool:
        """Whether an entry tells of what the last question named, of whatever year or place."""
        asked = rewriting.replace_slots(self.subject_text(talk, today), "", today)
        return subjects.has_subject(entry, self._search(asked, today).query.terms)

    def subject_text(self, talk: Conversation, today: date) -> str:
        """The last question, or what the event is called of which it asked without its name.

        "แจกรถกี่คัน" was asked of the fair, which the next year's may be without.
        """
        topic = self._entries.get(talk.topic)
        own = cues.content_words(self._search(talk.question, today).query.terms)
        if topic is None or not topic.event or not own or subjects.is_named_by(topic, own):
            return talk.question
        return _WHERE_AND_WHEN.split(topic.title, maxsplit=1)[0]

    def strays(self, own: Sequence[str], ranking: Ranking, talk: Conversation, today: date) -> bool:
        """Whether what "แล้วทุเรียนล่ะ" alone would find is about something else than was asked."""
        if not own or ranking.verdict is Verdict.NONE or ranking.query.aspect is not Aspect.TOPIC:
            return False
        first = self._entries[ranking.matches[0].entry_id]
        return self.is_unrelated(first, own, ranking.query.clean, talk, today)

    def is_unrelated(
        self, entry: Entry, own: Sequence[str], clean: str, talk: Conversation, today: date
    ) -> bool:
        """Whether an entry is not called by the words, and has nothing of the last question.

        A word in place of another is asked the same: of an illness, and no box for the fruit.
        """
        called = replace(entry, keywords=()) if entry.kind in HAPPENINGS else entry
        if subjects.is_named_by(called, own) or subjects.says_full_name(entry, own, clean):
            return False
        asked = cues.content_words(self._search(talk.question, today).query.terms)
        rest = [word for word in asked if word not in own and not word.isdecimal()]
        return bool(rest) and len(entry_words.missing_words(entry, rest)) == len(rest)

    def with_message(self, ranking: Ranking, talk: Conversation, today: date) -> Ranking | None:
        """The last question with a short one behind it that alone may be of anything.

        None where it names somebody, asks nothing, or for others: "มีวันอื่นอีกไหม".
        """
        query = ranking.query
        if rewriting.wants_others(query.clean):
            return None
        own = set(new_words(query, talk)).difference(cues.attribute_words(query.terms))
        short = len(squeeze(query.clean)) <= cues.LIMIT // 2
        asks = query.aspect is not Aspect.TOPIC or cues.is_short_yes_no_question(query.clean)
        if not (talk.question and own and short and asks) or subjects.known_names(query.clean):
            return None
        asked = self._search(f"{talk.question} {query.text}", today)
        return replace(asked, query=replace(asked.query, aspect=query.aspect))

    def entries_meant(
        self,
        reply: Reply,
        ranking: Ranking,
        talk: Conversation,
        today: date,
        *,
        silent: str | None = None,
    ) -> list[Entry]:
        """Of what a reply tells or offers that which has the subject and all that is said now.

        None where one of them, by its id, has said that it does not tell; if that is called by what
        is said now, nothing that is not.
        """
        told = (reply.entry,) if reply.entry else reply.conversation.offered
        ids = () if reply.outcome is Outcome.NO_ANSWER else told
        known = [self._entries[one] for one in ids]
        own = new_words(ranking.query, talk)
        unit = asked_unit(ranking.query.clean)
        holding = [one for one in known if not wholly_missing(one, _without(unit, own, one))]
        of_it = [one for one in holding if self.is_subject_of(one, talk, today)]
        alone = self._entries.get(silent or "")
        if alone and own and subjects.is_named_by_all(alone, own):
            of_it = [one for one in of_it if subjects.is_named_by_all(one, own)]
        return [] if any(one.id == silent for one in of_it) else of_it


def with_place_asked(entry: Entry, query: Query, talk: Conversation) -> Query:
    """A bare question with the place of the last one, of which the entry has a fact of its own.

    "วันไหน" behind "แล้วภาคใต้ล่ะ" is asked of the stop there, not of all.
    """
    if query.aspect not in _AT_PLACES or not talk.question or new_words(query, talk):
        return query
    last = normalise(talk.question)
    named = [
        (max(last.rfind(place) for place in _ways_of(label)), label)
        for label in entry.facts
        if _is_place(label)
    ]
    at, label = max(named, default=(-1, ""))  # of several the one that was said last
    return replace(query, clean=f"{label} {query.clean}") if at >= 0 else query


def _is_place(label: str) -> bool:
    return bool(regions_in(label) or Names.load().places_in(label))


def _ways_of(label: str) -> set[str]:
    """How the place is called that a label names: อีสาน is ภาคอีสาน, โคราช stands in "วันจัดที่โคราช"."""
    forms = {one for form in Names.load().places_in(label) for one in form}
    return forms | {label, label.removeprefix(_REGION)}


def place_label(entry: Entry, own: Sequence[str]) -> str:
    """What a fact of some place is called that words name, "ภาคอีสาน" by อีสาน; "" for no place."""
    labels = filter(_is_place, entry.facts)
    return next((one for one in labels if own and all(word in one for word in own)), "")


def new_words(query: Query, talk: Conversation) -> list[str]:
    """The words that name a subject beside what is talked about.

    What may be asked of any is asked of the topic. So is how many there are of something, if that
    is all: "มีกี่หลักสูตร"; who made it, and the day of an act.
    """
    own = cues.content_words(query.terms)
    if not (talk.topic or talk.choices or talk.question):
        return own
    still = cues.only_asks_if_still(query.clean) or asks_if_open(query.clean)
    if query.aspect is Aspect.TOPIC and not still:
        return own
    counted = counted_words(query.terms)
    loose = _OF_ANY.union(cues.attribute_words(own), _OF_ASPECT.get(query.aspect, ()))
    named = {word for word in own if not word.isdecimal()}
    asked = loose.union(_asked_in(query, own))
    if counted.union(loose).issuperset(named):
        asked |= counted
    return [word for word in own if word not in asked]


def words_asked_for(terms: Sequence[str]) -> set[str]:
    """The words right before "อะไร" or "ไหน", and right behind "กี่"."""
    return {word for word, ask in pairwise(terms) if _WHICH.match(ask)} | counted_words(terms)


def counted_words(terms: Sequence[str]) -> set[str]:
    """The words right behind "กี่"."""
    return {unit for ask, unit in pairwise(terms) if ask.endswith("กี่")}


def _asked_in(query: Query, own: Sequence[str]) -> Iterator[str]:
    """Words that say what is asked: on which occasion, what was done, of which sort, or where."""
    clean, aspect = query.clean, query.aspect
    if _ON_WHICH.search(clean):
        yield from CUES.occasion
    if aspect in _OF_ITS_BODY:
        asks = pairwise(query.terms)
        yield from (word for word, ask in asks if word in _SORTS and _WHICH.match(ask))
    if aspect is Aspect.WHERE:
        yield place_asked(clean)
    deed = deed_words(clean) if aspect is Aspect.WHO else ""
    made = focus_of(clean) if asks_maker(clean) else None
    for word in own:
        of_maker = made is not None and (is_deed(word) or word in made)
        if word in deed or of_maker or _is_act(word, query):
            yield word


def _is_act(word: str, query: Query) -> bool:
    """Whether a word is what makes a question ask the day of an act, "ยิง" in "ยิงวันไหน"."""
    return act_asked(query) is not None and act_of(query.clean.replace(word, "", 1)) is None


def wholly_missing(entry: Entry, own: Sequence[str]) -> list[str]:
    """Those of the words that an entry holds neither whole nor in their parts."""
    return [
        one
        for one in entry_words.missing_words(entry, own)
        if not (_in_parts(entry, one) or tells_round(entry, one))
    ]


def names_round(own: Sequence[str], clean: str) -> bool:
    """Whether words of a normalised message are only those of a round: "รอบ 2"."""
    said = "".join(found[0] for found, _ in rounds_said(clean))
    return bool(said) and all(word in said for word in own)


def tells_round(entry: Entry, text: str) -> bool:
    """Whether an entry tells the rounds of a text by their numbers: "ครั้งแรก" is "ครั้งที่ 1"."""
    asked = rounds_named(text)
    return bool(asked) and asked.issubset(rounds_in(entry.body))


def labels_round(entry: Entry, value: str, clean: str) -> bool:
    """Whether what staff wrote down is, by its label, of a round that a normalised text names."""
    asked = rounds_named(clean)
    labels = (label for label, said in entry.facts.items() if said == value)
    return any(not asked.isdisjoint(rounds_named(label)) for label in labels)


def _without(unit: str, own: Sequence[str], entry: Entry) -> list[str]:
    """The words but the unit asked for, if an entry counts in one like it: "51%" to "กี่เปอร์เซ็นต์"."""
    counted = counts_unit(entry, unit)
    return [word for word in own if not (counted and word == unit)]


def counts_unit(entry: Entry, unit: str) -> bool:
    """Whether an entry counts something in a unit, if one is asked for."""
    told = " ".join((entry.title, entry.body, *entry.facts.values()))
    return bool(unit) and counts_in(told, unit)


def _in_parts(entry: Entry, word: str) -> bool:
    """Whether an entry has both words that one is made of: ประธาน and กรรมการ.

    Or the one behind a word that names nothing, สำเร็จ of ทำสำเร็จ, or before one: จับ of จับได้.
    """
    letters, known = entry_words.entry_letters(entry), thai_words()
    for helper in filter(word.endswith, _HELPERS):
        if word.removesuffix(helper) in known:
            return word.removesuffix(helper) in letters
    for at in range(1, len(word) - _PART + 1):
        two = word[:at], word[at:]
        named = two if at >= _PART else cues.content_words(two)
        whole = at >= _PART or named == [two[1]]
        if whole and known.issuperset(two) and all(one in letters for one in named):
            return True
    return False
