"""Sharing out a plan: communities to teams, as evenly as may be, and each team's way over its days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from models.core.dates import PartDate
from models.core.record import Refusal
from models.visit_plans import planned_visits as plan
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visit_plans.teams import Place, Team, teams, written_places
from models.visits.campaign import Campaign


class Shared(NamedTuple):
    """How many each team has to call on, and how many could not be given to any."""

    loads: dict[str, int]
    loose: int


def assign_teams(campaign: Campaign, spread: bool = False) -> Shared:
    """Give each row to the team that goes there, and put each team's rows in the order of its way; inside an entry.

    A community that is named goes before its street. With ``spread``, places that no team has named are shared out so
    that the teams have about as much to do, and written into their areas. Who was visited stays where he was.
    Raises ``Refusal`` where there is no team.
    """
    going = list(teams(campaign))
    if not going:
        raise Refusal("还没有小组。请先添加走访小组，再分组")
    made = plan.visits_made(campaign)
    rows = [
        row for row in plan.planned(campaign) if row.outcome != VisitOutcome.LEFT_OUT and row.key not in made
    ]
    if spread:
        _spread(going, rows)
    by_place = {place: team for team in going for place in team.places()}
    for row in rows:
        found = by_place.get(Place(row.street, row.community)) or by_place.get(Place(row.street))
        row.team = found or row.team
    for team in going:
        _order(team, [row for row in rows if row.team == team])
    changed = [row for row in rows if row.dirty_fields]
    if changed:  # nothing of it can break a rule, so that nobody is asked row by row
        fields = [PlannedVisit.team, PlannedVisit.position, PlannedVisit.day]
        PlannedVisit.bulk_update(changed, fields, 100)  # type: ignore[no-untyped-call]  # peewee's stubs
    loads = Counter(row.team.name for row in rows if row.team is not None)
    return Shared({team.name: loads[team.name] for team in going}, sum(row.team is None for row in rows))


def _spread(going: Sequence[Team], rows: Sequence[PlannedVisit]) -> None:
    """Write the places that nobody has into the areas of the teams."""
    taken = {place for team in going for place in team.places()}
    sizes: Counter[Place] = Counter()
    loads: dict[str, int] = {team.name: 0 for team in going}
    for row in rows:
        place = Place(row.street, row.community)
        holder = next((t for t in going if {place, Place(row.street)} & set(t.places())), None)
        if holder is not None:
            loads[holder.name] += 1
        elif row.street:
            sizes[place] += 1
    more = balance(sizes, loads)
    for team in going:
        fresh = [place for place in more.get(team.name, ()) if place not in taken]
        if fresh:
            team.areas = written_places([*team.places(), *fresh])
            team.save()


def balance(sizes: Mapping[Place, int], loads: Mapping[str, int]) -> dict[str, list[Place]]:
    """Share places out so that the busiest team has little more to do than it must: the largest place first, to whoever
    has least (Graham's rule: never more than 4/3 of the best that is possible)."""
    left = dict(loads)
    given: dict[str, list[Place]] = {name: [] for name in loads}
    for place, size in sorted(sizes.items(), key=lambda each: (-each[1], each[0])):
        name = min(left, key=lambda each: left[each])
        given[name].append(place)
        left[name] += size
    return {name: sorted(places) for name, places in given.items()}


def _order(team: Team, rows: list[PlannedVisit]) -> None:
    """The way of a team: street by street, community by community, house by house; so many on each day."""
    rows.sort(key=lambda row: (row.street, row.community, house(row.address), row.name, row.id))
    days = over_days(len(rows), team.days())
    for position, (row, day) in enumerate(zip(rows, days, strict=True), start=1):
        if row.position != position:
            row.position = position
        if row.day != day:
            row.day = day


def house(address: str) -> str:
    """An address by which house 9 comes before house 18."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), address)


def over_days(count: int, days: Sequence[date]) -> list[PartDate | None]:
    """The day of each of ``count`` calls: evenly over the days, earlier ones first; None while no days are known."""
    if not days:
        return [None] * count
    return [PartDate.of(days[number * len(days) // count]) for number in range(count)]
