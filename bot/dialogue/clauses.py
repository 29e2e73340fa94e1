"""Messages of several questions, one behind the other: "… คืออะไร ใครเป็นหัวหน้า"."""

from bot.dialogue.cues import LIMIT
from bot.thai.normalise import squeeze, strip_frames
from bot.thai.questions import Aspect, aspect_of

_SUBJECT = 8  # letters of a question that may name what it is about


def first_question(clean: str) -> str:
    """The first of several questions in normalised text, which blanks part; "" of a single one.

    A long message is a story, and "เบอร์" alone asks nothing of what follows.
    """
    words = strip_frames(clean).split(" ") if len(squeeze(clean)) <= LIMIT else []
    for end in range(1, len(words)):
        first, rest = " ".join(words[:end]), " ".join(words[end:])
        if aspect_of(first) is not Aspect.TOPIC and len(squeeze(first)) >= _SUBJECT:
            return first if aspect_of(rest) is not Aspect.TOPIC else ""
    return ""
