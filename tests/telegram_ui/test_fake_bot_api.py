"""The stand-in for Telegram keeps Telegram's rules; every proof about delivery rests on it."""

import json
import threading
from typing import Any

import httpx
import pytest

from tests.support.fake_bot_api import TOKEN, FakeBotApi
from tests.support.shared import shared_path
from tests.support.telegram_html import Entity, EntityError, parse
from tests.support.telegram_people import Person


def call(api: FakeBotApi, method: str, token: str = TOKEN, **parameters: Any) -> dict[str, Any]:
    form = {k: v if isinstance(v, str) else json.dumps(v) for k, v in parameters.items()}
    answer: dict[str, Any] = httpx.post(f"{api.base_url}{token}/{method}", data=form).json()
    return answer


def ids(api: FakeBotApi, **parameters: Any) -> list[int]:
    return [update["update_id"] for update in call(api, "getUpdates", **parameters)["result"]]


def test_updates_stay_until_a_higher_offset_confirms_them(api: FakeBotApi) -> None:
    """Asking again with the same offset gives the same updates; offset n forgets all below n."""
    for _ in range(3):
        api.push("message", {})
    assert [10_000, 10_001, 10_002] == ids(api)
    assert [10_000, 10_001] == ids(api, limit=2)
    assert [10_001, 10_002] == ids(api, offset=10_001)
    assert [10_001, 10_002] == ids(api, offset=0)
    assert 2 == api.pending


def test_a_negative_offset_throws_away_all_but_the_last(api: FakeBotApi) -> None:
    """offset -1 keeps only the newest update."""
    for _ in range(3):
        api.push("message", {})
    assert [10_002] == ids(api, offset=-1)
    assert [10_002] == ids(api)


def test_an_offset_a_little_too_high_deletes_what_is_still_to_come(api: FakeBotApi) -> None:
    """Within ten above the tail it counts; far above it is ignored."""
    assert [] == ids(api, offset=10_002)
    api.push("message", {})
    api.push("message", {})
    api.push("message", {})
    assert [10_002] == ids(api)
    assert [10_002] == ids(api, offset=99_999)


def test_limits_outside_one_to_hundred_mean_a_hundred(api: FakeBotApi) -> None:
    """A poll never gives more than 100 updates."""
    for _ in range(120):
        api.push("message", {})
    assert 100 == len(ids(api, limit=0)) == len(ids(api, limit=500))


def test_a_long_poll_ends_as_soon_as_something_comes(api: FakeBotApi) -> None:
    """timeout is the longest wait, not the wait."""
    threading.Timer(0.1, lambda: api.push("message", {})).start()
    assert [10_000] == ids(api, timeout=30)


def test_unwanted_kinds_are_not_delivered(api: FakeBotApi) -> None:
    """allowed_updates filters; without it the rare kinds are left out."""
    api.push("message_reaction", {})
    api.push("callback_query", {})
    assert [10_001] == ids(api)
    assert [10_000] == ids(api, allowed_updates=["message_reaction"])


def test_a_second_poller_ends_the_first_with_409(api: FakeBotApi) -> None:
    """Only one long poll can be open; the older one is told about the conflict."""
    ended: list[dict[str, Any]] = []
    first = threading.Thread(target=lambda: ended.append(call(api, "getUpdates", timeout=20)))
    first.start()
    api.wait_for(lambda: api.polls == 1, "the first poll")
    assert [] == ids(api)
    first.join()
    assert 409 == ended[0]["error_code"]
    assert "terminated by other getUpdates" in ended[0]["description"]


def test_a_webhook_forbids_polling_until_it_is_deleted(api: FakeBotApi) -> None:
    """409 while a webhook is set; deleting it keeps the updates unless told otherwise."""
    call(api, "setWebhook", url="https://example.org/hook")
    api.push("message", {})
    assert 409 == call(api, "getUpdates")["error_code"]
    assert call(api, "deleteWebhook", drop_pending_updates=False)["result"] is True
    assert [10_000] == ids(api)


def test_tokens_are_checked(api: FakeBotApi) -> None:
    """A wrong token gets 401, a malformed one 404."""
    assert 401 == call(api, "getMe", token="1:wrong")["error_code"]
    assert 404 == call(api, "getMe", token="nonsense")["error_code"]
    assert "thamwit_bot" == call(api, "getMe")["result"]["username"]


def test_the_case_of_a_methods_letters_is_free(api: FakeBotApi) -> None:
    """As the description of the Bot API spells it, which must be there to know."""
    shared_path("telegram", "bot-api.json")
    assert "thamwit_bot" == call(api, "getme")["result"]["username"]


@pytest.mark.parametrize(
    ("parameters", "complaint"),
    [
        ({"text": "  "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "ก" * 4097}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities: can't find end tag"),
        ({"text": "<script>", "parse_mode": "HTML"}, "can't parse entities: unsupported start"),
        ({"text": "x", "chat_id": 404}, "chat not found"),
        ({"text": "x", "reply_parameters": {"message_id": 9}}, "message to be replied not found"),
    ],
)
def test_messages_telegram_would_refuse_are_refused(
    api: FakeBotApi, parameters: dict[str, Any], complaint: str
) -> None:
    """Length, entities, chat and reply target are checked."""
    api.rules.chats[7] = {"id": 7, "type": "private"}

    refused = call(api, "sendMessage", **({"chat_id": 7} | parameters))
    assert complaint in refused["description"]
    assert 400 == refused["error_code"]


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": "x", "callback_data": "ก" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "url": "tel:1313"}, "BUTTON_URL_INVALID"),
        ({"text": "x"}, "Text buttons are unallowed"),
        ({"text": " ", "callback_data": "a"}, "must be non-empty"),
        ({"text": "x", "copy_text": {"text": "a" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)
def test_buttons_telegram_would_refuse_are_refused(
    api: FakeBotApi, button: dict[str, Any], complaint: str
) -> None:
    """callback_data has 64 bytes, tel: links do not exist, a copied text has 256 characters."""
    api.rules.chats[7] = {"id": 7, "type": "private"}

    markup = {"inline_keyboard": [[button]]}
    refused = call(api, "sendMessage", chat_id=7, text="x", reply_markup=markup)
    assert complaint in refused["description"]
    assert api.violations


def test_calls_are_compared_with_the_published_description(api: FakeBotApi) -> None:
    """Unknown, missing and mistyped parameters become violations, also inside objects."""
    shared_path("telegram", "bot-api.json")
    assert 404 == call(api, "noSuchMethod")["error_code"]
    call(api, "sendMessage", chat_id=7, txt="x")
    call(api, "getUpdates", limit=[1], reply_markup={"inline_keyboard": [[{"txt": "a"}]]})
    assert "sendMessage.txt: unknown" in api.violations
    assert "sendMessage.text: missing" in api.violations
    assert "getUpdates.limit: [1] is no Integer" in api.violations


def test_editing(api: FakeBotApi) -> None:
    """Only own messages can be edited, and only into something else."""
    person = Person(api, 7)
    theirs = person.says("สวัสดี")
    mine = call(api, "sendMessage", chat_id=7, text="x")["result"]["message_id"]
    edit: dict[str, Any] = {"chat_id": 7, "text": "x"}

    refusals = [
        call(api, "editMessageText", message_id=m, **edit)["description"] for m in (mine, theirs, 1)
    ]
    assert ["message is not modified", "message can't be edited", "message to edit not found"] == [
        text.removeprefix("Bad Request: ").partition(":")[0] for text in refusals
    ]
    assert call(api, "editMessageText", message_id=mine, chat_id=7, text="y")["ok"]


def test_a_button_press_can_be_answered_once_and_not_late(api: FakeBotApi) -> None:
    """Queries expire and are used up."""
    person = Person(api, 7)
    first, second = person.presses_data("a"), person.presses_data("a")
    assert call(api, "answerCallbackQuery", callback_query_id=first)["ok"]
    assert not call(api, "answerCallbackQuery", callback_query_id=first)["ok"]
    api.skip(151)
    late = call(api, "answerCallbackQuery", callback_query_id=second)
    assert "query is too old" in late["description"]


def test_knobs(api: FakeBotApi) -> None:
    """429, 403, 500, moved groups and lost replies can be ordered per chat and per method."""
    person, group = Person(api, 7), Person(api, 8, group=-5)
    person.says("hi")
    group.says("hi")
    api.trouble(chat_id=7, status=429, description="retry later", parameters={"retry_after": 3})
    api.rules.moved[-5] = -100500
    assert 3 == call(api, "sendMessage", chat_id=7, text="x")["parameters"]["retry_after"]
    moved = call(api, "sendMessage", chat_id=-5, text="x")
    assert -100500 == moved["parameters"]["migrate_to_chat_id"]
    api.trouble(method="sendMessage", hang_up="after")
    with pytest.raises(httpx.RemoteProtocolError):
        call(api, "sendMessage", chat_id=7, text="lost reply")
    assert "lost reply" == person.hear().text
    person.blocks()
    assert 403 == call(api, "sendMessage", chat_id=7, text="x")["error_code"]


def test_the_html_of_telegram() -> None:
    """Tags become entities in UTF-16 units, references become characters."""
    text, entities = parse("😀<b>ก &lt; <i>ข</i></b> <a href='https://a.th/?x=1&amp;y'>ค</a>&nbsp;")
    assert "😀ก < ข ค&nbsp;" == text
    assert (
        Entity("italic", 6, 1),
        Entity("bold", 2, 5),
        Entity("text_link", 8, 1, "https://a.th/?x=1&y"),
    ) == entities


@pytest.mark.parametrize("bad", ["<b>x</i>", "</b>", "<b", "<img src=x>", "<b><i></b></i>"])
def test_html_that_is_not_telegrams(bad: str) -> None:
    """Unknown, crossed and open tags are refused."""
    with pytest.raises(EntityError):
        parse(bad)
