"""How the bot is doing, in the console: figures, charts, and the same in words."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.desk import charts
from bot.desk.console import SignedIn
from bot.desk.figures import Figures, Named, Report
from bot.desk.people import Role
from bot.texts import Texts
from bot.web.frame import Frame

_SPANS = (7, 30, 90, 365)  # days
_HOME = "/console/figures"


class FigurePages:
    """For staff; what citizens wrote is shown to admins alone. Nothing on it names a person."""

    def __init__(self, frame: Frame, figures: Figures) -> None:
        self._frame = frame
        self._figures = figures

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        return [Route(_HOME, self._frame.requires(Role.STAFF, self.dashboard))]

    async def dashboard(self, request: Request, who: SignedIn) -> Response:
        """The last days; `?days=` is one of a few spans."""
        asked = request.query_params.get("days", "")
        days = int(asked) if asked in {str(span) for span in _SPANS} else _SPANS[1]
        report = await run_in_threadpool(self._figures.report, self._frame.clock(), days)
        at, admin = self._frame.clock(), who.role >= Role.ADMIN
        unanswered = (
            await run_in_threadpool(self._figures.unanswered, who.user_id, at) if admin else ()
        )
        drawn = await run_in_threadpool(_drawn, report, self._frame.texts)
        return self._frame.page(
            request,
            "console/figures.html",
            who,
            report=report,
            total=report.total,
            unanswered=unanswered,
            charts=drawn,
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
