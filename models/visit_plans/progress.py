"""The progress of a campaign 进度: its plan counted against the visits made, and what the rest of it needs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from peewee import JOIN, Case, fn

from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome, was_visited
from models.visits import gifts
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit


class CampaignProgress(NamedTuple):
    """How far a campaign has come, and what it needs: people, money in yuan, gifts by kind."""

    planned: int
    visited: int
    not_met: int
    left_out: int
    money: Decimal
    given: Decimal
    needed: dict[str, int]

    @property
    def waiting(self) -> int:
        return self.planned - self.visited - self.not_met


def campaign_progress(campaign: Campaign) -> CampaignProgress:
    """Count the plan against the visits made. Those left out are planned for nobody."""
    count: dict[str, int] = {
        VisitOutcome.VISITED: 0,
        VisitOutcome.NOT_MET: 0,
        VisitOutcome.LEFT_OUT: 0,
        VisitOutcome.WAITING: 0,
    }
    money, asked = Decimal(0), dict[str, int]()
    for words, state, rows, amount in _counted(campaign):
        count[state] += rows
        if state != VisitOutcome.LEFT_OUT:
            money += amount
        if state in (VisitOutcome.NOT_MET, VisitOutcome.WAITING):
            for given in gifts.read_gifts(words):
                asked[given.gift.name] = asked.get(given.gift.name, 0) + given.count * rows
    query: Any = Visit.select(Visit.money.total()).where(Visit.campaign == campaign)
    planned_for = sum(count.values()) - count[VisitOutcome.LEFT_OUT]
    return CampaignProgress(
        planned_for,
        count[VisitOutcome.VISITED],
        count[VisitOutcome.NOT_MET],
        count[VisitOutcome.LEFT_OUT],
        money,
        query.tuples()[0][0],
        asked,
    )


def _counted(campaign: Campaign) -> Iterator[tuple[str, str, int, Decimal]]:
    """Rows that are alike: their gifts, how far they are, how many there are, and the money for all of them."""
    visited = Case(None, [(was_visited(), 1)], 0)
    columns = (PlannedVisit.gifts, PlannedVisit.outcome, visited)
    query: Any = PlannedVisit.select(*columns, fn.COUNT(PlannedVisit.id), PlannedVisit.money.total())
    query = query.join(Unit, JOIN.LEFT_OUTER).where(PlannedVisit.campaign == campaign).group_by(*columns)
    for words, outcome, done, rows, amount in query.tuples():
        yield words, VisitOutcome.VISITED if done else outcome or VisitOutcome.WAITING, rows, amount
