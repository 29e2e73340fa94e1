"""Settings are read once, by the names of the contract, and say what is wrong with them."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError

EXAMPLE = Path(__file__).parents[1] / ".env.example"
CONTRACT = {
    "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_BASE_URL", "TELEGRAM_API_FILE_URL",
    "TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_SECRET", "ADMIN_IDS", "STAFF_IDS",
    "STAFF_ROOM_ID", "KNOWLEDGE_DIR", "TAUGHT_DIR", "IMPORT_HOSTS", "DATABASE_URL", "INDEX_DIR",
    "BACKUP_DIR", "BACKUP_RECIPIENT", "KEEP_QUESTIONS_DAYS", "KEEP_SENSITIVE_DAYS",
    "KEEP_DEAD_LETTERS_DAYS", "KEEP_HANDLED_DAYS", "KEEP_SENT_DAYS", "KEEP_AUDIT_DAYS",
    "KEEP_BACKUPS_DAYS", "CANARY_QUESTION", "WEB_HOST", "WEB_PORT", "WEB_PUBLIC_URL",
    "METRICS_TOKEN", "TIMEZONE", "LOG_LEVEL",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in CONTRACT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_names_are_those_of_the_contract() -> None:
    """Each setting is an environment variable without a prefix."""
    assert {name.upper() for name in Settings.model_fields} == CONTRACT


def test_the_example_lists_every_setting_with_a_comment_in_both_languages() -> None:
    """`.env.example` and the program know the same settings, each explained twice."""
    blocks = EXAMPLE.read_text("utf-8").strip().split("\n\n")[1:]
    found = {}
    for block in blocks:
        thai, english, assignment = block.splitlines()
        assert thai.startswith("# ")
        assert any("\u0e01" <= letter <= "\u0e5b" for letter in thai)
        assert english.startswith("# ")
        assert english.isascii()
        name, _, value = assignment.partition("=")
        found[name] = value
    assert dict.fromkeys(found, "") == found
    assert set(found) == CONTRACT


def test_the_example_as_it_is_gives_the_defaults(tmp_path: Path) -> None:
    """A copied, unedited example changes nothing: empty means not set."""
    (tmp_path / ".env").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    assert Settings.load(_env_file=None) == Settings.load()


def test_env_file_and_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment wins over `.env`."""
    (tmp_path / ".env").write_text("WEB_PORT=9000\nADMIN_IDS=1, 2 3\n", "utf-8")
    monkeypatch.setenv("WEB_PORT", "9001")
    settings = Settings.load()
    assert (9001, frozenset({1, 2, 3})) == (settings.web_port, settings.admin_ids)


def test_lessons_go_under_the_knowledge_unless_told_otherwise(tmp_path: Path) -> None:
    """The taught folder follows the knowledge folder."""
    assert tmp_path / "taught" == Settings.load(knowledge_dir=tmp_path).taught
    assert Path("/elsewhere") == Settings.load(taught_dir=Path("/elsewhere")).taught


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "hunter2-secret"),
        ("TELEGRAM_BOT_TOKEN", "๑๒๓:abc"),
        ("TELEGRAM_API_BASE_URL", "ftp://x"),
        ("ADMIN_IDS", "somchai"),
        ("ADMIN_IDS", "-5"),
        ("WEB_PORT", "70000"),
        ("WEB_PORT", "x"),
        ("TIMEZONE", "Mars/Olympus"),
        ("TIMEZONE", "../../etc/passwd"),
        ("LOG_LEVEL", "DEBUG"),
    ],
)
def test_a_bad_value_is_named_and_not_shown(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the variable in Thai words and never repeats what may be a secret."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert f"ค่า {name} ใช้ไม่ได้" in str(caught.value)
    assert value not in str(caught.value) or value == "x"


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"TELEGRAM_WEBHOOK_URL": "https://x.th"}, "TELEGRAM_WEBHOOK_SECRET"),
        ({"TELEGRAM_WEBHOOK_URL": "http://x.th", "TELEGRAM_WEBHOOK_SECRET": "s"}, "WEBHOOK_URL"),
        ({"TELEGRAM_WEBHOOK_SECRET": "with blank"}, "TELEGRAM_WEBHOOK_SECRET"),
    ],
)
def test_a_webhook_needs_its_secret_and_https(
    values: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without them anybody could pretend to be Telegram."""
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=named):
        Settings.load()


def test_every_bad_value_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two mistakes need one look."""
    monkeypatch.setenv("WEB_PORT", "x")
    monkeypatch.setenv("ADMIN_IDS", "x")
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert "WEB_PORT" in str(caught.value)
    assert "ADMIN_IDS" in str(caught.value)


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """A printed Settings object gives nothing away."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:topsecret")
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:topsecret@host/db")
    settings = Settings.load()
    assert "topsecret" not in repr(settings) + str(settings)
