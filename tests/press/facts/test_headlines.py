"""Titles of every sort are taken apart and asked about, without an error and within bounds."""

import re
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.entries import Entry, Event, Person
from bot.knowledge.words import shipped_lists
from bot.press import questions
from bot.press.facts.headlines import actor_of, chunks_of, partners_of
from bot.press.questions.clauses import clause_of
from bot.press.questions.proposals import propose_questions
from bot.press.questions.subjects import subject_of
from tests.support.phrases import phrases, words

ACTORS = words("อว. ก. ดร. นาย รมว. กระทรวง โดย และ NIA A “เอนก” เยาวชน")
DEEDS = ["เผย", "จัด", "จัดงาน", "ร่วมมือ", "จับมือ", "มอบ", "มอบรางวัล", "ชวน", "เปิดตัว", "ได้", "สู่", "ชี้"]
THINGS = phrases(
    "เครื่อง | ค่าย | โครงการ | “ค่ายนักคิด” | Bio Asia | of | 2020 | 3,000 | 20 | ล้าน | ๑๓ | ปี"
)
SIGNS = [*'“”"()[]-/:…!ๆฯ่😀\u200b\n', "\n\n"]

pieces = st.sampled_from([*ACTORS, *DEEDS, *THINGS, *SIGNS])
texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(pieces, st.just(" ")), max_size=30).map("".join),
    st.builds(lambda piece, blank: f"{piece}{blank}" * 4_000, pieces, st.sampled_from(["", " "])),
)
titles = texts.map(lambda text: text[:4_000])
names = st.text(alphabet="นายดร. กข", max_size=8)


def _letters(text: str) -> str:
    """Without blanks and the signs that part the names of several."""
    return "".join(text.translate(dict.fromkeys(map(ord, ",:;"))).split())


@settings(max_examples=60)
@given(titles, texts, st.text(max_size=20), names)
def test_no_title_is_too_odd(title: str, body: str, venue: str, name: str) -> None:
    """Digits, Latin, emoji, 4,000 letters: a few questions that fit a line, and no error."""
    event = Event(date(2023, 4, 4), date(2023, 4, 4), venue=venue)
    people = (Person(name, "รมว."), Person(name, "ผู้อำนวยการ"))
    proposed = propose_questions(Entry("a", title, body, event=event, people=people))
    asked = [one.question for one in proposed]
    assert len(set(asked)) == len(asked) <= 40
    assert all(" ".join(one.split()) == one and 4 < len(one) <= 110 for one in asked)


@settings(max_examples=60)
@given(titles.map(lambda title: title[:400]), names)
def test_what_a_title_tells_stands_in_it(title: str, person: str) -> None:
    """Who, with whom and what it was done to are letters of its own; a clause is never long."""
    chunks, people = chunks_of(title), [person] if person else []
    letters = _letters("".join(chunks))
    told = partners_of(chunks)
    assert all(told)
    assert all(_letters(one) in letters for one in (*told, actor_of(chunks, people)))
    assert len(clause_of(chunks, people)) <= 100


def test_a_title_is_read_up_to_its_four_hundredth_letter() -> None:
    """What is longer is a text without lines: its beginning says what it is about."""
    title = "อว. มอบเครื่องกรองน้ำให้ชุมชน " * 20
    told = subject_of(Entry("a", f"{title}พร้อม “โครงการน้ำใจสู้ภัย”", "เนื้อหา"))
    assert told == subject_of(Entry("a", title[:400], "เนื้อหา"))
    assert not told.names


def test_every_kind_of_name_is_a_form() -> None:
    """The lists that a clerk edits name the same forms."""
    assert set(shipped_lists("name_kinds")) - {"none"} <= set(shipped_lists("question_forms"))


def _named_by_tables() -> set[str]:
    """The forms whose names begin with one table's name and end with its lines'."""
    tables = {"fact": "facts", "act": "acts", "clause": "deeds_asked"}
    return {f"{kind}_{line}" for kind, name in tables.items() for line in shipped_lists(name)}


def test_every_form_can_be_filled() -> None:
    """No form has a slot that nothing fills, and every form is asked for by the program."""
    folder = Path(str(questions.__file__)).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    forms = shipped_lists("question_forms")
    slots = {
        slot for told in forms.values() for form in told for slot in re.findall("{([a-z]+)}", form)
    }
    assert all(f'"{slot}"' in source or f"{slot}=" in source for slot in slots)
    by_kind = {"about", "talks", "guest", "apply"}
    named = set(shipped_lists("name_kinds"))
    assert _named_by_tables() <= set(forms)
    named |= _named_by_tables()
    asked = (ask for ask in forms if ask.partition("_")[0] not in by_kind and ask not in named)
    assert not [ask for ask in asked if f'"{ask}"' not in source]
