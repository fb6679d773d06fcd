"""What a list may not change by itself is shown here and there, and decided singly or for a column."""

from __future__ import annotations

import os

import pytest

from models.core import journal
from models.core.jobs import finish
from models.imports import imports
from models.people.identity import Identity
from models.people.person import Person
from models.visits.visit import Visit
from tests import factories
from tests.ui.imports.test_wizard import read
from ui.imports.wizard import DONE_STEP, ImportWizard


@pytest.fixture
def wizard(qtbot, session):
    made = ImportWizard(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def lists(session, tmp_path):
    """A list is in the archive; a worse one arrives later."""
    rows = [factories.combatant(name, 优抚对象状态="停发") for name in ("张三", "李四")]
    finish(
        imports.apply(finish(imports.read_workbooks([factories.roster(tmp_path / "a.xlsx", *rows)])), "王芳")
    )
    for row in rows:
        row[factories.HEADING.index("优抚对象状态")] = "享受待遇"
        row[factories.HEADING.index("联系方式(手机)")] = "#N/A"
    return factories.roster(tmp_path / "b.xlsx", *rows)


def shown(wizard, column):
    rows = wizard.would.proposals.rows
    return [rows.data(rows.index(row, column)) for row in range(rows.rowCount())]


def test_the_plan_shows_here_and_there_the_gravest_first(qtbot, wizard, lists):
    read(qtbot, wizard, lists)
    assert shown(wizard, 2)[:2] == ["优抚对象状态", "优抚对象状态"]
    assert (shown(wizard, 3)[0], shown(wizard, 4)[0]) == ("停发", "享受待遇")
    wizard.forward.click()
    assert not wizard.forward.isEnabled()  # nothing is decided, nothing would be written


def test_a_column_is_decided_together(qtbot, wizard, lists):
    read(qtbot, wizard, lists)
    wizard.forward.click()
    wizard.would.proposals.choose_column()
    wizard.would.proposals.take.click()
    assert shown(wizard, 0)[:3] == ["用名单", "用名单", "用档案"]
    assert wizard.forward.text() == "按决定写入 2 处"
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)
    assert {each.state for each in Identity.select()} == {"享受待遇"}
    assert {each.phone for each in Person.select()} == {"13900001234"}


def test_what_a_register_says_otherwise_is_decided_in_the_same_table(
    qtbot, wizard, session, tmp_path, person
):
    someone = person(name="张三")
    heading = ["走访日期", "姓名", "身份证号", "慰问金(元)", "走访人"]
    row = ["2021-09-25", "张三", someone.number, 500, "李主任"]
    file = factories.workbook(tmp_path / "走访.xlsx", {"走访慰问": [heading, row]})
    finish(imports.apply(finish(imports.read_workbooks([file])), "王芳"))
    with journal.entry("更正", "王芳"):
        visit = Visit.get()
        visit.visitors = "赵书记"
        visit.save()
    os.utime(file, (0, 0))
    read(qtbot, wizard, file)
    wizard.forward.click()
    assert (shown(wizard, 2), shown(wizard, 3), shown(wizard, 4)) == (["走访人员"], ["赵书记"], ["李主任"])
    wizard.would.proposals.take.click()
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)
    assert Visit.get().visitors == "李主任"


def test_what_was_decided_is_read_whole(qtbot, wizard, lists):
    read(qtbot, wizard, lists)
    wizard.forward.click()
    proposals = wizard.would.proposals
    proposals.keep.click()
    assert shown(wizard, 0)[0] == "用档案（记住）"
    assert proposals.table.columnWidth(0) >= proposals.table.sizeHintForColumn(0)
