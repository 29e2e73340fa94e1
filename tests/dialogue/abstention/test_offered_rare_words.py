"""What is offered though a weighty word is not in it."""

from dataclasses import replace

import pytest

from bot.dialogue.abstention.candidates import is_worth_offering
from bot.dialogue.abstention.doubts import Doubt, Doubts
from bot.dialogue.matching.stories import Stories
from bot.knowledge.entries import Contact, Entry, Kind
from bot.search.passages.quoting import Quotes
from bot.search.query import Query
from bot.search.ranking import Match, Ranking, Verdict
from bot.thai.questions import Aspect
from tests.dialogue.abstention.test_doubts import LAMPS, doubt_of, lamps
from tests.dialogue.base import AT, ask

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
    assert is_worth_offering(DRYING, asked, OWN)


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
    assert not is_worth_offering(entry, asked, own)


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
    assert spared is is_worth_offering(OFFICE, ranked(OFFICE, question, aspect), OWN)


def test_only_the_first_match_is_spared() -> None:
    """What stands behind it agrees less."""
    asked = ranked(DRYING, "อบแห้งปลาร้า", Aspect.TOPIC)
    assert not is_worth_offering(replace(DRYING, id="another"), asked, OWN)


def test_a_name_in_latin_letters_is_weighty_where_little_is_said() -> None:
    """ChatGPT is not what the release is about; a misspelt name in a longer question may be."""
    assert Doubt.UNKNOWN_WORD == doubt_of("lampada โคมไฟฟรีไหม")
    assert Doubt.UNKNOWN_WORD != doubt_of("lampada โคมไฟโซลาร์ของโรงเรียนบนดอย แจกฟรีไหมครับ")


def test_a_long_word_is_no_misspelling_of_another() -> None:
    """สวนสัตว์ may sound nearly like what the entry has; it still says something else."""
    ranking = ask(lamps(), "แจกโคมไฟสวนสัตว์บนดอยกี่แห่ง").ranking
    assert ranking
    alike = tuple(word._replace(met=1.0) for word in ranking.words)
    sure = replace(ranking, probability=0.8, verdict=Verdict.SURE, words=alike)
    doubts = Doubts({"lamps": LAMPS}, Stories({"lamps": LAMPS}))
    assert Doubt.UNKNOWN_WORD == doubts.doubt(sure, Quotes(sure.query, AT.date()))


def test_a_long_question_may_lack_a_word_and_not_half_of_them() -> None:
    """It is about something else when most of what it says is."""
    told = "แจกโคมไฟโซลาร์โรงเรียนบนดอยพิธีมอบแบตเตอรี่ แล้วหลังคาบ้านเพื่อนล่ะกี่แห่ง"
    assert "" == doubt_of(told)
    lost = "โคมไฟในห้องน้ำคอนโดกระพริบ ช่างประปาบอกหม้อแปลงระเบิดข้างสระว่ายน้ำกี่แห่ง"
    assert Doubt.UNKNOWN_WORD == doubt_of(lost)
