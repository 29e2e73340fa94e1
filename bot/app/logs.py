"""Logging: JSON lines without secrets."""

import logging
import re
from typing import Any, TextIO

import structlog

from bot.settings import Settings

_FIELDS = ("method", "fate", "reason", "row", "error")  # of plain records; nothing citizens wrote
_TOKEN = re.compile(r"\d{5,}:[\w-]{20,}")


def set_up_logging(settings: Settings, stream: TextIO) -> None:
    """JSON lines without secrets: every record of every library passes the same filter."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(allow=_FIELDS),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        _SecretFreeFormatter(
            _secrets_of(settings),
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=True),
            ],
            foreign_pre_chain=shared,
        )
    )
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    # Logs of requests would show the token.
    for noisy in ("httpx", "httpcore", "alembic", "uvicorn"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)  # it quotes what it cannot read
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


class _SecretFreeFormatter(structlog.stdlib.ProcessorFormatter):
    """Blacks out secrets in the finished line, tracebacks included."""

    def __init__(self, secrets: tuple[str, ...], **options: Any) -> None:
        super().__init__(**options)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """One line with `***` for anything that looks like a secret."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return _TOKEN.sub("***", line)


def _secrets_of(settings: Settings) -> tuple[str, ...]:
    named = (
        settings.telegram_bot_token,
        settings.telegram_webhook_secret,
        settings.metrics_token,
        settings.database_url,
    )
    secrets = [secret.get_secret_value() for secret in named if secret]
    return tuple(secret for secret in secrets if not secret.startswith("sqlite"))
