"""Personal and public numbers in sentences: a written corpus, and a generator for many more.

A sample is a sentence and the stretches of it that must not be kept.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PUBLIC = frozenset({"023333700", "pr@most.go.th", "@mhesi", "1313"})
_FILE = Path(__file__).with_name("masking_corpus.txt")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_GAPS = ("", "", "-", " ", ".", "\u00a0", "–", "\u200b", " - ", "_")
_FRAMES = (
    "{}",
    "ขอสมัครครับ {} ชื่อสมชาย",
    "ติดต่อ{}ค่ะ",
    "ปี 2567 {} นะคะ",
    "ถามหน่อย วทน. สัญจรจัดที่ไหน {} ช่วยตอบด้วย",
    "โทร 1313 แล้วไม่ติด {}",
    "น้องอายุ 15 {} ห้อง 3/2",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence in parts, each with whether it is personal."""

    parts: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return "".join(part for part, _ in self.parts)

    @property
    def personal(self) -> list[str]:
        """What must go."""
        return [part for part, personal in self.parts if personal]

    @property
    def harmless(self) -> list[str]:
        """What must stay."""
        return [part for part, personal in self.parts if not personal]


def written() -> list[Sample]:
    """The corpus of the file."""
    lines = _FILE.read_text("utf-8").splitlines()
    return [_read(line) for line in lines if line and not line.startswith("#")]


def generated(count: int, seed: int) -> Iterator[Sample]:
    """So many samples, the same for the same seed; two in five hold nothing personal."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(count):
        makers, personal = (_PERSONAL, True) if chance.random() < 0.6 else (_PUBLIC, False)
        before, after = chance.choice(_FRAMES).split("{}")
        hint, made = chance.choice(makers)(chance)
        yield Sample(((before + hint, False), (made, personal), (after, False)))


def _read(line: str) -> Sample:
    parts: list[tuple[str, bool]] = []
    for chunk in line.split("⟦"):
        inside, mark, outside = chunk.partition("⟧")
        parts += [(inside, True), (outside, False)] if mark else [(inside, False)]
    return Sample(tuple(part for part in parts if part[0]))


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _written(chance: random.Random, digits: str, *sizes: int) -> str:
    """The digits in groups of these sizes, or unbroken, now and then in Thai digits."""
    gap, groups, at = chance.choice(_GAPS), [], 0
    for size in sizes:
        groups.append(digits[at : at + size])
        at += size
    text = gap.join(groups)
    return text.translate(_THAI) if chance.random() < 0.25 else text


def _mobile(chance: random.Random) -> tuple[str, str]:
    digits = "0" + chance.choice("689") + _digits(chance, 8)
    sizes = chance.choice([(3, 3, 4), (2, 4, 4), (3, 7), (10,), (2, 8)])
    return chance.choice(["", "เบอร์ ", "โทร", "มือถือ: "]), _written(chance, digits, *sizes)


def _landline(chance: random.Random) -> tuple[str, str]:
    digits = chance.choice(["02", "03", "04", "05", "07"]) + chance.choice("23456789")
    return "บ้าน ", _written(chance, digits + _digits(chance, 6), 2, 3, 4)


def _abroad(chance: random.Random) -> tuple[str, str]:
    digits = "66" + chance.choice("689") + _digits(chance, 8)
    return "", chance.choice(["+", ""]) + _written(chance, digits, 2, 2, 3, 4)


def _citizen(chance: random.Random) -> tuple[str, str]:
    body = chance.choice("12345678") + _digits(chance, 11)
    last = (11 - sum(int(d) * (13 - at) for at, d in enumerate(body)) % 11) % 10
    digits = body + (str(last) if chance.random() < 0.5 else chance.choice("0123456789"))
    sizes = chance.choice([(1, 4, 5, 2, 1), (13,), (1, 4, 5, 3), (4, 4, 5), (1,) * 13])
    return chance.choice(["", "เลขบัตร ", "บัตรประชาชน"]), _written(chance, digits, *sizes)


def _card(chance: random.Random) -> tuple[str, str]:
    body = chance.choice("3456") + _digits(chance, 14)
    doubled = [int(d) * (2 if at % 2 == 0 else 1) for at, d in enumerate(body)]
    last = -sum(sum(divmod(value, 10)) for value in doubled) % 10
    return chance.choice(["", "บัตรเครดิต "]), _written(chance, f"{body}{last}", 4, 4, 4, 4)


def _email(chance: random.Random) -> tuple[str, str]:
    name = chance.choice(["somchai", "nok.s", "malee_99", "a-b+c", "K"]) + _digits(chance, 2)
    at = chance.choice(["@", "@", " @ ", "(at)", "＠"])
    return chance.choice(["", "เมล "]), name + at + chance.choice(
        ["gmail.com", "hotmail.co.th", "student.example.ac.th", "Yahoo.com"]
    )


def _line(chance: random.Random) -> tuple[str, str]:
    hint = chance.choice(["ไลน์ ", "ไอดีไลน์ ", "line id ", "LINE: ", "แอดไลน์มาที่ ", "ไลน์ชื่อ "])
    return hint, chance.choice(["keng", "oat.", "may_", "pp-"]) + _digits(chance, 3)


def _account(chance: random.Random) -> tuple[str, str]:
    digits = chance.choice("123456789") + _digits(chance, 9)
    if chance.random() < 0.4:
        return "", "-".join((digits[:3], digits[3], digits[4:9], digits[9]))
    hint = chance.choice(["บัญชี ", "เลขบัญชีกสิกร ", "กรุงไทย ", "ออมสินเลขที่ "])
    return hint, _written(chance, digits, *chance.choice([(10,), (3, 1, 5, 1), (3, 1, 6)]))


def _passport(chance: random.Random) -> tuple[str, str]:
    hint = chance.choice(["พาสปอร์ต ", "passport no. ", "หนังสือเดินทาง", ""])
    return hint, "".join(chance.choice("ABCEM") for _ in "ab") + _digits(chance, 7)


def _money(chance: random.Random) -> tuple[str, str]:
    return "งบ ", f"{chance.randrange(10**5, 10**11):,} บาท"


def _year_list(chance: random.Random) -> tuple[str, str]:
    first = chance.randrange(2530, 2560)
    return "ปี ", " ".join(str(first + step) for step in range(chance.randrange(1, 6)))


def _days(chance: random.Random) -> tuple[str, str]:
    first = chance.randrange(1, 20)
    year = chance.randrange(2550, 2570)
    forms = (f"{first}-{first + 2} มีนาคม {year}", f"{first:02}/03/{year} เวลา 09.00-16.30 น.")
    return "วันที่ ", chance.choice(forms)


def _ministry(chance: random.Random) -> tuple[str, str]:
    forms = ("0 2333 3700", "02-333-3700", "023333700 ต่อ 3700", "๐ ๒๓๓๓ ๓๗๐๐", "pr@most.go.th")
    return "เบอร์กระทรวง ", chance.choice(forms)


def _hotlines(chance: random.Random) -> tuple[str, str]:
    lines = ["1313", "191", "199", "1669", "1323", "1784", "1296"]
    chance.shuffle(lines)
    return "สายด่วน ", " ".join(lines[: chance.randrange(1, 6)])


def _document(chance: random.Random) -> tuple[str, str]:
    return "หนังสือ ", f"อว {_digits(chance, 4)}/{_digits(chance, 5)}"


def _count(chance: random.Random) -> tuple[str, str]:
    return "มี ", f"{chance.randrange(1, 10**9)} คน"


Maker = Callable[[random.Random], tuple[str, str]]  # → hint, number
_PERSONAL: tuple[Maker, ...] = (
    _mobile, _mobile, _landline, _abroad, _citizen, _citizen, _card, _email, _line, _account,
    _passport,
)  # fmt: skip
_PUBLIC: tuple[Maker, ...] = (
    _money, _year_list, _days, _ministry, _hotlines, _document, _count,
)  # fmt: skip
