"""Every sentence the bot says: complete, polite, Thai, and short enough to send."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.texts import Texts

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Texts.load()
SOURCES = [*ROOT.glob("bot/**/*.py"), *ROOT.glob("bot/**/*.html")]
CALLED = re.compile(
    r"""(?:texts?|sentence|\bt|told|labelled)\(\s*f?["']([a-z_.{}-]+[a-z_0-9}])["']"""
)
NAMED = re.compile(r"""["']([a-z_]+(?:\.[a-z_0-9-]+)+)["']""")
BUILT = re.compile(r"""f["']([a-z_]+\.[a-z_.]*)\{""")  # f"smalltalk.{kind}"
JOINED = re.compile(r"""["']([a-z_]+\.[a-z_.]*)["'] ~""")  # "audit." ~ what, in a template
ENDED = "_heading"  # f"{key}_heading" on the local page
PROBLEM = "problems."  # by the codes: "duplicate-key", "yaml.tab"
# Who takes the key of a problem, and as which argument.
TELLING = {"UnreadableError": 0, "error": 1, "warn": 1, "of": 3}
POLITE = re.compile("(?:ค่ะ|คะ)")
MASCULINE = re.compile("ครับ(?!ผม)")


def mentioned() -> set[str]:
    """Everything in the sources that has the form of a key."""
    return {key for path in SOURCES for key in NAMED.findall(path.read_text("utf-8"))}


def prefixes() -> set[str]:
    """The fixed beginnings of keys that are put together at run time."""
    texts = [path.read_text("utf-8") for path in SOURCES]
    found = {found for text in texts for form in (BUILT, JOINED) for found in form.findall(text)}
    return found - {PROBLEM}


def calls() -> Iterator[ast.Call]:
    """Every call in the sources."""
    for path in ROOT.glob("bot/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def literals(node: ast.AST) -> list[str]:
    """What an argument may be, where it is written there: one text, or one of two."""
    match node:
        case ast.Constant(str(value)):
            return [value]
        case ast.IfExp(body=one, orelse=other):
            return [*literals(one), *literals(other)]
    return []


def problems_told() -> Iterator[tuple[str, ast.Call]]:
    """Every problem that is told by a literal key, with the call that tells it."""
    for call in calls():
        place = TELLING.get(ast.unparse(call.func).rpartition(".")[2], len(call.args))
        for key in literals(call.args[place]) if place < len(call.args) else ():
            if " " not in key:
                yield key, call


def problem_codes() -> set[str]:
    """Every text in the sources that may be the key of a problem, and its code alone."""
    texts = {
        node.value
        for path in ROOT.glob("bot/**/*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return texts | {text.partition(".")[0] for text in texts}


def filled() -> dict[str, str]:
    """Every sentence by its key, something in each of its blanks."""
    return {key: TEXTS(key, **dict.fromkeys(TEXTS.placeholders(key), 1)) for key in TEXTS}


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
    codes = {f"{PROBLEM}{code}" for code in problem_codes()}
    unused = [key for key in TEXTS if key not in used and not key.startswith(begun)]
    dead = [key for key in unused if key.removesuffix(ENDED) not in used]
    assert [] == [key for key in dead if key.rpartition(".")[0] not in codes]


def test_every_problem_has_its_words() -> None:
    """A problem is told by a key with a message and a cure, which get what they need."""
    known = {key.split(".")[1] for key in TEXTS if key.startswith(PROBLEM)}
    varied = {code for code in problem_codes() if "." in code and code.partition(".")[0] in known}
    told = varied | {key for key, _ in problems_told()}
    parts = {f"{PROBLEM}{key}.{part}" for key in told for part in ("message", "hint")}
    assert set() == parts - set(TEXTS)

    for key, call in problems_told():
        given = {word.arg for word in call.keywords}
        needed = [TEXTS.placeholders(f"{PROBLEM}{key}.{part}") for part in ("message", "hint")]
        assert None in given or not frozenset.union(*needed) - given, key


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
    wrong: list[str] = []
    for call in calls():
        if not call.args or not ast.unparse(call.func).endswith(("texts", "sentence")):
            continue
        given = {word.arg for word in call.keywords}
        keys = (key for key in literals(call.args[0]) if key in TEXTS and None not in given)
        wrong += [key for key in keys if TEXTS.placeholders(key) - given]
    assert [] == wrong
