"""Every use case, made once by the program; each face takes what it needs."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk.asking import Asking
from bot.desk.cases import Cases
from bot.desk.chat_memory import ChatMemory
from bot.desk.console import Console
from bot.desk.editions import Editions
from bot.desk.figures import Figures
from bot.desk.inventory import Inventory
from bot.desk.mailbox import Mailbox
from bot.desk.pausing import Pausing
from bot.desk.people import People
from bot.desk.precision import AnswerSampling
from bot.desk.privacy import Privacy
from bot.desk.publishing import Publishing
from bot.desk.question_log import QuestionLog
from bot.desk.reminders import Reminders
from bot.desk.review import Reviewing
from bot.desk.subscriptions import Broadcasts, Subscriptions
from bot.desk.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Desk:
    """What citizens, staff and admins can do."""

    editions: Editions
    mailbox: Mailbox
    asking: Asking
    review: Reviewing
    publishing: Publishing
    memory: ChatMemory
    people: People
    subscriptions: Subscriptions
    reminders: Reminders
    broadcasts: Broadcasts
    cases: Cases | None  # None without a staff room
    console: Console
    privacy: Privacy
    figures: Figures
    sampling: AnswerSampling
    question_log: QuestionLog
    inventory: Inventory
    pausing: Pausing
    new_work: Callable[[], UnitOfWork]
