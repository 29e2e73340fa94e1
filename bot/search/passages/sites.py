"""The site or the app on which one sees or gets what a question looks for: "เช็กค่าฝุ่นที่ไหน"."""

import re

from bot.knowledge.entries import Entry
from bot.search.ranking import Query
from bot.thai.questions import SITE, Aspect

_LOOKS_UP = re.compile(
    "(?:(?<!งาน)ดู(?!แล|งาน|ดาว|ดวง)|เช็[กค]|ตรวจสอบ|ค้น(?:หา)?|อ่าน|โหลด|กรอก)[ก-๙a-z0-9._ ]{0,24}?"
    "(?:จาก)?(?:ที่|ทาง|ตรง) ?ไหน"
)
_NAMES_SITE = re.compile(f"{SITE}|website|www|ลิงก์")
_ON_LINE = re.compile("เว็บ|แอป|ลิงก์|เพจ|ดาวน์โหลด")
_ADDRESS = re.compile(
    r"[a-z0-9_-]+\.(?:[a-z]{2,}|\S+/)|App Store|Google Play|Play Store", re.IGNORECASE
)
_SHOWN_ON = re.compile(  # of what is seen on line, whatever else was held somewhere
    r"(?:รับชม|ติดตามชม|ชม(?:ได้|ย้อนหลัง))[^\n]{0,120}?(?:ทาง|ผ่าน|ที่) ?(?:เว็บไซต์)? ?((?:https?://|www\.)[^\s<>()]+)"
)


def site_asked(entry: Entry, query: Query) -> str:
    """What staff wrote of it, or the site of an entry that names it in the text; "" for none.

    To who asks for the site itself, the only one that staff wrote down beside the contact.
    """
    if query.aspect is Aspect.CONTACT and _NAMES_SITE.search(query.clean):
        return _only_site(entry)
    if query.aspect is not Aspect.WHERE or not _LOOKS_UP.search(query.clean):
        return ""
    if entry.event:
        shown = _SHOWN_ON.search(entry.body)
        return shown[1] if shown else ""
    stated = (value for label, value in entry.facts.items() if _ON_LINE.search(label))
    site = entry.contact.website if entry.contact else ""
    told = site if site in entry.body else ""
    return next((value for value in stated if _ADDRESS.search(value)), told)


def _only_site(entry: Entry) -> str:
    labelled = [value for label, value in entry.facts.items() if _NAMES_SITE.search(label)]
    told = [value for value in labelled if _ADDRESS.search(value)]
    of_contact = entry.contact is not None and entry.contact.website
    return told[0] if len(told) == 1 and not of_contact else ""
