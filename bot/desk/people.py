"""Who may do what. Rights belong to numeric Telegram ids, never to names."""

from collections.abc import Collection
from enum import IntEnum


class Role(IntEnum):
    """What a person may do; every role may do what those below it may."""

    CITIZEN = 0
    STAFF = 1  # writes knowledge, answers citizens
    ADMIN = 2  # reviews, teaches, runs the bot


class People:
    """Asked at every single action, so that a right that was taken away is gone at once."""

    def __init__(self, admin_ids: Collection[int], staff_ids: Collection[int] = ()) -> None:
        self._admins = frozenset(admin_ids)
        self._staff = frozenset(staff_ids)

    def role_of(self, user_id: int) -> Role:
        """The person's role now."""
        if user_id in self._admins:
            return Role.ADMIN
        return Role.STAFF if user_id in self._staff else Role.CITIZEN

    def with_role(self, role: Role) -> tuple[int, ...]:
        """Everybody who has at least this role, in order of their ids."""
        everybody = self._admins | self._staff
        return tuple(sorted(one for one in everybody if self.role_of(one) >= role))
