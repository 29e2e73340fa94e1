"""Releases that came by e-mail: headers, greeting and signature go, the release stays."""

import pytest

from bot.press.extraction import extract
from bot.press.sources.mails import without_mail

BODY = (
    "สำนักงานนวัตกรรมแห่งชาติ ขอเชิญเข้าร่วมค่าย ระหว่างวันที่ 10-12 ตุลาคม 2569 "
    "ณ โรงแรมเขาใหญ่ฟ้าใส จังหวัดนครราชสีมา"
)
PASSED_ON = f"""From: พี่นก <nok@a.go.th>
To: web@a.go.th
Subject: Fwd: ข่าว NIA
Date: Tue, 8 Sep 2026 08:00:00 +0700

ฝากลงเว็บด้วยค่ะ
นก 081-999-8888

---------- Forwarded message ---------
จาก: NIA PR <pr@nia.or.th>
วันที่: 7 ก.ย. 2026 เวลา 09:01
เรื่อง: ข่าว NIA
ถึง: นก <nok@a.go.th>

เรียน สื่อมวลชน

NIA เปิดรับสมัคร “Startup Camp 2026”

{BODY}

ขอแสดงความนับถือ
ฝ่ายข่าว 081-999-7777
"""
ANSWERED = f"""-----Original Message-----
From: pr@nia.or.th
Sent: Monday, September 7, 2026 10:11 AM
To: web@a.go.th
Subject: RE: FW: NIA เปิดรับสมัคร “Startup Camp 2026”

> Dear all,
> {BODY}
> สมัครได้ถึงวันที่ 30 กันยายน 2569
--
Sent from my iPhone
"""


@pytest.mark.parametrize("mail", [PASSED_ON, ANSWERED])
def test_a_mail_is_read_as_the_release_in_it(mail: str) -> None:
    """Its title stands alone above it or is the subject; nobody's own number is left."""
    entry = extract(mail, "a").entry
    assert "NIA เปิดรับสมัคร “Startup Camp 2026”" == entry.title
    assert "2026-09-07" == str(entry.published)
    assert entry.event is not None
    assert "2026-10-10" == str(entry.event.start)
    assert entry.contact is None
    assert BODY == entry.body.split("\n\n")[0]
    assert not any(word in entry.body for word in ("From", "จาก:", "Dear", "เรียน", "iPhone", "081"))


@pytest.mark.parametrize(
    "text",
    [
        "ประกาศรับสมัครงาน\nเรื่อง: รับสมัครนักวิจัย\nวันที่: 7 กันยายน 2569\nส่งใบสมัครที่ hr@a.go.th",
        "จาก: เชียงใหม่\nถึง: น่าน\nเรื่อง: รถรับส่งผู้ร่วมงาน\nสอบถามโทร 02 333 3700",
    ],
)
def test_lines_with_labels_are_no_mail(text: str) -> None:
    """A mail has a sender with an address, and a subject."""
    assert text == without_mail(text)


def test_a_mail_that_says_nothing_stays_as_it_is() -> None:
    """So that the clerk is told what is missing."""
    headers = "From: a@b.go.th\nTo: c@d.go.th\nSubject: ข่าว\n"
    for text in (headers, f"{headers}\n-- \nสมหญิง", f">>> {headers}>>>"):
        assert text == without_mail(text)


def test_thanks_end_a_mail() -> None:
    """As "ขอแสดงความนับถือ" does; whoever thanks in a sentence goes on."""
    head = "From: a@b.example\nDate: 26 พ.ย. 2569\nSubject: ข่าวค่าย NIA"
    mail = f"{head}\n\nขอบคุณค่ายที่จัดงาน\n{BODY}\nขอบคุณค่ะ\nฝ่ายข่าว"
    assert ["ขอบคุณค่ายที่จัดงาน", BODY] == without_mail(mail).split("\n")[2:]
