"""月历 in the window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from models.pay.standards import months
from ui.forecast.month_page import MonthSection


@pytest.fixture
def section(paid, session, qtbot):
    made = MonthSection(session)
    qtbot.addWidget(made)
    made.month.set_month(months.month(2020, 3))
    made.show()
    qtbot.waitUntil(lambda: not made.counting.busy and "件" in made.how_much(), timeout=10_000)
    return made


def test_what_is_due_stands_on_its_day_and_opens_the_file(section):
    assert section.how_much() == "2020年3月：到期事项1件"
    section.grid.go_to(date(2020, 3, 4))
    assert section.grid.currentItem().text() == "4\n满80周岁 张三"
    assert "满80周岁" in section.grid.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert section.heading.text() == "2020年3月4日　1件"
    opened = []
    section.person_wanted.connect(opened.append)
    section.table.selectRow(0)
    section.open_person()
    assert opened == [section.rows.facts()[0].person]


def test_the_arrows_go_from_day_to_day(section, qtbot):
    section.grid.go_to(date(2020, 3, 4))
    qtbot.keyClick(section.grid, Qt.Key.Key_Down)
    assert section.grid.day().day == date(2020, 3, 11)
    assert section.rows.facts() == []


def test_the_week_of_the_chosen_day_is_a_list(section):
    section.grid.go_to(date(2020, 3, 8))
    register = section._week_register()()
    assert register.title == "2020年3月2日至2020年3月8日到期事项清单"
    assert [row[3] for row in register.rows] == ["张三"]


def test_a_long_line_of_a_day_ends_in_dots_and_is_whole_in_its_tip(section):
    assert not section.grid.wordWrap()
    section.grid.go_to(date(2020, 3, 4))
    assert "满80周岁 张三" in section.grid.currentItem().toolTip()


def test_a_name_for_which_a_list_has_no_room_is_told_whole(section):
    section.grid.go_to(date(2020, 3, 4))
    index = section.rows.index(0, section.rows.columnCount() - 1)
    option = QStyleOptionViewItem()
    for breadth, told in ((2000, ""), (10, index.data())):
        option.rect = QRect(0, 0, breadth, 20)
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), section.table.mapToGlobal(QPoint(1, 1)))
        section.table.itemDelegate().helpEvent(event, section.table, option, index)
        assert QToolTip.text() == told
