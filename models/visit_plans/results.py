"""Results of a plan 走访结果: what came of each planned visit, entered one after another."""

from __future__ import annotations

from collections.abc import Iterable

from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome, visits_made
from models.visits import gifts
from models.visits.visit import Visit

GIVEN_MONEY, GIVEN_GIFTS = "慰问金", "慰问品"


def visit_for(row: PlannedVisit, user: str) -> Visit:
    """The visit that the plan expects, not yet saved: on its day (today when that is still to come), as it was prepared."""
    today = PartDate.of(this_day())
    day = row.day if row.day is not None and row.day <= today else today
    team, campaign = row.team, row.campaign
    visit = Visit(
        person=row.person, outsider=row.outsider, unit=row.unit.name if row.unit is not None else "",
        campaign=campaign, day=day, occasion=campaign.occasion, category=row.category,
        leader=team.leader if team is not None else "", visitors=(team.members if team is not None else "") or user,
        money=row.money, gifts=row.gifts,
    )  # fmt: skip
    value(visit)
    return visit


def value(visit: Visit) -> None:
    """Say in which form the visit brought something, and how many registered gifts, and what they are worth.

    Of a visit that was kept and whose gifts are still the same, nothing is touched: somebody may have counted them himself.
    """
    if visit.id is not None and Visit.get_by_id(visit.id).gifts == visit.gifts:
        return
    try:
        given = gifts.read_gifts(visit.gifts)
    except Refusal:
        given = []
    visit.gift_count = sum(each.count for each in given) or None
    visit.gift_value = gifts.worth(given)
    visit.form = "、".join(
        filter(None, (GIVEN_MONEY if visit.money else "", GIVEN_GIFTS if visit.gifts.strip() else ""))
    )


def keep_result(row: PlannedVisit, visit: Visit, user: str) -> None:
    """Keep what came of a planned visit, inside an entry; the store follows what was given."""
    if visit.campaign_id != row.campaign_id:
        raise Refusal("走访记录不属于本批次")
    if visit.id is None and row.key in visits_made(row.campaign):
        raise Refusal(f"本批次已经登记过对{row.name}的走访，请修改原来的记录")
    same = visit.id is not None and Visit.get_by_id(visit.id).gifts == visit.gifts
    visit.save()
    if not same or gifts.moved(visit):  # what an old register says of gifts never was in the store
        gifts.settle_stock(visit, user)
    if row.outcome:
        row.outcome = row.reason = ""
        row.save()


def keep_as_planned(rows: Iterable[PlannedVisit], user: str) -> int:
    """Keep several as they were planned, inside an entry; those visited before are passed over. Returns how many."""
    count = 0
    made: dict[int, set[object]] = {}
    for row in rows:
        known = made.setdefault(row.campaign_id, set(visits_made(row.campaign)))
        if row.key not in known and row.outcome != VisitOutcome.LEFT_OUT:
            keep_result(row, visit_for(row, user), user)
            count += 1
    return count


def not_visited(row: PlannedVisit, outcome: str, reason: str) -> None:
    """Note, inside an entry, that somebody was not met or is not to be visited, and why."""
    if row.key in visits_made(row.campaign):
        raise Refusal(f"{row.name}已经登记了走访结果，请先删除那条走访记录")
    row.outcome, row.reason = outcome, reason
    row.save()
