"""Patterns of many words, against the plain way to write them."""

import re
from itertools import chain

import pytest

from bot.knowledge.words import any_apart, any_of, shipped_lists


@pytest.mark.parametrize("name", ["release_words", "title_words"])
def test_any_of_many_words_is_what_the_longest_of_them_is(name: str) -> None:
    lists = [one for one in shipped_lists(name).values() if isinstance(one, list)]
    text = " ".join(chain.from_iterable(lists))
    for words in lists:
        written = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        assert re.findall(any_of(words), text) == re.findall(written, text)


def test_of_any_of_them_a_shorter_word_is_met_where_only_that_goes_on() -> None:
    assert re.fullmatch(f"(?:{any_of(['อว', 'อวก', 'วว'])})กาศ", "อวกาศ")
    assert re.fullmatch(any_of(["a", "ab", ""]), "")
    assert not any_of([])


def test_any_apart_begins_behind_no_letter() -> None:
    assert re.findall(any_apart(["มว.", "ม.", "วว."]), "รมว. มว. ม.1 (วว.)") == ["มว.", "ม.", "วว."]
