"""What an index holds of its entries, which are read many at once."""

from collections.abc import Iterable
from itertools import chain

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search import Index
from bot.search.folding import encode_heard
from bot.search.grams import Keys, distinct, encode, gram_keys, sound_keys, word_keys
from bot.search.index import PHRASINGS
from bot.search.pieces import passages_of
from bot.search.postings import Postings
from bot.search.ranking import Passage
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from tests.thai.strategies import message


def _heard(passage: Passage) -> list[Keys]:
    words = Names.load().segmenter().words(normalise(passage.text))
    return [word_keys(words), sound_keys(encode_heard(squeeze(normalise(passage.text))))]


def _keys(passage: Passage) -> list[Keys]:
    return [*_heard(passage), gram_keys(encode(squeeze(normalise(passage.text))))]


def _all(keys: Iterable[Keys]) -> list[int]:
    told: list[int] = distinct(np.concatenate([*keys])).tolist()
    return told


def _held(terms: Postings, document: int) -> list[int]:
    held: list[int] = terms.keys[terms.held(np.arange(len(terms.keys)), document)].tolist()
    return held


@settings(max_examples=30)
@given(st.lists(st.tuples(message, message, message), min_size=1, max_size=4))
def test_entries_read_together_are_found_by_what_each_passage_tells(
    told: list[tuple[str, str, str]],
) -> None:
    """Words, sounds and grams, none of them over the border between two passages."""
    entries = {
        str(number): Entry(id=str(number), title=title, questions=(question,), body=body)
        for number, (title, question, body) in enumerate([*told, ("\U00010000ก", "", "")])
    }
    index = Index.build(KnowledgeBase(entries))
    passages = [passages_of(entries[name]) for name in index.ids]
    for number, of_one in enumerate(passages):
        assert _all(chain.from_iterable(map(_keys, of_one))) == _held(index.terms, number)
    for number, one in enumerate(chain.from_iterable(passages)):
        heard = encode_heard(squeeze(normalise(one.text)))
        assert heard.tolist() == index.layout.passage(number).tolist()
    phrasings = [one for one in chain.from_iterable(passages) if one.part in PHRASINGS]
    for number, phrasing in enumerate(phrasings):
        assert _all(_heard(phrasing)) == _held(index.phrasings.terms, number)


def test_who_may_hold_a_text_is_told_by_its_grams() -> None:
    """Of a short one, and of one that is too common to be listed, nothing is known."""
    titles = ("เมฆสีเงินบนฟ้า", "เมฆสีทองบนฟ้า", "ข้าวสีเงิน")
    told = {str(n): Entry(id=str(n), title=title, body="") for n, title in enumerate(titles)}
    told |= {f"x{n}": Entry(id=f"x{n}", title="ต้นไม้ใหญ่", body="") for n in range(21)}
    index = Index.build(KnowledgeBase(told))
    assert frozenset({"0", "1"}) == index.holders(["บนฟ้า"])
    assert frozenset({"0", "2"}) == index.holders(["เมฆสีเงิน", "ข้าวสี"])
    assert frozenset() == index.holders(["เมฆสีเทา"])
    assert index.holders(["เมฆสีเงิน", "ฟ้า"]) is None
    assert index.holders(["ต้นไม้"]) is None
