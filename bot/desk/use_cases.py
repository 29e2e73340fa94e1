"""Every use case, made once by the program; each face takes what it needs."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk.conversation.asking import Asking
from bot.desk.conversation.cases import Cases
from bot.desk.conversation.pausing import Pausing
from bot.desk.editions import Editions
from bot.desk.editorial.publishing import Publishing
from bot.desk.messaging.chat_memory import ChatMemory
from bot.desk.messaging.mailbox import Mailbox
from bot.desk.messaging.unit_of_work import UnitOfWork
from bot.desk.notifications.reminders import Reminders
from bot.desk.notifications.subscriptions import Broadcasts, Subscriptions
from bot.desk.privacy import Privacy
from bot.desk.reporting.figures import Figures
from bot.desk.reporting.inventory import Inventory
from bot.desk.reporting.precision import AnswerSampling
from bot.desk.reporting.question_log import QuestionLog
from bot.desk.review.reviewing import Reviewing
from bot.desk.staff.console import Console
from bot.desk.staff.people import People


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
