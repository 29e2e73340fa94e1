"""What only mentions a word or two of a question is about something else."""

from dataclasses import replace

import pytest

from bot.dialogue.rejection.naming import is_in_passing
from bot.dialogue.replies import Outcome
from bot.dialogue.subjects import names_subject
from bot.knowledge.entries import Contact, Kind
from bot.search.ranking import Query
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of
from tests.dialogue.base import ENTRIES, Talk, over
from tests.dialogue.context.test_bare import LAUNCH


@pytest.mark.parametrize(
    ("text", "terms", "passing"),
    [
        ("จรวดไทยปล่อยเมื่อไหร่", ("จรวด", "ไทย", "ปล่อย", "เมื่อไหร่"), True),
        ("บอลลูนไทยปล่อยเมื่อไหร่", ("บอลลูน", "ไทย", "ปล่อย", "เมื่อไหร่"), False),
        ("18 สค วันอะไร", ("18", "สค", "วัน", "อะไร"), False),
        ("18 มค วันอะไร", ("18", "มค", "วัน", "อะไร"), True),
    ],
)
def test_what_all_things_have_names_none(text: str, terms: tuple[str, ...], passing: bool) -> None:
    """That it is Thai, or what was done; a month is named by its letters."""
    entry = replace(LAUNCH, questions=("บอลลูนตรวจฟ้าปล่อยเมื่อไหร่",), keywords=("18 สิงหาคม",))
    clean = normalise(text)
    query = Query(text, clean, terms=terms, aspect=aspect_of(clean))
    assert is_in_passing(entry, query) is passing


def test_a_number_names_what_has_it_whole() -> None:
    """No 1 is named by 15."""
    entry = replace(LAUNCH, title="มี 15 หน่วยงาน", keywords=())
    assert names_subject(entry, ("15",))
    assert not names_subject(entry, ("1",))


def test_what_is_to_be_reported_has_to_be_heard_of() -> None:
    """However short its word is: of fires no number of a mill that is reported is offered."""
    leak = replace(
        ENTRIES[2],
        id="leak",
        title="แจ้งเหตุน้ำรั่ว โทร 1296",
        body="แจ้งเหตุน้ำรั่วได้ที่เบอร์ 1296 ตลอดวัน",
        keywords=("1296",),
        questions=("น้ำรั่วโทรแจ้งเบอร์ไหน",),
        contact=Contact(("1296",)),
        kind=Kind.CONTACT,
    )
    talk = Talk(over((*ENTRIES, leak)))
    assert talk.say("โทรแจ้งเผาได้เบอร์ไหน").outcome is Outcome.NO_ANSWER
