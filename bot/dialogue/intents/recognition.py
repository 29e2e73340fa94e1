"""Intents: messages that need no search. A message is of one only if it says nothing else."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate

from bot.dialogue.intents.emergencies import Danger, danger_in
from bot.dialogue.intents.opening_hours import without_named_days
from bot.dialogue.lists.scopes import Scope, forms_of, scope_of
from bot.dialogue.message.phrases import (
    CLOSING,
    CONTACT,
    ORDINAL,
    PHRASES,
    PRIVATE_NUMBER,
    consists_of,
    ordinal_of,
)
from bot.dialogue.presentation.contacts import Detail, asked_detail
from bot.knowledge.phones import SHORT_NUMBERS, numbers_in
from bot.thai.dates import find_dates, without_dates
from bot.thai.fillers import TALK
from bot.thai.names import Names
from bot.thai.normalise import cleaned, squeeze


class IntentKind(StrEnum):
    """What a message wants when it wants no search."""

    EMPTY = "empty"
    EMERGENCY = "emergency"
    GREETING = "greeting"
    THANKS = "thanks"
    SORRY = "sorry"
    AGREE = "agree"
    ACKNOWLEDGE = "acknowledge"
    WILL_ASK = "will_ask"
    DOUBTING = "doubting"
    BYE = "bye"
    WHO = "who"
    FEELINGS = "feelings"
    ABUSE = "abuse"
    COMPLAINT = "complaint"
    INSTRUCTIONS = "instructions"
    PRIVATE = "private"
    WHOSE_NUMBER = "whose_number"
    MENU = "menu"
    HELP = "help"
    PRIVACY = "privacy"
    OFFICER = "officer"
    HOTLINE = "hotline"
    CONTACT = "contact"
    OPEN = "open"
    OFFICE = "office"
    LISTING = "listing"
    IS_OVER = "is_over"
    ORDINAL = "ordinal"
    REJECT = "reject"
    MORE = "more"
    GIBBERISH = "gibberish"
    OTHER_LANGUAGE = "other_language"


@dataclass(frozen=True, slots=True)
class Intent:
    """A kind with what it needs to be carried out."""

    kind: IntentKind
    danger: Danger = Danger.ANY
    # HOTLINE; OPEN: HOURS, CLOSED or, for whether it is open, another
    detail: Detail = Detail.PHONE
    still: bool = False  # HOTLINE: whether it is in use is asked, not which it is
    named: bool = False  # CONTACT: the ministry was named, not only "ขอเบอร์หน่อย"; HELP: the bot
    hotline: bool = False  # CONTACT: a short number is asked for
    ordinal: int = 0  # ORDINAL: from 1; -1 is the last
    scope: Scope | None = None  # LISTING
    agency: str = ""  # OPEN, OFFICE: the office named, by abbreviation
    day: date | None = None  # OPEN: the day asked about, None for now
    number: str = ""  # WHOSE_NUMBER: in digits alone
    alone: bool = False  # WHOSE_NUMBER: nothing is said but the number


_LIMIT = 80  # letters of a message that may be an intent
_MADE_OF = (
    (IntentKind.GREETING, PHRASES.greeting, PHRASES.greeted),
    (IntentKind.THANKS, PHRASES.thanks, PHRASES.thanks_fillers),
    (IntentKind.SORRY, PHRASES.sorry, ()),
    (IntentKind.REJECT, PHRASES.reject, ()),
    (IntentKind.DOUBTING, PHRASES.doubting, PHRASES.doubting_fillers),
    (IntentKind.AGREE, PHRASES.agree, ()),
    (IntentKind.ACKNOWLEDGE, PHRASES.acknowledge, ()),
    (IntentKind.ACKNOWLEDGE, CLOSING, PHRASES.closing_fillers),
    (IntentKind.WILL_ASK, PHRASES.will_ask, ()),
    (IntentKind.BYE, PHRASES.bye, ()),
    (IntentKind.MENU, PHRASES.menu, ()),
    (IntentKind.HELP, PHRASES.help, PHRASES.help_fillers),
    (IntentKind.PRIVACY, PHRASES.privacy, ()),
    (IntentKind.OFFICER, PHRASES.officer, PHRASES.officer_fillers),
    (IntentKind.HOTLINE, PHRASES.hotline, PHRASES.hotline_fillers),
    (IntentKind.WHO, PHRASES.who, ()),
    (IntentKind.IS_OVER, PHRASES.is_over, PHRASES.is_over_fillers),
    (IntentKind.MORE, PHRASES.more, PHRASES.more_fillers),
    (IntentKind.ABUSE, PHRASES.abuse, PHRASES.abuse_fillers),
    (IntentKind.FEELINGS, PHRASES.feelings, PHRASES.feelings_fillers),
)
_MAY_ASK_OPEN = re.compile("เปิด|ปิด|หยุด|ทำงาน|ทำการ|ได้.*(?:กี่|ไหน)|open")
_THAI = re.compile("[ก-ฮ]")
_FIGURES = re.compile("[0-9]+")
_LATIN, _A_VOWEL_IN = re.compile("[a-z]{5,}"), 4  # letters of a name and to a vowel
_CLUSTER = re.compile("[^aeiouy]{5}")
_FOREIGN = re.compile(
    "[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_ENGLISH_WORD = re.compile(
    r"\b(?:the|is|are|what|where|when|who|how|can|you|do|does|please|my|your|for|and|to|of|in|i)\b",
    re.ASCII,
)


def intent_of(text: str, today: date) -> Intent | None:
    """The intent of a message as typed, or None when it is a question for the search."""
    clean = cleaned(text)
    letters = squeeze(clean)
    if not letters:
        return Intent(IntentKind.GIBBERISH if clean else IntentKind.EMPTY)
    if danger := danger_in(letters):
        return Intent(IntentKind.EMERGENCY, danger=danger)
    if PHRASES.instructions.search(letters):
        return Intent(IntentKind.INSTRUCTIONS)
    if len(letters) > _LIMIT:
        return None
    return _short_intent(clean, letters, today)


def _short_intent(clean: str, letters: str, today: date) -> Intent | None:
    if PRIVATE_NUMBER.search(letters):
        return Intent(IntentKind.PRIVATE)
    if whose := _number_intent(clean, letters):
        return whose
    if PHRASES.laughter.fullmatch(letters):  # before a lone 5 is taken for a choice
        return Intent(IntentKind.FEELINGS)
    if consists_of(letters, ORDINAL, PHRASES.ordinal_fillers):
        return Intent(IntentKind.ORDINAL, ordinal=ordinal_of(letters) or 1)
    for kind, core, fillers in _MADE_OF:
        if consists_of(letters, core, fillers):
            named = bool(PHRASES.of_the_bot.search(letters))
            detail = asked_detail(letters) or Detail.PHONE
            still = bool(PHRASES.still.search(letters))
            return Intent(kind, detail=detail, named=named, still=still)
    told = (
        _contact_intent(letters) or _opening_intent(clean, today) or _office_intent(clean, letters)
    )
    return told or _listing_intent(clean, today)


def _number_intent(clean: str, letters: str) -> Intent | None:
    """Whose telephone number it is: nothing but that, or the number as it stands.

    Short ones are asked of by other words as well: "1313 ใช้ได้ไหม".
    """
    numbers = numbers_in(clean) - SHORT_NUMBERS
    if len(numbers) != 1:
        return None
    rest = _FIGURES.sub("", letters)
    fillers = PHRASES.whose_fillers | TALK.keys()
    if rest and not consists_of(rest, PHRASES.whose_number, fillers):
        return None
    return Intent(IntentKind.WHOSE_NUMBER, number=next(iter(numbers)), alone=not rest)


def _office_intent(clean: str, letters: str) -> Intent | None:
    """What an office is or does: nothing but that and its name, "สวทช. ทำอะไรบ้าง"."""
    if not PHRASES.what_it_is.search(letters) or asked_detail(letters):
        return None
    names = Names.load()
    agencies = names.agencies_in(clean)
    fillers = PHRASES.office_fillers | forms_of(names.agencies.items(), agencies)
    if len(agencies) != 1 or not consists_of(letters, PHRASES.what_it_is, fillers):
        return None
    return Intent(IntentKind.OFFICE, agency=agencies[0])


def _contact_intent(letters: str) -> Intent | None:
    fillers = PHRASES.contact_fillers | PHRASES.ministry_names
    if not consists_of(letters, CONTACT, fillers):
        return None
    # Not by its letters: those of วท stand in "แล้วที่อยู่ล่ะ" as well.
    named = not consists_of(letters, CONTACT, PHRASES.contact_fillers)
    detail = asked_detail(letters) or Detail.PHONE
    hotline = bool(PHRASES.a_hotline.search(letters))
    return Intent(IntentKind.CONTACT, detail=detail, named=named, hotline=hotline)


def _opening_intent(clean: str, today: date) -> Intent | None:
    """Whether or when an office is open: nothing but that, an office or the ministry, a day."""
    if not _MAY_ASK_OPEN.search(clean):
        return None
    spans = find_dates(clean, today)
    rest, weekday = without_named_days(without_dates(clean, spans), today)
    names = Names.load()
    agency = next(iter(names.agencies_in(rest)), "")
    fillers = PHRASES.open_fillers | forms_of(names.agencies.items(), names.agencies_in(rest))
    letters = squeeze(rest)
    if agency and consists_of(letters, PHRASES.hours, fillers | PHRASES.contact_fillers):
        closed = asked_detail(letters) is Detail.CLOSED
        return Intent(
            IntentKind.OPEN, detail=Detail.CLOSED if closed else Detail.HOURS, agency=agency
        )
    if not consists_of(letters, PHRASES.open_now, fillers | PHRASES.ministry_names):
        return None
    named = not consists_of(letters, PHRASES.open_now, fillers)
    day = spans[0].first if spans else weekday
    return Intent(IntentKind.OPEN, named=named, agency=agency, day=None if day == today else day)


def _listing_intent(clean: str, today: date) -> Intent | None:
    scope = scope_of(clean, today)
    return Intent(IntentKind.LISTING, scope=scope) if scope and not scope.about else None


def _abuses(clean: str) -> bool:
    """Whether whole words of a message are abuse: not แม่ง in แม่งาน, nor shit across two words."""
    ends = list(accumulate((len(squeeze(word)) for word in Names.load().cut(clean)), initial=0))
    found = PHRASES.abuse.finditer(squeeze(clean))
    return any(one.start() in ends and one.end() in ends for one in found)


def _can_be_said(word: str) -> bool:
    """Whether a word of Latin letters may be a name, as keys struck at random are not."""
    return len(re.findall("[aeiouy]", word)) * _A_VOWEL_IN >= len(word) and not _CLUSTER.search(
        word
    )


def fallback_intent(clean: str) -> IntentKind | None:
    """What a normalised message that found nothing was instead, or None for a plain question."""
    letters = squeeze(clean)
    if _abuses(clean):
        return IntentKind.ABUSE
    if _FOREIGN.search(letters) or len(_ENGLISH_WORD.findall(clean)) >= 2:
        return IntentKind.OTHER_LANGUAGE
    if not _THAI.search(letters):
        known = Names.load().senses(Names.load().cut(clean))  # "5g", of which nothing is told
        said = known or any(map(_can_be_said, _LATIN.findall(clean)))
        return None if said else IntentKind.GIBBERISH
    if PHRASES.complaint.search(letters):
        return IntentKind.COMPLAINT
    return IntentKind.FEELINGS if PHRASES.feelings.search(letters) else None
