"""What became of each release of an import, as a report for clerks."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path

from bot.knowledge.entries import Entry
from bot.knowledge.problems import Problem, cut
from bot.press.findings import Finding
from bot.press.near_duplicates import NearDuplicate
from bot.press.questions.proposals import ENOUGH
from bot.texts import Texts, sentence
from bot.thai.dates import thai_date, thai_range

_LONGEST_LINE = 160


class ImportOutcome(StrEnum):
    """What became of a release."""

    WRITTEN = "written"
    UPDATED = "updated"  # its source or its status changed
    UNCHANGED = "unchanged"
    KEPT = "kept"  # a person's edits stand; nothing was written
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was extracted of a release, how, and what became of it.

    `changes` are the lines of a diff when its source differs from the last import; `asked` are
    the questions of a new entry.
    """

    source: Path
    target: Path
    outcome: ImportOutcome
    entry: Entry | None
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...] = ()
    changes: tuple[str, ...] = ()
    duplicates: tuple[NearDuplicate, ...] = ()
    asked: tuple[str, ...] = ()

    def text(self, *, explain: bool = False) -> str:
        """The report in Thai; `explain` also tells how every field was found."""
        heading = f"{self.source.name}: {sentence(f'import.outcome.{self.outcome}')}"
        if self.entry:
            heading += f" · {_facts(self.entry)}"
        problems = (one.told for one in self.problems)
        looks = (
            sentence(
                "import.sure" if one.sure else "import.unsure", field=label(one.field), how=one.how
            )
            for one in self.findings
            if explain or (self.entry and not one.sure)
        )
        duplicates = (sentence("import.near_duplicate", **asdict(one)) for one in self.duplicates)
        changes = (cut(line, _LONGEST_LINE) for line in self.changes)
        more = chain(problems, looks, duplicates, changes, self._questions())
        return "\n  ".join([heading, *more])

    def _questions(self) -> Iterator[str]:
        if self.asked:
            few = len(self.asked) < ENOUGH
            yield sentence("import.asked_few" if few else "import.asked", count=len(self.asked))
            yield from (f"· {question}" for question in self.asked)
        elif self.outcome is ImportOutcome.WRITTEN:
            yield sentence("import.asked_none")


def label(name: str) -> str:
    """A field's label for clerks, and its name in the file."""
    key, texts = f"staff.fields.{name}", Texts.load()
    return f"{texts(key)} ({name})" if key in texts else name


def _facts(entry: Entry) -> str:
    parts = [entry.title]
    if entry.published:
        parts.append(sentence("import.published", day=thai_date(entry.published)))
    else:
        parts.append(sentence("import.no_day"))
    if entry.event and entry.event.start:
        days = thai_range(entry.event.start, entry.event.end or entry.event.start)
        parts.append(sentence("import.event", days=days))
    if entry.event and entry.event.venue:
        parts.append(sentence("import.venue", venue=entry.event.venue))
    if entry.contact and entry.contact.phones:
        parts.append(sentence("import.phones", phones=", ".join(entry.contact.phones)))
    return " · ".join([*parts, sentence("import.letters", count=len(entry.body))])
