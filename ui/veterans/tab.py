"""The tab 服务保障: the registers of what is done for veterans, beside 双拥台账."""

from __future__ import annotations

from reports.ledger.registers import VETERANS
from ui.ledger.tab import sections
from ui.pages.sections import SectionsPage


class ServingPage(SectionsPage):
    """The tab itself."""

    NAME = "veterans"
    SECTIONS = sections(VETERANS)
