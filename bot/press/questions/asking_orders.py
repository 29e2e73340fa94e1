"""Asks what somebody told an office or others to do."""

import re
from collections.abc import Iterator
from itertools import islice

from bot.knowledge.entries import Entry
from bot.press.questions.callings import called, tells_of_others
from bot.press.questions.orders import orders_of
from bot.press.questions.spoken import is_at_home
from bot.press.questions.wording import Asked, Wording

_MOST = 3
_OURS = re.compile("อว|อุดมศึกษา|สำนักงานปลัด")  # in our names and in those of our offices
_NEAR = 90  # letters of what is to be done, in which its matter stands


class OrderAsker:
    """Asks of the orders of those whom people ask about, not of what they told their own office."""

    def __init__(self, entry: Entry, says: Wording) -> None:
        self._entry, self._says, self._form = entry, says, says.form
        self._matters = says.matters

    def orders(self) -> Iterator[Asked]:
        """What somebody told whom to do, and what about a matter that is named with it."""
        actor = self._says.goer if self._says.is_person else None
        for order in islice(orders_of(self._entry, actor), _MOST):
            person = order.person
            name = "" if tells_of_others(person) else called(person, self._entry)
            own = is_at_home(person.role, order.whom) or (
                _OURS.search(order.whom) and _OURS.search(person.role)
            )
            if name and not own:
                about = {"person": name, "verb": order.verb, "guest": order.whom}
                told = order.told[:_NEAR]
                for matter in [one for one in self._matters if one.written in told][:1]:
                    yield from self._form("order_about", topic=matter.said, **about)
                yield from self._form("order_what", **about)
