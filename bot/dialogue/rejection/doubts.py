"""What speaks against telling the first match however sure the search is, and what for it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from bot.dialogue.cues import asks_next_time, asks_whether, own_words
from bot.dialogue.labels import days_of
from bot.dialogue.precedence import FACTS, RIVAL, Precedence, is_held, places_of, with_first
from bot.dialogue.rejection.named import People
from bot.dialogue.rejection.naming import (
    explains_another,
    is_counted_elsewhere,
    is_of_another_body,
    is_of_the_regions,
    names_no_thing,
    said_names,
)
from bot.dialogue.rejection.passing import is_in_passing
from bot.dialogue.rejection.silence import asks_beside, says_nothing, unheard
from bot.dialogue.rejection.sparing import is_spared
from bot.dialogue.rejection.twins import Twins
from bot.dialogue.stories import Stories
from bot.dialogue.subjects import (
    contradicts,
    missing_from,
    names_party,
    names_subject,
    titled_of_other_year,
    years_in,
)
from bot.knowledge.entries import HAPPENINGS, Entry, Kind
from bot.search.marks import ANY_YEAR, ORGANISATION, dated
from bot.search.passages.acts import act_of
from bot.search.passages.amounts import asked_unit
from bot.search.passages.fields import done_elsewhere
from bot.search.passages.quoting import Quotes
from bot.search.passages.spans import asks_workplace, is_kind_asked
from bot.search.passages.states import state_told
from bot.search.ranking import Match, Query, QuestionWord, Ranking, Verdict
from bot.thai.dates import ERA
from bot.thai.dictionary import thai_words
from bot.thai.normalise import normalise, squeeze, strip_frames
from bot.thai.questions import Aspect, focus_of, wants_advice, wants_newest, wants_several

_FEW_WORDS = 2
_VOUCHED, _LIKELY = 0.1, 0.33  # probability, if somebody of ours is named and if nobody is
_CLEAR, _ALONE = 0.92, 0.8  # of the best score, the most a rival may have, or has far behind
_FAR_AHEAD, _NEARLY_PLAIN = 0.75, 0.25  # … where so much confidence in a fact is enough
_STANDING = 0.45  # probability of what many questions resemble, a service or an office
_SCORED = 0.12  # the least score of who is told though unsure
_MANY_WORDS = 6  # of a question, that ask for nothing and connect nothing
_RIVALS = 5  # matches that are compared
_SHORT_QUESTION, _BRIEF_QUESTION, _CURT_QUESTION = 35, 25, 15  # letters
_SHORT_IN_WORDS = 4
_WEIGHTY = 4.0  # worth of a word that about one text in sixty holds
_NAME = 6.5  # … that hardly any holds
_SPARED, _MOST_SPARED = 0.25, 0.5  # of what a question's words are worth may be missing
_WHOLE_WORD = 4  # letters; shorter ones may be pieces of what was misspelt …
_SHORT_WORD = 3  # … but for what somebody wants to report
_LONG_WORD = 6
_BEYOND_DOUBT, _MEANT_SURELY = 0.95, 0.8
_CARDS = 5  # matches among which the card of an office is looked for
_OFFICE = re.compile("กระทรวง|กรม(?!ธรรม์)|โรงพยาบาล|มหาวิทยาลัย|สำนักงาน|สถาบัน")
_THESE_DAYS = re.compile("(?:วัน|คืน|เช้า|เย็น|พรุ่ง)นี้|มะรืน|เมื่อ(?:วาน|คืน|เช้า)")
_NEAR_DAY = timedelta(days=7)
_ASKS_CLOCK = re.compile("กี่(?:โมง|ทุ่ม)")
_CLOCK = re.compile("[0-9][.:][0-9]{2}|นาฬิกา|(?<!ชั่ว)โมง(?!ค)|(?<!กระ)ทุ่ม")
_WATCHES = re.compile("ดู(?!แล|งาน)[ก-๙ ]{4,40}?(?:ที่|ได้) ?ไหน")  # what an office makes
_JOINS = re.compile("(?<=[ก-๙a-z. ])(?:กับ|และ|แล้วก็) ?(?=[ก-๙a-z])")
_COMPARES = re.compile("ต่าง(?:กัน|จาก)?|แตกต่าง|ไม่เหมือน|เหมือนกัน|เกี่ยว(?:กัน|ข้อง)")
_TRADES, _SHOP = re.compile("ซื้อ|ซ่อม|เช่า"), re.compile("ซื้อ|ขาย|จำหน่าย|ตลาด|ร้าน|เช่า")
_INSTALLS = ("โหลด", "ดาวน์โหลด", "ติดตั้ง")  # any app is, whether it says so or not
_HELD = frozenset((Aspect.WHEN, Aspect.WHERE))
_REACHING = frozenset((Aspect.CONTACT, Aspect.WHERE))
_ASK_NOTHING = frozenset((Aspect.TOPIC, Aspect.WHAT, Aspect.HOW))  # of the fact that is wanted
_NUMBERS = frozenset((Aspect.HOWMANY, Aspect.COST))
_OF_AN_OFFICE = frozenset((Aspect.TOPIC, Aspect.CONTACT, Aspect.WHERE, Aspect.WHEN))


class Doubt(StrEnum):
    """What speaks against telling the first match."""

    ELSEWHERE = "elsewhere"  # it is of another year, province or agency than the question
    OFFICE = "office"  # an office that does not tell of what is asked
    LACKING = "lacking"  # it has never heard of a weighty word
    ADVICE = "advice"  # the question wants to be told what is best
    PASSING = "passing"  # it has the few words of the question, and is about something else
    UNTOLD = "untold"  # it has the few words of the question, and no fact beside them
    TWIN = "twin"  # something else tells as much of it


class Doubts:
    """Judges the first match of a ranking over the entries of one knowledge base."""

    def __init__(self, entries: Mapping[str, Entry], stories: Stories) -> None:
        self._entries = entries
        self._stories = stories
        self._precedence = Precedence(entries, stories)
        self._twins = Twins(entries, stories)
        self._people = People(entries)

    def doubt(self, ranking: Ranking, quotes: Quotes) -> Doubt | None:
        """Why the first match had better be offered than told, however sure the search is.

        `quotes` are of the ranking's question.
        """
        query, own = ranking.query, own_words(ranking.query.terms)
        first = self._entries[ranking.matches[0].entry_id]
        another = self._people.are_missing(first, query) or is_of_the_regions(first, query)
        if another or is_elsewhere(first, query, quotes.today):
            return Doubt.ELSEWHERE
        fact = quotes.of(first).fact
        silent = query.aspect is not Aspect.CONTACT and says_nothing(first, query, fact)
        if silent and self._is_told_near(ranking, quotes):
            return Doubt.UNTOLD
        if first.kind is Kind.CONTACT and query.aspect not in _OF_AN_OFFICE:
            uncounted = query.aspect in _NUMBERS and fact is None
            return Doubt.OFFICE if uncounted or missing_from(first, own) else None
        stated = bool(state_told(first, query))  # whatever is said to go on, or not
        if not (silent or stated) and asks_beside(first, query, own):
            return Doubt.LACKING
        sure = ranking.probability >= _MEANT_SURELY and not _wants_day_of_act(query)
        if explains_another(first, query) or names_no_thing(query):
            doubt: Doubt | None = Doubt.PASSING
        elif ranking.probability < _BEYOND_DOUBT:
            doubt = _promises(first, ranking, quotes)
        else:
            doubt = Doubt.PASSING if is_in_passing(first, query) else None
        known = stated or (silent and sure)
        if doubt and not (known and doubt in (Doubt.UNTOLD, Doubt.LACKING)):
            return doubt
        alike = first.kind in HAPPENINGS and not wants_newest(query.clean)
        twin = alike and self._twins.has_twin(first, own, ranking, quotes)
        return Doubt.TWIN if twin or self._is_named_elsewhere(first, ranking) else None

    def _is_named_elsewhere(self, first: Entry, ranking: Ranking) -> bool:
        """Whether a service or office near by is called as the question says, the first not."""
        own = own_words(ranking.query.terms)
        latin = [word for word in own if word.isascii() and len(word) >= _WHOLE_WORD]
        called = squeeze(normalise(" ".join((first.title, *first.keywords))))
        names = [word for word in latin if word not in called]
        least = ranking.matches[0].score * RIVAL
        near = self._entries_of([one for one in ranking.matches[1:3] if one.score >= least])
        return any(one.kind not in HAPPENINGS and names_subject(one, names) for one in near)

    def _is_told_near(self, ranking: Ranking, quotes: Quotes) -> bool:
        """Whether another match that scores well plainly tells what the first says nothing of."""
        first, *others = ranking.matches[:_RIVALS]
        near = self._entries_of([one for one in others if one.score >= first.score * RIVAL])
        facts = (quotes.of(one).fact for one in near)
        return any(fact is not None and fact.is_plain for fact in facts)

    def on_office(self, ranking: Ranking) -> Ranking | None:
        """The ranking with the card first of the office that is asked how to reach, if that is all.

        Then nothing is left to be unsure of, however few words there are and whatever other
        entries tell of the office.
        """
        query = ranking.query
        for place, match in enumerate(ranking.matches[:_CARDS] if _asks_way(query) else ()):
            entry = self._entries[match.entry_id]
            said = said_names(entry, query)
            alone = _nothing_else(query, said) or not (place or _lacks_subject(entry, ranking))
            if entry.kind is Kind.CONTACT and said and alone:
                asked = query.aspect if query.aspect is Aspect.WHERE else Aspect.CONTACT
                return replace(with_first(ranking, match), query=replace(query, aspect=asked))
        return None

    def services_beside(self, ranking: Ranking) -> list[Entry]:
        """Services that are called by what is asked beside the office put first, and its card.

        "เช่าห้องประชุมที่อุทยานวิทยาศาสตร์"; none where no service is.
        """
        card, *near = self._entries_of(ranking.matches[:_CARDS])
        words = own_words(ranking.query.terms)
        beside = [word for word in words if not names_subject(card, (word,))]
        services = [
            one
            for one in near
            if one.kind is Kind.SERVICE
            and one.contact
            and sum(names_subject(one, (word,)) for word in beside) >= _FEW_WORDS
        ]
        return [*services, card] if services else []

    def offices_beside(self, ranking: Ranking) -> list[Entry]:
        """The cards of several offices that are asked of at once: "เบอร์ สวทช. กับ วว.".

        How to reach them, or how they differ.
        """
        query = ranking.query
        asks = _asks_way(query) or _COMPARES.search(query.clean)
        if not (asks and _JOINS.search(query.clean)):
            return []
        near = self._entries_of(ranking.matches[:_CARDS])
        if near[0].kind is not Kind.CONTACT:
            return []  # somebody wrote down how they differ
        cards = [one for one in near if one.kind is Kind.CONTACT and said_names(one, query)]
        names = [name for one in cards for name in said_names(one, query)]
        told = _nothing_else(replace(query, terms=_uncompared(query)), names)
        return cards if len(cards) > 1 and told else []

    def is_vouched(self, ranking: Ranking, quotes: Quotes) -> bool:
        """Whether the first match may be told though the search is not sure of it.

        It is not of what is much misspelt. Yet to who says a good deal, a plain fact of the kind
        asked for, with no rival near, may be told earlier; earliest where no stranger is asking.
        """
        query = ranking.query
        if ranking.probability < _VOUCHED or not _says_much(query):
            return False
        first, *others = ranking.matches
        entry, beside = self._entries[first.entry_id], self._no_rivals(ranking)
        rival = max((one.score for one in others if one.entry_id not in beside), default=0.0)
        lead = rival / first.score if first.score >= _SCORED else 1.0
        stands = entry.kind not in HAPPENINGS
        if lead > _CLEAR or (stands and ranking.probability < _STANDING):
            return False
        fact = quotes.of(entry).fact if query.aspect in FACTS | {Aspect.CONTACT} else None
        alone = lead <= _ALONE and query.aspect is not Aspect.CONTACT
        near = ranking.probability >= _LIKELY or alone or names_party(entry, query)
        least = _NEARLY_PLAIN if lead <= _FAR_AHEAD else 1.0
        if fact is None or not (near and (fact.is_plain or fact.confidence >= least)):
            return False
        return fact.kind is not Aspect.WHERE or is_kind_asked(fact.text, query.clean)

    def _no_rivals(self, ranking: Ranking) -> set[str]:
        """Who tells of the first match's event, and older ones where the newest is asked for."""
        alike = self._precedence.alike(ranking) if wants_newest(ranking.query.clean) else []
        retold = self._stories.retold(ranking.matches[0].entry_id)
        return {*retold, *(one.entry_id for one in alike)}

    def aware(self, offered: list[Entry], ranking: Ranking) -> list[Entry]:
        """The entries to be offered as far as they have heard of what a short question is about.

        Who asks "เนคเทครับซ่อมตู้เย็นไหม" is not helped by what is told of one or the other; what
        fits better than one that has heard of it stays. What the search is sure of is offered all
        the same, unless it is an office. To a word or two only what is about them is offered.
        """
        query = ranking.query
        told = self._people.of_whom(offered, query)
        meant = [one for one in told if not is_of_another_body(one, query)]
        offered = [one for one in meant if not is_in_passing(one, query)]
        if query.aspect is Aspect.CONTACT and not _knows_office(query):
            offered = [one for one in offered if _is_office_asked(one, query)]
        sure = ranking.verdict is Verdict.SURE and offered and offered[0].kind is not Kind.CONTACT
        if sure or len(_core(query)) > _SHORT_QUESTION:
            return offered
        asks, own = focus_of(query.clean), own_words(query.terms)
        weighty = {word.text for word in ranking.words if word.worth > _WEIGHTY} & thai_words()
        least = _SHORT_WORD if query.aspect is Aspect.CONTACT else _WHOLE_WORD
        said = [word for word in own if word in weighty and len(word) >= least]
        unit = asked_unit(query.clean)  # "%" to "กี่เปอร์เซ็นต์"
        sought = [word for word in said if word not in asks and word not in (unit, *_INSTALLS)]
        heard = [at for at, one in enumerate(offered) if not unheard(one, sought)]
        if not heard and offered and is_spared(offered[0], ranking, own):
            return offered[:1]
        return offered[: heard[-1] + 1] if heard else []

    def _entries_of(self, matches: Sequence[Match]) -> list[Entry]:
        return [self._entries[one.entry_id] for one in matches]


def _wants_day_of_act(query: Query) -> bool:
    """Whether the day is asked of what is done once, "เปิดเทอมวันไหน": its name is half of that."""
    act = act_of(query.clean) if query.aspect is Aspect.WHEN else None
    return act is not None and act.exact


def _knows_office(query: Query) -> bool:
    """Whether no office is asked how to reach, or one that the tables of names have."""
    named = any(map(_OFFICE.match, query.terms))
    return not named or any(ORGANISATION.match(variant) for variant in query.variants)


def _is_office_asked(entry: Entry, query: Query) -> bool:
    """Whether an entry is of the office asked for, and no news that tells of it."""
    words = own_words(query.terms)
    return entry.kind not in HAPPENINGS and all(names_subject(entry, (word,)) for word in words)


def _asks_way(query: Query) -> bool:
    """Whether a question is for a number, an address or how to get in touch."""
    if query.aspect in _REACHING:
        return not _WATCHES.search(query.clean)
    bare = query.aspect in _ASK_NOTHING  # "โทร 1313 ฟรีไหม" wants its price
    return bare and squeeze(query.clean).startswith(("ติดต่อ", "โทร", "เบอ"))


def _nothing_else(query: Query, names: list[str]) -> bool:
    """Whether names are all that a question says but for what it asks, "ถนน" in "ถนนอะไร"."""
    letters = "".join(squeeze(normalise(name)) for name in names) + focus_of(query.clean)
    return all(squeeze(word) in letters for word in own_words(query.terms))


def _uncompared(query: Query) -> tuple[str, ...]:
    return tuple(word for word in query.terms if not _COMPARES.match(word))


def _promises(first: Entry, ranking: Ranking, quotes: Quotes) -> Doubt | None:
    """What a match of much the same words may promise and not keep."""
    query = ranking.query
    if wants_advice(strip_frames(query.clean)):
        return Doubt.ADVICE
    if first.kind in HAPPENINGS and _is_of_another_day(first, query, quotes.today):
        return Doubt.ELSEWHERE
    if not _is_no_stranger(first, query) and _lacks_subject(first, ranking):
        return Doubt.LACKING
    if is_in_passing(first, query):
        return Doubt.PASSING
    return Doubt.UNTOLD if _is_untold(first, ranking, quotes) else None


def _is_no_stranger(entry: Entry, query: Query) -> bool:
    """Whether a question says so much, and names somebody of whom the entry tells.

    Strangers name none, and who asks for what the entry does not tell says less.
    """
    return _says_much(query) and names_party(entry, query)


def _says_much(query: Query) -> bool:
    return len(own_words(query.terms)) >= _MANY_WORDS


def _is_of_another_day(first: Entry, query: Query, today: date) -> bool:
    """Whether a question is about these days, "วันนี้", and the entry about long ago or ahead."""
    days = days_of(first)
    if days is None or not _THESE_DAYS.search(query.clean):
        return False
    return not (days[0] - _NEAR_DAY <= today <= days[1] + _NEAR_DAY)


def is_elsewhere(first: Entry, query: Query, today: date) -> bool:
    """Whether an entry is of another year, place or office than the question, or over."""
    if contradicts(first, dated(query), query.terms) or _is_over(first, query, today):
        return True
    if is_of_another_body(first, query) or titled_of_other_year(first, query):
        return True
    if is_counted_elsewhere(first, query):
        return True
    return is_held(first, places_of(query)) is False or _is_of_another_year(first, query)


def _is_of_another_year(first: Entry, query: Query) -> bool:
    """Whether of an event of one year is asked when or where it was in another it mentions.

    Who says little more than its name and a year asks no less.
    """
    named = query.aspect is Aspect.TOPIC and len(_core(query)) <= _BRIEF_QUESTION
    start = first.event.start if first.event and (named or query.aspect in _HELD) else None
    years = set(ANY_YEAR.findall(dated(query))) if start else set()
    told = {str(day.year + ERA) for day in days_of(first) or ()}
    return bool(years) and years.isdisjoint(told | years_in(first.title))


def _is_over(first: Entry, query: Query, today: date) -> bool:
    """Whether a question is about the next time, and the entry about one that is over."""
    days = days_of(first) if first.kind in HAPPENINGS and asks_next_time(query.clean) else None
    return days is not None and days[1] < today


def _core(query: Query) -> str:
    """The letters of a question without its courtesies."""
    return squeeze(strip_frames(query.clean))


def _lacks_subject(first: Entry, ranking: Ranking) -> bool:
    """Whether a question has weighty words that the first match does not tell of.

    A long question can spare a word, but not half of what it says; in "มิเตอร์ไฟพัง" each one says
    what it is about. What is asked about need not stand there, จว. in "จว.ไหน", nor pieces of what
    was misspelt. A long word that is none sounds like another for another reason. A name in
    Latin letters counts where little else is said; in more it may be misspelt.
    """
    asks, core = focus_of(ranking.query.clean), len(_core(ranking.query))
    own = own_words(word.text for word in ranking.words)
    curt = core <= _CURT_QUESTION or len(own) <= _FEW_WORDS
    least = 1 if curt else _WHOLE_WORD
    whole = {w for w in own if len(w) >= least and w in thai_words() and w not in asks}
    whole |= set(filter(_is_latin, own)) if core <= _BRIEF_QUESTION else set()
    missing = whole & set(missing_from(first, own_words(ranking.query.terms)))
    lost = [_lost(word) for word in ranking.words if word.text in missing]
    worth = sum(word.worth for word in ranking.words if word.text in own)
    if core > _SHORT_QUESTION and len(own) > _SHORT_IN_WORDS:
        return sum(lost) > _MOST_SPARED * worth
    return max(lost, default=0.0) > _WEIGHTY or sum(lost) > _SPARED * worth


def _is_latin(word: str) -> bool:
    return len(word) >= _WHOLE_WORD and word.isascii() and word.isalpha()


def _lost(word: QuestionWord) -> float:
    return word.worth * (1 - word.met) if len(word.text) < _LONG_WORD else word.worth


def _is_elsewhere_done(first: Entry, clean: str) -> bool:
    """Whether what is asked for is done, or sold, in no place that an event was held at."""
    if _TRADES.search(clean):
        return not _SHOP.search(first.title)
    return done_elsewhere(first, clean)


def _is_untold(first: Entry, ranking: Ranking, quotes: Quotes) -> bool:
    """Whether a release that shares words with a question tells no fact beside them.

    Many a release says โรงเรียน and เทอม, and none of them when the next one begins. Numbers are in
    nearly all of them, whatever the question, and how something was done is no instruction. A name
    that hardly anything else has is no such word. Where something was held, nothing is sold, nor
    built or injected.
    """
    query, own = ranking.query, set(own_words(ranking.query.terms))
    if query.aspect is Aspect.WHERE and _is_elsewhere_done(first, query.clean):
        works = quotes.of(first).fact if asks_workplace(query.clean) else None
        return first.kind in HAPPENINGS and not (works and works.stated)
    named = any(word.worth > _NAME and word.is_met for word in ranking.words if word.text in own)
    few = len(own) <= _FEW_WORDS and not named
    brief = len(_core(query)) <= _SHORT_QUESTION
    somebody = {Aspect.WHO} if brief and ranking.probability < _MEANT_SURELY else set()
    asks_fact = query.aspect in (FACTS | {Aspect.CONTACT} if few else _NUMBERS | somebody)
    asks_whether_only = few and query.aspect is Aspect.TOPIC and asks_whether(query.clean)
    if first.kind not in HAPPENINGS or not (asks_fact or asks_whether_only):
        return False
    fact = quotes.of(first).fact
    if fact is None:
        return not wants_several(query.clean)
    if not brief:
        return False
    if few and _ASKS_CLOCK.search(query.clean) and not _CLOCK.search(fact.text):
        return True
    return not (fact.stated if query.aspect is Aspect.HOW else fact.is_plain)
