"""How Thais really type: a noise model for training and for the benchmarks.

Every kind of noise is a function (random source, text) → text; the same seed gives the same text.
"""

import random
import re
from collections.abc import Callable
from functools import reduce

Noise = Callable[[random.Random, str], str]

_TONES = "่้๊๋"
_ROWS = (
    "ๅ/-ภถุึคตจขช",
    "ๆไำพะัีรนยบล",
    "ฟหกดเ้่าสวง",
    "ผปแอิืทมใฝ",
)
_UPPER_ROWS = (
    "+๑๒๓๔ู฿๕๖๗๘๙",
    '๐"ฎฑธํ๊ณฯญฐ,',
    "ฤฆฏโฌ็๋ษศซ.",
    "()ฉฮฺ์?ฒฬฦ",
)
_LATIN_ROWS = ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./")
_LATIN_UPPER_ROWS = ("!@#$%^&*()_+", "QWERTYUIOP{}", 'ASDFGHJKL:"', "ZXCVBNM<>?")
_SLIPPED = str.maketrans("".join(_ROWS + _UPPER_ROWS), "".join(_LATIN_ROWS + _LATIN_UPPER_ROWS))
_SOUNDS = (
    "ศษส",
    "ทธ",
    "ณน",
    "ใไ",
    "ญย",
    "ซส",
    "ภพ",
    "ฏต",
    "ฎด",
    "ฐถ",
    "ฆค",
    "รล",
    "ขค",
    "ิี",
    "ึื",
    "ุู",
)
_SAME_SOUND = {letter: group.replace(letter, "") for group in _SOUNDS for letter in group}
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_YEAR = re.compile(r"(?<!\d)(?:2[45]\d|1[89]\d|20[0-3])\d(?!\d)")
_ERA, _FIRST_THAI = 543, 2_300
_FRONT = (
    "",
    "",
    "สวัสดีค่ะ ",
    "ขอถามหน่อย ",
    "อยากทราบว่า",
    "พี่คะ ",
    "แอดมินครับ ",
    "รบกวนสอบถาม",
    "คือ",
    "มีใครรู้บ้าง ",
    "เอ่อ ",
    "ขอรบกวนถามหน่อยค่ะ ",
    "ช่วยบอกทีว่า",
    "อยากรู้",
    "เห็นเค้าว่า",
)
_BACK = (
    "",
    "ครับ",
    "คับ",
    "ค่ะ",
    "คะ",
    "อะ",
    "อ่ะ",
    "จ้า",
    "นะ",
    "ฮะ",
    "หรอ",
    "อ่า",
    "คับผม",
    "ครับบบ",
    " ขอบคุณค่ะ",
    "ใครรู้บ้าง",
    " ช่วยตอบที",
    "555",
    "หรอคะ",
    "นะคะ",
    "ง่ะ",
    "ล่ะ",
)
_SPOKEN = (
    ("อะไร", "ไร"),
    ("อะไร", "รัย"),
    ("เท่าไร", "เท่าไหร่"),
    ("เท่าไร", "เท่ารัย"),
    ("เมื่อไร", "เมื่อไหร่"),
    ("เมื่อใด", "ตอนไหน"),
    ("ที่ใด", "ที่ไหน"),
    ("อย่างไร", "ยังไง"),
    ("ทำไม", "ทำมัย"),
    ("ใคร", "ครัย"),
    ("ใคร", "คัย"),
    ("ไหม", "มั้ย"),
    ("หรือไม่", "ปะ"),
    ("กับ", "กะ"),
    ("เขา", "เค้า"),
    ("หรือเปล่า", "ป่าว"),
    ("ปี พ.ศ. ", "ปี"),
    ("พ.ศ. ", "ปี "),
    ("วันที่เท่าไร", "วันไหน"),
    ("ประเทศไทย", "ไทย"),
)
_SHORT = (
    ("มหาวิทยาลัย", "ม."),
    ("มหาวิทยาลัย", "มหาลัย"),
    ("โรงเรียน", "รร."),
    ("จังหวัด", "จ."),
    ("จังหวัด", "จว."),
    ("กรุงเทพมหานคร", "กทม."),
    ("กรุงเทพ", "กทม"),
    ("อำเภอ", "อ."),
    ("ตำบล", "ต."),
    ("บริษัท", "บ."),
    ("กระทรวง", "ก."),
    ("รัฐมนตรี", "รมต"),
    ("นายกรัฐมนตรี", "นายก"),
    ("โรงพยาบาล", "รพ."),
    ("โทรศัพท์", "โทร"),
    ("พระบาทสมเด็จพระเจ้าอยู่หัว", "ในหลวง"),
    ("มกราคม", "มค"),
    ("กุมภาพันธ์", "กพ"),
    ("มีนาคม", "มีค"),
    ("เมษายน", "เมย"),
    ("พฤษภาคม", "พค"),
    ("มิถุนายน", "มิย"),
    ("กรกฎาคม", "กค"),
    ("สิงหาคม", "สค"),
    ("กันยายน", "กย"),
    ("ตุลาคม", "ตค"),
    ("พฤศจิกายน", "พย"),
    ("ธันวาคม", "ธค"),
)


def misspelling(rng: random.Random, text: str, rate: float = 0.09) -> str:
    """Lost tones and silent letters, homophones, swapped, doubled and dropped letters."""
    letters = [_misspelt(rng, letter) if rng.random() < rate else letter for letter in text]
    if rng.random() < 0.3 and len(letters) > 3:
        at = rng.randrange(len(letters) - 1)
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def neighbour_keys(rng: random.Random, text: str, rate: float = 0.05) -> str:
    """A finger that hits the key beside."""
    return "".join(_beside(rng, letter) if rng.random() < rate else letter for letter in text)


def layout_slip(_rng: random.Random, text: str) -> str:
    """The whole message typed with the keyboard left in English."""
    return text.translate(_SLIPPED)


def spacing(rng: random.Random, text: str) -> str:
    """No blanks at all, blanks in odd places, or invisible ones."""
    bare = text.replace(" ", "")
    kind = rng.randrange(3)
    if kind == 0:
        return bare
    blank = " " if kind == 1 else "\u200b"
    return "".join(letter + (blank if rng.random() < 0.1 else "") for letter in bare)


def unicode_forms(rng: random.Random, text: str) -> str:
    """The same letters in other code points and orders."""
    if rng.random() < 0.7:
        text = text.replace("แ", "เเ")
    if rng.random() < 0.7:
        text = text.replace("ำ", "ํา")
    return re.sub(f"([ัิ-ฺ])([{_TONES}])", r"\2\1", text) if rng.random() < 0.5 else text


def numbers_and_eras(rng: random.Random, text: str) -> str:
    """Thai digits, two-digit years and years of the other era."""
    kind = rng.randrange(3)
    if kind == 0:
        return text.translate(_THAI_DIGITS)
    return _YEAR.sub(lambda year: year[0][2:] if kind == 1 else _other_era(int(year[0])), text)


def _other_era(year: int) -> str:
    return f"ค.ศ. {year - _ERA}" if year >= _FIRST_THAI else f"พ.ศ. {year + _ERA}"


def chatty(rng: random.Random, text: str) -> str:
    """Greetings in front, particles behind, spoken question words."""
    for formal, spoken in rng.sample(_SPOKEN, len(_SPOKEN)):
        if formal in text and rng.random() < 0.6:
            text = text.replace(formal, spoken, 1)
    return rng.choice(_FRONT) + text + rng.choice(_BACK)


def abbreviations(rng: random.Random, text: str) -> str:
    """Long words cut short the way people write them."""
    for long, short in rng.sample(_SHORT, len(_SHORT)):
        if rng.random() < 0.7:
            text = text.replace(long, short)
    return text


def some_slips(rng: random.Random, text: str) -> str:
    """What a careful citizen sends: chatty, with one to three other slips."""
    light: list[Noise] = [
        lambda r, t: misspelling(r, t, 0.06),
        lambda r, t: misspelling(r, t, 0.06),
        lambda r, t: neighbour_keys(r, t, 0.02),
        spacing,
        unicode_forms,
        numbers_and_eras,
        abbreviations,
    ]
    chosen = [chatty, *rng.sample(light, rng.choice((1, 2, 2, 3)))]
    return reduce(lambda sentence, noise: noise(rng, sentence), chosen, text)


def mixed(rng: random.Random, text: str) -> str:
    """What a hurried one sends from a telephone: chatty, and most slips at once."""
    for noise, chance in _HURRIED:
        if rng.random() < chance:
            text = noise(rng, text)
    return text


_HURRIED: tuple[tuple[Noise, float], ...] = (
    (lambda r, t: chatty(r, chatty(r, t)), 1.0),
    (abbreviations, 0.5),
    (numbers_and_eras, 0.7),
    (lambda r, t: misspelling(r, t, 0.09), 0.85),
    (lambda r, t: neighbour_keys(r, t, 0.05), 0.6),
    (spacing, 0.6),
    (unicode_forms, 0.6),
)

KINDS: dict[str, Noise] = {
    "misspelling": misspelling,
    "neighbour keys": neighbour_keys,
    "layout slip": layout_slip,
    "spacing": spacing,
    "Unicode forms": unicode_forms,
    "numbers and eras": numbers_and_eras,
    "chatty": chatty,
    "abbreviations": abbreviations,
    "some slips": some_slips,
    "mixed": mixed,
}


def _misspelt(rng: random.Random, letter: str) -> str:
    if letter in _TONES or letter in "์็":
        return rng.choice(("", "", rng.choice(_TONES)))
    if letter in _SAME_SOUND and rng.random() < 0.7:
        return rng.choice(_SAME_SOUND[letter])
    if "ก" <= letter <= "ฮ":
        return rng.choice(("", letter * 2, letter))
    return letter


def _beside(rng: random.Random, letter: str) -> str:
    for row in _ROWS:
        if letter in row:
            at = row.index(letter) + rng.choice((-1, 1))
            return row[min(max(at, 0), len(row) - 1)]
    return letter
