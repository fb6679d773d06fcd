"""Dues on a form 应发金额: what the people of a form are due this month, where it asks for money and an officer has said so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from models.core.dates import PartDate
from models.core.record import among
from models.pay.dues.due import Due
from models.pay.dues.dues import dues
from models.pay.grants.claims import read_claims
from models.pay.standards.months import month_of
from models.people.identity import Identity

DuesOfPeople = Mapping[int, list[Due]]  # by the person's id
NOT_REGULAR = "本月没有按月发放的待遇"


def dues_of_people(people: Collection[int], today: date) -> DuesOfPeople:
    """What each of these people (ids) is due in the month of a day."""
    found: dict[int, list[Due]] = defaultdict(list)
    claims = read_claims(among(Identity.person, list(people)))
    for due in dues(month_of(PartDate.of(today)), claims):
        found[due.claim.person].append(due)
    return found


def month_due(mine: list[Due], kind: str) -> tuple[Decimal | None, str]:
    """The amount of one person, of the form's kind alone where it has one; None and why where it cannot be said."""
    asked = [each for each in mine if not kind or each.claim.kind == kind]
    for each in asked:
        if each.held or each.refused:
            return None, each.ask.words if each.held and each.ask is not None else each.reason
    total = sum((each.yuan for each in asked), Decimal())
    return (total, "") if total else (None, next((why for each in asked if (why := each.why())), NOT_REGULAR))
