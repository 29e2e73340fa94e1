"""Which digits of a run of digit groups make a personal number.

People separate digits as they like, and write several numbers in a row. A run is therefore cut
so that as many digits as possible belong to a number of known form.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

CITIZEN_ID = "[เลขบัตรประชาชน]"
PHONE = "[เบอร์โทรศัพท์]"
CARD = "[เลขบัตร]"
ACCOUNT = "[เลขบัญชี]"
LONG = "[เลขยาว]"

SHORTEST = 9  # digits of a telephone number: of fewer no personal number is made
_LONGEST = 19  # digits of a card; what is longer and unbroken is no number of daily life
_ID_FORMS = {(13,), (1, 4, 5, 2, 1), (1,) * 13, (1, 4, 5, 3), (1, 4, 4, 4), (1, 12)}
_CARD_FORMS = {(4, 6, 5), (4, 6, 4), (4, 4, 4, 4), (4, 4, 4, 4, 3), (4, 4, 4, 2)}
_ACCOUNT_FORM = (3, 1, 5, 1)
_NOBODYS = ("978", "979", "0994")  # books, and the tax numbers of government bodies
_YEARS = {"19", "20", "24", "25", "26"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known besides the digits. `public` holds digits of numbers that may stay."""

    public: Collection[str]
    account: bool = False  # a word for a bank account stands beside the run
    call: bool = False  # a word for calling stands before it


@dataclass(frozen=True, slots=True)
class _Cut:
    """A way to read the groups from some place on: how well, and what the first part is."""

    worth: float = 0.0
    groups: int = 1  # groups of the first part
    label: str = ""  # "" stays as it is


def read_run(groups: Sequence[str], known: Surroundings) -> list[tuple[int, str]]:
    """The parts of a run, each as its number of groups and the label that replaces it.

    `groups` are ASCII digits. A part that stays has the label "".
    """
    best = [_Cut()] * (len(groups) + 1)
    for start in range(len(groups) - 1, -1, -1):
        best[start] = max(_cuts_at(groups, start, known, best), key=lambda cut: cut.worth)
    parts, at = [], 0
    while at < len(groups):
        parts.append((best[at].groups, best[at].label))
        at += best[at].groups
    return parts


def _cuts_at(
    groups: Sequence[str], start: int, known: Surroundings, best: Sequence[_Cut]
) -> list[_Cut]:
    """Every way to go on at `start`: leave one group, or take a number that begins there."""
    if len(groups[start]) > _LONGEST:
        return [_Cut(len(groups[start]) + best[start + 1].worth, 1, LONG)]
    cuts, digits = [_Cut(best[start + 1].worth)], ""
    for end in range(start, len(groups)):
        digits += groups[end]
        if len(digits) > _LONGEST:
            break
        if len(digits) >= SHORTEST:
            worth, label = _judge(digits, groups[start : end + 1], known)
            cuts.append(_Cut(worth + best[end + 1].worth, end + 1 - start, label))
    return cuts


def _judge(digits: str, groups: Sequence[str], known: Surroundings) -> tuple[float, str]:
    """What the digits are worth as a number, and its label; worth 0 when they are none."""
    phone = _as_dialled(digits)
    if digits in known.public or phone in known.public:
        return len(digits) + 0.5, ""
    worth, label = 0.0, ""
    if phone or (known.call and len(digits) == 9 and digits[0] in "689"):
        worth, label = len(digits), PHONE
    elif len(digits) == 13 and not digits.startswith(_NOBODYS):
        worth, label = (13 if _form(groups) in _ID_FORMS else 9.1), CITIZEN_ID
    elif _is_card(digits, groups):
        worth, label = len(digits), CARD
    elif len(digits) == 10 and _form(groups) == _ACCOUNT_FORM:
        worth, label = 9.75, ACCOUNT
    elif known.account and 10 <= len(digits) <= 15:
        worth, label = len(digits) - 0.25, ACCOUNT
    return (worth, label) if label and not _is_enumeration(groups) else (0.0, "")


def _form(groups: Sequence[str]) -> tuple[int, ...]:
    return tuple(len(group) for group in groups)


def _as_dialled(digits: str) -> str:
    """A Thai telephone number as it is dialled at home; "" for anything else."""
    for prefix in ("0066", "66", "0"):
        if digits.startswith(prefix):
            local = digits.removeprefix(prefix)
            local = local.removeprefix("0") if prefix != "0" else local
            mobile = len(local) == 9 and local[0] in "6789"
            landline = len(local) == 8 and local[0] in "234567"
            if mobile or landline:
                return "0" + local
    return ""


def _is_card(digits: str, groups: Sequence[str]) -> bool:
    """Issued numbers begin with 2 to 6 and end in a check digit; 4-4-4-4 needs none to be seen."""
    if not 14 <= len(digits) <= _LONGEST or digits[0] not in "23456":
        return False
    form = _form(groups)
    unbroken = len(form) == 1 or set(form) == {1}
    return form == (4, 4, 4, 4) or ((unbroken or form in _CARD_FORMS) and _luhn(digits))


def _is_enumeration(groups: Sequence[str]) -> bool:
    """Years, hotlines or numbers in even steps, one after the other."""
    if len(groups) < 3:
        return False
    if all(len(group) == 4 and group[:2] in _YEARS for group in groups):
        return True
    if all(len(group) in {3, 4} and group[0] == "1" for group in groups):
        return True
    steps = {int(after) - int(before) for before, after in pairwise(groups)}
    return len(groups) > 3 and len(steps) == 1 and steps != {0}


def _luhn(digits: str) -> bool:
    odd = sum(int(digit) for digit in digits[-1::-2])
    even = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (odd + even) % 10 == 0
