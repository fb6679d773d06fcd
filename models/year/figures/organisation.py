"""Figures of the organisation 组织领导: leading groups and how they changed, the budget, tasks and assessment of a year.

They are numbered E01, E02 …, for the report tells of them first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from peewee import Expression, fn

from models.ledger.assessment import AssessmentItem
from models.ledger.leading_groups import LEVELS, LeadingGroup
from models.ledger.spending import Spending
from models.ledger.tasks import Task
from models.ledger.years import in_year
from models.people.person import Person
from models.year.figures.definitions import (
    Counted,
    Definition,
    Measure,
    RegisterSection,
    StandingOn,
    Where,
    distinct,
    every_record,
    total_measure,
)
from models.year.figures.display import YUAN
from models.year.figures.people_on_file import files_were_kept
from models.year.figures.period import up_to

OF_DISTRICT, OF_TOWN, OF_COMMUNITY = LEVELS


def adjusted(*levels: str) -> Where:
    """Groups that took the place of one of the same unit and name in a year: the first of its kind was set up, not adjusted."""
    before: Any = LeadingGroup.alias()
    earlier: Any = before.select(before.id).where(
        before.unit == LeadingGroup.unit,
        before.name == LeadingGroup.name,
        before.until.is_null(False),
        before.id != LeadingGroup.id,
        before.since <= LeadingGroup.since,
    )
    followed: Any = fn.EXISTS(earlier)
    return lambda year: (in_year(LeadingGroup.since, year), LeadingGroup.level.in_(levels), followed)


def standing_groups(level: str) -> StandingOn:
    """The groups of a level that stood on a day."""

    def conditions_on(day: date) -> Iterator[Expression]:
        yield LeadingGroup.level == level
        yield up_to(LeadingGroup.since, day)
        yield LeadingGroup.until.is_null(True) | ~up_to(LeadingGroup.until, day)

    return conditions_on


def elsewhere(level: str, place: Any) -> StandingOn:
    """Of them those of places in which nobody on file lives, so that a place is counted once."""
    lived_in = Person.select(place).where(place != "").distinct()
    return lambda day: (*standing_groups(level)(day), LeadingGroup.unit.not_in(lived_in))


def of_its_year(model: Any, *conditions: Any) -> Where:
    return lambda year: (model.year == year, *conditions)


def planned_for(day: date) -> Iterator[Expression]:
    """The lines of the budget of a day's year, allotted by then or not."""
    yield Spending.year == day.year
    yield Spending.planned > 0


def points_measure(field: Any) -> Measure:
    """The sum of points, which are kept as the table writes them."""
    total = fn.COALESCE(fn.ROUND(fn.SUM(field.cast("REAL")), 2), 0).converter(_points)
    return lambda model: total


def _points(total: float) -> Decimal:
    return Decimal(str(total))


ORGANISATION_SECTION = "组织领导"
GROUP_UNITS = distinct(LeadingGroup.unit)
_figure = RegisterSection(ORGANISATION_SECTION, "E").figure


def _places(key: str, text: str, level: str, place: Any) -> Definition:
    """Every place of a level: where somebody on file lives, and where else a group stands."""
    lived: Where = lambda year: (place != "", files_were_kept(year))  # noqa: E731
    others = Counted(LeadingGroup, every_record, GROUP_UNITS, standing=elsewhere(level, place))
    return _figure(key, text, "个", Person, lived, distinct(place), also=(others,), looks=True)


def _groups(key: str, text: str, level: str, share_of: str) -> Definition:
    standing = standing_groups(level)
    return _figure(key, text, "个", LeadingGroup, measure=GROUP_UNITS, standing=standing, share_of=share_of)


DONE, SCORED = Task.done == True, AssessmentItem.score != ""  # noqa: E712
ORGANISATION_DEFINITIONS = [
    _figure("groups.adjusted", "调整区双拥工作领导小组成员", "次", LeadingGroup, adjusted(OF_DISTRICT)),
    _figure("groups.adjusted_below", "调整镇（街道）、村(社区)领导小组成员", "次", LeadingGroup, adjusted(OF_TOWN, OF_COMMUNITY)),
    _places("places.towns", "辖区的镇（街道）", OF_TOWN, Person.street),
    _places("places.communities", "辖区的村(社区)", OF_COMMUNITY, Person.community),
    _groups("groups.towns", "成立领导小组的镇（街道）", OF_TOWN, "places.towns"),
    _groups("groups.communities", "成立领导小组的村(社区)", OF_COMMUNITY, "places.communities"),
    _figure("spending.planned", "列入财政预算的双拥经费", YUAN, Spending, measure=total_measure(Spending.planned), standing=planned_for),
    _figure("spending.allotted", "拨付的双拥经费", YUAN, Spending, of_its_year(Spending), total_measure(Spending.allotted)),
    _figure("spending.items", "列入财政预算的经费项目", "项", Spending, standing=planned_for),
    _figure("tasks.all", "下达双拥工作任务", "项", Task, of_its_year(Task)),
    _figure("tasks.units", "明确责任目标的单位", "个", Task, of_its_year(Task), distinct(Task.unit)),
    _figure("tasks.done", "已完成的双拥工作任务", "项", Task, of_its_year(Task, DONE), share_of="tasks.all"),
    _figure("assessment.items", "列入考评的项目", "项", AssessmentItem, of_its_year(AssessmentItem)),
    _figure("assessment.scored", "已评分的考评项目", "项", AssessmentItem, of_its_year(AssessmentItem, SCORED), share_of="assessment.items"),
    _figure("assessment.full", "已评分的考评项目满分", "分", AssessmentItem, of_its_year(AssessmentItem, SCORED), points_measure(AssessmentItem.full)),
    _figure("assessment.points", "考评得分", "分", AssessmentItem, of_its_year(AssessmentItem, SCORED), points_measure(AssessmentItem.score)),
]  # fmt: skip
