"""How the bot is doing, in the console: figures, charts, and the same in words."""

from starlette.responses import Response
from starlette.routing import Route

from bot.desk.reporting import charts
from bot.desk.reporting.figures import Figures, Named, Report
from bot.desk.staff.people import Role
from bot.texts import Texts
from bot.web.frame import FIGURES, Frame, SignedRequest

_SPANS = (7, 30, 90, 365)  # days


class FigurePages:
    """For staff; what citizens wrote is shown to admins alone. Nothing on it names a person."""

    def __init__(self, frame: Frame, figures: Figures) -> None:
        self._frame = frame
        self._figures = figures

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        return [Route(FIGURES, self._frame.requires(Role.STAFF, self.dashboard))]

    def dashboard(self, request: SignedRequest) -> Response:
        """The last days; `?days=` is one of a few spans."""
        span = request.query.get("days", "")
        days = int(span) if span in map(str, _SPANS) else _SPANS[1]
        report, admin = self._figures.report(request.at, days), request.who.role >= Role.ADMIN
        return self._frame.show(
            request,
            "console/figures.html",
            report=report,
            total=report.total,
            unanswered=self._figures.unanswered(request.who.user_id, request.at) if admin else (),
            charts=_drawn(report, self._frame.texts),
            days=days,
            spans=_SPANS,
        )


def _drawn(report: Report, texts: Texts) -> dict[str, str]:
    """The charts there is something to show in, by name, as SVG."""
    found: dict[str, str] = {}
    if report.total.asked:
        found["days"] = charts.days_svg(report.days, texts, texts("figures.by_day"))
        found["hours"] = charts.hours_svg(report.hours, texts("figures.by_hour"))
    named: dict[str, tuple[Named, ...]] = {
        "topics": report.topics,
        "agencies": report.agencies,
        "provinces": report.provinces,
    }
    for name, counts in named.items():
        if counts:
            found[name] = charts.bars_svg(counts, texts(f"figures.by_{name}"))
    if report.weeks:
        found["weeks"] = charts.weeks_svg(report, texts, texts("figures.by_week"))
    return found
