"""Every command by name; without one the bot runs."""

import typer

from bot.cli import asking, judging, keeping, reviewing, storing

app = typer.Typer(
    name="tham-wit",
    help="ถามวิทย์ 1313: บอตตอบคำถามเรื่องข่าว กิจกรรม บริการ และเบอร์ติดต่อของกระทรวง อว.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("ask")(asking.ask)
app.command("chat")(asking.chat)
app.command("evaluate")(judging.evaluate)
app.command("console")(reviewing.console)
app.add_typer(keeping.app, name="knowledge")
app.add_typer(reviewing.app, name="review")
app.add_typer(storing.app, name="db")


@app.callback(invoke_without_command=True)
def run(context: typer.Context) -> None:
    """ถามวิทย์ 1313 ไม่ใส่คำสั่ง = เปิดบอต (Telegram เมื่อมี TELEGRAM_BOT_TOKEN และหน้าเว็บเสมอ)"""
    if context.invoked_subcommand is None:
        from bot.app import run as run_bot  # noqa: PLC0415  loads Telegram and the web server

        raise typer.Exit(run_bot())


def main() -> None:
    """Run the command named on the command line."""
    app()
