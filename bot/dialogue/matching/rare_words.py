"""Whether an entry lacks words of a question that few others have."""

from bot.dialogue.matching.entry_words import missing_words
from bot.dialogue.message.cues import (
    BRIEF_QUESTION,
    FEW_WORDS,
    SHORT_QUESTION,
    WHOLE_WORD,
    content_words,
)
from bot.knowledge.entries import Entry
from bot.search.ranking import QuestionWord, Ranking
from bot.thai.dictionary import thai_words

RARE = 4.0  # worth of a word that about one text in sixty holds
_CURT_QUESTION = 15  # letters
_SHORT_IN_WORDS = 4
_MAY_LACK, _LONG_MAY_LACK = 0.25, 0.5  # of what a question's words are worth may be missing
_LONG_WORD = 6


def lacks_rare_words(first: Entry, ranking: Ranking) -> bool:
    """Whether a question has rare words that the first match does not tell of.

    A long question can spare a word, but not half of what it says; in "มิเตอร์ไฟพัง" each one says
    what it is about. What is asked about need not stand there, จว. in "จว.ไหน", nor pieces of what
    was misspelt. A long word that is none sounds like another for another reason. A name in
    Latin letters counts where little else is said; in more it may be misspelt.
    """
    asks, core = ranking.query.focus, len(ranking.query.core)
    words = content_words(word.text for word in ranking.words)
    curt = core <= _CURT_QUESTION or len(words) <= FEW_WORDS
    least = 1 if curt else WHOLE_WORD
    whole = {w for w in words if len(w) >= least and w in thai_words() and w not in asks}
    whole |= set(filter(_is_latin, words)) if core <= BRIEF_QUESTION else set()
    missing = whole & set(missing_words(first, content_words(ranking.query.terms)))
    lost = [_lost(word) for word in ranking.words if word.text in missing]
    worth = sum(word.worth for word in ranking.words if word.text in words)
    if core > SHORT_QUESTION and len(words) > _SHORT_IN_WORDS:
        return sum(lost) > _LONG_MAY_LACK * worth
    return max(lost, default=0.0) > RARE or sum(lost) > _MAY_LACK * worth


def _is_latin(word: str) -> bool:
    return len(word) >= WHOLE_WORD and word.isascii() and word.isalpha()


def _lost(word: QuestionWord) -> float:
    return word.worth * (1 - word.met) if len(word.text) < _LONG_WORD else word.worth
