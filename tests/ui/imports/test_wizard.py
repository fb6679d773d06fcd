from __future__ import annotations

from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from models.payments.payment import Payment
from models.people.person import Person
from tests import factories
from tests.ui.imports.conftest import cells, read, take_in
from ui.imports.wizard import FILES_STEP, PLAN_STEP, UNDERSTOOD_STEP, ImportWizard


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
    qtbot.waitUntil(lambda: "已撤销，档案库和导入之前一样" in wizard.outcome.text())
    assert Person.select().count() == 0
    assert not wizard.take_back.isVisible()


def test_what_was_edited_since_an_import_is_kept_and_named(qtbot, wizard, session, tmp_path, boxes):
    take_in(
        qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", *map(factories.combatant, ("张三", "李四")))
    )
    with session.entry("修改张三的联系电话"):
        Person.update(phone="13900009999").where(Person.name == "张三").execute()
    boxes.answer = "撤销"
    wizard.take_back.click()
    qtbot.waitUntil(lambda: "后来改过、用过的保留" in wizard.outcome.text())
    assert [person.name for person in Person.select()] == ["张三"]
    assert "张三　登记人员信息：王芳" in boxes[1]
    assert "第2条“修改张三的联系电话”" in boxes[1]


def test_whoever_shows_people_hears_of_the_import(qtbot, wizard, session, tmp_path):
    with qtbot.waitSignal(session.changed):
        take_in(qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", factories.combatant()))


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
    assert boxes == ["记为备注", "不导入", "发放日期", "项目", "姓名", "身份证号", "人员类别", "金额"]
    assert [(p.whom, p.amount, p.notes) for p in Payment.select()] == [("李四", 2000, "经办：甲")]
    assert Person.select().count() == 1
    assert "优抚对象：新增1人" in wizard.written.text()
    assert "发放记录：新增1笔，共2,000.00元" in wizard.written.text()
    assert wizard.next_step.text().startswith("下一步：")
