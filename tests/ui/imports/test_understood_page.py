"""Second page of an import: what was understood, and put right by the officer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox

from models.own_fields.own_values import OwnValue
from models.payments.payment import Payment
from models.people.person import Person
from tests import factories
from tests.ui.imports.conftest import box_of, cells, choose, read, take_in
from ui.imports.understood_page import BY_ITSELF
from ui.imports.wizard import DONE_STEP, ImportWizard


def strange(file: Path, *people):
    rows = [["姓名", "身份证号", "手头电话"], *people]
    return factories.workbook(file, {"三属": rows})


PAID = ["序号", "发放日期", "项目", "姓名", "身份证号", "人员类别", "奖了多少", "经办"]


def register(tmp_path, heading=PAID):
    row = [1, "2020-07-20", "三等功慰问金", "李四", factories.citizen_number(), "现役军人家属", 2000, "甲"]
    sheets = {
        "立功奖励": [["2020年立功受奖慰问金发放表"], heading, row],
        "横幅": [["日期", "宣传形式", "数量"], ["2020-03-06", "横幅", "2条"]],
    }
    return factories.workbook(tmp_path / "登记.xlsx", sheets)


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


def test_a_sheet_that_does_not_say_whose_it_is_is_told_by_the_officer(qtbot, wizard, tmp_path):
    heading = ["姓名", "身份证号", "电话"]
    sheet = [heading, ["张三", factories.citizen_number(), "13900001111"]]
    read(qtbot, wizard, factories.workbook(tmp_path / "名单.xlsx", {"Sheet1": sheet}))
    assert "看不出是哪一类" in wizard.understood.sheets.item(0, 4).text()

    choose(wizard.understood.sheets.cellWidget(0, 3), "三属")
    qtbot.waitUntil(lambda: wizard.understood.sheets.item(0, 2).text() == "1")
    assert wizard.understood.sheets.cellWidget(0, 3).currentText() == "三属"


def test_a_column_that_was_not_understood_is_corrected_and_remembered(qtbot, wizard, session, tmp_path):
    first = strange(tmp_path / "一.xlsx", ["张三", factories.citizen_number(), "13900001111"])
    read(qtbot, wizard, first)
    box = wizard.understood.columns.cellWidget(0, 2)  # what nobody knows stands first
    assert box.currentText() == "记为备注"
    choose(box, "联系电话")
    qtbot.waitUntil(lambda: wizard.understood.columns.cellWidget(0, 2) is not box)
    assert box_of(wizard.understood.columns, "手头电话").currentText() == "联系电话"
    wizard.forward.click()
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)
    assert Person.get(name="张三").phone == "13900001111"
    assert session.last_undoable().title.startswith("导入一.xlsx")

    again = ImportWizard(session)
    qtbot.addWidget(again)
    take_in(qtbot, again, strange(tmp_path / "二.xlsx", ["李四", factories.citizen_number(), "13900002222"]))
    assert Person.get(name="李四").phone == "13900002222"


def test_a_column_of_a_register_can_be_corrected_and_is_remembered(qtbot, wizard, session, tmp_path):
    file = register(tmp_path)
    read(qtbot, wizard, file)
    page = wizard.understood
    assert "没有“金额”一栏" in page.sheets.item(0, 4).text()
    page.sheets.setCurrentCell(0, 0)
    choose(box_of(page.columns, "奖了多少"), "金额")
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


def test_the_officers_kind_is_taken_back_by_leaving_it_to_the_program(qtbot, wizard, tmp_path):
    read(qtbot, wizard, factories.roster(tmp_path / "花名册.xlsx", factories.combatant()))
    for kind, told in (("三属", {"参战": "三属"}), (BY_ITSELF, {})):
        box = wizard.understood.sheets.cellWidget(0, 3)
        choose(box, kind)
        qtbot.waitUntil(lambda box=box: wizard.understood.sheets.cellWidget(0, 3) is not box)
        assert wizard.understood.kinds == told
    assert wizard.understood.sheets.cellWidget(0, 3).currentText() == "参战退役人员"


def test_a_column_that_nobody_knows_becomes_a_field_of_the_offices_own_on_the_spot(
    qtbot, wizard, tmp_path, filled
):
    file = strange(tmp_path / "名单.xlsx", ["张三", factories.citizen_number(), "高炮"])
    read(qtbot, wizard, file)
    seen = []

    def fill(dialog):
        seen.append((dialog.form.editors["name"].value(), dialog.form.type.value()))
        dialog.form.editors["name"].set_value("原属兵种")

    filled(fill)
    choose(box_of(wizard.understood.columns, "手头电话"), "设为自设栏目…")
    qtbot.waitUntil(lambda: box_of(wizard.understood.columns, "手头电话").currentText() == "原属兵种")
    assert seen == [("手头电话", "文字")]
    wizard.forward.click()
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)
    assert OwnValue.get().words == "高炮"
