"""How much one person may send, and the notice to those who send more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlmodel import Session

from bot.desk.messaging.chat_memory import texts_of
from bot.desk.messaging.incoming_updates import IncomingUpdate
from bot.desk.messaging.token_bucket import TokenBucket
from bot.desk.messaging.unit_of_work import OutgoingCall, Priority, enqueue
from bot.store import inbox

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class RateLimit:
    """Messages and pressed buttons of one person that are handled; the values are all here.

    What comes faster than by the second waits its turn, what is over the minute or the day is
    not handled at all.
    """

    burst: int = 5  # at once
    per_second: float = 1.0  # from then on
    per_minute: int = 20
    per_day: int = 200

    def turn(self, earlier: Sequence[datetime], at: datetime) -> datetime | None:
        """When one more of `at` is to be handled; None when it is too much.

        `earlier` are those let in on the day before `at`, in order.
        """
        lately = [moment for moment in earlier if at - moment < _MINUTE]
        if len(earlier) >= self.per_day or len(lately) >= self.per_minute:
            return None
        bucket = TokenBucket(self.burst, self.per_second, self.burst, -_MINUTE.total_seconds())
        for moment in lately:
            bucket.take((moment - at).total_seconds())
        return at + timedelta(seconds=bucket.wait(0.0))


@dataclass(frozen=True, slots=True)
class RateLimiter:
    """Lets updates in or not. What was let in is counted in the inbox, so restarts forget nothing.

    Who sends too much is told at most once a minute, or once for the day. `exempt` says who may
    send as much as they like.
    """

    exempt: Callable[[int], bool] = lambda _user: False
    limits: RateLimit = RateLimit()
    inline: RateLimit = RateLimit(burst=10, per_second=2.0, per_minute=60, per_day=1000)

    def turns(
        self, session: Session, updates: Sequence[IncomingUpdate], at: datetime
    ) -> dict[int | None, datetime | None]:
        """Update id → when to handle it, None for what is too much; its sender is notified."""
        counted: dict[int, list[datetime]] = {}
        turns: dict[int | None, datetime | None] = {}
        stopped: dict[int, IncomingUpdate] = {}
        exempt = cache(self.exempt)  # a flood must not cost a look for each of its messages
        for update in updates:
            user, number, sent_at = update.user_id, update.update_id, update.sent_at
            if user is None or number is None:
                continue
            limits = self.limits if user > 0 else self.inline
            if user not in counted:
                counted[user] = inbox.admitted(session, user, sent_at, limits.per_day)
            turn = limits.turn(counted[user], sent_at)
            if turn != sent_at and exempt(abs(user)):
                turn = sent_at
            turns[number] = turn
            if turn:
                counted[user].append(sent_at)
            else:
                stopped[user] = update
        for user, update in stopped.items():
            self._notify(session, update, len(counted[user]), at)
        return turns

    def _notify(self, session: Session, update: IncomingUpdate, today: int, at: datetime) -> None:
        """Notify the sender once for all that came together; not in a group."""
        if not update.private and not update.query_id:
            return
        done = today >= self.limits.per_day
        say = texts_of(session, update.chat_id or 0)
        text = say("desk.enough_today" if done else "desk.slow_down")
        sent_at = update.sent_at.astimezone(at.tzinfo)
        period = f"{sent_at:%Y%m%d}" if done else f"{sent_at:%Y%m%d%H%M}"
        notice = OutgoingCall(update.chat_id or 0, "sendMessage", {"text": text}, Priority.NOTICE)
        if update.query_id:
            answer = {"callback_query_id": update.query_id, "text": text[:200]}
            notice = OutgoingCall(update.chat_id or 0, "answerCallbackQuery", answer)
        enqueue(session, notice, f"slow:{update.user_id}:{period}", at)
