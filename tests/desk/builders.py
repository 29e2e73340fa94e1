"""Updates, work and mailboxs for the tests of the desk."""

from pathlib import Path
from typing import Any

from bot.desk.messaging.unit_of_work import OutgoingCall, UnitOfWork
from bot.store.database import Database


def update(update_id: int, chat_id: int = 5, text: str = "สวัสดี") -> dict[str, Any]:
    """An update as Telegram sends it."""
    chat = {"id": chat_id, "type": "private"}
    message = {"message_id": update_id * 10, "date": 1, "chat": chat, "text": text}
    return {"update_id": update_id, "message": message}


def saying(database: Database, chat_id: int, *texts: str) -> UnitOfWork:
    """A unit of work that sends these texts."""
    work = UnitOfWork(database)
    for text in texts:
        work.send(OutgoingCall(chat_id, "sendMessage", {"text": text}))
    return work


TOPICS = {
    "hotline": ("สายด่วน 1313", "สายด่วน 1313 คืออะไร", "สายด่วน 1313 รับเรื่องร้องเรียนและตอบคำถาม"),
    "museum": ("พิพิธภัณฑ์วิทยาศาสตร์", "พิพิธภัณฑ์วิทยาศาสตร์เปิดกี่โมง", "พิพิธภัณฑ์เปิดทุกวันอังคารถึงอาทิตย์"),
    "grant": ("ทุนวิจัยนักศึกษา", "ขอทุนวิจัยนักศึกษาอย่างไร", "นักศึกษายื่นขอทุนวิจัยได้ที่มหาวิทยาลัย"),
    "rice": ("เครื่องสีข้าวชุมชน", "เครื่องสีข้าวชุมชนราคาเท่าไร", "เครื่องสีข้าวชุมชนสาธิตที่นครสวรรค์"),
    "star": ("ดูดาวที่ดอยอินทนนท์", "ดูดาวที่ดอยอินทนนท์เมื่อไหร่", "กิจกรรมดูดาวจัดทุกคืนวันเสาร์ฤดูหนาว"),
}


def write_entry(folder: Path, entry_id: str, title: str, question: str, body: str) -> Path:
    """An entry file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{entry_id}.md"
    path.write_text(f"---\ntitle: {title}\nquestions: [{question}]\n---\n\n{body}\n", "utf-8")
    return path


def write_topics(folder: Path) -> None:
    """A small knowledge base of five entries."""
    for entry_id, (title, question, body) in TOPICS.items():
        write_entry(folder, entry_id, title, question, body)
