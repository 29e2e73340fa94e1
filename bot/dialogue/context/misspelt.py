"""A bare question that is misspelt, read as it was meant: "เปิดกีโมง", "ขอเบอรหนอย", "จดวันไหน"."""

from collections.abc import Iterable
from functools import lru_cache

from bot.dialogue import contents, cues
from bot.dialogue.context.nouns import NOUNS
from bot.dialogue.phrases import COURTESIES
from bot.knowledge.entries import Entry
from bot.search.misspelling import CHANGED, Read, Vocabulary
from bot.thai.dictionary import thai_words
from bot.thai.names import Names
from bot.thai.normalise import gate, normalise, squeeze
from bot.thai.questions import Aspect, aspect_of
from bot.thai.tables import rows_of

_MOST = 25  # letters of a message that may be bare
_LETTERS = 12  # in which one may be wrong
_DOT = "."  # of an abbreviation


def as_asked(text: str, known: Iterable[Entry] = ()) -> str:
    """A short question whose words all ask or point once they are spelt right, spelt so.

    Any other message stays as it is; so does one with an abbreviation or words of known entries.
    """
    clean = normalise(gate(text))
    letters = squeeze(clean)
    if not 0 < len(letters) <= _MOST or _DOT in clean:
        return text
    read = _asking().read(letters)
    if read is None or read.wrong > max(1, len(letters) // _LETTERS):
        return text
    meant, parted = "".join(read.words), clean.split()
    asks = aspect_of(meant) is not Aspect.TOPIC or cues.asks_whether(meant) or cues.leans(meant)
    listed = not _questions().isdisjoint(read.words)
    if not (asks or listed) or not _may_be_wrong(read, clean, known):
        return text
    return meant if meant != letters or not all(map(_reads_whole, parted)) else text


def _may_be_wrong(read: Read, clean: str, known: Iterable[Entry]) -> bool:
    """Whether letters may be wrong: where not all of them are words, or one question lost one."""
    if not read.wrong:
        return True
    cut = Names.load().cut(clean)
    own = cues.own_words(cut)
    if own and any(not contents.missing_from(one, own) for one in known):
        return False
    lost = len(read.words) == 1 and read.price < CHANGED
    return lost or not thai_words().issuperset(filter(str.strip, cut))


def _reads_whole(part: str) -> bool:
    """Whether letters between blanks are words that ask, as they stand."""
    read = _asking().read(squeeze(normalise(part)))
    return read is not None and read.is_as_written


@lru_cache(maxsize=1)
def _asking() -> Vocabulary:
    """The words that ask or point; of two that letters may be, whole questions tell."""
    return Vocabulary(cues.FUNCTION | cues.OF_ANY | COURTESIES | NOUNS, _questions())


@lru_cache(maxsize=1)
def _questions() -> frozenset[str]:
    """What is asked most of whatever is talked about."""
    return frozenset(question for question, *_ in rows_of("bare_questions.csv", needed=1))
