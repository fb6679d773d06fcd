"""走访范围: a scope for each street that is ticked, what everybody of it is given, and units put in at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from models.visit_plans.planned_visits import PlannedVisit
from models.visit_plans.scopes import Scope
from models.visits.units import Unit
from tests.ui.visit_plans.conftest import STREETS
from ui.visit_plans.scopes import ScopeDialog, ScopesDialog, people_in_scope


@pytest.fixture
def asked(shown, session, campaign, people):
    return shown(ScopeDialog(session, campaign))


def tick(dialog, *streets):
    for row in range(dialog.streets.count()):
        item = dialog.streets.item(row)
        item.setCheckState(Qt.CheckState.Checked if item.text() in streets else Qt.CheckState.Unchecked)


def test_without_a_street_the_panels_own_filter_is_the_scope(asked):
    assert [each.sentence() for each in asked.filters()] == ["享受待遇"]
    assert asked.count.text() == "享受待遇：4人"
    asked.save()
    assert [each.sentence for each in Scope.select()] == ["享受待遇"]


def test_each_street_that_is_ticked_is_a_scope_of_the_same_gifts(asked):
    tick(asked, STREETS[1], STREETS[2])
    assert set(asked.count.text().split("；")) == {
        "享受待遇，住饮马街街道：2人", "享受待遇，住总寨镇：1人",
    }  # fmt: skip
    tick(asked, STREETS[1])
    assert asked.count.text() == "享受待遇，住饮马街街道：2人"
    tick(asked, STREETS[1], STREETS[2])
    asked.form.editors["money"].setText("500")
    asked.save()
    kept = list(Scope.select().order_by(Scope.number))
    assert [(each.number, each.money) for each in kept] == [(1, 500), (2, 500)]
    assert {(each.wanted.street, people_in_scope(each)) for each in kept} == {
        (STREETS[1], 2),
        (STREETS[2], 1),
    }
    assert asked.result() == asked.DialogCode.Accepted


def test_gifts_that_cannot_be_understood_keep_no_scope(asked):
    tick(asked, STREETS[1])
    asked.form.editors["money"].setText("很多")
    asked.save()
    assert asked.isVisible()
    assert Scope.select().count() == 0


def test_every_unit_is_put_into_the_plan_once(shown, session, campaign, save, boxes, monkeypatch):
    save(Unit(name="驻区某部一分队"))
    save(Unit(name="驻区某部二分队"))
    dialog = shown(ScopesDialog(session, campaign))
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("米", False))
    dialog.add_units()
    assert PlannedVisit.select().count() == 0
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("", True))
    dialog.add_units()
    dialog.add_units()
    assert boxes == ["已列入2支部队", "登记的部队都已在计划中；新的部队请先到“驻区部队”登记"]
    assert PlannedVisit.select().count() == 2


def test_deleting_a_scope_says_that_the_plan_stays(shown, session, campaign, scope, boxes):
    scope()
    dialog = shown(ScopesDialog(session, campaign))
    dialog.scopes.table.selectRow(0)
    dialog.scopes.delete()
    assert "已在计划中的人不受影响" in boxes[0]
    assert Scope.select().count() == 1
