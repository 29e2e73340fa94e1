"""`db …`: the store."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import moment, say, settings, stop, tell
from bot.settings import Settings
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.files import make_key

app = typer.Typer(help="ดูแลฐานข้อมูล: ปรับรุ่น สำรอง ตรวจ", no_args_is_help=True)


@app.command()
def upgrade() -> None:
    """ปรับตารางให้ตรงกับรุ่นของโปรแกรม (สำรองไฟล์เดิมให้ก่อน)"""
    chosen = settings()
    with opened_database(chosen) as database:
        database.upgrade(moment(chosen, None))
    say("ฐานข้อมูลเป็นรุ่นล่าสุดแล้ว")


@app.command()
def backup(target: Annotated[Path, typer.Argument(metavar="FILE", help="ไฟล์ปลายทาง")]) -> None:
    """สำรองฐานข้อมูลเป็นไฟล์เดียวที่ตรวจแล้วว่าครบ"""
    with opened_database(settings()) as database:
        database.backup(target)
    say(f"สำรองไว้ที่ {target} แล้ว")


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="ไฟล์สำรอง")],
    key: Annotated[
        Path | None, typer.Option("--key", help="ไฟล์กุญแจของไฟล์สำรองที่เข้ารหัส (.age)")
    ] = None,
) -> None:
    """กู้ฐานข้อมูลจากไฟล์สำรอง (ปิดบอตก่อน ฐานข้อมูลเดิมเก็บไว้ข้างกัน)"""
    from bot.desk.backups import restore as put_back  # noqa: PLC0415  loads the search

    chosen = settings()
    at = moment(chosen, None)
    try:
        url = chosen.database_url.get_secret_value()
        done = put_back(url, source, chosen.backup_dir, at, key=key)
    except StoreError as error:
        raise stop(str(error)) from error
    say(f"กู้จาก {source} แล้ว")
    if done.kept_as:
        say(f"ฐานข้อมูลเดิมเก็บไว้ที่ {done.kept_as}")
    if done.forgotten:
        say(f"ลบข้อมูลของผู้ที่เคยขอให้ลบซ้ำอีกครั้ง {done.forgotten} คน")


@app.command()
def key(target: Annotated[Path, typer.Argument(metavar="FILE", help="ไฟล์ใหม่ของกุญแจ")]) -> None:
    """สร้างกุญแจสำหรับไฟล์สำรองที่เข้ารหัส แล้วบอกค่าที่ใส่ใน BACKUP_RECIPIENT"""
    try:
        recipient = make_key(target)
    except StoreError as error:
        raise stop(str(error)) from error
    say(f"BACKUP_RECIPIENT={recipient}")
    tell(f"กุญแจอยู่ที่ {target} ย้ายไปเก็บนอกเครื่องนี้ ถ้าหายจะกู้ไฟล์สำรองไม่ได้")


@app.command()
def check() -> None:
    """ตรวจว่าฐานข้อมูลใช้งานได้และครบถ้วน"""
    with opened_database(settings()) as database:
        faults = database.check()
    if faults:
        raise stop("\n".join(faults))
    say("ฐานข้อมูลปกติ")


@contextmanager
def opened_database(chosen: Settings) -> Iterator[Database]:
    """The database of the settings; a fault of it ends the command with its reason."""
    try:
        with closing(Database(chosen.database_url.get_secret_value())) as database:
            yield database
    except StoreError as error:
        raise stop(str(error)) from error
