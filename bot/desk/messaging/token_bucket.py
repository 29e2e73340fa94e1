"""A token bucket: so much at once, then so much a second."""

from dataclasses import dataclass


@dataclass(slots=True)
class TokenBucket:
    """Holds `capacity` tokens at most; `per_second` come back. Times are seconds of one clock."""

    capacity: float
    per_second: float
    tokens: float  # at `seen`; less than nothing while some wait for theirs
    seen: float

    def level(self, now: float) -> float:
        """The tokens there are."""
        return min(self.capacity, self.tokens + (now - self.seen) * self.per_second)

    def take(self, now: float) -> None:
        """Take a token, whether there is one or not."""
        self.tokens, self.seen = self.level(now) - 1, now

    def wait(self, now: float) -> float:
        """Seconds until there is a token."""
        return max(0.0, 1 - self.level(now)) / self.per_second
