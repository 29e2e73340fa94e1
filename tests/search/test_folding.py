"""Texts as they sound: the kernel does what these rules say, one after the other."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.folding import SOUND_OF, encode_heard, fold
from bot.search.grams import encode
from tests.thai.strategies import message

LOST = (
    "[ก-ฮ][ิุ]?์|[\u0e47-\u0e4e]",
    "ห(?=[งญนมยรลว])|(?<=ท)ร(?=[าง])",
    "(?<=[กขคตปผพ])[รล](?=[ะ-ฺเ-ไก-ฮ])",
    "(?<=[กขคฆตท])ร(?![ะ-ฺ])",
)
FINAL = "(?:(?<=[ัาิีึืุู])|(?<=[เแโ][ก-ฮ]))([{}])(?![ะ-ฺ])"
FINALS = {"จชซฎฏฐฑฒดตถทธศษส": "ด", "ณญรลฬ": "น", "บปพฟภ": "บ", "ขคฆ": "ก"}


@given(message | st.text("กขคทตนสมรลหงวซศ์่ิุัาะเแไ", max_size=12))
def test_sounds_as_the_rules_say(text: str) -> None:
    heard = text
    for lost in LOST:
        heard = re.sub(lost, "", heard)
    ends = {letter: end for letters, end in FINALS.items() for letter in letters}
    heard = re.sub(FINAL.format("".join(ends)), lambda found: ends[found[1]], heard)
    assert heard.translate(SOUND_OF) == fold(text)


@given(st.text(st.characters(max_codepoint=0xFFFF, codec="utf-8")))
def test_sounds_are_encoded_at_once(text: str) -> None:
    assert encode(fold(text)).tolist() == encode_heard(text).tolist()


@given(st.text(st.characters(min_codepoint=1, codec="utf-8")))
@example("\U00010000")
def test_no_letter_is_taken_for_a_blank(text: str) -> None:
    """Of whatever plane."""
    assert encode_heard(text).all()


def test_misspellings_sound_alike() -> None:
    for right, wrong in (("ราชทัณฑ์", "ราดทัน"), ("กระทรวง", "กะทรวง"), ("อนุรักษ์", "อนุรัก")):
        assert fold(right) == fold(wrong)
