"""The plan as a list."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog

from models.visit_plans.progress import campaign_progress
from models.visits.units import Unit
from tests.ui.visit_plans.conftest import names


def test_several_are_left_out_with_a_reason(ready, monkeypatch, boxes):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("", True))
    ready.list.table.selectRow(0)
    ready.list.leave("不走访")
    assert "请写明为什么不走访" in boxes[0]
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("本人不愿意", True))
    ready.list.leave("不走访")
    assert ready.list.sentence.text().startswith("计划3个")
    ready.list.line.choose("情况", "不走访")


def test_a_row_visited_as_planned_is_ticked_in_the_list(ready, boxes, campaign):
    boxes.answer = "登记"
    ready.list.table.selectRow(0)
    ready.list.tick()
    assert campaign_progress(campaign).visited == 1


def test_a_unit_is_put_into_the_plan_by_hand(ready, dialogs, save):
    save(Unit(name="驻区某部一分队"))

    def fill(dialog):
        dialog.form.editors["unit"].set_value(Unit.get())
        dialog.save()

    dialogs.fill = fill
    ready.list.add()
    assert "驻区某部一分队" in names(ready)


def test_the_same_person_is_refused_in_the_form(ready, dialogs, people):
    told = []

    def fill(dialog):
        dialog.form.editors["person"].set_value(people[0])
        dialog.form.editors["person"].changed.emit()
        dialog.save()
        told.append(dialog.form.messages["person"].text())
        dialog.form.take_back()

    dialogs.fill = fill
    ready.list.add()
    assert "同一批次不重复走访" in told[0]
