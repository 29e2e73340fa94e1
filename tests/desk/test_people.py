"""Rights belong to ids and include those of every lower role."""

from bot.desk.people import People, Role


def test_roles_come_from_the_settings() -> None:
    """An admin who is also staff is an admin; a stranger is a citizen."""
    people = People({1, 2}, {2, 3})
    assert [Role.ADMIN, Role.ADMIN, Role.STAFF, Role.CITIZEN] == [
        people.role_of(one) for one in (1, 2, 3, 4)
    ]
    assert (1, 2, 3) == people.with_role(Role.STAFF)
    assert (1, 2) == people.with_role(Role.ADMIN)
