"""A release → an entry with every field that can be read out of it, and how each was found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.knowledge.entries import Entry
from bot.knowledge.persons import people_in
from bot.press.facts.articles import Article, plain_entry, read_article
from bot.press.facts.contacts import find_contact
from bot.press.facts.events import find_event
from bot.press.facts.paragraphs import unwrapped
from bot.press.facts.summaries import summary_of
from bot.press.facts.topics import kind_of, tags_of
from bot.press.findings import Finding, finding, to_review
from bot.press.sources.chats import without_chat
from bot.press.sources.cloaking import plain_mails
from bot.press.sources.mails import without_mail


@dataclass(frozen=True, slots=True)
class Understood:
    """An imported entry and how its fields were found; unsure ones are in `entry.review` too."""

    entry: Entry
    findings: tuple[Finding, ...]


def understand(text: str, stem: str) -> Understood:
    """Read the text of a release into an entry whose id is `stem`. Nothing is made up."""
    plain = plain_mails(without_mail(without_chat(text)))
    return understand_article(read_article(unwrapped(plain)), stem)


def understand_article(article: Article, stem: str) -> Understood:
    """The same for a release that is taken apart already."""
    title, paragraphs = article.title, article.paragraphs
    found, reached = find_event(title, paragraphs, article.published), find_contact(paragraphs)
    event, contact = found.event, reached.contact
    kind, kind_finding = kind_of(title, paragraphs, event, contact, article.published)
    findings = (*_certain(article), kind_finding, *found.findings, *reached.findings)
    entry = replace(
        plain_entry(article, stem),
        kind=kind,
        summary=summary_of(title, paragraphs),
        keywords=tags_of(title, paragraphs, event.province if event else ""),
        event=event,
        contact=contact,
        people=people_in(paragraphs),
        files=reached.files,
        review=to_review(findings),
    )
    return Understood(entry, (*findings, *_derived(entry)))


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
    if entry.keywords:
        yield finding("keywords", "keywords")
    if entry.summary:
        yield finding("summary", "summary")
