"""Every sentence the bot says: complete, polite, Thai, and short enough to send."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.dialogue import replies
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
PROBLEM, FINDING = "problems.", "findings."  # of which only the rest is named: "yaml.tab"
# Who takes such a rest, and as which argument.
TELLING = {"UnreadableError": 0, "error": 1, "warn": 1, "of": 3, "finding": 1}
POLITE = re.compile("(?:ค่ะ|คะ)")
MASCULINE = re.compile("ครับ(?!ผม)")


def mentioned() -> set[str]:
    """Everything in the sources that has the form of a key."""
    return {key for path in SOURCES for key in NAMED.findall(path.read_text("utf-8"))}


def prefixes() -> set[str]:
    """The fixed beginnings of keys that are put together at run time."""
    texts = [path.read_text("utf-8") for path in SOURCES]
    found = {found for text in texts for form in (BUILT, JOINED) for found in form.findall(text)}
    return found - {PROBLEM, FINDING}


@cache
def trees() -> dict[str, ast.Module]:
    """Every module by its path."""
    paths = {str(path.relative_to(ROOT)): path for path in ROOT.glob("bot/**/*.py")}
    return {name: ast.parse(path.read_text("utf-8")) for name, path in paths.items()}


@cache
def nodes() -> tuple[ast.AST, ...]:
    """Everything in every module."""
    return tuple(node for tree in trees().values() for node in ast.walk(tree))


def calls() -> Iterator[ast.Call]:
    """Every call in the sources."""
    return (node for node in nodes() if isinstance(node, ast.Call))


def literals(node: ast.AST) -> list[str]:
    """What an argument may be, where it is written there: one text, or one of two."""
    match node:
        case ast.Constant(str(value)):
            return [value]
        case ast.IfExp(body=one, orelse=other):
            return [*literals(one), *literals(other)]
    return []


def sentences_told() -> Iterator[tuple[str, ast.Call]]:
    """Every sentence of a problem or a finding told by a literal, with the call that tells it."""
    for call in calls():
        name = called(call)
        place = TELLING.get(name, len(call.args))
        for rest in literals(call.args[place]) if place < len(call.args) else ():
            if name == "finding":
                yield f"{FINDING}{rest}", call
            elif " " not in rest:
                yield from ((f"{PROBLEM}{rest}.{part}", call) for part in ("message", "hint"))


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


@cache
def constants() -> frozenset[str]:
    """Every text in the sources."""
    found = (node.value for node in nodes() if isinstance(node, ast.Constant))
    return frozenset(value for value in found if isinstance(value, str))


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
    rests = constants() | {text.partition(".")[0] for text in constants()}
    used |= {f"{FINDING}{rest}" for rest in rests}
    used |= {f"{PROBLEM}{rest}.{part}" for rest in rests for part in ("message", "hint", "in_form")}
    unused = [key for key in TEXTS if key not in used and not key.startswith(begun)]
    assert [] == [key for key in unused if key.removesuffix(ENDED) not in used]


def test_problems_and_findings_have_their_words() -> None:
    """What is told by the rest of a key is in the catalogue, and gets what it needs."""
    for key, call in sentences_told():
        given = {word.arg for word in call.keywords}
        assert key in TEXTS, key
        assert None in given or not TEXTS.placeholders(key) - given, key

    # Which of several it is may also be decided elsewhere: "yaml.tab" stands in a table.
    known = {key.split(".")[1] for key in TEXTS if key.startswith(PROBLEM)}
    varied = {text for text in constants() if "." in text and text.partition(".")[0] in known}
    assert set() == {one for one in varied if f"{PROBLEM}{one}.message" not in TEXTS}


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
        if not call.args or not called(call).endswith(("texts", "sentence")):
            continue
        given = {word.arg for word in call.keywords}
        keys = (key for key in literals(call.args[0]) if key in TEXTS and None not in given)
        wrong += [key for key in keys if TEXTS.placeholders(key) - given]
    assert [] == wrong


# Where Thai in the code is words to be read, or signs and marks of texts: nobody is told them.
READING = (
    "bot/cli/asking.py",  # "ออก" ends a talk
    "bot/desk/editions.py",  # a question that a new edition is asked
    "bot/desk/masking.py",
    "bot/desk/personal_numbers.py",
    "bot/desk/editorial/releases.py",  # vowels that no id begins or ends with
    "bot/dialogue/",
    "bot/knowledge/boilerplate.py",
    "bot/knowledge/flow_style.py",
    "bot/knowledge/conflicts.py",
    "bot/knowledge/decoding.py",
    "bot/knowledge/text_faults.py",
    "bot/knowledge/entries.py",  # "ไม่ทราบ" in a file
    "bot/knowledge/forms.py",
    "bot/knowledge/nodes.py",
    "bot/knowledge/persons.py",
    "bot/knowledge/phones.py",
    "bot/knowledge/places.py",
    "bot/knowledge/reading.py",
    "bot/knowledge/contradictions.py",
    "bot/knowledge/words.py",
    "bot/press/facts/",
    "bot/press/questions/",  # questions are proposed in the words of those who ask
    "bot/press/sources/",
    "bot/search/",
    "bot/store/privacy.py",  # a mark in the place of what was erased
    "bot/telegram_ui/drawing/markup.py",  # vowels that no piece of a message begins or ends with
    "bot/thai/",
    "bot/web/frame.py",  # "ต่อ" in a telephone number
)
# What these tell of a table goes to the log; they stand beside the texts and do not know them yet.
BESIDE = ("bot/thai/phrase_tables.py", "bot/thai/tables.py")
FOUND = "Candidate.of"  # holds what was found in a text
THAI = re.compile("[\u0e01-\u0e4e]")
SPEAKING = {"say", "tell", "stop", "Argument", "Option", "Typer", "Finding", "Problem", *TELLING}
SPEAKING |= {name for name, one in vars(replies).items() if isinstance(one, type)}


def thai_in(node: ast.AST) -> list[str]:
    """The Thai texts that a part of a module is made with, but for its docstrings."""
    bare = {id(one.value) for one in ast.walk(node) if isinstance(one, ast.Expr)}
    return [
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in bare
        if THAI.search(one.value)
    ]


def test_only_the_texts_speak() -> None:
    """Thai stands in the code only where it is read, and is handed to nothing that tells it."""
    thai = [name for name, tree in trees().items() if thai_in(tree)]
    assert [] == [name for name in thai if not name.startswith(READING)]
    assert [] == [place for place in READING if not any(one.startswith(place) for one in thai)]

    knowing = [
        node for name, tree in trees().items() if name not in BESIDE for node in ast.walk(tree)
    ]
    for call in (node for node in knowing if isinstance(node, ast.Call)):
        name = called(call)
        if name.endswith("Error") or (name in SPEAKING and ast.unparse(call.func) != FOUND):
            handed = [*call.args, *(word.value for word in call.keywords)]
            assert [] == [text for part in handed for text in thai_in(part)], ast.unparse(call)


def test_code_is_explained_in_english() -> None:
    """A Thai docstring would be the help of a command."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in nodes():
        if isinstance(node, kinds):
            assert not THAI.match(ast.get_docstring(node) or ""), ast.unparse(node)
