"""The growing of the print ledger 打印台账, kept by the database: rows are added, never taken away nor made to say otherwise."""

from __future__ import annotations

from models.core import triggers
from models.printing.given_copies import GivenCopy
from models.printing.named_people import NamedPeople
from models.printing.printings import PrintBatch, Printing
from models.printing.printouts import PrintedPart, Printout

MAY_BE_SAID_LATER = {Printing: "closed", PrintBatch: "sent"}  # once, where nothing was said yet


def growing() -> dict[str, str]:
    """The triggers that keep the ledger: name → statement."""
    wanted: dict[str, str] = {}
    for model in (Printout, PrintedPart, Printing, PrintBatch, GivenCopy, NamedPeople):
        wanted |= triggers.rows_only_come(model, "打印台账只能添加", MAY_BE_SAID_LATER.get(model, ""))
    return wanted
