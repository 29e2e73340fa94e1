"""Prizes by their rank."""

from datetime import date

import pytest

from bot.search.passages.spans import candidates
from bot.thai.normalise import normalise
from bot.thai.questions import Aspect

_TEXT = (
    "รางวัลชนะเลิศ ได้แก่ ทีมว่าวจุฬา ได้เงินรางวัล 500 บาท\n\n"
    "รางวัลรองชนะเลิศอันดับ 1 ได้แก่ ทีมปักเป้า ได้เงินรางวัล 200 บาท\n\n"
    "รางวัลรองชนะเลิศอันดับ ๒ ได้แก่ ทีมอีลุ้ม ได้เงินรางวัล 100 บาท\n\n"
    "รอบชิงชนะเลิศใช้เงิน 900 บาท"
)


def test_how_many_teams_is_no_team() -> None:
    """Whoever is asked for has a name."""
    text = "เหลือ 3 ทีมสุดท้ายเล่าเรื่องว่าว แข่งกับทีมปักเป้า"
    found = candidates(Aspect.WHO, text, "แข่งว่าวทีมไหนเก่ง", date(2026, 11, 29))
    assert ["ทีมปักเป้า"] == [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        ("รองชนะเลิศอันดับ2 ได้กี่บาท", "100 900"),
        ("รองอันดับ 1 ได้กี่บาท", "200 900"),
        ("รองชนะเลิศได้กี่บาท", "200 900"),
        ("ชนะเลิศได้กี่บาท", "500 900"),
        ("คนได้ที่ 1 ได้กี่บาท", "500 900"),
        ("รางวัลที่สองได้กี่บาท", "200 900"),
        ("ได้กี่บาท", "500 200 100 900"),
    ],
)
def test_a_prize_is_of_the_rank_asked_for(question: str, sums: str) -> None:
    """What the second got is no answer to who asks for the third; finals are no rank."""
    found = candidates(Aspect.COST, _TEXT, normalise(question), date(2026, 11, 29))
    told = " ".join(_TEXT[one.start : one.end] for one in found).replace(" บาท", "")
    assert sums == told.replace("รางวัล", "").strip()
