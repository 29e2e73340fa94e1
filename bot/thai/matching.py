"""Maximal matching: text cut into as few words of a dictionary as it takes.

The cuts are those of PyThaiNLP's newmm (a test holds both to the same words), made by kernels over
the letters. The dictionary is one table of branches: where a letter leads from a branch is looked
up by both, and its place in the table is the number of the branch behind.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.compiled import compiled, filled, flag, given, i64, inner, several, u16, u32, u64
from bot.thai.dictionary import CLUSTER
from bot.thai.letters import BEHIND_DIGITS, BEHIND_THAI, Kinds, Letters, kind_table, letters_of

Places = NDArray[np.int64]
Flags = NDArray[np.uint8]
Dictionary = NDArray[np.uint64]  # by the place: branch and letter that lead there, and `_ENDS`


class _Text(NamedTuple):
    letters: Letters
    kinds: Kinds  # of each letter
    border: Flags  # before each letter, and at the end


class _Ways(NamedTuple):
    """Ways to go on in words: those that begin at a letter end at `ends[first:behind]` of it."""

    ends: Places
    first: Places  # by the letter, as all below
    behind: Places
    before: Places  # where the last word begins on the way of fewest words; -1 while none is known
    queue: Places  # of letters that were reached, nearest first


_WIDEST = 50  # words that are weighed against each other between two sure cuts
_SHORT = 2  # consonants; a word of so few, as in an abbreviation, ends nothing unknown
_LETTER_BITS, _SPREAD_BITS = np.uint64(21), np.uint64(40)
_SPREAD = np.uint64(0x9E37_79B9_7F4A_7C15)
_ENDS = np.uint64(1 << 63)  # with the last letter of a word
_FREE = np.uint64(0)

# What may stand together where no word is known.
_LATIN, _DIGIT, _BLANK, _RETURN, _FEED, _POINT, _THAI, _CONSONANT = (1 << n for n in range(8))
_KINDS = kind_table({_DIGIT: r"\d"}, BEHIND_DIGITS)
_KINDS[:BEHIND_THAI] |= kind_table(
    {
        _LATIN: "[-a-zA-Z]",
        _BLANK: "[ \t]",
        _RETURN: "\r",
        _FEED: "\n",
        _POINT: "[,.]",
        _THAI: "[\u0e00-\u0e7f]",
        _CONSONANT: "[ก-ฮ]",
    }
)

# The pattern of clusters as rows of items, each the bit of a class of letters, and how it is met.
_MAYBE, _AHEAD = 1 << 61, 1 << 62  # or left out; not taken, or the text ends here
_FIRST_THAI, _THAI_LETTERS = 0x0E00, 0x80
_DONE, _NEW_LINE = 0, ord("\n")
_ITEM = re.compile(r"\(\?=(?P<ahead>\[.*?\])\|\$\)|(?P<letter>\[.*?\]|[^()|?])(?P<maybe>\??)")


class Lookup:
    """Looks up which of many words stand in a text, all in one go."""

    def __init__(self, words: Iterable[str]) -> None:
        told = [*words]
        self._words, self._dictionary = len(told), _dictionary_of(told)

    def inside(self, text: str) -> set[str]:
        """Those that stand anywhere in `text`, as parts of other words too."""
        spans = _inside(letters_of(text), self._dictionary, self._words).tolist()
        return {text[start:end] for start, end in spans}


class Matcher:
    """Cuts text by the `words` of a dictionary. Several threads may cut at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._dictionary = _dictionary_of([word.strip() for word in words])

    def words(self, text: str) -> list[str]:
        """All of `text` in order: words, and what is none, as blanks and foreign words."""
        ends = self.ends(letters_of(text)).tolist()
        return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def ends(self, letters: Letters) -> Places:
        """Where the words of a text end."""
        return _cut(letters, _KINDS, _CLUSTERS, self._dictionary)

    def ambiguous(self, letters: Letters, ends: Places) -> NDArray[np.bool_]:
        """Which words that end so, and the next ones, are two other words as well: (words - 1,)."""
        return _ambiguous(letters, ends, self._dictionary)


def _dictionary_of(words: Sequence[str]) -> Dictionary:
    lengths = np.array([*map(len, words)], np.int64)
    grown: Dictionary = _grown(letters_of("".join(words)), lengths)
    return grown


def _tables(pattern: str) -> tuple[Places, Places, Places]:
    """A pattern as kernels match it.

    The classes of each Thai letter; for each of them, in their order, the numbers of the rows that
    it may begin, -1 behind the last; and the rows, each the items of one way to match.
    """
    names: dict[str, int] = {}
    rows = [
        [_number(item, names) for item in _ITEM.finditer(way)]
        for alternative in re.split(r"\|(?!\$)", pattern)
        for way in _ways(alternative)
    ]
    thai = map(chr, range(_FIRST_THAI, _FIRST_THAI + _THAI_LETTERS))
    classes = [sum(bit for name, bit in names.items() if re.match(name, one)) for one in thai]
    begun = [[n for n, row in enumerate(rows) if row[0] & of_one] for of_one in classes]
    return np.array(classes, np.int64), _padded(begun, -1), _padded(rows, _DONE)


def _padded(rows: list[list[int]], filler: int) -> Places:
    """Rows of different lengths, with at least one `filler` behind each."""
    longest = max(map(len, rows)) + 1
    return np.array([row + [filler] * (longest - len(row)) for row in rows], np.int64)


def _ways(alternative: str) -> Iterator[str]:
    """With what may follow at its end, which is preferred, and without."""
    head, *tail = re.split(r"\((?!\?)", alternative)
    yield from (head + one.removesuffix(")?") for one in tail)
    yield head


def _number(item: re.Match[str], names: dict[str, int]) -> int:
    bit = names.setdefault(item["letter"] or item["ahead"], 1 << len(names))
    return bit | (_MAYBE if item["maybe"] else _AHEAD if item["ahead"] else 0)


_CLUSTERS = _tables(CLUSTER.pattern)


@inner
def _behind(dictionary: Dictionary, branch: int, letter: np.uint32) -> int:
    """The branch behind a letter, or the free place for it."""
    key = (np.uint64(branch) << _LETTER_BITS) | np.uint64(letter)
    last = len(dictionary) - 1
    place = int((key * _SPREAD) >> _SPREAD_BITS) & last
    while dictionary[place] & ~_ENDS != key and dictionary[place] != _FREE:
        place = (place + 1) & last
    return place


@inner
def _ends_word(dictionary: Dictionary, branch: int) -> bool:
    return bool(dictionary[branch] & _ENDS != _FREE)


@compiled(filled(u64), given(u32), given(i64))
def _grown(letters: Letters, lengths: Places) -> Dictionary:
    """The table of the branches of all words; the root stands behind."""
    size = 2
    while size <= len(letters):  # most words share their beginnings: half of it stays free
        size *= 2
    dictionary = np.zeros(size, np.uint64)
    start = 0
    for length in lengths:
        branch = size
        for letter in letters[start : start + length]:
            place = _behind(dictionary, branch, letter)
            dictionary[place] |= (np.uint64(branch) << _LETTER_BITS) | np.uint64(letter)
            branch = place
        if length:
            dictionary[branch] |= _ENDS
        start += length
    return dictionary


@inner
def _cluster_end(letters: Letters, classes: Places, start: int, way: Places) -> int:
    """Where a cluster of this kind that begins here ends; 0 if none does."""
    size, place = len(letters), start
    for item in way:
        if item == _DONE:
            return place
        met = classes[place] & item != 0
        if item & _AHEAD:
            at_end = place == size or (place == size - 1 and letters[place] == _NEW_LINE)
            if not met and not at_end:
                return 0
        elif met:
            place += 1
        elif not item & _MAYBE:
            return 0
    return 0


@inner
def _borders(letters: Letters, clusters: tuple[Places, Places, Places]) -> Flags:
    """Where clusters end; what belongs to none is one by itself."""
    class_of, ways_of, ways = clusters
    classes = np.zeros(len(letters) + 1, np.int64)
    for place in range(len(letters)):
        if 0 <= np.int64(letters[place]) - _FIRST_THAI < _THAI_LETTERS:
            classes[place] = class_of[letters[place] - _FIRST_THAI]
    border = np.zeros(len(letters) + 1, np.uint8)
    start = 0
    while start < len(letters):
        end = start + 1
        if classes[start]:
            for way in ways_of[letters[start] - _FIRST_THAI]:
                if way < 0:
                    break
                found = _cluster_end(letters, classes, start, ways[way])
                if found:
                    end = found
                    break
        start = end
        border[start] = 1
    return border


@inner
def _foreign_end(kinds: Kinds, start: int) -> int:
    """The end of the number, the blanks or the foreign word that begin here; `start` for none."""
    size, kind, end = len(kinds), kinds[start], start
    if kind & (_LATIN | _BLANK):
        while end < size and kinds[end] & kind:
            end += 1
    elif kind & _DIGIT:
        while end < size and (
            kinds[end] & _DIGIT
            or (kinds[end] & _POINT and end + 1 < size and kinds[end + 1] & _DIGIT)
        ):
            end += 1
    elif kind & (_RETURN | _FEED):
        end += kind & _RETURN != 0
        end = end + 1 if end < size and kinds[end] & _FEED else start
    elif not kind & _THAI:
        while end < size and not kinds[end] & (_THAI | _BLANK | _RETURN | _FEED):
            end += 1
    return end


@inner
def _kinds_of(letters: Letters, kind_of: Kinds) -> Kinds:
    kinds = np.zeros(len(letters), np.uint16)
    for place in range(len(letters)):
        if letters[place] < len(kind_of):
            kinds[place] = kind_of[letters[place]]
    return kinds


@inner
def _add_words(begin: int, text: _Text, dictionary: Dictionary, ends: Places, count: int) -> int:
    """Add the ends of the words that begin here to the `ends`; how many there are now.

    One is added in any case, more only while there are few.
    """
    branch = len(dictionary)
    for place in range(begin, len(text.letters)):
        branch = _behind(dictionary, branch, text.letters[place])
        if dictionary[branch] == _FREE:
            break
        if _ends_word(dictionary, branch) and text.border[place + 1]:
            ends[count] = place + 1
            count += 1
            if count > _WIDEST:
                break
    return count


@inner
def _is_word(begin: int, end: int, letters: Letters, dictionary: Dictionary) -> bool:
    branch = len(dictionary)
    for letter in letters[begin:end]:
        branch = _behind(dictionary, branch, letter)
        if dictionary[branch] == _FREE:
            return False
    return _ends_word(dictionary, branch)


@compiled(filled(flag), given(u32), given(i64), given(u64))
def _ambiguous(letters: Letters, ends: Places, dictionary: Dictionary) -> NDArray[np.bool_]:
    """See `Matcher.ambiguous`."""
    found, start = np.zeros(max(len(ends) - 1, 0), np.bool_), 0
    for pair in range(len(found)):
        branch = len(dictionary)
        for place in range(start, ends[pair + 1] - 1):
            branch = _behind(dictionary, branch, letters[place])
            if dictionary[branch] == _FREE:
                break
            elsewhere = _ends_word(dictionary, branch) and place + 1 != ends[pair]
            if elsewhere and _is_word(place + 1, ends[pair + 1], letters, dictionary):
                found[pair] = True
                break
        start = ends[pair]
    return found


@compiled(filled(i64, 2), given(u32), given(u64), i64)
def _inside(letters: Letters, dictionary: Dictionary, words: int) -> Places:
    """Where the words that stand in a text, of so many, first do: (words, 2)."""
    met = np.zeros(len(dictionary), np.uint8)
    spans, count = np.empty((words, 2), np.int64), 0
    for begin in range(len(letters)):
        branch = len(dictionary)
        for place in range(begin, len(letters)):
            branch = _behind(dictionary, branch, letters[place])
            if dictionary[branch] == _FREE:
                break
            if _ends_word(dictionary, branch) and not met[branch]:
                met[branch] = 1
                spans[count, 0], spans[count, 1] = begin, place + 1
                count += 1
    return spans[:count].copy()


@inner
def _is_short(start: int, end: int, kinds: Kinds) -> bool:
    """Whether a word is made of two consonants at most."""
    consonants = 0
    for place in range(start, end):
        consonants += kinds[place] & _CONSONANT != 0
    return consonants == end - start <= _SHORT


@inner
def _unknown_end(start: int, text: _Text, dictionary: Dictionary, ends: Places) -> int:
    """The end of what begins here and is no word: before the next word or foreign sign."""
    foreign = _foreign_end(text.kinds, start)
    if foreign > start:
        return foreign
    for place in range(start + 1, len(text.letters)):
        if text.border[place]:
            if _foreign_end(text.kinds, place) > place:
                return place
            count = _add_words(place, text, dictionary, ends, 0)
            for end in ends[:count]:
                if not _is_short(place, end, text.kinds):
                    return place
    return len(text.letters)


@inner
def _add_fewest(start: int, goal: int, ways: _Ways, cuts: Places, cut: int) -> int:
    """Add the ends of the fewest words from `start` to `goal`; of as few, the shorter first."""
    ways.queue[0] = start
    asked, known = 0, 1
    while ways.before[goal] < 0:
        place = ways.queue[asked]
        asked += 1
        for end in ways.ends[ways.first[place] : ways.behind[place]]:
            if ways.before[end] < 0:
                ways.before[end] = place
                ways.queue[known] = end
                known += 1
    words, place = 0, goal
    while place != start:
        ways.queue[words] = place
        words += 1
        place = ways.before[place]
    for word in range(words):
        cuts[cut + word] = ways.queue[words - 1 - word]
    return cut + words


@inner
def _next(waits: Flags, begin: int) -> int:
    place = begin + 1
    while not waits[place]:
        place += 1
    return place


@compiled(
    filled(i64),
    given(u32),
    *(given(u16), several(given(i64), given(i64, 2), given(i64, 2))),
    given(u64),
)
def _cut(
    letters: Letters,
    kind_of: Kinds,
    clusters: tuple[Places, Places, Places],
    dictionary: Dictionary,
) -> Places:
    """Where words end.

    From one sure cut on, all words that can follow each other are looked up, the foremost first,
    until one end alone is left to go on from: the next sure cut. All of it is one function, for as
    two it takes a quarter longer.
    """
    size = len(letters)
    text = _Text(letters, _kinds_of(letters, kind_of), _borders(letters, clusters))
    ends = np.empty(size + _WIDEST + 1, np.int64)
    numbers = np.empty((3, size + 1), np.int64)
    ways = _Ways(ends, numbers[0], numbers[1], np.full(size + 1, -1), numbers[2])
    waits = np.zeros(size + 1, np.uint8)  # where a word ends that none was sought behind yet
    cuts = np.empty(size, np.int64)
    cut = start = 0
    while start < size:
        begin, count, waiting = start, 0, 0
        while True:
            ways.first[begin] = count
            count = _add_words(begin, text, dictionary, ends, count)
            ways.behind[begin] = count
            for end in ends[ways.first[begin] : count]:
                waiting += 1 - waits[end]
                waits[end] = 1
            if waiting <= 1:
                break
            waiting -= 1
            begin = _next(waits, begin)
        if waiting:
            goal = _next(waits, begin)
            cut = _add_fewest(start, goal, ways, cuts, cut)
            start = goal
        else:
            start = _unknown_end(start, text, dictionary, ends)
            cuts[cut] = start
            cut += 1
    return cuts[:cut].copy()
