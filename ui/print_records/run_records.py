"""The record of a run in the print ledger: each batch written down before it is sent and after it was."""

from __future__ import annotations

from models.printing import printings
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PrintBatch, Printing


class RunRecord:
    """Writes of one printing how far it has come."""

    def __init__(self, printing: Printing, plan: PlannedSheets) -> None:
        self.printing, self._plan = printing, plan
        self._batch: PrintBatch | None = None
        printings.run_began(printing)

    def begin(self, first: int, last: int) -> None:
        """These sheets are about to be sent."""
        self._batch = printings.begin_batch(self.printing, self._plan, first, last)

    def sent(self) -> None:
        """The sheets of the batch were handed over whole."""
        if self._batch is not None:
            printings.batch_sent(self._batch)
            self._batch = None

    def sent_until(self, last: int) -> None:
        """Of the batch, the sheets up to that one were handed over: it was broken off in good order."""
        if self._batch is not None:
            first, self._batch = self._batch.first or 1, None
            if last >= first:
                printings.batch_sent(printings.begin_batch(self.printing, self._plan, first, last))

    def over(self) -> None:
        """Nothing more is sent by this run."""
        printings.run_ended(self.printing)
