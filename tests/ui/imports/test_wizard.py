from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog

from models.payments.payment import Payment
from models.people.person import Person
from tests import factories
from ui.imports.wizard import DONE_STEP, FILES_STEP, PLAN_STEP, UNDERSTOOD_STEP, ImportWizard


@pytest.fixture
def wizard(qtbot, session):
    made = ImportWizard(session)
    qtbot.addWidget(made)
    made.show()
    return made


def read(qtbot, wizard, *files):
    wizard.files.add(files)
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == UNDERSTOOD_STEP)


def take_in(qtbot, wizard, *files):
    read(qtbot, wizard, *files)
    wizard.forward.click()
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)


def cells(table, column):
    return [table.item(row, column).text() for row in range(table.rowCount())]


def choose(box, words):
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def test_workbooks_are_dropped_on_the_page_and_other_files_are_left_alone(wizard, tmp_path):
    roster = factories.roster(tmp_path / "花名册.xlsx", factories.combatant())
    mime = QMimeData()
    mime.setUrls(
        [
            QUrl.fromLocalFile(str(each))
            for each in (roster, tmp_path / "照片.jpg", tmp_path / "~$花名册.xlsx")
        ]
    )
    drop = QDropEvent(
        QPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert not wizard.forward.isEnabled()
    wizard.files.dropEvent(drop)
    assert [file.name for file in wizard.files.files()] == ["花名册.xlsx"]
    assert wizard.forward.isEnabled()


def test_what_was_understood_is_shown_sheet_by_sheet_and_column_by_column(qtbot, wizard, tmp_path):
    read(
        qtbot,
        wizard,
        factories.roster(tmp_path / "花名册.xlsx", factories.combatant(), factories.combatant()),
    )
    page = wizard.understood
    assert cells(page.sheets, 1) == ["参战"]
    assert cells(page.sheets, 2) == ["2"]
    kind = page.sheets.cellWidget(0, 3)
    assert isinstance(kind, QComboBox)
    assert kind.currentText() == "参战退役人员"
    row = cells(page.columns, 1).index("身份证号")
    assert page.columns.cellWidget(row, 2).currentText() == "公民身份号码"


def test_nothing_is_written_before_the_last_button(qtbot, wizard, tmp_path):
    read(qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", factories.combatant()))
    wizard.forward.click()
    assert wizard.pages.currentIndex() == PLAN_STEP
    assert "新增 1" in wizard.would.summary.text()
    assert wizard.forward.text() == "导入 1 行"
    assert Person.select().count() == 0
    wizard.back.click()
    wizard.back.click()
    assert wizard.pages.currentIndex() == FILES_STEP


def test_an_import_is_one_entry_and_is_taken_back_whole(qtbot, wizard, session, tmp_path, boxes):
    take_in(
        qtbot,
        wizard,
        factories.roster(tmp_path / "花名册.xlsx", factories.combatant(), factories.combatant()),
    )
    assert Person.select().count() == 2
    assert "新增2" in wizard.outcome.text()
    assert session.last_undoable().title == "导入花名册.xlsx：新增2"

    boxes.answer = "撤销"
    wizard.take_back.click()
    assert Person.select().count() == 0
    assert "已撤销" in wizard.outcome.text()
    assert not wizard.take_back.isVisible()


def test_whoever_shows_people_hears_of_the_import(qtbot, wizard, session, tmp_path):
    with qtbot.waitSignal(session.changed):
        take_in(qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", factories.combatant()))


def test_each_refused_line_is_told_with_its_place(qtbot, wizard, tmp_path):
    bad = factories.combatant("李四", 身份证号="12345")
    read(qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", factories.combatant(), bad))
    wizard.forward.click()
    refused = [line for line in wizard.would.lines.lines if line.mark == "未导入"]
    assert [(line.sheet, line.place) for line in refused] == [("参战", "第4行F列")]
    wizard.would.choices["未导入"].click()
    assert wizard.would.shown.rowCount() == 1


def test_the_findings_are_saved_as_the_officers_own_sheet(qtbot, wizard, tmp_path, monkeypatch, boxes):
    bad = factories.combatant("李四", 身份证号="12345")
    read(qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", factories.combatant(), bad))
    wizard.forward.click()
    out = tmp_path / "核对表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    wizard.save_findings.click()
    words = [cell.value for row in load_workbook(out)["参战"].iter_rows() for cell in row if cell.value]
    assert any("未导入" in str(each) for each in words)
    assert str(out) in boxes[0]


def test_a_sheet_that_does_not_say_whose_it_is_is_told_by_the_officer(qtbot, wizard, tmp_path):
    heading = ["姓名", "身份证号", "电话"]
    sheet = [heading, ["张三", factories.citizen_number(), "13900001111"]]
    read(qtbot, wizard, factories.workbook(tmp_path / "名单.xlsx", {"Sheet1": sheet}))
    assert "看不出是哪一类" in wizard.understood.sheets.item(0, 4).text()

    choose(wizard.understood.sheets.cellWidget(0, 3), "三属")
    qtbot.waitUntil(lambda: wizard.understood.sheets.item(0, 2).text() == "1")
    assert wizard.understood.sheets.cellWidget(0, 3).currentText() == "三属"


def strange(file: Path, *people):
    rows = [["姓名", "身份证号", "手头电话"], *people]
    return factories.workbook(file, {"三属": rows})


def test_a_column_that_was_not_understood_is_corrected_and_remembered(qtbot, wizard, session, tmp_path):
    first = strange(tmp_path / "一.xlsx", ["张三", factories.citizen_number(), "13900001111"])
    read(qtbot, wizard, first)
    box = wizard.understood.columns.cellWidget(2, 2)
    assert box.currentText() == "记为备注"
    choose(box, "联系电话")
    qtbot.waitUntil(lambda: wizard.understood.columns.cellWidget(2, 2) is not box)
    assert wizard.understood.columns.cellWidget(2, 2).currentText() == "联系电话"
    wizard.forward.click()
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)
    assert Person.get(name="张三").phone == "13900001111"
    assert session.last_undoable().title.startswith("导入一.xlsx")

    again = ImportWizard(session)
    qtbot.addWidget(again)
    take_in(qtbot, again, strange(tmp_path / "二.xlsx", ["李四", factories.citizen_number(), "13900002222"]))
    assert Person.get(name="李四").phone == "13900002222"


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_taken(qtbot, wizard, tmp_path):
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"nonsense")
    read(qtbot, wizard, broken, factories.roster(tmp_path / "好.xlsx", factories.combatant()))
    assert "坏.xlsx" in cells(wizard.understood.sheets, 0)
    wizard.forward.click()
    assert wizard.forward.isEnabled()


def test_what_is_all_known_already_cannot_be_imported_again(qtbot, wizard, session, tmp_path):
    roster = factories.roster(tmp_path / "花名册.xlsx", factories.combatant())
    take_in(qtbot, wizard, roster)
    again = ImportWizard(session, [roster])
    qtbot.addWidget(again)
    again.forward.click()
    qtbot.waitUntil(lambda: again.pages.currentIndex() == UNDERSTOOD_STEP)
    again.forward.click()
    assert not again.forward.isEnabled()
    assert "相同 1" in again.would.summary.text()


PAID = ["序号", "发放日期", "项目", "姓名", "身份证号", "人员类别", "奖了多少", "经办"]


def register(tmp_path, heading=PAID):
    row = [1, "2020-07-20", "三等功慰问金", "李四", factories.citizen_number(), "现役军人家属", 2000, "甲"]
    sheets = {
        "立功奖励": [["2020年立功受奖慰问金发放表"], heading, row],
        "横幅": [["日期", "宣传形式", "数量"], ["2020-03-06", "横幅", "2条"]],
    }
    return factories.workbook(tmp_path / "登记.xlsx", sheets)


def test_registers_are_shown_and_taken_in_beside_rosters(qtbot, wizard, tmp_path):
    heading = [*PAID[:6], "金额(元)", "经办"]
    take_in(
        qtbot,
        wizard,
        register(tmp_path, heading),
        factories.roster(tmp_path / "花名册.xlsx", factories.combatant()),
    )
    page = wizard.understood
    assert cells(page.sheets, 1) == ["立功奖励", "横幅", "参战"]
    assert cells(page.sheets, 2) == ["1", "1", "1"]
    assert [page.sheets.cellWidget(row, 3).currentText() for row in range(3)] == [
        "补助发放登记",
        "宣传登记",
        "参战退役人员",
    ]
    page.sheets.setCurrentCell(0, 0)
    boxes = [page.columns.cellWidget(row, 2).currentText() for row in range(8)]
    assert boxes == ["不导入", "发放日期", "项目", "姓名", "身份证号", "人员类别", "金额", "记为备注"]
    assert [(p.whom, p.amount, p.notes) for p in Payment.select()] == [("李四", 2000, "经办：甲")]
    assert Person.select().count() == 1


def test_a_column_of_a_register_can_be_corrected_and_is_remembered(qtbot, wizard, session, tmp_path):
    file = register(tmp_path)
    read(qtbot, wizard, file)
    page = wizard.understood
    assert "没有“金额”一栏" in page.sheets.item(0, 4).text()
    page.sheets.setCurrentCell(0, 0)
    choose(page.columns.cellWidget(6, 2), "金额")
    qtbot.waitUntil(
        lambda: (
            "补助发放登记" in page.sheets.item(0, 4).text() and "没有" not in page.sheets.item(0, 4).text()
        )
    )
    wizard.forward.click()
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)
    assert [p.amount for p in Payment.select()] == [2000]
    again = ImportWizard(session)
    qtbot.addWidget(again)
    again.show()
    read(qtbot, again, file)
    assert again.plan.total("same") == 2
