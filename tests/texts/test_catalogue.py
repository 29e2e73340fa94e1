"""Every sentence the bot says: complete, polite, Thai, and short enough to send."""

import ast
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.texts import Texts

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Texts.load()
SOURCES = [*ROOT.glob("bot/**/*.py"), *ROOT.glob("bot/**/*.html")]
CALLED = re.compile(r"""(?:texts?|\bt|told|labelled)\(\s*f?["']([a-z_.{}]+[a-z_0-9}])["']""")
NAMED = re.compile(r"""["']([a-z_]+(?:\.[a-z_0-9]+)+)["']""")
BUILT = re.compile(r"""f["']([a-z_]+\.[a-z_.]*)\{""")  # f"smalltalk.{kind}"
JOINED = re.compile(r"""["']([a-z_]+\.[a-z_.]*)["'] ~""")  # "audit." ~ what, in a template
ENDED = "_heading"  # f"{key}_heading" on the local page
POLITE = re.compile("(?:ค่ะ|คะ)")
MASCULINE = re.compile("ครับ(?!ผม)")


def mentioned() -> set[str]:
    """Everything in the sources that has the form of a key."""
    return {key for path in SOURCES for key in NAMED.findall(path.read_text("utf-8"))}


def prefixes() -> set[str]:
    """The fixed beginnings of keys that are put together at run time."""
    texts = [path.read_text("utf-8") for path in SOURCES]
    return {found for text in texts for form in (BUILT, JOINED) for found in form.findall(text)}


def filled() -> dict[str, str]:
    """Every sentence by its key, something in each of its blanks."""
    return {key: TEXTS(key, **dict.fromkeys(TEXTS.placeholders(key), "x")) for key in TEXTS}


ENGLISH = YAML(typ="safe").load((ROOT / "bot/texts/en.yaml").read_text("utf-8"))
ONLY_ENGLISH = "month"  # Thai months are written by the calendar of the Buddhist era


def test_english_says_whole_sections() -> None:
    """A section is in both languages, sentence for sentence, or in Thai alone."""
    english = Texts.load("en")
    sections = tuple(f"{name}." for name in ENGLISH if name != ONLY_ENGLISH)
    said = {key for key in english if key.startswith(sections)}
    untranslated = {key for key in said if english.source(key) == TEXTS.source(key)}

    assert said == {key for key in TEXTS if key.startswith(sections)}
    assert untranslated == {"answer.at_province", "filters.value"}


def test_english_fills_the_same_blanks() -> None:
    """No value is lost in the other language, and none is missing."""
    english = Texts.load("en")
    assert [] == [key for key in TEXTS if TEXTS.placeholders(key) != english.placeholders(key)]


def test_every_key_that_is_called_exists() -> None:
    """A literal key in a call of the texts stands in the catalogue."""
    called = {key for path in SOURCES for key in CALLED.findall(path.read_text("utf-8"))}
    literal = {key for key in called if "{" not in key and "." in key}
    assert set() == {key for key in literal if key not in TEXTS}


def test_every_sentence_is_used() -> None:
    """A sentence nothing mentions is dead and goes."""
    used, begun = mentioned(), tuple(prefixes())
    unused = [key for key in TEXTS if key not in used and not key.startswith(begun)]
    assert [] == [key for key in unused if key.removesuffix(ENDED) not in used]


def test_unknown_key_is_told() -> None:
    """A missing sentence is a fault of the program, never an empty message."""
    with pytest.raises(KeyError):
        TEXTS("no.such.sentence")


def test_sentences_can_be_sent() -> None:
    """Not empty, below Telegram's limit, no decomposed or doubled Thai signs, no tabs."""
    unfit = {
        key: sentence
        for key, sentence in filled().items()
        if not 0 < len(sentence) < 4096
        or sentence != sentence.strip()
        or re.search("เเ|\u0e4d\u0e32|\t|[\u200b-\u200f]", sentence)
    }
    assert {} == unfit


def test_sentences_speak_as_one_person() -> None:
    """The bot says ค่ะ and คะ, never ครับ."""
    assert {} == {key: said for key, said in filled().items() if MASCULINE.search(said)}


@pytest.mark.parametrize("key", [key for key in TEXTS if key.startswith("smalltalk.")])
def test_small_talk_is_polite(key: str) -> None:
    """Whatever was said to it, it answers politely."""
    assert POLITE.search(TEXTS(key))


@pytest.mark.parametrize(
    ("key", "limit"), [("bot.name", 64), ("bot.description", 512), ("bot.short_description", 120)]
)
def test_profile_fits(key: str, limit: int) -> None:
    """Telegram's limits for the name and the descriptions of a bot."""
    assert len(TEXTS(key)) <= limit


def test_years_are_of_the_buddhist_era() -> None:
    """No sentence names a year of the common era."""
    years = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
    assert {} == {key: said for key, said in filled().items() if years.search(said)}


def test_placeholders_match_their_calls() -> None:
    """A call with a literal key gives exactly the values its sentence needs."""
    wrong = []
    for path in ROOT.glob("bot/**/*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            if not ast.unparse(call.func).endswith("texts"):
                continue
            key = call.args[0]
            if not isinstance(key, ast.Constant) or key.value not in TEXTS:
                continue
            given = {word.arg for word in call.keywords if word.arg}
            spread = any(word.arg is None for word in call.keywords)
            if not spread and TEXTS.placeholders(str(key.value)) - given:
                wrong.append((path.name, key.value))
    assert [] == wrong
