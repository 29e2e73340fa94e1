"""A steady crowd at the fake Telegram: how long an answer takes, and whether limits hold.

    python -m benchmarks.load --rate 25 --seconds 120 --knowledge knowledge

Delivery is the moment Telegram has the question; arrival the moment it has the answer.
"""

import argparse
import tempfile
import time
from pathlib import Path

from tests.support.fake_bot_api import FakeBotApi
from tests.support.running_bot import RunningBot
from tests.support.telegram_people import Person

QUESTIONS = ("ขอเบอร์กระทรวง อว.", "วทน. สัญจร จัดที่ไหน", "ทุนไปดาวอังคาร", "ค่ายดาราศาสตร์", "สวัสดี")


def main() -> None:
    """Ask, wait, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--users", type=int, default=2000)
    parser.add_argument("--flood", type=float, default=0, help="messages a second from one person")
    parser.add_argument("--knowledge", type=Path)
    options = parser.parse_args()
    settings = {"KNOWLEDGE_DIR": str(options.knowledge.resolve())} if options.knowledge else {}
    with tempfile.TemporaryDirectory() as home, FakeBotApi(latency=0.03) as api:
        with RunningBot(api, Path(home), **settings):
            asked = ask(api, options)
            api.wait_for(lambda: len(arrivals(api)) >= len(asked), "every answer", 180)
        waits = sorted(arrivals(api)[chat] - at for chat, at in asked.items())
        print(
            f"{len(waits)} answers at {options.rate}/s, flood {options.flood}/s: "
            f"p50 {share(waits, 0.5):.3f} s, p95 {share(waits, 0.95):.3f} s, "
            f"max {waits[-1]:.3f} s"
        )
        moments = [call.at for call in api.named("sendMessage")]
        print(f"most in one second {most_within(moments, 1.0)}, refused {len(api.violations)}")


def ask(api: FakeBotApi, options: argparse.Namespace) -> dict[int, float]:
    """One question from each person at the given rate; when each was delivered."""
    begun, asked, flooded = time.monotonic(), {}, 0
    flooder = Person(api, 1)
    while (now := time.monotonic() - begun) < options.seconds:
        while len(asked) < now * options.rate:
            person = Person(api, 10_000 + len(asked))
            asked[person.id] = time.monotonic()
            person.says(QUESTIONS[len(asked) % len(QUESTIONS)])
        while flooded < now * options.flood:
            flooder.says(f"ท่วม {flooded}")
            flooded += 1
        time.sleep(0.005)
    return asked


def arrivals(api: FakeBotApi) -> dict[int, float]:
    """When each person's first answer arrived."""
    first: dict[int, float] = {}
    for call in api.named("sendMessage"):
        if call.chat_id and call.chat_id >= 10_000:
            first.setdefault(call.chat_id, call.at)
    return first


def share(sorted_values: list[float], part: float) -> float:
    """The value below which this part of the values lies."""
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * part))]


def most_within(moments: list[float], seconds: float) -> int:
    """The most moments in any stretch of so many seconds."""
    moments = sorted(moments)
    most, start = 0, 0
    for end, moment in enumerate(moments):
        while moment - moments[start] >= seconds:
            start += 1
        most = max(most, end - start + 1)
    return most


if __name__ == "__main__":
    main()
