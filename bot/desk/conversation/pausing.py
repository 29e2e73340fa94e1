"""Pausing the bot: the public then reads a notice, and how to reach a person."""

from dataclasses import replace
from datetime import datetime

from bot.desk.errors import RefusedError
from bot.dialogue.replies import Outcome, Paragraph, Phone, Reply
from bot.store import audit, pauses
from bot.store.database import Database
from bot.store.pauses import Pause
from bot.texts import Texts

_LONGEST = 1000  # characters of a notice
_STILL = {Outcome.EMERGENCY, Outcome.CONTACT}  # said as ever: whoever is in danger must be heard


class Pausing:
    """Pausing and resuming; the caller has checked that it is an admin who does it."""

    def __init__(self, database: Database, texts: Texts) -> None:
        self._database = database
        self._texts = texts

    def current(self) -> Pause | None:
        """The pause that lasts; None while the bot answers."""
        with self._database.read() as session:
            return pauses.current(session)

    def begin(self, notice: str, by: int, at: datetime) -> None:
        """Pause the bot; an empty notice means the usual one. Raises `RefusedError`."""
        said = notice.strip() or self._texts("pause.notice")
        if len(said) > _LONGEST:
            raise RefusedError(self._texts("pause.too_long", longest=_LONGEST))
        with self._database.write() as session:
            if pauses.current(session):
                raise RefusedError(self._texts("pause.already"))
            session.add(Pause(notice=said, begun_by=by, begun_at=at))
            audit.add(session, by, "pause.begin", "", at, after=said)

    def end(self, by: int, at: datetime) -> None:
        """Let the bot answer again. Raises `RefusedError`."""
        with self._database.write() as session:
            pause = pauses.current(session)
            if pause is None:
                raise RefusedError(self._texts("pause.not_paused"))
            pause.ended_by, pause.ended_at = by, at
            session.add(pause)
            audit.add(session, by, "pause.end", "", at)


def while_paused(pause: Pause | None, reply: Reply, texts: Texts) -> Reply:
    """The reply as the public gets it; the conversation stays where it was."""
    if pause is None or reply.outcome in _STILL:
        return reply
    blocks = (
        Paragraph(pause.notice),
        Phone("1313", texts("contact.hotline")),
        Phone("0 2333 3700", texts("contact.phone")),
    )
    return replace(
        reply, outcome=Outcome.PAUSED, blocks=blocks, choices=(), answer=None, entry=None
    )
