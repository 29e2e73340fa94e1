"""Personal numbers and addresses out of a question before it is stored.

Every pattern is linear in the length of the text. What belongs to the ministry stays.
"""

import re
from collections.abc import Collection, Iterator
from itertools import groupby

_DIGIT = "0-9๐-๙"
_GAP = r"[ \t\u00a0\u200b-\u200d\u2060\-\u2010-\u2015.()]"
_RUN = re.compile(rf"\+?[{_DIGIT}](?:{_GAP}{{0,3}}[{_DIGIT}])*")
_EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}"
)
_TO_ASCII = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LONGEST = 19

CITIZEN_ID = "[เลขบัตรประชาชน]"
PHONE = "[เบอร์โทรศัพท์]"
EMAIL = "[อีเมล]"
CARD = "[เลขบัตร]"


def mask(text: str, public: Collection[str] = ()) -> str:
    """`text` with personal numbers and e-mail addresses replaced by what they were.

    `public` holds what may stay: digits of phone numbers, and e-mail addresses in lower case.
    """
    text = _EMAIL.sub(lambda found: _keep(found[0], found[0].lower(), EMAIL, public), text)
    return _RUN.sub(lambda found: _mask_run(found[0], public), text)


def digits_of(text: str) -> str:
    """The digits of `text` in ASCII."""
    return "".join(sign for sign in text.translate(_TO_ASCII) if sign.isascii() and sign.isdigit())


def _keep(shown: str, key: str, mask_text: str, public: Collection[str]) -> str:
    return shown if key in public else mask_text


def _mask_run(run: str, public: Collection[str]) -> str:
    """One run of digit groups: the longest personal number starting at each group is masked."""
    pieces = ["".join(group) for _, group in groupby(run, _is_digit)]
    out: list[str] = []
    at = 0
    while at < len(pieces):
        end, label = _personal_from(pieces, at, public)
        out.append(label or pieces[at])
        at = end if label else at + 1
    return "".join(out).replace("+[", "[")


def _personal_from(pieces: list[str], at: int, public: Collection[str]) -> tuple[int, str]:
    """Where the longest personal number from piece `at` ends, and what it is ("" = nothing)."""
    best = (at, "")
    for end, digits in _prefixes(pieces, at):
        if digits in public:
            return at, ""
        label = _label(digits)
        if label:
            best = (end, label)
    return best


def _prefixes(pieces: list[str], at: int) -> Iterator[tuple[int, str]]:
    digits = ""
    for end in range(at, len(pieces)):
        if not _is_digit(pieces[end][0]):
            if end == at:
                return
            continue
        digits += digits_of(pieces[end])
        if len(digits) > _LONGEST:
            return
        yield end + 1, digits


def _label(digits: str) -> str:
    length = len(digits)
    if length == 13:
        return CITIZEN_ID
    if 14 <= length <= _LONGEST and _luhn(digits):
        return CARD
    local = digits[2:] if digits.startswith("66") and length in {10, 11, 12} else digits[1:]
    if digits[0] in "06" and local.startswith("0"):
        local = local[1:]
    mobile = len(local) == 9 and local[0] in "6789"
    landline = len(local) == 8 and local[0] in "234567"
    return PHONE if digits.startswith(("0", "66")) and (mobile or landline) else ""


def _luhn(digits: str) -> bool:
    odd = sum(int(digit) for digit in digits[-1::-2])
    even = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (odd + even) % 10 == 0


def _is_digit(sign: str) -> bool:
    return sign.isdigit()
