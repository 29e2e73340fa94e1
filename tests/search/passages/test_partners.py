"""With whom something was done is told by who stands behind "ร่วมกับ", and is never who did it."""

from datetime import date

import pytest

from bot.knowledge.entries import Entry, Kind
from bot.search.passages.partners import asks_partner, partner_in
from bot.search.passages.quoting import quote
from bot.search.ranking import Query
from bot.thai.normalise import normalise
from bot.thai.questions import aspect_of

TODAY = date(2026, 11, 23)
PACT = Entry(
    "pact",
    "ทีเซลส์พัฒนาเครื่องส่องปอด",
    "ทีเซลส์ เป็นหน่วยงานที่สนับสนุนงานด้านสุขภาพ โดยทีเซลส์ได้ร่วมกับสมาคมแพทย์เกาะไผ่ จัดแถลงข่าวที่กรุงเทพฯ",
    Kind.NEWS,
)


def told(entry: Entry, question: str) -> str:
    clean = normalise(question)
    fact = quote(entry, Query(question, clean, aspect=aspect_of(clean)), TODAY).fact
    return fact.text if fact else ""


@pytest.mark.parametrize("question", ["ร่วมกับใคร", "กับใครอะ", "ทีเซลส์จับมือกับใคร"])
def test_the_partner_is_told_and_not_who_did_it(question: str) -> None:
    """The office that the news is of is named more often, and did nothing with itself."""
    assert "สมาคมแพทย์เกาะไผ่" == told(PACT, question)


def test_a_title_names_the_partner() -> None:
    """One of several is not told as all of them."""
    assert "สมาคมแพทย์" == partner_in("“ทีเซลส์” ผนึกสมาคมแพทย์ ส่องปอด", "ร่วมกับใคร")
    assert "" == partner_in("ทีเซลส์ จับมือ สมาคมแพทย์ และโรงพยาบาลไผ่ ส่องปอด", "ร่วมกับใคร")
    assert "" == partner_in("“ทีเซลส์” ผนึกสมาคมแพทย์ ส่องปอด", "ใครเปิดงาน")


def test_who_signs_with_whom_asks_for_both() -> None:
    """Nor has who talks with somebody a partner."""
    assert not any(map(asks_partner, ("ใครเซ็นกับใคร", "ท่านคุยกับใคร", "ใครร่วมงาน")))
