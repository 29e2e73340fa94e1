"""Text boxes of Word files, which hang at a paragraph and stand beside it on the page."""

import pytest

from bot.press.sources.text_boxes import behind_title
from bot.press.sources.word_files import read_word
from tests.press.sources.test_documents import SPACE, line
from tests.press.sources.test_word_files import word
from tests.support.phrases import phrases

BOX = "สอบถามรายละเอียดได้ที่กลุ่มสื่อสารองค์กร"
TITLE = "กรมวิทยาศาสตร์บริการ เปิดศูนย์ทดสอบน้ำดื่ม"
LEAD = "กรมวิทยาศาสตร์บริการเปิดศูนย์ทดสอบน้ำดื่มแห่งใหม่ ซึ่งประชาชนส่งน้ำมาตรวจได้ทุกวัน " * 3
SHAPE = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def box(text: str, size: int = 0) -> str:
    content = f"<w:txbxContent>{sized(text, size)}</w:txbxContent>"
    shape = f"<v:shape {SHAPE}><v:textbox>{content}</v:textbox></v:shape>"
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


def sized(text: str, size: int, style: str = "") -> str:
    look = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r>{look}<w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "first"),
    [
        (box(BOX) + line(TITLE) + line(LEAD), TITLE),
        (box(BOX, 28) + sized(TITLE, 36) + line(LEAD), TITLE),
        (box(BOX, 36) + sized(TITLE, 0, "Heading1") + line(LEAD), TITLE),
        (line("") + box(BOX) + box("เอกสารแนบ 2 แผ่น") + line(TITLE) + line(LEAD), TITLE),
        (box(TITLE, 36) + sized("เปิดแล้ววันนี้ที่ถนนพระรามหก", 28) + line(LEAD), TITLE),
        (box(TITLE) + line("เรียน สื่อมวลชนทุกท่าน") + line(LEAD), TITLE),
        (box(TITLE) + line(LEAD), TITLE),
    ],
    ids=phrases(
        "plain | larger | a heading | two boxes | a larger box | a letter | only in the box"
    ),
)
def test_a_box_above_the_title_is_told_behind_it(body: str, first: str) -> None:
    """But where it is the likelier title, and nothing of it is lost."""
    text = read_word(word(body)).text
    assert first == text.split("\n")[0]
    assert all(one in text for one in (BOX if BOX in body else TITLE, LEAD.strip()))


def test_a_file_that_is_no_xml_is_left_to_its_reader() -> None:
    """As is one without boxes."""
    for document in (b"<w:txbxContent", f"<w:document {SPACE}/>".encode()):
        assert document == behind_title(document)
