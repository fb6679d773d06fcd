"""The tab 走访慰问 of the window."""

from __future__ import annotations

from ui.sections import SectionsPage
from ui.visits import VisitsPage


class VisitingPage(SectionsPage):
    """What the office brings to people's doors."""

    NAME = "visiting"
    SECTIONS = (("走访记录", VisitsPage),)
