"""Whether an entry only mentions the word or two that a question has."""

from bot.dialogue.cues import own_words
from bot.dialogue.phrases import words
from bot.dialogue.subjects import means_name, names_subject, says_name
from bot.knowledge.entries import Entry
from bot.search.marks import ANY_YEAR
from bot.search.passages.acts import act_of, does
from bot.search.ranking import Query
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import Aspect
from bot.thai.written_dates import full_month

_FEW_WORDS = 2
_OF_US = words("ไทย ประเทศไทย เมืองไทย คนไทย")  # as nearly everything here is


def is_in_passing(first: Entry, query: Query) -> bool:
    """Whether an entry is about something else than the word or two that a question has.

    A year names nothing: it stands in the title of whatever was that year. Nor does that it is
    Thai, or the act of which the day is asked: "จรวดไทยปล่อยเมื่อไหร่". A form of two words, บัตรทอง,
    names nothing that has but one of them.
    """
    own = _naming(query)
    names = [one for one in _as_forms(own, query.clean) if not one.isdecimal()] or own
    names += filter(None, map(full_month, own))
    listed = squeeze(normalise(" ".join(first.questions)))
    named = names_subject(first, names) or any(squeeze(word) in listed for word in names)
    named = named or says_name(first, names, query.clean) or means_name(first, query.clean)
    said = sum(not ANY_YEAR.fullmatch(one) for one in own)
    return 0 < said <= _FEW_WORDS and not named


def _naming(query: Query) -> list[str]:
    """The words that name something, without those that name nothing by themselves."""
    own = own_words(query.terms)
    act = act_of(query.clean) if query.aspect is Aspect.WHEN else None
    exact = act if act and act.exact else None
    telling = [one for one in own if one not in _OF_US and not (exact and does(one, exact))]
    return telling or own


def _as_forms(words: list[str], clean: str) -> list[str]:
    """The words, those that make a form of the tables together as that form."""
    forms = (one for one, is_name in Names.load().units(clean) if is_name)
    whole = [one for one in forms if sum(word in one for word in words) > 1]
    return [*whole, *(word for word in words if not any(word in one for one in whole))]
