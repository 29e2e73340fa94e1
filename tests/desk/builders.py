"""Updates, work and mailrooms for the tests of the desk."""

from typing import Any

from bot.desk.work import Outgoing, Work
from bot.store.database import Database


def update(update_id: int, chat_id: int = 5, text: str = "สวัสดี") -> dict[str, Any]:
    """An update as Telegram sends it."""
    chat = {"id": chat_id, "type": "private"}
    message = {"message_id": update_id * 10, "date": 1, "chat": chat, "text": text}
    return {"update_id": update_id, "message": message}


def saying(database: Database, chat_id: int, *texts: str) -> Work:
    """Work that sends these texts."""
    work = Work(database)
    for text in texts:
        work.send(Outgoing(chat_id, "sendMessage", {"text": text}))
    return work
