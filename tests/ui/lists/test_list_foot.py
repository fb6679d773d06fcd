"""Below every list stands what is selected, 栏目 and 导出; and columns are chosen in one place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ui.lists.column_choice import COLUMN_KEY, ColumnChoice
from ui.tables.tables import RecordTable

NO_LISTS = {  # parts of a form, and grids in which something is confirmed or filled in
    "ui/tables/tables.py", "ui/tables/small_tables.py", "ui/person_forms/state_history.py", "ui/pay/eligibility/person_decisions.py",
    "ui/pay/policy/confirm_document.py", "ui/pay/policy/receive_pack.py", "ui/pay/standards/rules.py", "ui/pay/standards/confirm_standards.py",
    "ui/pay/standards/new_standards.py",
}  # fmt: skip


def test_every_list_has_its_foot():
    tables = {
        file.as_posix(): words for file in Path("ui").rglob("*.py") if "RecordTable(" in (words := file.read_text("utf-8"))
    }  # fmt: skip
    assert set(tables) > NO_LISTS
    bare = [name for name, words in tables.items() if "ListFoot(" not in words and "with_foot(" not in words]
    assert sorted(bare) == sorted(NO_LISTS)


@pytest.fixture
def choice(table, qtbot):
    made = ColumnChoice(table.headings)
    qtbot.addWidget(made)
    return made


def test_columns_are_ticked_and_moved_and_remembered(table, choice, rows, qtbot):
    assert [choice.list.item(row).text() for row in range(5)] == [
        "姓名",
        "公民身份号码",
        "年收入",
        "备注",
        "联系电话",
    ]
    choice.list.item(4).setCheckState(Qt.CheckState.Checked)
    choice.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    choice.list.setCurrentRow(4)
    for _ in range(3):
        choice.move_line(-1)
    assert choice.list.currentItem().data(COLUMN_KEY) == "phone"
    choice.accept()
    assert table.headings.chosen() == ("name", "phone", "income", "notes")
    again = RecordTable(rows, "people")
    qtbot.addWidget(again)
    assert again.headings.chosen() == ("name", "phone", "income", "notes")


def test_a_list_without_columns_is_none(choice, boxes):
    for row in range(choice.list.count()):
        choice.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    choice.accept()
    assert boxes == ["请至少留一栏。"]
