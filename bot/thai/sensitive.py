"""Whether somebody tells of a person what the law protects most: health, belief, a record …

Section 26 of the PDPA names the kinds. The table holds forms that tell such a thing by
themselves, and forms that do when the text also names a person: "ผม", "แม่", "ลูกสาว".
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from bot.thai.names import Names
from bot.thai.normalise import cleaned, normalise, squeeze
from bot.thai.tables import rows_of

_PERSON, _ALONE, _BESIDE = "person", "alone", "beside"


def is_sensitive(text: str) -> bool:
    """Whether the text tells something sensitive of a person; never raises."""
    clean, forms = cleaned(text), _forms()
    letters = squeeze(clean)
    if any(form in letters for form in forms[_ALONE]):
        return True
    if not any(form in letters for form in forms[_BESIDE]):
        return False
    return not forms[_PERSON].isdisjoint(Names.load().cut(clean))


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, frozenset[str]]:
    """The forms of the table by what they need to count, squeezed."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, form, alone, *_ in rows_of("sensitive.csv"):
        needs = _PERSON if kind == _PERSON else _ALONE if alone else _BESIDE
        found[needs].add(squeeze(normalise(form)))
    return {needs: frozenset(forms) for needs, forms in found.items()}
