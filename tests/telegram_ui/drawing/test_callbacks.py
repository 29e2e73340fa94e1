"""Button data fits into 64 bytes and nothing forged gets through."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.conversation.asking import Fault
from bot.desk.editions import entry_key
from bot.dialogue.conversation import ABOUT_AN_ENTRY, Action, Verb
from bot.telegram_ui.drawing import presses
from bot.telegram_ui.drawing.callbacks import Codec
from bot.telegram_ui.drawing.presses import (
    KINDS,
    Blame,
    CaseStep,
    Do,
    Judge,
    OnCase,
    Press,
    Teach,
    TeachStep,
    Want,
)

ENTRIES = ["วทน-สัญจร-นครสวรรค์-" * 9, "contact-1313"]
KEYS = {entry_key(entry): entry for entry in ENTRIES}
CODEC = Codec(KEYS.get)
QUESTION = "ABCDEFGH234567AB"


@pytest.mark.parametrize(
    "press",
    [
        *(Do(Action(verb), QUESTION) for verb in Verb if verb not in ABOUT_AN_ENTRY),
        *(Do(Action(Verb.PICK, entry), QUESTION) for entry in ENTRIES),
        Do(Action(Verb.SHOW, ENTRIES[0])),
        Do(Action(Verb.EVENTS, "12"), QUESTION),
        Judge(QUESTION, good=True),
        Judge(QUESTION, good=False),
        *(Blame(QUESTION, fault) for fault in Fault),
        Want(QUESTION),
        *(Teach(step, 10**14, 10**6, ENTRIES[0]) for step in TeachStep),
        Teach(TeachStep.NEXT),
        *(OnCase(step, 10**14, QUESTION) for step in CaseStep),
    ],
)
def test_a_button_says_what_was_meant_in_64_bytes(press: Press) -> None:
    """Writing and reading give the same, whatever the length of entry ids."""
    data = CODEC.write(press)
    assert press == CODEC.read(data)
    assert len(data.encode()) <= 64


def test_what_does_not_fit_makes_no_button() -> None:
    """An argument of 64 bytes leaves no room."""
    assert CODEC.write(Do(Action(Verb.EVENTS, "ก" * 20), QUESTION)) == ""
    assert CODEC.write(Do(Action(Verb.EVENTS, "a.b"), QUESTION)) == ""


def test_every_kind_of_press_has_a_letter() -> None:
    """What the handlers are given is what buttons can carry."""
    kinds = (one for one in vars(presses).values() if isinstance(one, type))
    assert {one for one in kinds if issubclass(one, Press)} == {Press, *KINDS.values()}


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "a",
        "a.show",
        f"a.show.ZZZZZZZZZZZZZ.{QUESTION}",
        "a.explode.x.",
        f"a.show.{next(iter(KEYS))}.short",
        "a.menu...",
        "j.",
        f"j.{QUESTION}.2",
        f"j.{QUESTION}x.1",
        "w.<script>",
        "r.u.1",
        "r.q.1.1.",
        "r.u.-1.1.",
        "r.u.๑.1.",
        "r.u.1.1.NOSUCHENTRY22",
        "\ud800",
    ],
)
def test_f36_forged_data_means_nothing(forged: str) -> None:
    """Only what this version would have written is understood."""
    assert CODEC.read(forged) is None


@given(st.text(max_size=64))
def test_f36_any_data_is_read_without_failing(data: str) -> None:
    """What is understood is exactly what would be written for it."""
    press = CODEC.read(data)
    assert press is None or CODEC.read(CODEC.write(press)) == press


def test_f36_ten_thousand_mutations_mean_nothing_new() -> None:
    """A changed button is either no button, or exactly one that this version could have drawn."""
    chance = random.Random(36)  # noqa: S311
    drawn = [
        CODEC.write(press)
        for press in (
            Do(Action(Verb.PICK, ENTRIES[0]), QUESTION),
            Do(Action(Verb.EVENTS, "12"), QUESTION),
            Judge(QUESTION, good=True),
            Want(QUESTION),
            Teach(TeachStep.USE, 7, 3, ENTRIES[1]),
        )
    ]
    understood = 0
    for _ in range(10_000):
        data = bytearray(chance.choice(drawn).encode())
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        text = data.decode("utf-8", "replace")
        press = CODEC.read(text)
        understood += press is not None
        assert press is None or CODEC.write(press) == text
    assert understood < 5_000
