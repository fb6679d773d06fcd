"""The units of the forces in the window."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.visits.units import Unit
from models.visits.visit import Visit
from tests.conftest import USER
from tests.ui.visit_plans.conftest import dialogs
from ui.visits.units import UnitsPage

__all__ = ["dialogs"]


def test_a_unit_with_a_persons_number_is_refused_at_the_field(session, qtbot, dialogs):
    page = UnitsPage(session)
    qtbot.addWidget(page)
    page.show()
    told = []

    def fill(dialog):
        dialog.form.editors["name"].setText("张三630103195001010011")
        dialog.save()
        told.append(dialog.form.messages["name"].text())
        dialog.form.editors["name"].setText("驻区某部一分队")
        dialog.save()

    dialogs.fill = fill
    page.add()
    assert "部队名称中有身份证号" in told[0]
    assert Unit.get().name == "驻区某部一分队"
    assert page.rows.text(0, 5) == "从未走访"
    with journal.entry("登记", USER):
        Visit(unit="驻区某部一分队", day=PartDate(2020, 7, 28)).save()
    page.refresh()
    assert page.rows.text(0, 5) == "2020-07-28"


def test_a_unit_that_is_planned_is_not_deleted(session, qtbot, boxes):
    from models.visit_plans.planned_visits import PlannedVisit
    from models.visits.campaign import Campaign

    with journal.entry("登记", USER):
        unit, campaign = Unit(name="驻区某部一分队"), Campaign(name="某批次", year=2020)
        unit.save()
        campaign.save()
        PlannedVisit(campaign=campaign, unit=unit).save()
    page = UnitsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.table.selectAll()
    boxes.answer = "删除"
    page.delete()
    assert "不能删除" in boxes[-1]
    assert Unit.select().count() == 1
