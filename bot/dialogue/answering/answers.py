"""An entry → a reply: what it tells to the question, or that it does not say it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.dialogue.abstention.missing_facts import (
    answer_subtype,
    asks_by_unknown_word,
    lacks_answer_type,
)
from bot.dialogue.answering import validation
from bot.dialogue.conversation import Action, Conversation, Verb
from bot.dialogue.intents.canned_replies import CannedReplies
from bot.dialogue.intents.offices import Offices
from bot.dialogue.matching.editions import asks_other_round
from bot.dialogue.matching.entry_words import entry_letters, lacks_attribute
from bot.dialogue.matching.subjects import is_named_by
from bot.dialogue.message.cues import (
    CUES,
    asks_now,
    attributes_asked,
    content_words,
    only_asks_if_still,
)
from bot.dialogue.presentation import contacts
from bot.dialogue.presentation.agencies import only_agency
from bot.dialogue.presentation.cards import (
    Cards,
    excerpt,
    headline_fact,
    is_long,
    paragraphs,
    repair_note,
)
from bot.dialogue.presentation.contacts import Detail
from bot.dialogue.presentation.dates import format_day, format_days
from bot.dialogue.replies import Block, Choice, Fact, Note, Outcome, Paragraph, Reply
from bot.knowledge.entries import Contact, Entry, Kind
from bot.search.finding import is_verbatim
from bot.search.passages.deadlines import application_days, asks_if_open
from bot.search.passages.excerpts import window
from bot.search.passages.facts import FoundFact, is_said
from bot.search.passages.quoting import Quotation, Quotes, quote
from bot.search.passages.stated.states import outlasts_its_day, state_told
from bot.search.passages.stated.unknowns import unknown_told
from bot.search.query import Query
from bot.search.ranking import Ranking
from bot.texts import Texts
from bot.thai.dates import ANY_DAY, find_dates
from bot.thai.normalise import letters_in
from bot.thai.questions import Aspect

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
_NO_PHONE = "no_phone"  # but another way
_SAID_AS: Mapping[Aspect | Detail, Aspect | Detail] = {
    Aspect.CONTACT: Detail.PHONE,
    Aspect.TOPIC: Aspect.WHAT,
}
_ON_LINE = (Detail.WEBSITE, Detail.EMAIL)  # will do as well where no way is named
_WHICH_PLACES = "จังหวัดไหนบ้าง"


class Answers:
    """Says what an entry tells."""

    def __init__(self, texts: Texts, canned: CannedReplies, offices: Offices) -> None:
        self._texts = texts
        self._canned = canned
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

        `strict`: the message follows up the entry, so that anything the entry does not say is
        told to be missing; otherwise only what it plainly does not say. `quotes` are what was
        already read for that query.
        """
        open_still = asks_if_open(ranking.query) and not state_told(entry, ranking.query)
        if open_still and (then := self._answer_if_open(entry, ranking, today)):
            return then
        if strict and (then := self._answer_of_past_state(entry, ranking, today)):
            return then
        quotation = (quotes or Quotes(ranking.query, today)).of(entry)
        reply = self._reply(entry, quotation, ranking, today, strict=strict)
        return self._with_repairs(reply, ranking)

    def answer_to_choice(self, entry: Entry, ranking: Ranking, today: date) -> Reply:
        """The same of an entry that was picked, or that it lacks what may be asked of any.

        It was picked for what stood below it, which is told even so.
        """
        query = ranking.query
        if lacks_attribute(entry, attributes_asked(query)):
            reply = self._with_repairs(self.not_stated(entry, _answer_type(query)), ranking)
        else:
            reply = self.answer(entry, ranking, today)
        silent = reply.outcome is Outcome.NO_ANSWER and query.aspect is not Aspect.TOPIC
        shown = quote(entry, query, today, brief=True).passages if silent else ()
        said, *rest = reply.blocks
        pieces = (Paragraph(excerpt(entry.body, *place)) for place in shown)
        return replace(reply, blocks=(said, *pieces, *rest))

    def _reply(
        self, entry: Entry, quotation: Quotation, ranking: Ranking, today: date, *, strict: bool
    ) -> Reply:
        """How to reach the office, or what is told, or that it is not; by what is quoted."""
        query = ranking.query
        detail = _detail_asked(entry, query)
        if contact := self._contact_answer(entry, detail, query, quotation, today):
            return contact
        if strict and lacks_attribute(entry, attributes_asked(query)):
            return self.not_stated(entry, _answer_type(query), answer_subtype(query))
        in_vain = not _is_found_verbatim(entry, ranking) and _asks_to_apply_in_vain(entry, query)
        if in_vain or validation.asks_next_of_past(entry, query, today):
            return self.not_stated(entry, query.aspect)
        return self._reply_by_fact(entry, quotation, ranking, today, strict=strict)

    def _reply_by_fact(
        self, entry: Entry, quotation: Quotation, ranking: Ranking, today: date, *, strict: bool
    ) -> Reply:
        """What is told, the fact first if it is the one asked for; or that it is not told."""
        query, fact = ranking.query, quotation.fact
        detail, clean = _detail_asked(entry, query), query.clean
        way = not (fact and detail) or contacts.is_way(detail, fact.text, query.letters)
        other = validation.is_wrong_person(fact, entry, query) or asks_other_round(entry, clean)
        if other or not way or validation.is_wrong_place(fact, entry, query):
            fact = None
        typed = strict and query.aspect in _TYPED
        trusted = not typed or validation.is_trusted(fact, entry, query)
        fact = fact if trusted else None
        told = trusted or other or validation.may_answer(entry, query, today)
        lacks = not _is_found_verbatim(entry, ranking) and lacks_answer_type(entry, query, fact)
        if lacks or not told:
            missing_detail = detail if query.aspect is Aspect.CONTACT else None
            return self.not_stated(entry, missing_detail or query.aspect, answer_subtype(query))
        first = validation.may_stand_first(fact, query, strict=strict)
        fact = fact if first and not _is_of_unknown_word(fact, entry, query) else None
        return self._fact_answer(entry, replace(quotation, fact=fact), ranking, today)

    def list_item(
        self, entry: Entry, place: tuple[int, int], ranking: Ranking, today: date
    ) -> Reply:
        """One item of a list in the body: the item first, then its surroundings."""
        said = _BETWEEN_ITEMS.sub("", entry.body[slice(*place)].strip())
        fact = FoundFact(said, ranking.query.aspect, 1.0)
        quotation = Quotation(fact, (window(entry.body, *place),))
        return self._with_repairs(self._fact_answer(entry, quotation, ranking, today), ranking)

    def other_places(self, entry: Entry, place: str, ranking: Ranking, today: date) -> Reply:
        """The entry does not name the place asked for: say so, then what it tells of places."""
        query = replace(ranking.query, clean=_WHICH_PLACES, aspect=Aspect.WHERE)
        said = self._texts("answer.not_there", place=place)
        blocks = self._sentence_and_passages(said, entry, query, today)
        reply = Reply.about(entry.id, Outcome.ANSWER, blocks, aspect=query.aspect)
        return replace(reply, ranking=ranking)

    def _answer_if_open(self, entry: Entry, ranking: Ranking, today: date) -> Reply | None:
        """Until when one may apply, and that this is over or not; None where it is not told."""
        query = ranking.query
        named = " ".join(content_words(query.terms))
        days = application_days(entry, query, named, today)
        if days is None:
            return None
        soon = days.first != days.last and today < days.first
        state = "not_open" if soon else "open_until" if today <= days.last else "closed"
        day = format_days(days.first if soon else days.last, days.last, self._texts)
        fact = FoundFact(self._texts(f"answer.{state}", date=day), Aspect.WHEN, 1.0, stated=True)
        asked = replace(query, aspect=Aspect.WHEN)
        quotation = replace(quote(entry, asked, today), fact=fact)
        reply = self._fact_answer(entry, quotation, replace(ranking, query=asked), today)
        return self._with_repairs(reply, ranking)

    def _answer_of_past_state(self, entry: Entry, ranking: Ranking, today: date) -> Reply | None:
        """What an entry told once, with its day, to who asks how it is now; None for others."""
        query = ranking.query
        applies, still = asks_if_open(query), only_asks_if_still(query.clean)
        if (applies or still) and state_told(entry, query):
            return None
        if still and not applies:
            return self._answer_if_still(entry, ranking, today)
        dated = applies or _asks_now_of_past(entry, query)
        return self._dated_answer(entry, ranking, today) if dated else None

    def _answer_if_still(self, entry: Entry, ranking: Ranking, today: date) -> Reply | None:
        """When an entry told what may not be so any more; None of what is new, or of an event."""
        dated = entry.event and entry.event.start and not outlasts_its_day(entry)
        # Then the card says whether that is over.
        of_it = dated and CUES.seen.issuperset(content_words(ranking.query.terms))
        return None if of_it else self._dated_answer(entry, ranking, today)

    def _dated_answer(self, entry: Entry, ranking: Ranking, today: date) -> Reply | None:
        """What an entry told, and of which day that is; None of what is new."""
        day = entry.published or entry.verified
        if day is None or today - day < _OF_LATE:
            return None
        said = self._texts("answer.not_since", date=format_day(day, self._texts))
        blocks = self._sentence_and_passages(said, entry, ranking.query, today)
        return self._with_repairs(Reply.about(entry.id, Outcome.ANSWER, blocks), ranking)

    def _sentence_and_passages(
        self, said: str, entry: Entry, query: Query, today: date
    ) -> tuple[Block, ...]:
        """A sentence, and below it what an entry tells to a question."""
        passages = quote(entry, query, today).passages
        return (Paragraph(said), *self._cards.answer(entry, "", passages, today))

    def _with_repairs(self, reply: Reply, ranking: Ranking) -> Reply:
        """The reply with its ranking and, under it, how a repaired message was read."""
        blocks = (*reply.blocks, *repair_note(ranking.query, self._texts))
        return replace(reply, blocks=blocks).with_ranking(ranking)

    def _contact_answer(
        self, entry: Entry, detail: Detail | None, query: Query, quotation: Quotation, today: date
    ) -> Reply | None:
        """How to reach the office of `entry`, or that it does not tell that; None if not asked."""
        if not (detail and entry.contact) or _is_stated_elsewhere(entry, query, quotation):
            return None
        special = _special_contact(entry, entry.contact, detail, query, quotation)
        ways = [detail] if contacts.asked_detail(query.letters) else [detail, *_ON_LINE]
        fact = special or next(
            filter(None, (contacts.value_of(entry.contact, w) for w in ways)), ""
        )
        if is_said(fact, query):
            return None
        if entry.kind is Kind.CONTACT:
            return self._canned.office(entry.id, detail, today, special)
        if not fact:
            return self.not_stated(entry, detail)
        blocks = self._cards.contact(entry, fact, today, quotation.passages)
        return Reply.about(entry.id, Outcome.CONTACT, blocks, fact)

    def _fact_answer(
        self, entry: Entry, quotation: Quotation, ranking: Ranking, today: date
    ) -> Reply:
        fact = headline_fact(entry, quotation.fact, ranking.query)
        if entry.kind is Kind.CONTACT and ranking.query.aspect is Aspect.TOPIC:
            lead = (Fact(fact),) if fact else ()
            blocks = (*lead, *self._cards.whole(entry, today))
        else:
            blocks = self._cards.answer(entry, fact, quotation.passages, today)
        more = self._read_button("read_more", entry)
        counted = ranking.query.text if ranking.query.aspect is Aspect.HOWMANY else ""
        return Reply(
            Outcome.CONTACT if ranking.query.aspect is Aspect.CONTACT else Outcome.ANSWER,
            blocks,
            (more,) if is_long(entry) else (),
            Conversation(topic=entry.id, follow_up=counted),
            fact or None,
            entry.id,
        )

    def not_stated(self, entry: Entry, asked: Aspect | Detail, kind: str = "") -> Reply:
        """The entry is known and does not say it: never a guess, always a way on.

        `kind` is of what kind that is, where its aspect does not say enough.
        """
        asked = _SAID_AS.get(asked, asked)
        contact = isinstance(asked, Detail)
        detail = asked if isinstance(asked, Detail) else Detail.PHONE
        own = entry.contact or Contact()
        # For a missing telephone number the site and e-mail, for a fact the entry's own numbers.
        online = self._lines(contacts.online_ways(own)) if asked is Detail.PHONE else ()
        key = kind or (online and _NO_PHONE) or asked
        said = Paragraph(self._texts(f"no_answer.not_stated.{key}"))
        about = Note(self._texts("no_answer.about", title=entry.title))
        way_on = Paragraph(self._texts("no_answer.way_on"))
        phones = self._lines(contacts.only_detail(own, Detail.PHONE))
        told = () if contact else (*phones, *_where_to_ask(entry))
        numbers = told or self._office_contact(entry, detail) or self._canned.numbers(detail)
        return Reply(
            Outcome.CONTACT if contact else Outcome.NO_ANSWER,
            (said, *online, about, way_on, *numbers),
            () if contact else (self._read_button("read_it", entry), self._canned.officer_button()),
            Conversation(topic=entry.id),
            entry=entry.id,
        )

    def _read_button(self, label: str, entry: Entry) -> Choice:
        return Choice(self._texts(f"button.{label}"), Action(Verb.SHOW, entry.id))

    def _lines(self, contact: Contact) -> tuple[Block, ...]:
        return tuple(contacts.contact_blocks(contact, self._texts))

    def _office_contact(self, entry: Entry, detail: Detail) -> tuple[Block, ...]:
        """How to reach the only office an entry names as its own, unless as the ministry is."""
        agency = only_agency(entry)
        card = self._offices.card_of(agency) if agency else None
        if card is None or card is entry or not card.contact:
            return ()
        contact = contacts.without_units(card.contact)
        if contacts.value_of(contact, detail) in ("", self._canned.ministry_value(detail)):
            return ()
        return (Note(card.title), *self._lines(contacts.only_detail(contact, detail)))

    def whole_entry(self, entry: Entry, today: date) -> Reply:
        """Everything an entry says."""
        return Reply.about(entry.id, Outcome.ANSWER, self._cards.whole(entry, today))


def _special_contact(
    entry: Entry, contact: Contact, detail: Detail, query: Query, quotation: Quotation
) -> str:
    """The number, account, place or site asked for beside what everybody is told; "" for none."""
    if account := contacts.account_asked(entry.facts, query.clean):
        known = contacts.value_of(contact, detail) if contacts.asked_detail(query.letters) else ""
        return ", ".join(filter(None, (account, known)))
    words = content_words(query.terms)
    if detail is Detail.ADDRESS:
        return contacts.another_address(contact, entry.body, words)
    if detail is Detail.WEBSITE and not contact.website:
        stated = quotation.fact.text if quotation.fact and quotation.fact.stated else ""
        return stated if contacts.is_online(stated) else ""
    if detail is not Detail.PHONE:
        return ""
    called = letters_in(entry.title)  # "วิทยาศาสตร์" of a museum is for no fair of it
    purpose = [one for one in words if one not in called and not is_named_by(entry, (one,))]
    said = unknown_told(entry, query) or contacts.another_phone(contact, query.clean)
    untitled = (one for one in words if one not in called)
    return (
        said
        or contacts.phone_for_purpose(contact, entry.body, purpose)
        or contacts.phone_beside(contact, entry.body, untitled)
    )


def _where_to_ask(entry: Entry) -> tuple[Block, ...]:
    """What an entry that stands says itself of where to ask: "ให้ถามมหาวิทยาลัยที่ต้องการเรียน"."""
    told = paragraphs(entry) if not entry.is_dated else []
    return tuple(Paragraph(one) for one in told if _ASK_THERE.search(one))[:1]


def _detail_asked(entry: Entry, query: Query) -> Detail | None:
    """The way of reaching an office that is asked for, if the question is about that."""
    detail = contacts.asked_detail(query.letters)
    if query.aspect is Aspect.CONTACT:
        return detail or Detail.PHONE
    if entry.kind is not Kind.CONTACT:
        return None
    if query.aspect is Aspect.WHERE:
        return detail if detail in (Detail.POSTCODE, Detail.TRANSIT) else Detail.ADDRESS
    return detail if query.aspect in (Aspect.WHEN, Aspect.TOPIC, Aspect.WHAT) else None


def _is_stated_elsewhere(entry: Entry, query: Query, quotation: Quotation) -> bool:
    """Whether staff wrote where an office is elsewhere than in its address: "อยู่จังหวัด".

    Or whether its number is still in use, or when it was founded, if that is asked.
    """
    fact = quotation.fact.text if quotation.fact else ""
    dated = fact in entry.facts.values() and bool(find_dates(fact, ANY_DAY))
    if state_told(entry, query) or (query.aspect is Aspect.WHEN and dated):
        return True
    addressed = entry.contact is not None and entry.contact.address
    stated = quotation.fact is not None and quotation.fact.stated
    return query.aspect is Aspect.WHERE and stated and not addressed


def _is_found_verbatim(entry: Entry, ranking: Ranking) -> bool:
    """Whether a question was asked in words that the entry lists."""
    return is_verbatim(ranking) and ranking.matches[0].entry_id == entry.id


def _asks_to_apply_in_vain(entry: Entry, query: Query) -> bool:
    """Whether it is asked how to apply, and an entry tells of nothing that one applies for."""
    asks_how = query.aspect is Aspect.HOW and _APPLIES.search(query.clean)
    return bool(asks_how) and not _TAKES_ON.search(entry_letters(entry))


def _asks_now_of_past(entry: Entry, query: Query) -> bool:
    """Whether today's number, price or day is asked of what was news once."""
    told = entry.is_dated and query.aspect in _BY_KIND - {Aspect.WHO, Aspect.WHERE}
    return told and asks_now(query.clean)


def _is_of_unknown_word(fact: FoundFact | None, entry: Entry, query: Query) -> bool:
    """Whether a number that was read, or somebody, is of what the entry has never heard of."""
    if fact is None or fact.kind not in (Aspect.HOWMANY, Aspect.WHO):
        return False
    named = fact.kind is Aspect.WHO and any(one.name in fact.text for one in entry.people)
    written = fact.stated and (not named or fact.text in entry.facts.values())
    return not written and asks_by_unknown_word(entry, query)


def _answer_type(query: Query) -> Aspect:
    return query.aspect if query.aspect in _BY_KIND else Aspect.WHAT
