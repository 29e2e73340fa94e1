"""Everything that is measured while the bot runs, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300)
_MOMENTS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1)


class Metrics:
    """One set of metrics; their names begin with `thamwit_`."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.throttled = self._counter("throttled", "Updates of people who sent too much at once")
        self.dead = self._counter("dead", "Updates given up; an admin was told")
        self.resent = self._counter("resent", "Calls sent again because a reply was lost")
        self.unknown = self._counter("unknown", "Calls given up without knowing their fate")
        self.refused = self._counter("refused", "Calls that Telegram will never take")
        self.flood_waits = self._counter("flood_waits", "Times Telegram asked to wait (429)")
        self.forged = self._counter("forged", "Webhook posts without the right secret")
        self.questions = Counter(
            "thamwit_questions", "Questions by outcome", ["outcome"], registry=self.registry
        )
        self.engine = self._histogram("engine_seconds", "From a question to its reply", _MOMENTS)
        self.answers = self._histogram(
            "answer_seconds", "From the arrival of an update to its answer sent", _SECONDS
        )
        self.lag = self.gauge("loop_lag_seconds", "How late the heartbeat was")

    def gauge(self, name: str, help_text: str, *labels: str) -> Gauge:
        """A figure that goes up and down, set by the caller."""
        return Gauge(f"thamwit_{name}", help_text, labels, registry=self.registry)

    def exposition(self) -> bytes:
        """All figures as text for Prometheus."""
        return generate_latest(self.registry)

    def _counter(self, name: str, help_text: str) -> Counter:
        return Counter(f"thamwit_{name}", help_text, registry=self.registry)

    def _histogram(self, name: str, help_text: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(f"thamwit_{name}", help_text, buckets=buckets, registry=self.registry)
