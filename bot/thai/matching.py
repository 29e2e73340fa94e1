"""Maximal matching: text cut into as few words of a dictionary as it takes.

The cuts are those of PyThaiNLP's newmm (a test holds both to the same words) at half the price.
Between two sure cuts, those that no reading of the text goes across, newmm decides by the letters
from the first up to the farthest that it looks at. So what was decided once holds wherever the same
letters stand, and most of a text has stood somewhere before.
"""

import re
from bisect import insort
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import TypeAlias, Union

from bot.thai.dictionary import CLUSTER

_OPENING = 2  # letters
_WIDEST = 50  # words that are weighed against each other between two sure cuts
_REMEMBERED = 120_000  # decisions; a thousand entries take about as many
_CLUSTER = re.compile(rf"(?s:{re.sub(r'[(](?![?])', '(?:', CLUSTER.pattern)}|.)")
_FOREIGN = re.compile(r"[-a-zA-Z]+|\d+(?:[,.]\d+)*|[ \t]+|\r?\n|[^\u0e00-\u0e7f \t\r\n]+")
_ABBREVIATED = re.compile("[ก-ฮ]{,2}$")
_WORD = ""  # the key in a branch of the dictionary behind which a word ends
_END = "end"  # stands behind the last cluster

_Branch: TypeAlias = dict[str, "_Branch"]
_LEAF: _Branch = {_WORD: {}}  # a word that no other goes on from; most words are
_Decisions: TypeAlias = dict[str, Union["_Decisions", tuple[int, ...]]]


class Matcher:
    """Cuts text by the `words` of a dictionary. Several threads may cut at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._dictionary = _Dictionary(words)
        self._decisions: _Decisions = {}  # by the clusters of letters; how long the words are
        self._left = _REMEMBERED

    def words(self, text: str) -> list[str]:
        """All of `text` in order: words, and what is none, as blanks and foreign words."""
        clusters = _CLUSTER.findall(text)
        numbers = _numbers(clusters, len(text))
        clusters.append(_END)
        words: list[str] = []
        start = 0
        while start < len(text):
            known: _Decisions | tuple[int, ...] | None = self._decisions
            number = numbers[start]
            while isinstance(known, dict):
                known = known.get(clusters[number])
                number += 1
            for length in known or self._decide(text, start, clusters, numbers):
                words.append(text[start : start + length])
                start += length
        return words

    def _decide(
        self, text: str, start: int, clusters: Sequence[str], numbers: Sequence[int]
    ) -> tuple[int, ...]:
        """The lengths of the words from `start` to the next sure cut, remembered from now on."""
        reading = _Reading(self._dictionary, text, numbers)
        ends = reading.decided(start)
        lengths = tuple(end - first for first, end in zip((start, *ends), ends, strict=False))
        last = _holder(numbers, reading.farthest)
        if not self._left:
            self._decisions, self._left = {}, _REMEMBERED
        branch = self._decisions
        for cluster in clusters[numbers[start] : last]:
            branch = branch.setdefault(cluster, {})  # type: ignore[assignment]  # no shorter one
        branch[clusters[last]] = lengths
        self._left -= 1
        return lengths


def _numbers(clusters: Iterable[str], size: int) -> list[int]:
    """For each letter the number of the cluster that begins there, 0 inside one."""
    numbers = [0] * (size + 1)
    place = 0
    for number, cluster in enumerate(clusters, 1):
        place += len(cluster)
        numbers[place] = number
    return numbers


def _holder(numbers: Sequence[int], letter: int) -> int:
    """The number of the cluster that holds a letter; of the end, for what stands behind it."""
    behind = min(letter + 1, len(numbers))
    while behind < len(numbers) and not numbers[behind]:
        behind += 1
    return numbers[behind] - 1 if behind < len(numbers) else numbers[-1]


class _Reading:
    """One text against the dictionary; `farthest` is the last letter that was looked at."""

    def __init__(self, dictionary: "_Dictionary", text: str, numbers: Sequence[int]) -> None:
        self._dictionary = dictionary
        self._text = text
        self._numbers = numbers
        self.farthest = 0

    def decided(self, start: int) -> tuple[int, ...]:
        """Where the words end between the sure cut at `start` and the next one."""
        ways: dict[int, list[int]] = {}  # from the first letter of words to their ends
        open_ends = [start]
        weighed = 0
        while True:
            begin = open_ends.pop(0)
            if ends := self._ends(begin):
                if weighed + len(ends) > _WIDEST:
                    ends = ends[: max(_WIDEST + 1 - weighed, 1)]
                weighed += len(ends)
                ways[begin] = ends
                for end in ends:
                    if end not in open_ends:
                        insort(open_ends, end)
            if len(open_ends) == 1:
                return _shortest(ways, start, open_ends[0])
            if not open_ends:
                return (self._unknown_end(begin),)

    def _ends(self, begin: int) -> list[int]:
        """Where words that begin here end, at the end of a cluster each."""
        ends, farthest = self._dictionary.ends(self._text, begin, self._numbers)
        self.farthest = max(self.farthest, farthest)
        return ends

    def _unknown_end(self, begin: int) -> int:
        """The end of what begins here and is no word: before the next word or foreign sign."""
        if foreign := _FOREIGN.match(self._text, begin):
            self.farthest = max(self.farthest, foreign.end() + 1)
            return foreign.end()
        for place in range(begin + 1, len(self._text)):
            if self._numbers[place] and self._opens(place):
                return place
        self.farthest = len(self._text)
        return len(self._text)

    def _opens(self, place: int) -> bool:
        """Whether a word of more than two consonants begins here, or something foreign."""
        words = (self._text[place:end] for end in self._ends(place))
        self.farthest = max(self.farthest, place + 1)  # for a line end of two signs
        known = any(not _ABBREVIATED.match(word) for word in words)
        return known or _FOREIGN.match(self._text, place) is not None


def _shortest(ways: dict[int, list[int]], start: int, goal: int) -> tuple[int, ...]:
    """The ends of the fewest words that lead from `start` to `goal`; of as few, the shorter."""
    seen = {start}
    paths: list[tuple[int, ...]] = [()]
    for path in paths:
        for end in ways.get(path[-1] if path else start, ()):
            if end == goal:
                return (*path, end)
            if end not in seen:
                seen.add(end)
                paths.append((*path, end))
    raise AssertionError("every open end was reached from the start")


class _Dictionary:
    """Takes in the words of an opening when text with that opening first comes.

    Most of the dictionary is never asked for.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._root: _Branch = {}
        self._waiting: dict[str, list[str]] = {}  # words by their opening
        for word in words:
            self._waiting.setdefault(word[:_OPENING], []).append(word)
        for opening in [opening for opening in self._waiting if len(opening) < _OPENING]:
            self._take_in(self._waiting.pop(opening))
        self._growth = Lock()  # several threads cut at once

    def ends(self, text: str, begin: int, allowed: Sequence[int]) -> tuple[list[int], int]:
        """Where words end that begin at a letter of `text`, and the last letter looked at.

        `allowed` is not 0 where a word may end.
        """
        if (opening := text[begin : begin + _OPENING]) in self._waiting:
            self._grow(opening)
        branch, place = self._root, begin
        ends: list[int] = []
        try:
            while True:
                branch = branch[text[place]]
                place += 1
                if _WORD in branch and allowed[place]:
                    ends.append(place)
        except (KeyError, IndexError):
            return ends, place

    def _grow(self, opening: str) -> None:
        with self._growth:
            self._take_in(self._waiting.get(opening, ()))
            self._waiting.pop(opening, None)  # the others may walk there only now

    def _take_in(self, words: Iterable[str]) -> None:
        for word in words:
            branch = self._root
            letters = word.strip()
            for letter in letters[:-1]:
                branch = _grown(branch, letter)
            if letters[-1] in branch:
                _grown(branch, letters[-1])[_WORD] = _LEAF
            else:
                branch[letters[-1]] = _LEAF


def _grown(branch: _Branch, letter: str) -> _Branch:
    """The branch behind a letter, made when there is none; a leaf becomes one of its own."""
    further = branch.get(letter)
    if further is None or further is _LEAF:
        further = branch[letter] = dict(further or ())
    return further
