"""Listed people 名单里的人: some people read together, with whatever a list may say of them.

What few lists show is read, or reckoned, for all of them when it is first asked of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from models.core.dates import PartDate, this_day
from models.own_fields import own_values
from models.own_fields.own_fields import OwnField
from models.people import listing
from models.people.identity import BankAccount, Identity
from models.people.person import Person


class ListedPeople:
    """People of a list, and what is on file of all of them, by their ids."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = list(people)
        self._ids = [person.id for person in self.people]

    def rows(self) -> list[ListedPerson]:
        """A row for each, in their order."""
        return [ListedPerson(person, self) for person in self.people]

    @cached_property
    def identities(self) -> dict[int, list[Identity]]:
        return listing.identities_of(self._ids)

    @cached_property
    def accounts(self) -> dict[int, BankAccount]:
        """The account in use of each; of several the first."""
        used = BankAccount.select().where(BankAccount.person.in_(self._ids), BankAccount.until.is_null(True))
        return {each.person_id: each for each in used.order_by(BankAccount.id.desc())}

    @cached_property
    def own(self) -> dict[int, dict[str, str]]:
        """What the office's own fields say of each."""
        return own_values.said_of(self._ids)

    @cached_property
    def dues(self) -> dict[int, Decimal | str]:
        """What each is due this month; the words 待核定, 未计算 where that is not known as a whole."""
        from models.pay.dues.held_grants import HeldCondition, held_grants  # when wanted: few lists show it
        from models.pay.grants.claims import claims
        from models.pay.standards.months import month_of

        found: defaultdict[int, list[Decimal | str]] = defaultdict(list)
        for held in held_grants(month_of(PartDate.of(this_day())), claims(Identity.person.in_(self._ids))):
            if held.condition in (HeldCondition.HELD, HeldCondition.UNKNOWN):
                found[held.claim.person].append(str(held.condition))
            elif held.condition is HeldCondition.PAID and held.due is not None:
                found[held.claim.person].append(held.due.yuan)
        return {person: _together(parts) for person, parts in found.items()}


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person as a row of a list."""

    person: Person
    among: ListedPeople

    @property
    def identities(self) -> list[Identity]:
        return self.among.identities[self.person.id]

    @property
    def account(self) -> BankAccount:
        """The account in use; an empty one where there is none."""
        return self.among.accounts.get(self.person.id) or BankAccount()

    def own(self, field: OwnField) -> Any:
        """What a field of the office's own says."""
        return field.shown(self.among.own[self.person.id].get(field.key, ""))

    @property
    def due(self) -> Decimal | str | None:
        """What is due this month, or why that is not known; None where nothing is."""
        return self.among.dues.get(self.person.id)

    @property
    def due_amount(self) -> Decimal | None:
        """The same where it is an amount."""
        return self.due if isinstance(self.due, Decimal) else None


def _together(parts: list[Decimal | str]) -> Decimal | str:
    """The sum of a person's amounts, unless one of them is not known."""
    unknown = next((each for each in parts if isinstance(each, str)), None)
    return unknown or sum((each for each in parts if isinstance(each, Decimal)), Decimal(0))
