"""The planning of a campaign: everybody whom the scopes name, once; and what is still wrong with it, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from models.core.amounts import AskedAmount, large_amounts, usual_amounts
from models.core.record import Refusal, insert_all
from models.people import listing
from models.people.identity import GONE, Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from models.visit_plans import planned_visits as plan
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visit_plans.scopes import Scope, scopes
from models.visit_plans.teams import teams
from models.visits import gifts
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit

STREET_OF_DEAD, UNITS_GROUP = "已去世", "驻区部队"
NAMES_SHOWN = 5  # names in a sentence


class DrawnPlan(NamedTuple):
    """How many were put into the plan, were in it already, and were left out because they are dead."""

    added: int
    kept: int
    dead: int


def draw_up_plan(campaign: Campaign) -> DrawnPlan:
    """Put everybody whom the scopes name into the plan, inside an entry; nobody already there is touched.

    The dead are kept as left out, with the reason, so that the plan shows that nobody was forgotten.
    """
    there = {row.person_id for row in PlannedVisit.select().where(PlannedVisit.campaign == campaign)}
    fresh: list[PlannedVisit] = []
    kept: set[int] = set()
    for scope in scopes(campaign):
        people = list(scope.wanted.query())
        kept |= {person.id for person in people if person.id in there}
        new = [person for person in people if person.id not in there]
        there |= {person.id for person in new}
        fresh += _rows(scope, new)
    _checked(fresh)
    insert_all(PlannedVisit, fresh)
    return DrawnPlan(len(fresh), len(kept), sum(row.outcome == VisitOutcome.LEFT_OUT for row in fresh))


def add_units(campaign: Campaign, given: str = "") -> int:
    """Put every registered unit into the plan, inside an entry, with gifts in words. Returns how many came."""
    there = {row.unit_id for row in PlannedVisit.select().where(PlannedVisit.campaign == campaign)}
    fresh = [unit for unit in Unit.select().order_by(Unit.name) if unit.id not in there]
    for unit in fresh:
        PlannedVisit(campaign=campaign, unit=unit, gifts=given, category=UNITS_GROUP).save()
    return len(fresh)


def add_outsiders(campaign: Campaign, ids: Iterable[int], money: Decimal | None, given: str = "") -> int:
    """Put people without a file into the plan, inside an entry, with what each is given. Returns how many came."""
    there = {row.outsider_id for row in PlannedVisit.select().where(PlannedVisit.campaign == campaign)}
    fresh = [each for each in Outsider.select().where(Outsider.id.in_(list(ids))) if each.id not in there]
    for outsider in fresh:
        PlannedVisit(
            campaign=campaign, outsider=outsider, category=outsider.category, money=money, gifts=given
        ).save()
    return len(fresh)


def _rows(scope: Scope, people: list[Person]) -> Iterator[PlannedVisit]:
    held = listing.identities_of([person.id for person in people])
    for person in people:
        own = held.get(person.id, [])
        dead = is_dead(person, own)
        yield PlannedVisit(
            campaign=scope.campaign_id, scope=scope, person=person, category=scope.category or category_of(own),
            money=scope.money, gifts=scope.gifts, outcome=VisitOutcome.LEFT_OUT if dead else "", reason=STREET_OF_DEAD if dead else "",
        )  # fmt: skip


def _checked(rows: Iterable[PlannedVisit]) -> None:
    for row in rows:
        if problems := dict(row.rules()):
            raise Refusal(f"{row.name}：{'；'.join(problems.values())}")


def category_of(identities: Iterable[Identity]) -> str:
    """What somebody is called in the register: the identity that is paid, else the first."""
    own = sorted(identities, key=lambda identity: (not identity.paid, identity.id))
    return str(own[0].category or own[0].kind) if own else ""


def is_dead(person: Person, identities: Iterable[Identity]) -> bool:
    """Whether the file says so, of the person or of an identity."""
    return person.died is not None or any(identity.state == GONE for identity in identities)


def named_by_scopes(campaign: Campaign) -> set[int]:
    """The ids of everybody whom the scopes name now."""
    found: set[int] = set()
    for scope in scopes(campaign):
        found |= {person.id for person in scope.wanted.query().select(Person.id)}
    return found


def plan_faults(campaign: Campaign) -> list[str]:
    """What is still wrong with the plan, worst first; empty when it can be printed and carried out."""
    rows = list(plan.planned(campaign))
    made = plan.visits_made(campaign)
    going = [row for row in rows if row.outcome != VisitOutcome.LEFT_OUT and row.key not in made]
    return [
        *_forgotten(campaign, rows, going), *_dead(going), *_not_placed(campaign, going), *_gifts(going),
        *_large_money(going),
    ]  # fmt: skip


def _forgotten(campaign: Campaign, rows: list[PlannedVisit], going: list[PlannedVisit]) -> Iterator[str]:
    there = {row.person_id for row in rows if row.person_id is not None}
    wanted = named_by_scopes(campaign)
    if lost := wanted - there:
        yield f"有{len(lost)}人符合走访范围，还不在计划中：{_names(listing.people_in_order(sorted(lost)))}。请按“生成计划”补入"
    gone = [row for row in going if row.scope_id is not None and row.person_id not in wanted]
    if gone:
        yield f"有{len(gone)}人已不符合走访范围，仍在计划中：{_names(gone)}。请核对，不走访的请注明原因"


def _dead(going: list[PlannedVisit]) -> Iterator[str]:
    held = listing.identities_of([row.person_id for row in going if row.person_id is not None])
    dead = [
        row for row in going if row.person is not None and is_dead(row.person, held.get(row.person.id, []))
    ]
    if dead:
        yield f"计划中有{len(dead)}人已去世：{_names(dead)}。请改为不走访"


def _not_placed(campaign: Campaign, going: list[PlannedVisit]) -> Iterator[str]:
    if loose := [row for row in going if row.team is None]:
        yield f"有{len(loose)}个对象还没有分到小组：{_names(loose)}"
    for team in teams(campaign):
        if not team.leader.strip() or not team.members.strip():
            yield f"{team.name}还没有写明带队领导或走访人员"
        if not team.days():
            yield f"{team.name}还没有写明走访日期"
    first, last = campaign.begins, campaign.ends
    late = [
        row
        for row in going
        if row.day and ((first and row.day.before(first)) or (last and last.before(row.day)))
    ]
    if late:
        yield f"有{len(late)}个对象的计划日期不在本批次的起止日期之内：{_names(late)}"


def _gifts(going: list[PlannedVisit]) -> Iterator[str]:
    held = {each.gift.name: each for each in gifts.store()}
    for name, count in plan.needed_gifts(going).items():
        short = count - held[name].left
        if short > 0:
            yield f"慰问品“{name}”还需要{count}{held[name].gift.measure}，库存{held[name].left}，还差{short}"


def _large_money(going: list[PlannedVisit]) -> Iterator[str]:
    """Money far above what visits of the same kind of people usually bring."""
    asked = [AskedAmount(row.name, row.category, row.money) for row in going if row.money]
    usual = usual_amounts(Visit.category, Visit.money, Visit.day, {each.what for each in asked})
    yield from (f"请核对慰问金：{words}" for words in large_amounts(asked, usual))


def _names(rows: Iterable[Person | PlannedVisit]) -> str:
    names = [str(row.name) for row in rows]
    return "、".join(names[:NAMES_SHOWN]) + (f"等{len(names)}个" if len(names) > NAMES_SHOWN else "")
