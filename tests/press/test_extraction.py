"""All fields of a release together, its kind, and addresses that its writer hid."""

import pytest

from bot.knowledge.entries import Entry, Kind, Person
from bot.press.extraction import extract
from bot.press.sources.cloaking import plain_mails
from tests.support.phrases import phrases, words

LINES = [
    "GISTDA ชวนเที่ยวงาน “มหกรรมดาวเทียม” ที่เชียงใหม่",
    "12 มีนาคม 2563",
    "เมื่อวันที่ 10 มีนาคม 2563 ดร.ปกรณ์ อาภาพันธุ์ ผู้อำนวยการ GISTDA แถลงข่าวการจัดงาน “มหกรรมดาวเทียม”",
    "งานจัดขึ้นระหว่างวันที่ 20-22 มีนาคม 2563 ณ หอประชุมมหาวิทยาลัยเชียงใหม่ จ.เชียงใหม่ เข้าชมฟรี",
    "สอบถามโทร. 053 123 456 ต่อ 7 อีเมล sat@gistda.or.th เอกสาร https://gistda.or.th/plan.pdf",
    "ส่วนสื่อสารองค์กร",
    "โทรศัพท์ 0 2333 3700 ต่อ 3728 - 3732",
]


@pytest.fixture
def entry() -> Entry:
    return extract("\n".join(LINES), "a").entry


def test_every_field_that_is_told(entry: Entry) -> None:
    """And how each was found; only the cost asks for a look."""
    assert Kind.EVENT is entry.kind
    assert entry.event
    assert ("2020-03-20", "2020-03-22") == (str(entry.event.start), str(entry.event.end))
    assert "หอประชุมมหาวิทยาลัยเชียงใหม่ จ.เชียงใหม่" == entry.event.venue
    assert "เชียงใหม่" == entry.event.province
    assert (Person("ดร.ปกรณ์ อาภาพันธุ์", "ผู้อำนวยการ GISTDA"),) == entry.people
    assert entry.contact
    assert (("053 123 456 ต่อ 7",), "sat@gistda.or.th") == (
        entry.contact.phones,
        entry.contact.email,
    )
    assert ("https://gistda.or.th/plan.pdf",) == entry.files
    assert ("GISTDA", "เชียงใหม่", "อวกาศและดาวเทียม") == entry.keywords
    assert entry.summary.startswith("เมื่อวันที่ 10 มีนาคม")
    assert ["event.cost"] == list(entry.review)


def test_every_field_tells_how_it_was_found() -> None:
    """In Thai, for the preview and the report."""
    found = {one.field: one.how for one in extract("\n".join(LINES), "a").findings}
    fields = words("title published kind event.start event.venue contact.phones people")
    assert all(found[field] for field in fields)


@pytest.mark.parametrize(
    "written",
    phrases(
        "bds [at] slri.or.th | bds(at)slri[dot]or[dot]th | bds {แอท} slri.or.th | bds[@]slri.or.th"
    ),
)
def test_an_address_hidden_by_its_writer_is_read(written: str) -> None:
    """In the body and as a field."""
    entry = extract(f"เปิดบริการใหม่ของสถาบัน\nสอบถามได้ที่ {written} ทุกวัน", "a").entry
    assert entry.contact is not None
    assert "bds@slri.or.th" == entry.contact.email
    assert "ได้ที่ bds@slri.or.th ทุกวัน" in entry.body


@pytest.mark.parametrize(
    ("title", "days", "told", "kind"),
    [
        # Who is invited to what comes, whatever it is, reads of an event.
        ("สดร. ชวนครอบครัวนอนดูดาว\n12 ธันวาคม 2569", "19 - 20", "", Kind.EVENT),
        ("สดร. ชวนครอบครัวนอนดูดาว", "19 - 20", "", Kind.EVENT),  # nothing says that it is over
        ("สดร. ชวนจับตาฝนดาวตก\n12 ธันวาคม 2569", "12 - 20", "", Kind.NEWS),  # on the very day
        ("สดร. สรุปผลการนอนดูดาว\n12 ธันวาคม 2569", "19 - 20", "", Kind.NEWS),
        ("เชิญสื่อมวลชนร่วมทำข่าวการนอนดูดาว\n12 ธันวาคม 2569", "19 - 20", "", Kind.EVENT),
        # So does who reads of a fair that people are asked to, whoever opened it.
        ("เปิดแล้ว ถนนสายวิทยาศาสตร์", "19 - 20", "แวะชมงานได้ทุกวัน", Kind.EVENT),
        ("เปิดแล้ว ถนนสายวิทยาศาสตร์", "19 - 20", "มีผู้มาชมมาก", Kind.NEWS),
        ("สดร.เปิดบ้านต้อนรับรัฐมนตรี", "19 - 20", "มีผู้มาชมมาก", Kind.NEWS),
        ("สดร.เปิดบ้านให้เด็กชม", "19 - 20", "มีผู้มาชมมาก", Kind.EVENT),
    ],
)
def test_who_may_come_reads_of_an_event(title: str, days: str, told: str, kind: Kind) -> None:
    text = f"{title}\nงานจัดขึ้นระหว่างวันที่ {days} ธันวาคม 2569 ณ หอดูดาวหนึ่ง\n{told}"
    assert kind is extract(text, "a").entry.kind


def test_long_runs_of_an_address_are_read_once() -> None:
    """Every letter of them might begin one: were each tried, this would take hours."""
    run = "b." * 200_000
    assert f"a@{run} info@most.go.th" == plain_mails(f"a@{run} info [at] most.go.th")


def test_marks_apart_from_their_letters_are_put_to_them() -> None:
    """As they are copied from a PDF; and a vowel behind its tone stands before it."""
    told = "เมื่อวันท่ี 24 พฤศจิกายน 2569 ทีมท ําแผนที่น ้าท่วม ณ ส ำนักงานจังหวัดสงขลา"
    entry = extract(f"อว. ท ำแผนท่ีน้ ําท่วม\n{told}", "a").entry
    assert "อว. ทำแผนที่น้ำท่วม" == entry.title
    assert "เมื่อวันที่ 24 พฤศจิกายน 2569 ทีมทำแผน" in entry.body
    assert entry.event
    assert "สำนักงานจังหวัดสงขลา" == entry.event.venue
