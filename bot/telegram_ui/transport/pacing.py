"""How fast may be sent: Telegram's flood limits with some room, and how long to wait after faults.

All times are seconds of one monotonic clock, given by the caller.
"""

import random
from collections import deque
from dataclasses import dataclass, field

from bot.desk.messaging.token_bucket import TokenBucket

OVERALL = 25  # a second in the long run; one second's worth may be made up for later
IN_ONE_SECOND = 29  # whatever was saved up; Telegram allows about 30
BURST, PER_SECOND = 3, 1.0  # to one chat
GROUP = 18  # a minute to one group; Telegram allows 20
BROADCASTS = 15  # of the calls a second: the rest stays free for whoever asks meanwhile
_MANY_CHATS, _MANY_WITHIN = 3, 5.0  # that many refused chats within seconds: everybody waits
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0  # seconds, after faults
_FEW = 100  # chats that are worth no clearing away
_UNPACED = {"answerCallbackQuery", "answerInlineQuery", "sendChatAction"}

_random = random.SystemRandom()


@dataclass(slots=True)
class _Chat:
    """What was sent to one chat lately."""

    bucket: TokenBucket
    rests_until: float = 0.0
    sent: deque[float] = field(default_factory=deque)  # groups only, the last minute

    def free_at(self, now: float) -> float:
        """When the next message may go."""
        group = self.sent[0] + 60 if len(self.sent) >= GROUP else 0.0
        return max(self.rests_until, now + self.bucket.wait(now), group)

    def count(self, now: float, *, group: bool) -> None:
        """One message goes now."""
        self.bucket.take(now)
        if group:
            self.sent.append(now)
            while len(self.sent) > GROUP:
                self.sent.popleft()

    def hold(self, now: float) -> None:
        """What regains while a message is under way does not count: it may arrive only now."""
        self.bucket.seen = max(self.bucket.seen, now)

    def idle(self, now: float) -> bool:
        """Whether forgetting it changes nothing."""
        quiet = now - self.bucket.seen > BURST / PER_SECOND and now >= self.rests_until
        return quiet and (not self.sent or now - self.sent[-1] > 60)


class Pace:
    """Who may be sent to now. One instance paces everything that leaves with one token."""

    def __init__(self) -> None:
        self._broadcasts: deque[float] = deque(maxlen=BROADCASTS)  # when the second of each is over
        self._lately: deque[float] = deque()  # likewise, counted from Telegram's reply
        self._unanswered = 0
        self._bucket = TokenBucket(OVERALL, OVERALL, OVERALL, float("-inf"))
        self._chats: dict[int, _Chat] = {}
        self._busy_chats: set[int] = set()  # those who may have to wait
        self._many = _FEW  # chats: then those that are idle are forgotten
        self._rests_until = 0.0
        self._refusals: deque[tuple[float, int]] = deque(maxlen=20)

    def room(self, now: float) -> int:
        """How many calls may leave now, to whatever chats."""
        if now < self._rests_until:
            return 0
        return min(int(self._bucket.level(now) + 1e-6), IN_ONE_SECOND - self._busy(now))

    def broadcasts(self, now: float) -> int:
        """How many calls that go to everybody may be among those that leave now."""
        return BROADCASTS - _ahead(self._broadcasts, now)

    def resting(self, now: float) -> frozenset[int]:
        """The chats nothing may be sent to now."""
        self._busy_chats = {c for c in self._busy_chats if self._chats[c].free_at(now) > now}
        return frozenset(self._busy_chats)

    def count(self, chat_id: int, method: str, now: float, *, broadcast: bool = False) -> None:
        """One call leaves now."""
        self._bucket.take(now)
        self._unanswered += 1
        if broadcast:
            self._broadcasts.append(now + 1)
        if method not in _UNPACED:
            self._chat(chat_id, now).count(now, group=chat_id < 0)

    def answered(self, chat_id: int, method: str, now: float) -> None:
        """Telegram replied to a call, or never will: until now it may have arrived."""
        self._unanswered -= 1
        self._lately.append(now + 1)
        if method not in _UNPACED:
            self._chat(chat_id, now).hold(now)

    def refused(self, chat_id: int, seconds: float, now: float) -> None:
        """Telegram said 429: the chat rests; when several chats were refused, everybody does."""
        chat = self._chat(chat_id, now)
        chat.rests_until = max(chat.rests_until, now + seconds)
        self._refusals.append((now, chat_id))
        lately = {c for at, c in self._refusals if now - at <= _MANY_WITHIN}
        if len(lately) >= _MANY_CHATS:
            self._rests_until = max(self._rests_until, now + seconds)

    def next_change(self, now: float) -> float:
        """Seconds until somebody who must wait now may be sent to; infinite when nobody waits."""
        opens = self._opens_at(now)
        if opens > now:
            return opens - now
        moments = [self._chats[chat_id].free_at(now) for chat_id in self._busy_chats]
        moments += _full_until(self._broadcasts, now)
        return min((at - now for at in moments if at > now), default=float("inf"))

    def _opens_at(self, now: float) -> float:
        """When the next call may leave, to whatever chat; `now` if nothing prevents it."""
        full = self._busy(now) >= IN_ONE_SECOND and self._lately
        return max(
            now + self._bucket.wait(now), self._rests_until, self._lately[0] if full else now
        )

    def _busy(self, now: float) -> int:
        """The calls that may arrive within one second with one that leaves now."""
        while self._lately and self._lately[0] <= now:
            self._lately.popleft()
        return self._unanswered + len(self._lately)

    def _chat(self, chat_id: int, now: float) -> _Chat:
        """A chat that something happens to."""
        if len(self._chats) >= self._many:
            self._chats = {c: chat for c, chat in self._chats.items() if not chat.idle(now)}
            self._busy_chats &= self._chats.keys()
            self._many = max(_FEW, 2 * len(self._chats))
        if chat_id not in self._chats:
            self._chats[chat_id] = _Chat(TokenBucket(BURST, PER_SECOND, BURST, now))
        self._busy_chats.add(chat_id)
        return self._chats[chat_id]


def _ahead(moments: deque[float], now: float) -> int:
    """How many of them are still to come."""
    return sum(1 for moment in moments if moment > now)


def _full_until(moments: deque[float], now: float) -> list[float]:
    """The first of them if all are still to come: until then there is no room for one more."""
    return [moments[0]] if _ahead(moments, now) == moments.maxlen else []


class Backoff:
    """Growing pauses, 1 → 30 s with jitter, until something works again."""

    def __init__(self) -> None:
        self._next = _FIRST_PAUSE

    def pause(self) -> float:
        """Seconds to wait after one more failure."""
        pause = self._next * _random.uniform(0.5, 1.0)
        self._next = min(_LONGEST_PAUSE, self._next * 2)
        return pause

    def reset(self) -> None:
        """It worked."""
        self._next = _FIRST_PAUSE
