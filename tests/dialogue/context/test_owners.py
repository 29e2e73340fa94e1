"""A message that names whose thing is meant now: "แล้วของมหาลัยไผ่ล่ะ"."""

from bot.dialogue.replies import Outcome
from bot.knowledge.entries import Entry, Kind
from tests.dialogue.base import ENTRIES, Talk, over

OURS = Entry(
    "ours",
    "คอร์สออนไลน์ดูดาวของกระทรวง",
    "คอร์สออนไลน์ดูดาวของกระทรวงเรียนฟรี มี 700 วิชา",
    Kind.SERVICE,
    questions=("คอร์สออนไลน์ดูดาวของกระทรวงมีกี่วิชา", "อยากเรียนคอร์สออนไลน์ดูดาวของกระทรวง"),
    keywords=("คอร์สออนไลน์",),
    facts={"จำนวนวิชา": "700 วิชา"},
)
THEIRS = Entry(
    "theirs",
    "คอร์สออนไลน์ทำขนมของวิทยาลัยไผ่เขียว",
    "วิทยาลัยไผ่เขียวเปิดคอร์สออนไลน์ทำขนม มี 5 สาย",
    Kind.SERVICE,
    questions=("วิทยาลัยไผ่เขียวเปิดคอร์สออนไลน์อะไร",),
    keywords=("คอร์สออนไลน์",),
)
GARDEN = Entry("garden", "สวนสัตว์ไผ่เขียว", "ไผ่เขียวมีแพนด้า 2 ตัว", Kind.NEWS)
TALK = "อยากเรียนคอร์สออนไลน์ดูดาวของกระทรวง", "มีกี่วิชา"


def test_whose_is_named_is_offered_of_the_same_kind() -> None:
    """Not what else has the name; and what is asked next is of what was picked."""
    talk = Talk(over((*ENTRIES, OURS, THEIRS, GARDEN)))
    for text in TALK:
        assert "ours" == talk.say(text).entry
    assert ("theirs",) == talk.say("แล้วของไผ่เขียวล่ะ").conversation.offered
    assert "theirs" == talk.say("1").entry


def test_where_nobody_has_it_the_topic_is_left() -> None:
    """A bare question behind it is not answered of what was talked of before."""
    talk = Talk(over((*ENTRIES, OURS)))
    for text in TALK:
        talk.say(text)
    assert Outcome.NO_ANSWER is talk.say("แล้วของบ่อปลาจ้วดล่ะ").outcome
    assert "ours" != talk.say("มีสายอะไรบ้าง").entry
