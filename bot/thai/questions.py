"""What a question asks for: its aspect, read off the question words."""

from enum import StrEnum


class Aspect(StrEnum):
    """The kind of fact a question wants; `TOPIC` when it names a subject only."""

    TOPIC = "topic"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOWMANY = "howmany"
    COST = "cost"
    CONTACT = "contact"
    HOW = "how"
    WHY = "why"
    WHAT = "what"
