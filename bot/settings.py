"""Every setting, read once from the environment and `.env`, and passed down as values."""

import re
from pathlib import Path
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.texts import Texts, sentence

LOG_LEVELS = ("INFO", "WARNING", "ERROR")  # DEBUG would write citizens' texts and secrets


class SettingsError(Exception):
    """A setting is wrong; the message names it and says how to cure it, in Thai."""


def _ids(value: object) -> object:
    """Numbers separated by commas or blanks, as people write them in `.env`."""
    return value.replace(",", " ").split() if isinstance(value, str) else value


def _names(value: object) -> object:
    """Names separated by commas or blanks, in small letters."""
    return value.lower().replace(",", " ").split() if isinstance(value, str) else value


def _https(value: str | None) -> str | None:
    if value is not None and not value.startswith(("https://", "http://")):
        raise ValueError(sentence("settings.http"))
    return value.rstrip("/") if value else value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(sentence("settings.zone")) from error
    return value


def _level(value: str) -> str:
    if value.upper() not in LOG_LEVELS:
        raise ValueError(sentence("settings.choices", choices=" ".join(LOG_LEVELS)))
    return value.upper()


def _token(value: SecretStr | None) -> SecretStr | None:
    if value is not None:
        number, _, secret = value.get_secret_value().partition(":")
        if not (number.isascii() and number.isdigit() and re.fullmatch(r"[A-Za-z0-9_-]+", secret)):
            raise ValueError(sentence("settings.token"))
    return value


def _recipient(value: str) -> str:
    if value and not re.fullmatch("age1[0-9a-z]{58}", value):
        raise ValueError(sentence("settings.recipient"))
    return value


def _hook_secret(value: SecretStr | None) -> SecretStr | None:
    if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError(sentence("settings.secret"))
    return value


Ids = Annotated[frozenset[Annotated[int, Field(gt=0)]], NoDecode, BeforeValidator(_ids)]
Names = Annotated[frozenset[str], NoDecode, BeforeValidator(_names)]
Days = Annotated[int, Field(ge=1, le=3650)]
Address = Annotated[str | None, AfterValidator(_https)]


class Settings(BaseSettings):
    """The bot's settings; an empty value counts as not set."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_bot_token: Annotated[SecretStr | None, AfterValidator(_token)] = None
    telegram_api_base_url: Address = None
    telegram_api_file_url: Address = None
    telegram_webhook_url: Address = None
    telegram_webhook_secret: Annotated[SecretStr | None, AfterValidator(_hook_secret)] = None
    admin_ids: Ids = frozenset()
    staff_ids: Ids = frozenset()
    staff_room_id: int | None = None
    knowledge_dir: Path = Path("knowledge")
    taught_dir: Path | None = None
    import_hosts: Names = frozenset()
    database_url: SecretStr = SecretStr("sqlite:///var/bot.db")
    index_dir: Path = Path("var/index")
    backup_dir: Path = Path("var/backups")
    backup_recipient: Annotated[str, AfterValidator(_recipient)] = ""
    keep_questions_days: Days = 180
    keep_sensitive_days: Days = 30
    keep_dead_letters_days: Days = 30
    keep_handled_days: Annotated[int, Field(ge=2, le=6)] = 3
    keep_sent_days: Days = 30
    keep_audit_days: Days = 365
    keep_backups_days: Days = 93
    canary_question: str = sentence("settings.canary_question")
    web_host: str = "127.0.0.1"
    web_port: Annotated[int, Field(ge=0, le=65535)] = 8013
    web_public_url: Address = None
    metrics_token: SecretStr | None = None
    timezone: Annotated[str, AfterValidator(_zone)] = "Asia/Bangkok"
    log_level: Annotated[str, AfterValidator(_level)] = "INFO"

    @model_validator(mode="after")
    def _hook_is_whole(self) -> Self:
        """Without a secret anybody could pretend to be Telegram."""
        if self.telegram_webhook_url and self.telegram_webhook_secret is None:
            raise PydanticCustomError("telegram_webhook_secret", sentence("settings.no_secret"))
        own_server = self.telegram_api_base_url is not None
        if (self.telegram_webhook_url or "https:").startswith("http:") and not own_server:
            raise PydanticCustomError("telegram_webhook_url", sentence("settings.https"))
        return self

    @classmethod
    def load(cls, **values: Any) -> Self:
        """Read the environment and `.env`; `values` go first. Raises `SettingsError`."""
        try:
            return cls(**values)
        except ValidationError as error:
            raise SettingsError(_explain(error)) from None

    @property
    def taught(self) -> Path:
        """Where lessons are written."""
        return self.taught_dir or self.knowledge_dir / "taught"

    @property
    def web_address(self) -> str:
        """Where browsers reach the site, without a slash at its end."""
        return self.web_public_url or self.local_address(self.web_port)

    def local_address(self, port: int) -> str:
        """Where the site listens, as an address to type."""
        host = f"[{self.web_host}]" if ":" in self.web_host else self.web_host
        return f"http://{host}:{port}"

    @property
    def metrics_secret(self) -> str:
        """What a machine from elsewhere shows to read the figures; empty: it may not."""
        return self.metrics_token.get_secret_value() if self.metrics_token else ""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone dates are said in."""
        return ZoneInfo(self.timezone)


def _explain(error: ValidationError) -> str:
    """One line per wrong setting; never the value, which may be a secret."""
    texts, lines = Texts.load(), []
    for fault in error.errors(include_url=False, include_input=False):
        name = str(fault["loc"][0] if fault["loc"] else fault["type"]).upper()
        known = fault.get("ctx", {})
        reason = str(known["error"]) if "error" in known else fault["msg"]
        key = f"settings.fault.{fault['type']}"
        why = texts(key, **known) if key in texts else reason
        lines.append(texts("settings.wrong", name=name, why=why))
    return "\n".join([*dict.fromkeys(lines), texts("settings.cure")])
