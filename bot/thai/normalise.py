"""One canonical spelling for Thai text, whatever keyboard, program or mood typed it.

`gate` makes any received text safe and bounded, `normalise` folds its spelling, `squeeze` keeps
what character n-grams need.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps

from bot.compiled import compiled, given, i64, inner, u16, u32
from bot.thai.letters import (
    BEHIND_BASIC,
    BEHIND_THAI,
    DIGITS,
    Kinds,
    Letters,
    kind_table,
    letters_of,
)

MESSAGE_LIMIT = 1_000  # characters of a message that are searched

_TONES = "\u0e48-\u0e4b"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # everything that sits above or below a consonant
_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
_VOWELS_PER_BASE = 2

# Old Thai fonts kept shifted copies of marks in the private area; PDFs still carry them.
_PRIVATE_MARKS = dict(
    zip(
        range(0xF700, 0xF71B),
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        "\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_LONG_RUN = re.compile(r"(.)\1{32,}", re.DOTALL)
_LONG_NUMBER = re.compile(r"(\d{64})\d+")
_STACKED = re.compile(f"([{_COMBINING}]{{4}})[{_COMBINING}]+")
_LONE_AA = re.compile("(?<![\u0e24\u0e26])\u0e45")  # ๅ is right only after ฤ and ฦ
_CLUSTER = re.compile(f"[{_MARKS}\u0e30\u0e32\u0e33]{{2,}}")

_FOLDED = {
    **DIGITS,
    **{0xFF01 + n: chr(0x21 + n) for n in range(94)},
    **dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-"),
    **dict.fromkeys(map(ord, "‘’‚‛`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
}
_FOLDABLE = re.compile(f"[{re.escape(''.join(map(chr, _FOLDED)))}]")
_REPEATED = re.compile(
    r"(?<=[ก-๎])(?<!ระ)(?!อออ[กนมฟ])([ก-ฮ])\1{2,}"  # มากกก, but no ระบบบริการ or ขอออกจาก
    r"|(?<![ก-๎])([ก-ฮ])\2{2}(?:\2|(?=[ก-๎]))\2*"  # สสส and ททท, which stand apart, are offices
    r"|([ะาำเ-ไฯๆ])\3+"  # ค่าาา
    r"|([^\W\dก-๙])\4{3,}"  # hellooooo, but www stays
)
_DOUBLED_END = re.compile(f"(?<=[{_MARKS}า])(?<!์)([ก-ฮ])\\1(?![ก-ฺเ-๎])")  # ครับบ, no เบอร์วว
_BEFORE_MAIYAMOK = re.compile(r"\s+(?=ๆ)")
_OPENS_A_LINE = re.compile(r"\n\s*ๆ")
_SHORT = 400  # characters
_SIGNS, _NO_LETTERS = re.compile(f"[^\\w{_MARKS}]+"), "_ฯๆ"  # … though \\w holds these
_WITHIN_WORDS = re.compile(f"[^\\w{_MARKS}\n]+")  # of words that stand in lines


def gate(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """Make received text safe to work on: at most `limit` characters, well formed, nothing unseen.

    Control, direction, zero-width and surrogate characters go, long runs are capped, and Thai
    vowels and tones stand in one order. Line breaks stay. Never raises.
    """
    seen = _UNSEEN.sub("", text[: 8 * limit])
    return _well_formed(seen[:limit])[0][:limit].strip()


def remembered(work: Callable[[str], str]) -> Callable[[str], str]:
    """What is made of a text, remembered for short ones: titles, names and labels.

    Many questions ask for these. A body would take more room than the index itself.
    """
    kept = lru_cache(maxsize=8_192)(work)

    @wraps(work)
    def done(text: str) -> str:
        return kept(text) if len(text) <= _SHORT else work(text)

    return done


@remembered
def normalise(text: str) -> str:
    """Fold spelling so that equal words look equal; still readable, idempotent, any length.

    Lower case, ASCII digits and punctuation, repeated letters squeezed, one space between words.
    """
    return " ".join(_spelt(text).split())


@lru_cache(maxsize=64)  # each step of reading a message takes it as typed
def cleaned(text: str) -> str:
    """Received text made safe and folded: `gate`, then `normalise`."""
    return normalise(gate(text))


def normalised(texts: Sequence[str]) -> list[str]:
    """Each of some texts normalised; all at once, unless one is ill formed or opens with ๆ."""
    whole = "\n".join(texts)
    apart = _faults_in(whole) & _ILL_FORMED or ("ๆ" in whole and _OPENS_A_LINE.search(whole))
    lines = [] if apart else _spelt(whole).split("\n")
    if len(lines) != len(texts):
        return [*map(normalise, texts)]
    return [" ".join(line.split()) for line in lines]


def _spelt(text: str) -> str:
    """Text with its spelling folded, blanks and line ends as they are."""
    seen, faults = _well_formed(text)
    folded = _FOLDABLE.sub(_folded, seen).lower()
    if "ๆ" in folded:
        folded = _BEFORE_MAIYAMOK.sub("", folded)
    if folded != text:
        folded, faults = _well_formed(folded)
    if faults & _DRAWN_OUT:
        folded = _DOUBLED_END.sub(r"\1", _REPEATED.sub(_one_letter, folded))
    return folded


def squeeze(text: str) -> str:
    """Letters, marks and digits of normalised text with nothing between, for character n-grams."""
    return _without(_SIGNS, text)


@remembered
def letters_in(text: str) -> str:
    """The letters of any text in one spelling, squeezed."""
    return squeeze(normalise(text))


def squeezed(words: Sequence[str]) -> Sequence[str]:
    """Each of some words without line breaks squeezed, all at once."""
    return _without(_WITHIN_WORDS, "\n".join(words)).split("\n") if words else words


def _without(signs: re.Pattern[str], text: str) -> str:
    bare = signs.sub("", text)
    for sign in _NO_LETTERS:
        bare = bare.replace(sign, "")
    return bare


def _well_formed(text: str) -> tuple[str, int]:
    """Text with nothing unseen and its marks in order, and the faults that it may still have."""
    faults = _faults_in(text)
    return (_mended(_UNSEEN.sub("", text)), _DRAWN_OUT) if faults & _ILL_FORMED else (text, faults)


def _faults_in(text: str) -> int:
    normal = unicodedata.is_normalized("NFC", text)
    return int(_faults(letters_of(text), _KINDS)) | (0 if normal else _MALFORMED)


def _mended(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text.translate(_PRIVATE_MARKS))
    text = _LONG_NUMBER.sub(r"\1", _LONG_RUN.sub(lambda run: run[1] * 32, text))
    text = unicodedata.normalize("NFC", _STACKED.sub(r"\1", text))
    text = _LONE_AA.sub(_SARA_AA, text.replace("เเ", "แ"))
    folded = _CLUSTER.sub(lambda found: _ordered(found[0]), text)
    if unicodedata.is_normalized("NFC", folded):
        return folded
    return _mended("".join(c for c in text if not _is_foreign_mark(c)))


def _is_foreign_mark(char: str) -> bool:
    return unicodedata.combining(char) > 0 and not "\u0e00" <= char <= "\u0e7f"


@lru_cache(maxsize=4_096)
def _ordered(cluster: str) -> str:
    """The marks of one consonant in canonical order: vowels, the last tone, then what follows."""
    marks = dict.fromkeys(c for c in cluster if c not in "ะาำ")
    follows = dict.fromkeys(c for c in cluster if c in "ะาำ")
    if _SARA_AA in follows and (_NIKHAHIT in marks or _SARA_AM in follows):
        marks.pop(_NIKHAHIT, None)
        follows = dict.fromkeys(_SARA_AM if c == _SARA_AA else c for c in follows)
    tones = [c for c in cluster if "\u0e48" <= c <= "\u0e4b"][-1:]
    karan = [c for c in marks if c == "\u0e4c"]
    vowels = [c for c in marks if not "\u0e48" <= c <= "\u0e4c"][:_VOWELS_PER_BASE]
    return "".join([*sorted(vowels, key=unicodedata.combining), *tones, *karan, *follows])


def _folded(sign: re.Match[str]) -> str:
    return _FOLDED[ord(sign[0])]


def _one_letter(run: re.Match[str]) -> str:
    return run[0][0]


# What a text may need, told by a look at each letter, for most need none of the patterns above.
_HIDDEN, _MALFORMED, _DRAWN_OUT = 1, 2, 4
_ILL_FORMED = _HIDDEN | _MALFORMED
# … by kinds of letters; what stands at one consonant has its kinds in rising order.
_DIGIT, _CONSONANT, _SINGLE, _LETTER, _THAI_LETTER = 8, 16, 32, 64, 128
_VOWEL, _TONE, _KARAN, _BEHIND, _LAST = 256, 512, 1_024, 2_048, 4_096
_STACK = _VOWEL | _TONE | _KARAN | _BEHIND | _LAST
_ANY = _HIDDEN | _DIGIT | _LETTER
_LONGEST_RUN, _LONGEST_NUMBER = 32, 64
_SARA_E = ord("เ")


def _kinds() -> Kinds:
    malformed = f"[\r\u2028\u2029\uf700-\uf71a\u0e45\u0e4d{_COMBINING}]"
    found = kind_table(
        {_HIDDEN: _UNSEEN.pattern, _MALFORMED: malformed, _DIGIT: r"\d"}, BEHIND_BASIC
    )
    thai = {
        _CONSONANT: "[ก-ฮ]",
        _SINGLE: "[ะาำเ-ไฯๆ]",
        _LETTER: r"[^\W\dก-๙]",
        _THAI_LETTER: "[ก-ฺเ-๎]",
        _VOWEL: f"(?![{_TONES}\u0e4c])[{_MARKS}]",
        _TONE: f"[{_TONES}]",
        _KARAN: "\u0e4c",
        _BEHIND: "[าำ]",
        _LAST: "ะ",
    }
    found[:BEHIND_THAI] |= kind_table(thai)
    found[BEHIND_THAI:] |= _LETTER
    return found


_KINDS = _kinds()


@inner
def _kind(letters: Letters, place: int, kind_of: Kinds) -> int:
    """0 outside the text; a letter behind the table may be anything."""
    if not 0 <= place < len(letters):
        return 0
    letter = letters[place]
    return int(kind_of[letter]) if letter < len(kind_of) else _ANY


@inner
def _is_drawn_out(letters: Letters, place: int, run: int, kind_of: Kinds) -> bool:
    """Whether one letter, so many times up to here, may stand for itself once."""
    kind = _kind(letters, place, kind_of)
    if kind & _CONSONANT and run == 2:
        before, behind = _kind(letters, place - 2, kind_of), _kind(letters, place + 1, kind_of)
        return before & _STACK != 0 and not behind & _THAI_LETTER
    least = 2 if kind & _SINGLE else 3 if kind & _CONSONANT else 4
    return kind & (_SINGLE | _CONSONANT | _LETTER) != 0 and run >= least


@compiled(i64, given(u32), given(u16))
def _faults(letters: Letters, kind_of: Kinds) -> int:
    """The faults that a text may have; others it surely has not."""
    faults = run = digits = before = 0
    for place in range(len(letters)):
        kind = _kind(letters, place, kind_of)
        run = run + 1 if place and letters[place] == letters[place - 1] else 1
        digits = digits + 1 if kind & _DIGIT else 0
        faults |= kind & (_HIDDEN | _MALFORMED)
        if run > _LONGEST_RUN or digits > _LONGEST_NUMBER:
            faults |= _MALFORMED
        if 0 < kind & _STACK <= before or (run > 1 and letters[place] == _SARA_E):
            faults |= _MALFORMED
        if run > 1 and _is_drawn_out(letters, place, run, kind_of):
            faults |= _DRAWN_OUT
        before = kind & _STACK
    return faults
