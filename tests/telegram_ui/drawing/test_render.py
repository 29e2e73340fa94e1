"""A reply looks the same everywhere: bold fact first, small print last, buttons that fit."""

from bot.dialogue.conversation import Action, Verb
from bot.dialogue.replies import (
    Block,
    Choice,
    Fact,
    Heading,
    Link,
    Note,
    Outcome,
    Paragraph,
    Phone,
    Place,
    Reply,
)
from bot.telegram_ui.drawing.callbacks import Codec
from bot.telegram_ui.drawing.render import Renderer
from bot.texts import Texts

QUESTION = "ABCDEFGH234567AB"
RENDERER = Renderer(Texts.load(), Codec(lambda _: None))


def labels(reply: Reply, question: str = QUESTION) -> list[list[str]]:
    last = RENDERER.reply(reply, question)[-1]
    rows = last.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def test_every_kind_of_block_is_drawn() -> None:
    """Facts, titles and numbers bold, notes in italics, addresses with a map, links with a host."""
    blocks: tuple[Block, ...] = (
        Fact("26 มีนาคม <2555>"),
        Heading("งาน"),
        Paragraph("ก & ข"),
        Phone("1313", "สายด่วน"),
        Link("เปิด", "https://www.mhesi.go.th/a"),
        Place("โรงแรม", "ถนน", (13.76, 100.53)),
        Note("หนึ่ง"),
        Note("สอง"),
    )
    (message,) = RENDERER.reply(Reply(Outcome.ANSWER, blocks))

    expected = (
        "<b>26 มีนาคม &lt;2555&gt;</b>\n\n<b>งาน</b>\n\nก &amp; ข\n\nสายด่วน: <b>1313</b>\n"
        '<a href="https://www.mhesi.go.th/a">เปิด (www.mhesi.go.th)</a>\nโรงแรม\nถนน\n'
        '<a href="https://www.google.com/maps/search/?api=1&amp;query=13.760000,100.530000">'
        "แผนที่ (www.google.com)</a>\n\n<i>หนึ่ง</i>\n<i>สอง</i>"
    )
    assert expected == message["text"]
    assert message["link_preview_options"] == {"is_disabled": True}


def test_an_answer_can_be_judged_and_its_number_copied() -> None:
    """Only what answers a known question has marks under it."""
    reply = Reply(Outcome.ANSWER, (Phone("0 2333 3700"),))
    assert [["คัดลอก 0 2333 3700"], ["👍 ตอบตรง", "👎 ยังไม่ตรง"]] == labels(reply)
    assert [["คัดลอก 0 2333 3700"]] == labels(reply, "")


def test_an_address_can_be_copied() -> None:
    """The whole of it, as far as Telegram lets a button copy."""
    reply = Reply(Outcome.CONTACT, (Place("ที่อยู่", "75/47 ถนนพระราม 6 " * 20),))
    (message,) = RENDERER.reply(reply)

    (button,) = message["reply_markup"]["inline_keyboard"][0]
    assert "คัดลอกที่อยู่" == button["text"]
    assert 256 == len(button["copy_text"]["text"])


def test_without_an_answer_one_can_wait_or_ask_a_person_once() -> None:
    """The officer's button is not drawn twice."""
    officer = Choice("ถามเจ้าหน้าที่", Action(Verb.OFFICER))
    plain = Reply(Outcome.NO_ANSWER, (Paragraph("ยังไม่มี"),))
    offered = Reply(Outcome.NO_ANSWER, (Paragraph("ยังไม่มี"),), (officer,))
    assert [["แจ้งฉันเมื่อมีคำตอบ"], ["ถามเจ้าหน้าที่"]] == labels(plain)
    assert [["ถามเจ้าหน้าที่"], ["แจ้งฉันเมื่อมีคำตอบ"]] == labels(offered)


def test_titles_get_a_row_each_and_short_words_share_one() -> None:
    """A phone shows about thirty letters in a row."""
    choices = (
        Choice("ชื่อเรื่องยาวมาก" * 9, Action(Verb.PICK, "a")),
        Choice("ข่าว", Action(Verb.NEWS)),
        Choice("กิจกรรม", Action(Verb.EVENTS)),
        Choice("เมนู", Action(Verb.MENU)),
    )
    rows = labels(Reply(Outcome.CHOICES, (Paragraph("เลือก"),), choices))
    assert [1, 2, 1] == [len(row) for row in rows]
    assert len(rows[0][0]) <= 60
    assert rows[0][0].endswith("…")
