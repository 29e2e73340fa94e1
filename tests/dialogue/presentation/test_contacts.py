"""How to reach an office, at the place that is asked for."""

from dataclasses import replace

import pytest

from bot.dialogue.conversation import Conversation, Question
from bot.dialogue.presentation.contacts import (
    Detail,
    another_address,
    asked_detail,
    phone_beside,
    phone_for_purpose,
)
from bot.knowledge.entries import Contact
from tests.dialogue.base import AT, ENTRIES, over


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (("ที่", "สวน", "ไผ่"), "สวนไผ่ เลขที่ 5 ถนนยาว"),
        (("เนิน", "ทราย"), "สถานีเนินทราย อ.เก่า"),
        (("คลอง", "เก้า"), ""),
        (("ดอน", "หมอก"), ""),
        (("น้ำ", "หลาก"), ""),
    ],
)
def test_the_address_of_the_place_that_is_named(terms: tuple[str, ...], told: str) -> None:
    """An office in several places is told where it is in the one asked for."""
    contact = Contact(address="9 ต.คลองเก้า")
    body = "ทำแผนที่น้ำหลาก ไฟป่า\nที่อยู่ 9 ต.คลองเก้า ยังมีที่สวนไผ่ เลขที่ 5 ถนนยาว และสถานีเนินทราย อ.เก่า"
    assert told == another_address(contact, body, terms)


def test_a_post_code_is_no_number_to_call() -> None:
    """What stands behind a place in an address may be nothing else than its code."""
    body = "ที่อยู่ 9 อ.แม่น้ำใหญ่ จ.เมืองดอกไม้ 50180 ฝ่ายดอกไม้ไฟ โทร 0 2999 3333"
    contact = Contact(("0 2999 1111",))
    assert "" == phone_for_purpose(contact, body, ("เมืองดอกไม้",))
    assert "0 2999 3333" == phone_for_purpose(contact, body, ("ดอกไม้ไฟ",))


@pytest.mark.parametrize(
    ("letters", "detail"),
    [
        ("เว็บกรมลมเอารูปเราไปใช้แจ้งที่ไหน", Detail.PHONE),
        ("เว็บปลอมร้องเรียนกับใคร", Detail.PHONE),
        ("แจ้งทางเว็บไหน", Detail.WEBSITE),
        ("มีเว็บไหม", Detail.WEBSITE),
    ],
)
def test_whom_one_tells_of_a_site_is_no_site(letters: str, detail: Detail) -> None:
    """Unless it is asked on which."""
    assert asked_detail(letters) is detail


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("สอบเทียบ", "เครื่องมือ"), "0 2999 2222"),
        (("สูตรอาหาร",), "0 2999 1111"),
        (("ทดสอบอาหาร",), ""),
        (("อาหาร",), ""),
        (("สอบ",), ""),
    ],
)
def test_the_number_is_that_of_the_service_asked_for(words: tuple[str, ...], number: str) -> None:
    """As far as the text tells each in a paragraph of its own."""
    contact = Contact(("0 2999 1111 (กลาง)", "0 2999 2222 (ศูนย์วัด)"))
    body = (
        "ขอสูตรอาหารไปทดสอบอาหาร โทร 0 2999 1111\n\n"
        "งานทดสอบอาหารและสอบเทียบเครื่องมือ ติดต่อศูนย์วัด โทร 0 2999 2222"
    )
    assert number == phone_beside(contact, body, words)
    assert "" == phone_beside(contact, body.replace("\n\n", " "), words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ขอไลน์ สสจ.", "LINE @moon"),
        ("ขอไลน์กับเมลของ สสจ.", "LINE @moon, moon@example.go.th"),
        ("ขอเบอร์ สสจ.", "0 2999 1111"),
    ],
)
def test_an_account_is_told_and_with_it_the_other_way_that_is_asked(text: str, told: str) -> None:
    """As staff wrote it down."""
    moon = next(one for one in ENTRIES if one.id == "agency-moon")
    known = replace(moon, facts={"LINE": "@moon", "ชื่ออังกฤษ": "Moon"})
    brain = over((*(one for one in ENTRIES if one is not moon), known))
    talk = Conversation(topic="agency-moon", updated_at=AT)
    assert told == brain.respond(Question(text, AT, talk)).answer


def test_the_days_a_house_is_open_are_not_those_it_is_closed() -> None:
    """Though the letters of the one word stand in the other."""
    assert asked_detail("พิพิธภัณฑ์ว่าวเปิดวันไหน") is Detail.HOURS
    assert asked_detail("พิพิธภัณฑ์ว่าวปิดวันไหน") is Detail.CLOSED
