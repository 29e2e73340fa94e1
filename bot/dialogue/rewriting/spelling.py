"""A bare question that is misspelt, read as it was meant: "เปิดกีโมง", "ขอเบอรหนอย", "จดวันไหน".

So is one with words of what is talked about: "เหรียญลาคาเท่าไหร่".
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.dialogue.matching import entry_words
from bot.dialogue.message import cues
from bot.dialogue.message.cues import CUES
from bot.dialogue.message.phrases import PHRASES
from bot.dialogue.rewriting.ellipsis import NOUNS
from bot.knowledge.entries import Entry
from bot.search.misspelling import CHANGED, Read, Vocabulary
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import cleaned, letters_in, normalise, squeeze
from bot.thai.questions import Aspect, aspect_of, is_short_yes_no_question
from bot.thai.tables import rows_of

_MOST = 25  # letters of a message that may be bare
_LETTERS = 12  # in which one may be wrong
_DOT = "."  # of an abbreviation
_THAI = re.compile("[ก-์]{4,}")
_ASKING = CUES.function | CUES.attributes | PHRASES.courtesies | NOUNS


def corrected(text: str, known: Iterable[Entry] = ()) -> str:
    """A short question whose words all ask or point once they are spelt right, spelt so.

    So is one whose other words are those of known entries. Any other message stays as it is; so
    does one with an abbreviation, or whose own words such an entry has as they stand.
    """
    known = tuple(known)
    clean = cleaned(text)
    letters = squeeze(clean)
    if not 0 < len(letters) <= _MOST or _DOT in clean:
        return text
    asking = _question_vocabulary().read(letters)
    read = asking or (_topic_vocabulary(known).read(letters) if known else None)
    if read is None or read.wrong > max(1, len(letters) // _LETTERS):
        return text
    meant, parted = "".join(read.words), clean.split()
    asks = (
        aspect_of(meant) is not Aspect.TOPIC
        or is_short_yes_no_question(meant)
        or cues.is_follow_up(meant)
    )
    listed = not _questions().isdisjoint(read.words)
    if not (asks or listed) or not _may_be_wrong(read, clean, known):
        return text
    spelt_right = meant == letters and (asking is None or all(map(_reads_whole, parted)))
    return text if spelt_right else meant


def _may_be_wrong(read: Read, clean: str, known: Iterable[Entry]) -> bool:
    """Whether letters may be wrong: where not all of them are words, or one question lost one."""
    if not (read.wrong or read.heard):
        return True
    cut = Names.load().cut(clean)
    words = cues.content_words(cut)
    if not Names.load().forms.isdisjoint(words):
        return False
    if words and any(not entry_words.missing_words(one, words) for one in known):
        return False
    lost = PHRASES.courtesies.issuperset(read.words[1:]) and read.price < CHANGED
    strange = (one for one in cut if one.strip() and not one.isdecimal())
    return not read.wrong or lost or not thai_words().issuperset(strange)


def _reads_whole(part: str) -> bool:
    """Whether letters between blanks are words that ask, as they stand."""
    read = _question_vocabulary().read(letters_in(part))
    return read is not None and read.is_as_written


@lru_cache(maxsize=1)
def _question_vocabulary() -> Vocabulary:
    """The words that ask or point; of two that letters may be, whole questions tell."""
    return Vocabulary(_ASKING, _questions())


def _topic_vocabulary(known: Sequence[Entry]) -> Vocabulary:
    """The same with the words of what is talked about."""
    return _vocabulary_of(" ".join(map(entry_words.entry_text, known)))


@lru_cache(maxsize=64)  # talks at a time
def _vocabulary_of(said: str) -> Vocabulary:
    names = Names.load()
    words = set(names.cut(normalise(said))) & (thai_words() | names.words)
    return Vocabulary([*filter(_THAI.fullmatch, words)], beside=_question_vocabulary())


@lru_cache(maxsize=1)
def _questions() -> frozenset[str]:
    """What is asked most of whatever is talked about."""
    return frozenset(question for question, *_ in rows_of("bare_questions.csv", needed=1))
