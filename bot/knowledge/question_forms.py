"""The spoken forms of questions, filled with what an entry speaks of."""

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.knowledge.words import shipped_lists

_SLOT = re.compile("{(?P<name>[a-z]+)}(?=(?P<after>[ก-๙{]?))")
_SETS_OFF = re.compile("[.)๐-๙ๆฯ]$")
_PARTED = (
    "actor",
    "person",
    "partner",
    "host",
    "visitor",
    "speaker",
)  # behind whose last word a blank helps
_OPENS_APART = re.compile(r"[ก-ฮ]{1,5}\.")


class Forms:
    """Fills forms for one entry: another one each time that a kind of question comes back.

    Where it begins depends on the entry, so that neighbours are asked in other words.
    """

    def __init__(self, entry_id: str, about: Mapping[str, str]) -> None:
        self._id, self._about = entry_id, about
        self._turns: dict[str, int] = {}

    def asked(self, ask: str, **instead: str) -> Iterator[str]:
        """One question of a kind, when all it speaks of is known."""
        forms, about = _forms()[ask], {**self._about, **instead}
        known = [
            one for one in forms if all(about.get(slot["name"]) for slot in _SLOT.finditer(one))
        ]
        turn = self._turns.get(ask, zlib.crc32(f"{self._id}{ask}".encode()))
        self._turns[ask] = turn + 1
        if known:
            form = known[turn % len(known)]
            yield _spaced(_SLOT.sub(lambda slot: _set_off(about, slot), form))


def has_form(ask: str) -> bool:
    """Whether there is a kind of question of that name."""
    return ask in _forms()


def forms_about(kind: str) -> Iterator[str]:
    """The kinds of questions about a kind of deed, in their order."""
    return (ask for ask in _forms() if ask.startswith(f"{kind}_"))


def _set_off(about: Mapping[str, str], slot: re.Match[str]) -> str:
    """What is asked about, with a blank where Thai beside it would run into its letters."""
    value = about[slot["name"]]
    runs_on = slot.string[: slot.start()][-1:].strip()
    before = " " if runs_on and _OPENS_APART.match(value) else ""
    parted = _SETS_OFF.search(value) or (slot["name"] in _PARTED and " " in value)
    after = " " if slot["after"] and parted else ""
    return f"{before}{value}{after}"


def _spaced(text: str) -> str:
    """A blank where Thai meets Latin letters or figures, none doubled, and no quotation marks."""
    text = re.sub('[“”"]', " ", text)
    apart = re.sub(r"(?<=[A-Za-z0-9])(?=[ก-๙])|(?<=[ก-๙])(?=[A-Za-z0-9])", " ", text)
    return " ".join(apart.split())


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, tuple[str, ...]]:
    """The forms of each kind of question, as shipped."""
    return {ask: tuple(forms) for ask, forms in shipped_lists("question_forms").items()}
