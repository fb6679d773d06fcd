"""Planned visits 计划走访: one row for each that a campaign is for, so that nobody is called on twice and nobody forgotten.

Whether somebody was visited is never kept here: it is so when a visit of the campaign is in the archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import JOIN, Check, ForeignKeyField, Value, fn

from models.core.record import Count, Day, Record, Refusal, Text, Yuan
from models.core.states import State
from models.people.outsiders import Outsider, whom_words_name
from models.people.person import Person
from models.visit_plans.card_marks import CARD_MARK, ROW_PLACES, card_row
from models.visit_plans.scopes import Scope
from models.visit_plans.teams import Team
from models.visits import gifts
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit

if TYPE_CHECKING:
    from peewee import ModelSelect


class VisitOutcome(State):
    """What became of a planned visit."""

    WAITING = "待走访"
    VISITED = "已走访"
    NOT_MET = "未遇到"
    LEFT_OUT = "不走访"


VISIT_STATES = tuple(VisitOutcome)
OUTCOMES = (
    "",
    VisitOutcome.NOT_MET,
    VisitOutcome.LEFT_OUT,
)  # what is registered; the others follow from the visit
BLANKS = " \t\n\r\u3000\xa0"  # around the names of units, as they are typed
NO_TEAM = "未分组"


class PlannedVisit(Record):
    """One person, somebody without a file, or a unit: once in a campaign, which the table itself makes sure of."""

    NOUN = "走访计划"
    NAMED_BY = "category"
    TIMELESS = "随走访批次"

    campaign_id: int
    campaign = ForeignKeyField(Campaign, backref="planned", on_delete="CASCADE")
    scope_id: int | None
    scope = ForeignKeyField(Scope, null=True, on_delete="SET NULL")
    person_id: int | None
    person = ForeignKeyField(Person, backref="planned", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="planned", null=True, on_delete="RESTRICT")
    unit_id: int | None
    unit = ForeignKeyField(Unit, backref="planned", null=True, on_delete="RESTRICT")
    team_id: int | None
    team = ForeignKeyField(Team, backref="planned", null=True, on_delete="SET NULL")
    position = Count("顺序")
    day = Day("计划日期")
    category = Text("对象类别")
    money = Yuan("慰问金(元)")
    gifts = Text("慰问品")
    outcome = Text("未走访情况")
    reason = Text("原因")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('"money" IS NULL OR "money" >= 0')]
        indexes = (
            (("campaign", "person"), True),
            (("campaign", "outsider"), True),
            (("campaign", "unit"), True),
        )

    def rules(self) -> Iterator[tuple[str, str]]:
        named = [each for each in (self.person_id, self.outsider_id, self.unit_id) if each is not None]
        if len(named) != 1:
            yield "person", "请选择一个走访对象：优抚对象、未建档人员或部队"
        if self.money is not None and self.money < 0:
            yield "money", "慰问金不能是负数"
        if self.outcome not in OUTCOMES:
            yield "outcome", f"请选择“{VisitOutcome.NOT_MET}”或“{VisitOutcome.LEFT_OUT}”，或留空"
        if self.outcome == VisitOutcome.LEFT_OUT and not self.reason.strip():
            yield "reason", "请写明为什么不走访"
        if self.day is not None and self.day.known != 3:
            yield "day", "请写到日，如2020-7-28"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.team is not None and self.team.campaign_id != self.campaign_id:
            yield "team", "所选的小组不是本批次的"
        if self._again().exists():
            yield "person", f"本批次的计划中已有{self.name}，同一批次不重复走访"
        try:
            gifts.read_gifts(self.gifts)
        except Refusal as refusal:
            yield "gifts", str(refusal)

    def _again(self) -> ModelSelect[PlannedVisit]:
        same = PlannedVisit.select().where(
            PlannedVisit.campaign == self.campaign_id, PlannedVisit.id != (self.id or 0)
        )
        if self.person_id is not None:
            return same.where(PlannedVisit.person == self.person_id)
        if self.outsider_id is not None:
            return same.where(PlannedVisit.outsider == self.outsider_id)
        return same.where(PlannedVisit.unit == self.unit_id)

    @property
    def target(self) -> Person | Outsider | Unit:
        """Whom it is for."""
        found = self.person or self.outsider or self.unit
        assert found is not None
        return found

    @property
    def name(self) -> str:
        return str(self.target.name)

    @property
    def key(self) -> VisitKey:
        """What tells it from others in the campaign, as ``visits_made`` has it."""
        if self.unit is not None:
            return VisitKey(unit=self.unit.name.strip())
        return VisitKey(self.person_id, self.outsider_id)

    @property
    def mark(self) -> str:
        """How the code on its card begins."""
        return f"{CARD_MARK}{self.card_row}"

    @property
    def card_row(self) -> str:
        """The row in the code on its card."""
        return self.uid[-ROW_PLACES:].upper()

    @property
    def street(self) -> str:
        return "" if self.unit is not None else str(getattr(self.target, "street", ""))

    @property
    def community(self) -> str:
        return "" if self.person is None else str(self.person.community)

    @property
    def address(self) -> str:
        if self.person is not None:
            return str(self.person.residence or self.person.household_address)
        return self.unit.station if self.unit is not None else str(getattr(self.target, "address", ""))

    @property
    def phone(self) -> str:
        if self.person is not None:
            return str(self.person.phone or self.person.other_phone)
        return str(self.target.phone)

    @property
    def number(self) -> str:
        """The citizen number; a unit has none."""
        return "" if self.unit is not None else str(getattr(self.target, "number", ""))


class VisitKey(NamedTuple):
    """Whom a visit was paid to."""

    person: int | None = None
    outsider: int | None = None
    unit: str = ""


def visit_key_of(visit: Visit) -> VisitKey:
    """Whom a visit was paid to, in the words that planned visits use."""
    return VisitKey(visit.person_id, visit.outsider_id, visit.unit.strip())


def visits_made(campaign: Campaign) -> dict[VisitKey, Visit]:
    """The visits of the campaign by whom they were paid to; the last one where there were several."""
    made = Visit.select().where(Visit.campaign == campaign).order_by(Visit.day, Visit.id)
    return {visit_key_of(visit): visit for visit in made}


def planned(campaign: Campaign) -> ModelSelect[PlannedVisit]:
    """The rows of the plan with whom they are for and their teams: by team, in the order of the way."""
    query = (
        PlannedVisit.select(PlannedVisit, Person, Outsider, Unit, Team)
        .join(Person, JOIN.LEFT_OUTER)
        .switch(PlannedVisit)
        .join(Outsider, JOIN.LEFT_OUTER)
        .switch(PlannedVisit)
        .join(Unit, JOIN.LEFT_OUTER)
        .switch(PlannedVisit)
        .join(Team, JOIN.LEFT_OUTER)
        .where(PlannedVisit.campaign == campaign)
    )
    return query.order_by(
        Team.number.asc(nulls="last"), PlannedVisit.position.asc(nulls="last"), PlannedVisit.id
    )


def was_visited() -> Any:
    """The condition that a visit of the campaign was paid to a row of a query that knows the row's unit."""
    paid = Visit.select(Value(1)).where(Visit.campaign == PlannedVisit.campaign)
    person = fn.EXISTS(paid.where(Visit.person == PlannedVisit.person))
    outsider = fn.EXISTS(paid.where(Visit.outsider == PlannedVisit.outsider))
    name = fn.TRIM(Visit.unit, BLANKS)
    unit = fn.EXISTS(paid.where(name == fn.TRIM(Unit.name, BLANKS), name != ""))
    return person | outsider | unit


def chosen_rows(
    campaign: Campaign, words: str = "", team: str = "", state: str = ""
) -> ModelSelect[PlannedVisit]:
    """The rows of the plan for somebody found by words, of a team (``NO_TEAM`` for those without one), in a state."""
    query = planned(campaign)
    if words.strip():
        query = query.where(whom_words_name(PlannedVisit, words) | Unit.name.contains(words.strip()))
    if team:
        query = query.where(PlannedVisit.team.is_null(True) if team == NO_TEAM else Team.name == team)
    if state == VisitOutcome.VISITED:
        query = query.where(was_visited())
    elif state:
        query = query.where(
            ~was_visited(), PlannedVisit.outcome == ("" if state == VisitOutcome.WAITING else state)
        )
    return query


def marked(campaign: Campaign, mark: str) -> PlannedVisit | None:
    """The row whose card has that code, as a scanner types it; None when it is none of this campaign's."""
    last = card_row(mark)
    if not last:
        return None
    found: PlannedVisit | None = PlannedVisit.get_or_none(
        PlannedVisit.campaign == campaign, PlannedVisit.uid.endswith(last)
    )
    return found


def needed_gifts(rows: Iterable[PlannedVisit]) -> dict[str, int]:
    """How many of each kind of gift the rows ask for."""
    asked: dict[str, int] = {}
    for words, count in Counter(row.gifts for row in rows if row.gifts).items():
        for each in gifts.read_gifts(words):
            asked[each.gift.name] = asked.get(each.gift.name, 0) + each.count * count
    return asked


def visit_state_of(row: PlannedVisit, made: dict[VisitKey, Any]) -> str:
    """已走访, 未遇到, 不走访 or 待走访."""
    return VisitOutcome.VISITED if row.key in made else row.outcome or VisitOutcome.WAITING
