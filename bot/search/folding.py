"""How Thai text sounds, roughly: misspellings that sound alike become one spelling."""

import re

_SILENT = re.compile("[ก-ฮ][ิุ]?์|[\u0e47-\u0e4e]|ร(?=[รั])")  # karan letters, tones, doubled ร
_LEAD = re.compile("ห(?=[งญนมยรลว])|ทร(?=[าง])")
_CLUSTER = re.compile("(?<=[กขคตปผพ])[รล](?=[ะ-ฺเ-ไก-ฮ])")
_SOUND = str.maketrans(
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


def fold(text: str) -> str:
    """Squeezed text as it sounds: no tones, no silent letters, one sign for each sound."""
    bare = _LEAD.sub("", _SILENT.sub("", text))
    return _CLUSTER.sub("", bare).translate(_SOUND)
