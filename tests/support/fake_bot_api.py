"""An honest stand-in for api.telegram.org: real HTTP, Telegram's rules, knobs for trouble.

Every call is compared with the published description of the Bot API; what it would refuse is
kept in `violations`, beside what Telegram's own limits refuse. Tests assert that it is empty.
"""

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar
from urllib.parse import unquote

from tests.support import bot_api_spec
from tests.support.bot_api_forms import method_named, typed
from tests.support.bot_api_messages import MessageRules, RefusedError
from tests.support.bot_api_webhooks import Deliveries, check_webhook
from tests.support.http_server import HangUpError, HttpServer, form_of

TOKEN = "123456789:AAFakeTokenForTheFakeBotApi-0123456789a"
BOT = {
    "id": 123456789,
    "is_bot": True,
    "first_name": "ถามวิทย์ 1313",
    "username": "thamwit_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
    "can_connect_to_business": False,
    "has_main_web_app": False,
    "has_topics_enabled": False,
}
_WEBHOOK_IS_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_ANOTHER_POLLS = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
_LOOK = 0.5  # seconds between two looks whether the bot still lives
_RARE = {"chat_member", "message_reaction", "message_reaction_count"}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """One call: when it arrived (monotonic seconds), what it was, and how it ended."""

    at: float
    method: str
    parameters: dict[str, Any]
    status: int
    message_id: int | None = None
    resultless: bool = False  # carried out, but the reply never left

    @property
    def chat_id(self) -> int | None:
        """The chat it was for."""
        chat_id = self.parameters.get("chat_id")
        return chat_id if isinstance(chat_id, int) else None


@dataclass(slots=True)
class Trouble:
    """What goes wrong with the next `times` matching calls."""

    method: str = ""  # any
    chat_id: int | None = None  # any
    times: int = 1
    status: int = 0  # answer with this instead
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    hang_up: str = ""  # "before" or "after" the call was carried out
    delay: float = 0.0

    def matches(self, method: str, parameters: dict[str, Any]) -> bool:
        """Whether it applies to this call."""
        right_method = self.method in {"", method} and (self.method or method != "getUpdates")
        right_chat = self.chat_id is None or parameters.get("chat_id") == self.chat_id
        return self.times > 0 and bool(right_method) and right_chat


class FakeBotApi:
    """Enter it to serve. `says`, `presses` and the like live in `telegram_people.py`."""

    def __init__(self, *, latency: float = 0.0, callback_ttl: float = 150.0, port: int = 0) -> None:
        self.latency = latency
        self.callback_ttl = callback_ttl
        self.inline_ttl = 30.0
        self.violations: list[str] = []
        self.calls: list[Call] = []
        self.troubles: list[Trouble] = []
        self.rules = MessageRules(BOT)
        self.profile: dict[tuple[str, str], str] = {}
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.webhook = ""
        self.hook: dict[str, Any] = {}  # what setWebhook was called with last
        self.deliveries = Deliveries(self)
        self.drops: list[bool] = []  # the drop_pending_updates flags that were sent
        self.next_update_id = 10_000
        self.files: dict[str, bytes] = {}  # by file_id
        self.obituary: Callable[[], str] = str  # what the bot that is served died of, if it did
        self._updates: list[tuple[int, str, str]] = []  # id, kind, JSON
        self._confirmed = 0
        self._callbacks: dict[str, float] = {}
        self._poll = 0  # the number of the latest long poll
        self._changed = threading.Condition(threading.RLock())
        self._server = HttpServer(self._answer, port)
        self._woken: asyncio.Event | None = None
        self._shift = 0.0

    def __enter__(self) -> Self:
        self._server.__enter__()
        return self

    def __exit__(self, *exception: Any) -> None:
        self.deliveries.stop(self._server.loop)
        self._server.__exit__(*exception)

    @property
    def base_url(self) -> str:
        """What goes into TELEGRAM_API_BASE_URL."""
        return f"http://127.0.0.1:{self._server.port}/bot"

    @property
    def file_url(self) -> str:
        """What goes into TELEGRAM_API_FILE_URL."""
        return f"http://127.0.0.1:{self._server.port}/file/bot"

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._server.port

    def clock(self) -> float:
        """Telegram's clock: monotonic seconds plus whatever was skipped."""
        return time.monotonic() + self._shift

    def date(self) -> int:
        """Telegram's clock as messages show it, in whole seconds."""
        return int(time.time() + self._shift)  # noqa: TID251

    def skip(self, seconds: float) -> None:
        """Let Telegram's clock jump ahead."""
        self._shift += seconds

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Change or read the state; waiters look again afterwards."""
        with self._changed:
            yield
            self._changed.notify_all()

    def wait_for(self, find: Callable[[], T], what: str, timeout: float = 20.0) -> T:
        """The first truthy result of `find`, looked for at every change, while the bot lives."""
        until = time.monotonic() + timeout
        with self._changed:
            while not (found := find()):
                left, died = until - time.monotonic(), self.obituary()
                if died or left <= 0:
                    heard = [f"{c.method} {c.status} {c.parameters}"[:300] for c in self.calls[-6:]]
                    why = died or f"waited {timeout} s"
                    raise AssertionError(f"{why}; no {what}; last calls: {heard}")
                self._changed.wait(min(left, _LOOK))
        return found

    # What Telegram sends

    def push(self, kind: str, body: Any, update_id: int | None = None) -> int:
        """Queue an update of this kind; its id."""
        with self.locked():
            chosen = self.next_update_id if update_id is None else update_id
            self.next_update_id = chosen + 1
            self.push_raw(chosen, kind, {"update_id": chosen, kind: body})
        return chosen

    def push_raw(self, update_id: int, kind: str, update: Any) -> None:
        """Queue anything at all as an update."""
        with self.locked():
            if update_id >= self._confirmed:
                self._updates.append((update_id, kind, json.dumps(update)))
        if self._woken:
            self._server.loop.call_soon_threadsafe(self._woken.set)

    def waiting(self) -> list[tuple[int, str, str]]:
        """Id, kind and JSON of each update that was not confirmed yet, oldest first."""
        with self._changed:
            return list(self._updates)

    def delivered(self, update_id: int) -> None:
        """A webhook took this update."""
        with self.locked():
            self._updates = [one for one in self._updates if one[0] != update_id]

    def restart_ids(self, first: int) -> None:
        """Begin counting updates anew, as Telegram may after a quiet week."""
        with self.locked():
            self._updates.clear()
            self._confirmed = 0
            self.next_update_id = first

    def register_callback(self, query_id: str) -> None:
        """A button was pressed just now."""
        with self.locked():
            self._callbacks[query_id] = self.clock()

    @property
    def polls(self) -> int:
        """How many polls were begun so far."""
        return self._poll

    @property
    def connections(self) -> int:
        """How often somebody began to receive: polls begun and webhooks set."""
        return self._poll + self.deliveries.started

    @property
    def pending(self) -> int:
        """How many updates were not confirmed yet."""
        with self._changed:
            return len(self._updates)

    # What the bot calls

    def named(self, *methods: str) -> list[Call]:
        """The calls of these methods so far."""
        with self._changed:
            return [call for call in self.calls if call.method in methods]

    def trouble(self, **knobs: Any) -> Trouble:
        """Add trouble; see `Trouble`."""
        added = Trouble(**knobs)
        with self.locked():
            self.troubles.append(added)
        return added

    async def _answer(self, path: str, kind: str, body: bytes) -> tuple[int, bytes]:
        if path.startswith("/file/"):
            return self._file(path)
        token, _, name = path.removeprefix("/bot").partition("/")
        try:
            status, reply = await self._reply(token, name, form_of(kind, body))
        except HangUpError:
            raise
        except Exception as error:  # values of a shape no rule expects
            self.violations.append(f"{name}: {error!r}")
            status, reply = _refusal(RefusedError("wrong parameter"))
        return status, json.dumps(reply).encode()

    async def _reply(self, token: str, name: str, raw: dict[str, Any]) -> tuple[int, Any]:
        method = method_named(name)
        if ":" not in token or not method:
            return 404, {"ok": False, "error_code": 404, "description": "Not Found"}
        if token != TOKEN:
            return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
        parameters = {key: typed(method, key, value) for key, value in raw.items()}
        with self.locked():
            self.violations += bot_api_spec.faults_of(method, parameters)
        if method == "getUpdates":
            return await self._get_updates(parameters)
        return await self._carry_out(method, parameters)

    async def _carry_out(self, method: str, parameters: dict[str, Any]) -> tuple[int, Any]:
        arrived = time.monotonic()
        trouble = self._trouble_for(method, parameters)
        if trouble and trouble.hang_up == "before":
            raise HangUpError
        await asyncio.sleep(self.latency + (trouble.delay if trouble else 0.0))
        with self.locked():
            status, reply = self._refused(trouble) or self._result(method, parameters)
            message = reply.get("result")
            message_id = message.get("message_id") if isinstance(message, dict) else None
            lost = bool(trouble and trouble.hang_up == "after")
            self.calls.append(Call(arrived, method, parameters, status, message_id, lost))
        if lost:
            raise HangUpError
        return status, reply

    def _trouble_for(self, method: str, parameters: dict[str, Any]) -> Trouble | None:
        with self.locked():
            for trouble in self.troubles:
                if trouble.matches(method, parameters):
                    trouble.times -= 1
                    return trouble
        return None

    def _refused(self, trouble: Trouble | None) -> tuple[int, dict[str, Any]] | None:
        if not trouble or not trouble.status:
            return None
        return _refusal(RefusedError(trouble.description, trouble.status, trouble.parameters))

    def _result(self, method: str, parameters: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        try:
            if method in _PROFILE:
                result = self._profile(method, parameters)
            else:
                own = getattr(self, f"_do_{method}", None)
                result = own(parameters) if own else self.rules.carry_out(method, parameters)
        except RefusedError as refusal:
            if refusal.ours:
                self.violations.append(f"{method}: {refusal.description} {parameters!r:.300}")
            return _refusal(refusal)
        return 200, {"ok": True, "result": result}

    async def _get_updates(self, parameters: dict[str, Any]) -> tuple[int, Any]:
        trouble = self._trouble_for("getUpdates", parameters)
        if trouble and trouble.hang_up:
            raise HangUpError
        if trouble:
            await asyncio.sleep(trouble.delay)
        refused = self._refused(trouble)
        if refused or self.webhook:
            return refused or _conflict(_WEBHOOK_IS_ACTIVE)
        with self.locked():
            self._confirm(parameters.get("offset", 0))
            self._poll += 1
            mine = self._poll
        self._woken = self._woken or asyncio.Event()
        self._woken.set()  # an older poll looks up and finds itself replaced
        batch = await self._await_batch(mine, parameters)
        if batch is None:
            return _conflict(_WEBHOOK_IS_ACTIVE if self.webhook else _ANOTHER_POLLS)
        return 200, {"ok": True, "result": batch}

    async def _await_batch(self, mine: int, parameters: dict[str, Any]) -> list[Any] | None:
        limit = parameters.get("limit", 100)
        limit = limit if 1 <= limit <= 100 else 100
        until = time.monotonic() + min(50, max(0, parameters.get("timeout", 0)))
        wanted = parameters.get("allowed_updates") or None
        while True:
            await asyncio.sleep(0)
            if mine != self._poll or self.webhook:
                return None
            with self.locked():
                batch = [
                    json.loads(raw)
                    for _, kind, raw in self._updates
                    if (kind in wanted if wanted else kind not in _RARE)
                ][:limit]
            left = until - time.monotonic()
            if batch or left <= 0:
                return batch
            assert self._woken is not None
            self._woken.clear()
            try:
                await asyncio.wait_for(self._woken.wait(), left)
            except TimeoutError:
                continue

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            kept = self._updates[offset:]
            self._confirmed = kept[0][0] if kept else self._confirmed
            self._updates = kept
        elif offset <= self.next_update_id + 10:
            # An offset a little above the tail deletes what is yet to come, as on the real server.
            self._confirmed = max(self._confirmed, offset)
            self._updates = [update for update in self._updates if update[0] >= offset]

    def _do_getMe(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        return BOT

    def _do_getFile(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        file_id = str(parameters["file_id"])
        if file_id not in self.files:
            raise RefusedError("wrong file_id or the file is temporarily unavailable", ours=False)
        size = len(self.files[file_id])
        if size > 20 * 1024 * 1024:
            raise RefusedError("file is too big")
        path = f"documents/{file_id}"
        return {"file_id": file_id, "file_unique_id": file_id, "file_size": size, "file_path": path}

    def _file(self, path: str) -> tuple[int, bytes]:
        token, _, name = unquote(path).removeprefix("/file/bot").partition("/documents/")
        if token != TOKEN or name not in self.files:
            return 404, b'{"ok":false,"error_code":404,"description":"Not Found"}'
        return 200, self.files[name]

    def _do_setWebhook(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        check_webhook(parameters)
        if parameters.get("drop_pending_updates"):
            self._updates.clear()
        self.hook = parameters
        self.webhook = parameters["url"]
        self.deliveries.start(self._server.loop, parameters)
        return True

    def _do_getWebhookInfo(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        return {
            "url": self.webhook,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
            "allowed_updates": self.hook.get("allowed_updates", []),
        } | self.deliveries.last_error

    def _do_deleteWebhook(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        self.webhook = ""
        self.drops.append(bool(parameters.get("drop_pending_updates", False)))
        if self.drops[-1]:
            self._updates.clear()
        return True

    def _do_answerCallbackQuery(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        pressed = self._callbacks.pop(str(parameters["callback_query_id"]), None)
        if pressed is None or self.clock() - pressed > self.callback_ttl:
            raise RefusedError(
                "query is too old and response timeout expired or query ID is invalid", ours=False
            )
        return True

    def _do_answerInlineQuery(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        asked = self._callbacks.pop(f"inline {parameters['inline_query_id']}", None)
        if asked is None or self.clock() - asked > self.inline_ttl:
            raise RefusedError(
                "query is too old and response timeout expired or query ID is invalid", ours=False
            )
        results = parameters["results"]
        ids = [result["id"] for result in results]
        if len(results) > 50 or len(set(ids)) < len(ids):
            raise RefusedError("RESULT_ID_DUPLICATE or RESULTS_TOO_MUCH")
        if any(len(one.encode()) not in range(1, 65) for one in ids):
            raise RefusedError("RESULT_ID_INVALID")
        for result in results:
            content = result["input_message_content"]
            self.rules.check_text(content["message_text"], content.get("parse_mode"))
        return True

    def _do_setMyCommands(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        scope = parameters.get("scope") or {"type": "default"}
        if scope["type"] == "chat":
            self.rules.chat(scope["chat_id"])
        self.commands[_scope_key(parameters)] = parameters["commands"]
        return True

    def _do_getMyCommands(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        return self.commands.get(_scope_key(parameters), [])

    def _do_deleteMyCommands(self, parameters: dict[str, Any]) -> Any:  # noqa: N802
        self.commands.pop(_scope_key(parameters), None)
        return True

    def _profile(self, method: str, parameters: dict[str, Any]) -> Any:
        key, language = _PROFILE[method], parameters.get("language_code", "")
        if method.startswith("get"):
            return {key: self.profile.get((key, language), "")}
        self.profile[key, language] = parameters.get(key, "")
        return True


_PROFILE = {
    f"{verb}My{name}": key
    for verb in ("get", "set")
    for name, key in {
        "Name": "name",
        "Description": "description",
        "ShortDescription": "short_description",
    }.items()
}


def _refusal(refusal: RefusedError) -> tuple[int, dict[str, Any]]:
    names = {
        400: "Bad Request",
        403: "Forbidden",
        429: "Too Many Requests",
        409: "Conflict",
        401: "Unauthorized",
    }
    name = names.get(refusal.status, "Internal Server Error")
    detail = f"{name}: {refusal.description}" if refusal.description else name
    reply: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": detail}
    if refusal.parameters:
        reply["parameters"] = refusal.parameters
    return refusal.status, reply


def _conflict(text: str) -> tuple[int, dict[str, Any]]:
    return _refusal(RefusedError(text, 409))


def _scope_key(parameters: dict[str, Any]) -> str:
    scope = parameters.get("scope") or {"type": "default"}
    return f"{scope['type']}:{scope.get('chat_id', '')}:{parameters.get('language_code', '')}"
