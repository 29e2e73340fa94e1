"""Who may do what. Rights belong to numeric Telegram ids, never to names."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from sqlmodel import Session

from bot.desk.errors import RefusedError
from bot.desk.messaging.unit_of_work import OutgoingCall, Priority, enqueue
from bot.store import audit, people
from bot.store.database import Database
from bot.store.people import Appointment
from bot.texts import Texts

TERMINAL = 0  # whoever sits at the machine itself, where there is no Telegram id


class Role(IntEnum):
    """What a person may do; every role may do what those below it may."""

    CITIZEN = 0
    STAFF = 1  # writes knowledge, answers citizens
    ADMIN = 2  # reviews, teaches, runs the bot


@dataclass(frozen=True, slots=True)
class RoleHolder:
    """Somebody with a role. `given_at` is None for a role from the settings."""

    user_id: int
    role: Role
    given_by: int | None = None
    given_at: datetime | None = None


class People:
    """Asked at every single action, so that a right that was taken away is gone at once.

    `admin_ids` and `staff_ids` come from the settings and cannot be taken away while the bot
    runs, so that nobody can lock the ministry out; other roles are given by admins.
    """

    def __init__(
        self,
        database: Database,
        texts: Texts,
        admin_ids: Collection[int],
        staff_ids: Collection[int] = (),
    ) -> None:
        self._database = database
        self._texts = texts
        self._set = dict.fromkeys(staff_ids, Role.STAFF) | dict.fromkeys(admin_ids, Role.ADMIN)

    def role_of(self, user_id: int) -> Role:
        """The person's role now."""
        if user_id == TERMINAL:
            return Role.ADMIN
        with self._database.read() as session:
            given = Role(people.role_given(session, user_id))
        return max(self._set.get(user_id, Role.CITIZEN), given)

    def with_role(self, role: Role) -> tuple[int, ...]:
        """Everybody who has at least this role, in order of their ids."""
        return tuple(person.user_id for person in self.everybody() if person.role >= role)

    def everybody(self) -> tuple[RoleHolder, ...]:
        """Everybody who has a role, in order of their ids."""
        with self._database.read() as session:
            return self._everybody(session)

    def appoint(self, user_id: int, role: Role, by: int, at: datetime) -> RoleHolder:
        """Give the person this role, or take roles away with `Role.CITIZEN`.

        Written down, announced to every admin, and in force at once: what the person is
        signed in to ends when a role is lost. Raises `RefusedError`.
        """
        if not 0 < user_id < 2**52:
            raise RefusedError(self._texts("people.bad_id"))
        if self._set.get(user_id, Role.CITIZEN) > role:
            raise RefusedError(self._texts("people.in_settings", number=user_id))
        person = RoleHolder(user_id, role, by, at)
        with self._database.write() as session:
            before = {one.user_id: one.role for one in self._everybody(session)}
            old = before.get(user_id, Role.CITIZEN)
            session.merge(Appointment(user_id=user_id, role=role, given_by=by, given_at=at))
            if old != role:
                subject, steps = str(user_id), {"before": old.name, "after": role.name}
                audit.add(session, by, "people.appoint", subject, at, **steps)
                self._announce(session, before, person, at)
            if role < old:
                people.end_browser_sessions(session, user_id, at)
        return person

    def _everybody(self, session: Session) -> tuple[RoleHolder, ...]:
        known = {one: RoleHolder(one, role) for one, role in self._set.items()}
        for row in people.appointments(session):
            if row.role > known.get(row.user_id, RoleHolder(0, Role.CITIZEN)).role:
                known[row.user_id] = RoleHolder(
                    row.user_id, Role(row.role), row.given_by, row.given_at
                )
        return tuple(known[one] for one in sorted(known))

    def _announce(
        self, session: Session, before: Mapping[int, Role], person: RoleHolder, at: datetime
    ) -> None:
        """Every admin of until now, and the person, read what changed."""
        name = self._texts(f"people.role.{person.role.name.lower()}")
        by = person.given_by or self._texts("staff.by_page")
        text = self._texts("people.announced", number=person.user_id, role=name, by=by)
        admins = {one for one, role in before.items() if role is Role.ADMIN}
        for one in sorted({*admins, person.user_id}):
            notice = OutgoingCall(one, "sendMessage", {"text": text}, Priority.NOTICE)
            enqueue(session, notice, f"appoint:{person.user_id}:{at.isoformat()}:{one}", at)
