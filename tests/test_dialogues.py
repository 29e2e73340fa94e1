"""The judge of whole conversations: what it counts as expected."""

from benchmarks.dialogues import missing, play
from bot.dialogue.replies import Outcome, Paragraph, Reply
from bot.knowledge.entries import Entry
from tests.dialogue.base import ENTRIES, over


def expecting(act: str, article: str | None = None, *answers: str) -> dict[str, object]:
    return {"act": act, "article": article, "answers": list(answers)}


def test_a_turn_is_judged_by_act_article_and_span() -> None:
    """Each of them alone is a miss; spacing of dashes is none."""
    entries = {entry.id: entry for entry in (Entry("a", "ก", ""), Entry("b", "ข", ""))}
    reply = Reply(Outcome.ANSWER, (Paragraph("จัด 3-5  มีนาคม"),), entry="a")
    told = expecting("answer", "a.txt", "3 – 5 มีนาคม")
    assert [] == list(missing(told, reply, entries))
    assert ["act"] == list(missing(expecting("clarify"), reply, entries))
    assert ["article"] == list(missing(expecting("answer", "b.txt"), reply, entries))
    assert ["span"] == list(missing(expecting("answer", None, "6 มีนาคม"), reply, entries))


def test_turns_build_on_each_other() -> None:
    """A follow-up is played in the conversation before it."""
    turns = [
        {"user": "ค่ายดูดวงจันทร์จัดวันไหน", "expect": expecting("answer", None, "4-6 ธันวาคม 2569")},
        {"user": "แล้วจัดที่ไหน", "expect": expecting("answer", "camp-moon-loei.txt", "ภูกระดึง")},
    ]
    dialogue = {"id": "t", "today": "2026-11-23", "turns": turns}
    entries = {entry.id: entry for entry in ENTRIES}
    assert [(), ()] == [turn.misses for turn in play(over(ENTRIES), dialogue, entries)]
