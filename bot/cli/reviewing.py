"""`review …`: what the bot could not answer, from the terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

import typer

from bot.cli.storing import opened_database
from bot.cli.terminal import moment, say, settings, stop, tell
from bot.desk.console import Console
from bot.desk.editions import Editions
from bot.desk.lessons import LessonKind
from bot.desk.people import TERMINAL, People
from bot.desk.queue import ReviewItem
from bot.desk.review import Decision, Reviewing
from bot.desk.work import RefusedError
from bot.dialogue.direct.emergencies import Danger
from bot.dialogue.replies import plain_text
from bot.settings import Settings
from bot.store.database import Database
from bot.texts import Texts, sentence
from bot.thai.dates import thai_date

app = typer.Typer(help="คำถามที่บอตยังตอบไม่ได้: ดู สอน ตอบ ตัดออก เลิกทำ", no_args_is_help=True)

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="เลขรายการ จาก review list")]


@dataclass(frozen=True, slots=True)
class _Room:
    review: Reviewing
    at: datetime

    def decision(self, number: int) -> Decision:
        """A decision on the item as it is now."""
        item = self.review.queue.item(number, self.at)
        if item is None:
            raise RefusedError(sentence("refused.review.no_number", number=number))
        return Decision(number, item.version, TERMINAL, self.at)


@contextmanager
def _store(chosen: Settings, at: datetime) -> Iterator[Database]:
    """The database of the settings; what is refused ends the command with its reason."""
    with opened_database(chosen) as database:
        database.upgrade(at)
        try:
            yield database
        except RefusedError as error:
            raise stop(str(error)) from error


@contextmanager
def _room() -> Iterator[_Room]:
    """The review queue of the store and the knowledge of the settings."""
    chosen = settings()
    at, texts = moment(chosen, None), Texts.load()
    with _store(chosen, at) as database:
        editions = Editions(chosen.knowledge_dir, chosen.taught, texts, chosen.index_dir)
        editions.reload(at)
        yield _Room(Reviewing(database, editions, chosen.taught), at)


def console() -> None:
    """ลิงก์เข้าห้องทำงานบนเว็บสำหรับคนหน้าเครื่อง ใช้ได้ครั้งเดียวภายใน 10 นาที (บอตต้องเปิดอยู่)"""
    chosen = settings()
    at, texts = moment(chosen, None), Texts.load()
    with _store(chosen, at) as database:
        people = People(database, texts, chosen.admin_ids, chosen.staff_ids)
        say(Console(database, people, texts, chosen.web_address).way_in(at))


@app.command("list")
def list_(
    limit: Annotated[int, typer.Option(min=1, max=500, help="แสดงไม่เกินกี่รายการ")] = 20,
) -> None:
    """คำถามที่ยังไม่มีคำตอบ ถามบ่อยที่สุดก่อน"""
    with _room() as room:
        items = room.review.queue.pending(room.at, limit)
        for item in items:
            say(_told(item, room.at))
        tell(f"ทั้งหมด {room.review.queue.count()} รายการ")


def _told(item: ReviewItem, now: datetime) -> str:
    last = thai_date(item.last_at.astimezone(now.tzinfo).date())
    lines = [
        f"{item.id}. {item.sample}",
        f"   ถาม {item.count} ครั้ง รอคำตอบ {item.waiting} คน ล่าสุด {last}",
    ]
    lines += [f"   ใกล้เคียง: {near.entry_id} · {near.title}" for near in item.nearest]
    return "\n".join(lines)


@app.command()
def teach(
    number: Number, entry: Annotated[str, typer.Argument(metavar="ID", help="id ของเรื่องที่ตอบคำถามนี้")]
) -> None:
    """คำถามนี้ตอบได้จากเรื่องที่มีอยู่แล้ว"""
    with _room() as room:
        taught = room.review.teach(room.decision(number), LessonKind.PHRASING, entry)
        say(f"สอนแล้ว แจ้งผู้ที่รอคำตอบ {taught.told} คน\n\n{plain_text(taught.reply)}")


@app.command()
def answer(
    number: Number, text: Annotated[str, typer.Argument(metavar="TEXT", help="คำตอบ")]
) -> None:
    """เขียนคำตอบใหม่ให้คำถามนี้"""
    with _room() as room:
        taught = room.review.teach(room.decision(number), LessonKind.ANSWER, text)
        say(f"บันทึกเป็นเรื่อง {taught.entry_id} แจ้งผู้ที่รอคำตอบ {taught.told} คน")


@app.command()
def preview(
    number: Number, text: Annotated[str, typer.Argument(metavar="TEXT", help="คำตอบ")]
) -> None:
    """ประชาชนจะเห็นอะไรถ้าเขียนคำตอบนี้ ยังไม่บันทึก"""
    with _room() as room:
        say(plain_text(room.review.preview(room.decision(number), LessonKind.ANSWER, text)))


@app.command("tell")
def tell_(
    number: Number, text: Annotated[str, typer.Argument(metavar="TEXT", help="คำตอบ")]
) -> None:
    """ตอบเฉพาะคนที่รอคำตอบ บอตไม่จำไปตอบคนอื่น"""
    with _room() as room:
        taught = room.review.teach(room.decision(number), LessonKind.TOLD, text)
        say(f"ส่งให้ผู้ที่รอคำตอบ {taught.told} คน")


@app.command()
def emergency(
    number: Number,
    danger: Annotated[Danger, typer.Argument(metavar="DANGER", help="แบบของเหตุ")],
) -> None:
    """ประโยคนี้คือการแจ้งเหตุฉุกเฉิน ให้เบอร์ทันที"""
    with _room() as room:
        taught = room.review.teach(room.decision(number), LessonKind.EMERGENCY, danger)
        say(f"สอนแล้ว\n\n{plain_text(taught.reply)}")


@app.command()
def dismiss(
    number: Number,
    note: Annotated[str, typer.Option(help="เหตุผล")] = "",
    days: Annotated[int, typer.Option(min=0, max=3660, help="ตัดออกกี่วัน (0 = ตลอดไป)")] = 0,
) -> None:
    """คำถามนี้ไม่เกี่ยวกับกระทรวง"""
    with _room() as room:
        until = room.at + timedelta(days=days) if days else None
        room.review.dismiss(room.decision(number), note, until)
        say("ตัดออกแล้ว")


@app.command()
def merge(
    number: Number,
    into: Annotated[int, typer.Argument(metavar="INTO", help="เลขรายการที่รวมเข้า")],
) -> None:
    """คำถามนี้ถามเรื่องเดียวกับอีกรายการ"""
    with _room() as room:
        room.review.merge(room.decision(number), into)
        say(f"รวมเข้ากับรายการที่ {into} แล้ว")


@app.command()
def split(
    number: Number,
    texts: Annotated[list[str], typer.Argument(metavar="TEXT", help="ประโยคที่แยก")],
) -> None:
    """ประโยคเหล่านี้ถามคนละเรื่อง แยกเป็นรายการใหม่"""
    with _room() as room:
        made = room.review.split(room.decision(number), texts)
        say(f"แยกเป็นรายการที่ {made} แล้ว")


@app.command()
def undo(number: Number) -> None:
    """เลิกทำสิ่งที่สอนหรือการตัดออกของรายการนี้"""
    with _room() as room:
        room.review.undo(number, TERMINAL, room.at)
        say("เลิกทำแล้ว รายการกลับมารอคำตอบ")
