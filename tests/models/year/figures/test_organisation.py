"""A record of the organisation changes its own figures, and places are counted once, whoever tells of them."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.ledger.assessment import AssessmentItem
from models.ledger.leading_groups import LEVELS, LeadingGroup
from models.ledger.spending import Spending
from models.ledger.tasks import Task
from models.people.person import Person
from models.visits.visit import Visit
from models.year import figures
from tests import factories
from tests.conftest import USER
from tests.models.year.figures.conftest import DAY

DISTRICT, TOWN, _ = LEVELS


def group(unit, since=DAY, **facts):
    return LeadingGroup(unit=unit, name="领导小组", leader="甲", since=since, **facts)


def test_a_group_that_is_set_up_was_not_adjusted(changed):
    before = group("区", PartDate(2018, 3), until=PartDate(2020, 3), level=DISTRICT)
    assert "groups.adjusted" not in changed(before)
    assert changed(group("区", level=DISTRICT)) == {"groups.adjusted": 1}


def test_a_place_is_counted_once_whether_people_or_a_group_tell_of_it(archive):
    with journal.entry("登记", USER):
        Person(name="甲", number=factories.citizen_number(), street="总寨镇").save()
        for unit in ("总寨镇", "逯家寨镇"):
            group(unit, level=TOWN).save()
    told = [figures.of(figures.DEFINITIONS[key], 2020).value for key in ("places.towns", "groups.towns")]
    assert told == [2, 2]


def test_before_the_office_worked_nobody_on_file_tells_of_a_place(archive):
    with journal.entry("登记", USER):
        Person(name="甲", number=factories.citizen_number(), street="总寨镇").save()
        Visit(unit="某部", day=DAY).save()
    assert [figures.of(figures.DEFINITIONS["places.towns"], year).value for year in (2019, 2020)] == [0, 1]


def test_a_budget_is_planned_whenever_it_is_allotted(changed):
    line = Spending(year=2020, item="慰问经费", planned=Decimal(500), allotted=Decimal(300), day=DAY)
    told = {"spending.planned": 500, "spending.allotted": 300, "spending.items": 1}
    assert changed(line) == told


def test_tasks_by_units_and_items_by_their_points(changed):
    done = Task(year=2020, unit="区司法局", words="普法", done=True, progress="已办")
    assert changed(done) == {"tasks.all": 1, "tasks.units": 1, "tasks.done": 1}
    items = [AssessmentItem(year=2020, number=n, words="甲", full="0.3", score=s) for n, s in ((1, "0.1"), (2, "0.2"), (3, ""))]  # fmt: skip
    points = {"assessment.full": Decimal("0.6"), "assessment.points": Decimal("0.3")}
    assert changed(*items) == {"assessment.items": 3, "assessment.scored": 2, **points}
