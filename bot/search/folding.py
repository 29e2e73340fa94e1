"""How Thai text sounds, roughly: misspellings that sound alike become one spelling."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from bot.compiled import compiled, filled, given, inner, u8, u16, u32
from bot.search.grams import CODE_OF, Codes
from bot.thai.letters import BEHIND_THAI, Kinds, Letters, kind_table, letters_of, text_of
from bot.thai.normalise import letters_in, remembered

SOUND_OF = str.maketrans(
    {
        **dict.fromkeys("ขฃคฅฆ", "ค"),
        **dict.fromkeys("ฉชฌ", "ช"),
        **dict.fromkeys("ซศษส", "ส"),
        **dict.fromkeys("ดฎ", "ด"),
        **dict.fromkeys("ตฏ", "ต"),
        **dict.fromkeys("ฐฑฒถทธ", "ท"),
        **dict.fromkeys("ณน", "น"),
        **dict.fromkeys("ญย", "ย"),
        **dict.fromkeys("ผพภ", "พ"),
        **dict.fromkeys("ฝฟ", "ฟ"),
        **dict.fromkeys("ฬลร", "ล"),
        **dict.fromkeys("หฮ", "ห"),
        "ใ": "ไ",
        "ี": "ิ",
        "ื": "ึ",
        "ู": "ุ",
        "ฤ": "ล",
        "ะ": None,
        "ๆ": None,
    }
)
_AT_END = {
    **dict.fromkeys("จชซฎฏฐฑฒดตถทธศษส", "ด"),
    **dict.fromkeys("ณญรลฬ", "น"),
    **dict.fromkeys("บปพฟภ", "บ"),
    **dict.fromkeys("ขคฆ", "ก"),
}


@remembered
def fold(text: str) -> str:
    """Squeezed text as it sounds: no tones, no silent letters, one sign for each sound."""
    return text_of(_folded(letters_of(text), _KINDS, _ENDINGS, _SOUNDS))


def covered(text: str, sounds: str) -> float:
    """The share of a text's sounds, three letters each, that are among the `sounds` of another."""
    heard = fold(letters_in(text))
    if not heard:
        return 0.0
    pieces = [heard[at : at + 3] for at in range(max(len(heard) - 2, 1))]
    return sum(piece in sounds for piece in pieces) / len(pieces)


def encode_heard(text: str) -> Codes:
    """The letters of squeezed text as it sounds, as codes: `encode(fold(text))` in one step."""
    return _encoded(letters_of(text), _KINDS, _ENDINGS, _SOUNDS, CODE_OF)


# What a letter may be for a rule.
_CONSONANT, _MARK, _SHORT, _VOWEL, _CLOSES, _OPENS, _FINAL = (1 << n for n in range(7))
_H, _BEHIND_H, _T, _R, _BEHIND_TR, _CLUSTERS, _L_OR_R, _BEHIND_CLUSTER, _SILENCES_R = (
    1 << n for n in range(7, 16)
)
_KINDS = kind_table(
    {
        _CONSONANT: "[ก-ฮ]",
        _MARK: "[\u0e47-\u0e4e]",  # tones and the like
        _SHORT: "[ิุ]",
        _VOWEL: "[ะ-ฺ]",
        _CLOSES: "[ัาิีึืุู]",
        _OPENS: "[เแโ]",
        _FINAL: "[จชซฎฏฐฑฒดตถทธศษสณญรลฬบปพฟภขคฆ]",
        _H: "ห",
        _BEHIND_H: "[งญนมยรลว]",
        _T: "ท",
        _R: "ร",
        _BEHIND_TR: "[าง]",
        _CLUSTERS: "[กขคตปผพ]",
        _L_OR_R: "[รล]",
        _BEHIND_CLUSTER: "[ะ-ฺเ-ไก-ฮ]",
        _SILENCES_R: "[กขคฆตท]",  # สมัคร, บัตร
    }
)
_KARAN, _NONE = ord("์"), 0xFFFF_FFFF
_OTHER = np.uint8(255)  # a letter of another plane that would be taken for a blank


def _letter_table(sounds: Mapping[int, Any]) -> Letters:
    """What each letter before `BEHIND_THAI` becomes; `_NONE` for nothing."""
    heard = [sounds.get(letter, chr(letter)) for letter in range(BEHIND_THAI)]
    return np.array([ord(letter) if letter else _NONE for letter in heard], np.uint32)


_SOUNDS = _letter_table(SOUND_OF)
_ENDINGS = _letter_table(str.maketrans(_AT_END))


@inner
def _silent(letters: Letters, kinds: Kinds, place: int) -> int:
    """How many letters from here are silent: a tone, or a consonant with its karan."""
    if kinds[place] & _CONSONANT:
        behind = place + (2 if kinds[place + 1] & _SHORT else 1)
        return behind + 1 - place if kinds[behind] & _MARK and letters[behind] == _KARAN else 0
    return 1 if kinds[place] & _MARK else 0


@inner
def _is_lost(rule: int, before: int, kind: int, behind: int) -> bool:
    """Whether a letter between these is not heard: หน, ทร; กร; มิตร."""
    if rule == 0:
        leads = kind & _H != 0 and behind & _BEHIND_H != 0
        return leads or (before & _T != 0 and kind & _R != 0 and behind & _BEHIND_TR != 0)
    if rule == 1:
        return before & _CLUSTERS != 0 and kind & _L_OR_R != 0 and behind & _BEHIND_CLUSTER != 0
    return before & _SILENCES_R != 0 and kind & _R != 0 and behind & _VOWEL == 0


@inner
def _without_lost(rule: int, letters: Letters, kinds: Kinds, size: int) -> int:
    """Leave out what this rule loses; how many letters are left, 0 being the kind behind them."""
    left = before = 0
    for place in range(size):
        kind, behind = int(kinds[place]), int(kinds[place + 1])
        if not _is_lost(rule, before, kind, behind):
            letters[left], kinds[left] = letters[place], kind
            left += 1
        before = kind
    kinds[left] = 0
    return left


@inner
def _kinds_of(letters: Letters, kind_of: Kinds) -> Kinds:
    """The kind of each letter, and 0 for those that rules look at behind the last one."""
    kinds = np.zeros(len(letters) + 3, np.uint16)
    for place in range(len(letters)):
        if letters[place] < len(kind_of):
            kinds[place] = kind_of[letters[place]]
    return kinds


@inner
def _without_silent(letters: Letters, kinds: Kinds) -> int:
    """Leave out what is silent; how many letters are left, 0 being the kind behind them."""
    left = place = 0
    while place < len(letters):
        silent = _silent(letters, kinds, place)
        if silent == 0:
            letters[left], kinds[left] = letters[place], kinds[place]
            left += 1
        place += max(silent, 1)
    kinds[left] = 0
    return left


@inner
def _spell(letters: Letters, kinds: Kinds, size: int, endings: Letters, sounds: Letters) -> int:
    """Spell each sound with its own sign, as the end of a syllable first; how many are left."""
    left = before = opens = 0
    for place in range(size):
        kind, letter = int(kinds[place]), letters[place]
        closes = before & _CLOSES != 0 or (before & _CONSONANT != 0 and opens != 0)
        if closes and kind & _FINAL != 0 and kinds[place + 1] & _VOWEL == 0:
            letter = endings[letter]
        if letter < len(sounds):
            letter = sounds[letter]
        if letter != _NONE:
            letters[left] = letter
            left += 1
        before, opens = kind, before & _OPENS
    return left


@inner
def _heard(letters: Letters, kind_of: Kinds, endings: Letters, sounds: Letters) -> Letters:
    """Each step looks at what the one before has left."""
    heard, kinds = letters.copy(), _kinds_of(letters, kind_of)
    size = _without_silent(heard, kinds)
    for rule in range(3):
        size = _without_lost(rule, heard, kinds, size)
    return heard[: _spell(heard, kinds, size, endings, sounds)]


@compiled(filled(u32), given(u32), given(u16), given(u32), given(u32))
def _folded(letters: Letters, kind_of: Kinds, endings: Letters, sounds: Letters) -> Letters:
    return _heard(letters, kind_of, endings, sounds)


@compiled(filled(u8), given(u32), given(u16), given(u32), given(u32), given(u8))
def _encoded(
    letters: Letters, kind_of: Kinds, endings: Letters, sounds: Letters, code_of: Codes
) -> Codes:
    heard = _heard(letters, kind_of, endings, sounds)
    codes = np.empty(len(heard), np.uint8)
    for place, letter in enumerate(heard):
        code = code_of[letter % len(code_of)]  # other planes hold neither Thai nor Latin
        codes[place] = code if code or not letter else _OTHER
    return codes
