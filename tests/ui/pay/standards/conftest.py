"""A standard of the next year that waits for its amount."""

from __future__ import annotations

from models.core import journal
from models.pay.standards.standards import Standard


def copied(begins, user, there):
    with journal.entry("照抄", user):
        new = Standard(kind=there[0].kind, layer=there[0].layer, unit=there[0].unit, amount=there[0].amount)
        new.begins, new.notes, new.confirmed = begins, "待填新标准", False
        new.save()
