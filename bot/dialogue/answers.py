"""A ranking → a reply: the answer, a few choices, or the honest "not known yet"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from bot.dialogue.cards import Cards, excerpt, is_long, paragraphs
from bot.dialogue.contacts import (
    Detail,
    another_address,
    another_phone,
    asked_detail,
    contact_blocks,
    is_online,
    is_way,
    only,
    phone_for,
    value_of,
)
from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.cues import (
    SEEN,
    SHORT,
    asked_of_any,
    asks_now,
    asks_still,
    own_words,
)
from bot.dialogue.direct.courtesies import Courtesies
from bot.dialogue.direct.offices import Offices, is_line_of_others
from bot.dialogue.labels import numbered, only_agency, picks, told_day
from bot.dialogue.rejection.silence import kind_wanted, says_nothing
from bot.dialogue.replies import Block, Choice, Note, Outcome, Paragraph, Reply
from bot.dialogue.stories import Stories
from bot.dialogue.subjects import (
    is_titled,
    lacks_any,
    letters_of,
    missing_from,
    names_subject,
    year_of_none,
)
from bot.dialogue.trusting import (
    asks_next_of_past,
    is_elsewhere_asked,
    is_other_doer,
    is_told_first,
    is_trusted,
    may_tell,
)
from bot.knowledge.entries import HAPPENINGS, Entry, Kind, KnowledgeBase
from bot.search.finding import says_so
from bot.search.passages.fields import person_asked, stated_fact
from bot.search.passages.quoting import Quotation, Quotes, Span, quote, window
from bot.search.passages.states import state_told
from bot.search.ranking import Match, Query, Ranking, Verdict
from bot.texts import Texts
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect

CHOICES = 4
_NEAREST, _NAMED = 3, 10  # matches
_FEW_PEOPLE = 2
_WORTH_CHOOSING, _WORTH_BESIDE = 0.35, 0.6  # of the best score, unsure of it or sure
_WORTH_NAMING = 0.1  # probability below which even the nearest titles are noise
_AND_WHERE = re.compile(
    "(?:ที่|ตรง) ?ไหน|(?:โรงแรม|ห้อง(?:ประชุม)?|ตึก|อาคาร|ฮอลล์|สถานที่|จังหวัด) ?(?:ที่)?(?:ไหน|อะไร|ใด)"
)
_FACT, _STATED = 160, 400  # characters of a direct answer read out of a body, or written by staff
_TYPED = frozenset(
    (Aspect.WHEN, Aspect.WHERE, Aspect.WHO, Aspect.HOWMANY, Aspect.COST, Aspect.CONTACT)
)
_BY_KIND = _TYPED - {Aspect.CONTACT}  # what an entry may tell of, and of something else
_APPLIES = re.compile("สมัคร|ลงทะเบียน|(?<!เรือ)จอง(?!จำ)")
_TAKES_ON = re.compile(
    "สมัคร|ลงทะเบียน|จอง|ยื่น|กรอก|สนใจ|สอบถาม|ติดต่อ|ส่ง(?:ใบ|ผลงาน|เอกสาร|ข้อเสนอ)|ขอรับ"
)
_ASK_THERE = re.compile(
    "(?:ให้|โปรด|ควร|ต้อง)(?:ไป)?(?:โทร)?(?:สอบ)?(?:ถาม|ติดต่อ|ดู(?:ประกาศ|ที่))"
    "|สอบถาม|(?:^|(?<= ))ถาม|ติดต่อ(?:ที่)? ?โทร"
)
_BETWEEN_ITEMS = re.compile(r"[\s,]*(?:และ|,)?\s*$")
_OF_LATE = timedelta(days=30)
_WHICH_PLACES = "จังหวัดไหนบ้าง"


class Answers:
    """Turns what was found into what is said."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        texts: Texts,
        courtesies: Courtesies,
        stories: Stories,
        offices: Offices,
    ) -> None:
        self._entries = knowledge.entries
        self._texts = texts
        self._courtesies = courtesies
        self._stories = stories
        self._offices = offices
        self._cards = Cards(texts)

    def answer(
        self,
        entry: Entry,
        ranking: Ranking,
        today: date,
        *,
        strict: bool = False,
        quotes: Quotes | None = None,
    ) -> Reply:
        """Answer from `entry` what the ranking's query asks.

        `strict`: the message leaned on the entry, so that anything the entry does not say is
        told to be missing; otherwise only what it plainly does not say. `quotes` are what was
        already read for that query.
        """
        query = ranking.query
        if strict and (then := self._of_its_day(entry, ranking, today)):
            return then
        detail = _detail(entry, query)
        told = (quotes or Quotes(query, today)).of(entry)
        if detail and entry.contact and not _states_instead(entry, query, told):
            reached = self._reached(entry, detail, query, today, told)
            return self._as_understood(reached, ranking)
        if strict and lacks_any(entry, asked_of_any(query)):
            asked = query.aspect if query.aspect in _BY_KIND else Aspect.WHAT
            silent = self.not_stated(entry, asked, kind_wanted(query))
            return self._as_understood(silent, ranking)
        closed = strict and _asks_entry(query) and not _TAKES_ON.search(letters_of(entry))
        if closed or asks_next_of_past(entry, query, today):
            return self._as_understood(self.not_stated(entry, query.aspect), ranking)
        way = not (told.fact and detail) or is_way(detail, told.fact.text, squeeze(query.clean))
        other = is_other_doer(told.fact, entry, query)
        if other or not way or is_elsewhere_asked(told.fact, entry, query):
            told = replace(told, fact=None)
        missing = strict and query.aspect in _TYPED and not is_trusted(told.fact, entry, query)
        missing = missing and not (other or may_tell(entry, query, today))
        own_words = says_so(ranking) and ranking.matches[0].entry_id == entry.id
        if missing or (not own_words and says_nothing(entry, query, told.fact)):
            missing_detail = detail if query.aspect is Aspect.CONTACT else None
            asked_for = missing_detail or query.aspect
            return self._as_understood(
                self.not_stated(entry, asked_for, kind_wanted(query)), ranking
            )
        fact = told.fact if is_told_first(told.fact, query, strict=strict) else None
        told = replace(told, fact=fact)
        return self._as_understood(self._told(entry, told, ranking, today), ranking)

    def item(self, entry: Entry, place: tuple[int, int], ranking: Ranking, today: date) -> Reply:
        """One item of a list in the body: the item first, then its surroundings."""
        said = _BETWEEN_ITEMS.sub("", entry.body[slice(*place)].strip())
        fact = Span(said, ranking.query.aspect, 1.0)
        told = Quotation(fact, (window(entry.body, *place),))
        return self._as_understood(self._told(entry, told, ranking, today), ranking)

    def not_there(self, entry: Entry, place: str, ranking: Ranking, today: date) -> Reply:
        """The entry does not name the place asked for: say so, then what it tells of places."""
        query = replace(ranking.query, clean=_WHICH_PLACES, aspect=Aspect.WHERE)
        passages = quote(entry, query, today).passages
        said = Paragraph(self._texts("answer.not_there", place=place))
        blocks = (said, *self._cards.answer(entry, "", passages, today))
        talk = Conversation(topic=entry.id)
        return _with(Reply(Outcome.ANSWER, blocks, (), talk, entry=entry.id), query, ranking)

    def _of_its_day(self, entry: Entry, ranking: Ranking, today: date) -> Reply | None:
        """What an entry told once, with its day, to who asks how it is now; None for others."""
        if asks_still(ranking.query.clean):
            known = state_told(entry, ranking.query)
            return None if known else self._not_since(entry, ranking, today)
        now = _asks_now_of_past(entry, ranking.query)
        return self._dated(entry, ranking, today) if now else None

    def _not_since(self, entry: Entry, ranking: Ranking, today: date) -> Reply | None:
        """When an entry told what may not be so any more; None of what is new, or of an event."""
        dated = entry.event and entry.event.start  # then the card says whether that is over
        of_it = dated and SEEN.issuperset(own_words(ranking.query.terms))
        return None if of_it else self._dated(entry, ranking, today)

    def _dated(self, entry: Entry, ranking: Ranking, today: date) -> Reply | None:
        """What an entry told, and of which day that is; None of what is new."""
        day = entry.published or entry.verified
        if day is None or today - day < _OF_LATE:
            return None
        passages = quote(entry, ranking.query, today).passages
        said = Paragraph(self._texts("answer.not_since", date=told_day(day, self._texts)))
        blocks = (said, *self._cards.answer(entry, "", passages, today))
        reply = Reply(Outcome.ANSWER, blocks, (), Conversation(topic=entry.id), entry=entry.id)
        return self._as_understood(reply, ranking)

    def _as_understood(self, reply: Reply, ranking: Ranking) -> Reply:
        """The reply with its ranking and, under it, how a repaired message was read."""
        blocks = (*reply.blocks, *self._repaired(ranking.query))
        return _with(replace(reply, blocks=blocks), ranking.query, ranking)

    def _reached(
        self, entry: Entry, detail: Detail, query: Query, today: date, told: Quotation
    ) -> Reply:
        """How to reach the office of `entry`, or the ministry when it does not tell."""
        contact = entry.contact
        other = ""
        if contact and detail is Detail.PHONE:
            own = [word for word in own_words(query.terms) if not names_subject(entry, (word,))]
            other = another_phone(contact, query.clean) or phone_for(contact, entry.body, own)
        if contact and detail is Detail.ADDRESS:
            other = another_address(contact, entry.body, own_words(query.terms))
        fact = other or (value_of(contact, detail) if contact else "")
        stated = told.fact.text if told.fact and told.fact.stated else ""
        if not fact and detail is Detail.WEBSITE and is_online(stated):
            fact = stated
        if entry.kind is Kind.CONTACT:
            return self._courtesies.office(entry.id, detail, today, fact)
        if not fact:
            return self.not_stated(entry, detail)
        blocks = self._cards.contact(entry, fact, today, told.passages)
        talk = Conversation(topic=entry.id)
        return Reply(Outcome.CONTACT, blocks, (), talk, fact, entry.id)

    def _told(self, entry: Entry, told: Quotation, ranking: Ranking, today: date) -> Reply:
        fact = _first_line(entry, told.fact, ranking.query)
        if entry.kind is Kind.CONTACT and ranking.query.aspect is Aspect.TOPIC:
            blocks = self._cards.whole(entry, today)
        else:
            blocks = self._cards.answer(entry, fact, told.passages, today)
        more = Choice(self._texts("button.read_more"), Action(Verb.SHOW, entry.id))
        counted = ranking.query.text if ranking.query.aspect is Aspect.HOWMANY else ""
        return Reply(
            Outcome.CONTACT if ranking.query.aspect is Aspect.CONTACT else Outcome.ANSWER,
            blocks,
            (more,) if is_long(entry) else (),
            Conversation(topic=entry.id, facet=counted),
            fact or None,
            entry.id,
        )

    def not_stated(self, entry: Entry, asked: Aspect | Detail, kind: str = "") -> Reply:
        """The entry is known and does not say it: never a guess, always a way on.

        `kind` is of what kind that is, where its aspect does not say enough.
        """
        contact = isinstance(asked, Detail)
        detail = asked if isinstance(asked, Detail) else Detail.PHONE
        said = Paragraph(self._texts(f"no_answer.not_stated.{kind or asked}"))
        about = Note(self._texts("no_answer.about", title=entry.title))
        way_on = Paragraph(self._texts("no_answer.way_on"))
        told = () if contact else (*self._own_numbers(entry), *_way_told(entry))
        numbers = told or self._office_of(entry, detail) or self._courtesies.numbers(detail)
        return Reply(
            Outcome.CONTACT if contact else Outcome.NO_ANSWER,
            (said, about, way_on, *numbers),
            () if contact else (self._courtesies.officer_button(),),
            Conversation(topic=entry.id),
            entry=entry.id,
        )

    def _own_numbers(self, entry: Entry) -> tuple[Block, ...]:
        """The telephone numbers that an entry tells, nearer to the matter than the ministry's."""
        phones = only(entry.contact, Detail.PHONE) if entry.contact else None
        return tuple(contact_blocks(phones, self._texts)) if phones else ()

    def _office_of(self, entry: Entry, detail: Detail) -> tuple[Block, ...]:
        """How to reach the only office an entry names as its own, unless as the ministry is."""
        agency = only_agency(entry)
        card = self._offices.card_of(agency) if agency else None
        if card is None or card is entry or not card.contact:
            return ()
        if value_of(card.contact, detail) in ("", self._courtesies.ministrys(detail)):
            return ()
        return (Note(card.title), *contact_blocks(only(card.contact, detail), self._texts))

    def offered(self, ranking: Ranking) -> list[Entry]:
        """Up to four entries that may be meant, the best first; none where nothing comes near."""
        if ranking.verdict is Verdict.NONE:
            return self._named(ranking)
        sure = ranking.verdict is Verdict.SURE
        worth = ranking.matches[0].score * (_WORTH_BESIDE if sure else _WORTH_CHOOSING)
        found = self._found(ranking.query, [one for one in ranking.matches if one.score >= worth])
        return list(self._stories.each_once(found))[:CHOICES]

    def _named(self, ranking: Ranking) -> list[Entry]:
        """Entries that every word of a question names, however unsure the search is.

        Of news only those with the word in the title as it is, of letters as "ev".
        """
        near = self._found(ranking.query, ranking.matches[:_NAMED])
        own = own_words(ranking.query.terms)
        named = [
            one
            for one in (near if own else ())
            if is_titled(one, own)
            or (one.kind not in HAPPENINGS and all(names_subject(one, (word,)) for word in own))
        ]
        return named[:CHOICES]

    def choices(self, found: list[Entry], ranking: Ranking, today: date) -> Reply:
        """Which of the entries is meant?"""
        told = [self._in_short(entry, ranking.query, today) for entry in found]
        ask = Paragraph(self._texts("choices.ask" if len(found) > 1 else "choices.ask_one"))
        year, repaired = year_of_none(found, ranking.query), self._repaired(ranking.query)
        of_others = (Paragraph(self._texts("choices.not_of_year", year=year)),) if year else ()
        blocks = (*repaired, *of_others, ask, *numbered(found, self._texts, told))
        none = Choice(self._texts("button.none_of_these"), Action(Verb.NONE_OF_THESE))
        kept = Conversation(offered=tuple(entry.id for entry in found))
        offer = Reply(Outcome.CHOICES, blocks, (*picks(found, self._texts), none), kept)
        return _with(offer, ranking.query, ranking)

    def _in_short(self, entry: Entry, query: Query, today: date) -> tuple[str, ...]:
        """What a choice would answer, so that the right one can be told by it.

        The fact, if it is a plain one, and the piece of the entry that the answer is read from, or
        of another that tells the same story and has such a fact.
        """
        if query.aspect is Aspect.TOPIC:
            return ()
        again = (self._entries[one] for one in sorted(self._stories.retold(entry.id)))
        own = quote(entry, query, today, brief=True)
        others = ((one, quote(one, query, today, brief=True)) for one in again)
        plain = ((o, t) for o, t in chain(((entry, own),), others) if t.fact and t.fact.is_plain)
        teller, told = next(plain, (entry, own))
        fact = _first_line(teller, told.fact, query) if told.fact and told.fact.is_plain else ""
        pieces = (" ".join(excerpt(teller.body, *place).split()) for place in told.passages)
        return (fact, *pieces)

    def which(self, offered: list[Entry], ranking: Ranking, today: date) -> Reply:
        """The entries just listed, with what each answers to a bare "จัดที่ไหน"."""
        asked = asked_of_any(ranking.query)
        told = [
            () if missing_from(entry, asked) else self._in_short(entry, ranking.query, today)
            for entry in offered
        ]
        said = (Paragraph(self._texts("choices.which")), *numbered(offered, self._texts, told))
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
        kept = Conversation(talk.topic if aside else "", offered, nearest=bool(offered))
        if aside and not found:  # what was offered stands above it still
            kept = replace(kept, offered=talk.choices)
        return _with(Reply(Outcome.NO_ANSWER, blocks, buttons, kept), ranking.query, ranking)

    def no_others(self, talk: Conversation) -> Reply:
        """Nothing else is near the last question."""
        said = Paragraph(self._texts("choices.no_others"))
        return Reply(Outcome.SMALLTALK, (said,), (self._courtesies.officer_button(),), talk)

    def whole(self, entry: Entry, today: date) -> Reply:
        """Everything an entry says."""
        blocks = self._cards.whole(entry, today)
        return Reply(Outcome.ANSWER, blocks, (), Conversation(topic=entry.id), entry=entry.id)

    def _nearest(self, ranking: Ranking) -> list[Entry]:
        worth = ranking.probability >= _WORTH_NAMING
        return self._found(ranking.query, ranking.matches[:_NEAREST]) if worth else []

    def _found(self, query: Query, matches: Sequence[Match]) -> list[Entry]:
        found = (self._entries[one.entry_id] for one in matches if one.entry_id in self._entries)
        return [one for one in found if not is_line_of_others(one, query)]

    def _repaired(self, query: Query) -> tuple[Block, ...]:
        return (Note(self._texts("answer.repaired", text=query.clean)),) if query.repairs else ()


def _way_told(entry: Entry) -> tuple[Block, ...]:
    """What an entry that stands says itself of where to ask: "ให้ถามมหาวิทยาลัยที่ต้องการเรียน"."""
    told = paragraphs(entry) if entry.kind not in HAPPENINGS else []
    return tuple(Paragraph(one) for one in told if _ASK_THERE.search(one))[:1]


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


def _states_instead(entry: Entry, query: Query, told: Quotation) -> bool:
    """Whether staff wrote where an office is elsewhere than in its address: "อยู่จังหวัด"."""
    addressed = entry.contact is not None and entry.contact.address
    stated = told.fact is not None and told.fact.stated
    return query.aspect is Aspect.WHERE and stated and not addressed


def _first_line(entry: Entry, fact: Span | None, query: Query) -> str:
    """A fact short enough to stand alone; "" when the passages say it better."""
    if fact is None or len(fact.text) > (_STATED if fact.stated else _FACT) or "\n" in fact.text:
        return ""
    whole = fact.text.count("(") == fact.text.count(")")
    one_of_many = _lists_people(entry, fact) and not person_asked(entry, query)
    said = fact.text if whole and not one_of_many else ""
    place = _place_as_well(entry, query) if said and fact.kind is Aspect.WHEN else ""
    return f"{said} {place}".strip() if place not in said else said


def _place_as_well(entry: Entry, query: Query) -> str:
    """Where staff wrote that an event was, for who asks when and where: "วันไหน ที่ไหน"."""
    asked = _AND_WHERE.search(query.clean)
    venue = entry.event.venue if asked and entry.event else ""
    stated = stated_fact(entry, replace(query, aspect=Aspect.WHERE)) if venue else None
    return stated.text if stated and venue in stated.text else ""


def _lists_people(entry: Entry, fact: Span) -> bool:
    """Whether a fact is one of several right names, one after the other in time."""
    names = {f"{person.name} {person.role}".strip() for person in entry.people}
    return entry.kind is Kind.FAQ and len(names) > _FEW_PEOPLE and fact.text in names


def _asks_now_of_past(entry: Entry, query: Query) -> bool:
    """Whether today's number, price or day is asked of what was news once."""
    told = entry.kind in HAPPENINGS and query.aspect in _BY_KIND - {Aspect.WHO, Aspect.WHERE}
    return told and asks_now(query.clean)


def _asks_entry(query: Query) -> bool:
    """Whether it is asked how one applies, in whatever words."""
    return query.aspect is Aspect.HOW and bool(_APPLIES.search(query.clean))
