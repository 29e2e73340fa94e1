"""Any text becomes messages Telegram takes, and nothing of it is lost or changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram_ui.drawing.markup import (
    LIMIT,
    Run,
    link,
    messages,
    sendable,
    shortened,
    split,
    width,
)
from tests.support.telegram_html import parse

NASTY = st.sampled_from(
    [
        "่" * 9000,
        "ก่ำ" * 3000,
        "\u200d" * 5000,
        "🏳️‍🌈" * 1500,
        "🇹🇭" * 1500,
        "<b>&amp;" * 900,
        "ที่ " * 3000,
        "ย่อหน้า\n\n" * 1200,
        "\ud800" * 5000,
        "เ" * 5000,
        " \n" * 5000,
        "ประโยคหนึ่ง. " * 800,
        "\x00" * 10,
    ]
)
TEXT = st.one_of(NASTY, st.text(max_size=300), st.text(alphabet="กเ่ำา <&\n🇹", max_size=6000))
RUNS = st.lists(
    st.builds(
        Run, TEXT, st.sampled_from(["", "b", "i"]), st.sampled_from(["", "https://a.go.th/?q=1&x"])
    ),
    max_size=6,
)


@settings(max_examples=120, deadline=None)
@given(RUNS, st.sampled_from([10, 100, LIMIT]))
def test_pieces_add_up_to_the_text_and_keep_its_styles(runs: list[Run], limit: int) -> None:
    """Joined again the pieces are the same text, letter by letter in the same style."""
    pieces = split(runs, limit)

    def letters(some: list[Run]) -> list[tuple[str, str, str]]:
        return [(letter, run.tag, run.url) for run in some for letter in run.text]

    assert letters(runs) == letters([run for piece in pieces for run in piece])
    assert all(width("".join(run.text for run in piece)) <= limit for piece in pieces)


@settings(max_examples=120, deadline=None)
@given(RUNS)
def test_every_message_is_valid_html_of_telegram_and_short_enough(runs: list[Run]) -> None:
    """Parsed as Telegram parses it, a message is visible, at most 4,096 long, and says the text."""
    parsed = [parse(message)[0] for message in messages(runs)]
    assert all(text.strip() and width(text) <= LIMIT for text in parsed)
    said = sendable("".join(run.text for run in runs))
    assert "".join(said.split()) == "".join("".join(parsed).split())


def test_styles_reopen_in_the_next_message() -> None:
    """A bold text longer than a message is bold in each of its messages."""
    first, second = messages([Run("ก" * 5000, "b")])
    assert f"<b>{'ก' * 4096}</b>" == first
    assert f"<b>{'ก' * 904}</b>" == second


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("หนึ่ง สอง\n\nสาม สี่", "หนึ่ง สอง\n\n"),
        ("หนึ่งสอง\nสาม สี่ห้า", "หนึ่งสอง\n"),
        ("หนึ่งสอง. สามสี่", "หนึ่งสอง. "),
        ("หนึ่งสอง สามสี่", "หนึ่งสอง "),
        ("น้ำน้ำน้ำน้ำน้ำ", "น้ำน้ำน้ำน้ำ"),
        ("กกกกกกกกกกกกเเกก", "กกกกกกกกกกกก"),
        ("🇹🇭🇹🇭🇹🇭🇹🇭", "🇹🇭🇹🇭🇹🇭"),
    ],
)
def test_cuts_fall_where_a_reader_expects_them(text: str, first: str) -> None:
    """Between paragraphs, else lines, sentences, words, else written clusters."""
    assert first == split([Run(text)], 13)[0][0].text


def test_only_plain_https_addresses_become_links() -> None:
    """The host is always visible; anything odd is spelt out instead of hidden behind words."""
    assert (Run("เปิดดู (www.mhesi.go.th)", url="https://www.mhesi.go.th/a"),) == link(
        "เปิดดู", "https://www.mhesi.go.th/a"
    )
    for odd in (
        "http://a.go.th",
        "javascript:alert(1)",
        "https://good.th@evil.th/",
        "https://evil.th:8080/",
        "https://[::1]/",
        "https://เว็บ.ไทย/",
    ):
        assert "" == link("เปิดดู", odd)[0].url


@given(st.text(max_size=200), st.integers(min_value=2, max_value=60))
def test_labels_are_shortened_between_clusters(text: str, limit: int) -> None:
    """A label keeps its beginning and never exceeds the limit."""
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == text or text.startswith(short[:-1].rstrip())
