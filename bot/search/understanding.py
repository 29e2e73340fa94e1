"""Query understanding: a raw message cleaned, repaired, expanded and cut into terms."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, compress, groupby
from operator import and_

import numpy as np

from bot.search.folding import encode_heard
from bot.search.grams import Codes, Keys, all_keys, encode, word_keys
from bot.search.index import Index
from bot.search.model import Model
from bot.search.query import Query
from bot.thai.dates import ERA, Precision, dates_in_full, find_dates, thai_date
from bot.thai.dictionary import thai_words
from bot.thai.fillers import strip_fillers
from bot.thai.names import Names
from bot.thai.normalise import gate, normalise, squeeze, squeezed
from bot.thai.questions import Aspect, as_written, aspect_of
from bot.thai.segment import Segmenter
from bot.thai.short_words import stands_free

_PART = 4  # letters; shorter pieces of a compound are seldom words of their own …
_AT = "ที่"  # … but for this behind any: "เห็ดทอด|ที่ตลาด", no ทอดที่
_UNHEARD, _FAR_LIKELIER = 1e-6, 10.0  # share of news that hold a word, times
_OF_MONTH = "(?:คม|ยน|พันธ์) ?(?:นี้|หน้า|ก่อน|ที่แล้ว)"
_MAY_HOLD_DATE = re.compile(f"[0-9]|เดือน|ปี|{_OF_MONTH}")
_SAYS_YEAR = re.compile(  # in a day or month; without it the nearest is meant
    f"ปี ?(?:นี้|หน้า|ก่อน|กลาย|ที่แล้ว|[0-9])|{_OF_MONTH}|[0-9]$"
)
_YEAR_IN_FIGURES = re.compile("(?<![0-9])(?:2[45]|20)[0-9]{2}(?![0-9])")
_THAT_YEAR = re.compile("ปี ?นี้")
_LATIN_NAME = re.compile("[a-z][a-z0-9-]*(?: [a-z0-9-]+)?")
_TIMES = 3
_REPEATED = re.compile(
    r"(?P<one>[ก-๙][^0-9]{0,23}?|(?<![a-z])[a-z]{3,24}(?= ))(?: ?(?P=one)(?![a-z])){2,}"
)

Words = tuple[tuple[str, ...], tuple[bool, ...]]  # words, and which of them some entry has


@dataclass(frozen=True, slots=True)
class AnalysedQuestion:
    """A question ready for the index: what people can read and what is looked up.

    `letters` are those of the question without fillers, as it sounds; `spelt` are its words
    squeezed and `words` the keys of these; `keys` are its terms and `variants` those of other ways
    to say parts of it, each sorted and distinct.
    """

    query: Query
    letters: Codes
    spelt: Sequence[str]
    words: Keys
    keys: Keys
    variants: tuple[Keys, ...]


def understand(index: Index, text: str, today: date) -> AnalysedQuestion:
    """Read a message as typed on the day `today`; never raises, bounded by the text gate."""
    return _asked(index, text, today, aspect_of)


def understand_words(index: Index, text: str, today: date) -> AnalysedQuestion:
    """The same without the aspect, on which it does not depend which entries are found."""
    return _asked(index, text, today, lambda _: Aspect.TOPIC)


def _asked(
    index: Index, text: str, today: date, aspect: Callable[[str], Aspect]
) -> AnalysedQuestion:
    repaired, repairs = index.keyboard.repair(gate(text))
    clean, typed = _dated(normalise(repaired), today)
    core = _said_once(as_written(strip_fillers(clean)))
    cut = _recut(index.segmenter, index.segmenter.words(core))
    printed = _in_latin(index, _dotted(index, core, cut))
    core, clean = (_printed(one, printed) for one in (core, clean))
    words, known = _parted(index, [word for _, read in printed for word in read])
    spelt = squeezed(words)
    alike = index.soundalikes.meant(words, spelt, known)
    variants = tuple(dict.fromkeys((*_variants(core, words, alike, today), *typed)))
    bare = squeeze(core)
    letters, keys = encode_heard(bare), word_keys(words)
    return AnalysedQuestion(
        query=Query(text, clean, variants, words, aspect(clean), repairs),
        letters=letters,
        spelt=spelt,
        words=keys,
        keys=all_keys(letters, keys, encode(bare)),
        variants=tuple(_variant(variant, index.segmenter) for variant in variants),
    )


def _said_once(core: str) -> str:
    """The text with what is said three times or more in a row said once."""
    may_repeat = _TIMES * (len(set(core)) - (" " in core)) <= len(core)
    return _REPEATED.sub(r"\g<one>", core) if may_repeat else core


def _recut(segmenter: Segmenter, words: list[str]) -> list[str]:
    """The words, cut elsewhere where two neighbours so become far commoner ones.

    The fewest words are not always the right ones: โครง|การละ is โครงการ|ละ, and เกี่ยว|กับข้าว is
    เกี่ยวกับ|ข้าว.
    """
    names, changed = Names.load().words, False
    for at, may_be in enumerate(segmenter.ambiguous(words)):
        if may_be or changed:
            pair = words[at : at + 2]
            if names.isdisjoint(pair):
                words[at : at + 2] = _commonest("".join(pair), len(pair[0]))
            changed = words[at : at + 2] != pair
    return words


def _dotted(index: Index, core: str, words: list[str]) -> list[str]:
    """The words, with the dot of abbreviations that stand apart, as entries write them: อว. for อว.

    A single letter has to stand apart on both sides: beside a blank it is a piece of a word.
    """
    bare = _undotted()
    for at in [at for at, word in enumerate(words) if word in bare]:
        if stands_free(words[at], core, longest_piece=1) and all(_known(index, [f"{words[at]}."])):
            words[at] += "."
    return words


@lru_cache(maxsize=1)
def _undotted() -> frozenset[str]:
    return frozenset(word[:-1] for word in Names.load().words if word.endswith("."))


def _in_latin(index: Index, words: list[str]) -> list[tuple[list[str], list[str]]]:
    """The words in runs, and how entries print each: nasa for นาซ่า, which no entry has.

    A name may have been cut in pieces: "sci power" for ไซ|พาวเวอร์, cebit for ซี|บิท.
    """
    senses = Names.load().senses(words)
    latin = {word: next(filter(_LATIN_NAME.fullmatch, meant), "") for word, meant in senses.items()}
    if not any(latin.values()):
        return [(words, words)]
    strange = {word for word, known in zip(words, _known(index, words), strict=True) if not known}
    read: list[tuple[list[str], list[str]]] = []
    for name, run in groupby(words, lambda word: latin.get(word, "")):
        pieces, parts = list(run), name.split()
        only = all({name}.issuperset(senses[piece]) for piece in pieces if parts)
        unheard = not strange.isdisjoint(pieces)
        foreign = unheard or not thai_words().issuperset(pieces)
        if not parts or not all(_known(index, parts)):
            read.append((pieces, pieces))
        elif len(parts) > 1:
            read.append((pieces, parts if unheard or (only and foreign) else pieces))
        elif only and len(pieces) > 1 and foreign:
            read.append((pieces, [name]))
        else:
            read += [([piece], [name if piece in strange else piece]) for piece in pieces]
    return read


def _printed(text: str, printed: list[tuple[list[str], list[str]]]) -> str:
    """A text with its names of several words as entries print them: "school lab"."""
    for pieces, parts in printed:
        if pieces != parts and len(parts) > 1 and not "".join(pieces).isascii():
            said = " ?".join(map(re.escape, pieces))
            text = re.sub(f" ?{said} ?", f" {' '.join(parts)} ", text, count=1).strip()
    return text


def _commonest(both: str, here: int) -> tuple[str, str]:
    """Two words as they are cut `here`, or as two other words if these are far likelier."""
    known = thai_words()
    cuts = [at for at in range(1, len(both)) if both[:at] in known and both[at:] in known]
    pairs = [(both[:cut], both[cut:]) for cut in (here, *cuts)]
    shares = Model.load().terms.of(word_keys(tuple(chain.from_iterable(pairs))))[1]
    given, *others = np.maximum(shares, _UNHEARD).reshape(-1, 2).prod(axis=1).tolist()
    best = max(others, default=0.0)
    return pairs[1 + others.index(best)] if best > _FAR_LIKELIER * given else pairs[0]


def _parted(index: Index, words: Sequence[str]) -> Words:
    """The words, unknown compounds split where entries have both parts, and which are known."""
    pieces, known = [*words], _known(index, words)
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        may_part = len(word) >= 2 * _PART or word.endswith(_AT)
        if not known[at] and may_part and word in thai_words():
            parts = _parts(index, word)
            pieces[at : at + 1] = parts
            known[at : at + 1] = [len(parts) > 1] * len(parts)
    return tuple(pieces), tuple(known)


def _known(index: Index, words: Sequence[str]) -> list[bool]:
    known: list[bool] = (index.terms.find(word_keys(words)) >= 0).tolist()
    return known


def _parts(index: Index, word: str) -> tuple[str, ...]:
    at = len(word) - len(_AT) if word.endswith(_AT) else 0
    cuts = [at] if at else range(_PART, len(word) - _PART + 1)
    heads, tails = [word[:cut] for cut in cuts], [word[cut:] for cut in cuts]
    known = _known(index, [*heads, *tails])
    fits = map(and_, known, known[len(heads) :])
    fitting = [*compress(zip(heads, tails, strict=True), fits)]
    return fitting[-1] if fitting else (word,)


def _variants(
    core: str, words: tuple[str, ...], alike: tuple[str, ...], today: date
) -> Iterator[str]:
    """Other ways to say parts of a question; misspelt names count as the names they sound like."""
    names = Names.load()
    yield from names.variants(core, words)
    yield from _dates(core, today)
    if alike:
        yield from alike
        yield from names.variants(" ".join(alike), alike)


def _dated(text: str, today: date) -> tuple[str, list[str]]:
    """A text with its dates as releases print them, and those of its dates written otherwise."""
    full = dates_in_full(text, today) if _MAY_HOLD_DATE.search(text) else text
    if full == text:
        return text, []
    typed = (text[span.start : span.end] for span in find_dates(text, today))
    return full, [date for date in typed if date not in full]


def _dates(text: str, today: date) -> Iterator[str]:
    """Dates as releases print them: `ปีนี้` by its number.

    Not beside the same year in figures, "Startup Thailand 2017 ปีนี้"; a span of years from today
    on is no year: "กี่คนใน 5 ปี".
    """
    if not _MAY_HOLD_DATE.search(text):
        return
    numbered = _YEAR_IN_FIGURES.search(text)
    for span in find_dates(text, today):
        lasts = span.first == today and span.last.year > today.year
        if lasts or (numbered and _THAT_YEAR.fullmatch(text, span.start, span.end)):
            continue
        if span.precision is Precision.DAY and span.first == span.last:
            yield thai_date(span.first)
        elif span.precision is Precision.MONTH:
            yield thai_date(span.first).partition(" ")[2]
        year, of_year = str(span.last.year + ERA), span.precision is Precision.YEAR
        if (of_year or _SAYS_YEAR.search(text[span.start : span.end])) and year not in text:
            yield year


@lru_cache(maxsize=8_192)  # more than the tables of names can add
def _variant(phrase: str, segmenter: Segmenter) -> Keys:
    bare = squeeze(phrase)
    return all_keys(encode_heard(bare), word_keys(segmenter.words(phrase)), encode(bare))
