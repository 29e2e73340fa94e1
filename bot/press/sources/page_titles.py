"""The title of a saved web page: the part of <title> that is the article's, not the site's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from bot.knowledge.decoding import clean
from bot.knowledge.words import release_pattern

_PARTS = re.compile(r"\s+[-–—|»:]+\s+|\s*[|»]\s*|::")
_HEADINGS = (
    "//*[contains(@class,'contentheading') or contains(@itemprop,'headline')]|//h1|//h2|//h3"
)
_SHARED = "//meta[@property='og:title']/@content"
_SITE_NAME = "//meta[@property='og:site_name']/@content"
_CUT = re.compile(r"\s*(?:\.{2,}|…)$")
_LONGEST_TITLE = 400
_LONGEST_SITE = 60
_TELLING = 15  # characters from which on the beginning of a heading tells which one it is
_QUOTES = str.maketrans("“”„‘’", '"""\'\'')
_RUN = 6  # characters that hardly stand in a text by chance
_SPOKEN, _UNSPOKEN = 0.3, 0.15  # shares of its runs that the text has of a title, and of a name
_OPENING = 3  # lines of the body among which its heading stands
_office_or_site = release_pattern("(?:%(office_heads)s|%(site_heads)s)")
_verb = release_pattern("(?!%(no_verbs)s)(?:%(verbs)s)", "title_words")


@dataclass(frozen=True, slots=True)
class Claims:
    """The titles that a page claims: <title> whole and in parts, og:title in parts, headings."""

    whole: str
    parts: Sequence[str]
    shared: Sequence[str]
    headings: Sequence[str]
    site: str

    def is_site(self, text: str) -> bool:
        """Whether it is only the name of the site or of its office."""
        return text == self.site or _is_office(text)


def claims_of(tree: HtmlElement) -> Claims:
    """The claims of a page, before anything is taken out of it."""
    headings = [text for text in (text_of(one) for one in tree.xpath(_HEADINGS)) if text]
    whole = next((text_of(one) for one in tree.xpath("//title")), "")
    shared = next((tidy(str(one)) for one in tree.xpath(_SHARED)), "")
    site = next((tidy(str(one)) for one in tree.xpath(_SITE_NAME)), "")
    return Claims(whole, _parts(whole), _parts(shared), headings, site)


def title_of(claims: Claims, body: Sequence[str]) -> str:
    """The part of <title> that a heading repeats or completes, else it without the site's name.

    Where <title> is only the site's, og:title or the heading of `body`, its lines; and a heading
    that shares words with the body where <title> does not.
    """
    return next(filter(None, _candidates(claims, body)), "")[:_LONGEST_TITLE]


def _candidates(claims: Claims, body: Sequence[str]) -> Iterator[str]:
    """What may be the title, likeliest first."""
    named = [*_stretches(claims.whole), *claims.parts]
    repeated = [part for part in named if part and part in claims.headings]
    above = claims.headings[:1]  # often the name of the site
    yield _longest(one for one in repeated if one not in (*above, claims.site))
    yield next(_completed(named, (*claims.headings, *claims.shared)), "")
    yield next((one for one in repeated if not claims.is_site(one)), "")
    told = [one for one in claims.parts if len(one) > _TELLING or one in claims.shared]
    told = [one for one in told if not claims.is_site(one)]
    yield _heading_of_text(claims, told, body)
    yield _longest(told)
    yield _longest(one for one in claims.shared if not claims.is_site(one))
    opening = [line.lstrip("# ") for line in body[:_OPENING]]
    heads = (one for one in claims.headings if one in opening and len(one) > _TELLING)
    yield next((one for one in heads if not claims.is_site(one)), "")
    yield _longest(repeated)
    yield _longest(claims.parts)
    yield from claims.headings


def _longest(texts: Iterable[str]) -> str:
    return max(texts, default="", key=len)


def _completed(named: Sequence[str], told: Sequence[str]) -> Iterator[str]:
    """Texts that go on where a part of <title> was cut, or ends."""
    for one in told:
        for part in named:
            begun = _CUT.sub("", part).translate(_QUOTES)
            longer = len(begun) > _TELLING and len(one) > len(part)
            if longer and one.translate(_QUOTES).startswith(begun):
                yield one


def _heading_of_text(claims: Claims, told: Sequence[str], body: Sequence[str]) -> str:
    """The first heading that shares words with the text where <title> does not."""
    lines = [line.lstrip("# ") for line in body]
    text = "\n".join(_letters_of(line) for line in lines if line not in claims.headings)
    if any(_overlap(one, text) >= _UNSPOKEN for one in told):
        return ""
    parts = lines[_OPENING:]  # which have headings of their own
    heads = (one for one in claims.headings if len(one) > _TELLING and one not in parts)
    return next(
        (one for one in heads if not claims.is_site(one) and _overlap(one, text) >= _SPOKEN), ""
    )


def _overlap(title: str, text: str) -> float:
    """The share of a title's n-grams that are in the text."""
    letters = _letters_of(title)
    runs = [letters[start : start + _RUN] for start in range(len(letters) - _RUN + 1)]
    return sum(run in text for run in runs) / max(1, len(runs))


def _letters_of(text: str) -> str:
    return "".join(text.lower().split())


def _stretches(text: str) -> list[str]:
    """A text, and its parts before and behind each separator."""
    cuts = [found.span() for found in _PARTS.finditer(text)]
    return [text, *(text[:start] for start, _ in cuts), *(text[end:] for _, end in cuts)]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(text) if part.strip()]


@lru_cache(maxsize=64)
def _is_office(text: str) -> bool:
    """Whether it reads as the name of an office."""
    opens = len(text) <= _LONGEST_SITE and _office_or_site().match(text) is not None
    return opens and not any(map(_verb().match, text.split()[1:]))


def text_of(element: HtmlElement) -> str:
    """The text of an element in one line."""
    return tidy(str(element.text_content()))


def tidy(text: str) -> str:
    """The text cleaned, each run of blanks as one."""
    return " ".join(clean(text).split())
