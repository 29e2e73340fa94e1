"""What a question says is read once."""

from dataclasses import replace

from bot.search.query import Query, asks_for, reading


def test_a_question_is_read_once_and_one_put_otherwise_anew() -> None:
    """Whoever asks for the same reading gets what was read before."""
    read = []

    @reading
    def length(query: Query) -> int:
        read.append(query.clean)
        return len(query.clean)

    query = Query("", "ว่าวไหนดี")
    other = replace(query, clean="ว่าว")
    assert [9, 9, 4] == [length(query), length(query), length(other)]
    assert ["ว่าวไหนดี", "ว่าว"] == read
    assert [True, False] == [asks_for("ไหน")(one) for one in (query, other)]


def test_readings_make_no_question_another() -> None:
    """What was read of it does not count where two are compared."""
    query = Query("", "ว่าวปีนี้วันไหน", variants=("2569",))
    assert (("2569",), True) == (query.years, query.wants_day)
    assert Query("", "ว่าวปีนี้วันไหน", variants=("2569",)) == query
