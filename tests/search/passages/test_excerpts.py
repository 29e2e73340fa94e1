"""What is shown of a text stands around the likeliest places, short and in order."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.entries import Entry
from bot.search.passages.excerpts import (
    REST,
    Extent,
    from_place,
    passages,
    window,
    with_first_items,
    with_heads,
)
from bot.search.passages.quoting import AT_LARGE
from bot.search.pieces import PASSAGE_LIMIT
from bot.search.ranking import Candidate
from tests.search.passages.base import quotation
from tests.search.passages.test_quoting import FILLER


@given(st.lists(st.sampled_from(("งานวัด", "วันที่ 3 มีนาคม 2565", "\n", FILLER)), max_size=40))
def test_passages_stand_apart(parts: list[str]) -> None:
    """At most three windows' worth of text and the rest of their paragraphs, nothing told twice."""
    entry = Entry(id="x", title="ข่าว", body=" ".join(parts))
    spans = quotation(entry, "งานวัดจัดวันไหน").passages
    assert all(end < start for (_, end), (start, _) in pairwise(sorted(spans)))
    assert sum(end - start for start, end in spans) <= 3 * (PASSAGE_LIMIT + REST)


def test_the_likeliest_passage_is_read_first() -> None:
    """Unless the matter of the whole is asked for, in the words of its title or what was done."""
    craft = "ช่างว่าวเล่าเรื่องสวนว่าวและคนทำว่าวที่ตื่นแต่เช้า " * 12
    body = f"งานว่าวบ้านบึงปีนี้มีคนมาก {craft}\n\n{craft}\n\nลุงมีใช้กระดาษสาหุ้มโครงไม้ไผ่ {craft}"
    entry = Entry("kite", "งานว่าวบ้านบึง", body)
    (detail, *_), (whole, *_) = (
        quotation(entry, asked).passages
        for asked in ("โครงไม้ไผ่หุ้มกระดาษสายังไง", "งานว่าวบ้านบึงเรื่องอะไร")
    )
    assert "กระดาษสา" in body[slice(*detail)]
    assert whole[0] == 0
    done, called = (
        quotation(entry, f"ลุงมีใช้กระดาษสากับคนมากปีนี้{asked}").passages
        for asked in ("ทำอะไร", "ชื่ออะไร")
    )
    assert [start == 0 for start, _ in done] == [True, False]
    assert [start == 0 for start, _ in called] == [False, True]


@pytest.mark.parametrize(("second", "shown"), [(2.0, 2), (-1.5, 1)])
def test_what_hardly_adds_to_the_chance_is_left_out(second: float, shown: int) -> None:
    """Though what is quoted by then is not yet enough."""
    words = [Candidate(at, at + 4, 0.0) for at in range(0, 9_000, 1_000)]
    scores = np.array([3.0, second, *[-1.5] * 7])
    assert len(passages("กขคง " * 2_000, words, scores, None, Extent(2, 100))) == shown


def test_a_paragraph_is_told_to_its_near_end() -> None:
    """A few words more are left of it than a passage holds."""
    told = "งานว่าวบ้านบึงมีช่างว่าวมาสอนเด็กทุกวันเสาร์ที่ลานหน้าวัด " * 5 + "และแจกโครงไม้ไผ่ให้ทุกคนกลับบ้าน"
    craft = "ช่างว่าวเล่าเรื่องสวนและคนทำสวนที่ตื่นแต่เช้า " * 12
    assert PASSAGE_LIMIT < len(told) <= PASSAGE_LIMIT + REST
    body = f"{told}\n\n{craft}"
    (place,) = quotation(Entry("kite", "งานว่าว", body), "ช่างว่าวมาสอนเด็กวันไหน").passages
    assert body[slice(*place)] == told


@given(st.text("กขา \n", max_size=900), st.data())
def test_a_window_holds_its_middle_and_keeps_the_limit(text: str, data: st.DataObject) -> None:
    """Whatever stands around it, the fact is inside, and the passage is short."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    head, tail = window(text, start, end)
    assert head <= start <= end <= tail
    assert tail - head <= PASSAGE_LIMIT


def test_a_list_that_is_asked_for_is_kept_whole() -> None:
    """A passage that would end among what ประกอบด้วย announces goes on to the end of the line."""
    tools = " ".join(f"เครื่องสับใบตองรุ่น{number}พร้อมใบมีดสำรอง" for number in range(1, 6))
    filler = "นักวิจัยเล่าเรื่องสวนกล้วยและคนทำสวนที่ตื่นแต่เช้า " * 6
    body = f"ชุดแปรรูปกล้วยของชุมชนบ้านบึง {filler}ประกอบด้วย {tools}\nจบข่าวเพียงเท่านี้"
    entry = Entry("banana", "ชุดแปรรูปกล้วย", body)
    several = quotation(entry, "ชุดแปรรูปกล้วยบ้านบึงมีอะไรบ้าง")
    assert "รุ่น5พร้อมใบมีดสำรอง" in " ".join(body[slice(*place)] for place in several.passages)
    one = quotation(entry, "ชุดแปรรูปกล้วยบ้านบึงคืออะไร")
    assert all(end - start <= AT_LARGE.limit for start, end in one.passages)


def test_who_asks_for_the_whole_is_shown_more_than_who_asks_for_a_fact() -> None:
    """What the news tells fills a longer piece than a day does."""
    body = "งานว่าวบ้านบึงจัดวันที่ 3 มีนาคม 2565 " + "ช่างว่าวเล่าเรื่องสวนว่าวและคนทำว่าวที่ตื่นแต่เช้า " * 20
    entry = Entry("kite", "งานว่าวบ้านบึง", body)
    (fact,), whole = (
        quotation(entry, f"งานว่าวบ้านบึง{asked}").passages for asked in ("วันไหน", "มีเรื่องอะไร")
    )
    assert fact[1] - fact[0] <= PASSAGE_LIMIT < max(end - start for start, end in whole)


def test_a_list_is_led_in_to_and_told() -> None:
    """A passage goes on to the last item of a numbered list that is asked for."""
    items = "\n\n".join(f"{n}. ผลงานที่ {n} {FILLER[:120]}" for n in range(1, 6))
    listed = Entry("x", "ห้าเป้าหมายของสวนว่าว", f"สวนว่าวมีห้าเป้าหมาย ได้แก่\n\n{items}\n\nจบงาน")
    (_, end), *_ = quotation(listed, "ห้าเป้าหมายของสวนว่าวมีอะไรบ้าง").passages
    assert "5. ผลงานที่ 5" in listed.body[:end]


def test_a_passage_is_not_cut_off_before_the_first_item() -> None:
    """Whatever is asked, "ได้แก่" alone says nothing."""
    lead = "ว่าวดีเด่นประจำปีของสวนว่าว ได้แก่"
    text = f"{lead} ว่าวจุฬาลายทองของช่างบุญ และว่าวปักเป้าหางยาว {FILLER}"
    assert [(0, len(lead))] != with_first_items(text, [(0, len(lead))])
    ((start, end),) = with_first_items(text, [(0, len(lead))])
    assert "ว่าวจุฬาลายทองของช่างบุญ" in text[start:end]


def test_a_list_is_not_told_from_its_middle() -> None:
    """What a passage begins with an item of is told from the words that lead in to it."""
    lead = "ช่างว่าวสอนเด็กด้วยสามขั้นตอน ดังนี้"
    items = ("1. เหลาไม้ไผ่ให้บาง", "2. ผูกโครงด้วยด้าย", "3. หุ้มกระดาษสาทากาวแล้วตากลมให้แห้ง")
    filler = "ตลาดน้ำบ้านบึงขายปลาและขนมทุกเช้าวันเสาร์ " * 12
    body = "\n".join((filler, lead, *items, filler))
    start = body.index("3. ")
    assert with_heads(body, [(start, start + 40)]) == [(body.index(lead), start + 40)]
    assert with_heads(body, [(0, 40)]) == [(0, 40)]
    alone = "\n".join((lead, *items[1:]))
    assert with_heads(alone, [(alone.index("3. "), len(alone))]) == [
        (alone.index("3. "), len(alone))
    ]


def test_a_bracket_is_kept_whole() -> None:
    """A name in Latin letters stands in one, behind what it is the name of."""
    text = "เครื่องดื่มจากมะม่วง " * 14 + "(Mango sport drink) ซึ่งช่วยให้สดชื่น" + " และอร่อย" * 40
    start = text.index("เครื่องดื่ม")
    head, tail = window(text, start, start + 20, text.index("sport") + 7)
    assert text[head:tail].endswith("(Mango sport drink)")


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("พบโรคโควิด 19 แห่งแรก รับคนไข้", "รับคนไข้"),
        ("กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม เปิดสวน", "เปิดสวน"),
        ("เด็กของ ไผ่งาม ปลูกผัก", "ปลูกผัก"),
        ("เมื่อวาน (4 มกราคม 2566) ปลูกผัก", "ปลูกผัก"),
        ("แถลงว่า 4.ปลูกผัก", "4.ปลูกผัก"),
        (f"ปีนั้น {'15 16 17 ' * 12}ปลูกผัก", "15 16"),
    ],
)
def test_a_passage_begins_where_something_begins(before: str, begins: str) -> None:
    """Behind the first such blank; behind any, where there is none."""
    far = "ก" * (len(before) + 9)
    text = f"{far}{before} ดีใจ"
    start = text.index(" ดีใจ") + 1
    head, _ = window(text, start, len(text), limit=2 * (start - len(far)) + len("ดีใจ"))
    assert text[head:].startswith(begins)


def test_a_passage_begins_with_its_paragraph_or_its_clause() -> None:
    """Where that still leaves room for the place; else with the last clause that says so."""
    lead, clause = "เด็กไผ่งามบินว่าว ปลูกผัก", "นอกจากนี้ ยังมีลานเด็กเล่น และซุ้มน้ำ"
    text = f"หัวข่าว\n{lead} {clause} เปิดทุกวัน"
    start = text.index("เปิดทุกวัน")
    for limit, begins in ((len(text), lead), (60, clause)):
        head, _ = window(text, start, len(text), limit)
        assert text[head:].startswith(begins)


def test_a_short_numbered_list_is_told_whole_behind_its_lead() -> None:
    """Each item has a line of its own; a long list only begins."""
    lead, items = "สวนว่าวรับสามรุ่น ดังนี้", [f"{n}. รุ่นที่ {n} อายุ {n}0 ปี" for n in range(1, 4)]
    text = "\n\n".join((lead, *items, "จบข่าว"))
    ((_, end),) = with_first_items(text, [(0, len(lead))])
    assert text[:end].endswith("อายุ 30 ปี")
    long = "\n\n".join((lead, *(f"{item} {FILLER * 6}" for item in items)))
    assert with_first_items(long, [(0, len(lead))]) == [(0, len(lead))]


def test_no_passage_ends_in_the_bare_number_of_an_item() -> None:
    """A range that ends in a bracket is no item."""
    text = f"สวนว่าวมีลานบินกว้างสองลาน 2. {'ลานเด็กเล่น' * 9}"
    assert text[slice(*window(text, 0, 6, 60))].endswith("สองลาน ")
    months = f"สวนว่าวเปิดทุกวันในฤดูร้อน (เดือนที่ 1 - 6) {'ลานเด็กเล่น' * 9}"
    assert months[slice(*window(months, 0, 6, 60))].endswith("1 - 6)")


def test_a_passage_from_a_place_on_tells_something_where_no_blank_is_for_long() -> None:
    """It ends inside a word then, but with its paragraph in any case."""
    text = f"วัด ไผ่งามคือ{'ลานเด็กเล่น' * 9}\nปิดเย็น"
    assert "ไผ่งามคือลานเด็กเล่น" in text[slice(*from_place(text, 4, 60))]
    assert "ไผ่งามคือลานเด็กเล่น" in text[slice(*from_place(text, 0, 60))]
    assert text[slice(*from_place(text, 0, 400))].endswith("เล่น")


def test_no_passage_ends_in_the_first_words_of_a_paragraph() -> None:
    """Unless that is short and stands whole."""
    told, aside = "ปลูกผักบุ้งสองแปลง", "นายดีกล่าวว่า"
    text = f"{told}\n\n{aside} {'ผักงาม ' * 40}"
    assert told == text[slice(*window(text, 0, 6, 60))]
    short = f"{told}\n\n{aside}\n\n{'ผักงาม ' * 40}"
    assert short[slice(*window(short, 0, 6, 34))].rstrip().endswith(aside)
