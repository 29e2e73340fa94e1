"""Personal numbers and addresses out of a text before it is stored.

Addresses and ids with letters are found one kind after the other, then numbers, run by run. What
belongs to the ministry stays, and so do dates, years, times, sums, counts and hotlines. Every
pattern looks at a bounded stretch, so that the time is linear in the length of the text, which is
bounded too.
"""

import re
from collections.abc import Collection
from itertools import groupby

from bot.desk.personal_numbers import CITIZEN_ID, SHORTEST, Surroundings, read_run

LONGEST = 4096  # characters, as long as a message; whatever lies beyond is not kept at all

EMAIL = "[อีเมล]"
LINE_ID = "[ไอดีไลน์]"
PASSPORT = "[เลขหนังสือเดินทาง]"

_UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_GAP = rf"[ \t\u00a0{_UNSEEN}\-\u2010-\u2015\u2212_.()•·]"
_RUN = re.compile(rf"\+?\d(?:{_GAP}{{0,4}}\d){{{SHORTEST - 1},}}")
_RUN_BEFORE = re.compile(rf"\d{_GAP}{{0,4}}$")
_LOOK = 40  # characters around a number that say what it is

_MAIL_NAME = rf"[A-Za-z0-9._%+\-{_UNSEEN}]{{1,64}}"
_MAIL_HOST = rf"(?:[A-Za-z0-9ก-๙\-{_UNSEEN}]{{1,63}}\.){{1,6}}(?:[A-Za-z{_UNSEEN}]{{2,24}}|ไทย)"
_MAIL_GIANT = r"(?:gmail|hotmail|outlook|yahoo|icloud|live)(?:[ ]?\.[ ]?(?:com|co\.th))?"
_EMAIL = re.compile(
    rf"{_MAIL_NAME}[ ]?(?:[@＠]|\(at\)|\[at\])[ ]?(?:{_MAIL_HOST}|{_MAIL_GIANT})", re.IGNORECASE
)
_LINE = re.compile(
    r"(?P<hint>(?P<sure>(?:ไอดี|id)[ ]?ไลน์|(?:ไลน์|(?<![A-Za-z])line)[ ]?(?:ไอดี|id))"
    r"|(?P<thai>ไลน์)|(?<![A-Za-z])line)"
    r"(?P<between>(?:[ ]?(?:ของ|ผม|หนู|ฉัน|ดิฉัน|เรา|พี่|น้อง|มาที่|ได้ที่|ที่|มา|นะ|ค่ะ|ครับ)){0,3}"
    r"[ ]?(?P<mark>(?:คือ|ชื่อ|[:：=])[ ]?@?|@)?)"
    r"(?P<id>(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._\-]{3,29})",
    re.IGNORECASE,
)
_LINE_HINT = re.compile("ไลน์|line", re.IGNORECASE)
_LINE_WORDS = (  # what people say after "ไลน์" without meaning anybody
    *("official", "account", "officialaccount", "group", "today", "notify", "application"),
    *("openchat", "sticker", "stickers", "shopping", "chat", "call", "connect", "line"),
    *("timeline", "live", "bank", "beacon", "http", "https"),
)
_PASSPORT = re.compile(
    r"(?:พาสปอร์ต|หนังสือเดินทาง|passport)[^\d\n\]]{0,24}?"
    r"(?<![A-Za-z])(?P<hinted>[A-Z]{0,2}[ \-]?\d{6,9})(?!\d|,|[ ]?บาท)"
    r"|(?<![A-Za-z0-9])(?P<plain>(?-i:[A-Z]{2})[ \-]?\d{7})(?![A-Za-z\d])"
    r"|(?<![A-Za-z0-9])(?P<laser>[A-Z]{2}\d[ \-]?\d{7}[ \-]?\d{2})(?!\d)",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(r"\d{6}")
_HOUR = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_DAY = r"(?:[0-2]?\d|3[01])[/.\-](?:0?\d|1[0-2])[/.\-](?:2[0456]|19)\d\d"
_STAYS = re.compile(  # what is longer than it means
    rf"(?<![\d.])(?:{_DAY}(?!\d)"
    rf"|{_HOUR}[ ]?(?:-|–|—|ถึง)[ ]?{_HOUR}(?![.\-]?\d)|{_HOUR}(?=[ ]?น(?:\.|าฬิกา))"
    r"|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d,])"
    r"|(?:[5-9]|1\d|20)\.\d{3,9}[ ]?,[ ]?(?:9[7-9]|10[0-5])\.\d{3,9}"
    r"|(?P<counted>[1-9]\d{0,12}(?:\.\d+)?(?=[ ]?(?:บาท|ล้าน|หมื่น|แสน|คน|ไร่|ตัน|กิโล|เมตร))))"
)
_BANK = (
    r"บัญชี|บ/ช|บช\.|พร้อมเพย์|ธนาคาร|ธ\.|กสิกร|ไทยพาณิชย์|กรุงไทย|กรุงศรี|ทหารไทย|ออมสิน|ธกส|ธ\.ก\.ส"
    r"|promptpay|account|(?<![a-z])(?:scb|ktb|ttb|bbl|kbank|gsb)"
)
_BANK_BEFORE = re.compile(rf"(?:{_BANK})[^\d\]\n]{{0,24}}$", re.IGNORECASE)
_BANK_AFTER = re.compile(rf"^[^\d\[\n]{{0,8}}(?:{_BANK})", re.IGNORECASE)
_CALL_BEFORE = re.compile(r"(?:โทร|เบอร์|มือถือ|tel|phone)[^\d\]\n]{0,12}$", re.IGNORECASE)


def mask(text: str, public: Collection[str] = ()) -> str:
    """`text` with what names or reaches a person replaced by a word for what it was.

    `public` holds what may stay: digits of phone numbers, and e-mail addresses and LINE ids in
    lower case. Masking again changes nothing.
    """
    text = _EMAIL.sub(lambda found: _mask_email(found, public), text[:LONGEST])
    if _LINE_HINT.search(text):  # these looks are cheap, and mostly there is nothing
        text = _LINE.sub(lambda found: _mask_line(found, public), text)
    if _LONG_NUMBER.search(text):
        text = _PASSPORT.sub(_mask_passport, text)
    return _mask_numbers(text, public) if _RUN.search(text) else text


def holds_personal(text: str, public: Collection[str]) -> bool:
    """Whether there is anything to mask."""
    return mask(text, public) != text[:LONGEST]


def digits_of(text: str) -> str:
    """The digits of `text`, of whatever script, in ASCII."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def _mask_email(found: re.Match[str], public: Collection[str]) -> str:
    plain = re.sub(rf"[ {_UNSEEN}]", "", found[0]).replace("＠", "@").lower()
    return found[0] if plain in public else EMAIL


def _mask_line(found: re.Match[str], public: Collection[str]) -> str:
    """A name after "ไลน์"; without a sign that one is meant it must at least look like a name."""
    name = found["id"]
    meant = found["sure"] or found["mark"]
    word = name.isdecimal() or name.isupper()
    marked = any(sign.isdecimal() or sign in "._-" for sign in name)
    theirs = {name.lower(), f"@{name.lower()}"} & set(public)
    if (
        theirs
        or name.lower() in _LINE_WORDS
        or (not meant and (word or not (marked or found["thai"])))
    ):
        return found[0]
    return f"{found['hint']}{found['between']}{LINE_ID}"


def _mask_passport(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    start = found.start(kind) - found.start()
    label = CITIZEN_ID if kind == "laser" else PASSPORT
    return found[0][:start] + label + found[0][start + len(found[kind]) :]


def _mask_numbers(text: str, public: Collection[str]) -> str:
    out, at = [], 0
    for stays in _STAYS.finditer(text):
        before = text[max(at, stays.start() - 5) : stays.start()]
        if stays["counted"] and _RUN_BEFORE.search(before):
            continue  # the end of a longer number, not a count of its own
        out += [_mask_stretch(text, at, stays.start(), public), stays[0]]
        at = stays.end()
    return "".join([*out, _mask_stretch(text, at, len(text), public)])


def _mask_stretch(text: str, start: int, end: int, public: Collection[str]) -> str:
    out, at = [], start
    for run in _RUN.finditer(text, start, end):
        before = text[max(0, run.start() - _LOOK) : run.start()]
        after = text[run.end() : run.end() + _LOOK]
        bank = bool(_BANK_BEFORE.search(before) or _BANK_AFTER.search(after))
        known = Surroundings(public, bank, bool(_CALL_BEFORE.search(before)))
        out += [text[at : run.start()], _mask_run(run[0], known)]
        at = run.end()
    return "".join([*out, text[at:end]])


def _mask_run(run: str, known: Surroundings) -> str:
    plus, digits = ("+", run[1:]) if run.startswith("+") else ("", run)
    pieces = ["".join(signs) for _, signs in groupby(digits, str.isdecimal)]
    out, at = [], 0
    for count, label in read_run([digits_of(piece) for piece in pieces[::2]], known):
        end = at + 2 * count - 1
        out += [label or "".join(pieces[at:end]), *pieces[end : end + 1]]
        at = end + 1
    return "".join(out) if out[0].startswith("[") else plus + "".join(out)
