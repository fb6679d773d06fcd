"""The facts of a visit card 走访慰问卡, for the team at the door: who lives there, how, who called last, what is still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.core import masks
from models.core.dates import age_on, this_day
from models.people import listing
from models.people.person import FamilyMember, Person
from models.visit_plans.planned_visits import (
    PlannedVisit,
    VisitKey,
    VisitOutcome,
    planned,
    visit_key_of,
    visits_made,
)
from models.visit_plans.teams import Team
from models.visits import gifts
from models.visits.campaign import Campaign
from models.visits.visit import Visit

CALLS = 3  # earlier visits that a card tells of
CARDS_AT_ONCE = 300  # people whose records are read together


@dataclass(frozen=True, slots=True)
class Card:
    """One card, in words."""

    name: str
    facts: dict[str, str] = field(default_factory=dict)
    row: str = ""  # of the plan, in the code that a scanner reads
    person: int | None = None  # the id of the file; of somebody without one, None


def cards(
    campaign: Campaign, only: Team | None = None, rows: Sequence[PlannedVisit] | None = None
) -> list[Card]:
    """The cards of a campaign, of one team, or of the rows named: those still to be visited, in the order of the way."""
    made = visits_made(campaign)
    chosen = planned(campaign) if rows is None else rows
    going = [
        row
        for row in chosen
        if row.key not in made and row.outcome != VisitOutcome.LEFT_OUT and (only is None or row.team == only)
    ]
    return [
        card
        for first in range(0, len(going), CARDS_AT_ONCE)
        for card in _some(campaign, going[first : first + CARDS_AT_ONCE])
    ]


def _some(campaign: Campaign, rows: Sequence[PlannedVisit]) -> Iterator[Card]:
    people = [row.person_id for row in rows if row.person_id is not None]
    family: dict[int, list[FamilyMember]] = defaultdict(list)
    for member in FamilyMember.select().where(FamilyMember.person.in_(people)).order_by(FamilyMember.id):
        family[member.person_id].append(member)
    held = listing.identities_of(people)
    before = _visits_before(rows)
    for row in rows:
        facts = _of_plan(campaign, row) | _of_visits(before.get(row.key, []))
        if row.person is not None:
            facts |= _of_person(row.person, held.get(row.person.id, []), family.get(row.person.id, []))
        yield Card(
            row.name, {key: words for key, words in facts.items() if words}, row.card_row, row.person_id
        )


def _visits_before(rows: Sequence[PlannedVisit]) -> dict[VisitKey, list[Visit]]:
    """The visits ever paid to those of the rows, the newest first."""
    units = [row.unit.name for row in rows if row.unit is not None]
    query = Visit.select().where(
        Visit.person.in_([row.person_id for row in rows if row.person_id is not None])
        | Visit.outsider.in_([row.outsider_id for row in rows if row.outsider_id is not None])
        | ((Visit.unit != "") & Visit.unit.in_(units))
    )
    found: dict[VisitKey, list[Visit]] = defaultdict(list)
    for visit in query.order_by(Visit.day.desc(), Visit.id.desc()):
        found[visit_key_of(visit)].append(visit)
    return found


def _of_plan(campaign: Campaign, row: PlannedVisit) -> dict[str, str]:
    team = row.team
    money = f"慰问金{row.money:,.2f}元" if row.money else ""
    given = gifts.said(gifts.read_gifts(row.gifts))
    order = f"第{row.position}户" if row.position else ""
    return {
        "campaign": campaign.name, "team": "　".join(filter(None, (team.name if team is not None else "", order))),
        "name": row.name, "category": row.category, "address": row.address or row.street, "phone": row.phone,
        "number": masks.masked_number(row.number), "day": row.day.chinese() if row.day is not None else "",
        "leader": team.leader if team is not None else "", "members": team.members if team is not None else "",
        "brings": "；".join(filter(None, (money, given))), "notes": row.notes,
    }  # fmt: skip


def _of_person(person: Person, identities: Iterable[Any], family: Iterable[FamilyMember]) -> dict[str, str]:
    born = person.birthday
    age = f"{age_on(born, this_day())}岁" if born is not None else ""
    kinds = "、".join(dict.fromkeys(f"{one.category or one.kind}{one.grade}" for one in identities))
    members = "、".join(f"{one.relation}{one.name}" for one in family)
    living = [f"{label}{value}" for label, value in _circumstances(person) if value]
    return {
        "sex_age": "　".join(filter(None, (person.sex, age))), "kinds": kinds,
        "family": "；".join(filter(None, (f"家庭成员：{members}" if members else "", *living))),
    }  # fmt: skip


def _circumstances(person: Person) -> Iterator[tuple[str, str]]:
    """What the file says of how somebody lives."""
    yield "", "孤老" if person.alone else ""
    yield "", "孤儿" if person.orphan else ""
    yield "", "享受低保" if person.low_income else ""
    yield "健康状况：", person.health
    yield "生活能力：", person.selfcare
    yield "生活状况：", person.living or person.economy
    yield "医疗保障：", person.insurance


def _of_visits(before: Sequence[Visit]) -> dict[str, str]:
    calls = [_call(visit) for visit in before[:CALLS]]
    told = next((visit for visit in before if visit.circumstances), None)
    wishes = [
        f"{visit.day.chinese() if visit.day is not None else ''}　{visit.wishes}"
        + (f"（{visit.handling}）" if visit.handling else "")
        for visit in before
        if visit.waiting
    ]
    return {
        "calls": "\n".join(calls), "wishes": "\n".join(wishes),
        "seen": told.circumstances if told is not None else "",
    }  # fmt: skip


def _call(visit: Visit) -> str:
    """One earlier visit: when, on which occasion, by whom, with what."""
    day = visit.day.chinese() if visit.day is not None else ""
    money = f"慰问金{visit.money:,.0f}元" if visit.money else ""
    return "　".join(filter(None, (day, visit.occasion, visit.visitors, money, visit.gifts)))
