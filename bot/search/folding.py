"""How Thai text sounds, roughly: misspellings that sound alike become one spelling."""

import re

_SILENT = re.compile("[ก-ฮ][ิุ]?์|[\u0e47-\u0e4e]")  # karan letters, tones
_LEAD = re.compile("ห(?=[งญนมยรลว])|(?<=ท)ร(?=[าง])")
_CLUSTER = re.compile("(?<=[กขคตปผพ])[รล](?=[ะ-ฺเ-ไก-ฮ])")
_TRAILING = re.compile("(?<=[กขคฆตท])ร(?![ะ-ฺ])")  # สมัคร, บัตร
_FINAL = re.compile("(?:(?<=[ัาิีึืุู])|(?<=[เแโ][ก-ฮ]))[จชซฎฏฐฑฒดตถทธศษสณญรลฬบปพฟภขคฆ](?![ะ-ฺ])")
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


def fold(text: str) -> str:
    """Squeezed text as it sounds: no tones, no silent letters, one sign for each sound."""
    bare = _TRAILING.sub("", _CLUSTER.sub("", _LEAD.sub("", _SILENT.sub("", text))))
    return _FINAL.sub(lambda found: _AT_END[found[0]], bare).translate(SOUND_OF)
