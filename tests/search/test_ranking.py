"""Ranking: the right entry first, whatever the typing; bounded and repeatable."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search import Index, is_first, rank
from bot.search.coverage import SpokenWords
from bot.search.features import FEATURES, _sought
from bot.search.folding import fold
from bot.search.grams import distinct, encode, sound_keys, word_keys
from bot.search.model import Model
from bot.search.query import Query
from bot.search.ranking import Match, Ranking, Verdict
from bot.search.weights import term_weights
from bot.thai.normalise import squeezed
from tests.search.sample import sample, sample_index

TODAY = date(2026, 11, 23)
PLAIN, SPOKEN, MISSPELT = 0, 1, 2
RECORDED = {PLAIN: 40, SPOKEN: 36, MISSPELT: 39}  # questions of 40 whose entry stands first


def ask(text: str, topic: str = "") -> Ranking:
    return rank(sample_index(), text, today=TODAY, topic=topic)


def test_what_is_near_scores_a_share_of_what_the_first_does() -> None:
    """In their order, which is not always that of the scores; of none there is none."""
    match = Match("one", 1.0, (), 0, sample_index().pieces)
    scored = tuple(replace(match, score=score) for score in (0.8, 0.7, 0.3, 0.5))
    ranking = Ranking(Query("", ""), scored, 1.0, Verdict.SURE)
    assert [0.8, 0.7, 0.5] == [one.score for one in ranking.near(0.5)]
    assert [0.8, 0.7] == [one.score for one in ranking.near(0.5, among=3)]
    assert not replace(ranking, matches=()).near(0.5)


@pytest.mark.parametrize("kind", RECORDED)
def test_quality_on_the_sample_does_not_drop(kind: int) -> None:
    """As many questions of each kind find their entry as were recorded."""
    asked = sample()[1][kind::3]
    missed = [text for text, entry in asked if ask(text).matches[0].entry_id != entry]
    assert len(asked) - len(missed) >= RECORDED[kind], missed


def test_what_nobody_can_answer_is_not_answered() -> None:
    """Sensible questions about other things never get a sure verdict."""
    strange = (
        "ต่อใบขับขี่ต้องใช้ใบรับรองแพทย์ไหม",
        "ค่าเทอมคณะวิศวกรรมเท่าไหร่",
        "พรุ่งนี้หุ้นจะขึ้นหรือลง",
        "ยกเลิกเสียงรอสายยังไง",
        "ขอสูตรแกงเขียวหวานหน่อย",
        "asdf qwer zxcv",
        "ๆๆๆ ฯฯฯ",
        "",
    )
    assert [] == [text for text in strange if ask(text).verdict is Verdict.SURE]


def test_plain_questions_are_mostly_answered() -> None:
    """A base that knows the answer says so."""
    verdicts = [ask(text).verdict for text, _ in sample()[1][PLAIN::3]]
    assert verdicts.count(Verdict.SURE) >= 34


def test_a_short_name_weighs_as_much_as_a_long_word() -> None:
    """The sounds of a word together carry what the word is worth, be they one or eight."""
    words = ("ดาว", "มหาวิทยาลัย")
    weighed = term_weights(sample_index(), Model.load()).weigh(
        distinct(word_keys(words)), (), len(words)
    )
    asked = (*words, "ดาว")
    said = SpokenWords.of(weighed, asked, squeezed(asked), word_keys(asked))
    told = weighed.keys, weighed.terms, weighed.share
    sounds, (_, shares) = _sought(told, said.places, said.letters)
    for word, key in zip(words, word_keys(words), strict=True):
        own = np.isin(sounds, sound_keys(encode(fold(word))))
        assert shares[own].sum() == pytest.approx(weighed.share[weighed.keys == key][0])


def test_whether_an_entry_comes_first_is_told_as_by_all() -> None:
    """Though not all are looked into; most often for those that come close to it."""
    for text, _ in sample()[1][::3]:
        matches = [match.entry_id for match in ask(text).matches]
        for entry_id in (*matches, sample_index().ids[0]):
            told = is_first(sample_index(), text, entry_id, today=TODAY)
            assert told is (entry_id == matches[0])
    assert not is_first(sample_index(), "", sample_index().ids[0], today=TODAY)


@pytest.mark.parametrize(
    "wrapped", ["{}ครับ", "สวัสดีค่ะ {}คะ", "อยากทราบว่า{}", "{} ขอบคุณค่ะ", "{}จ้าาา"]
)
def test_courtesies_do_not_change_what_is_found(wrapped: str) -> None:
    """Polite particles around a question leave its first entry where it was."""
    for text, _ in sample()[1][PLAIN::9]:
        assert ask(text).matches[0].entry_id == ask(wrapped.format(text)).matches[0].entry_id


@pytest.mark.parametrize("blank", ["", " ", "\u200b", "\u00a0", "  "])
def test_spacing_does_not_change_what_is_found(blank: str) -> None:
    """Missing, doubled and invisible blanks leave the first entry where it was."""
    for text, entry in sample()[1][PLAIN::9]:
        assert entry == ask(text.replace(" ", blank)).matches[0].entry_id


@pytest.mark.parametrize("times", [3, 5, 40])
@pytest.mark.parametrize("word", ["ทำไม", "ทำไม ", "ดาวเทียม ", "abc ", "ก "])
def test_saying_a_word_again_and_again_says_no_more(word: str, times: int) -> None:
    """It is as sure as the word once; two of it stay, for some words are made so."""
    assert ask(word).probability == ask(word * times).probability


def test_a_message_in_the_wrong_layout_is_read() -> None:
    """`เรือพลังแสงอาทิตย์` typed on an English keyboard finds the same entry, and says so."""
    ranking = ask("ginvr]y'cl'vkmb9pN")
    assert "solar-boat" == ranking.matches[0].entry_id
    assert ranking.query.repairs


def test_the_topic_wins_between_equals_only() -> None:
    """Talking about an entry tips the scale when two entries fit alike."""
    twins = {name: Entry(id=name, title="งานวัดดอยสูง", body="มีลิเกทุกคืน") for name in ("a", "b")}
    index = Index.build(KnowledgeBase(twins))
    assert "a" == rank(index, "งานวัดดอยสูง", today=TODAY).matches[0].entry_id
    assert "b" == rank(index, "งานวัดดอยสูง", today=TODAY, topic="b").matches[0].entry_id


def test_a_taught_phrasing_finds_its_entry() -> None:
    """What an admin taught ranks its entry first, even when the words stand nowhere else."""
    knowledge, _ = sample()
    taught = KnowledgeBase(knowledge.entries, {"kite": ("ของเล่นลอยฟ้าริมหาดเมื่อไหร่",)})
    ranking = rank(Index.build(taught), "ของเล่นลอยฟ้าริมหาด", today=TODAY)
    assert "kite" == ranking.matches[0].entry_id
    assert Verdict.SURE is ranking.verdict


def test_an_empty_base_finds_nothing() -> None:
    """Nothing known, nothing matched, no error."""
    ranking = rank(Index.build(KnowledgeBase()), "งานวัด", today=TODAY)
    assert ((), 0.0, Verdict.NONE) == (ranking.matches, ranking.probability, ranking.verdict)


def test_two_indexes_of_one_base_give_equal_rankings() -> None:
    """Building again changes no bit of the result."""
    again = Index.build(sample()[0])
    for text, _ in sample()[1][::7]:
        assert ask(text) == rank(again, text, today=TODAY)


def test_ten_matches_at_most_and_in_falling_order() -> None:
    """Up to ten entries, best first, each once, scores between 0 and 1."""
    for text, _ in sample()[1][::5]:
        matches = ask(text).matches
        scores = [match.score for match in matches]
        assert len(matches) <= 10
        assert sorted(scores, reverse=True) == scores
        assert len({match.entry_id for match in matches}) == len(matches)
        assert 0 <= min(scores) <= max(scores) <= 1


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_no_text_makes_ranking_raise(text: str) -> None:
    """Any characters, surrogates included, give a ranking with a probability."""
    ranking = ask(text)
    assert 0 <= ranking.probability <= 1
    assert np.isfinite(ranking.probability)


@pytest.mark.parametrize("unit", ["ก", "่", "0", "a", "เรือ", "\ud800", "🙂", " ", "ํา", "ทดสอบ "])
def test_the_longest_message_is_ranked(unit: str) -> None:
    """4,096 characters of anything pass."""
    assert 0 <= ask((unit * 4_096)[:4_096]).probability <= 1


def test_an_entry_without_a_title_is_found() -> None:
    """Only a body, or nothing at all, disturbs neither the index nor the other entries."""
    entries = {
        "body": Entry(id="body", title="", body="ช้างป่าลงมากินพืชไร่"),
        "empty": Entry(id="empty", title="", body=""),
        "title": Entry(id="title", title="ปลูกปะการัง", body=""),
    }
    index = Index.build(KnowledgeBase(entries))
    assert "body" == rank(index, "ช้างป่ากินพืชไร่", today=TODAY).matches[0].entry_id
    assert "title" == rank(index, "ปะการัง", today=TODAY).matches[0].entry_id


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("งานสาธิตเกี่ยวกับข้าว", "เกี่ยวกับ"),
        ("ตัดงบโครงการละครึ่ง", "โครงการ"),
        ("ชั่วโมงกับนาทีละเท่าไร", "นาที"),
        ("กินกับข้าวแล้วล้างจาน", "กับข้าว"),
    ],
)
def test_words_that_run_together_are_cut_into_the_common_ones(text: str, word: str) -> None:
    """As few words as possible would make กับข้าว of a rice that something is about."""
    assert word in rank(sample_index(), text, today=TODAY).query.terms


def test_what_runs_into_where_it_is_stays_a_word() -> None:
    """There is no ทอดที่ in "เห็ดทอดที่ตลาด", where entries have but ทอด and ที่."""
    entry = Entry("fry", "สอนทอดเห็ด", "สอนเห็ดทอดหน้าตลาด ที่ หอว่าว")
    index = Index.build(KnowledgeBase({entry.id: entry}))
    assert "ทอด" in rank(index, "เห็ดทอดที่ตลาด", today=TODAY).query.terms


@pytest.mark.parametrize(
    ("text", "dotted"),
    [("สดร ทำอะไร", True), ("สดรทำอะไร", True), ("กล้องของ สดร", True), ("ตาสดรอบสนาม", False)],
)
def test_abbreviations_are_known_without_their_dots(text: str, dotted: bool) -> None:
    """Entries write สดร., people write สดร; between other letters it is a piece of something."""
    entry = Entry("star", "สดร. ดูดาว", "สดร. มีกล้องดูดาว")
    index = Index.build(KnowledgeBase({entry.id: entry}))
    assert dotted is ("สดร." in rank(index, text, today=TODAY).query.terms)


@pytest.mark.parametrize(
    ("text", "dotted"), [("ค่ายที่ อ เมือง", True), ("ก อตั้งเมื่อไร", False), ("อยู่ที่เมืองไหน", False)]
)
def test_a_letter_beside_one_blank_is_no_abbreviation(text: str, dotted: bool) -> None:
    """Entries write อ. เมือง; the blank in "ก อตั้ง" is a slip, and nobody spoke of a district."""
    entry = Entry("camp", "ค่ายดูดาว", "จัดที่ อ. เมือง")
    index = Index.build(KnowledgeBase({entry.id: entry}))
    assert dotted is ("อ." in rank(index, text, today=TODAY).query.terms)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("หน่วยความจำแฟลชคืออะไร", 1.0),
        ("หน่วยควาพจำแฟลชคืออะไร", 1.0),
        ("หน่วยควาจำแฟลชคืออะไร", 1.0),
        ("หน่วยควมาจำแฟลชคืออะไร", 1.0),
        ("หน่วยจำแฟลชคืออะไร", 0.7),
    ],
)
def test_a_title_with_a_wrong_letter_is_said(text: str, said: float) -> None:
    """A letter mistyped, missing or moved takes away sounds, which those beside it give back."""
    entries = (Entry("flash", "หน่วยความจำแฟลช", ""), Entry("disk", "จานแม่เหล็ก", ""))
    index = Index.build(KnowledgeBase({entry.id: entry for entry in entries}))
    (first, *_) = rank(index, text, today=TODAY).matches
    assert first.features[FEATURES.index("title")] == pytest.approx(said, abs=0.05)


def test_a_name_in_thai_letters_is_read_as_entries_print_it() -> None:
    """Where no entry has it so: NASA for นาซ่า; one that has is found by its own letters."""
    nasa = Entry("nasa", "NASA มาวัดลมที่เกาะไผ่", "NASA วัดลม")
    index = Index.build(KnowledgeBase({"nasa": nasa}))
    assert "nasa" in rank(index, "นาซ่ามาทำอะไร", today=TODAY).query.terms
    thai = Entry("thai", "นาซ่ามาวัดลมที่เกาะไผ่", "นาซ่าวัดลม")
    index = Index.build(KnowledgeBase({"nasa": nasa, "thai": thai}))
    assert "นาซ่า" in rank(index, "นาซ่ามาทำอะไร", today=TODAY).query.terms
    fair = Entry("fair", "งาน SCI POWER ที่เกาะไผ่", "SCI POWER เข้าชมฟรี พาวเวอร์แบงก์ ไซโล ซอฟต์พาวเวอร์")
    index = Index.build(KnowledgeBase({"fair": fair}))
    terms = rank(index, "งานไซพาวเวอร์จัดที่ไหน", today=TODAY).query.terms
    assert {"sci", "power"} <= set(terms)
    assert "power" not in rank(index, "ซอฟต์พาวเวอร์คืออะไร", today=TODAY).query.terms


def test_a_name_of_one_word_cut_in_pieces_is_read_whole() -> None:
    """Though the base has the pieces: nothing is left of กอ|ฟ|เทค beside govtech."""
    fair = Entry("fair", "งาน GOVTECH ที่เกาะไผ่", "งาน GOVTECH ปลูกไผ่ กอ ฟ เทค")
    index = Index.build(KnowledgeBase({"fair": fair}))
    terms = rank(index, "งานกอฟเทคจัดที่ไหน", today=TODAY).query.terms
    assert ("งาน", "govtech") == terms[:2]
    assert "เทค" not in terms


def test_a_name_of_several_words_is_read_letter_by_letter() -> None:
    """As entries print it, in the question as well: what is short of it is far from it."""
    lab = Entry("lab", "SCHOOL LAB ที่เกาะไผ่", "SCHOOL LAB รับเด็ก")
    index = Index.build(KnowledgeBase({"lab": lab}))
    assert rank(index, "งานสคูลแล็บรับเด็กกี่คน", today=TODAY).query.clean == ("งาน school lab รับเด็กกี่คน")


def test_a_thai_name_that_entries_have_is_not_read_in_latin() -> None:
    """Though it has an English name, which another entry has."""
    fairs = {
        "thai": Entry("thai", "มหกรรมงานวิจัยแห่งชาติ 2564", "มหกรรมงานวิจัยแห่งชาติ จัดปลูกไผ่"),
        "english": Entry("english", "Research Expo", "Research Expo ปลูกไผ่"),
    }
    index = Index.build(KnowledgeBase(fairs))
    found = rank(index, "มหกรรมงานวิจัยแห่งชาติจัดวันไหน", today=TODAY)
    assert "มหกรรมงานวิจัยแห่งชาติจัดวันไหน" == found.query.clean
    assert "thai" == found.matches[0].entry_id
