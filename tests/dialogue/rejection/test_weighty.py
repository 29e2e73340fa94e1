"""What is offered though a weighty word is not in it."""

from dataclasses import replace

import pytest

from bot.dialogue.rejection.weighty import is_spared
from bot.knowledge.entries import Contact, Entry, Kind
from bot.search.ranking import Match, Query, Ranking, Verdict
from bot.thai.questions import Aspect

DRYING = Entry(
    "drying",
    "อบแห้งผลไม้กับศูนย์ไผ่",
    "ศูนย์ไผ่รับอบแห้งผลไม้ส่งออกให้ประชาชน",
    Kind.SERVICE,
    keywords=("อบแห้ง", "ผลไม้"),
)
OFFICE = Entry(
    "agency-bamboo",
    "ศูนย์ไผ่",
    "ศูนย์ไผ่ดูแลไผ่",
    Kind.CONTACT,
    keywords=("ศูนย์ไผ่",),
    contact=Contact(phones=("0 2111 1111",)),
)
OWN = ["อบแห้ง", "ปลาร้า", "ส่งออก"]


def ranked(
    entry: Entry, clean: str, aspect: Aspect, *, second: float = 0.3, probability: float = 0.5
) -> Ranking:
    matches = tuple(
        Match(name, score, (), 0, None)  # type: ignore[arg-type]
        for name, score in ((entry.id, 0.5), ("another", second))
    )
    query = Query(clean, clean, terms=tuple(OWN), aspect=aspect)
    return Ranking(query, matches, probability, Verdict.UNSURE)


def test_a_service_far_ahead_is_offered_for_what_it_may_not_know() -> None:
    """It does what is asked, of whatever that is done to."""
    asked = ranked(DRYING, "อบแห้งปลาร้าส่งออกได้ไหม", Aspect.TOPIC)
    assert is_spared(DRYING, asked, OWN)


@pytest.mark.parametrize(
    ("second", "probability", "own", "kind"),
    [
        (0.45, 0.5, OWN, Kind.SERVICE),
        (0.3, 0.2, OWN, Kind.SERVICE),
        (0.3, 0.5, ["อบแห้ง", "ปลาร้า", "ตู้เย็น"], Kind.SERVICE),
        (0.3, 0.5, ["ประชาชน", "ปลาร้า"], Kind.SERVICE),
        (0.3, 0.5, OWN, Kind.NEWS),
    ],
)
def test_nothing_is_offered_for_a_word_in_common(
    second: float, probability: float, own: list[str], kind: Kind
) -> None:
    """With a rival near, an unlikely one, half unheard, not called so, or news."""
    entry = replace(DRYING, kind=kind)
    asked = ranked(entry, "อบแห้งปลาร้า", Aspect.TOPIC, second=second, probability=probability)
    assert not is_spared(entry, asked, own)


@pytest.mark.parametrize(
    ("question", "aspect", "spared"),
    [
        ("ส่งปลาร้าไปศูนย์ไผ่ ติดต่อเบอร์ไหน", Aspect.CONTACT, True),
        ("ส่งปลาร้าไปตรวจ ติดต่อเบอร์ไหน", Aspect.CONTACT, False),
        ("ศูนย์ไผ่รับซ่อมตู้เย็นไหม", Aspect.TOPIC, False),
    ],
)
def test_an_office_that_is_named_is_reached_whatever_is_brought(
    question: str, aspect: Aspect, spared: bool
) -> None:
    """Only if that is asked."""
    assert spared is is_spared(OFFICE, ranked(OFFICE, question, aspect), OWN)


def test_only_the_first_match_is_spared() -> None:
    """What stands behind it agrees less."""
    asked = ranked(DRYING, "อบแห้งปลาร้า", Aspect.TOPIC)
    assert not is_spared(replace(DRYING, id="another"), asked, OWN)
