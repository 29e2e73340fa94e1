"""Citizens who ask the desk, and people who do things at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TypeVar

from bot.desk.conversation.asking import Answered, Asking, IncomingMessage
from bot.desk.messaging.chat_memory import Visitor
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.store.database import Database
from tests.support.moments import AT

T = TypeVar("T")


def visitor(number: int) -> Visitor:
    """Somebody alone with the bot in Telegram."""
    return Visitor("telegram", number, number)


def doing(database: Database, at: datetime = AT) -> AbstractContextManager[UnitOfWork]:
    """A unit of work that is committed when the block ends."""
    return UnitOfWork(database).committed(at)


def ask(
    database: Database,
    asking: Asking,
    text: str,
    who: int = 5,
    *,
    at: datetime = AT,
    number: int = 1,
    wait: bool = False,
) -> Answered:
    """What a citizen is answered in Telegram; who is to `wait` wants to know of an answer."""
    said = IncomingMessage("telegram", who, who, number, text, at)
    with doing(database, at) as work:
        answered = asking.ask(work, said)
    if wait:
        with doing(database, at) as work:
            assert asking.want_to_know(work, answered.question_key, said.visitor, at)
    return answered


def at_once(*tasks: Callable[[], T]) -> list[T]:
    """What each of the tasks returns, done side by side in threads; raises what one raises."""
    with ThreadPoolExecutor(len(tasks)) as threads:
        return [one.result() for one in [threads.submit(task) for task in tasks]]
