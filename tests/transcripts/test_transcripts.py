"""Whole conversations over the shipped knowledge: say this, expect that."""

from datetime import datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ruamel.yaml import YAML

from bot.dialogue.replies import plain_text
from bot.dialogue.responder import Responder
from bot.knowledge.files import load_folder
from bot.search import Index
from bot.texts import Texts
from tests.dialogue.base import Talk

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parents[1] / "knowledge"
ZONE = ZoneInfo("Asia/Bangkok")


@cache
def shipped() -> Responder:
    """A responder over the knowledge that is shipped."""
    knowledge = load_folder(KNOWLEDGE).knowledge
    return Responder(knowledge, Index.build(knowledge), Texts.load())


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_conversation(path: Path) -> None:
    """Every turn gives the outcome, the entry and the words that the transcript expects."""
    script = YAML(typ="safe").load(path.read_text("utf-8"))
    day = datetime.combine(script["today"], time(10), ZONE)
    talk = Talk(shipped(), day)
    for number, turn in enumerate(script["turns"], 1):
        reply = (
            talk.press(turn["press"])
            if "press" in turn
            else talk.say(turn["say"], turn.get("after", 20))
        )
        got = {
            "outcome": str(reply.outcome),
            "entry": reply.entry,
            "answer": reply.answer,
            "text": plain_text(reply),
        }
        assert [] == _misses(turn, got), f"{path.stem}, turn {number}: {turn}"


def _misses(turn: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """What a turn expects and did not get."""
    text = got["text"]
    misses = [
        f"{key}: {got[key]}" for key in ("outcome", "entry") if turn.get(key, got[key]) != got[key]
    ]
    if turn.get("answer", "") not in (got["answer"] or ""):
        misses.append(f"answer: {got['answer']}")
    misses += [f"lacks {word}: {text}" for word in turn.get("has", ()) if word not in text]
    misses += [f"has {word}: {text}" for word in turn.get("lacks", ()) if word in text]
    return misses
