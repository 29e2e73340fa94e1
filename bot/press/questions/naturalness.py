"""How likely a reader finds a proposed question natural, learned from what readers graded.

What the weights say is told in data/question_weights.yaml; `benchmarks.train_questions` makes it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import exp, log1p

from bot.knowledge.entries import Entry
from bot.knowledge.words import shipped_lists
from bot.press.facts.headlines import is_quoted
from bot.press.questions.matters import is_matter
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.wholeness import told_in_one
from bot.press.questions.wording import Asked, is_held
from bot.thai.names import Names
from bot.thai.tagging import word_classes

_ASK_LENGTH, _THING_LENGTH, _COPY_LENGTH = 40, 20, 30  # letters that count as one
_JOINING = ("ADP", "SCONJ", "CCONJ")
_YEAR = "ปี 25"
_LATIN = re.compile("[A-Za-z]")


def naturalness(asked: Asked, entry: Entry) -> float:
    """The probability, 0 to 1, that a strict reader takes the question for a citizen's."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features(asked, entry).items())
    return 1 / (1 + exp(-score))


def features(asked: Asked, entry: Entry) -> Mapping[str, float]:
    """What the weights are for, by name; what is not there is 0."""
    text, thing = asked.text, asked.thing
    copied = told_in_one(text, entry.title)
    found = {
        "bias": 1.0,
        f"ask {asked.ask}": 1.0,
        "question": len(text) / _ASK_LENGTH,
        "question squared": (len(text) / _ASK_LENGTH) ** 2,
        "copied": copied / _COPY_LENGTH,
        "copied share": copied / len(text),
        "year first": float(text.startswith(_YEAR)),
        "year": float(_YEAR in text[1:]),
    }
    of_thing = _of_thing(thing, entry.title, entry.body) if thing else {"no thing": 1.0}
    return {**found, **of_thing}


@lru_cache(maxsize=64)  # three questions ask about the same thing
def _of_thing(thing: str, title: str, body: str) -> Mapping[str, float]:
    """How long it is, of what words, and where title and body have it."""
    classes = word_classes(Names.load().cut(thing))
    told, latin = body.count(thing), _LATIN.search(thing) is not None
    return {
        f"kind {kind_of_topic(thing) or 'none'}": 1.0,
        "thing": len(thing) / _THING_LENGTH,
        "thing squared": (len(thing) / _THING_LENGTH) ** 2,
        "joining words": float(sum(one in _JOINING for one in classes)),
        "verbs": classes.count("VERB") / 2,
        "told": log1p(told),
        "untold": float(not told),
        "English": float(thing.isascii()),
        "half English": float(latin and not thing.isascii()),
        "blank": float(" " in thing),
        "held": float(is_held(thing)),
        "matter": float(is_matter(thing)),
        "quoted": float(is_quoted(thing, title) or is_quoted(thing, body)),
    }


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    """As shipped."""
    return dict(shipped_lists("question_weights"))
