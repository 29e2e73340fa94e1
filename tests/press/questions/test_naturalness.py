"""The weights by which proposed questions are judged."""

from bot.knowledge.words import shipped_lists
from bot.press.questions.forms import question_forms

_KIND = "ask "


def test_no_kind_of_question_weighs_that_is_asked_no_more() -> None:
    """A kind that is dropped leaves its grades to learn from, and no line in the table."""
    weighed = {
        name.removeprefix(_KIND) for name in shipped_lists("question_weights") if _KIND in name
    }
    assert weighed
    assert weighed <= set(question_forms())
