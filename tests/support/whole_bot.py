"""The whole bot as Telegram paces it, and looks into its database."""

from pathlib import Path

from sqlalchemy import func
from sqlmodel import select

from bot.store.tables import Inbox, Outbox, Review
from tests.support.databases import rows_of
from tests.support.fake_bot_api import FakeBotApi
from tests.support.served_face import ServedFace


class WholeBot(ServedFace):
    """Enter it to start; what it is made of is in `app`."""

    def __init__(self, api: FakeBotApi, home: Path) -> None:
        super().__init__(api, home, per_second=1.0)

    def fault(self) -> str:
        """Why updates may not be coming in."""
        assert self.app.telegram
        return self.app.telegram.fault(self.app.clock())

    def inbox(self, state: str) -> int:
        """How many updates are in this state."""
        return self._count(Inbox, state)

    def outbox(self, state: str) -> int:
        """How many calls are in this state."""
        return self._count(Outbox, state)

    def reviews(self) -> list[Review]:
        """The questions that wait for a person."""
        return rows_of(self.app.database, Review)

    def _count(self, table: type[Inbox | Outbox], state: str) -> int:
        with self.app.database.read() as session:
            query = select(func.count()).select_from(table).where(table.state == state)
            return session.exec(query).one()
