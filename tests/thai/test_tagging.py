"""Word classes are those of PyThaiNLP's tagger."""

from pathlib import Path

from hypothesis import given
from pythainlp.tag import pos_tag

from bot.thai.normalise import normalise
from bot.thai.segment import Segmenter
from bot.thai.tagging import word_classes
from tests.thai.strategies import message

SEGMENTER = Segmenter()
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@given(message)
def test_classes_are_those_of_pythainlp(text: str) -> None:
    """They are found another way, not otherwise."""
    words = SEGMENTER.words(normalise(text))
    assert list(word_classes(words)) == [tag for _, tag in pos_tag(words, corpus="orchid_ud")]


def test_classes_of_real_sentences_are_those_of_pythainlp() -> None:
    """Near ties are common there."""
    for path in sorted(KNOWLEDGE.rglob("*.md"))[::9]:
        words = SEGMENTER.words(normalise(path.read_text("utf-8").rpartition("---")[2][:400]))
        assert list(word_classes(words)) == [tag for _, tag in pos_tag(words, corpus="orchid_ud")]
