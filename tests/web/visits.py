"""Browsers of people with different roles, without a script and over HTTP only."""

import re
from datetime import datetime
from html import unescape

from starlette.testclient import TestClient

from bot.desk.conversation.asking import Asking
from bot.desk.conversation.cases import Cases
from bot.desk.editions import Editions
from bot.store.database import Database
from tests.support import citizens
from tests.support.moments import AT
from tests.web.site import ADDRESS, invite, site_of

SAME_SITE = {"sec-fetch-site": "same-origin"}
_FIELD = re.compile('name="(visit|form_key|version)" value="([0-9a-f]+)"')


class Visit:
    """One browser; signed in when `user_id` is given."""

    def __init__(
        self,
        database: Database,
        editions: Editions,
        user_id: int | None = None,
        cases: Cases | None = None,
    ) -> None:
        site = site_of(database, editions, cases=cases)
        self.client = TestClient(site, base_url=ADDRESS, headers=SAME_SITE)
        if user_id is not None:
            path = invite(database, user_id).address.removeprefix(ADDRESS)
            self.client.post(path, data={"visit": self.field(path, "visit")})

    def reads(self, path: str) -> str:
        """The text of a page that opens."""
        page = self.client.get(path)
        assert page.status_code == 200, (path, page.status_code)
        return unescape(page.text)

    def field(self, path: str, name: str) -> str:
        """The value of a hidden field of a page."""
        found: list[tuple[str, str]] = _FIELD.findall(self.client.get(path).text)
        return next(value for key, value in found if key == name)

    def sends(self, path: str, page: str = "", **form: str) -> str:
        """What is shown after a form of the page was sent."""
        key = self.field(page or path, "form_key")
        answer = self.client.post(path, data={"form_key": key, **form})
        assert answer.status_code == 200, (path, answer.status_code, answer.text)
        return unescape(answer.text)


def ask(
    database: Database, editions: Editions, text: str, at: datetime = AT, chat_id: int = 7
) -> str:
    """A citizen asks in Telegram and wants to know; the question's key."""
    asking = Asking(database, editions)
    return citizens.ask(database, asking, text, chat_id, at=at, wait=True).question_key
