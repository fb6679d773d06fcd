"""The tab 补助发放 of the window."""

from __future__ import annotations

from ui.pay.runs import RunsPage
from ui.pay.standards import StandardsPage
from ui.payments import PaymentsPage
from ui.sections import SectionsPage


class PayingPage(SectionsPage):
    """What the office pays, and by what right."""

    NAME = "paying"
    SECTIONS = (("发放批次", RunsPage), ("补助标准", StandardsPage), ("发放记录", PaymentsPage))
