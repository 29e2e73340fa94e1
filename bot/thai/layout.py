"""Repair of text typed with the keyboard in the other language, Kedmanee for QWERTY or back.

Two letter models, of Thai and of English as the knowledge base writes them, weigh each piece as
typed against the piece as read on the other layout; only a clearly better reading is taken.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, islice, product

import numpy as np

from bot.thai.dictionary import word_freqs
from bot.thai.lattice import cheapest_path
from bot.thai.letter_pairs import (
    EDGE,
    ENGLISH_LETTERS,
    THAI_LETTERS,
    Alphabet,
    LetterPairs,
    Pairs,
    count,
    no_pairs,
)
from bot.thai.letters import Strings
from bot.thai.names import Names
from bot.thai.slips import SHORTEST, TO_THAI, Slips
from bot.thai.tables import rows_of

Pair = tuple[str, str]
Span = tuple[int, int]

_ENOUGH = 500_000  # characters; more text does not change letter statistics
_SIGN_SHARE = 50  # one English word in so many stands beside each digit or sign

# Logarithms of how much likelier a reading must be before it is believed.
_ALONE, _IN_COMPANY, _THROUGHOUT, _BACK = 6.0, 1.5, -3.0, 7.0
_SIGN = -6.0  # the same for a number or sign within a Thai reading
_GLUED = {1: 1.5, 2: 1.0}  # times that, for so many digits beside one
_KNOWN_WORD = -9.0  # the log-probability of an English word of the base
_DOT = 6.5  # what of it is given back for the dot of an abbreviation
_WORD = 2.0  # what it counts for that a reading is one common Thai word
_RARE, _COMMON = 3, 50  # times a word stands in the general list
_MOST_RUNS = 300  # that are looked at; a message of 1,000 characters rarely has more
_FORGIVEN = 15  # letters of a run in which one may break the rules of spelling
_WITHIN = 5  # letters of one that is looked for inside a run of Thai
_LONGEST_WORD, _LONGEST_READ = 12, 60  # letters, of a word and of what is cut into words
_SHORT = 4  # letters of a Thai reading that alone is believed only when it is a common word

_DIGITS, _SIGNS = "0123456789", '.,?!"()/-'
_TO_DIGIT = {ord(TO_THAI[ord(digit)]): digit for digit in _DIGITS} | {ord("า"): "1"}  # once gated
_DIGIT_KEYS = re.compile(  # behind a blank: the number of "hotline 1313"
    rf"(?<=\S )[{''.join(map(re.escape, map(chr, _TO_DIGIT)))}]{{2,}}(?!\S)"
)
# People who slip may still have reached for true digits and signs.
_KEYS = tuple(
    {key: char for key, char in TO_THAI.items() if chr(key) not in kept}
    for kept in ("", _DIGITS, ".", _DIGITS + ".", _SIGNS, _DIGITS + _SIGNS)
)
_RUN = re.compile("[!-~]+")
_BRACKETED = re.compile(r"\(([^()]+)\)")  # a pair is meant: as Thai keys it would be ๖…๗
_LETTER, _LETTER_KEY = re.compile("[A-Za-z]"), re.compile(r"[A-Za-z;'=\\[\]]")
_PARTS = re.compile("[A-Za-z]{2,}")
_ENGLISH_WORD = re.compile("[A-Za-z]{3,}")
_CODE = re.compile("[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")
_NOT_THAI = re.compile("[^\u0e01-\u0e3a\u0e40-\u0e4d]+")
# What no letters were meant by: a year, also where digits that are letters stand beside it, and
# any number of two digits and more.
_YEAR = "2[45][0-9]{2}|20[0-3][0-9]|19[0-9]{2}"
_NUMBERS = (re.compile(f"({_YEAR})"), re.compile("(?<![0-9])([0-9]{2,})(?![0-9])"))
_YEAR_BEHIND = re.compile(f"(?:{_YEAR})$")
_ODD = re.compile(
    f"(?<![0-9])(?:{_YEAR})(?![0-9])|(?<=ปี)[0-9]{{2}}(?![0-9])|[๐-๙]+"
    "|[^\u0e01-\u0e3a\u0e40-\u0e44\u0e46-\u0e4d]"  # of the letters ๅ stands in no word alone
)
_ABBREVIATED = re.compile(r"(?:(?<![ก-๎])|(?<=\.))[ก-ฮ]{1,4}\.")
_MID_CAPITAL, _DIGIT = re.compile("(?<=[a-z])[A-Z]"), re.compile("[0-9]")
_ADDRESS = re.compile(
    r"https?:|www\.|\S@[^\W_Q]"  # but ๑ is typed as @, and what stands behind it as a sign or Q
    r"|\.(?:com|org|net|info|io|th|edu|gov|me|pdf|docx?|xlsx?|pptx?|jpe?g|png|txt|zip)\b"
)
_CODE_LIKE = re.compile(
    r"^[^A-Za-z]*[A-Z]{2,}[A-Z0-9./()-]*$"  # an abbreviation
    r"|^[A-Za-z][-.]?\d[\d./-]*[a-z]?\W*$"  # A4, v2.3, d-001a
    r"|^\d+(?:st|nd|rd|th)$"
)
_NUMBER = re.compile(r"(?<!\S)(?:[@#$%*_+]|[@#$%*()_+Q]{2,4})(?!\S)")  # ๑ to ๐
_POINT = re.compile('(?<=[0-9])"(?=[0-9])')
_ENGLISH_FORM = re.compile(
    r"[(\"'#]*(?:[A-Za-z]{2,}\d*|\d+[A-Za-z]{0,3})(?:[-'/&._:][A-Za-z0-9]+)*(?:[)\"'?!.,:]|;(?![.,]))*"
)
_SPELLABLE = re.compile(
    "(?:(?:เเ|[เ-ไ])?[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47\u0e4d]?[\u0e48-\u0e4b]?\u0e4c?"
    "(?:ำ[\u0e48-\u0e4b]|[ะาำ]{0,2})ๆ?ฯ?"
    '|[ๆฯ฿0-9๐-๙(),."?/_%+:-])+'
)
_LEADING, _TRAILING = _DIGITS + '("', _DIGITS + ')"?!.,:'
_OPEN_CLUSTER = re.compile("[เ-ไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4d]*$")
_LEANS = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4d]")  # cannot begin a syllable
_THAI_LETTER = re.compile("[\u0e01-\u0e4d]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A piece of text as read on the other layout, and how much likelier that is (log)."""

    start: int
    end: int
    after: str
    gain: float


@dataclass(frozen=True, slots=True, eq=False)
class LayoutModel:
    """What it takes to judge a reading: both letter models and the base's English words."""

    thai: LetterPairs
    english: LetterPairs
    known: Strings  # English words of the base, besides the general ones; sorted
    slips: Slips  # … and all of them, mistyped

    @classmethod
    def learn(cls, texts: Iterable[str]) -> "LayoutModel":
        """Learn from the texts of a knowledge base; a small one leans on PyThaiNLP's word list."""
        thai, english, words = _counted(texts)
        general = _general()
        parts = {part for word in words for part in _PARTS.findall(word)}
        known = {form for part in parts for form in (part, part.lower())} - general.words
        return cls(
            thai=LetterPairs.learn(THAI_LETTERS, thai, general.thai),
            english=LetterPairs.learn(ENGLISH_LETTERS, english, general.english),
            known=Strings.of(sorted(known)),
            slips=Slips.of(words | _everyday()),
        )

    def repair(self, text: str) -> tuple[str, tuple[Pair, ...]]:
        """`text` with slipped pieces as they were meant, and those pieces before and after.

        Wants text as it was typed: lower case would lose the shifted half of the keyboard.
        """
        readings: list[_Reading] = []
        if _LETTER.search(text):
            readings += self._thai_readings(text)
        readings += self._english_readings(text)
        return _replaced(text, sorted(readings, key=lambda r: r.start)) if readings else (text, ())

    def _thai_readings(self, text: str) -> Iterator[_Reading]:
        """Runs of Latin keys that were meant as Thai; one clear slip makes others likelier."""
        bare = _BRACKETED.sub(r" \1 ", text)
        runs = islice(filter(_may_be_slipped, _RUN.finditer(bare)), _MOST_RUNS)
        seen = [(run, self._is_meant(run[0])) for run in runs]
        read = [(run, self._as_thai(bare, run)) for run, is_meant in seen if not is_meant]
        told = [reading for _, reading in read if reading]
        if not any(one and one.gain > _ALONE and _LETTER.search(run[0]) for run, one in read):
            return iter(())
        if _THAI_LETTER.search(text):
            return (reading for reading in told if reading.gain > _IN_COMPANY)
        meant = (run for run, is_meant in seen if is_meant)
        return self._throughout(text, [*told, *self._in_doubt(bare, meant)])

    def _in_doubt(self, text: str, meant: Iterable[re.Match[str]]) -> Iterator[_Reading]:
        """Readings of what looks like English or a code, but is far likelier to be Thai."""
        for run in meant:
            needed = _ALONE if self._is_plain_english(run[0]) else _IN_COMPANY
            if (reading := self._as_thai(text, run)) and reading.gain > needed:
                yield reading

    def _throughout(self, text: str, readings: Iterable[_Reading]) -> Iterator[_Reading]:
        """The readings of a message typed on the other layout from end to end, signs and all."""
        signs = [*_NUMBER.finditer(text), *_POINT.finditer(text)]
        yield from (_Reading(*sign.span(), sign[0].translate(TO_THAI), 0.0) for sign in signs)
        taken = {sign.start() for sign in signs}
        for reading in readings:
            free = taken.isdisjoint(range(reading.start, reading.end))
            if free and reading.gain > _THROUGHOUT:
                yield reading

    def _as_thai(self, text: str, run: re.Match[str]) -> _Reading | None:
        cluster = _OPEN_CLUSTER.search(text[: run.start()][-4:])
        reads = dict.fromkeys(
            (core, read) for core in _cores(run[0]) for read in _ways_to_read(run[0][slice(*core)])
        )
        readings = (self._judged(run, *read, cluster[0] if cluster else "") for read in reads)
        best = max(filter(None, readings), key=lambda r: r.gain, default=None)
        return best and _believed(best)

    def _is_meant(self, run: str) -> bool:
        """Whether a run looks like a code or is English."""
        return bool(_CODE_LIKE.search(run)) or self._is_plain_english(run)

    def _is_plain_english(self, run: str) -> bool:
        parts = _PARTS.findall(run)
        return bool(parts and _ENGLISH_FORM.fullmatch(run)) and all(map(self._is_known, parts))

    def _is_known(self, word: str) -> bool:
        cased = word.islower() or word.isupper() or word.istitle()
        forms = (word, word.lower()) if cased else (word,)
        general = any(form in _general().words or _holds(self.known, form) for form in forms)
        return general or word.lower() in _everyday()

    def _judged(self, run: re.Match[str], core: Span, read: str, cluster: str) -> _Reading | None:
        """The gain of reading the core of a run as Thai, its edges staying as they are."""
        start, end = core
        lead, trail = run[0][:start], run[0][end:]
        if not _is_spellable(read if lead else cluster + read):
            return None
        words = _in_words(read)
        thai = max(self.thai.score(_NOT_THAI.sub(EDGE, read)), words + _WORD)
        thai += _SIGN * len(_ODD.findall(read)) + _DOT * len(_ABBREVIATED.findall(read))
        kept = sum(self._as_english(edge) + _glued(edge) for edge in (lead, trail) if edge)
        gain = thai + kept - self._as_english(run[0])
        return _Reading(run.start() + start, run.start() + end, read, gain)

    def _as_english(self, typed: str) -> float:
        return self.english.score(_english_shape(typed))

    def _english_readings(self, text: str) -> Iterator[_Reading]:
        """Thai letters that make no Thai but are an English word of the base."""
        end, ends = 0, set[int]()
        for start, behind, word in self.slips.inside(text):
            if start >= end and self._is_english(text, start, behind):
                end = behind
                ends.add(end)
                yield _Reading(start, end, word, 0.0)
        for run in _DIGIT_KEYS.finditer(text) if ends else ():
            if run.start() - 1 in ends and not _SPELLABLE.fullmatch(run[0].strip("-/")):
                yield _Reading(*run.span(), run[0].translate(_TO_DIGIT), 0.0)

    def _is_english(self, text: str, start: int, end: int) -> bool:
        slip = text[start:end]
        before, after = text[max(0, start - 1) : start] or EDGE, text[end : end + 1] or EDGE
        embedded = _THAI_LETTER.match(before) or _THAI_LETTER.match(after)
        if embedded and (
            len(slip) < _WITHIN or _LEANS.match(after) or _in_thai_word(text, start, end)
        ):
            return False
        if len(slip) <= SHORTEST and _SPELLABLE.fullmatch(slip):
            return False
        return _KNOWN_WORD - self.thai.score(slip, before, after) > _BACK


def _ways_to_read(typed: str) -> Iterator[str]:
    """Keys on the other layout: signs or digits as they are or not, or numbers alone."""
    yield from map(typed.translate, _KEYS)
    for numbers in _NUMBERS:
        parts = numbers.split(typed)  # every other one is a number
        if len(parts) > 1:
            for keys in _KEYS:
                yield "".join(
                    part if at % 2 else part.translate(keys) for at, part in enumerate(parts)
                )


def _holds(ordered: Strings, text: str) -> bool:
    place = bisect_left(ordered, text)
    return place < len(ordered) and ordered[place] == text


def _is_spellable(read: str) -> bool:
    """Whether Thai could be spelt so; in a long run a slip of the finger is forgiven."""
    spelt = sum(len(found[0]) for found in _SPELLABLE.finditer(read))
    return len(read) - spelt <= len(read) // _FORGIVEN


def _in_words(read: str) -> float:
    """The log-probability of a reading as common Thai words side by side; -inf if it is not."""
    if len(read) > _LONGEST_READ:
        return -math.inf
    common = _general().common

    def words_from(start: int) -> Iterator[tuple[int, float, str]]:
        for end in range(start + 2, min(start + _LONGEST_WORD, len(read)) + 1):
            if (likely := common.get(read[start:end])) is not None:
                yield end, -likely, ""

    path = cheapest_path(len(read), words_from)
    return -path[0] if path else -math.inf


def _believed(reading: _Reading) -> _Reading:
    """A reading; a short one that is no word is no clear slip, however likely its letters."""
    is_clear = len(reading.after) > _SHORT or _in_words(reading.after) > -math.inf
    return reading if is_clear else replace(reading, gain=min(reading.gain, _ALONE))


def _may_be_slipped(run: re.Match[str]) -> bool:
    return bool(_LETTER_KEY.search(run[0])) and not _ADDRESS.search(run[0])


def _glued(edge: str) -> float:
    """One digit glued to a word, or to a year, is far oftener a letter than a number.

    Two are sometimes.
    """
    beside = len(_NUMBERS[0].sub("", edge))
    return _SIGN * _GLUED.get(beside, 0.0) if edge.isdecimal() else 0.0


def _in_thai_word(text: str, start: int, end: int) -> bool:
    """Whether a common Thai word reaches over an edge of the piece, or covers it."""
    common = _general().common
    for first in range(max(0, start - _LONGEST_WORD), end):
        least = max(first + 4, (start if first < start else end) + 1)
        if any(text[first:last] in common for last in range(least, first + _LONGEST_WORD)):
            return True
    return False


def _cores(run: str) -> list[Span]:
    """The run with and without digits and punctuation at either side, as spans of the text.

    A year behind it is cut off alone as well.
    """
    lead = len(run) - len(run.lstrip(_LEADING))
    trail = len(run) - len(run.rstrip(_TRAILING))
    ends = {len(run), len(run) - min(trail, 1), len(run) - trail}
    if year := _YEAR_BEHIND.search(run):
        ends.add(year.start())
    spans = product({0, lead}, ends)
    return sorted((start, end) for start, end in spans if start < end)


def _replaced(text: str, readings: list[_Reading]) -> tuple[str, tuple[Pair, ...]]:
    pieces, pairs, end = [], [], 0
    for reading in readings:
        pieces += [text[end : reading.start], reading.after]
        pairs.append((text[reading.start : reading.end], reading.after))
        end = reading.end
    return "".join([*pieces, text[end:]]), tuple(pairs)


def _counted(texts: Iterable[str]) -> tuple[Pairs, Pairs, frozenset[str]]:
    """Letter pairs of Thai and of English runs, and the English words, of all texts."""
    told = [*texts]
    begun = accumulate(map(len, told), initial=0)
    sample = [text for text, start in zip(told, begun, strict=False) if start < _ENOUGH]
    thai = [(_NOT_THAI.sub(EDGE, text), 1) for text in sample]
    runs = _english_shape(" ".join(_RUN.findall("\n".join(sample)))).split()
    words = frozenset(_CODE.findall("\n".join(told)))
    english = [(run, 1) for run in runs]
    return _pairs_of(thai, THAI_LETTERS), _pairs_of(english, ENGLISH_LETTERS), words


def _beside_edges(text: str) -> str:
    return f"{EDGE}{text}{EDGE}"


def _english_shape(runs: str) -> str:
    """One sign for every digit and for every capital inside a word."""
    return _DIGIT.sub("0", _MID_CAPITAL.sub("^", runs).lower())


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    """Words that people always type in Latin letters: "fb", "hello"."""
    return frozenset(word for word, *_ in rows_of("latin.csv", needed=1))


@dataclass(frozen=True, slots=True)
class _General:
    """What the general word list knows: letter pairs, English words, common Thai words (log)."""

    thai: Pairs
    english: Pairs
    words: frozenset[str]
    common: Mapping[str, float]


@lru_cache(maxsize=1)
def _general() -> _General:
    counted = [(word, times) for word, times in word_freqs() if times >= _RARE]
    thai = [(word, times) for word, times in counted if not _NOT_THAI.search(word)]
    english = [(word.lower(), times) for word, times in counted if _ENGLISH_WORD.fullmatch(word)]
    total = sum(times for _, times in thai)
    return _General(
        thai=_joined(_pairs_of(thai, THAI_LETTERS)),
        english=_with_signs(_pairs_of(english, ENGLISH_LETTERS)),
        words=frozenset(word for word, _ in english) | _everyday(),
        common={w: _KNOWN_WORD for w in Names.load().words if not w.isascii()}
        | {w: math.log(n / total) for w, n in thai if n >= _COMMON and len(w) > 1},
    )


def _pairs_of(words: Sequence[tuple[str, int]], alphabet: Alphabet) -> Pairs:
    pairs = no_pairs(alphabet)
    count([_beside_edges(word) for word, _ in words], [n for _, n in words], alphabet, pairs)
    return pairs


def _joined(pairs: Pairs) -> Pairs:
    """With last letters before first ones instead of edges, for Thai words stand without blanks."""
    edge = THAI_LETTERS[ord(EDGE)]
    firsts, lasts = pairs[edge].copy(), pairs[:, edge].copy()
    pairs[edge] = pairs[:, edge] = 0
    joints: Pairs = np.outer(lasts, firsts) // firsts.sum()
    return pairs + joints


def _with_signs(pairs: Pairs) -> Pairs:
    """With digits and signs beside a blank: the word list has none, English writing has a few."""
    each = int(pairs[ENGLISH_LETTERS[ord(EDGE)]].sum()) // _SIGN_SHARE
    signs = "0" * 10 + "-" * 3 + '^.,:/()"' + "'_&+=?#@%!"
    count([*map(_beside_edges, signs)], [each] * len(signs), ENGLISH_LETTERS, pairs)
    return pairs
