"""The forms of data/question_forms.yaml, and how what an entry knows is put into them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.knowledge.words import any_of, shipped_lists
from bot.press.questions.apart import OPENS_APART, OPTIONS

_SLOT = re.compile("{(?P<name>[a-z]+)}(?=(?P<after>[ก-๙{]?))")
SETS_OFF = re.compile(r"[.)\dๆฯ]$")
_MARKS = re.compile('[“”"]')
_SCRIPTS_MEET = re.compile(
    "(?<=[A-Za-z0-9])(?=[ก-๙])|(?<=[ก-๙])(?=[A-Za-z0-9])|(?<=[ก-๎])(?=[๐-๙])|(?<=[๐-๙])(?=[ก-๎])"
)
_RUN_ON = re.compile(r"(?<=[ก-๙]ฯ)(?=กับ)|(?<=กับ)(?=[ก-ฮ]{1,5}\.)")
_PARTED = ("actor", "office", "person", "partner")  # behind whose last word a blank helps


def filled(form: str, about: Mapping[str, str]) -> str:
    """The form with what is known in its slots, as people would write it."""
    return _spaced(_SLOT.sub(lambda slot: _set_off(about, slot), form))


@lru_cache(maxsize=1_024)  # more than there are forms
def slots_of(form: str) -> tuple[str, ...]:
    """What has to be known for the form."""
    return tuple(slot["name"] for slot in _SLOT.finditer(form) if slot["name"] not in OPTIONS)


def _set_off(about: Mapping[str, str], slot: re.Match[str]) -> str:
    """What is asked about, with a blank where Thai beside it would run into its letters."""
    value = about.get(slot["name"], "")
    runs_on = slot.string[: slot.start()][-1:].strip()
    before = " " if runs_on and OPENS_APART.match(value) else ""
    parted = SETS_OFF.search(value) or (slot["name"] in _PARTED and " " in value)
    after = " " if slot["after"] and parted else ""
    return f"{before}{value}{after}"


def _spaced(text: str) -> str:
    """A blank where Thai meets Latin letters or figures, none doubled, and no quotation marks."""
    met, said = _run_together()
    text = met.sub(lambda found: said[found[0]], _MARKS.sub(" ", text))
    apart = _RUN_ON.sub(" ", _SCRIPTS_MEET.sub(" ", text))
    return " ".join(apart.split())


@lru_cache(maxsize=1)
def _run_together() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Words that run together in a question, and what is said for each."""
    said: Mapping[str, str] = shipped_lists("run_together")
    return re.compile(any_of(said)), said


@lru_cache(maxsize=1)
def question_forms() -> Mapping[str, tuple[str, ...]]:
    """The forms of each kind of question, as shipped."""
    return {ask: tuple(forms) for ask, forms in shipped_lists("question_forms").items()}
