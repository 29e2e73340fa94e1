"""A draft as a message to staff: what was understood, what to look at, and what to do."""

from collections.abc import Iterator, Sequence

from bot.desk.editions import entry_key
from bot.desk.editorial.changes import CompletedChange
from bot.desk.editorial.drafts import DraftListItem, Drafts, FormField, Preview
from bot.desk.editorial.publishing import ServedEdition
from bot.telegram_ui.drawing.attachments import Payload
from bot.telegram_ui.drawing.markup import Run, shortened
from bot.telegram_ui.drawing.presses import DraftStep, EntryStep, OnDraft, OnEntry, TakeBack
from bot.telegram_ui.drawing.render import Button, Renderer, Rows, pairs

_VALUE = 220  # characters of a field on a card
_BODY = 320
_QUESTIONS = 20
_PROBLEMS = 6
_LABEL = 46  # characters of a title in a button
_APART = ("title", "kind", "body", "questions", "keywords", "summary")  # told in their own place


class DraftCards:
    """Draws for staff. The same draft gives the same card every time."""

    def __init__(self, renderer: Renderer, drafts: Drafts) -> None:
        self._renderer = renderer
        self._drafts = drafts
        self._texts = renderer.texts

    def card(self, preview: Preview) -> list[Payload]:
        """Everything about one draft, its buttons under it."""
        return self._renderer.message(list(self._runs(preview)), self._card_rows(preview))

    def fields(self, preview: Preview) -> list[Payload]:
        """The fields to choose from; those that are filled or unsure come first."""
        numbered = list(enumerate(preview.fields))
        numbered.sort(key=lambda pair: (not pair[1].unsure, not pair[1].text))
        buttons = [
            button
            for number, field in numbered
            for button in self._step(self.label(field.name), preview, DraftStep.FIELD, number)
        ]
        return self._renderer.sentence("staff.which_field", pairs(buttons))

    def listing(self, listed: Sequence[DraftListItem], step: EntryStep) -> Rows:
        """A button for each entry or draft."""
        return [
            self._renderer.labelled(
                f"staff.listed.{one.status}",
                OnDraft(DraftStep.SHOW, one.draft_id)
                if one.draft_id
                else OnEntry(step, entry_key(one.entry_id)),
                title=shortened(one.title, _LABEL),
            )
            for one in listed
        ]

    def undo_row(self, change_id: int) -> Rows:
        """A button that takes a change back."""
        return [self._renderer.labelled("staff.button.undo", TakeBack(change_id))]

    def withdraw_rows(self, entry_id: str) -> Rows:
        """Really?"""
        key = entry_key(entry_id)
        withdraw = OnEntry(EntryStep.WITHDRAW, key)
        return [self._renderer.labelled("staff.button.withdraw", withdraw), self.cancel_row()]

    def cancel_row(self) -> list[Button]:
        """A button that ends waiting for a message."""
        return self._renderer.labelled("staff.button.cancel", OnDraft(DraftStep.CANCEL))

    def back_row(self, draft_id: int, version: int = 0) -> Rows:
        """A button that shows the draft as it is now; `version` is the one a reply is about."""
        show = OnDraft(DraftStep.SHOW, draft_id, version)
        return [self._renderer.labelled("staff.button.show", show)]

    def change(self, done: CompletedChange) -> str:
        """One line about a change."""
        who = self._texts("staff.by", number=done.by) if done.by else self._texts("staff.by_page")
        what = self._texts(f"staff.action.{done.action}")
        return f"{what}: {done.title}\n{done.moment} · {who}"

    def serving(self, now: ServedEdition) -> str:
        """What answers at this moment, and what is wrong with the folder."""
        errors = [one for one in now.problems if one.severity == "error"]
        lines = [
            self._texts(
                "staff.version",
                number=now.number,
                entries=now.entries,
                digest=now.digest[:8],
                moment=now.moment,
            ),
            self._texts(
                "staff.version_problems",
                errors=len(errors),
                warnings=len(now.problems) - len(errors),
            ),
        ]
        lines += [f"• {one}" for one in errors[:_PROBLEMS]]
        if len(errors) > _PROBLEMS:
            lines.append(self._texts("staff.version_more", count=len(errors) - _PROBLEMS))
        return "\n".join(lines)

    def label(self, name: str) -> str:
        """A field's name as people call it."""
        return self._texts(f"staff.fields.{name}")

    def labels(self) -> dict[str, str]:
        """What a line of a correction can begin with → the field, as `Drafts.correct` takes it."""
        named = {self.label(name): name for name in self._drafts.fields}
        for word, sign in (("more", self._drafts.added), ("less", self._drafts.taken_out)):
            for name in self._drafts.lists:
                named[self._texts(f"staff.{word}", label=self.label(name))] = name + sign
        return named

    def _runs(self, preview: Preview) -> Iterator[Run]:
        kind = self._texts(f"staff.kinds.{preview.kind}")
        state = "staff.card.served" if preview.served else f"staff.card.{preview.state}"
        yield Run(f"{self._texts(state)} · {kind}\n")
        yield Run(preview.title, "b")
        for field in preview.fields:
            if field.name not in _APART and field.text:
                yield from self._field(field)
        body = preview.field("body")
        length = self._texts("staff.card.body", count=f"{len(body):,}")
        yield Run(f"\n\n{length}\n{shortened(body, _BODY)}")
        asked = self._questions(preview)
        yield from self._section("staff.card.questions", asked[:_QUESTIONS], numbered=True)
        if len(asked) > _QUESTIONS:
            yield Run(f"\n{self._texts('staff.card.more', count=len(asked) - _QUESTIONS)}")
        yield from self._section("staff.card.look", self._unsure(preview))
        for key in ("error", "warning"):
            told = [one.told for one in preview.told(key)]
            yield from self._section(f"staff.card.{key}s", told[:_PROBLEMS])
        duplicates = [one.title for one in preview.trial.duplicates]
        yield from self._section("staff.card.duplicates", duplicates)
        yield from self._section("staff.card.nearest", [n.title for n in preview.trial.nearest])
        yield Run(f"\n\n{self._texts('staff.card.how')}", "i")

    def _field(self, field: FormField) -> Iterator[Run]:
        mark = " (?)" if field.unsure else ""
        value = " · ".join(field.text.split("\n"))
        yield Run(f"\n{self.label(field.name)}{mark}: {shortened(value, _VALUE)}")

    def _questions(self, preview: Preview) -> list[str]:
        return [line for line in preview.field("questions").split("\n") if line]

    def _unsure(self, preview: Preview) -> list[str]:
        unsure = (field for field in preview.fields if field.unsure)
        return [f"{self.label(field.name)}: {field.unsure}" for field in unsure]

    def _section(self, key: str, lines: Sequence[str], *, numbered: bool = False) -> Iterator[Run]:
        if lines:
            yield Run(f"\n\n{self._texts(key)}")
            marks = [f"{number}." if numbered else "•" for number in range(1, len(lines) + 1)]
            told = (
                f"\n{mark} {shortened(line, _VALUE)}"
                for mark, line in zip(marks, lines, strict=True)
            )
            yield Run("".join(told))

    def _card_rows(self, preview: Preview) -> Rows:
        if preview.state != "open":
            return []
        steps = {
            "publish": DraftStep.PUBLISH,
            "fields": DraftStep.FIELDS,
            "try": DraftStep.TRY,
            "keep": DraftStep.KEEP,
            "discard": DraftStep.DISCARD,
        }
        if preview.errors:
            del steps["publish"]
        buttons = [
            button
            for name, step in steps.items()
            for button in self._step(self._texts(f"staff.button.{name}"), preview, step)
        ]
        return pairs(buttons)

    def _step(self, label: str, preview: Preview, step: DraftStep, field: int = 0) -> list[Button]:
        press = OnDraft(step, preview.draft_id, preview.version, field)
        return self._renderer.button(label, press)
