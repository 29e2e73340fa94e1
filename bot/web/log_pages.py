"""The question log, why something was answered, exports, and the audit trail."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime, timedelta

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from starlette.datastructures import QueryParams
from starlette.responses import Response
from starlette.routing import Route

from bot.desk.reporting.question_log import (
    OUTCOMES,
    LogFilter,
    LoggedQuestion,
    QuestionLog,
    local_moment,
)
from bot.desk.staff.people import Role
from bot.texts import Texts
from bot.web.downloads import attachment
from bot.web.forms import number_in, words_in
from bot.web.frame import AUDIT, QUESTIONS, Frame, SignedRequest

_SHOWN = 50
_COLUMNS = ("asked", "channel", "text", "outcome", "entry", "title", "probability", "vote")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for a formula
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class LogPages:
    """For admins; every look at citizens' words is written down."""

    def __init__(self, frame: Frame, log: QuestionLog) -> None:
        self._frame = frame
        self._log = log

    def routes(self) -> list[Route]:
        """The addresses of this part."""
        admin = Role.ADMIN
        return [
            Route(QUESTIONS, self._frame.requires(admin, self.questions)),
            Route(
                QUESTIONS + "/export", self._frame.requires(admin, self.export), methods=["POST"]
            ),
            Route(QUESTIONS + "/{key}", self._frame.requires(admin, self.why)),
            Route(AUDIT, self._frame.requires(admin, self.audit)),
        ]

    def questions(self, request: SignedRequest) -> Response:
        """The log, fifty at a time, filtered."""
        wanted, before = filter_of(request.query, request.at), number_in(request.query, "before")
        page = self._log.questions(wanted, before, _SHOWN, request.who.user_id, request.at)
        return self._frame.show(
            request,
            "console/questions.html",
            rows=page.rows,
            query=request.query,
            outcomes=OUTCOMES,
            more=_more(request.query, page.older) if page.older else "",
        )

    def why(self, request: SignedRequest) -> Response:
        """One question with its whole trace, then and now."""
        found = self._log.why(request.in_path("key"), request.who.user_id, request.at)
        if found is None:
            key = "console.no_question"
            return self._frame.message(request.http, 404, key, request.who, back=QUESTIONS)
        return self._frame.show(request, "console/why.html", why=found)

    def export(self, request: SignedRequest) -> Response:
        """The filtered log as a file; a POST, for it is written down."""
        by, at, texts = request.who.user_id, request.at, self._frame.texts
        wanted = filter_of({key: str(value) for key, value in request.form.items()}, at)
        mark = texts("console.exported", who=by, when=local_moment(at, at))
        rows = self._log.export(wanted, by, at)
        name = f"questions-{at:%Y%m%d-%H%M}"
        if request.form.get("format") == "xlsx":
            return attachment(xlsx_of(rows, at, mark, texts), f"{name}.xlsx", _XLSX)
        return attachment(csv_of(rows, at, mark, texts), f"{name}.csv", "text/csv; charset=utf-8")

    def audit(self, request: SignedRequest) -> Response:
        """Who did what, newest first."""
        before, by = number_in(request.query, "before"), number_in(request.query, "who")
        rows = self._log.trail(before, _SHOWN, by)
        more = _more(request.query, rows[-1].id) if len(rows) == _SHOWN else ""
        return self._frame.show(
            request, "console/audit.html", rows=rows, query=request.query, more=more
        )


def filter_of(given: QueryParams | dict[str, str], at: datetime) -> LogFilter:
    """The filter that a query or a form describes; what makes no sense filters nothing."""
    outcome = given.get("outcome", "")
    last = _day(given.get("until", ""), at)
    return LogFilter(
        outcome=outcome if outcome in OUTCOMES else "",
        entry=given.get("entry", "")[:200],
        channel=given.get("channel", "")[:20],
        words=words_in(given, "words", 200),
        disliked=given.get("disliked") == "1",
        since=_day(given.get("since", ""), at),
        until=last + timedelta(days=1) if last else None,
    )


def csv_of(rows: Iterable[LoggedQuestion], at: datetime, mark: str, texts: Texts) -> bytes:
    """The rows for any spreadsheet, with a mark of who took them; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([mark])
    writer.writerow([texts(f"console.column.{name}") for name in _COLUMNS])
    for row in rows:
        writer.writerow([_harmless(cell) for cell in _cells(row, at)])
    return out.getvalue().encode("utf-8-sig")


def xlsx_of(rows: Iterable[LoggedQuestion], at: datetime, mark: str, texts: Texts) -> bytes:
    """The rows as a workbook, with a mark of who took them; every cell is text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("questions")
    heading = [texts(f"console.column.{name}") for name in _COLUMNS]
    for cells in ([mark], heading, *(_cells(row, at) for row in rows)):
        sheet.append([_text_cell(sheet, cell) for cell in cells])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(row: LoggedQuestion, at: datetime) -> list[str]:
    vote = {None: "", True: "+", False: "–"}[row.good]
    sure = "" if row.probability is None else f"{row.probability:.2f}"
    when = local_moment(row.asked_at, at)
    return [when, row.channel, row.text, row.outcome, row.entry, row.title, sure, vote]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def _text_cell(sheet: object, value: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    return cell


def _more(query: QueryParams, last: int) -> str:
    """The query of the next page."""
    kept = {key: value for key, value in query.items() if key != "before"}
    return str(QueryParams({**kept, "before": str(last)}))


def _day(text: str, at: datetime) -> datetime | None:
    """The midnight it begins with; None for what is no day of this millennium."""
    try:
        day = datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007  the zone follows
    except ValueError:
        return None
    return day.replace(tzinfo=at.tzinfo) if 2000 <= day.year < 3000 else None
