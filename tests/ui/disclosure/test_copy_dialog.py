"""How a copy is written is proposed by the rules, chosen by the officer, and proposed again the next time."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from models.disclosure.policies import CopyPurpose, NumberMask, Policy
from models.office import roles
from models.printing.given_copies import GivenCopy
from reports.tables.register import Heading, Register, numbered
from ui.disclosure.copy_dialog import CopyDialog
from ui.printing.print_button import PrintButton
from ui.widgets import window_memory

HEADINGS = ["序号", "姓名", "身份证号", "联系电话", "备注"]


@pytest.fixture
def dialog(qtbot, session):
    def opened():
        made = CopyDialog("花名册", HEADINGS)
        qtbot.addWidget(made)
        return made

    return opened


def test_the_rules_are_proposed_for_each_purpose(dialog):
    made = dialog()
    assert made.way().purpose is CopyPurpose.PUBLIC
    assert made.policies["身份证号"].currentText() == Policy.NONE
    assert "个人信息保护法" in made.policies["身份证号"].toolTip()
    made.purpose.setCurrentIndex(1)
    assert made.policies["身份证号"].currentText() == Policy.MASKED
    assert "序号" not in made.policies


def test_a_secret_that_would_stand_whole_is_said(dialog):
    made = dialog()
    assert made.warning.isHidden()
    made.policies["身份证号"].setCurrentText(Policy.WHOLE)
    assert "身份证号" in made.warning.text()


def test_what_was_chosen_is_proposed_again(dialog):
    made = dialog()
    made.purpose.setCurrentIndex(1)
    made.numbers.setCurrentText(NumberMask.LAST_EIGHT)
    made.policies["姓名"].setCurrentText(Policy.INITIALS)
    made.save_as(".xlsx")
    again = dialog().way()
    assert (again.purpose, again.numbers, again.policy("姓名")) == (
        CopyPurpose.OUTSIDE,
        NumberMask.LAST_EIGHT,
        Policy.INITIALS,
    )


def test_the_writing_of_numbers_is_the_offices_on_any_pc(dialog, session, tmp_path):
    made = dialog()
    made.numbers.setCurrentText(NumberMask.MIDDLE_SIX)
    made.save_as(".pdf")
    window_memory.put_into(tmp_path / "another PC")
    assert dialog().way().numbers is NumberMask.MIDDLE_SIX
    assert session.last_undoable().title == "记住公示副本的证件号码写法：遮中间六位"
    roles.give(session.user, "档案", "局长")
    made.numbers.setCurrentText(NumberMask.LAST_SIX)
    made.save_as(".pdf")  # he may give the copy, and leaves the office's writing as it is
    assert dialog().way().numbers is NumberMask.MIDDLE_SIX


def test_a_copy_is_saved_by_the_print_button_with_its_number(session, qtbot, tmp_path, monkeypatch, boxes):
    headings = tuple(Heading(each, 30) for each in HEADINGS)
    rows = numbered([("张三", "630103195308010019", "13812341234", "电话13812341234")])
    button = PrintButton()
    button.offer_register("花名册", lambda: lambda: Register("花名册", headings, rows))
    qtbot.addWidget(button)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(tmp_path / asked[2]), ""))
    monkeypatch.setattr(CopyDialog, "exec", lambda dialog: dialog.save_as(".xlsx") or True)
    button.choices.aboutToShow.emit()
    assert button.choices.actions()[-1].text() == "公示、外送副本"
    button.copies.actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(boxes))
    page = openpyxl.load_workbook(tmp_path / "花名册（公示）.xlsx").active
    assert [cell.value for cell in page[3]] == ["序号", "姓名"]
    assert GivenCopy.get().mark() in page.oddFooter.left.text
