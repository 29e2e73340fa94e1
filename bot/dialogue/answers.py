"""A ranking → a reply: the answer, a few choices, or the honest "not known yet"."""

import re
from dataclasses import replace
from datetime import date
from enum import StrEnum

from bot.dialogue.cards import Cards, is_long
from bot.dialogue.contacts import Detail, asked_detail, value_of
from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.courtesies import Courtesies
from bot.dialogue.followups import SHORT, contradicts, missing_from, names_subject, own_words
from bot.dialogue.labels import numbered, picks, shorten
from bot.dialogue.replies import Block, Choice, Note, Outcome, Paragraph, Reply
from bot.knowledge.entries import Entry, Kind, KnowledgeBase
from bot.search.folding import fold
from bot.search.passages import Quotation, Span, quote
from bot.search.ranking import Match, Query, Ranking, Verdict
from bot.texts import Texts
from bot.thai.dictionary import thai_words
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect, focus_of

CHOICES = 4
_NEAREST = 3
_FEW_WORDS = 2
_SPARED = 0.25  # of what the words of a question are worth may be missing
_RIVAL, _TWIN = 0.75, 0.88  # of the best score
_WORTH_CHOOSING = 0.35  # of the best score
_WORTH_NAMING = 0.1  # probability below which even the nearest titles are noise
_SHORT_QUESTION, _CURT_QUESTION = 35, 15  # letters
_WEIGHTY = 4.0  # worth of a word that about one text in sixty holds
_WHOLE_WORD = 4  # letters; shorter ones may be pieces of what was misspelt
_BEYOND_DOUBT = 0.95
_CONFIDENT = 0.3
_FACT, _STATED = 160, 400  # characters of a direct answer read out of a body, or written by staff
_TYPED = frozenset(
    (Aspect.WHEN, Aspect.WHERE, Aspect.WHO, Aspect.HOWMANY, Aspect.COST, Aspect.CONTACT)
)
_LONG_NAME = 8  # letters of a name that is no part of another word
_NOTE = re.compile(r"\s*\(.*?\)")  # behind a name in a title
_REACHING = frozenset((Aspect.CONTACT, Aspect.WHERE))
_OF_AN_OFFICE = frozenset((Aspect.TOPIC, Aspect.CONTACT, Aspect.WHERE, Aspect.WHEN))
_MONEY = re.compile(
    "ค่า(?:โทร|เข้า|ใช้จ่าย|บริการ|สมัคร|ธรรมเนียม|ลงทะเบียน|ตั๋ว|บัตร)|ราคา|บาท|ฟรี|ไม่เสียค่า|ไม่มีค่าใช้จ่าย|ไม่คิดค่า|ล้าน|฿|thb|ไม่เก็บค่า"
)
_WAY_TO_REACH = re.compile(r"[0๐][0-9๐-๙][0-9๐-๙ \-]{5,}|1313|@|www\.|https?:|สายด่วน")


class Doubt(StrEnum):
    """What speaks against telling the first match."""

    ELSEWHERE = "elsewhere"  # it is of another year, province or agency than the question
    OFFICE = "office"  # an office that does not tell of what is asked
    LACKING = "lacking"  # it has never heard of a weighty word
    TWIN = "twin"  # something else tells as much of it


class Answers:
    """Turns what was found into what is said."""

    def __init__(self, knowledge: KnowledgeBase, texts: Texts, courtesies: Courtesies) -> None:
        self._entries = knowledge.entries
        self._texts = texts
        self._courtesies = courtesies
        self._cards = Cards(texts)

    def answer(self, entry: Entry, ranking: Ranking, today: date, *, strict: bool = False) -> Reply:
        """Answer from `entry` what the ranking's query asks.

        `strict`: the message leaned on the entry, so that anything the entry does not say is
        told to be missing; otherwise only what it plainly does not say.
        """
        query = ranking.query
        detail = _detail(entry, query)
        if detail and entry.contact:
            return self._as_understood(self._reached(entry, detail, today), ranking)
        told = quote(entry, query, today)
        missing = strict and query.aspect in _TYPED and not _trusted(told.fact)
        if missing or _says_nothing(entry, query.aspect, told.fact):
            missing_detail = detail if query.aspect is Aspect.CONTACT else None
            return self._as_understood(
                self.not_stated(entry, missing_detail or query.aspect), ranking
            )
        return self._as_understood(self._told(entry, told, ranking, today), ranking)

    def _as_understood(self, reply: Reply, ranking: Ranking) -> Reply:
        """The reply with its ranking and, under it, how a repaired message was read."""
        blocks = (*reply.blocks, *self._repaired(ranking.query))
        return _with(replace(reply, blocks=blocks), ranking.query, ranking)

    def _reached(self, entry: Entry, detail: Detail, today: date) -> Reply:
        """How to reach the office of `entry`, or the ministry when it does not tell."""
        fact = value_of(entry.contact, detail) if entry.contact else ""
        if entry.kind is Kind.CONTACT:
            return self._courtesies.office(entry.id, detail, today)
        if not fact:
            return self.not_stated(entry, detail)
        blocks = self._cards.contact(entry, fact, today)
        talk = Conversation(topic=entry.id)
        return Reply(Outcome.CONTACT, blocks, (), talk, fact, entry.id)

    def _told(self, entry: Entry, told: Quotation, ranking: Ranking, today: date) -> Reply:
        fact = _first_line(entry, told.fact)
        if entry.kind is Kind.CONTACT and ranking.query.aspect is Aspect.TOPIC:
            blocks = self._cards.whole(entry, today)
        else:
            blocks = self._cards.answer(entry, fact, told.passages, today)
        more = Choice(self._texts("button.read_more"), Action(Verb.SHOW, entry.id))
        return Reply(
            Outcome.CONTACT if ranking.query.aspect is Aspect.CONTACT else Outcome.ANSWER,
            blocks,
            (more,) if is_long(entry) else (),
            Conversation(topic=entry.id),
            fact or None,
            entry.id,
        )

    def not_stated(self, entry: Entry, asked: Aspect | Detail) -> Reply:
        """The entry is known and does not say it: never a guess, always a way on."""
        contact = isinstance(asked, Detail)
        detail = asked if isinstance(asked, Detail) else Detail.PHONE
        said = Paragraph(self._texts(f"no_answer.not_stated.{asked}"))
        about = Note(self._texts("no_answer.about", title=entry.title))
        way_on = Paragraph(self._texts("no_answer.way_on"))
        return Reply(
            Outcome.CONTACT if contact else Outcome.NO_ANSWER,
            (said, about, way_on, *self._courtesies.numbers(detail)),
            () if contact else (self._courtesies.officer_button(),),
            Conversation(topic=entry.id),
            entry=entry.id,
        )

    def doubt(self, ranking: Ranking) -> Doubt | None:
        """Why the first match had better be offered than told, however sure the search is."""
        own = own_words(ranking.query.terms)
        first = self._entries[ranking.matches[0].entry_id]
        if contradicts(first, ranking.query.clean, ranking.query.terms):
            return Doubt.ELSEWHERE
        if first.kind is Kind.CONTACT and ranking.query.aspect not in _OF_AN_OFFICE:
            return Doubt.OFFICE if missing_from(first, own) else None
        if _lacks_subject(first, ranking):
            return Doubt.LACKING
        of_news = first.kind in (Kind.NEWS, Kind.EVENT)
        return Doubt.TWIN if of_news and self._has_twin(first, own, ranking) else None

    def names_office(self, ranking: Ranking) -> bool:
        """Whether the way to reach an office is asked for that the first match is the card of.

        Then nothing is left to be unsure of, however few words there are.
        """
        query = ranking.query
        first = self._entries[ranking.matches[0].entry_id] if ranking.matches else None
        if first is None or first.kind is not Kind.CONTACT or not _asks_way(query):
            return False
        names = (*first.keywords, _NOTE.sub("", first.title))
        return any(_says_name(query, squeeze(normalise(name))) for name in names)

    def _has_twin(self, first: Entry, own: list[str], ranking: Ranking) -> bool:
        """Whether another match scores nearly the same and holds every word the first holds.

        Where only a word or two name the subject, whatever they name as well is another.
        """
        best = ranking.matches[0].score
        if 0 < len(own) <= _FEW_WORDS:
            rivals = [one for one in ranking.matches[:5] if one.score >= best * _RIVAL]
            named = (
                all(names_subject(one, (word,)) for word in own) for one in self._found(rivals)
            )
            if sum(named) > 1:
                return True
        lacking = set(missing_from(first, own))
        equals = self._found([one for one in ranking.matches[1:4] if one.score >= best * _TWIN])
        return any(
            lacking.issuperset(missing_from(one, own))
            for one in equals
            if not contradicts(one, ranking.query.clean, ranking.query.terms)
        )

    def near(self, ranking: Ranking) -> list[Entry]:
        """The entries that hold nearly every word of a question nothing answers for sure."""
        own = own_words(ranking.query.terms)
        found = self._found(ranking.matches[:5])
        if len(own) < _FEW_WORDS:
            return [one for one in found if own and names_subject(one, own)]
        worth = {word.text: word.worth for word in ranking.words}
        spared = _SPARED * sum(worth.get(word, 0.0) for word in own)
        return [
            one
            for one in found
            if sum(worth.get(word, 0.0) for word in missing_from(one, own)) <= spared
        ]

    def choices(self, ranking: Ranking, talk: Conversation, today: date) -> Reply:
        """Up to four entries that may be meant."""
        worth = ranking.matches[0].score * _WORTH_CHOOSING
        found = self.near(ranking) if ranking.verdict is Verdict.NONE else []
        found = found or self._found([one for one in ranking.matches if one.score >= worth])
        found = found[:CHOICES]
        told = [self._in_short(entry, ranking.query, today) for entry in found]
        ask = Paragraph(self._texts("choices.ask"))
        blocks = (*self._repaired(ranking.query), ask, *numbered(found, self._texts, told))
        none = Choice(self._texts("button.none_of_these"), Action(Verb.NONE_OF_THESE))
        kept = replace(talk, offered=tuple(entry.id for entry in found))
        offer = Reply(Outcome.CHOICES, blocks, (*picks(found, self._texts), none), kept)
        return _with(offer, ranking.query, ranking)

    def _in_short(self, entry: Entry, query: Query, today: date) -> str:
        """What a choice would answer, so that the right one can be told by it; "" for nothing."""
        if query.aspect is Aspect.TOPIC:
            return ""
        told = quote(entry, query, today)
        line = _first_line(entry, told.fact) if _is_plain(told.fact) else ""
        if not line and told.passages and query.aspect not in _TYPED:
            start, end = told.passages[0]
            line = shorten(" ".join(entry.body[start:end].split()), _FACT)
        return line

    def which(self, offered: list[Entry], ranking: Ranking) -> Reply:
        """The entries just listed, to choose the one a bare "จัดที่ไหน" is about."""
        said = (Paragraph(self._texts("choices.which")), *numbered(offered, self._texts))
        talk = Conversation(offered=tuple(entry.id for entry in offered))
        return _with(
            Reply(Outcome.CHOICES, said, picks(offered, self._texts), talk), ranking.query, ranking
        )

    def no_answer(self, ranking: Ranking, talk: Conversation) -> Reply:
        """Nothing fits: say so, name a person to ask, and the nearest titles."""
        found = self._nearest(ranking)
        heading = Paragraph(self._texts("no_answer.nearest"))
        nearest = (heading, *numbered(found, self._texts)) if found else ()
        blocks: tuple[Block, ...] = (
            *self._repaired(ranking.query),
            Paragraph(self._texts("no_answer.sorry")),
            Paragraph(self._texts("no_answer.officer")),
            *self._courtesies.numbers(),
            *nearest,
        )
        buttons = (*picks(found, self._texts), self._courtesies.officer_button())
        # A long question that found nothing was about something else than the topic.
        aside = len(squeeze(ranking.query.clean)) <= SHORT
        offered = tuple(entry.id for entry in found)
        kept = Conversation(topic=talk.topic if aside else "", offered=offered)
        return _with(Reply(Outcome.NO_ANSWER, blocks, buttons, kept), ranking.query, ranking)

    def whole(self, entry: Entry, today: date) -> Reply:
        """Everything an entry says."""
        blocks = self._cards.whole(entry, today)
        return Reply(Outcome.ANSWER, blocks, (), Conversation(topic=entry.id), entry=entry.id)

    def _nearest(self, ranking: Ranking) -> list[Entry]:
        if ranking.probability < _WORTH_NAMING:
            return []
        return self._found(ranking.matches[:_NEAREST])

    def _found(self, matches: tuple[Match, ...] | list[Match]) -> list[Entry]:
        return [self._entries[one.entry_id] for one in matches if one.entry_id in self._entries]

    def _repaired(self, query: Query) -> tuple[Block, ...]:
        return (Note(self._texts("answer.repaired", text=query.clean)),) if query.repairs else ()


def _with(reply: Reply, query: Query, ranking: Ranking) -> Reply:
    return replace(reply, aspect=query.aspect, ranking=ranking)


def _detail(entry: Entry, query: Query) -> Detail | None:
    """The way of reaching an office that is asked for, if the question is about that."""
    detail = asked_detail(squeeze(query.clean))
    if query.aspect is Aspect.CONTACT:
        return detail or Detail.PHONE
    if entry.kind is not Kind.CONTACT:
        return None
    if query.aspect is Aspect.WHERE:
        return detail if detail is Detail.POSTCODE else Detail.ADDRESS
    return detail if query.aspect in (Aspect.WHEN, Aspect.TOPIC, Aspect.WHAT) else None


def _asks_way(query: Query) -> bool:
    """Whether a question is for a number, an address or how to get in touch."""
    letters = squeeze(query.clean)
    return query.aspect in _REACHING or letters.startswith(("ติดต่อ", "โทร", "เบอ"))


def _says_name(query: Query, name: str) -> bool:
    """Whether a question has a squeezed name in it: a long one by its sound, a short one apart."""
    if len(name) >= _LONG_NAME:
        return fold(name) in fold(squeeze(query.clean))
    apart = re.search(f"(?<![ก-๙a-z]){re.escape(name)}(?![ก-๙a-z])", query.clean)
    return bool(apart) or any(squeeze(term) == name for term in query.terms)


def _lacks_subject(first: Entry, ranking: Ranking) -> bool:
    """Whether a short question has a weighty word that the first match does not tell of.

    A long question can spare a word; in "มิเตอร์ไฟพัง" each one says what it is about. What is
    asked about need not stand there, จว. in "จว.ไหน", nor pieces of what was misspelt.
    """
    clean = ranking.query.clean
    length = len(squeeze(clean))
    if length > _SHORT_QUESTION or ranking.probability >= _BEYOND_DOUBT:
        return False
    asks = focus_of(clean)
    lost = [word for word in ranking.words if word.worth * (1 - word.met) > _WEIGHTY]
    own = own_words(word.text for word in lost if word.text not in asks)
    least = 1 if length <= _CURT_QUESTION else _WHOLE_WORD
    whole = [word for word in own if len(word) >= least and word in thai_words()]
    return bool(missing_from(first, whole))


def _first_line(entry: Entry, fact: Span | None) -> str:
    """A fact short enough to stand alone; "" when the passages say it better."""
    if fact is None or len(fact.text) > (_STATED if fact.stated else _FACT) or "\n" in fact.text:
        return ""
    whole = fact.text.count("(") == fact.text.count(")")
    return fact.text if whole and not _lists_people(entry, fact) else ""


def _lists_people(entry: Entry, fact: Span) -> bool:
    """Whether the question has several right names, one after the other in time."""
    return fact.kind is Aspect.WHO and entry.kind is Kind.FAQ and len(entry.people) > _FEW_WORDS


def _trusted(fact: Span | None) -> bool:
    """Whether a fact may answer a message that leans on its entry.

    An amount of money far from the words of the question is somebody else's.
    """
    return fact is not None and (fact.kind is not Aspect.COST or fact.confidence >= _CONFIDENT)


def _is_plain(fact: Span | None) -> bool:
    """Whether a fact may be told of an entry that is only one of several."""
    return fact is not None and (fact.stated or fact.confidence >= _CONFIDENT)


def _says_nothing(entry: Entry, aspect: Aspect, fact: Span | None) -> bool:
    """Whether the entry holds nothing at all of the kind asked for."""
    told = " ".join((entry.title, entry.body, *entry.facts.values())).lower()
    if aspect is Aspect.COST:
        return not (entry.event and entry.event.cost) and not _MONEY.search(told)
    silent = aspect is Aspect.CONTACT and fact is None and not entry.contact
    return silent and not _WAY_TO_REACH.search(told)
