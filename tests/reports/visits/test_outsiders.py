"""People whom the office visits or pays and who have no file."""

from __future__ import annotations

from models.core.dates import PartDate
from models.filters.unvisited import calls_on_outsiders
from models.people.outsiders import Outsider
from models.visits.visit import Visit
from reports.visits.outsiders import outsiders_register
from tests.reports.papers import save, told


def test_each_is_told_with_how_often_somebody_called(person):
    one, other = (Outsider(name=name, category="军属", address="南大街1号") for name in ("甲某", "乙某"))
    save(one, other)
    save(*(Visit(outsider=one, day=PartDate(2020, month, 1)) for month in (1, 7)))
    save(Visit(person=person(), day=PartDate(2020, 7, 1)))
    query = Outsider.select(Outsider, calls_on_outsiders().alias("calls")).order_by(Outsider.id)
    register = outsiders_register(query)
    assert [(told(register, n)["姓名"], told(register, n)["走访次数"]) for n in (0, 1)] == [
        ("甲某", "2"), ("乙某", "0"),
    ]  # fmt: skip
    assert told(register)["家庭住址"] == "南大街1号"


def test_a_practice_archive_is_told(archive):
    assert outsiders_register([], practice=True).practice
    assert not outsiders_register([]).practice
