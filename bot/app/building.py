"""The composition root: builds every part from the settings, the clock too."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from typing import TextIO

import structlog

from bot.app.logs import set_up_logging
from bot.app.serving import App, Clock, StartError
from bot.desk.conversation.asking import Asking
from bot.desk.conversation.cases import Cases
from bot.desk.conversation.pausing import Pausing
from bot.desk.editions import Editions
from bot.desk.editorial.publishing import Publishing
from bot.desk.messaging.chat_memory import ChatMemory
from bot.desk.messaging.mailbox import Mailbox
from bot.desk.messaging.rate_limits import RateLimiter
from bot.desk.messaging.unit_of_work import OutgoingCall, UnitOfWork
from bot.desk.metrics import Metrics
from bot.desk.notifications.reminders import Reminders
from bot.desk.notifications.subscriptions import Broadcasts, Subscriptions
from bot.desk.operations.backups import Backups
from bot.desk.operations.health import Health
from bot.desk.operations.monitoring import Canary, Watchdog
from bot.desk.operations.retention import Retention, RetentionPeriods
from bot.desk.operations.schedule import Job, Schedule, daily, every
from bot.desk.privacy import JOURNAL, Privacy
from bot.desk.reporting.figures import Figures
from bot.desk.reporting.inventory import Inventory
from bot.desk.reporting.precision import AnswerSampling
from bot.desk.reporting.question_log import QuestionLog
from bot.desk.review.reviewing import Reviewing
from bot.desk.staff.console import Console
from bot.desk.staff.people import People, Role
from bot.desk.use_cases import Desk
from bot.settings import Settings, SettingsError
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.files import check_recipient
from bot.telegram_ui.drawing.callbacks import Codec
from bot.telegram_ui.drawing.case_messages import TelegramCaseMessages
from bot.telegram_ui.drawing.renderers import Renderers
from bot.telegram_ui.face import TelegramFace, announcer
from bot.telegram_ui.handlers import Handlers
from bot.telegram_ui.transport.application import ApiAccess
from bot.telegram_ui.transport.webhook import Hook
from bot.texts import Texts

_NEWS = timedelta(minutes=5)  # how often followers' news is looked for
_REMINDERS = timedelta(minutes=1)  # how often it is looked whom to remind
_BATCHES = timedelta(seconds=10)  # how often a broadcast goes on

log = structlog.stdlib.get_logger(__name__)


def build(settings: Settings, clock: Clock | None = None) -> App:
    """Make every part; nothing is opened, read or written yet but the bot's own texts.

    `clock` gives the time (default: the system's, in the zone of the settings). Raises
    `StartError`.
    """
    clock = clock or system_clock(settings)
    texts = Texts.load()
    database = _database(settings)
    editions = Editions(settings.knowledge_dir, settings.taught, texts, settings.index_dir)
    renderers = Renderers(ChatMemory(database), Codec(editions.entry_of))
    desk = make_desk(settings, database, editions, renderers)
    telegram = _telegram(settings, desk, renderers, clock)
    jobs = _jobs(settings, database, desk, texts, telegram)
    if telegram:
        jobs += _telegram_jobs(desk, telegram.handlers, settings.staff_room_id)
    health = Health(database, editions, desk.mailbox)
    health.telegram_fault = telegram.fault if telegram else None
    return App(settings, clock, texts, database, desk, Schedule(database, jobs), health, telegram)


def make_desk(
    settings: Settings, database: Database, editions: Editions, renderers: Renderers
) -> Desk:
    """Every use case over this knowledge and database; `renderers` draws notifications."""
    texts, metrics = editions.texts, Metrics()
    people = People(database, texts, settings.admin_ids, settings.staff_ids)
    limiter = RateLimiter(exempt=lambda user: people.role_of(user) > Role.CITIZEN)
    review = Reviewing(database, editions, settings.taught, announcer(renderers))
    return Desk(
        editions=editions,
        mailbox=Mailbox(
            database,
            lambda: people.with_role(Role.ADMIN),
            limiter=limiter,
            room=settings.staff_room_id,
            metrics=metrics,
        ),
        asking=Asking(database, editions, metrics),
        review=review,
        publishing=Publishing(database, editions),
        cases=_cases(settings, database, editions, review, renderers),
        memory=ChatMemory(database),
        people=people,
        console=Console(database, people, texts, settings.web_address),
        subscriptions=Subscriptions(database, editions),
        broadcasts=Broadcasts(database),
        reminders=Reminders(database, editions),
        privacy=Privacy(database, settings.backup_dir / JOURNAL),
        figures=Figures(database, editions, settings.zone),
        sampling=AnswerSampling(database, editions, settings.zone),
        question_log=QuestionLog(database, editions),
        inventory=Inventory(database, editions),
        pausing=Pausing(database, texts),
        new_work=lambda: UnitOfWork(database),
    )


def _cases(
    settings: Settings,
    database: Database,
    editions: Editions,
    review: Reviewing,
    renderers: Renderers,
) -> Cases | None:
    room = settings.staff_room_id
    if room is None:
        return None
    post = TelegramCaseMessages(room, renderers)
    return Cases(database, editions, review, post, room=room, zone=settings.zone)


def _database(settings: Settings) -> Database:
    try:
        if settings.backup_recipient:
            check_recipient(settings.backup_recipient)
        return Database(settings.database_url.get_secret_value())
    except StoreError as error:
        raise StartError(str(error)) from error


def _telegram(
    settings: Settings, desk: Desk, renderers: Renderers, clock: Clock
) -> TelegramFace | None:
    token = settings.telegram_bot_token
    if token is None:
        return None
    access = ApiAccess(
        token.get_secret_value(), settings.telegram_api_base_url, settings.telegram_api_file_url
    )
    address, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    hook = Hook(address, secret.get_secret_value()) if address and secret else None
    return TelegramFace(access, desk, renderers, clock, hook)


def run() -> int:
    """Read the settings, serve, and return the exit status; errors go to stderr."""
    try:
        settings = Settings.load()
        set_up_logging(settings, sys.stderr)
        build(settings).run(lambda line: _write(sys.stdout, line))
    except (SettingsError, StartError) as error:
        _write(sys.stderr, str(error))
        return 1
    except Exception:  # the log blacks out secrets, a traceback on its own does not
        log.exception("the bot ended by a fault")
        return 1
    return 0


def _jobs(
    settings: Settings, database: Database, desk: Desk, texts: Texts, telegram: TelegramFace | None
) -> list[Job]:
    """What the bot does by itself, and when."""
    notify = desk.mailbox.notify_admins if telegram else None
    fault = telegram.fault if telegram else None
    backups = Backups(
        database,
        settings.backup_dir,
        settings.keep_backups_days,
        settings.zone,
        settings.backup_recipient,
    )
    watchdog = Watchdog(settings.backup_dir, backups, fault, notify, texts)
    canary = Canary(settings.canary_question, desk.asking, database, notify, texts)
    retention = Retention(database, desk.privacy, _keeping(settings))
    return [
        Job("backup", every(timedelta(hours=1)), backups.run),
        Job("watchdog", every(timedelta(minutes=1)), watchdog.look),
        Job("canary", every(timedelta(hours=1)), canary.ask),
        Job("drafts.forget", daily(time(3)), desk.publishing.drafts.forget_closed),
        Job("tallies", daily(time(0, 20)), desk.figures.count_days),
        Job("retention", daily(time(3)), retention.run),
    ]


def _keeping(settings: Settings) -> RetentionPeriods:
    return RetentionPeriods(
        questions=settings.keep_questions_days,
        sensitive=settings.keep_sensitive_days,
        dead_letters=settings.keep_dead_letters_days,
        handled=settings.keep_handled_days,
        sent=settings.keep_sent_days,
        audit=settings.keep_audit_days,
        backups=settings.keep_backups_days,
    )


def _telegram_jobs(desk: Desk, drawn_by: Handlers, room: int | None) -> list[Job]:
    """What the bot does by itself in Telegram, and when."""
    news, reminder = drawn_by.subscriber.draw, drawn_by.reminding.draw
    broadcast, reports = drawn_by.broadcaster.draw, drawn_by.reports

    def post(draw: Callable[[Sequence[int], datetime], list[OutgoingCall]], at: datetime) -> None:
        with desk.new_work().committed(at) as work:
            for outgoing in draw(desk.people.with_role(Role.ADMIN), at):
                work.send(outgoing)

    return [
        Job("digest", daily(time(8, 30)), partial(post, partial(reports.digest, room))),
        Job("judging", daily(time(9), weekday=0), partial(post, reports.invitation)),
        Job("followers", every(_NEWS), lambda at: desk.subscriptions.notify_followers(news, at)),
        Job("reminders", every(_REMINDERS), lambda at: desk.reminders.send_due(reminder, at)),
        Job("broadcasts", every(_BATCHES), lambda at: desk.broadcasts.advance(broadcast, at)),
    ]


def system_clock(settings: Settings) -> Clock:
    """The real time, in the zone of the settings."""
    return lambda: datetime.now(settings.zone)  # noqa: TID251


def _write(stream: TextIO, line: str) -> None:
    stream.write(line + "\n")
    stream.flush()
