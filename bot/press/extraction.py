"""A release → an entry with all fields that its text gives, and how each was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.entries import Entry, Source
from bot.knowledge.persons import people_in
from bot.knowledge.problems import UnreadableError
from bot.press.facts.articles import Article, plain_entry, read_article
from bot.press.facts.contacts import find_contact
from bot.press.facts.events import find_event
from bot.press.facts.letterheads import day_of_letterhead
from bot.press.facts.paragraphs import unwrapped, with_whole_letters
from bot.press.facts.summaries import summary_of
from bot.press.facts.themes import THEME, theme_of
from bot.press.facts.topics import kind_of, tags_of
from bot.press.findings import Finding, finding, to_review
from bot.press.sources.chats import without_chat
from bot.press.sources.cloaking import plain_mails
from bot.press.sources.documents import SourceText
from bot.press.sources.mails import without_mail

_FEWEST_LETTERS = 10  # fewer tell nothing: what is left of a page that its scripts make
_MOST_LETTERS, _MOST_LINES = 100_000, 3_000  # a release has a tenth of it; reading takes time


@dataclass(frozen=True, slots=True)
class Extraction:
    """An imported entry and how its fields were found; unsure ones are in `entry.review` too."""

    entry: Entry
    findings: tuple[Finding, ...]


def extract(text: str, stem: str, header: Sequence[str] = ()) -> Extraction:
    """The entry, with the id `stem`, that the text of a release gives. Nothing is made up.

    Where the text has no day of its own that of the `header` of its pages counts.
    """
    plain = plain_mails(without_mail(without_chat(with_whole_letters(text))))
    article = read_article(unwrapped(plain))
    published = article.published or day_of_letterhead(header)
    return extract_article(replace(article, published=published), stem)


def extract_source(source: SourceText, stem: str, url: str = "") -> Extraction:
    """The same with what else the file and its address give.

    Raises `UnreadableError` for a text without a body, or a book.
    """
    _refuse_long(source.text)
    found = extract(source.text, stem, source.header)
    if len(found.entry.body) < _FEWEST_LETTERS:
        raise UnreadableError("no-body.title_only" if found.entry.title else "no-body.nothing")
    findings = (*found.findings, *source.findings)
    told = found.entry.source
    entry = replace(
        found.entry,
        source=Source(told.title or source.site, told.url or source.url or url),
        files=tuple(dict.fromkeys((*found.entry.files, *source.files))),
        review=to_review(findings),
    )
    return Extraction(entry, findings)


def _refuse_long(text: str) -> None:
    letters = len(text)
    lines = sum(map(bool, map(str.strip, text.split("\n")))) if letters <= _MOST_LETTERS else 0
    if letters > _MOST_LETTERS or lines > _MOST_LINES:
        much, most = (lines, _MOST_LINES) if lines else (letters, _MOST_LETTERS)
        key = "too-long.lines" if lines else "too-long.letters"
        raise UnreadableError(key, much=much, most=most)


def extract_article(article: Article, stem: str) -> Extraction:
    """The same for a release that is parsed already."""
    title, paragraphs = article.title, article.paragraphs
    found, reached = find_event(title, paragraphs, article.published), find_contact(paragraphs)
    event, contact = found.event, reached.contact
    kind, kind_finding = kind_of(title, paragraphs, event, contact, article.published)
    findings = (*_certain(article), kind_finding, *found.findings, *reached.findings)
    plain, theme = plain_entry(article, stem), theme_of(paragraphs) if event else ""
    entry = replace(
        plain,
        kind=kind,
        facts={**plain.facts, THEME: theme} if theme else plain.facts,
        summary=summary_of(title, paragraphs),
        keywords=tags_of(title, paragraphs, event.province if event else ""),
        event=event,
        contact=contact,
        people=people_in(paragraphs),
        files=reached.files,
        review=to_review(findings),
    )
    return Extraction(entry, (*findings, *_derived(entry)))


def _certain(article: Article) -> Iterable[Finding]:
    if not article.headed:
        yield finding("title", "title.unheaded", sure=False)
    elif article.title:
        how = "title.first_line" if article.whole_title else "title.shortened"
        yield finding("title", how, sure=article.whole_title)
    if not article.whole:
        yield finding("body", "text.shortened", sure=False)
    if article.published:
        yield finding("published", "published")
    else:
        yield finding("published", "not_published", sure=False)
    if article.url:
        yield finding("source.url", "source")


def _derived(entry: Entry) -> Iterable[Finding]:
    if entry.people:
        yield finding("people", "people")
    if THEME in entry.facts:
        yield finding(f"facts.{THEME}", "theme")
    if entry.keywords:
        yield finding("keywords", "keywords")
    if entry.summary:
        yield finding("summary", "summary")
