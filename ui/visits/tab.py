"""The tab 走访慰问 of the window."""

from __future__ import annotations

from ui.pages.sections import SectionsPage
from ui.visit_plans.page import PlansPage
from ui.visits.gifts import GiftsPage
from ui.visits.outsiders import OutsidersPage
from ui.visits.units import UnitsPage
from ui.visits.unvisited import UnvisitedPage
from ui.visits.visits import VisitsPage
from ui.visits.wishes import WishesPage


class VisitingPage(SectionsPage):
    """What the office brings to people's doors."""

    NAME = "visiting"
    SECTIONS = (
        ("走访记录", VisitsPage),
        ("走访计划", PlansPage),
        ("诉求跟踪", WishesPage),
        ("久未走访", UnvisitedPage),
        ("慰问品", GiftsPage),
        ("驻区部队", UnitsPage),
        ("未建档人员", OutsidersPage),
    )
