"""The pages of the main window: what each is called, its picture, and where it is made.

A page's source is read when somebody looks at the page first, so that the window is there at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from models.desk import EVENTS_SECTION, NEEDS_SECTION, WISHES_SECTION
from ui.jobs.session import Session
from ui.pages.page import Page


class WindowPage(NamedTuple):
    """A page, by the names that officers and the program call it."""

    words: str
    picture: str
    module: str
    kind: str

    def source(self) -> type[Page]:
        """What makes it; read now if nobody has looked at it yet."""
        found: type[Page] = getattr(import_module(f"ui.{self.module}"), self.kind)
        return found

    def make(self, session: Session) -> Page:
        return self.source()(session)


PAGES = [
    WindowPage("工作台", "mdi6.view-dashboard-outline", "desk.page", "DeskPage"),
    WindowPage("优抚对象", "mdi6.account-group-outline", "people.page", "PeoplePage"),
    WindowPage("走访慰问", "mdi6.hand-heart-outline", "visits.tab", "VisitingPage"),
    WindowPage("补助发放", "mdi6.cash-multiple", "pay.tab", "PayingPage"),
    WindowPage("双拥台账", "mdi6.notebook-outline", "ledger.tab", "LedgerPage"),
    WindowPage("服务保障", "mdi6.hand-coin-outline", "veterans.tab", "ServingPage"),
    WindowPage("统计报表", "mdi6.chart-box-outline", "year.tab", "ReportingPage"),
    WindowPage("打印台账", "mdi6.printer-check", "print_ledger.page", "PrintLedgerPage"),
    WindowPage("操作日志", "mdi6.history", "journal.page", "JournalPage"),
]


def number_of(kind: str) -> int:
    """The place of a page, counted from 0."""
    return next(number for number, page in enumerate(PAGES) if page.kind == kind)


DESK, PEOPLE, VISITS, PAYMENTS, REPORTING, PRINT_LEDGER, JOURNAL = map(
    number_of,
    (
        "DeskPage",
        "PeoplePage",
        "VisitingPage",
        "PayingPage",
        "ReportingPage",
        "PrintLedgerPage",
        "JournalPage",
    ),
)
# where a page leads but to 补助发放
PAGE_OF_SECTION = {WISHES_SECTION: VISITS, EVENTS_SECTION: REPORTING, NEEDS_SECTION: REPORTING}
