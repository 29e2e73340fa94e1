"""`db …`: the store."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.opening import moment, say, settings, stop
from bot.store.database import Database
from bot.store.errors import StoreError

app = typer.Typer(help="ดูแลฐานข้อมูล: ปรับรุ่น สำรอง ตรวจ", no_args_is_help=True)


@app.command()
def upgrade() -> None:
    """ปรับตารางให้ตรงกับรุ่นของโปรแกรม (สำรองไฟล์เดิมให้ก่อน)"""
    at = moment(settings(), None)
    _with_database(lambda database: database.upgrade(at))
    say("ฐานข้อมูลเป็นรุ่นล่าสุดแล้ว")


@app.command()
def backup(target: Annotated[Path, typer.Argument(metavar="FILE", help="ไฟล์ปลายทาง")]) -> None:
    """สำรองฐานข้อมูลเป็นไฟล์เดียวที่ตรวจแล้วว่าครบ"""
    _with_database(lambda database: database.backup(target))
    say(f"สำรองไว้ที่ {target} แล้ว")


@app.command()
def check() -> None:
    """ตรวจว่าฐานข้อมูลใช้งานได้และครบถ้วน"""
    faults: list[str] = []
    _with_database(lambda database: faults.extend(database.check()))
    if faults:
        raise stop("\n".join(faults))
    say("ฐานข้อมูลปกติ")


def _with_database(act: Callable[[Database], None]) -> None:
    try:
        database = Database(settings().database_url.get_secret_value())
        try:
            act(database)
        finally:
            database.close()
    except StoreError as error:
        raise stop(str(error)) from error
