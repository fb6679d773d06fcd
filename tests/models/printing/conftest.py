"""Papers in the print ledger."""

from __future__ import annotations

import pytest

from models.printing import printings, printouts
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted
from models.printing.printouts import PaperMatter, PrintoutKind


@pytest.fixture
def printout(archive):
    """A paper of some pages, with parts of files on them."""

    def make(pages=10, parts=(), masked=False, paper=b"", kind=PrintoutKind.FILES):
        content = paper or b"%PDF of " + repr((pages, parts, masked)).encode()
        return printouts.keep_printout(
            content, pages, PaperMatter("一人一档　2人", kind, 2, masked, parts=tuple(parts))
        )

    return make


@pytest.fixture
def printed():
    """A printing of a paper of which so many sheets are sent, some at a time."""

    def make(printout, sheets=None, wanted=None, most=3, both_sides=False):
        wanted = wanted or PagesWanted(1, printout.pages, both_sides=both_sides)
        plan = PlannedSheets.of(wanted.numbers(), wanted.both_sides, wanted.copies)
        printing = printings.begin_printing(printout, "王芳", "一楼打印机", wanted, plan)
        until = len(plan.sheets) if sheets is None else sheets
        for first, last in plan.batches(most=most):
            if first > until:
                break
            printings.batch_sent(printings.begin_batch(printing, plan, first, min(last, until)))
        return printing

    return make
