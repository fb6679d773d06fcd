"""What of a run is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pay import run_lines
from models.pay.runs import PayRun
from reports.pay import run_lines as lists
from reports.registers import Register
from ui.printouts import PrintButton

if TYPE_CHECKING:
    from ui.pay.runs import RunsPage


class RunPrints(PrintButton):
    """The prints of the run that the page shows."""

    def __init__(self, page: RunsPage) -> None:
        super().__init__()
        self._page = page
        self.offer_register("当前所列明细", lambda: [self._listed()])

    def _run(self) -> PayRun:
        run = self._page.run()
        assert run is not None  # the button is shown beside a run only
        return run

    def _listed(self) -> Register:
        lines = self._page.lines
        found = run_lines.lines(self._run(), lines.group, lines.line.words())
        return lists.register(self._run(), lines.group, found, self._page.session.practice)
