"""导出 on every list: what is seen, in the order seen, in the columns chosen, masked as was chosen, as a copy with a number."""

from __future__ import annotations

import csv

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from models.disclosure.policies import CopyPurpose, Policy
from models.people.person import Person
from models.printing.given_copies import GivenCopy
from models.uses.uses import Use
from ui.lists import list_export
from ui.lists.list_export import ExportDialog, export_list
from ui.lists.list_foot import ListFoot
from ui.people.page import PeoplePage

NAMES = ["丙", "甲", "乙"]


@pytest.fixture
def export(monkeypatch, tmp_path, qtbot, boxes):
    """Export a list as the officer answers: what is done with the dialog, and the kind of file."""

    def run(table, ending=".csv", answer=lambda dialog: None):
        out = tmp_path / f"名单{ending}"

        def accept(dialog):
            answer(dialog)
            dialog.save_as(ending)
            return True

        monkeypatch.setattr(list_export, "run_dialog", accept)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
        export_list(table)
        qtbot.waitUntil(lambda: bool(boxes))
        assert out.exists(), boxes
        return out

    return run


@pytest.fixture
def listed(qtbot, session, person):
    """The page of people, whose list somebody pasted."""
    page = PeoplePage(session)
    qtbot.addWidget(page)
    for name in NAMES:
        person(name=name, phone="13997123456")
    page.show_listed("乙\n丙\n甲")
    return page


def lines(file):
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def test_a_pasted_list_is_exported_in_its_order_and_as_the_columns_stand(listed, export, boxes):
    listed.table.headings.moveSection(listed.table.headings.visualIndex(8), 0)
    out = export(listed.table)
    head, *rows = lines(out)
    assert head[:3] == ["序号", listed.rows.columns[8].title, "姓名"]
    assert [row[2] for row in rows if len(row) > 1] == ["乙", "丙", "甲"]
    assert "共3行" in boxes[0]


def test_a_column_that_the_list_hides_is_there_for_the_asking(listed, export, identity):
    def with_account(dialog):
        assert dialog.way().policy("本月应发(元)") is Policy.NONE
        dialog.policies["银行账号"].setCurrentText(Policy.WHOLE)
        dialog.policies["本月应发(元)"].setCurrentText(Policy.WHOLE)

    head, *_ = lines(export(listed.table, answer=with_account))
    assert head[-2:] == ["银行账号", "本月应发(元)"]


def test_only_the_rows_selected_when_that_is_ticked(listed, export):
    listed.table.selectAll()
    listed.table.selectionModel().select(
        listed.rows.index(0, 0), listed.table.selectionModel().SelectionFlag.Deselect | listed.table.selectionModel().SelectionFlag.Rows
    )  # fmt: skip
    out = export(listed.table, answer=lambda dialog: dialog._tick.setChecked(True))
    assert [row[1] for row in lines(out)[1:] if len(row) > 1] == ["丙", "甲"]


def test_what_goes_to_another_office_is_masked_numbered_and_noted(listed, export):
    def outside(dialog):
        dialog.purpose.setCurrentIndex(1)

    out = export(listed.table, ".xlsx", outside)
    page = openpyxl.load_workbook(out).active
    said = " ".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)
    assert "139****3456" in said
    assert "13997123456" not in said
    copy = GivenCopy.get()
    assert (copy.way, copy.people) == (CopyPurpose.OUTSIDE, 3)
    assert Use.get(Use.place == str(out)).title == "名单"


def test_amounts_are_added_up_in_the_workbook(table, people, export):
    people(3)
    table.rows.show(Person.select())
    page = openpyxl.load_workbook(export(table, ".xlsx"), data_only=True).active
    assert [row[3].value for row in page.iter_rows(min_row=4, max_row=7)] == [0.5, 1.5, 2.5, 4.5]


def test_what_was_chosen_for_the_wall_is_not_what_an_export_proposes(listed, qtbot):
    shown, hidden = list_export.columns_of(listed.table)
    dialog = ExportDialog("表", shown, hidden, 0, listed)
    qtbot.addWidget(dialog)
    assert dialog.way().purpose is CopyPurpose.OWN
    assert not dialog.form.isRowVisible(dialog._tick)


def test_every_list_says_below_it_what_is_selected(table, people, qtbot):
    people(80)
    foot = ListFoot(table)
    qtbot.addWidget(foot)
    table.rows.show(Person.select())
    table.selectAll()
    qtbot.waitUntil(lambda: foot.selection.text() == "选中80行　合计：年收入 3,200.00")
