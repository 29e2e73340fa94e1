"""The figures in Telegram: `/stats`, the morning's digest, and the weekly judging of answers."""

from collections.abc import Sequence
from datetime import datetime

from bot.desk.messaging.unit_of_work import OutgoingCall, Priority, inline_file
from bot.desk.reporting import charts
from bot.desk.reporting.figures import Day, Figures, Report
from bot.desk.reporting.precision import AnswerSampling, SampledAnswer
from bot.telegram_ui.actions.exchange import Exchange
from bot.telegram_ui.drawing.attachments import Payload
from bot.telegram_ui.drawing.markup import Run
from bot.telegram_ui.drawing.presses import Grade, GradeStep, Teach, TeachStep
from bot.telegram_ui.drawing.render import Renderer, Rows

_SPAN = 14  # days of /stats
_CAPTION = 1024  # characters under a picture


class Reports:
    """For admins. Whoever routes here has checked the right of this very action."""

    def __init__(self, figures: Figures, sampling: AnswerSampling, renderer: Renderer) -> None:
        self._figures = figures
        self._sampling = sampling
        self._renderer = renderer
        self._texts = renderer.texts

    def stats(self, exchange: Exchange) -> None:
        """Two weeks as a picture, the sums and the precision below it."""
        report = self._figures.report(exchange.at, _SPAN)
        told = self._told(report)
        if not report.total.asked:
            exchange.say(self._renderer.text(told))
            return
        title = self._texts("stats.title", days=_SPAN, date=report.days[-1].label)
        picture = charts.days_png(report.days, self._texts, title)
        payload = {"photo": inline_file("stats.png", picture), "caption": told[:_CAPTION]}
        exchange.call("sendPhoto", payload)

    def grade(self, exchange: Exchange, press: Grade) -> None:
        """Record what an admin makes of an answer, and show the next one in its place."""
        exchange.acknowledge()
        if press.verdict is not GradeStep.NEXT:
            good, by = press.verdict is GradeStep.RIGHT, exchange.visitor.user_id
            self._sampling.judge(press.judgement, good, by, exchange.at)
        card = self._sampling.card(exchange.at)
        if card:
            who, at = exchange.visitor.user_id, exchange.at
            exchange.work.audit(who, "precision.read", str(card.id), at)
        shown = self._card(card) if card else self._renderer.sentence("grade.all_done")
        pressed = exchange.pressed
        if press.verdict is GradeStep.NEXT or pressed is None or len(shown) > 1:
            exchange.say(shown)
        else:
            exchange.call("editMessageText", shown[0] | {"message_id": pressed.message_id})

    def digest(self, room: int | None, admins: Sequence[int], at: datetime) -> list[OutgoingCall]:
        """Yesterday in a few lines: to the admins with buttons, to the staff room without."""
        report = self._figures.report(at, 2)
        yesterday = report.days[0]
        sums = self._sums(yesterday)
        waiting = self._texts("stats.waiting", items=report.open_items, taught=report.taught)
        heading = self._texts("stats.digest", date=yesterday.label)
        text = "\n".join((heading, sums, waiting))
        rows = self._row("stats.button.review", report.open_items > 0, Teach(TeachStep.NEXT))
        card = self._sampling.card(at)
        rows += self._row("stats.button.grade", card is not None, Grade(GradeStep.NEXT))
        sent = [self._notice(one, text, rows, f"digest:{yesterday.day}") for one in admins]
        return sent + ([self._notice(room, text, [], f"digest:{yesterday.day}")] if room else [])

    def invitation(self, admins: Sequence[int], at: datetime) -> list[OutgoingCall]:
        """Draw the week's answers and ask the admins to judge them; nothing when there are none."""
        count = self._sampling.draw(at)
        card = self._sampling.card(at)
        if card is None:
            return []
        text = self._texts("grade.invitation", count=count)
        rows = self._row("stats.button.grade", True, Grade(GradeStep.NEXT))
        return [self._notice(one, text, rows, f"grade:{at:%G-%V}") for one in admins]

    def _told(self, report: Report) -> str:
        lines = [self._sums(report.total)]
        lines.append(self._texts("stats.waiting", items=report.open_items, taught=report.taught))
        if report.weeks:
            last = report.weeks[-1]
            low, high = (round(100 * bound) for bound in last.interval)
            share = round(100 * last.right / last.judged)
            words = {"share": share, "low": low, "high": high, "judged": last.judged}
            lines.append(self._texts("stats.precision", **words))
        else:
            lines.append(self._texts("figures.never_judged"))
        return "\n".join(lines)

    def _sums(self, day: Day) -> str:
        if not day.asked:
            return self._texts("figures.nothing")
        shares = {
            name: round(100 * getattr(day, name) / day.asked)
            for name in ("answered", "choices", "no_answer")
        }
        return self._texts("stats.sums", asked=day.asked, disliked=day.disliked, **shares)

    def _card(self, card: SampledAnswer) -> list[Payload]:
        runs = [
            Run(self._texts("grade.left", count=card.left) + "\n\n"),
            Run(self._texts("admin.question") + "\n"),
            Run(card.question, "b"),
            Run("\n\n" + self._texts("grade.answer") + "\n" + card.answer),
            Run("\n\n" + self._texts("grade.entry", title=card.title)),
        ]
        rows = [
            self._renderer.labelled("grade.button.right", Grade(GradeStep.RIGHT, card.id)),
            self._renderer.labelled("grade.button.wrong", Grade(GradeStep.WRONG, card.id)),
        ]
        return self._renderer.message(runs, rows)

    def _row(self, key: str, wanted: bool, press: Teach | Grade) -> Rows:
        return [self._renderer.labelled(key, press)] if wanted else []

    def _notice(self, chat_id: int, text: str, rows: Rows, key: str) -> OutgoingCall:
        (payload,) = self._renderer.text(text, rows or None)
        return OutgoingCall(chat_id, "sendMessage", payload, Priority.NOTICE, f"{key}:{chat_id}")
